//! Types that `macro_rules!` makes, from fragments of every kind, and attributes under `cfg_attr`.

use ::contract_core::{Contract, ContractError, handler};
use ::serde::Serialize;

macro_rules! make {
    ($vis:vis $name:ident, $field:ident: $ty:ty, $lit:literal, $path:path, $level:ident, $code:expr) => {
        #[doc = $lit]
        #[derive(Contract, Serialize)]
        #[contract(meaning = $lit, level = $level)]
        $vis struct $name {
            #[contract(unit = $lit)]
            $field: $ty,
            #[contract(wire = $ty)]
            other: $path,
        }

        #[derive(ContractError)]
        #[contract(domain = "urn:made", open)]
        enum Error {
            #[contract(code = $code, status = 400, retry = never, effects = none)]
            One,
        }

        #[handler(id = $lit, request = $ty, response = $path, readonly)]
        fn operation(x: $ty) -> ($ty, $path) {
            (x, ::std::default::Default::default())
        }
    };
}

make!(pub(in crate::macros) Made, field: ::std::vec::Vec<u8>, "made", ::std::string::String, stable, "ONE");

macro_rules! twice {
    ($($name:ident)+) => { $( #[derive(Contract)] struct $name; )+ };
}
twice!(First Second);

#[derive(Contract, Serialize)]
#[cfg_attr(all(), contract(level = stable), serde(rename_all = "UPPERCASE"))]
struct Conditional {
    #[cfg(any())]
    absent: NoSuchType,
    #[cfg(not(any()))]
    #[cfg_attr(all(), serde(rename = "here"), contract(unit = "m"))]
    present: u8,
    other: u8,
}

#[derive(Contract, Serialize)]
enum ConditionalEnum {
    #[cfg(any())]
    Absent(NoSuchType),
    Present,
}

#[test]
fn made_by_macros() {
    ::std::assert_eq!(
        ::contract_tests::shape::<Made>()["struct"]["fields"][1]["type"]["list"],
        "u8"
    );
    ::std::assert_eq!(Error::One.code(), "ONE");
    First::wire();
    Second::wire();
    ::std::assert_eq!(operation(::std::vec::Vec::new()).1, "");
    let made = Made { field: ::std::vec::Vec::new(), other: ::std::string::String::new() };
    ::std::assert!(made.field.is_empty() && made.other.is_empty());
}

#[test]
fn conditional() {
    let fields = &::contract_tests::shape::<Conditional>()["struct"]["fields"];
    ::std::assert_eq!(fields[0]["name"], "here");
    ::std::assert_eq!(fields[0]["about"]["unit"], "m");
    ::std::assert_eq!(fields[1]["name"], "OTHER");
    ::std::assert!(fields[2].is_null());
    let variants = &::contract_tests::shape::<ConditionalEnum>()["enum"]["variants"];
    ::std::assert_eq!(variants[0]["name"], "Present");
    ::std::assert!(variants[1].is_null());
}
