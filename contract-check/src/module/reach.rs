//! In which directions the values of a type travel.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{
    Content, Direction, Document, Field, Read, Shape, Tagging, WireType, Written,
};

use crate::diff::documents::open_kinds;

/// Who writes the values of a type, and who reads them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role {
    /// Consumers write, and this producer reads: consumers need not be built from the old type.
    pub(super) request: bool,
    /// The producer writes, and consumers read.
    pub(super) response: bool,
    /// An old version of this producer writes, and a new one reads.
    pub(super) stored: bool,
    /// A reader refuses kinds that it does not know: not all of them read a stream that is open.
    pub(super) closed: bool,
}

impl Role {
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            request: self.request || other.request,
            response: self.response || other.response,
            stored: self.stored || other.stored,
            closed: self.closed || other.closed,
        }
    }

    /// Whether the new version reads what somebody else wrote.
    pub(super) const fn reads(self) -> bool {
        self.request || self.stored
    }

    const fn has(self, other: Self) -> bool {
        self.or(other).request == self.request
            && self.or(other).response == self.response
            && self.or(other).stored == self.stored
            && self.or(other).closed == self.closed
    }
}

/// The directions of every type of a document, as far as they are certain: what goes through a
/// codec, a flattened field or an untagged enum is not followed, since there a value that one
/// reader refuses may find another.
pub(super) struct Uses {
    roles: BTreeMap<String, Role>,
    /// The operations, events and data that reach a type.
    roots: BTreeMap<String, BTreeSet<String>>,
}

const REQUEST: Role = Role { request: true, response: false, stored: false, closed: true };
const RESPONSE: Role = Role { request: false, response: true, stored: false, closed: true };
const STORED: Role = Role { request: false, response: true, stored: true, closed: true };

impl Uses {
    pub(super) fn of(document: &Document) -> Self {
        let mut uses = Self { roles: BTreeMap::new(), roots: BTreeMap::new() };
        for (id, operation) in &document.operations {
            let root = format!("operations/{id}");
            for wire in operation.request.values() {
                uses.follow(document, &root, REQUEST, wire, None);
            }
            if let Some(wire) = &operation.response {
                let skipped = open_kinds(document, operation);
                uses.follow(document, &root, RESPONSE, wire, skipped);
            }
        }
        for (id, event) in &document.events {
            let role = match event.direction {
                Direction::Send => RESPONSE,
                Direction::Receive => REQUEST,
            };
            uses.follow(document, &format!("events/{id}"), role, &event.payload, None);
        }
        for name in &document.data {
            let wire = WireType::Named(name.clone());
            uses.follow(document, &format!("data/{name}"), STORED, &wire, None);
        }
        uses
    }

    pub(super) fn role(&self, name: &str) -> Role {
        self.roles.get(name).copied().unwrap_or_default()
    }

    /// What reaches a clause, as clause paths.
    pub(super) fn roots(&self, document: &Document, clause: &str) -> Vec<String> {
        let mut parts = clause.split('/');
        match (parts.next(), parts.next()) {
            (Some("types"), Some(name)) => {
                self.roots.get(name).into_iter().flatten().cloned().collect()
            }
            (Some("errors"), Some(name)) => document
                .operations
                .iter()
                .filter(|(_, it)| it.errors.as_deref() == Some(name))
                .map(|(id, _)| format!("operations/{id}"))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Follows a type from a root. `skipped` is the enum of which readers skip unknown kinds.
    fn follow(
        &mut self,
        document: &Document,
        root: &str,
        role: Role,
        wire: &WireType,
        skipped: Option<&str>,
    ) {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = Vec::new();
        names(wire, &mut next);
        while let Some(name) = next.pop() {
            if !seen.insert(name) {
                continue;
            }
            let Some((name, definition)) = document.types.get_key_value(name) else { continue };
            self.roots.entry(name.clone()).or_default().insert(root.to_owned());
            let role = Role { closed: role.closed && skipped != Some(name), ..role };
            let known = self.roles.entry(name.clone()).or_default();
            if !known.has(role) {
                *known = known.or(role);
            }
            shape(&definition.shape, role, &mut next);
        }
    }
}

/// The types that values of this expression hold for certain.
fn names<'a>(wire: &'a WireType, found: &mut Vec<&'a str>) {
    match wire {
        WireType::Named(name) => found.push(name),
        WireType::Option(of) | WireType::List(of) | WireType::Set(of) => names(of, found),
        WireType::ShortList(of, most) if *most > 0 => names(of, found),
        WireType::Map(_, value) => names(value, found),
        WireType::Array(of, length) if *length > 0 => names(of, found),
        WireType::Tuple(them) => them.iter().for_each(|it| names(it, found)),
        WireType::Array(..)
        | WireType::ShortList(..)
        | WireType::ShortText(_)
        | WireType::Leaf(_)
        | WireType::Split(..)
        | WireType::Opaque(..)
        | WireType::Codec(..)
        | WireType::Schema(_) => {}
    }
}

fn shape<'a>(shape: &'a Shape, role: Role, found: &mut Vec<&'a str>) {
    let mut fields = |fields: &'a [Field]| {
        for field in fields.iter().filter(|field| !field.flatten && travels(field, role)) {
            names(&field.wire, found);
        }
    };
    match shape {
        Shape::Struct(it) => fields(&it.fields),
        Shape::Tuple(them) => fields(them),
        Shape::Unit => {}
        Shape::Alias(wire) | Shape::Newtype(wire) => names(wire, found),
        Shape::Enum(it) if it.tagging == Tagging::Untagged => {}
        Shape::Enum(it) => {
            for variant in it.variants.iter().filter(|it| it.written && it.read && !it.untagged) {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(wire) => names(wire, found),
                    Content::Tuple(them) => {
                        them.iter().filter(|it| travels(it, role)).for_each(|it| {
                            names(&it.wire, found);
                        });
                    }
                    Content::Struct(it) => {
                        it.fields.iter().filter(|it| !it.flatten && travels(it, role)).for_each(
                            |it| {
                                names(&it.wire, found);
                            },
                        );
                    }
                }
            }
        }
    }
}

/// Whether a field is written and read in this direction.
fn travels(field: &Field, _: Role) -> bool {
    field.written != Written::Never && field.read != Read::Never
}
