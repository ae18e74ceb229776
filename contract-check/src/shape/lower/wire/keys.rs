//! Map keys: JSON has strings only, so serde_json writes integers, truth values and characters
//! as text, and reads them back from it.

use std::collections::BTreeSet;

use contract_core::document::{Content, Enum, Leaf, Shape, Tagging, Variant, WireType};

use super::hand::knows;
use super::merge::{Members, optional};
use super::{Lower, Source, leaf, pattern};
use crate::finding::Side;
use crate::shape::{Node, ObjectSpec, ShapeId};

/// The keys of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Keys {
    /// Every string.
    All,
    /// These strings; none where no key can be written or read.
    These(BTreeSet<String>),
    /// The strings of a shape.
    Shape(ShapeId),
}

impl Keys {
    fn none() -> Self {
        Self::These(BTreeSet::new())
    }
}

/// Whether what tells a variant is a key.
fn tells_keys(tagging: &Tagging) -> bool {
    matches!(tagging, Tagging::External | Tagging::Number { .. })
}

impl Lower<'_, '_> {
    pub(super) fn map(&mut self, keys: Keys, values: ShapeId) -> ShapeId {
        self.open_object(Members::new(), &[], keys, values)
    }

    /// An object with these members and any others whose names are keys; `free` names members
    /// whose names need not be keys.
    pub(super) fn open_object(
        &mut self,
        mut members: Members,
        free: &[String],
        keys: Keys,
        values: ShapeId,
    ) -> ShapeId {
        let never = self.arena.never();
        let (rest, names) = match keys {
            Keys::All => (values, None),
            Keys::These(listed) => {
                for key in listed {
                    members.entry(key).or_insert_with(|| optional(values));
                }
                (never, None)
            }
            Keys::Shape(names) if free.is_empty() => (values, Some(names)),
            Keys::Shape(names) => {
                let free = self.strings(free.iter().map(String::as_str));
                (values, Some(self.union(vec![names, free])))
            }
        };
        self.arena.intern(Node::Object(ObjectSpec { members, names, ..ObjectSpec::from(rest) }))
    }

    /// The strings that are keys.
    fn key_texts(&mut self, keys: Keys) -> ShapeId {
        match keys {
            Keys::All => self.any_string(),
            Keys::These(keys) => self.strings(keys.iter().map(String::as_str)),
            Keys::Shape(keys) => keys,
        }
    }

    /// The texts that a type's values have as keys. Values that have none are not written.
    pub(super) fn written_keys(&mut self, side: Side, wire: &WireType) -> Keys {
        match wire {
            WireType::Leaf(leaf) => self.leaf_keys(*leaf, pattern::FLOAT),
            WireType::Split(_, read) if self.hand => self.written_keys(side, read),
            // `try_from` and `into` of one type: what is written is what passed the check before.
            WireType::Split(written, read) if matches!(&**read, WireType::Opaque(_, Some(of)) if of == written) => {
                self.written_keys(side, read)
            }
            // None is no key.
            WireType::Option(of) | WireType::Split(of, _) => self.written_keys(side, of),
            WireType::Opaque(codec, of) => {
                let within = of.as_deref().map_or(Keys::All, |of| self.written_keys(side, of));
                let within = self.key_texts(within);
                Keys::Shape(self.codec(side, codec, of.as_deref(), Some(within)))
            }
            WireType::Codec(codec, of) => {
                let string = self.any_string();
                Keys::Shape(self.codec(side, codec, Some(of), Some(string)))
            }
            WireType::Schema(schema) => Keys::Shape(self.schema_key(schema)),
            WireType::Named(name) => {
                let Some(of) = self.definition(side, name) else {
                    return Keys::Shape(self.unknown_type(name));
                };
                self.deeper(|this| this.written_definition_keys(side, &of.shape)).unwrap_or_else(
                    || {
                        let reason = format!("`{name}` refers to too many types as a key");
                        Keys::Shape(self.too_much(side, name, reason))
                    },
                )
            }
            WireType::ShortText(most) => Keys::Shape(self.short_text(*most)),
            WireType::List(_)
            | WireType::ShortList(..)
            | WireType::Set(_)
            | WireType::Map(..)
            | WireType::Tuple(_)
            | WireType::Array(..) => Keys::none(),
        }
    }

