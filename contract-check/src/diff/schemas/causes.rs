//! What may have caused a refusal: the differences between two views, and the pairs below them.

use std::collections::BTreeSet;

use super::position::{Position, View};
use super::proof::Hop;
use super::walk::{Child, Pair, Spot, Suspicion, Views, Walk};
use super::words::{all_of, brief, counts, describe, range};
use crate::finding::Role;
use crate::json::{Json, Number};
use crate::rules;
use crate::schema::{Keywords, NumberFormat, number_format};
use crate::shape::{ArraySpec, Classes, NumberSpec, ShapeId, StringSpec};

type Bound = Option<(Number, bool)>;

/// How many JSON types there are beside null, with integers apart from other numbers.
const KINDS: usize = 6;

/// The JSON types, as shapes.
struct Kinds {
    null: ShapeId,
    others: Vec<ShapeId>,
}

impl Walk<'_> {
    /// Suspicions about a pair, and the pairs below it.
    pub(super) fn suspect(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        written: ShapeId,
        read: ShapeId,
    ) -> (Vec<Suspicion>, Vec<Child>) {
        let mut suspicions = Vec::new();
        let mut children = Vec::new();
        if self.kinds(views, spot, written, read, &mut suspicions) {
            return (suspicions, children);
        }
        let listed = (views.writer.values(), views.reader.values());
        match listed {
            (Some(from), Some(to)) => {
                self.values(views, spot, &from, &to, &mut suspicions);
                return (suspicions, children);
            }
            (Some(_), None) | (None, Some(_)) if !tagged(views) => {
                self.listed(views, spot, &mut suspicions);
                if listed.1.is_some() {
                    return (suspicions, children);
                }
            }
            _ => {}
        }
        self.numbers(views, spot, &mut suspicions);
        self.strings(views, spot, &mut suspicions);
        self.arrays(views, spot, &mut suspicions, &mut children);
        self.objects(views, spot, &mut suspicions, &mut children);
        self.unions(views, spot, written, read, &mut suspicions, &mut children);
        (suspicions, children)
    }

    fn all_kinds(&mut self) -> Kinds {
        let arena = &mut self.proof.arena;
        let (boolean, string) = (arena.boolean(), arena.any_string());
        let (array, object) = (arena.any_array(), arena.any_object());
        let whole = arena.number(NumberSpec::from(Classes::WHOLE));
        let fraction = arena.number(NumberSpec::from(Classes {
            integer: false,
            whole_float: false,
            fraction: true,
        }));
        Kinds { null: arena.null(), others: vec![boolean, whole, fraction, string, array, object] }
    }

    fn holds(&mut self, shape: ShapeId, kind: ShapeId) -> bool {
        let both = self.proof.arena.intersection([shape, kind]);
        !self.proof.is_empty(both)
    }

    /// Types that one side knows and the other does not; whether they have nothing in common.
    fn kinds(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        written: ShapeId,
        read: ShapeId,
        suspicions: &mut Vec<Suspicion>,
    ) -> bool {
        let plain = |view: &View<'_>| view.types().filter(|_| view.branches().is_none());
        let (writer_types, reader_types) = (plain(&views.writer), plain(&views.reader));
        if writer_types.is_some() && writer_types == reader_types {
            return false;
        }
        let kinds = self.all_kinds();
        let (mut missing, mut shared, mut new_to_reader) = (Vec::new(), 0, false);
        for kind in kinds.others {
            match (self.holds(written, kind), self.holds(read, kind)) {
                (true, false) => missing.push(kind),
                (true, true) => shared += 1,
                (false, true) => new_to_reader = true,
                (false, false) => {}
            }
        }
        let common = shared > 0;
        let null = (self.holds(written, kinds.null), self.holds(read, kinds.null));
        let old_is_writer = views.role == Role::Request;
        if null == (true, false) {
            let rule = match old_is_writer {
                true => &rules::NULL_REFUSED,
                false => &rules::FIELD_BECAME_NULLABLE,
            };
            // Where anything could stand, null is nothing particular.
            let anything = missing.len() + shared == KINDS;
            if !anything && (common || !missing.is_empty()) {
                suspicions.push(self.suspicion(views, spot, rule, kinds.null));
            } else {
                missing.push(kinds.null);
            }
        }
        if missing.is_empty() {
            return false;
        }
        let rule = match (common || null == (true, true), new_to_reader, old_is_writer) {
            (false, ..) | (true, true, _) => &rules::TYPE_CHANGED,
            (true, false, true) => &rules::TYPE_NARROWED,
            (true, false, false) => &rules::TYPE_WIDENED,
        };
        // Where anything may stand there is nothing more to say of what is described.
        let any = self.proof.arena.any();
        let open = written == any;
        let bad = if open { any } else { self.proof.arena.union(missing) };
        let (from, to) = (describe(views.before()), describe(views.after()));
        // Alternatives are named one by one, where the types alone do not tell what changed.
        let named = from == to
            || (views.before().branches().is_some() && views.after().branches().is_some());
        if !named {
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
        !common || (open && !named)
    }

    /// A suspicion about the position as a whole.
    pub(super) fn suspicion(
        &self,
        views: &Views<'_>,
        spot: &Spot,
        rule: &'static rules::Rule,
        bad: ShapeId,
    ) -> Suspicion {
        Suspicion {
            rule,
            bad,
            it: spot.it.clone(),
            within: spot.within.clone(),
            from: describe(views.before()),
            to: describe(views.after()),
            below: None,
        }
    }

    /// Two lists of values.
    fn values(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        written: &[Json],
        read: &[Json],
        suspicions: &mut Vec<Suspicion>,
    ) {
        let gone: Vec<&Json> = written.iter().filter(|value| !read.contains(value)).collect();
        let come: Vec<&Json> = read.iter().filter(|value| !written.contains(value)).collect();
        let constants = |view: &View<'_>| view.keywords().any(|k| k.constant.is_some());
        if let ([gone], [_]) = (gone.as_slice(), come.as_slice()) {
            let (old, new) = match views.role {
                Role::Request => (gone, &come[0]),
                Role::Response => (&come[0], gone),
            };
            let rule = if constants(views.before()) && constants(views.after()) {
                Some(&rules::CONSTANT_CHANGED)
            } else if similar(&old.to_string(), &new.to_string()) {
                Some(&rules::ENUM_VALUE_RENAMED)
            } else {
                None
            };
            if let Some(rule) = rule {
                let bad = self.proof.arena.constant(gone);
                let (from, to) = (plain(old), plain(new));
                suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
                return;
            }
        }
        for value in gone {
            let rule = match (value, views.role) {
                (Json::Null, Role::Request) => &rules::NULL_REFUSED,
                (Json::Null, Role::Response) => &rules::FIELD_BECAME_NULLABLE,
                (_, Role::Request) => &rules::ENUM_VALUE_REMOVED,
                (_, Role::Response) => &rules::ENUM_VALUE_ADDED,
            };
            let bad = self.proof.arena.constant(value);
            let mut suspicion = self.suspicion(views, spot, rule, bad);
            if *value != Json::Null {
                suspicion.within = std::mem::replace(&mut suspicion.it, plain(value));
            }
            suspicions.push(suspicion);
        }
    }

    /// Listed values on one side only.
    fn listed(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let constant = [views.before(), views.after()]
            .iter()
            .any(|view| view.keywords().any(|keywords| keywords.constant.is_some()));
        let rule = match (constant, views.role) {
            (true, _) => &rules::CONSTANT_CHANGED,
            (false, Role::Request) => &rules::TYPE_NARROWED,
            (false, Role::Response) => &rules::TYPE_WIDENED,
        };
        let any = self.proof.arena.any();
        suspicions.push(self.suspicion(views, spot, rule, any));
    }

    fn numbers(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let bounds = |view: &View<'_>| limits(view, false);
        let (written, read) = (bounds(&views.writer), bounds(&views.reader));
        if written != read {
            let rule = &rules::NUMBER_RANGE_CHANGED;
            let bad = self.outside(&read);
            let shown = |view: &View<'_>| {
                let (min, max) = bounds(view);
                range(min.as_ref(), max.as_ref())
            };
            let (from, to) = (shown(views.before()), shown(views.after()));
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
        let formats = |view: &View<'_>| all_of(view, |k| k.format.clone(), "any");
        if formats(&views.writer) != formats(&views.reader) {
            let (from, to) = (formats(views.before()), formats(views.after()));
            let read = limits(&views.reader, true);
            let bad = self.outside(&read);
            let rule = &rules::FORMAT_CHANGED;
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
        let steps = |view: &View<'_>| {
            all_of(view, |k| k.multiple_of.as_ref().map(|n| format!("multiples of {n}")), "any")
        };
        if steps(&views.writer) != steps(&views.reader) {
            let (from, to) = (steps(views.before()), steps(views.after()));
            let multiple_of =
                views.reader.keywords().filter_map(|k| k.multiple_of.clone()).collect();
            let arena = &mut self.proof.arena;
            let good = arena.number(NumberSpec { multiple_of, ..NumberSpec::from(Classes::ALL) });
            let bad = arena.not(good);
            let numbers = arena.any_number();
            let bad = arena.intersection([numbers, bad]);
            let rule = &rules::MULTIPLE_OF_CHANGED;
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
    }

    /// Numbers beyond the bounds.
    fn outside(&mut self, (min, max): &(Bound, Bound)) -> ShapeId {
        let arena = &mut self.proof.arena;
        let numbers = NumberSpec::from(Classes::ALL);
        let mut outside = Vec::new();
        if let Some((bound, excluded)) = min {
            let max = Some((bound.clone(), !excluded));
            outside.push(arena.number(NumberSpec { max, ..numbers.clone() }));
        }
        if let Some((bound, excluded)) = max {
            let min = Some((bound.clone(), !excluded));
            outside.push(arena.number(NumberSpec { min, ..numbers }));
        }
        arena.union(outside)
    }

    fn strings(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let lengths = |view: &View<'_>| {
            (
                view.keywords().filter_map(|k| k.min_length).max().unwrap_or(0),
                view.keywords().filter_map(|k| k.max_length).min(),
            )
        };
        let patterns = |view: &View<'_>| {
            all_of(view, |k| k.pattern.as_ref().map(|pattern| format!("`{pattern}`")), "none")
        };
        let formats = |view: &View<'_>| all_of(view, |k| k.format.clone(), "any");
        let (min_length, max_length) = lengths(&views.reader);
        let by_length = StringSpec { min_length, max_length, ..StringSpec::default() };
        let by_pattern = StringSpec {
            patterns: views.reader.keywords().filter_map(|k| k.pattern.clone()).collect(),
            ..StringSpec::default()
        };
        let by_format = StringSpec {
            formats: views
                .reader
                .keywords()
                .filter_map(|k| k.format.clone())
                .filter(|format| !crate::schema::says_nothing(format))
                .collect(),
            ..StringSpec::default()
        };
        let shown = |view: &View<'_>| {
            let (min, max) = lengths(view);
            counts(min, max)
        };
        for (differs, good, rule, from, to) in [
            (
                lengths(&views.writer) != lengths(&views.reader),
                by_length,
                &rules::LENGTH_CHANGED,
                shown(views.before()),
                shown(views.after()),
            ),
            (
                patterns(&views.writer) != patterns(&views.reader),
                by_pattern,
                &rules::PATTERN_CHANGED,
                patterns(views.before()),
                patterns(views.after()),
            ),
            (
                formats(&views.writer) != formats(&views.reader),
                by_format,
                &rules::FORMAT_CHANGED,
                formats(views.before()),
                formats(views.after()),
            ),
        ] {
            if differs {
                let arena = &mut self.proof.arena;
                let good = arena.string(good);
                let not_good = arena.not(good);
                let strings = arena.any_string();
                let bad = arena.intersection([strings, not_good]);
                suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
            }
        }
    }

    fn arrays(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        suspicions: &mut Vec<Suspicion>,
        children: &mut Vec<Child>,
    ) {
        let lengths = |view: &View<'_>| {
            let min = view.keywords().filter_map(|k| k.min_items).max().unwrap_or(0);
            let max = view.keywords().filter_map(|k| k.max_items).min();
            let closed = view.others_refused();
            let max =
                if closed { Some(max.unwrap_or(u64::MAX).min(view.prefix() as u64)) } else { max };
            (min, max)
        };
        let (min, max) = lengths(&views.reader);
        if lengths(&views.writer) != (min, max) {
            let any = self.proof.arena.any();
            let arena = &mut self.proof.arena;
            let good = arena.array(ArraySpec { min, max, ..ArraySpec::from(any) });
            let not_good = arena.not(good);
            let arrays = arena.any_array();
            let bad = arena.intersection([arrays, not_good]);
            let tuples = views.before().prefix() != views.after().prefix();
            let rule =
                if tuples { &rules::TUPLE_ARITY_CHANGED } else { &rules::ARRAY_LENGTH_CHANGED };
            let shown = |view: &View<'_>| {
                let (min, max) = lengths(view);
                counts(min, max)
            };
            let (from, to) = (shown(views.before()), shown(views.after()));
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
        let unique = |view: &View<'_>| view.keywords().any(|k| k.unique_items);
        if unique(&views.reader) && !unique(&views.writer) {
            let any = self.proof.arena.any();
            let arena = &mut self.proof.arena;
            let good = arena.array(ArraySpec { unique: true, ..ArraySpec::from(any) });
            let not_good = arena.not(good);
            let arrays = arena.any_array();
            let bad = arena.intersection([arrays, not_good]);
            let words =
                |unique| if unique { "without equal elements" } else { "with equal elements" };
            let from = words(unique(views.before())).to_owned();
            let to = words(unique(views.after())).to_owned();
            let rule = &rules::UNIQUE_CHANGED;
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
        let prefix = views.writer.prefix().max(views.reader.prefix());
        let reader_document = self.proof.reader.document;
        let mut child = |hop, writer: Position, reader: Position, it| {
            // An element that may not be there is a matter of the length.
            if View::new(reader_document, &reader).closed {
                return;
            }
            let spot = Spot::new(it, spot.within.clone());
            children.push(Child { hop, pair: Pair { writer, reader }, spot });
        };
        for index in 0..prefix {
            let (writer, reader) = (views.writer.element(index), views.reader.element(index));
            child(Hop::Element(index), writer, reader, format!("{}[{index}]", spot.it));
        }
        let (writer, reader) = (views.writer.element(prefix), views.reader.element(prefix));
        if writer != Position::default() || reader != Position::default() {
            child(Hop::Elements(prefix), writer, reader, format!("{}[]", spot.it));
        }
    }
}

