//! OpenAPI documents, 3.0 to 3.2: reading them, checking their structure, following references.
//! Nothing here compares.

pub mod yaml;
