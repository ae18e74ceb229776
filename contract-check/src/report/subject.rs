//! What a report is about: one verdict after the other, and what was found besides.

use super::source::Position;
use crate::finding::{Finding, Severity};
use crate::verdict::Verdict;

/// One comparison.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// What was compared, `orders 1.4.0`.
    pub name: String,
    /// What tells it from others in every version of it, `orders`.
    pub id: String,
    /// The file that stands for it where a finding has no place in the source.
    pub file: String,
    /// The verdict; none where there was nothing to compare with.
    pub verdict: Option<&'a Verdict>,
    /// What is to be said besides, with what it amounts to: a baseline that is stale or lost.
    pub remarks: Vec<(Severity, String)>,
}

impl<'a> Subject<'a> {
    pub(super) fn findings(&self) -> &'a [Finding] {
        self.verdict.map_or(&[], |verdict| verdict.findings.as_slice())
    }

    /// Where a finding is: its place after the change, or the place it had, or the file alone.
    pub(super) fn place<'f>(&'f self, finding: &'f Finding) -> Position<'f> {
        let source = finding.new.source.as_deref().or(finding.old.source.as_deref());
        source.and_then(Position::parse).unwrap_or_else(|| self.start())
    }

    /// The beginning of its file.
    pub(super) fn start(&self) -> Position<'_> {
        Position { file: &self.file, line: 1, column: 1 }
    }
}

/// Some subjects with every kind of finding and name, for the tests of reports.
#[cfg(test)]
pub(super) mod tests {
    use contract_core::Level;

    use super::*;
    use crate::finding::{Checker, Place, Role, Side, Witness};
    use crate::json::Json;
    use crate::rules;

    pub(in crate::report) fn verdict() -> Verdict {
        let witness = Witness {
            document: Json::parse(r#"{"a<b>": "`|&\n"}"#).expect("JSON"),
            written_by: Side::New,
            refused_by: Side::Old,
            reason: "missing field `total`".to_owned(),
            checked_by: Some(Checker::Serde),
        };
        Verdict::new(vec![
            Finding::breaking(&rules::FIELD_REMOVED, "types/Order/fields/total")
                .role(Role::Response)
                .level(Level::Stable)
                .it("total")
                .within("Order")
                .reached_by("operations/orders.get")
                .old(Place { pointer: None, source: Some("src/a b,c:d.rs:12:5".to_owned()) })
                .witness(witness),
            Finding::undecided(&rules::UNDECIDED, "types/Page<Order>", "100% of it\nis opaque")
                .it("Page<Order>"),
            Finding::note(&rules::FIELD_ADDED_OPTIONAL, "types/Order/fields/note")
                .it("note")
                .within("Order"),
        ])
    }

    pub(in crate::report) fn subjects(verdict: &Verdict) -> Vec<Subject<'_>> {
        let subject = |id: &str, verdict, remarks| Subject {
            name: format!("{id} 1.4.0"),
            id: id.to_owned(),
            file: format!("contracts/{id}.json"),
            verdict,
            remarks,
        };
        let stale = "contracts/billing.json is stale".to_owned();
        vec![
            subject("orders", Some(verdict), vec![]),
            subject("billing", None, vec![(Severity::Warning, stale)]),
        ]
    }
}
