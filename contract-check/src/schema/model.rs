//! A loaded schema: typed keywords in an arena, references resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, LazyLock};

use super::{Dialect, Shared, is_one_resource};
use crate::json::{Json, Number};

/// A schema in a [`SchemaDocument`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub(super) u32);

/// A schema resource: a schema with a URI of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub(super) u32);

/// One text with all its schemas.
#[derive(Clone, Debug)]
pub struct SchemaDocument {
    pub(super) raw: Arc<Json>,
    pub(super) root: SchemaId,
    pub(super) schemas: Vec<Schema>,
    pub(super) resources: Vec<Resource>,
    /// For each schema whether its position describes a member of objects.
    pub(super) describing: Vec<bool>,
    /// What several schemas describe at once, for the schemas where that is anything.
    pub(super) shared: BTreeMap<SchemaId, Arc<Shared>>,
}

/// What the document knows about a resource.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    pub(super) dynamic: BTreeMap<DynamicName, SchemaId>,
}

/// The name under which a dynamic reference looks for its target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DynamicName {
    /// `$dynamicAnchor`.
    Anchor(String),
    /// `$recursiveAnchor: true`.
    Recursive,
}

/// What dynamic references mean at some point of an evaluation: the outermost bearer of each
/// name. It only ever grows, so there are finitely many scopes in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope(BTreeMap<DynamicName, SchemaId>);

/// One schema.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Its JSON pointer in the document.
    pub pointer: String,
    /// Its dialect.
    pub dialect: Dialect,
    /// The resource that it belongs to.
    pub resource: ResourceId,
    /// `true` or `false`; none for a schema with keywords.
    pub boolean: Option<bool>,
    /// Whether it says nothing but that it is another schema.
    pub only_refers: bool,
    /// Its keywords; all absent for a boolean.
    pub keywords: Keywords,
}

/// The types that `type` knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

/// The keywords of one schema, the same names for all dialects. Those of [`Further`] are read as
/// if they stood here: most schemas have none of them, and large documents have many schemas.
#[derive(Clone, Debug, Default)]
pub struct Keywords {
    /// `$ref`.
    pub reference: Option<Reference>,
    /// `type`, with OpenAPI 3.0's `nullable` folded in.
    pub types: Option<BTreeSet<JsonType>>,
    /// `enum`.
    pub values: Option<Vec<Json>>,
    /// `format`.
    pub format: Option<String>,
    /// `items` for the elements after the prefix, or `additionalItems`.
    pub items: Option<SchemaId>,
    /// `properties`; none where the keyword is absent.
    pub properties: Option<BTreeMap<String, SchemaId>>,
    /// `additionalProperties`.
    pub additional_properties: Option<SchemaId>,
    /// `required`.
    pub required: BTreeSet<String>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `anyOf`; none where the keyword is absent.
    pub any_of: Option<Vec<SchemaId>>,
    /// `oneOf`; none where the keyword is absent.
    pub one_of: Option<Vec<SchemaId>>,
    pub(super) further: Option<Box<Further>>,
}

/// The keywords that most schemas do not have.
#[derive(Clone, Debug, Default)]
pub struct Further {
    /// `$dynamicRef` and `$recursiveRef`.
    pub dynamic_reference: Option<Reference>,
    /// `const`.
    pub constant: Option<Json>,
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
    /// `minimum`, unless draft-04 makes it exclusive.
    pub minimum: Option<Number>,
    /// `exclusiveMinimum` as a bound.
    pub exclusive_minimum: Option<Number>,
    /// `maximum`, unless draft-04 makes it exclusive.
    pub maximum: Option<Number>,
    /// `exclusiveMaximum` as a bound.
    pub exclusive_maximum: Option<Number>,
    /// `minLength`, in characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in characters.
    pub max_length: Option<u64>,
    /// `pattern`, as written.
    pub pattern: Option<String>,
    /// `prefixItems`, or `items` as an array.
    pub prefix_items: Vec<SchemaId>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `contains`.
    pub contains: Option<SchemaId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<SchemaId>,
    /// `patternProperties`.
    pub pattern_properties: BTreeMap<String, SchemaId>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<SchemaId>,
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `dependentRequired`, and `dependencies` on names.
    pub dependent_required: BTreeMap<String, BTreeSet<String>>,
    /// `dependentSchemas`, and `dependencies` on schemas.
    pub dependent_schemas: BTreeMap<String, SchemaId>,
    /// `not`.
    pub not: Option<SchemaId>,
    /// `if`.
    pub condition: Option<SchemaId>,
    /// `then`.
    pub consequence: Option<SchemaId>,
    /// `else`.
    pub alternative: Option<SchemaId>,
    /// Keywords that admit and refuse nothing.
    pub annotations: Annotations,
}

impl Deref for Keywords {
    type Target = Further;

    fn deref(&self) -> &Further {
        static NONE: LazyLock<Further> = LazyLock::new(Further::default);
        self.further.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Keywords {
    fn deref_mut(&mut self) -> &mut Further {
        self.further.get_or_insert_default()
    }
}

/// Keywords that admit and refuse nothing, but that people rely on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// `title`.
    pub title: Option<String>,
    /// `default`.
    pub default: Option<Json>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `contentEncoding`.
    pub content_encoding: Option<String>,
    /// `contentMediaType`.
    pub content_media_type: Option<String>,
}

/// A reference from one schema to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// As written.
    pub text: String,
    /// Where it leads.
    pub target: Target,
}

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a schema of the document.
    Schema(SchemaId),
    /// To the outermost bearer of a name in the scope, or else to a schema.
    Dynamic(DynamicName, SchemaId),
    /// Back to itself, with the reason why that says nothing.
    Unknown(String),
    /// To what was not read: another document, or a place that this one does not have.
    Unread {
        /// The reference from where the text's base is.
        address: String,
        /// Why it was not read.
        reason: String,
    },
}

