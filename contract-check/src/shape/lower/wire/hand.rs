//! What people write by hand: where it differs from what serde writes for the same type.

use contract_core::document::{Field, Leaf, Read, Variant, WireType, Written};

use super::Lower;
use crate::finding::Side;
use crate::shape::{Classes, NumberSpec, ShapeId};

/// The name of a variant that no enum is likely to have.
const UNKNOWN: &str = "some unknown value";

/// Whether a variant stands in documents: one that is written, or by hand one that is read.
pub(super) fn knows(hand: bool, variant: &Variant) -> bool {
    if hand { variant.read } else { variant.written }
}

/// Whether a field stands in documents.
pub(super) fn holds(hand: bool, field: &Field) -> bool {
    if hand { field.read != Read::Never } else { field.written != Written::Never }
}

impl Lower<'_, '_> {
    /// The name that tells a variant.
    pub(super) fn variant_name<'v>(&self, variant: &'v Variant) -> &'v str {
        let read = variant.read_name.as_ref().filter(|_| self.hand);
        read.unwrap_or(&variant.name)
    }

    /// What tells a variant: its name, and by hand, for one that takes every other name, one that
    /// nobody knows.
    pub(super) fn telling_names(&mut self, variant: &Variant) -> ShapeId {
        let name = self.variant_name(variant);
        if self.hand && variant.other {
            return self.strings([name, UNKNOWN]);
        }
        self.strings([name])
    }

    /// The same for numbers.
    pub(super) fn telling_number(&mut self, side: Side, among: &WireType, of: &Variant) -> ShapeId {
        let number = self.number(self.variant_name(of));
        if !(self.hand && of.other) {
            return number;
        }
        let any = self.written(side, among);
        self.union(vec![number, any])
    }

    /// Whether a reader refuses a document without the field.
    pub(super) fn is_demanded(&mut self, side: Side, field: &Field) -> bool {
        match field.read {
            Read::Required => !self.may_be_missing(side, &field.wire),
            Read::Demanded => true,
            Read::Default | Read::ContainerDefault | Read::DefaultFn(_) | Read::Never => false,
        }
    }

    /// An array of fields; those with a default may be missing at the end.
    pub(super) fn in_order(&mut self, side: Side, fields: &[Field]) -> ShapeId {
        let (mut items, mut least) = (Vec::new(), 0);
        for field in fields.iter().filter(|field| field.read != Read::Never) {
            items.push(self.written(side, &field.wire));
            if matches!(field.read, Read::Required | Read::Demanded) {
                least = items.len() as u64;
            }
        }
        let length = items.len() as u64;
        let rest = self.arena.never();
        self.array(items, rest, least, Some(length))
    }

    /// A leaf as people write it: a float without a point, a decimal number as a number, bytes as
    /// text. The many forms in which one crate or another reads a date are nobody's promise.
    pub(super) fn leaf_by_hand(&mut self, leaf: Leaf) -> ShapeId {
        let also = match leaf {
            Leaf::F32 | Leaf::F64 | Leaf::BigDecimal => {
                self.arena.number(NumberSpec::from(Classes::ALL))
            }
            Leaf::CString => self.read_leaf(leaf, super::Source::Text),
            Leaf::Decimal => self.integers(i128::from(i64::MIN), u128::from(u64::MAX), true),
            Leaf::Bytes => self.any_string(),
            _ => return self.written_leaf(leaf),
        };
        let written = self.written_leaf(leaf);
        self.union(vec![written, also])
    }
}
