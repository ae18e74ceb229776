//! The crate `smallvec`.

use smallvec::{Array, SmallVec};

use crate::Level;
use crate::declare::{Contract, Wire};

impl<A: Array> Contract for SmallVec<A>
where
    A::Item: Contract,
{
    const LEVEL: Option<Level> = A::Item::LEVEL;

    fn wire() -> Wire {
        Wire::List(A::Item::wire)
    }
}