impl SchemaDocument {
    /// The schema that the text is.
    pub fn root(&self) -> SchemaId {
        self.root
    }

    /// The text as it was read.
    pub fn raw(&self) -> &Json {
        &self.raw
    }

    /// A schema of the document.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0 as usize]
    }

    /// Whether it leads to what was not read, and what need not be the same wherever it is named.
    pub fn leads_elsewhere(&self) -> bool {
        self.schemas.iter().flat_map(|schema| schema.keywords.references()).any(|reference| {
            matches!(&reference.target, Target::Unread { address, .. } if !is_one_resource(address))
        })
    }

    /// The keywords of a schema.
    pub fn keywords(&self, id: SchemaId) -> &Keywords {
        &self.schema(id).keywords
    }

    /// All schemas, in the order in which they were found.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.schemas.len()).filter_map(|index| u32::try_from(index).ok().map(SchemaId))
    }

    /// The scope inside a schema that is evaluated in a scope: the names that its resource bears
    /// are added, unless somebody further out bears them.
    #[must_use]
    pub fn enter(&self, scope: &Scope, id: SchemaId) -> Scope {
        let resource = &self.resources[self.schema(id).resource.0 as usize];
        let mut inner = scope.clone();
        for (name, bearer) in &resource.dynamic {
            inner.0.entry(name.clone()).or_insert(*bearer);
        }
        inner
    }

    /// Where a reference leads in a scope; the reason where it cannot be followed.
    ///
    /// # Errors
    /// The reason why it cannot be followed.
    pub fn follow<'a>(
        &'a self,
        reference: &'a Reference,
        scope: &Scope,
    ) -> Result<SchemaId, &'a str> {
        match &reference.target {
            Target::Schema(id) => Ok(*id),
            Target::Dynamic(name, fallback) => Ok(scope.0.get(name).copied().unwrap_or(*fallback)),
            Target::Unknown(reason) | Target::Unread { reason, .. } => Err(reason),
        }
    }
}

impl Further {
    /// Whether there are only a reference and annotations.
    fn constrain_nothing(&self) -> bool {
        let Self {
            dynamic_reference: _,
            annotations: _,
            constant: None,
            multiple_of: None,
            minimum: None,
            exclusive_minimum: None,
            maximum: None,
            exclusive_maximum: None,
            min_length: None,
            max_length: None,
            pattern: None,
            prefix_items,
            min_items: None,
            max_items: None,
            unique_items: false,
            contains: None,
            min_contains: None,
            max_contains: None,
            unevaluated_items: None,
            pattern_properties,
            unevaluated_properties: None,
            property_names: None,
            min_properties: None,
            max_properties: None,
            dependent_required,
            dependent_schemas,
            not: None,
            condition: None,
            consequence: None,
            alternative: None,
        } = self
        else {
            return false;
        };
        prefix_items.is_empty()
            && pattern_properties.is_empty()
            && dependent_required.is_empty()
            && dependent_schemas.is_empty()
    }
}

impl Keywords {
    /// Whether there is nothing but one reference and annotations.
    pub(super) fn only_refer(&self) -> bool {
        self.references().count() == 1 && self.all_of.is_empty() && self.only_compose()
    }

    /// Whether there are only annotations.
    pub(super) fn say_nothing(&self) -> bool {
        self.references().next().is_none() && self.all_of.is_empty() && self.only_compose()
    }

    /// Whether nothing but annotations stands beside references and `allOf`.
    pub(super) fn only_compose(&self) -> bool {
        let Self {
            reference: _,
            types: None,
            values: None,
            format: None,
            items: None,
            properties: None,
            additional_properties: None,
            required,
            all_of: _,
            any_of: None,
            one_of: None,
            further,
        } = self
        else {
            return false;
        };
        required.is_empty() && further.as_ref().is_none_or(|further| further.constrain_nothing())
    }

    /// The members that `required` and `dependentRequired` name.
    pub fn demanded(&self) -> impl Iterator<Item = &str> {
        self.required.iter().chain(self.dependent_required.values().flatten()).map(String::as_str)
    }

    /// Both kinds of reference.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.reference.iter().chain(&self.dynamic_reference)
    }

    /// Both kinds of reference, to be changed.
    pub(super) fn references_mut(&mut self) -> impl Iterator<Item = &mut Reference> {
        let dynamic = self.further.iter_mut().flat_map(|further| &mut further.dynamic_reference);
        self.reference.iter_mut().chain(dynamic)
    }

    /// The schemas that apply to the same value as this one, references left out.
    pub fn in_place(&self) -> impl Iterator<Item = SchemaId> + '_ {
        self.all_of
            .iter()
            .chain(self.any_of.iter().flatten())
            .chain(self.one_of.iter().flatten())
            .chain(&self.not)
            .chain(&self.condition)
            .chain(&self.consequence)
            .chain(&self.alternative)
            .chain(self.dependent_schemas.values())
            .copied()
    }
}
