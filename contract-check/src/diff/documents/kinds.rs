//! Streams whose readers skip the kinds of chunks that they do not know: `chunk_kinds = open`.

use contract_core::document::{ChunkKinds, Document, Operation, Shape, WireType};

use super::cause::{Cause, Seg};
use super::enums::accepts;
use super::prove::{Judge, Ruling};
use super::roots::Root;
use crate::rules;

/// The enum whose variants are the kinds of chunks of an operation, where its readers have been
/// told that kinds may be added.
pub(crate) fn open_kinds<'d>(document: &'d Document, operation: &'d Operation) -> Option<&'d str> {
    let stream = operation.stream.as_ref()?;
    (stream.chunk_kinds == Some(ChunkKinds::Open)).then_some(())?;
    kinds(document, operation.response.as_ref()?)
}

/// The enum that a type is, under all its names. Names that lead back to themselves are no type.
fn kinds<'d>(document: &'d Document, of: &'d WireType) -> Option<&'d str> {
    let mut of = of;
    for _ in 0..=document.types.len() {
        let WireType::Named(name) = of else { return None };
        let (name, definition) = document.types.get_key_value(name)?;
        match &definition.shape {
            Shape::Enum(_) => return Some(name),
            Shape::Alias(inner) | Shape::Newtype(inner) => of = inner,
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Unit => return None,
        }
    }
    None
}

impl Root {
    /// Whether a cause is a new kind of chunk, which readers of this root skip.
    pub(super) fn skips(&self, cause: &Cause, way: &[Seg]) -> bool {
        self.open_kinds
            && way.is_empty()
            && [&rules::VARIANT_ADDED, &rules::ENUM_VALUE_ADDED].contains(&cause.rule)
    }

    /// Judges this root as if the new producer wrote no kind of chunk that old readers skip.
    pub(super) fn known_kinds(&self, judge: &Judge<'_>) -> Option<Ruling> {
        let (old, new) = judge.documents();
        let known = kinds(old, &self.old).filter(|_| self.open_kinds)?;
        let name = kinds(new, &self.new)?.to_owned();
        let mut new = new.clone();
        let (Shape::Enum(known), Shape::Enum(written)) =
            (&old.types[known].shape, &mut new.types.get_mut(&name)?.shape)
        else {
            return None;
        };
        for variant in written.variants.iter_mut().filter(|it| !it.untagged) {
            variant.written &=
                known.variants.iter().any(|it| it.read && accepts(it, &variant.name));
        }
        Some(Judge::new(old, &new).root(self))
    }
}
