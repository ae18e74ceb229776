//! The comparison of two JSON Schemas.
//!
//! Whether anybody breaks is decided once per role, at the root: is every document that the
//! writer's schema admits admitted by the reader's? The rest is about saying why; see
//! [`walk`](self) for how causes are found and why none is invented.

mod causes;
mod objects;
mod position;
mod proof;
mod remarks;
mod same;
mod shrink;
mod unions;
mod walk;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::position::{Position, View};
use self::proof::Proof;
use self::walk::{Spot, Walk};
use super::Extent;
use super::slice::{Layout, Survey, explains};
use crate::finding::{Finding, Place, Role, Severity, Side};
use crate::rules::{self, Words};
use crate::schema::{SchemaDocument, SchemaId, Scope};
use crate::shape::lower::schema::{SchemaShapes, UNREAD};

/// What a schema means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Semantics {
    /// The set of documents that it validates, for writers as for readers.
    Schema,
    /// A program's types: what is written is described.
    Wire,
}

/// What a reader does about members that it does not know and that its schema leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknowns {
    /// It ignores them.
    Ignored,
    /// It refuses them.
    Refused,
}

/// How schemas are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The directions, in which documents travel.
    pub roles: Vec<Role>,
    /// What a schema means.
    pub semantics: Semantics,
    /// What readers do about unknown members; heeded with [`Semantics::Wire`] only.
    pub unknowns: Unknowns,
    /// How much is put to the test.
    #[doc(hidden)]
    pub extent: Extent,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            roles: vec![Role::Request, Role::Response],
            semantics: Semantics::Schema,
            unknowns: Unknowns::Ignored,
            extent: Extent::Needed,
        }
    }
}

/// One side of a comparison.
struct Half<'d> {
    document: &'d SchemaDocument,
    shapes: SchemaShapes<'d>,
}

impl<'d> Half<'d> {
    fn new(document: &'d SchemaDocument, side: Side) -> Self {
        Self { document, shapes: SchemaShapes::new(document, side.word()) }
    }
}

/// A pair of schemas that whole documents are written and read by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The schema of the old document.
    pub old: SchemaId,
    /// The schema of the new document.
    pub new: SchemaId,
    /// What people call the documents where no schema has a name, and what they belong to.
    pub name: Option<(String, String)>,
}

/// The stack of a comparison. Everything that recurses is limited in depth; the limits fit in
/// this, whatever the caller's stack is.
const STACK: usize = 256 << 20;

/// Compares two schemas at their roots.
pub fn compare(old: &SchemaDocument, new: &SchemaDocument, options: &Options) -> Vec<Finding> {
    let unchanged = old.raw() == new.raw();
    if unchanged && !old.leads_elsewhere() {
        return Vec::new();
    }
    let mut findings = by_slices(old, new, options).unwrap_or_else(|| {
        let root = Root { old: old.root(), new: new.root(), name: None };
        told_at(old, new, &[root], options).all()
    });
    findings = unread_once(findings, |one, other| one.role == other.role);
    if findings.is_empty() && !unchanged {
        let place = || Place { pointer: Some(String::new()), source: None };
        let note = Finding::note(&rules::SCHEMA_REWRITTEN, "#").it(rules::DOCUMENT);
        findings.push(note.old(place()).new_place(place()));
    }
    findings
}

/// One finding where several places lead to one thing that was not read, as far as two findings
/// may be one.
pub(super) fn unread_once(
    findings: Vec<Finding>,
    may_be_one: fn(&Finding, &Finding) -> bool,
) -> Vec<Finding> {
    let names_it = format!("`{UNREAD}");
    let mut known: Vec<Finding> = Vec::new();
    for finding in findings {
        let unread =
            finding.rule == &rules::UNDECIDED && finding.words.reason.starts_with(&names_it);
        let same = known.iter_mut().find(|it| {
            unread
                && it.rule == finding.rule
                && it.words.reason == finding.words.reason
                && may_be_one(it, &finding)
        });
        let Some(same) = same else {
            known.push(finding);
            continue;
        };
        if same.role != finding.role {
            same.role = None;
        }
        same.reached_by.extend(finding.reached_by);
    }
    known
}

/// The findings of large schemas, slice by slice; none where they are judged as they are.
fn by_slices(
    old: &SchemaDocument,
    new: &SchemaDocument,
    options: &Options,
) -> Option<Vec<Finding>> {
    let layout = Layout::of_schema(old).filter(|it| Layout::of_schema(new) == Some(*it))?;
    let slices = Survey::of(layout, options.extent, old.raw(), new.raw())?.slices(&[("", "")])?;
    // What a slice cannot leave out may have changed as well, and is found with others again.
    let mut seen = BTreeSet::new();
    let mut told = Told::default();
    for slice in slices {
        let places: Vec<String> = [String::new()].into_iter().chain(slice.target).collect();
        let load = |raw, full: &SchemaDocument| {
            let dialect = full.schema(full.root()).dialect;
            SchemaDocument::load_at(Arc::new(raw), dialect, &places).ok()
        };
        let ((old, was), (new, is)) = (load(slice.old, old)?, load(slice.new, new)?);
        let mut roots = was.into_iter().zip(is).map(|(old, new)| Root { old, new, name: None });
        let way = told_at(&old, &new, &[roots.next()?], options);
        if let Some(itself) = roots.next()
            && !explains(&way.findings, &severe_at(&old, &new, &[itself], options))
        {
            return None;
        }
        let mut is_new = |finding: &Finding| {
            let Words { it, from, to, .. } = finding.words.clone();
            let places = (finding.old.clone(), finding.new.clone());
            seen.insert((finding.rule.id, finding.role, finding.severity, places, [it, from, to]))
        };
        told.findings.extend(way.findings.into_iter().filter(&mut is_new));
        told.remarks.extend(way.remarks.into_iter().filter(is_new));
    }
    Some(told.all())
}

