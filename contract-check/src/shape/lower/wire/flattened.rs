//! What a struct reads into its flattened fields, one behind the other.
//!
//! Where the order of members decides, each order is read by itself: it tells which member a field
//! takes, and that those behind it see the others.

mod taking;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use contract_core::document::{Field, Read, Struct, WireType};

use super::heeds::heeded;
use super::keys::Keys;
use super::merge::{Mask, Members, optional, required};
use super::order::{Told, certain, key};
use super::reader::{Missing, visible_names};
use super::takes::{Flattened, Looks, Ordered, Takes, heeds, which_matter};
use super::{Lower, ORDERS, Source, Untold};
use crate::finding::Side;
use crate::shape::order::{Place, Presence, Way, text};
use crate::shape::{Node, ObjectSpec, ShapeId, Unknown};

use taking::{Alternative, Candidate};

/// How a struct's flattened fields are read.
pub(super) struct Reader<'r> {
    pub(super) side: Side,
    /// Whether members that nobody takes are refused.
    pub(super) refuses: bool,
    /// The sets of names whose order decides what is read.
    pub(super) ordered: &'r [Ordered],
}

/// What is to be read: by whom, into which fields, and what is left for them.
type Here<'h, 'r> = (&'h Reader<'r>, &'h [&'h Field], &'h Left);

/// A way in which the names of a set stand in an object.
#[derive(Clone, Debug)]
struct Chosen {
    way: Rc<Way>,
    /// Whether any number of all its names may stand behind the first place.
    open: bool,
}

impl Chosen {
    fn closed(way: &Rc<Way>) -> Self {
        Self { way: Rc::clone(way), open: false }
    }
}

/// What the fields in front have left of an object.
#[derive(Clone)]
pub(super) struct Left {
    /// The names that are gone.
    gone: BTreeSet<String>,
    /// By set of names, the way in which they are written, and which of its places are taken.
    ways: BTreeMap<usize, (Chosen, BTreeSet<usize>)>,
    /// How many ways led here and elsewhere.
    count: usize,
}

impl Left {
    pub(super) fn without(gone: BTreeSet<String>) -> Self {
        Self { gone, ways: BTreeMap::new(), count: 1 }
    }

    /// The same where the names of a set are written in a way.
    fn in_a_way(&self, set: usize, chosen: &Chosen) -> Self {
        let mut left = self.clone();
        left.ways.insert(set, (chosen.clone(), BTreeSet::new()));
        left
    }

    /// The same without some places of a set.
    fn but_for(&self, set: usize, places: &BTreeSet<usize>) -> Self {
        let mut left = self.clone();
        let Some((chosen, taken)) = left.ways.get_mut(&set) else { return left };
        taken.extend(places);
        let there = |name: &str| {
            let mut places = chosen.way.iter().enumerate();
            places.any(|(at, place)| place.name == name && !taken.contains(&at))
        };
        let gone = places.iter().map(|at| &chosen.way[*at].name).filter(|name| !there(name));
        left.gone.extend(gone.cloned());
        left
    }

    /// The names of which some are taken and others are there, with their ways.
    fn in_part(&self) -> Vec<(BTreeSet<String>, &Chosen, &BTreeSet<usize>)> {
        let ways = self.ways.values().map(|(chosen, taken)| {
            let names = |of: &mut dyn Iterator<Item = usize>| -> BTreeSet<String> {
                of.map(|at| chosen.way[at].name.clone()).collect()
            };
            let gone = names(&mut taken.iter().copied());
            let open = names(&mut (0..chosen.way.len()).filter(|at| !taken.contains(at)));
            (gone.intersection(&open).cloned().collect(), chosen, taken)
        });
        ways.filter(|(names, ..): &(BTreeSet<String>, _, _)| !names.is_empty()).collect()
    }
}

/// What the fields behind one make of each member that it leaves.
enum Behind<'d> {
    /// All of these maps read it; where there are none, it is ignored.
    Each(Vec<(&'d WireType, &'d WireType)>),
    /// Only a codec knows.
    Somehow,
    /// It depends on the others.
    Together,
}

