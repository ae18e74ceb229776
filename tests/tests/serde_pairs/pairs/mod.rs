//! The pairs, by theme.

mod codecs;
mod containers;
mod enums;
mod enums_tagged;
mod fields;
mod flatten;
mod foreign;
mod numbers;
mod options;
mod order;
mod rare;
mod structs;

use crate::harness::Pair;

/// Every pair.
pub(crate) fn all() -> Vec<Pair> {
    [
        fields::all(),
        structs::all(),
        numbers::all(),
        options::all(),
        containers::all(),
        enums::all(),
        enums_tagged::all(),
        flatten::all(),
        order::all(),
        codecs::all(),
        foreign::all(),
        rare::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
