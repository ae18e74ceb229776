//! Types that are written or read through others.

use contract_core::Contract;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{reads, refuses, shape, writes};

#[derive(Serialize, Deserialize, Contract, Debug, Clone)]
struct Raw {
    x: u8,
}

#[test]
fn both_directions_through_one_type() {
    #[derive(Serialize, Deserialize, Contract, Debug, Clone)]
    #[serde(from = "Raw", into = "Raw")]
    struct Nice {
        y: u8,
    }
    impl From<Raw> for Nice {
        fn from(raw: Raw) -> Self {
            Self { y: raw.x }
        }
    }
    impl From<Nice> for Raw {
        fn from(nice: Nice) -> Self {
            Self { x: nice.y }
        }
    }
    shape::<Nice>(json!({"alias": "Raw"}));
    writes(&Nice { y: 1 }, json!({"x": 1}));
    reads::<Nice>(&[json!({"x": 1})]);
}

#[test]
fn only_read_through_another_type() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(from = "Raw")]
    struct Nice {
        y: u8,
    }
    impl From<Raw> for Nice {
        fn from(raw: Raw) -> Self {
            Self { y: raw.x }
        }
    }
    shape::<Nice>(json!({"alias": {"split": ["Nice.written", "Raw"]}}));
    let types = contract_tests::types::<Nice>();
    assert_eq!(
        types["Nice.written"]["type"]["shape"],
        json!({"struct": {"fields": [{"name": "y", "type": "u8"}]}})
    );
    writes(&Nice { y: 1 }, json!({"y": 1}));
    reads::<Nice>(&[json!({"x": 1})]);
    refuses::<Nice>(&[json!({"y": 1})]);
}

#[test]
fn only_written_through_another_type() {
    #[derive(Serialize, Deserialize, Contract, Debug, Clone)]
    #[serde(into = "Raw")]
    struct Nice {
        y: u8,
    }
    impl From<Nice> for Raw {
        fn from(nice: Nice) -> Self {
            Self { x: nice.y }
        }
    }
    shape::<Nice>(json!({"alias": {"split": ["Raw", "Nice.read"]}}));
    writes(&Nice { y: 1 }, json!({"x": 1}));
    reads::<Nice>(&[json!({"y": 1})]);
}

#[test]
fn a_conversion_that_may_refuse() {
    #[derive(Serialize, Deserialize, Contract, Debug, Clone)]
    #[serde(try_from = "u8", into = "u8")]
    struct Even(u8);
    impl TryFrom<u8> for Even {
        type Error = String;
        fn try_from(value: u8) -> Result<Self, String> {
            if value.is_multiple_of(2) { Ok(Self(value)) } else { Err("odd".to_owned()) }
        }
    }
    impl From<Even> for u8 {
        fn from(even: Even) -> Self {
            even.0
        }
    }
    shape::<Even>(json!({"alias": {"split": ["u8", {"opaque": ["try_from of Even", "u8"]}]}}));
    reads::<Even>(&[json!(2)]);
    refuses::<Even>(&[json!(3)]);
}

#[test]
fn remote_types() {
    mod foreign {
        pub(super) struct Duration {
            pub(super) seconds: u8,
        }
        impl Duration {
            pub(super) fn hidden(&self) -> u8 {
                self.seconds
            }
        }
    }
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(remote = "foreign::Duration")]
    struct DurationDef {
        #[serde(rename = "secs", getter = "foreign::Duration::hidden")]
        seconds: u8,
    }
    impl From<DurationDef> for foreign::Duration {
        fn from(def: DurationDef) -> Self {
            Self { seconds: def.seconds }
        }
    }
    #[derive(Serialize, Deserialize, Contract)]
    struct Job {
        #[serde(with = "DurationDef")]
        #[contract(wire = DurationDef)]
        timeout: foreign::Duration,
    }
    shape::<DurationDef>(json!({"struct": {"fields": [{"name": "secs", "type": "u8"}]}}));
    shape::<Job>(json!({"struct": {"fields": [
        {"name": "timeout", "type": "DurationDef", "read": "demanded"},
    ]}}));
    writes(&Job { timeout: foreign::Duration { seconds: 1 } }, json!({"timeout": {"secs": 1}}));
}