/// What there is to say about pairs of schemas.
#[derive(Default)]
pub(super) struct Told {
    pub(super) findings: Vec<Finding>,
    /// What breaks nobody, in places that the findings may speak of.
    pub(super) remarks: Vec<Finding>,
}

impl Told {
    /// The findings, and the remarks about everything that they do not speak of.
    pub(super) fn all(self) -> Vec<Finding> {
        let Self { mut findings, remarks } = self;
        let remarks = remarks::unspoken(remarks, &findings);
        findings.extend(remarks);
        findings
    }
}

/// Compares pairs of schemas within two documents. A cause that several of them reach is found
/// once, with a witness for one of them.
pub(super) fn told_at(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Told {
    on_a_deep_stack(|| compare_here(old, new, roots, options))
}

/// The findings alone, without what breaks nobody.
pub(super) fn severe_at(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Vec<Finding> {
    on_a_deep_stack(|| severe_here(old, new, roots, options))
}

fn on_a_deep_stack<T: Send>(judge: impl Fn() -> T + Sync) -> T {
    std::thread::scope(|scope| {
        match std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &judge) {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // Without a thread of its own the comparison is as right, and less deep.
            Err(_) => judge(),
        }
    })
}

fn compare_here(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Told {
    let findings = severe_here(old, new, roots, options);
    Told { findings, remarks: remarks::remarks(old, new, roots, options) }
}

fn severe_here(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    // What is asked about comes first.
    let roles = [Role::Request, Role::Response];
    let (asked, others): (Vec<Role>, Vec<Role>) =
        roles.into_iter().partition(|role| options.roles.contains(role));
    for role in asked.into_iter().chain(others) {
        let found = findings_of(role, old, new, roots, options);
        if options.roles.contains(&role) {
            findings.extend(found);
        } else if let Some(asked) = options.roles.first() {
            // What the other direction would refuse is what this one has gained.
            let gained = found.into_iter().filter_map(|finding| gained(finding, *asked, options));
            // A change that breaks in the one direction has been told.
            let told: Vec<Finding> = gained
                .filter(|it| !findings.iter().any(|known| is_same_change(known, it)))
                .collect();
            findings.extend(told);
        }
    }
    findings
}

fn findings_of(
    role: Role,
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Vec<Finding> {
    let mut walk = Walk::new(Proof::new(role, old, new, options.semantics, options.unknowns));
    let name = |document: &SchemaDocument, id| {
        View::new(document, &Position::new(id, Scope::default()).resolved(document)).name()
    };
    for root in roots {
        let name = name(old, root.old).or_else(|| name(new, root.new));
        let spot = match (name, &root.name) {
            (Some(it), Some((_, within))) => Spot::new(it, within.clone()),
            (None, Some((it, within))) => Spot::new(it.clone(), within.clone()),
            (name, None) => {
                let name = name.unwrap_or_else(|| rules::DOCUMENT.to_owned());
                Spot::new(name.clone(), name)
            }
        };
        let (writer, reader) = match role {
            Role::Request => (root.old, root.new),
            Role::Response => (root.new, root.old),
        };
        walk.run(writer, reader, &spot);
    }
    walk.findings()
}

/// Whether two findings speak of one change, in whichever direction.
fn is_same_change(one: &Finding, other: &Finding) -> bool {
    let change = |it: &Finding| (it.rule.id, it.old.clone(), it.new.clone(), it.words.it.clone());
    change(one) == change(other)
}

/// A break of the direction that nobody asked about, as what it means for the other one.
fn gained(mut finding: Finding, role: Role, options: &Options) -> Option<Finding> {
    // To programs a field that is gone is no gain; the remarks speak of it.
    let lost = finding.rule == &rules::FIELD_REMOVED && options.semantics == Semantics::Wire;
    if finding.severity != Severity::Breaking || lost {
        return None;
    }
    if finding.rule == &rules::UNKNOWN_FIELDS_REFUSED && finding.role == Some(Role::Response) {
        // Old readers would refuse a new member; new ones read it.
        finding.rule = &rules::FIELD_ADDED_OPTIONAL;
        finding.words.within = std::mem::take(&mut finding.words.it);
        finding.words.it = std::mem::take(&mut finding.words.to);
    }
    let (severity, role) = (Severity::Note, Some(role));
    Some(Finding { severity, role, hazard: None, witness: None, ..finding })
}
