//! The crate `indexmap`.

use indexmap::{IndexMap, IndexSet};

use crate::Level;
use crate::declare::{Contract, Wire, weakest};

impl<K: Contract, V: Contract, S> Contract for IndexMap<K, V, S> {
    const LEVEL: Option<Level> = weakest(&[K::LEVEL, V::LEVEL]);

    fn wire() -> Wire {
        Wire::Map(K::wire, V::wire)
    }
}

impl<T: Contract, S> Contract for IndexSet<T, S> {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::Set(T::wire)
    }
}
