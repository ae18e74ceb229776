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

mod component;
mod cut;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use self::component::{Component, Sides, uses};
use self::cut::Cut;
use super::Extent;
use crate::finding::{Finding, Severity};
use crate::json::{Json, Lookup};
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

/// The name of the root among the components of a JSON Schema.
const ROOT: &str = "#";

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
