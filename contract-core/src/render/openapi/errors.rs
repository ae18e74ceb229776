//! Error sets as problem details (RFC 9457), one response for each status.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{COMPONENTS, headers};
use crate::document::{Document, ErrorCode, ErrorSet, Operation};
use crate::render::schema::{Schemas, facts};
use crate::render::{behaviour, words};

/// The components of a document's error sets.
pub(super) struct Errors<'a> {
    document: &'a Document,
    /// By error set, then by status; the status of the fallback is none.
    names: BTreeMap<&'a str, BTreeMap<Option<u16>, String>>,
}

impl<'a> Errors<'a> {
    pub(super) fn new(document: &'a Document, schemas: &Schemas<'_>) -> Self {
        let mut names: BTreeMap<&str, BTreeMap<Option<u16>, String>> = BTreeMap::new();
        let answered: BTreeSet<&str> = document
            .operations
            .values()
            .filter(|operation| operation.http.is_some())
            .filter_map(|operation| operation.errors.as_deref())
            .collect();
        let sets = document.errors.iter().filter(|(name, _)| answered.contains(name.as_str()));
        for (name, set) in sets {
            let components = names.entry(name).or_default();
            for code in set.codes.values() {
                components
                    .entry(Some(code.status))
                    .or_insert_with(|| schemas.claim(&format!("{name}_{}", code.status)));
            }
            if set.open {
                components.insert(None, schemas.claim(&format!("{name}_other")));
            }
        }
        Self { document, names }
    }

    pub(super) fn components(&self) -> Map<String, Value> {
        let mut components = Map::new();
        for (set, names) in &self.names {
            let set = &self.document.errors[*set];
            for (status, name) in names {
                let schema = match status {
                    Some(status) => of_status(set, *status),
                    None => fallback(set),
                };
                components.insert(name.clone(), schema);
            }
        }
        components
    }

    /// The responses of an operation, by status.
    pub(super) fn responses(&self, operation: &Operation) -> Map<String, Value> {
        let mut responses = Map::new();
        let Some(name) = operation.errors.as_deref() else { return responses };
        let (Some(set), Some(names)) = (self.document.errors.get(name), self.names.get(name))
        else {
            return responses;
        };
        for (status, component) in names {
            let (key, description) = match status {
                Some(status) => (status.to_string(), description(set, *status)),
                None => (
                    "default".to_owned(),
                    "An error that this version of the contract does not know.".to_owned(),
                ),
            };
            let mut schemas = vec![json!({"$ref": format!("{COMPONENTS}{component}")})];
            // Later versions may answer a known status with a new code.
            if let (Some(_), Some(other)) = (status, names.get(&None)) {
                schemas.push(json!({"$ref": format!("{COMPONENTS}{other}")}));
            }
            let schema = match schemas.len() {
                1 => schemas.remove(0),
                _ => json!({"anyOf": schemas}),
            };
            let mut response = json!({
                "description": description,
                "content": {"application/problem+json": {"schema": schema}},
            });
            if let Some(status) = status {
                let mut headers = headers::error(with_status(set, *status).map(|(_, code)| code));
                // A code that nobody knows yet may do without.
                if set.open
                    && let Some(header) = headers.get_mut("Retry-After")
                {
                    header["required"] = json!(false);
                }
                if !headers.is_empty() {
                    response["headers"] = Value::Object(headers);
                }
            }
            responses.insert(key, response);
        }
        responses
    }
}

fn with_status(set: &ErrorSet, status: u16) -> impl Iterator<Item = (&String, &ErrorCode)> {
    set.codes.iter().filter(move |(_, code)| code.status == status)
}

/// One line for each code.
fn description(set: &ErrorSet, status: u16) -> String {
    let line = |(name, code): (&String, &ErrorCode)| {
        let meaning =
            words::description(&code.about).map_or_else(String::new, |it| format!("{it} "));
        format!(
            "- `{name}`: {meaning}To the caller: {}; {}.",
            words::effects(code.effects),
            words::retry(code.retry)
        )
    };
    with_status(set, status).map(line).collect::<Vec<_>>().join("\n")
}

/// The problem details of the codes with one status.
fn of_status(set: &ErrorSet, status: u16) -> Value {
    let mut forms: Vec<Value> =
        with_status(set, status).map(|(name, code)| of_code(set, name, code)).collect();
    match forms.len() {
        1 => forms.remove(0),
        _ => json!({"oneOf": forms}),
    }
}

fn of_code(set: &ErrorSet, name: &str, code: &ErrorCode) -> Value {
    let word = |word: &str| json!({"type": "string", "enum": [word]});
    let mut schema = problem();
    schema["title"] = json!(name);
    schema["properties"]["code"] = word(name);
    schema["properties"]["status"]["enum"] = json!([code.status]);
    schema["properties"]["retry"] = word(code.retry.word());
    schema["properties"]["effects"] = word(code.effects.word());
    if let Some(description) = words::description(&code.about) {
        schema["description"] = json!(description);
    }
    if code.about.deprecated.is_some() {
        schema["deprecated"] = json!(true);
    }
    let mut said = facts(&code.about);
    said.append(&mut behaviour::facts(code));
    said.insert("domain".to_owned(), json!(set.domain));
    said.insert("role".to_owned(), json!(code.role.word()));
    schema["x-contract"] = Value::Object(said);
    schema
}

/// A code that this version of the set does not know.
fn fallback(set: &ErrorSet) -> Value {
    let mut schema = problem();
    schema["properties"]["code"] =
        json!({"type": "string", "not": {"enum": set.codes.keys().collect::<Vec<_>>()}});
    schema["x-contract"] = json!({"domain": set.domain, "open": true});
    schema
}

/// RFC 9457, section 3.1: no member is required; ours is the code.
fn problem() -> Value {
    json!({
        "type": "object",
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
            "code": {"type": "string"},
            "retry": {"type": "string"},
            "effects": {"type": "string"},
        },
        "required": ["code"],
    })
}
