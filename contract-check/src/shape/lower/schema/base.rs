//! Keywords that say something about one type of value, and `type`, `enum`, `const`.

use std::collections::BTreeSet;

use super::super::super::{
    Arena, ArraySpec, Classes, Contains, Member, Node, NumberSpec, ObjectSpec, ShapeId, StringSpec,
    Unknown,
};
use super::{Mode, SchemaShapes, members};
use crate::json::Number;
use crate::schema::{
    JsonType, Keywords, NumberFormat, SchemaId, Shared, number_format, says_nothing,
};

/// Every type that has values of its own.
const TYPES: [JsonType; 6] = [
    JsonType::Null,
    JsonType::Boolean,
    JsonType::Number,
    JsonType::String,
    JsonType::Array,
    JsonType::Object,
];

impl SchemaShapes<'_> {
    /// What the keywords that apply no schema in place say, as parts of an intersection.
    pub(super) fn base(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        mode: Mode,
    ) -> Vec<ShapeId> {
        let document = self.document;
        let keywords = document.keywords(id);
        let mut parts = Vec::new();
        if keywords.types.is_some() || limits_any(keywords) {
            let types = keywords.types.clone().unwrap_or_else(|| TYPES.into());
            let mut union = Vec::new();
            for json_type in types {
                union.push(match json_type {
                    JsonType::Null => arena.null(),
                    JsonType::Boolean => arena.boolean(),
                    JsonType::Number => number(arena, keywords, Classes::ALL),
                    JsonType::Integer => {
                        let lexical = document.schema(id).dialect.integer_is_lexical();
                        let classes = if lexical { Classes::INTEGER } else { Classes::WHOLE };
                        number(arena, keywords, classes)
                    }
                    JsonType::String => string(arena, keywords),
                    JsonType::Array => self.array(arena, id, scope, mode),
                    JsonType::Object => self.object(arena, id, scope, mode),
                });
            }
            parts.push(arena.union(union));
        }
        if let Some(constant) = &keywords.constant {
            parts.push(arena.constant(constant));
        }
        if let Some(values) = &keywords.values {
            let values: Vec<ShapeId> = values.iter().map(|value| arena.constant(value)).collect();
            parts.push(arena.union(values));
        }
        parts
    }

    fn array(&mut self, arena: &mut Arena, id: SchemaId, scope: usize, mode: Mode) -> ShapeId {
        let (document, child) = (self.document, mode.child());
        let keywords = document.keywords(id);
        let shared = self.shared(id, mode, Shared::elements);
        let prefix = keywords
            .prefix_items
            .iter()
            .map(|schema| self.within(arena, *schema, scope, child, shared))
            .collect();
        let rest = match keywords.items {
            Some(schema) => self.within(arena, schema, scope, child, shared),
            None => arena.any(),
        };
        let mut contains = Vec::new();
        if let Some(schema) = keywords.contains {
            let shape = self.at(arena, schema, scope, Mode::Exact);
            let (min, max) = (keywords.min_contains.unwrap_or(1), keywords.max_contains);
            contains.push(Contains { shape, min, max });
        }
        arena.array(ArraySpec {
            prefix,
            rest,
            min: keywords.min_items.unwrap_or(0),
            max: keywords.max_items,
            unique: keywords.unique_items,
            contains,
        })
    }

    fn object(&mut self, arena: &mut Arena, id: SchemaId, scope: usize, mode: Mode) -> ShapeId {
        let (document, child) = (self.document, mode.child());
        let keywords = document.keywords(id);
        let shared = self.shared(id, mode, Shared::members);
        let rest = match keywords.additional_properties {
            Some(schema) => self.within(arena, schema, scope, child, shared),
            None => arena.any(),
        };
        let mut spec = ObjectSpec::from(rest);
        for (name, schema) in keywords.properties.iter().flatten() {
            let shared = self.shared(id, mode, |shared| shared.member(name));
            let shape = self.within(arena, *schema, scope, child, shared);
            let required = keywords.required.contains(name);
            spec.members.insert(name.clone(), Member { shape, required });
        }
        for (pattern, schema) in &keywords.pattern_properties {
            let shape = self.within(arena, *schema, scope, child, shared);
            spec.patterns.insert(pattern.clone(), shape);
        }
        spec.names =
            keywords.property_names.map(|schema| self.at(arena, schema, scope, Mode::Exact));
        spec.min = keywords.min_properties.unwrap_or(0);
        spec.max = keywords.max_properties;
        let undescribed: Vec<&String> =
            keywords.required.iter().filter(|name| !spec.members.contains_key(*name)).collect();
        if spec.patterns.is_empty() {
            for name in undescribed {
                let member = Member { shape: rest, required: true };
                spec.members.insert(name.clone(), member);
            }
            return arena.object(spec);
        }
        // Which shape such a member has depends on the patterns; asking only for its presence
        // leaves that to the other part.
        let any = arena.any();
        let present = members(arena, undescribed.into_iter().map(|name| (name.clone(), any)));
        let described = arena.object(spec);
        arena.intersection([described, present])
    }
}

