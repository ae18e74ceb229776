//! The rules: every kind of finding, once, with all of its words.
//!
//! A [`Rule`] is data. What a finding says, what its page says and what `explain` lists come from
//! here and nowhere else. Rules do not decide: the relation of shapes and the table of clauses do;
//! a rule says what their answer means for people.

mod clauses;
mod consent;
mod contract;
mod entries;
mod enums;
mod errors;
mod events;
mod fields;
mod http;
pub mod lattice;
mod lifecycle;
mod limits;
mod operations;
mod page;
mod reading;
mod security;
mod silent;
mod types;
mod undecided;
mod words;

use std::sync::LazyLock;

pub use clauses::*;
pub use consent::*;
pub use contract::*;
pub use entries::*;
pub use enums::*;
pub use errors::*;
pub use events::*;
pub use fields::*;
pub use http::*;
pub use lifecycle::*;
pub use limits::*;
pub use operations::*;
pub use page::{index, list, page};
pub use reading::*;
pub use security::*;
pub use silent::*;
pub use types::*;
pub use undecided::*;
pub use words::Words;
pub(crate) use words::{DOCUMENT, OTHER_MEMBER};

/// One kind of finding.
#[derive(Debug)]
pub struct Rule {
    /// The id, in kebab case.
    pub id: &'static str,
    /// Where it belongs.
    pub family: Family,
    /// What happened, as a heading.
    pub title: &'static str,
    /// When it is reported.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The smallest change that causes it.
    pub example: Example,
    /// What changed, as a sentence about one finding; see [`Words`] for its parameters.
    pub change: &'static str,
    /// The same where nothing was said before; empty where the sentence about a change will do.
    pub appeared: &'static str,
    /// The same where nothing is said any more; empty where the sentence about a change will do.
    pub vanished: &'static str,
    /// Who is hurt and how.
    pub hurt: Hurt,
    /// What happens to somebody who relied on it, as a story in one sentence; empty where a witness
    /// says more.
    pub story: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// The same where nothing was said before; empty where there is no difference.
    pub fix_appeared: &'static str,
    /// Whether it is a new or a stronger promise where it hurts nobody; otherwise it is a remark.
    pub promise: bool,
    /// Where the rule comes from.
    pub reference: &'static str,
}

impl Rule {
    /// What changed, as a sentence about what the words speak of.
    pub fn told(&self, words: &Words) -> String {
        let sentence = if words.from.is_empty() && !self.appeared.is_empty() {
            self.appeared
        } else if words.to.is_empty() && !self.vanished.is_empty() {
            self.vanished
        } else {
            self.change
        };
        words.fill(sentence)
    }

    /// What to do about it.
    pub fn remedy(&self, words: &Words) -> String {
        let appeared = words.from.is_empty() && !self.fix_appeared.is_empty();
        words.fill(if appeared { self.fix_appeared } else { self.fix })
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// The smallest change that causes a finding.
#[derive(Debug)]
pub struct Example {
    /// Before.
    pub before: &'static str,
    /// After.
    pub after: &'static str,
    /// What a finding about it would speak of: the parameters `it`, `within`, `from` and `to`.
    pub words: [&'static str; 4],
}

/// Who is hurt and how, by direction. An empty sentence: cannot happen.
#[derive(Debug)]
pub struct Hurt {
    /// When old consumers write and the new producer reads.
    pub request: &'static str,
    /// When the new producer writes and old consumers read.
    pub response: &'static str,
    /// Where there is no direction.
    pub general: &'static str,
    /// When nobody is.
    pub nobody: &'static str,
}

/// Where a rule belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The contract as a whole.
    Contract,
    /// What consumers call.
    Operations,
    /// Requests and responses over HTTP.
    Http,
    /// How consumers say who they are.
    Security,
    /// What is sent and received without being asked for.
    Events,
    /// Outcomes that are not successes.
    Errors,
    /// Work that outlives its request.
    Jobs,
    /// What whoever deploys has to set.
    Providers,
    /// Levels, deprecation, removal.
    Lifecycle,
    /// What a policy asks for before a break passes.
    Consent,
    /// Members of objects.
    Fields,
    /// What a reader tolerates.
    Reading,
    /// Enums and their variants.
    Enums,
    /// What kind of value stands somewhere.
    Types,
    /// Which values of a kind.
    Limits,
    /// What is accepted and is wrong.
    Silent,
    /// What could not be judged.
    Undecided,
}

impl Family {
    /// Every family, in the order in which they are listed.
    pub const ALL: [Self; 17] = [
        Self::Contract,
        Self::Operations,
        Self::Http,
        Self::Security,
        Self::Events,
        Self::Errors,
        Self::Jobs,
        Self::Providers,
        Self::Lifecycle,
        Self::Consent,
        Self::Fields,
        Self::Reading,
        Self::Enums,
        Self::Types,
        Self::Limits,
        Self::Silent,
        Self::Undecided,
    ];

    /// The heading it is listed under.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Contract => "The contract",
            Self::Operations => "Operations",
            Self::Http => "HTTP",
            Self::Security => "Security",
            Self::Events => "Events and data",
            Self::Errors => "Errors",
            Self::Jobs => "Jobs",
            Self::Providers => "Providers",
            Self::Lifecycle => "Levels, notice and deprecation",
            Self::Consent => "Versions, notice and declarations",
            Self::Fields => "Fields",
            Self::Reading => "What a reader tolerates",
            Self::Enums => "Enums",
            Self::Types => "Types",
            Self::Limits => "Limits",
            Self::Silent => "Silent changes",
            Self::Undecided => "Undecided",
        }
    }
}

