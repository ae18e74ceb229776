//! The crate `either`.

use either::Either;

use super::compound::{definition, newtype, plain_enum};
use crate::Level;
use crate::declare::{About, Contract, Definition, Mark, Wire, weakest};

/// `{"Left": value}` or `{"Right": value}`.
impl<L: Contract, R: Contract> Contract for Either<L, R> {
    const LEVEL: Option<Level> = weakest(&[L::LEVEL, R::LEVEL]);

    fn wire() -> Wire {
        definition!(
            "Either",
            "either",
            [L, R],
            plain_enum(const { &[newtype("Left", L::wire), newtype("Right", R::wire)] })
        )
    }
}
