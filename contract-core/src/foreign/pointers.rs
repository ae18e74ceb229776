//! Pointers, cells and wrappers: what they hold is what is written and read.

use std::borrow::{Cow, ToOwned};

use super::same;
use crate::Level;
use crate::declare::{Contract, Wire};

same! {
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
    // Nothing where the value is gone; whatever is read is gone at once.
    [T: Contract] std::rc::Weak<T> => Option<T>,
    [T: Contract] std::sync::Weak<T> => Option<T>,
}

impl<T: Contract + ?Sized> Contract for &T {
    const LEVEL: Option<Level> = T::LEVEL;

    fn wire() -> Wire {
        T::borrowed()
    }
}

/// Numbers out of range are read as well: they become the nearest that is in range.
macro_rules! saturating {
    ($($ty:ty)+) => {
        $(impl Contract for std::num::Saturating<$ty> {
            fn wire() -> Wire {
                Wire::Split(<$ty>::wire, || Wire::Leaf("integer"))
            }
        })+
    };
}

saturating! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

same! {
    // serde_json itself refuses what is not in range.
    [] std::num::Saturating<i128> => i128,
    [] std::num::Saturating<u128> => u128,
}
