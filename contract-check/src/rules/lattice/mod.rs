//! The table of clauses that say something other than a shape: what a change of their value
//! means. Breakage is derived from it; nothing else compares such clauses.
//!
//! A clause is a *guarantee* (promised to consumers), an *obligation* (demanded of them), an
//! *identity* (any change is another thing), an *entry* (what matters is whether it is there) or a
//! *remark* (worth knowing). The values of a guarantee or an obligation have an order, and absence
//! has a place in it. A guarantee breaks when it gets weaker, an obligation when it gets stronger,
//! both when the two values cannot be compared: behavioural subtyping, as data.

mod base;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use contract_core::document::Duration;

use super::{Rule, clauses, entries};
use crate::finding::Hazard;

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// Which clauses it is about. `*` stands for one segment, `**` for any number of them.
    pub clauses: &'static [&'static str],
    /// What a change means.
    pub polarity: Polarity,
    /// How values are ordered.
    pub order: Order,
    /// What it means that nothing is said.
    pub absent: Absent,
    /// Whether it is judged where the group it belongs to comes or goes as a whole.
    pub stands: Stands,
    /// Who is hurt.
    pub party: Party,
    /// Whether they notice.
    pub hazard: Hazard,
    /// The rule of a change that hurts somebody; of an entry that is gone.
    pub worse: &'static Rule,
    /// The rule of a change that hurts nobody; of an entry that is new.
    pub better: &'static Rule,
    /// Why a change hurts.
    pub why: &'static str,
    /// Two values of which the second is worse; nothing stands for an absent clause. Both are
    /// absent where a single clause says too little.
    pub sample: [Option<&'static str>; 2],
}

/// Whether a clause is judged where the group it belongs to comes or goes as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is: it leads its group, or asks for something by itself.
    Alone,
    /// It is not: what leads the group says what that means.
    Group,
}

/// What a change of a clause means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// Promised to consumers: weaker breaks.
    Guarantee,
    /// Demanded of consumers: stronger breaks.
    Obligation,
    /// Any change breaks.
    Identity,
    /// Any change may hurt and only people can tell: the words of a meaning.
    Judgement,
    /// No change breaks.
    Remark,
    /// What matters is whether it is there.
    Entry {
        /// What it means that it is new.
        added: Entry,
        /// What it means that it is gone.
        removed: Entry,
    },
}

/// What it means that an entry comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Somebody is hurt.
    Breaks,
    /// Somebody is hurt unless the set it belongs to was open, or only new requests can meet it:
    /// the clause `open` beside the entry's set, and `reached_by` below the entry, say so.
    BreaksIfClosed,
    /// Somebody is hurt if it is terminal and nothing else says that a job has ended.
    BreaksIfTerminal,
    /// Somebody is hurt if some mode asks for it and it has no default.
    BreaksIfRequired,
    /// Nobody is hurt.
    Note,
}

/// How the values of a clause are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Not at all.
    None,
    /// Each word is weaker than the next.
    Chain(&'static [&'static str]),
    /// Each word of a rank is weaker than those of the next; in a rank they are equally strong.
    Ranks(&'static [&'static [&'static str]]),
    /// The first word of each pair is weaker than the second.
    Pairs(&'static [(&'static str, &'static str)]),
    /// A later date is stronger: `YYYY-MM-DD`, which sorts as text.
    LaterDate,
    /// A later version is stronger.
    LaterVersion,
    /// A longer duration is stronger.
    Longer,
    /// A shorter duration is stronger.
    Shorter,
    /// A larger number is stronger.
    More,
    /// A smaller number is stronger.
    Fewer,
    /// A set is stronger than its subsets. Values are written `a, b`.
    Superset,
    /// A set is weaker than its subsets.
    Subset,
}

/// What it means that nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Nothing is promised: weaker than every value.
    Weakest,
    /// No limit applies: stronger than every value.
    Strongest,
    /// Saying it for the first time, or no longer, is an announcement.
    Free,
    /// The same as this word.
    Means(&'static str),
    /// As much is asked for as by this word, and yet nothing was said.
    AsMuch(&'static str),
    /// Something else than every value: coming and going are changes.
    Distinct,
}

/// Who is hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// Who calls operations and reads answers.
    Caller,
    /// Who subscribes to events.
    Subscriber,
    /// Both.
    Consumer,
    /// Who produces what this contract consumes.
    Producer,
    /// Who deploys.
    Operator,
    /// Who has to agree to what cannot be undone. What hurts them is no matter of versions.
    Approver,
}

impl Party {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Caller => "caller",
            Self::Subscriber => "subscriber",
            Self::Consumer => "consumer",
            Self::Producer => "producer",
            Self::Operator => "operator",
            Self::Approver => "approver",
        }
    }
}

