//! Schemas within documents, in the direction of requests and of responses.

use contract_check::diff::openapi::{Options, compare};
use contract_check::finding::Severity;
use contract_check::json::Json;
use contract_check::openapi::OpenApi;
use serde_json::{Value, json};

use super::edit::{Remove, Set, Step};
use super::{expect, lines, verdict};

/// Operations that the schemas of the base document are reached by.
const WRITTEN: [&str; 4] =
    ["paths/orders/get", "paths/orders/post", "paths/orders/{id}/get", "webhooks/restocked/post"];

#[test]
fn shared_schemas_are_judged_in_each_direction() {
    const ITEM: &str = "/components/schemas/Item";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{ITEM}{rest}").into_boxed_str()) };
    let cases: &[(&str, &[Step], &[&str])] = &[
        (
            "Old consumers send 1 to 4.",
            &[Set(at("/properties/count/minimum"), "5")],
            &["breaking number-range-changed loud"],
        ),
        (
            "Old consumers do not know 0.",
            &[Set(at("/properties/count/minimum"), "0")],
            &["breaking number-range-changed loud"],
        ),
        (
            "Both directions refuse the other type; that is one cause.",
            &[Set(at("/properties/count"), "{type: string}")],
            &["breaking type-changed loud"],
        ),
        (
            "It is sent and ignored, and missing where it sometimes was.",
            &[Remove(at("/properties/count"))],
            &["warning field-removed silent"],
        ),
        (
            "What was plain text is decoded now.",
            &[Set(at("/properties/note/contentEncoding"), "base64")],
            &["breaking content-encoding-changed silent"],
        ),
        (
            "Its texts are decoded as before.",
            &[Set(at("/properties/note/contentMediaType"), "text/markdown")],
            &["note content-encoding-changed"],
        ),
        (
            "Old consumers read it in every response.",
            &[Remove(at("/properties/sku")), Set(at("/required"), "[]")],
            &["breaking field-removed loud"],
        ),
        (
            "Nobody has to know it.",
            &[Set(at("/properties/more"), "{type: string}")],
            &["note field-added-optional"],
        ),
        (
            "Old consumers do not send it.",
            &[Set(at("/properties/more"), "{type: string}"), Set(at("/required/-"), "more")],
            &["breaking field-added-required loud"],
        ),
        (
            "Old consumers may leave it out.",
            &[Set(at("/required/-"), "count")],
            &["breaking field-became-required loud"],
        ),
        (
            "Old consumers read it in every response.",
            &[Set(at("/required"), "[]")],
            &["breaking field-became-optional loud"],
        ),
        (
            "Old consumers may send null.",
            &[Set(at("/properties/note/type"), "[string]")],
            &["breaking null-refused loud"],
        ),
        (
            "Old consumers refuse null.",
            &[Set(at("/properties/sku/type"), "[string, 'null']")],
            &["breaking field-became-nullable loud"],
        ),
        (
            "Longer texts are written.",
            &[Set(at("/properties/sku/maxLength"), "20")],
            &["breaking length-changed loud"],
        ),
        (
            "What was allowed is refused, though no program that keeps to the document sends it.",
            &[Set(at("/additionalProperties"), "false")],
            &["breaking unknown-fields-refused loud"],
        ),
        (
            "The same set in other words.",
            &[Set(at("/properties/sku"), "{allOf: [{type: string}, {maxLength: 12}]}")],
            &[],
        ),
    ];
    for (why, steps, expected) in cases {
        expect(why, steps, expected);
    }
}

/// A cause is reported once, with every operation that reaches it and a document that shows it.
#[test]
fn a_cause_lists_what_reaches_it() {
    let findings = verdict(&[Set("/components/schemas/Item/properties/count/minimum", "0")]);
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    assert!(finding.reached_by.iter().eq(&WRITTEN), "{:?}", finding.reached_by);
    assert_eq!(finding.clause, "components/schemas/Item/properties/count");
    let witness = finding.witness.as_ref().expect("a break has a witness");
    let count = witness.document.pointer("/items/0/count").map(ToString::to_string);
    assert_eq!(count.as_deref(), Some("0"), "{}", witness.document);
    assert!(witness.checked_by.is_some());

    let findings = verdict(&[Set("/components/schemas/Item/properties/count", "{type: string}")]);
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    assert_eq!(finding.role, None, "it hurts in both directions");
}

/// What only gives a schema other words, as `allOf` must where a description may not stand beside
/// a reference, is no place of its own.
#[test]
fn words_around_a_schema_do_not_make_it_another() {
    let old = json!({"Page": page(&json!({"$ref": "#/components/schemas/Token"})),
        "Rest": page(&json!({"$ref": "#/components/schemas/Token"})),
        "Token": {"type": "string"}});
    let described = |text: &str| {
        let reference = json!({"$ref": "#/components/schemas/Token"});
        page(&json!({"allOf": [reference, {"description": text}]}))
    };
    let new = json!({"Page": described("Where this page ends."),
        "Rest": described("Where to go on."),
        "Token": {"type": "string", "maxLength": 100}});
    let findings = compare(&sent(&old), &sent(&new), &Options::default()).expect("sound schemas");
    let breaking: Vec<_> = findings.iter().filter(|it| it.severity > Severity::Note).collect();
    let [finding] = &breaking[..] else { panic!("{breaking:#?}") };
    assert_eq!(finding.clause, "components/schemas/Token");
    assert_eq!(finding.reached_by.len(), 2, "{:?}", finding.reached_by);
}

