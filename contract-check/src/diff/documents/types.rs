//! Pairs of type expressions.

use contract_core::document::{Document, Shape, WireType};

use super::cause::{Bad, Cause, Harmless, Seg, Suspicion, sides};
use super::silent;
use super::walk::{Here, Walk};
use crate::finding::Role;
use crate::rules::{self, Rule};

/// How many definitions and layers one pair of expressions may be looked through.
const DEPTH: usize = 64;

impl Walk<'_, '_> {
    /// Compares what stands at one place.
    pub(super) fn expressions(&mut self, here: &Here, old: &WireType, new: &WireType) {
        self.pair(here, old, new, 0);
    }

    fn pair(&mut self, here: &Here, old: &WireType, new: &WireType, depth: usize) {
        let (old, new) = self.one_direction(old, new);
        if old == new && self.unchanged(old) {
            return;
        }
        if depth == DEPTH {
            self.differ(here, old, new, None);
            return;
        }
        let depth = depth + 1;
        match (old, new) {
            (WireType::Named(a), WireType::Named(b)) => self.edge(&here.at, a, b),
            (WireType::Leaf(_), WireType::Leaf(_)) => self.differ(here, old, new, None),
            (WireType::Named(name), _) if alias(self.old, name).is_some() => {
                let of = alias(self.old, name).unwrap_or(old);
                self.pair(here, of, new, depth);
            }
            (_, WireType::Named(name)) if alias(self.new, name).is_some() => {
                let of = alias(self.new, name).unwrap_or(new);
                self.pair(here, old, of, depth);
            }
            (WireType::Option(a), WireType::Option(b)) => {
                let (a, b) = self.both_optional(here, a, b);
                self.pair(here, a, b, depth);
            }
            (WireType::Option(of), _) if !open(new) => {
                self.null(here, true);
                self.pair(here, of, new, depth);
            }
            (_, WireType::Option(of)) if !open(old) => {
                self.null(here, false);
                self.pair(here, old, of, depth);
            }
            (WireType::List(a) | WireType::Set(a), WireType::List(b) | WireType::Set(b)) => {
                self.uniqueness(here, old, new);
                self.pair(&here.step(Seg::EachElement), a, b, depth);
            }
            (WireType::Array(a, n), WireType::Array(b, m))
            | (WireType::ShortList(a, n), WireType::ShortList(b, m))
                if n == m =>
            {
                self.pair(&here.step(Seg::EachElement), a, b, depth);
            }
            (WireType::Tuple(a), WireType::Tuple(b)) if a.len() == b.len() => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    self.pair(&here.step(Seg::Element(index)), a, b, depth);
                }
            }
            (
                WireType::Tuple(_) | WireType::Array(..),
                WireType::Tuple(_) | WireType::Array(..),
            ) if length(old) != length(new) => {
                let words = [length(old), length(new)].map(|n| n.to_string());
                self.differ(here, old, new, Some((&rules::TUPLE_ARITY_CHANGED, words)));
            }
            (WireType::Map(key, value), WireType::Map(new_key, new_value)) => {
                self.keys(here, key, new_key);
                self.pair(&here.step(Seg::EachMember), value, new_value, depth);
            }
            (WireType::Opaque(a, _), WireType::Opaque(b, _)) if a != b => {
                let words = [a.clone(), b.clone()];
                self.differ(here, old, new, Some((&rules::CODEC_CHANGED, words)));
            }
            (WireType::Opaque(_, Some(a)), WireType::Opaque(_, Some(b))) => {
                self.pair(here, a, b, depth);
            }
            (WireType::Codec(a, x), WireType::Codec(b, y)) => {
                if a != b || x != y || !self.all_same(x) {
                    let mut words = [text(old), text(new)];
                    if words[0] == words[1] {
                        words[1].push_str(", of which the shape is another");
                    }
                    self.differ(here, old, new, Some((&rules::CODEC_CHANGED, words)));
                }
            }
            _ => self.differ(here, old, new, None),
        }
    }

    /// Two types with nothing in common to walk into: their sets of documents are compared.
    pub(super) fn differ(
        &mut self,
        here: &Here,
        old: &WireType,
        new: &WireType,
        worded: Option<(&'static Rule, [String; 2])>,
    ) {
        let (rule, [from, to]) = worded
            .unwrap_or_else(|| (self.judge.relation(old, new).rule(), [text(old), text(new)]));
        let to = if from == to { format!("another {to}") } else { to };
        let (written, read) = sides(self.role, old, new);
        let altered = silent::altered(written, read);
        let otherwise = match altered {
            Some(_) => Harmless::SilentAs(&rules::VALUE_ALTERED),
            None => Harmless::Note,
        };
        let bad = Bad::Unread { written: written.clone(), read: read.clone() };
        let mut cause = here.cause(rule, Suspicion::Breaks { bad, otherwise });
        cause.words.from = from;
        cause.words.to = to;
        cause.words.reason = altered.unwrap_or_default().to_owned();
        self.note(cause);
    }

    /// A value became optional, or an optional one is always there.
    fn null(&mut self, here: &Here, was_optional: bool) {
        let rule = if was_optional { &rules::NULL_REFUSED } else { &rules::FIELD_BECAME_NULLABLE };
        let (written, _) = sides(self.role, was_optional, !was_optional);
        let suspicion = if written {
            Suspicion::Breaks { bad: Bad::Null, otherwise: Harmless::Note }
        } else {
            Suspicion::Harmless(Harmless::Note)
        };
        self.note(here.cause(rule, suspicion));
    }

    /// Two options. `Option<Option<T>>` tells null from missing, which `Option<T>` does not.
    fn both_optional<'t>(
        &mut self,
        here: &Here,
        old: &'t WireType,
        new: &'t WireType,
    ) -> (&'t WireType, &'t WireType) {
        let (inner_old, inner_new, [from, to]) = match (old, new) {
            (WireType::Option(a), WireType::Option(_)) if old == new => {
                return (a, if let WireType::Option(b) = new { b } else { new });
            }
            (WireType::Option(a), WireType::Option(b)) => return (a, b),
            (WireType::Option(a), _) => (&**a, new, ["two things", "the same"]),
            (_, WireType::Option(b)) => (old, &**b, ["the same", "two things"]),
            _ => return (old, new),
        };
        let mut cause =
            here.cause(&rules::OPTION_NULL_VS_ABSENT, Suspicion::Harmless(Harmless::Silent));
        cause.words.from = from.to_owned();
        cause.words.to = to.to_owned();
        self.note(cause);
        (inner_old, inner_new)
    }

    /// A list became a set, or a set a list.
    fn uniqueness(&mut self, here: &Here, old: &WireType, new: &WireType) {
        let unique = |of: &WireType| matches!(of, WireType::Set(_));
        if unique(old) == unique(new) {
            return;
        }
        let word = |unique| if unique { "without equal elements" } else { "with equal elements" };
        let (written, read) = sides(self.role, old, new);
        let otherwise = if !unique(written) && unique(read) {
            Harmless::SilentAs(&rules::VALUE_ALTERED)
        } else {
            Harmless::Note
        };
        let mut cause = here.cause(&rules::UNIQUE_CHANGED, Suspicion::Harmless(otherwise));
        cause.words.from = word(unique(old)).to_owned();
        cause.words.to = word(unique(new)).to_owned();
        cause.words.reason = silent::altered(written, read).unwrap_or_default().to_owned();
        self.note(cause);
    }

    fn keys(&mut self, here: &Here, old: &WireType, new: &WireType) {
        let (old, new) = self.one_direction(old, new);
        if old == new && self.unchanged(old) {
            return;
        }
        if let (WireType::Named(a), WireType::Named(b)) = (old, new)
            && let (Some(before), Some(after)) = (self.old.types.get(a), self.new.types.get(b))
        {
            self.conversion(&Here::at_types(a, b), before, (b, after));
        }
        let (written, read) = sides(self.role, old, new);
        let bad = Bad::Key { written: written.clone(), read: read.clone() };
        let suspicion = Suspicion::Breaks { bad, otherwise: Harmless::Note };
        let mut cause = here.cause(&rules::MAP_KEY_CHANGED, suspicion);
        cause.words.from = text(old);
        cause.words.to = text(new);
        self.note(cause);
    }

    /// The half of each expression that this direction is about.
    pub(super) fn one_direction<'t>(
        &self,
        old: &'t WireType,
        new: &'t WireType,
    ) -> (&'t WireType, &'t WireType) {
        match self.role {
            Role::Request => (written(old), read(new)),
            Role::Response => (read(old), written(new)),
        }
    }
}

