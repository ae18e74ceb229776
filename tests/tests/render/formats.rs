//! The documents and the page that are made of a whole contract.

use std::collections::BTreeSet;

use contract_core::document::Document;
use contract_core::render::{Form, asyncapi, html, json_schema, openapi};
use serde_json::{Value, json};

fn shop() -> Document {
    Document::read(include_str!("../../documents/shop.json")).expect("a contract document")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Every reference in a document.
fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "$ref" => found.push(reference),
                    member => references(member, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let shop = shop();
    for text in [
        json_schema(&shop, Form::Plain),
        json_schema(&shop, Form::Annotated),
        openapi(&shop).expect("every address is used once"),
        asyncapi(&shop),
    ] {
        let document = parsed(&text);
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(!found.is_empty());
        for reference in found {
            let pointer = reference.strip_prefix('#').expect("a reference within the document");
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
    }
}

#[test]
fn the_same_contract_gives_the_same_bytes() {
    let (one, other) = (shop(), Document::read(&shop().print()).expect("what was printed"));
    assert_eq!(json_schema(&one, Form::Annotated), json_schema(&other, Form::Annotated));
    assert_eq!(openapi(&one), openapi(&other));
    assert_eq!(asyncapi(&one), asyncapi(&other));
    assert_eq!(html(&one), html(&other));
}

#[test]
fn the_plain_form_has_no_word_of_our_own() {
    assert!(json_schema(&shop(), Form::Annotated).contains("\"x-contract\""));
    let plain = json_schema(&shop(), Form::Plain);
    assert!(!plain.contains("x-contract"));
    assert!(!plain.contains("uint32"), "formats of the OpenAPI registry are none of JSON Schema's");
}

#[test]
fn an_operation_names_its_parameters() {
    let openapi = parsed(&openapi(&shop()).expect("rendered"));
    let names = |pointer: &str| -> Vec<String> {
        let parameters = openapi.pointer(pointer).and_then(Value::as_array);
        let parameters = parameters.unwrap_or_else(|| panic!("{pointer} is missing"));
        parameters
            .iter()
            .map(|one| format!("{}:{}", one["in"], one["name"]).replace('"', ""))
            .collect()
    };
    assert_eq!(names("/paths/~1v1~1orders~1{id}/get/parameters"), ["path:id"]);
    assert_eq!(
        names("/paths/~1v1~1orders~1{id}~1lines~1{number}/get/parameters"),
        ["path:id", "path:number"]
    );
    assert_eq!(
        names("/paths/~1v1~1files~1{shop}~1{path}/put/parameters"),
        ["path:shop", "path:path"]
    );
    assert_eq!(
        names("/paths/~1v1~1orders/get/parameters"),
        ["query:after", "query:limit", "query:sort"]
    );
    let limit = &openapi["paths"]["/v1/orders"]["get"]["parameters"][1];
    assert_eq!(limit["schema"]["type"], "integer", "a query has no null");
    assert_eq!(limit.get("required"), None);
}

#[test]
fn errors_are_problems_by_status() {
    let openapi = parsed(&openapi(&shop()).expect("rendered"));
    let statuses = |path: &str, method: &str| -> Vec<String> {
        let responses = openapi["paths"][path][method]["responses"].as_object();
        responses.expect("responses").keys().cloned().collect()
    };
    assert_eq!(statuses("/v1/orders", "post"), ["201", "404", "422", "503", "default"]);
    assert_eq!(statuses("/v1/search", "get"), ["200", "414"], "a closed set has no default");
    assert_eq!(statuses("/v1/orders", "get"), ["200"]);
    let missing = &openapi["components"]["schemas"]["OrderError_404"]["properties"];
    assert_eq!(missing["code"]["enum"], json!(["ORDER_NOT_FOUND"]));
    assert_eq!(missing["retry"]["enum"], json!(["never"]));
    assert_eq!(missing["effects"]["enum"], json!(["none"]));
    let two = &openapi["components"]["schemas"]["OrderError_422"]["oneOf"];
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn timelines_are_native_and_exact() {
    let openapi = parsed(&openapi(&shop()).expect("rendered"));
    let search = &openapi["paths"]["/v1/search"]["get"];
    assert_eq!(search["deprecated"], true);
    assert_eq!(search["x-contract"]["deprecated"]["sunset"], "2027-06-30");
    assert_eq!(search["x-contract"]["level"], "provisional");
    let coupon = &openapi["components"]["schemas"]["CreateOrder"]["properties"]["coupon"];
    assert_eq!(coupon["deprecated"], true);
    assert_eq!(openapi["info"]["x-contract"]["without_http"], json!(["stock.refresh"]));
}

#[test]
fn a_type_is_two_components_only_where_it_must_be() {
    let openapi = parsed(&openapi(&shop()).expect("rendered"));
    let names: BTreeSet<&str> = openapi["components"]["schemas"]
        .as_object()
        .expect("schemas")
        .keys()
        .map(String::as_str)
        .collect();
    for one in ["Order", "Page_Order", "Money", "Currency", "CreateOrder"] {
        assert!(names.contains(one), "{one} is missing: {names:?}");
    }
    for two in ["Line_read", "Line_written", "Delivery_read", "Delivery_written"] {
        assert!(names.contains(two), "{two} is missing: {names:?}");
    }
    assert!(!names.contains("Snapshot"), "no operation reaches it");
    assert!(!names.contains("Audit"), "it is flattened wherever it is used");
}

#[test]
fn what_openapi_cannot_hold_is_refused() {
    let mut twice = shop();
    let list = twice.operations["orders.list"].clone();
    twice.operations.insert("orders.list2".to_owned(), list);
    let error = openapi(&twice).expect_err("two operations with one address");
    assert_eq!(
        error.to_string(),
        "operations/orders.list2: `orders.list` has the address GET /v1/orders already"
    );
    let mut odd = shop();
    let list = odd.operations.get_mut("orders.list").expect("an operation");
    list.http.as_mut().expect("an address").method = "PURGE".to_owned();
    let error = openapi(&odd).expect_err("a method of its own");
    assert!(error.to_string().contains("OpenAPI has no method `PURGE`"), "{error}");
}

#[test]
fn events_are_sent_as_written_and_received_as_read() {
    let asyncapi = parsed(&asyncapi(&shop()));
    let action = |id: &str| asyncapi["operations"][id]["action"].clone();
    assert_eq!(action("orders.placed"), "send");
    assert_eq!(action("payments.received"), "receive");
    let orders = asyncapi["channels"]["orders"]["messages"].as_object().expect("messages");
    assert_eq!(orders.len(), 2, "two events share the channel");
    assert_eq!(asyncapi["channels"]["stock.changed"]["address"], Value::Null);
    let payload = &asyncapi["components"]["schemas"]["OrderPlaced"]["properties"];
    assert!(payload["position"]["items"].is_array(), "draft-07 spells tuples so");
    assert!(payload["position"].get("prefixItems").is_none());
}

/// Walks the markup: every element is closed in its turn.
#[test]
fn the_page_is_well_formed_and_complete() {
    const VOID: &[&str] = &["meta", "input", "!doctype", "br"];
    let page = html(&shop());
    let (style, script) =
        (between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>"));
    let markup = page.replace(style, "").replace(script, "");
    let mut open = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("every tag ends");
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "in {tag}"),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?} are left open");
    assert!(!page.contains("<of the shop>"), "what an author writes is no markup");
    assert!(page.contains("&lt;of the shop&gt; &amp; friends"));
    let shop = shop();
    let ids = shop.types.keys().map(|name| format!("types/{name}"));
    let ids = ids.chain(shop.operations.keys().map(|id| format!("operations/{id}")));
    let ids = ids.chain(shop.events.keys().map(|id| format!("events/{id}")));
    for id in ids.chain(shop.errors.keys().map(|name| format!("errors/{name}"))) {
        let escaped = id.replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&format!("id=\"{escaped}\"")), "{id} has no entry");
    }
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).expect("the start");
    rest.split_once(end).expect("the end").0
}

