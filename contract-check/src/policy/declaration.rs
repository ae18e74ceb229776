//! Declarations: what an owner says who accepts a break.

use crate::date::Date;
use crate::finding::{Finding, Role};

/// What tells a finding from others in every version of the code: it survives other orders, names
/// of files and edits elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The rule.
    pub rule: String,
    /// The clause.
    pub clause: String,
}

impl Key {
    /// The key of a finding.
    pub fn of(finding: &Finding) -> Self {
        Self { rule: finding.rule.id.to_owned(), clause: finding.clause.clone() }
    }
}

/// One finding that is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Which one.
    pub key: Key,
    /// What it was, as the finding says; empty where it says nothing.
    pub from: String,
    /// What it is.
    pub to: String,
    /// The direction; none for both.
    pub role: Option<Role>,
    /// The line of the file.
    pub line: usize,
}

/// A declaration: a file that accepts one finding or a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The file, for messages.
    pub file: String,
    /// The contract.
    pub contract: String,
    /// What is accepted.
    pub findings: Vec<Declared>,
    /// Why.
    pub reason: Option<String>,
    /// What consumers do about it.
    pub migration: Option<String>,
    /// Who decided.
    pub owner: Option<String>,
    /// When it was announced.
    pub date: Option<Date>,
    /// Until when it holds.
    pub expires: Option<Date>,
    /// Who approves that a safeguard goes, and is not the owner.
    pub approver: Option<String>,
    /// Why it cannot wait.
    pub emergency: Option<Emergency>,
    /// Which consumers agree.
    pub acks: Vec<Ack>,
    /// Whether somebody has to review the file; none where nothing says who reviews what.
    pub reviewed: Option<bool>,
}

/// A break that cannot wait: security, or the law (AIP-181).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// Why.
    pub reason: String,
    /// Who says so, and is not the owner.
    pub approver: String,
}

/// The agreement of a consumer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ack {
    /// The consumer.
    pub consumer: String,
    /// Who speaks for it.
    pub by: String,
    /// When.
    pub date: Option<Date>,
    /// Where that can be seen.
    pub evidence: Option<String>,
}

impl Declaration {
    /// The keys that still have to be filled in, `owner` excepted, which is asked for by itself.
    pub fn missing(&self) -> Vec<&'static str> {
        let empty = |text: &Option<String>| text.as_deref().is_none_or(unfinished);
        let mut missing = Vec::new();
        if empty(&self.reason) {
            missing.push("reason");
        }
        if empty(&self.migration) {
            missing.push("migration");
        }
        if self.date.is_none() {
            missing.push("date");
        }
        if let Some(emergency) = &self.emergency {
            if unfinished(&emergency.reason) {
                missing.push("emergency.reason");
            }
            if unfinished(&emergency.approver) {
                missing.push("emergency.approver");
            }
        }
        missing
    }

    /// Who decided, if that is said.
    pub fn decided_by(&self) -> Option<&str> {
        self.owner.as_deref().filter(|owner| !unfinished(owner))
    }
}

/// Whether a text is still that of a draft: empty, or between angle brackets.
pub fn unfinished(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || (text.starts_with('<') && text.ends_with('>'))
}

impl Declared {
    /// What the finding says otherwise than the declaration; none where it is what was declared.
    pub fn differs(&self, finding: &Finding) -> Option<String> {
        let words = &finding.words;
        let told = |from: &str, to: &str, role: Option<Role>| {
            let role = role.map_or_else(String::new, |role| format!(" in a {}", role.word()));
            match (from, to) {
                ("", "") if role.is_empty() => "in both directions".to_owned(),
                ("", "") => role.trim_start().to_owned(),
                ("", to) => format!("to `{to}`{role}"),
                (from, "") => format!("from `{from}`{role}"),
                (from, to) => format!("from `{from}` to `{to}`{role}"),
            }
        };
        let same = self.from == words.from && self.to == words.to && self.role == finding.role;
        (!same).then(|| {
            format!(
                "it was declared {} and is {}",
                told(&self.from, &self.to, self.role),
                told(&words.from, &words.to, finding.role)
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::unfinished;

    #[test]
    fn drafts_are_told_from_texts() {
        assert!(unfinished("") && unfinished("  ") && unfinished("<why?>"));
        assert!(!unfinished("`a < b` was wrong"));
    }
}
