//! Several maps flattened into one object: only a member's name and value tell whose entry it is.

use std::collections::{BTreeMap, BTreeSet};

use super::Lower;
use super::keys::Keys;
use super::merge::{Entries, Members, Unmergeable, optional};
use crate::shape::{Member, Node, ObjectSpec, ShapeId};

/// How many maps may stand in one object: each doubles the shapes.
const MAPS: usize = 6;

/// Names of members, as an object lists them.
#[derive(Default)]
struct Names {
    all: bool,
    listed: BTreeSet<String>,
    patterns: BTreeSet<String>,
}

impl Lower<'_, '_> {
    /// An object with these members, and every other one is an entry of one of the maps.
    pub(super) fn beside_maps(
        &mut self,
        members: Members,
        maps: Vec<Entries>,
    ) -> Result<ShapeId, Unmergeable> {
        let fixed: Vec<String> = members.keys().cloned().collect();
        let open = |this: &mut Self, map: Entries| {
            this.open_object(members.clone(), &fixed, map.keys, map.values)
        };
        // Every map reads all that is left, whatever the others make of it.
        if self.hand {
            let parts = maps.into_iter().map(|map| open(self, map)).collect();
            return Ok(self.both(parts));
        }
        let fields = maps.iter().map(|map| format!("`{}`", map.field)).collect::<Vec<_>>();
        let fields = fields.join(" and ");
        if maps.len() > MAPS {
            return Err(Unmergeable::too_much(format!(
                "the maps {fields} are flattened into one object, and they are more than {MAPS}"
            )));
        }
        let mut names = Vec::new();
        for map in &maps {
            let mut known = Names::default();
            if !self.list_names(&map.keys, &mut known) {
                return Err(Unmergeable::unknown(format!(
                    "the maps {fields} are flattened into one object, and which names are keys of \
                     `{}` is not known",
                    map.field
                )));
            }
            names.push(known);
        }
        // So that a member is an entry of the maps that have its name for a key: whichever maps do
        // not have it, the values are the others'.
        let any = self.arena.any();
        let mut parts = Vec::new();
        for without in 0..1_u32 << maps.len() {
            let (keys, others): (Vec<_>, Vec<_>) =
                maps.iter().zip(&names).enumerate().partition(|(at, _)| without >> at & 1 == 1);
            if keys.iter().any(|(_, (_, names))| names.all) {
                continue;
            }
            let values: Vec<Member> =
                others.iter().map(|(_, (map, _))| optional(map.values)).collect();
            let rest = self.repeated("", &values)?.shape;
            let mut part = members.clone();
            let mut patterns = BTreeMap::new();
            for (_, (_, names)) in keys {
                for name in &names.listed {
                    part.entry(name.clone()).or_insert_with(|| optional(any));
                }
                patterns.extend(names.patterns.iter().map(|pattern| (pattern.clone(), any)));
            }
            parts.push(self.arena.intern(Node::Object(ObjectSpec {
                members: part,
                patterns,
                ..ObjectSpec::from(rest)
            })));
        }
        Ok(self.both(parts))
    }

    /// Lists the names that are keys, unless a shape cannot be listed.
    fn list_names(&self, keys: &Keys, names: &mut Names) -> bool {
        match keys {
            Keys::All => names.all = true,
            Keys::These(listed) => names.listed.extend(listed.iter().cloned()),
            Keys::Shape(shape) => return self.list_strings(*shape, names),
        }
        true
    }

    fn list_strings(&self, shape: ShapeId, names: &mut Names) -> bool {
        match self.arena.node(shape) {
            Node::Union(of) => of.iter().all(|shape| self.list_strings(*shape, names)),
            Node::String(spec) if spec.formats.is_empty() => {
                let mut patterns = spec.patterns.iter();
                let lengths = (spec.min_length, spec.max_length);
                match (&spec.values, patterns.next(), patterns.next(), lengths) {
                    (Some(values), None, ..) => names.listed.extend(values.iter().cloned()),
                    (None, Some(only), None, (0, None)) => {
                        names.patterns.insert(only.clone());
                    }
                    (None, None, _, (0, None)) => names.all = true,
                    (None, None, _, (least, greatest)) => {
                        let greatest = greatest.map_or(String::new(), |it| it.to_string());
                        names.patterns.insert(format!("^[\\s\\S]{{{least},{greatest}}}$"));
                    }
                    _ => return false,
                }
                true
            }
            _ => false,
        }
    }
}
