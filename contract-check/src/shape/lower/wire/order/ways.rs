//! In which ways the names of a set may stand in an object that is written.

use std::collections::{BTreeMap, BTreeSet};

use super::super::merge::{Resolved, Unmergeable};
use super::super::takes::Ordered;
use super::super::{ALTERNATIVES, Lower};
use super::{PERMUTED, WAYS};
use crate::json::Json;
use crate::shape::order::{Place, Presence, Way, text};

/// What has been seen of the order in which some names are written.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Seen {
    ways: BTreeSet<Way>,
    /// Whether a map holds some of them, or one is there more than once.
    loose: bool,
}

impl Seen {
    /// The names in the one order in which all of them are written; none if there is no such order.
    pub(super) fn one_order(&self, names: &BTreeSet<String>) -> Option<Vec<String>> {
        if self.loose {
            return None;
        }
        let mut before: BTreeSet<(&str, &str)> = BTreeSet::new();
        for way in &self.ways {
            for (at, first) in way.iter().enumerate() {
                before.extend(way[at + 1..].iter().map(|then| (&*first.name, &*then.name)));
            }
        }
        let mut left: Vec<&String> = names.iter().collect();
        let mut order = Vec::new();
        while !left.is_empty() {
            let first = |name: &&&String| {
                left.iter().all(|other| !before.contains(&(other.as_str(), name.as_str())))
            };
            let first = (*left.iter().find(first)?).clone();
            left.retain(|name| **name != first);
            order.push(first);
        }
        Some(order)
    }

    pub(super) fn ways(self) -> impl Iterator<Item = Way> {
        self.ways.into_iter()
    }
}

/// A member that is there.
pub(in super::super) fn certain(name: &str) -> Place {
    Place { name: name.to_owned(), presence: Presence::Certain }
}

/// One of some names before all others of them.
pub(super) fn first(name: &str, names: &BTreeSet<String>) -> Way {
    let place = |name: &str, presence| Place { name: name.to_owned(), presence };
    let others = names.iter().filter(|other| *other != name);
    let others = others.map(|name| place(name, Presence::Loose));
    [place(name, Presence::Certain)].into_iter().chain(others).collect()
}

/// How many names of a set are looked at in each of their orders, before all others; none where
/// there are too many.
pub(super) fn depth(set: &Ordered) -> usize {
    let names = set.names.len();
    if !set.wholly {
        return 1;
    }
    let mut depth = 0;
    let (mut all, mut longest) = (0_usize, 1_usize);
    while depth < names {
        longest = longest.saturating_mul(names - depth);
        all = all.saturating_add(longest);
        if all > WAYS {
            // One that takes them by itself goes by the first wrong one, wherever that is.
            return if set.in_turns { depth } else { depth.min(1) };
        }
        depth += 1;
    }
    depth
}

/// The way in which some names of a set stand, others behind them where no more are looked at.
pub(super) fn before_others(first: &[&str], set: &Ordered) -> Way {
    let loose = |name: &String| Place { name: name.clone(), presence: Presence::Loose };
    let closed = first.len() < depth(set);
    let others = set.names.iter().filter(|name| !closed && !first.contains(&&***name));
    first.iter().map(|name| certain(name)).chain(others.map(loose)).collect()
}

/// The ways in which anybody may write the names of a set; none where there are too many.
pub(super) fn by_anybody(set: &Ordered) -> Vec<Way> {
    let all: Vec<&str> = set.names.iter().map(String::as_str).collect();
    let orders = arrangements(&all, depth(set)).into_iter().filter(|first| !first.is_empty());
    orders.map(|first| before_others(&first, set)).collect()
}

/// All arrangements of at most so many of these, the empty one among them.
fn arrangements<'n>(names: &[&'n str], most: usize) -> Vec<Vec<&'n str>> {
    let mut all = vec![Vec::new()];
    let mut from = 0;
    while from < all.len() && all[from].len() < most {
        let longer = names.iter().filter(|name| !all[from].contains(*name));
        let longer: Vec<Vec<&str>> =
            longer.map(|name| [all[from].as_slice(), &[*name]].concat()).collect();
        all.extend(longer);
        from += 1;
    }
    all
}

