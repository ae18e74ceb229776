//! Subtypes: schemas that extend a base by `allOf`, where a discriminator of the base tells by
//! which of them a document is described (OpenAPI 3.1, Discriminator Object).
//!
//! The base alone accepts what none of them describes, so that a change of a subtype changes
//! nothing about the schema of the body. Both sides go by the subtype that the value names: each
//! pair of them is judged wherever the base is used.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Position, Reached, Subject};
use super::reach::references;
use crate::finding::{Finding, Role, Severity};
use crate::hash::{HashMap, HashSet};
use crate::json::Json;
use crate::openapi::{Node, OpenApi};
use crate::rules;

/// Where the schemas of components stand.
const SCHEMAS: &str = "/components/schemas";

/// The subtypes of a base by the value that names them.
pub(super) type Subtypes<'d> = BTreeMap<&'d str, Node<'d>>;

/// The bases of a document by their pointers.
pub(super) type Bases<'d> = BTreeMap<String, Subtypes<'d>>;

/// What a schema at the top of the components extends: the pointers of its `allOf`.
fn extended<'d>(schema: &Node<'d>) -> impl Iterator<Item = String> + use<'d> {
    let document = schema.document();
    let parts = schema.value.get("allOf").and_then(Json::as_array).unwrap_or_default();
    parts.iter().filter_map(move |part| Some(document.target(part.get("$ref")?.as_str()?)?.0))
}

/// Every base of a document with a discriminator, whether anything extends it or not: the last
/// subtype may go. Where it lists its alternatives, these say all.
pub(super) fn bases(document: &OpenApi) -> Bases<'_> {
    let schemas: Vec<(&str, Node<'_>)> = document.at(SCHEMAS).map_or_else(Vec::new, |schemas| {
        let names = schemas.value.as_object().unwrap_or_default().iter();
        names.filter_map(|(name, _)| Some((name.as_str(), schemas.raw(name)?))).collect()
    });
    let lists = |node: &Node<'_>| ["oneOf", "anyOf"].iter().any(|it| node.value.get(it).is_some());
    let is_base = |node: &Node<'_>| {
        let property = node.value.get("discriminator").and_then(|it| it.get("propertyName"));
        property.is_some() && !lists(node)
    };
    if !schemas.iter().any(|(_, node)| is_base(node)) {
        return Bases::new();
    }
    let mut children: HashMap<String, Vec<&(&str, Node<'_>)>> = HashMap::default();
    for schema in &schemas {
        for parent in extended(&schema.1) {
            children.entry(parent).or_default().push(schema);
        }
    }
    let mut bases = Bases::new();
    for (_, base) in schemas.iter().filter(|(_, node)| is_base(node)) {
        let values = values(base);
        let mut subtypes = BTreeMap::new();
        let mut seen = HashSet::default();
        let mut pending = vec![base.pointer.as_str()];
        while let Some(pointer) = pending.pop() {
            for (name, node) in children.get(pointer).into_iter().flatten() {
                if seen.insert(node.pointer.as_str()) {
                    pending.push(&node.pointer);
                    let named = values.get(&node.pointer).cloned().unwrap_or_else(|| vec![*name]);
                    subtypes.extend(named.into_iter().map(|value| (value, node.clone())));
                }
            }
        }
        bases.insert(base.pointer.clone(), subtypes);
    }
    bases
}

/// The values of a discriminator by the pointer of what they stand for. A schema without one is
/// named by its own name.
fn values<'d>(base: &Node<'d>) -> HashMap<String, Vec<&'d str>> {
    let mapping = base.value.get("discriminator").and_then(|it| it.get("mapping"));
    let mut values: HashMap<String, Vec<&str>> = HashMap::default();
    for (value, target) in mapping.and_then(Json::as_object).unwrap_or_default() {
        let Some(target) = target.as_str() else { continue };
        let pointer = match target.strip_prefix('#') {
            Some(pointer) => pointer.to_owned(),
            None => crate::openapi::child(SCHEMAS, target),
        };
        values.entry(pointer).or_default().push(value);
    }
    values
}

/// Adds the pairs of subtypes that changed to what is judged, wherever their base is used.
pub(super) fn compare(context: &mut Context<'_>) {
    let [old, new] = context.bases.clone();
    let mut uses = None;
    for (base, was) in &old {
        let Some(is) = new.get(base) else { continue };
        let values: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
        let changed: Vec<_> = values
            .into_iter()
            .map(|value| (value, (was.get(value).cloned(), is.get(value).cloned())))
            .filter(|(_, sides)| !context.is_same(sides))
            .collect();
        if changed.is_empty() {
            continue;
        }
        let uses = uses.get_or_insert_with(|| Uses::of(context, &old));
        for (role, reached) in uses.reached(context, base) {
            for (value, sides) in &changed {
                subtype(context, base, value, sides, role, &reached);
            }
        }
    }
}

