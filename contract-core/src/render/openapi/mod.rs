//! OpenAPI 3.1: the operations that have an HTTP address.
//!
//! Answers are published open: a client that refuses members it does not know would be broken by
//! every field that is added, which is no break of the contract. Aliases are not published: they
//! are there for the sake of old clients, and this is what new ones are generated from.
//!
//! OpenAPI 3.1 has no word for streams: an answer that is one is a text here, and the shape of its
//! chunks stands in `x-contract` beside it.

mod errors;
mod headers;
mod parameters;

pub(super) use parameters::template;
use serde_json::{Map, Value, json};

use super::RenderError;
use super::behaviour;
use super::schema::{Dialect, Direction, Schemas, facts};
use crate::document::{About, Document, Framing, Http, Operation, Place, WireType};

/// Where components stand.
const COMPONENTS: &str = "#/components/schemas/";

/// The methods that OpenAPI 3.1 has room for.
const METHODS: &[&str] = &["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

pub(super) fn openapi(document: &Document) -> Result<Value, RenderError> {
    let dialect = Dialect {
        components: COMPONENTS,
        annotated: true,
        closed: false,
        aliases: false,
        draft_07: false,
    };
    let schemas = Schemas::shared(document, dialect, &roots(document));
    let errors = errors::Errors::new(document, &schemas);
    let mut paths: Map<String, Value> = Map::new();
    let mut unaddressed = Vec::new();
    for (id, operation) in &document.operations {
        let Some(http) = &operation.http else {
            unaddressed.push(id.as_str());
            continue;
        };
        let refused = |problem| RenderError {
            contract: document.contract.id.clone(),
            clause: format!("operations/{id}"),
            problem,
        };
        let method = http.method.to_ascii_uppercase();
        if !METHODS.contains(&method.as_str()) {
            let problem =
                format!("OpenAPI has no method `{}`; it knows {}", http.method, METHODS.join(", "));
            return Err(refused(problem));
        }
        let (path, _) = parameters::template(&http.path);
        let rendered = render(id, operation, http, &schemas, &errors);
        let item = paths.entry(path.clone()).or_insert_with(|| json!({}));
        let entry = &mut item[method.to_ascii_lowercase()];
        if let Some(first) = entry["operationId"].as_str() {
            let problem = format!("`{first}` has the address {method} {path} already");
            return Err(refused(problem));
        }
        *entry = rendered;
    }
    let mut info = super::info(document);
    if !unaddressed.is_empty() {
        info["x-contract"]["without_http"] = json!(unaddressed);
    }
    let paths = Value::Object(paths);
    let mut components = schemas.components_of(&paths);
    components.append(&mut errors.components());
    Ok(json!({
        "openapi": "3.1.0",
        "info": info,
        // Where the service runs is not part of its contract; this is what absence means.
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": components},
    }))
}

/// What operations with an address read and write.
fn roots(document: &Document) -> Vec<(&WireType, Direction)> {
    let addressed = document.operations.values().filter(|operation| operation.http.is_some());
    addressed
        .flat_map(|operation| {
            let request = operation.request.values().map(|wire| (wire, Direction::Read));
            request.chain(operation.response.iter().map(|wire| (wire, Direction::Written)))
        })
        .collect()
}

fn render(
    id: &str,
    operation: &Operation,
    http: &Http,
    schemas: &Schemas<'_>,
    errors: &errors::Errors<'_>,
) -> Value {
    let mut rendered = json!({"operationId": id});
    let about = &operation.about;
    rendered["summary"] = json!(about.meaning.as_deref().unwrap_or(id));
    let further = About { meaning: None, ..about.clone() };
    if let Some(description) = behaviour::description(&further, operation) {
        rendered["description"] = json!(description);
    }
    if about.deprecated.is_some() {
        rendered["deprecated"] = json!(true);
    }
    let level = about.level.unwrap_or_else(|| schemas.default_level());
    let mut said = facts(&About { level: Some(level), ..about.clone() });
    said.append(&mut behaviour::facts(operation));
    rendered["x-contract"] = Value::Object(said);
    let mut parameters = parameters::of(operation, http, schemas);
    parameters.extend(headers::request(operation));
    if !parameters.is_empty() {
        rendered["parameters"] = Value::Array(parameters);
    }
    let bodies: Map<String, Value> =
        [(Place::Body, "application/json"), (Place::Form, "application/x-www-form-urlencoded")]
            .into_iter()
            .filter_map(|(place, media)| {
                let schema = schemas.wire(operation.request.get(&place)?, Direction::Read);
                Some((media.to_owned(), json!({"schema": schema})))
            })
            .collect();
    if !bodies.is_empty() {
        rendered["requestBody"] = json!({"required": true, "content": bodies});
    }
    let mut responses = errors.responses(operation);
    let status = success_status(operation, http).to_string();
    responses.insert(status, success(operation, schemas));
    rendered["responses"] = Value::Object(responses);
    let deprecation = headers::deprecation(operation);
    if let Some(Value::Object(responses)) = rendered.get_mut("responses")
        && !deprecation.is_empty()
    {
        for response in responses.values_mut() {
            for (name, header) in &deprecation {
                response["headers"][name] = header.clone();
            }
        }
    }
    rendered
}

/// A WebSocket begins where HTTP ends (RFC 6455, section 4.2.2).
fn success_status(operation: &Operation, http: &Http) -> u16 {
    let framing = operation.stream.as_ref().map(|stream| stream.framing);
    let usual = if framing == Some(Framing::Websocket) { 101 } else { 200 };
    http.success.unwrap_or(usual)
}

fn success(operation: &Operation, schemas: &Schemas<'_>) -> Value {
    let mut response = match (&operation.response, &operation.stream) {
        (None, _) => json!({"description": "Done."}),
        (Some(wire), None) => json!({
            "description": "The answer.",
            "content": {"application/json": {"schema": schemas.wire(wire, Direction::Written)}},
        }),
        (Some(wire), Some(stream)) => {
            let chunk = schemas.wire(wire, Direction::Written);
            let media = match stream.framing {
                Framing::Sse => "text/event-stream",
                Framing::Ndjson => "application/x-ndjson",
                Framing::Grpc => "application/grpc",
                Framing::Websocket => {
                    return json!({
                        "description": "The connection becomes a WebSocket.",
                        "x-contract": {"chunk": chunk},
                    });
                }
            };
            json!({
                "description": "Chunks, as they come.",
                "content": {media: {"schema": {"type": "string"}, "x-contract": {"chunk": chunk}}},
            })
        }
    };
    let headers = headers::success(operation);
    if !headers.is_empty() {
        response["headers"] = Value::Object(headers);
    }
    response
}
