//! The crate `time`.
//!
//! Its types are arrays of numbers or texts, depending on whether any crate in the build turns on
//! `serde-human-readable`. Fields usually choose a form: `#[serde(with = "time::serde::rfc3339")]`
//! with `#[contract(wire = ..)]`.

use super::opaque;

opaque! {
    time::Date => "time::Date",
    time::Time => "time::Time",
    time::PrimitiveDateTime => "time::PrimitiveDateTime",
    time::OffsetDateTime => "time::OffsetDateTime",
    time::UtcOffset => "time::UtcOffset",
    time::Duration => "time::Duration",
    time::Weekday => "time::Weekday",
    time::Month => "time::Month",
}
