//! Wire shapes of std and of common crates, written by hand and held against serde by tests.

mod compound;
mod leaves;
mod pointers;

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
            fn wire() -> $crate::declare::Wire {
                <$inner as $crate::declare::Contract>::wire()
            }
        })+
    };
}

use {leaf, same};
