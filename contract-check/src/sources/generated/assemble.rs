//! Which contract owns what, and what it reaches.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{
    Consumer, Content, Field, Job, Operation, Provider, Shape, Source, Struct, Type, WireType,
};

use super::super::facts::{ContractFacts, ErrorFacts, Facts, ItemFacts, TypeFacts};
use super::place;

/// The contracts of some facts, by module.
pub(super) struct Owners<'a> {
    modules: BTreeMap<&'a str, &'a ContractFacts>,
}

impl<'a> Owners<'a> {
    pub(super) fn new(facts: &'a Facts, problems: &mut Vec<String>) -> Self {
        let mut modules: BTreeMap<&str, &ContractFacts> = BTreeMap::new();
        let mut ids: BTreeMap<&str, &ContractFacts> = BTreeMap::new();
        for contract in &facts.contracts {
            let here = place(&contract.source);
            if let Some(first) = ids.insert(&contract.id, contract) {
                problems.push(format!(
                    "{here}: the id `{}` is taken by the contract at {}; give one of them another id",
                    contract.id,
                    place(&first.source),
                ));
            } else if let Some(first) = modules.insert(&contract.module, contract) {
                problems.push(format!(
                    "{here}: the module `{}` has a contract already, at {}; move one of them into \
                     a module of its own",
                    contract.module,
                    place(&first.source),
                ));
            }
        }
        Self { modules }
    }

    /// The contract of the nearest enclosing module that has one.
    fn of(&self, module: &str) -> Option<&'a ContractFacts> {
        let mut module = module;
        loop {
            if let Some(contract) = self.modules.get(module) {
                return Some(contract);
            }
            module = module.rsplit_once("::")?.0;
        }
    }

    fn owns(&self, contract: &ContractFacts, module: &str) -> bool {
        self.of(module).is_some_and(|owner| std::ptr::eq(owner, contract))
    }

    /// Names what has an id and no contract owns: it would be judged by nobody.
    pub(super) fn orphans(&self, facts: &Facts, problems: &mut Vec<String>) {
        let events =
            registered(facts).filter_map(|(_, it)| Some(("event", &it.event.as_ref()?.id, it)));
        let items = named("operation", &facts.operations)
            .chain(named("consumer", &facts.consumers))
            .chain(named("job", &facts.jobs))
            .chain(named("provider", &facts.providers))
            .chain(
                events.map(|(kind, id, it)| (kind, id.as_str(), it.module.as_str(), &it.source)),
            );
        for (kind, id, module, source) in items {
            if self.of(module).is_none() {
                let krate = module.split("::").next().unwrap_or_default();
                problems.push(format!(
                    "{}: no contract covers the {kind} `{id}`; write `contract! {{ id = \"..\" }}` \
                     in the module `{module}` or above it, at best in the root of `{krate}`",
                    place(source),
                ));
            }
        }
    }
}

/// Items with the word for their kind, their id, their module and their place.
fn named<'a, T>(
    kind: &'static str,
    items: &'a [ItemFacts<T>],
) -> impl Iterator<Item = (&'static str, &'a str, &'a str, &'a Option<Source>)> {
    items.iter().map(move |it| (kind, it.id.as_str(), it.module.as_str(), &it.source))
}

/// The registered types with their identities.
fn registered(facts: &Facts) -> impl Iterator<Item = (&str, &TypeFacts)> {
    let types = facts.types.iter().filter(|(_, it)| it.registered);
    types.map(|(identity, it)| (identity.as_str(), it))
}

/// What belongs to one contract, by identity.
pub(super) struct Members<'a> {
    pub(super) operations: Vec<&'a ItemFacts<Operation>>,
    pub(super) consumers: Vec<&'a ItemFacts<Consumer>>,
    pub(super) jobs: Vec<&'a ItemFacts<Job>>,
    pub(super) providers: Vec<&'a ItemFacts<Provider>>,
    /// The types that are events.
    pub(super) events: Vec<(&'a str, &'a TypeFacts)>,
    pub(super) errors: BTreeMap<&'a str, &'a ErrorFacts>,
    /// Owned types that nothing else reaches.
    pub(super) data: BTreeSet<&'a str>,
    /// Every type that the contract reaches.
    pub(super) types: BTreeMap<&'a str, &'a TypeFacts>,
}

