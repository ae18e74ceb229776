//! Leaves as JSON Schemas.

use serde_json::{Value, json};

use crate::document::Leaf;

/// Seconds carry over at this many nanoseconds.
const NANOS: u32 = 1_000_000_000;

/// The values of an integer leaf, and its `format` in the OpenAPI format registry.
pub(super) struct Integer {
    format: &'static str,
    least: i128,
    greatest: u128,
    zero: bool,
}

/// The values of a leaf, if it is an integer.
pub(super) fn integer(leaf: Leaf) -> Option<Integer> {
    macro_rules! of {
        ($type:ty, $format:literal, $zero:literal) => {
            Integer {
                format: $format,
                least: i128::try_from(<$type>::MIN).unwrap_or(0),
                greatest: <$type>::MAX as u128,
                zero: $zero,
            }
        };
    }
    Some(match leaf {
        Leaf::Integer => Integer {
            format: "int64",
            least: i128::from(i64::MIN),
            greatest: u128::from(u64::MAX),
            zero: true,
        },
        Leaf::I8 => of!(i8, "int8", true),
        Leaf::I16 => of!(i16, "int16", true),
        Leaf::I32 => of!(i32, "int32", true),
        Leaf::I64 => of!(i64, "int64", true),
        Leaf::I128 => of!(i128, "int128", true),
        Leaf::U8 => of!(u8, "uint8", true),
        Leaf::U16 => of!(u16, "uint16", true),
        Leaf::U32 => of!(u32, "uint32", true),
        Leaf::U64 => of!(u64, "uint64", true),
        Leaf::U128 => of!(u128, "uint128", true),
        Leaf::NonZeroI8 => of!(i8, "int8", false),
        Leaf::NonZeroI16 => of!(i16, "int16", false),
        Leaf::NonZeroI32 => of!(i32, "int32", false),
        Leaf::NonZeroI64 => of!(i64, "int64", false),
        Leaf::NonZeroI128 => of!(i128, "int128", false),
        Leaf::NonZeroU8 => of!(u8, "uint8", false),
        Leaf::NonZeroU16 => of!(u16, "uint16", false),
        Leaf::NonZeroU32 => of!(u32, "uint32", false),
        Leaf::NonZeroU64 => of!(u64, "uint64", false),
        Leaf::NonZeroU128 => of!(u128, "uint128", false),
        _ => return None,
    })
}

impl Integer {
    /// Bounds beyond 64 bits are left out: a validator that reads numbers as doubles would check
    /// others than these.
    fn schema(&self, annotated: bool) -> Value {
        let mut schema = json!({"type": "integer"});
        if annotated {
            schema["format"] = json!(self.format);
        }
        let least = if self.least == 0 && !self.zero { 1 } else { self.least };
        if let Ok(least) = i64::try_from(least) {
            schema["minimum"] = json!(least);
        }
        if let Ok(greatest) = u64::try_from(self.greatest) {
            schema["maximum"] = json!(greatest);
        }
        if self.least < 0 && !self.zero {
            schema["not"] = json!({"const": 0});
        }
        schema
    }

    /// The texts of the values without leading zeros, as a pattern.
    fn pattern(&self) -> String {
        let mut forms = vec![up_to(self.greatest)];
        if self.least < 0 {
            forms.push(format!("-({})", up_to(self.least.unsigned_abs())));
        }
        if self.zero {
            forms.push("0".to_owned());
        }
        format!("^({})$", forms.join("|"))
    }
}

/// The decimal texts of the numbers from 1 to `greatest`: the shorter ones, those that are smaller
/// at one digit, and itself.
fn up_to(greatest: u128) -> String {
    let text = greatest.to_string();
    let mut forms = Vec::new();
    if text.len() > 1 {
        forms.push(format!("[1-9][0-9]{{0,{}}}", text.len() - 2));
    }
    for (index, digit) in text.bytes().enumerate() {
        let least = if index == 0 { b'1' } else { b'0' };
        if digit > least {
            let (same, below) = (&text[..index], char::from(digit - 1));
            let rest = text.len() - index - 1;
            forms.push(format!("{same}[{}-{below}][0-9]{{{rest}}}", char::from(least)));
        }
    }
    forms.push(text);
    forms.join("|")
}

