//! Evaluators that check witnesses. They share no code with the prover: they walk the schema or
//! the wire model itself, one document at a time.

pub mod schema;
pub mod wire;
