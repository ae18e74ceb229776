//! Reading the keywords of one schema.

use std::collections::{BTreeMap, BTreeSet};

use super::load::Loader;
use super::model::{JsonType, Keywords, SchemaId};
use super::{Dialect, LoadError, Problem};
use crate::json::{Json, Number, pointer};

/// The first dialect that knows a keyword; keywords that are not listed are known to all.
fn since(keyword: &str) -> Dialect {
    match keyword {
        "const" | "contains" | "propertyNames" => Dialect::Draft06,
        "if" | "then" | "else" => Dialect::Draft07,
        "patternProperties" | "dependencies" | "additionalItems" => Dialect::Draft04,
        "$recursiveRef"
        | "dependentRequired"
        | "dependentSchemas"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "minContains"
        | "maxContains" => Dialect::Draft201909,
        "$dynamicRef" | "prefixItems" => Dialect::Draft202012,
        _ => Dialect::OpenApi30,
    }
}

/// The last dialect that knows a keyword.
fn until(keyword: &str) -> Dialect {
    match keyword {
        "$recursiveRef" | "additionalItems" => Dialect::Draft201909,
        "nullable" => Dialect::OpenApi30,
        _ => Dialect::Draft202012,
    }
}

/// Where a keyword stands.
struct Place<'p> {
    schema: SchemaId,
    pointer: &'p str,
    keyword: &'p str,
    depth: usize,
}

impl Place<'_> {
    fn pointer(&self) -> String {
        let mut pointer = String::with_capacity(self.pointer.len() + self.keyword.len() + 16);
        pointer.push_str(self.pointer);
        pointer::push(&mut pointer, self.keyword);
        pointer
    }

    fn wrong(&self, expected: &'static str) -> LoadError {
        LoadError { pointer: self.pointer(), problem: Problem::Wrong { expected } }
    }

    fn count(&self, value: &Json) -> Result<Option<u64>, LoadError> {
        const EXPECTED: &str = "a whole number that is not negative";
        let Json::Number(number) = value else { return Err(self.wrong(EXPECTED)) };
        if !number.is_whole() || **number < Number::from(0) {
            return Err(self.wrong(EXPECTED));
        }
        // No value has 2^64 characters, elements or members, so that a larger count is as good
        // as the largest.
        Ok(Some(number.as_u64().unwrap_or(u64::MAX)))
    }

    fn number(&self, value: &Json) -> Result<Option<Number>, LoadError> {
        match value {
            Json::Number(number) => Ok(Some((**number).clone())),
            _ => Err(self.wrong("a number")),
        }
    }

    fn text(&self, value: &Json) -> Result<String, LoadError> {
        match value {
            Json::String(text) => Ok(text.clone()),
            _ => Err(self.wrong("a string")),
        }
    }

    fn flag(&self, value: &Json) -> Result<bool, LoadError> {
        match value {
            Json::Bool(flag) => Ok(*flag),
            _ => Err(self.wrong("`true` or `false`")),
        }
    }

    fn names(&self, value: &Json) -> Result<BTreeSet<String>, LoadError> {
        let Json::Array(items) = value else { return Err(self.wrong("an array of names")) };
        items
            .iter()
            .map(|item| match item {
                Json::String(name) => Ok(name.clone()),
                _ => Err(self.wrong("an array of names")),
            })
            .collect()
    }

    fn types(&self, value: &Json) -> Result<BTreeSet<JsonType>, LoadError> {
        let one = |name: &Json| match name {
            Json::String(name) => match name.as_str() {
                "null" => Ok(JsonType::Null),
                "boolean" => Ok(JsonType::Boolean),
                "integer" => Ok(JsonType::Integer),
                "number" => Ok(JsonType::Number),
                "string" => Ok(JsonType::String),
                "array" => Ok(JsonType::Array),
                "object" => Ok(JsonType::Object),
                _ => Err(LoadError {
                    pointer: self.pointer(),
                    problem: Problem::UnknownType(name.clone()),
                }),
            },
            _ => Err(self.wrong("a type's name or an array of such names")),
        };
        match value {
            Json::Array(names) => names.iter().map(one).collect(),
            name => Ok(BTreeSet::from([one(name)?])),
        }
    }
}

impl<'a> Loader<'a> {
    /// Reads the keywords of a schema and finds the schemas in it.
    pub(super) fn read(
        &mut self,
        id: SchemaId,
        members: &'a [(String, Json)],
        depth: usize,
    ) -> Result<Keywords, LoadError> {
        // Lent for as long as the keywords are read.
        let pointer = self.lend_pointer(id);
        let read = self.read_at(&pointer, id, members, depth);
        self.return_pointer(id, pointer);
        let (keywords, or_null) = read?;
        Ok(if or_null { self.or_null(id, keywords) } else { keywords })
    }

