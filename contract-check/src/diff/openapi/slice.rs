//! Small documents that stand for large ones.
//!
//! Where a thousand schemas refer to each other, a change in one of them makes all of them differ.
//! Judging each at full length repeats the same work a thousand times. So every component that
//! itself changed is judged by a slice of the documents: the way from an operation to it, and of
//! the components on the way only what must be there.
//!
//! An optional property that both sides describe may be left out of a slice: whoever writes the
//! smaller document may write it within the larger one as well, and what is refused in it is
//! refused there. What the property leads to is judged by a slice of its own if it changed. That
//! holds where a schema is reached through properties and elements only; a component that is
//! reached in any other way (`oneOf`, `not`, ..) is never cut, nor is anything that it leads to.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::json::Json;

/// Documents with fewer components are judged at full length.
const LARGE: usize = 100;

/// Keywords that make an object more than the sum of its properties.
const UNCUT: [&str; 15] = [
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
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

/// Keywords through which a value's parts are reached one by one.
const PARTS: [&str; 4] = ["properties", "items", "additionalProperties", "prefixItems"];

const SCHEMAS: &str = "#/components/schemas/";

/// The two documents of one position, cut down.
pub(super) struct Slice {
    /// Which of the positions it is about.
    pub(super) position: usize,
    pub(super) old: Json,
    pub(super) new: Json,
}

/// A component on both sides.
struct Component<'d> {
    old: &'d Json,
    new: &'d Json,
    changed: bool,
    /// Components that it leads to through its parts, each with the property that is the first
    /// step where there is one.
    plain: Vec<(&'d str, Option<&'d str>)>,
    /// Components that it leads to in other ways, on either side.
    whole: BTreeSet<&'d str>,
}

/// How a component was first come upon.
#[derive(Clone, Copy)]
struct Step<'d> {
    position: usize,
    from: Option<(&'d str, Option<&'d str>)>,
}

/// The slices that together judge the positions; none where the documents are judged as they are.
pub(super) fn slices(old: &Json, new: &Json, positions: &[(&str, &str)]) -> Option<Vec<Slice>> {
    let (old_all, new_all) = (components(old)?, components(new)?);
    if old_all.len() < LARGE {
        return None;
    }
    let mut found: BTreeMap<&str, Component<'_>> = BTreeMap::new();
    for (name, was) in &old_all {
        if let Some(is) = new_all.get(name) {
            found.insert(name, Component::of(was, is)?);
        }
    }
    let mut steps: BTreeMap<&str, Step<'_>> = BTreeMap::new();
    let mut whole: BTreeSet<&str> = BTreeSet::new();
    let mut queue = VecDeque::new();
    let mut own = Vec::new();
    for (index, (was, is)) in positions.iter().enumerate() {
        let (was, is) = (old.pointer(was)?, new.pointer(is)?);
        let position = Component::of(was, is)?;
        if position.changed {
            own.push(index);
        }
        whole.extend(&position.whole);
        for (name, _) in &position.plain {
            if !steps.contains_key(name) {
                steps.insert(name, Step { position: index, from: None });
                queue.push_back(*name);
            }
        }
    }
    while let Some(name) = queue.pop_front() {
        // A component of one side only is not paired with one of its name.
        let Some(component) = found.get(name) else {
            whole.insert(name);
            continue;
        };
        let position = steps.get(name)?.position;
        whole.extend(&component.whole);
        for (next, property) in &component.plain {
            if !steps.contains_key(next) {
                steps.insert(next, Step { position, from: Some((name, *property)) });
                queue.push_back(next);
            }
        }
    }
    let mut pending: Vec<&str> = whole.iter().copied().collect();
    while let Some(name) = pending.pop() {
        for value in [old_all.get(name), new_all.get(name)].into_iter().flatten() {
            let mut uses = BTreeSet::new();
            references(value, &mut uses)?;
            pending.extend(uses.into_iter().filter(|next| whole.insert(next)));
        }
    }
    let cut = Cut { found: &found, whole: &whole };
    let build = |position: usize, target: Option<&str>| -> Option<Slice> {
        let kept = kept(&steps, target);
        let (was, is) = positions[position];
        Some(Slice {
            position,
            old: cut.document(old, &old_all, was, target, &kept)?,
            new: cut.document(new, &new_all, is, target, &kept)?,
        })
    };
    let mut slices = Vec::new();
    for index in own {
        slices.push(build(index, None)?);
    }
    for (name, step) in &steps {
        let Some(component) = found.get(name) else { continue };
        if component.changed || !component.whole.is_empty() {
            slices.push(build(step.position, Some(name))?);
        }
    }
    Some(slices)
}

