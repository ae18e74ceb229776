//! What the programs name.

pub(crate) use std::cmp::Reverse;
pub(crate) use std::ffi::{CString, OsString};
pub(crate) use std::net::{SocketAddrV4, SocketAddrV6};
pub(crate) use std::num::{NonZeroU128, Saturating, Wrapping};
pub(crate) use std::ops::{Bound, Range, RangeInclusive};
pub(crate) use std::path::PathBuf;
pub(crate) use std::rc::Rc;
pub(crate) use std::sync::Arc;

pub(crate) use bytes::Bytes;
pub(crate) use chrono::{DateTime, Month, NaiveDate, Utc, Weekday};
pub(crate) use rust_decimal::Decimal;
pub(crate) use url::Url;
pub(crate) use uuid::Uuid;

pub(crate) use crate::harness::prelude::*;

/// In the same order in every run and version.
pub(crate) type HashSet<T> =
    std::collections::HashSet<T, std::hash::BuildHasherDefault<std::hash::DefaultHasher>>;

/// A codec that changes nothing, which nobody sees from outside.
pub(crate) mod codec {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<T: Serialize, S: Serializer>(it: &T, to: S) -> Result<S::Ok, S::Error> {
        it.serialize(to)
    }

    pub(crate) fn deserialize<'de, T, D>(from: D) -> Result<T, D::Error>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        T::deserialize(from)
    }
}

/// Another one.
pub(crate) mod other_codec {
    pub(crate) use super::codec::{deserialize, serialize};
}

/// Whether a value is the usual one, which need not be written.
pub(crate) fn usual<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}
