//! The crate `serde_json`.

use serde_json::{Map, Number, Value};

use super::{leaf, opaque};
use crate::declare::{Contract, Wire};

leaf! {
    Value => "any",
}

opaque! {
    // A float when nothing else fits, but also any 64-bit integer.
    Number => "serde_json::Number",
}

impl Contract for Map<String, Value> {
    fn wire() -> Wire {
        Wire::Map(String::wire, Value::wire)
    }
}
