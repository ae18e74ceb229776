//! What others read of a contract: schemas for their tools, pages for themselves.
//!
//! Everything here is a function of a [`Document`] and of nothing else: no clock, no files. The
//! same document gives the same bytes.
//!
//! | function | gives | for |
//! |---|---|---|
//! | [`json_schema`] | JSON Schema 2020-12 | validators, registries |
//! | [`openapi`] | OpenAPI 3.1 | operations: generated clients, gateways |
//! | [`asyncapi`] | AsyncAPI 3.0 | events and streams: the same |
//! | [`changelog`](fn@changelog) | Markdown: what every version changed | people |
//! | [`html`] | one page that needs nothing else | people |
//! | [`site`] | all of it for all contracts, with an index | a folder, a web server |
//!
//! Schemas say of a type what is written ([as serde writes it](json_schema)) and what is read.
//! What JSON Schema has no word for (levels, timelines, units, codecs) stands in one member,
//! `x-contract`, beside what it is about.

mod asyncapi;
mod behaviour;
mod changelog;
mod clauses;
mod html;
mod json_schema;
pub mod markdown;
mod names;
mod openapi;
mod schema;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

pub use self::changelog::{Change, Changes, Kind};
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

/// The operations of a contract as an OpenAPI 3.1 document, as one canonical text.
///
/// Operations without an HTTP address cannot stand in it; `info.x-contract.without_http` names
/// them. A type is one component, `Order`, unless what is written for it differs from what is read
/// into it and operations do both: then it is two, `Order_written` and `Order_read`.
///
/// # Errors
/// When an operation has a method that OpenAPI does not know, or two have one address.
pub fn openapi(document: &Document) -> Result<String, RenderError> {
    openapi::openapi(document).map(|value| canonical(&value))
}

/// The events and streams of a contract as an AsyncAPI 3.0 document, as one canonical text. What a
/// consumer of this contract reads of other contracts stands in it as received. Without any of
/// them it is valid and empty.
pub fn asyncapi(document: &Document) -> String {
    canonical(&asyncapi::asyncapi(document))
}

/// The changes of a contract as Markdown, in the order in which they are given.
pub fn changelog(id: &str, releases: &[Changes]) -> String {
    changelog::changelog(id, releases)
}

/// A contract as one HTML page: operations, events, errors, types, levels and timelines. It works
/// from a file, loads nothing, follows the reader's choice of dark or light, and is searched in
/// the page.
pub fn html(document: &Document) -> String {
    html::page(&Published { document, changes: &[] }, false)
}

/// A contract as it is published.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The document.
    pub document: &'a Document,
    /// What its versions changed, the newest first.
    pub changes: &'a [Changes],
}

/// A file that is published of each contract.
struct File {
    name: &'static str,
    /// What it is.
    title: &'static str,
    text: fn(&Published<'_>) -> Result<String, RenderError>,
}

/// What is published of each contract beside its page, in a folder that has its id.
const FILES: &[File] = &[
    File {
        name: "contract.json",
        title: "Contract document",
        text: |of| Ok(of.document.clone().baseline().print()),
    },
    File { name: "openapi.json", title: "OpenAPI 3.1", text: |of| openapi(of.document) },
    File { name: "asyncapi.json", title: "AsyncAPI 3.0", text: |of| Ok(asyncapi(of.document)) },
    File {
        name: "schema.json",
        title: "JSON Schema",
        text: |of| Ok(json_schema(of.document, Form::Annotated)),
    },
    File {
        name: "schema.plain.json",
        title: "JSON Schema, plain",
        text: |of| Ok(json_schema(of.document, Form::Plain)),
    },
    File {
        name: "CHANGELOG.md",
        title: "Changelog",
        text: |of| Ok(changelog(&of.document.contract.id, of.changes)),
    },
];

/// All contracts in all formats: the files by their path. `index.html` leads to everything;
/// every contract has a folder with its page and its documents. The pages work from a file and
/// load nothing.
///
/// # Errors
/// When a contract cannot be rendered as OpenAPI; see [`openapi`].
pub fn site(contracts: &[Published<'_>]) -> Result<BTreeMap<String, String>, RenderError> {
    let mut files = BTreeMap::from([("index.html".to_owned(), html::index(contracts))]);
    for contract in contracts {
        let id = &contract.document.contract.id;
        files.insert(format!("{id}/index.html"), html::page(contract, true));
        for file in FILES {
            files.insert(format!("{id}/{}", file.name), (file.text)(contract)?);
        }
    }
    Ok(files)
}

/// Why a contract cannot be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RenderError {
    /// The contract's id.
    pub contract: String,
    /// The clause.
    pub clause: String,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.clause, self.problem)
    }
}

impl std::error::Error for RenderError {}

/// `info`, as OpenAPI and AsyncAPI both have it.
fn info(document: &Document) -> Value {
    let header = &document.contract;
    let mut info = json!({
        "title": header.id,
        "version": header.version,
        "x-contract": self::header(document),
    });
    if let Some(meaning) = &header.meaning {
        info["description"] = json!(meaning);
    }
    if let Some(owner) = &header.owner {
        info["contact"] = json!({"name": owner});
    }
    info
}

/// What `x-contract` says about the contract as a whole.
fn header(document: &Document) -> Value {
    let mut header = behaviour::facts(&document.contract);
    header.insert("id".to_owned(), json!(document.contract.id));
    header.insert("version".to_owned(), json!(document.contract.version));
    header.insert("level".to_owned(), json!(words::default_level(document).word()));
    if let Some(owner) = &document.contract.owner {
        header.insert("owner".to_owned(), json!(owner));
    }
    Value::Object(header)
}
