//! What was read and checked. The printers in `expand` accept nothing else.

use proc_macro2::{Span, TokenStream};
use syn::{Generics, Ident, Path, Type, Visibility};

use crate::position::Position;

/// What an author says about a clause.
#[derive(Clone)]
pub(crate) struct About {
    /// The word of the level.
    pub(crate) level: Option<&'static str>,
    pub(crate) deprecated: Option<Deprecated>,
    pub(crate) meaning: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) doc: String,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) at: Position,
    /// The same place as a token's, for what is said about it.
    pub(crate) span: Span,
}

/// One clause.
#[derive(Clone)]
pub(crate) struct Clause {
    /// Where it stands below its item.
    pub(crate) path: String,
    pub(crate) said: Said,
    /// Its key.
    pub(crate) span: Span,
    pub(crate) at: Position,
}

/// What a clause says.
#[derive(Clone)]
pub(crate) enum Said {
    Group,
    Flag,
    Text(String),
    Number(String),
    List(Vec<String>),
}

/// A deprecation timeline.
#[derive(Clone, Default)]
pub(crate) struct Deprecated {
    pub(crate) since: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) sunset: Option<String>,
    pub(crate) remove_in: Option<String>,
    pub(crate) replaced_by: Option<String>,
    pub(crate) link: Option<String>,
    pub(crate) note: Option<String>,
}

/// `baseline! { .. }`.
pub(crate) struct Baseline {
    pub(crate) runtime: Option<Path>,
    /// The text of what was released.
    pub(crate) text: String,
    /// For every item the hash of its path, the hash of its facts, and where its lines start.
    pub(crate) index: Vec<u64>,
    /// The features of the package that were on, and those that were off.
    pub(crate) features: Vec<(String, bool)>,
}

/// `contract! { .. }`.
pub(crate) struct Contract {
    pub(crate) runtime: Option<Path>,
    pub(crate) id: String,
    /// Nothing: the version of the crate.
    pub(crate) version: Option<String>,
    pub(crate) owner: Option<String>,
    pub(crate) about: About,
}

/// A type that derives `Contract`.
pub(crate) struct TypeItem {
    pub(crate) runtime: Option<Path>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The type parameters that the shape depends on, and their associated types.
    pub(crate) arguments: Vec<Type>,
    /// The published name.
    pub(crate) name: String,
    pub(crate) about: About,
    pub(crate) event: Option<Event>,
    pub(crate) shape: Shape,
    /// What its clauses hold whose level matters.
    pub(crate) held: Vec<Held>,
}

/// A type that a clause holds, and how strong it has to be for that.
pub(crate) struct Held {
    pub(crate) ty: Type,
    pub(crate) asked: Asked,
}

/// Who asks for the level of what is held.
#[derive(Clone, Copy)]
pub(crate) enum Asked {
    /// The clause, which is stable.
    Stable,
    /// The key `holds`.
    Said(&'static str),
}

/// `event(..)`.
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) sent: bool,
    pub(crate) channel: Option<String>,
    pub(crate) about: About,
}

/// The shape of a type.
pub(crate) enum Shape {
    Body(Body),
    /// Written and read through other types: at least one side is not the body.
    Converted {
        written: Side,
        read: Side,
        body: Option<Body>,
        behind: Behind,
    },
    /// Variants that are told by their numbers, or may be.
    Numbered {
        body: Body,
        numbers: Numbers,
    },
}

/// The numbers of an enum's variants.
pub(crate) struct Numbers {
    /// The integer type of its `#[repr(..)]`.
    pub(crate) of: Type,
    pub(crate) variants: Vec<Ident>,
    /// Whether the author says that they tell the variants; else running code is asked.
    pub(crate) said: bool,
}

/// What stands behind a conversion: the Rust type's own parts.
pub(crate) struct Behind {
    /// The fields or variants, as their author writes them.
    pub(crate) parts: Vec<String>,
    /// Their types, each once.
    pub(crate) types: Vec<Type>,
}

