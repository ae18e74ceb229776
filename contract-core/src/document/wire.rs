//! Type expressions: how a wire shape is written in a document.
//!
//! A string names a leaf (`"u64"`) or a type of the document (`"LineItem"`); an object with one
//! member builds a shape from others (`{"list": "LineItem"}`).

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// A wire shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireType {
    /// `"u64"`: a shape known by name.
    Leaf(Leaf),
    /// `"LineItem"`: a type of this document.
    Named(String),
    /// `{"option": T}`: T, or null; as a field it may be missing when it is read.
    Option(Box<WireType>),
    /// `{"list": T}`: an array of any length.
    List(Box<WireType>),
    /// `{"set": T}`: written without equal elements; duplicates are dropped when read.
    Set(Box<WireType>),
    /// `{"map": [K, V]}`: an object whose keys are written from values of K.
    Map(Box<WireType>, Box<WireType>),
    /// `{"tuple": [T, ..]}`: an array with one shape per position.
    Tuple(Vec<WireType>),
    /// `{"array": [T, n]}`: an array of exactly n elements.
    Array(Box<WireType>, u64),
    /// `{"short_list": [T, n]}`: an array of at most n elements.
    ShortList(Box<WireType>, u64),
    /// `{"short_text": n}`: a string of at most n bytes in UTF-8.
    ShortText(u64),
    /// `{"split": [W, R]}`: written as W, read as R.
    Split(Box<WireType>, Box<WireType>),
    /// `{"opaque": "codec"}` or `{"opaque": ["codec", T]}`: a codec known by its name only, whose
    /// documents are some of T's.
    Opaque(String, Option<Box<WireType>>),
    /// `{"codec": ["codec", T]}`: a codec stands between serde and T, and what it makes of T is
    /// known to itself only.
    Codec(String, Box<WireType>),
    /// `{"schema": {..}}`: whatever the JSON Schema accepts.
    Schema(Value),
}

