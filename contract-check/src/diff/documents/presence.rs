//! Fields that both structs of a pair know: when they are written, and what fills them in.

use contract_core::document::{Field, Read, WireType, Written};

use super::cause::{Bad, Harmless, Suspicion, sides};
use super::member::{Member, names, omitted};
use super::types;
use super::walk::{Here, Walk};
use crate::finding::Role;
use crate::rules::{self, Rule};

impl Walk<'_, '_> {
    /// A field that both sides know.
    pub(super) fn both(&mut self, here: &Here, old: Member<'_>, new: Member<'_>) {
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

    /// Whether the reader of this direction refuses a document without the field.
    pub(super) fn required(&self, r: &Member<'_>) -> bool {
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

/// Without the outermost option.
fn some(of: &WireType) -> &WireType {
    if let WireType::Option(of) = of { of } else { of }
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
