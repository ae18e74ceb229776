//! What a crate's `contract_baseline.rs` says: for every item of a released contract the
//! conditions under which it still keeps what was promised, each with its sentences.
//!
//! The macros know syntax only, so a condition is written only where syntax is enough: a name, a
//! type of std, a presence, a word. Everything else is left to the comparison of documents, and
//! nothing here may break what that one passes; a test puts every rule's fixture through both.
//! `contract_core::baseline` describes the lines.

mod behaviour;
mod enums;
pub mod facts;
mod leaves;
mod lines;
mod promises;
mod reach;
mod structs;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use contract_core::Level;
use contract_core::document::{About, Audience, Document, Shape};

use crate::diff::documents::Clauses;
use crate::policy;
use lines::{Lines, Sentences, Subject};
use reach::Uses;

/// The name of the module, and of its file without the ending.
pub const NAME: &str = "contract_baseline";

/// What an item of the code is known by in its crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Its path.
    pub path: String,
    /// The hash of what its syntax says, 16 hexadecimal digits.
    pub facts: String,
}

/// A finding that an owner has accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Accepted {
    /// The rule.
    pub rule: String,
    /// The clause.
    pub clause: String,
    /// What the clause became, as the finding says it: a new name. Empty where there is none.
    pub to: String,
}

/// A released contract, as far as one crate declares it.
#[derive(Clone, Debug)]
pub struct Released {
    /// What was released.
    pub document: Document,
    /// The crate's items, by clause.
    pub marks: BTreeMap<String, Mark>,
    /// What has been accepted since.
    pub accepted: BTreeSet<Accepted>,
    /// Where a break needs no declaration: the policy's name, its audience and the level.
    pub undeclared: BTreeSet<(String, Audience, Level)>,
}

/// How the crate was built when it was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// How the crate calls `contract-core`.
    pub runtime: String,
    /// The features of the package, and whether they were on.
    pub features: BTreeMap<String, bool>,
}

/// The file.
pub fn print(build: &Build, contracts: &[Released]) -> String {
    let mut text = String::new();
    for (feature, on) in &build.features {
        let word = if *on { "feature" } else { "no-feature" };
        let _ = writeln!(text, "% {word} {feature}");
    }
    let (mut done, mut sentences, mut body) =
        (BTreeSet::new(), Sentences::default(), String::new());
    for released in contracts {
        body.push_str(&stamp(released));
        body.push('\n');
        items(released, &mut done, &mut sentences, &mut body);
    }
    for (key, sentences) in sentences.into_iter() {
        let _ = writeln!(text, "! {key}");
        for sentence in sentences {
            let _ = writeln!(text, "| {sentence}");
        }
    }
    text.push_str(&body);
    let last = last(&text);
    text.push_str(&last);
    // A raw string ends at a quote with as many signs as it began with.
    let mut fence = "#".to_owned();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    let runtime = &build.runtime;
    let renamed =
        if runtime == "contract_core" { String::new() } else { format!("crate = ::{runtime}, ") };
    format!(
        "//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.\n\
         //! @generated\n\n\
         #[rustfmt::skip]\n\
         ::{runtime}::baseline! {{ {renamed}r{fence}\"\n{FIRST}{text}\"{fence} }}\n"
    )
}

/// The line that says which document a contract's lines were made of, and with which acceptances.
pub fn stamp(released: &Released) -> String {
    let header = &released.document.contract;
    let mut said = released.document.clone().baseline().print();
    for Accepted { rule, clause, to } in &released.accepted {
        let _ = write!(said, "\n{rule} {clause} {to}");
    }
    for (policy, audience, level) in &released.undeclared {
        let _ = write!(said, "\nundeclared {policy} {audience} {level}");
    }
    let hash = contract_core::baseline::hash(said.as_bytes());
    format!("% contract {} {} {hash:016x}", header.id, header.version)
}

/// Whether a file was made of these contracts, and not edited since it was.
pub fn is_current(file: &str, contracts: &[Released]) -> bool {
    let file = file.replace("\r\n", "\n");
    let stamps: Vec<String> = contracts.iter().map(stamp).collect();
    let said: Vec<&str> = file.lines().filter(|line| line.starts_with("% contract ")).collect();
    let start = file.find(FIRST).map(|at| at + FIRST.len());
    let whole = start.zip(file.find(LAST)).is_some_and(|(start, end)| {
        start < end && file[end..].starts_with(&last(&file[start..end]))
    });
    whole && said == stamps
}