/// The schema of a leaf. Texts carry the `format` that JSON Schema has for them, and a pattern
/// where it has none. Formats that only the OpenAPI registry has are annotations, and some
/// validators refuse formats that they do not know.
pub(super) fn schema(leaf: Leaf, annotated: bool) -> Value {
    if let Some(integer) = integer(leaf) {
        return integer.schema(annotated);
    }
    let mut schema = plain(leaf, annotated);
    if annotated && let Some(format) = registered(leaf) {
        schema["format"] = json!(format);
    }
    schema
}

/// The format of a leaf that is no integer, in the OpenAPI format registry.
fn registered(leaf: Leaf) -> Option<&'static str> {
    match leaf {
        Leaf::F32 => Some("float"),
        Leaf::F64 => Some("double"),
        Leaf::Decimal => Some("decimal"),
        _ => None,
    }
}

fn plain(leaf: Leaf, annotated: bool) -> Value {
    match leaf {
        Leaf::Any | Leaf::Raw => json!({}),
        Leaf::Null | Leaf::Phantom | Leaf::Skipped => json!({"type": "null"}),
        Leaf::Never => never(),
        Leaf::Bool => json!({"type": "boolean"}),
        Leaf::F32 | Leaf::F64 | Leaf::Number => json!({"type": "number"}),
        Leaf::Char => json!({"type": "string", "minLength": 1, "maxLength": 1}),
        Leaf::Duration | Leaf::SystemTime => {
            let properties = clock(leaf, annotated);
            let required: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
            json!({
                "type": "object",
                "required": required,
                "properties": Value::Object(
                    properties.iter().map(|(name, of)| ((*name).to_owned(), of.clone())).collect(),
                ),
                "additionalProperties": false,
            })
        }
        Leaf::Bytes => json!({"type": "array", "items": schema(Leaf::U8, annotated)}),
        Leaf::CString => json!({"type": "array", "items": schema(Leaf::NonZeroU8, annotated)}),
        text => text_schema(text),
    }
}

/// The parts of a semantic version that are numbers.
const NUMBER: &str = "(0|[1-9][0-9]{0,19})";
fn version() -> String {
    let before = before();
    let build = "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?";
    format!("{NUMBER}\\.{NUMBER}\\.{NUMBER}{before}{build}")
}

/// `^1.2`, or `1.*`.
fn comparator() -> String {
    let before = before();
    format!(
        "((=|>=?|<=?|~|\\^){NUMBER}(\\.{NUMBER}(\\.{NUMBER}{before})?)?|{NUMBER}(\\.{NUMBER})?\\.\\*)"
    )
}

/// What follows them for a version that is not released: parts without leading zeros.
fn before() -> String {
    let part = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    format!("(-{part}(\\.{part})*)?")
}

