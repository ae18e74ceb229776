//! OpenAPI documents, 3.0 to 3.2: reading them, checking their structure, following references.
//! Nothing here compares.

mod check;
mod document;
mod error;
mod grammar;
mod mend;
mod node;
pub mod yaml;

pub use document::{Flags, OpenApi, Version};
pub use error::{LoadError, Problem};
pub(crate) use grammar::METHODS;
pub use grammar::{Holds, Kind};
pub use node::{Node, child};
