//! Which members a flattened field takes of those that stand in a known order.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::Read;

use super::super::merge::{Members, optional};
use super::super::reader::visible_names;
use super::super::takes::{Flattened, Takes};
use super::super::variants::{Told, split};
use super::super::{Lower, Source, leaf};
use super::Chosen;
use crate::finding::Side;
use crate::shape::ShapeId;
use crate::shape::order::Presence;

/// Where more places than this may decide, none is looked at by itself.
const CANDIDATES: usize = 64;

/// What a field is after.
pub(super) struct Taking {
    /// Whether what it cannot read is none.
    optional: bool,
    what: What,
}

enum What {
    /// The first of these names, with the content of each.
    First(BTreeMap<String, ShapeId>),
    /// All of these fields, by their names, with the value of each.
    Fields(Vec<(Vec<String>, ShapeId)>),
    /// A tag of the shape, and a content, which is left where a wrong tag stands before it.
    Tagged(String, String, ShapeId),
}

/// One thing that a field may do.
pub(super) struct Alternative {
    /// The objects with which it does.
    pub(super) object: ShapeId,
    /// The places that it takes.
    pub(super) taken: BTreeSet<usize>,
    /// Where it is not told which of several places decides, the first or the first wrong one, these
    /// are they, unless there are too many; and all that it may take is taken.
    pub(super) candidates: Option<Vec<Candidate>>,
}

impl Alternative {
    fn told(object: ShapeId, taken: BTreeSet<usize>) -> Self {
        Self { object, taken, candidates: None }
    }

    fn untold(object: ShapeId, places: &[usize], candidates: Vec<Candidate>) -> Self {
        Self { object, taken: places.iter().copied().collect(), candidates: Some(candidates) }
    }
}

/// A place that may be the one that decides.
pub(super) struct Candidate {
    /// The objects in which it may be.
    pub(super) is: ShapeId,
    /// Those that are read if it is.
    pub(super) read: ShapeId,
    /// The fewest places that are taken then.
    pub(super) taken: BTreeSet<usize>,
}

impl Lower<'_, '_> {
    /// What a flattened field is after among these names.
    pub(super) fn taking(
        &mut self,
        side: Side,
        of: &Flattened<'_>,
        names: &BTreeSet<String>,
    ) -> Taking {
        let any = self.arena.any();
        let what = match of.takes {
            Takes::First(of) => {
                let mut contents = BTreeMap::new();
                for Told { variant, names: told, .. } in split(of, Source::Owned).0 {
                    let content = self.external_content(side, of, variant, Source::Owned);
                    let told = told.into_iter().filter(|name| names.contains(*name));
                    contents.extend(told.map(|name| (name.to_owned(), content)));
                }
                What::First(contents)
            }
            Takes::Fields(of) => {
                let mut fields = Vec::new();
                for field in of.fields.iter().filter(|field| field.read != Read::Never) {
                    let value = self.read(side, &field.wire, Source::Owned);
                    let known = visible_names(field).into_iter().filter(|it| names.contains(*it));
                    fields.push((known.map(str::to_owned).collect(), value));
                }
                What::Fields(fields)
            }
            Takes::Tagged { of, tag, content }
                if names.contains(tag) && names.contains(content) =>
            {
                let told = split(of, Source::Owned).0;
                let shapes = told.iter().map(|one| self.adjacent_tag(&told, one, Source::Owned));
                let shapes = shapes.collect();
                What::Tagged(tag.to_owned(), content.to_owned(), self.union(shapes))
            }
            Takes::Clock(leaf) => {
                let [whole, parts] = leaf::clock_names(leaf).map(str::to_owned);
                // A sum that is too great is found out when both are taken.
                let values =
                    [(whole, self.naturals(u64::MAX)), (parts, self.naturals(u32::MAX.into()))];
                let known = values.into_iter().filter(|(name, _)| names.contains(name));
                What::Fields(known.map(|(name, value)| (vec![name], value)).collect())
            }
            // What is left of a tag and its content alone leaves nothing.
            Takes::Tagged { .. } | Takes::Nothing(_) => {
                What::Fields(names.iter().map(|name| (vec![name.clone()], any)).collect())
            }
        };
        Taking { optional: of.optional, what }
    }

    /// What a field may do with the members that stand in a way, of which some are taken.
    pub(super) fn alternatives(
        &mut self,
        of: &Taking,
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
    ) -> Vec<Alternative> {
        match &of.what {
            What::First(contents) => self.first_of(of, contents, chosen, taken),
            What::Fields(fields) => self.fields_of(fields, chosen, taken),
            What::Tagged(tag, content, shape) => {
                self.tagged_of(([tag, content], *shape), chosen, taken)
            }
        }
    }