/// An object as far as its order is told.
#[derive(Clone)]
struct Told {
    way: Way,
    object: Resolved,
}

impl Lower<'_, '_> {
    /// An object in each of the orders in which it may hold the names of a set, which its text
    /// tells where there are several of them.
    pub(in super::super) fn by_order(
        &mut self,
        set: usize,
        object: Resolved,
    ) -> Result<Vec<Resolved>, Unmergeable> {
        let ordered = self.of.orders.set(set);
        let places = object.places(&ordered.names);
        let several = places.values().map(BTreeMap::len).sum::<usize>() > 1;
        // Entries of maps alone may stand in any order, which is what no text says.
        let told = places.values().flatten().any(|(_, loose)| !*loose);
        if !several || !told {
            return Ok(vec![object]);
        }
        let forms = match (self.hand, ordered.wholly) {
            (false, true) => listed(object, &places),
            (false, false) => Some(firsts(object, &places, &ordered.names)),
            (true, _) => Some(by_hand(object, &places, &ordered)),
        };
        let forms = forms.ok_or_else(|| {
            let names: Vec<&str> = ordered.names.iter().map(String::as_str).collect();
            let names = names.join(", ");
            Unmergeable::too_much(format!(
                "the members {names} of it are written in too many orders"
            ))
        })?;
        if let Some(seen) = self.of.seen.get_mut(set) {
            if ordered.wholly {
                seen.ways.extend(forms.iter().map(|told| told.way.clone()));
            } else {
                seen.ways.insert(fixed(&places));
            }
            let mut names = BTreeSet::new();
            let once = |(name, loose): (&String, &bool)| !*loose && names.insert(name.clone());
            seen.loose |= !places.values().flatten().all(once);
        }
        let key = key(&ordered.names, ordered.wholly);
        let tell = |Told { way, mut object }: Told| {
            if !way.is_empty() {
                object.orders.insert(key.clone(), text(&way));
            }
            object
        };
        Ok(forms.into_iter().map(tell).collect())
    }
}

/// What the text about a set of names is told apart by from others.
pub(in super::super) fn key(names: &BTreeSet<String>, wholly: bool) -> String {
    let names = names.iter().map(|name| Json::from(name.as_str())).collect();
    format!("{} of {}", if wholly { "order" } else { "first" }, Json::Array(names))
}

/// The names that no map holds, in their order.
fn fixed(places: &BTreeMap<usize, BTreeMap<String, bool>>) -> Way {
    let names = places.values().flatten().filter(|(_, loose)| !**loose);
    let place =
        |(name, _): (&String, &bool)| Place { name: name.clone(), presence: Presence::Possible };
    names.map(place).collect()
}

/// An object by the name that stands first, and where none of them is there.
fn firsts(
    mut object: Resolved,
    places: &BTreeMap<usize, BTreeMap<String, bool>>,
    all: &BTreeSet<String>,
) -> Vec<Told> {
    let mut forms = Vec::new();
    for (at, names) in places {
        let required = names.keys().any(|name| object.is_required(name, *at));
        let leading = names.keys().filter(|name| object.may_lead(&[name], all));
        let leading: Vec<&String> = leading.collect();
        for (index, name) in leading.iter().enumerate() {
            let is_last = required && index + 1 == leading.len();
            // Texts about many other sets are not copied where nothing else is made of it.
            let mut with = if is_last { std::mem::take(&mut object) } else { object.clone() };
            with.with(name, *at);
            with.put_first(name, all);
            forms.push(Told { way: first(name, all), object: with });
        }
        if required {
            return forms;
        }
        names.keys().for_each(|name| object.without(name, *at));
    }
    forms.push(Told { way: Vec::new(), object });
    forms
}

