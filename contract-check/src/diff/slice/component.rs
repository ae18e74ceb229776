//! What a component leads to, and by which way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Layout, ROOT};
use crate::json::Json;

/// How many steps are taken to see that null is refused.
const STEPS: usize = 4;

/// Keywords that make an object more than the sum of its properties.
const UNCUT: [&str; 17] = [
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "const",
    "enum",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "patternProperties",
    "propertyNames",
    "unevaluatedProperties",
    "discriminator",
    "$ref",
];

/// Keywords that say nothing about a value. Beside anything else than these, what a reference
/// leads to is not the whole of what is said.
const WORDS: [&str; 12] = [
    "$comment",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "readOnly",
    "summary",
    "title",
    "writeOnly",
    "xml",
];

/// The components of both sides.
#[derive(Clone, Copy)]
pub(super) struct Sides<'s, 'd> {
    pub(super) layout: Layout,
    pub(super) old: &'s BTreeMap<&'d str, &'d Json>,
    pub(super) new: &'s BTreeMap<&'d str, &'d Json>,
}

impl<'d> Sides<'_, 'd> {
    /// Whether null is plainly refused, on both sides.
    fn refuse_null(&self, old: &Json, new: &Json) -> bool {
        self.refuses_null(self.old, old, STEPS) && self.refuses_null(self.new, new, STEPS)
    }

    fn refuses_null(&self, all: &BTreeMap<&'d str, &'d Json>, schema: &Json, steps: usize) -> bool {
        if steps == 0 || schema.get("nullable") == Some(&Json::Bool(true)) {
            return false;
        }
        let refuses = |schema: &Json| self.refuses_null(all, schema, steps - 1);
        let list = |keyword| schema.get(keyword).and_then(Json::as_array).unwrap_or_default();
        let by_type = match schema.get("type") {
            Some(Json::String(kind)) => kind != "null",
            Some(Json::Array(kinds)) => kinds.iter().all(|kind| kind.as_str() != Some("null")),
            _ => false,
        };
        let component = schema.get("$ref").and_then(Json::as_str);
        let component = component.and_then(|text| self.layout.component("$ref", text));
        by_type
            || component.and_then(|name| all.get(name)).is_some_and(|schema| refuses(schema))
            || list("allOf").iter().any(refuses)
            || ["anyOf", "oneOf"]
                .into_iter()
                .map(list)
                .any(|branches| !branches.is_empty() && branches.iter().all(refuses))
    }
}

/// A component on both sides.
pub(super) struct Component<'d> {
    pub(super) old: &'d Json,
    pub(super) new: &'d Json,
    pub(super) changed: bool,
    /// Components that it leads to through its parts, each with the property that is the first
    /// step where there is one.
    pub(super) plain: Vec<(&'d str, Option<&'d str>)>,
    /// Components that it leads to in other ways, on either side.
    pub(super) whole: BTreeSet<&'d str>,
}

/// The names of all components that a component refers to; none where it refers to anything else.
pub(super) fn uses<'d>(layout: Layout, name: &str, value: &'d Json) -> Option<BTreeSet<&'d str>> {
    let mut uses = BTreeSet::new();
    match value {
        Json::Object(members) if name == ROOT => {
            for (name, value) in members.iter().filter(|(name, _)| !layout.frames(name)) {
                reference(layout, name, value, &mut uses)?;
            }
        }
        _ => references(layout, value, &mut uses)?,
    }
    Some(uses)
}

/// The names of all components in a value; none where it refers to anything else.
pub(super) fn references<'d>(
    layout: Layout,
    value: &'d Json,
    uses: &mut BTreeSet<&'d str>,
) -> Option<()> {
    match value {
        Json::Array(items) => items.iter().try_for_each(|item| references(layout, item, uses)),
        Json::Object(members) => {
            members.iter().try_for_each(|(name, value)| reference(layout, name, value, uses))
        }
        _ => Some(()),
    }
}

fn reference<'d>(
    layout: Layout,
    name: &str,
    value: &'d Json,
    uses: &mut BTreeSet<&'d str>,
) -> Option<()> {
    match value {
        Json::String(text) if name.starts_with('$') && name != "$comment" => {
            uses.insert(layout.component(name, text)?);
            Some(())
        }
        _ => references(layout, value, uses),
    }
}

impl<'d> Component<'d> {
    pub(super) fn of(
        sides: &Sides<'_, 'd>,
        name: &str,
        old: &'d Json,
        new: &'d Json,
    ) -> Option<Self> {
        let mut component = Self::read(sides, name, old, new)?;
        // What is not there may be anything, whether or not somebody still says its name.
        component.changed |= component
            .plain
            .iter()
            .any(|(name, _)| !sides.old.contains_key(name) || !sides.new.contains_key(name));
        Some(component)
    }