/// What is to be said about one subtype: the pair is judged, or one of them is missing.
fn subtype<'d>(
    context: &mut Context<'d>,
    base: &str,
    value: &str,
    sides: &super::context::Sides<'d>,
    role: Role,
    reached: &Reached<'d>,
) {
    let name = |node: &Node<'_>| node.pointer.rsplit('/').next().unwrap_or_default().to_owned();
    if let (Some(old), Some(new)) = sides {
        let position = Position { old: old.pointer.clone(), new: new.pointer.clone(), role };
        let clause = old.pointer[1..].to_owned();
        let subject = Subject { clause, operation: None, ..reached.subject.clone() };
        let mut reached = Reached { schemas: sides.clone(), subject, ..reached.clone() };
        reached.it = name(old);
        let known = context.positions.entry(position).or_insert_with(|| reached.clone());
        known.operations.extend(reached.operations);
        known.xml |= reached.xml;
        return;
    }
    // The base still accepts it, but the side that reads does not know which one it is.
    let hurts = if sides.0.is_some() { Role::Request } else { Role::Response };
    let severity = if role == hurts { Severity::Warning } else { Severity::Note };
    let shown = |side: &Option<Node<'_>>| match side {
        Some(node) => format!("`{value}` for `{}`", name(node)),
        None => format!("without `{value}`"),
    };
    let clause = format!("{}/discriminator", &base[1..]);
    let mut finding = Finding::new(&rules::DISCRIMINATOR_CHANGED, clause, severity)
        .role(role)
        .it(value)
        .within(base.rsplit('/').next().unwrap_or_default())
        .from(shown(&sides.0))
        .to(shown(&sides.1));
    finding.reached_by.extend(reached.operations.iter().cloned());
    let places = (sides.0.as_ref(), sides.1.as_ref());
    context.report(finding, &Subject { operation: None, ..reached.subject.clone() }, places);
}

/// Who uses which schema of the old document.
struct Uses {
    /// The holders that refer to a pointer, and whether they extend what stands there.
    users: HashMap<String, Vec<(Holder, bool)>>,
    /// The bases that a subtype stands for.
    bases: HashMap<String, Vec<String>>,
}

/// What refers to schemas: a position, or what stands at a pointer.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Holder {
    Position(Position),
    At(String),
}

impl Uses {
    fn of(context: &Context<'_>, bases: &Bases<'_>) -> Self {
        let mut uses = Self { users: HashMap::default(), bases: HashMap::default() };
        for (base, subtypes) in bases {
            for node in subtypes.values() {
                uses.bases.entry(node.pointer.clone()).or_default().push(base.clone());
            }
        }
        let document = context.old;
        for (position, reached) in &context.positions {
            if let Some(node) = &reached.schemas.0 {
                uses.hold(document, &Holder::Position(position.clone()), node.value, false);
            }
        }
        let subtypes = bases.values().flat_map(BTreeMap::values).cloned();
        let targets = document.references().filter_map(|text| document.reference(text));
        let mut seen = HashSet::default();
        for node in subtypes.chain(targets) {
            if !seen.insert(node.pointer.clone()) {
                continue;
            }
            let holder = Holder::At(node.pointer.clone());
            let rest = node.pointer.strip_prefix(SCHEMAS).and_then(|rest| rest.strip_prefix('/'));
            if rest.is_none_or(|name| name.contains('/')) {
                uses.hold(document, &holder, node.value, false);
                continue;
            }
            for (name, value) in node.value.as_object().unwrap_or_default() {
                match (name.as_str(), value) {
                    ("allOf", Json::Array(parts)) => {
                        for part in parts {
                            uses.hold(document, &holder, part, part.get("$ref").is_some());
                        }
                    }
                    _ => uses.hold(document, &holder, value, false),
                }
            }
        }
        uses
    }

    /// Notes the references in a value, which its holder may extend or use.
    fn hold(&mut self, document: &OpenApi, holder: &Holder, value: &Json, extends: bool) {
        let mut used = BTreeSet::new();
        references(value, &mut used);
        for (pointer, _) in used.into_iter().filter_map(|text| document.target(text)) {
            self.users.entry(pointer).or_default().push((holder.clone(), extends));
        }
    }

    /// The positions that use a base, by role; one stands for all of a role. What extends the base
    /// is another of its subtypes, and no use of it.
    fn reached<'d>(&self, context: &Context<'d>, base: &str) -> BTreeMap<Role, Reached<'d>> {
        let mut positions = BTreeSet::new();
        let mut seen = HashSet::default();
        let mut pending = Vec::new();
        let users_of = |pointer: &str, pending: &mut Vec<Holder>, extending: bool| {
            let users = self.users.get(pointer).into_iter().flatten();
            pending.extend(users.filter(|it| extending || !it.1).map(|it| it.0.clone()));
        };
        users_of(base, &mut pending, false);
        while let Some(holder) = pending.pop() {
            if !seen.insert(holder.clone()) {
                continue;
            }
            match holder {
                Holder::Position(position) => drop(positions.insert(position)),
                Holder::At(pointer) => {
                    for prefix in super::reach::prefixes(&pointer) {
                        users_of(prefix, &mut pending, true);
                    }
                    for base in self.bases.get(&pointer).into_iter().flatten() {
                        users_of(base, &mut pending, false);
                    }
                }
            }
        }
        let mut found: BTreeMap<Role, Reached<'d>> = BTreeMap::new();
        for position in &positions {
            let Some(reached) = context.positions.get(position) else { continue };
            let known = found.entry(position.role).or_insert_with(|| reached.clone());
            known.operations.extend(reached.operations.iter().cloned());
            known.xml |= reached.xml;
        }
        found
    }
}
