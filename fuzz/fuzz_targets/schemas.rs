//! Two schemas made from the input: no verdict about them is refuted.
//!
//! The generators are those of `tests/tests/oracle`, driven by the input instead of a seed. The
//! judge of documents is our own evaluator, which that test holds against a validator.

#![no_main]

#[path = "../../tests/tests/oracle/compose.rs"]
mod compose;
#[path = "../../tests/tests/oracle/edit.rs"]
mod edit;
#[path = "../../tests/tests/oracle/generate.rs"]
mod generate;
mod random;
#[path = "../../tests/tests/oracle/sample.rs"]
mod sample;

use contract_check::diff::schemas::{Options, Semantics, compare};
use contract_check::evaluate::schema::{Answer, Evaluator, Members};
use contract_check::finding::{Role, Severity};
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

use crate::random::Random;

fn exact(value: &Value) -> Json {
    Json::parse(&value.to_string()).expect("serde_json writes JSON")
}

fuzz_target!(|bytes: &[u8]| {
    let random = &mut Random::new(bytes);
    let old = generate::schema(random);
    let new = match random.below(6) {
        0 => generate::schema(random),
        _ => edit::edited(random, &old),
    };
    let load = |schema: &Value| SchemaDocument::load(exact(schema));
    let (Ok(old_schema), Ok(new_schema)) = (load(&old), load(&new)) else { return };
    let semantics = *random.pick(&[Semantics::Schema, Semantics::Wire]);
    let options = Options { semantics, ..Options::default() };
    let findings = compare(&old_schema, &new_schema, &options);
    for finding in &findings {
        assert_ne!(finding.rule.id, "internal-error", "{finding:?}\nold {old}\nnew {new}");
        let breaking = finding.severity == Severity::Breaking;
        assert!(!breaking || finding.witness.is_some(), "{finding:?}\nold {old}\nnew {new}");
    }
    for role in [Role::Request, Role::Response] {
        let of_role = findings.iter().filter(|finding| finding.role == Some(role));
        if of_role.map(|finding| finding.severity).max() >= Some(Severity::Undecided) {
            continue;
        }
        let (writer, reader) = match role {
            Role::Request => (&old_schema, &new_schema),
            Role::Response => (&new_schema, &old_schema),
        };
        let members = match semantics {
            Semantics::Schema => Members::AsDescribed,
            Semantics::Wire => Members::OnlyDescribed,
        };
        let writer = Evaluator::new(writer, members);
        let reader = Evaluator::new(reader, Members::AsDescribed);
        for _ in 0..8 {
            let schema = if random.percent(50) { &old } else { &new };
            let document = exact(&sample::document(random, schema));
            let refuted = writer.evaluate(&document) == Answer::Accepted
                && matches!(reader.evaluate(&document), Answer::Refused(_));
            assert!(
                !refuted,
                "{role:?} is called compatible ({semantics:?}), but {document}\nold {old}\nnew {new}"
            );
        }
    }
});
