//! What is read of an object in each of the ways in which its members may stand.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::merge::{Members, optional, required};
use super::super::order::{Told, certain, key};
use super::super::takes::Ordered;
use super::super::{Lower, Untold};
use super::{Chosen, Here};
use crate::shape::order::{Place, Presence, Way, text};
use crate::shape::{Node, ObjectSpec, ShapeId};

impl Lower<'_, '_> {
    /// What is read of an object in each of the ways in which the names of a set may stand.
    pub(super) fn by_ways(
        &mut self,
        here: Here<'_, '_>,
        set: usize,
        read: &mut dyn FnMut(&mut Self, &Chosen) -> ShapeId,
    ) -> ShapeId {
        let told = self.of.orders.told(self.author, set);
        let (ways, complete) = match &*told {
            Told::Always(way) => return read(self, &Chosen::closed(way)),
            Told::Each { ways, complete } => (ways, *complete),
        };
        let ordered = self.of.orders.set(set);
        let Ordered { names, wholly, .. } = &*ordered;
        let key = key(names, *wholly);
        let mut cases = Vec::new();
        let nothing = Chosen::closed(&Rc::default());
        let none = self.as_told(names, &nothing, None);
        cases.push((none, read(self, &nothing)));
        // One that stands alone has no order that anybody would tell.
        for name in names.iter().filter(|_| *wholly) {
            let alone = Chosen::closed(&Rc::new(vec![certain(name)]));
            let told = self.as_told(names, &alone, None);
            cases.push((told, read(self, &alone)));
        }
        let mut texts = BTreeSet::new();
        for way in ways.iter().filter(|way| !*wholly || way.len() > 1) {
            let chosen = Chosen { open: !wholly, ..Chosen::closed(way) };
            let text = text(way);
            let mut told = self.as_told(names, &chosen, Some((&key, &text)));
            if *wholly {
                told = self.several(names, way, told);
            }
            texts.insert(text);
            cases.push((told, read(self, &chosen)));
        }
        cases.extend(self.untold(here, set, &key, (&texts, complete), read));
        match self.untold {
            // Of the ways in which an object may stand, one is asked for in which it is read.
            Untold::Refused => {
                let forms = cases.into_iter().map(|(told, read)| self.both(vec![told, read]));
                let forms = forms.collect();
                self.union(forms)
            }
            // It has to be read in all. A text that does not fit the object tells nothing of it.
            Untold::Read => {
                let mut parts = vec![self.any_object()];
                for (told, read) in cases {
                    let other = self.arena.not(told);
                    parts.push(self.union(vec![other, read]));
                }
                self.both(parts)
            }
        }
    }

    /// The objects of which no way is listed, and what is read of them; none if there are none.
    fn untold(
        &mut self,
        here: Here<'_, '_>,
        set: usize,
        key: &str,
        (texts, complete): (&BTreeSet<String>, bool),
        read: &mut dyn FnMut(&mut Self, &Chosen) -> ShapeId,
    ) -> Vec<(ShapeId, ShapeId)> {
        let ordered = self.of.orders.set(set);
        let Ordered { names, wholly, .. } = &*ordered;
        if complete && !(*wholly && self.of.repeats) {
            return Vec::new();
        }
        let any = self.arena.any();
        let several = self.several(names, &[], any);
        let others = self.strings_except(texts.iter().map(String::as_str));
        let orders = [(key.to_owned(), others)].into();
        let others =
            self.arena.intern(Node::Object(ObjectSpec { orders, ..ObjectSpec::from(any) }));
        let others = self.both(vec![several, others]);
        // Ways that list a name once do not tell of one that is repeated.
        let once = self.once(any);
        let once = names.iter().map(|name| (name.clone(), optional(once))).collect();
        let once = self.object(once, any);
        let mut cases = Vec::new();
        if !complete {
            let place = |name: &String| Place { name: name.clone(), presence: Presence::Loose };
            let way = Rc::new(names.iter().map(place).collect());
            let told = self.both(vec![others, once]);
            cases.push((told, read(self, &Chosen::closed(&way))));
        }
        if self.of.repeats {
            let repeated = self.arena.not(once);
            let told = self.both(vec![others, repeated]);
            cases.push((told, self.in_other_orders(here, told)));
        }
        cases
    }

    /// Those of the objects told by a way that hold several of the names.
    fn several(&mut self, names: &BTreeSet<String>, way: &[Place], told: ShapeId) -> ShapeId {
        let mut there = way.iter().filter(|place| place.presence == Presence::Certain);
        let (first, second) = (there.next(), there.next());
        let mut few: Vec<Way> = match (first, second) {
            (Some(_), Some(_)) => return told,
            (Some(only), None) => vec![vec![only.clone()]],
            (None, _) => names.iter().map(|name| vec![certain(name)]).collect(),
        };
        few.extend(first.is_none().then(Way::new));
        let mut parts = vec![told];
        for way in few {
            let few = self.as_told(names, &Chosen::closed(&Rc::new(way)), None);
            parts.push(self.arena.not(few));
        }
        self.both(parts)
    }

    /// The objects that hold what a way says, with its text.
    fn as_told(
        &mut self,
        names: &BTreeSet<String>,
        chosen: &Chosen,
        text: Option<(&str, &str)>,
    ) -> ShapeId {
        let any = self.arena.any();
        let mut members = Members::new();
        for (at, place) in chosen.way.iter().enumerate() {
            if chosen.open && place.presence == Presence::Loose {
                continue;
            }
            self.put(&mut members, chosen, at, any, place.presence == Presence::Certain);
        }
        if !chosen.open {
            let never = self.arena.never();
            for name in names {
                members.entry(name.clone()).or_insert_with(|| optional(never));
            }
        }
        let told = text.map(|(key, text)| (key.to_owned(), self.strings([text])));
        let orders = told.into_iter().collect();
        self.arena.intern(Node::Object(ObjectSpec { members, orders, ..ObjectSpec::from(any) }))
    }

    /// With a value of this shape at a place.
    pub(super) fn put(
        &mut self,
        members: &mut Members,
        chosen: &Chosen,
        at: usize,
        shape: ShapeId,
        is_required: bool,
    ) {
        let name = &chosen.way[at].name;
        let places: Vec<usize> =
            (0..chosen.way.len()).filter(|it| chosen.way[*it].name == *name).collect();
        let shape = match places.len() {
            _ if chosen.open => self.first(shape),
            1 => self.once(shape),
            _ => {
                let any = self.arena.any();
                let items = places.iter().map(|it| if *it == at { shape } else { any }).collect();
                let items = self.tuple(items);
                self.arena.repeated(items)
            }
        };
        let member = if is_required { required(shape) } else { optional(shape) };
        match members.get_mut(name) {
            Some(known) => {
                known.shape = self.both(vec![known.shape, member.shape]);
                known.required |= is_required;
            }
            None => {
                members.insert(name.clone(), member);
            }
        }
    }
}
