//! Users' names that look like those of the expansion.

use ::contract_core::{Contract, ContractError};

mod contract_core {}
mod core {}
mod std {}
mod declare {}

/// Types and values named like what the tables are made of.
#[expect(dead_code, reason = "only their names matter")]
mod shadows {
    pub(super) struct Some;
    pub(super) struct None;
    pub(super) struct Option;
    pub(super) struct Wire;
    pub(super) struct Field;
    pub(super) struct About;
    pub(super) struct Definition;
    pub(super) struct Packed;
    pub(super) struct Shape;
    pub(super) struct Level;
    pub(super) struct Result;
    pub(super) struct String;
    pub(super) struct Vec;
    pub(super) struct Box;
    pub(super) const FILE: u8 = 0;
}
use shadows::{
    About, Box, Definition, Field, Level, None, Option, Packed, Result, Shape, Some, String, Vec,
    Wire,
};

macro_rules! own {
    ($($name:ident)+) => {
        $(impl Contract for $name {
            fn wire() -> ::contract_core::declare::Wire {
                ::contract_core::declare::Wire::Leaf("null")
            }
        })+
    };
}
own!(Some None Option Wire Field About Definition Packed Shape Level Result String Vec Box);

#[derive(Contract)]
struct Item {
    some: Some,
    none: None,
    option: Option,
    wire: Wire,
    field: Field,
    about: About,
    definition: Definition,
    packed: Packed,
    shape: Shape,
    #[contract(level = stable)]
    level: Level,
    result: Result,
    string: String,
    list: Vec,
    boxed: Box,
    #[contract(unit = "s", level = stable)]
    r#const: u8,
}

#[derive(Contract)]
enum Enum {
    Some(Some),
    None,
    Ok { r#fn: u8 },
}

#[derive(Contract)]
#[expect(non_camel_case_types, reason = "a name like a primitive's")]
struct u16 {
    u8: u8,
}

#[derive(Contract)]
struct Generic<Wire, Field> {
    wire: Wire,
    field: Field,
}

#[derive(ContractError)]
#[expect(non_camel_case_types, reason = "a raw name")]
#[contract(domain = "urn:names", open)]
enum Error {
    #[contract(code = "SOME", status = 400, retry = never, effects = none)]
    Some,
    #[contract(code = "NONE", status = 400, retry = never, effects = none)]
    None(::core::marker::PhantomData<u8>),
    #[contract(code = "RAW", status = 400, retry = never, effects = none)]
    r#type { index: u8 },
}

#[test]
fn names() {
    fn shape<T: Contract>() {
        T::wire();
    }
    shape::<Item>();
    shape::<Enum>();
    shape::<u16>();
    shape::<Generic<u8, Item>>();
    let error = Error::r#type { index: 0 };
    ::std::assert_eq!(error.code(), "RAW");
    ::std::assert_eq!(Error::Some.entry().rust_name, "Some");
    ::std::assert_eq!(Error::table().codes[2].rust_name, "type");
}
