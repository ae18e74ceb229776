//! Every attribute key: one table for the reader, for suggestions and for the documentation.

/// Where keys stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// `contract! { .. }`.
    Contract,
    /// `#[contract(..)]` on a struct or an enum that derives `Contract`.
    Type,
    /// `#[contract(..)]` on a field.
    Field,
    /// `#[contract(..)]` on a variant of an enum that derives `Contract`.
    Variant,
    /// `#[handler(..)]`.
    Operation,
    /// `#[contract(..)]` on an enum that derives `ContractError`.
    ErrorSet,
    /// `#[contract(..)]` on a variant of an enum that derives `ContractError`.
    ErrorCode,
    /// Inside `deprecated(..)`.
    Deprecated,
    /// Inside `event(..)`.
    Event,
}

impl Place {
    /// Every place, outer ones first.
    #[cfg(test)]
    pub(crate) const ALL: &'static [Self] = &[
        Self::Contract,
        Self::Type,
        Self::Field,
        Self::Variant,
        Self::Operation,
        Self::ErrorSet,
        Self::ErrorCode,
        Self::Deprecated,
        Self::Event,
    ];

    /// The place in a sentence: "`level` is not a key {here}".
    pub(crate) fn here(self) -> &'static str {
        match self {
            Self::Contract => "of `contract! { .. }`",
            Self::Type => "of `#[contract(..)]` on a type",
            Self::Field => "of `#[contract(..)]` on a field",
            Self::Variant => "of `#[contract(..)]` on a variant",
            Self::Operation => "of `#[handler(..)]`",
            Self::ErrorSet => "of `#[contract(..)]` on an error set",
            Self::ErrorCode => "of `#[contract(..)]` on an error code",
            Self::Deprecated => "of `deprecated(..)`",
            Self::Event => "of `event(..)`",
        }
    }

    /// Where to put a key that belongs here: "`owner` belongs {there}".
    pub(crate) fn there(self) -> &'static str {
        match self {
            Self::Contract => "in `contract! { .. }`",
            Self::Type => "on the type",
            Self::Field => "on a field",
            Self::Variant => "on a variant",
            Self::Operation => "in `#[handler(..)]`",
            Self::ErrorSet => "on an enum that derives `ContractError`",
            Self::ErrorCode => "on a variant of an enum that derives `ContractError`",
            Self::Deprecated => "in `deprecated(..)`",
            Self::Event => "in `event(..)`",
        }
    }
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Takes {
    /// Nothing: it stands alone.
    Nothing,
    /// A string literal.
    Text,
    /// One of these words, without quotes.
    Word(Words),
    /// A version in a string literal, as SemVer.
    Version,
    /// A calendar date in a string literal, `YYYY-MM-DD`.
    Date,
    /// An HTTP status.
    Status,
    /// A Rust type, or the word `none`.
    Type,
    /// A Rust path.
    Path,
    /// A method and a path in parentheses.
    Address,
    /// Further keys in parentheses.
    Keys(Place),
}

/// The words that a key takes: how they are written, and the Rust variant that each stands for.
pub(crate) type Words = &'static [(&'static str, &'static str)];

/// One key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it says, in one line.
    pub(crate) doc: &'static str,
    /// What it takes.
    pub(crate) takes: Takes,
    /// An example of it in use.
    pub(crate) example: &'static str,
    /// Where it may stand.
    pub(crate) places: &'static [Place],
}

impl Key {
    /// The key of this name in this place.
    pub(crate) fn find(name: &str, place: Place) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.name == name && key.places.contains(&place))
    }

    /// The keys of this place.
    pub(crate) fn of(place: Place) -> impl Iterator<Item = &'static Self> {
        KEYS.iter().filter(move |key| key.places.contains(&place))
    }
}

/// How strongly a clause is promised, strongest first.
pub(crate) const LEVELS: Words = &[
    ("stable", "Stable"),
    ("provisional", "Provisional"),
    ("experimental", "Experimental"),
    ("incidental", "Incidental"),
    ("out_of_contract", "OutOfContract"),
];

