//! Differences between objects.

use std::collections::{BTreeMap, BTreeSet};

use super::causes::similar;
use super::position::{Position, View};
use super::proof::Hop;
use super::walk::{Child, Pair, Spot, Suspicion, Views, Walk};
use super::words::{all_of, counts, describe};
use crate::finding::Role;
use crate::json::pointer;
use crate::rules;
use crate::shape::{Answer, ObjectSpec, ShapeId};

/// The names of the two objects.
struct Names {
    /// The writer's fields.
    writer: BTreeSet<String>,
    /// The reader's fields.
    reader: BTreeSet<String>,
    /// What only alternatives of the writer describe.
    writer_within: BTreeSet<String>,
    /// What only alternatives of the reader describe.
    reader_within: BTreeSet<String>,
    /// A field of the old object by another name in the new one.
    renamed: BTreeMap<String, String>,
}

impl Walk<'_> {
    pub(super) fn objects(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        suspicions: &mut Vec<Suspicion>,
        children: &mut Vec<Child>,
    ) {
        let (writer, reader) = (views.writer.names(), views.reader.names());
        let within = |view: &View<'_>, names: &BTreeSet<String>| {
            &view.names_of_all().unwrap_or_default() - names
        };
        let mut names = Names {
            writer_within: within(&views.writer, &writer),
            reader_within: within(&views.reader, &reader),
            writer,
            reader,
            renamed: BTreeMap::new(),
        };
        let object = object_name(views, spot);
        self.renamed(views, &mut names);
        for (old, new) in names.renamed.clone() {
            suspicions.push(self.renaming(views, &object, &old, &new));
        }
        self.required(views, (&object, &spot.beside), &names, suspicions);
        self.refused(views, &object, &names, suspicions);
        self.dependent(views, spot, suspicions);
        self.counted(views, spot, suspicions);
        self.named(views, spot, suspicions);
        self.members(views, (&object, &spot.beside), &names, suspicions, children);
    }

    fn positions(&self, views: &Views<'_>, name: &str) -> (Position, Position) {
        (
            views.writer.member(name, &self.writer_matcher),
            views.reader.member(name, &self.reader_matcher),
        )
    }

    /// Finds fields that are gone while another of the same shape and a similar name has come.
    fn renamed(&mut self, views: &Views<'_>, names: &mut Names) {
        let gone = names.writer.difference(&names.reader);
        let gone: Vec<String> =
            gone.filter(|name| !names.reader_within.contains(*name)).cloned().collect();
        let come = names.reader.difference(&names.writer);
        let mut come: Vec<String> =
            come.filter(|name| !names.writer_within.contains(*name)).cloned().collect();
        for name in gone {
            let found = come.iter().position(|other| {
                similar(&name, other) && {
                    let writer = views.writer.member(&name, &self.writer_matcher);
                    let reader = views.reader.member(other, &self.reader_matcher);
                    let (written, read) = (self.proof.written(&writer), self.proof.read(&reader));
                    self.proof.ask(written, read) == Answer::Included
                }
            });
            if let Some(found) = found {
                let other = come.remove(found);
                match views.role {
                    Role::Request => names.renamed.insert(name, other),
                    Role::Response => names.renamed.insert(other, name),
                };
            }
        }
    }

    /// Objects without the name that the reader wants, or with the one that it refuses.
    fn renaming(&mut self, views: &Views<'_>, object: &str, old: &str, new: &str) -> Suspicion {
        let (written, wanted) = match views.role {
            Role::Request => (old, new),
            Role::Response => (new, old),
        };
        let mut bad = Vec::new();
        if views.reader.required().contains(wanted) {
            bad.push(self.without(wanted));
        }
        let any = self.proof.arena.any();
        if views.reader.refuses_others() {
            bad.push(self.with(written, any));
        }
        bad.push(self.with_refused(views, wanted));
        Suspicion {
            rule: &rules::FIELD_RENAMED,
            bad: self.proof.arena.union(bad),
            it: old.to_owned(),
            within: object.to_owned(),
            from: old.to_owned(),
            to: new.to_owned(),
            below: Some(format!("properties/{}", pointer::token(old))),
        }
    }

    /// Objects that have the member, with a value that the reader refuses there.
    fn with_refused(&mut self, views: &Views<'_>, name: &str) -> ShapeId {
        let position = views.reader.member(name, &self.reader_matcher);
        let read = self.proof.read(&position);
        let refused = self.proof.arena.not(read);
        self.with(name, refused)
    }

    /// Objects that have the member, with a value of the shape.
    fn with(&mut self, name: &str, shape: ShapeId) -> ShapeId {
        self.proof.lift(&Hop::Member(name.to_owned()), shape)
    }

    /// Objects that lack the member.
    fn without(&mut self, name: &str) -> ShapeId {
        let any = self.proof.arena.any();
        let present = self.with(name, any);
        let arena = &mut self.proof.arena;
        let absent = arena.not(present);
        let objects = arena.any_object();
        arena.intersection([objects, absent])
    }

    /// Objects that are not in the shape.
    fn objects_outside(&mut self, spec: ObjectSpec) -> ShapeId {
        let arena = &mut self.proof.arena;
        let good = arena.object(spec);
        let not_good = arena.not(good);
        let objects = arena.any_object();
        arena.intersection([objects, not_good])
    }

    fn required(
        &mut self,
        views: &Views<'_>,
        (object, beside): (&str, &BTreeSet<String>),
        names: &Names,
        suspicions: &mut Vec<Suspicion>,
    ) {
        let certain = views.writer.required();
        let renamed =
            |name: &String| names.renamed.iter().any(|(old, new)| old == name || new == name);
        for name in views.reader.required() {
            // Alternatives are looked at one by one, with what each of them lacks.
            let one_by_one =
                names.writer_within.contains(&name) && views.writer.branches().is_some();
            if certain.contains(&name) || renamed(&name) || one_by_one {
                continue;
            }
            let known = names.writer.contains(&name);
            let known_somewhere =
                known || names.writer_within.contains(&name) || beside.contains(&name);
            let rule = match (views.role, known_somewhere) {
                (Role::Request, true) => &rules::FIELD_BECAME_REQUIRED,
                (Role::Request, false) => &rules::FIELD_ADDED_REQUIRED,
                (Role::Response, true) => &rules::FIELD_BECAME_OPTIONAL,
                (Role::Response, false) => &rules::FIELD_REMOVED,
            };
            let mut bad = self.without(&name);
            if !known {
                // It may be sent as something else as well, where any name may.
                let refused = self.with_refused(views, &name);
                bad = self.proof.arena.union([bad, refused]);
            }
            suspicions.push(field(rule, bad, &name, object));
        }
    }

    /// Members that the reader does not know and refuses, or restricts.
    fn refused(
        &mut self,
        views: &Views<'_>,
        object: &str,
        names: &Names,
        suspicions: &mut Vec<Suspicion>,
    ) {
        let any = self.proof.arena.any();
        let described =
            |view: &View<'_>, matcher: &crate::evaluate::schema::Evaluator<'_>, name: &str| {
                view.keywords().any(|keywords| {
                    keywords
                        .pattern_properties
                        .keys()
                        .any(|pattern| matcher.matches(pattern, name) == Some(true))
                })
            };
        let unknown: Vec<String> = names
            .writer
            .difference(&names.reader)
            .filter(|name| !described(&views.reader, &self.reader_matcher, name))
            .filter(|name| !names.renamed.iter().any(|(old, new)| old == *name || new == *name))
            .cloned()
            .collect();
        let closed = views.reader.refuses_others();
        if closed {
            for name in unknown {
                let bad = self.with(&name, any);
                suspicions.push(match views.role {
                    Role::Request => field(&rules::FIELD_REMOVED, bad, &name, object),
                    Role::Response => Suspicion {
                        it: object.to_owned(),
                        to: name.clone(),
                        ..field(&rules::UNKNOWN_FIELDS_REFUSED, bad, &name, object)
                    },
                });
            }
        }
        let (known, patterns) = all_names(views);
        let hop = Hop::Others(known, patterns);
        if closed && !views.writer.refuses_others() {
            let bad = self.proof.lift(&hop, any);
            let rule = match views.role {
                Role::Request => &rules::UNKNOWN_FIELDS_REFUSED,
                Role::Response => &rules::UNKNOWN_FIELDS_ACCEPTED,
            };
            suspicions.push(Suspicion {
                rule,
                bad,
                it: object.to_owned(),
                within: object.to_owned(),
                from: String::new(),
                to: "others".to_owned(),
                below: Some("additionalProperties".to_owned()),
            });
        }
    }

    fn dependent(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let shown = |view: &View<'_>| {
            all_of(
                view,
                |keywords| {
                    let mut parts: Vec<String> = keywords
                        .dependent_required
                        .iter()
                        .map(|(name, others)| {
                            let others: Vec<String> =
                                others.iter().map(|other| format!("`{other}`")).collect();
                            format!("{} with `{name}`", others.join(", "))
                        })
                        .collect();
                    parts.extend(
                        keywords
                            .dependent_schemas
                            .keys()
                            .map(|name| format!("another form with `{name}`")),
                    );
                    (!parts.is_empty()).then(|| parts.join(", "))
                },
                "nothing",
            )
        };
        let (from, to) = (shown(views.before()), shown(views.after()));
        let needs: Vec<(String, BTreeSet<String>)> = views
            .reader
            .keywords()
            .flat_map(|keywords| keywords.dependent_required.clone())
            .collect();
        let mut bad = Vec::new();
        for (name, others) in needs {
            let any = self.proof.arena.any();
            let present = self.with(&name, any);
            for other in others {
                let absent = self.without(&other);
                bad.push(self.proof.arena.intersection([present, absent]));
            }
        }
        for name in views.reader.keywords().flat_map(|k| k.dependent_schemas.keys()) {
            let any = self.proof.arena.any();
            bad.push(self.with(name, any));
        }
        if from != to && !bad.is_empty() {
            let bad = self.proof.arena.union(bad);
            let rule = &rules::DEPENDENT_MEMBERS_CHANGED;
            suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
        }
    }

    fn counted(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let limits = |view: &View<'_>| {
            let min = view.keywords().filter_map(|k| k.min_properties).max().unwrap_or(0);
            (min, view.keywords().filter_map(|k| k.max_properties).min())
        };
        if limits(&views.writer) == limits(&views.reader) {
            return;
        }
        let any = self.proof.arena.any();
        let (min, max) = limits(&views.reader);
        let bad = self.objects_outside(ObjectSpec { min, max, ..ObjectSpec::from(any) });
        let shown = |view: &View<'_>| {
            let (min, max) = limits(view);
            counts(min, max)
        };
        let (from, to) = (shown(views.before()), shown(views.after()));
        let rule = &rules::MEMBER_COUNT_CHANGED;
        suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
    }

    /// `propertyNames`.
    fn named(&mut self, views: &Views<'_>, spot: &Spot, suspicions: &mut Vec<Suspicion>) {
        let position = |view: &View<'_>| view.gather(|keywords| keywords.property_names);
        let (writer, reader) = (position(&views.writer), position(&views.reader));
        if reader == Position::default() {
            return;
        }
        let any = self.proof.arena.any();
        let names = Some(self.proof.read(&reader));
        let bad = self.objects_outside(ObjectSpec { names, ..ObjectSpec::from(any) });
        let shown = |document, position| match position == &Position::default() {
            true => "free".to_owned(),
            false => restricted(&View::new(document, position)),
        };
        let from_writer = shown(self.proof.writer.document, &writer);
        let to_reader = shown(self.proof.reader.document, &reader);
        let (from, to) = match views.role {
            Role::Request => (from_writer, to_reader),
            Role::Response => (to_reader, from_writer),
        };
        let rule = &rules::MEMBER_NAMES_CHANGED;
        suspicions.push(Suspicion { from, to, ..self.suspicion(views, spot, rule, bad) });
    }

    /// The pairs of members.
    fn members(
        &mut self,
        views: &Views<'_>,
        (object, beside): (&str, &BTreeSet<String>),
        names: &Names,
        suspicions: &mut Vec<Suspicion>,
        children: &mut Vec<Child>,
    ) {
        let renamed =
            |name: &String| names.renamed.iter().any(|(old, new)| old == name || new == name);
        for name in names.writer.union(&names.reader).filter(|name| !renamed(name)) {
            let (writer, reader) = self.positions(views, name);
            if View::new(self.proof.reader.document, &reader).closed {
                if !names.reader.contains(name) {
                    continue;
                }
                let any = self.proof.arena.any();
                let bad = self.with(name, any);
                let rule = match views.role {
                    Role::Request => &rules::FIELD_REMOVED,
                    Role::Response => &rules::UNKNOWN_FIELDS_REFUSED,
                };
                let own = views.reader.gather(|it| it.properties.as_ref()?.get(name).copied());
                let own = View::new(self.proof.reader.document, &own);
                let told = Suspicion { to: name.clone(), ..field(rule, bad, name, object) };
                suspicions.push(match views.role {
                    // One part describes it, and another refuses whatever it does not know.
                    Role::Request if !own.closed => Suspicion {
                        rule: &rules::UNKNOWN_FIELDS_REFUSED,
                        it: object.to_owned(),
                        to: "others".to_owned(),
                        below: Some("additionalProperties".to_owned()),
                        ..told
                    },
                    _ => told,
                });
                continue;
            }
            if !names.writer.contains(name) {
                if views.reader.required().contains(name) && !views.writer.required().contains(name)
                {
                    continue;
                }
                if names.writer_within.contains(name) {
                    continue;
                }
            }
            if !names.writer.contains(name) && !beside.contains(name) {
                // The writer may put there what it may put under any name that it does not know.
                let rule = match views.role {
                    Role::Request => &rules::FIELD_ADDED_OPTIONAL,
                    Role::Response => &rules::FIELD_REMOVED,
                };
                let bad = self.with_refused(views, name);
                suspicions.push(field(rule, bad, name, object));
                continue;
            }
            let spot = Spot::new(name.clone(), object.to_owned());
            children.push(Child {
                hop: Hop::Member(name.clone()),
                pair: Pair { writer, reader },
                spot,
            });
        }
        let (known, patterns) = all_names(views);
        let spot = Spot::new(rules::OTHER_MEMBER.to_owned(), object.to_owned());
        let (writer, reader) = (views.writer.others(), views.reader.others());
        if reader != Position::default() && !views.reader.refuses_others() {
            children.push(Child {
                hop: Hop::Others(known.clone(), patterns),
                pair: Pair { writer, reader },
                spot: spot.clone(),
            });
        }
        let by_pattern = |view: &View<'_>, pattern: &str| {
            view.gather(|keywords| keywords.pattern_properties.get(pattern).copied())
        };
        let patterns: BTreeSet<&String> =
            views.reader.keywords().flat_map(|k| k.pattern_properties.keys()).collect();
        for pattern in patterns {
            let writer = match by_pattern(&views.writer, pattern) {
                position if position == Position::default() => views.writer.others(),
                position => position,
            };
            let reader = by_pattern(&views.reader, pattern);
            children.push(Child {
                hop: Hop::Others(known.clone(), Vec::new()),
                pair: Pair { writer, reader },
                spot: spot.clone(),
            });
        }
    }
}

