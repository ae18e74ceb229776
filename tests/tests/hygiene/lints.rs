//! Public items with documentation, under every lint.

use ::contract_core::{Contract, ContractError, contract, handler, stream};
use ::serde::{Deserialize, Serialize};
use ::std::option::Option;
use ::std::result::Result::{self, Ok};
use ::std::string::String;
use ::std::vec::Vec;

contract! {
    id = "hygiene",
    version = "0.1.0",
    owner = "@nobody",
    level = incidental,
    meaning = "Nothing but names.",
}

/// A type with one of everything.
#[derive(Debug, Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[contract(level = stable, meaning = "everything", event(id = "lints.order", send))]
#[contract(deprecated(since = "0.1.0", note = "only a test"))]
pub struct Everything<'a, T, const N: usize> {
    /// A field.
    #[contract(level = experimental, unit = "s", deprecated(sunset = "2030-01-01"))]
    #[serde(alias = "b", default, skip_serializing_if = "Option::is_none")]
    pub a: Option<u8>,
    /// A reference.
    #[serde(borrow)]
    pub text: &'a str,
    /// More of them.
    #[serde(default)]
    pub rest: Vec<T>,
}

/// What a stable clause asks of what it holds, with every kind of parameter.
#[derive(Debug, Serialize, Deserialize, Contract)]
#[serde(bound(serialize = "", deserialize = ""))]
#[contract(level = stable)]
pub struct Holding<'a, T, const N: usize>
where
    T: ?::std::marker::Sized,
{
    /// Weaker on purpose.
    #[contract(holds = experimental)]
    #[serde(borrow)]
    pub draft: Draft<'a>,
    /// As strong.
    pub kept: [Kept; 2],
    /// A marker.
    #[serde(skip)]
    pub marker: ::std::marker::PhantomData<T>,
}

/// What may change.
#[derive(Debug, Serialize, Deserialize, Contract)]
#[contract(level = experimental)]
pub struct Draft<'a>(#[serde(borrow)] pub &'a str);

/// What stays.
#[derive(Debug, Serialize, Deserialize, Contract)]
#[contract(level = stable)]
pub struct Kept;

/// A type that its author has given up.
#[deprecated = "use something else"]
#[derive(Debug, Serialize, Deserialize, Contract)]
pub struct Old {
    /// Its field, too.
    #[deprecated]
    pub a: u8,
}

/// An enum.
#[derive(Debug, Serialize, Deserialize, Contract)]
#[serde(tag = "t", content = "c")]
pub enum Choice {
    /// Nothing.
    Unit,
    /// A number.
    Number(u8),
    /// Two numbers.
    Pair(u8, u8),
    /// A name.
    Named {
        /// The name.
        name: String,
    },
}

/// A type that is read through another one.
#[derive(Debug, Clone, Serialize, Deserialize, Contract)]
#[serde(from = "u8")]
pub struct From {
    /// The number.
    pub number: u8,
}

impl ::std::convert::From<u8> for From {
    fn from(number: u8) -> Self {
        Self { number }
    }
}

/// Errors.
#[derive(Debug, ContractError)]
#[contract(domain = "https://example.com", closed, level = stable)]
pub enum Errors<'a> {
    /// One.
    #[contract(code = "ONE", status = 404, retry = never, effects = none)]
    One,
    /// Two.
    #[contract(code = "TWO", status = 500, retry = safe, effects = unknown, role = timeout)]
    Two {
        /// Why.
        why: &'a str,
    },
}

/// An operation.
///
/// # Errors
/// On zero.
#[handler(
    id = "hygiene.get",
    http(GET, "/"),
    success = 200,
    readonly,
    errors = Errors<'static>
)]
pub const fn operation(number: u8) -> Result<u8, String> {
    if number == 0 { Result::Err(String::new()) } else { Ok(number) }
}

/// A stream, which holds what is weaker.
#[stream(
    id = "hygiene.follow",
    chunk = Draft<'static>,
    framing = ndjson,
    readonly,
    level = stable,
    holds = experimental
)]
pub const fn follow() {}

#[test]
fn lints() {
    ::std::assert_eq!(ContractError::status(&Errors::Two { why: "" }), 500);
    ::std::assert_eq!(ContractError::code(&Errors::One), "ONE");
    ::std::assert_eq!(operation(1), Ok(1));
}
