//! Which operations, events and data reach a clause.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Content, Document, Field, Shape, WireType};

/// Who reaches what, in either document.
pub(super) struct Reach<'d> {
    documents: [&'d Document; 2],
    /// By type, the types and roots that refer to it.
    referred_by: BTreeMap<&'d str, BTreeSet<User<'d>>>,
}

/// What refers to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum User<'d> {
    Type(&'d str),
    Root(&'static str, &'d str),
}

impl<'d> Reach<'d> {
    /// For the documents of a comparison.
    pub(super) fn new(old: &'d Document, new: &'d Document) -> Self {
        let mut this = Self { documents: [old, new], referred_by: BTreeMap::new() };
        for document in [old, new] {
            for (id, operation) in &document.operations {
                let of = operation.request.values().chain(&operation.response);
                of.for_each(|of| this.refer(User::Root("operations", id), of));
            }
            for (id, event) in &document.events {
                this.refer(User::Root("events", id), &event.payload);
            }
            for (id, consumer) in &document.consumers {
                this.refer(User::Root("consumers", id), &consumer.payload);
            }
            for name in &document.data {
                let user = User::Root("data", name);
                this.referred_by.entry(name).or_default().insert(user);
            }
            for (name, definition) in &document.types {
                this.shape(User::Type(name), &definition.shape);
                let behind = definition.behind.iter().flat_map(|it| &it.types);
                behind.for_each(|of| this.refer(User::Type(name), of));
            }
        }
        this
    }

    /// The operations, events and data that reach a clause, as clause paths.
    pub(super) fn of(&self, clause: &str) -> BTreeSet<String> {
        let segments: Vec<&str> = clause.split('/').collect();
        match segments[..] {
            [
                kind @ ("operations" | "events" | "consumers" | "jobs" | "providers" | "data"),
                id,
                ..,
            ] => [format!("{kind}/{id}")].into(),
            ["errors", set, ..] => {
                let operations = self.documents.iter().flat_map(|it| &it.operations);
                let operations = operations
                    .filter(|(_, operation)| operation.errors.as_deref() == Some(set))
                    .map(|(id, _)| format!("operations/{id}"));
                let jobs = self.documents.iter().flat_map(|it| &it.jobs);
                let jobs = jobs
                    .filter(|(_, job)| job.errors.as_deref() == Some(set))
                    .map(|(id, _)| format!("jobs/{id}"));
                operations.chain(jobs).collect()
            }
            ["types", name, ..] => self.of_type(name),
            _ => BTreeSet::new(),
        }
    }

    fn of_type(&self, name: &str) -> BTreeSet<String> {
        let mut roots = BTreeSet::new();
        let mut seen = BTreeSet::from([name]);
        let mut pending = vec![name];
        while let Some(name) = pending.pop() {
            for user in self.referred_by.get(name).into_iter().flatten() {
                match user {
                    User::Root(kind, id) => {
                        roots.insert(format!("{kind}/{id}"));
                    }
                    User::Type(user) => {
                        if seen.insert(user) {
                            pending.push(user);
                        }
                    }
                }
            }
        }
        roots
    }

    fn refer(&mut self, user: User<'d>, of: &'d WireType) {
        of.names(&mut |name| {
            self.referred_by.entry(name).or_default().insert(user);
        });
    }

    fn shape(&mut self, user: User<'d>, shape: &'d Shape) {
        match shape {
            Shape::Unit => {}
            Shape::Alias(of) | Shape::Newtype(of) => self.refer(user, of),
            Shape::Struct(of) => self.fields(user, &of.fields),
            Shape::Tuple(of) => self.fields(user, of),
            Shape::Enum(of) => {
                for variant in &of.variants {
                    match &variant.content {
                        Content::Unit => {}
                        Content::Newtype(of) => self.refer(user, of),
                        Content::Tuple(of) => self.fields(user, of),
                        Content::Struct(of) => self.fields(user, &of.fields),
                    }
                }
            }
        }
    }

    fn fields(&mut self, user: User<'d>, fields: &'d [Field]) {
        fields.iter().for_each(|field| self.refer(user, &field.wire));
    }
}