/// One direction of a converted type.
pub(crate) enum Side {
    /// The type's own body.
    Own,
    /// Another shape.
    Wire(Wire),
}

/// The body of a definition.
pub(crate) enum Body {
    Struct(Struct),
    Tuple(Vec<Field>),
    Unit,
    /// Transparent, or through another type.
    Alias(Wire),
    /// One unnamed field: the same shape, but never missing.
    Newtype(Wire),
    Enum(Enum),
}

/// Named fields.
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    pub(crate) refuses_unknown: bool,
    pub(crate) tag: Option<(String, String)>,
}

/// A field that is written, read or both.
pub(crate) struct Field {
    pub(crate) rust_name: String,
    pub(crate) name: String,
    pub(crate) read_name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) written: Written,
    pub(crate) read: Read,
    pub(crate) flatten: bool,
    pub(crate) wire: Wire,
    pub(crate) about: About,
}

/// When a field is written.
pub(crate) enum Written {
    Always,
    UnlessNone,
    Unless(String),
    Never,
}

/// What a reader does about a missing field.
pub(crate) enum Read {
    Required,
    Demanded,
    Default,
    ContainerDefault,
    DefaultFn(String),
    Never,
}

/// An enum.
pub(crate) struct Enum {
    pub(crate) tagging: Tagging,
    pub(crate) refuses_unknown: bool,
    pub(crate) variants: Vec<Variant>,
}

/// How a variant is told.
pub(crate) enum Tagging {
    External,
    Internal(String),
    Adjacent(String, String),
    Untagged,
}

/// A variant, or one direction of it.
pub(crate) struct Variant {
    pub(crate) rust_name: String,
    pub(crate) name: String,
    pub(crate) read_name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) written: bool,
    pub(crate) read: bool,
    pub(crate) other: bool,
    pub(crate) untagged: bool,
    pub(crate) content: Content,
    pub(crate) about: About,
}

/// The content of a variant.
pub(crate) enum Content {
    Unit,
    Newtype(Wire),
    Tuple(Vec<Field>),
    Struct(Struct),
}

/// How the shape of a field or type is found.
#[derive(Clone)]
pub(crate) enum Wire {
    /// A Rust type's own.
    Of(Box<Type>),
    /// What the JSON Schema of a Rust type says.
    BySchema(Box<Type>),
    /// A codec known by its name only.
    Opaque(String, Option<Box<Wire>>),
    /// A codec known by its name only, which stands between serde and a Rust type.
    Codec(String, Box<Type>),
    /// Written as the first, read as the second.
    Split(Box<Wire>, Box<Wire>),
}

impl About {
    /// The clause of this path.
    pub(crate) fn clause(&self, path: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.path == path)
    }

    /// The word or text of a clause.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        match &self.clause(path)?.said {
            Said::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Wire {
    /// Written as the one and read as the other, if they differ.
    pub(crate) fn split(written: Self, read: Self) -> Self {
        match (&written, &read) {
            (Self::Of(a), Self::Of(b)) if same(a, b) => written,
            (Self::Codec(a, _), Self::Codec(b, _)) if a == b => written,
            _ => Self::Split(Box::new(written), Box::new(read)),
        }
    }
}

/// Whether two types are written with the same tokens.
pub(crate) fn same(a: &Type, b: &Type) -> bool {
    use quote::ToTokens as _;
    a.to_token_stream().to_string() == b.to_token_stream().to_string()
}

/// A handler.
pub(crate) struct Operation {
    pub(crate) runtime: Option<Path>,
    /// The function, as it was written.
    pub(crate) item: TokenStream,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) id: String,
    pub(crate) http: Option<(String, String)>,
    pub(crate) success: Option<u16>,
    pub(crate) request: Vec<Part>,
    pub(crate) response: Option<Type>,
    pub(crate) errors: Option<Type>,
    pub(crate) approval: Option<Approval>,
    /// How strong what it takes and gives has to be.
    pub(crate) asked: Option<Asked>,
    pub(crate) about: About,
}

