//! One contract's facts as a document, with the place of every clause.

use std::collections::BTreeMap;
use std::path::Path;

use contract_core::Level;
use contract_core::document::{
    About, Consumer, Content, Document, Event, Field, Header, Job, Operation, Provider, Shape,
    Source, Struct, Type, WireType,
};

use super::super::facts::{ContractFacts, ItemFacts, Sources};
use super::assemble::Members;
use super::names::Names;
use super::place;
use crate::diff::documents::{Clauses, subject};

/// The level of a contract that says none.
const LEVEL: Level = Level::Experimental;

/// The document of one contract.
pub(super) fn document(
    contract: &ContractFacts,
    members: &Members<'_>,
    names: &Names<'_>,
    root: &Path,
    problems: &mut Vec<String>,
) -> Document {
    header_problems(contract, problems);
    let level = contract.item.level.unwrap_or(LEVEL);
    let mut sources = Places { root, places: BTreeMap::new() };
    sources.add("contract", &contract.source, &contract.sources);
    let header = &contract.item;
    let level_said = header.level.filter(|it| *it != LEVEL);
    let mut document = Document::new(Header { level: level_said, ..header.clone() });
    document.data = members.data.iter().map(|identity| names.types[identity].clone()).collect();
    for facts in &members.operations {
        let it = sources.item("operations", "operation", facts, problems);
        let operation = Operation {
            about: relative(&it.about, level).0,
            request: it.request.iter().map(|(place, it)| (*place, renamed(it, names))).collect(),
            response: it.response.as_ref().map(|it| renamed(it, names)),
            errors: errors(&it.errors, names),
            ..it.clone()
        };
        document.operations.insert(facts.id.clone(), operation);
    }
    for (identity, it) in &members.events {
        let Some(event) = &it.event else { continue };
        let clause = format!("events/{}", event.id);
        sources.unique(&clause, "event", &it.source, problems);
        sources.add(&clause, &it.source, &event.sources);
        let payload = WireType::Named(names.types[identity].clone());
        let about = relative(&event.event.about, level).0;
        document.events.insert(event.id.clone(), Event { about, payload, ..event.event.clone() });
    }
    for facts in &members.consumers {
        let it = sources.item("consumers", "consumer", facts, problems);
        let about = relative(&it.about, level).0;
        let payload = renamed(&it.payload, names);
        document.consumers.insert(facts.id.clone(), Consumer { about, payload, ..it.clone() });
    }
    for facts in &members.jobs {
        let it = sources.item("jobs", "job", facts, problems);
        let (about, level) = relative(&it.about, level);
        let errors = errors(&it.errors, names);
        let mut job = Job { about, errors, ..it.clone() };
        for state in job.states.values_mut() {
            state.about = relative(&state.about, level).0;
        }
        document.jobs.insert(facts.id.clone(), job);
    }
    for facts in &members.providers {
        let it = sources.item("providers", "provider", facts, problems);
        let (about, level) = relative(&it.about, level);
        let mut provider = Provider { about, ..it.clone() };
        for variable in provider.config.values_mut() {
            variable.about = relative(&variable.about, level).0;
        }
        document.providers.insert(facts.id.clone(), provider);
    }
    for it in members.errors.values() {
        sources.add(&format!("errors/{}", it.name), &it.source, &it.sources);
        let mut set = it.set.clone();
        let (about, level) = relative(&set.about, level);
        set.about = about;
        for code in set.codes.values_mut() {
            code.about = relative(&code.about, level).0;
        }
        document.errors.insert(it.name.clone(), set);
    }
    for (identity, it) in &members.types {
        let name = &names.types[identity];
        sources.add(&format!("types/{name}"), &it.source, &it.sources);
        document.types.insert(name.clone(), body(&it.body, level, names));
    }
    document.sources = sources.places;
    ownerless(contract, &document, problems);
    document
}

/// C12 for what is stable in a contract that is not: the macros see one item at a time.
fn ownerless(contract: &ContractFacts, document: &Document, problems: &mut Vec<String>) {
    let clauses = Clauses::of(document);
    let mut stable = clauses.ownerless();
    let Some(first) = stable.next() else { return };
    let (it, within) = subject(first);
    let is_item = first.matches('/').count() == 1;
    let it = if is_item { format!("`{it}`") } else { format!("`{it}` of `{within}`") };
    let more = match stable.count() {
        0 => String::new(),
        1 => ", and so is one more clause".to_owned(),
        more => format!(", and so are {more} more clauses"),
    };
    let here = clauses.place(first).source.unwrap_or_else(|| place(&contract.source));
    problems.push(format!(
        "{here}: {it} is stable{more}, and nobody is named who decides whether a change is \
         compatible; name an owner at {}: `owner = \"@team-{}\"`",
        place(&contract.source),
        contract.id
    ));
}

