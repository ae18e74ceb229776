//! The crate `time`.
//!
//! Its types are arrays of numbers, or texts where any crate in the build turns on
//! `serde-human-readable`: then both are read. Running code says which. What a text or the numbers
//! may be within their form, only the types know.

use std::any::type_name;
use std::num::NonZero;

use super::compound::{newtype, plain_enum};
use crate::declare::{
    About, Body, Contract, Definition, EnumTable, Mark, Numbers, Probe, Tagging, Told, Variant,
    VariantBody, Wire,
};

/// Whether a type is written as text: what its code writes for a value. It need not have such code.
fn is_text(written: Option<Vec<Option<String>>>) -> bool {
    let text = |text: &String| !text.starts_with(['+', '-']) || text.contains([':', '.', '-']);
    written.into_iter().flatten().flatten().next().is_some_and(|it| text(&it))
}

/// A definition in the name of a type.
macro_rules! definition {
    ($ty:ty, $name:expr, $told:expr, $body:expr) => {
        Wire::Named(
            const {
                &Definition {
                    mark: Mark::NONE,
                    name: $name,
                    type_name: type_name::<$ty>,
                    module: "time",
                    arguments: &[],
                    constants: Definition::NO_CONSTANTS,
                    about: About::FOREIGN,
                    event: None,
                    parts: None,
                    told: $told,
                    body: $body,
                }
            },
        )
    };
}

/// The first of two forms that fits.
const fn either(variants: &'static [Variant]) -> Body {
    Body::Enum(EnumTable { tagging: Tagging::Untagged, refuses_unknown: false, variants })
}

macro_rules! text_or_numbers {
    ($($ty:ty as $name:literal: $value:expr => $numbers:ty,)+) => {
        $(impl Contract for $ty {
            fn wire() -> Wire {
                const TEXT: fn() -> Wire =
                    || Wire::Opaque(concat!("time::", $name, " as text"), Some(String::wire));
                const NUMBERS: fn() -> Wire =
                    || Wire::Opaque(concat!("time::", $name), Some(<$numbers>::wire));
                if !is_text(Probe::<Self>::NEW.written(&[$value])) {
                    return NUMBERS();
                }
                Wire::Split(TEXT, || definition!($ty, $name, None, either(const {
                    &[newtype("Text", TEXT), newtype("Numbers", NUMBERS)]
                })))
            }
        })+
    };
}

text_or_numbers! {
    time::Date as "Date": Self::MIN => (i32, NonZero<u16>),
    time::Time as "Time": Self::MIDNIGHT => (u8, u8, u8, u32),
    time::PrimitiveDateTime as "PrimitiveDateTime": Self::MIN => (i32, NonZero<u16>, u8, u8, u8, u32),
    time::UtcDateTime as "UtcDateTime": Self::UNIX_EPOCH => (i32, NonZero<u16>, u8, u8, u8, u32),
    time::OffsetDateTime as "OffsetDateTime": Self::UNIX_EPOCH
        => (i32, NonZero<u16>, u8, u8, u8, u32, i8, i8, i8),
    // Minutes and seconds may be left out.
    time::UtcOffset as "UtcOffset": Self::UTC => Vec<i8>,
    time::Duration as "Duration": Self::ZERO => (i64, i32),
}

macro_rules! names_or_numbers {
    ($($ty:ty as $name:literal: $value:expr => $numbers:expr,)+) => {
        $(impl Contract for $ty {
            fn wire() -> Wire {
                const NUMBERS: fn() -> Wire = || definition!(
                    $ty,
                    concat!($name, ".number"),
                    Some(|| Told::Numbers(Numbers::new(u8::wire, $numbers))),
                    plain_enum(const { &named($numbers) })
                );
                const NAMES: fn() -> Wire = || definition!(
                    $ty,
                    concat!($name, ".name"),
                    None,
                    plain_enum(const { &named($numbers) })
                );
                if !is_text(Probe::<Self>::NEW.written(&[$value])) {
                    return NUMBERS();
                }
                // A name is read as a bare text only, and not as an enum's variant may be.
                const TEXTS: fn() -> Wire =
                    || Wire::Schema(concat!("time::", $name), || one_of($numbers));
                Wire::Split(NAMES, || definition!($ty, $name, None, either(const {
                    &[newtype("Name", TEXTS), newtype("Number", NUMBERS)]
                })))
            }
        })+
    };
}

/// The schema of these names.
fn one_of(numbers: &[(&str, i128)]) -> String {
    let names: Vec<String> = numbers.iter().map(|(name, _)| format!("{name:?}")).collect();
    format!("{{\"enum\":[{}]}}", names.join(","))
}

/// The variants of these names.
const fn named<const N: usize>(numbers: &[(&'static str, i128); N]) -> [Variant; N] {
    let mut variants = [Variant::new("", VariantBody::Unit, About::FOREIGN); N];
    let mut index = 0;
    while index < N {
        variants[index] = Variant::new(numbers[index].0, VariantBody::Unit, About::FOREIGN);
        index += 1;
    }
    variants
}

const WEEKDAYS: &[(&str, i128); 7] = &[
    ("Monday", 1),
    ("Tuesday", 2),
    ("Wednesday", 3),
    ("Thursday", 4),
    ("Friday", 5),
    ("Saturday", 6),
    ("Sunday", 7),
];

const MONTHS: &[(&str, i128); 12] = &[
    ("January", 1),
    ("February", 2),
    ("March", 3),
    ("April", 4),
    ("May", 5),
    ("June", 6),
    ("July", 7),
    ("August", 8),
    ("September", 9),
    ("October", 10),
    ("November", 11),
    ("December", 12),
];

names_or_numbers! {
    time::Weekday as "Weekday": Self::Monday => WEEKDAYS,
    time::Month as "Month": Self::January => MONTHS,
}