    fn written_definition_keys(&mut self, side: Side, shape: &Shape) -> Keys {
        match shape {
            Shape::Alias(of) | Shape::Newtype(of) => self.written_keys(side, of),
            Shape::Enum(of) => self.enum_keys(side, of),
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Unit => Keys::none(),
        }
    }

    fn enum_keys(&mut self, side: Side, of: &Enum) -> Keys {
        let mut names = BTreeSet::new();
        let mut shapes = Vec::new();
        let hand = self.hand;
        for variant in of.variants.iter().filter(|variant| knows(hand, variant)) {
            let untagged = variant.untagged || of.tagging == Tagging::Untagged;
            match &variant.content {
                Content::Unit if !untagged && tells_keys(&of.tagging) => {
                    names.insert(self.variant_name(variant).to_owned());
                }
                Content::Newtype(of) if untagged => match self.written_keys(side, of) {
                    Keys::All => return Keys::All,
                    Keys::These(these) => names.extend(these),
                    Keys::Shape(shape) => shapes.push(shape),
                },
                _ => {}
            }
        }
        if shapes.is_empty() {
            return Keys::These(names);
        }
        shapes.push(self.strings(names.iter().map(String::as_str)));
        Keys::Shape(self.union(shapes))
    }

    /// The keys that are read as a type.
    pub(super) fn read_keys(&mut self, side: Side, wire: &WireType, source: Source) -> Keys {
        if source == Source::Text {
            match wire {
                WireType::Leaf(leaf) if leaf::integer(*leaf).is_some() => {
                    return self.leaf_keys(*leaf, pattern::NUMBER);
                }
                WireType::Leaf(leaf @ (Leaf::Bool | Leaf::F32 | Leaf::F64)) => {
                    return self.leaf_keys(*leaf, pattern::NUMBER);
                }
                WireType::Option(of) | WireType::Split(_, of) => {
                    return self.read_keys(side, of, source);
                }
                WireType::Opaque(codec, Some(of)) => {
                    let within = self.read_keys(side, of, source);
                    let within = self.key_texts(within);
                    return Keys::Shape(self.codec(side, codec, Some(&**of), Some(within)));
                }
                WireType::Named(name) => {
                    if let Some(Shape::Enum(of)) = self.definition(side, name).map(|of| &of.shape)
                        && let Tagging::Number { of: among } = &of.tagging
                    {
                        return self.number_keys(side, of, among);
                    }
                    if let Some(Shape::Alias(of) | Shape::Newtype(of)) =
                        self.definition(side, name).map(|of| &of.shape)
                    {
                        let keys = self.deeper(|this| this.read_keys(side, of, source));
                        return keys.unwrap_or_else(|| {
                            let reason = format!("`{name}` refers to too many types as a key");
                            Keys::Shape(self.too_much(side, name, reason))
                        });
                    }
                }
                _ => {}
            }
        }
        match wire {
            WireType::Leaf(Leaf::String | Leaf::Any) => Keys::All,
            WireType::Schema(schema) => Keys::Shape(self.schema_key(schema)),
            // Everything else reads the key as it reads a string from the same source; what it
            // reads besides strings is no key.
            other => {
                let strings = self.any_string();
                let read = self.read(side, other, source);
                Keys::Shape(self.both(vec![strings, read]))
            }
        }
    }

    /// The keys that an enum reads whose variants are told by their numbers.
    fn number_keys(&mut self, side: Side, of: &Enum, among: &WireType) -> Keys {
        let read = || of.variants.iter().filter(|variant| variant.read);
        if read().any(|variant| variant.other) {
            return self.read_keys(side, among, Source::Text);
        }
        let name = |variant: &Variant| variant.read_name.clone().unwrap_or(variant.name.clone());
        Keys::These(read().map(name).collect())
    }

    fn leaf_keys(&mut self, leaf: Leaf, float: &str) -> Keys {
        if let Some((least, greatest, zero)) = leaf::integer(leaf) {
            let text = pattern::whole(&pattern::integers(least, greatest, zero));
            return Keys::Shape(self.matching(text));
        }
        match leaf {
            Leaf::String | Leaf::BorrowedString => Keys::All,
            Leaf::Bool => Keys::These(["false", "true"].map(str::to_owned).into()),
            Leaf::F32 | Leaf::F64 => Keys::Shape(self.matching(float.to_owned())),
            Leaf::Char => Keys::Shape(self.written_leaf(leaf)),
            _ if pattern::texts(leaf).is_some() => Keys::Shape(self.written_leaf(leaf)),
            _ => Keys::none(),
        }
    }
}