/// The way a type is written.
pub(super) fn written(of: &WireType) -> &WireType {
    if let WireType::Split(written, _) = of { self::written(written) } else { of }
}

/// The way a type is read.
pub(super) fn read(of: &WireType) -> &WireType {
    if let WireType::Split(_, read) = of { self::read(read) } else { of }
}

/// What a named type stands for, if it has no form of its own.
fn alias<'d>(document: &'d Document, name: &str) -> Option<&'d WireType> {
    match &document.types.get(name)?.shape {
        Shape::Alias(of) | Shape::Newtype(of) => Some(of),
        _ => None,
    }
}

/// Whether a type has room for null without being an option.
fn open(of: &WireType) -> bool {
    use contract_core::document::Leaf;
    matches!(
        of,
        WireType::Leaf(Leaf::Any | Leaf::Null | Leaf::Phantom | Leaf::Skipped)
            | WireType::Schema(_)
            | WireType::Opaque(..)
            | WireType::Codec(..)
    )
}

fn length(of: &WireType) -> u64 {
    match of {
        WireType::Tuple(items) => items.len() as u64,
        WireType::Array(_, length) => *length,
        _ => 0,
    }
}

/// A type expression in words.
pub(crate) fn text(of: &WireType) -> String {
    match of {
        WireType::Leaf(leaf) => leaf.word().to_owned(),
        WireType::Named(name) => name.clone(),
        WireType::Option(of) => format!("option<{}>", text(of)),
        WireType::List(of) => format!("list<{}>", text(of)),
        WireType::Set(of) => format!("set<{}>", text(of)),
        WireType::Map(key, value) => format!("map<{}, {}>", text(key), text(value)),
        WireType::Tuple(items) => {
            format!("({})", items.iter().map(text).collect::<Vec<_>>().join(", "))
        }
        WireType::Array(of, length) => format!("[{}; {length}]", text(of)),
        WireType::ShortList(of, most) => format!("list<{}> of at most {most}", text(of)),
        WireType::ShortText(most) => format!("string of at most {most} bytes"),
        WireType::Split(written, read) => {
            format!("{} when written, {} when read", text(written), text(read))
        }
        WireType::Opaque(codec, None) => format!("codec {codec}"),
        WireType::Opaque(codec, Some(of)) => format!("codec {codec} within {}", text(of)),
        WireType::Codec(codec, of) => format!("{codec} of {}", text(of)),
        WireType::Schema(schema) => schema_text(schema),
    }
}