impl Lower<'_, '_> {
    /// The objects that flattened fields read of what is left.
    pub(super) fn flattened(&mut self, by: &Reader<'_>, fields: &[&Field], left: &Left) -> ShapeId {
        let Some((field, behind)) = fields.split_first() else { return self.at_last(by, left) };
        let of = Flattened::of(self.document(by.side), &field.wire);
        let names: BTreeSet<String> = of.names().difference(&left.gone).cloned().collect();
        let by_order = matches!(of.takes, Takes::First(_)) || of.optional;
        let set = by.ordered.iter().find(|set| by_order && !set.names.is_disjoint(&names));
        let set = set.and_then(|set| self.of.orders.find(set));
        let Some(set) = set else {
            let shape = self.in_no_order(by, field, &of, &names, left);
            let mut next = left.clone();
            next.gone.extend(names);
            let rest = self.flattened(by, behind, &next);
            return self.both(vec![shape, rest]);
        };
        if left.ways.contains_key(&set) {
            return self.in_its_way(by, fields, set, &names, left);
        }
        let others = self.behind(by, behind, &names);
        if matches!(others, Behind::Together) {
            let count = match &*self.of.orders.told(self.author, set) {
                Told::Always(_) => left.count,
                Told::Each { ways, .. } => left.count.saturating_mul(ways.len() + 1),
            };
            if count > ORDERS {
                return self.in_too_many_ways(by, fields, left);
            }
            return self.by_ways((by, fields, left), set, &mut |this, chosen| {
                let left = Left { count, ..left.clone() };
                let left = left.in_a_way(set, chosen);
                this.flattened(by, fields, &left)
            });
        }
        let taking = self.taking(by.side, &of, &names);
        let shape = self.by_ways((by, fields, left), set, &mut |this, chosen| {
            let here = left.in_a_way(set, chosen);
            let mut forms = Vec::new();
            for Alternative { object, taken, candidates } in
                this.alternatives(&taking, chosen, &BTreeSet::new())
            {
                let rest = this.rest(by, &others, chosen, &taken, &names);
                let read = this.both(vec![object, rest]);
                let Some(candidates) = candidates else {
                    forms.push(this.what_is_left((by, fields, &here), &others, read, object));
                    continue;
                };
                forms.push(this.in_other_orders((by, fields, &here), read));
                if candidates.is_empty() {
                    continue;
                }
                // Whichever it is, what is left is read.
                let mut parts = vec![object];
                for Candidate { is, read, taken } in candidates {
                    let rest = this.rest(by, &others, chosen, &taken, &names);
                    let read = this.both(vec![read, rest]);
                    let other = this.arena.not(is);
                    parts.push(this.union(vec![other, read]));
                }
                forms.push(this.both(parts));
            }
            this.union(forms)
        });
        let mut next = left.clone();
        next.gone.extend(names);
        let rest = self.flattened(by, behind, &next);
        self.both(vec![shape, rest])
    }

    /// The same where the way is known in which the names stand that a field may take.
    fn in_its_way(
        &mut self,
        by: &Reader<'_>,
        fields: &[&Field],
        set: usize,
        names: &BTreeSet<String>,
        left: &Left,
    ) -> ShapeId {
        let (Some((chosen, taken)), Some((field, behind))) =
            (left.ways.get(&set).cloned(), fields.split_first())
        else {
            return self.arena.never();
        };
        let of = Flattened::of(self.document(by.side), &field.wire);
        let taking = self.taking(by.side, &of, names);
        let alternatives = self.alternatives(&taking, &chosen, &taken);
        let count = left.count.saturating_mul(alternatives.len().max(1));
        if count > ORDERS {
            return self.in_too_many_ways(by, fields, left);
        }
        let mut forms = Vec::new();
        for Alternative { object, taken: more, candidates } in alternatives {
            let left_now = Left { count, ..left.clone() };
            if let Some(candidates) = candidates {
                forms.push(self.in_other_orders((by, fields, left), object));
                let whichever = self.whichever_is_taken((by, behind, &left_now), set, &more);
                if let (Some(read), false) = (whichever, candidates.is_empty()) {
                    let mut parts = vec![object, read];
                    for Candidate { is, read, .. } in candidates {
                        let other = self.arena.not(is);
                        parts.push(self.union(vec![other, read]));
                    }
                    forms.push(self.both(parts));
                }
                continue;
            }
            let gone: Vec<String> = more.iter().map(|at| chosen.way[*at].name.clone()).collect();
            let rest = self.flattened(by, behind, &left_now.but_for(set, &more));
            let read = self.both(vec![object, rest]);
            if !chosen.open || !self.of.repeats {
                forms.push(read);
                continue;
            }
            // What becomes of the second one of a name is not looked into here.
            let any = self.arena.any();
            let once = self.once(any);
            let members = gone.iter().map(|name| (name.clone(), optional(once))).collect();
            let once = self.object(members, any);
            forms.push(self.both(vec![read, once]));
            let several = self.arena.not(once);
            let within = self.both(vec![object, several]);
            forms.push(self.in_other_orders((by, fields, left), within));
        }
        self.union(forms)
    }