macro_rules! leaves {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)+) => {
        /// A shape known by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Leaf {
            $($(#[$doc])* $variant,)+
        }

        impl Leaf {
            /// Every leaf.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it in a document.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The leaf with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

leaves! {
    /// Any JSON value (`serde_json::Value`, `IgnoredAny`).
    Any = "any",
    /// Any JSON text, kept as it is (`serde_json::value::RawValue`); never read from a buffer.
    Raw = "raw",
    /// `null`: `()`. From a buffer an empty object is read as well.
    Null = "null",
    /// `null`: `PhantomData`. From a buffer an empty object or array is read as well.
    Phantom = "phantom",
    /// `null` and nothing else, in place of a field that is skipped.
    Skipped = "skipped",
    /// No value at all: `Infallible`, `!`.
    Never = "never",
    /// `true` or `false`.
    Bool = "bool",
    /// 8 bits, signed.
    I8 = "i8",
    /// 16 bits, signed.
    I16 = "i16",
    /// 32 bits, signed.
    I32 = "i32",
    /// 64 bits, signed; `isize` as well.
    I64 = "i64",
    /// 128 bits, signed.
    I128 = "i128",
    /// 8 bits, unsigned.
    U8 = "u8",
    /// 16 bits, unsigned.
    U16 = "u16",
    /// 32 bits, unsigned.
    U32 = "u32",
    /// 64 bits, unsigned; `usize` as well.
    U64 = "u64",
    /// 128 bits, unsigned.
    U128 = "u128",
    /// 8 bits, signed, not zero.
    NonZeroI8 = "nonzero_i8",
    /// 16 bits, signed, not zero.
    NonZeroI16 = "nonzero_i16",
    /// 32 bits, signed, not zero.
    NonZeroI32 = "nonzero_i32",
    /// 64 bits, signed, not zero.
    NonZeroI64 = "nonzero_i64",
    /// 128 bits, signed, not zero.
    NonZeroI128 = "nonzero_i128",
    /// 8 bits, unsigned, not zero.
    NonZeroU8 = "nonzero_u8",
    /// 16 bits, unsigned, not zero.
    NonZeroU16 = "nonzero_u16",
    /// 32 bits, unsigned, not zero.
    NonZeroU32 = "nonzero_u32",
    /// 64 bits, unsigned, not zero.
    NonZeroU64 = "nonzero_u64",
    /// 128 bits, unsigned, not zero.
    NonZeroU128 = "nonzero_u128",
    /// 64 bits, with a sign or without: what `Saturating` reads.
    Integer = "integer",
    /// Any number: a 64-bit integer or a double, written as the one that it is
    /// (`serde_json::Number`).
    Number = "number",
    /// Single precision; NaN and infinities are written as null.
    F32 = "f32",
    /// Double precision; NaN and infinities are written as null.
    F64 = "f64",
    /// A string of one character.
    Char = "char",
    /// Any string.
    String = "string",
    /// Any string when written. When read one without quotes, backslashes and control characters:
    /// `&str`, which serde_json reads only from a text that needs no escapes (RFC 8259, section 7).
    BorrowedString = "borrowed_string",
    /// `std::time::Duration`: `{"secs": u64, "nanos": u32}`.
    Duration = "duration",
    /// `std::time::SystemTime`: `{"secs_since_epoch": u64, "nanos_since_epoch": u32}`.
    SystemTime = "system_time",
    /// An IPv4 address as text.
    Ipv4 = "ipv4",
    /// An IPv6 address as text.
    Ipv6 = "ipv6",
    /// An IPv4 or IPv6 address as text.
    Ip = "ip",
    /// An address and a port as text.
    SocketAddr = "socket_addr",
    /// An IPv4 address and a port as text.
    SocketAddrV4 = "socket_addr_v4",
    /// An IPv6 address and a port as text.
    SocketAddrV6 = "socket_addr_v6",
    /// A UUID as text (RFC 9562).
    Uuid = "uuid",
    /// A calendar date, `YYYY-MM-DD`.
    Date = "date",
    /// A time of day without offset.
    Time = "time",
    /// A day of the week as text (`Mon`); read in full or by three letters, in any case.
    Weekday = "weekday",
    /// A month as text (`January`); read in full or by three letters, in any case.
    Month = "month",
    /// A date and time with an offset (RFC 3339).
    DateTime = "date_time",
    /// A date and time without an offset.
    LocalDateTime = "local_date_time",
    /// An instant in UTC (RFC 3339 with `Z`).
    Timestamp = "timestamp",
    /// A date and time with a zone in brackets (RFC 9557).
    Zoned = "zoned",
    /// A span of time as text (ISO 8601).
    Span = "span",
    /// A decimal number as text.
    Decimal = "decimal",
    /// A decimal number of any size as text, perhaps with an exponent; any number is read.
    BigDecimal = "big_decimal",
    /// A semantic version as text.
    Version = "version",
    /// Comparisons of semantic versions as text (`^1.2, <3`).
    VersionReq = "version_req",
    /// One comparison of semantic versions as text (`^1.2`).
    Comparator = "version_comparator",
    /// An absolute URL as text.
    Url = "url",
    /// Bytes as an array of numbers; a byte buffer also reads a string.
    Bytes = "bytes",
    /// Bytes without a zero among them (`CString`).
    CString = "c_string",
}

impl WireType {
    /// Calls `visit` with every type name in this expression.
    pub fn names<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        match self {
            Self::Leaf(_) | Self::ShortText(_) | Self::Schema(_) | Self::Opaque(_, None) => {}
            Self::Named(name) => visit(name),
            Self::Option(of)
            | Self::List(of)
            | Self::Set(of)
            | Self::Array(of, _)
            | Self::ShortList(of, _)
            | Self::Opaque(_, Some(of))
            | Self::Codec(_, of) => of.names(visit),
            Self::Map(a, b) | Self::Split(a, b) => {
                a.names(visit);
                b.names(visit);
            }
            Self::Tuple(of) => of.iter().for_each(|item| item.names(visit)),
        }
    }

    /// The same expression with every type name replaced.
    #[must_use]
    pub fn rename(&self, with: &mut dyn FnMut(&str) -> String) -> Self {
        let mut boxed = |of: &Self| Box::new(of.rename(with));
        match self {
            Self::Leaf(_) | Self::ShortText(_) | Self::Schema(_) | Self::Opaque(_, None) => {
                self.clone()
            }
            Self::Named(name) => Self::Named(with(name)),
            Self::Option(of) => Self::Option(boxed(of)),
            Self::List(of) => Self::List(boxed(of)),
            Self::Set(of) => Self::Set(boxed(of)),
            Self::Array(of, length) => Self::Array(boxed(of), *length),
            Self::ShortList(of, most) => Self::ShortList(boxed(of), *most),
            Self::Opaque(codec, Some(of)) => Self::Opaque(codec.clone(), Some(boxed(of))),
            Self::Codec(codec, of) => Self::Codec(codec.clone(), boxed(of)),
            Self::Map(a, b) => Self::Map(boxed(a), boxed(b)),
            Self::Split(a, b) => Self::Split(boxed(a), boxed(b)),
            Self::Tuple(of) => Self::Tuple(of.iter().map(|item| item.rename(with)).collect()),
        }
    }
}

impl Serialize for WireType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn one<S: Serializer, T: Serialize + ?Sized>(
            serializer: S,
            key: &str,
            value: &T,
        ) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(key, value)?;
            map.end()
        }
        match self {
            Self::Leaf(leaf) => serializer.serialize_str(leaf.word()),
            Self::Named(name) => serializer.serialize_str(name),
            Self::Option(of) => one(serializer, "option", of),
            Self::List(of) => one(serializer, "list", of),
            Self::Set(of) => one(serializer, "set", of),
            Self::Map(key, value) => one(serializer, "map", &(key, value)),
            Self::Tuple(of) => one(serializer, "tuple", of),
            Self::Array(of, length) => one(serializer, "array", &(of, length)),
            Self::ShortList(of, most) => one(serializer, "short_list", &(of, most)),
            Self::ShortText(most) => one(serializer, "short_text", most),
            Self::Split(written, read) => one(serializer, "split", &(written, read)),
            Self::Opaque(codec, None) => one(serializer, "opaque", codec),
            Self::Opaque(codec, Some(of)) => one(serializer, "opaque", &(codec, of)),
            Self::Codec(codec, of) => one(serializer, "codec", &(codec, of)),
            Self::Schema(schema) => one(serializer, "schema", schema),
        }
    }
}

