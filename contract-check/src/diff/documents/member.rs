//! The members of a struct, those of flattened structs among them, and where they stand.

use contract_core::document::{Document, Field, Read, Shape, Struct, WireType};

use super::cause::{Cause, Harmless, Seg, Suspicion, sides};
use super::rename::Candidate;
use super::walk::Here;
use crate::finding::Role;
use crate::rules::Rule;

/// How many structs may be flattened into each other.
const DEPTH: usize = 32;

/// A field of a struct, or of a struct that is flattened into it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'d> {
    pub(super) field: &'d Field,
    /// The type or variant that declares it, if another one than the struct that is walked.
    pub(super) owner: Option<&'d str>,
    /// Whether a flattened option may leave it out.
    pub(super) optional: bool,
}

/// A flattened field whose members have no names of their own here: a map, an enum.
pub(super) type Rest<'d> = &'d Field;

impl Here {
    /// A field that stands in both.
    pub(super) fn field(&self, role: Role, old: &Field, new: &Field) -> Self {
        self.members(
            role,
            Member { field: old, owner: None, optional: false },
            Member { field: new, owner: None, optional: false },
        )
    }

    /// A field that stands in both, possibly flattened in.
    pub(super) fn members(&self, role: Role, old: Member<'_>, new: Member<'_>) -> Self {
        let clause = |member: Member<'_>, around: &str| match member.owner {
            Some(owner) => format!("types/{owner}/fields/{}", member.field.name),
            None => format!("{around}/fields/{}", member.field.name),
        };
        let mut at = self.at.clone();
        // Documents hold a field under the name that their writer gives it; the members of a
        // flattened one stand beside it.
        if !old.field.flatten && !new.field.flatten {
            let (writer, _) = sides(role, old, new);
            at.push(Seg::Member(writer.field.name.clone()));
        }
        Self {
            old: clause(old, &self.old),
            new: clause(new, &self.new),
            it: old.field.name.clone(),
            within: old.owner.unwrap_or(&self.within).to_owned(),
            at,
        }
    }

    /// A field by itself.
    pub(super) fn member(&self, member: &Member<'_>) -> Self {
        self.members(Role::Request, *member, *member)
    }

    /// A flattened field that stands in one document only.
    pub(super) fn only(
        &self,
        role: Role,
        old: Option<&Field>,
        new: Option<&Field>,
        rule: &'static Rule,
    ) -> Cause {
        let field = old.or(new);
        let at = field.map_or_else(|| self.clone(), |field| self.field(role, field, field));
        let lost = matches!((role, old), (Role::Request, Some(_)));
        let otherwise = if lost { Harmless::Silent } else { Harmless::Note };
        let mut cause = at.cause(rule, Suspicion::Harmless(otherwise));
        if old.is_none() {
            cause.old = None;
        }
        if new.is_none() {
            cause.new = None;
        }
        cause.at.clone_from(&self.at);
        cause
    }
}

/// The members of a struct, those of flattened structs among them, and the flattened fields that
/// are no structs.
pub(super) fn expand<'d>(
    document: &'d Document,
    writes: bool,
    of: &'d Struct,
) -> (Vec<Member<'d>>, Vec<Rest<'d>>) {
    fn add<'d>(
        document: &'d Document,
        writes: bool,
        of: &'d Struct,
        owner: Option<&'d str>,
        optional: bool,
        depth: usize,
        into: &mut (Vec<Member<'d>>, Vec<Rest<'d>>),
    ) {
        for field in &of.fields {
            if !field.flatten {
                into.0.push(Member { field, owner, optional });
                continue;
            }
            match flattened(document, writes, &field.wire, optional) {
                Some((name, inner, optional)) if depth < DEPTH => {
                    add(document, writes, inner, Some(name), optional, depth + 1, into);
                }
                _ => into.1.push(field),
            }
        }
    }
    let mut members = (Vec::new(), Vec::new());
    add(document, writes, of, None, false, 0, &mut members);
    members
}

/// The struct that a flattened field puts in its place.
fn flattened<'d>(
    document: &'d Document,
    writes: bool,
    mut of: &'d WireType,
    mut optional: bool,
) -> Option<(&'d str, &'d Struct, bool)> {
    for _ in 0..DEPTH {
        match of {
            WireType::Split(written, read) => of = if writes { written } else { read },
            WireType::Option(inner) => {
                optional = true;
                of = inner;
            }
            WireType::Named(name) => match &document.types.get(name)?.shape {
                Shape::Struct(of) => return Some((name, of, optional)),
                Shape::Alias(inner) | Shape::Newtype(inner) => of = inner,
                _ => return None,
            },
            _ => return None,
        }
    }
    None
}

/// Those of some fields that may have been renamed: what the other side knows by name has not.
pub(super) fn candidates<'d>(
    of: &[&Member<'d>],
    siblings: &[Member<'d>],
    others: &[Member<'_>],
) -> Vec<Candidate<'d, &'d WireType>> {
    of.iter()
        .map(|it| {
            let known = others.iter().any(|other| other.field.name == it.field.name);
            Candidate {
                name: &it.field.name,
                place: siblings
                    .iter()
                    .position(|sibling| std::ptr::eq(sibling.field, it.field))
                    .unwrap_or_default(),
                shape: (!known).then(|| plain(&it.field.wire)),
            }
        })
        .collect()
}

/// The names under which a field is read; the first is its own.
pub(super) fn names(field: &Field) -> Vec<String> {
    let own = field.read_name.clone().unwrap_or_else(|| field.name.clone());
    let mut names = vec![own];
    for alias in &field.aliases {
        if !names.contains(alias) {
            names.push(alias.clone());
        }
    }
    names
}

pub(super) fn accepts(field: &Field, name: &str) -> bool {
    field.read != Read::Never
        && (field.read_name.as_deref().unwrap_or(&field.name) == name
            || field.aliases.iter().any(|alias| alias == name))
}

/// Whether a writer may leave the field out.
pub(super) fn omitted(member: Member<'_>) -> bool {
    member.optional || !member.field.written.is_always()
}

/// A type without the options around it, to recognise a renamed field.
fn plain(of: &WireType) -> &WireType {
    if let WireType::Option(of) = of { plain(of) } else { of }
}
