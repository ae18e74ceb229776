//! Structs of which nothing changed: all that the walk has to know of them is where they lead.

use contract_core::document::{Field, Read, Struct, WireType, Written};

use super::cause::Seg;
use super::walk::Walk;

impl Walk<'_, '_> {
    /// Notes where a struct leads that reads the same in both documents; whether it is one whose
    /// fields stand for themselves, so that nothing else can be noted about it.
    pub(super) fn leads_on(&mut self, old: &Struct, new: &Struct) -> bool {
        let plain = old == new
            && old.fields.iter().all(|field| {
                stands_alone(field) && is_plain(&|name| self.stands_in_both(name), &field.wire)
            });
        if plain {
            for field in &old.fields {
                if !self.unchanged(&field.wire) {
                    self.edges(&mut vec![Seg::Member(field.name.clone())], &field.wire);
                }
            }
        }
        plain
    }

    /// Notes the types that an expression names, and the way to each.
    fn edges(&mut self, at: &mut Vec<Seg>, of: &WireType) {
        match of {
            WireType::Named(name) => self.edge(at, name, name),
            WireType::Option(of) => self.edges(at, of),
            WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
            | WireType::ShortList(of, _) => {
                self.below(at, Seg::EachElement, of);
            }
            WireType::Map(_, of) => self.below(at, Seg::EachMember, of),
            WireType::Tuple(of) => {
                for (index, of) in of.iter().enumerate() {
                    self.below(at, Seg::Element(index), of);
                }
            }
            _ => {}
        }
    }

    fn below(&mut self, at: &mut Vec<Seg>, step: Seg, of: &WireType) {
        at.push(step);
        self.edges(at, of);
        at.pop();
    }
}

/// Whether a field is written and read under one name that no other field has to do with.
pub(super) fn stands_alone(field: &Field) -> bool {
    !field.flatten
        && field.read_name.is_none()
        && field.aliases.is_empty()
        && field.read != Read::Never
        && field.written != Written::Never
}

/// Whether an expression is put together so that a value of it consists of values of its parts.
/// An alias is looked through by those who use it, so it is no part: `is_part` tells.
pub(super) fn is_plain(is_part: &dyn Fn(&str) -> bool, of: &WireType) -> bool {
    match of {
        WireType::Leaf(_) | WireType::ShortText(_) => true,
        WireType::Named(name) => is_part(name),
        WireType::Option(of)
        | WireType::List(of)
        | WireType::Set(of)
        | WireType::Array(of, _)
        | WireType::ShortList(of, _) => is_plain(is_part, of),
        WireType::Map(key, of) => matches!(**key, WireType::Leaf(_)) && is_plain(is_part, of),
        WireType::Tuple(of) => of.iter().all(|of| is_plain(is_part, of)),
        WireType::Split(..) | WireType::Opaque(..) | WireType::Codec(..) | WireType::Schema(_) => {
            false
        }
    }
}