/// The member names of type expressions.
const BUILDERS: &[&str] = &[
    "array",
    "codec",
    "list",
    "map",
    "opaque",
    "option",
    "schema",
    "set",
    "short_list",
    "short_text",
    "split",
    "tuple",
];

impl<'de> Deserialize<'de> for WireType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Expression;

        impl<'de> Visitor<'de> for Expression {
            type Value = WireType;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a type: a name such as \"u64\" or an object such as {\"list\": ..}")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<WireType, E> {
                Ok(Leaf::from_word(word)
                    .map_or_else(|| WireType::Named(word.to_owned()), WireType::Leaf))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WireType, A::Error> {
                let key: String =
                    map.next_key()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
                let shape = match key.as_str() {
                    "option" => WireType::Option(map.next_value()?),
                    "list" => WireType::List(map.next_value()?),
                    "set" => WireType::Set(map.next_value()?),
                    "tuple" => WireType::Tuple(map.next_value()?),
                    "map" => {
                        let (key, value) = map.next_value()?;
                        WireType::Map(key, value)
                    }
                    "array" => {
                        let (of, length) = map.next_value()?;
                        WireType::Array(of, length)
                    }
                    "short_list" => {
                        let (of, most) = map.next_value()?;
                        WireType::ShortList(of, most)
                    }
                    "short_text" => WireType::ShortText(map.next_value()?),
                    "split" => {
                        let (written, read) = map.next_value()?;
                        WireType::Split(written, read)
                    }
                    "opaque" => match map.next_value()? {
                        Value::String(codec) => WireType::Opaque(codec, None),
                        other => {
                            let (codec, of) =
                                serde_json::from_value(other).map_err(de::Error::custom)?;
                            WireType::Opaque(codec, Some(of))
                        }
                    },
                    "codec" => {
                        let (codec, of) = map.next_value()?;
                        WireType::Codec(codec, of)
                    }
                    "schema" => WireType::Schema(map.next_value()?),
                    other => return Err(de::Error::unknown_field(other, BUILDERS)),
                };
                if let Some(second) = map.next_key::<String>()? {
                    return Err(de::Error::custom(format_args!(
                        "a type has one member, but `{second}` follows `{key}`"
                    )));
                }
                Ok(shape)
            }
        }

        deserializer.deserialize_any(Expression)
    }
}

/// The JSON Schema of type expressions, which are read by hand.
#[cfg(feature = "document-schema")]
impl schemars::JsonSchema for WireType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WireType".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let one = generator.subschema_for::<Self>();
        let pair = serde_json::json!({
            "type": "array", "prefixItems": [one, one], "minItems": 2, "maxItems": 2,
        });
        let builder = |word: &str, of: &serde_json::Value| {
            serde_json::json!({
                "type": "object",
                "properties": {word: of},
                "required": [word],
                "additionalProperties": false,
            })
        };
        let one = serde_json::json!(one);
        let length = serde_json::json!({"type": "integer", "minimum": 0});
        let words: Vec<&str> = Leaf::ALL.iter().map(|leaf| leaf.word()).collect();
        schemars::json_schema!({
            "description": "A wire shape: a name, or an object with one member that builds a shape \
                            from others.",
            "anyOf": [
                {"description": "A shape known by name.", "enum": words},
                {"description": "The name of a type of this document.", "type": "string"},
                builder("option", &one),
                builder("list", &one),
                builder("set", &one),
                builder("map", &pair),
                builder("split", &pair),
                builder("tuple", &serde_json::json!({"type": "array", "items": one})),
                builder("array", &serde_json::json!({
                    "type": "array", "prefixItems": [one, length], "minItems": 2, "maxItems": 2,
                })),
                builder("short_list", &serde_json::json!({
                    "type": "array", "prefixItems": [one, length], "minItems": 2, "maxItems": 2,
                })),
                builder("short_text", &length),
                builder("opaque", &serde_json::json!({"anyOf": [
                    {"type": "string"},
                    {
                        "type": "array",
                        "prefixItems": [{"type": "string"}, one],
                        "minItems": 2,
                        "maxItems": 2,
                    },
                ]})),
                builder("codec", &serde_json::json!({
                    "type": "array",
                    "prefixItems": [{"type": "string"}, one],
                    "minItems": 2,
                    "maxItems": 2,
                })),
                builder("schema", &serde_json::json!(true)),
            ],
        })
    }
}
