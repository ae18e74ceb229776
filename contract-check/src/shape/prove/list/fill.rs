//! Filling an array: a value for every position, such that the counts are right and, where
//! elements must differ, they do.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use super::super::super::answer::Reason;
use super::super::super::arena::ShapeId;
use super::super::tree::{SIZE, Tree};
use super::super::{Outcome, Run};
use super::{Picked, Whole};

/// Longer arrays are not shown: that of the shortest elements is as large as a document may be.
const LENGTH: u64 = SIZE / 2;

/// Where elements must differ, longer arrays are not tried.
const DISTINCT: u64 = 1_100;

/// Where elements are counted, longer arrays are not tried.
const COUNTED: u64 = 64;

/// More shapes than this are not counted at once.
const SHAPES: usize = 6;

/// The shapes of an element: what it is in, and what it is not in.
pub(super) type Element = (Vec<ShapeId>, Vec<ShapeId>);

/// How many elements of a shape there are to be.
struct Count {
    shape: ShapeId,
    least: u64,
    most: u64,
}

/// A search for elements with the right counts.
struct Counting<'a> {
    elements: &'a [Element],
    counts: &'a [Count],
    equal: Option<(usize, usize)>,
    unique: bool,
    /// Positions and counts from which there is no way on.
    dead: HashSet<(usize, Vec<u64>)>,
    /// What was assumed so far, by position: whether it is of each shape, or not said.
    said: Vec<Vec<Option<bool>>>,
    doubt: Option<Rc<Reason>>,
}

impl Run<'_> {
    /// A shortest array as it was picked.
    pub(super) fn fill(&mut self, whole: &Whole<'_>, picked: &Picked) -> Outcome {
        let mut counts: BTreeMap<ShapeId, Count> = BTreeMap::new();
        for (shape, least) in &picked.at_least {
            let entry = Count { shape: *shape, least: 0, most: u64::MAX };
            let count = counts.entry(*shape).or_insert(entry);
            count.least = count.least.max(*least);
        }
        for (shape, most) in &picked.at_most {
            let entry = Count { shape: *shape, least: 0, most: u64::MAX };
            let count = counts.entry(*shape).or_insert(entry);
            count.most = count.most.min(*most);
        }
        let counts: Vec<Count> = counts.into_values().collect();
        if counts.iter().any(|count| count.least > count.most) {
            return Outcome::Empty;
        }
        let shortest = picked.length();
        // What has to be there must be possible at all; then a long array need not be written.
        let mut outcome = Outcome::Empty;
        let mut possible = true;
        for position in 0..=whole.prefix {
            if (position as u64) < shortest {
                let not = picked.not.get(&position).cloned().unwrap_or_default();
                possible &= !matches!(self.ask(whole.at(position), not), Outcome::Empty);
            }
        }
        if !possible {
            return Outcome::Empty;
        }
        // Elements to be counted may have no place in the prefix. Beyond that, an array only
        // grows by elements that nothing asks for.
        let more: u64 = counts.iter().fold(0, |sum, count| sum.saturating_add(count.least));
        let longest = match more {
            0 => shortest,
            more => shortest.max(whole.prefix as u64).saturating_add(more).min(picked.max),
        };
        let limit = match (counts.is_empty(), whole.unique) {
            (true, false) => LENGTH,
            (true, true) => DISTINCT,
            (false, _) => COUNTED,
        };
        if counts.len() > SHAPES {
            return Outcome::unknown(Reason::Budget);
        }
        for length in shortest..=longest {
            if length > limit {
                // Where fewer cannot be told apart already, more cannot either.
                if whole.unique
                    && picked.equal.is_none()
                    && let Outcome::Empty = self.fill_length(whole, picked, &[], COUNTED as usize)
                {
                    return outcome;
                }
                return outcome.or(Outcome::unknown(Reason::Size));
            }
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            outcome = outcome.or(match counts.is_empty() && !whole.unique {
                true => self.fill_freely(whole, picked, length),
                false => self.fill_length(whole, picked, &counts, length),
            });
            if matches!(outcome, Outcome::Inhabited(_)) {
                break;
            }
        }
        outcome
    }

    /// An array of a length whose elements have nothing to do with each other, but for two that
    /// may have to be equal.
    fn fill_freely(&mut self, whole: &Whole<'_>, picked: &Picked, length: usize) -> Outcome {
        let alike = picked.free(whole.prefix);
        let mut items = Vec::new();
        for (inside, outside) in elements(whole, picked, length.min(alike + 1)) {
            match self.ask(inside, outside) {
                Outcome::Inhabited(tree) => items.push(tree),
                other => return other,
            }
        }
        if let Some(last) = items.last().cloned() {
            if last.size().saturating_mul((length - items.len()) as u64) > SIZE {
                return Outcome::unknown(Reason::Size);
            }
            // Each takes memory, so that many long arrays are too much.
            if !self.spend(length as u64 / 2) {
                return Outcome::Empty;
            }
            // Whatever stands beyond is as the first one there.
            items.resize(length, last);
        }
        Outcome::of(Tree::array(items))
    }

    fn fill_length(
        &mut self,
        whole: &Whole<'_>,
        picked: &Picked,
        counts: &[Count],
        length: usize,
    ) -> Outcome {
        let elements = elements(whole, picked, length);
        let mut counting = Counting {
            elements: &elements,
            counts,
            equal: picked.equal,
            unique: whole.unique,
            dead: HashSet::new(),
            said: Vec::new(),
            doubt: None,
        };
        let outcome = self.count(&mut counting, vec![0; counts.len()]);
        match (outcome, counting.doubt) {
            (Outcome::Empty, Some(reason)) => Outcome::Unknown(reason),
            (outcome, _) => outcome,
        }
    }

    /// Says for the next position which of the counted shapes its element has, and goes on.
    fn count(&mut self, counting: &mut Counting<'_>, have: Vec<u64>) -> Outcome {
        let at = counting.said.len();
        if !self.spend(1) {
            return Outcome::Empty;
        }
        let left = (counting.elements.len() - at) as u64;
        let short = |(count, have): (&Count, &u64)| have.saturating_add(left) < count.least;
        if counting.counts.iter().zip(&have).any(short) {
            return Outcome::Empty;
        }
        if left == 0 {
            return self.build(counting);
        }
        // With equal or distinct elements more than the counts matters for what follows.
        let forgets = counting.equal.is_none() && !counting.unique;
        if forgets && counting.dead.contains(&(at, have.clone())) {
            return Outcome::Empty;
        }
        let choices = match counting.equal {
            Some((first, second)) if second == at => vec![counting.said[first].clone()],
            _ => choices(counting.counts, &have),
        };
        for choice in choices {
            let next: Vec<u64> = have
                .iter()
                .zip(&choice)
                .map(|(have, said)| have + u64::from(*said == Some(true)))
                .collect();
            if counting.counts.iter().zip(&next).any(|(count, have)| *have > count.most) {
                continue;
            }
            let (inside, outside) = element(counting, at, &choice);
            match self.ask(inside, outside) {
                Outcome::Empty => continue,
                Outcome::Unknown(reason) => {
                    counting.doubt.get_or_insert(reason);
                }
                Outcome::Inhabited(_) => {}
            }
            counting.said.push(choice);
            let outcome = self.count(counting, next);
            counting.said.pop();
            if !matches!(outcome, Outcome::Empty) {
                return outcome;
            }
        }
        if forgets {
            counting.dead.insert((at, have));
        }
        Outcome::Empty
    }

    /// The array whose elements are as was said.
    fn build(&mut self, counting: &mut Counting<'_>) -> Outcome {
        let goals: Vec<Element> = counting
            .said
            .iter()
            .enumerate()
            .map(|(at, choice)| element(counting, at, choice))
            .collect();
        if counting.unique {
            return self.distinct(&goals);
        }
        let mut items = Vec::new();
        for (inside, outside) in goals {
            match self.ask(inside, outside) {
                Outcome::Inhabited(tree) => items.push(tree),
                other => return other,
            }
        }
        Outcome::of(Tree::array(items))
    }
}

