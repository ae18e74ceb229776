//! AsyncAPI 3.0: the events that a producer sends and receives.
//!
//! Payloads are in the default schema format, a superset of JSON Schema draft-07: tools validate
//! that one only. Like answers, what is sent is published open.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::names::Names;
use super::schema::{Dialect, Direction, Schemas};
use crate::document::{self, Document, Event};

pub(super) fn asyncapi(document: &Document) -> Value {
    let dialect = Dialect {
        components: "#/components/schemas/",
        annotated: true,
        closed: false,
        aliases: false,
        draft_07: true,
    };
    let roots: Vec<_> =
        document.events.values().map(|event| (&event.payload, direction(event))).collect();
    let schemas = Schemas::shared(document, dialect, &roots);
    let mut channels = Names::default();
    let mut keys = Names::default();
    let mut addressed: Map<String, Value> = Map::new();
    let mut operations = Map::new();
    let mut messages = Map::new();
    let mut by_address = BTreeMap::new();
    for (id, event) in &document.events {
        let key = keys.claim(id);
        // Events of one address share its channel; one without an address has its own.
        let address = event.channel.as_deref();
        let channel = by_address
            .entry(address.ok_or(id))
            .or_insert_with(|| channels.claim(address.unwrap_or(id)))
            .clone();
        let action = match event.direction {
            document::Direction::Send => "send",
            document::Direction::Receive => "receive",
        };
        messages.insert(
            key.clone(),
            json!({
                "name": id,
                "contentType": "application/json",
                "payload": schemas.wire(&event.payload, direction(event)),
            }),
        );
        let of_channel = addressed
            .entry(channel.clone())
            .or_insert_with(|| json!({"address": address, "messages": {}}));
        of_channel["messages"][key.as_str()] =
            json!({"$ref": format!("#/components/messages/{key}")});
        operations.insert(
            key.clone(),
            json!({
                "action": action,
                "channel": {"$ref": format!("#/channels/{channel}")},
                "messages": [{"$ref": format!("#/channels/{channel}/messages/{key}")}],
            }),
        );
    }
    let messages = Value::Object(messages);
    let schemas = schemas.components_of(&messages);
    json!({
        "asyncapi": "3.0.0",
        "info": super::info(document),
        "defaultContentType": "application/json",
        "channels": addressed,
        "operations": operations,
        "components": {"messages": messages, "schemas": schemas},
    })
}

fn direction(event: &Event) -> Direction {
    match event.direction {
        document::Direction::Send => Direction::Written,
        document::Direction::Receive => Direction::Read,
    }
}
