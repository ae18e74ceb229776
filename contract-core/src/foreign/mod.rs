//! Wire shapes of std and of common crates, written by hand and held against serde by tests.

#[cfg(feature = "arrayvec")]
mod arrayvec;
#[cfg(feature = "bigdecimal")]
mod bigdecimal;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
mod compound;
#[cfg(feature = "either")]
mod either;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(feature = "jiff")]
mod jiff;
mod leaves;
mod pointers;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "semver")]
mod semver;
#[cfg(feature = "serde_json")]
mod serde_json;
#[cfg(feature = "smallvec")]
mod smallvec;
#[cfg(feature = "smol_str")]
mod smol_str;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

/// The shape of each type is the leaf of this name.
macro_rules! leaf {
    ($($ty:ty => $word:literal,)+) => {
        $(impl $crate::declare::Contract for $ty {
            fn wire() -> $crate::declare::Wire {
                $crate::declare::Wire::Leaf($word)
            }
        })+
    };
}

/// Each type is written and read as what it holds.
macro_rules! same {
    ($($(#[$meta:meta])* [$($generics:tt)*] $ty:ty => $inner:ty,)+) => {
        $($(#[$meta])* impl<$($generics)*> $crate::declare::Contract for $ty {
            const LEVEL: Option<$crate::Level> = <$inner as $crate::declare::Contract>::LEVEL;

            fn wire() -> $crate::declare::Wire {
                <$inner as $crate::declare::Contract>::wire()
            }
        })+
    };
}

/// What only the type's own code reads and writes: within the documents of another shape, if one
/// holds them all. A comparison with anything but itself is then undecided, never wrong.
#[cfg(feature = "jiff")]
macro_rules! opaque {
    ($($ty:ty => $name:literal $(in $within:ty)?,)+) => {
        $(impl $crate::declare::Contract for $ty {
            fn wire() -> $crate::declare::Wire {
                const WITHIN: &[$crate::declare::WireFn] =
                    &[$(<$within as $crate::declare::Contract>::wire)?];
                $crate::declare::Wire::Opaque($name, WITHIN.first().copied())
            }
        })+
    };
}

#[cfg(feature = "jiff")]
use opaque;
use {leaf, same};
