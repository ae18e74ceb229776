//! Orders of members that fit each other.
//!
//! Several types that look at the order of their members may stand for one object. Each allows
//! some texts of its own, and the texts that were picked first need not fit each other.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::super::StringSpec;
use super::super::super::answer::Reason;
use super::super::super::order::Fit;
use super::super::tree::Tree;
use super::super::{Outcome, Run};
use super::Picked;
use super::table::Table;
use crate::json::Json;

/// So many texts are tried together with others before an object is given up.
const TRIED: usize = 256;

/// What is said of the order of some members.
pub(super) struct Orders {
    /// The slot that says it.
    pub(super) at: usize,
    /// The names, as the slot tells them.
    pub(super) names: String,
    /// The text.
    pub(super) text: Rc<Tree>,
}

/// Members in the making.
type Members = [(String, Rc<Tree>)];

impl Run<'_> {
    /// Texts that fit each other, in the place of those that were picked. The first so many members
    /// are those that cannot be left out; the others need not be these.
    pub(super) fn orders_that_fit(
        &mut self,
        table: &Table<'_>,
        picked: &Picked,
        members: &Members,
        needed: usize,
        orders: Vec<Orders>,
    ) -> Result<Vec<(String, Rc<Tree>)>, Outcome> {
        let names: Vec<String> = orders.iter().map(|order| order.names.clone()).collect();
        let first: Vec<_> =
            orders.iter().map(|it| (it.names.clone(), Rc::clone(&it.text))).collect();
        if orders.len() < 2 || matches!(Tree::fit(members, &first), Fit::Order(_)) {
            return Ok(first);
        }
        let mut search = Search { members, needed, tried: 0, is_complete: true };
        let mut listed = Vec::new();
        for order in orders {
            let inside = &table.slots[order.at].inside;
            let mut texts = vec![order.text];
            loop {
                let known = texts.iter().filter_map(|text| match text.json() {
                    Json::String(text) => Some(text),
                    _ => None,
                });
                let values: BTreeSet<String> = known.collect();
                let spec = StringSpec { values: Some(values), ..StringSpec::default() };
                let mut not = picked.not(order.at);
                not.push(self.arena.string(spec));
                match self.ask(inside.clone(), not) {
                    Outcome::Inhabited(text) if text.doubt().is_none() && texts.len() < TRIED => {
                        texts.push(text);
                    }
                    Outcome::Empty => break,
                    Outcome::Inhabited(_) | Outcome::Unknown(_) => {
                        search.is_complete = false;
                        break;
                    }
                }
            }
            listed.push(texts);
        }
        match search.fitting(&names, &listed, &mut Vec::new()) {
            Some(orders) => Ok(orders),
            None if search.tried >= TRIED => Err(Outcome::unknown(Reason::Budget)),
            None if search.is_complete => Err(Outcome::Empty),
            None => Err(Outcome::unknown(Reason::Order)),
        }
    }
}

/// A search for texts that fit each other.
struct Search<'a> {
    members: &'a Members,
    needed: usize,
    tried: usize,
    /// Whether nothing was passed over that might fit.
    is_complete: bool,
}

impl Search<'_> {
    /// The texts so far with one for each of the other names.
    fn fitting(
        &mut self,
        names: &[String],
        listed: &[Vec<Rc<Tree>>],
        so_far: &mut Vec<(String, Rc<Tree>)>,
    ) -> Option<Vec<(String, Rc<Tree>)>> {
        let ([name, names @ ..], [texts, listed @ ..]) = (names, listed) else {
            return Some(so_far.clone());
        };
        for text in texts {
            if self.tried >= TRIED {
                return None;
            }
            self.tried += 1;
            so_far.push((name.clone(), Rc::clone(text)));
            let fits = matches!(Tree::fit(self.members, so_far), Fit::Order(_));
            let found = fits.then(|| self.fitting(names, listed, so_far)).flatten();
            if found.is_some() {
                return found;
            }
            let never = Tree::fit(&self.members[..self.needed], so_far) == Fit::Contradiction;
            self.is_complete &= fits || never;
            so_far.pop();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::json::Json;
    use crate::shape::order::{Place, Presence, text};
    use crate::shape::{Arena, Budget, Member, ObjectSpec, Sample, ShapeId, sample};

    /// Objects with the members `a`, `b` and `c`, which may be written in one of some orders.
    fn written(arena: &mut Arena, orders: &[&str]) -> ShapeId {
        let any = arena.any();
        let members = ["a", "b", "c"].map(|name| {
            let number = arena.constant(&Json::from("1"));
            (name.to_owned(), Member { shape: number, required: true })
        });
        let texts = orders.iter().map(|order| {
            let place = |name: char| Place { name: name.to_string(), presence: Presence::Certain };
            let text = text(&order.chars().map(place).collect::<Vec<_>>());
            arena.constant(&Json::from(text.as_str()))
        });
        let texts: Vec<ShapeId> = texts.collect();
        let texts = arena.union(texts);
        let mut names: Vec<char> = orders[0].chars().collect();
        names.sort_unstable();
        let orders = [(names.into_iter().collect(), texts)].into();
        arena.object(ObjectSpec { members: members.into(), orders, ..ObjectSpec::from(any) })
    }

    /// The names of a document in all of these, as they are written.
    fn names(all: &[&[&str]]) -> Result<String, Sample> {
        let mut arena = Arena::new();
        let all: Vec<ShapeId> = all.iter().map(|orders| written(&mut arena, orders)).collect();
        let both = arena.intersection(all);
        match sample(&mut arena, both, Budget::default()) {
            Sample::Document(Json::Object(members)) => {
                Ok(members.iter().map(|(name, _)| name.as_str()).collect())
            }
            other => Err(other),
        }
    }

    #[test]
    fn an_order_that_fits_all_texts_is_found_or_there_is_none() {
        assert_eq!(names(&[&["ab", "ba"], &["bc"], &["ca"]]), Ok("bca".to_owned()));
        assert_eq!(names(&[&["ab", "ba"], &["bc", "cb"], &["ca", "ac"]]), Ok("abc".to_owned()));
        assert_eq!(names(&[&["ab"], &["bc"], &["ca"]]), Err(Sample::Empty));
        assert_eq!(names(&[&["abc", "acb"], &["ba"]]), Err(Sample::Empty));
    }
}
