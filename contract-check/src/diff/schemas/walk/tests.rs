//! What becomes of several differences at once.

use super::{CAUSES, MORE};
use crate::diff::schemas::{Options, compare};
use crate::finding::{Role, Severity};
use crate::json::Json;
use crate::schema::SchemaDocument;

fn document(members: usize, kind: &str) -> SchemaDocument {
    let members: Vec<String> =
        (0..members).map(|at| format!("\"m{at}\": {{\"type\": \"{kind}\"}}")).collect();
    let text = format!("{{\"properties\": {{{}}}}}", members.join(", "));
    SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
}

#[test]
fn what_is_left_out_is_told() {
    let options = Options { roles: vec![Role::Request], ..Options::default() };
    let told = |members| {
        let (old, new) = (document(members, "string"), document(members, "integer"));
        let findings = compare(&old, &new, &options);
        let breaking = findings.iter().filter(|it| it.severity == Severity::Breaking).count();
        let more = findings.iter().filter(|it| it.words.reason == MORE).count();
        (breaking, more)
    };
    assert_eq!(told(20), (20, 0));
    // The last one is about all that are left out together.
    assert_eq!(told(CAUSES + 20), (CAUSES + 1, 1));
}

/// A kind that is long: a document with another one is smaller.
const GO: &str = r#""go on at a pace of your own""#;

/// Tasks of two kinds: what lies in `with` counts only for the second. Any name goes for `id`.
const TASKS: &str = r#"{"type": "object", "properties": {"id": ID, "task": {"UNION": [
    {"type": "object", "required": ["kind"],
     "properties": {"kind": {"type": "string", "not": {"enum": [GO]}}, "with": {}}},
    {"type": "object", "required": ["kind"],
     "properties": {"kind": KIND, "with": {"properties": {"pace": PACE}}}}]}}}"#;

/// What the clauses of the findings are called, and the witnesses.
fn found(union: &str, kind: &str) -> Vec<(String, String)> {
    let load = |id: &str, pace: &str| {
        let text = TASKS.replace("UNION", union).replace("KIND", kind).replace("GO", GO);
        let text = text.replace("ID", id).replace("PACE", pace);
        SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
    };
    let text = r#"{"type": "string"}"#;
    let old = load(text, text);
    let new =
        load(r#"{"type": "string", "pattern": "^i"}"#, r#"{"type": "string", "pattern": "^p"}"#);
    let options = Options { roles: vec![Role::Request], ..Options::default() };
    let findings = compare(&old, &new, &options);
    let show = |it: &crate::finding::Finding| {
        let witness = it.witness.as_ref().expect("a witness");
        (it.words.it.clone(), witness.document.to_string())
    };
    findings.iter().map(show).collect()
}

#[test]
fn each_of_several_breaks_has_its_own_reason() {
    let load = |kind: &str| {
        let text = r#"{"required": ["a", "b"], "properties": {"a": {"type": "KIND"},
            "b": {"type": "KIND"}}}"#;
        let text = text.replace("KIND", kind);
        SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
    };
    let options = Options { roles: vec![Role::Request], ..Options::default() };
    let findings = compare(&load("string"), &load("integer"), &options);
    let breaking = findings.iter().filter(|it| it.severity == Severity::Breaking);
    let reasons: Vec<(&str, &str)> = breaking
        .map(|it| (it.rule.id, it.witness.as_ref().map_or("none", |it| it.reason.as_str())))
        .collect();
    assert_eq!(
        reasons,
        [
            ("type-changed", "`/a` is \"\", not an integer"),
            ("type-changed", "`/b` is \"\", not an integer")
        ]
    );
}