    /// The first of several names is taken, whatever it holds.
    fn first_of(
        &mut self,
        of: &Taking,
        contents: &BTreeMap<String, ShapeId>,
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
    ) -> Vec<Alternative> {
        let (any, never) = (self.arena.any(), self.arena.never());
        let places = places(chosen, taken, |name| contents.contains_key(name));
        let mut alternatives = Vec::new();
        let mut absent = Members::new();
        for group in groups(chosen, &places) {
            let without: Members =
                group.iter().map(|at| (chosen.way[*at].name.clone(), optional(never))).collect();
            for at in &group {
                let place = &chosen.way[*at];
                let content = if of.optional { any } else { contents[&place.name] };
                let mut members = absent.clone();
                members.extend(without.clone());
                members.remove(&place.name);
                self.put(&mut members, chosen, *at, content, true);
                let object = self.object(members, any);
                alternatives.push(Alternative::told(object, [*at].into()));
            }
            if group.len() > 1 {
                let mut within = self.object(absent.clone(), any);
                let candidates = group.iter().filter(|_| group.len() <= CANDIDATES).map(|at| {
                    let name = &chosen.way[*at].name;
                    let mut hold = |shape| {
                        let mut members = Members::new();
                        self.put(&mut members, chosen, *at, shape, true);
                        self.object(members, any)
                    };
                    let is = hold(any);
                    let read = if of.optional { is } else { hold(contents[name]) };
                    Candidate { is, read, taken: [*at].into() }
                });
                let candidates: Vec<Candidate> = candidates.collect();
                if !of.optional && !candidates.is_empty() {
                    let some = self.union(candidates.iter().map(|it| it.is).collect());
                    within = self.both(vec![within, some]);
                }
                alternatives.push(Alternative::untold(within, &group, candidates));
            } else if chosen.way[group[0]].presence == Presence::Certain {
                return alternatives;
            }
            absent.extend(without);
        }
        if of.optional {
            let object = self.object(absent, any);
            alternatives.push(Alternative::told(object, BTreeSet::new()));
        }
        alternatives
    }

    /// All fields are taken up to one that is wrong, and with that one.
    fn fields_of(
        &mut self,
        fields: &[(Vec<String>, ShapeId)],
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
    ) -> Vec<Alternative> {
        let any = self.arena.any();
        let field = |name: &String| fields.iter().position(|(names, _)| names.contains(name));
        let places = places(chosen, taken, |name| field(name).is_some());
        let mut alternatives = Vec::new();
        let mut right = vec![self.any_object()];
        let mut before: Vec<usize> = Vec::new();
        for group in groups(chosen, &places) {
            let [at] = group[..] else {
                // Where all are right their order does not matter.
                let within = self.both(right.clone());
                right.push(self.all_right(fields, chosen, &places));
                let object = self.both(right);
                alternatives.push(Alternative::told(object, places.iter().copied().collect()));
                let left: Vec<usize> =
                    places.iter().copied().filter(|at| !before.contains(at)).collect();
                let candidates = self.wrong_ones(fields, chosen, &before, &left);
                alternatives.push(Alternative::untold(within, &places, candidates));
                return alternatives;
            };
            let name = &chosen.way[at].name;
            let Some(index) = field(name) else { continue };
            let taken: BTreeSet<usize> = before.iter().copied().chain([at]).collect();
            let hold = |this: &mut Self, places: &[(usize, ShapeId)], there| {
                let mut members = Members::new();
                for (at, shape) in places {
                    this.put(&mut members, chosen, *at, *shape, there);
                }
                this.object(members, any)
            };
            let value = fields[index].1;
            let not = self.arena.not(value);
            let wrong = hold(self, &[(at, not)], true);
            let object = self.both([right.as_slice(), &[wrong]].concat());
            alternatives.push(Alternative::told(object, taken.clone()));
            // A second member of one field is wrong as well.
            for other in &before {
                if field(&chosen.way[*other].name) == Some(index) {
                    let twice = hold(self, &[(*other, any), (at, any)], true);
                    let object = self.both([right.as_slice(), &[twice]].concat());
                    alternatives.push(Alternative::told(object, taken.clone()));
                    right.push(self.arena.not(twice));
                }
            }
            right.push(hold(self, &[(at, value)], false));
            before.push(at);
        }
        let object = self.both(right);
        alternatives.push(Alternative::told(object, places.into_iter().collect()));
        alternatives
    }

