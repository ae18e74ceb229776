//! What a harness prints, as `contract_core::export` describes it. Bodies are the document's own
//! objects in which types are named by identity, since nobody has yet decided which contract a
//! type belongs to, and under which name.

use std::collections::BTreeMap;

use contract_core::document::{
    Consumer, ErrorSet, Event, Header, Job, Operation, Provider, Source, Type, WireType,
};
use serde::Deserialize;

/// Places by path below an item, `fields/total`.
pub(super) type Sources = BTreeMap<String, Source>;

/// The facts of some crates.
#[derive(Debug, Deserialize)]
pub(super) struct Facts {
    pub(super) contracts: Vec<ContractFacts>,
    pub(super) operations: Vec<ItemFacts<Operation>>,
    pub(super) consumers: Vec<ItemFacts<Consumer>>,
    pub(super) jobs: Vec<ItemFacts<Job>>,
    pub(super) providers: Vec<ItemFacts<Provider>>,
    pub(super) errors: Vec<ErrorFacts>,
    /// By identity.
    pub(super) types: BTreeMap<String, TypeFacts>,
}

/// What an item is known by in its crate.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct MarkFacts {
    pub(super) path: String,
    pub(super) facts: String,
}

/// An item with an id: the document's object, and what stands around it.
#[derive(Debug, Deserialize)]
pub(super) struct ItemFacts<T> {
    pub(super) id: String,
    pub(super) mark: Option<MarkFacts>,
    pub(super) module: String,
    pub(super) item: T,
    pub(super) source: Option<Source>,
    #[serde(default)]
    pub(super) sources: Sources,
}

/// A `contract!`.
pub(super) type ContractFacts = ItemFacts<Header>;

/// An error set.
#[derive(Debug, Deserialize)]
pub(super) struct ErrorFacts {
    pub(super) identity: String,
    pub(super) mark: Option<MarkFacts>,
    pub(super) name: String,
    pub(super) module: String,
    pub(super) registered: bool,
    pub(super) set: ErrorSet,
    pub(super) source: Option<Source>,
    #[serde(default)]
    pub(super) sources: Sources,
}

/// A named type.
#[derive(Debug, Deserialize)]
pub(super) struct TypeFacts {
    pub(super) mark: Option<MarkFacts>,
    /// The published name, without arguments.
    pub(super) name: String,
    #[serde(default)]
    pub(super) arguments: Vec<WireType>,
    pub(super) module: String,
    pub(super) registered: bool,
    pub(super) event: Option<EventFacts>,
    #[serde(rename = "type")]
    pub(super) body: Type,
    pub(super) source: Option<Source>,
    #[serde(default)]
    pub(super) sources: Sources,
}

/// `#[contract(event(..))]`.
#[derive(Debug, Deserialize)]
pub(super) struct EventFacts {
    pub(super) id: String,
    pub(super) event: Event,
    #[serde(default)]
    pub(super) sources: Sources,
}
