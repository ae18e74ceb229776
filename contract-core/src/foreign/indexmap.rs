//! The crate `indexmap`.

use indexmap::{IndexMap, IndexSet};

use crate::declare::{Contract, Wire};

impl<K: Contract, V: Contract, S> Contract for IndexMap<K, V, S> {
    fn wire() -> Wire {
        Wire::Map(K::wire, V::wire)
    }
}

impl<T: Contract, S> Contract for IndexSet<T, S> {
    fn wire() -> Wire {
        Wire::Set(T::wire)
    }
}