    /// What the fields behind one read whichever of some places it takes; none where that is too
    /// much to look at.
    fn whichever_is_taken(
        &mut self,
        (by, behind, left): Here<'_, '_>,
        set: usize,
        places: &BTreeSet<usize>,
    ) -> Option<ShapeId> {
        let (chosen, _) = left.ways.get(&set)?.clone();
        let names = places.iter().map(|at| chosen.way[*at].name.clone()).collect();
        let matter = self.names_that_matter(by, behind, &names)?;
        let open = |at: &usize| matter.contains(&chosen.way[*at].name);
        let open: Vec<usize> = places.iter().copied().filter(open).collect();
        let cases = 1_usize << open.len().min(8);
        let count = left.count.saturating_mul(cases);
        if open.len() >= 8 || count > ORDERS {
            return None;
        }
        // To leave the others asks for more than to take them.
        let mut parts = Vec::new();
        for case in 0..cases {
            let taken = open.iter().enumerate().filter(|(at, _)| case & (1 << at) != 0);
            let taken = taken.map(|(_, place)| *place).collect();
            let next = Left { count, ..left.but_for(set, &taken) };
            parts.push(self.flattened(by, behind, &next));
        }
        Some(self.both(parts))
    }

    /// Those of some names of which it makes a difference to fields whether they are taken or left,
    /// other than that each one that is left has to be read by itself; none if that is not known.
    fn names_that_matter(
        &self,
        by: &Reader<'_>,
        fields: &[&Field],
        names: &BTreeSet<String>,
    ) -> Option<BTreeSet<String>> {
        let document = self.document(by.side);
        let of: Vec<Flattened<'_>> =
            fields.iter().map(|field| Flattened::of(document, &field.wire)).collect();
        let matter = which_matter(document, &of, by.refuses);
        let mut found = BTreeSet::new();
        for of in of.iter().zip(matter).filter_map(|(of, matters)| matters.then_some(of)) {
            match of.takes {
                Takes::Nothing(_) if of.optional => {}
                Takes::Nothing(Looks::AtNothing | Looks::AtEach(..)) => {}
                Takes::Nothing(Looks::AtAll(shape)) => match heeded(document, shape) {
                    Some(heeded) => found.extend(heeded),
                    None => return Some(names.clone()),
                },
                Takes::Nothing(Looks::Somehow) => return None,
                _ => found.extend(of.names()),
            }
        }
        Some(found)
    }

    /// What a field reads that does not go by the order of members.
    fn in_no_order(
        &mut self,
        by: &Reader<'_>,
        field: &Field,
        of: &Flattened<'_>,
        names: &BTreeSet<String>,
        left: &Left,
    ) -> ShapeId {
        let any = self.any_object();
        match &of.takes {
            // Whatever it reads, or does not, nobody minds.
            _ if of.optional => any,
            // All its names are gone.
            Takes::First(_) => self.arena.never(),
            Takes::Nothing(Looks::AtEach(key, values)) => {
                let mut hidden = left.gone.clone();
                let mut parts = Vec::new();
                for (names, chosen, taken) in left.in_part() {
                    let each = Behind::Each(vec![(*key, *values)]);
                    let by = Reader { refuses: false, ..*by };
                    parts.push(self.rest(&by, &each, chosen, taken, &names));
                    hidden.extend(names);
                }
                let mask = Mask { hidden, lead: Members::new() };
                parts.push(self.masked_map(by.side, key, values, Source::Borrowed, &mask));
                self.both(parts)
            }
            takes => {
                let document = self.document(by.side);
                let sees = |(in_part, ..): &(BTreeSet<String>, _, _)| match takes {
                    Takes::Nothing(Looks::AtNothing) => false,
                    Takes::Nothing(Looks::AtAll(shape)) => heeds(document, shape, in_part),
                    Takes::Nothing(_) => true,
                    _ => !in_part.is_disjoint(names),
                };
                if left.in_part().iter().any(sees) {
                    if let Takes::Fields(of) = takes
                        && let Some(read) = self.fields_in_part(by, of, left)
                    {
                        return read;
                    }
                    return self.in_other_orders((by, &[field], left), any);
                }
                self.beside(by.side, &field.wire, &left.gone)
            }
        }
    }

