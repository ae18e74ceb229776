//! Documents as their consumers see answers and events.
//!
//! A field that the producer writes and does not read (`skip_deserializing`) is made for others to
//! read. They are not built from the producer's type, so its reader is not the one that counts.

use contract_core::document::{Content, Document, Field, Read, Shape, Variant, Written};

/// Whether a document has parts that are written and not read.
pub(super) fn is_needed(document: &Document) -> bool {
    document.types.values().any(|of| match &of.shape {
        Shape::Struct(of) => of.fields.iter().any(only_written),
        Shape::Tuple(fields) => fields.iter().any(only_written),
        Shape::Enum(of) => of.variants.iter().any(|variant| {
            (variant.written && !variant.read)
                || match &variant.content {
                    Content::Struct(of) => of.fields.iter().any(only_written),
                    Content::Tuple(fields) => fields.iter().any(only_written),
                    Content::Unit | Content::Newtype(_) => false,
                }
        }),
        Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => false,
    })
}

/// The document in which everything that is written is read, in place of what is read alone under
/// the same name.
pub(super) fn shown(document: &Document) -> Document {
    let mut document = document.clone();
    for of in document.types.values_mut() {
        match &mut of.shape {
            Shape::Struct(of) => fields(&mut of.fields),
            Shape::Tuple(them) => them.iter_mut().for_each(read),
            Shape::Enum(of) => variants(&mut of.variants),
            Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => {}
        }
    }
    document
}

fn fields(them: &mut [Field]) {
    let shown: Vec<String> =
        them.iter().filter(|it| only_written(it)).map(|it| it.name.clone()).collect();
    for field in &mut *them {
        let name = field.read_name.as_ref().unwrap_or(&field.name);
        if field.written == Written::Never && shown.contains(name) {
            field.read = Read::Never;
        }
    }
    them.iter_mut().for_each(read);
}

fn variants(them: &mut [Variant]) {
    let shown: Vec<String> =
        them.iter().filter(|it| it.written && !it.read).map(|it| it.name.clone()).collect();
    for variant in them {
        let name = variant.read_name.as_ref().unwrap_or(&variant.name);
        variant.read = variant.written || (variant.read && !shown.contains(name));
        match &mut variant.content {
            Content::Struct(of) => fields(&mut of.fields),
            Content::Tuple(them) => them.iter_mut().for_each(read),
            Content::Unit | Content::Newtype(_) => {}
        }
    }
}

fn only_written(field: &Field) -> bool {
    field.read == Read::Never && field.written != Written::Never
}

fn read(field: &mut Field) {
    if only_written(field) {
        field.read = if field.written.is_always() { Read::Required } else { Read::Default };
    }
}
