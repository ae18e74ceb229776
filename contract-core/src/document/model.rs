//! The model. Every struct refuses unknown members: a reader that skips what it does not know
//! would judge a contract that nobody wrote.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::WireType;
use crate::{Effects, Level, Retry, Role};

/// The format number this version reads and writes.
pub const FORMAT: u32 = 1;

/// A contract document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The format number; see [`FORMAT`].
    pub format: u32,
    /// Which contract this is.
    pub contract: Header,
    /// What consumers call, by operation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub operations: BTreeMap<String, Operation>,
    /// What the producer sends or receives as events, by event id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<String, Event>,
    /// Types that no operation, event or other type reaches: data that every version may both
    /// write and read.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub data: BTreeSet<String>,
    /// Error sets by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub errors: BTreeMap<String, ErrorSet>,
    /// Types by published name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub types: BTreeMap<String, Type>,
    /// Where clauses are written in the source, by clause path. Never compared, and not part of a
    /// baseline.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
}

/// Identity and ownership of a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The id, `[a-z0-9][a-z0-9._-]*`.
    pub id: String,
    /// The version, as SemVer.
    pub version: String,
    /// Who decides compatibility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The level of every clause that no enclosing clause gives another one;
    /// [`Level::Experimental`] where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What the contract is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
}

/// What an author says about a clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The level, where it differs from that of the enclosing clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The deprecation timeline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// What the value means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// The unit of the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A deprecation timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deprecation {
    /// The contract version that announced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The date, `YYYY-MM-DD`, after which it may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sunset: Option<String>,
    /// The contract version that may remove it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remove_in: Option<String>,
    /// What to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Anything else consumers should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// Its HTTP address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<Http>,
    /// What callers send, by place.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub request: BTreeMap<Place, WireType>,
    /// What the producer answers; absent when the answer has no body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<WireType>,
    /// The error set it answers with instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<String>,
}

/// An HTTP address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Http {
    /// The method, in capitals.
    pub method: String,
    /// The route template, `/v1/orders/{id}`.
    pub path: String,
    /// The status of a success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<u16>,
}

/// Where a part of a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The body.
    Body,
    /// A form body.
    Form,
    /// The path's parameters.
    Path,
    /// The query's parameters.
    Query,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Whether the producer sends or receives it.
    pub direction: Direction,
    /// The channel or topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The payload.
    pub payload: WireType,
}

/// Which side of an event the producer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The producer writes it.
    Send,
    /// The producer reads it.
    Receive,
}

/// An error set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorSet {
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// The URI that makes codes unique (AIP-193).
    pub domain: String,
    /// Whether later versions may add codes.
    pub open: bool,
    /// The codes.
    pub codes: BTreeMap<String, ErrorCode>,
}

/// One error code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorCode {
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// The HTTP status.
    pub status: u16,
    /// May the caller send the request again?
    pub retry: Retry,
    /// What has happened when the caller sees it.
    pub effects: Effects,
    /// Its part in the other clauses.
    #[serde(default = "domain_role", skip_serializing_if = "is_domain_role")]
    pub role: Role,
}

fn domain_role() -> Role {
    Role::Domain
}

fn is_domain_role(role: &Role) -> bool {
    *role == Role::Domain
}

/// A named type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Type {
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// Its shape on the wire.
    pub shape: Shape,
}

/// The wire shape of a named type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// An object with the given fields; serde also reads it from an array in field order.
    Struct(Struct),
    /// A tuple struct of two or more fields: an array.
    Tuple(Vec<Field>),
    /// Null.
    Unit,
    /// The same as another shape: transparent structs, `from` and `into`.
    Alias(WireType),
    /// A struct of one unnamed field: the same as the field's shape, except that a missing field
    /// of this type is refused even where the shape is an option's.
    Newtype(WireType),
    /// An enum.
    Enum(Enum),
}

/// An object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Struct {
    /// The fields in declaration order.
    pub fields: Vec<Field>,
    /// What a reader does about fields it does not know.
    #[serde(default, skip_serializing_if = "UnknownFields::is_ignored")]
    pub unknown_fields: UnknownFields,
    /// A constant member that is written (`#[serde(tag = "..")]` on a struct); a reader treats it
    /// as an unknown field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
}