    /// What a struct reads where some of its names stand several times, and those in front have
    /// taken some of them; none where that is not looked into.
    fn fields_in_part(&mut self, by: &Reader<'_>, of: &Struct, left: &Left) -> Option<ShapeId> {
        let mut others = of.clone();
        let mut parts = Vec::new();
        for (in_part, chosen, taken) in left.in_part() {
            let mut members = Members::new();
            for field in of.fields.iter().filter(|field| field.read != Read::Never) {
                let names = visible_names(field);
                if !names.iter().any(|name| in_part.contains(*name)) {
                    continue;
                }
                let ([name], false) = (&names[..], chosen.open) else { return None };
                others.fields.retain(|other| other.name != field.name);
                let mut places = (0..chosen.way.len())
                    .filter(|at| chosen.way[*at].name == *name && !taken.contains(at));
                let (at, None) = (places.next()?, places.next()) else {
                    return Some(self.arena.never());
                };
                let is_required = match field.read {
                    Read::Demanded => true,
                    Read::Required => match self.missing(by.side, &field.wire) {
                        Missing::Refused => true,
                        Missing::Filled => false,
                        Missing::Unsure(_) => return None,
                    },
                    _ => false,
                };
                let value = self.read(by.side, &field.wire, Source::Owned);
                self.put(&mut members, chosen, at, value, is_required);
            }
            let any = self.arena.any();
            parts.push(self.object(members, any));
        }
        let mask = Mask { hidden: left.gone.clone(), lead: Members::new() };
        parts.extend(self.own_fields(by.side, &others, Source::Owned, &mask, false));
        Some(self.both(parts))
    }

    /// What is left when all have read.
    fn at_last(&mut self, by: &Reader<'_>, left: &Left) -> ShapeId {
        if !by.refuses {
            return self.any_object();
        }
        let never = self.arena.never();
        let gone = self.ignored(&left.gone);
        self.object(gone, never)
    }

    /// What the fields behind one make of these names, where it leaves them.
    fn behind<'f>(
        &self,
        by: &Reader<'_>,
        behind: &[&'f Field],
        names: &BTreeSet<String>,
    ) -> Behind<'f>
    where
        Self: 'f,
    {
        let (mut maps, mut somehow) = (Vec::new(), false);
        let document = self.document(by.side);
        let of: Vec<Flattened<'_>> =
            behind.iter().map(|field| Flattened::of(document, &field.wire)).collect();
        let matter = which_matter(document, &of, by.refuses);
        for of in of.iter().zip(matter).filter_map(|(of, matters)| matters.then_some(of)) {
            match of.takes {
                Takes::Nothing(_) if of.optional => {}
                Takes::Nothing(Looks::AtNothing) => {}
                Takes::Nothing(Looks::AtEach(key, values)) => maps.push((key, values)),
                Takes::Nothing(Looks::AtAll(shape)) if !heeds(document, shape, names) => {}
                Takes::Nothing(Looks::AtAll(_)) => return Behind::Together,
                Takes::Nothing(Looks::Somehow) => somehow = true,
                _ if of.names().is_disjoint(names) => {}
                _ => return Behind::Together,
            }
        }
        if somehow { Behind::Somehow } else { Behind::Each(maps) }
    }

