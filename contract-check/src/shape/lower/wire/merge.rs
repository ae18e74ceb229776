//! Objects made of several shapes' members.

use std::collections::{BTreeMap, BTreeSet};

use super::Lower;
use super::keys::Keys;
use crate::shape::{Member, ShapeId, Unknown};

/// How many parts of an object may have one name.
const REPEATED: u32 = 6;

/// The members of an object.
pub(super) type Members = BTreeMap<String, Member>;

pub(super) fn required(shape: ShapeId) -> Member {
    Member { shape, required: true }
}

pub(super) fn optional(shape: ShapeId) -> Member {
    Member { shape, required: false }
}

/// Why an object cannot be described member by member.
pub(super) struct Unmergeable {
    pub(super) reason: String,
    /// What would have to be known.
    pub(super) unknown: Unknown,
}

impl Unmergeable {
    /// Only code knows.
    pub(super) fn unknown(reason: String) -> Self {
        Self { reason, unknown: Unknown::Code }
    }

    /// There is too much to describe.
    pub(super) fn too_much(reason: String) -> Self {
        Self { reason, unknown: Unknown::Extent }
    }
}

/// A map among the members of an object.
#[derive(Clone)]
pub(super) struct Entries {
    /// The flattened field that holds it; empty until the field is known.
    pub(super) field: String,
    pub(super) keys: Keys,
    pub(super) values: ShapeId,
    /// The names that never come to it when it is read, since others take them first.
    taken: BTreeSet<String>,
    /// Whether it is written by hand: nobody writes a name twice.
    by_hand: bool,
}

impl Entries {
    /// Whether it may hold a name that nothing beside it writes.
    fn holds(&self, name: &str) -> bool {
        match &self.keys {
            Keys::All => true,
            Keys::These(listed) => listed.contains(name),
            // A form of texts, such as numbers, is not what members are called.
            Keys::Shape(_) => false,
        }
    }

    /// Whether it holds a name that something beside it writes, too: the name was there when the
    /// map was read, and nobody had taken it.
    fn sees(&self, name: &str) -> bool {
        self.holds(name) && !self.by_hand && !self.taken.contains(name)
    }
}

/// A part of an object as it is written.
#[derive(Clone)]
enum Part {
    Member(String, Member),
    Map(Entries),
}

/// An object as it is written: members, and any number of others for every map that stands among
/// them. serde writes a name as often as parts have it, in the order of the parts.
#[derive(Clone, Default)]
pub(super) struct Record {
    parts: Vec<Part>,
}

impl Record {
    pub(super) fn of<const N: usize>(members: [(&str, Member); N]) -> Self {
        let mut record = Self::default();
        members.into_iter().for_each(|(name, member)| record.insert(name, member));
        record
    }

    /// The names of its members, but for those that maps hold.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.parts.iter().filter_map(|part| match part {
            Part::Member(name, _) => Some(name),
            Part::Map(_) => None,
        })
    }

    pub(super) fn has_maps(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Map(_)))
    }

    /// Says of the maps in it which field holds them, unless a field further in does, and which
    /// names do not come to it.
    pub(super) fn hold_maps(&mut self, field: &str, taken: &BTreeSet<String>) {
        for part in &mut self.parts {
            let Part::Map(map) = part else { continue };
            if map.field.is_empty() {
                field.clone_into(&mut map.field);
            }
            map.taken.extend(taken.iter().cloned());
        }
    }

    /// With one more member, which is written behind the others.
    pub(super) fn insert(&mut self, name: &str, member: Member) {
        self.parts.push(Part::Member(name.to_owned(), member));
    }

    /// With all of another record, which is written behind this one.
    pub(super) fn beside(&self, other: &Self) -> Self {
        Self { parts: self.parts.iter().chain(&other.parts).cloned().collect() }
    }

    /// What stands under each name, and where.
    pub(super) fn resolve(self) -> Resolved {
        let named: BTreeSet<String> = self.names().cloned().collect();
        let mut all = Resolved::default();
        for (at, part) in self.parts.into_iter().enumerate() {
            match part {
                Part::Member(name, member) => {
                    let value = Value { at, loose: false, member };
                    all.members.entry(name).or_default().push(value);
                }
                Part::Map(map) => {
                    for name in named.iter().filter(|name| map.sees(name)) {
                        let value = Value { at, loose: true, member: optional(map.values) };
                        all.members.entry(name.clone()).or_default().push(value);
                    }
                    all.maps.push((at, map));
                }
            }
        }
        all
    }
}

/// An object as it is written, by the names of its members.
#[derive(Clone, Default)]
pub(super) struct Resolved {
    /// What may stand under a name, in the order in which it is written. Nothing: the name is no
    /// member, though a map could hold it.
    pub(super) members: BTreeMap<String, Vec<Value>>,
    pub(super) maps: Vec<(usize, Entries)>,
    /// By a set of names, the text that tells their order.
    pub(super) orders: BTreeMap<String, String>,
    /// By name, others that are there and stand before it, so that what is told of several sets fits
    /// together.
    before: BTreeMap<String, BTreeSet<String>>,
}

/// What a part of an object writes under a name.
#[derive(Clone)]
pub(super) struct Value {
    /// The place of the part among the others.
    pub(super) at: usize,
    /// Whether it is an entry of a map, which may stand before or behind the others.
    pub(super) loose: bool,
    pub(super) member: Member,
}

