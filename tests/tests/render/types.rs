//! Types that use what serde offers.
#![expect(dead_code, reason = "some fields and variants are there for serde alone")]

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::{NonZero, NonZeroI8, NonZeroU8};
use std::time::{Duration, SystemTime};

use contract_core::Contract;
use serde::{Deserialize, Serialize};

macro_rules! types {
    ($($item:item)+) => {
        $(#[derive(Debug, Serialize, Deserialize, Contract)] $item)+
    };
}

types! {
    pub(crate) struct Leaves {
        pub(crate) truth: bool,
        pub(crate) small: u8,
        pub(crate) signed: i16,
        pub(crate) large: u64,
        pub(crate) lowest: i64,
        pub(crate) huge: u128,
        pub(crate) not_zero: NonZeroU8,
        pub(crate) not_zero_signed: NonZeroI8,
        pub(crate) single: f32,
        pub(crate) double: f64,
        pub(crate) letter: char,
        pub(crate) text: String,
        pub(crate) nothing: (),
    }

    pub(crate) struct Clocks {
        pub(crate) lasts: Duration,
        pub(crate) since: SystemTime,
    }

    pub(crate) struct Addresses {
        pub(crate) four: Ipv4Addr,
        pub(crate) six: Ipv6Addr,
        pub(crate) any: IpAddr,
        pub(crate) socket: SocketAddr,
    }

    pub(crate) struct Optional {
        pub(crate) plain: Option<u8>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub(crate) skipped: Option<u8>,
        #[serde(default)]
        pub(crate) defaulted: u8,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub(crate) empty: Vec<u8>,
        #[serde(skip_deserializing)]
        pub(crate) only_written: u8,
        #[serde(skip_serializing, default)]
        pub(crate) only_read: u8,
        #[serde(skip)]
        pub(crate) neither: u8,
        pub(crate) boxed: Box<Option<u8>>,
        pub(crate) nested: Option<Option<u8>>,
    }

    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    pub(crate) struct Renamed {
        pub(crate) first_name: String,
        #[serde(rename(serialize = "out", deserialize = "in"))]
        pub(crate) both_ways: u8,
        #[serde(alias = "old", alias = "older")]
        pub(crate) with_alias: u8,
        #[serde(alias = "gone")]
        pub(crate) optional_alias: Option<u8>,
    }

    pub(crate) struct Newtype(pub(crate) u8);

    pub(crate) struct NewtypeOfOption(pub(crate) Option<u8>);

    #[serde(transparent)]
    pub(crate) struct Transparent {
        pub(crate) inner: Option<u8>,
    }

    pub(crate) struct Wrappers {
        pub(crate) newtype: Newtype,
        pub(crate) never_missing: NewtypeOfOption,
        pub(crate) may_be_missing: Transparent,
    }

    pub(crate) struct Tuple(pub(crate) u8, pub(crate) String, #[serde(default)] pub(crate) u8);

    pub(crate) struct Unit;

    #[serde(tag = "type")]
    pub(crate) struct Tagged {
        pub(crate) value: u8,
    }

    pub(crate) struct Containers {
        pub(crate) list: Vec<u8>,
        pub(crate) set: BTreeSet<u8>,
        pub(crate) array: [u8; 2],
        pub(crate) tuple: (u8, String),
        pub(crate) names: BTreeMap<String, u8>,
        pub(crate) units: Vec<Unit>,
    }

    pub(crate) struct Keys {
        pub(crate) small: BTreeMap<u8, bool>,
        pub(crate) signed: BTreeMap<i8, bool>,
        pub(crate) not_zero: BTreeMap<NonZero<i8>, bool>,
        pub(crate) truth: BTreeMap<bool, bool>,
        pub(crate) letter: BTreeMap<char, bool>,
        pub(crate) level: BTreeMap<Level, bool>,
        pub(crate) newtype: BTreeMap<Key, bool>,
    }

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    pub(crate) struct Key(pub(crate) u8);

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub(crate) enum Level {
        Low,
        #[serde(alias = "top")]
        High,
    }

    pub(crate) enum WithOther {
        Known,
        #[serde(other)]
        Unknown,
    }

    pub(crate) enum External {
        Unit,
        Newtype(u8),
        Tuple(u8, bool),
        #[serde(rename_all = "camelCase", rename = "record")]
        Struct { one_field: u8, #[serde(default)] second: u8 },
    }

    #[serde(deny_unknown_fields)]
    pub(crate) enum ClosedExternal {
        Struct { value: u8 },
        #[serde(alias = "Former")]
        Newtype(u8),
    }

    #[serde(tag = "kind")]
    pub(crate) enum Internal {
        Unit,
        Struct { value: u8, #[serde(alias = "was")] is: bool },
        Newtype(Renamed),
        Map(BTreeMap<String, u8>),
        #[serde(other)]
        Other,
    }

    #[serde(tag = "kind", deny_unknown_fields)]
    pub(crate) enum ClosedInternal {
        Unit,
        Struct { value: u8 },
    }

    #[serde(tag = "t", content = "c")]
    pub(crate) enum Adjacent {
        Unit,
        Newtype(u8),
        Optional(Option<u8>),
        Tuple(u8, bool),
        Struct { value: u8 },
    }

    #[serde(tag = "t", content = "c", deny_unknown_fields)]
    pub(crate) enum ClosedAdjacent {
        Unit,
        Newtype(u8),
        Struct { value: u8 },
    }

    #[serde(untagged)]
    pub(crate) enum Untagged {
        Unit,
        Small(u8),
        Text(String),
        Pair(u8, u8),
        Struct { value: u8 },
    }

    #[serde(tag = "kind")]
    pub(crate) enum PartlyUntagged {
        Told { value: u8 },
        #[serde(untagged)]
        Number(u8),
    }

    pub(crate) enum Directions {
        Both,
        #[serde(skip_deserializing)]
        OnlyWritten,
        #[serde(skip_serializing)]
        OnlyRead(u8),
    }

    pub(crate) struct Flattened {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) inner: Inner,
    }

    pub(crate) struct Inner {
        pub(crate) first: u8,
        #[serde(alias = "2nd")]
        pub(crate) second: Option<u8>,
    }

    pub(crate) struct FlattenedOption {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) inner: Option<Inner>,
    }

    pub(crate) struct FlattenedMap {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) rest: BTreeMap<String, u8>,
    }

    pub(crate) struct FlattenedKeyedMap {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) rest: BTreeMap<Level, u8>,
    }

    pub(crate) struct FlattenedMaps {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) counts: BTreeMap<String, Option<u8>>,
        #[serde(flatten)]
        pub(crate) levels: BTreeMap<Level, u8>,
    }

    pub(crate) struct FlattenedExternal {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) which: FlatExternal,
    }

    pub(crate) enum FlatExternal {
        Left(u8),
        Right { value: bool },
    }

    pub(crate) struct FlattenedInternal {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) which: FlatInternal,
    }

    #[serde(tag = "kind")]
    pub(crate) enum FlatInternal {
        Left { left: u8 },
        Right(Inner),
        Neither,
    }

    #[serde(deny_unknown_fields)]
    pub(crate) struct FlattenedClosed {
        pub(crate) own: u8,
        #[serde(flatten)]
        pub(crate) inner: Inner,
    }

    pub(crate) struct TwiceFlattened {
        #[serde(flatten)]
        pub(crate) outer: Flattened,
        pub(crate) more: u8,
    }

    pub(crate) struct Tree {
        pub(crate) value: u8,
        pub(crate) children: Vec<Tree>,
        pub(crate) parent: Option<Box<Tree>>,
    }

    #[serde(tag = "op")]
    pub(crate) enum Expression {
        Number { value: i32 },
        Not { of: Box<Expression> },
        Sum { terms: Vec<Expression> },
    }

    pub(crate) struct Page<T> {
        pub(crate) items: Vec<T>,
        pub(crate) next: Option<String>,
    }

    #[serde(default)]
    #[derive(Default)]
    pub(crate) struct Settings {
        pub(crate) retries: u8,
        pub(crate) name: String,
    }

    #[serde(from = "u8", into = "u8")]
    #[derive(Clone)]
    pub(crate) struct Converted {
        pub(crate) percent: u8,
    }

    pub(crate) struct Results {
        pub(crate) done: Result<u8, String>,
        pub(crate) range: std::ops::Range<u8>,
        pub(crate) bound: std::ops::Bound<u8>,
    }
}

impl From<u8> for Converted {
    fn from(percent: u8) -> Self {
        Self { percent }
    }
}

impl From<Converted> for u8 {
    fn from(converted: Converted) -> Self {
        converted.percent
    }
}
