//! The derive against serde: what the facts say of a type stands beside what serde does with it.
//!
//! Each test names the shape by hand, from serde's documentation, and then lets serde write and
//! read real values, so that a wrong expectation fails as well as a wrong derive.

#![expect(dead_code, reason = "many fields are only written or only read by serde")]

mod conversions;
mod enums;
mod facts;
mod fields;
mod generics;
mod schemas;
mod structs;

use std::fmt::Debug;

use contract_core::Contract;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The shape is `expected`.
#[track_caller]
fn shape<T: Contract>(expected: Value) {
    let found = contract_tests::shape::<T>();
    assert_eq!(found, expected, "found {found:#}\n\nexpected {expected:#}");
}

/// serde writes `value` as `expected`.
#[track_caller]
fn writes<T: Serialize>(value: &T, expected: Value) {
    assert_eq!(serde_json::to_value(value).unwrap(), expected);
}

/// serde reads each of these documents as T.
#[track_caller]
fn reads<T: DeserializeOwned>(documents: &[Value]) {
    for document in documents {
        if let Err(error) = serde_json::from_str::<T>(&document.to_string()) {
            panic!("{document}: {error}");
        }
    }
}

/// serde refuses each of these documents as T.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(documents: &[Value]) {
    for document in documents {
        if let Ok(value) = serde_json::from_str::<T>(&document.to_string()) {
            panic!("{document} is read as {value:?}");
        }
    }
}
