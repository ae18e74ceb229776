//! What fails in the editor is a break to the command, too.
//!
//! The macros compare what an item's syntax says with conditions that the command wrote for what
//! was released. Each condition is put to the test alone here, against the facts of the new
//! document: where it does not hold, the command has to find the same rule broken at the same
//! clause.

use std::collections::{BTreeMap, BTreeSet};

use contract_check::finding::{Finding, Severity};
use contract_check::module::{self, Accepted, Build, Mark, Released};
use contract_core::Level;
use contract_core::baseline::{self, Now};
use contract_core::document::{Audience, Document};

/// The conditions of what was released.
pub(crate) struct Conditions {
    before: Document,
    /// The sentences of the rules.
    sentences: String,
    /// The lines of each item, by clause.
    items: BTreeMap<String, String>,
}

impl Conditions {
    pub(crate) fn of(before: &Document) -> Self {
        Self::but_for(before, &[])
    }

    /// The conditions that are left where a policy asks for no declaration at some levels.
    #[allow(dead_code, reason = "one of the tests that share this needs it")]
    pub(crate) fn where_free(before: &Document, levels: &[Level]) -> Self {
        let policies = Audience::ALL.iter().flat_map(|audience| {
            levels.iter().map(|level| ("default".to_owned(), *audience, *level))
        });
        Self::made(before, BTreeSet::new(), policies.collect())
    }

    /// The conditions that are left when findings are declared.
    fn but_for(before: &Document, declared: &[Finding]) -> Self {
        let accepted = declared.iter().map(|it| Accepted {
            rule: it.rule.id.to_owned(),
            clause: it.clause.clone(),
            to: it.words.to.clone(),
        });
        Self::made(before, accepted.collect(), BTreeSet::new())
    }

    fn made(
        before: &Document,
        accepted: BTreeSet<Accepted>,
        undeclared: BTreeSet<(String, Audience, Level)>,
    ) -> Self {
        let types = before.types.keys().map(|name| format!("types/{name}"));
        let errors = before.errors.keys().map(|name| format!("errors/{name}"));
        let operations = before.operations.keys().map(|name| format!("operations/{name}"));
        let others = [
            names("events", before.events.keys()),
            names("consumers", before.consumers.keys()),
            names("jobs", before.jobs.keys()),
            names("providers", before.providers.keys()),
        ];
        let others = others.into_iter().flatten();
        let marks = types.chain(errors).chain(operations).chain(others).map(|clause| {
            let mark = Mark { path: clause.clone(), facts: "0".repeat(16) };
            (clause, mark)
        });
        let released =
            Released { document: before.clone(), marks: marks.collect(), accepted, undeclared };
        let build = Build { runtime: "contract_core".to_owned(), features: BTreeMap::new() };
        let file = module::print(&build, &[released]);
        let text = file.split_once("r#\"").expect("a raw string").1;
        let text = text.rsplit_once("\"#").expect("its end").0;
        let (sentences, items) = text.split_at(text.find("\n@ ").unwrap_or(text.len()));
        let mut items_by_clause = BTreeMap::new();
        for item in items.split("\n@ ").skip(1) {
            let (name, lines) = item.split_once('\n').expect("an item has lines");
            let clause = name.rsplit_once(' ').expect("a path and a hash").0;
            items_by_clause.insert(clause.to_owned(), lines.to_owned());
        }
        Self { before: before.clone(), sentences: sentences.to_owned(), items: items_by_clause }
    }

    /// What fails in the editor: rule and clause.
    pub(crate) fn broken(&self, after: &Document) -> BTreeSet<(String, String)> {
        let mut broken = BTreeSet::new();
        for (clause, lines) in &self.items {
            let facts = module::facts::of(after, clause);
            let Some(facts) =
                facts.filter(|it| module::facts::of(&self.before, clause).as_ref() != Some(it))
            else {
                continue;
            };
            let facts: &'static str = facts.leak();
            let now = Now { path: "it", hash: 1, facts };
            for text in alone(&self.sentences, lines) {
                let at = text.find("\n# ").expect("the item") + 1;
                let index: &'static [u64] = vec![baseline::hash(b"it"), 0, at as u64].leak();
                let released = baseline::Released { text, index, active: true };
                if let Some(message) = released.say(&now) {
                    broken.insert(told(&message));
                }
            }
        }
        broken
    }

    /// Both agree about what became of it, and what is declared does not fail.
    pub(crate) fn agree(&self, what: &str, after: &Document, findings: &[Finding]) {
        let breaking = findings.iter().filter(|it| it.severity == Severity::Breaking);
        let known: BTreeSet<(String, String)> =
            breaking.map(|it| (it.rule.id.to_owned(), it.clause.clone())).collect();
        let only: Vec<_> =
            self.broken(after).into_iter().filter(|it| !known.contains(it)).collect();
        assert!(only.is_empty(), "{what}: the editor says {only:?}, the command {known:?}");
        if !known.is_empty() {
            let left = Self::but_for(&self.before, findings).broken(after);
            assert!(left.is_empty(), "{what}: declared, and the editor still says {left:?}");
        }
    }
}

fn names<'n>(kind: &str, ids: impl Iterator<Item = &'n String>) -> Vec<String> {
    ids.map(|id| format!("{kind}/{id}")).collect()
}

/// The lines of an item with each of its conditions alone.
fn alone(sentences: &str, lines: &str) -> Vec<&'static str> {
    let is_condition = |line: &&str| line.starts_with(['+', '-', '*', '<', '>', '&', '\\']);
    let lines: Vec<&str> = lines.lines().take_while(|line| !line.starts_with('%')).collect();
    let conditions = lines.iter().enumerate().filter(|(_, line)| is_condition(line));
    conditions
        .map(|(kept, _)| {
            let mut text = format!("{sentences}\n@ it 0\n");
            for (at, line) in lines.iter().enumerate() {
                // What a condition depends on stands before it.
                let of = if line.starts_with('^') { at + 1 } else { at };
                let is_other = (is_condition(line) || line.starts_with('^')) && of != kept;
                if !is_other {
                    text.push_str(line);
                    text.push('\n');
                }
            }
            &*text.leak()
        })
        .collect()
}

/// The rule and the clause of a message.
fn told(message: &str) -> (String, String) {
    let between = |start: &str, end: &str| {
        let rest = message.split_once(start).map(|(_, rest)| rest);
        let part = rest.and_then(|rest| rest.split_once(end)).map(|(part, _)| part);
        part.unwrap_or_else(|| panic!("no `{start}` in: {message}")).to_owned()
    };
    (between("breaking[", "]"), between("\nclause: ", " ("))
}
