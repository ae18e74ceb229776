//! The rules of behaviour: each is a row of the table of clauses with its words. What the words of
//! such rules have in common is said here, once.

mod answers;
mod calls;
mod consumers;
mod delivery;
mod effects;
mod errors;
mod idempotency;
mod jobs;
mod notice;
mod providers;
mod stream;

pub use answers::*;
pub use calls::*;
pub use consumers::*;
pub use delivery::*;
pub use effects::*;
pub use errors::*;
pub use idempotency::*;
pub use jobs::*;
pub use notice::*;
pub use providers::*;
pub use stream::*;

use super::Rule;
use super::lattice::Row;

/// The rows, by concept.
pub(super) const ROWS: &[&[Row]] = &[
    errors::ROWS,
    idempotency::ROWS,
    calls::ROWS,
    effects::ROWS,
    answers::ROWS,
    stream::ROWS,
    delivery::ROWS,
    consumers::ROWS,
    jobs::ROWS,
    providers::ROWS,
    notice::ROWS,
];

/// The rules, by concept.
pub(super) const RULES: &[&[&Rule]] = &[
    errors::RULES,
    idempotency::RULES,
    calls::RULES,
    effects::RULES,
    answers::RULES,
    stream::RULES,
    delivery::RULES,
    consumers::RULES,
    jobs::RULES,
    providers::RULES,
    notice::RULES,
];

/// Declares clauses with an order: for each a rule and its row of the table.
macro_rules! clauses {
    ($family:ident; $($name:ident = $id:literal {
        clauses: [$first:literal $(, $clause:literal)*],
        order: $polarity:ident $order:ident $(($($of:tt)*))?,
        absent: $absent:ident $(($meant:literal))?,
        stands: $stands:ident,
        hurt: $party:ident $hazard:ident,
        title: $title:literal,
        change: $change:literal,
        $(new: $new:literal,
        gone: $gone:literal,)?
        why: $why:literal,
        story: $story:literal,
        before: $before:literal,
        after: $after:literal,
        sample: $sample:expr,
        it: $it:literal,
        $(within: $within:literal,)?
        reference: $reference:literal,
    })+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $title, ".")]
            pub static $name: $crate::rules::Rule = $crate::rules::Rule {
                id: $id,
                family: $crate::rules::Family::$family,
                title: $title,
                what: concat!("The clause `", $first, "`: ", $crate::rules::clauses::what!($polarity)),
                why: $why,
                example: $crate::rules::Example {
                    before: $before,
                    after: $after,
                    words: {
                        use $crate::rules::lattice::Absent;
                        const ABSENT: Absent = Absent::$absent $(($meant))?;
                        let [from, to]: [Option<&str>; 2] = $sample;
                        [$it, concat!($($within)?), ABSENT.told(from), ABSENT.told(to)]
                    },
                },
                change: $change,
                appeared: concat!($($new)?),
                vanished: concat!($($gone)?),
                hurt: $crate::rules::Hurt {
                    request: "",
                    response: "",
                    general: $why,
                    nobody: $crate::rules::clauses::nobody!($polarity),
                },
                story: $story,
                fix: $crate::rules::clauses::fix!($polarity $party),
                fix_appeared: $crate::rules::clauses::fix_appeared!($polarity),
                promise: true,
                reference: $reference,
            };
        )+

        pub(super) const RULES: &[&$crate::rules::Rule] = &[$(&$name),+];

        pub(super) const ROWS: &[$crate::rules::lattice::Row] = &[
            $($crate::rules::lattice::Row {
                clauses: &[$first $(, $clause)*],
                polarity: $crate::rules::lattice::Polarity::$polarity,
                order: $crate::rules::lattice::Order::$order $(($($of)*))?,
                absent: $crate::rules::lattice::Absent::$absent $(($meant))?,
                stands: $crate::rules::lattice::Stands::$stands,
                party: $crate::rules::lattice::Party::$party,
                hazard: $crate::finding::Hazard::$hazard,
                worse: &$name,
                better: &$name,
                why: $why,
                sample: $sample,
            }),+
        ];
    };
}

/// When a rule is reported.
macro_rules! what {
    (Guarantee) => {
        "less is promised than before, or something that cannot be compared with it."
    };
    (Obligation) => {
        "more is asked for than before, or something that cannot be compared with it."
    };
    (Identity) => {
        "it is another than before."
    };
}

/// What a change means that hurts nobody.
macro_rules! nobody {
    (Guarantee) => {
        "More is promised than before."
    };
    (Obligation) => {
        "Less is asked for than before."
    };
    (Identity) => {
        "It was not said before."
    };
}

/// What to do about a change that hurts.
macro_rules! fix {
    (Guarantee Approver) => {
        "Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe."
    };
    (Guarantee $party:ident) => {
        "Keep `{from}`; where it cannot be kept, announce it and change it in a new major version."
    };
    (Obligation $party:ident) => {
        "Ask for no more than `{from}` until a new major version."
    };
    (Identity $party:ident) => {
        "Keep `{from}`, or offer the new one beside it until nobody relies on the old one."
    };
}

/// What to do about something that hurts because nothing was said before.
macro_rules! fix_appeared {
    (Guarantee) => {
        "Leave it unsaid, or say it first in a new major version."
    };
    (Obligation) => {
        "Leave it to the consumers whether they do, until a new major version asks for it."
    };
    (Identity) => {
        "Leave it unsaid, or offer it beside what there is until nobody relies on that."
    };
}

use {clauses, fix, fix_appeared, nobody, what};
