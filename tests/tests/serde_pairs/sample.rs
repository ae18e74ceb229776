//! Documents near a type: most are like what its reader takes, some are spoilt. The sampler
//! follows the wire model with no care for what serde thinks of the result; serde says that.

use contract_check::json::Json;
use contract_core::document::{
    Content, Document, Enum, Field, Leaf, Read, Shape, Struct, Tagging, Variant, WireType,
};
use serde_json::value::RawValue;

/// A sampler with a seed of its own.
pub(crate) struct Sampler<'d> {
    document: &'d Document,
    state: u64,
}

/// How deep a document may become before the sampler looks for an end.
const DEPTH: usize = 6;

impl<'d> Sampler<'d> {
    pub(crate) fn new(document: &'d Document, seed: &str) -> Self {
        // FNV-1a, so that a sample depends on nothing but the name of the pair.
        let state = seed.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { document, state: state | 1 }
    }

    /// xorshift64*.
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// A document near a type.
    pub(crate) fn document(&mut self, wire: &WireType) -> String {
        self.value(wire, 0)
    }

    fn any(&mut self) -> String {
        self.pick(&[
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "2",
            "255",
            "256",
            "-129",
            "65536",
            "4294967296",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "1.0",
            "1.5",
            "-0",
            "1e2",
            "1e30",
            "\"\"",
            "\"a\"",
            "\"A\"",
            "\"x\"",
            "\"1\"",
            "\"true\"",
            "\"ab\"",
            "[]",
            "[1]",
            "[\"a\"]",
            "[1,2]",
            "[null]",
            "{}",
            "{\"a\":1}",
            "{\"x\":null}",
            "{\"A\":null}",
            "{\"1\":1}",
            "[[]]",
            "{\"a\":{}}",
        ])
        .to_owned()
    }

    fn value(&mut self, wire: &WireType, depth: usize) -> String {
        if self.once_in(25) {
            return self.any();
        }
        match wire {
            WireType::Leaf(leaf) => self.leaf(*leaf),
            WireType::Named(name) => match self.document.types.get(name) {
                Some(of) => self.shape(&of.shape, depth + 1),
                None => "null".to_owned(),
            },
            WireType::Option(of) => {
                if depth > DEPTH || self.once_in(3) {
                    "null".to_owned()
                } else {
                    self.value(of, depth)
                }
            }
            WireType::List(of) | WireType::Set(of) => {
                let length = if depth > DEPTH { 0 } else { self.below(4) };
                self.list((0..length).map(|_| &**of), depth)
            }
            WireType::Array(of, length) => {
                let odd = usize::from(self.once_in(20));
                self.list((0..*length as usize + odd).map(|_| &**of), depth)
            }
            WireType::Tuple(of) => {
                let length = if self.once_in(15) { self.below(of.len() + 1) } else { of.len() };
                self.list(of.iter().take(length), depth)
            }
            WireType::Map(key, of) => {
                let length = if depth > DEPTH { 0 } else { self.below(3) };
                let mut members = Vec::new();
                for _ in 0..length {
                    let key = self.key(key, depth);
                    members.push((key, self.value(of, depth + 1)));
                }
                self.object(members)
            }
            WireType::ShortList(of, most) => {
                let length = if depth > DEPTH { 0 } else { self.below(*most as usize + 2) };
                self.list((0..length).map(|_| &**of), depth)
            }
            WireType::ShortText(most) => {
                let letter = self.pick(&["a", "é", "😀"]);
                let length = self.below(*most as usize + 2);
                format!("\"{}\"", letter.repeat(length))
            }
            WireType::Split(written, read) => {
                let of = if self.once_in(2) { written } else { read };
                self.value(of, depth)
            }
            WireType::Opaque(_, Some(of)) => self.value(of, depth),
            // Some codecs change little, so what is behind them is worth a try.
            WireType::Codec(_, of) if self.once_in(2) => self.value(of, depth),
            WireType::Opaque(_, None) | WireType::Codec(..) | WireType::Schema(_) => self.any(),
        }
    }