fn components(raw: &Json) -> Option<BTreeMap<&str, &Json>> {
    let schemas = raw.get("components")?.get("schemas")?.as_object()?;
    Some(schemas.iter().map(|(name, value)| (name.as_str(), value)).collect())
}

/// The names of all components that a value refers to; none where it refers to anything else.
fn references<'d>(value: &'d Json, uses: &mut BTreeSet<&'d str>) -> Option<()> {
    match value {
        Json::Array(items) => items.iter().try_for_each(|item| references(item, uses)),
        Json::Object(members) => members.iter().try_for_each(|(name, value)| match value {
            Json::String(text) if name.starts_with('$') => {
                uses.insert(component_name(name, text)?);
                Some(())
            }
            _ => references(value, uses),
        }),
        _ => Some(()),
    }
}

/// A reference to a component by its plain name. Anything else that begins with `$` and means
/// something (`$id`, `$anchor`, `$dynamicRef`) is too much for slices.
fn component_name<'d>(keyword: &str, text: &'d str) -> Option<&'d str> {
    let name = text.strip_prefix(SCHEMAS)?;
    (keyword == "$ref" && !name.contains(['/', '~', '%'])).then_some(name)
}

impl<'d> Component<'d> {
    fn of(old: &'d Json, new: &'d Json) -> Option<Self> {
        let mut component =
            Self { old, new, changed: old != new, plain: Vec::new(), whole: BTreeSet::new() };
        component.walk(old, new, None)?;
        Some(component)
    }

    /// Walks both sides at once: what they refer to at the same place through parts is plain.
    fn walk(&mut self, old: &'d Json, new: &'d Json, first: Option<&'d str>) -> Option<()> {
        let reference = |value: &'d Json| value.get("$ref").and_then(Json::as_str);
        if let (Some(was), Some(is)) = (reference(old), reference(new))
            && was == is
        {
            self.plain.push((component_name("$ref", was)?, first));
        } else if reference(old).is_some() || reference(new).is_some() {
            references(old, &mut self.whole)?;
            return references(new, &mut self.whole);
        }
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for side in [old, new] {
            names
                .extend(side.as_object().unwrap_or_default().iter().map(|(name, _)| name.as_str()));
        }
        for name in names.into_iter().filter(|name| *name != "$ref") {
            match (old.get(name), new.get(name)) {
                (Some(was), Some(is)) if PARTS.contains(&name) => {
                    self.parts(name, was, is, first)?;
                }
                (was, is) => {
                    for side in [was, is].into_iter().flatten() {
                        references(side, &mut self.whole)?;
                    }
                    // A word such as `$id` at this place.
                    if name.starts_with('$') && name != "$defs" && name != "$comment" {
                        return None;
                    }
                }
            }
        }
        Some(())
    }

    fn parts(
        &mut self,
        keyword: &str,
        old: &'d Json,
        new: &'d Json,
        first: Option<&'d str>,
    ) -> Option<()> {
        match (keyword, old, new) {
            ("properties", Json::Object(members), Json::Object(others)) => {
                for (name, was) in members {
                    match new.get(name) {
                        Some(is) => self.walk(was, is, first.or(Some(name)))?,
                        None => references(was, &mut self.whole)?,
                    }
                }
                for (name, is) in others {
                    if old.get(name).is_none() {
                        references(is, &mut self.whole)?;
                    }
                }
                Some(())
            }
            ("prefixItems", Json::Array(items), Json::Array(others))
                if items.len() == others.len() =>
            {
                items.iter().zip(others).try_for_each(|(was, is)| self.walk(was, is, first))
            }
            ("items" | "additionalProperties", Json::Object(_), Json::Object(_)) => {
                self.walk(old, new, first)
            }
            _ => {
                references(old, &mut self.whole)?;
                references(new, &mut self.whole)
            }
        }
    }