/// A document with every clause there is.
fn everything() -> Document {
    Document::read(include_str!("../clauses/everything.json")).expect("a contract document")
}

#[test]
fn clauses_become_what_openapi_has_words_for() {
    let openapi = parsed(&openapi(&everything()).expect("rendered"));
    let create = &openapi["paths"]["/orders"]["post"];
    let key = &create["parameters"][0];
    assert_eq!((&key["name"], &key["in"]), (&json!("Idempotency-Key"), &json!("header")));
    assert_eq!(key["required"], true);
    assert!(key["description"].as_str().is_some_and(|it| it.ends_with("Remembered for 24h.")));
    let description = create["description"].as_str().expect("a description");
    assert!(description.contains("\n- `timeout`: `8s`. By when it answers"), "{description}");
    let said = &create["x-contract"];
    assert_eq!(said["retry"]["max_attempts"], 3);
    assert_eq!(said["levels"]["timeout"], "provisional");
    assert!(said.get("http").is_none(), "addresses have a place of their own");

    let answer = &create["responses"]["201"];
    let chunks = &answer["content"]["text/event-stream"];
    assert_eq!(chunks["schema"]["type"], "string");
    let chunk = chunks["x-contract"]["chunk"]["$ref"].as_str().expect("a chunk");
    let name = chunk.strip_prefix("#/components/schemas/").expect("a component");
    assert!(openapi["components"]["schemas"].get(name).is_some(), "{name}");
    assert_eq!(answer["headers"]["ETag"]["required"], true);
    assert!(answer["headers"].get("Cache-Control").is_some());

    // An error that always says when to try again.
    let busy = &create["responses"]["503"];
    assert_eq!(busy["headers"]["Retry-After"]["required"], true);
    let schema = &openapi["components"]["schemas"]["OrderError_503"]["x-contract"];
    assert_eq!(schema["compensate"], "charges.refund");

    // Every answer says that the operation will go, since its consumers hear of it by header.
    for response in create["responses"].as_object().expect("answers").values() {
        for name in ["Deprecation", "Sunset", "Link"] {
            assert!(response["headers"].get(name).is_some(), "{name}: {response}");
        }
    }
}

