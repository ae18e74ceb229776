//! One contract's facts as a document, with the place of every clause.

use std::collections::BTreeMap;
use std::path::Path;

use contract_core::Level;
use contract_core::document::{
    About, Content, Document, Event, FORMAT, Field, Header, Operation, Shape, Source, Struct, Type,
    WireType,
};

use super::super::facts::{ContractFacts, Sources};
use super::assemble::Members;
use super::names::Names;
use super::place;

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
    let level = contract.about.level.unwrap_or(LEVEL);
    let mut sources = Places { root, places: BTreeMap::new() };
    sources.add("contract", &contract.source, &Sources::new());
    let mut document = Document {
        format: FORMAT,
        contract: Header {
            id: contract.id.clone(),
            version: contract.version.clone(),
            owner: contract.owner.clone(),
            level: contract.about.level.filter(|level| *level != LEVEL),
            meaning: contract.about.meaning.clone(),
        },
        operations: BTreeMap::new(),
        events: BTreeMap::new(),
        data: members.data.iter().map(|identity| names.types[identity].clone()).collect(),
        errors: BTreeMap::new(),
        types: BTreeMap::new(),
        sources: BTreeMap::new(),
    };
    for it in &members.operations {
        let clause = format!("operations/{}", it.id);
        sources.unique(&clause, "operation", &it.source, problems);
        sources.add(&clause, &it.source, &it.sources);
        let operation = Operation {
            about: relative(&it.about, level).0,
            http: it.http.clone(),
            request: it.request.iter().map(|(place, it)| (*place, renamed(it, names))).collect(),
            response: it.response.as_ref().map(|it| renamed(it, names)),
            errors: it.errors.as_deref().and_then(|it| names.errors.get(it).cloned()),
        };
        document.operations.insert(it.id.clone(), operation);
    }
    for (identity, it) in &members.events {
        let Some(event) = &it.event else { continue };
        let clause = format!("events/{}", event.id);
        sources.unique(&clause, "event", &it.source, problems);
        sources.add(&clause, &it.source, &Sources::new());
        let payload = WireType::Named(names.types[identity].clone());
        let (direction, channel) = (event.direction, event.channel.clone());
        document.events.insert(event.id.clone(), Event { direction, channel, payload });
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
    document
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
    if let Err(error) = semver::Version::parse(&contract.version) {
        problems.push(format!(
            "{here}: the version `{}` of `{}` is not a version such as 1.4.0: {error}",
            contract.version, contract.id
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
    body.about = about;
    match &mut body.shape {
        Shape::Struct(Struct { fields: them, .. }) | Shape::Tuple(them) => {
            fields(them, level, names);
        }
        Shape::Unit => {}
        Shape::Alias(wire) | Shape::Newtype(wire) => *wire = renamed(wire, names),
        Shape::Enum(it) => {
            for variant in &mut it.variants {
                let (about, level) = relative(&variant.about, level);
                variant.about = about;
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
        field.about = relative(&field.about, enclosing).0;
        field.wire = renamed(&field.wire, names);
    }
}