/// Whether a keyword restricts the values of some type.
fn limits_any(keywords: &Keywords) -> bool {
    keywords.multiple_of.is_some()
        || [&keywords.minimum, &keywords.exclusive_minimum].into_iter().any(Option::is_some)
        || [&keywords.maximum, &keywords.exclusive_maximum].into_iter().any(Option::is_some)
        || [keywords.min_length, keywords.max_length, keywords.min_items, keywords.max_items]
            .iter()
            .any(Option::is_some)
        || [&keywords.pattern, &keywords.format].into_iter().any(Option::is_some)
        || !keywords.prefix_items.is_empty()
        || [keywords.items, keywords.contains, keywords.additional_properties]
            .iter()
            .any(Option::is_some)
        || keywords.unique_items
        || keywords.properties.is_some()
        || !keywords.pattern_properties.is_empty()
        || !keywords.required.is_empty()
        || keywords.property_names.is_some()
        || [keywords.min_properties, keywords.max_properties].iter().any(Option::is_some)
}

fn number(arena: &mut Arena, keywords: &Keywords, classes: Classes) -> ShapeId {
    let excluded =
        |bound: &Option<Number>, excluded| bound.clone().map(|number| (number, excluded));
    let bounds = |inclusive, exclusive| NumberSpec {
        min: inclusive,
        max: exclusive,
        ..NumberSpec::from(classes)
    };
    let mut parts = vec![
        arena
            .number(bounds(excluded(&keywords.minimum, false), excluded(&keywords.maximum, false))),
        arena.number(bounds(
            excluded(&keywords.exclusive_minimum, true),
            excluded(&keywords.exclusive_maximum, true),
        )),
    ];
    if let Some(step) = &keywords.multiple_of {
        let multiple_of = BTreeSet::from([step.clone()]);
        parts.push(arena.number(NumberSpec { multiple_of, ..NumberSpec::from(classes) }));
    }
    if let Some(format) = &keywords.format {
        match number_format(format) {
            Some(NumberFormat::Integer { min, max }) => {
                let spec = NumberSpec {
                    min: Some((min, false)),
                    max: Some((max, false)),
                    ..NumberSpec::from(Classes::WHOLE)
                };
                parts.push(arena.number(spec));
            }
            Some(NumberFormat::Any) => {}
            None => {
                let numbers = arena.any_number();
                parts.push(unknown_format(arena, format, numbers));
            }
        }
    }
    arena.intersection(parts)
}

fn string(arena: &mut Arena, keywords: &Keywords) -> ShapeId {
    let format = keywords.format.iter().filter(|format| !says_nothing(format)).cloned();
    arena.string(StringSpec {
        values: None,
        min_length: keywords.min_length.unwrap_or(0),
        max_length: keywords.max_length,
        patterns: keywords.pattern.iter().cloned().collect(),
        formats: format.collect(),
    })
}

fn unknown_format(arena: &mut Arena, format: &str, within: ShapeId) -> ShapeId {
    arena.intern(Node::Opaque {
        name: format!("format {format}"),
        reason: "what this format admits is not known".to_owned(),
        depends_on: String::new(),
        unknown: Unknown::Format,
        within,
        stand_in: Some(String::new()),
    })
}
