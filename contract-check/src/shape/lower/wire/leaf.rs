//! Shapes known by name.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::Leaf;

use super::merge::{Members, optional, required};
use super::{Lower, Source, pattern};
use crate::json::Number;
use crate::shape::{Classes, Node, NumberSpec, ShapeId, StringSpec, at_most_bytes};

const NANOS: u64 = 1_000_000_000;

/// The least and the greatest value of an integer leaf, and whether zero is one of its values.
pub(super) fn integer(leaf: Leaf) -> Option<(i128, u128, bool)> {
    macro_rules! range {
        ($type:ty, $zero:expr) => {
            (i128::try_from(<$type>::MIN).unwrap_or(0), <$type>::MAX as u128, $zero)
        };
    }
    Some(match leaf {
        Leaf::I8 => range!(i8, true),
        Leaf::I16 => range!(i16, true),
        Leaf::I32 => range!(i32, true),
        Leaf::I64 => range!(i64, true),
        Leaf::I128 => range!(i128, true),
        Leaf::U8 => range!(u8, true),
        Leaf::U16 => range!(u16, true),
        Leaf::U32 => range!(u32, true),
        Leaf::U64 => range!(u64, true),
        Leaf::U128 => range!(u128, true),
        Leaf::Integer => (i128::from(i64::MIN), u128::from(u64::MAX), true),
        Leaf::NonZeroI8 => range!(i8, false),
        Leaf::NonZeroI16 => range!(i16, false),
        Leaf::NonZeroI32 => range!(i32, false),
        Leaf::NonZeroI64 => range!(i64, false),
        Leaf::NonZeroI128 => range!(i128, false),
        Leaf::NonZeroU8 => range!(u8, false),
        Leaf::NonZeroU16 => range!(u16, false),
        Leaf::NonZeroU32 => range!(u32, false),
        Leaf::NonZeroU64 => range!(u64, false),
        Leaf::NonZeroU128 => range!(u128, false),
        _ => return None,
    })
}

/// Whether serde cannot take the integer from a buffer: buffers hold 64 bits.
fn unbuffered(leaf: Leaf) -> bool {
    matches!(leaf, Leaf::I128 | Leaf::U128 | Leaf::NonZeroI128 | Leaf::NonZeroU128)
}

impl Lower<'_, '_> {
    pub(super) fn written_leaf(&mut self, leaf: Leaf) -> ShapeId {
        if let Some((least, greatest, zero)) = integer(leaf) {
            return self.integers(least, greatest, zero);
        }
        if let Some(texts) = pattern::texts(leaf) {
            return self.matching(texts.written);
        }
        match leaf {
            Leaf::F32 | Leaf::F64 => self.floats(Classes::FLOAT),
            Leaf::Number => {
                let integers = self.integers(i128::from(i64::MIN), u128::from(u64::MAX), true);
                let floats = self.floats(Classes::FLOAT);
                self.union(vec![integers, floats])
            }
            Leaf::Duration => {
                let secs = self.naturals(u64::MAX);
                let nanos = self.naturals(NANOS - 1);
                self.clock(["secs", "nanos"], [secs, nanos], true)
            }
            Leaf::SystemTime => {
                let secs = self.naturals(i64::MAX.unsigned_abs());
                let nanos = self.naturals(NANOS - 1);
                self.clock(["secs_since_epoch", "nanos_since_epoch"], [secs, nanos], true)
            }
            Leaf::Bytes => {
                let byte = self.naturals(255);
                self.list(byte)
            }
            Leaf::CString => {
                let byte = self.written_leaf(Leaf::NonZeroU8);
                self.list(byte)
            }
            _ => self.plain_leaf(leaf),
        }
    }

    pub(super) fn read_leaf(&mut self, leaf: Leaf, source: Source) -> ShapeId {
        if let Some((least, greatest, zero)) = integer(leaf) {
            if unbuffered(leaf) && source != Source::Text {
                return self.arena.never();
            }
            return self.integers(least, greatest, zero);
        }
        if let Some(texts) = pattern::texts(leaf) {
            return self.read_text(leaf, texts);
        }
        match leaf {
            Leaf::F32 | Leaf::F64 | Leaf::Number => self.floats(Classes::ALL),
            Leaf::Duration | Leaf::SystemTime => {
                let mut forms = self.clock_forms(leaf);
                let arrays: Vec<_> = forms.iter().map(|of| self.tuple(of.1.to_vec())).collect();
                let mut all: Vec<_> =
                    forms.drain(..).map(|(names, of)| self.clock(names, of, true)).collect();
                all.extend(arrays);
                self.union(all)
            }
            Leaf::Bytes => {
                let byte = self.naturals(255);
                let list = self.list(byte);
                let string = self.any_string();
                self.union(vec![list, string])
            }
            Leaf::CString => {
                let list = self.written_leaf(leaf);
                let string = self.matching("^[^\\0]*$".to_owned());
                self.union(vec![list, string])
            }
            Leaf::BorrowedString => self.matching(pattern::UNESCAPED.to_owned()),
            Leaf::Raw if source != Source::Text => self.arena.never(),
            Leaf::Null if source == Source::Owned => {
                let null = self.null();
                let empty = self.empty_object();
                self.union(vec![null, empty])
            }
            Leaf::Phantom if source == Source::Owned => {
                let null = self.null();
                let (object, array) = (self.empty_object(), self.tuple(Vec::new()));
                self.union(vec![null, object, array])
            }
            _ => self.plain_leaf(leaf),
        }
    }

