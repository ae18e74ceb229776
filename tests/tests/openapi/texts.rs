//! Parameters and headers are texts on the wire: `true` is written alike by a boolean and by a
//! string. What the texts are follows from OpenAPI 3.1, Parameter Object, styles `form` and
//! `simple`.

use contract_check::diff::openapi::{Options, compare};
use contract_check::finding::Severity;
use contract_check::json::Json;
use contract_check::openapi::OpenApi;
use serde_json::{Value, json};

/// Old schema, new schema, and whether requests that fit the old one are still understood.
const REQUESTS: &[(&str, &str, bool)] = &[
    (r#"{"type": "boolean"}"#, r#"{"type": "string", "enum": ["true", "false"]}"#, true),
    (r#"{"type": "boolean"}"#, r#"{"type": "string", "enum": ["true", "false", "all"]}"#, true),
    (r#"{"type": "boolean"}"#, r#"{"type": "string", "enum": ["true"]}"#, false),
    (r#"{"type": "boolean"}"#, r#"{"type": "string", "maxLength": 5}"#, true),
    (r#"{"type": "boolean"}"#, r#"{"type": "string", "maxLength": 4}"#, false),
    (r#"{"type": "boolean"}"#, r#"{"type": "integer"}"#, false),
    (r#"{"type": "string", "enum": ["true", "false"]}"#, r#"{"type": "boolean"}"#, true),
    (r#"{"type": "string", "enum": ["true", "yes"]}"#, r#"{"type": "boolean"}"#, false),
    (r#"{"type": "string"}"#, r#"{"type": "boolean"}"#, false),
    (r#"{"type": "integer", "enum": [1, 2]}"#, r#"{"type": "string", "enum": ["1", "2"]}"#, true),
    (r#"{"type": "integer", "enum": [1, 3]}"#, r#"{"type": "string", "enum": ["1", "2"]}"#, false),
    (r#"{"type": "string", "enum": ["1", "2"]}"#, r#"{"type": "integer"}"#, true),
    (r#"{"type": "string", "enum": ["1", "2"]}"#, r#"{"type": "integer", "maximum": 1}"#, false),
    (r#"{"type": "string", "enum": ["1", "2.5"]}"#, r#"{"type": "number"}"#, true),
    (r#"{"type": "string", "enum": ["1", "2.5"]}"#, r#"{"type": "integer"}"#, false),
    (r#"{"type": "string", "const": "7"}"#, r#"{"type": "integer"}"#, true),
    (
        r#"{"type": "integer", "minimum": 0, "maximum": 20}"#,
        r#"{"type": "string", "pattern": "^[0-9]+$"}"#,
        true,
    ),
    (
        r#"{"type": "integer", "minimum": -1, "maximum": 20}"#,
        r#"{"type": "string", "pattern": "^[0-9]+$"}"#,
        false,
    ),
    (r#"{"type": "integer"}"#, r#"{"type": "string"}"#, true),
    (r#"{"type": "string"}"#, r#"{"type": "integer"}"#, false),
];

/// A document whose operation takes a form with one field, and the encoding of that.
fn form(media: &str, field: &str, encoding: &Value) -> OpenApi {
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": {
            "requestBody": {"content": {media: {
                "schema": {"$ref": "#/components/schemas/Form"},
                "encoding": encoding,
            }}},
            "responses": {},
        }}},
        "components": {"schemas": {"Form": {
            "type": "object",
            "properties": {"it": schema(field), "other": {"type": "integer"}},
        }}},
    });
    OpenApi::load(Json::parse(&document.to_string()).expect("JSON")).expect("a document")
}

#[test]
fn fields_of_forms_are_texts() {
    let forms = ["application/x-www-form-urlencoded", "multipart/form-data"];
    for (old, new, understood) in REQUESTS {
        for media in forms {
            let [was, is] = [old, new].map(|field| form(media, field, &json!({})));
            assert_eq!(!breaks(&was, &is), *understood, "{media}: {old} to {new}");
        }
        // In JSON the types are different, and so they are where a field is written as JSON.
        let [was, is] = [old, new].map(|field| form("application/json", field, &json!({})));
        assert!(breaks(&was, &is), "{old} to {new}");
        let encoding = json!({"it": {"contentType": "application/json"}});
        let [was, is] = [old, new].map(|field| form(forms[1], field, &encoding));
        assert!(breaks(&was, &is), "{old} to {new}");
    }
}

#[test]
fn other_fields_of_a_form_are_judged_as_ever() {
    let media = "multipart/form-data";
    let old = form(media, r#"{"type": "integer"}"#, &json!({}));
    let new = form(media, r#"{"type": "string"}"#, &json!({}));
    let text = new
        .raw()
        .to_string()
        .replace(r#""other":{"type":"integer"}"#, r#""other":{"type":"integer","maximum":9}"#);
    let narrower = OpenApi::load(Json::parse(&text).expect("JSON")).expect("a document");
    assert_ne!(narrower.raw(), new.raw());
    let findings = compare(&old, &narrower, &Options::default()).expect("schemas are sound");
    let severe = findings.iter().filter(|it| it.severity > Severity::Note);
    let named: Vec<&str> = severe.map(|it| it.words.it.as_str()).collect();
    assert_eq!(named, ["other"]);
}

#[test]
fn a_field_that_leads_elsewhere_is_told_once() {
    let media = "multipart/form-data";
    let other = r##"{"$ref": "#/components/schemas/Form/properties/other"}"##;
    let old = form(media, &format!(r#"{{"type": "integer", "allOf": [{other}]}}"#), &json!({}));
    let new = form(media, r#"{"type": "string"}"#, &json!({}));
    let findings = compare(&old, &new, &Options::default()).expect("schemas are sound");
    let told: Vec<_> = findings.iter().map(|it| (it.severity, it.words.it.as_str())).collect();
    assert_eq!(told, [(Severity::Breaking, "it")]);
}

fn document(parameters: &Value, headers: &Value) -> OpenApi {
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"get": {
            "parameters": parameters,
            "responses": {"200": {"description": "Yes.", "headers": headers}},
        }}},
    });
    OpenApi::load(Json::parse(&document.to_string()).expect("JSON")).expect("a document")
}

fn breaks(old: &OpenApi, new: &OpenApi) -> bool {
    let findings = compare(old, new, &Options::default()).expect("schemas are sound");
    findings.iter().any(|finding| finding.severity > Severity::Note)
}

fn schema(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn parameters_are_texts_whatever_their_types_are_called() {
    for (old, new, understood) in REQUESTS {
        for location in ["query", "header", "cookie"] {
            let of = |text| {
                let parameters = json!([{"name": "x", "in": location, "schema": schema(text)}]);
                document(&parameters, &json!({}))
            };
            assert_eq!(breaks(&of(old), &of(new)), !understood, "{location}: {old} -> {new}");
        }
    }
}

/// Old schema, new schema and what the new parameter says beside, and whether requests that fit
/// the old one are still understood: `?x=1` is one integer as well as a list of one.
const LISTS: &[(&str, &str, &str, bool)] = &[
    (r#"{"type": "string"}"#, r#"{"type": "array", "items": {"type": "string"}}"#, "{}", true),
    (r#"{"type": "integer"}"#, r#"{"type": "array", "items": {"type": "string"}}"#, "{}", true),
    (r#"{"type": "string"}"#, r#"{"type": "array", "items": {"type": "integer"}}"#, "{}", false),
    (
        r#"{"type": "string", "maxLength": 3}"#,
        r#"{"type": "array", "items": {"type": "string", "maxLength": 4}, "minItems": 1}"#,
        "{}",
        true,
    ),
    (
        r#"{"type": "string", "maxLength": 3}"#,
        r#"{"type": "array", "items": {"type": "string", "maxLength": 2}}"#,
        "{}",
        false,
    ),
    (
        r#"{"type": "string"}"#,
        r#"{"type": "array", "items": {"type": "string"}, "minItems": 2}"#,
        "{}",
        false,
    ),
    (
        r#"{"type": "string"}"#,
        r#"{"type": "array", "items": {"type": "string"}}"#,
        r#"{"explode": false}"#,
        false,
    ),
    (
        r#"{"type": "string"}"#,
        r#"{"type": "array", "items": {"type": "string"}}"#,
        r#"{"style": "pipeDelimited"}"#,
        false,
    ),
    (r#"{"type": "array", "items": {"type": "string"}}"#, r#"{"type": "string"}"#, "{}", false),
];

#[test]
fn a_parameter_that_may_be_repeated_may_stand_once() {
    for (old, new, beside, understood) in LISTS {
        let of = |text, beside| {
            let mut parameter = schema(beside);
            parameter["name"] = json!("x");
            parameter["in"] = json!("query");
            parameter["schema"] = schema(text);
            document(&json!([parameter]), &json!({}))
        };
        assert_eq!(breaks(&of(old, "{}"), &of(new, beside)), !understood, "{old} -> {new}");
    }
}

#[test]
fn headers_of_responses_are_texts_that_travel_the_other_way() {
    for (written, read, understood) in REQUESTS {
        let of = |text| document(&json!([]), &json!({"X-It": {"schema": schema(text)}}));
        assert_eq!(breaks(&of(read), &of(written)), !understood, "{written} -> {read}");
    }
}

#[test]
fn the_order_of_parameters_is_nobodys_business() {
    let first = json!({"name": "a", "in": "query", "schema": {"type": "string"}});
    let second = json!({"name": "b", "in": "query", "schema": {"type": "integer"}});
    let [old, new] = [json!([first, second]), json!([second, first])];
    let (old, new) = (document(&old, &json!({})), document(&new, &json!({})));
    assert!(!breaks(&old, &new));
}
