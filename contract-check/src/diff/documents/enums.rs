//! Pairs of enums.

use contract_core::document::{Content, Enum, Tagging, Variant};

use super::cause::{Bad, Cause, Harmless, Seg, Suspicion, sides};
use super::rename::{self, Candidate};
use super::types;
use super::walk::{Here, Walk};
use crate::finding::Role;
use crate::rules::{self, Rule};

impl Walk<'_, '_> {
    /// Compares two enums.
    pub(super) fn enums(&mut self, here: &Here, old: &Enum, new: &Enum) {
        let numbers = |of: &Enum| matches!(of.tagging, Tagging::Number { .. });
        if old.tagging != new.tagging && !(numbers(old) && numbers(new)) {
            let words = [&old.tagging, &new.tagging].map(representation);
            let [a, b] = here.types();
            self.differ(here, &a, &b, Some((&rules::TAG_REPRESENTATION_CHANGED, words)));
            return;
        }
        self.catch_all(here, old, new);
        self.order(here, old, new);
        let (writer, reader) = sides(self.role, old, new);
        let written: Vec<&Variant> = writer.variants.iter().filter(|it| it.written).collect();
        let read: Vec<&Variant> = reader.variants.iter().filter(|it| it.read).collect();
        let untagged = |it: &Variant| it.untagged || old.tagging == Tagging::Untagged;
        let role = self.role;
        let takes_all = read.iter().any(|r| r.other);
        let find = |w: &Variant| {
            read.iter().copied().find(|r| {
                if untagged(w) || untagged(r) {
                    untagged(w) == untagged(r) && w.name == r.name
                } else if w.other && takes_all && role == Role::Request {
                    // Whatever the catch-all is called, the other one takes it.
                    r.other
                } else {
                    accepts(r, &w.name)
                }
            })
        };
        let (mut unknown, mut met) = (Vec::new(), Vec::new());
        for w in &written {
            match find(w) {
                Some(r) => {
                    if met.iter().any(|it: &&Variant| std::ptr::eq(*it, r)) {
                        self.joined(here, w, r);
                        continue;
                    }
                    met.push(r);
                    let (before, after) = match self.role {
                        Role::Request => (*w, r),
                        Role::Response => (r, *w),
                    };
                    self.variants(here, &old.tagging, before, after);
                }
                None => unknown.push(*w),
            }
        }
        let missing: Vec<&Variant> = read
            .iter()
            .copied()
            .filter(|r| !met.iter().any(|it| std::ptr::eq(*it, *r)) && !r.other)
            .collect();
        let renamed = rename::pairs(
            &candidates(&unknown, &writer.variants, &reader.variants),
            &candidates(&missing, &reader.variants, &writer.variants),
        );
        let catch_all = reader.variants.iter().find(|it| it.other && it.read);
        for (i, w) in unknown.iter().enumerate() {
            let other = renamed.iter().find(|pair| pair.0 == i).map(|pair| missing[pair.1]);
            self.unknown_variant(here, writer, reader, w, other, catch_all);
        }
        for (j, r) in missing.iter().enumerate() {
            if !renamed.iter().any(|pair| pair.1 == j) {
                self.missing_variant(here, writer, reader, r);
            }
        }
    }