impl View<'_> {
    /// Whether an array ends after its prefix.
    fn others_refused(&self) -> bool {
        self.prefix() > 0 && {
            let rest = View::new(self.document(), &self.element(self.prefix()));
            rest.closed
        }
    }
}

/// The bounds of a view; with those of its formats if asked for.
fn limits(view: &View<'_>, with_formats: bool) -> (Bound, Bound) {
    let (mut min, mut max): (Bound, Bound) = (None, None);
    let mut at_least = |bound: (Number, bool)| {
        if min.as_ref().is_none_or(|min| *min < bound) {
            min = Some(bound);
        }
    };
    let mut at_most = |bound: (Number, bool)| {
        let tighter = |max: &(Number, bool)| bound.0 < max.0 || (bound.0 == max.0 && bound.1);
        if max.as_ref().is_none_or(tighter) {
            max = Some(bound);
        }
    };
    for keywords in view.keywords() {
        let given = |bound: &Option<Number>, excluded| bound.clone().map(|bound| (bound, excluded));
        given(&keywords.minimum, false).into_iter().for_each(&mut at_least);
        given(&keywords.exclusive_minimum, true).into_iter().for_each(&mut at_least);
        given(&keywords.maximum, false).into_iter().for_each(&mut at_most);
        given(&keywords.exclusive_maximum, true).into_iter().for_each(&mut at_most);
        let format = keywords.format.as_deref().filter(|_| with_formats).and_then(number_format);
        if let Some(NumberFormat::Integer { min, max }) = format {
            at_least((min, false));
            at_most((max, false));
        }
    }
    (min, max)
}