/// The line before the first contract.
const FIRST: &str = "% format 1\n";

/// How the last line starts.
const LAST: &str = "% end ";

/// The line after the last item, which tells an edited text from one that is not.
fn last(text: &str) -> String {
    format!("{LAST}{:016x}\n", contract_core::baseline::hash(text.as_bytes()))
}

/// The items of a contract that were not written yet: of a generic type, one of its uses.
fn items(
    released: &Released,
    done: &mut BTreeSet<String>,
    sentences: &mut Sentences,
    text: &mut String,
) {
    let document = &released.document;
    let uses = Uses::of(document);
    let all = Clauses::of(document);
    let free = |clause: &str, level| {
        let policy = all.policy(clause).unwrap_or(policy::DEFAULT).to_owned();
        // Until when an exemption holds is for those to say who have a clock.
        all.exemption(clause).is_some()
            || released.undeclared.contains(&(policy, all.audience(clause), level))
    };
    let levels = Levels { document };
    let mut generic: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (clause, mark) in &released.marks {
        generic.entry(&mark.path).or_default().push(clause);
    }
    for (path, clauses) in generic {
        let (Some(clause), true) = (clauses.first(), done.insert(path.to_owned())) else {
            continue;
        };
        let mut write = |of: &Subject, write: &dyn Fn(&mut Lines<'_>)| {
            let mut lines = Lines::new(released, &uses, &free, of, sentences);
            write(&mut lines);
            promises::lines(of, &all, &mut lines);
            lines.end()
        };
        let none = reach::Role::default();
        let lines = match clause.split_once('/') {
            Some(("types", name)) => {
                let Some(definition) = document.types.get(name) else { continue };
                let role = clauses
                    .iter()
                    .filter_map(|clause| clause.strip_prefix("types/"))
                    .map(|name| uses.role(name))
                    .fold(none, reach::Role::or);
                let of = levels.subject(clause, base_name(name), &definition.about, role);
                write(&of, &|lines| match &definition.shape {
                    Shape::Struct(it) => structs::item(&of, &levels, it, lines),
                    Shape::Enum(it) => enums::item(&of, &levels, it, lines),
                    Shape::Alias(wire) => structs::single(&of, "alias", wire, lines),
                    Shape::Newtype(wire) => structs::single(&of, "newtype", wire, lines),
                    Shape::Tuple(_) | Shape::Unit => {}
                })
            }
            Some(("errors", name)) => {
                let Some(set) = document.errors.get(name) else { continue };
                let of = levels.subject(clause, name, &set.about, none);
                write(&of, &|lines| behaviour::errors(&of, &levels, set, lines))
            }
            Some(("operations", id)) => {
                let Some(operation) = document.operations.get(id) else { continue };
                let of = levels.subject(clause, id, &operation.about, none);
                write(&of, &|lines| behaviour::operation(&of, id, operation, lines))
            }
            Some((kind, id)) => {
                let (word, about) = match kind {
                    "events" => ("event", document.events.get(id).map(|it| &it.about)),
                    "consumers" => ("consumer", document.consumers.get(id).map(|it| &it.about)),
                    "jobs" => ("job", document.jobs.get(id).map(|it| &it.about)),
                    "providers" => ("provider", document.providers.get(id).map(|it| &it.about)),
                    _ => continue,
                };
                let Some(about) = about else { continue };
                let of = levels.subject(clause, id, about, none);
                write(&of, &|lines| {
                    lines.guard(&format!("{word} {id}"));
                    behaviour::level(&of, "level .", lines);
                })
            }
            None => continue,
        };
        if !lines.is_empty() {
            let mark = &released.marks[*clause];
            let _ = write!(text, "@ {} {}\n{lines}", mark.path, mark.facts);
        }
    }
}

/// A published name without its arguments.
fn base_name(name: &str) -> &str {
    name.split_once('<').map_or(name, |(name, _)| name)
}

/// How strongly clauses are promised.
struct Levels<'d> {
    document: &'d Document,
}

impl Levels<'_> {
    fn of(&self, enclosing: Option<Level>, about: &About) -> Level {
        let contract = self.document.contract.level.unwrap_or(Level::Experimental);
        about.level.or(enclosing).unwrap_or(contract)
    }

    fn subject(&self, clause: &str, name: &str, about: &About, role: reach::Role) -> Subject {
        Subject {
            clause: clause.to_owned(),
            name: name.to_owned(),
            level: self.of(None, about),
            role,
        }
    }
}
