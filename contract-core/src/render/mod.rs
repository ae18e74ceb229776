//! What others read of a contract: schemas for their tools, pages for themselves.
//!
//! Everything here is a function of a [`Document`] and of nothing else: no clock, no files. The
//! same document gives the same bytes.
//!
//! | function | gives | for |
//! |---|---|---|
//! | [`json_schema`] | JSON Schema 2020-12 | validators, registries |
//! | [`openapi`] | OpenAPI 3.1 | operations: generated clients, gateways |
//! | [`asyncapi`] | AsyncAPI 3.0 | events: the same |
//! | [`html`] | one page that needs nothing else | people |
//! | [`markdown`] | Markdown | people, in repositories and pull requests |
//!
//! Schemas say of a type what is written ([as serde writes it](json_schema)) and what is read.
//! What JSON Schema has no word for (levels, timelines, units, codecs) stands in one member,
//! `x-contract`, beside what it is about.

mod json_schema;
mod names;
mod schema;
mod words;

use serde_json::{Value, json};

use crate::document::{Document, canonical};

/// Whether schemas carry `x-contract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Without it: for validators that refuse keywords they do not know, as ajv does unless told
    /// otherwise.
    Plain,
    /// With it.
    Annotated,
}

/// The JSON Schemas of a contract's types, as one canonical text.
///
/// For a type `Order` there are two: `#/$defs/Order.written`, which accepts what serde writes and
/// refuses members that it never writes, and `#/$defs/Order.read`, which accepts what serde reads
/// in the form that is promised. A published name that is no component name is made one:
/// `Page<Order>` stands as `Page_Order`.
pub fn json_schema(document: &Document, form: Form) -> String {
    canonical(&json_schema::bundle(document, form))
}

/// What `x-contract` says about the contract as a whole.
fn header(document: &Document) -> Value {
    let mut header = json!({
        "id": document.contract.id,
        "version": document.contract.version,
        "level": words::default_level(document).word(),
    });
    if let Some(owner) = &document.contract.owner {
        header["owner"] = json!(owner);
    }
    header
}