/// In a set that may grow, a code that nobody knows yet shares the status.
#[test]
fn what_is_required_of_known_errors_is_not_required_of_others() {
    let mut document = everything();
    document.errors.get_mut("OrderError").expect("the set").open = true;
    let openapi = parsed(&openapi(&document).expect("rendered"));
    let busy = &openapi["paths"]["/orders"]["post"]["responses"]["503"];
    assert_eq!(busy["headers"]["Retry-After"]["required"], false);
}

#[test]
fn events_streams_and_what_consumers_read_are_messages() {
    let mut document = everything();
    let event = document.events.get_mut("order.paid").expect("the event");
    event.channel = Some("orders.{region}".to_owned());
    let rendered = parsed(&asyncapi(&document));
    let channels = &rendered["channels"];
    assert_eq!(channels["orders._region"]["address"], "orders.{region}");
    assert!(channels["orders._region"]["parameters"].get("region").is_some(), "{channels}");
    let operations = &rendered["operations"];
    let action = |id: &str| operations[id]["action"].clone();
    assert_eq!(action("order.paid"), "send");
    assert_eq!(action("ledger"), "receive");
    assert_eq!(operations["orders.create"]["bindings"]["http"]["method"], "POST");
    let messages = &rendered["components"]["messages"];
    assert_eq!(messages["order.paid"]["x-contract"]["delivery"]["mode"], "exactly_once");
    assert_eq!(messages["ledger"]["x-contract"]["of"], "order.paid");
    assert_eq!(messages["orders.create"]["x-contract"]["stream"]["resume"], "cursor");
}

/// Whatever the vocabulary can say stands on the page.
#[test]
fn the_page_shows_every_clause() {
    let page = html(&everything());
    for said in [
        "idempotency/window",
        "Somebody, for every call.",
        "exports.create",
        "from_checkpoint",
        "BANK_KEY",
        "never declines",
        "ack_deadline",
        "tolerates",
        "charges.refund",
        "owners/tests",
        "exempt/until",
        "id=\"jobs/export\"",
        "id=\"providers/bank\"",
        "id=\"consumers/ledger\"",
    ] {
        assert!(page.contains(said), "{said}");
    }
}
