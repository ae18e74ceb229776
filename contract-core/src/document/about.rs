//! What an author may say about any clause.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Duration;
use super::group::group;
use crate::Level;
use crate::level::words;

group! {
    /// What an author says about a clause.
    #[derive(Default)]
    About {} may {
        /// The level, where it differs from that of the enclosing clause.
        level: Option<Level>,
        /// The levels of clauses below this one that have another one, by the name of the clause:
        /// `timeout`, `idempotency`.
        levels: BTreeMap<String, Level>,
        /// May the producer know all who rely on it?
        audience: Option<Audience>,
        /// The deprecation timeline.
        deprecated: Option<Deprecation>,
        /// What the value means.
        meaning: Option<String>,
        /// The unit of the value.
        unit: Option<String>,
        /// How the value is built, where consumers may take it apart.
        construct: Option<String>,
        /// The contract version in which it appeared.
        since: Option<String>,
        /// What is observed and not promised, by name.
        incidental: BTreeMap<String, String>,
        /// What is expressly not promised, by name.
        out_of_contract: BTreeMap<String, String>,
        /// Who decides what, beside the owner of the contract.
        owners: Option<Owners>,
        /// How and how early consumers hear of a change.
        notify: Option<Notice>,
        /// The compatibility policy that judges it.
        policy: Option<String>,
        /// Whether values are never sampled, logged or shown.
        sensitive: bool,
        /// Why nothing checks it for now.
        exempt: Option<Exemption>,
    }
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What an author says about a part of a type. Most parts are spoken of by nobody, and then it
/// takes the room of a pointer: a document has tens of thousands of them.
#[derive(Clone, Debug, Default)]
pub struct Aside(Option<Box<About>>);

#[cfg(feature = "document-schema")]
impl schemars::JsonSchema for Aside {
    fn inline_schema() -> bool {
        About::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        About::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        About::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        About::json_schema(generator)
    }
}

impl From<About> for Aside {
    fn from(about: About) -> Self {
        Self((!about.is_empty()).then(|| Box::new(about)))
    }
}

impl Deref for Aside {
    type Target = About;

    fn deref(&self) -> &About {
        static NOTHING: LazyLock<About> = LazyLock::new(About::default);
        self.0.as_deref().unwrap_or_else(|| &NOTHING)
    }
}

impl DerefMut for Aside {
    fn deref_mut(&mut self) -> &mut About {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Aside {
    fn eq(&self, other: &Self) -> bool {
        (self.0.is_none() && other.0.is_none()) || **self == **other
    }
}

impl Eq for Aside {}

impl Aside {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.as_deref().is_none_or(About::is_empty)
    }
}

impl Serialize for Aside {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        About::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Aside {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        About::deserialize(deserializer).map(Self::from)
    }
}

words! {
    /// May the producer know all who rely on a clause? Ordered: fewer promises first.
    Audience {
        /// Every consumer is known by name.
        Known = "known",
        /// Every consumer is in the same organisation.
        Organisation = "organisation",
        /// Anybody may be a consumer.
        Public = "public",
    }
}

group! {
    /// A deprecation timeline.
    #[derive(Default)]
    Deprecation {} may {
        /// The contract version that announced it.
        since: Option<String>,
        /// The date, `YYYY-MM-DD`, from which it is deprecated (RFC 9745).
        date: Option<String>,
        /// The date, `YYYY-MM-DD`, after which it may be gone (RFC 8594).
        sunset: Option<String>,
        /// The contract version that may remove it.
        remove_in: Option<String>,
        /// What to use instead.
        replaced_by: Option<String>,
        /// Where to read more.
        link: Option<String>,
        /// Anything else consumers should know.
        note: Option<String>,
    }
}

group! {
    /// Who decides what.
    #[derive(Default)]
    Owners {} may {
        /// Who decides whether a change is compatible.
        compat: Option<String>,
        /// Who owns the contract tests.
        tests: Option<String>,
        /// Who owns the platform, if the interface is shared.
        platform: Option<String>,
    }
}

group! {
    /// How and how early consumers hear of a change.
    Notice {
        /// How long before a change they hear of it.
        lead: Duration,
    } may {
        /// Through what they hear of it.
        via: BTreeSet<Channel>,
    }
}

words! {
    /// Through what consumers hear of a change.
    Channel {
        /// The published changelog.
        Changelog = "changelog",
        /// An event of the contract.
        Event = "event",
        /// Response headers: `Deprecation`, `Sunset`, `Link`.
        Header = "header",
        /// A message to each known consumer.
        Message = "message",
    }
}

group! {
    /// Why nothing checks something for now: it is genuinely throwaway.
    Exemption {
        /// Why.
        reason: String,
        /// The date, `YYYY-MM-DD`, until which it holds.
        until: String,
    } may {}
}
