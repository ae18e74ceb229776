//! Lowering: from what people write to the graph of shapes.

pub mod schema;
pub mod wire;