    /// The objects of which the members are read that a field has left of these names.
    fn rest(
        &mut self,
        by: &Reader<'_>,
        behind: &Behind<'_>,
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
        names: &BTreeSet<String>,
    ) -> ShapeId {
        let any = self.arena.any();
        let mut members = Members::new();
        let mut parts = Vec::new();
        let maps: &[_] = match behind {
            Behind::Each(maps) => maps,
            Behind::Somehow | Behind::Together => &[],
        };
        let mut maps_read = Vec::new();
        for (key, values) in maps {
            let keys = self.read_keys(by.side, key, Source::Borrowed);
            maps_read.push((keys, self.read(by.side, values, Source::Borrowed)));
        }
        let refused = by.refuses || matches!(behind, Behind::Somehow);
        for name in names {
            let mut value = if refused { self.arena.never() } else { any };
            for (keys, values) in &maps_read {
                let values = match keys {
                    Keys::These(keys) if !keys.contains(name) => self.arena.never(),
                    _ => *values,
                };
                value = self.both(vec![value, values]);
            }
            let places: Vec<usize> =
                (0..chosen.way.len()).filter(|at| chosen.way[*at].name == *name).collect();
            let left: Vec<usize> =
                places.iter().copied().filter(|at| !taken.contains(at)).collect();
            if left.is_empty() && !chosen.open {
                continue;
            }
            for (keys, _) in &maps_read {
                if let Keys::Shape(keys) = keys {
                    let others = self.strings_except([name.as_str()]);
                    let names = Some(self.union(vec![*keys, others]));
                    let spec = ObjectSpec { names, ..ObjectSpec::from(any) };
                    let is_key = self.arena.intern(Node::Object(spec));
                    // One that is taken may be the only one of the name.
                    let single = [(name.clone(), optional(self.arena.single()))].into();
                    let single = self.object(single, any);
                    parts.push(match places.len() > left.len() {
                        true if left.is_empty() => self.union(vec![is_key, single]),
                        _ => is_key,
                    });
                }
            }
            if chosen.open {
                let value = match places.first() {
                    Some(0) => self.behind_the_first(value),
                    _ => self.entries(value),
                };
                members.insert(name.clone(), optional(value));
                continue;
            }
            for at in left {
                self.put(&mut members, chosen, at, value, false);
            }
        }
        parts.push(self.object(members, any));
        self.both(parts)
    }

    /// The objects of which all is read, and beside them what a codec may read of an object.
    fn what_is_left(
        &mut self,
        here: Here<'_, '_>,
        behind: &Behind<'_>,
        read: ShapeId,
        object: ShapeId,
    ) -> ShapeId {
        if !matches!(behind, Behind::Somehow) {
            return read;
        }
        let reason = "what a codec makes of what is left is known to itself only";
        let somehow = self.unread(here, Unknown::Code, reason.to_owned(), object);
        self.union(vec![read, somehow])
    }

    /// The values under a name of which the first is taken and all others are of a shape.
    fn behind_the_first(&mut self, others: ShapeId) -> ShapeId {
        let any = self.arena.any();
        if !self.of.repeats {
            return any;
        }
        let single = self.arena.single();
        let items = self.array(vec![any], others, 2, None);
        let repeated = self.arena.repeated(items);
        self.union(vec![single, repeated])
    }

    /// What is read of an object in each of the ways in which the names of a set may stand.
    fn by_ways(
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
    fn put(
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

    fn in_too_many_ways(&mut self, by: &Reader<'_>, fields: &[&Field], left: &Left) -> ShapeId {
        let within = self.any_object();
        let reason = format!("there are more than {ORDERS} ways to read it");
        self.unread((by, fields, left), Unknown::Extent, reason, within)
    }

    /// What is read in orders that are not looked at one by one.
    fn in_other_orders(&mut self, here: Here<'_, '_>, within: ShapeId) -> ShapeId {
        let reason = "the members may stand in more orders than are looked at".to_owned();
        self.unread(here, Unknown::Extent, reason, within)
    }

    /// The objects among these that the fields read, which is not known.
    fn unread(
        &mut self,
        (by, fields, left): Here<'_, '_>,
        unknown: Unknown,
        reason: String,
        within: ShapeId,
    ) -> ShapeId {
        let first = fields.first().map_or("", |field| field.name.as_str());
        let name = format!("what the flattened `{first}` reads and leaves");
        // The same fields read the same of the same members.
        let same = fields.iter().all(|field| self.is_same(&field.wire));
        let depends_on = if same {
            let fields: Vec<_> = fields.iter().map(|field| (&field.wire, &field.read)).collect();
            format!("{fields:?} {} {:?} {:?}", by.refuses, left.gone, left.ways)
        } else {
            format!("{:?}", by.side)
        };
        self.arena.intern(Node::Opaque {
            name,
            depends_on,
            reason,
            unknown,
            within,
            stand_in: None,
        })
    }
}
