//! AsyncAPI 3.0: the events that a producer sends and receives, those of other contracts that its
//! consumers read, and the chunks of its streams.
//!
//! Payloads are in the default schema format, a superset of JSON Schema draft-07: tools validate
//! that one only. Like answers, what is sent is published open.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::behaviour;
use super::names::Names;
use super::openapi::template;
use super::schema::{Dialect, Direction, Schemas, facts};
use crate::document::{self, About, Document, Event, Framing, Operation, WireType};

/// A message on a channel.
struct Message<'a> {
    id: &'a str,
    about: &'a About,
    address: Option<&'a str>,
    payload: &'a WireType,
    direction: Direction,
    /// What is said about its behaviour: as facts and as prose.
    facts: Map<String, Value>,
    description: Option<String>,
    /// What the channel and the operation are over which protocol.
    bindings: Option<(Value, Value)>,
}

pub(super) fn asyncapi(document: &Document) -> Value {
    let dialect = Dialect {
        components: "#/components/schemas/",
        annotated: true,
        closed: false,
        aliases: false,
        draft_07: true,
    };
    let all = messages(document);
    let roots: Vec<_> = all.iter().map(|message| (message.payload, message.direction)).collect();
    let schemas = Schemas::shared(document, dialect, &roots);
    let mut channels = Names::default();
    let mut keys = Names::default();
    let mut addressed: Map<String, Value> = Map::new();
    let mut operations = Map::new();
    let mut messages = Map::new();
    let mut by_address = BTreeMap::new();
    for message in all {
        let id = message.id;
        let key = keys.claim(id);
        // Events of one address share its channel; one without an address has its own.
        let channel = by_address
            .entry(message.address.ok_or(id))
            .or_insert_with(|| channels.claim(message.address.unwrap_or(id)))
            .clone();
        let level = message.about.level.unwrap_or_else(|| schemas.default_level());
        let mut said = facts(&About { level: Some(level), ..message.about.clone() });
        said.extend(message.facts);
        let mut rendered = json!({
            "name": id,
            "contentType": "application/json",
            "payload": schemas.wire(message.payload, message.direction),
            "x-contract": said,
        });
        if let Some(description) = message.description {
            rendered["description"] = json!(description);
        }
        messages.insert(key.clone(), rendered);
        let of_channel = addressed.entry(channel.clone()).or_insert_with(|| {
            let (address, names) = match message.address.map(template) {
                Some((address, names)) => (Some(address), names),
                None => (None, Vec::new()),
            };
            let mut of_channel = json!({"address": address, "messages": {}});
            for name in names {
                of_channel["parameters"][name] = json!({});
            }
            of_channel
        });
        of_channel["messages"][key.as_str()] =
            json!({"$ref": format!("#/components/messages/{key}")});
        let mut operation = json!({
            "action": match message.direction {
                Direction::Written => "send",
                Direction::Read => "receive",
            },
            "channel": {"$ref": format!("#/channels/{channel}")},
            "messages": [{"$ref": format!("#/channels/{channel}/messages/{key}")}],
        });
        if let Some((of_channel_binding, of_operation)) = message.bindings {
            if !of_channel_binding.is_null() {
                of_channel["bindings"] = of_channel_binding;
            }
            if !of_operation.is_null() {
                operation["bindings"] = of_operation;
            }
        }
        operations.insert(key.clone(), operation);
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

fn messages(document: &Document) -> Vec<Message<'_>> {
    let events = document.events.iter().map(|(id, event)| Message {
        id,
        about: &event.about,
        address: event.channel.as_deref(),
        payload: &event.payload,
        direction: direction(event),
        facts: behaviour::facts(event),
        description: behaviour::description(&event.about, event),
        bindings: None,
    });
    let consumers = document.consumers.iter().map(|(id, consumer)| {
        let mut facts = behaviour::facts(consumer);
        facts.insert("of".to_owned(), json!(consumer.of));
        Message {
            id,
            about: &consumer.about,
            address: None,
            payload: &consumer.payload,
            direction: Direction::Read,
            facts,
            description: behaviour::description(&consumer.about, consumer),
            bindings: None,
        }
    });
    let streams = document.operations.iter().filter_map(|(id, operation)| {
        Some(Message {
            id,
            about: &operation.about,
            address: operation.http.as_ref().map(|http| http.path.as_str()),
            payload: operation.response.as_ref()?,
            direction: Direction::Written,
            facts: behaviour::facts(operation),
            description: behaviour::description(&operation.about, operation),
            bindings: Some(bindings(operation)?),
        })
    });
    events.chain(consumers).chain(streams).collect()
}

fn direction(event: &Event) -> Direction {
    match event.direction {
        document::Direction::Send => Direction::Written,
        document::Direction::Receive => Direction::Read,
    }
}

/// How a stream travels; none for what is no stream.
fn bindings(operation: &Operation) -> Option<(Value, Value)> {
    let stream = operation.stream.as_ref()?;
    let method = operation.http.as_ref().map(|http| http.method.to_ascii_uppercase());
    Some(match (stream.framing, method) {
        // The handshake is a GET whatever is said.
        (Framing::Websocket, _) => {
            (json!({"ws": {"method": "GET", "bindingVersion": "0.1.0"}}), Value::Null)
        }
        (Framing::Sse | Framing::Ndjson, Some(method)) => {
            (Value::Null, json!({"http": {"method": method, "bindingVersion": "0.3.0"}}))
        }
        (Framing::Sse | Framing::Ndjson | Framing::Grpc, _) => (Value::Null, Value::Null),
    })
}
