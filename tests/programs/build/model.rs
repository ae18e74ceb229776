//! Types as their author writes them.

/// The types of one version. The first is the root, `T`.
#[derive(Clone)]
pub(crate) struct Version {
    pub(crate) items: Vec<Item>,
}

#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) name: &'static str,
    pub(crate) body: Body,
    /// Keys of maps and elements of sets are compared.
    pub(crate) ordered: bool,
    /// Has the type parameter `X`.
    pub(crate) generic: bool,
    pub(crate) rename_all: Option<Case>,
    pub(crate) rename_all_fields: Option<Case>,
    pub(crate) tagging: Tagging,
    pub(crate) denies: bool,
    pub(crate) default: bool,
    pub(crate) transparent: bool,
    pub(crate) conversion: Conversion,
    /// Says what changes nothing on the wire.
    pub(crate) wordy: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Case {
    Both(&'static str),
    Written(&'static str),
    Read(&'static str),
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tagging {
    External,
    Internal(&'static str),
    Adjacent(&'static str, &'static str),
    Untagged,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Conversion {
    None,
    From,
    Into,
    Both,
    TryFrom,
}

#[derive(Clone)]
pub(crate) enum Body {
    Unit,
    Newtype(Field),
    Tuple(Vec<Field>),
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
}

impl Body {
    pub(crate) fn fields_mut(&mut self) -> &mut [Field] {
        match self {
            Self::Unit | Self::Enum(_) => &mut [],
            Self::Newtype(field) => std::slice::from_mut(field),
            Self::Tuple(fields) | Self::Struct(fields) => fields,
        }
    }
}

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) of: Type,
    pub(crate) rename: Option<Case>,
    pub(crate) aliases: Vec<&'static str>,
    pub(crate) default: Default,
    pub(crate) skip: Skip,
    pub(crate) skip_if: SkipIf,
    pub(crate) flatten: bool,
    pub(crate) codec: Codec,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Default {
    None,
    Trait,
    Function,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Skip {
    None,
    Both,
    Writing,
    Reading,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum SkipIf {
    Never,
    None,
    Usual,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Codec {
    None,
    With(&'static str),
    Writing,
    Reading,
}

#[derive(Clone)]
pub(crate) struct Variant {
    pub(crate) name: &'static str,
    pub(crate) body: Body,
    pub(crate) rename: Option<Case>,
    pub(crate) rename_all: Option<Case>,
    pub(crate) aliases: Vec<&'static str>,
    pub(crate) skip: Skip,
    pub(crate) other: bool,
    pub(crate) untagged: bool,
    pub(crate) codec: Codec,
}

#[derive(Clone, PartialEq)]
pub(crate) enum Type {
    Leaf(&'static Leaf),
    /// `Box`, `Arc` and the like: nothing on the wire.
    Around(&'static str, Box<Type>),
    Option(Box<Type>),
    List(&'static str, Box<Type>),
    /// In an order, or what is written twice would differ from itself.
    Set(&'static str, Box<Type>),
    Array(Box<Type>, usize),
    Tuple(Vec<Type>),
    Map(&'static str, Box<Type>, Box<Type>),
    /// Types of std with one parameter that are neither lists nor pointers.
    Std(&'static str, Box<Type>),
    Result(Box<Type>, Box<Type>),
    /// A type of this version by its place, and its argument if it is generic.
    Item(usize, Option<Box<Type>>),
    /// `X`.
    Parameter,
}

/// A type that is one value on the wire, and a few of its values; the first is its default.
pub(crate) struct Leaf {
    pub(crate) name: &'static str,
    pub(crate) values: &'static [&'static str],
    pub(crate) has_default: bool,
    /// Can be the key of a map.
    pub(crate) key: bool,
}

const fn leaf(name: &'static str, values: &'static [&'static str]) -> Leaf {
    Leaf { name, values, has_default: true, key: false }
}

const fn key(name: &'static str, values: &'static [&'static str]) -> Leaf {
    Leaf { name, values, has_default: true, key: true }
}

const fn bare(name: &'static str, values: &'static [&'static str]) -> Leaf {
    Leaf { name, values, has_default: false, key: false }
}

pub(crate) const LEAVES: &[Leaf] = &[
    key("bool", &["false", "true"]),
    key("u8", &["0", "1", "255"]),
    key("u16", &["0", "256", "65535"]),
    key("u32", &["0", "65536", "u32::MAX"]),
    key("u64", &["0", "4294967296", "9007199254740993", "u64::MAX"]),
    key("i8", &["0", "-1", "127"]),
    key("i16", &["0", "-129", "i16::MAX"]),
    key("i32", &["0", "-129", "i32::MIN"]),
    key("i64", &["0", "-1", "i64::MIN", "i64::MAX"]),
    key("u128", &["0", "1", "u128::MAX"]),
    key("i128", &["0", "-1", "i128::MIN"]),
    key("usize", &["0", "1"]),
    key("char", &["'\\0'", "'w'", "'W'"]),
    // No name of a field: a map may hold none of the fields beside it that are left out.
    key("String", &["String::new()", "\"w\".to_owned()", "\"W\".to_owned()", "\"1\".to_owned()"]),
    // What is no number is written as null, which no version reads back: it is not tried.
    leaf("f32", &["0.0", "1.5"]),
    leaf("f64", &["0.0", "0.1", "1e300"]),
    leaf("()", &["()"]),
    leaf("PhantomData<u8>", &["PhantomData"]),
    leaf("Duration", &["Duration::ZERO", "Duration::MAX"]),
    leaf("PathBuf", &["PathBuf::new()", "PathBuf::from(\"a/b\")"]),
    leaf("Cow<'static, str>", &["Cow::Borrowed(\"\")", "Cow::Borrowed(\"x\")"]),
    leaf("Value", &["Value(serde_json::Value::Null)", "Value(serde_json::json!({\"w\": 1}))"]),
    leaf("Wrapping<u8>", &["Wrapping(0)", "Wrapping(200)"]),
    leaf("Saturating<i8>", &["Saturating(0)", "Saturating(-128)"]),
    leaf("OsString", &["OsString::new()", "OsString::from(\"a\")"]),
    leaf("CString", &["CString::default()", "c\"ab\".to_owned()"]),
    bare(
        "serde_json::Number",
        &["serde_json::Number::from(0)", "serde_json::Number::from_f64(1.5).unwrap()"],
    ),
    bare("SocketAddrV4", &["SocketAddrV4::new(Ipv4Addr::LOCALHOST, 80)"]),
    bare("SocketAddrV6", &["SocketAddrV6::new(Ipv6Addr::LOCALHOST, 80, 0, 3)"]),
    bare("Weekday", &["Weekday::Mon", "Weekday::Sun"]),
    bare("Month", &["Month::January", "Month::May"]),
    bare("SystemTime", &["SystemTime::UNIX_EPOCH"]),
    bare("IpAddr", &["IpAddr::V4(Ipv4Addr::LOCALHOST)", "IpAddr::V6(Ipv6Addr::LOCALHOST)"]),
    bare("Ipv4Addr", &["Ipv4Addr::LOCALHOST"]),
    bare("Ipv6Addr", &["Ipv6Addr::LOCALHOST"]),
    bare("SocketAddr", &["SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 80)"]),
    bare("NonZeroU8", &["NonZeroU8::MIN", "NonZeroU8::MAX"]),
    bare("NonZeroI8", &["NonZeroI8::MIN", "NonZeroI8::MAX"]),
    bare("NonZeroU64", &["NonZeroU64::MIN", "NonZeroU64::MAX"]),
    bare("NonZeroU128", &["NonZeroU128::MIN", "NonZeroU128::MAX"]),
    bare("time::Date", &["time::Date::MIN"]),
    bare("time::OffsetDateTime", &["time::OffsetDateTime::UNIX_EPOCH"]),
    bare("time::Weekday", &["time::Weekday::Monday", "time::Weekday::Sunday"]),
    leaf("Bytes", &["Bytes::new()", "Bytes::from_static(b\"ab\")"]),
    leaf("Decimal", &["Decimal::ZERO", "Decimal::new(-125, 2)"]),
    leaf("NaiveDate", &["NaiveDate::default()", "NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()"]),
    leaf("DateTime<Utc>", &["DateTime::UNIX_EPOCH", "DateTime::from_timestamp_nanos(1500)"]),
    key("Uuid", &["Uuid::nil()", "Uuid::max()"]),
    bare("Url", &["Url::parse(\"https://example.com/a?b\").unwrap()"]),
];

impl Type {
    /// The leaf of this name.
    pub(crate) fn leaf(name: &str) -> Self {
        Self::Leaf(LEAVES.iter().find(|leaf| leaf.name == name).expect("a leaf of the table"))
    }

    /// Whether the type has a default without anybody's help.
    pub(crate) fn has_default(&self) -> bool {
        match self {
            Self::Leaf(leaf) => leaf.has_default,
            Self::Around(_, of) => of.has_default(),
            Self::Array(of, _) => of.has_default(),
            Self::Tuple(of) => of.iter().all(Self::has_default),
            Self::Std(name, of) => *name == "Range" && of.has_default(),
            Self::Result(..) => false,
            Self::Option(_) | Self::List(..) | Self::Set(..) | Self::Map(..) => true,
            Self::Item(..) | Self::Parameter => true,
        }
    }
}

impl PartialEq for Leaf {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