/// The id names files and the version is compared, so both have a form.
fn header_problems(contract: &ContractFacts, problems: &mut Vec<String>) {
    let here = place(&contract.source);
    let first = contract.id.starts_with(|it: char| it.is_ascii_lowercase() || it.is_ascii_digit());
    let rest = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || "._-".contains(it);
    if !first || !contract.id.chars().all(rest) {
        problems.push(format!(
            "{here}: `{}` is not a contract id: use a-z, 0-9, `.`, `_` and `-`, and begin with a \
             letter or a digit",
            contract.id
        ));
    }
    if let Err(error) = semver::Version::parse(&contract.item.version) {
        problems.push(format!(
            "{here}: the version `{}` of `{}` is not a version such as 1.4.0: {error}",
            contract.item.version, contract.id
        ));
    }
}

/// Where clauses are, by path.
struct Places<'a> {
    root: &'a Path,
    places: BTreeMap<String, Source>,
}

impl Places<'_> {
    /// Adds the place of a clause and of those below it.
    fn add(&mut self, clause: &str, source: &Option<Source>, below: &Sources) {
        let own = source.iter().map(|it| (clause.to_owned(), it));
        let below = below.iter().map(|(path, it)| (format!("{clause}/{path}"), it));
        for (clause, source) in own.chain(below) {
            let file = Path::new(&source.file);
            let file = file.strip_prefix(self.root).unwrap_or(file);
            let file = file.to_string_lossy().replace('\\', "/");
            self.places.entry(clause).or_insert(Source { file, ..*source });
        }
    }

    /// Adds the places of an item; its object.
    fn item<'f, T>(
        &mut self,
        section: &str,
        kind: &str,
        facts: &'f ItemFacts<T>,
        problems: &mut Vec<String>,
    ) -> &'f T {
        let clause = format!("{section}/{}", facts.id);
        self.unique(&clause, kind, &facts.source, problems);
        self.add(&clause, &facts.source, &facts.sources);
        &facts.item
    }

    /// Notes a mistake if there is such a clause already.
    fn unique(
        &self,
        clause: &str,
        kind: &str,
        source: &Option<Source>,
        problems: &mut Vec<String>,
    ) {
        if let Some(Source { file, line, column }) = self.places.get(clause) {
            let id = clause.split_once('/').map_or(clause, |(_, id)| id);
            problems.push(format!(
                "{}: the id `{id}` is taken by the {kind} at {file}:{line}:{column}; give one of \
                 them another id",
                place(source)
            ));
        }
    }
}

/// The published name of an error set.
fn errors(identity: &Option<String>, names: &Names<'_>) -> Option<String> {
    identity.as_deref().and_then(|it| names.errors.get(it).cloned())
}

/// What is said about a clause, with its level only where it differs from the enclosing one; and
/// the level that holds below it.
fn relative(about: &About, enclosing: Level) -> (About, Level) {
    let level = about.level.unwrap_or(enclosing);
    let about = About { level: (level != enclosing).then_some(level), ..about.clone() };
    (about, level)
}

/// A type expression with published names in place of identities.
fn renamed(wire: &WireType, names: &Names<'_>) -> WireType {
    wire.rename(&mut |identity| {
        names.types.get(identity).cloned().unwrap_or_else(|| identity.to_owned())
    })
}

/// A type with published names, and levels only where they differ.
fn body(body: &Type, enclosing: Level, names: &Names<'_>) -> Type {
    let mut body = body.clone();
    let (about, level) = relative(&body.about, enclosing);
    body.about = about.into();
    for wire in body.behind.iter_mut().flat_map(|it| &mut it.types) {
        *wire = renamed(wire, names);
    }
    match &mut body.shape {
        Shape::Struct(Struct { fields: them, .. }) | Shape::Tuple(them) => {
            fields(them, level, names);
        }
        Shape::Unit => {}
        Shape::Alias(wire) | Shape::Newtype(wire) => *wire = renamed(wire, names),
        Shape::Enum(it) => {
            for variant in &mut it.variants {
                let (about, level) = relative(&variant.about, level);
                variant.about = about.into();
                match &mut variant.content {
                    Content::Unit => {}
                    Content::Newtype(wire) => *wire = renamed(wire, names),
                    Content::Tuple(them) | Content::Struct(Struct { fields: them, .. }) => {
                        fields(them, level, names);
                    }
                }
            }
        }
    }
    body
}

fn fields(fields: &mut [Field], enclosing: Level, names: &Names<'_>) {
    for field in fields {
        field.about = relative(&field.about, enclosing).0.into();
        field.wire = renamed(&field.wire, names);
    }
}
