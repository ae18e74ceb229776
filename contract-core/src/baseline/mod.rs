//! Breaks that fail where they are written: the item as it is now against what was released, as
//! constants.
//!
//! `cargo contract-check accept` writes `contract_baseline.rs` beside the root of a crate that
//! declares a contract: for every item what consumers rely on, as conditions with their sentences.
//! The macros emit for every item one string of *facts*, a line each, and one constant that asks
//! the module named `contract_baseline` of its crate's root, if there is one, and [`absent`] if
//! there is none. Names are looked up by the compiler, so that a derive needs to know nothing: the
//! root's names are imported by a glob in an inner block, and a name found there goes before the
//! one of the outer block.
//!
//! An item whose facts are those that were accepted costs the hash of its path. Only a changed
//! item is compared line by line. Nothing here resolves a type or decides what a change means: the
//! conditions were written by the command, which did.
//!
//! # The text
//! The first character of a line says what it is; its parts are separated by tabs.
//! ```text
//! ! field-removed/response     a sentence about what changed, one about who is hurt, one about
//! | `{it}` of `{within}` ..    what to do; `{to}` stands for the rest of a fact that is too much
//! @ orders::order::Parcel 1f0e..       an item: its path and the hash of its accepted facts
//! # types/Parcel  stable  Parcel  orders 1.4.0  operations/orders.ship
//!                              its clause, level, name, release, and what reaches it
//! ? struct                     nothing is said of the item unless it still has this fact
//! . fields/tracking  stable  tracking  Parcel
//!                              the clause, level and name that the following lines are about
//! = tracking  track            names of a member
//! ~ field-renamed  tracking  tracking  string
//!                              the sentences, what was, the member they are about if it is found
//!                              under another name, and its type if std names it
//! ^ demands tracking           the next line is a condition only if there is this fact
//! + field-removed/response  -  writes tracking  more *
//!                              the sentences, what was; there has to be one of these facts
//! - type-narrowed/request  u32  type weight  u8  u16
//!                              there must be no fact of this kind with one of these words
//! * variant-added/response  -  writes-variant  paid  shipped
//!                              there are facts of this kind with these words only
//! < window-changed  24h  =idempotency/window  t  24h
//!                              a fact of this kind must not be less: a time, a number `n`, a date
//!                              `d` or a version `v`
//! > timeout-raised  8s  =timeout  t  8s
//!                              the same for more
//! & kinds-changed  a, b  =effect/bank/kinds  a  b
//!                              a fact of this kind, a list, has to have all of these words
//! \ kinds-changed  a, b  =effect/bank/kinds  a  b
//!                              the same for no others
//! ```

mod facts;
mod judge;
mod moved;
mod said;
#[cfg(test)]
mod tests;
mod text;
mod values;

use judge::judge;
use said::Said;
use text::{part, same};

/// An item as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// Its path: its module and its name.
    pub path: &'static str,
    /// The hash of its facts.
    pub hash: u64,
    /// Its facts: a line each, the number of the place that says it, a space, the fact.
    pub facts: &'static str,
}

/// What was released.
#[derive(Clone, Copy, Debug)]
pub struct Released {
    /// The text; see the module.
    pub text: &'static str,
    /// For every item three numbers: the hash of its path, by which they are sorted, the hash of its
    /// accepted facts, and where the line after its own starts.
    pub index: &'static [u64],
    /// Whether anything is to be compared: the features are those that were accepted, and nobody
    /// has turned it off.
    pub active: bool,
}

impl Released {
    /// The place of the first thing that breaks somebody, from 1; 0 if there is none.
    pub const fn broken(&self, now: &Now) -> usize {
        match self.find(now) {
            Some(at) => judge(self.text.as_bytes(), at, now.facts.as_bytes()).site,
            None => 0,
        }
    }

    /// The sentences about it; none if nothing is broken.
    pub fn say(&self, now: &Now) -> Option<String> {
        let at = self.find(now)?;
        let (text, facts) = (self.text.as_bytes(), now.facts.as_bytes());
        let broken = judge(text, at, facts);
        (broken.site > 0).then(|| Said::new(text, facts, &broken).text().to_owned())
    }

    /// Ends the evaluation with the sentences about what is broken.
    ///
    /// # Panics
    /// Always.
    #[track_caller]
    pub const fn fail(&self, now: &Now) -> ! {
        match self.find(now) {
            Some(at) => {
                let (text, facts) = (self.text.as_bytes(), now.facts.as_bytes());
                let said = Said::new(text, facts, &judge(text, at, facts));
                panic!("{}", said.text())
            }
            None => panic!("this item breaks nothing"),
        }
    }

    /// Where the conditions of a changed item start.
    const fn find(&self, now: &Now) -> Option<usize> {
        if !self.active {
            return None;
        }
        let path = hash(now.path.as_bytes());
        // Every item of the crate looks here: one after the other would be too many steps.
        let (mut from, mut to) = (0, self.index.len() / 3);
        while from < to {
            let middle = from + (to - from) / 2;
            if self.index[middle * 3] < path {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        let item = from * 3;
        if item >= self.index.len() || self.index[item] != path || self.index[item + 1] == now.hash
        {
            return None;
        }
        Some(self.index[item + 2] as usize)
    }
}

/// Whether facts meet conditions.
pub const fn holds(conditions: &str, facts: &str) -> bool {
    judge(conditions.as_bytes(), 0, facts.as_bytes()).site == 0
}

/// Stands for the root's `contract_baseline` in crates that have none.
pub mod absent {
    use super::{Now, Released};

    /// Nothing.
    pub const RELEASED: Released = Released { text: "", index: &[], active: false };

    /// Nothing is broken.
    pub const fn broken(_: &Now) -> usize {
        0
    }

    /// Is never called.
    ///
    /// # Panics
    /// Always.
    #[track_caller]
    pub const fn fail(now: &Now) -> ! {
        RELEASED.fail(now)
    }
}

/// FNV-1a in 64 bits, as the macros and the command compute it.
pub const fn hash(bytes: &[u8]) -> u64 {
    part(bytes, 0, bytes.len())
}

/// Whether an environment variable's value turns the comparison off: `off`.
pub const fn is_off(value: Option<&str>) -> bool {
    match value {
        Some(value) => same(value.as_bytes(), 0, value.len(), b"off", 0, 3),
        None => false,
    }
}
