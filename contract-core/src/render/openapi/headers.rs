//! Header fields that follow from clauses.

use serde_json::{Map, Value, json};

use crate::document::{Channel, Duration, ErrorCode, Etag, IdempotencyKey, Operation, RetryAfter};

/// What a request carries beside its parameters.
pub(super) fn request(operation: &Operation) -> Option<Value> {
    let idempotency = operation.idempotency.as_ref()?;
    let required = match idempotency.key {
        IdempotencyKey::Required => true,
        IdempotencyKey::Optional => false,
        IdempotencyKey::Natural => return None,
    };
    let mut description = "The same for every attempt of one request, and for no other.".to_owned();
    if let Some(window) = &idempotency.window {
        description.push_str(&format!(" Remembered for {window}."));
    }
    Some(json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string", "minLength": 1},
    }))
}

/// What a success carries.
pub(super) fn success(operation: &Operation) -> Map<String, Value> {
    let mut headers = Map::new();
    let Some(cache) = &operation.cache else { return headers };
    if let Some(etag) = cache.etag {
        let (description, pattern) = match etag {
            Etag::Strong => ("Tells all versions apart (RFC 9110, section 8.8.3).", "^\".*\"$"),
            Etag::Weak => (
                "Tells versions apart that mean another thing (RFC 9110, section 8.8.3).",
                "^(W/)?\".*\"$",
            ),
        };
        headers.insert(
            "ETag".to_owned(),
            json!({
                "description": description,
                "required": true,
                "schema": {"type": "string", "pattern": pattern},
            }),
        );
    }
    if let Some(max_age) = &cache.max_age {
        let description =
            format!("How long the answer may be kept (RFC 9111): {}.", seconds(max_age));
        headers.insert(
            "Cache-Control".to_owned(),
            json!({"description": description, "schema": {"type": "string"}}),
        );
    }
    headers
}

fn seconds(of: &Duration) -> String {
    match of.milliseconds() / 1000 {
        1 => "1 second".to_owned(),
        seconds => format!("{seconds} seconds"),
    }
}

/// What every answer of a deprecated operation carries, where its consumers hear of changes from
/// header fields.
pub(super) fn deprecation(operation: &Operation) -> Map<String, Value> {
    let mut headers = Map::new();
    let Some(deprecated) = &operation.about.deprecated else { return headers };
    let heard = |notice: &crate::document::Notice| notice.via.contains(&Channel::Header);
    if !operation.about.notify.as_ref().is_some_and(heard) {
        return headers;
    }
    let mut field = |name: &str, description: &str, pattern: &str| {
        headers.insert(
            name.to_owned(),
            json!({
                "description": description,
                "schema": {"type": "string", "pattern": pattern},
            }),
        );
    };
    if deprecated.date.is_some() {
        field("Deprecation", "Since when it is deprecated (RFC 9745).", "^@-?[0-9]+$");
    }
    if deprecated.sunset.is_some() {
        field("Sunset", "After when it may be gone (RFC 8594).", " GMT$");
    }
    if deprecated.link.is_some() {
        field("Link", "Where to read more (RFC 8288).", "rel=\"?(deprecation|sunset)\"?");
    }
    headers
}

/// What the answers with one status carry, for all the codes that it can be.
pub(super) fn error<'a>(codes: impl Iterator<Item = &'a ErrorCode>) -> Map<String, Value> {
    let said: Vec<RetryAfter> =
        codes.map(|code| code.retry_after.unwrap_or(RetryAfter::Never)).collect();
    let mut headers = Map::new();
    if said.iter().any(|it| *it != RetryAfter::Never) {
        let always = said.iter().all(|it| *it == RetryAfter::Required);
        headers.insert(
            "Retry-After".to_owned(),
            json!({
                "description": "When to try again: in how many seconds, or the date \
                                (RFC 9110, section 10.2.3).",
                "required": always,
                "schema": {"anyOf": [
                    {"type": "integer", "minimum": 0},
                    {"type": "string", "pattern": " GMT$"},
                ]},
            }),
        );
    }
    headers
}
