//! The crate `serde_json`.

use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use super::leaf;
use crate::declare::{Contract, Wire};

leaf! {
    Value => "any",
    Number => "number",
    RawValue => "raw",
}

impl Contract for Map<String, Value> {
    fn wire() -> Wire {
        Wire::Map(String::wire, Value::wire)
    }
}
