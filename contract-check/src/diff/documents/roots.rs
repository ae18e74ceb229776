//! Where the walk starts: what operations, events and data hold.

use contract_core::document::{Direction, Document, Operation, Place, WireType};

use super::clauses::Pair;
use crate::finding::{Checker, Finding, Role, Side, Witness};
use crate::json::{Json, Shared};
use crate::rules;

/// A type before, a type after, and a direction.
#[derive(Clone, Debug)]
pub(super) struct Root {
    /// The operation, event or type of data, as a clause path.
    pub(super) reached_by: String,
    /// The clause that holds the type, in both documents.
    pub(super) clause: String,
    /// What it is called in sentences: `the response`.
    pub(super) it: String,
    /// What it belongs to.
    pub(super) within: String,
    /// The direction.
    pub(super) role: Role,
    /// The type before.
    pub(super) old: WireType,
    /// The type after.
    pub(super) new: WireType,
    /// Whether the writers are other people's programs, which need not be built from the old
    /// type: what the old reader took, they may send.
    pub(super) foreign_writers: bool,
    /// Whether the readers are other people's programs: they read what they are shown, also what
    /// the old type itself would not read.
    pub(super) foreign_readers: bool,
    /// Whether the readers skip kinds of chunks that they do not know.
    pub(super) open_kinds: bool,
}

/// The word for a part of a request.
pub(super) const fn place(place: Place) -> &'static str {
    match place {
        Place::Body => "body",
        Place::Form => "form",
        Place::Path => "path",
        Place::Query => "query",
    }
}

/// The roots, and findings about what has no counterpart.
pub(super) fn roots(
    old: &Document,
    new: &Document,
    clauses: &Pair<'_>,
) -> (Vec<Root>, Vec<Finding>) {
    let (mut roots, mut findings) = (Vec::new(), Vec::new());
    for (id, operation) in &old.operations {
        let Some(after) = new.operations.get(id) else { continue };
        parts(id, operation, after, clauses, new, &mut roots, &mut findings);
        let clause = format!("operations/{id}/response");
        match (&operation.response, &after.response) {
            (Some(before), Some(after)) => {
                let open_kinds = super::open_kinds(old, operation).is_some();
                let root = Root::of(id, clause, "the response", Role::Response, before, after);
                roots.push(Root { open_kinds, ..root });
            }
            (Some(before), None) => findings.push(
                placed(Finding::breaking(&rules::RESPONSE_REMOVED, &clause), clauses)
                    .role(Role::Response)
                    .it(id)
                    .from(super::types::text(before))
                    .reached_by(format!("operations/{id}")),
            ),
            (None, Some(after)) => findings.push(
                placed(Finding::note(&rules::RESPONSE_ADDED, &clause), clauses)
                    .role(Role::Response)
                    .it(id)
                    .to(super::types::text(after))
                    .reached_by(format!("operations/{id}")),
            ),
            (None, None) => {}
        }
    }
    for (id, before) in &old.events {
        let Some(after) = new.events.get(id) else { continue };
        if before.direction != after.direction {
            continue;
        }
        let role = match before.direction {
            Direction::Send => Role::Response,
            Direction::Receive => Role::Request,
        };
        roots.push(Root {
            reached_by: format!("events/{id}"),
            clause: format!("events/{id}/payload"),
            it: "the payload".to_owned(),
            within: id.clone(),
            role,
            old: before.payload.clone(),
            new: after.payload.clone(),
            foreign_writers: role == Role::Request,
            foreign_readers: role == Role::Response,
            open_kinds: false,
        });
    }
    for (id, before) in &old.consumers {
        let Some(after) = new.consumers.get(id) else { continue };
        roots.push(Root {
            reached_by: format!("consumers/{id}"),
            clause: format!("consumers/{id}/payload"),
            it: "the payload".to_owned(),
            within: id.clone(),
            role: Role::Request,
            old: before.payload.clone(),
            new: after.payload.clone(),
            foreign_writers: true,
            foreign_readers: false,
            open_kinds: false,
        });
    }
    // A type may leave the data because an operation reaches it now; it is still what it was.
    for name in old.data.iter().filter(|name| new.types.contains_key(*name)) {
        for role in [Role::Request, Role::Response] {
            roots.push(Root {
                reached_by: format!("data/{name}"),
                clause: format!("types/{name}"),
                it: name.clone(),
                within: name.clone(),
                role,
                old: WireType::Named(name.clone()),
                new: WireType::Named(name.clone()),
                foreign_writers: false,
                foreign_readers: false,
                open_kinds: false,
            });
        }
    }
    (roots, findings)
}

