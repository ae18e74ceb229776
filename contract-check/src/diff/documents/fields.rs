//! Pairs of structs and tuples.

use contract_core::document::{
    Document, Field, Read, Shape, Struct, UnknownFields, WireType, Written,
};

use super::cause::{Bad, Cause, Harmless, Seg, Suspicion, sides};
use super::rename::{self, Candidate};
use super::types;
use super::walk::{Here, Walk};
use crate::finding::Role;
use crate::rules::{self, Rule};

/// How many structs may be flattened into each other.
const DEPTH: usize = 32;

/// A field of a struct, or of a struct that is flattened into it.
#[derive(Clone, Copy, Debug)]
struct Member<'d> {
    field: &'d Field,
    /// The type or variant that declares it, if another one than the struct that is walked.
    owner: Option<&'d str>,
    /// Whether a flattened option may leave it out.
    optional: bool,
}

/// A flattened field whose members have no names of their own here: a map, an enum.
type Rest<'d> = &'d Field;

impl Walk<'_, '_> {
    /// Compares two structs or the contents of two struct variants.
    pub(super) fn structs(&mut self, here: &Here, old: &Struct, new: &Struct) {
        let (old_members, old_rest) = expand(self.old, self.role == Role::Request, old);
        let (new_members, new_rest) = expand(self.new, self.role == Role::Response, new);
        let moved = self.flattening(here, old, new);
        let stays = |member: &&Member<'_>| match member.owner {
            Some(owner) => !moved.contains(&owner),
            None => !moved.contains(&member.field.name.as_str()),
        };
        let old_members: Vec<Member<'_>> = old_members.iter().filter(stays).copied().collect();
        let new_members: Vec<Member<'_>> = new_members.iter().filter(stays).copied().collect();
        self.rests(here, &old_rest, &new_rest);
        for a in old.fields.iter().filter(|a| a.flatten) {
            if let Some(b) = new.fields.iter().find(|b| b.flatten && b.name == a.name) {
                self.flattened_conversions(&a.wire, &b.wire);
            }
        }
        let refuses = |of: &Struct| of.unknown_fields == UnknownFields::Refused;
        let reader_is_open = !match self.role {
            Role::Request => new_rest.is_empty(),
            Role::Response => old_rest.is_empty(),
        };
        let (_, reader_refuses) = sides(self.role, refuses(old), refuses(new));
        self.members(here, &old_members, &new_members, reader_refuses, reader_is_open);
        if self.role == Role::Request {
            self.unknown_fields(here, (refuses(old), refuses(new)), &old_members, &new_members);
        }
        self.struct_tags(here, old, new, reader_refuses);
    }

    /// Compares two tuple structs or the contents of two tuple variants.
    pub(super) fn tuples(&mut self, here: &Here, old: &[Field], new: &[Field]) {
        if old.len() != new.len() {
            let [a, b] = [old, new].map(|fields| {
                WireType::Tuple(fields.iter().map(|field| field.wire.clone()).collect())
            });
            let words = [old.len(), new.len()].map(|length| length.to_string());
            self.differ(here, &a, &b, Some((&rules::TUPLE_ARITY_CHANGED, words)));
            return;
        }
        for (index, (a, b)) in old.iter().zip(new).enumerate() {
            let at = Here { at: here.at.clone(), ..here.field(self.role, a, b) };
            self.expressions(&at.step(Seg::Element(index)), &a.wire, &b.wire);
        }
    }

    /// Fields that are flattened in one document only; returns their names and those of the types
    /// whose members moved.
    fn flattening<'s>(&mut self, here: &Here, old: &'s Struct, new: &'s Struct) -> Vec<&'s str> {
        let mut moved = Vec::new();
        for a in &old.fields {
            let Some(b) = new.fields.iter().find(|b| b.name == a.name) else { continue };
            if a.flatten == b.flatten {
                continue;
            }
            let word = |flat| if flat { "flattened" } else { "a member of its own" };
            let (_, reader) = sides(self.role, a, b);
            let bad = if reader.flatten {
                Bad::With(a.name.clone())
            } else {
                Bad::Without(vec![a.name.clone()])
            };
            let suspicion = Suspicion::Breaks { bad, otherwise: Harmless::Silent };
            let mut cause = here.field(self.role, a, b).cause(&rules::FLATTEN_CHANGED, suspicion);
            cause.words.from = word(a.flatten).to_owned();
            cause.words.to = word(b.flatten).to_owned();
            self.note(cause);
            moved.push(a.name.as_str());
            for field in [a, b] {
                field.wire.names(&mut |name| moved.push(name));
            }
        }
        moved
    }

    /// Flattened maps and enums.
    fn rests(&mut self, here: &Here, old: &[Rest<'_>], new: &[Rest<'_>]) {
        for a in old {
            match new.iter().find(|b| b.name == a.name) {
                Some(b) => self.expressions(&here.field(self.role, a, b), &a.wire, &b.wire),
                None => {
                    let mut cause = here.only(self.role, Some(a), None, &rules::FLATTEN_CHANGED);
                    cause.words.from = "flattened".to_owned();
                    cause.words.to = "gone".to_owned();
                    self.note(cause);
                }
            }
        }
        for b in new {
            if !old.iter().any(|a| a.name == b.name) {
                let mut cause = here.only(self.role, None, Some(b), &rules::FLATTEN_CHANGED);
                cause.words.from = "not there".to_owned();
                cause.words.to = "flattened".to_owned();
                self.note(cause);
            }
        }
    }

    /// Fields by their names on the wire.
    fn members(
        &mut self,
        here: &Here,
        old: &[Member<'_>],
        new: &[Member<'_>],
        refuses: bool,
        open: bool,
    ) {
        let (writers, readers) = sides(self.role, old, new);
        let written: Vec<&Member<'_>> =
            writers.iter().filter(|it| it.field.written != Written::Never).collect();
        let read: Vec<&Member<'_>> =
            readers.iter().filter(|it| it.field.read != Read::Never).collect();
        let known = |w: &Member<'_>| read.iter().any(|r| accepts(r.field, &w.field.name));
        let unknown: Vec<&Member<'_>> = written.iter().copied().filter(|w| !known(w)).collect();
        let mut missing: Vec<&Member<'_>> = Vec::new();
        for r in &read {
            match written.iter().find(|w| accepts(r.field, &w.field.name)) {
                Some(w) => {
                    let (old, new) = match self.role {
                        Role::Request => (**w, **r),
                        Role::Response => (**r, **w),
                    };
                    self.both(here, old, new);
                }
                None => missing.push(r),
            }
        }
        let renamed = rename::pairs(
            &candidates(&unknown, writers, readers),
            &candidates(&missing, readers, writers),
        );
        for (i, j) in &renamed {
            self.renamed(here, unknown[*i], missing[*j], refuses);
        }
        for (i, w) in unknown.iter().enumerate() {
            if !renamed.iter().any(|pair| pair.0 == i) {
                self.unknown(here, w, readers, writers, refuses, open);
            }
        }
        for (j, r) in missing.iter().enumerate() {
            if !renamed.iter().any(|pair| pair.1 == j) {
                self.missing(here, r, writers);
            }
        }
    }

    /// A field of the writer's that the reader knows under another name.
    fn renamed(&mut self, here: &Here, w: &Member<'_>, r: &Member<'_>, refuses: bool) {
        let (old, new) = match self.role {
            Role::Request => (w, r),
            Role::Response => (r, w),
        };
        let suspicion = if self.required(r) {
            let bad = Bad::Without(names(r.field));
            Suspicion::Breaks { bad, otherwise: Harmless::Silent }
        } else if refuses {
            let bad = Bad::With(w.field.name.clone());
            Suspicion::Breaks { bad, otherwise: Harmless::Silent }
        } else {
            Suspicion::Harmless(Harmless::Silent)
        };
        let mut cause = here.members(self.role, *old, *new).cause(&rules::FIELD_RENAMED, suspicion);
        cause.at.clone_from(&here.at);
        cause.words.it.clone_from(&old.field.name);
        cause.words.from.clone_from(&old.field.name);
        cause.words.to = match self.role {
            Role::Request => names(new.field).swap_remove(0),
            Role::Response => new.field.name.clone(),
        };
        self.note(cause);
    }

    /// A field of the writer's that the reader does not know.
    fn unknown(
        &mut self,
        here: &Here,
        w: &Member<'_>,
        readers: &[Member<'_>],
        writers: &[Member<'_>],
        refuses: bool,
        open: bool,
    ) {
        let counterpart = readers.iter().find(|it| it.field.name == w.field.name);
        let bad = Bad::With(w.field.name.clone());
        match self.role {
            Role::Request => {
                // Whoever never read it does not miss it now.
                if !writers.iter().any(|it| accepts(it.field, &w.field.name)) {
                    return;
                }
                let clause = here.member(w);
                // A flattened map takes what is not known otherwise, if it likes the value.
                let (rule, suspicion) = if refuses || open {
                    let otherwise = Harmless::Note;
                    (&rules::FIELD_REMOVED, Suspicion::Breaks { bad, otherwise })
                } else {
                    (&rules::VALUE_IGNORED, Suspicion::Harmless(Harmless::Silent))
                };
                let mut cause = clause.cause(rule, suspicion);
                cause.at.clone_from(&here.at);
                cause.new = counterpart.map(|it| here.member(it).new);
                self.note(cause);
            }
            Role::Response => {
                // The old reader did not know it before either.
                if counterpart.is_some_and(|it| it.field.written != Written::Never) {
                    return;
                }
                let (rule, suspicion) = if refuses {
                    let otherwise = Harmless::Note;
                    (&rules::UNKNOWN_FIELDS_REFUSED, Suspicion::Breaks { bad, otherwise })
                } else if open {
                    let otherwise = Harmless::Note;
                    (&rules::FIELD_ADDED_OPTIONAL, Suspicion::Breaks { bad, otherwise })
                } else {
                    (&rules::FIELD_ADDED_OPTIONAL, Suspicion::Harmless(Harmless::Note))
                };
                let mut cause = here.member(w).cause(rule, suspicion);
                cause.at.clone_from(&here.at);
                cause.old = None;
                if refuses {
                    cause.words.to = std::mem::replace(&mut cause.words.it, here.it.clone());
                }
                self.note(cause);
            }
        }
    }

    /// A field of the reader's that the writer does not write.
    fn missing(&mut self, here: &Here, r: &Member<'_>, writers: &[Member<'_>]) {
        let required = self.required(r);
        let bad = Bad::Without(names(r.field));
        let counterpart = writers.iter().find(|it| it.field.name == r.field.name);
        match self.role {
            Role::Request => match counterpart.filter(|it| it.field.read != Read::Never) {
                // Old consumers send it by hand, although the old type does not write it.
                Some(old) => self.both(here, *old, *r),
                None => {
                    let (rule, suspicion) = if required {
                        let otherwise = Harmless::Note;
                        (&rules::FIELD_ADDED_REQUIRED, Suspicion::Breaks { bad, otherwise })
                    } else {
                        (&rules::FIELD_ADDED_OPTIONAL, Suspicion::Harmless(Harmless::Note))
                    };
                    let mut cause = here.member(r).cause(rule, suspicion);
                    cause.at.clone_from(&here.at);
                    cause.old = None;
                    self.note(cause);
                }
            },
            Role::Response => {
                // What was never written is not missed.
                if r.field.written == Written::Never {
                    return;
                }
                let suspicion = if required {
                    Suspicion::Breaks { bad, otherwise: Harmless::Note }
                } else {
                    Suspicion::Harmless(Harmless::Silent)
                };
                let mut cause = here.member(r).cause(&rules::FIELD_REMOVED, suspicion);
                cause.at.clone_from(&here.at);
                cause.new = counterpart.map(|it| here.member(it).new);
                self.note(cause);
            }
        }
    }

    /// A field that both sides know.
    fn both(&mut self, here: &Here, old: Member<'_>, new: Member<'_>) {
        let at = here.members(self.role, old, new);
        self.presence(here, &at, old, new);
        if self.role == Role::Request {
            self.names(here, &at, old, new);
            self.defaults(&at, old, new);
        }
        let (a, b) = (types::written(&old.field.wire), types::written(&new.field.wire));
        // `None` is left out and never written as null.
        let (a, b) = match self.role {
            Role::Request if old.field.written == Written::UnlessNone => {
                (some(a), some(types::read(&new.field.wire)))
            }
            Role::Response if new.field.written == Written::UnlessNone => {
                (some(types::read(&old.field.wire)), some(b))
            }
            _ => (&old.field.wire, &new.field.wire),
        };
        self.expressions(&at, a, b);
        // The old type left `None` out; whoever writes by hand may write null.
        let nullable = |of: &WireType| matches!(types::read(of), WireType::Option(_));
        if self.role == Role::Request
            && old.field.written == Written::UnlessNone
            && nullable(&old.field.wire)
            && !nullable(&new.field.wire)
        {
            let otherwise = Harmless::Note;
            let suspicion = Suspicion::Tolerance { bad: Bad::Null, otherwise };
            self.note(at.cause(&rules::NULL_REFUSED, suspicion));
        }
    }

    /// Whether the field may be missing, and whether that is refused.
    fn presence(&mut self, here: &Here, at: &Here, old: Member<'_>, new: Member<'_>) {
        let needs = [self.needs(old, true), self.needs(new, false)];
        let omits = [omitted(old), omitted(new)];
        let bad = Bad::Without(names(sides(self.role, old, new).1.field));
        let otherwise = Harmless::Note;
        let (rule, suspicion): (&Rule, _) = match self.role {
            Role::Request => match (needs, omits[0]) {
                ([false, true], written) => {
                    let rule = match old.field.read {
                        Read::Default | Read::ContainerDefault | Read::DefaultFn(_) => {
                            &rules::DEFAULT_REMOVED
                        }
                        _ => &rules::FIELD_BECAME_REQUIRED,
                    };
                    let suspicion = if written {
                        Suspicion::Breaks { bad, otherwise }
                    } else {
                        Suspicion::Tolerance { bad, otherwise }
                    };
                    (rule, suspicion)
                }
                ([true, false], _) => {
                    let rule = if new.field.read.is_required() {
                        &rules::FIELD_BECAME_OPTIONAL
                    } else {
                        &rules::DEFAULT_ADDED
                    };
                    (rule, Suspicion::Harmless(otherwise))
                }
                _ => return,
            },
            Role::Response => match (omits, needs[0]) {
                ([false, true], required) => {
                    let became_option = new.field.written == Written::UnlessNone
                        && !types::may_be_missing(self.old, &old.field.wire);
                    let rule = if became_option || new.field.written == Written::Always {
                        &rules::FIELD_BECAME_OPTIONAL
                    } else {
                        &rules::SKIP_SERIALIZING_IF_ADDED
                    };
                    let suspicion = if required {
                        Suspicion::Breaks { bad, otherwise }
                    } else {
                        Suspicion::Harmless(otherwise)
                    };
                    (rule, suspicion)
                }
                ([true, false], _) => {
                    (&rules::FIELD_BECAME_REQUIRED, Suspicion::Harmless(otherwise))
                }
                _ => return,
            },
        };
        let mut cause = at.cause(rule, suspicion);
        cause.at.clone_from(&here.at);
        cause.words.from = "always".to_owned();
        cause.words.to = condition(new.field);
        if rule.id == rules::DEFAULT_REMOVED.id || rule.id == rules::DEFAULT_ADDED.id {
            cause.words.from = default(&old.field.read);
            cause.words.to = default(&new.field.read);
        }
        self.note(cause);
    }

    /// Names that the reader has learnt or forgotten.
    fn names(&mut self, here: &Here, at: &Here, old: Member<'_>, new: Member<'_>) {
        let (before, after) = (names(old.field), names(new.field));
        for name in before.iter().filter(|name| !after.contains(name)) {
            let bad = Bad::With(name.clone());
            let suspicion = Suspicion::Tolerance { bad, otherwise: Harmless::Note };
            let mut cause = at.cause(&rules::ALIAS_REMOVED, suspicion);
            cause.at.clone_from(&here.at);
            cause.words.from.clone_from(name);
            self.note(cause);
        }
        for name in after.iter().filter(|name| !before.contains(name)) {
            let suspicion = Suspicion::Harmless(Harmless::Note);
            let mut cause = at.cause(&rules::ALIAS_ADDED, suspicion);
            cause.words.to.clone_from(name);
            self.note(cause);
        }
    }

    /// What a missing field is filled with.
    fn defaults(&mut self, at: &Here, old: Member<'_>, new: Member<'_>) {
        let fills = |read: &Read| {
            matches!(read, Read::Default | Read::ContainerDefault | Read::DefaultFn(_))
        };
        if fills(&old.field.read) && fills(&new.field.read) && old.field.read != new.field.read {
            let suspicion = Suspicion::Harmless(Harmless::Silent);
            let mut cause = at.cause(&rules::DEFAULT_CHANGED, suspicion);
            cause.words.from = default(&old.field.read);
            cause.words.to = default(&new.field.read);
            self.note(cause);
        }
    }

    /// What the reader does about members that it does not know.
    fn unknown_fields(
        &mut self,
        here: &Here,
        (before, after): (bool, bool),
        old: &[Member<'_>],
        new: &[Member<'_>],
    ) {
        if before == after {
            return;
        }
        let (rule, suspicion) = if after {
            let known = |name: &str| old.iter().chain(new).any(|it| accepts(it.field, name));
            let mut name = "unknown".to_owned();
            while known(&name) {
                name.push('_');
            }
            let bad = Bad::With(name);
            let otherwise = Harmless::Note;
            (&rules::UNKNOWN_FIELDS_REFUSED, Suspicion::Tolerance { bad, otherwise })
        } else {
            (&rules::UNKNOWN_FIELDS_ACCEPTED, Suspicion::Harmless(Harmless::Note))
        };
        self.note(here.cause(rule, suspicion));
    }

    /// The constant member that `#[serde(tag = "..")]` adds to a struct. No reader looks at it.
    fn struct_tags(&mut self, here: &Here, old: &Struct, new: &Struct, refuses: bool) {
        if old.tag == new.tag {
            return;
        }
        let said = |of: &Struct| {
            of.tag.as_ref().map_or_else(
                || "absent".to_owned(),
                |tag| format!("\"{}\": \"{}\"", tag.name, tag.value),
            )
        };
        let (writer, _) = sides(self.role, old, new);
        let suspicion = match &writer.tag {
            Some(tag) if refuses => {
                Suspicion::Breaks { bad: Bad::With(tag.name.clone()), otherwise: Harmless::Note }
            }
            _ if self.role == Role::Response && old.tag.is_some() => {
                Suspicion::Harmless(Harmless::Silent)
            }
            _ => Suspicion::Harmless(Harmless::Note),
        };
        let mut cause = here.cause(&rules::CONSTANT_CHANGED, suspicion);
        cause.words.it = "tag".to_owned();
        cause.words.from = said(old);
        cause.words.to = said(new);
        self.note(cause);
    }

    /// Whether the reader of this direction refuses a document without the field.
    fn required(&self, r: &Member<'_>) -> bool {
        self.needs(*r, self.role == Role::Response)
    }

    fn needs(&self, member: Member<'_>, old: bool) -> bool {
        let document = if old { self.old } else { self.new };
        !member.optional
            && match &member.field.read {
                Read::Required => !types::may_be_missing(document, &member.field.wire),
                Read::Demanded => true,
                Read::Default | Read::ContainerDefault | Read::DefaultFn(_) | Read::Never => false,
            }
    }
}

impl Here {
    /// A field that stands in both.
    fn field(&self, role: Role, old: &Field, new: &Field) -> Self {
        self.members(
            role,
            Member { field: old, owner: None, optional: false },
            Member { field: new, owner: None, optional: false },
        )
    }

    /// A field that stands in both, possibly flattened in.
    fn members(&self, role: Role, old: Member<'_>, new: Member<'_>) -> Self {
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
    fn member(&self, member: &Member<'_>) -> Self {
        self.members(Role::Request, *member, *member)
    }

    /// A flattened field that stands in one document only.
    fn only(
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
fn expand<'d>(
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
fn candidates<'d>(
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

fn accepts(field: &Field, name: &str) -> bool {
    field.read != Read::Never
        && (field.read_name.as_deref().unwrap_or(&field.name) == name
            || field.aliases.iter().any(|alias| alias == name))
}

/// Whether a writer may leave the field out.
fn omitted(member: Member<'_>) -> bool {
    member.optional || !member.field.written.is_always()
}

/// Without the outermost option.
fn some(of: &WireType) -> &WireType {
    if let WireType::Option(of) = of { of } else { of }
}

/// A type without the options around it, to recognise a renamed field.
fn plain(of: &WireType) -> &WireType {
    if let WireType::Option(of) = of { plain(of) } else { of }
}

/// When a field is written, in words.
fn condition(field: &Field) -> String {
    match &field.written {
        Written::Always => "always".to_owned(),
        Written::UnlessNone => "unless it is `None`".to_owned(),
        Written::Unless(predicate) => format!("unless `{predicate}` holds"),
        Written::Never => "never".to_owned(),
    }
}

/// What a missing field is filled with, in words.
fn default(read: &Read) -> String {
    match read {
        Read::Default => "the type's default".to_owned(),
        Read::ContainerDefault => "the container's default".to_owned(),
        Read::DefaultFn(path) => format!("`{path}`"),
        Read::Required | Read::Demanded | Read::Never => "none".to_owned(),
    }
}
