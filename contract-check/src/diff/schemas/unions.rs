//! Differences between alternatives.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::position::{Position, View};
use super::proof::Hop;
use super::walk::{Child, Pair, Spot, Suspicion, Views, Walk};
use crate::evaluate::schema::Evaluator;
use crate::finding::Role;
use crate::json::Json;
use crate::rules;
use crate::schema::JsonType;
use crate::shape::{Answer, Member, ObjectSpec, ShapeId};

impl Walk<'_> {
    /// Alternatives that the writer may choose and the reader does not accept: they either have a
    /// partner that has changed, or none.
    pub(super) fn unions(
        &mut self,
        views: &Views<'_>,
        spot: &Spot,
        written: ShapeId,
        read: ShapeId,
        suspicions: &mut Vec<Suspicion>,
        children: &mut Vec<Child>,
    ) {
        let (from, to) = (views.writer.branches(), views.reader.branches());
        if from.is_none() && to.is_none() {
            return;
        }
        let null = self.proof.arena.null();
        // A side without alternatives is its only one.
        let whole = |view: &View<'_>| {
            let parts = view.entries.iter().map(|entry| super::position::Part {
                id: entry.id,
                scope: entry.scope.clone(),
                chosen: true,
            });
            vec![Position { parts: parts.collect(), closed: view.closed }]
        };
        let from = from.unwrap_or_else(|| whole(&views.writer));
        let to = to.unwrap_or_else(|| whole(&views.reader));
        let not_null = |it: &&Position| !View::new(self.proof.reader.document, it).only_null();
        let beside: Rc<BTreeSet<String>> = match to.iter().filter(not_null).count() {
            1 => Rc::new(views.writer.names_of_all().unwrap_or_default()),
            _ => Rc::default(),
        };
        // What another type is said of is not said of each alternative of that type again.
        let types = [&rules::TYPE_CHANGED, &rules::TYPE_NARROWED, &rules::TYPE_WIDENED];
        let told = suspicions.iter().filter(|it| types.contains(&it.rule)).map(|it| it.bad);
        let told = self.proof.arena.union(told);
        for (index, branch) in from.iter().enumerate() {
            // Null that is refused is a finding of its own.
            let view = View::new(self.proof.writer.document, branch);
            if view.only_null() && suspicions.iter().any(|known| known.bad == null) {
                continue;
            }
            // An alternative that is still there is refused for the sake of another one. Mostly it
            // stands where it stood, which is seen without a look at all the others.
            let alone = self.proof.written(branch);
            let still = |walk: &mut Self, other: &Position| {
                let other = walk.proof.read(other);
                walk.proof.ask(alone, other) == Answer::Included
            };
            if to.get(index).is_some_and(|other| still(self, other)) {
                continue;
            }
            let shape = self.proof.arena.intersection([written, alone]);
            if self.proof.ask(shape, read) == Answer::Included {
                continue;
            }
            if to.iter().any(|other| still(self, other)) {
                continue;
            }
            match self.partner(branch, index, &from, &to) {
                Some(partner) => children.push(Child {
                    hop: Hop::Branch(self.tagged(&view)),
                    pair: Pair { writer: branch.clone(), reader: partner },
                    spot: Spot { beside: beside.clone(), ..self.branch_spot(branch, spot) },
                }),
                None if self.proof.ask(shape, told) == Answer::Included => {}
                None if from.len() > 1 => {
                    let rule = match views.role {
                        Role::Request => &rules::VARIANT_REMOVED,
                        Role::Response => &rules::VARIANT_ADDED,
                    };
                    let view = View::new(self.proof.writer.document, branch);
                    let named = self.suspicion(views, spot, rule, shape);
                    suspicions.push(Suspicion {
                        it: name(&view, &self.writer_matcher)
                            .unwrap_or_else(|| super::words::describe(&view)),
                        within: view_name(views).unwrap_or_else(|| spot.it.clone()),
                        ..named
                    });
                }
                None => {}
            }
        }
    }

    /// The objects with every constant that an alternative has for a member, there or not.
    fn tagged(&mut self, view: &View<'_>) -> ShapeId {
        let any = self.proof.arena.any();
        let mut tags = ObjectSpec::from(any);
        for (name, values) in view.tags(&self.writer_matcher) {
            if let [value] = values.as_slice() {
                let shape = self.proof.arena.constant(value);
                tags.members.insert(name, Member { shape, required: true });
            }
        }
        if tags.members.is_empty() { any } else { self.proof.arena.object(tags) }
    }

    fn branch_spot(&self, branch: &Position, spot: &Spot) -> Spot {
        let view = View::new(self.proof.writer.document, branch);
        match name(&view, &self.writer_matcher) {
            Some(name) => Spot::new(name, spot.within.clone()),
            None => spot.clone(),
        }
    }

    /// The alternative of the reader that the writer's alternative has become.
    fn partner(
        &self,
        branch: &Position,
        index: usize,
        from: &[Position],
        to: &[Position],
    ) -> Option<Position> {
        let writer = View::new(self.proof.writer.document, branch);
        let readers: Vec<View<'_>> =
            to.iter().map(|other| View::new(self.proof.reader.document, other)).collect();
        let writer_tags = writer.tags(&self.writer_matcher);
        let mut tagged = false;
        for (reader, position) in readers.iter().zip(to) {
            let tags = reader.tags(&self.reader_matcher);
            for (member, values) in &writer_tags {
                let Some(others) = tags.get(member) else { continue };
                if values.iter().any(|value| others.contains(value)) {
                    return Some(position.clone());
                }
                tagged = true;
            }
        }
        // Beside null there is nothing else that either could have become.
        let null = |position: &Position, document| View::new(document, position).only_null();
        let other = |of: &[Position], document| {
            of.len() == 2 && of.iter().filter(|it| null(it, document)).count() == 1
        };
        if other(from, self.proof.writer.document)
            && other(to, self.proof.reader.document)
            && !writer.only_null()
        {
            return to.iter().find(|it| !null(it, self.proof.reader.document)).cloned();
        }
        // A tag that nobody shares is a variant that nobody knows.
        if tagged {
            return None;
        }
        if let Some(name) = writer.name() {
            let named = readers.iter().position(|reader| reader.name().as_ref() == Some(&name));
            if let Some(found) = named {
                return Some(to[found].clone());
            }
        }
        let kinds = kinds(&writer);
        let alike: Vec<usize> = (0..to.len())
            .filter(|index| kinds.is_some() && self::kinds(&readers[*index]) == kinds)
            .collect();
        match alike.as_slice() {
            [only] => Some(to[*only].clone()),
            _ if alike.contains(&index) && from.len() == to.len() => Some(to[index].clone()),
            _ if from.len() == 1 && to.len() == 1 => Some(to[0].clone()),
            _ => None,
        }
    }
}

/// What people call an alternative.
pub(super) fn name(view: &View<'_>, matcher: &Evaluator<'_>) -> Option<String> {
    view.tags(matcher)
        .into_values()
        .find_map(|values| match values.as_slice() {
            [Json::String(tag)] => Some(tag.clone()),
            _ => None,
        })
        .or_else(|| view.name())
        .or_else(|| {
            // Externally tagged: an object with a single member.
            let names = view.names();
            let required = view.required();
            (names.len() == 1 && required == names).then(|| names.into_iter().next()).flatten()
        })
}

fn view_name(views: &Views<'_>) -> Option<String> {
    [views.before(), views.after()].into_iter().find_map(View::name)
}

/// The types of an alternative, and for objects the members that must be there.
fn kinds(view: &View<'_>) -> Option<(BTreeSet<JsonType>, Option<BTreeSet<String>>)> {
    let types = view.types()?;
    let names = view.names();
    let single = (names.len() == 1 && view.required() == names).then_some(names);
    Some((types, single))
}
