//! Enums whose variants are told by their numbers, as the crate `serde_repr` does it.
//!
//! No derive sees another one, so nothing in the code of such an enum says whether its names or its
//! numbers are on the wire. Running code does: extraction writes every variant and reads it back.

use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde_core::Serialize;
use serde_core::de::value::Error;
use serde_core::de::{DeserializeOwned, IntoDeserializer};

use super::{Parts, WireFn};

/// The numbers of an enum's variants.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// The integers among which they are.
    pub(crate) of: WireFn,
    /// The Rust name and the number of each variant.
    pub(crate) variants: &'static [(&'static str, i128)],
}

impl Numbers {
    /// The numbers of these variants.
    pub const fn new(of: WireFn, variants: &'static [(&'static str, i128)]) -> Self {
        Self { of, variants }
    }

    /// The number of a variant.
    pub(crate) fn number(&self, rust_name: &str) -> Option<i128> {
        self.variants.iter().find(|(name, _)| *name == rust_name).map(|(_, number)| *number)
    }

    /// The variants as their author writes them, in the order of their numbers.
    pub(crate) fn parts(&self) -> Parts {
        let mut variants = self.variants.to_vec();
        variants.sort_unstable_by_key(|(_, number)| *number);
        let says = variants.iter().map(|(name, number)| format!("{number} = {name}")).collect();
        Parts { says, shapes: Vec::new() }
    }
}

/// What tells an enum's variants.
#[derive(Clone, Debug)]
pub enum Told {
    /// Their names.
    Names,
    /// Their numbers.
    Numbers(Numbers),
    /// Something else, which its own code knows.
    Unknown(Numbers),
}

/// Asks the code of a type what it writes and reads, where it has such code: the methods of a type
/// that has it are the first that method resolution finds; for all others it looks on, behind the
/// reference.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<fn(&T)>, Silent);

/// A type that is not written, or not read.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl<T> Probe<T> {
    /// The question.
    pub const NEW: Self = Self(PhantomData, Silent);
}

impl<T> std::ops::Deref for Probe<T> {
    type Target = Silent;

    fn deref(&self) -> &Silent {
        &self.1
    }
}

impl<T: Serialize> Probe<T> {
    /// What is written for some values: numbers with a sign; nothing where it is neither a number
    /// nor a text.
    pub fn written(&self, values: &[T]) -> Option<Vec<Option<String>>> {
        let text = |value: &T| {
            let mut text = String::new();
            write!(text, "{:+}", Written(value)).is_ok().then_some(text)
        };
        Some(values.iter().map(text).collect())
    }
}

/// serde writes to formatters, and one that asks for signs tells `1` from `"1"`.
struct Written<'a, T>(&'a T);

impl<T: Serialize> fmt::Display for Written<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

impl<T: DeserializeOwned> Probe<T> {
    /// For each variant, whether its name and whether its number is read.
    pub fn read(&self, variants: &[(&str, i128)]) -> Option<Vec<[bool; 2]>> {
        fn reads<'de, T: DeserializeOwned>(it: impl IntoDeserializer<'de, Error>) -> bool {
            T::deserialize(it.into_deserializer()).is_ok()
        }
        let read = |(name, number): &(&str, i128)| {
            let by_number = match (u64::try_from(*number), i64::try_from(*number)) {
                (Ok(number), _) => reads::<T>(number),
                (_, Ok(number)) => reads::<T>(number),
                _ => reads::<T>(*number),
            };
            [reads::<T>(*name), by_number]
        };
        Some(variants.iter().map(read).collect())
    }
}

impl Silent {
    /// Nothing is written.
    pub fn written<T>(&self, _values: &[T]) -> Option<Vec<Option<String>>> {
        None
    }

    /// Nothing is read.
    pub fn read(&self, _variants: &[(&str, i128)]) -> Option<Vec<[bool; 2]>> {
        None
    }
}

impl Told {
    /// What tells the variants: what is written for each, and whether each is read by its name and
    /// by its number.
    pub fn by(
        numbers: Numbers,
        written: Option<Vec<Option<String>>>,
        read: Option<Vec<[bool; 2]>>,
    ) -> Self {
        let each = || numbers.variants.iter();
        let (mut by_name, mut by_number) = (true, true);
        if let Some(written) = &written {
            let all = |is: fn(&(&str, i128)) -> String| {
                written.iter().zip(each()).all(|(it, of)| *it == Some(is(of)))
            };
            by_name &= all(|of| of.0.to_owned());
            by_number &= all(|of| format!("{:+}", of.1));
        }
        if let Some(read) = &read {
            by_name &= read.iter().all(|it| *it == [true, false]);
            by_number &= read.iter().all(|it| *it == [false, true]);
        }
        match (by_name, by_number) {
            (true, false) => Self::Names,
            (false, true) => Self::Numbers(numbers),
            _ => Self::Unknown(numbers),
        }
    }
}
