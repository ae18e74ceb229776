//! Named types: their wire shapes.

use serde::{Deserialize, Serialize};

use super::{Aside, WireType};

/// A named type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Type {
    /// What its author says about it.
    #[serde(default, skip_serializing_if = "Aside::is_empty")]
    pub about: Aside,
    /// What its own code converts (`from`, `try_from`, `into`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<Behind>,
    /// Its shape on the wire.
    pub shape: Shape,
}

/// What stands behind a conversion. None of it is on the wire; where it changes, what the
/// conversion makes of a document may have changed as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Behind {
    /// The fields or variants, as their author writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// The shapes of those of their types that have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<WireType>,
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
    #[serde(default, skip_serializing_if = "Aside::is_empty")]
    pub about: Aside,
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
    /// `1`: by the variant's number, as the crate `serde_repr` does it. Numbers are the names of
    /// the variants, none of which has content.
    Number {
        /// The integers among which they are.
        #[serde(rename = "type")]
        of: WireType,
    },
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
    /// What its author calls it, where its name is a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
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
    #[serde(default, skip_serializing_if = "Aside::is_empty")]
    pub about: Aside,
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
