//! The changes.

use contract_core::document::{Content, Field, Leaf, Read, Variant, WireType, Written};

/// A change of one of several; none where it changes nothing.
pub(crate) type Edit<T> = fn(&mut Vec<T>, usize) -> Option<()>;

/// Changes of one field.
pub(crate) const FIELDS: &[(&str, Edit<Field>)] = &[
    ("removed", |fields, at| {
        fields.remove(at);
        Some(())
    }),
    ("renamed", |fields, at| {
        fields[at].name.push_str("_2");
        Some(())
    }),
    ("renamed, the old name kept as an alias", |fields, at| {
        let old = fields[at].name.clone();
        fields[at].name.push_str("_2");
        fields[at].aliases.push(old);
        Some(())
    }),
    ("optional", |fields, at| {
        fields[at].wire = WireType::Option(Box::new(fields[at].wire.clone()));
        Some(())
    }),
    ("optional and left out", |fields, at| {
        fields[at].wire = WireType::Option(Box::new(fields[at].wire.clone()));
        fields[at].written = Written::UnlessNone;
        Some(())
    }),
    ("not optional", |fields, at| {
        let WireType::Option(of) = fields[at].wire.clone() else { return None };
        fields[at].wire = *of;
        (fields[at].written == Written::UnlessNone).then(|| fields[at].written = Written::Always);
        Some(())
    }),
    ("a list", |fields, at| {
        fields[at].wire = WireType::List(Box::new(fields[at].wire.clone()));
        Some(())
    }),
    ("a string", |fields, at| {
        fields[at].wire = WireType::Leaf(Leaf::String);
        Some(())
    }),
    ("a number", |fields, at| {
        fields[at].wire = WireType::Leaf(Leaf::F64);
        Some(())
    }),
    ("anything", |fields, at| {
        fields[at].wire = WireType::Leaf(Leaf::Any);
        Some(())
    }),
    ("unknown", |fields, at| {
        fields[at].wire = WireType::Opaque("codec".to_owned(), None);
        Some(())
    }),
    ("with a default", |fields, at| {
        fields[at].read = Read::Default;
        Some(())
    }),
    ("without a default", |fields, at| {
        fields[at].read = Read::Required;
        Some(())
    }),
    ("never written", |fields, at| {
        fields[at].written = Written::Never;
        Some(())
    }),
    ("sometimes written", |fields, at| {
        fields[at].written = Written::Unless("is_empty".to_owned());
        Some(())
    }),
    ("never read", |fields, at| {
        fields[at].read = Read::Never;
        Some(())
    }),
    ("flattened", |fields, at| {
        fields[at].flatten = !fields[at].flatten;
        Some(())
    }),
    ("doubled", |fields, at| {
        let mut field = fields[at].clone();
        field.name.push_str("_2");
        fields.push(field);
        Some(())
    }),
    ("last", |fields, at| {
        let field = fields.remove(at);
        fields.push(field);
        Some(())
    }),
];

/// Changes of one variant.
pub(crate) const VARIANTS: &[(&str, Edit<Variant>)] = &[
    ("removed", |variants, at| {
        variants.remove(at);
        Some(())
    }),
    ("renamed", |variants, at| {
        variants[at].name.push_str("_2");
        Some(())
    }),
    ("renamed, the old name kept as an alias", |variants, at| {
        let old = variants[at].name.clone();
        variants[at].name.push_str("_2");
        variants[at].aliases.push(old);
        Some(())
    }),
    ("doubled", |variants, at| {
        let mut variant = variants[at].clone();
        variant.name.push_str("_2");
        variant.other = false;
        variants.push(variant);
        Some(())
    }),
    ("never written", |variants, at| {
        variants[at].written = false;
        Some(())
    }),
    ("never read", |variants, at| {
        variants[at].read = false;
        Some(())
    }),
    ("without content", |variants, at| {
        variants[at].content = Content::Unit;
        Some(())
    }),
    ("a map", |variants, at| {
        let text = || Box::new(WireType::Leaf(Leaf::String));
        variants[at].content = Content::Newtype(WireType::Map(text(), text()));
        Some(())
    }),
    ("its first field removed", |variants, at| {
        let Content::Struct(of) = &mut variants[at].content else { return None };
        (!of.fields.is_empty()).then(|| of.fields.remove(0))?;
        Some(())
    }),
    ("its first field a number", |variants, at| {
        let Content::Struct(of) = &mut variants[at].content else { return None };
        of.fields.first_mut()?.wire = WireType::Leaf(Leaf::F64);
        Some(())
    }),
];
