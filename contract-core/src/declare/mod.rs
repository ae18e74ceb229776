//! What the macros emit: constant tables that describe wire shapes and clauses.
//!
//! Everything here is plain data and function pointers. A table costs a producer nothing at run
//! time, and the linker drops it when nothing asks for it. Shapes are reached through functions
//! (`fn() -> Wire`), so recursive and generic types need no special care.

mod about;
mod items;
pub(crate) mod numbers;
pub(crate) mod packed;

use std::marker::PhantomData;

pub use about::{About, At, Clause, Deprecated, Value};
pub use items::{
    ConsumerTable, ContractTable, ErrorCode, ErrorTable, EventTable, Item, JobTable, Mark,
    OperationTable, Part, ProviderTable, State, StateKind, Variable,
};
pub use numbers::{Numbers, Probe, Told};
pub use packed::{Packed, Shape};

use crate::Level;

/// A type whose wire shape is known: what serde writes for it and what serde reads into it.
#[diagnostic::on_unimplemented(
    message = "the wire shape of `{Self}` is unknown",
    label = "`{Self}` does not implement `Contract`",
    note = "add `#[derive(Contract)]` to `{Self}`, or say on the field what its codec writes: \
            `#[contract(wire = String)]`"
)]
pub trait Contract {
    /// The level that its author declares for the type: of a generic type the weakest of it and its
    /// arguments, of a list or an option that of what it holds. Nothing where nothing is declared.
    const LEVEL: Option<Level> = None;

    /// The wire shape of this type.
    fn wire() -> Wire;

    /// The wire shape of a reference to this type. serde reads references only to what it can
    /// borrow from the text that it reads.
    #[doc(hidden)]
    fn borrowed() -> Wire {
        Self::wire()
    }

    /// The wire shape of a reference to a slice of this type.
    #[doc(hidden)]
    fn borrowed_slice() -> Wire
    where
        Self: Sized,
    {
        Wire::List(Self::wire)
    }
}

/// The weakest of some levels; what declares none has no say.
pub const fn weakest(levels: &[Option<Level>]) -> Option<Level> {
    let mut weakest = None;
    let mut index = 0;
    while index < levels.len() {
        weakest = match (weakest, levels[index]) {
            (Some(known), Some(level)) if known as u8 <= level as u8 => Some(known),
            (known, None) => known,
            (_, level) => level,
        };
        index += 1;
    }
    weakest
}

/// How to ask for a wire shape.
pub type WireFn = fn() -> Wire;