    /// A variant of the writer's that the reader does not know, or knows under another name.
    fn unknown_variant(
        &mut self,
        here: &Here,
        writer: &Enum,
        reader: &Enum,
        w: &Variant,
        renamed: Option<&Variant>,
        catch_all: Option<&Variant>,
    ) {
        let value = is_value(writer, w);
        let untagged = w.untagged || writer.tagging == Tagging::Untagged;
        // The name of an untagged variant stands on no wire.
        if untagged && renamed.is_some() {
            return;
        }
        // Whoever never read it does not miss it; whoever always wrote it surprises nobody.
        let before = match self.role {
            Role::Request => writer.variants.iter().any(|it| it.read && accepts(it, &w.name)),
            Role::Response => !reader.variants.iter().any(|it| it.written && it.name == w.name),
        };
        if !before && !untagged {
            return;
        }
        let (rule, otherwise): (&'static Rule, _) = match (self.role, renamed) {
            (_, Some(_)) => (
                if value { &rules::ENUM_VALUE_RENAMED } else { &rules::VARIANT_RENAMED },
                Harmless::Note,
            ),
            (Role::Request, None) if w.other => (&rules::CATCH_ALL_REMOVED, Harmless::Note),
            (Role::Request, None) => (
                if value { &rules::ENUM_VALUE_REMOVED } else { &rules::VARIANT_REMOVED },
                match catch_all {
                    Some(_) => Harmless::SilentAs(&rules::VALUE_REREAD),
                    None => Harmless::Note,
                },
            ),
            (Role::Response, None) => (
                if value { &rules::ENUM_VALUE_ADDED } else { &rules::VARIANT_ADDED },
                Harmless::Note,
            ),
        };
        let bad = if untagged {
            let [old, new] = here.types();
            let (written, read) = sides(self.role, old, new);
            Bad::Unread { written, read }
        } else {
            Bad::Variant(writer.tagging.clone(), w.name.clone())
        };
        let (old, new) = match (self.role, renamed) {
            (Role::Request, other) => (Some(w), other),
            (Role::Response, other) => (other, Some(w)),
        };
        let mut cause = here.variant(old, new, rule, Suspicion::Breaks { bad, otherwise });
        if renamed.is_none()
            && let Some(other) = catch_all
        {
            cause.words.from.clone_from(&w.name);
            cause.words.to.clone_from(&other.name);
            cause.words.reason = format!("`{}` takes every variant that is not listed", other.name);
        }
        self.note(cause);
    }

    /// A variant that the reader takes for one that it has met already.
    fn joined(&mut self, here: &Here, w: &Variant, r: &Variant) {
        let suspicion = Suspicion::Harmless(Harmless::Silent);
        let (old, new) = match self.role {
            Role::Request => (w, r),
            Role::Response => (r, w),
        };
        let mut cause = here.variant(Some(old), Some(new), &rules::VALUE_REREAD, suspicion);
        cause.words.from.clone_from(&w.name);
        cause.words.to.clone_from(&r.name);
        cause.words.reason = format!("`{}` is read under both names", r.name);
        self.note(cause);
    }

    /// A variant of the reader's that the writer does not write.
    fn missing_variant(&mut self, here: &Here, writer: &Enum, reader: &Enum, r: &Variant) {
        let value = is_value(reader, r);
        let known = writer.variants.iter().any(|it| it.name == r.name);
        let (old, new, rule): (_, _, &'static Rule) = match self.role {
            // The new reader knows one more.
            Role::Request if known => return,
            Role::Request => (
                None,
                Some(r),
                if value { &rules::ENUM_VALUE_ADDED } else { &rules::VARIANT_ADDED },
            ),
            // The new producer writes one less.
            Role::Response if !r.written => return,
            Role::Response => (
                Some(r),
                None,
                if value { &rules::ENUM_VALUE_REMOVED } else { &rules::VARIANT_REMOVED },
            ),
        };
        self.note(here.variant(old, new, rule, Suspicion::Harmless(Harmless::Note)));
    }