/// A constant member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// The member's name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What a reader does about members it does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnknownFields {
    /// Ignores them.
    #[default]
    Ignored,
    /// Refuses the document.
    Refused,
}

impl UnknownFields {
    /// Whether unknown members are ignored.
    pub fn is_ignored(&self) -> bool {
        *self == Self::Ignored
    }
}

/// A field. Positional fields are named by their position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The name that is written; also the name of a field that is only read.
    pub name: String,
    /// The name that is read, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_name: Option<String>,
    /// Further names that are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its shape.
    #[serde(rename = "type")]
    pub wire: WireType,
    /// When it is written.
    #[serde(default, skip_serializing_if = "Written::is_always")]
    pub written: Written,
    /// What a reader does when it is missing.
    #[serde(default, skip_serializing_if = "Read::is_required")]
    pub read: Read,
    /// Whether its members stand beside the other fields.
    #[serde(default, skip_serializing_if = "is_false")]
    pub flatten: bool,
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
}

/// When a field is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Written {
    /// Always.
    #[default]
    Always,
    /// Unless it is `None`.
    UnlessNone,
    /// Unless the named predicate holds.
    Unless(String),
    /// Never.
    Never,
}

impl Written {
    /// Whether the field is always written.
    pub fn is_always(&self) -> bool {
        *self == Self::Always
    }
}

/// What a reader does when a field is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Read {
    /// Refuses, unless the shape itself may be missing: an option reads as none.
    #[default]
    Required,
    /// Refuses even an option, because a codec stands between serde and the field.
    Demanded,
    /// Takes the type's default.
    Default,
    /// Takes the container's default for the field.
    ContainerDefault,
    /// Calls the named function.
    DefaultFn(String),
    /// The field is never read.
    Never,
}

impl Read {
    /// Whether a missing field is refused.
    pub fn is_required(&self) -> bool {
        *self == Self::Required
    }
}

/// An enum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Enum {
    /// How the variant is told.
    #[serde(default, skip_serializing_if = "Tagging::is_external")]
    pub tagging: Tagging,
    /// What a reader does about members it does not know.
    #[serde(default, skip_serializing_if = "UnknownFields::is_ignored")]
    pub unknown_fields: UnknownFields,
    /// The variants in declaration order.
    pub variants: Vec<Variant>,
}

/// How a variant is told from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Tagging {
    /// `{"Variant": content}`.
    #[default]
    External,
    /// `{"tag": "Variant", ..}`.
    Internal {
        /// The tag's name.
        tag: String,
    },
    /// `{"tag": "Variant", "content": ..}`.
    Adjacent {
        /// The tag's name.
        tag: String,
        /// The content's name.
        content: String,
    },
    /// By trying one after the other.
    Untagged,
}

impl Tagging {
    /// Whether the enum is externally tagged.
    pub fn is_external(&self) -> bool {
        *self == Self::External
    }
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The name that is written; also the name of a variant that is only read.
    pub name: String,
    /// The name that is read, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_name: Option<String>,
    /// Further names that are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whether it can be written.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub written: bool,
    /// Whether it can be read.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub read: bool,
    /// Whether it takes every unknown tag (`#[serde(other)]`).
    #[serde(default, skip_serializing_if = "is_false")]
    pub other: bool,
    /// Whether it alone is untagged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub untagged: bool,
    /// Its content.
    #[serde(default, skip_serializing_if = "Content::is_unit")]
    pub content: Content,
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
}

/// The content of a variant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Nothing.
    #[default]
    Unit,
    /// One unnamed field.
    Newtype(WireType),
    /// Several unnamed fields: an array.
    Tuple(Vec<Field>),
    /// Named fields.
    Struct(Struct),
}

impl Content {
    /// Whether there is no content.
    pub fn is_unit(&self) -> bool {
        *self == Self::Unit
    }
}

/// A place in the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The file, relative to the workspace root where it lies below it.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

/// `file:line:column`, as compilers print it.
impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_true(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}
