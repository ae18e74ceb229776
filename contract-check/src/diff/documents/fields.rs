//! Pairs of structs and tuples.

use contract_core::document::{Field, Read, Struct, UnknownFields, WireType, Written};

use super::cause::{Bad, Harmless, Seg, Suspicion, sides};
use super::member::{Member, Rest, accepts, candidates, expand, names};
use super::rename;
use super::walk::{Here, Walk};
use crate::finding::{Role, Side};
use crate::rules;

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
        if self.role == Role::Response {
            // Where it refuses what it does not know, the old reader does so the first time.
            let is_known = |name: &str| {
                !reader_refuses || old_members.iter().any(|it| accepts(it.field, name))
            };
            self.repeated(here, old, new, is_known);
        }
    }

    /// Names that the new producer may write more than once into an object, as the old one never
    /// did. Where several have become so, one shows it.
    fn repeated(
        &mut self,
        here: &Here,
        old: &Struct,
        new: &Struct,
        is_known: impl Fn(&str) -> bool,
    ) {
        let before = self.judge.repeated(Side::Old, old);
        let after = self.judge.repeated(Side::New, new);
        let added: Vec<&String> = after.difference(&before).filter(|name| is_known(name)).collect();
        let Some(name) = added.first() else { return };
        let bad = Bad::Repeated((*name).clone());
        let suspicion = Suspicion::Breaks { bad, otherwise: Harmless::Note };
        let mut cause = here.cause(&rules::FIELD_REPEATED, suspicion);
        let names: Vec<&str> = added.iter().map(|name| name.as_str()).collect();
        cause.words.within = std::mem::replace(&mut cause.words.it, names.join("` and `"));
        self.note(cause);
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
}