fn page(token: &Value) -> Value {
    json!({"type": "object", "properties": {"token": token}})
}

/// A document whose operations read one of two schemas each.
fn sent(schemas: &Value) -> OpenApi {
    let operation = |name: &str| {
        let schema = json!({"$ref": format!("#/components/schemas/{name}")});
        json!({"post": {
            "requestBody": {"content": {"application/json": {"schema": schema}}},
            "responses": {"204": {"description": "Done."}},
        }})
    };
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Pages", "version": "1"},
        "paths": {"/page": operation("Page"), "/rest": operation("Rest")},
        "components": {"schemas": schemas},
    });
    OpenApi::load(Json::parse(&document.to_string()).expect("JSON")).expect("a document")
}

#[test]
fn a_cause_in_a_cycle_is_told_once_wherever_the_cycle_is_entered() {
    let schemas = |token: &str| {
        json!({
            "Page": {"type": "object", "properties": {
                "token": {"type": token}, "rest": {"$ref": "#/components/schemas/Rest"}}},
            "Rest": {"type": "object", "properties": {
                "more": {"type": "boolean"}, "page": {"$ref": "#/components/schemas/Page"}}},
        })
    };
    let (old, new) = (sent(&schemas("string")), sent(&schemas("integer")));
    let findings = compare(&old, &new, &Options::default()).expect("schemas");
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    assert_eq!(finding.clause, "components/schemas/Page/properties/token");
    assert_eq!(finding.reached_by.len(), 2, "{:?}", finding.reached_by);
}

#[test]
fn parts_of_operations_have_names_of_their_own() {
    let findings = verdict(&[Remove("/paths/~1orders/get/parameters/2/schema/enum/0")]);
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    assert_eq!(finding.clause, "paths/orders/get/parameters/query/state");
    assert_eq!(
        finding.message(),
        "`open` was removed from the values of `state`. Old consumers may send it, and the new \
         producer refuses it."
    );
    let pointer = "/paths/~1orders/get/parameters/2/schema";
    assert_eq!(finding.old.pointer.as_deref(), Some(pointer));
}

#[test]
fn directions() {
    let cases: &[(&str, &[Step], &[&str])] = &[
        (
            "The producer writes the callback: more is welcome.",
            &[Set("/components/schemas/Shipment/required/-", "carrier")],
            &["note field-became-required"],
        ),
        (
            "Consumers of the callback rely on it.",
            &[Set("/components/schemas/Shipment/required", "[]")],
            &["breaking field-became-optional loud"],
        ),
        (
            "Old consumers did not send what was only read.",
            &[Remove("/components/schemas/Order/properties/id/readOnly")],
            &["breaking field-added-required loud"],
        ),
        (
            "Nobody sent it but those who set it; now the producer does.",
            &[Set("/components/schemas/Order/properties/secret/readOnly", "true")],
            &["warning value-ignored silent"],
        ),
        (
            "A response of its own kind, behind the name that is also a keyword.",
            &[Set("/components/schemas/Problem/properties/title/type", "integer")],
            &["breaking type-changed loud"],
        ),
        (
            "A default is filled in by readers; nobody sees that it changed.",
            &[Set("/components/schemas/Item/properties/count/default", "1")],
            &["note default-changed"],
        ),
        (
            "The element is looked for under its old name.",
            &[Set("/components/schemas/Item/xml", "{name: article}")],
            &["breaking xml-changed loud"],
        ),
        (
            "It is never written as XML.",
            &[Set("/components/schemas/Shipment/xml", "{name: parcel}")],
            &[],
        ),
        ("Nobody reaches it.", &[Remove("/components/schemas/Unused")], &[]),
        (
            "Nothing else was written there anyway.",
            &[Set("/components/schemas/Problem/additionalProperties", "false")],
            &["note unknown-fields-refused"],
        ),
        (
            "What is read is not refused.",
            &[
                Set("/components/schemas/Problem/additionalProperties", "{}"),
                Set("/components/schemas/Problem/properties/more", "{}"),
            ],
            &["note field-added-optional"],
        ),
        (
            "The name of a schema is not on the wire.",
            &[
                Set(
                    "/components/schemas/Trouble",
                    "{type: object, required: [title], properties: {title: {type: string}}}",
                ),
                Set(
                    "/paths/~1orders/get/responses/default/content/application~1json/schema/$ref",
                    "'#/components/schemas/Trouble'",
                ),
            ],
            &[],
        ),
    ];
    for (why, steps, expected) in cases {
        expect(why, steps, expected);
    }
}

