//! Keys that may stand on many items: who decides, who hears of it, what is not promised.

use super::Place::{
    Consumer, Contract, ErrorCode, ErrorSet, Event, Exempt, Field, Job, Notify, Operation, Owners,
    Provider, Stream, Type, Variable, Variant,
};
use super::{Key, Place, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "audience",
        doc: "May the producer know all consumers? `public` where nothing is said.",
        takes: Takes::Word(&["known", "organisation", "public"]),
        example: "audience = known",
        places: &[Contract, Operation, Stream, Event, Job, Provider],
    },
    Key {
        name: "construct",
        doc: "How the value is built, where consumers may take it apart.",
        takes: Takes::Text,
        example: "construct = \"the year, a dash, a running number\"",
        places: &[Type, Field],
    },
    Key {
        name: "exempt",
        doc: "Nothing checks it until the date, because it is throwaway.",
        takes: Takes::Keys(Place::Exempt),
        example: "exempt(reason = \"a spike\", until = \"2027-01-31\")",
        places: &[Contract, Type, Operation, Stream, Event, Job, Consumer, Provider],
    },
    Key {
        name: "incidental",
        doc: "What is observed and not promised.",
        takes: Takes::Said,
        example: "incidental(\"lines come sorted by sku\", id = line_order)",
        places: &[
            Contract, Type, Field, Variant, Operation, Stream, Event, ErrorSet, ErrorCode, Job,
            Consumer, Provider,
        ],
    },
    Key {
        name: "levels",
        doc: "The levels of clauses of this item that have another one.",
        takes: Takes::Levels,
        example: "levels(latency_p99 = experimental)",
        places: &[Operation, Stream, Event, ErrorCode, Job, Consumer, Provider],
    },
    Key {
        name: "notify",
        doc: "How and how early consumers hear of a change.",
        takes: Takes::Keys(Place::Notify),
        example: "notify(lead = \"90d\", via(changelog, header))",
        places: &[Contract, Type, Operation, Stream, Event, ErrorSet, Job, Provider],
    },
    Key {
        name: "out_of_contract",
        doc: "What is expressly not promised.",
        takes: Takes::Said,
        example: "out_of_contract(\"the order of lines\", id = line_order)",
        places: &[
            Contract, Type, Field, Variant, Operation, Stream, Event, ErrorSet, ErrorCode, Job,
            Consumer, Provider,
        ],
    },
    Key {
        name: "owners",
        doc: "Who decides what, beside the owner of the contract.",
        takes: Takes::Keys(Place::Owners),
        example: "owners(tests = \"@team-quality\")",
        places: &[Contract, Type, Operation, Stream, Event, ErrorSet, Job, Consumer, Provider],
    },
    Key {
        name: "policy",
        doc: "The compatibility policy that judges it.",
        takes: Takes::Text,
        example: "policy = \"public-api\"",
        places: &[Contract, Type, Operation, Stream, Event, ErrorSet, Job, Provider],
    },
    Key {
        name: "sensitive",
        doc: "Values are never sampled, logged or shown.",
        takes: Takes::Nothing,
        example: "sensitive",
        places: &[Type, Field, Variant],
    },
    Key {
        name: "since",
        doc: "The contract version in which it appeared.",
        takes: Takes::Version,
        example: "since = \"1.2.0\"",
        places: &[
            Type, Field, Variant, Operation, Stream, Event, ErrorSet, ErrorCode, Job, Provider,
            Variable,
        ],
    },
];

/// The keys inside their groups, sorted by name.
pub(super) const GROUPS: &[Key] = &[
    Key {
        name: "compat",
        doc: "Who decides whether a change is compatible.",
        takes: Takes::Text,
        example: "compat = \"@team-orders\"",
        places: &[Owners],
    },
    Key {
        name: "lead",
        doc: "How long before a change consumers hear of it.",
        takes: Takes::Duration,
        example: "lead = \"90d\"",
        places: &[Notify],
    },
    Key {
        name: "platform",
        doc: "Who owns the platform, if the interface is shared.",
        takes: Takes::Text,
        example: "platform = \"@team-platform\"",
        places: &[Owners],
    },
    Key {
        name: "reason",
        doc: "Why nothing checks it.",
        takes: Takes::Text,
        example: "reason = \"a spike\"",
        places: &[Exempt],
    },
    Key {
        name: "tests",
        doc: "Who owns the contract tests.",
        takes: Takes::Text,
        example: "tests = \"@team-quality\"",
        places: &[Owners],
    },
    Key {
        name: "until",
        doc: "The date until which nothing checks it.",
        takes: Takes::Date,
        example: "until = \"2027-01-31\"",
        places: &[Exempt],
    },
    Key {
        name: "via",
        doc: "Through what consumers hear of a change.",
        takes: Takes::WordList(&["changelog", "event", "header", "message"]),
        example: "via(changelog, header)",
        places: &[Notify],
    },
];
