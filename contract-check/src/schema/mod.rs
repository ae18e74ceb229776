//! Loading JSON Schemas: dialects, keywords, references. Nothing here knows about inclusion.
//!
//! A [`SchemaDocument`] is one text with everything in it resolved that can be resolved without a
//! network. Both the prover's lowering and the independent evaluator start from it; after that
//! they share nothing.

mod closing;
mod dialect;
mod error;
mod format;
mod keywords;
mod load;
mod loops;
mod model;
mod shared;
mod uri;

pub use closing::Closing;
pub use dialect::Dialect;
pub use error::{LoadError, Problem};
pub use format::{NumberFormat, number_format, says_nothing};
pub use model::{
    Annotations, DynamicName, Further, JsonType, Keywords, Reference, ResourceId, Schema,
    SchemaDocument, SchemaId, Scope, Target,
};
pub use shared::Shared;
pub(crate) use uri::is_one_resource;