    /// Whether a property may be missing on both sides, of objects that properties say all about.
    fn may_lack(&self, property: &str) -> bool {
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

    fn is_equal_in(&self, property: &str) -> bool {
        let of = |side: &'d Json| side.get("properties").and_then(|it| it.get(property));
        of(self.old) == of(self.new)
    }
}

/// The properties on the way to a target, by component.
fn kept<'d>(
    steps: &BTreeMap<&'d str, Step<'d>>,
    target: Option<&'d str>,
) -> BTreeMap<&'d str, &'d str> {
    let mut kept = BTreeMap::new();
    let mut at = target;
    while let Some((from, property)) = at.and_then(|name| steps.get(name)).and_then(|it| it.from) {
        if let Some(property) = property {
            kept.insert(from, property);
        }
        at = Some(from);
    }
    kept
}

/// What is cut.
struct Cut<'c, 'd> {
    found: &'c BTreeMap<&'d str, Component<'d>>,
    whole: &'c BTreeSet<&'d str>,
}

impl<'d> Cut<'_, 'd> {
    /// A document of the position and of what it leads to after the cut.
    fn document(
        &self,
        raw: &'d Json,
        all: &BTreeMap<&'d str, &'d Json>,
        place: &str,
        target: Option<&str>,
        kept: &BTreeMap<&str, &str>,
    ) -> Option<Json> {
        let value = raw.pointer(place)?;
        let mut schemas: BTreeMap<&str, Json> = BTreeMap::new();
        let mut uses = BTreeSet::new();
        references(value, &mut uses)?;
        let mut pending: Vec<String> = uses.into_iter().map(str::to_owned).collect();
        while let Some(name) = pending.pop() {
            let (name, full) = all.get_key_value(name.as_str())?;
            if schemas.contains_key(name) {
                continue;
            }
            let cut = self.component(name, full, target, kept.get(name).copied());
            let mut uses = BTreeSet::new();
            references(&cut, &mut uses)?;
            pending.extend(uses.into_iter().map(str::to_owned));
            schemas.insert(name, cut);
        }
        let schemas = schemas.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let schemas = Json::Object(vec![("schemas".to_owned(), Json::Object(schemas))]);
        let mut document = Json::Object(vec![("components".to_owned(), schemas)]);
        if place.starts_with("/components/schemas/") {
            return Some(document);
        }
        put(raw, &mut document, place, value)?;
        Some(document)
    }

    fn component(&self, name: &str, full: &Json, target: Option<&str>, next: Option<&str>) -> Json {
        let Some(component) = self.found.get(name).filter(|_| !self.whole.contains(name)) else {
            return full.clone();
        };
        let stays = |property: &str| {
            !component.may_lack(property)
                || next == Some(property)
                || (target == Some(name) && !component.is_equal_in(property))
        };
        let Json::Object(members) = full else { return full.clone() };
        let cut = members.iter().map(|(keyword, value)| match value {
            Json::Object(properties) if keyword == "properties" => {
                let left = properties.iter().filter(|(property, _)| stays(property)).cloned();
                (keyword.clone(), Json::Object(left.collect()))
            }
            _ => (keyword.clone(), value.clone()),
        });
        Json::Object(cut.collect())
    }
}

/// Puts a value where it stands in the full document; what stands beside it is left out.
fn put(raw: &Json, document: &mut Json, place: &str, value: &Json) -> Option<()> {
    let mut full = raw;
    let mut here = document;
    for token in place.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let (index, next) = match full {
            Json::Object(_) => (None, full.get(&name)?),
            Json::Array(items) => {
                let index: usize = name.parse().ok()?;
                (Some(index), items.get(index)?)
            }
            _ => return None,
        };
        let blank = match next {
            Json::Array(items) => Json::Array(vec![Json::Null; items.len()]),
            _ => Json::Object(Vec::new()),
        };
        here = match (here, index) {
            (Json::Object(members), None) => {
                let known = members.iter().position(|(member, _)| *member == name);
                let at = known.unwrap_or(members.len());
                if known.is_none() {
                    members.push((name, blank));
                }
                &mut members.get_mut(at)?.1
            }
            (Json::Array(items), Some(index)) => {
                let item = items.get_mut(index)?;
                *item = blank;
                item
            }
            _ => return None,
        };
        full = next;
    }
    *here = value.clone();
    Some(())
}