    fn key(&mut self, wire: &WireType, depth: usize) -> String {
        let text = self.value(wire, depth + 1);
        match serde_json::from_str::<serde_json::Value>(&text) {
            // serde_json 1.0.154 cuts the first character of a key in two where it looks for a
            // truth value, and panics over what is left of one that is not ASCII.
            Ok(serde_json::Value::String(key)) if key.is_ascii() => key,
            _ if self.once_in(10) => {
                self.pick(&["", "01", "+1", "-0", "1.0", " 1", "x"]).to_owned()
            }
            _ => text.chars().take(30).collect(),
        }
    }

    fn list<'w>(&mut self, of: impl Iterator<Item = &'w WireType>, depth: usize) -> String {
        let items: Vec<String> = of.map(|of| self.value(of, depth + 1)).collect();
        format!("[{}]", items.join(","))
    }

    /// An object; names are mostly distinct, and sometimes in another order.
    fn object(&mut self, mut members: Vec<(String, String)>) -> String {
        if self.once_in(12) {
            let name = self.pick(&["extra", "a", "x", "type", "0"]).to_owned();
            members.push((name, self.any()));
        }
        if !members.is_empty() && self.once_in(12) {
            let index = self.below(members.len());
            members.remove(index);
        }
        if members.len() > 1 && self.once_in(4) {
            let index = self.below(members.len());
            members.rotate_left(index);
        }
        if self.once_in(12) {
            let again = self.below(members.len() + 1);
            let value = match self.below(3) {
                0 => self.any(),
                other => members.iter().rev().nth(other).map_or("1".to_owned(), |it| it.1.clone()),
            };
            let again = members.get(again).map(|(name, _)| (name.clone(), value));
            members.extend(again);
        } else {
            let mut names = std::collections::BTreeSet::new();
            members.retain(|(name, _)| names.insert(name.clone()));
        }
        let members: Vec<String> = members
            .iter()
            .map(|(name, value)| {
                format!("{}:{value}", serde_json::to_string(name).expect("a string"))
            })
            .collect();
        format!("{{{}}}", members.join(","))
    }

    fn shape(&mut self, shape: &Shape, depth: usize) -> String {
        match shape {
            Shape::Struct(of) => self.fields(of, depth),
            Shape::Tuple(fields) => self.positions(fields, depth),
            Shape::Unit => self.pick(&["null", "null", "{}", "[]"]).to_owned(),
            Shape::Alias(of) | Shape::Newtype(of) => self.value(of, depth),
            Shape::Enum(of) => self.variant(of, depth),
        }
    }

    fn positions(&mut self, fields: &[Field], depth: usize) -> String {
        let length = if self.once_in(6) { self.below(fields.len() + 1) } else { fields.len() };
        let fields = fields.iter().filter(|field| field.read != Read::Never);
        let wires: Vec<&WireType> = fields.take(length).map(|field| &field.wire).collect();
        self.list(wires.into_iter(), depth)
    }

    fn fields(&mut self, of: &Struct, depth: usize) -> String {
        if self.once_in(10) {
            return self.positions(&of.fields, depth);
        }
        let members = self.members(of, depth);
        self.object(members)
    }

    fn members(&mut self, of: &Struct, depth: usize) -> Vec<(String, String)> {
        let mut members = Vec::new();
        if let Some(tag) = &of.tag {
            members.push((tag.name.clone(), format!("{:?}", tag.value)));
        }
        for field in &of.fields {
            if field.flatten {
                let value = self.value(&field.wire, depth);
                members.extend(parts(&value));
                continue;
            }
            let leave_out = if depth > DEPTH { 1 } else { 6 };
            if !matches!(field.read, Read::Required | Read::Demanded) && self.once_in(leave_out) {
                continue;
            }
            if matches!(field.wire, WireType::Option(_)) && self.once_in(4) {
                continue;
            }
            let mut names = vec![field.name.as_str()];
            names.extend(field.read_name.as_deref());
            names.extend(field.aliases.iter().map(String::as_str));
            let name = self.pick(&names).to_owned();
            if names.len() > 1 && self.once_in(10) {
                let again = self.pick(&names).to_owned();
                members.push((again, self.value(&field.wire, depth)));
            }
            members.push((name, self.value(&field.wire, depth)));
        }
        members
    }

    fn content(&mut self, content: &Content, depth: usize) -> String {
        match content {
            Content::Unit => self.pick(&["null", "null", "null", "{}", "[]", "1"]).to_owned(),
            Content::Newtype(of) => self.value(of, depth),
            Content::Tuple(fields) => self.positions(fields, depth),
            Content::Struct(of) => self.fields(of, depth),
        }
    }

    fn variant(&mut self, of: &Enum, depth: usize) -> String {
        if of.variants.is_empty() {
            return self.any();
        }
        let leafs: Vec<&Variant> =
            of.variants.iter().filter(|variant| variant.content.is_unit()).collect();
        let variant = if depth > DEPTH && !leafs.is_empty() {
            self.pick(&leafs)
        } else {
            &of.variants[self.below(of.variants.len())]
        };
        let mut names = vec![variant.name.as_str()];
        names.extend(variant.read_name.as_deref());
        names.extend(variant.aliases.iter().map(String::as_str));
        let mut name = self.pick(&names).to_owned();
        if self.once_in(12) {
            name = "unknown".to_owned();
        }
        let told = format!("{name:?}");
        let tagging = if variant.untagged { &Tagging::Untagged } else { &of.tagging };
        match tagging {
            Tagging::Untagged => self.content(&variant.content, depth),
            Tagging::Number { .. } if self.once_in(8) => told,
            Tagging::Number { .. } => match name.parse::<i128>() {
                Ok(number) => number.to_string(),
                Err(_) => self.pick(&["0", "7", "255", "256", "-1", "1.0"]).to_owned(),
            },
            Tagging::External => {
                if variant.content.is_unit() && !self.once_in(3) {
                    return told;
                }
                let content = self.content(&variant.content, depth);
                self.object(vec![(name, content)])
            }
            Tagging::Internal { tag } => {
                let mut members = vec![(tag.clone(), self.tag(&told))];
                match &variant.content {
                    Content::Struct(of) if self.once_in(8) => {
                        let rest = self.positions(&of.fields, depth);
                        let inner = &rest[1..rest.len() - 1];
                        let comma = if inner.is_empty() { "" } else { "," };
                        return format!("[{told}{comma}{inner}]");
                    }
                    Content::Struct(of) => members.extend(self.members(of, depth)),
                    content => {
                        let content = self.content(content, depth);
                        if content.starts_with('[') && self.once_in(2) {
                            let inner = &content[1..content.len() - 1];
                            let comma = if inner.is_empty() { "" } else { "," };
                            return format!("[{told}{comma}{inner}]");
                        }
                        members.extend(parts(&content));
                    }
                }
                self.object(members)
            }
            Tagging::Adjacent { tag, content } => {
                let value = self.content(&variant.content, depth);
                if self.once_in(10) {
                    return format!("[{told},{value}]");
                }
                let told =
                    if self.once_in(10) { format!("{{{told}:null}}") } else { self.tag(&told) };
                let mut members = vec![(tag.clone(), told)];
                if !variant.content.is_unit() || self.once_in(3) {
                    members.push((content.clone(), value));
                }
                self.object(members)
            }
        }
    }

    fn tag(&mut self, told: &str) -> String {
        if self.once_in(12) {
            self.pick(&["0", "1", "2", "null"]).to_owned()
        } else {
            told.to_owned()
        }
    }

    fn leaf(&mut self, leaf: Leaf) -> String {
        let texts: &[&str] = match leaf {
            Leaf::Bool => &["true", "false"],
            // Nothing beyond the range of f32: it would be read as infinity and written as null.
            Leaf::F32 => &["0.0", "1.5", "-2.25", "1e10", "3", "0.1"],
            Leaf::F64 => &["0.0", "1.5", "-2.25", "1e10", "3", "1e300", "0.1"],
            Leaf::Char => &["\"a\"", "\"é\"", "\"ab\"", "\"\""],
            Leaf::String | Leaf::BorrowedString => {
                &["\"\"", "\"a\"", "\"true\"", "\"12\"", "\"é\\n\""]
            }
            Leaf::Null | Leaf::Phantom | Leaf::Skipped => &["null", "{}", "[]"],
            Leaf::Any | Leaf::Raw => return self.any(),
            Leaf::Duration => &[
                "{\"secs\":1,\"nanos\":2}",
                "[1,2]",
                "{\"secs\":1}",
                "{\"secs\":18446744073709551615,\"nanos\":4294967295}",
                "{\"secs\":18446744073709551611,\"nanos\":4294967295}",
                "{\"secs\":1,\"nanos\":2,\"x\":3}",
                "{\"nanos\":4000000000,\"secs\":0}",
            ],
            Leaf::SystemTime => &[
                "{\"secs_since_epoch\":1,\"nanos_since_epoch\":2}",
                "{\"secs_since_epoch\":9223372036854775807,\"nanos_since_epoch\":1000000000}",
                "{\"secs_since_epoch\":9223372036854775807,\"nanos_since_epoch\":999999999}",
                "[1,2]",
            ],
            Leaf::Ipv4 => &["\"127.0.0.1\"", "\"0.0.0.0\"", "\"256.1.1.1\"", "\"01.2.3.4\""],
            Leaf::Ipv6 => &[
                "\"::1\"",
                "\"::\"",
                "\"1:2:3:4:5:6:7:8\"",
                "\"1::2::3\"",
                "\"::ffff:1.2.3.4\"",
                "\"ABCD::\"",
                "\"1:2:3:4:5:6:7::\"",
                "\"00001::\"",
            ],
            Leaf::Ip => &["\"::1\"", "\"1.2.3.4\"", "\"1.2.3\"", "\"x\""],
            Leaf::SocketAddr => &[
                "\"1.2.3.4:80\"",
                "\"[::1]:080\"",
                "\"[fe80::1%3]:65535\"",
                "\"1.2.3.4:65536\"",
                "\"1.2.3.4\"",
                "\":80\"",
            ],
            Leaf::SocketAddrV4 => {
                &["\"1.2.3.4:80\"", "\"1.2.3.4:0080\"", "\"[::1]:80\"", "\"1.2.3.4\""]
            }
            Leaf::SocketAddrV6 => {
                &["\"[::1]:80\"", "\"[fe80::1%3]:65535\"", "\"1.2.3.4:80\"", "\"::1\""]
            }
            Leaf::Weekday => &["\"Mon\"", "\"sunday\"", "\"THU\"", "\"Mond\"", "\"x\""],
            Leaf::Month => &["\"January\"", "\"may\"", "\"DEC\"", "\"Janu\"", "\"x\""],
            Leaf::Number => &["0", "-1", "1.5", "1e300", "18446744073709551616", "\"1\""],
            Leaf::CString => &["[1,2,255]", "[0]", "\"abc\"", "\"a\\u0000\"", "[256]"],
            Leaf::Uuid => &[
                "\"67e55044-10b1-426f-9247-bb680e5fe0c8\"",
                "\"67e5504410b1426f9247bb680e5fe0c8\"",
                "\"{67E55044-10B1-426F-9247-BB680E5FE0C8}\"",
                "\"urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8\"",
                "\"67e5504-410b1-426f-9247-bb680e5fe0c8\"",
                "\"{67e5504410b1426f9247bb680e5fe0c8}\"",
            ],
            Leaf::Date => &["\"2024-02-29\"", "\"2023-02-29\"", "\"2024-2-9\"", "\"x\""],
            Leaf::Time => &["\"12:34:56\"", "\"12:34:56.789\"", "\"24:00:00\"", "\"x\""],
            Leaf::LocalDateTime => &["\"2024-02-29T12:34:56\"", "\"2024-02-29\"", "\"x\""],
            Leaf::DateTime | Leaf::Timestamp => &[
                "\"2024-02-29T12:34:56Z\"",
                "\"2024-02-29T12:34:56.5+01:00\"",
                "\"2024-02-29T12:34:56\"",
                "\"2024-02-29\"",
                "\"x\"",
                "\"\"",
            ],
            Leaf::Zoned => &["\"2024-02-29T12:34:56+01:00[Europe/Paris]\"", "\"x\""],
            Leaf::Span => &["\"P1D\"", "\"PT1.5S\"", "\"-PT1H\"", "\"x\""],
            Leaf::Decimal => &["\"1.50\"", "\"-2\"", "1", "2.5", "\"x\"", "\"\""],
            Leaf::BigDecimal => &[
                "\"1.50\"",
                "\"1e+30\"",
                "\"-1.5E-10\"",
                "\"1_000\"",
                "\".5\"",
                "\"0\"",
                "\"x\"",
                "\"\"",
                "1",
                "-2.5",
                "1e300",
                "18446744073709551616",
            ],
            Leaf::Version => &[
                "\"1.2.3\"",
                "\"1.2.3-a.1+b\"",
                "\"0.0.18446744073709551615\"",
                "\"0.0.18446744073709551616\"",
                "\"1.2\"",
                "\"01.2.3\"",
                "\"1.2.3-01\"",
                "\"1.2.3+01\"",
                "\"v1.2.3\"",
            ],
            Leaf::VersionReq | Leaf::Comparator => &[
                "\"*\"",
                "\"^1.2\"",
                "\"1.*\"",
                "\">=1.2.3-a\"",
                "\"^1, <3\"",
                "\"1\"",
                "\" = 1.x\"",
                "\"x\"",
                "\"1 2\"",
                "\"\"",
                "\"a\"",
            ],
            Leaf::Url => &["\"https://example.com/\"", "\"x\"", "\"\"", "\"mailto:a@b\""],
            Leaf::Bytes => &["[1,2,255]", "[256]", "\"abc\"", "[]"],
            Leaf::Never => return self.any(),
            _ => &[
                "0",
                "1",
                "127",
                "128",
                "-128",
                "-129",
                "255",
                "256",
                "32767",
                "32768",
                "-32769",
                "65535",
                "65536",
                "2147483647",
                "2147483648",
                "-2147483649",
                "4294967295",
                "4294967296",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "18446744073709551615",
                "18446744073709551616",
                "340282366920938463463374607431768211455",
                "340282366920938463463374607431768211456",
                "5",
                "7",
                "42",
                "-1",
                "-5",
                "1.0",
                "1e2",
                "-0",
            ],
        };
        self.pick(texts).to_owned()
    }
}