/// The shapes of the first elements, so many of them.
fn elements(whole: &Whole<'_>, picked: &Picked, length: usize) -> Vec<Element> {
    let mut elements: Vec<Element> = (0..length)
        .map(|at| (whole.at(at), picked.not.get(&at).cloned().unwrap_or_default()))
        .collect();
    if let Some((first, second)) = picked.equal {
        let (shapes, not) = elements[second].clone();
        elements[first].0.extend(shapes);
        elements[first].1.extend(not);
        elements[second] = elements[first].clone();
    }
    elements
}

/// What may be said of an element: the least first.
fn choices(counts: &[Count], have: &[u64]) -> Vec<Vec<Option<bool>>> {
    let mut choices: Vec<Vec<Option<bool>>> = vec![Vec::new()];
    for (count, have) in counts.iter().zip(have) {
        // Where there is no upper bound, an element need not be said to lack the shape.
        let otherwise = if count.most == u64::MAX { None } else { Some(false) };
        let options = if *have < count.least {
            vec![Some(true), otherwise]
        } else if count.most == u64::MAX {
            vec![None]
        } else {
            vec![otherwise, Some(true)]
        };
        choices = options
            .iter()
            .flat_map(|option| {
                choices.iter().map(|choice| {
                    let mut choice = choice.clone();
                    choice.push(*option);
                    choice
                })
            })
            .collect();
    }
    choices
}

/// The goal of an element of which something was said.
fn element(counting: &Counting<'_>, at: usize, choice: &[Option<bool>]) -> Element {
    let (mut inside, mut outside) = counting.elements[at].clone();
    for (count, said) in counting.counts.iter().zip(choice) {
        match said {
            Some(true) => inside.push(count.shape),
            Some(false) => outside.push(count.shape),
            None => {}
        }
    }
    (inside, outside)
}
