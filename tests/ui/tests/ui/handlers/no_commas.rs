//! Where a comma is missing or is something else, every key is read all the same: none is missing.

use contract_core::{contract, handler};

contract! { id = "shop"; version = "1.0.0"; owner = "@shop" }

contract! { id: "shop", version = "1.0.0" }

#[handler(id = "a" readonly)]
fn word() {}

#[handler(id = "b" http(GET, "/b") readonly)]
fn lists() {}

#[handler(id = "c", readonly level = stable timeout = "8s")]
fn keys() {}

#[handler(id = , readonly)]
fn nothing() {}

#[handler("d", readonly)]
fn bare() {}

#[handler(id = "e", cancel = atomic, effect(target = "x", kinds(external_write notify)))]
fn words() {}

#[handler(id = "f", readonly, response = dyn std::fmt::Debug)]
fn a_type_of_two_words() {}

fn main() {}