impl Resolved {
    /// Where the names may stand: by place, and there by name, whether a map holds it.
    pub(super) fn places(
        &self,
        names: &BTreeSet<String>,
    ) -> BTreeMap<usize, BTreeMap<String, bool>> {
        let mut places: BTreeMap<usize, BTreeMap<String, bool>> = BTreeMap::new();
        for name in names {
            for value in self.members.get(name).into_iter().flatten() {
                places.entry(value.at).or_default().insert(name.clone(), value.loose);
            }
            if self.members.contains_key(name) {
                continue;
            }
            for (at, _) in self.maps.iter().filter(|(_, map)| map.holds(name)) {
                places.entry(*at).or_default().insert(name.clone(), true);
            }
        }
        places
    }

    /// Whether what stands there under a name is always there.
    pub(super) fn is_required(&self, name: &str, at: usize) -> bool {
        let mut values = self.members.get(name).into_iter().flatten();
        values.any(|value| value.at == at && value.member.required)
    }

    /// With a name before all others of a set.
    pub(super) fn put_first(&mut self, name: &str, names: &BTreeSet<String>) {
        for other in names.iter().filter(|other| *other != name) {
            self.before.entry(other.clone()).or_default().insert(name.to_owned());
        }
    }

    /// Whether the names may stand in this order, before all others of the set.
    pub(super) fn may_lead(&self, lead: &[&str], names: &BTreeSet<String>) -> bool {
        lead.iter().enumerate().all(|(at, then)| {
            let before = self.before.get(*then);
            before.into_iter().flatten().all(|first| match lead.iter().position(|it| it == first) {
                Some(place) => place < at,
                None => !names.contains(first),
            })
        })
    }

    /// With something there under a name.
    pub(super) fn with(&mut self, name: &str, at: usize) {
        let maps = &self.maps;
        let values = self.members.entry(name.to_owned()).or_insert_with(|| {
            let held = maps.iter().filter(|(_, map)| map.holds(name));
            let value = |(at, map): &(usize, Entries)| Value {
                at: *at,
                loose: true,
                member: optional(map.values),
            };
            held.map(value).collect()
        });
        values.iter_mut().filter(|value| value.at == at).for_each(|it| it.member.required = true);
    }

    /// With nothing there under a name.
    pub(super) fn without(&mut self, name: &str, at: usize) {
        self.with(name, at);
        if let Some(values) = self.members.get_mut(name) {
            values.retain(|value| value.at != at);
        }
    }
}

impl Lower<'_, '_> {
    /// The members of a map.
    pub(super) fn entries_of(&self, keys: Keys, values: ShapeId) -> Record {
        let (taken, by_hand) = (BTreeSet::new(), self.hand);
        let map = Entries { field: String::new(), keys, values, taken, by_hand };
        Record { parts: vec![Part::Map(map)] }
    }

    /// What stands under a name that several parts write: any of those that may be left out, and
    /// all of the others, one after the other.
    pub(super) fn repeated(&mut self, name: &str, parts: &[Member]) -> Result<Member, Unmergeable> {
        let count = match u32::try_from(parts.len()) {
            Ok(count @ ..=REPEATED) => count,
            _ => {
                return Err(Unmergeable::too_much(format!(
                    "more than {REPEATED} parts of it write the member `{name}`"
                )));
            }
        };
        let any = self.arena.any();
        let mut forms = Vec::new();
        for present in 1..1_u32 << count {
            let stands = |at: usize| present >> at & 1 == 1;
            if parts.iter().enumerate().any(|(at, part)| part.required && !stands(at)) {
                continue;
            }
            let values = parts.iter().enumerate().filter(|(at, _)| stands(*at));
            let values: Vec<ShapeId> = values.map(|(_, part)| part.shape).collect();
            forms.push(match values[..] {
                // Any value, but not any number of them.
                [only] if only == any => self.arena.single(),
                [only] => only,
                _ => {
                    let items = self.tuple(values);
                    self.arena.repeated(items)
                }
            });
        }
        let required = parts.iter().any(|part| part.required);
        Ok(Member { shape: self.union(forms), required })
    }

    /// The members of a record, by their names; none if nobody can write it. By hand a name is
    /// written once, for the part that reads it: the first one.
    pub(super) fn members_of(
        &mut self,
        values: BTreeMap<String, Vec<Value>>,
    ) -> Result<Option<Members>, Unmergeable> {
        let mut members = Members::new();
        for (name, values) in values {
            let mut parts: Vec<Member> = values.into_iter().map(|value| value.member).collect();
            let member = match parts.len() {
                0 => Some(optional(self.arena.never())),
                1 => parts.pop(),
                _ if !self.hand => Some(self.repeated(&name, &parts)?),
                _ if parts.iter().skip(1).any(|part| part.required) => return Ok(None),
                _ => parts.into_iter().next(),
            };
            members.extend(member.map(|member| (name, member)));
        }
        Ok(Some(members))
    }
}

/// The part of an object that a reader does not get to see, and members that somebody else asks
/// for: a tag, the fields beside a flattened one.
#[derive(Clone, Default)]
pub(super) struct Mask {
    /// Members that are somebody else's, whatever they hold.
    pub(super) hidden: BTreeSet<String>,
    /// Members that are somebody else's and must have a shape.
    pub(super) lead: Members,
}

impl Mask {
    pub(super) fn covers(&self, name: &str) -> bool {
        self.hidden.contains(name) || self.lead.contains_key(name)
    }

    /// Every name that is covered.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.hidden.iter().chain(self.lead.keys()).cloned().collect()
    }
}
