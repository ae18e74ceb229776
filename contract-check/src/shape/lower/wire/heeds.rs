//! Which members make a difference to a type that looks at all members of an object and leaves
//! them.

use std::collections::BTreeSet;
use std::ptr;

use contract_core::document::{
    Content, Document, Enum, Leaf, Read, Shape, Struct, Tagging, UnknownFields, WireType,
};

use super::Source;
use super::reader::visible_names;
use super::takes::{Flattened, Looks, Takes};
use super::variants::{refusing, split, told_names};

/// The names of the members that make a difference to a type; none where those of any name may.
pub(super) fn heeded(document: &Document, shape: &Shape) -> Option<BTreeSet<String>> {
    let mut heeds = Heeds { document, names: BTreeSet::new(), seen: BTreeSet::new() };
    heeds.shape(shape)?;
    Some(heeds.names)
}

struct Heeds<'d> {
    document: &'d Document,
    names: BTreeSet<String>,
    /// A type that holds itself heeds no more than it does once.
    seen: BTreeSet<*const Shape>,
}

impl Heeds<'_> {
    fn shape(&mut self, shape: &Shape) -> Option<()> {
        if !self.seen.insert(ptr::from_ref(shape)) {
            return Some(());
        }
        match shape {
            Shape::Struct(of) => self.fields(of),
            Shape::Enum(of) => self.variants(of),
            Shape::Alias(of) | Shape::Newtype(of) => self.wire(of),
            // It may be read from the object that has no members.
            Shape::Unit => None,
            // It reads no object.
            Shape::Tuple(_) => Some(()),
        }
    }

    fn wire(&mut self, wire: &WireType) -> Option<()> {
        match wire {
            WireType::Leaf(Leaf::Null | Leaf::Phantom | Leaf::Duration | Leaf::SystemTime) => None,
            WireType::Option(of) | WireType::Split(_, of) => self.wire(of),
            WireType::Named(name) => {
                let definition = self.document.types.get(name)?;
                self.shape(&definition.shape)
            }
            WireType::Map(key, of) => all_entries(key, of).then_some(()),
            WireType::Opaque(..) | WireType::Codec(..) | WireType::Schema(_) => None,
            WireType::Leaf(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => Some(()),
        }
    }

    fn fields(&mut self, of: &Struct) -> Option<()> {
        if of.unknown_fields == UnknownFields::Refused {
            return None;
        }
        for field in of.fields.iter().filter(|field| field.read != Read::Never) {
            self.names.extend(visible_names(field).into_iter().map(str::to_owned));
            if !field.flatten {
                continue;
            }
            let flattened = Flattened::of(self.document, &field.wire);
            match flattened.takes {
                Takes::Nothing(_) if flattened.optional => {}
                Takes::Nothing(Looks::AtNothing) => {}
                Takes::Nothing(Looks::AtEach(key, of)) if all_entries(key, of) => {}
                Takes::Nothing(Looks::AtAll(shape)) => self.shape(shape)?,
                Takes::Nothing(Looks::AtEach(..) | Looks::Somehow) => return None,
                _ => self.names.extend(flattened.names()),
            }
        }
        Some(())
    }

    fn variants(&mut self, of: &Enum) -> Option<()> {
        let (told, untagged, _) = split(of, Source::Owned);
        match &of.tagging {
            Tagging::Internal { tag } => {
                self.names.insert(tag.clone());
                for one in told {
                    self.content(of, &one.variant.content)?;
                }
            }
            Tagging::Adjacent { tag, content } => {
                if of.unknown_fields == UnknownFields::Refused {
                    return None;
                }
                self.names.extend([tag.clone(), content.clone()]);
            }
            // It reads an object of one member.
            Tagging::External if !told_names(of).is_empty() => return None,
            Tagging::External | Tagging::Untagged | Tagging::Number { .. } => {}
        }
        untagged.into_iter().try_for_each(|variant| self.content(of, &variant.content))
    }

    fn content(&mut self, of: &Enum, content: &Content) -> Option<()> {
        match content {
            Content::Newtype(of) => self.wire(of),
            Content::Struct(fields) => self.fields(&refusing(of, fields)),
            // A unit ignores them, and a tuple reads no object.
            Content::Unit | Content::Tuple(_) => Some(()),
        }
    }
}

/// Whether a map reads whatever its entries are.
pub(super) fn all_entries(key: &WireType, of: &WireType) -> bool {
    (key, of) == (&WireType::Leaf(Leaf::String), &WireType::Leaf(Leaf::Any))
}