#[test]
fn each_of_several_new_members_has_its_own_witness() {
    let load = |text: &str| SchemaDocument::load(Json::parse(text).expect("JSON"));
    let told = |old: &str, new: &str, role| {
        let (old, new) = (load(old).expect("a schema"), load(new).expect("a schema"));
        let options = Options { roles: vec![role], ..Options::default() };
        let findings = compare(&old, &new, &options);
        let breaking = findings.into_iter().filter(|it| it.severity == Severity::Breaking);
        let told = breaking.map(|it| {
            let witness = it.witness.expect("a witness");
            let witness = format!("{}: {}", witness.document, witness.reason);
            (it.rule.id, it.words.it, witness)
        });
        told.collect::<Vec<_>>()
    };
    let text = r#"{"type": "string"}"#;
    let grown = format!(
        r#"{{"type": "object", "required": ["m"], "properties": {{"m": {text}, "n": {text}}}}}"#
    );
    let it = |rule, it: &str, witness: &str| (rule, it.to_owned(), witness.to_owned());
    // An open object: a member that nobody described may have been anything. That one is
    // required now says nothing about the other one.
    assert_eq!(
        told(r#"{"type": "object"}"#, &grown, Role::Request),
        [
            it("field-added-required", "m", "{}: the value lacks the required member `m`"),
            it("field-added-optional", "n", r#"{"m":"","n":0}: `/n` is 0, not a string"#),
        ]
    );
    // Each is refused by a closed object, whatever stands beside it.
    let closed = r#"{"type": "object", "additionalProperties": false}"#;
    let undescribed = |it: &str| format!("the value has the member `{it}`, which is not described");
    let witness = |of: &str, it| format!("{of}: {}", undescribed(it));
    assert_eq!(
        told(closed, &grown, Role::Response),
        [
            it("unknown-fields-refused", "the document", &witness(r#"{"m":""}"#, "m")),
            it("unknown-fields-refused", "the document", &witness(r#"{"n":"","m":""}"#, "n")),
            it("unknown-fields-accepted", "the document", &witness(r#"{"x":"","m":""}"#, "x")),
        ]
    );
}

#[test]
fn a_witness_is_refused_for_what_it_shows() {
    // The smallest task with a pace is of another kind, for which nobody looks at the pace:
    // that such a document may be refused for its `id` says nothing about the pace.
    let shown = |it: &str, document: &str| (it.to_owned(), document.replace("GO", GO));
    assert_eq!(
        found("oneOf", r#"{"const": GO}"#),
        [shown("id", r#"{"id":""}"#), shown("pace", r#"{"task":{"kind":GO,"with":{"pace":""}}}"#)]
    );
    // Here all paces are accepted by the first alternative.
    assert_eq!(found("anyOf", r#"{"const": "come"}"#), [shown("id", r#"{"id":""}"#)]);
}

#[test]
fn a_reason_is_about_the_alternative_that_was_meant() {
    let load = |required: &str, pace: &str| {
        let text = r#"{"oneOf": [
            {"type": "object", "required": REQUIRED,
             "properties": {"kind": {"const": "go"}, "pace": {"type": "PACE"}}},
            {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["stay"]}}},
            {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "rest"}}}
        ]}"#;
        let text = text.replace("PACE", pace).replace("REQUIRED", required);
        SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
    };
    let options = Options { roles: vec![Role::Request], ..Options::default() };
    let reasons = |old: &SchemaDocument, new: &SchemaDocument| -> Vec<String> {
        let findings = compare(old, new, &options);
        findings.into_iter().filter_map(|it| Some(it.witness?.reason)).collect()
    };
    let meant = |reason: &str| [format!("the value fits no alternative of `oneOf`: {reason}")];
    // The others are refused for their tags.
    let (both, kind) = (r#"["kind", "pace"]"#, r#"["kind"]"#);
    let old = load(both, "string");
    assert_eq!(reasons(&old, &load(both, "integer")), meant("`/pace` is \"\", not an integer"));
    assert_eq!(
        reasons(&load(kind, "string"), &old),
        meant("the value lacks the required member `pace`")
    );
}

/// The findings about what an old program writes and a new one reads, but for notes: rules and
/// severities.
fn told(old: &str, new: &str) -> Vec<(&'static str, Severity)> {
    let load = |text: &str| SchemaDocument::load(Json::parse(text).expect("JSON"));
    let options = Options {
        roles: vec![Role::Request],
        semantics: crate::diff::schemas::Semantics::Wire,
        ..Options::default()
    };
    let (old, new) = (load(old).expect("a schema"), load(new).expect("a schema"));
    let findings = compare(&old, &new, &options);
    let told = findings.iter().filter(|it| it.severity > Severity::Note);
    told.map(|it| (it.rule.id, it.severity)).collect()
}

#[test]
fn formats_that_nobody_knows_hide_nothing_that_changes_beside_them() {
    let schema = |format: &str, kind: &str| {
        format!(
            r#"{{"type": "object", "required": ["id", "kind"], "properties": {{
                "id": {{"type": "string", "format": "{format}"}},
                "at": {{"type": "integer", "format": "unix-time"}},
                "kind": {{"enum": {kind}}}}}}}"#
        )
    };
    let (both, one) = (r#"["a", "b"]"#, r#"["a"]"#);
    let breaks = [("enum-value-removed", Severity::Breaking)];
    assert_eq!(told(&schema("ulid", both), &schema("ulid", one)), breaks);
    let ats = |text: String| text.replace(r#""id", "kind""#, r#""id", "at", "kind""#);
    assert_eq!(told(&ats(schema("ulid", both)), &ats(schema("ulid", one))), breaks);
    // A string may have been of the one and not of the other.
    let undecided = [("undecided", Severity::Undecided)];
    assert_eq!(told(&schema("ulid", one), &schema("cuid", one)), undecided);
    // No integer is a string, of whatever format.
    let number = r#"{"properties": {"id": {"type": "integer"}}}"#;
    let string = r#"{"properties": {"id": {"type": "string", "format": "ulid"}}}"#;
    assert_eq!(told(string, number), [("type-changed", Severity::Breaking)]);
    assert_eq!(told(number, string), [("type-changed", Severity::Breaking)]);
}

#[test]
fn schemas_that_contradict_themselves_are_undecided_unless_they_say_the_same() {
    let undecided = [("undecided", Severity::Undecided)];
    // Times are no `now`: nothing can be written.
    let never = |title: &str, more: &str| {
        format!(
            r#"{{"type": "object", "required": ["at"], "properties": {{
                "at": {{"type": "string", "format": "date-time", "enum": ["now"],
                    "title": "{title}"}}{more}}}}}"#
        )
    };
    assert_eq!(told(&never("a", ""), &never("b", "")), []);
    let more = r#", "to": {"type": "string"}"#;
    assert_eq!(told(&never("a", more), &never("a", r#", "to": {"type": "null"}"#)), undecided);
    // Numbers that were not quoted, in a member that may be missing.
    let open = |values: &str| {
        format!(r#"{{"properties": {{"size": {{"type": "string", "enum": {values}}}}}}}"#)
    };
    assert_eq!(told(&open("[1, 2]"), &open("[1]")), undecided);
    assert_eq!(told(&open("[1, 2]"), &open(r#"["1", "2"]"#)), undecided);
    assert_eq!(told(&open("[1, 2]"), &open("[1, 2]")), []);
}

#[test]
fn what_is_undecided_beside_a_break_is_told_as_well() {
    let both = [("length-changed", Severity::Breaking), ("undecided", Severity::Undecided)];
    let old = r#"{"type": "string", "maxLength": 9}"#;
    let new = r#"{"type": "string", "maxLength": 5, "pattern": "^(a|b)\\1$"}"#;
    assert_eq!(told(old, new), both);
    // In what contains itself too.
    let node = |more: &str| {
        format!(r##"{{"type": "object", "properties": {{"next": {{"$ref": "#"}}}}{more}}}"##)
    };
    let new = node(r#", "required": ["id"], "propertyNames": {"pattern": "^(a|b)\\1$"}"#);
    let both = [("field-added-required", Severity::Breaking), ("undecided", Severity::Undecided)];
    assert_eq!(told(&node(""), &new), both);
}
