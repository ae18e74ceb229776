//! Objects made of several shapes' members.

use std::collections::{BTreeMap, BTreeSet};

use super::Lower;
use super::keys::Keys;
use crate::shape::{Member, ShapeId};

/// How many parts of an object may have one name.
const REPEATED: u32 = 4;

/// The members of an object.
pub(super) type Members = BTreeMap<String, Member>;

pub(super) fn required(shape: ShapeId) -> Member {
    Member { shape, required: true }
}

pub(super) fn optional(shape: ShapeId) -> Member {
    Member { shape, required: false }
}

/// Why an object cannot be described member by member.
pub(super) struct Unmergeable(pub(super) String);

/// A map among the members of an object.
#[derive(Clone)]
pub(super) struct Entries {
    /// The flattened field that holds it; empty until the field is known.
    pub(super) field: String,
    pub(super) keys: Keys,
    pub(super) values: ShapeId,
    /// The names that never come to it when it is read, since others take them first.
    pub(super) taken: BTreeSet<String>,
    /// The names of members beside it that it holds as well, as far as they are known.
    beside: BTreeSet<String>,
    /// Whether it is written by hand: nobody writes a name twice.
    by_hand: bool,
}

impl Entries {
    /// Whether it holds a name that something beside it writes, too: the name was there when the
    /// map was read, and nobody had taken it.
    fn sees(&self, name: &str) -> bool {
        let is_key = match &self.keys {
            Keys::All => true,
            Keys::These(listed) => listed.contains(name),
            // A form of texts, such as numbers, is not what members are called.
            Keys::Shape(_) => false,
        };
        is_key && !self.by_hand && !self.taken.contains(name)
    }
}

/// An object as it is written: these members, and any number of others for every map that stands
/// among them. serde writes a name as often as parts have it, in the order of the parts.
#[derive(Clone, Default)]
pub(super) struct Record {
    pub(super) members: BTreeMap<String, Vec<Member>>,
    pub(super) maps: Vec<Entries>,
}

impl Record {
    pub(super) fn of<const N: usize>(members: [(&str, Member); N]) -> Self {
        let mut record = Self::default();
        members.into_iter().for_each(|(name, member)| record.insert(name, member));
        record
    }

    /// Says of the maps in it which field holds them, unless a field further in does, and which
    /// names do not come to it.
    pub(super) fn hold_maps(&mut self, field: &str, taken: &BTreeSet<String>) {
        for map in &mut self.maps {
            if map.field.is_empty() {
                field.clone_into(&mut map.field);
            }
            map.taken.extend(taken.iter().cloned());
        }
    }

    /// With one more member, which is written behind the others.
    pub(super) fn insert(&mut self, name: &str, member: Member) {
        let parts = self.members.entry(name.to_owned()).or_default();
        for map in &mut self.maps {
            if map.sees(name) && map.beside.insert(name.to_owned()) {
                parts.push(optional(map.values));
            }
        }
        parts.push(member);
    }

    /// With all of another record, which is written behind this one.
    pub(super) fn beside(&self, other: &Self) -> Self {
        let mut both = self.clone();
        let mut maps = other.maps.clone();
        for (name, parts) in &mut both.members {
            for map in &mut maps {
                if map.sees(name) && map.beside.insert(name.clone()) {
                    parts.push(optional(map.values));
                }
            }
        }
        for (name, members) in &other.members {
            members.iter().for_each(|member| both.insert(name, member.clone()));
        }
        both.maps.extend(maps);
        both
    }
}

impl Lower<'_, '_> {
    /// The members of a map.
    pub(super) fn entries_of(&self, keys: Keys, values: ShapeId) -> Record {
        let (taken, beside) = (BTreeSet::new(), BTreeSet::new());
        let by_hand = self.hand;
        let map = Entries { field: String::new(), keys, values, taken, beside, by_hand };
        Record { members: BTreeMap::new(), maps: vec![map] }
    }

    /// What stands under a name that several parts write: any of those that may be left out, and
    /// all of the others, one after the other.
    pub(super) fn repeated(&mut self, name: &str, parts: &[Member]) -> Result<Member, Unmergeable> {
        let count = match u32::try_from(parts.len()) {
            Ok(count @ ..=REPEATED) => count,
            _ => {
                return Err(Unmergeable(format!(
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
        parts: BTreeMap<String, Vec<Member>>,
    ) -> Result<Option<Members>, Unmergeable> {
        let mut members = Members::new();
        for (name, mut parts) in parts {
            let member = match parts.len() {
                0 | 1 => parts.pop(),
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
