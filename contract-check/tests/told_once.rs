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

#[test]
fn what_two_members_share_is_told_whatever_they_are_called() {
    let text = r#"{"type": "object", "properties": {"N": {"$ref": "ROOT"}}, "$defs": {
        "R": {"type": "object", "properties": {
            "ts": {"$ref": "DEFS/X"}, "NAME": {"$ref": "DEFS/X"}}},
        "X": SHARED}}"#;
    let wrapped = [
        (r#"{"type": "array", "items": {"$ref": "DEFS/R"}}"#, "[IT]"),
        (r#"{"additionalProperties": {"$ref": "DEFS/R"}}"#, r#"{"y":IT}"#),
    ];
    let listed = |values| format!(r#"{{"type": "string", "enum": {values}}}"#);
    let (one, two) = (listed(r#"["a"]"#), listed(r#"["a", "b"]"#));
    let (string, integer) = (r#"{"type": "string"}"#, r#"{"type": "integer"}"#);
    let changes = [
        (Role::Response, one.as_str(), two.as_str(), "enum-value-added b", r#""b""#),
        (Role::Request, two.as_str(), one.as_str(), "enum-value-removed b", r#""b""#),
        (Role::Response, string, integer, "type-changed NAME", "0"),
        (
            Role::Response,
            string,
            r#"{"type": ["string", "null"]}"#,
            "field-became-nullable NAME",
            "null",
        ),
    ];
    for (within, shown) in wrapped {
        // A name as long as the other one, and one that is longer.
        for (name, (role, old, new, rule, value)) in
            ["lo", "longer"].into_iter().flat_map(|name| changes.map(|change| (name, change)))
        {
            let document = |shared: &str| {
                let text = text.replace(r#"{"$ref": "ROOT"}"#, within).replace("SHARED", shared);
                text.replace("DEFS", "#/$defs").replace("NAME", name)
            };
            let found = told(role, Semantics::Wire, &document(old), &document(new));
            let it =
                format!(r#"{{"N":{}}}"#, shown.replace("IT", &format!(r#"{{"{name}":{value}}}"#)));
            let expected = format!("breaking {}: {it}", rule.replace("NAME", name));
            let [only] = found.as_slice() else { panic!("{found:#?}") };
            assert!(only.starts_with(&expected), "{only}\n{expected}");
        }
    }
}

/// Two texts, then an object that has both.
const A: &str = r#""a": {"type": "string"}"#;
const B: &str = r#""b": {"type": "string"}"#;

/// An object with some members, of which some are required.
fn object(required: &str, members: &str) -> String {
    format!(r#"{{"type": "object", "required": [{required}], "properties": {{{members}}}}}"#)
}

#[test]
fn what_an_alternative_describes_is_not_gone() {
    let flat = object(r#""a""#, &format!("{A}, {B}"));
    let tagged = |tag| {
        let tag = format!(r#""k": {{"const": "{tag}"}}"#);
        object(r#""a", "k""#, &format!("{A}, {B}, {tag}"))
    };
    let either = |one: &str, other: &str| format!(r#"{{"oneOf": [{one}, {other}]}}"#);
    let nested = format!(r#"{{"allOf": [{}]}}"#, either(&tagged("x"), &tagged("y")));
    let others = [
        either(&tagged("x"), &tagged("y")),
        either(&either(&tagged("x"), &tagged("y")), r#"{"type": "null"}"#),
        either(&nested, r#"{"type": "string"}"#),
        either(&flat, r#"{"type": "string"}"#),
        format!(r#"{{"anyOf": [{flat}, {{"enum": [null]}}]}}"#),
        "{}".to_owned(),
    ];
    let came_or_went = ["field-removed", "value-ignored", "field-added-optional"];
    for other in others {
        for role in [Role::Request, Role::Response] {
            for (old, new) in [(&flat, &other), (&other, &flat)] {
                let found = told(role, Semantics::Wire, old, new);
                let wrong = |it: &String| came_or_went.iter().any(|rule| it.contains(rule));
                assert!(!found.iter().any(wrong), "{old}\n{new}\n{found:#?}");
            }
        }
    }
    // What no alternative describes is gone.
    let other = either(&object("", A), &object("", r#""c": {"type": "string"}"#));
    let gone = ["warning field-removed b", "warning value-ignored b"];
    for (role, gone) in [Role::Response, Role::Request].into_iter().zip(gone) {
        let found = told(role, Semantics::Wire, &object("", &format!("{A}, {B}")), &other);
        assert!(found.iter().any(|it| it == gone), "{found:#?}");
    }
}

#[test]
fn what_became_one_of_several_is_told_once() {
    let flat = object(r#""a", "b""#, &format!("{A}, {B}"));
    let found = |new: &str| {
        let mut found = told(Role::Response, Semantics::Wire, &flat, new);
        found.retain(|it| it.starts_with("breaking"));
        found
    };
    assert_eq!(
        found("{}"),
        ["breaking type-widened the document: 0 the value is 0, not an object"]
    );
    assert_eq!(
        found(&format!(r#"{{"oneOf": [{flat}, {{"type": "string"}}]}}"#)),
        [r#"breaking type-widened the document: "" the value is "", not an object"#]
    );
    // The witness of an alternative says what it lacks.
    let old = object(r#""k", "a""#, &format!(r#""k": {{"enum": ["x"]}}, {A}"#));
    let new = format!(r#"{{"anyOf": [{old}, {}]}}"#, object(r#""k""#, r#""k": {"enum": ["y"]}"#));
    assert_eq!(
        told(Role::Response, Semantics::Wire, &old, &new),
        [r#"breaking variant-added y: {"k":"y"} the value lacks the required member `a`"#]
    );
    // Nothing tells these apart: what one of them lacks may be missing, and another has it.
    let lacking = object(r#""a""#, &format!(r#"{A}, "c": {{"type": "string"}}"#));
    let new = format!(r#"{{"anyOf": [{flat}, {lacking}]}}"#);
    assert_eq!(
        found(&new),
        [r#"breaking field-became-optional b: {"a":""} the value lacks the required member `b`"#]
    );
}
