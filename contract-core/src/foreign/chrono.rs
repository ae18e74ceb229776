//! The crate `chrono`.

use std::any::TypeId;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

use super::leaf;
use crate::declare::{Contract, Wire};

leaf! {
    NaiveDate => "date",
    NaiveTime => "time",
    NaiveDateTime => "local_date_time",
    chrono::Weekday => "weekday",
    chrono::Month => "month",
}

/// With `Z` in UTC, with an offset in every other zone.
impl<Tz: TimeZone + 'static> Contract for DateTime<Tz> {
    fn wire() -> Wire {
        let utc = TypeId::of::<Tz>() == TypeId::of::<Utc>();
        Wire::Leaf(if utc { "timestamp" } else { "date_time" })
    }
}

/// Seconds and nanoseconds, of which only the type knows its bounds.
impl Contract for TimeDelta {
    fn wire() -> Wire {
        Wire::Split(<(i64, u32)>::wire, || {
            Wire::Opaque("chrono::TimeDelta", Some(<(i64, u32)>::wire))
        })
    }
}