/// Declares the rules of one file: a static for each, and the list of them.
macro_rules! rules {
    ($family:ident; $($name:ident = $id:literal {
        title: $title:literal,
        what: $what:literal,
        why: $why:literal,
        before: $before:literal,
        after: $after:literal,
        words: $words:expr,
        change: $change:literal,
        $(new: $new:literal,
        gone: $gone:literal,)?
        $(request: $request:literal,)?
        $(response: $response:literal,)?
        $(general: $general:literal,)?
        $(nobody: $nobody:literal,)?
        $(story: $story:literal,)?
        fix: $fix:literal,
        $(promise: $promise:literal,)?
        reference: $reference:literal,
    })+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $title, ".")]
            pub static $name: $crate::rules::Rule = $crate::rules::Rule {
                id: $id,
                family: $crate::rules::Family::$family,
                title: $title,
                what: $what,
                why: $why,
                example: $crate::rules::Example { before: $before, after: $after, words: $words },
                change: $change,
                appeared: concat!($($new)?),
                vanished: concat!($($gone)?),
                hurt: $crate::rules::Hurt {
                    request: concat!($($request)?),
                    response: concat!($($response)?),
                    general: concat!($($general)?),
                    nobody: concat!($($nobody)?),
                },
                story: concat!($($story)?),
                fix: $fix,
                fix_appeared: "",
                promise: $crate::rules::either!($($promise)?),
                reference: $reference,
            };
        )+

        pub(super) const RULES: &[&$crate::rules::Rule] = &[$(&$name),+];
    };
}

/// The given flag, or false.
macro_rules! either {
    () => {
        false
    };
    ($flag:literal) => {
        $flag
    };
}

use {either, rules};

/// Every rule, sorted by id.
pub fn all() -> &'static [&'static Rule] {
    static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
        let mut all = [
            consent::RULES,
            contract::RULES,
            enums::RULES,
            errors::RULES,
            events::RULES,
            fields::RULES,
            http::RULES,
            lifecycle::RULES,
            limits::RULES,
            operations::RULES,
            reading::RULES,
            security::RULES,
            silent::RULES,
            types::RULES,
            undecided::RULES,
        ]
        .concat();
        all.extend(clauses::RULES.iter().chain(entries::RULES).copied().flatten());
        all.sort_unstable_by_key(|rule| rule.id);
        all
    });
    &ALL
}

/// The rule with an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    let all = all();
    all.binary_search_by_key(&id, |rule| rule.id).ok().map(|index| all[index])
}

/// The ids nearest to a misspelt one, best first; empty if none is near.
pub fn near(id: &str) -> Vec<&'static str> {
    let wanted = id.to_lowercase().replace('_', "-");
    let mut near: Vec<(usize, &str)> = all()
        .iter()
        .map(|rule| (distance(&wanted, rule.id), rule.id))
        .filter(|(distance, id)| *distance * 3 <= id.len().max(wanted.len()))
        .collect();
    near.sort_unstable();
    near.truncate(3);
    near.into_iter().map(|(_, id)| id).collect()
}

/// How many letters must be put in, taken out or replaced to make one word the other
/// (Levenshtein). Words only: quadratic in their lengths.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sorted_unique_and_kebab_case() {
        let ids: Vec<&str> = all().iter().map(|rule| rule.id).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        for id in ids {
            assert!(
                id.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()),
                "{id}"
            );
        }
    }

    #[test]
    fn a_rule_is_found_by_its_id() {
        assert!(all().iter().all(|rule| find(rule.id) == Some(rule)));
        assert!(find("no-such-rule").is_none());
    }

    #[test]
    fn a_misspelt_id_finds_its_neighbours() {
        assert_eq!(near("field_removd")[0], "field-removed");
        assert!(near("weather").is_empty());
    }

    #[test]
    fn distance_counts_edits() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    /// A family lists its rules under its own name, so that none is filed under another heading.
    #[test]
    fn every_rule_is_complete() {
        for rule in all() {
            for (part, text) in [
                ("title", rule.title),
                ("what", rule.what),
                ("why", rule.why),
                ("before", rule.example.before),
                ("after", rule.example.after),
                ("change", rule.change),
                ("fix", rule.fix),
                ("reference", rule.reference),
            ] {
                assert!(!text.trim().is_empty(), "{}: {part} is empty", rule.id);
            }
            for sentence in [rule.what, rule.why, rule.fix, rule.hurt.request, rule.hurt.response] {
                assert!(
                    sentence.is_empty() || sentence.ends_with('.') || sentence.ends_with('`'),
                    "{}: `{sentence}` is no sentence",
                    rule.id
                );
            }
            assert!(!rule.change.ends_with('.'), "{}: the change has a full stop", rule.id);
        }
    }
}