    /// The leaves that are read just as they are written.
    fn plain_leaf(&mut self, leaf: Leaf) -> ShapeId {
        match leaf {
            Leaf::Any | Leaf::Raw => self.arena.any(),
            Leaf::Null | Leaf::Phantom | Leaf::Skipped => self.null(),
            Leaf::Never => self.arena.never(),
            Leaf::Bool => self.arena.boolean(),
            Leaf::Char => self.arena.intern(Node::String(StringSpec {
                min_length: 1,
                max_length: Some(1),
                ..StringSpec::default()
            })),
            Leaf::String | Leaf::BorrowedString => self.any_string(),
            other => self.opaque(other.word(), format!("`{}` has no shape here", other.word())),
        }
    }

    pub(super) fn matching(&mut self, pattern: String) -> ShapeId {
        let patterns = BTreeSet::from([pattern]);
        self.arena.intern(Node::String(StringSpec { patterns, ..StringSpec::default() }))
    }

    /// Strings of so many bytes at most.
    pub(super) fn short_text(&mut self, most: u64) -> ShapeId {
        self.matching(at_most_bytes(most))
    }

    fn read_text(&mut self, leaf: Leaf, texts: pattern::Texts) -> ShapeId {
        let mut forms = vec![self.matching(texts.read)];
        if let Some(perhaps) = texts.perhaps {
            let within = self.matching(perhaps);
            forms.push(self.lenient(leaf, within));
        }
        if leaf == Leaf::Decimal {
            // Deserializes from whatever the format holds: 64-bit integers, and floats in range.
            forms.push(self.integers(i128::from(i64::MIN), u128::from(u64::MAX), true));
            let floats = self.floats(Classes::ALL);
            forms.push(self.lenient(leaf, floats));
        }
        if leaf == Leaf::BigDecimal {
            forms.push(self.floats(Classes::ALL));
        }
        self.union(forms)
    }

    fn lenient(&mut self, leaf: Leaf, within: ShapeId) -> ShapeId {
        let word = leaf.word();
        let reason = format!("which other forms are read as `{word}` depends on the crate");
        self.opaque_within(&format!("lenient {word}"), reason, within)
    }

    pub(super) fn integers(&mut self, least: i128, greatest: u128, zero: bool) -> ShapeId {
        if !zero && least < 0 {
            let below = self.range(Number::from(least), Number::from(-1));
            let above = self.range(Number::from(1), Number::from(greatest));
            return self.union(vec![below, above]);
        }
        let least = if zero { least } else { 1 };
        self.range(Number::from(least), Number::from(greatest))
    }

    /// The number that a text says.
    pub(super) fn number(&mut self, text: &str) -> ShapeId {
        match Number::parse(text) {
            Some(number) => self.range(number.clone(), number),
            None => self.arena.never(),
        }
    }

    pub(super) fn naturals(&mut self, greatest: u64) -> ShapeId {
        self.range(Number::from(0), Number::from(greatest))
    }

    pub(super) fn range(&mut self, least: Number, greatest: Number) -> ShapeId {
        self.arena.intern(Node::Number(NumberSpec {
            classes: Classes::INTEGER,
            min: Some((least, false)),
            max: Some((greatest, false)),
            multiple_of: BTreeSet::new(),
        }))
    }

    fn floats(&mut self, classes: Classes) -> ShapeId {
        self.arena.number(NumberSpec::from(classes))
    }

    pub(super) fn empty_object(&mut self) -> ShapeId {
        let never = self.arena.never();
        self.object(BTreeMap::new(), never)
    }

    /// An object of a clock's two members.
    fn clock(&mut self, names: [&str; 2], of: [ShapeId; 2], closed: bool) -> ShapeId {
        let members = clock_members(names, of);
        let rest = if closed { self.arena.never() } else { self.arena.any() };
        self.object(members, rest)
    }

    /// What is read as a duration or a point in time. The nanoseconds are any `u32`; whole
    /// seconds in them are carried over, and a carry that overflows is refused.
    pub(super) fn clock_forms(&mut self, leaf: Leaf) -> Vec<([&'static str; 2], [ShapeId; 2])> {
        let names = clock_names(leaf);
        let greatest = match leaf {
            Leaf::SystemTime => i64::MAX.unsigned_abs(),
            _ => u64::MAX,
        };
        let carries = u64::from(u32::MAX) / NANOS;
        (0..=carries)
            .map(|carry| {
                let most =
                    if carry == carries { u64::from(u32::MAX) } else { (carry + 1) * NANOS - 1 };
                (names, [self.naturals(greatest - carry), self.naturals(most)])
            })
            .collect()
    }
}

/// The names of a clock's two members.
pub(super) fn clock_names(leaf: Leaf) -> [&'static str; 2] {
    match leaf {
        Leaf::SystemTime => ["secs_since_epoch", "nanos_since_epoch"],
        _ => ["secs", "nanos"],
    }
}

/// The two members of a clock, both required.
pub(super) fn clock_members(names: [&str; 2], of: [ShapeId; 2]) -> Members {
    names.into_iter().map(str::to_owned).zip(of.map(required)).collect()
}

impl Lower<'_, '_> {
    /// Members that may have any value and may be missing.
    pub(super) fn ignored<'n>(&mut self, names: impl IntoIterator<Item = &'n String>) -> Members {
        let any = self.arena.any();
        names.into_iter().map(|name| (name.clone(), optional(any))).collect()
    }
}
