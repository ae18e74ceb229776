//! Types of std that hold others: options, collections, tuples, and the few enums and structs
//! that serde writes for std.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};

use super::same;
use crate::Level;
use crate::declare::{
    About, Body, Contract, Definition, EnumTable, Field, Mark, Read, StructTable, Tagging, Variant,
    VariantBody, Wire, weakest,
};

impl<T: Contract> Contract for Option<T> {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::Option(T::wire)
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $ty:ty => $kind:ident,)+) => {
        $(impl<$($generics)*> Contract for $ty {
            const LEVEL: Option<Level> = T::LEVEL;

            fn wire() -> Wire {
                Wire::$kind(T::wire)
            }
        })+
    };
}

lists! {
    [T: Contract] Vec<T> => List,
    [T: Contract] VecDeque<T> => List,
    [T: Contract] LinkedList<T> => List,
    [T: Contract] BinaryHeap<T> => List,
    [T: Contract] BTreeSet<T> => Set,
    [T: Contract, S] HashSet<T, S> => Set,
}

impl<T: Contract> Contract for [T] {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::List(T::wire)
    }

    fn borrowed() -> Wire {
        T::borrowed_slice()
    }
}

impl<K: Contract, V: Contract> Contract for BTreeMap<K, V> {
    const LEVEL: Option<Level> = weakest(&[K::LEVEL, V::LEVEL]);

    fn wire() -> Wire {
        Wire::Map(K::wire, V::wire)
    }
}

impl<K: Contract, V: Contract, S> Contract for HashMap<K, V, S> {
    const LEVEL: Option<Level> = weakest(&[K::LEVEL, V::LEVEL]);

    fn wire() -> Wire {
        Wire::Map(K::wire, V::wire)
    }
}

// serde itself stops at 32 elements; a longer array is with a codec, and its field says which.
impl<T: Contract, const N: usize> Contract for [T; N] {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::Array(T::wire, N)
    }
}

macro_rules! tuples {
    ($($($name:ident)+,)+) => {
        $(impl<$($name: Contract),+> Contract for ($($name,)+) {
            const LEVEL: Option<Level> = weakest(&[$($name::LEVEL),+]);

            fn wire() -> Wire {
                Wire::Tuple(const { &[$($name::wire),+] })
            }
        })+
    };
}

tuples! {
    A,
    A B,
    A B C,
    A B C D,
    A B C D E,
    A B C D E F,
    A B C D E F G,
    A B C D E F G H,
    A B C D E F G H I,
    A B C D E F G H I J,
    A B C D E F G H I J K,
    A B C D E F G H I J K L,
    A B C D E F G H I J K L M,
    A B C D E F G H I J K L M N,
    A B C D E F G H I J K L M N O,
    A B C D E F G H I J K L M N O P,
}

/// A definition of a type of std.
macro_rules! definition {
    ($name:literal, $module:literal, [$($argument:ident),*], $body:expr) => {
        Wire::Named(const {
            &Definition {
                mark: Mark::NONE,
                name: $name,
                type_name: std::any::type_name::<Self>,
                module: $module,
                arguments: &[$($argument::wire),*],
                constants: Definition::NO_CONSTANTS,
                about: About::FOREIGN,
                event: None,
                parts: None,
                told: None,
                body: $body,
            }
        })
    };
}

#[cfg(feature = "either")]
pub(super) use definition;

/// An externally tagged enum, as a derive would write it.
pub(super) const fn plain_enum(variants: &'static [Variant]) -> Body {
    Body::Enum(EnumTable { tagging: Tagging::External, refuses_unknown: false, variants })
}

pub(super) const fn newtype(name: &'static str, wire: fn() -> Wire) -> Variant {
    Variant::new(name, VariantBody::Newtype(wire), About::FOREIGN)
}

/// `{"Ok": value}` or `{"Err": value}`.
impl<T: Contract, E: Contract> Contract for Result<T, E> {
    const LEVEL: Option<Level> = weakest(&[T::LEVEL, E::LEVEL]);

    fn wire() -> Wire {
        definition!(
            "Result",
            "core::result",
            [T, E],
            plain_enum(const { &[newtype("Ok", T::wire), newtype("Err", E::wire)] })
        )
    }
}

/// `"Unbounded"`, `{"Included": value}` or `{"Excluded": value}`.
impl<T: Contract> Contract for Bound<T> {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        definition!(
            "Bound",
            "core::ops",
            [T],
            plain_enum(
                const {
                    &[
                        Variant::new("Unbounded", VariantBody::Unit, About::FOREIGN),
                        newtype("Included", T::wire),
                        newtype("Excluded", T::wire),
                    ]
                }
            )
        )
    }
}

/// `{"Unix": bytes}` or `{"Windows": units}`: a platform writes and reads its own form only.
impl Contract for OsString {
    fn wire() -> Wire {
        const OTHERS: fn() -> Wire = Infallible::wire;
        const UNIX: fn() -> Wire = if cfg!(windows) { OTHERS } else { Vec::<u8>::wire };
        const WINDOWS: fn() -> Wire = if cfg!(windows) { Vec::<u16>::wire } else { OTHERS };
        definition!(
            "OsString",
            "std::ffi",
            [],
            plain_enum(const { &[newtype("Unix", UNIX), newtype("Windows", WINDOWS)] })
        )
    }
}

const fn demanded(name: &'static str, wire: fn() -> Wire) -> Field {
    Field { read: Read::Demanded, ..Field::new(name, wire, About::FOREIGN) }
}

/// serde refuses unknown members of ranges, and asks for each of them, also for an option.
macro_rules! ranges {
    ($($ty:ident $name:literal [$($field:literal),+],)+) => {
        $(impl<T: Contract> Contract for $ty<T> {
            const LEVEL: Option<Level> = T::LEVEL;

            fn wire() -> Wire {
                definition!($name, "core::ops", [T], Body::Struct(StructTable {
                    fields: const { &[$(demanded($field, T::wire)),+] },
                    refuses_unknown: true,
                    tag: None,
                }))
            }
        })+
    };
}

ranges! {
    Range "Range" ["start", "end"],
    RangeInclusive "RangeInclusive" ["start", "end"],
    RangeFrom "RangeFrom" ["start"],
    RangeTo "RangeTo" ["end"],
}

same! {
    [] OsStr => OsString,
}
