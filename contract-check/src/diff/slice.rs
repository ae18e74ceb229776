//! Small documents that stand for large ones.
//!
//! Where a thousand schemas refer to each other, a change in one of them makes all of them differ.
//! Judging each at full length repeats the same work a thousand times. So every component that
//! itself changed is judged by a slice of the documents: the way from where documents begin to
//! it, and of the components on the way only what must be there.
//!
//! An optional property that both sides describe may be left out of a slice: whoever writes the
//! smaller document may write it within the larger one as well, and what is refused in it is
//! refused there. What the property leads to is judged by a slice of its own if it changed. That
//! holds where a schema is reached through properties and elements, or beside `null`; a component
//! that is reached in any other way (`oneOf`, `not`, ..) is never cut, nor is anything that it
//! leads to. Where that makes the slices together as large as the documents, there are none.
//!
//! On the way to a component may stand what nobody can write, an array without elements for one,
//! so that the way does not show what another one would. Therefore every component is judged by
//! itself as well: whatever is refused there must be found on the way. Where it is not, the
//! documents are judged at full length.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Extent;
use crate::finding::{Finding, Severity};
use crate::json::{Json, Lookup, Shared, pointer};
use crate::schema::{Dialect, SchemaDocument};

/// Documents with fewer components are judged at full length.
const LARGE: usize = 100;

/// How many components all slices together may hold, in multiples of those that there are.
const TOGETHER: usize = 2;

/// Where a document keeps the schemas that references name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// An OpenAPI document: below `components/schemas`.
    OpenApi,
    /// A JSON Schema: below this member of the root. The root itself is a component that goes by
    /// the name of `#`.
    Schema(&'static str),
}

impl Layout {
    /// That of a JSON Schema; none where it keeps schemas in two places, or where `id` gives any
    /// object a new base.
    pub(super) fn of_schema(document: &SchemaDocument) -> Option<Self> {
        let named = |name: &str| document.raw().get(name).is_some();
        let old = document.schema(document.root()).dialect == Dialect::Draft04;
        match (named("$defs"), named("definitions")) {
            (true, false) if !old => Some(Self::Schema("$defs")),
            (false, true) if !old => Some(Self::Schema("definitions")),
            _ => None,
        }
    }

    /// All components by name.
    fn components(self, raw: &Json) -> Option<BTreeMap<&str, &Json>> {
        let schemas = match self {
            Self::OpenApi => raw.get("components")?.get("schemas")?,
            Self::Schema(member) => raw.get(member)?,
        };
        let named = schemas.as_object()?.iter().map(|(name, value)| (name.as_str(), value));
        let mut all: BTreeMap<&str, &Json> = named.collect();
        if self != Self::OpenApi && all.insert(ROOT, raw).is_some() {
            return None;
        }
        Some(all)
    }

    /// A reference to a component by its plain name. Anything else that begins with `$` and means
    /// something (`$id`, `$anchor`, `$dynamicRef`) is too much for slices.
    fn component<'d>(self, keyword: &str, text: &'d str) -> Option<&'d str> {
        let name = match self {
            Self::OpenApi => text.strip_prefix("#/components/schemas/")?,
            Self::Schema(_) if text == ROOT => text,
            Self::Schema(member) => {
                text.strip_prefix("#/")?.strip_prefix(member)?.strip_prefix('/')?
            }
        };
        (keyword == "$ref" && !name.contains(['/', '~', '%'])).then_some(name)
    }

    /// Where a component stands.
    fn place(self, name: &str) -> String {
        match self {
            Self::OpenApi => format!("/components/schemas/{name}"),
            Self::Schema(_) if name == ROOT => String::new(),
            Self::Schema(member) => format!("/{member}/{name}"),
        }
    }

    /// Whether a member of the root is about the document, and no keyword of a schema.
    fn frames(self, name: &str) -> bool {
        match self {
            Self::OpenApi => false,
            Self::Schema(member) => {
                name == member || matches!(name, "$schema" | "$id" | "$comment")
            }
        }
    }
}

/// How many steps are taken to see that null is refused.
const STEPS: usize = 4;

/// The name of the root among the components of a JSON Schema.
const ROOT: &str = "#";

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

/// The two documents of one position, cut down.
pub(super) struct Slice {
    /// Which of the positions it is about.
    pub(super) position: usize,
    pub(super) old: Json,
    pub(super) new: Json,
    /// Where the component stands that it leads to; none where it is about the position itself.
    pub(super) target: Option<String>,
}

/// Whether everything that may hurt in a component by itself is found on the way to it.
pub(super) fn explains(way: &[Finding], itself: &[Finding]) -> bool {
    let mut severe = itself.iter().filter(|finding| finding.severity >= Severity::Undecided);
    severe.all(|finding| {
        way.iter().any(|known| {
            known.rule == finding.rule
                && known.role == finding.role
                && known.severity == finding.severity
                && (&known.old, &known.new) == (&finding.old, &finding.new)
        })
    })
}

