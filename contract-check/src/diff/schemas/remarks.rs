//! What breaks nobody and is worth knowing: annotations, fields that came and went unnoticed.

use std::collections::BTreeSet;

use super::position::{Entry, Position, View};
use super::same::say_the_same;
use super::unions::name;
use super::walk::clause;
use super::words::brief;
use super::{Options, Root, Semantics};
use crate::evaluate::schema::{Evaluator, Members, is_of_type};
use crate::finding::{Finding, Place, Role};
use crate::json::{Json, pointer};
use crate::rules::{self, Rule};
use crate::schema::{Annotations, Keywords, SchemaDocument, Scope};

/// How often a type may be made optional that is optional already.
const LAYERS: usize = 4;

/// How many pairs of positions are looked at.
const PAIRS: usize = 20_000;

/// How many schemas are asked for a member at most, at all pairs together: positions of unions in
/// unions gather what stands beside each.
const WORK: usize = 4_000_000;

/// Its author did not mean it, and what was meant is not known.
const CONTRADICTION: &str =
    "no value of its `enum` is of its `type`, so that nothing can be written there";

/// The remarks that findings do not speak of.
pub(super) fn unspoken(mut remarks: Vec<Finding>, findings: &[Finding]) -> Vec<Finding> {
    let known: BTreeSet<&str> = findings.iter().map(|finding| finding.clause.as_str()).collect();
    let renamed: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.rule == &rules::FIELD_RENAMED)
        .flat_map(|finding| [finding.words.from.as_str(), finding.words.to.as_str()])
        .collect();
    remarks.retain(|remark| {
        let rules = [&rules::FIELD_ADDED_OPTIONAL, &rules::FIELD_REMOVED, &rules::VALUE_IGNORED];
        !rules.contains(&remark.rule)
            || (!known.contains(remark.clause.as_str())
                && !renamed.contains(remark.words.it.as_str()))
    });
    remarks
}

