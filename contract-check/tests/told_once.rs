//! A change of a schema is told once, by a document that is refused for it.

use contract_check::diff::schemas::{Options, Semantics, compare};
use contract_check::finding::Role;
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;

/// What a comparison in one direction tells: severity, rule, what it is about, and the witness.
fn told(role: Role, semantics: Semantics, old: &str, new: &str) -> Vec<String> {
    let load =
        |text: &str| SchemaDocument::load(Json::parse(text).expect("JSON")).expect("a schema");
    let options = Options { roles: vec![role], semantics, ..Options::default() };
    let findings = compare(&load(old), &load(new), &options);
    let mut told: Vec<String> = findings
        .iter()
        .map(|it| {
            let witness = it.witness.as_ref();
            let shown = witness.map(|it| format!(": {} {}", it.document, it.reason));
            let (severity, rule) = (it.severity.word(), it.rule.id);
            format!("{severity} {rule} {}{}", it.words.it, shown.unwrap_or_default())
        })
        .collect();
    told.sort();
    told
}

#[test]
fn a_required_field_is_added_once() {
    // What comes under its name by chance is another document that is refused, for one reason.
    let old = r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#;
    let new = r#"{"type": "object", "required": ["b"],
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}"#;
    assert_eq!(
        told(Role::Request, Semantics::Schema, old, new),
        ["breaking field-added-required b: {} the value lacks the required member `b`"]
    );
    assert_eq!(
        told(Role::Response, Semantics::Schema, new, old),
        ["breaking field-removed b: {} the value lacks the required member `b`"]
    );
}

#[test]
fn each_break_of_an_object_has_a_document_of_its_own() {
    let old = r#"{"type": "object", "required": ["a"],
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}"#;
    let new = r#"{"type": "object"}"#;
    assert_eq!(
        told(Role::Response, Semantics::Schema, old, new),
        [
            "breaking field-removed a: {} the value lacks the required member `a`",
            "breaking field-removed b: {\"a\":\"\",\"b\":\"\"} `/b` is \"\", not an integer"
        ]
    );
}

#[test]
fn what_breaks_is_no_gain() {
    let old = r#"{"prefixItems": [{"type": "string"}]}"#;
    let new = r#"{"prefixItems": [{"type": "integer"}]}"#;
    assert_eq!(
        told(Role::Request, Semantics::Schema, old, new),
        ["breaking type-changed the document[0]: [\"\"] `/0` is \"\", not an integer"]
    );
    // One part refuses what another one describes, and whatever else it does not know.
    let old = r#"{"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}"#;
    let new = r#"{"allOf": [{"properties": {"a": {}}},
        {"properties": {"b": {}}, "additionalProperties": false}]}"#;
    let found = told(Role::Request, Semantics::Schema, old, new);
    assert_eq!(found.len(), 1, "{found:#?}");
    // What is gained elsewhere is told as before.
    let old = r#"{"prefixItems": [{"type": "string"}, {"type": "integer"}]}"#;
    let new = r#"{"prefixItems": [{"type": "integer"}, {"type": "number"}]}"#;
    assert_eq!(
        told(Role::Request, Semantics::Schema, old, new),
        [
            "breaking type-changed the document[0]: [\"\"] `/0` is \"\", not an integer",
            "note type-widened the document[1]"
        ]
    );
}

#[test]
fn another_document_may_have_changed() {
    let told = |schema: &str| told(Role::Request, Semantics::Schema, schema, schema);
    let twice = r#"{"properties": {"a": {"$ref": "b.json#/X"}, "b": {"$ref": "b.json#/X"}}}"#;
    assert_eq!(told(twice), ["undecided undecided a"]);
    // Whoever asks about one direction is told about it.
    let schema = SchemaDocument::load(Json::parse(twice).expect("JSON")).expect("a schema");
    let roles: Vec<_> =
        compare(&schema, &schema, &Options::default()).into_iter().map(|it| it.role).collect();
    assert_eq!(roles, [Some(Role::Request), Some(Role::Response)]);
    // An address names one thing on both sides, and so does what it is the base of.
    assert_eq!(told(r#"{"$ref": "https://a.test/b.json#/X"}"#), [""; 0]);
    assert_eq!(told(r#"{"$id": "https://a.test/a.json", "items": {"$ref": "b.json"}}"#), [""; 0]);
    // Nothing comes to it.
    assert_eq!(told(r#"{"$defs": {"A": {"$ref": "b.json"}}, "type": "string"}"#), [""; 0]);
}
