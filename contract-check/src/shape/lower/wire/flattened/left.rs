//! What the flattened fields in front have left of an object.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::shape::order::Way;

/// A way in which the names of a set stand in an object.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) way: Rc<Way>,
    /// Whether any number of all its names may stand behind the first place.
    pub(super) open: bool,
}

impl Chosen {
    pub(super) fn closed(way: &Rc<Way>) -> Self {
        Self { way: Rc::clone(way), open: false }
    }
}

/// What the fields in front have left of an object.
#[derive(Clone)]
pub(in super::super) struct Left {
    /// The names that are gone.
    pub(super) gone: BTreeSet<String>,
    /// By set of names, the way in which they are written, and which of its places are taken.
    pub(super) ways: BTreeMap<usize, (Chosen, BTreeSet<usize>)>,
    /// How many ways led here and elsewhere.
    pub(super) count: usize,
}

impl Left {
    pub(in super::super) fn without(gone: BTreeSet<String>) -> Self {
        Self { gone, ways: BTreeMap::new(), count: 1 }
    }

    /// The same where the names of a set are written in a way.
    pub(super) fn in_a_way(&self, set: usize, chosen: &Chosen) -> Self {
        let mut left = self.clone();
        left.ways.insert(set, (chosen.clone(), BTreeSet::new()));
        left
    }

    /// The same without some places of a set.
    pub(super) fn but_for(&self, set: usize, places: &BTreeSet<usize>) -> Self {
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
    pub(super) fn in_part(&self) -> Vec<(BTreeSet<String>, &Chosen, &BTreeSet<usize>)> {
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