impl<'a> Members<'a> {
    pub(super) fn of(contract: &ContractFacts, owners: &Owners<'_>, facts: &'a Facts) -> Self {
        let owns = |module: &str| owners.owns(contract, module);
        let operations: Vec<&ItemFacts<Operation>> =
            facts.operations.iter().filter(|it| owns(&it.module)).collect();
        let consumers: Vec<&ItemFacts<Consumer>> =
            facts.consumers.iter().filter(|it| owns(&it.module)).collect();
        let jobs: Vec<&ItemFacts<Job>> = facts.jobs.iter().filter(|it| owns(&it.module)).collect();
        let providers = facts.providers.iter().filter(|it| owns(&it.module)).collect();
        let owned: Vec<(&str, &TypeFacts)> =
            registered(facts).filter(|(_, it)| owns(&it.module)).collect();
        let events: Vec<(&str, &TypeFacts)> =
            owned.iter().copied().filter(|(_, it)| it.event.is_some()).collect();
        let answered: BTreeSet<&str> = operations
            .iter()
            .filter_map(|it| it.item.errors.as_deref())
            .chain(jobs.iter().filter_map(|it| it.item.errors.as_deref()))
            .collect();
        let errors = facts
            .errors
            .iter()
            .filter(|it| {
                answered.contains(it.identity.as_str()) || it.registered && owns(&it.module)
            })
            .map(|it| (it.identity.as_str(), it))
            .collect();
        let mut roots: Vec<&str> = events.iter().map(|(identity, _)| *identity).collect();
        for operation in &operations {
            for wire in operation.item.request.values().chain(&operation.item.response) {
                wire.names(&mut |name| roots.push(name));
            }
        }
        for consumer in &consumers {
            consumer.item.payload.names(&mut |name| roots.push(name));
        }
        let mut types = reached(roots, facts);
        // What is left is data. Its roots are the types that no other data reaches; of types that
        // only reach each other, the first.
        let mut data = BTreeSet::new();
        let left: Vec<&str> =
            owned.iter().map(|(id, _)| *id).filter(|id| !types.contains_key(id)).collect();
        let inner: BTreeSet<&str> = left
            .iter()
            .flat_map(|root| {
                let mut inner = reached(vec![root], facts);
                inner.remove(root);
                inner.into_keys()
            })
            .collect();
        let (first, rest): (Vec<&str>, Vec<&str>) =
            left.iter().partition(|id| !inner.contains(*id));
        for root in first.into_iter().chain(rest) {
            if !types.contains_key(root) {
                data.insert(root);
                types.append(&mut reached(vec![root], facts));
            }
        }
        Self { operations, consumers, jobs, providers, events, errors, data, types }
    }
}

/// Everything that some types reach, themselves included.
fn reached<'a>(mut next: Vec<&'a str>, facts: &'a Facts) -> BTreeMap<&'a str, &'a TypeFacts> {
    let mut reached = BTreeMap::new();
    while let Some(identity) = next.pop() {
        if let Some((identity, found)) = facts.types.get_key_value(identity)
            && reached.insert(identity.as_str(), found).is_none()
        {
            wires(&found.body, &mut |wire| wire.names(&mut |name| next.push(name)));
        }
    }
    reached
}

/// Calls `visit` with every type expression in a type.
fn wires<'a>(of: &'a Type, visit: &mut dyn FnMut(&'a WireType)) {
    fn fields<'a>(fields: &'a [Field], visit: &mut dyn FnMut(&'a WireType)) {
        fields.iter().for_each(|field| visit(&field.wire));
    }
    of.behind.iter().flat_map(|it| &it.types).for_each(&mut *visit);
    match &of.shape {
        Shape::Struct(Struct { fields: them, .. }) | Shape::Tuple(them) => fields(them, visit),
        Shape::Unit => {}
        Shape::Alias(wire) | Shape::Newtype(wire) => visit(wire),
        Shape::Enum(it) => {
            for variant in &it.variants {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(wire) => visit(wire),
                    Content::Tuple(them) | Content::Struct(Struct { fields: them, .. }) => {
                        fields(them, visit);
                    }
                }
            }
        }
    }
}
