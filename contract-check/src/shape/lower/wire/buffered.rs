//! Which types are read from a buffer.

use contract_core::document::{Content, Document, Enum, Field, Shape};

use super::same::names;
use crate::hash::HashSet;

/// The named types that serde may read from a buffer: those in flattened fields and in enums that
/// keep their content aside, and all that these refer to.
pub(super) fn types(document: &Document) -> HashSet<&str> {
    let mut found = HashSet::default();
    let mut open = Vec::new();
    for definition in document.types.values() {
        match &definition.shape {
            Shape::Struct(of) => flattened(&of.fields, &mut open),
            Shape::Enum(of) if keeps(of) => names(&definition.shape, &mut |name| open.push(name)),
            Shape::Enum(of) => {
                for variant in &of.variants {
                    if let Content::Struct(of) = &variant.content {
                        flattened(&of.fields, &mut open);
                    }
                }
            }
            Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => {}
        }
    }
    while let Some(name) = open.pop() {
        if let Some(definition) = document.types.get(name).filter(|_| found.insert(name)) {
            names(&definition.shape, &mut |name| open.push(name));
        }
    }
    found
}

fn flattened<'d>(fields: &'d [Field], found: &mut Vec<&'d str>) {
    for field in fields.iter().filter(|field| field.flatten) {
        field.wire.names(&mut |name| found.push(name));
    }
}

/// Whether an enum keeps its content aside: until it knows the variant, or to try another one.
fn keeps(of: &Enum) -> bool {
    !of.tagging.is_external() || of.variants.iter().any(|variant| variant.untagged)
}