/// The components of both sides.
#[derive(Clone, Copy)]
struct Sides<'s, 'd> {
    layout: Layout,
    old: &'s BTreeMap<&'d str, &'d Json>,
    new: &'s BTreeMap<&'d str, &'d Json>,
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

/// The components of both documents, looked through once.
pub(super) struct Survey<'d> {
    layout: Layout,
    extent: Extent,
    old: &'d Json,
    new: &'d Json,
    old_all: BTreeMap<&'d str, &'d Json>,
    new_all: BTreeMap<&'d str, &'d Json>,
    found: BTreeMap<&'d str, Component<'d>>,
}

impl<'d> Survey<'d> {
    /// Looks them through; none where the documents are judged as they are.
    pub(super) fn of(layout: Layout, extent: Extent, old: &'d Json, new: &'d Json) -> Option<Self> {
        let (old_all, new_all) = (layout.components(old)?, layout.components(new)?);
        match extent {
            Extent::Needed if old_all.len() < LARGE => return None,
            Extent::Full => return None,
            Extent::Needed | Extent::Slices => {}
        }
        let mut found: BTreeMap<&str, Component<'_>> = BTreeMap::new();
        let sides = Sides { layout, old: &old_all, new: &new_all };
        for (name, was) in &old_all {
            if let Some(is) = new_all.get(name) {
                found.insert(name, Component::of(&sides, name, was, is)?);
            }
        }
        Some(Self { layout, extent, old, new, old_all, new_all, found })
    }