/// Remarks about everything, whatever else is found there.
pub(super) fn remarks(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Vec<Finding> {
    let mut remarks = Vec::new();
    let at = |id| Position::new(id, Scope::default());
    let mut pending: Vec<_> = roots
        .iter()
        .map(|root| {
            let name = root.name.clone();
            let (it, within) = name.unwrap_or_else(|| (rules::DOCUMENT.to_owned(), String::new()));
            (at(root.old), at(root.new), it, within)
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut seen_steps = BTreeSet::new();
    let mut work = 0;
    let old_matcher = Evaluator::new(old, Members::AsDescribed);
    let new_matcher = Evaluator::new(new, Members::AsDescribed);
    while let Some((was, is, it, within)) = pending.pop() {
        let mut annotate = |was: &Position, is: &Position, before: &Said, after: &Said| {
            let place = |position: &Position, document| Place {
                pointer: position.pointer(document),
                source: None,
            };
            let (was, is) = (place(was, old), place(is, new));
            let found = annotations(before, after, &clause(&was, &is)).into_iter();
            remarks.extend(found.map(|finding| {
                finding.it(&it).within(&within).old(was.clone()).new_place(is.clone())
            }));
        };
        let (was, is) = (Way::new(was, old), Way::new(is, new));
        let (before, after) = (View::new(old, &was.end), View::new(new, &is.end));
        let (mut before_said, mut after_said) = (Said::of(&before), Said::of(&after));
        let once = seen.len() < PAIRS && seen.insert((was.end.clone(), is.end.clone()));
        // What stands on the way there is said where it stands: the end may be reached by others.
        // Where only one side has such a way, all is said at its beginning.
        let alike = was.is_direct() == is.is_direct();
        if once && alike {
            annotate(&was.end, &is.end, &before_said, &after_said);
        }
        let steps = was.steps.into_iter().zip(is.steps).enumerate();
        for (at, ((was, before), (is, after))) in steps.rev() {
            let nothing = before == Said::default() && after == Said::default();
            (before_said, after_said) = (before.or(&before_said), after.or(&after_said));
            let step = (was, is);
            let told = if alike { nothing } else { at > 0 };
            if !told && seen_steps.len() < PAIRS && !seen_steps.contains(&step) {
                annotate(&step.0, &step.1, &before_said, &after_said);
                seen_steps.insert(step);
            }
        }
        if !once {
            continue;
        }
        let contradicts = options.semantics == Semantics::Wire
            && (contradictory(&before) || contradictory(&after))
            && !is_same(&before, &after);
        if contradicts {
            let places = (was.end.pointer(old), is.end.pointer(new));
            let [old_place, new_place] =
                <[_; 2]>::from(places).map(|pointer| Place { pointer, source: None });
            let finding = Finding::undecided(
                &rules::UNDECIDED,
                clause(&old_place, &new_place),
                CONTRADICTION,
            );
            remarks.push(finding.it(&it).within(&within).old(old_place).new_place(new_place));
        }
        let object = before.name().or_else(|| after.name()).unwrap_or_else(|| it.clone());
        // What has become something else altogether has neither gained nor lost a field.
        let apart = match (before.types_of_all(), after.types_of_all()) {
            (Some(before), Some(after)) => before.is_disjoint(&after),
            _ => false,
        };
        let names = |view: &View<'_>| if apart { BTreeSet::new() } else { view.names() };
        let (names_before, names_after) = (names(&before), names(&after));
        let entries = before.entries.len() + after.entries.len();
        work += entries * (1 + names_before.len().max(names_after.len()));
        if work > WORK {
            break;
        }
        // What an alternative of the other side describes has neither come nor gone.
        let differ = names_before != names_after;
        let known = |view: &View<'_>| differ.then(|| view.names_of_all()).flatten();
        let (known_before, known_after) = (known(&before), known(&after));
        for field in names_before.union(&names_after) {
            let pair = (before.member(field, &old_matcher), after.member(field, &new_matcher));
            if names_before.contains(field) && names_after.contains(field) {
                pending.push((pair.0, pair.1, field.clone(), object.clone()));
                continue;
            }
            let (rule, known) = match names_after.contains(field) {
                true => (&rules::FIELD_ADDED_OPTIONAL, &known_before),
                false => (&rules::FIELD_REMOVED, &known_after),
            };
            if known.as_ref().is_none_or(|known| known.contains(field)) {
                continue;
            }
            let below = format!("properties/{}", pointer::token(field));
            let old_place = Place { pointer: before.below(&below), source: None };
            let new_place = Place { pointer: after.below(&below), source: None };
            let clause = clause(&old_place, &new_place);
            let announced = Said::of(&View::new(old, &pair.0)).deprecated;
            let finding = match dropped(rule, options).filter(|_| !announced) {
                Some((rule, role)) => Finding::silent(rule, clause).role(role),
                None => Finding::note(rule, clause),
            };
            let finding = finding.it(field).within(&object);
            remarks.push(finding.old(old_place).new_place(new_place));
        }
        let prefix = before.prefix().max(after.prefix());
        for index in 0..=prefix {
            let element = (before.element(index), after.element(index));
            pending.push((element.0, element.1, format!("{it}[]"), within.clone()));
        }
        pending.push((before.others(), after.others(), it.clone(), within.clone()));
        for (was, is) in alternatives(&before, &after, (&old_matcher, &new_matcher)) {
            pending.push((was, is, it.clone(), within.clone()));
        }
    }
    remarks
}

/// Whether a schema at a position lists values none of which is of the type that it wants.
fn contradictory(view: &View<'_>) -> bool {
    view.entries.iter().any(|entry| {
        let Keywords { types: Some(types), values: Some(values), .. } = entry.keywords else {
            return false;
        };
        let is_of = |value: &Json| types.iter().any(|it| is_of_type(value, *it, false));
        !values.is_empty() && !values.iter().any(is_of)
    })
}

/// Whether what is said at a position is the same on both sides.
fn is_same(before: &View<'_>, after: &View<'_>) -> bool {
    let mut pairs = before.entries.iter().zip(&after.entries);
    before.entries.len() == after.entries.len()
        && pairs
            .all(|(was, is)| say_the_same((before.document(), was.id), (after.document(), is.id)))
}

/// What it means to programs that a field is gone which was not always there, if documents travel
/// in one direction: they are accepted, and a value is lost without anybody seeing it.
fn dropped(rule: &'static Rule, options: &Options) -> Option<(&'static Rule, Role)> {
    if rule != &rules::FIELD_REMOVED || options.semantics == Semantics::Schema {
        return None;
    }
    match options.roles.as_slice() {
        [Role::Request] => Some((&rules::VALUE_IGNORED, Role::Request)),
        [Role::Response] => Some((&rules::FIELD_REMOVED, Role::Response)),
        _ => None,
    }
}

/// The alternatives of both sides that belong together: those of one name, and where as many are
/// left over on both sides, these in their order.
fn alternatives(
    before: &View<'_>,
    after: &View<'_>,
    (old, new): (&Evaluator<'_>, &Evaluator<'_>),
) -> Vec<(Position, Position)> {
    let (Some(before_all), Some(after_all)) = (before.branches(), after.branches()) else {
        return Vec::new();
    };
    let named = |view: &View<'_>, branch: &Position, matcher| {
        name(&View::new(view.document(), branch), matcher)
    };
    let mut left: Vec<(Option<String>, Position)> =
        after_all.into_iter().map(|branch| (named(after, &branch, new), branch)).collect();
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    for was in before_all {
        let known = named(before, &was, old);
        match left.iter().position(|(name, _)| name.is_some() && *name == known) {
            Some(at) => pairs.push((was, left.remove(at).1)),
            None => alone.push(was),
        }
    }
    if alone.len() == left.len() {
        pairs.extend(alone.into_iter().zip(left.into_iter().map(|(_, branch)| branch)));
    }
    pairs
}

/// How a position leads to the type that stands there, which may be optional: null may be written
/// beside it in many ways.
struct Way {
    /// The position itself and what it refers to, each with what it says beside that.
    steps: [(Position, Said); 2],
    end: Position,
}

impl Way {
    fn new(position: Position, document: &SchemaDocument) -> Self {
        let target = position.clone().resolved(document);
        let beside_reference = Said::on_the_way(document, &position, &target);
        let mut beside_null = Said::default();
        let mut end = target.clone();
        for _ in 0..LAYERS {
            let view = View::new(document, &end);
            let Some(other) = view.unless_null() else { break };
            end = other.clone().resolved(document);
            let within = Said::on_the_way(document, &other, &end);
            beside_null = beside_null.or(&Said::of(&view)).or(&within);
        }
        Self { steps: [(position, beside_reference), (target, beside_null)], end }
    }

    /// Whether the type stands at the position itself.
    fn is_direct(&self) -> bool {
        self.steps[0].0 == self.end
    }
}

/// What annotations say at a position.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    /// `default`.
    default: Option<Json>,
    /// `deprecated`.
    deprecated: bool,
}

impl Said {
    fn of(view: &View<'_>) -> Self {
        Self::by(view.entries.iter())
    }

    /// What a union says stands beside its branches as well, and is said of the union.
    fn by<'e, 'd: 'e>(entries: impl Iterator<Item = &'e Entry<'d>>) -> Self {
        entries.filter(|entry| !entry.chosen).fold(Self::default(), |said, entry| {
            let Annotations { default, deprecated, .. } = &entry.keywords.annotations;
            said.or(&Self { default: default.clone(), deprecated: *deprecated })
        })
    }

    /// What stands beside the references that lead from one position to another.
    fn on_the_way(document: &SchemaDocument, from: &Position, to: &Position) -> Self {
        if from == to {
            return Self::default();
        }
        let there = View::new(document, to);
        let is_there = |entry: &Entry<'_>| there.entries.iter().any(|it| it.id == entry.id);
        let view = View::new(document, from);
        Self::by(view.entries.iter().filter(|entry| !is_there(entry)))
    }

    /// What is said here, and otherwise there.
    fn or(mut self, other: &Self) -> Self {
        self.default = self.default.or_else(|| other.default.clone());
        self.deprecated |= other.deprecated;
        self
    }
}

