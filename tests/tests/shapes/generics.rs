//! Generic and recursive types.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use contract_core::Contract;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{shape, writes};

#[test]
fn parameters_have_the_bounds_that_serde_infers() {
    /// Neither serde's traits nor `Contract`.
    struct Nothing;

    #[derive(Serialize, Deserialize, Contract)]
    struct Page<T, Unused = u8, Marker = Nothing> {
        items: Vec<T>,
        #[serde(skip)]
        _unused: Option<Unused>,
        _marker: PhantomData<Marker>,
    }
    shape::<Page<u8, u8, Nothing>>(json!({"struct": {"fields": [
        {"name": "items", "type": {"list": "u8"}},
        {"name": "_marker", "type": "phantom"},
    ]}}));
    let page: Page<u8, Nothing, Nothing> =
        Page { items: vec![1], _unused: None, _marker: PhantomData };
    writes(&page, json!({"items": [1], "_marker": null}));
    // `type_name` leaves out arguments that equal their defaults.
    let types = contract_tests::types::<Page<u8, Nothing, Nothing>>();
    assert_eq!(types["Page<u8, Nothing>"]["arguments"], json!(["u8"]));
}

#[test]
fn associated_types() {
    trait Shop {
        type Order;
    }
    struct Here;
    impl Shop for Here {
        type Order = u8;
    }
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(bound(serialize = "S::Order: Serialize", deserialize = "S::Order: Deserialize<'de>"))]
    struct Holder<S: Shop> {
        order: S::Order,
    }
    shape::<Holder<Here>>(json!({"struct": {"fields": [{"name": "order", "type": "u8"}]}}));
    let types = contract_tests::types::<Holder<Here>>();
    assert_eq!(types["Holder<Here>"]["arguments"], json!(["u8"]));
}

#[test]
fn constants_lifetimes_and_where_clauses() {
    #[derive(Serialize, Contract)]
    struct Block<'a, T: ?Sized, const N: usize, const LAST: bool = true>
    where
        [u8; 4]: Sized,
    {
        bytes: [u8; 4],
        rest: &'a T,
    }
    shape::<Block<'_, str, 4>>(json!({"struct": {"fields": [
        {"name": "bytes", "type": {"array": ["u8", 4]}},
        {"name": "rest", "type": "borrowed_string"},
    ]}}));
    let block: Block<'_, str, 4> = Block { bytes: [0; 4], rest: "a" };
    writes(&block, json!({"bytes": [0, 0, 0, 0], "rest": "a"}));
    let types = contract_tests::types::<Block<'_, str, 4, false>>();
    let block = types.values().next().unwrap();
    assert_eq!(block["constants"], json!(["4", "false"]));
}

#[test]
fn generic_enums_and_defaults() {
    #[derive(Serialize, Deserialize, Contract)]
    enum Outcome<T, E = String> {
        Ok(T),
        Err { error: E },
    }
    shape::<Outcome<u8>>(json!({"enum": {"variants": [
        {"name": "Ok", "content": {"newtype": "u8"}},
        {"name": "Err", "content": {"struct": {"fields": [{"name": "error", "type": "string"}]}}},
    ]}}));
    writes(&Outcome::<u8>::Err { error: "x".into() }, json!({"Err": {"error": "x"}}));
}

#[test]
fn two_uses_of_one_generic_type() {
    #[derive(Serialize, Deserialize, Contract)]
    struct Both {
        numbers: Page<u8>,
        texts: Page<String>,
    }
    #[derive(Serialize, Deserialize, Contract)]
    struct Page<T> {
        items: Vec<T>,
    }
    shape::<Both>(json!({"struct": {"fields": [
        {"name": "numbers", "type": "Page<u8>"},
        {"name": "texts", "type": "Page<String>"},
    ]}}));
    let types = contract_tests::types::<Both>();
    assert_eq!(types["Page<String>"]["name"], "Page");
    assert_eq!(types["Page<String>"]["arguments"], json!(["string"]));
    assert_eq!(types["Page<String>"]["registered"], json!(false));
    assert_eq!(types["Both"]["registered"], json!(true));
}

#[test]
fn recursion() {
    #[derive(Serialize, Deserialize, Contract)]
    struct Tree<T> {
        value: T,
        children: Vec<Self>,
        index: BTreeMap<String, Box<Tree<T>>>,
    }
    #[derive(Serialize, Deserialize, Contract)]
    enum Even {
        Zero,
        Next(Box<Odd>),
    }
    #[derive(Serialize, Deserialize, Contract)]
    struct Odd(Box<Even>, u8);
    shape::<Tree<u8>>(json!({"struct": {"fields": [
        {"name": "value", "type": "u8"},
        {"name": "children", "type": {"list": "Tree<u8>"}},
        {"name": "index", "type": {"map": ["string", "Tree<u8>"]}},
    ]}}));
    shape::<Even>(json!({"enum": {"variants": [
        {"name": "Zero"},
        {"name": "Next", "content": {"newtype": "Odd"}},
    ]}}));
    assert_eq!(contract_tests::types::<Odd>().len(), 2);
}

/// Two types of one name, in two blocks of one function, have one `type_name`.
#[test]
fn names_do_not_identify() {
    use contract_core::declare::Item;
    let first = {
        #[derive(Serialize, Deserialize, Contract)]
        struct Same {
            a: u8,
        }
        <Same as Contract>::wire
    };
    let second = {
        #[derive(Serialize, Deserialize, Contract)]
        struct Same {
            b: u8,
        }
        <Same as Contract>::wire
    };
    let facts = contract_tests::facts(&[Item::Type(first), Item::Type(second)]);
    assert_eq!(facts["types"].as_object().unwrap().len(), 2);
}
