//! Basic types.

use contract_core::document::Leaf;
use serde_json::{Value, json};

use super::Form;

/// The schema of a basic type.
pub(super) fn leaf(leaf: Leaf, form: Form) -> Value {
    let text = |format: &str| json!({"type": "string", "format": format});
    match leaf {
        Leaf::Any => json!({}),
        Leaf::Null => json!({"type": "null"}),
        Leaf::Never => json!({"not": {}}),
        Leaf::Bool => json!({"type": "boolean"}),
        Leaf::F32 => float("float", form),
        Leaf::F64 => float("double", form),
        Leaf::Char => json!({"type": "string", "minLength": 1, "maxLength": 1}),
        Leaf::String | Leaf::SocketAddr | Leaf::Zoned => json!({"type": "string"}),
        Leaf::Duration => seconds("secs", "nanos"),
        Leaf::SystemTime => seconds("secs_since_epoch", "nanos_since_epoch"),
        Leaf::Ipv4 => text("ipv4"),
        Leaf::Ipv6 => text("ipv6"),
        Leaf::Ip => json!({"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]}),
        Leaf::Uuid => text("uuid"),
        Leaf::Date => text("date"),
        // RFC 3339 has no name for times without an offset; these are the ones schemars uses.
        Leaf::Time => text("partial-time"),
        Leaf::LocalDateTime => text("partial-date-time"),
        Leaf::DateTime | Leaf::Timestamp => text("date-time"),
        Leaf::Span => text("duration"),
        Leaf::Decimal => json!({"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?$"}),
        Leaf::Url => text("uri"),
        Leaf::Bytes => {
            let bytes = json!({"type": "array", "items": integer(Leaf::U8)});
            match form {
                Form::Written => bytes,
                Form::Read => json!({"anyOf": [bytes, {"type": "string"}]}),
            }
        }
        _ => integer(leaf),
    }
}

/// NaN and the infinities are written as null, and null is not read.
fn float(format: &str, form: Form) -> Value {
    match form {
        Form::Written => json!({"type": ["number", "null"], "format": format}),
        Form::Read => json!({"type": "number", "format": format}),
    }
}

fn seconds(whole: &str, rest: &str) -> Value {
    json!({
        "type": "object",
        "properties": {
            whole: integer(Leaf::U64),
            rest: {"type": "integer", "minimum": 0, "maximum": 999_999_999},
        },
        "required": [whole, rest],
        "additionalProperties": false,
    })
}

/// Integers with their bounds; those of 128 bits have none, because few readers of schemas keep
/// such numbers exactly.
fn integer(leaf: Leaf) -> Value {
    let word = leaf.word();
    let nonzero = word.starts_with("nonzero_");
    let word = word.trim_start_matches("nonzero_");
    let mut schema = match word {
        "i8" => json!({"minimum": i8::MIN, "maximum": i8::MAX}),
        "i16" => json!({"minimum": i16::MIN, "maximum": i16::MAX}),
        "i32" => json!({"minimum": i32::MIN, "maximum": i32::MAX}),
        "i64" => json!({"minimum": i64::MIN, "maximum": i64::MAX}),
        "u8" => json!({"minimum": 0, "maximum": u8::MAX}),
        "u16" => json!({"minimum": 0, "maximum": u16::MAX}),
        "u32" => json!({"minimum": 0, "maximum": u32::MAX}),
        "u64" => json!({"minimum": 0, "maximum": u64::MAX}),
        "u128" => json!({"minimum": 0}),
        _ => json!({}),
    };
    schema["type"] = "integer".into();
    schema["format"] =
        word.replace('u', "uint").replace('i', "int").replace("uintnt", "uint").into();
    if nonzero && word.starts_with('u') {
        schema["minimum"] = 1.into();
    } else if nonzero {
        schema["not"] = json!({"const": 0});
    }
    schema
}

/// The schema of a basic type as a key of an object; none where any string is one.
pub(super) fn key(leaf: Leaf, form: Form) -> Option<Value> {
    match leaf {
        Leaf::Any | Leaf::String => None,
        Leaf::Bool => Some(json!({"enum": ["true", "false"]})),
        _ => match self::leaf(leaf, form) {
            schema if schema["type"] == "string" => Some(schema),
            schema if schema["type"] == "integer" => {
                let unsigned = schema["minimum"].as_u64().is_some();
                let zero = if leaf.word().starts_with("nonzero_") { "" } else { "0|" };
                let sign = if unsigned { "" } else { "-?" };
                Some(json!({"pattern": format!("^({zero}{sign}[1-9][0-9]*)$")}))
            }
            _ => None,
        },
    }
}
