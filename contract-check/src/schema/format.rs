//! Formats of numbers, as the OpenAPI format registry and schemars name them, and formats that
//! admit every value.

use crate::json::Number;

/// What a format says about numbers. It says nothing about other values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// Integers within these bounds, both included.
    Integer {
        /// The least.
        min: Number,
        /// The greatest.
        max: Number,
    },
    /// Every number.
    Any,
}

/// What a format says about numbers; none where it is not known.
pub fn number_format(name: &str) -> Option<NumberFormat> {
    let signed = |bits: u32| (i128::MIN >> (128 - bits), i128::MAX >> (128 - bits));
    let (min, max) = match name {
        "float" | "double" => return Some(NumberFormat::Any),
        "int8" => signed(8),
        "int16" => signed(16),
        "int32" => signed(32),
        "int" | "int64" => signed(64),
        "int128" => signed(128),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint" | "uint64" => (0, u64::MAX.into()),
        "uint128" => {
            return Some(NumberFormat::Integer { min: 0.into(), max: u128::MAX.into() });
        }
        _ if is_string_format(name) => return Some(NumberFormat::Any),
        _ => return None,
    };
    Some(NumberFormat::Integer { min: min.into(), max: max.into() })
}

/// Whether a format is about strings, and so admits every number.
fn is_string_format(name: &str) -> bool {
    says_nothing(name) || crate::shape::format::holds(name, "").is_some()
}

/// Whether a format admits every string: hints for user interfaces, and the formats of numbers.
pub fn says_nothing(name: &str) -> bool {
    matches!(
        name,
        "password"
            // Octets, and their base64: what the text means, not which texts there are.
            | "binary"
            | "byte"
            | "float"
            | "double"
            | "int8"
            | "int16"
            | "int32"
            | "int"
            | "int64"
            | "int128"
            | "uint8"
            | "uint16"
            | "uint32"
            | "uint"
            | "uint64"
            | "uint128"
    )
}
