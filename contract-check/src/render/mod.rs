//! What a contract says, in the words of others. Pure functions of a document.

pub mod json_schema;