    fn read(sides: &Sides<'_, 'd>, name: &str, old: &'d Json, new: &'d Json) -> Option<Self> {
        let layout = sides.layout;
        let mut component =
            Self { old, new, changed: false, plain: Vec::new(), whole: BTreeSet::new() };
        if name == ROOT && layout != Layout::OpenApi {
            let keywords = |side: &'d Json| -> Vec<(&'d str, &'d Json)> {
                let members = side.as_object().unwrap_or_default().iter();
                let members = members.map(|(name, value)| (name.as_str(), value));
                members.filter(|(name, _)| !layout.frames(name)).collect()
            };
            for frame in ["$schema", "$id"] {
                if old.get(frame) != new.get(frame) {
                    return None;
                }
            }
            let (was, is) = (keywords(old), keywords(new));
            component.changed = was.len() != is.len()
                || was.iter().any(|(name, value)| new.get(name) != Some(*value));
            component.members(sides, &was, &is, None)?;
        } else {
            component.changed = old != new;
            component.walk(sides, old, new, None)?;
        }
        Some(component)
    }

    fn references(&mut self, sides: &Sides<'_, 'd>, value: &'d Json) -> Option<()> {
        references(sides.layout, value, &mut self.whole)
    }

    /// Walks both sides at once: what they refer to at the same place through parts is plain.
    fn walk(
        &mut self,
        sides: &Sides<'_, 'd>,
        old: &'d Json,
        new: &'d Json,
        first: Option<&'d str>,
    ) -> Option<()> {
        let members = |side: &'d Json| -> Vec<(&'d str, &'d Json)> {
            let members = side.as_object().unwrap_or_default().iter();
            members.map(|(name, value)| (name.as_str(), value)).collect()
        };
        self.members(sides, &members(old), &members(new), first)
    }

    fn members(
        &mut self,
        sides: &Sides<'_, 'd>,
        old: &[(&'d str, &'d Json)],
        new: &[(&'d str, &'d Json)],
        first: Option<&'d str>,
    ) -> Option<()> {
        let member = |of: &[(&'d str, &'d Json)], name: &str| {
            of.iter().find(|(member, _)| *member == name).map(|(_, value)| *value)
        };
        let alone = |keyword: &str| {
            let says = |name: &str| name != keyword && !is_word(name);
            !old.iter().chain(new).any(|(name, _)| says(name))
        };
        let text = |of| member(of, "$ref").and_then(Json::as_str);
        let (was, is) = (text(old), text(new));
        if let Some(reference) = was.filter(|_| was == is && alone("$ref")) {
            self.plain.push((sides.layout.component("$ref", reference)?, first));
        } else if was.is_some() || is.is_some() {
            return old.iter().chain(new).try_for_each(|(name, value)| {
                reference(sides.layout, name, value, &mut self.whole)
            });
        }
        let added = new.iter().filter(|(name, _)| member(old, name).is_none());
        for (name, value) in old.iter().chain(added).filter(|(name, _)| *name != "$ref") {
            match (member(old, name), member(new, name)) {
                // Of values that are not null only one branch says anything. Null itself may be
                // in none but the other branch, where no more than one may hold.
                (Some(Json::Array(items)), Some(Json::Array(others)))
                    if matches!(*name, "anyOf" | "oneOf")
                        && alone(name)
                        && items.len() == others.len()
                        && items.iter().zip(others).all(|(a, b)| is_null(a) == is_null(b))
                        && items.iter().filter(|item| !is_null(item)).count() == 1
                        && (*name == "anyOf"
                            || items
                                .iter()
                                .zip(others)
                                .all(|(was, is)| is_null(was) || sides.refuse_null(was, is))) =>
                {
                    items
                        .iter()
                        .zip(others)
                        .try_for_each(|(was, is)| self.walk(sides, was, is, first))?;
                }
                (Some(was), Some(is)) => self.parts(sides, name, was, is, first)?,
                _ => self.references(sides, value)?,
            }
            // A word such as `$id` at this place.
            if name.starts_with('$') && *name != "$defs" && *name != "$comment" {
                return None;
            }
        }
        Some(())
    }

    /// Walks into the keywords through which a value's parts are reached one by one.
    fn parts(
        &mut self,
        sides: &Sides<'_, 'd>,
        keyword: &str,
        old: &'d Json,
        new: &'d Json,
        first: Option<&'d str>,
    ) -> Option<()> {
        match (keyword, old, new) {
            ("properties", Json::Object(members), Json::Object(others)) => {
                for (name, was) in members {
                    match new.get(name) {
                        Some(is) => self.walk(sides, was, is, first.or(Some(name)))?,
                        None => self.references(sides, was)?,
                    }
                }
                for (name, is) in others {
                    if old.get(name).is_none() {
                        self.references(sides, is)?;
                    }
                }
                Some(())
            }
            ("prefixItems", Json::Array(items), Json::Array(others))
                if items.len() == others.len() =>
            {
                items.iter().zip(others).try_for_each(|(was, is)| self.walk(sides, was, is, first))
            }
            ("items" | "additionalProperties", Json::Object(_), Json::Object(_)) => {
                self.walk(sides, old, new, first)
            }
            (_, Json::Object(_) | Json::Array(_), _) | (_, _, Json::Object(_) | Json::Array(_)) => {
                self.references(sides, old)?;
                self.references(sides, new)
            }
            _ => Some(()),
        }
    }

    /// Whether a property may be missing on both sides, of objects that properties say all about.
    pub(super) fn may_lack(&self, property: &str) -> bool {
        [self.old, self.new].into_iter().all(|side| {
            let plain = UNCUT.iter().all(|keyword| side.get(keyword).is_none());
            let required = side.get("required").and_then(Json::as_array).unwrap_or_default();
            plain
                && side
                    .get("properties")
                    .is_some_and(|properties| properties.get(property).is_some())
                && !required.iter().any(|name| name.as_str() == Some(property))
        })
    }

    pub(super) fn is_equal_in(&self, property: &str) -> bool {
        let of = |side: &'d Json| side.get("properties").and_then(|it| it.get(property));
        of(self.old) == of(self.new)
    }
}

/// Whether a keyword says nothing about a value.
fn is_word(keyword: &str) -> bool {
    WORDS.contains(&keyword) || keyword.starts_with("x-")
}

/// Whether a schema is `{"type": "null"}`, whatever its author says about it.
fn is_null(schema: &Json) -> bool {
    schema.get("type").and_then(Json::as_str) == Some("null")
        && schema
            .as_object()
            .unwrap_or_default()
            .iter()
            .all(|(name, _)| name == "type" || is_word(name))
}