/// A wire shape: what serde writes and reads for one Rust type.
#[derive(Clone, Copy, Debug)]
pub enum Wire {
    /// A shape known by name: `bool`, `u64`, `string`, `uuid`, ... See the document's format.
    Leaf(&'static str),
    /// The value, or null; as a field it may be missing when it is read.
    Option(WireFn),
    /// An array of any length.
    List(WireFn),
    /// An array without equal elements when written; duplicates are dropped when read.
    Set(WireFn),
    /// An object whose keys are values of the first shape.
    Map(WireFn, WireFn),
    /// An array with one shape per position.
    Tuple(&'static [WireFn]),
    /// An array of exactly so many elements.
    Array(WireFn, usize),
    /// An array of at most so many elements.
    ShortList(WireFn, usize),
    /// A string of at most so many bytes in UTF-8.
    ShortText(usize),
    /// Written as the first shape, read as the second.
    Split(WireFn, WireFn),
    /// Written and read by a codec that only its name describes, within another shape if known.
    Opaque(&'static str, Option<WireFn>),
    /// Written and read by a codec that only its name describes, from values of a type: its name,
    /// the type as its author writes it, and the type's shape if it has one.
    Codec(&'static str, &'static str, Option<WireFn>),
    /// A type with a definition of its own.
    Named(&'static Definition),
    /// The same, as the macros write it.
    Packed(&'static Packed),
    /// A type known only by its published JSON Schema: its name and the schema's text.
    Schema(&'static str, fn() -> String),
}

/// Asks a type for its shape where it need not have one: `Behind::<T>::NEW.shape()`.
///
/// The method of a type with a shape is the first that method resolution finds; for all others it
/// looks on, behind the reference.
#[derive(Debug)]
pub struct Behind<T: ?Sized>(PhantomData<fn(&T)>, Shapeless);

/// A type of which no shape is known.
#[derive(Clone, Copy, Debug)]
pub struct Shapeless;

impl<T: ?Sized> Behind<T> {
    /// The question.
    pub const NEW: Self = Self(PhantomData, Shapeless);
}

impl<T: Contract + ?Sized> Behind<T> {
    /// The type's shape.
    pub const fn shape(&self) -> Option<WireFn> {
        Some(T::wire)
    }
}

impl<T: ?Sized> std::ops::Deref for Behind<T> {
    type Target = Shapeless;

    fn deref(&self) -> &Shapeless {
        &self.1
    }
}

impl Shapeless {
    /// No shape.
    pub const fn shape(&self) -> Option<WireFn> {
        None
    }
}

/// A type with a name.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// What it is known by.
    pub mark: Mark,
    /// The published name, without arguments.
    pub name: &'static str,
    /// The full Rust name with arguments; two types are the same when theirs are.
    pub type_name: fn() -> &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// The type arguments that its shape depends on.
    pub arguments: &'static [WireFn],
    /// The constant arguments, as text.
    pub constants: fn() -> Vec<String>,
    /// What its author says about it.
    pub about: About,
    /// `#[contract(event(..))]`: its values are sent or received as an event.
    pub event: Option<EventTable>,
    /// What its own code converts, if that is how it is written or read.
    pub parts: Option<fn() -> Parts>,
    /// What tells the variants of an enum that may be told by their numbers.
    pub told: Option<fn() -> Told>,
    /// Its shape.
    pub body: Body,
}

/// What stands behind a conversion: fields or variants as their author writes them, and the shapes
/// of their types.
#[derive(Clone, Debug)]
pub struct Parts {
    pub(crate) says: Vec<String>,
    pub(crate) shapes: Vec<WireFn>,
}

/// The parts of a type, and the shapes of those of their types that have one.
pub fn parts(says: &[&str], shapes: &[Option<WireFn>]) -> Parts {
    let says = says.iter().map(|part| (*part).to_owned()).collect();
    Parts { says, shapes: shapes.iter().copied().flatten().collect() }
}

impl Definition {
    /// The constant arguments of a type that has none.
    pub const NO_CONSTANTS: fn() -> Vec<String> = || constants(&[]);
}

/// Constant arguments as text: integers, `bool` and `char` are all that Rust allows.
pub fn constants(constants: &[&dyn std::fmt::Display]) -> Vec<String> {
    constants.iter().map(ToString::to_string).collect()
}

/// The shape of a named type.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// A struct with named fields: an object, read from an array in field order as well.
    Struct(StructTable),
    /// A tuple struct of two or more fields: an array.
    Tuple(&'static [Field]),
    /// A unit struct: null.
    Unit,
    /// A transparent struct, `from`/`into`: the same as another shape.
    Alias(WireFn),
    /// A struct of one unnamed field: the same as the field's shape, but never missing.
    Newtype(WireFn),
    /// An enum.
    Enum(EnumTable),
}

/// A struct with named fields, or the fields of a struct variant.
#[derive(Clone, Copy, Debug)]
pub struct StructTable {
    /// The fields in declaration order.
    pub fields: &'static [Field],
    /// `deny_unknown_fields`.
    pub refuses_unknown: bool,
    /// `#[serde(tag = "..")]` on a struct: the tag's field name and its value.
    pub tag: Option<(&'static str, &'static str)>,
}

/// One field, named or positional.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The Rust name, or the position.
    pub rust_name: &'static str,
    /// The name that is written; also the name of a field that is only read.
    pub name: &'static str,
    /// The name that is read.
    pub read_name: &'static str,
    /// Further names that are read.
    pub aliases: &'static [&'static str],
    /// When it is written.
    pub written: Written,
    /// What happens when it is missing.
    pub read: Read,
    /// `flatten`: its members stand beside the other fields.
    pub flatten: bool,
    /// Its shape.
    pub wire: WireFn,
    /// What its author says about it.
    pub about: About,
}

impl Field {
    /// A field without serde attributes.
    pub const fn new(name: &'static str, wire: WireFn, about: About) -> Self {
        Self {
            rust_name: name,
            name,
            read_name: name,
            aliases: &[],
            written: Written::Always,
            read: Read::Required,
            flatten: false,
            wire,
            about,
        }
    }
}

/// When a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Always.
    Always,
    /// Unless it is `None` (`skip_serializing_if = "Option::is_none"`).
    UnlessNone,
    /// Unless the named predicate holds.
    Unless(&'static str),
    /// Never (`skip_serializing`).
    Never,
}

/// What a reader does about a missing field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Refuses, unless the shape itself may be missing (an `Option`).
    Required,
    /// Refuses even an `Option`: a custom codec stands between serde and the field.
    Demanded,
    /// Takes `Default::default()`.
    Default,
    /// Takes the container's default value for the field.
    ContainerDefault,
    /// Calls the named function.
    DefaultFn(&'static str),
    /// Never reads it (`skip_deserializing`).
    Never,
}

/// An enum.
#[derive(Clone, Copy, Debug)]
pub struct EnumTable {
    /// How the variant is told.
    pub tagging: Tagging,
    /// `deny_unknown_fields`.
    pub refuses_unknown: bool,
    /// The variants in declaration order.
    pub variants: &'static [Variant],
}

/// How a variant is told from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// `{"Variant": content}`.
    External,
    /// `{"tag": "Variant", ..}`.
    Internal(&'static str),
    /// `{"tag": "Variant", "content": ..}`.
    Adjacent(&'static str, &'static str),
    /// By trying one after the other.
    Untagged,
}

/// One variant. Where its two directions have different content, it stands twice: once written
/// only and once read only.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// The Rust name.
    pub rust_name: &'static str,
    /// The name that is written; also the name of a variant that is only read.
    pub name: &'static str,
    /// The name that is read.
    pub read_name: &'static str,
    /// Further names that are read.
    pub aliases: &'static [&'static str],
    /// Whether it can be written.
    pub written: bool,
    /// Whether it can be read.
    pub read: bool,
    /// `#[serde(other)]`: takes every unknown tag.
    pub other: bool,
    /// `#[serde(untagged)]` on this variant.
    pub untagged: bool,
    /// Its content.
    pub body: VariantBody,
    /// What its author says about it.
    pub about: About,
}

impl Variant {
    /// A variant without serde attributes.
    pub const fn new(name: &'static str, body: VariantBody, about: About) -> Self {
        Self {
            rust_name: name,
            name,
            read_name: name,
            aliases: &[],
            written: true,
            read: true,
            other: false,
            untagged: false,
            body,
            about,
        }
    }
}

/// The content of a variant.
#[derive(Clone, Copy, Debug)]
pub enum VariantBody {
    /// Nothing.
    Unit,
    /// One unnamed field.
    Newtype(WireFn),
    /// Several unnamed fields.
    Tuple(&'static [Field]),
    /// Named fields.
    Struct(StructTable),
}
