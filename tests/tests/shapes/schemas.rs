//! Types that are known by their JSON Schema only.

use contract_core::Contract;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{shape, writes};

#[derive(Serialize, Deserialize, JsonSchema)]
struct Foreign {
    a: u8,
}

#[derive(Serialize, Deserialize, JsonSchema)]
struct OneSided {
    #[serde(default)]
    a: Option<u8>,
    #[serde(skip_serializing)]
    b: u8,
}

fn schema_of(name: &str) -> serde_json::Value {
    json!({"schema": {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "object",
        "properties": {"a": {"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255}},
        "required": ["a"],
    }})
}

#[test]
fn on_fields_and_types() {
    #[derive(Serialize, Deserialize, Contract)]
    struct Order {
        #[contract(schema)]
        foreign: Foreign,
    }
    #[derive(JsonSchema, Contract)]
    #[contract(schema)]
    struct Whole {
        a: u8,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "foreign", "type": schema_of("Foreign")},
    ]}}));
    shape::<Whole>(json!({"alias": schema_of("Whole")}));
    writes(&Order { foreign: Foreign { a: 1 } }, json!({"foreign": {"a": 1}}));
}

#[test]
fn each_direction_has_its_own() {
    #[derive(Serialize, Deserialize, Contract)]
    struct Order<T: JsonSchema> {
        #[contract(schema)]
        foreign: T,
    }
    let shape = contract_tests::shape::<Order<OneSided>>();
    let [written, read] = [0, 1].map(|side| {
        let schema = &shape["struct"]["fields"][0]["type"]["split"][side]["schema"];
        schema["required"].clone()
    });
    assert_eq!(written, json!(["a"]));
    assert_eq!(read, json!(["b"]));
}