/// A JSON Schema in words: its title, or itself where it is short.
fn schema_text(schema: &serde_json::Value) -> String {
    const SHORT: usize = 60;
    let title = schema.get("title").and_then(serde_json::Value::as_str);
    match (title, schema.to_string()) {
        (Some(title), _) => format!("JSON Schema {title}"),
        (None, text) if text.len() <= SHORT => format!("JSON Schema {text}"),
        _ => "JSON Schema".to_owned(),
    }
}

/// Whether a field of this type may be missing when it is read without a default: an option, also
/// behind a transparent type, but not behind a newtype.
pub(crate) fn may_be_missing(document: &Document, of: &WireType) -> bool {
    let mut of = read(of);
    for _ in 0..DEPTH {
        match of {
            WireType::Option(_) => return true,
            WireType::Named(name) => match document.types.get(name).map(|it| &it.shape) {
                Some(Shape::Alias(inner)) => of = read(inner),
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}

impl Here {
    /// The same clause, one step further into its value.
    pub(super) fn step(&self, seg: Seg) -> Self {
        let mut here = self.clone();
        here.at.push(seg);
        here
    }

    /// A cause at this clause.
    pub(super) fn cause(&self, rule: &'static Rule, suspicion: Suspicion) -> Cause {
        Cause {
            rule,
            old: Some(self.old.clone()),
            new: Some(self.new.clone()),
            words: rules::Words {
                it: self.it.clone(),
                within: self.within.clone(),
                ..rules::Words::default()
            },
            suspicion,
            at: self.at.clone(),
        }
    }
}