    /// A variant that both sides know.
    fn variants(&mut self, here: &Here, tagging: &Tagging, old: &Variant, new: &Variant) {
        let (writer, _) = sides(self.role, old, new);
        let named = !old.untagged && *tagging != Tagging::Untagged && !(old.other && new.other);
        if self.role == Role::Request && named {
            self.variant_names(here, tagging, old, new);
        }
        let mut at = here.at.clone();
        let name = writer.name.clone();
        match tagging {
            _ if writer.untagged => {}
            Tagging::External => at.push(Seg::Member(name)),
            Tagging::Internal { tag } => at.push(Seg::Tagged(tag.clone(), name)),
            Tagging::Adjacent { tag, content } => {
                at.push(Seg::Tagged(tag.clone(), name));
                at.push(Seg::Member(content.clone()));
            }
            Tagging::Untagged | Tagging::Number { .. } => {}
        }
        self.called(here, old, new);
        let inside = Here {
            old: format!("{}/variants/{}", here.old, old.name),
            new: format!("{}/variants/{}", here.new, new.name),
            it: old.name.clone(),
            within: here.it.clone(),
            at,
        };
        match (&old.content, &new.content) {
            (Content::Unit, Content::Unit) => {}
            (Content::Newtype(a), Content::Newtype(b)) => self.expressions(&inside, a, b),
            (Content::Tuple(a), Content::Tuple(b)) => self.tuples(&inside, a, b),
            (Content::Struct(a), Content::Struct(b)) => {
                let inside = Here { within: format!("{}::{}", here.it, old.name), ..inside };
                self.structs(&inside, a, b);
            }
            (a, b) => {
                let bad = Bad::Variant(tagging.clone(), writer.name.clone());
                let suspicion = Suspicion::Breaks { bad, otherwise: Harmless::Note };
                let rule = &rules::VARIANT_CONTENT_CHANGED;
                let mut cause = here.variant(Some(old), Some(new), rule, suspicion);
                cause.words.from = content(a);
                cause.words.to = content(b);
                self.note(cause);
            }
        }
    }

    /// What a number stands for. Where it is a variant that had another number, or gets one, what
    /// was written for it is taken for another one; else its author may have found a better name.
    fn called(&mut self, here: &Here, old: &Variant, new: &Variant) {
        let (Some(before), Some(after)) = (&old.called, &new.called) else { return };
        if before == after {
            return;
        }
        let suspicion = Suspicion::Harmless(Harmless::Silent);
        let rule = &rules::VALUE_REREAD;
        let mut cause = here.variant(Some(old), Some(new), rule, suspicion);
        cause.words.from.clone_from(before);
        cause.words.to.clone_from(after);
        cause.words.reason = format!("`{}` was `{before}` and is `{after}`", old.name);
        self.note(cause);
    }

    fn variant_names(&mut self, here: &Here, tagging: &Tagging, old: &Variant, new: &Variant) {
        let (before, after) = (names(old), names(new));
        for name in before.iter().filter(|name| !after.contains(name)) {
            let bad = Bad::Variant(tagging.clone(), name.clone());
            let suspicion = Suspicion::Tolerance { bad, otherwise: Harmless::Note };
            let rule = &rules::ALIAS_REMOVED;
            let mut cause = here.variant(Some(old), Some(new), rule, suspicion);
            cause.words.from.clone_from(name);
            self.note(cause);
        }
        for name in after.iter().filter(|name| !before.contains(name)) {
            let suspicion = Suspicion::Harmless(Harmless::Note);
            let rule = &rules::ALIAS_ADDED;
            let mut cause = here.variant(Some(old), Some(new), rule, suspicion);
            cause.words.to.clone_from(name);
            self.note(cause);
        }
    }

    /// The variant that takes what no other takes.
    fn catch_all(&mut self, here: &Here, old: &Enum, new: &Enum) {
        if self.role == Role::Response {
            return;
        }
        let other = |of: &'_ Enum| of.variants.iter().find(|it| it.other && it.read).cloned();
        match (other(old), other(new)) {
            // Where it is gone as well, that is said where it is missed.
            (Some(gone), None)
                if !gone.written
                    || new.variants.iter().any(|it| it.read && accepts(it, &gone.name)) =>
            {
                let [a, b] = here.types();
                let bad = Bad::Unread { written: a, read: b };
                let suspicion = Suspicion::Tolerance { bad, otherwise: Harmless::Note };
                let rule = &rules::CATCH_ALL_REMOVED;
                self.note(here.variant(Some(&gone), None, rule, suspicion));
            }
            (None, Some(fresh)) => {
                let suspicion = Suspicion::Harmless(Harmless::Note);
                let rule = &rules::CATCH_ALL_ADDED;
                self.note(here.variant(None, Some(&fresh), rule, suspicion));
            }
            _ => {}
        }
    }