/// What a change of a value comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The same, said in another way.
    Same,
    /// Nobody is hurt.
    Better,
    /// Somebody is.
    Worse,
    /// Only people can tell.
    Unclear,
}

/// Every row, in the order in which the documentation lists them.
pub fn table() -> impl Iterator<Item = &'static Row> {
    [base::ROWS, entries::ROWS].into_iter().chain(clauses::ROWS.iter().copied()).flatten()
}

/// The rows of a clause: a timeout is a promise to answer by then and a promise to work that long.
pub fn rows(clause: &str) -> Vec<&'static Row> {
    // What an entry is called says nothing about it: a field may have the name `unit`.
    let below = below_names(clause);
    let is = |row: &&Row| {
        row.clauses.iter().any(|pattern| match pattern.starts_with("**/") {
            true => matches(pattern, below),
            false => matches(pattern, clause),
        })
    };
    let mut rows: Vec<&Row> = table().filter(is).collect();
    // `**/level` matches what another row names, too: the row that says more is the row.
    if rows.iter().any(|row| !row.is_everywhere()) {
        rows.retain(|row| !row.is_everywhere());
    }
    rows
}

/// What a clause says of the innermost entry that it belongs to: `unit` of
/// `types/Order/fields/total/unit`, nothing of the field itself.
pub(crate) fn below_names(clause: &str) -> &str {
    const ITEMS: [&str; 8] =
        ["types", "operations", "events", "consumers", "jobs", "providers", "errors", "data"];
    const LISTS: [&str; 5] = ["fields", "variants", "codes", "states", "config"];
    /// Behind the first of the words and the name that follows it.
    fn behind<'c>(clause: &'c str, words: &[&str], anywhere: bool) -> Option<&'c str> {
        let mut tail = clause;
        loop {
            let (word, rest) = tail.split_once('/')?;
            if words.contains(&word) {
                return Some(rest.split_once('/').map_or("", |(_, below)| below));
            }
            tail = rest;
            if !anywhere {
                return None;
            }
        }
    }
    let mut below = behind(clause, &ITEMS, false).unwrap_or(clause);
    while let Some(further) = behind(below, &LISTS, true) {
        below = further;
    }
    below
}

/// Whether what matters of a clause is whether it is there.
pub fn is_entry(clause: &str) -> bool {
    rows(clause).iter().any(|row| matches!(row.polarity, Polarity::Entry { .. }))
}

/// Whether a clause is only the place of its entries.
pub fn is_list(clause: &str) -> bool {
    table().any(|row| {
        matches!(row.polarity, Polarity::Entry { .. })
            && row
                .clauses
                .iter()
                .any(|pattern| pattern.strip_suffix("/*").is_some_and(|list| matches(list, clause)))
    })
}

impl Row {
    /// Whether it is about clauses of any item.
    fn is_everywhere(&self) -> bool {
        self.clauses.iter().all(|pattern| pattern.starts_with("**/"))
    }

    /// What a change of the value comes to. None stands for an absent clause. Sets are written
    /// `a, b`.
    pub fn judge(&self, old: Option<&str>, new: Option<&str>) -> Move {
        if let Polarity::Entry { added, removed } = self.polarity {
            if old.is_some() && new.is_some() {
                return Move::Better;
            }
            return match if old.is_none() { added } else { removed } {
                Entry::Note => Move::Better,
                _ => Move::Worse,
            };
        }
        let (old, new) = match self.absent {
            Absent::Means(word) | Absent::AsMuch(word) => (old.or(Some(word)), new.or(Some(word))),
            _ => (old, new),
        };
        let stronger = match (old, new) {
            (Some(old), Some(new)) => self.order.compare(old, new),
            (None, None) => Some(Ordering::Equal),
            (None, Some(_)) => self.absent.compared().map(Ordering::reverse),
            (Some(_), None) => self.absent.compared(),
        };
        if stronger == Some(Ordering::Equal) {
            return Move::Same;
        }
        let first = old.is_none() && self.absent != Absent::Distinct;
        let announced = (old.is_none() || new.is_none()) && self.absent == Absent::Free;
        match self.polarity {
            Polarity::Remark | Polarity::Entry { .. } => Move::Better,
            Polarity::Judgement if first => Move::Better,
            Polarity::Judgement => Move::Unclear,
            // Saying for the first time what was always so is a new promise.
            Polarity::Identity if first => Move::Better,
            Polarity::Identity => Move::Worse,
            _ if announced => Move::Better,
            Polarity::Guarantee if stronger == Some(Ordering::Greater) => Move::Better,
            Polarity::Obligation if stronger == Some(Ordering::Less) => Move::Better,
            Polarity::Guarantee | Polarity::Obligation => Move::Worse,
        }
    }
}

