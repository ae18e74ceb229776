//! The schemas that the comparison came upon: each pair judged in its direction, and what is
//! found traced back to the operations that reach it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::context::{Context, Position, Reached};
use super::reach::{Reach, Targets};
use super::{CompareError, annotations, tagged, text, view};
use crate::diff::schemas::{Options, Root, Semantics, Told, severe_at, told_at, unread_once};
use crate::diff::slice::{Layout, Slice, Survey, explains};
use crate::finding::{Finding, Place, Role, Severity, Side};
use crate::json::Json;
use crate::openapi::{OpenApi, Version};
use crate::rules::{self, Words};
use crate::schema::{Dialect, SchemaDocument};

/// Judges every pair of schemas that differs.
pub(super) fn compare(context: &Context<'_>) -> Result<Vec<Finding>, CompareError> {
    let mut findings = Vec::new();
    if context.positions.is_empty() {
        return Ok(findings);
    }
    let raws = tagged::told_apart(context.old, context.new);
    let views = [Role::Request, Role::Response].map(|role| View::of(context, &raws, role));
    let mut survey: Option<(&View<'_>, Option<Survey<'_>>)> = None;
    let mut targets = None;
    let extent = context.options.extent;
    for view in &views {
        let View { old, new, positions, .. } = view;
        if positions.is_empty() {
            continue;
        }
        // Mostly both directions see the documents as they are.
        let known = survey
            .take()
            .filter(|(other, _)| Arc::ptr_eq(&other.old, old) && Arc::ptr_eq(&other.new, new));
        let (_, survey) = survey
            .insert(known.unwrap_or_else(|| (view, Survey::of(Layout::OpenApi, extent, old, new))));
        let found = judged(context, view, survey.as_ref())?;
        if found.is_empty() {
            continue;
        }
        let [old, new] =
            targets.get_or_insert_with(|| [Targets::of(context.old), Targets::of(context.new)]);
        let reach = [
            Reach::new(
                old,
                positions
                    .iter()
                    .map(|(it, reached)| (&*it.old, reached.schemas.0.as_ref(), *reached)),
            ),
            Reach::new(
                new,
                positions
                    .iter()
                    .map(|(it, reached)| (&*it.new, reached.schemas.1.as_ref(), *reached)),
            ),
        ];
        findings.extend(found.into_iter().map(|finding| traced(finding, &reach)));
    }
    Ok(unread_once(both_ways(findings), |_, _| true))
}

/// What takes part in one direction.
struct View<'c> {
    role: Role,
    old: Arc<Json>,
    new: Arc<Json>,
    positions: Vec<(&'c Position, &'c Reached<'c>)>,
}

impl<'c> View<'c> {
    fn of(context: &'c Context<'_>, [old, new]: &[Arc<Json>; 2], role: Role) -> Self {
        let positions = context.positions.iter();
        Self {
            role,
            old: seen(context, old, Side::Old, role),
            new: seen(context, new, Side::New, role),
            positions: positions.filter(|(position, _)| position.role == role).collect(),
        }
    }
}

/// Judges the positions of one direction: by slices where the documents are large, and else as
/// they are.
fn judged(
    context: &Context<'_>,
    view: &View<'_>,
    survey: Option<&Survey<'_>>,
) -> Result<Vec<Finding>, CompareError> {
    let View { role, ref old, ref new, ref positions } = *view;
    let places: Vec<(&str, &str)> =
        positions.iter().map(|(position, _)| (&*position.old, &*position.new)).collect();
    if let Some(slices) = survey.and_then(|survey| survey.slices(&places))
        && let Some(findings) = by_slices(context, role, positions, slices)?
    {
        return Ok(findings);
    }
    let raws = (old.clone(), new.clone());
    Ok(Judge::new(context, role, raws, positions)?.findings(positions))
}