/// Consumers of the webhook read another type; that its properties are gone with it goes without
/// saying.
#[test]
fn an_object_that_becomes_text_is_one_finding() {
    const SCHEMA: &str = "/webhooks/restocked/post/requestBody/content/application~1json/schema";
    let steps = [Set(SCHEMA, "{type: string}")];
    assert_eq!(lines(&verdict(&steps)), ["breaking type-changed loud"]);
}

#[test]
fn alternatives_and_what_tells_them_apart() {
    const PAYMENT: &str = "/components/schemas/Payment";
    let at =
        |rest: &str| -> &'static str { Box::leak(format!("{PAYMENT}{rest}").into_boxed_str()) };
    let cases: &[(&str, &[Step], &[&str])] = &[
        (
            "Old consumers have no case for it.",
            &[Set(
                at("/oneOf/-"),
                "{type: object, required: [kind], properties: {kind: {const: cash}}}",
            )],
            &["breaking variant-added loud"],
        ),
        (
            "Old consumers may send it.",
            &[Remove(at("/oneOf/1"))],
            &["breaking variant-removed loud"],
        ),
        (
            "Generated clients look at another property.",
            &[Set(at("/discriminator/propertyName"), "type")],
            &["breaking discriminator-changed loud"],
        ),
        (
            "Nothing tells them apart any more.",
            &[Remove(at("/discriminator"))],
            &["breaking discriminator-changed loud"],
        ),
        (
            "Values were swapped.",
            &[
                Set(at("/discriminator/mapping/card"), "'#/components/schemas/Invoice'"),
                Set(at("/discriminator/mapping/invoice"), "'#/components/schemas/Card'"),
            ],
            &["breaking discriminator-changed loud", "breaking discriminator-changed loud"],
        ),
        (
            "A bare name is the same as its reference.",
            &[Set(at("/discriminator/mapping/card"), "Card")],
            &[],
        ),
    ];
    for (why, steps, expected) in cases {
        expect(why, steps, expected);
    }
}

#[test]
fn media_types_may_gain_and_lose_schemas() {
    const BODY: &str = "/components/requestBodies/NewOrder/content/application~1json/schema";
    const ANSWER: &str = "/components/responses/Order/content/application~1json/schema";
    let cases: &[(&str, &[Step], &[&str])] = &[
        ("Anything is read.", &[Remove(BODY)], &["note type-widened"]),
        (
            "Anything may be written, as by a schema that says nothing.",
            &[Remove(ANSWER)],
            &["breaking type-widened loud"],
        ),
        (
            "Anything could be sent.",
            &[Set("/paths/~1orders~1{id}/put/requestBody/content/text~1plain", "{}")],
            &["note media-type-added"],
        ),
    ];
    for (why, steps, expected) in cases {
        expect(why, steps, expected);
    }
}

/// Readers of an open enumeration take values that they do not know.
#[test]
fn open_enumerations() {
    const SKU: &str = "/components/schemas/Item/properties/sku/x-extensible-enum";
    const SIZE: &str = "/components/schemas/Shipment/properties/carrier/x-extensible-enum";
    let value = |from: Step, to: Step| {
        let (old, new) = (super::edit::edited(&[from]), super::edit::edited(&[to]));
        lines(&super::judge(old, new, &super::Options::default()))
    };
    assert_eq!(
        value(Set(SKU, "[a, b]"), Set(SKU, "[a]")),
        ["breaking enum-value-removed loud"],
        "old consumers send it"
    );
    assert_eq!(value(Set(SKU, "[a]"), Set(SKU, "[a, b]")), ["note enum-value-added"]);
    // The producer calls, so that it only stops writing the value.
    assert_eq!(value(Set(SIZE, "[a, b]"), Set(SIZE, "[a]")), ["note enum-value-removed"]);
}

/// What readers gain is said, though it hurts nobody.
#[test]
fn gains_are_noted() {
    const TRACE: &str = "/paths/~1orders/get/parameters/5/schema/format";
    const FILTER: &str = "/paths/~1orders/get/parameters/6/content/application~1json/schema";
    let cases = [
        (Set(TRACE, "uuid"), Set(TRACE, "password"), "note format-changed"),
        (
            Set(FILTER, "{type: object, additionalProperties: false}"),
            Set(FILTER, "{type: object}"),
            "note unknown-fields-accepted",
        ),
        (
            Set(FILTER, "{type: object, additionalProperties: false}"),
            Set(FILTER, "{type: object, additionalProperties: false, properties: {a: {}}}"),
            "note field-added-optional",
        ),
    ];
    for (from, to, expected) in cases {
        let (old, new) = (super::edit::edited(&[from]), super::edit::edited(&[to]));
        let found = lines(&super::judge(old, new, &super::Options::default()));
        assert_eq!(found, [expected], "{from:?} to {to:?}");
    }
}
