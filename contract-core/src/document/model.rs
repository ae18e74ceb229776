//! The model. Every struct refuses unknown members: a reader that skips what it does not know
//! would judge a contract that nobody wrote.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::group::group;
use super::{
    Audience, Consumer, ErrorSet, Event, Exemption, Job, Notice, Operation, Owners, Provider, Type,
};
use crate::Level;

/// The format number this version reads and writes.
pub const FORMAT: u32 = 1;

/// A contract document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The format number; see [`FORMAT`].
    pub format: u32,
    /// Which contract this is.
    pub contract: Header,
    /// What consumers call, by operation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub operations: BTreeMap<String, Operation>,
    /// What the producer sends or receives as events, by event id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<String, Event>,
    /// Code that reads the events of other contracts, by consumer id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub consumers: BTreeMap<String, Consumer>,
    /// Work that outlives the request that asked for it, by job id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub jobs: BTreeMap<String, Job>,
    /// Adapters to something outside, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub providers: BTreeMap<String, Provider>,
    /// Types that no operation, event or other type reaches: data that every version may both
    /// write and read.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub data: BTreeSet<String>,
    /// Error sets by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub errors: BTreeMap<String, ErrorSet>,
    /// Types by published name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub types: BTreeMap<String, Type>,
    /// Where clauses are written in the source, by clause path. Never compared, and not part of a
    /// baseline.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
}

impl Document {
    /// A document that says nothing yet but whose it is.
    pub fn new(contract: Header) -> Self {
        Self {
            format: FORMAT,
            contract,
            operations: BTreeMap::new(),
            events: BTreeMap::new(),
            consumers: BTreeMap::new(),
            jobs: BTreeMap::new(),
            providers: BTreeMap::new(),
            data: BTreeSet::new(),
            errors: BTreeMap::new(),
            types: BTreeMap::new(),
            sources: BTreeMap::new(),
        }
    }
}

impl Header {
    /// A contract of which nothing is known but its id and its version.
    pub fn new(id: impl Into<String>, version: impl Into<String>) -> Self {
        Self { id: id.into(), version: version.into(), ..Self::default() }
    }
}

group! {
    /// Identity and ownership of a contract.
    #[derive(Default)]
    Header {
        /// The id, `[a-z0-9][a-z0-9._-]*`.
        id: String,
        /// The version, as SemVer.
        version: String,
    } may {
        /// Who decides compatibility.
        owner: Option<String>,
        /// Who else decides what.
        owners: Option<Owners>,
        /// The level of every clause that no enclosing clause gives another one;
        /// [`Level::Experimental`] where it is absent.
        level: Option<Level>,
        /// May the producer know all consumers? `public` where nothing is said.
        audience: Option<Audience>,
        /// What the contract is for.
        meaning: Option<String>,
        /// What is observed and not promised, by name.
        incidental: BTreeMap<String, String>,
        /// What is expressly not promised, by name.
        out_of_contract: BTreeMap<String, String>,
        /// How and how early consumers hear of a change.
        notify: Option<Notice>,
        /// The compatibility policy that judges the contract.
        policy: Option<String>,
        /// Why nothing checks it for now.
        exempt: Option<Exemption>,
    }
}

/// A place in the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The file, relative to the workspace root where it lies below it.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

/// `file:line:column`, as compilers print it.
impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
