//! Lowering: from what people write to the graph of shapes.

pub mod wire;