/// The parts of a request.
fn parts(
    id: &str,
    before: &Operation,
    after: &Operation,
    clauses: &Pair<'_>,
    new: &Document,
    roots: &mut Vec<Root>,
    findings: &mut Vec<Finding>,
) {
    let by = format!("operations/{id}");
    for (at, old) in &before.request {
        let word = place(*at);
        let clause = format!("{by}/request/{word}");
        match after.request.get(at) {
            Some(new) => {
                roots.push(Root::of(id, clause, &format!("the {word}"), Role::Request, old, new));
            }
            // Whatever stands in the path is compared as the path itself.
            None if *at == Place::Path => {}
            None => findings.push(
                placed(Finding::silent(&rules::REQUEST_PART_REMOVED, &clause), clauses)
                    .role(Role::Request)
                    .it(word)
                    .within(id)
                    .from(super::types::text(old))
                    .reached_by(&by),
            ),
        }
    }
    for (at, read) in &after.request {
        if before.request.contains_key(at) || *at == Place::Path {
            continue;
        }
        let word = place(*at);
        let clause = format!("{by}/request/{word}");
        let finding = match added(new, *at, read) {
            None => Finding::note(&rules::REQUEST_PART_ADDED, &clause),
            Some(witness) => {
                let finding = Finding::breaking(&rules::REQUEST_PART_ADDED, &clause);
                Finding { witness, ..finding }
            }
        };
        findings.push(
            placed(finding, clauses)
                .role(Role::Request)
                .it(word)
                .within(id)
                .to(super::types::text(read))
                .reached_by(&by),
        );
    }
}

/// Whether requests without a part that is now read are refused; with a witness where what is
/// missing has a form: an empty query is an object without members. A body that is missing has
/// none.
fn added(new: &Document, at: Place, read: &WireType) -> Option<Option<Witness>> {
    if at == Place::Body {
        return if matches!(read, WireType::Option(_)) { None } else { Some(None) };
    }
    let document = Json::Object(Shared::default());
    match crate::evaluate::wire::reads(new, read, &document, &[]) {
        crate::evaluate::wire::Answer::Yes => None,
        crate::evaluate::wire::Answer::No(refusal) => Some(Some(Witness {
            document,
            written_by: Side::Old,
            refused_by: Side::New,
            reason: refusal.reason,
            checked_by: Some(Checker::Serde),
        })),
        crate::evaluate::wire::Answer::Unknown(_) => Some(None),
    }
}

/// The finding with its places and level. A clause that is no part of the shape of a document,
/// such as a level, has the place of the clause that it is about.
pub(super) fn placed(finding: Finding, clauses: &Pair<'_>) -> Finding {
    let clause = finding.clause.clone();
    let known = clauses.old.has(&clause) || clauses.new.has(&clause);
    let old = (!known || clauses.old.has(&clause)).then_some(clause.as_str());
    let new = (!known || clauses.new.has(&clause)).then_some(clause.as_str());
    let level = if old.is_some() { clauses.old.level(&clause) } else { clauses.new.level(&clause) };
    finding
        .level(level)
        .old(clauses.old_place(old))
        .new_place(clauses.new_place(new, Some(&clause)))
}

impl Root {
    /// A root of an operation.
    fn of(id: &str, clause: String, it: &str, role: Role, old: &WireType, new: &WireType) -> Self {
        Self {
            reached_by: format!("operations/{id}"),
            clause,
            it: it.to_owned(),
            within: id.to_owned(),
            role,
            old: old.clone(),
            new: new.clone(),
            foreign_writers: role == Role::Request,
            foreign_readers: role == Role::Response,
            open_kinds: false,
        }
    }
}