/// The members of a text, if it is an object.
fn parts(text: &str) -> Vec<(String, String)> {
    match json(text) {
        Some(Json::Object(members)) => {
            members.iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

/// A text as it stands, with every member whose name stands more than once; none if it is no JSON.
pub(crate) fn json(text: &str) -> Option<Json> {
    struct Members;
    impl<'de> serde::de::Visitor<'de> for Members {
        type Value = Vec<(String, Box<RawValue>)>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(
            self,
            mut map: A,
        ) -> Result<Self::Value, A::Error> {
            std::iter::from_fn(|| map.next_entry().transpose()).collect()
        }
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    match text.trim_start().chars().next()? {
        '{' => {
            let members = serde::Deserializer::deserialize_map(&mut reader, Members).ok()?;
            reader.end().ok()?;
            let member = |(name, value): (String, Box<RawValue>)| Some((name, json(value.get())?));
            let members: Option<Vec<_>> = members.into_iter().map(member).collect();
            Some(Json::Object(members?.into_iter().collect()))
        }
        '[' => {
            let items: Vec<Box<RawValue>> = serde_json::from_str(text).ok()?;
            let items: Option<Vec<Json>> = items.iter().map(|item| json(item.get())).collect();
            Some(Json::Array(items?.into()))
        }
        _ => Json::parse(text).ok(),
    }
}