    /// The keywords of a schema, and whether OpenAPI 3.0's `nullable` stands beside them.
    fn read_at(
        &mut self,
        pointer: &str,
        id: SchemaId,
        members: &'a [(String, Json)],
        depth: usize,
    ) -> Result<(Keywords, bool), LoadError> {
        let dialect = self.at(id).dialect;
        let place = |keyword: &'a str| Place { schema: id, pointer, keyword, depth: depth + 1 };
        let mut keywords = Keywords::default();
        let alone =
            dialect.reference_stands_alone() && members.iter().any(|(name, _)| name == "$ref");
        for (name, value) in members {
            if dialect < since(name) || dialect > until(name) {
                continue;
            }
            let at = place(name);
            match name.as_str() {
                "$ref" | "$dynamicRef" | "$recursiveRef" => {
                    let text = at.text(value)?;
                    self.refer(id, name, text);
                }
                // Nobody evaluates these, but they hold what references lead to.
                "$defs" | "definitions" => {
                    self.by_name(&at, value)?;
                }
                _ if alone => {}
                _ => self.keyword(&at, value, dialect, &mut keywords)?,
            }
        }
        if alone {
            return Ok((keywords, false));
        }
        if dialect.exclusive_is_a_flag() {
            self.apply_flags(&place, members, &mut keywords)?;
        }
        let has = |wanted: &str| members.iter().find(|(name, _)| name == wanted);
        if let Some((name, Json::Array(_))) = has("items")
            && dialect < Dialect::Draft202012
        {
            if dialect == Dialect::OpenApi30 {
                return Err(place(name).wrong("a schema"));
            }
            keywords.items = match has("additionalItems") {
                Some((name, value)) => Some(self.one(&place(name), value)?),
                None => None,
            };
        }
        let or_null = match (dialect, has("nullable")) {
            (Dialect::OpenApi30, Some((name, value))) => place(name).flag(value)?,
            _ => false,
        };
        Ok((keywords, or_null))
    }

    /// OpenAPI 3.0's `nullable`: what the schema says otherwise, or null.
    ///
    /// By the letter of 3.0.3 the word widens the `type` beside it and nothing else, so that
    /// `enum`, `allOf` and the like beside it go on to refuse null. Generators of documents and of
    /// clients have never read it so: `nullable` beside `allOf` is how they write an optional
    /// reference.
    fn or_null(&mut self, id: SchemaId, mut keywords: Keywords) -> Keywords {
        let applies = !keywords.all_of.is_empty()
            || keywords.any_of.is_some()
            || keywords.one_of.is_some()
            || keywords.not.is_some();
        if !applies {
            if let Some(types) = &mut keywords.types {
                types.insert(JsonType::Null);
            }
            if let Some(values) = &mut keywords.values
                && !values.contains(&Json::Null)
            {
                values.push(Json::Null);
            }
            return keywords;
        }
        let annotations = std::mem::take(&mut keywords.annotations);
        let null = Keywords { types: Some([JsonType::Null].into()), ..Keywords::default() };
        let branches = vec![self.beside(id, keywords), self.beside(id, null)];
        let mut either = Keywords { any_of: Some(branches), ..Keywords::default() };
        either.annotations = annotations;
        either
    }

