//! The bundle of a contract's JSON Schemas.

use serde_json::{Value, json};

use super::Form;
use super::schema::{Dialect, Schemas};
use crate::document::Document;

/// Where the bundle's schemas stand.
const COMPONENTS: &str = "#/$defs/";

pub(super) fn bundle(document: &Document, form: Form) -> Value {
    let dialect = Dialect {
        components: COMPONENTS,
        annotated: form == Form::Annotated,
        closed: true,
        aliases: true,
        draft_07: false,
    };
    let schemas = Schemas::apart(document, dialect);
    let header = &document.contract;
    let mut bundle = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{} {}", header.id, header.version),
        "$defs": schemas.components(),
    });
    if let Some(meaning) = &header.meaning {
        bundle["description"] = json!(meaning);
    }
    if form == Form::Annotated {
        bundle["x-contract"] = super::header(document);
    }
    bundle
}
