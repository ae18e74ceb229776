//! Elements that all differ.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::super::answer::Reason;
use super::super::tree::Tree;
use super::super::{Outcome, Run};
use super::fill::Element;
use crate::json::{Json, Number};

/// In so many places of an object a value is varied.
const PLACES: usize = 4;

/// What may stand at a position: no more than there are positions.
#[derive(Default)]
struct Candidates {
    found: Vec<(Json, Rc<Tree>)>,
    known: BTreeSet<Json>,
}

impl Run<'_> {
    /// An array whose elements all differ. As many values as there are positions are enough for
    /// each: a position with so many can always be served last.
    pub(super) fn distinct(&mut self, goals: &[Element]) -> Outcome {
        let mut candidates: BTreeMap<&Element, Candidates> = BTreeMap::new();
        let mut doubt = None;
        for goal in goals {
            if !candidates.contains_key(goal) {
                let mut found = Candidates::default();
                doubt = self.candidates(goal, goals.len(), &mut found).or(doubt);
                candidates.insert(goal, found);
            }
        }
        let values: BTreeSet<&Json> = candidates.values().flat_map(|it| &it.known).collect();
        let values: Vec<&Json> = values.into_iter().collect();
        let numbered = |of: &Candidates| -> Vec<(usize, Rc<Tree>)> {
            let number = |value: &Json| values.binary_search(&value).ok();
            of.found.iter().filter_map(|(it, tree)| Some((number(it)?, Rc::clone(tree)))).collect()
        };
        let numbered: BTreeMap<&Element, Vec<(usize, Rc<Tree>)>> =
            candidates.iter().map(|(goal, found)| (*goal, numbered(found))).collect();
        let edges: Vec<&[(usize, Rc<Tree>)]> =
            goals.iter().map(|goal| numbered[goal].as_slice()).collect();
        match matching(&edges, values.len()) {
            Some(items) => Outcome::of(Tree::array(items)),
            None => doubt.map_or(Outcome::Empty, Outcome::Unknown),
        }
    }

    /// Looks for as many elements as are wanted; why there may be more than were found.
    fn candidates(
        &mut self,
        (inside, outside): &Element,
        wanted: usize,
        candidates: &mut Candidates,
    ) -> Option<Rc<Reason>> {
        let mut others = outside.clone();
        while candidates.found.len() < wanted {
            let tree = match self.ask(inside.clone(), others.clone()) {
                Outcome::Empty => return None,
                Outcome::Unknown(reason) => return Some(reason),
                Outcome::Inhabited(tree) => tree,
            };
            // Whether what is not known differs from the rest is not known either.
            if let Some(reason) = tree.doubt() {
                return Some(Rc::clone(reason));
            }
            let first = tree.json();
            let from = candidates.found.len();
            candidates.add(first.clone(), tree);
            // The prover has to tell each value from all others. Most values have others like
            // them, of which it has to be asked only whether they may stand there; all of them at
            // once, for what is asked anew is not known before the next turn.
            for variant in (1..=wanted as u64).flat_map(|at| variants(&first, at)) {
                if candidates.known.contains(&variant) {
                    continue;
                }
                let mut inside = inside.clone();
                inside.push(self.arena.constant(&variant));
                if let Outcome::Inhabited(tree) = self.ask(inside, outside.clone())
                    && tree.doubt().is_none()
                {
                    candidates.add(variant, tree);
                }
            }
            for (value, tree) in &candidates.found[from..] {
                self.spend(tree.size() / 16);
                others.push(self.arena.constant(value));
            }
        }
        None
    }
}

impl Candidates {
    fn add(&mut self, value: Json, tree: Rc<Tree>) {
        self.known.insert(value.clone());
        self.found.push((value, tree));
    }
}

/// Values that differ from a value in one place, and from those with another number.
fn variants(value: &Json, at: u64) -> Vec<Json> {
    match value {
        Json::Null | Json::Bool(_) => Vec::new(),
        Json::Number(number) => {
            let moved = |by: i128| {
                let moved = number.scaled(number.exponent().min(0))? + by;
                Number::from_scaled(&moved, number.exponent().min(0), number.class())
            };
            let by = i128::from(at);
            [moved(by), moved(-by)].into_iter().flatten().map(Json::from).collect()
        }
        Json::String(text) => {
            let end = at.to_string();
            let kept = text.chars().count().saturating_sub(end.len());
            let mut text: String = text.chars().take(kept).collect();
            text.push_str(&end);
            vec![Json::String(text)]
        }
        Json::Array(items) => {
            let first = items.first().map(|it| variants(it, at)).unwrap_or_default();
            let put = |variant| {
                let mut items = items.to_vec();
                items[0] = variant;
                Json::Array(items.into())
            };
            first.into_iter().map(put).collect()
        }
        Json::Object(members) => {
            let varied = members.iter().enumerate().flat_map(|(index, (_, value))| {
                variants(value, at).into_iter().map(move |variant| (index, variant))
            });
            let put = |(index, variant): (usize, Json)| {
                let mut members = members.to_vec();
                members[index].1 = variant;
                Json::Object(members.into())
            };
            varied.take(PLACES).map(put).collect()
        }
    }
}

/// A different value for each position, by augmenting paths.
fn matching(edges: &[&[(usize, Rc<Tree>)]], values: usize) -> Option<Vec<Rc<Tree>>> {
    fn serve(
        edges: &[&[(usize, Rc<Tree>)]],
        position: usize,
        seen: &mut [bool],
        owner: &mut [Option<usize>],
    ) -> bool {
        // One that nobody has, before others are asked to take another one.
        if let Some((value, _)) = edges[position].iter().find(|(it, _)| owner[*it].is_none()) {
            owner[*value] = Some(position);
            return true;
        }
        for (value, _) in edges[position] {
            if std::mem::replace(&mut seen[*value], true) {
                continue;
            }
            if owner[*value].is_none_or(|other| serve(edges, other, seen, owner)) {
                owner[*value] = Some(position);
                return true;
            }
        }
        false
    }
    let mut owner = vec![None; values];
    for position in 0..edges.len() {
        if !serve(edges, position, &mut vec![false; values], &mut owner) {
            return None;
        }
    }
    let mut items = vec![None; edges.len()];
    for (value, position) in owner.into_iter().enumerate() {
        let Some(position) = position else { continue };
        items[position] =
            edges[position].iter().find(|it| it.0 == value).map(|it| Rc::clone(&it.1));
    }
    items.into_iter().collect()
}