/// With these names one after the other, before all others.
fn in_this_order(object: &mut Resolved, present: &[&str], names: &BTreeSet<String>) {
    let mut others = names.clone();
    for name in present {
        object.put_first(name, &others);
        others.remove(*name);
    }
}

/// An object in any order that people may give it. Where there are too many, a text tells which names
/// stand first, and of still more none tells anything.
fn by_hand(
    mut object: Resolved,
    places: &BTreeMap<usize, BTreeMap<String, bool>>,
    set: &Ordered,
) -> Vec<Told> {
    // The first part that knows a name is the one that it is written for.
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, names) in places {
        for name in names.keys() {
            known.entry(name).or_insert(*at);
        }
    }
    let names: Vec<&str> = known.keys().copied().collect();
    let (all, depth) = (&set.names, depth(set));
    if depth == 0 {
        return vec![Told { way: Way::new(), object }];
    }
    let mut forms = Vec::new();
    for present in arrangements(&names, depth).into_iter().filter(|present| !present.is_empty()) {
        if !object.may_lead(&present, all) {
            continue;
        }
        let mut form = object.clone();
        in_this_order(&mut form, &present, all);
        let closed = present.len() < depth;
        let mut left_out = known.iter().filter(|(name, _)| closed && !present.contains(*name));
        if left_out.clone().any(|(name, at)| object.is_required(name, *at)) {
            continue;
        }
        left_out.by_ref().for_each(|(name, at)| form.without(name, *at));
        present.iter().for_each(|name| form.with(name, known[name]));
        forms.push(Told { way: before_others(&present, set), object: form });
    }
    if known.iter().all(|(name, at)| !object.is_required(name, *at)) {
        known.iter().for_each(|(name, at)| object.without(name, *at));
        forms.push(Told { way: Way::new(), object });
    }
    forms
}

/// An object by the order of all that is there; none if there are too many.
fn listed(object: Resolved, places: &BTreeMap<usize, BTreeMap<String, bool>>) -> Option<Vec<Told>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    places.values().flatten().for_each(|(name, _)| *counts.entry(name).or_default() += 1);
    let several = |name: &str| counts.get(name).is_some_and(|count| *count > 1);
    let place = |name: &str, presence| Place { name: name.to_owned(), presence };
    let mut forms = vec![Told { way: Way::new(), object }];
    for (at, names) in places {
        let mut longer = Vec::new();
        let loose = names.values().all(|loose| *loose);
        for form in forms {
            if !loose || names.len() == 1 {
                // A part of an object that is no map writes one name.
                let (name, _) = names.first_key_value()?;
                let required = form.object.is_required(name, *at);
                if required || !several(name) {
                    let presence = if required { Presence::Certain } else { Presence::Possible };
                    let mut form = form;
                    form.way.push(place(name, presence));
                    longer.push(form);
                    continue;
                }
            } else if names.len() > PERMUTED {
                // Too many for each order: which one it is decides nothing, or is not told.
                if names.keys().any(|name| several(name)) {
                    return None;
                }
                let mut form = form;
                form.way.extend(names.keys().map(|name| place(name, Presence::Loose)));
                longer.push(form);
                continue;
            }
            let all: Vec<&str> = names.keys().map(String::as_str).collect();
            let these: BTreeSet<String> = names.keys().cloned().collect();
            for present in arrangements(&all, all.len()) {
                let left_out = all.iter().filter(|name| !present.contains(name));
                let required = left_out.clone().any(|name| form.object.is_required(name, *at));
                if required || !form.object.may_lead(&present, &these) {
                    continue;
                }
                let mut form = form.clone();
                in_this_order(&mut form.object, &present, &these);
                for name in &all {
                    if present.contains(name) {
                        form.object.with(name, *at);
                    } else {
                        form.object.without(name, *at);
                    }
                }
                form.way.extend(present.iter().map(|name| place(name, Presence::Certain)));
                longer.push(form);
            }
        }
        if longer.len() > ALTERNATIVES {
            return None;
        }
        forms = longer;
    }
    Some(forms)
}