/// A suspicion about one field.
fn field(rule: &'static rules::Rule, bad: ShapeId, name: &str, object: &str) -> Suspicion {
    Suspicion {
        rule,
        bad,
        it: name.to_owned(),
        within: object.to_owned(),
        from: String::new(),
        to: String::new(),
        below: Some(format!("properties/{}", pointer::token(name))),
    }
}

/// Every name and every pattern that either side describes.
fn all_names(views: &Views<'_>) -> (Vec<String>, Vec<String>) {
    let names: BTreeSet<String> =
        views.writer.names().into_iter().chain(views.reader.names()).collect();
    let patterns: BTreeSet<String> = [&views.writer, &views.reader]
        .into_iter()
        .flat_map(|view| view.keywords().flat_map(|k| k.pattern_properties.keys().cloned()))
        .collect();
    (names.into_iter().collect(), patterns.into_iter().collect())
}

/// What people call the object at a position: its title, the name of its definition, or else the
/// field that holds it.
fn object_name(views: &Views<'_>, spot: &Spot) -> String {
    [views.before(), views.after()]
        .into_iter()
        .find_map(View::name)
        .unwrap_or_else(|| spot.it.clone())
}

fn restricted(view: &View<'_>) -> String {
    let mut parts = Vec::new();
    for keywords in view.keywords() {
        if keywords.min_length.is_some() || keywords.max_length.is_some() {
            let range = counts(keywords.min_length.unwrap_or(0), keywords.max_length);
            parts.push(format!("{range} characters long"));
        }
        if let Some(pattern) = &keywords.pattern {
            parts.push(format!("matched by `{pattern}`"));
        }
    }
    if parts.is_empty() { describe(view) } else { parts.join(" and ") }
}
