//! Dependences: what consumers are recorded to rely on.

use super::bound::Bound;
use crate::date::Date;
use crate::finding::Finding;

/// A consumer, and what it relies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consumer {
    /// Its name.
    pub name: String,
    /// Who speaks for it.
    pub owner: Option<String>,
    /// The file, for messages.
    pub file: String,
    /// What it relies on.
    pub dependences: Vec<Dependence>,
}

/// That a consumer relies on clauses of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependence {
    /// The contract.
    pub contract: String,
    /// The clauses, with all that stands below them.
    pub clauses: Vec<String>,
    /// Up to which value a clause may move without hurting it.
    pub bounds: Vec<(String, Bound)>,
    /// When it was recorded.
    pub since: Option<Date>,
    /// Until when the producer keeps it as it is.
    pub honour_until: Option<Date>,
    /// How it is known.
    pub evidence: Option<String>,
    /// The line of the file.
    pub line: usize,
}

impl Dependence {
    /// Whether a finding of the contract hurts it: on a clause that it names, above or below one;
    /// and, where it names an operation or an event and no type, on everything that this reaches.
    pub fn is_hurt_by(&self, finding: &Finding) -> bool {
        let about = |clause: &str, named: &str| {
            clause == named || clause.strip_prefix(named).is_some_and(|rest| rest.starts_with('/'))
        };
        let names_types = self.clauses.iter().any(|clause| clause.starts_with("types/"));
        let clause = &finding.clause;
        let named = self.clauses.iter().any(|named| {
            about(clause, named)
                || about(named, clause)
                || (!names_types && finding.reached_by.iter().any(|root| root == named))
        });
        named && !self.within_bound(finding)
    }

    /// Whether the new value is within the bound that the consumer gave.
    pub fn within_bound(&self, finding: &Finding) -> bool {
        let mut bounds = self.bounds.iter().filter(|(clause, _)| *clause == finding.clause);
        bounds.next().is_some_and(|(_, bound)| bound.holds(&finding.words.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    fn on(clauses: &[&str]) -> Dependence {
        Dependence {
            contract: "orders".to_owned(),
            clauses: clauses.iter().map(|it| (*it).to_owned()).collect(),
            bounds: Vec::new(),
            since: None,
            honour_until: None,
            evidence: None,
            line: 1,
        }
    }

    fn finding(clause: &str) -> Finding {
        Finding::breaking(&rules::FIELD_REMOVED, clause).reached_by("operations/orders.get")
    }

    #[test]
    fn a_clause_is_named_by_what_is_around_and_below_it() {
        let hurt = |named, clause| on(&[named]).is_hurt_by(&finding(clause));
        assert!(hurt("types/Order/fields/a", "types/Order/fields/a"));
        assert!(hurt("types/Order", "types/Order/fields/a"));
        assert!(hurt("types/Order/fields/a", "types/Order"));
        assert!(!hurt("types/Order/fields/a", "types/Order/fields/ab"));
        assert!(!hurt("types/Ord", "types/Order"));
    }

    #[test]
    fn an_operation_stands_for_its_types_unless_types_are_named() {
        let all = on(&["operations/orders.get"]);
        assert!(all.is_hurt_by(&finding("types/Order/fields/a")));
        let some = on(&["operations/orders.get", "types/Order/fields/b"]);
        assert!(!some.is_hurt_by(&finding("types/Order/fields/a")));
        assert!(some.is_hurt_by(&finding("types/Order/fields/b")));
    }

    #[test]
    fn a_value_within_the_bound_hurts_nobody() {
        let mut bounded = on(&["operations/orders.get/timeout"]);
        let bound = Bound::parse("<= 10s").expect("a bound");
        bounded.bounds.push(("operations/orders.get/timeout".to_owned(), bound));
        let raised = |to| finding("operations/orders.get/timeout").from("8s").to(to);
        assert!(!bounded.is_hurt_by(&raised("9500ms")));
        assert!(bounded.is_hurt_by(&raised("11s")));
    }
}
