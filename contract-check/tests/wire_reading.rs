//! JSON Schemas read as a program's types: what is demanded counts as described, and a writer
//! that can write nothing is never passed over in silence.

use contract_check::diff::schemas::{Options, Semantics, compare};
use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;

fn load(text: &str) -> SchemaDocument {
    SchemaDocument::load(Json::parse(text).expect("JSON")).expect("schema")
}

fn judge(old: &str, new: &str, role: Role) -> Vec<Finding> {
    let options = Options { roles: vec![role], semantics: Semantics::Wire, ..Options::default() };
    compare(&load(old), &load(new), &options)
}

/// Whether somebody is told to be broken, by a witness that was checked.
fn breaks(findings: &[Finding]) -> bool {
    assert!(findings.iter().all(|it| it.rule.id != "internal-error"), "{findings:#?}");
    findings.iter().any(|it| it.severity == Severity::Breaking && it.witness.is_some())
}

const ORDER: &str = r#"{"type": "object", "required": ["id", "total"],
    "properties": {"id": {"type": "string"}, "total": {"type": "number"}}}"#;

#[test]
fn a_member_that_stays_required_stays_written() {
    for new in [
        r#"{"type": "object", "required": ["id", "total"],
            "properties": {"id": {"type": "string"}}}"#,
        r##"{"$ref": "#/$defs/Base", "required": ["total"], "$defs": {"Base":
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}}}"##,
        r#"{"type": "object", "allOf": [{"required": ["id", "total"]},
            {"properties": {"id": {"type": "string"}}}]}"#,
        r#"{"type": "object", "required": ["id", "total"], "anyOf": [
            {"properties": {"id": {"type": "string"}, "note": {"type": "string"}}},
            {"properties": {"id": {"type": "string"}, "memo": {"type": "string"}}}]}"#,
        r#"{"type": "object", "properties": {"id": {"type": "string"}}, "oneOf": [
            {"required": ["id", "total"]}, {"required": ["id", "total", "memo"], "not": {}}]}"#,
        r#"{"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}},
            "dependentRequired": {"id": ["total"]}}"#,
    ] {
        let findings = judge(ORDER, new, Role::Response);
        assert!(breaks(&findings), "{new}: {findings:#?}");
    }
}

#[test]
fn a_demand_describes_no_other_member() {
    let new = r#"{"type": "object", "required": ["id", "total"], "oneOf": [
        {"properties": {"id": {"type": "string"}, "total": {"type": "number"}}}]}"#;
    let findings = judge(ORDER, new, Role::Response);
    assert!(!breaks(&findings), "{findings:#?}");
}

#[test]
fn a_writer_of_nothing_is_not_compatible() {
    let new = r#"{"type": "object", "required": ["id"],
        "properties": {"id": {"type": "string", "minLength": 3, "maxLength": 2}}}"#;
    let findings = judge(ORDER, new, Role::Response);
    let found = findings.iter().find(|it| it.severity == Severity::Undecided);
    let reason = found.map_or("", |it| &it.words.reason);
    assert!(reason.contains("nothing can be written"), "{findings:#?}");
}

#[test]
fn a_schema_of_nothing_is_warned_about() {
    let new = r#"{"type": "string", "minLength": 3, "maxLength": 2}"#;
    let options = Options { roles: vec![Role::Response], ..Options::default() };
    let findings = compare(&load(ORDER), &load(new), &options);
    assert_eq!(findings.iter().map(|it| it.severity).max(), Some(Severity::Warning));
}

/// Each of two schemas would close the member by itself; a program writes what both describe.
#[test]
fn what_two_schemas_describe_is_written_by_both() {
    let both = r#"{"allOf": [
        {"type": "object", "properties": {"x": {"type": "object", "required": ["a"],
            "properties": {"a": {"type": "string"}}}}},
        {"type": "object", "properties": {"x": {"type": "object",
            "properties": {"b": {"type": "string"}}}}}]}"#;
    let reader = |b: &str| {
        format!(
            r#"{{"type": "object", "properties": {{"x": {{"type": "object", "properties": {{
                "a": {{"type": "string"}}, "b": {{"type": "{b}"}}}}}}}}}}"#
        )
    };
    let silent = |findings: &[Finding]| {
        findings.iter().all(|finding| finding.severity < Severity::Undecided)
    };
    assert!(!silent(&judge(&reader("integer"), both, Role::Response)));
    assert!(silent(&judge(&reader("string"), both, Role::Response)));
    // Where one schema says it twice, or the other describes nothing, nothing is in doubt.
    let once = both.replace(r#""properties": {"b": {"type": "string"}}"#, r#""maxProperties": 4"#);
    assert!(silent(&judge(&reader("integer"), &once, Role::Response)));
    let lists = r#"{"type": "array", "allOf": [
        {"items": {"type": "object", "properties": {"a": {"type": "string"}}}},
        {"items": {"type": "object", "properties": {"b": {"type": "string"}}}}]}"#;
    let reader = r#"{"type": "array", "items": {"type": "object",
        "properties": {"b": {"type": "integer"}}}}"#;
    assert!(!silent(&judge(reader, lists, Role::Response)));
}
