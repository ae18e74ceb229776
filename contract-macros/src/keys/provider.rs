//! What providers promise to whoever deploys.

use super::Place::Provider;
use super::{Key, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[Key {
    name: "differs_from_live",
    doc: "How the deterministic double differs from the live thing.",
    takes: Takes::Said,
    example: "differs_from_live(\"never declines\", id = declines)",
    places: &[Provider],
}];
