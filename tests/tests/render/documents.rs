//! The contract document of one Rust type, and validators of its two rendered schemas.

use contract_core::Contract;
use contract_core::declare::{About, Item, Mark, OperationTable, Part};
use contract_core::document::Document;
use contract_core::render::{Form, json_schema, openapi};
use jsonschema::Validator;
use serde_json::{Value, json};

/// The document of an operation that is asked with a `T` and answers with one.
pub(crate) fn document<T: Contract>() -> Document {
    let at = About::FOREIGN.at;
    let request: &'static [Part] = vec![Part { place: "body", wire: T::wire, at }].leak();
    let table: &'static OperationTable = Box::leak(Box::new(OperationTable {
        mark: Mark::NONE,
        id: "echo",
        module: "tests",
        http: Some(("POST", "/echo")),
        success: Some(200),
        request,
        response: Some(T::wire),
        errors: None,
        about: About::FOREIGN,
    }));
    let facts: Value =
        serde_json::from_str(&contract_core::export::facts(&[Item::Operation(table)]))
            .expect("facts are JSON");
    let operation = &facts["operations"][0]["item"];
    let mut types = json!({"Root": {"shape": {"alias": operation["response"]}}});
    if let Value::Object(reached) = &facts["types"] {
        for (identity, of) in reached {
            types[identity] = of["type"].clone();
        }
    }
    let document = json!({
        "format": 1,
        "contract": {"id": "tests", "version": "1.0.0"},
        "operations": {"echo": {
            "http": operation["http"],
            "request": operation["request"],
            "response": operation["response"],
        }},
        "types": types,
    });
    Document::read(&document.to_string()).expect("the facts make a document")
}

/// The validators of what is written for a `T` and of what is read into one.
pub(crate) fn validators<T: Contract>() -> [Validator; 2] {
    let text = json_schema(&document::<T>(), Form::Plain);
    ["written", "read"].map(|direction| {
        let mut schema: Value = serde_json::from_str(&text).expect("the bundle is JSON");
        schema["$ref"] = json!(format!("#/$defs/Root.{direction}"));
        validator(&schema)
    })
}

/// The validators of the answer and of the request body in the OpenAPI document.
pub(crate) fn published<T: Contract>() -> [Validator; 2] {
    let text = openapi(&document::<T>()).expect("one operation, one address");
    let openapi: Value = serde_json::from_str(&text).expect("the document is JSON");
    let operation = &openapi["paths"]["/echo"]["post"];
    let media = |content: &Value| content["content"]["application/json"]["schema"].clone();
    [media(&operation["responses"]["200"]), media(&operation["requestBody"])].map(|mut schema| {
        schema["components"] = openapi["components"].clone();
        validator(&schema)
    })
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .with_draft(jsonschema::Draft::Draft202012)
        .build(schema)
        .unwrap_or_else(|error| panic!("{error}: {schema}"))
}
