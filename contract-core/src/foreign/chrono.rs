//! The crate `chrono`.

use std::any::TypeId;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

use super::{leaf, opaque};
use crate::declare::{Contract, Wire};

leaf! {
    NaiveDate => "date",
    NaiveTime => "time",
    NaiveDateTime => "local_date_time",
}

/// With `Z` in UTC, with an offset in every other zone.
impl<Tz: TimeZone + 'static> Contract for DateTime<Tz> {
    fn wire() -> Wire {
        let utc = TypeId::of::<Tz>() == TypeId::of::<Utc>();
        Wire::Leaf(if utc { "timestamp" } else { "date_time" })
    }
}

opaque! {
    chrono::Weekday => "chrono::Weekday" in String,
    chrono::Month => "chrono::Month" in String,
}
