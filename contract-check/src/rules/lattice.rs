//! The table of clauses that say something other than a shape: what a change of their value
//! means. Breakage is derived from it; nothing else compares such clauses.
//!
//! A clause is a *guarantee* (promised to consumers), an *obligation* (demanded of them), an
//! *identity* (any change is another thing), an *entry* (what matters is whether it is there) or a
//! *remark* (worth knowing). The values of a guarantee or an obligation have an order, and absence
//! has a place in it. A guarantee breaks when it gets weaker, an obligation when it gets stronger,
//! both when the two values cannot be compared: behavioural subtyping, as data.

use std::cmp::Ordering;

use super::Rule;
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
    /// Somebody is hurt unless the set it belongs to was open: the clause `open` beside the
    /// entry's set says so.
    BreaksIfClosed,
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
    /// The first word of each pair is weaker than the second.
    Pairs(&'static [(&'static str, &'static str)]),
    /// A later date is stronger: `YYYY-MM-DD`, which sorts as text.
    LaterDate,
    /// A later version is stronger.
    LaterVersion,
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
}

/// What a change of a value comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Nobody is hurt.
    Better,
    /// Somebody is.
    Worse,
    /// Only people can tell.
    Unclear,
}

/// Every row. The first one that a clause matches is its row.
pub const TABLE: &[Row] = &[
    Row {
        clauses: &["contract/id"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Loud,
        worse: &super::CONTRACT_ID_CHANGED,
        better: &super::CONTRACT_ID_CHANGED,
        why: "another contract",
    },
    Row {
        clauses: &["contract/owner"],
        polarity: Polarity::Remark,
        order: Order::None,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &super::OWNER_CHANGED,
        better: &super::OWNER_CHANGED,
        why: "another team decides",
    },
    Row {
        clauses: &["**/level"],
        polarity: Polarity::Guarantee,
        order: Order::Chain(&[
            "out_of_contract",
            "incidental",
            "experimental",
            "provisional",
            "stable",
        ]),
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &super::LEVEL_LOWERED,
        better: &super::LEVEL_RAISED,
        why: "demotion withdraws the promise itself",
    },
    Row {
        clauses: &["**/meaning"],
        polarity: Polarity::Judgement,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &super::MEANING_CHANGED,
        better: &super::MEANING_CHANGED,
        why: "the same value says another thing; only people can tell from the words",
    },
    Row {
        clauses: &["**/unit"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &super::UNIT_CHANGED,
        better: &super::UNIT_CHANGED,
        why: "the same number is another amount",
    },
    Row {
        clauses: &["**/deprecated"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Loud,
        worse: &super::DEPRECATION_WITHDRAWN,
        better: &super::DEPRECATED,
        why: "an announcement",
    },
    Row {
        clauses: &["**/deprecated/sunset"],
        polarity: Polarity::Guarantee,
        order: Order::LaterDate,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Loud,
        worse: &super::SUNSET_ADVANCED,
        better: &super::DEPRECATION_CHANGED,
        why: "may be put off, must not be shortened (CloudEvents)",
    },
    Row {
        clauses: &["**/deprecated/remove_in"],
        polarity: Polarity::Guarantee,
        order: Order::LaterVersion,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Loud,
        worse: &super::REMOVAL_ADVANCED,
        better: &super::DEPRECATION_CHANGED,
        why: "consumers planned with the later version",
    },
    Row {
        clauses: &["**/deprecated/since", "**/deprecated/replaced_by", "**/deprecated/note"],
        polarity: Polarity::Remark,
        order: Order::None,
        absent: Absent::Free,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &super::DEPRECATION_CHANGED,
        better: &super::DEPRECATION_CHANGED,
        why: "consumers planned with what it said",
    },
    Row {
        clauses: &["operations/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::OPERATION_REMOVED,
        better: &super::OPERATION_ADDED,
        why: "calls to it are refused",
    },
    Row {
        clauses: &["operations/*/http"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::OPERATION_ADDRESS_REMOVED,
        better: &super::OPERATION_ADDRESS_ADDED,
        why: "nothing says any more where it is called",
    },
    Row {
        clauses: &["operations/*/http/method"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::HTTP_METHOD_CHANGED,
        better: &super::HTTP_METHOD_CHANGED,
        why: "another address",
    },
    Row {
        clauses: &["operations/*/http/path"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::HTTP_PATH_CHANGED,
        better: &super::HTTP_PATH_CHANGED,
        why: "another address",
    },
    Row {
        clauses: &["operations/*/http/path_parameters"],
        polarity: Polarity::Remark,
        order: Order::None,
        absent: Absent::Free,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::HTTP_PATH_PARAMETER_RENAMED,
        better: &super::HTTP_PATH_PARAMETER_RENAMED,
        why: "requests look the same",
    },
    Row {
        clauses: &["operations/*/http/success"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::SUCCESS_STATUS_CHANGED,
        better: &super::SUCCESS_STATUS_CHANGED,
        why: "callers branch on it",
    },
    Row {
        clauses: &["operations/*/errors"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &super::ERRORS_REMOVED,
        better: &super::ERRORS_ADDED,
        why: "callers rely on the codes",
    },
    Row {
        clauses: &["errors/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &super::ERROR_SET_REMOVED,
        better: &super::ERROR_SET_ADDED,
        why: "callers rely on the codes",
    },
    Row {
        clauses: &["errors/*/domain", "operations/*/errors/domain"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::ERROR_DOMAIN_CHANGED,
        better: &super::ERROR_DOMAIN_CHANGED,
        why: "domain and code together name an error (AIP-193)",
    },
    Row {
        clauses: &["errors/*/open", "operations/*/errors/open"],
        polarity: Polarity::Obligation,
        order: Order::Chain(&["closed", "open"]),
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::ERROR_SET_OPENED,
        better: &super::ERROR_SET_CLOSED,
        why: "open asks callers to handle codes that they do not know",
    },
    Row {
        clauses: &["errors/*/codes/*", "operations/*/errors/codes/*"],
        polarity: Polarity::Entry { added: Entry::BreaksIfClosed, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::ERROR_CODE_REMOVED,
        better: &super::ERROR_CODE_ADDED,
        why: "a new outcome that old callers never handled; fine where the set is open",
    },
    Row {
        clauses: &["errors/*/codes/*/status", "operations/*/errors/codes/*/status"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Loud,
        worse: &super::ERROR_STATUS_CHANGED,
        better: &super::ERROR_STATUS_CHANGED,
        why: "callers and proxies branch on the class",
    },
    Row {
        clauses: &["errors/*/codes/*/retry", "operations/*/errors/codes/*/retry"],
        polarity: Polarity::Guarantee,
        order: Order::Chain(&["never", "after_change", "restart", "with_key", "safe"]),
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &super::ERROR_RETRY_CHANGED,
        better: &super::ERROR_RETRY_CHANGED,
        why: "old callers keep retrying what may no longer be retried",
    },
    Row {
        clauses: &["errors/*/codes/*/effects", "operations/*/errors/codes/*/effects"],
        polarity: Polarity::Guarantee,
        order: Order::Pairs(&[
            ("unknown", "none"),
            ("unknown", "partial"),
            ("unknown", "all"),
            ("partial", "none"),
            ("partial", "all"),
        ]),
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &super::ERROR_EFFECTS_CHANGED,
        better: &super::ERROR_EFFECTS_CHANGED,
        why: "callers decide from it whether a resend duplicates",
    },
    Row {
        clauses: &["errors/*/codes/*/role", "operations/*/errors/codes/*/role"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &super::ERROR_ROLE_CHANGED,
        better: &super::ERROR_ROLE_CHANGED,
        why: "moves the error between retry budgets",
    },
    Row {
        clauses: &["events/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Subscriber,
        hazard: Hazard::Silent,
        worse: &super::EVENT_REMOVED,
        better: &super::EVENT_ADDED,
        why: "subscribers wait for it",
    },
    Row {
        clauses: &["events/*/channel"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Subscriber,
        hazard: Hazard::Silent,
        worse: &super::EVENT_CHANNEL_CHANGED,
        better: &super::EVENT_CHANNEL_CHANGED,
        why: "subscribers listen to the old one",
    },
    Row {
        clauses: &["events/*/direction"],
        polarity: Polarity::Identity,
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Subscriber,
        hazard: Hazard::Loud,
        worse: &super::EVENT_DIRECTION_CHANGED,
        better: &super::EVENT_DIRECTION_CHANGED,
        why: "both sides wait, or both send",
    },
    Row {
        clauses: &["data/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        party: Party::Consumer,
        hazard: Hazard::Loud,
        worse: &super::DATA_REMOVED,
        better: &super::DATA_ADDED,
        why: "what was stored can no longer be read",
    },
];

/// The row of a clause.
pub fn row(clause: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.clauses.iter().any(|pattern| matches(pattern, clause)))
}

impl Row {
    /// What a change of the value comes to. None stands for an absent clause; the two differ.
    pub fn judge(&self, old: Option<&str>, new: Option<&str>) -> Move {
        let stronger = match (old, new) {
            (Some(old), Some(new)) => self.order.compare(old, new),
            (None, None) => Some(Ordering::Equal),
            (None, Some(_)) => self.absent.compared().map(Ordering::reverse),
            (Some(_), None) => self.absent.compared(),
        };
        let announced = (old.is_none() || new.is_none()) && self.absent == Absent::Free;
        match self.polarity {
            Polarity::Remark => Move::Better,
            Polarity::Judgement if old.is_none() => Move::Better,
            Polarity::Judgement => Move::Unclear,
            // Saying for the first time what was always so is a new promise.
            Polarity::Identity if old.is_none() => Move::Better,
            Polarity::Identity => Move::Worse,
            _ if announced => Move::Better,
            Polarity::Guarantee if stronger == Some(Ordering::Greater) => Move::Better,
            Polarity::Obligation if stronger == Some(Ordering::Less) => Move::Better,
            Polarity::Guarantee | Polarity::Obligation => Move::Worse,
            Polarity::Entry { added, removed } => {
                match if old.is_none() { added } else { removed } {
                    Entry::Note => Move::Better,
                    Entry::Breaks | Entry::BreaksIfClosed => Move::Worse,
                }
            }
        }
    }
}

impl Absent {
    /// Absence compared with a value.
    fn compared(self) -> Option<Ordering> {
        match self {
            Self::Weakest => Some(Ordering::Less),
            Self::Strongest => Some(Ordering::Greater),
            Self::Free => None,
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
        }
    }
}

/// Whether a clause matches a pattern.
fn matches(pattern: &str, clause: &str) -> bool {
    fn all(pattern: &[&str], clause: &[&str]) -> bool {
        match (pattern, clause) {
            ([], []) => true,
            (["**", rest @ ..], _) => {
                (0..=clause.len()).any(|skipped| all(rest, &clause[skipped..]))
            }
            (["*", rest @ ..], [_, below @ ..]) => all(rest, below),
            ([word, rest @ ..], [segment, below @ ..]) => word == segment && all(rest, below),
            _ => false,
        }
    }
    let pattern: Vec<&str> = pattern.split('/').collect();
    let clause: Vec<&str> = clause.split('/').collect();
    all(&pattern, &clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(clause: &str, old: &str, new: &str) -> Move {
        let said = |value: &'static str| (!value.is_empty()).then_some(value);
        let (old, new) = (old.to_owned().leak(), new.to_owned().leak());
        row(clause).expect("a row").judge(said(old), said(new))
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
        let words = |clause| match row(clause).expect("a row").order {
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