/// What has become of annotations.
fn annotations(before: &Said, after: &Said, clause: &str) -> Vec<Finding> {
    let mut remarks = Vec::new();
    match (&before.default, &after.default) {
        (Some(from), Some(to)) if from != to => {
            remarks.push(
                Finding::silent(&rules::DEFAULT_CHANGED, clause).from(brief(from)).to(brief(to)),
            );
        }
        (None, Some(to)) => {
            remarks.push(Finding::note(&rules::DEFAULT_CHANGED, clause).from("none").to(brief(to)));
        }
        (Some(from), None) => {
            remarks.push(
                Finding::silent(&rules::DEFAULT_CHANGED, clause).from(brief(from)).to("none"),
            );
        }
        _ => {}
    }
    match (before.deprecated, after.deprecated) {
        (false, true) => {
            remarks.push(Finding::note(&rules::DEPRECATED, clause).to("`deprecated: true`"));
        }
        (true, false) => remarks.push(Finding::note(&rules::DEPRECATION_WITHDRAWN, clause)),
        _ => {}
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::super::{Options, compare};
    use super::*;

    /// What is remarked about two schemas of a member `a`, beside the definition of `T`.
    fn remarked(old: &str, new: &str, definition: (&str, &str)) -> Vec<(String, &'static str)> {
        let document = |member, definition| {
            let text = format!(
                r##"{{"properties": {{"a": {member}, "b": {{"$ref": "#/$defs/T"}}}},
                    "$defs": {{"T": {definition}}}}}"##
            );
            SchemaDocument::load(Json::parse(&text).expect("JSON")).expect("a schema")
        };
        let (old, new) = (document(old, definition.0), document(new, definition.1));
        let findings = compare(&old, &new, &Options::default());
        let mut found: Vec<_> =
            findings.into_iter().map(|finding| (finding.clause, finding.rule.id)).collect();
        found.sort_unstable();
        found
    }

    /// Since 2019-09 annotations may stand beside a reference, and count there.
    #[test]
    fn annotations_count_beside_references() {
        const TEXT: &str = r#"{"type": "string"}"#;
        let bare = r##"{"$ref": "#/$defs/T"}"##;
        let same = (TEXT, TEXT);
        let at = |place: &str, rule| vec![(place.to_owned(), rule)];
        for (old, new, definition, expected) in [
            (
                bare,
                r##"{"$ref": "#/$defs/T", "deprecated": true}"##,
                same,
                at("#/properties/a", "deprecated"),
            ),
            (
                r##"{"$ref": "#/$defs/T", "default": "x"}"##,
                r##"{"$ref": "#/$defs/T", "default": "y"}"##,
                same,
                at("#/properties/a", "default-changed"),
            ),
            (
                r##"{"anyOf": [{"$ref": "#/$defs/T"}, {"type": "null"}], "default": null}"##,
                r##"{"anyOf": [{"$ref": "#/$defs/T"}, {"type": "null"}], "default": "x"}"##,
                same,
                at("#/properties/a", "default-changed"),
            ),
            // What the definition says is said once, and hidden where something else is said.
            (
                bare,
                bare,
                (TEXT, r#"{"type": "string", "deprecated": true}"#),
                at("#/$defs/T", "deprecated"),
            ),
            (
                r##"{"$ref": "#/$defs/T", "default": "x"}"##,
                r##"{"$ref": "#/$defs/T", "default": "x"}"##,
                (TEXT, r#"{"type": "string", "default": "y"}"#),
                at("#/$defs/T", "default-changed"),
            ),
            // Moved to where it means the same.
            (
                r##"{"$ref": "#/$defs/T", "deprecated": true}"##,
                r#"{"type": "string", "deprecated": true}"#,
                same,
                at("#", "schema-rewritten"),
            ),
        ] {
            assert_eq!(remarked(old, new, definition), expected, "{old}\n{new}");
        }
    }
}
