//! What a pair is made of.

use std::collections::BTreeMap;

use contract_core::declare::{Contract, Item, Wire};
use contract_core::document::{Document, FORMAT, Type, WireType};
use serde::{Deserialize, Serialize};

/// Two versions of one type.
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    pub(crate) old: fn() -> Side,
    pub(crate) new: fn() -> Side,
}

/// One version.
pub(crate) struct Side {
    pub(crate) document: Document,
    pub(crate) root: WireType,
    /// Reads a text as the type; gives back what serde writes for the value, if it can.
    pub(crate) read: fn(&str) -> Result<Option<String>, String>,
    /// What serde writes for the values given by hand.
    pub(crate) values: Vec<String>,
}

impl Side {
    /// The version of which `T` is the type.
    pub(crate) fn of<T: Contract + Serialize + Deserialize<'static>>(values: Vec<T>) -> Self {
        let facts = contract_core::export::facts(&[Item::Type(T::wire)]);
        let facts: Facts = serde_json::from_str(&facts).expect("facts are JSON");
        let root = facts.types.iter().find(|(_, found)| found.registered);
        let root = WireType::Named(root.expect("the root is registered").0.clone());
        let types = facts.types.into_iter().map(|(name, found)| (name, found.shape)).collect();
        let document = serde_json::json!({
            "format": FORMAT,
            "contract": {"id": "pairs", "version": "1.0.0"},
        });
        let document: Document = serde_json::from_value(document).expect("a contract document");
        Self {
            document: Document { types, ..document },
            root,
            // A type may borrow from the text, which then has to stay.
            read: |text| match serde_json::from_str::<T>(text.to_owned().leak()) {
                Ok(value) => Ok(serde_json::to_string(&value).ok()),
                Err(error) => Err(error.to_string()),
            },
            values: values.iter().filter_map(|value| serde_json::to_string(value).ok()).collect(),
        }
    }
}

#[derive(serde::Deserialize)]
struct Facts {
    types: BTreeMap<String, Found>,
}

#[derive(serde::Deserialize)]
struct Found {
    registered: bool,
    #[serde(rename = "type")]
    shape: Type,
}

/// Declares pairs. Each has the items of the old version and those of the new one, of which `T` is
/// the one compared; `with`, `with_old` and `with_new` hold what is no type; `values` are values of `T` that cannot be read
/// from JSON, or are worth naming.
macro_rules! pairs {
    ($($name:ident {
        old { $($old:item)* }
        new { $($new:item)* }
        $(with { $($with:item)* })?
        $(with_old { $($with_old:item)* })?
        $(with_new { $($with_new:item)* })?
        $(values { old [$($old_value:expr),* $(,)?] new [$($new_value:expr),* $(,)?] })?
    })*) => {
        $(mod $name {
            #![allow(
                dead_code, unused_imports, unreachable_patterns, unreachable_pub, nonstandard_style,
                clippy::all,
                reason = "the items are what users write, some of it with poor style"
            )]
            pub(super) mod old {
                use crate::harness::prelude::*;
                $(#[derive(Serialize, Deserialize, Contract)] $old)*
                $($($with)*)?
                $($($with_old)*)?
                pub(crate) fn side() -> Side {
                    Side::of::<T>(vec![$($($old_value),*)?])
                }
            }
            pub(super) mod new {
                use crate::harness::prelude::*;
                $(#[derive(Serialize, Deserialize, Contract)] $new)*
                $($($with)*)?
                $($($with_new)*)?
                pub(crate) fn side() -> Side {
                    Side::of::<T>(vec![$($($new_value),*)?])
                }
            }
        })*

        pub(crate) fn all() -> Vec<crate::harness::Pair> {
            vec![$(crate::harness::Pair {
                name: stringify!($name),
                old: $name::old::side,
                new: $name::new::side,
            }),*]
        }
    };
}
pub(crate) use pairs;

/// What the items of a pair may name.
pub(crate) mod prelude {
    pub(crate) use std::borrow::Cow;
    pub(crate) use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
    pub(crate) use std::marker::PhantomData;
    pub(crate) use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
    pub(crate) use std::num::{NonZeroI8, NonZeroU8, NonZeroU32, NonZeroU64};
    pub(crate) use std::time::{Duration, SystemTime};

    pub(crate) use contract_core::Contract;
    pub(crate) use serde::{Deserialize, Serialize};

    pub(crate) use super::{Side, Value};
}

/// Any JSON value.
#[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Value(pub(crate) serde_json::Value);

impl Contract for Value {
    fn wire() -> Wire {
        Wire::Leaf("any")
    }
}
