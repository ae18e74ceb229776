//! OpenAPI documents: components as in JSON Schemas, and positions inline or by reference.

use std::collections::BTreeSet;

use contract_check::diff::Extent;
use contract_check::diff::openapi::{Options, compare};
use contract_check::diff::schemas::{Semantics, Unknowns};
use contract_check::finding::{Finding, Severity};
use contract_check::json::{Json, Known};
use contract_check::openapi::OpenApi;
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::schemas::{components, edited, edited_one, plain, relink};
use crate::{Tally, exact, seeds};

/// What bodies are described by: mostly by reference.
fn position(random: &mut Random) -> Value {
    let mut schema = match random.below(6) {
        0 => plain(random),
        1 => json!({"type": "array", "items": {"$ref": "#/$defs/A"}}),
        2 => json!({"oneOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}),
        _ => json!({"$ref": "#/$defs/A"}),
    };
    relink(random, &mut schema);
    schema
}

fn document(bodies: &[Value; 3], components: Map<String, Value>) -> Value {
    let json = |schema: &Value| json!({"application/json": {"schema": schema}});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {
            "put": {
                "operationId": "put",
                "requestBody": {"required": true, "content": json(&bodies[0])},
                "responses": {"200": {"description": "Done", "content": json(&bodies[1])}},
            },
            "get": {
                "operationId": "get",
                "responses": {"200": {"description": "Done", "content": json(&bodies[2])}},
            },
        }},
        "components": {"schemas": components},
    });
    let text = document.to_string().replace("#/$defs/", "#/components/schemas/");
    serde_json::from_str(&text).expect("JSON")
}

/// Everything that is told, in one order.
fn told(findings: &[Finding]) -> BTreeSet<String> {
    findings.iter().map(|finding| format!("{finding:?}")).collect()
}

#[test]
fn slices_of_openapi_documents_say_what_the_whole_says() {
    let (mut breaking, mut compatible) = (0, 0);
    let mut tally = Tally::default();
    for seed in seeds() {
        let random = &mut Random::new(seed);
        let all = components(random);
        let bodies = [position(random), position(random), position(random)];
        let mut others = bodies.clone();
        if random.percent(20) {
            let at = random.below(3);
            others[at] = edited_one(random, &bodies[at]);
        }
        let new = document(&others, edited(random, &all));
        let old = document(&bodies, all);
        let load = |value: &Value| OpenApi::load(exact(value));
        let (Ok(was), Ok(is)) = (load(&old), load(&new)) else { continue };
        // What both texts say at the same place is one value where they are read together, as the
        // command does. Nothing that is found may depend on it.
        let (before, after) = (old.to_string(), new.to_string());
        let known = Known::read(&before).expect("JSON");
        let beside = Json::parse_beside(&after, &known).expect("JSON");
        let together = (
            OpenApi::load(known.value().clone()).expect("it was read"),
            OpenApi::load(beside).expect("it was read"),
        );
        for (semantics, unknowns) in [
            (Semantics::Schema, Unknowns::Ignored),
            (Semantics::Wire, Unknowns::Ignored),
            (Semantics::Wire, Unknowns::Refused),
        ] {
            let judged = |extent| {
                compare(&was, &is, &Options { semantics, unknowns, extent, ..Options::default() })
            };
            let (Ok(whole), Ok(parts)) = (judged(Extent::Full), judged(Extent::Slices)) else {
                continue;
            };
            let options =
                Options { semantics, unknowns, extent: Extent::Slices, ..Options::default() };
            let shared = compare(&together.0, &together.1, &options).expect("it was judged");
            assert_eq!(told(&shared), told(&parts), "seed {seed}\nold {old}\nnew {new}");
            tally.same(&whole, &parts, || {
                format!("seed {seed} {semantics:?} {unknowns:?}\nold {old}\nnew {new}")
            });
            match whole.iter().map(|finding| finding.severity).max() {
                Some(Severity::Breaking) => breaking += 1,
                _ => compatible += 1,
            }
        }
    }
    tally.mostly_alike();
    assert!(breaking * 4 > compatible && compatible * 20 > breaking, "{breaking}, {compatible}");
}