    /// draft-04's `exclusiveMinimum` and `exclusiveMaximum` are flags of their neighbours.
    fn apply_flags<'p>(
        &self,
        place: &impl Fn(&'a str) -> Place<'p>,
        members: &'a [(String, Json)],
        keywords: &mut Keywords,
    ) -> Result<(), LoadError> {
        for (name, value) in members {
            match name.as_str() {
                "exclusiveMinimum" if place(name).flag(value)? => {
                    keywords.exclusive_minimum = keywords.minimum.take();
                }
                "exclusiveMaximum" if place(name).flag(value)? => {
                    keywords.exclusive_maximum = keywords.maximum.take();
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn keyword(
        &mut self,
        at: &Place<'_>,
        value: &'a Json,
        dialect: Dialect,
        keywords: &mut Keywords,
    ) -> Result<(), LoadError> {
        let flags = dialect.exclusive_is_a_flag();
        match at.keyword {
            "type" => keywords.types = Some(at.types(value)?),
            "enum" => match value {
                Json::Array(values) => keywords.values = Some(values.to_vec()),
                _ => return Err(at.wrong("an array of values")),
            },
            "const" => keywords.constant = Some(value.clone()),
            "multipleOf" => {
                keywords.multiple_of = at.number(value)?;
                if keywords.multiple_of.as_ref().is_some_and(|n| *n <= Number::from(0)) {
                    return Err(at.wrong("a number greater than zero"));
                }
            }
            "minimum" => keywords.minimum = at.number(value)?,
            "maximum" => keywords.maximum = at.number(value)?,
            "exclusiveMinimum" if !flags => keywords.exclusive_minimum = at.number(value)?,
            "exclusiveMaximum" if !flags => keywords.exclusive_maximum = at.number(value)?,
            "minLength" => keywords.min_length = at.count(value)?,
            "maxLength" => keywords.max_length = at.count(value)?,
            "pattern" => keywords.pattern = Some(at.text(value)?),
            "format" => keywords.format = Some(at.text(value)?),
            "prefixItems" => keywords.prefix_items = self.list(at, value)?,
            "items" => match value {
                Json::Array(_) if dialect >= Dialect::Draft202012 => {
                    let problem = Problem::ArrayItems;
                    return Err(LoadError { pointer: at.pointer(), problem });
                }
                Json::Array(_) => keywords.prefix_items = self.list(at, value)?,
                _ => keywords.items = Some(self.one(at, value)?),
            },
            "minItems" => keywords.min_items = at.count(value)?,
            "maxItems" => keywords.max_items = at.count(value)?,
            "uniqueItems" => keywords.unique_items = at.flag(value)?,
            "contains" => keywords.contains = Some(self.one(at, value)?),
            "minContains" => keywords.min_contains = at.count(value)?,
            "maxContains" => keywords.max_contains = at.count(value)?,
            "unevaluatedItems" => keywords.unevaluated_items = Some(self.one(at, value)?),
            "properties" => keywords.properties = Some(self.by_name(at, value)?),
            "patternProperties" => keywords.pattern_properties = self.by_name(at, value)?,
            "additionalProperties" => keywords.additional_properties = Some(self.one(at, value)?),
            "unevaluatedProperties" => {
                keywords.unevaluated_properties = Some(self.one(at, value)?);
            }
            "propertyNames" => keywords.property_names = Some(self.one(at, value)?),
            "required" => keywords.required = at.names(value)?,
            "minProperties" => keywords.min_properties = at.count(value)?,
            "maxProperties" => keywords.max_properties = at.count(value)?,
            "dependentRequired" | "dependentSchemas" | "dependencies" => {
                self.dependencies(at, value, keywords)?;
            }
            "allOf" => keywords.all_of = self.list(at, value)?,
            "anyOf" => keywords.any_of = Some(self.list(at, value)?),
            "oneOf" => keywords.one_of = Some(self.list(at, value)?),
            "not" => keywords.not = Some(self.one(at, value)?),
            "if" => keywords.condition = Some(self.one(at, value)?),
            "then" => keywords.consequence = Some(self.one(at, value)?),
            "else" => keywords.alternative = Some(self.one(at, value)?),
            _ => annotation(at.keyword, value, keywords),
        }
        Ok(())
    }

    fn dependencies(
        &mut self,
        at: &Place<'_>,
        value: &'a Json,
        keywords: &mut Keywords,
    ) -> Result<(), LoadError> {
        let Json::Object(members) = value else { return Err(at.wrong("an object")) };
        for (name, value) in members {
            match value {
                Json::Array(_) if at.keyword != "dependentSchemas" => {
                    keywords
                        .dependent_required
                        .entry(name.clone())
                        .or_default()
                        .extend(at.names(value)?);
                }
                _ if at.keyword == "dependentRequired" => {
                    return Err(at.wrong("an object of arrays of names"));
                }
                _ => {
                    let schema = self.child(at, &[name], value)?;
                    keywords.dependent_schemas.insert(name.clone(), schema);
                }
            }
        }
        Ok(())
    }

    fn child(
        &mut self,
        at: &Place<'_>,
        tokens: &[&str],
        value: &'a Json,
    ) -> Result<SchemaId, LoadError> {
        if let Some(id) = self.known(value) {
            return Ok(id);
        }
        let mut pointer = at.pointer();
        for part in tokens {
            pointer::push(&mut pointer, part);
        }
        let schema = self.at(at.schema);
        self.add(value, pointer, schema.dialect, schema.resource, at.depth)
    }

    fn one(&mut self, at: &Place<'_>, value: &'a Json) -> Result<SchemaId, LoadError> {
        self.child(at, &[], value)
    }

    fn list(&mut self, at: &Place<'_>, value: &'a Json) -> Result<Vec<SchemaId>, LoadError> {
        let Json::Array(items) = value else { return Err(at.wrong("an array of schemas")) };
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.child(at, &[&index.to_string()], item))
            .collect()
    }

    fn by_name(
        &mut self,
        at: &Place<'_>,
        value: &'a Json,
    ) -> Result<BTreeMap<String, SchemaId>, LoadError> {
        let Json::Object(members) = value else { return Err(at.wrong("an object of schemas")) };
        members
            .iter()
            .map(|(name, value)| Ok((name.clone(), self.child(at, &[name], value)?)))
            .collect()
    }
}

/// Annotations of an unexpected type say nothing; they refuse nothing either.
fn annotation(keyword: &str, value: &Json, keywords: &mut Keywords) {
    match (keyword, value) {
        ("title", Json::String(text)) => keywords.annotations.title = Some(text.clone()),
        ("default", value) => keywords.annotations.default = Some(value.clone()),
        ("deprecated", Json::Bool(flag)) => keywords.annotations.deprecated = *flag,
        ("readOnly", Json::Bool(flag)) => keywords.annotations.read_only = *flag,
        ("writeOnly", Json::Bool(flag)) => keywords.annotations.write_only = *flag,
        ("contentEncoding", Json::String(text)) => {
            keywords.annotations.content_encoding = Some(text.clone())
        }
        ("contentMediaType", Json::String(text)) => {
            keywords.annotations.content_media_type = Some(text.clone());
        }
        _ => {}
    }
}