/// The approval that an operation needs.
pub(crate) struct Approval {
    /// The strongest word of its effects.
    pub(crate) needed: &'static str,
    pub(crate) approver: Type,
    /// The type of the argument that carries it.
    pub(crate) argument: Type,
}

/// A job.
pub(crate) struct Job {
    pub(crate) runtime: Option<Path>,
    /// The function, as it was written.
    pub(crate) item: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) id: String,
    pub(crate) states: Type,
    pub(crate) errors: Option<Type>,
    /// How strong its errors have to be.
    pub(crate) asked: Option<Asked>,
    pub(crate) about: About,
}

/// A consumer.
pub(crate) struct Consumer {
    pub(crate) runtime: Option<Path>,
    /// The function, as it was written.
    pub(crate) item: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) id: String,
    pub(crate) of: String,
    pub(crate) payload: Type,
    pub(crate) about: About,
}

/// One part of a request.
pub(crate) struct Part {
    pub(crate) place: &'static str,
    pub(crate) ty: Type,
    pub(crate) at: Position,
}

/// An error set.
pub(crate) struct ErrorSet {
    pub(crate) runtime: Option<Path>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) open: bool,
    pub(crate) codes: Vec<ErrorCode>,
    pub(crate) about: About,
}

/// One error code.
pub(crate) struct ErrorCode {
    pub(crate) ident: Ident,
    pub(crate) rust_name: String,
    pub(crate) code: String,
    pub(crate) status: u16,
    /// The word of `Retry`.
    pub(crate) retry: &'static str,
    /// The word of `Effects`.
    pub(crate) effects: &'static str,
    /// The word of `Role`.
    pub(crate) role: &'static str,
    pub(crate) occurrence: Occurrence,
    pub(crate) about: About,
}

/// What an error says beyond its code.
pub(crate) struct Occurrence {
    pub(crate) detail: Option<Detail>,
    pub(crate) details: Vec<FieldRef>,
    pub(crate) retry_after: Option<FieldRef>,
}

/// The text of an occurrence.
pub(crate) enum Detail {
    /// The value's own `Display`.
    Display,
    /// A format string, and the fields that it names.
    Format((String, Vec<FieldRef>)),
}

/// A field of a variant.
pub(crate) struct FieldRef {
    pub(crate) name: String,
    pub(crate) member: syn::Member,
    pub(crate) ty: Type,
}

/// The configuration of a provider.
pub(crate) struct Config {
    pub(crate) runtime: Option<Path>,
    pub(crate) ident: Ident,
    pub(crate) provider: String,
    pub(crate) mode_var: String,
    pub(crate) modes: Vec<&'static str>,
    /// The field that holds the mode.
    pub(crate) mode: Ident,
    pub(crate) settings: Vec<Setting>,
    pub(crate) about: About,
}

/// One variable of a configuration.
pub(crate) struct Setting {
    pub(crate) ident: Ident,
    /// The type of the field.
    pub(crate) ty: Type,
    /// The type of the value: the field's, without its `Option`.
    pub(crate) value: Type,
    pub(crate) optional: bool,
    pub(crate) env: String,
    pub(crate) secret: bool,
    pub(crate) required_in: Vec<&'static str>,
    pub(crate) about: About,
}

/// The states of a job.
pub(crate) struct JobStates {
    pub(crate) runtime: Option<Path>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) states: Vec<State>,
}

/// One state of a job.
pub(crate) struct State {
    pub(crate) ident: Ident,
    /// Its name on the wire.
    pub(crate) name: String,
    pub(crate) kind: StateKind,
    /// The names on the wire of the states that may follow.
    pub(crate) next: Vec<String>,
    pub(crate) about: About,
}

/// What a state is in the life of a job.
pub(crate) enum StateKind {
    Initial,
    Passing,
    /// Jobs end in it, with this word.
    Terminal(&'static str),
}