/// May the caller send the same request again? Weakest first.
pub(crate) const RETRIES: Words = &[
    ("never", "Never"),
    ("after_change", "AfterChange"),
    ("restart", "Restart"),
    ("with_key", "WithKey"),
    ("safe", "Safe"),
];

/// What has happened when the caller sees an error.
pub(crate) const EFFECTS: Words =
    &[("unknown", "Unknown"), ("partial", "Partial"), ("none", "None"), ("all", "All")];

/// The part that an error plays in the other clauses of its operation.
pub(crate) const ROLES: Words = &[
    ("domain", "Domain"),
    ("timeout", "Timeout"),
    ("throttled", "Throttled"),
    ("unavailable", "Unavailable"),
    ("key_missing", "KeyMissing"),
    ("key_reused", "KeyReused"),
    ("in_flight", "InFlight"),
    ("approval_required", "ApprovalRequired"),
    ("provider_blocked", "ProviderBlocked"),
];

use Place::{Contract, Deprecated, ErrorCode, ErrorSet, Event, Field, Operation, Type, Variant};

/// Every key, sorted by name.
pub(crate) const KEYS: &[Key] = &[
    Key {
        name: "channel",
        doc: "The channel or topic that carries the event.",
        takes: Takes::Text,
        example: "channel = \"orders\"",
        places: &[Event],
    },
    Key {
        name: "closed",
        doc: "Later versions add no codes: a caller may match on all of them.",
        takes: Takes::Nothing,
        example: "closed",
        places: &[ErrorSet],
    },
    Key {
        name: "code",
        doc: "The machine-readable code, `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63 characters (AIP-193).",
        takes: Takes::Text,
        example: "code = \"CARD_DECLINED\"",
        places: &[ErrorCode],
    },
    Key {
        name: "crate",
        doc: "Where `contract_core` is found, if it is renamed or re-exported.",
        takes: Takes::Path,
        example: "crate = my_api::contract_core",
        places: &[Contract, Type, Operation, ErrorSet],
    },
    Key {
        name: "deprecated",
        doc: "The deprecation timeline.",
        takes: Takes::Keys(Deprecated),
        example: "deprecated(since = \"1.4.0\", sunset = \"2027-01-31\")",
        places: &[Type, Field, Variant, Operation, ErrorSet, ErrorCode],
    },
    Key {
        name: "domain",
        doc: "The URI that makes the codes unique (AIP-193).",
        takes: Takes::Text,
        example: "domain = \"https://errors.example.com/orders\"",
        places: &[ErrorSet],
    },
    Key {
        name: "effects",
        doc: "What has happened when the caller sees the error.",
        takes: Takes::Word(EFFECTS),
        example: "effects = none",
        places: &[ErrorCode],
    },
    Key {
        name: "errors",
        doc: "The error set, where the signature does not say it.",
        takes: Takes::Type,
        example: "errors = CreateError",
        places: &[Operation],
    },
    Key {
        name: "event",
        doc: "Values of this type are sent or received as an event.",
        takes: Takes::Keys(Event),
        example: "event(id = \"order.created\", send)",
        places: &[Type],
    },
    Key {
        name: "http",
        doc: "The method and the route template.",
        takes: Takes::Address,
        example: "http(POST, \"/v1/orders\")",
        places: &[Operation],
    },
    Key {
        name: "id",
        doc: "The name that stays when the code is renamed.",
        takes: Takes::Text,
        example: "id = \"orders.create\"",
        places: &[Contract, Operation, Event],
    },
    Key {
        name: "level",
        doc: "How strongly it is promised.",
        takes: Takes::Word(LEVELS),
        example: "level = stable",
        places: &[Contract, Type, Field, Variant, Operation, ErrorSet, ErrorCode],
    },
    Key {
        name: "meaning",
        doc: "What it means; a change of meaning is a change of the contract.",
        takes: Takes::Text,
        example: "meaning = \"what the customer pays, taxes included\"",
        places: &[Contract, Type, Field, Variant, Operation, ErrorSet, ErrorCode],
    },
    Key {
        name: "name",
        doc: "The published name, where it is not the name that serde or Rust gives.",
        takes: Takes::Text,
        example: "name = \"Order\"",
        places: &[Type, ErrorSet],
    },
    Key {
        name: "note",
        doc: "Anything else that consumers should know.",
        takes: Takes::Text,
        example: "note = \"the totals are per line now\"",
        places: &[Deprecated],
    },
    Key {
        name: "open",
        doc: "Later versions may add codes: a caller must expect unknown ones.",
        takes: Takes::Nothing,
        example: "open",
        places: &[ErrorSet],
    },
    Key {
        name: "owner",
        doc: "Who decides compatibility.",
        takes: Takes::Text,
        example: "owner = \"@team-orders\"",
        places: &[Contract],
    },
    Key {
        name: "receive",
        doc: "The producer of this contract reads the event.",
        takes: Takes::Nothing,
        example: "receive",
        places: &[Event],
    },
    Key {
        name: "remove_in",
        doc: "The contract version that may remove it.",
        takes: Takes::Version,
        example: "remove_in = \"2.0.0\"",
        places: &[Deprecated],
    },
    Key {
        name: "replaced_by",
        doc: "What to use instead.",
        takes: Takes::Text,
        example: "replaced_by = \"types/Order/fields/lines\"",
        places: &[Deprecated],
    },
    Key {
        name: "request",
        doc: "The type of the request's body, where the signature does not say it.",
        takes: Takes::Type,
        example: "request = CreateOrder",
        places: &[Operation],
    },
    Key {
        name: "response",
        doc: "The type of the answer's body, where the signature does not say it.",
        takes: Takes::Type,
        example: "response = Order",
        places: &[Operation],
    },
    Key {
        name: "retry",
        doc: "May the caller send the same request again?",
        takes: Takes::Word(RETRIES),
        example: "retry = after_change",
        places: &[ErrorCode],
    },
    Key {
        name: "role",
        doc: "The part that the error plays in the other clauses of its operation.",
        takes: Takes::Word(ROLES),
        example: "role = timeout",
        places: &[ErrorCode],
    },
    Key {
        name: "schema",
        doc: "The shape is that of its JSON Schema (schemars; the feature `schema`), because nothing better is known.",
        takes: Takes::Nothing,
        example: "schema",
        places: &[Type, Field],
    },
    Key {
        name: "send",
        doc: "The producer of this contract writes the event.",
        takes: Takes::Nothing,
        example: "send",
        places: &[Event],
    },
    Key {
        name: "since",
        doc: "The contract version that announced the deprecation.",
        takes: Takes::Version,
        example: "since = \"1.4.0\"",
        places: &[Deprecated],
    },
    Key {
        name: "status",
        doc: "The HTTP status, 400 to 599.",
        takes: Takes::Status,
        example: "status = 402",
        places: &[ErrorCode],
    },
    Key {
        name: "success",
        doc: "The HTTP status of a success, 100 to 399.",
        takes: Takes::Status,
        example: "success = 201",
        places: &[Operation],
    },
    Key {
        name: "sunset",
        doc: "The date after which it may be gone.",
        takes: Takes::Date,
        example: "sunset = \"2027-01-31\"",
        places: &[Deprecated],
    },
    Key {
        name: "unit",
        doc: "The unit of the value.",
        takes: Takes::Text,
        example: "unit = \"EUR\"",
        places: &[Type, Field],
    },
    Key {
        name: "version",
        doc: "The version of the contract; the crate's own where it is not given.",
        takes: Takes::Version,
        example: "version = \"1.2.0\"",
        places: &[Contract],
    },
    Key {
        name: "wire",
        doc: "What a codec that serde does not know writes and reads, as a Rust type.",
        takes: Takes::Type,
        example: "wire = String",
        places: &[Type, Field],
    },
];

#[cfg(test)]
#[path = "keys_page.rs"]
mod page;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_unique() {
        for pair in KEYS.windows(2) {
            assert!(pair[0].name < pair[1].name, "{} stands before {}", pair[0].name, pair[1].name);
        }
    }

    #[test]
    fn docs_are_sentences_and_examples_use_their_key() {
        for key in KEYS {
            assert!(key.doc.ends_with(['.', '?']), "{}", key.name);
            assert!(key.example.starts_with(key.name), "{}", key.name);
            assert!(!key.places.is_empty(), "{}", key.name);
        }
    }
}