/// What the slices say; nothing where they do not say all.
fn by_slices(
    context: &Context<'_>,
    role: Role,
    positions: &[(&Position, &Reached<'_>)],
    slices: Vec<Slice>,
) -> Result<Option<Vec<Finding>>, CompareError> {
    let (remarks, openness) = annotations::compare(context, role, positions);
    let mut told = Told::default();
    for slice in slices {
        let (position, reached) = positions[slice.position];
        let itself = slice.target.map(|place| Position { old: place.clone(), new: place, role });
        let places: Vec<_> =
            [position].into_iter().chain(&itself).map(|it| (it, reached)).collect();
        let raws = (Arc::new(slice.old), Arc::new(slice.new));
        let judge = Judge::new(context, role, raws, &places)?;
        let way = judge.told(&judge.roots[..1], openness);
        if itself.is_some() && !explains(&way.findings, &judge.severe(&judge.roots[1..], openness))
        {
            return Ok(None);
        }
        told.findings.extend(way.findings);
        told.remarks.extend(way.remarks);
    }
    let mut findings = told.all();
    findings.extend(annotations::unspoken(remarks, &findings));
    Ok(Some(findings))
}

/// The documents as one direction sees them.
struct Judge<'c, 'd> {
    context: &'c Context<'d>,
    role: Role,
    old: SchemaDocument,
    new: SchemaDocument,
    roots: Vec<Root>,
}

impl<'c, 'd> Judge<'c, 'd> {
    fn new(
        context: &'c Context<'d>,
        role: Role,
        raws: (Arc<Json>, Arc<Json>),
        positions: &[(&Position, &Reached<'_>)],
    ) -> Result<Self, CompareError> {
        let places = |of: fn(&Position) -> &String| -> Vec<String> {
            positions.iter().map(|(position, _)| of(position).clone()).collect()
        };
        let (old, old_ids) = load(context.old, raws.0, Side::Old, &places(|it| &it.old))?;
        let (new, new_ids) = load(context.new, raws.1, Side::New, &places(|it| &it.new))?;
        let roots = old_ids
            .into_iter()
            .zip(new_ids)
            .zip(positions)
            .map(|((old, new), (_, reached))| {
                let name = Some((reached.it.clone(), reached.subject.name.clone()));
                Root { old, new, name }
            })
            .collect();
        Ok(Self { context, role, old, new, roots })
    }

    fn findings(&self, positions: &[(&Position, &Reached<'_>)]) -> Vec<Finding> {
        let stands = |document: &OpenApi, place: &str| document.raw().pointer(place).is_some();
        let mut described = Vec::new();
        let mut findings = Vec::new();
        for ((position, reached), root) in positions.iter().zip(&self.roots) {
            match (stands(self.context.old, &position.old), stands(self.context.new, &position.new))
            {
                (true, true) => described.push(root.clone()),
                sides => findings.extend(self.one_sided(position, (reached, root), sides.1)),
            }
        }
        let (remarks, openness) = annotations::compare(self.context, self.role, positions);
        findings.extend(self.told(&described, openness).all());
        findings.extend(annotations::unspoken(remarks, &findings));
        findings
    }

    /// What changed at positions that have a schema on both sides.
    fn told(&self, roots: &[Root], openness: bool) -> Told {
        let mut told = self.judged(roots, self.context.options.semantics);
        told.findings.extend(self.closed(roots, openness));
        told
    }

    /// The same without what breaks nobody.
    fn severe(&self, roots: &[Root], openness: bool) -> Vec<Finding> {
        let options = self.options(self.context.options.semantics);
        let mut findings = severe_at(&self.old, &self.new, roots, &options);
        findings.extend(self.closed(roots, openness));
        findings
    }

    /// Programs write what is described, so that to close an object refuses none of them. But to
    /// say so is to take back what the document allowed everybody else.
    fn closed(&self, roots: &[Root], openness: bool) -> Vec<Finding> {
        if !openness || self.context.options.semantics != Semantics::Wire {
            return Vec::new();
        }
        let options = self.options(Semantics::Schema);
        let mut findings = severe_at(&self.old, &self.new, roots, &options);
        findings.retain(|it| {
            it.rule == &rules::UNKNOWN_FIELDS_REFUSED || it.rule == &rules::UNKNOWN_FIELDS_ACCEPTED
        });
        findings
    }

    fn options(&self, semantics: Semantics) -> Options {
        let unknowns = self.context.options.unknowns;
        Options { roles: vec![self.role], semantics, unknowns, ..Options::default() }
    }

    fn judged(&self, roots: &[Root], semantics: Semantics) -> Told {
        let mut told = told_at(&self.old, &self.new, roots, &self.options(semantics));
        told.remarks.retain(|it| it.rule != &rules::DEFAULT_CHANGED || !is_parameter(it));
        told
    }

    /// Where only one side has a schema, one finding says so: on the other side anything goes.
    fn one_sided(
        &self,
        position: &Position,
        (reached, root): (&Reached<'_>, &Root),
        added: bool,
    ) -> Option<Finding> {
        let schema = if added { &reached.schemas.1 } else { &reached.schemas.0 };
        if schema.as_ref().is_some_and(|it| text::is_anything(&it.clone().followed())) {
            return None;
        }
        let semantics = self.context.options.semantics;
        let found = self.judged(std::slice::from_ref(root), semantics).all();
        let worst = found.into_iter().find(|finding| finding.severity >= Severity::Undecided);
        let rule = if added { &rules::TYPE_NARROWED } else { &rules::TYPE_WIDENED };
        let clause = position.old.clone();
        let mut finding = match worst {
            Some(worst) => Finding { rule, clause, ..worst },
            None => Finding::note(rule, clause),
        };
        let place = |pointer: &String| Place { pointer: Some(pointer.clone()), source: None };
        finding.old = place(&position.old);
        finding.new = place(&position.new);
        let (it, within) = root.name.clone().unwrap_or_default();
        let (described, anything) = ("what its schema describes", "any value");
        let (from, to) = if added { (anything, described) } else { (described, anything) };
        Some(finding.role(self.role).it(it).within(within).from(from).to(to))
    }
}

/// Whether it is about the schema of a parameter itself, whose default has been looked at with
/// the parameter.
fn is_parameter(finding: &Finding) -> bool {
    let pointer = finding.old.pointer.as_ref().or(finding.new.pointer.as_ref());
    let holder = pointer.and_then(|pointer| {
        let place = pointer.strip_suffix("/schema")?;
        // In the other form the schema stands in a media type.
        let parts: Vec<&str> = place.rsplit('/').take(4).collect();
        match parts[..] {
            [_, "content", _, holder] | [_, holder, ..] => Some(holder),
            _ => None,
        }
    });
    holder == Some("parameters")
}

/// The document as one direction sees it.
fn seen(context: &Context<'_>, raw: &Arc<Json>, side: Side, role: Role) -> Arc<Json> {
    let document = match side {
        Side::Old => context.old,
        Side::New => context.new,
    };
    let mut raw = raw.clone();
    for form in context.forms.iter().filter(|it| (it.role, it.side) == (role, side)) {
        form.clone().stand_in(Arc::make_mut(&mut raw));
    }
    view::seen(document, &raw, role).map_or(raw, Arc::new)
}

fn load(
    document: &OpenApi,
    raw: Arc<Json>,
    side: Side,
    places: &[String],
) -> Result<(SchemaDocument, Vec<crate::schema::SchemaId>), CompareError> {
    let dialect = dialect(document, side)?;
    SchemaDocument::load_at(raw, dialect, places)
        .map_err(|error| CompareError::Schema { side, error })
}

/// The dialect of a document's schemas.
pub(super) fn dialect(document: &OpenApi, side: Side) -> Result<Dialect, CompareError> {
    match (document.version(), document.root().text("jsonSchemaDialect")) {
        (Version::V30, _) => Ok(Dialect::OpenApi30),
        (_, None) => Ok(Dialect::Draft202012),
        (_, Some(uri)) => Dialect::named(uri).ok_or_else(|| CompareError::dialect(side, uri)),
    }
}

/// The finding with its clause named by operation and part, and everything that reaches it.
fn traced(mut finding: Finding, reach: &[Reach<'_>; 2]) -> Finding {
    let pointers = [finding.old.pointer.clone(), finding.new.pointer.clone()];
    let mut clause = None;
    for (pointer, reach) in pointers.iter().zip(reach) {
        let Some(pointer) = pointer else { continue };
        let traced = reach.trace(pointer);
        finding.reached_by.extend(traced.operations);
        clause.get_or_insert(traced.clause);
    }
    if let Some(clause) = clause {
        finding.clause = clause;
    }
    finding
}

/// A cause that hurts in both directions is one finding without a direction. A remark that one
/// direction gains what the other loses is dropped: the loss says so.
fn both_ways(findings: Vec<Finding>) -> Vec<Finding> {
    let mut by_cause: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        let places = (finding.old.clone(), finding.new.clone());
        let key = (finding.rule.id, places, finding.words.it.clone());
        by_cause.entry(key).or_default().push(finding);
    }
    let mut merged = Vec::new();
    for mut same in by_cause.into_values() {
        let worst = same.iter().map(|finding| finding.severity).max();
        if worst > Some(Severity::Note) {
            same.retain(|finding| finding.severity > Severity::Note);
        }
        let mut kept: Vec<Finding> = Vec::new();
        for finding in same {
            let known = kept.iter_mut().find(|known| {
                known.severity == finding.severity
                    && (is_same_cause(known, &finding) || known.role != finding.role)
            });
            let Some(known) = known else {
                kept.push(finding);
                continue;
            };
            let both = known.role != finding.role;
            known.reached_by.extend(finding.reached_by.iter().cloned());
            if is_same_cause(known, &finding) && is_at_home(&finding) && !is_at_home(known) {
                let reached_by = std::mem::take(&mut known.reached_by);
                *known = Finding { reached_by, role: known.role, ..finding };
            }
            if both {
                known.role = None;
            }
        }
        merged.extend(kept);
    }
    with_what_is_sent_in_vain(merged)
}

/// Whether two findings about one place say the same, whatever they call what it belongs to: an
/// object that others extend is met in each of them.
fn is_same_cause(one: &Finding, other: &Finding) -> bool {
    let words = |it: &Finding| Words { within: String::new(), ..it.words.clone() };
    words(one) == words(other)
}

/// Whether a finding names the component that its place lies in.
fn is_at_home(finding: &Finding) -> bool {
    let pointers = [&finding.old.pointer, &finding.new.pointer];
    pointers.into_iter().flatten().any(|pointer| {
        let name = pointer.strip_prefix("/components/schemas/").and_then(|it| it.split('/').next());
        name == Some(&finding.words.within)
    })
}

/// A field that is gone from what is written and from what is read is one finding.
fn with_what_is_sent_in_vain(findings: Vec<Finding>) -> Vec<Finding> {
    let (ignored, mut others): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.rule == &rules::VALUE_IGNORED);
    for finding in ignored {
        let gone = others.iter_mut().find(|gone| {
            gone.rule == &rules::FIELD_REMOVED
                && (&gone.old, &gone.new) == (&finding.old, &finding.new)
                && gone.severity >= finding.severity
        });
        match gone {
            Some(gone) => {
                gone.role = None;
                gone.reached_by.extend(finding.reached_by);
            }
            None => others.push(finding),
        }
    }
    others
}
