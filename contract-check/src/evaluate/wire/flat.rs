//! Flattened fields: what is left of an object after its own fields, taken entry by entry.

use contract_core::document::{Enum, Leaf, Shape, Tagging, WireType};

use super::leaf::clock_names;
use super::read::{Source, View, answers_to, flattens, refuses};
use super::{Step, Walk};
use crate::json::Json;

/// What a struct has collected; an entry that a field takes is gone.
pub(super) type Collected<'v> = Vec<Option<(&'v str, &'v Json)>>;

impl<'d> Walk<'d> {
    pub(super) fn read_flattened(
        &mut self,
        wire: &'d WireType,
        collected: &mut Collected<'_>,
    ) -> Step {
        self.deeper(|walk| walk.flattened_here(wire, collected))
    }

    fn flattened_here(&mut self, wire: &'d WireType, collected: &mut Collected<'_>) -> Step {
        match wire {
            WireType::Leaf(Leaf::Any | Leaf::Null | Leaf::Phantom) => Ok(()),
            WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                let names = clock_names(*leaf);
                let mut next = taking(collected, |name| names.contains(&name));
                self.read_clock_members(*leaf, &mut next, Source::Owned)
            }
            // Whatever goes wrong inside reads as none; entries taken until then are gone.
            WireType::Option(of) => {
                let doubt = self.doubt.take();
                let path = self.path.len();
                let _ = self.read_flattened(of, collected);
                self.path.truncate(path);
                self.doubt = doubt;
                Ok(())
            }
            WireType::Map(..) => self.read(wire, &View::Map(rest(collected)), Source::Borrowed),
            WireType::Split(_, read) => self.read_flattened(read, collected),
            WireType::Opaque(codec, _) | WireType::Codec(codec, _) => self.codec(codec),
            WireType::Schema(_) => self.doubt("the type is known only by its JSON Schema"),
            WireType::Named(name) => match self.shape(name) {
                Some(shape) => self.flattened_shape(name, shape, collected),
                None => self.unknown_type(name),
            },
            WireType::Leaf(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => self.refuse("can only flatten structs and maps"),
        }
    }

    fn flattened_shape(
        &mut self,
        name: &str,
        shape: &'d Shape,
        collected: &mut Collected<'_>,
    ) -> Step {
        match shape {
            // Reads a map of everything that is left, and leaves it there.
            Shape::Struct(of) if flattens(of) => {
                let mut entries = rest(collected).into_iter();
                self.read_members(of, &mut || entries.next(), Source::Borrowed, refuses(of))
            }
            // Takes its own fields, one by one, until one of them is wrong.
            Shape::Struct(of) => {
                let known = |name: &str| of.fields.iter().any(|field| answers_to(field, name));
                let mut next = taking(collected, known);
                self.read_members(of, &mut next, Source::Owned, refuses(of))
            }
            Shape::Tuple(_) => self.refuse("can only flatten structs and maps"),
            Shape::Unit => Ok(()),
            Shape::Alias(of) | Shape::Newtype(of) => self.read_flattened(of, collected),
            Shape::Enum(of) => self.flattened_enum(name, of, collected),
        }
    }

    fn flattened_enum(&mut self, name: &str, of: &'d Enum, collected: &mut Collected<'_>) -> Step {
        let buffers = of.variants.iter().any(|variant| variant.untagged);
        match &of.tagging {
            Tagging::External if !buffers => {
                let known = |name: &str| {
                    of.variants.iter().any(|variant| super::enums::answers_to(variant, name))
                };
                let first = taking(collected, known)();
                match first {
                    Some(entry) => self.read_enum(name, of, &View::Map(vec![entry]), Source::Owned),
                    None => {
                        self.refuse(format!("no variant of enum {name} found in flattened data"))
                    }
                }
            }
            Tagging::Adjacent { tag, content } if !buffers => {
                let mut next = taking(collected, |name| name == tag || name == content);
                self.read_adjacent(of, [tag, content], &mut next, Source::Owned)
            }
            _ => self.read_enum(name, of, &View::Map(rest(collected)), Source::Borrowed),
        }
    }
}

/// What nobody has taken.
fn rest<'v>(collected: &Collected<'v>) -> Vec<(&'v str, &'v Json)> {
    collected.iter().copied().flatten().collect()
}

/// Takes the entries with a known name, each as it is asked for.
fn taking<'c, 'v>(
    collected: &'c mut Collected<'v>,
    known: impl Fn(&str) -> bool + 'c,
) -> impl FnMut() -> Option<(&'v str, &'v Json)> + 'c {
    let mut entries = collected.iter_mut();
    move || {
        let entry = entries.find(|entry| entry.is_some_and(|(name, _)| known(name)));
        entry.and_then(Option::take)
    }
}
