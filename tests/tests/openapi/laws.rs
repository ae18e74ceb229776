//! What holds for all documents.

use super::edit::{Remove, Set, base, edited};
use super::judge;
use contract_check::diff::openapi::{self, Options};
use contract_check::finding::Finding;
use contract_check::json::Json;
use contract_check::openapi::OpenApi;

/// A document says the same as itself, whatever the order of its members.
#[test]
fn a_document_is_compatible_with_itself() {
    fn reversed(value: &Json) -> Json {
        match value {
            Json::Array(items) => Json::Array(items.iter().map(reversed).collect()),
            Json::Object(members) => Json::Object(
                members.iter().rev().map(|(name, value)| (name.clone(), reversed(value))).collect(),
            ),
            other => other.clone(),
        }
    }
    assert!(judge(base(), base(), &Options::default()).is_empty());
    assert!(judge(base(), reversed(&base()), &Options::default()).is_empty());
}

/// One cause in a shared component is one finding with every operation that reaches it.
#[test]
fn a_shared_cause_is_one_finding() {
    let steps = [Set("/components/parameters/Tenant/deprecated", "true")];
    let findings = judge(base(), edited(&steps), &Options::default());
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let reached: Vec<&str> = findings[0].reached_by.iter().map(String::as_str).collect();
    assert_eq!(reached, ["paths/orders/get", "paths/orders/post"]);
    assert_eq!(findings[0].old.pointer.as_deref(), Some("/components/parameters/Tenant"));
}

/// What changed asks for a step of the version; the note says how large.
#[test]
fn the_version_says_what_changed() {
    let remove = Remove("/paths/~1orders~1{id}/get");
    let add = Set("/paths/~1orders/head", "{responses: {}}");
    let version = |to| Set("/info/version", to);
    for (steps, expected) in [
        (vec![remove], Some("the version of `Shop` is 1.4.0, and the findings ask for 2.0.0")),
        (vec![remove, version("1.5.0")], Some("is 1.5.0, and the findings ask for 2.0.0")),
        (vec![remove, version("2.0.0")], None),
        (vec![add, version("1.4.1")], Some("is 1.4.1, and the findings ask for 1.5.0")),
        (vec![add, version("1.5.0")], None),
        (vec![version("1.3.0")], Some("the version of `Shop` was 1.4.0 and is now 1.3.0")),
        (vec![version("1.4.1")], None),
        (vec![remove, version("next")], None),
    ] {
        let (old, new) = (super::load(base()), super::load(edited(&steps)));
        let verdict = openapi::judge(&old, &new, &Options::default()).expect("sound schemas");
        let messages: Vec<String> = verdict
            .findings
            .iter()
            .filter(|finding| finding.clause == "info/version")
            .map(Finding::message)
            .collect();
        let message = messages.first().map(String::as_str);
        assert!(messages.len() <= 1);
        match expected {
            Some(part) => assert!(message.is_some_and(|it| it.contains(part)), "{messages:?}"),
            None => assert_eq!(message, None, "{steps:?}"),
        }
    }
}

fn error(raw: Json) -> String {
    OpenApi::load(raw).expect_err("the document is malformed").to_string()
}

#[test]
fn malformed_documents_are_refused_with_their_place() {
    let cyclic = [
        Set("/components/parameters/A", "{$ref: '#/components/parameters/B'}"),
        Set("/components/parameters/B", "{$ref: '#/components/parameters/A'}"),
    ];
    assert!(error(edited(&cyclic)).contains("leads back to itself"));
    for (steps, message) in [
        ([Set("/paths", "[]")], "at `#/paths`: expected an object"),
        (
            [Set("/paths/~1orders/get/deprecated", "1")],
            "at `#/paths/~1orders/get/deprecated`: expected `true` or `false`",
        ),
        (
            [Set("/paths/~1orders/get/parameters/0/in", "body")],
            "at `#/paths/~1orders/get/parameters/0`: `body` is no place for a parameter; the \
             places are path, query, header and cookie",
        ),
        (
            [Remove("/paths/~1orders/get/parameters/0/name")],
            "at `#/paths/~1orders/get/parameters/0`: the member `name` is missing",
        ),
        (
            [Set("/openapi", "4.0.0")],
            "at `#/openapi`: OpenAPI 4.0.0 is not known; known are 3.0, 3.1 and 3.2",
        ),
        (
            [Set("/openapi", "true")],
            "at `#/openapi`: expected a string such as \"3.1.0\"; quote it",
        ),
        (
            [Set("/components/schemas/Order", "[]")],
            "at `#/components/schemas/Order`: expected a schema: an object",
        ),
    ] {
        assert_eq!(error(edited(&steps)), message);
    }
    let swagger = Json::parse(r#"{"swagger": "2.0"}"#).expect("JSON");
    assert!(error(swagger).contains("Swagger 2.0"));
}

/// A callback may lead to the path item that it stands in.
#[test]
fn cycles_of_path_items_come_to_an_end() {
    let again =
        Set("/paths/~1orders/post/callbacks/again", "{'{$url}': {$ref: '#/paths/~1orders'}}");
    let old = edited(&[again]);
    let new = edited(&[again, Set("/paths/~1orders/post/operationId", "other")]);
    let findings = judge(old, new, &Options::default());
    // Once as it is called, once as it calls.
    let ids: Vec<&str> = findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(ids, ["operation-id-changed"; 2]);
}

/// What lies in another file was not read, so nothing is said about it but that.
#[test]
fn other_documents_are_undecided() {
    let elsewhere = [Set("/paths/~1orders/post/requestBody", "{$ref: 'bodies.yaml#/New'}")];
    let findings = judge(edited(&elsewhere), edited(&elsewhere), &Options::default());
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule.id, "undecided");
    assert!(findings[0].message().contains("bodies.yaml#/New"), "{}", findings[0].message());
    // One address is one document, whoever refers to it.
    let absolute = [Set("/paths/~1orders/post/requestBody", "{$ref: 'https://example.com/b'}")];
    assert!(judge(edited(&absolute), edited(&absolute), &Options::default()).is_empty());
}