impl Absent {
    /// A value in a sentence: what is said, or what saying nothing means; empty where it means
    /// nothing.
    pub const fn told(self, value: Option<&str>) -> &str {
        match (value, self) {
            (Some(value), _) => value,
            (None, Self::Means(word)) => word,
            (None, _) => "",
        }
    }

    /// Absence compared with a value.
    fn compared(self) -> Option<Ordering> {
        match self {
            Self::Weakest => Some(Ordering::Less),
            Self::Strongest => Some(Ordering::Greater),
            Self::Free | Self::Means(_) | Self::AsMuch(_) | Self::Distinct => None,
        }
    }
}

impl Order {
    /// The new value compared with the old one; none where they cannot be compared.
    fn compare(self, old: &str, new: &str) -> Option<Ordering> {
        if old == new {
            return Some(Ordering::Equal);
        }
        match self {
            Self::None => None,
            Self::Chain(words) => {
                let place = |word| words.iter().position(|known| *known == word);
                Some(place(new)?.cmp(&place(old)?))
            }
            Self::Ranks(ranks) => {
                let place = |word: &str| ranks.iter().position(|rank| rank.contains(&word));
                Some(place(new)?.cmp(&place(old)?))
            }
            Self::Pairs(pairs) => {
                if pairs.contains(&(old, new)) {
                    Some(Ordering::Greater)
                } else if pairs.contains(&(new, old)) {
                    Some(Ordering::Less)
                } else {
                    None
                }
            }
            Self::LaterDate => Some(new.cmp(old)),
            Self::LaterVersion => {
                let version = |text| semver::Version::parse(text).ok();
                Some(version(new)?.cmp(&version(old)?))
            }
            Self::Longer => Some(Duration::read(new)?.cmp(&Duration::read(old)?)),
            Self::Shorter => Some(Duration::read(old)?.cmp(&Duration::read(new)?)),
            Self::More => number(new)?.partial_cmp(&number(old)?),
            Self::Fewer => number(old)?.partial_cmp(&number(new)?),
            Self::Superset => included(old, new),
            Self::Subset => included(new, old),
        }
    }
}

