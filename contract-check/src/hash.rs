//! Hash maps of inner loops: the standard ones, with a hasher that is fast on short keys. Nothing
//! may depend on their order, which differs from run to run.

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