    /// The order in which untagged variants are tried.
    fn order(&mut self, here: &Here, old: &Enum, new: &Enum) {
        let (_, reader) = sides(self.role, old, new);
        let tried = |of: &Enum, other: &Enum| -> Vec<String> {
            let tried = |it: &&Variant| it.read && (it.untagged || of.tagging == Tagging::Untagged);
            of.variants
                .iter()
                .filter(tried)
                .filter(|it| other.variants.iter().any(|there| there.name == it.name))
                .map(|it| it.name.clone())
                .collect()
        };
        let (before, after) = (tried(old, new), tried(new, old));
        if before == after || !self.judge.overlap(self.role, reader) {
            return;
        }
        let suspicion = Suspicion::Harmless(Harmless::Silent);
        let mut cause = here.cause(&rules::UNTAGGED_ORDER_CHANGED, suspicion);
        cause.words.from = before.join(", ");
        cause.words.to = after.join(", ");
        self.note(cause);
    }
}

impl Here {
    /// The types that are walked, as expressions.
    fn types(&self) -> [contract_core::document::WireType; 2] {
        [&self.old, &self.new].map(|clause| {
            let name = clause.strip_prefix("types/").unwrap_or(clause);
            contract_core::document::WireType::Named(name.to_owned())
        })
    }

    /// A cause at a variant.
    fn variant(
        &self,
        old: Option<&Variant>,
        new: Option<&Variant>,
        rule: &'static Rule,
        suspicion: Suspicion,
    ) -> Cause {
        let mut cause = self.cause(rule, suspicion);
        cause.old = old.map(|it| format!("{}/variants/{}", self.old, it.name));
        cause.new = new.map(|it| format!("{}/variants/{}", self.new, it.name));
        cause.words.within.clone_from(&self.it);
        cause.words.it = old.or(new).map(|it| it.name.clone()).unwrap_or_default();
        if let (Some(old), Some(new)) = (old, new) {
            cause.words.from.clone_from(&old.name);
            cause.words.to.clone_from(&new.name);
        }
        cause
    }
}

/// Those that may have been renamed: what the other side knows by name has not, and a number is
/// no name.
fn candidates<'d>(
    of: &[&'d Variant],
    siblings: &'d [Variant],
    others: &[Variant],
) -> Vec<Candidate<'d, &'d Content>> {
    of.iter()
        .map(|it| {
            let known = others.iter().any(|other| other.name == it.name);
            Candidate {
                name: &it.name,
                place: siblings
                    .iter()
                    .position(|sibling| std::ptr::eq(sibling, *it))
                    .unwrap_or_default(),
                shape: (!known && it.called.is_none()).then_some(&it.content),
            }
        })
        .collect()
}

/// Whether a variant is one of a set of strings.
fn is_value(of: &Enum, variant: &Variant) -> bool {
    (of.tagging.is_external() || matches!(of.tagging, Tagging::Number { .. }))
        && variant.content.is_unit()
        && !variant.untagged
}

/// The names under which a variant is read; the first is its own.
fn names(variant: &Variant) -> Vec<String> {
    let own = variant.read_name.clone().unwrap_or_else(|| variant.name.clone());
    let mut names = vec![own];
    for alias in &variant.aliases {
        if !names.contains(alias) {
            names.push(alias.clone());
        }
    }
    names
}

pub(super) fn accepts(variant: &Variant, name: &str) -> bool {
    variant.read_name.as_deref().unwrap_or(&variant.name) == name
        || variant.aliases.iter().any(|alias| alias == name)
}

/// How variants are told apart, in words.
pub(crate) fn representation(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => "externally tagged".to_owned(),
        Tagging::Internal { tag } => format!("internally tagged by `{tag}`"),
        Tagging::Adjacent { tag, content } => {
            format!("adjacently tagged by `{tag}` with its content in `{content}`")
        }
        Tagging::Untagged => "untagged".to_owned(),
        Tagging::Number { .. } => "told by number".to_owned(),
    }
}

/// The content of a variant, in words.
fn content(of: &Content) -> String {
    match of {
        Content::Unit => "nothing".to_owned(),
        Content::Newtype(of) => format!("`{}`", types::text(of)),
        Content::Tuple(fields) => format!("{} values", fields.len()),
        Content::Struct(_) => "named fields".to_owned(),
    }
}
