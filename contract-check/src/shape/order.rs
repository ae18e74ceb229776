//! In which order members are written, as far as readers go by it.
//!
//! A set of objects knows no order of members. Where some names are concerned whose order decides,
//! each way in which an object holds them has a text, which the object is taken to have as well
//! (see [`ObjectSpec::orders`](super::ObjectSpec::orders)). A writer says which texts it has, a
//! reader for each of them what it takes, and a witness is put into the order that its text says.

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

/// Puts the members that the text of a way names into its order; the others stay where they are.
pub(crate) fn put(members: &mut [(String, Json)], text: &str) {
    let Ok(Json::Array(places)) = Json::parse(text) else { return };
    let name = |place: &Json| match place {
        Json::String(place) => place.chars().skip(1).collect(),
        _ => String::new(),
    };
    let names: Vec<String> = places.iter().map(name).collect();
    put_in_order(members, &names);
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
        put(&mut all, &text(&way));
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["c", "x", "a", "b", "c"]);
        // Values of one name keep their order.
        assert_eq!(all[0].1, Json::from("2"));
        assert_eq!(all[4].1, Json::from("3"));
    }

    #[test]
    fn what_is_no_text_of_a_way_changes_nothing() {
        let mut all = members(&["b", "a"]);
        put(&mut all, "");
        put(&mut all, "{}");
        put(&mut all, "[1]");
        assert_eq!(all, members(&["b", "a"]));
    }
}
