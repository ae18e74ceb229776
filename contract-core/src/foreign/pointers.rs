//! Pointers, cells and wrappers: what they hold is what is written and read.

use std::borrow::{Cow, ToOwned};

use super::same;
use crate::Level;
use crate::declare::{Contract, Wire};

same! {
    [T: Contract + ?Sized] &T => T,
    [T: Contract + ?Sized] &mut T => T,
    [T: Contract + ?Sized] Box<T> => T,
    [T: Contract + ?Sized] std::rc::Rc<T> => T,
    [T: Contract + ?Sized] std::sync::Arc<T> => T,
    [T: Contract + ToOwned + ?Sized] Cow<'_, T> => T,
    [T: Contract] std::cell::Cell<T> => T,
    [T: Contract + ?Sized] std::cell::RefCell<T> => T,
    [T: Contract + ?Sized] std::sync::Mutex<T> => T,
    [T: Contract + ?Sized] std::sync::RwLock<T> => T,
    [T: Contract] std::cmp::Reverse<T> => T,
    [T: Contract] std::num::Wrapping<T> => T,
}

// Read from numbers out of range as well: they become the nearest that is in range.
impl<T: Contract> Contract for std::num::Saturating<T> {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        Wire::Split(T::wire, || Wire::Opaque("std::num::Saturating", None))
    }
}
