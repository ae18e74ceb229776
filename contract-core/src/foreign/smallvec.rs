//! The crate `smallvec`.

use smallvec::{Array, SmallVec};

use crate::declare::{Contract, Wire};

impl<A: Array> Contract for SmallVec<A>
where
    A::Item: Contract,
{
    fn wire() -> Wire {
        Wire::List(A::Item::wire)
    }
}
