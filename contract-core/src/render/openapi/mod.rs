//! OpenAPI 3.1: the operations that have an HTTP address.
//!
//! Answers are published open: a client that refuses members it does not know would be broken by
//! every field that is added, which is no break of the contract. Aliases are not published: they
//! are there for the sake of old clients, and this is what new ones are generated from.

mod errors;
mod parameters;

use serde_json::{Map, Value, json};

use super::RenderError;
use super::schema::{Dialect, Direction, Schemas, facts};
use super::words;
use crate::document::{About, Document, Http, Operation, Place, WireType};

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
    if let Some(description) = words::description(&further) {
        rendered["description"] = json!(description);
    }
    if about.deprecated.is_some() {
        rendered["deprecated"] = json!(true);
    }
    let level = about.level.unwrap_or_else(|| schemas.default_level());
    rendered["x-contract"] = Value::Object(facts(&About { level: Some(level), ..about.clone() }));
    let parameters = parameters::of(operation, http, schemas);
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
    responses.insert(http.success.unwrap_or(200).to_string(), success(operation, schemas));
    rendered["responses"] = Value::Object(responses);
    rendered
}

fn success(operation: &Operation, schemas: &Schemas<'_>) -> Value {
    match &operation.response {
        None => json!({"description": "Done."}),
        Some(wire) => json!({
            "description": "The answer.",
            "content": {"application/json": {"schema": schemas.wire(wire, Direction::Written)}},
        }),
    }
}