/// Whether both sides are alternatives of which one is worth naming.
fn tagged(views: &Views<'_>) -> bool {
    views.writer.branches().is_some() && views.reader.branches().is_some()
}

/// A listed value as people call it: strings without their quotes.
fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => brief(other),
    }
}

/// Whether two names look like two spellings of one.
pub(super) fn similar(one: &str, other: &str) -> bool {
    let bare = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (bare(one), bare(other));
    let shorter = one.len().min(other.len());
    one == other
        || (shorter >= 3 && (one.contains(&other) || other.contains(&one)))
        || (shorter >= 3 && rules::distance(&one, &other) * 3 <= shorter)
}

/// The keywords that no particular rule looks at and that differ.
pub(super) fn differing(views: &Views<'_>) -> Vec<String> {
    type Has = fn(&Keywords) -> bool;
    const KEYWORDS: [(&str, Has); 10] = [
        ("not", |k| k.not.is_some()),
        ("if", |k| k.condition.is_some()),
        ("oneOf", |k| k.one_of.is_some()),
        ("anyOf", |k| k.any_of.is_some()),
        ("allOf", |k| !k.all_of.is_empty()),
        ("contains", |k| k.contains.is_some()),
        ("unevaluatedItems", |k| k.unevaluated_items.is_some()),
        ("unevaluatedProperties", |k| k.unevaluated_properties.is_some()),
        ("dependentSchemas", |k| !k.dependent_schemas.is_empty()),
        ("patternProperties", |k| !k.pattern_properties.is_empty()),
    ];
    let present: BTreeSet<&str> = KEYWORDS
        .iter()
        .filter(|(_, has)| views.before().keywords().any(has) || views.after().keywords().any(has))
        .map(|(name, _)| *name)
        .collect();
    present.into_iter().map(|name| format!("`{name}`")).collect()
}
