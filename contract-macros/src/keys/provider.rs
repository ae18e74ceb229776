//! What providers promise to whoever deploys.

use super::Place::{Provider, Variable};
use super::{Key, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "default",
        doc: "The value where the variable is not set.",
        takes: Takes::Text,
        example: "default = \"https://sandbox.bank.example\"",
        places: &[Variable],
    },
    Key {
        name: "default_mode",
        doc: "The mode it runs in where the variable is not set; without it, it does not run.",
        takes: Takes::Word(super::MODES),
        example: "default_mode = deterministic",
        places: &[Provider],
    },
    Key {
        name: "differs_from_live",
        doc: "How the deterministic double differs from the live thing.",
        takes: Takes::Said,
        example: "differs_from_live(\"never declines\", id = declines)",
        places: &[Provider],
    },
];
