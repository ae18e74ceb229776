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
    if let Some(Fit::Order(order)) = several.then(|| in_one(&names, texts)) {
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

/// Whether members stand in the order of several texts at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// They do in this one: the members by their places among those asked about.
    Order(Vec<usize>),
    /// No order is one of each text, whatever else is said of the members.
    Contradiction,
    /// No order was found, where a name stands several times: which of its places is a member's is
    /// guessed.
    NotFound,
}

/// An order of these members that fits all texts.
pub(crate) fn in_one(members: &[&str], texts: &[&str]) -> Fit {
    // Which of the members with a name one is. These keep their order.
    let mut of_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, name) in members.iter().enumerate() {
        of_name.entry(name).or_default().push(at);
    }
    // By member, those that stand before it.
    let mut before: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for beside in of_name.values().flat_map(|all| all.windows(2)) {
        before.entry(beside[1]).or_default().insert(beside[0]);
    }
    let mut is_certain = true;
    for text in texts {
        let told = |name: &&&str| text.contains(Json::from(**name).to_string().trim_matches('"'));
        if of_name.keys().filter(told).count() < 2 {
            continue;
        }
        let places = places(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut run = 0;
        for (at, place) in places.iter().enumerate() {
            if place.presence != Presence::Loose {
                run += 1;
            }
            let same = |it: &&Place| it.name == place.name;
            let (told, left) = (
                places[..at].iter().filter(same).count(),
                places[at + 1..].iter().filter(same).count(),
            );
            if let Some(all) = of_name.get(place.name.as_str()) {
                is_certain &= all.len() == 1 && told + left == 0;
                // One more than there are places stands beside the last.
                let until = if left == 0 { all.len() } else { told + 1 };
                let here = all.get(told..until).unwrap_or_default();
                // Those that may change places are in one run.
                let first: Vec<usize> =
                    found.iter().filter(|(_, of)| *of < run).map(|(it, _)| *it).collect();
                for it in here {
                    before.entry(*it).or_default().extend(&first);
                    found.push((*it, run));
                }
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
        let Some(next) = left.iter().position(free) else {
            return if is_certain { Fit::Contradiction } else { Fit::NotFound };
        };
        order.push(left.remove(next));
    }
    Fit::Order(order)
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
        let fits = |names: &[&str], texts: &[&str]| matches!(in_one(names, texts), Fit::Order(_));
        assert!(fits(&["c", "x", "a", "b"], &[&ab, &bc]));
        assert_eq!(in_one(&["c", "x", "a", "b"], &[&ab, &bc, &ca]), Fit::Contradiction);
        // Where one of them is absent, two orders fit.
        assert!(fits(&["c", "a"], &[&ab, &bc, &ca]));
        // Those that may change places have none.
        let place = |name: &str| Place { name: name.to_owned(), presence: Presence::Loose };
        let loose = text(&[place("b"), place("a")]);
        assert!(fits(&["a", "b"], &[&ab, &loose]));
    }

    #[test]
    fn names_that_stand_several_times_have_their_places_in_each_text() {
        let certain = |names: &[&str]| {
            let place =
                |name: &&str| Place { name: (*name).to_owned(), presence: Presence::Certain };
            text(&names.iter().map(place).collect::<Way>())
        };
        let (aba, bc) = (certain(&["a", "b", "a"]), certain(&["b", "c"]));
        let mut all = members(&["c", "a", "a", "b"]);
        put(&mut all, &[&aba, &bc]);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c", "a"]);
        // The values of one name keep their order.
        assert_eq!(all[0].1, Json::from("1"));
        // Whether the one `a` stands first or last is not told.
        assert_eq!(in_one(&["a", "b"], &[&aba, &certain(&["b", "a"])]), Fit::NotFound);
    }

    #[test]
    fn names_are_found_in_texts_as_json_writes_them() {
        let place = |name: &str| Place { name: name.to_owned(), presence: Presence::Certain };
        let one = text(&[place("a\"b"), place("c\\")]);
        let other = text(&[place("x"), place("y")]);
        let mut all = members(&["y", "c\\", "a\"b", "x"]);
        put(&mut all, &[&one, &other]);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a\"b", "c\\", "x", "y"]);
    }
}