    /// The slices that together judge the positions; none where the documents are judged as they
    /// are. A position is a pair of pointers, and in a JSON Schema the root.
    pub(super) fn slices(&self, positions: &[(&str, &str)]) -> Option<Vec<Slice>> {
        let Self { layout, extent, old, new, old_all, new_all, found } = self;
        let layout = *layout;
        let sides = Sides { layout, old: old_all, new: new_all };
        let mut steps: BTreeMap<&str, Step<'_>> = BTreeMap::new();
        let mut whole: BTreeSet<&str> = BTreeSet::new();
        let mut queue = VecDeque::new();
        let mut own = Vec::new();
        let mut lookups = [Lookup::new(old), Lookup::new(new)];
        for (index, (was, is)) in positions.iter().enumerate() {
            let mut meet = |name| {
                steps.entry(name).or_insert_with(|| {
                    queue.push_back(name);
                    Step { position: index, from: None }
                });
            };
            if layout != Layout::OpenApi {
                meet(ROOT);
                continue;
            }
            let (was, is) = (lookups[0].pointer(was)?, lookups[1].pointer(is)?);
            let position = Component::of(&sides, "", was, is)?;
            if position.changed || !position.whole.is_empty() {
                own.push(index);
            }
            whole.extend(&position.whole);
            position.plain.iter().for_each(|(name, _)| meet(name));
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
                let uses = uses(layout, name, value)?;
                pending.extend(uses.into_iter().filter(|next| whole.insert(next)));
            }
        }
        let left = match extent {
            Extent::Slices => usize::MAX,
            Extent::Needed | Extent::Full => TOGETHER * old_all.len(),
        };
        let mut cut = Cut { layout, found, whole: &whole, left };
        let mut build = |position: usize, target: Option<&str>| -> Option<Slice> {
            let kept = kept(&steps, target);
            let (was, is) = positions[position];
            Some(Slice {
                position,
                old: cut.document(old, old_all, was, target, &kept)?,
                new: cut.document(new, new_all, is, target, &kept)?,
                target: target.map(|name| layout.place(name)),
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
}

/// The names of all components that a component refers to; none where it refers to anything else.
fn uses<'d>(layout: Layout, name: &str, value: &'d Json) -> Option<BTreeSet<&'d str>> {
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
fn references<'d>(layout: Layout, value: &'d Json, uses: &mut BTreeSet<&'d str>) -> Option<()> {
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
    fn of(sides: &Sides<'_, 'd>, name: &str, old: &'d Json, new: &'d Json) -> Option<Self> {
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
    layout: Layout,
    found: &'c BTreeMap<&'d str, Component<'d>>,
    whole: &'c BTreeSet<&'d str>,
    /// How many components all slices may still hold.
    left: usize,
}

impl<'d> Cut<'_, 'd> {
    /// A document of the position and of what it leads to after the cut; none if all slices
    /// together have become too large.
    fn document(
        &mut self,
        raw: &'d Json,
        all: &BTreeMap<&'d str, &'d Json>,
        place: &str,
        target: Option<&str>,
        kept: &BTreeMap<&str, &str>,
    ) -> Option<Json> {
        let value = raw.pointer(place)?;
        let first = match self.layout {
            Layout::OpenApi => uses(self.layout, "", value)?,
            Layout::Schema(_) => BTreeSet::from([ROOT]),
        };
        let mut schemas: BTreeMap<&str, Json> = BTreeMap::new();
        let mut pending: Vec<String> = first.into_iter().map(str::to_owned).collect();
        while let Some(name) = pending.pop() {
            let (name, full) = all.get_key_value(name.as_str())?;
            if schemas.contains_key(name) {
                continue;
            }
            self.left = self.left.checked_sub(1)?;
            let cut = self.component(name, full, target, kept.get(name).copied());
            pending.extend(uses(self.layout, name, &cut)?.into_iter().map(str::to_owned));
            schemas.insert(name, cut);
        }
        let root = schemas.remove(ROOT).filter(|_| self.layout != Layout::OpenApi);
        let schemas = schemas.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let schemas = Json::Object(schemas);
        match (self.layout, root) {
            (Layout::Schema(member), Some(Json::Object(mut members))) => {
                members.edit(|all| all.push((member.to_owned(), schemas)));
                Some(Json::Object(members))
            }
            (Layout::Schema(_), _) => None,
            (Layout::OpenApi, _) => {
                let holding = |name: &str, value| {
                    Json::Object([(name.to_owned(), value)].into_iter().collect())
                };
                let mut document = holding("components", holding("schemas", schemas));
                if !place.starts_with("/components/schemas/") {
                    put(raw, &mut document, place, value)?;
                }
                Some(document)
            }
        }
    }

    fn component(&self, name: &str, full: &Json, target: Option<&str>, next: Option<&str>) -> Json {
        let Json::Object(members) = full else { return full.clone() };
        // The components that stand in the root are put there one by one.
        let stands = |keyword: &str| match self.layout {
            Layout::Schema(member) => name != ROOT || keyword != member,
            Layout::OpenApi => true,
        };
        let members = members.iter().filter(|(keyword, _)| stands(keyword));
        let Some(component) = self.found.get(name).filter(|_| !self.whole.contains(name)) else {
            return Json::Object(members.cloned().collect());
        };
        // What is never cut is judged where it is first come upon in such a way.
        let leads_to_whole = |property: &str| {
            let value = full.get("properties").and_then(|it| it.get(property));
            let mut uses = BTreeSet::new();
            let known = value.and_then(|value| references(self.layout, value, &mut uses));
            known.is_none() || uses.iter().any(|name| self.whole.contains(name))
        };
        let stays = |property: &str| {
            !component.may_lack(property)
                || next == Some(property)
                || (target == Some(name)
                    && (!component.is_equal_in(property) || leads_to_whole(property)))
        };
        let cut = members.map(|(keyword, value)| match value {
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
    for name in pointer::tokens(place) {
        let (index, next) = match full {
            Json::Object(_) => (None, full.get(&name)?),
            Json::Array(items) => {
                let index: usize = name.parse().ok()?;
                (Some(index), items.get(index)?)
            }
            _ => return None,
        };
        let blank = match next {
            Json::Array(items) => Json::Array(vec![Json::Null; items.len()].into()),
            _ => Json::Object(Shared::default()),
        };
        here = match (here, index) {
            (Json::Object(members), None) => {
                let known = members.iter().position(|(member, _)| *member == name);
                let at = known.unwrap_or(members.len());
                if known.is_none() {
                    members.edit(|all| all.push((name.into_owned(), blank)));
                }
                &mut members.make_mut().get_mut(at)?.1
            }
            (Json::Array(items), Some(index)) => {
                let item = items.make_mut().get_mut(index)?;
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

#[cfg(test)]
mod tests {
    use crate::diff::schemas::{Options, compare};
    use crate::finding::{Role, Severity};
    use crate::json::Json;
    use crate::schema::SchemaDocument;

    /// A large schema in which only this property leads to what changed.
    fn document(property: &str, kind: &str) -> SchemaDocument {
        let mut text = format!("\"T0\": {{\"properties\": {{\"x\": {{\"type\": \"{kind}\"}}}}}}");
        for number in 1..110 {
            let own = if number == 5 { property } else { "true" };
            text.push_str(&format!(
                ", \"T{number}\": {{\"type\": \"object\", \"properties\": {{\"next\": \
                 {{\"$ref\": \"#/$defs/T{}\"}}, \"own\": {own}}}}}",
                number % 109 + 1
            ));
        }
        let text = format!("{{\"$ref\": \"#/$defs/T1\", \"$defs\": {{{text}}}}}");
        SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
    }

    #[test]
    fn what_is_reached_through_any_keyword_is_judged() {
        for property in [
            r##"{"$ref": "#/$defs/T0"}"##,
            r##"{"items": {"$ref": "#/$defs/T0"}}"##,
            r##"{"anyOf": [{"$ref": "#/$defs/T0"}, {"type": "null"}]}"##,
            r##"{"oneOf": [{"$ref": "#/$defs/T0"}, {"type": "boolean"}]}"##,
            r##"{"allOf": [{"$ref": "#/$defs/T0"}]}"##,
            r##"{"not": {"$ref": "#/$defs/T0"}}"##,
            r##"{"patternProperties": {"^a": {"$ref": "#/$defs/T0"}}}"##,
        ] {
            let (old, new) = (document(property, "string"), document(property, "integer"));
            let options = Options { roles: vec![Role::Request], ..Options::default() };
            let findings = compare(&old, &new, &options);
            assert!(findings.iter().any(|it| it.severity == Severity::Breaking), "{property}");
        }
    }
}
