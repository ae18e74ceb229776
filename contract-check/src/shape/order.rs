//! In which order members are written, as far as readers go by it.
//!
//! A set of objects knows no order of members. Where some names are concerned whose order decides,
//! each way in which an object holds them has a text, which the object is taken to have as well
//! (see [`ObjectSpec::orders`](super::ObjectSpec::orders)). A writer says which texts it has, a
//! reader for each of them what it takes, and a witness is put into the order that its text says.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::Json;

/// A member among those whose order is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Its name.
    pub(crate) name: String,
    /// Whether it is there.
    pub(crate) presence: Presence,
}

/// Whether a member stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Presence {
    /// It does.
    Certain,
    /// It may.
    Possible,
    /// It may, and it may change places with those of the same kind beside it.
    Loose,
}

impl Presence {
    fn mark(self) -> char {
        match self {
            Self::Certain => '!',
            Self::Possible => '?',
            Self::Loose => '*',
        }
    }
}

/// The members of some names in the order in which they are written. All others of the names are
/// absent.
pub(crate) type Way = Vec<Place>;

/// The text of a way.
pub(crate) fn text(way: &[Place]) -> String {
    let places = way.iter().map(|it| format!("{}{}", it.presence.mark(), it.name));
    Json::Array(places.map(|place| Json::from(place.as_str())).collect()).to_string()
}

/// The places that a text tells; none if it is no text of a way.
fn places(text: &str) -> Vec<Place> {
    let Ok(Json::Array(places)) = Json::parse(text) else { return Way::new() };
    let place = |place: &Json| {
        let Json::String(place) = place else { return None };
        let mut place = place.chars();
        let mark = place.next()?;
        let all = [Presence::Certain, Presence::Possible, Presence::Loose];
        let presence = all.into_iter().find(|presence| presence.mark() == mark)?;
        Some(Place { name: place.collect(), presence })
    };
    places.iter().map(place).collect::<Option<Way>>().unwrap_or_default()
}

/// Puts the members that the texts name into their order; the others stay about where they are.
pub(crate) fn put(members: &mut Vec<(String, Json)>, texts: &[&str]) {
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    let several = texts.len() > 1;
    if let Some(order) = several.then(|| in_one(&names, texts)).flatten() {
        let mut left: Vec<Option<(String, Json)>> =
            std::mem::take(members).into_iter().map(Some).collect();
        members.extend(order.into_iter().filter_map(|at| left[at].take()));
        return;
    }
    for text in texts {
        let names: Vec<String> = places(text).into_iter().map(|place| place.name).collect();
        put_in_order(members, &names);
    }
}

/// Whether no order of these members fits all texts.
pub(crate) fn contradict(members: &[&str], texts: &[&str]) -> bool {
    let once: BTreeSet<&str> = members.iter().copied().collect();
    once.len() == members.len() && in_one(members, texts).is_none()
}

/// The members, by their places, in an order that fits all texts; none if there is none that is seen
/// at once, as where one stands several times.
fn in_one(members: &[&str], texts: &[&str]) -> Option<Vec<usize>> {
    // By member, those that stand before it.
    let mut before: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for text in texts {
        if members.iter().filter(|name| text.contains(**name)).count() < 2 {
            continue;
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut run = 0;
        for place in places(text) {
            let mut stands = members.iter().enumerate().filter(|(_, name)| **name == place.name);
            if place.presence != Presence::Loose {
                run += 1;
            }
            if let Some((at, _)) = stands.next() {
                if stands.next().is_some() || found.iter().any(|(it, _)| *it == at) {
                    return None;
                }
                // Those that may change places are in one run.
                let first = found.iter().filter(|(_, of)| *of < run).map(|(it, _)| *it);
                before.entry(at).or_default().extend(first);
                found.push((at, run));
            }
            if place.presence != Presence::Loose {
                run += 1;
            }
        }
    }
    let mut left: Vec<usize> = (0..members.len()).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let free = |at: &usize| {
            before.get(at).is_none_or(|first| first.iter().all(|it| !left.contains(it)))
        };
        let next = left.iter().position(free)?;
        order.push(left.remove(next));
    }
    Some(order)
}

/// Puts the members of these names into their order; the others stay where they are.
pub(crate) fn put_in_order(members: &mut [(String, Json)], names: &[String]) {
    // Of a name that stands several times, each has its own place.
    let mut left: Vec<Option<&str>> = names.iter().map(|name| Some(name.as_str())).collect();
    let mut named = Vec::new();
    for (at, (name, _)) in members.iter().enumerate() {
        let place = left.iter().position(|it| *it == Some(name));
        // One more than there are places stands beside the last.
        let place = place.or_else(|| names.iter().rposition(|it| it == name));
        if let Some(place) = place {
            left[place] = None;
            named.push((at, place));
        }
    }
    let mut sorted: Vec<(usize, (String, Json))> =
        named.iter().map(|(at, place)| (*place, members[*at].clone())).collect();
    sorted.sort_by_key(|(place, _)| *place);
    for ((at, _), (_, member)) in named.into_iter().zip(sorted) {
        members[at] = member;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(names: &[&str]) -> Vec<(String, Json)> {
        let number =
            |(at, name): (usize, &&str)| ((*name).to_owned(), Json::from(at.to_string().as_str()));
        names.iter().enumerate().map(number).collect()
    }

    #[test]
    fn members_are_put_where_their_text_says() {
        let place = |name: &str, presence| Place { name: name.to_owned(), presence };
        let way = [
            place("c", Presence::Certain),
            place("a", Presence::Possible),
            place("b", Presence::Loose),
            place("c", Presence::Certain),
        ];
        let mut all = members(&["a", "x", "c", "c", "b"]);
        put(&mut all, &[&text(&way)]);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["c", "x", "a", "b", "c"]);
        // Values of one name keep their order.
        assert_eq!(all[0].1, Json::from("2"));
        assert_eq!(all[4].1, Json::from("3"));
    }

    #[test]
    fn what_is_no_text_of_a_way_changes_nothing() {
        let mut all = members(&["b", "a"]);
        put(&mut all, &["", "{}", "[1]", "[\"\"]", "[\"a\", \"b\"]"]);
        assert_eq!(all, members(&["b", "a"]));
    }

    #[test]
    fn several_texts_are_heeded_or_contradict_each_other() {
        let certain = |names: &[&str]| {
            let place =
                |name: &&str| Place { name: (*name).to_owned(), presence: Presence::Certain };
            text(&names.iter().map(place).collect::<Way>())
        };
        let (ab, bc, ca) = (certain(&["a", "b"]), certain(&["b", "c"]), certain(&["c", "a"]));
        let mut all = members(&["c", "x", "a", "b"]);
        put(&mut all, &[&ab, &bc]);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x", "a", "b", "c"]);
        assert!(!contradict(&["c", "x", "a", "b"], &[&ab, &bc]));
        assert!(contradict(&["c", "x", "a", "b"], &[&ab, &bc, &ca]));
        // Where one of them is absent, two orders fit.
        assert!(!contradict(&["c", "a"], &[&ab, &bc, &ca]));
        // Those that may change places have none.
        let place = |name: &str| Place { name: name.to_owned(), presence: Presence::Loose };
        let loose = text(&[place("b"), place("a")]);
        assert!(!contradict(&["a", "b"], &[&ab, &loose]));
    }
}