    /// Each place that may hold the first wrong member, behind those that are taken before.
    fn wrong_ones(
        &mut self,
        fields: &[(Vec<String>, ShapeId)],
        chosen: &Chosen,
        before: &[usize],
        places: &[usize],
    ) -> Vec<Candidate> {
        if places.len() > CANDIDATES {
            return Vec::new();
        }
        let any = self.arena.any();
        let field =
            |at: usize| fields.iter().find(|(names, _)| names.contains(&chosen.way[at].name));
        let mut candidates = Vec::new();
        for at in places {
            let Some((names, value)) = field(*at) else { continue };
            let mut hold = |of: &[(usize, ShapeId)]| {
                let mut members = Members::new();
                for (at, shape) in of {
                    self.put(&mut members, chosen, *at, *shape, true);
                }
                self.object(members, any)
            };
            let mut wrong = vec![hold(&[(*at, any)])];
            let right = hold(&[(*at, *value)]);
            // A second member of one field is wrong as well.
            let others = before.iter().chain(places).copied().filter(|other| other != at);
            let twice = others.filter(|it| names.contains(&chosen.way[*it].name));
            let twice: Vec<ShapeId> = twice.map(|it| hold(&[(*at, any), (it, any)])).collect();
            let right = self.arena.not(right);
            let ways = self.union(twice.into_iter().chain([right]).collect());
            wrong.push(ways);
            candidates.push(Candidate {
                is: self.both(wrong),
                read: self.any_object(),
                taken: before.iter().copied().chain([*at]).collect(),
            });
        }
        candidates
    }

    /// Of each field one member at most, which is right.
    fn all_right(
        &mut self,
        fields: &[(Vec<String>, ShapeId)],
        chosen: &Chosen,
        places: &[usize],
    ) -> ShapeId {
        let any = self.arena.any();
        let mut right = Members::new();
        let mut parts = Vec::new();
        for (names, value) in fields {
            let own: Vec<usize> =
                places.iter().copied().filter(|at| names.contains(&chosen.way[*at].name)).collect();
            for (index, at) in own.iter().enumerate() {
                self.put(&mut right, chosen, *at, *value, false);
                for other in &own[..index] {
                    let mut twice = Members::new();
                    self.put(&mut twice, chosen, *other, any, true);
                    self.put(&mut twice, chosen, *at, any, true);
                    let twice = self.object(twice, any);
                    parts.push(self.arena.not(twice));
                }
            }
        }
        parts.push(self.object(right, any));
        self.both(parts)
    }

    /// A wrong tag leaves the content that stands behind it.
    fn tagged_of(
        &mut self,
        ([tag, content], shape): ([&String; 2], ShapeId),
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
    ) -> Vec<Alternative> {
        let any = self.arena.any();
        let places = places(chosen, taken, |name| name == tag || name == content);
        let all = Alternative::told(self.any_object(), places.iter().copied().collect());
        if places.len() < 2 {
            return vec![all];
        }
        // Where one of them is repeated, it depends on all that stand before.
        if places.len() > 2 {
            return vec![Alternative::untold(all.object, &places, Vec::new())];
        }
        let names: Vec<&String> = places.iter().map(|at| &chosen.way[*at].name).collect();
        // A content that comes first is kept until the tag is read.
        let told = groups(chosen, &places).len() == 2;
        if told && names == [content, tag] {
            return vec![all];
        }
        let mut members = Members::new();
        let Some(at) = places.iter().find(|at| chosen.way[**at].name == *tag) else {
            return vec![Alternative::untold(all.object, &places, Vec::new())];
        };
        let not = self.arena.not(shape);
        self.put(&mut members, chosen, *at, not, true);
        let wrong = self.object(members, any);
        let right = self.arena.not(wrong);
        let right = self.both(vec![all.object, right]);
        let wrong = if told && names == [tag, content] {
            Alternative::told(wrong, [*at].into())
        } else {
            Alternative::untold(wrong, &places, Vec::new())
        };
        vec![wrong, Alternative::told(right, all.taken)]
    }
}

/// The places of a way that are not taken and whose names are asked for.
fn places(
    chosen: &Chosen,
    taken: &BTreeSet<usize>,
    asks_for: impl Fn(&String) -> bool,
) -> Vec<usize> {
    let places = (0..chosen.way.len()).filter(|at| !taken.contains(at));
    places.filter(|at| asks_for(&chosen.way[*at].name)).collect()
}

/// The places one after the other, and together where they may change places.
fn groups(chosen: &Chosen, places: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let loose = |at: usize| chosen.way[at].presence == Presence::Loose;
    for at in places {
        match groups.last_mut() {
            Some(last) if loose(*at) && last.iter().all(|it| loose(*it)) => last.push(*at),
            _ => groups.push(vec![*at]),
        }
    }
    groups
}