/// A count or a factor: both are far from where doubles are not exact.
fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// The second set compared with the first.
fn included(one: &str, other: &str) -> Option<Ordering> {
    let set = |text: &'_ str| -> BTreeSet<String> { text.split(", ").map(str::to_owned).collect() };
    let (one, other) = (set(one), set(other));
    match (one.is_subset(&other), other.is_subset(&one)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
}

/// Whether a clause matches a pattern.
pub(crate) fn matches(pattern: &str, clause: &str) -> bool {
    let cut = |path: &'_ str| {
        path.split_once('/').map_or((path.len(), path.len()), |(it, _)| (it.len(), it.len() + 1))
    };
    let (end, below) = cut(pattern);
    let (word, rest) = (&pattern[..end], &pattern[below..]);
    if word == "**" {
        let mut tail = clause;
        loop {
            if matches(rest, tail) {
                return true;
            }
            match tail.split_once('/') {
                Some((_, below)) => tail = below,
                None => return false,
            }
        }
    }
    let (end, below) = cut(clause);
    let fits = word == "*" || word == &clause[..end];
    // Both end, or neither does.
    let ends = [rest.is_empty(), clause[below..].is_empty()];
    fits && match ends {
        [true, true] => true,
        [false, false] => matches(rest, &clause[below..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(clause: &str, old: &str, new: &str) -> Move {
        let said = |value: &'static str| (!value.is_empty()).then_some(value);
        let (old, new) = (old.to_owned().leak(), new.to_owned().leak());
        rows(clause)[0].judge(said(old), said(new))
    }

    #[test]
    fn names_are_no_clauses() {
        for name in ["unit", "meaning", "level", "deprecated", "construct", "fields"] {
            for entry in ["types/A/fields", "types/A/variants", "types/A/variants/B/fields"] {
                assert!(rows(&format!("{entry}/{name}")).is_empty(), "{entry}/{name}");
                let unit = rows(&format!("{entry}/{name}/unit"));
                assert!(unit.iter().all(|row| row.worse.id == "unit-changed") && unit.len() == 1);
            }
        }
        assert_eq!(rows("operations/level/level")[0].worse.id, rows("contract/level")[0].worse.id);
        let codes = |clause: &str| rows(clause).iter().any(|row| row.worse.id == "unit-changed");
        assert!(!codes("errors/E/codes/unit") && !codes("operations/a/errors/codes/unit"));
    }

    #[test]
    fn patterns_match_whole_clauses() {
        assert!(matches("**/level", "level"));
        assert!(matches("**/level", "types/A/fields/b/level"));
        assert!(!matches("**/level", "types/A/fields/level/type"));
        assert!(matches("operations/*", "operations/orders.get"));
        assert!(!matches("operations/*", "operations/orders.get/http"));
    }

    #[test]
    fn a_guarantee_breaks_when_it_gets_weaker() {
        let retry = "errors/E/codes/C/retry";
        assert_eq!(judge(retry, "safe", "with_key"), Move::Worse);
        assert_eq!(judge(retry, "never", "safe"), Move::Better);
        assert_eq!(judge("types/A/level", "stable", "experimental"), Move::Worse);
        assert_eq!(judge("types/A/level", "experimental", "stable"), Move::Better);
    }

    #[test]
    fn what_cannot_be_compared_breaks() {
        let effects = "errors/E/codes/C/effects";
        assert_eq!(judge(effects, "none", "all"), Move::Worse);
        assert_eq!(judge(effects, "all", "none"), Move::Worse);
        assert_eq!(judge(effects, "partial", "none"), Move::Better);
        assert_eq!(judge(effects, "none", "unknown"), Move::Worse);
    }

    #[test]
    fn an_obligation_breaks_when_it_gets_stronger() {
        assert_eq!(judge("errors/E/open", "closed", "open"), Move::Worse);
        assert_eq!(judge("errors/E/open", "open", "closed"), Move::Better);
    }

    #[test]
    fn an_identity_breaks_when_it_changes() {
        assert_eq!(judge("operations/a/http/method", "GET", "POST"), Move::Worse);
        assert_eq!(judge("errors/E/codes/C/status", "409", "423"), Move::Worse);
        assert_eq!(judge("types/A/fields/a/unit", "", "EUR"), Move::Better);
        assert_eq!(judge("types/A/fields/a/unit", "EUR", ""), Move::Worse);
    }

    #[test]
    fn a_sunset_may_be_put_off_and_not_shortened() {
        let sunset = "types/A/deprecated/sunset";
        assert_eq!(judge(sunset, "2027-06-30", "2027-01-31"), Move::Worse);
        assert_eq!(judge(sunset, "2027-01-31", "2027-06-30"), Move::Better);
        assert_eq!(judge(sunset, "", "2027-06-30"), Move::Better);
        let removal = "types/A/deprecated/remove_in";
        assert_eq!(judge(removal, "10.0.0", "9.0.0"), Move::Worse);
    }

    #[test]
    fn words_of_a_meaning_are_for_people() {
        assert_eq!(judge("types/A/meaning", "a", "b"), Move::Unclear);
        assert_eq!(judge("types/A/meaning", "", "b"), Move::Better);
    }

    #[test]
    fn the_orders_use_the_words_of_the_vocabulary() {
        use contract_core::{Effects, Level, Retry};
        let words = |clause| match rows(clause)[0].order {
            Order::Chain(words) => words.to_vec(),
            Order::Pairs(pairs) => {
                let mut words: Vec<_> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
                words.sort_unstable();
                words.dedup();
                words
            }
            other => panic!("{other:?} has no words"),
        };
        assert_eq!(words("a/level"), Level::ALL.iter().map(|it| it.word()).collect::<Vec<_>>());
        assert_eq!(
            words("errors/E/codes/C/retry"),
            Retry::ALL.iter().map(|it| it.word()).collect::<Vec<_>>()
        );
        let mut effects: Vec<_> = Effects::ALL.iter().map(|it| it.word()).collect();
        effects.sort_unstable();
        assert_eq!(words("errors/E/codes/C/effects"), effects);
    }
}