fn text_schema(leaf: Leaf) -> Value {
    const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    const TIME: &str = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?";
    let format = |format: &str| json!({"type": "string", "format": format});
    let pattern = |pattern: &str| json!({"type": "string", "pattern": format!("^{pattern}$")});
    match leaf {
        Leaf::Uuid => format("uuid"),
        Leaf::Ipv4 => format("ipv4"),
        Leaf::Ipv6 => format("ipv6"),
        Leaf::Ip => json!({"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]}),
        Leaf::Date => format("date"),
        Leaf::DateTime | Leaf::Timestamp => format("date-time"),
        Leaf::Url => format("uri"),
        Leaf::SocketAddr => pattern("([0-9.]+|\\[[0-9a-fA-F:.]+(%[0-9]+)?\\]):[0-9]{1,5}"),
        Leaf::SocketAddrV4 => pattern("[0-9.]+:[0-9]{1,5}"),
        Leaf::SocketAddrV6 => pattern("\\[[0-9a-fA-F:.]+(%[0-9]+)?\\]:[0-9]{1,5}"),
        Leaf::Weekday => json!({"enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]}),
        Leaf::Month => json!({"enum": [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]}),
        // RFC 3339 has no time and no date-time without an offset, and no zones.
        Leaf::Time => pattern(TIME),
        Leaf::LocalDateTime => pattern(&format!("{DATE}T{TIME}")),
        Leaf::Zoned => pattern(&format!(
            "{DATE}T{TIME}(Z|[+-][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?)\\[[^\\]]+\\](\\[u-ca=[a-z0-9-]+\\])?"
        )),
        // The format `duration` of RFC 3339 knows neither signs nor fractions.
        Leaf::Span => {
            pattern("-?P([0-9]+[YMWD])*(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?)?")
        }
        Leaf::Decimal => pattern("-?[0-9]{1,29}(\\.[0-9]{1,28})?"),
        Leaf::BigDecimal => pattern("-?[0-9]+(\\.[0-9]+)?([eE][+-][0-9]{1,18})?"),
        Leaf::Version => pattern(&version()),
        Leaf::Comparator => pattern(&comparator()),
        Leaf::VersionReq => {
            let one = comparator();
            pattern(&format!("(\\*|{one}(, {one})*)"))
        }
        _ => json!({"type": "string"}),
    }
}

/// The members of `std::time`'s two structs. A reader takes nanoseconds up to `u32::MAX` and
/// carries them over; that is not published.
pub(super) fn clock(leaf: Leaf, annotated: bool) -> [(&'static str, Value); 2] {
    let mut secs = schema(Leaf::U64, annotated);
    let mut nanos = schema(Leaf::U32, annotated);
    nanos["maximum"] = json!(NANOS - 1);
    if leaf == Leaf::SystemTime {
        secs["maximum"] = json!(i64::MAX);
        return [("secs_since_epoch", secs), ("nanos_since_epoch", nanos)];
    }
    [("secs", secs), ("nanos", nanos)]
}

/// Texts that need no escapes in JSON: what is read as a borrowed string.
pub(super) fn unescaped() -> Value {
    json!({"type": "string", "pattern": "^[^\"\\\\\\u0000-\\u001f]*$"})
}

/// No document at all.
pub(super) fn never() -> Value {
    json!({"not": {}})
}

/// The texts of a leaf's values as keys of a map; none if it has no such texts.
pub(super) fn key(leaf: Leaf) -> Option<Value> {
    if let Some(integer) = integer(leaf) {
        return Some(json!({"pattern": integer.pattern()}));
    }
    Some(match leaf {
        Leaf::String | Leaf::BorrowedString | Leaf::Any => json!({}),
        Leaf::Bool => json!({"enum": ["false", "true"]}),
        Leaf::F32 | Leaf::F64 => {
            json!({"pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"})
        }
        Leaf::Null
        | Leaf::Phantom
        | Leaf::Skipped
        | Leaf::Raw
        | Leaf::Never
        | Leaf::Number
        | Leaf::Duration
        | Leaf::SystemTime
        | Leaf::Bytes
        | Leaf::CString => return None,
        text => schema(text, false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_exact_as_far_as_json_numbers_go() {
        assert_eq!(schema(Leaf::U64, true)["maximum"], json!(u64::MAX));
        assert_eq!(schema(Leaf::I64, true)["minimum"], json!(i64::MIN));
        assert_eq!(schema(Leaf::NonZeroU8, true)["minimum"], json!(1));
        assert_eq!(schema(Leaf::NonZeroI8, true)["not"], json!({"const": 0}));
        assert_eq!(schema(Leaf::U128, true).get("maximum"), None);
        assert_eq!(schema(Leaf::I128, true).get("minimum"), None);
    }

    #[test]
    fn keys_are_bounded_digit_by_digit() {
        assert_eq!(up_to(5), "[1-4][0-9]{0}|5");
        assert_eq!(up_to(255), "[1-9][0-9]{0,1}|[1-1][0-9]{2}|2[0-4][0-9]{1}|25[0-4][0-9]{0}|255");
    }
}
