//! The crate `arrayvec`.

use arrayvec::{ArrayString, ArrayVec};

use crate::Level;
use crate::declare::{Contract, Wire};

impl<T: Contract, const N: usize> Contract for ArrayVec<T, N> {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::ShortList(T::wire, N)
    }
}

impl<const N: usize> Contract for ArrayString<N> {
    fn wire() -> Wire {
        Wire::ShortText(N)
    }
}
