"""Breaks a contract document in a few ways, so that reports have something to say."""

import json
import sys

document = json.load(open(sys.argv[1], encoding="utf-8"))
fields = document["types"]["Order"]["shape"]["struct"]["fields"]
fields[:] = [field for field in fields if field["name"] != "total"]
document["types"]["Currency"]["shape"]["enum"]["variants"].pop()
document["types"]["Money"]["shape"]["struct"]["fields"].append({"name": "rounded", "type": "bool"})
document["types"]["Line"]["shape"]["struct"]["fields"].append(
    {"name": "weight", "type": {"option": "u32"}, "written": "unless_none"}
)
del document["operations"]["search"]
json.dump(document, sys.stdout)
