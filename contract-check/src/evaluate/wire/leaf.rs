//! Reading leaves.

use contract_core::document::Leaf;

use super::read::{Source, View};
use super::{Step, Walk, text};
use crate::json::{Json, Number};

const NANOS: u64 = 1_000_000_000;

/// Whether a character stands in JSON only as an escape (RFC 8259, section 7).
fn escaped(found: &char) -> bool {
    matches!(found, '"' | '\\' | '\0'..='\u{1f}')
}

impl Walk<'_> {
    pub(super) fn read_leaf(&mut self, leaf: Leaf, view: &View<'_>, source: Source) -> Step {
        if let Some((least, greatest)) = text::bounds(leaf) {
            return self.read_integer(leaf, view, source, least, greatest);
        }
        if let View::String(content) = view
            && let Some(sure) = text::reads(leaf, content)
        {
            return self.read_text(leaf, content, sure);
        }
        match (leaf, view) {
            (Leaf::Any, view) => self.buffer_view(view),
            (Leaf::Raw, _) if source == Source::Text => Ok(()),
            (Leaf::Never, _) => self.refuse("there is no value of this type"),
            (Leaf::Null | Leaf::Phantom | Leaf::Skipped, View::Null)
            | (Leaf::Bool, View::Bool(_)) => Ok(()),
            (Leaf::Null | Leaf::Phantom, View::Map(entries))
                if entries.is_empty() && source == Source::Owned =>
            {
                Ok(())
            }
            (Leaf::Phantom, View::Seq([])) if source == Source::Owned => Ok(()),
            (Leaf::F64 | Leaf::Number | Leaf::BigDecimal, View::Number(number)) => {
                self.finite(number)
            }
            (Leaf::F32, View::Number(number)) => {
                self.finite(number)?;
                match number.as_str().parse::<f32>() {
                    Ok(value) if value.is_infinite() => self.doubt(
                        "beyond `f32`: read as infinity, or refused with serde_json's feature \
                         `float_roundtrip`",
                    ),
                    _ => Ok(()),
                }
            }
            (Leaf::Char, View::String(content)) if content.chars().count() == 1 => Ok(()),
            (Leaf::String | Leaf::Bytes, View::String(_)) => Ok(()),
            (Leaf::BorrowedString, View::String(content)) => match content.chars().find(escaped) {
                None => Ok(()),
                Some(found) => self.refuse(format!(
                    "invalid type: string with {found:?}, which has to be unescaped, expected a \
                     borrowed string"
                )),
            },
            (Leaf::CString, View::String(content)) if !content.contains('\0') => Ok(()),
            (Leaf::Bytes | Leaf::CString, View::Seq(items)) => {
                let byte = if leaf == Leaf::Bytes { Leaf::U8 } else { Leaf::NonZeroU8 };
                for (index, item) in items.iter().enumerate() {
                    self.at(index.to_string(), |walk| {
                        walk.read_leaf(byte, &View::of(item), source)
                    })?;
                }
                Ok(())
            }
            (Leaf::Decimal, View::Number(number)) => {
                if text::integer(number).is_some_and(text::Integer::in_64_bits) {
                    return Ok(());
                }
                self.doubt("which floats are read as `decimal` depends on their size")
            }
            (Leaf::Duration | Leaf::SystemTime, View::Map(entries)) => {
                let mut entries = entries.iter().copied();
                self.read_clock_members(leaf, &mut || entries.next(), source)
            }
            (Leaf::Duration | Leaf::SystemTime, View::Seq(items)) => match items {
                [secs, nanos] => self.read_clock(leaf, secs, nanos, source),
                _ => self.invalid_length(items.len(), "a clock", 2),
            },
            (leaf, view) => self.invalid_type(view, leaf.word()),
        }
    }

    fn read_text(&mut self, leaf: Leaf, content: &str, sure: text::Sure) -> Step {
        match sure {
            text::Sure::Yes => Ok(()),
            text::Sure::Perhaps => self.doubt(format!(
                "whether {content:?} is read as `{}` depends on the crate",
                leaf.word()
            )),
            text::Sure::No => {
                self.refuse(format!("invalid value: string {content:?}, expected {}", leaf.word()))
            }
        }
    }

    fn read_integer(
        &mut self,
        leaf: Leaf,
        view: &View<'_>,
        source: Source,
        least: i128,
        greatest: u128,
    ) -> Step {
        let wide = matches!(leaf, Leaf::I128 | Leaf::U128 | Leaf::NonZeroI128 | Leaf::NonZeroU128);
        if wide && source != Source::Text {
            return self.refuse(format!("{} is not supported in buffered content", leaf.word()));
        }
        let View::Number(number) = view else { return self.invalid_type(view, leaf.word()) };
        // Read digit by digit, and minus zero is zero.
        if number.as_str() == "-0" && leaf == Leaf::I128 {
            return Ok(());
        }
        match text::integer(number) {
            Some(value) if value.within(least, greatest) => {
                if value.magnitude == 0 && text::non_zero(leaf) {
                    return self.refuse(format!(
                        "invalid value: integer `0`, expected a nonzero {}",
                        &leaf.word()[8..]
                    ));
                }
                Ok(())
            }
            Some(_) => {
                self.refuse(format!("invalid value: integer `{number}`, expected {}", leaf.word()))
            }
            None => self.invalid_type(view, leaf.word()),
        }
    }

    /// Takes one member after the other until one of them is wrong, and no further.
    pub(super) fn read_clock_members<'v>(
        &mut self,
        leaf: Leaf,
        next: &mut dyn FnMut() -> Option<(&'v str, &'v Json)>,
        source: Source,
    ) -> Step {
        let names = clock_names(leaf);
        let mut found = [None, None];
        while let Some((name, value)) = next() {
            match names.iter().position(|known| *known == name) {
                Some(index) if found[index].is_some() => {
                    return self.refuse(format!("duplicate field `{name}`"));
                }
                Some(index) => {
                    let part = if index == 0 { Leaf::U64 } else { Leaf::U32 };
                    self.read_leaf(part, &View::of(value), source)?;
                    found[index] = Some(value);
                }
                None => return self.refuse(format!("unknown field `{name}`")),
            }
        }
        match found {
            [Some(secs), Some(nanos)] => self.read_clock(leaf, secs, nanos, source),
            [None, _] => self.missing_field(names[0]),
            [_, None] => self.missing_field(names[1]),
        }
    }

    /// Seconds and nanoseconds; whole seconds among the nanoseconds are carried over.
    fn read_clock(&mut self, leaf: Leaf, secs: &Json, nanos: &Json, source: Source) -> Step {
        self.read_leaf(Leaf::U64, &View::of(secs), source)?;
        self.read_leaf(Leaf::U32, &View::of(nanos), source)?;
        let value = |json: &Json| json.as_number().and_then(Number::as_u64).unwrap_or(0);
        let greatest = match leaf {
            Leaf::Duration => u64::MAX,
            _ => i64::MAX.unsigned_abs(),
        };
        match value(secs).checked_add(value(nanos) / NANOS) {
            Some(total) if total <= greatest => Ok(()),
            _ => self.refuse(format!("overflow deserializing {}", leaf.word())),
        }
    }

    /// A float: serde_json refuses a number that is beyond doubles.
    fn finite(&mut self, number: &Number) -> Step {
        match number.as_str().parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(()),
            _ => self.refuse("number out of range"),
        }
    }

    /// The same for a value that is in view.
    pub(super) fn buffer_view(&mut self, view: &View<'_>) -> Step {
        match view {
            View::Number(number) => self.finite(number),
            View::Seq(items) => items.iter().try_for_each(|item| self.buffer(item)),
            View::Map(entries) => entries.iter().try_for_each(|(_, value)| self.buffer(value)),
            View::Null | View::Bool(_) | View::String(_) => Ok(()),
        }
    }

    /// What serde does when it buffers a value: it reads every number in it.
    pub(super) fn buffer(&mut self, value: &Json) -> Step {
        let mut values = vec![value];
        while let Some(value) = values.pop() {
            match value {
                Json::Number(number) => self.finite(number)?,
                Json::Array(items) => values.extend(items),
                Json::Object(members) => values.extend(members.iter().map(|(_, value)| value)),
                Json::Null | Json::Bool(_) | Json::String(_) => {}
            }
        }
        Ok(())
    }
}

/// The names of a clock's two members.
pub(super) fn clock_names(leaf: Leaf) -> [&'static str; 2] {
    match leaf {
        Leaf::Duration => ["secs", "nanos"],
        _ => ["secs_since_epoch", "nanos_since_epoch"],
    }
}
