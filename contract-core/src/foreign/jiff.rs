//! The crate `jiff`.

use super::{leaf, opaque};

leaf! {
    jiff::Timestamp => "timestamp",
    jiff::Zoned => "zoned",
    jiff::civil::Date => "date",
    jiff::civil::Time => "time",
    jiff::civil::DateTime => "local_date_time",
    jiff::Span => "span",
}

opaque! {
    // The spans of time without days and above.
    jiff::SignedDuration => "jiff::SignedDuration" in jiff::Span,
}
