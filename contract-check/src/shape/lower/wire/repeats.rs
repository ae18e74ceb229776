//! Names that a type writes more than once into one object.
//!
//! Each part of an object writes its own members: the fields of a struct, what is flattened
//! between them, the tag before the content. Nothing keeps two parts from one name.

use std::collections::BTreeSet;
use std::rc::Rc;

use contract_core::document::{
    Content, Document, Enum, Leaf, Shape, Struct, Tagging, Variant, WireType, Written,
};

use super::reader::{flattens, visible_names};
use crate::hash::HashMap;

/// Whether a type of the document may write one name more than once into an object.
pub(super) fn anywhere(document: &Document) -> bool {
    let mut parts = Parts { document, known: HashMap::default(), depth: 0, repeats: false };
    for definition in document.types.values() {
        match &definition.shape {
            // What flattens nothing has the names of its fields, which the derive tells apart.
            Shape::Struct(of) if of.fields.iter().any(|field| field.flatten) => {
                parts.of_struct(of);
            }
            Shape::Enum(of) => {
                let plain = |variant: &Variant| match &variant.content {
                    Content::Struct(of) => !of.fields.iter().any(|field| field.flatten),
                    Content::Newtype(_) => !matches!(of.tagging, Tagging::Internal { .. }),
                    Content::Unit | Content::Tuple(_) => true,
                };
                for variant in of.variants.iter().filter(|variant| !plain(variant)) {
                    parts.of_variant(of, variant);
                }
            }
            _ => {}
        }
        if parts.repeats {
            return true;
        }
    }
    false
}

/// Names, and none for whatever is left to a map.
type Names<'d> = Rc<BTreeSet<Option<&'d str>>>;

struct Parts<'d> {
    document: &'d Document,
    /// The names that a type writes beside others; empty while it is looked into.
    known: HashMap<&'d str, Names<'d>>,
    depth: usize,
    repeats: bool,
}

impl<'d> Parts<'d> {
    fn add(&mut self, names: &mut BTreeSet<Option<&'d str>>, more: &Names<'d>) {
        for name in more.iter() {
            self.repeats |= !names.insert(*name);
        }
    }

    fn of_struct(&mut self, of: &'d Struct) -> BTreeSet<Option<&'d str>> {
        let mut names: BTreeSet<Option<&str>> = BTreeSet::new();
        // Names that a map among the fields is given as well; a reader does not look at its tag.
        let mut left = of.tag.is_some();
        names.extend(of.tag.iter().map(|tag| Some(tag.name.as_str())));
        for field in of.fields.iter().filter(|field| field.written != Written::Never) {
            if field.flatten {
                let beside = self.beside(&field.wire);
                let a_map_was_there = names.contains(&None);
                let named = beside.iter().any(Option::is_some);
                left |= named && (a_map_was_there || !self.takes(&field.wire));
                self.add(&mut names, &beside);
            } else {
                left |= !visible_names(field).contains(&field.name.as_str());
                self.repeats |= !names.insert(Some(field.name.as_str()));
            }
        }
        let nothing_else = names.len() == 1;
        self.repeats |= left && names.contains(&None) && !nothing_else;
        names
    }

    /// Whether what a type reads of an object is gone for those that read after it.
    fn takes(&self, wire: &WireType) -> bool {
        let mut wire = wire;
        // An alias may lead back to itself.
        for _ in 0..super::DEPTH {
            wire = match wire {
                WireType::Leaf(Leaf::Duration | Leaf::SystemTime) => return true,
                WireType::Option(of) | WireType::Split(_, of) => of,
                WireType::Named(name) => match self.document.types.get(name).map(|of| &of.shape) {
                    Some(Shape::Alias(of) | Shape::Newtype(of)) => of,
                    Some(Shape::Struct(of)) => return !flattens(of),
                    Some(Shape::Enum(of)) => {
                        let told =
                            matches!(of.tagging, Tagging::External | Tagging::Adjacent { .. });
                        return told && of.variants.iter().all(|variant| !variant.untagged);
                    }
                    _ => return false,
                },
                _ => return false,
            };
        }
        false
    }

    /// What a variant writes into an object beside others, or by itself.
    fn of_variant(&mut self, of: &'d Enum, variant: &'d Variant) -> BTreeSet<Option<&'d str>> {
        let mut names = BTreeSet::new();
        match &of.tagging {
            Tagging::Internal { tag } if !variant.untagged => {
                names.insert(Some(tag.as_str()));
            }
            Tagging::Adjacent { tag, content } if !variant.untagged => {
                self.content(&variant.content);
                return [Some(tag.as_str()), Some(content.as_str())].into();
            }
            Tagging::External | Tagging::Number { .. } if !variant.untagged => {
                self.content(&variant.content);
                return [Some(variant.name.as_str())].into();
            }
            _ => {}
        }
        let content = self.content(&variant.content);
        self.add(&mut names, &content);
        names
    }

    fn content(&mut self, content: &'d Content) -> Names<'d> {
        match content {
            Content::Unit | Content::Tuple(_) => Names::default(),
            Content::Newtype(of) => self.beside(of),
            Content::Struct(of) => Rc::new(self.of_struct(of)),
        }
    }

    /// The names that a type writes beside others.
    fn beside(&mut self, wire: &'d WireType) -> Names<'d> {
        match wire {
            WireType::Leaf(Leaf::Duration) => Rc::new(["secs", "nanos"].map(Some).into()),
            WireType::Leaf(Leaf::SystemTime) => {
                Rc::new(["secs_since_epoch", "nanos_since_epoch"].map(Some).into())
            }
            WireType::Leaf(Leaf::Any) | WireType::Map(..) => Rc::new([None].into()),
            WireType::Option(of) | WireType::Split(of, _) => self.beside(of),
            WireType::Named(name) => {
                if let Some(known) = self.known.get(name.as_str()) {
                    return Rc::clone(known);
                }
                let Some(definition) = self.document.types.get(name) else {
                    return Names::default();
                };
                // Whatever lies deeper is not told.
                if self.depth == super::DEPTH {
                    self.repeats = true;
                    return Names::default();
                }
                self.known.insert(name, Names::default());
                self.depth += 1;
                let names = match &definition.shape {
                    Shape::Struct(of) => Rc::new(self.of_struct(of)),
                    Shape::Alias(of) | Shape::Newtype(of) => self.beside(of),
                    Shape::Enum(of) => {
                        let mut names = BTreeSet::new();
                        for variant in of.variants.iter().filter(|variant| variant.written) {
                            names.extend(self.of_variant(of, variant));
                        }
                        Rc::new(names)
                    }
                    Shape::Unit | Shape::Tuple(_) => Names::default(),
                };
                self.depth -= 1;
                self.known.insert(name, Rc::clone(&names));
                names
            }
            _ => Names::default(),
        }
    }
}
