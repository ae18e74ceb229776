//! What is known of formats as patterns: what every reader of the standard takes, and what none
//! refuses to take for more than the standard's own doubts.

use super::{Pattern, Strings};

/// What matches, however long.
const fn matching(pattern: &'static str) -> Strings {
    Strings { pattern, longest: None }
}

/// What matches and is no longer.
const fn up_to(longest: u64, pattern: &'static str) -> Strings {
    Strings { pattern, longest: Some(longest) }
}

/// The year, month and day of a date, with its leap years.
macro_rules! day {
    () => {
        "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
         |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
         |(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
    };
}

/// A time of day, with the seconds and the letter that are taken for no zone.
macro_rules! clock {
    ($seconds:literal, $zulu:literal) => {
        concat!(
            "(?:[01][0-9]|2[0-3]):[0-5][0-9]:",
            $seconds,
            "(?:\\.[0-9]+)?(?:",
            $zulu,
            "|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
        )
    };
}

macro_rules! byte {
    () => {
        "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    };
}

macro_rules! four_bytes {
    () => {
        concat!("(?:", byte!(), "\\.){3}", byte!())
    };
}

/// `IPv6address` of RFC 3986, section 3.2.2.
macro_rules! groups {
    () => {
        concat!(
            "(?:",
            sixteen!("{6}"),
            last!(),
            "|::",
            sixteen!("{5}"),
            last!(),
            "|",
            first!("{0}"),
            sixteen!("{4}"),
            last!(),
            "|",
            first!("{0,1}"),
            sixteen!("{3}"),
            last!(),
            "|",
            first!("{0,2}"),
            sixteen!("{2}"),
            last!(),
            "|",
            first!("{0,3}"),
            sixteen!("{1}"),
            last!(),
            "|",
            first!("{0,4}"),
            last!(),
            "|",
            first!("{0,5}"),
            "[0-9A-Fa-f]{1,4}|",
            first!("{0,6}"),
            ")"
        )
    };
}

/// So many groups of sixteen bits, each before a colon.
macro_rules! sixteen {
    ($count:literal) => {
        concat!("(?:[0-9A-Fa-f]{1,4}:)", $count)
    };
}

/// Up to so many groups and one more, or none, before the gap.
macro_rules! first {
    ($count:literal) => {
        concat!("(?:", sixteen!($count), "[0-9A-Fa-f]{1,4})?::")
    };
}

macro_rules! last {
    () => {
        concat!("(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|", four_bytes!(), ")")
    };
}

/// A name of short labels that nobody disputes. Limits on the whole are left to the length.
macro_rules! host {
    () => {
        "(?:[A-Za-z0-9]{1,9}(?:-[A-Za-z0-9]{1,9})?\\.)*[A-Za-z][A-Za-z0-9]{0,8}"
    };
}

macro_rules! mailbox {
    () => {
        concat!(
            "[A-Za-z0-9_-]{1,12}(?:\\.[A-Za-z0-9_-]{1,12})?@",
            "[A-Za-z0-9]{1,9}(?:-[A-Za-z0-9]{1,9})?\\.",
            host!()
        )
    };
}

macro_rules! scheme {
    () => {
        "[A-Za-z][A-Za-z0-9+.-]*:"
    };
}

/// What may stand in a URI: RFC 3986, section 2.
macro_rules! character {
    () => {
        "[!#$&-;=?-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2}"
    };
}

/// What may stand between two slashes.
macro_rules! plain {
    () => {
        "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
    };
}

macro_rules! path {
    () => {
        concat!("(?:", plain!(), "+(?:/", plain!(), "*)*)?")
    };
}

macro_rules! authority {
    () => {
        concat!(
            "//(?:[A-Za-z0-9]{1,9}(?:-[A-Za-z0-9]{1,9})?\\.){0,2}[A-Za-z][A-Za-z0-9]{0,8}",
            "(?:/",
            plain!(),
            "*)*"
        )
    };
}

macro_rules! query_and_fragment {
    () => {
        concat!("(?:\\?(?:", plain!(), "|[/?])*)?(?:#(?:", plain!(), "|[/?])*)?")
    };
}

/// A URI whose parts nobody disputes.
macro_rules! uri {
    () => {
        concat!(
            "^",
            scheme!(),
            "(?:",
            authority!(),
            "|/?",
            path!(),
            ")",
            query_and_fragment!(),
            "$"
        )
    };
}

/// The same, or one that is relative to the root, or empty.
macro_rules! uri_reference {
    () => {
        concat!(
            "^(?:(?:",
            scheme!(),
            ")?",
            authority!(),
            "|(?:",
            scheme!(),
            ")?/",
            path!(),
            "|",
            scheme!(),
            path!(),
            "|)",
            query_and_fragment!(),
            "$"
        )
    };
}

macro_rules! pointer {
    () => {
        "(?:/(?:[^~/]|~[01])*)*"
    };
}

macro_rules! time_of_duration {
    () => {
        "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)"
    };
}

pub(super) const DATE: Pattern = Pattern::Exactly(concat!("^", day!(), "$"));

pub(super) const DATE_TIME: Pattern = Pattern::Between {
    inner: matching(concat!("^", day!(), "T", clock!("[0-5][0-9]", "Z"), "$")),
    outer: matching(concat!("^", day!(), "[Tt ]", clock!("(?:[0-5][0-9]|60)", "[Zz]"), "$")),
};

pub(super) const TIME: Pattern = Pattern::Between {
    inner: matching(concat!("^", clock!("[0-5][0-9]", "Z"), "$")),
    outer: matching(concat!("^", clock!("(?:[0-5][0-9]|60)", "[Zz]"), "$")),
};

pub(super) const DURATION: Pattern = Pattern::Between {
    inner: matching(concat!(
        "^P(?:[0-9]+W|(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)(?:",
        time_of_duration!(),
        ")?|",
        time_of_duration!(),
        ")$"
    )),
    outer: matching("^[-+]?P[-+0-9.,YMWDTHS]*[0-9][YMWDHS]$"),
};

pub(super) const EMAIL: Pattern = Pattern::Between {
    inner: up_to(250, concat!("^", mailbox!(), "$")),
    outer: matching("^[^]+@[^]+$"),
};

pub(super) const HOSTNAME: Pattern = Pattern::Between {
    inner: up_to(250, concat!("^", host!(), "$")),
    outer: up_to(254, "^[A-Za-z0-9.-]+$"),
};

pub(super) const IDN_EMAIL: Pattern = EMAIL;

/// Letters beyond ASCII, and those that some readers map to others, are disputed.
pub(super) const IDN_HOSTNAME: Pattern = Pattern::Between {
    inner: up_to(250, "^(?:[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,9})?\\.)*[a-z][a-z0-9]{0,8}$"),
    outer: matching("^(?:[A-Za-z0-9.-]|[^\\x00-\\x7f])+$"),
};

pub(super) const IP: Pattern =
    Pattern::Exactly(concat!("^(?:", four_bytes!(), "|", groups!(), ")$"));

pub(super) const IPV4: Pattern = Pattern::Exactly(concat!("^", four_bytes!(), "$"));

pub(super) const IPV6: Pattern = Pattern::Exactly(concat!("^", groups!(), "$"));

pub(super) const IRI: Pattern = Pattern::Between {
    inner: matching(uri!()),
    outer: matching(concat!("^", scheme!(), "(?:", character!(), "|[^\\x00-\\x7f])*$")),
};

pub(super) const IRI_REFERENCE: Pattern = Pattern::Between {
    inner: matching(uri_reference!()),
    outer: matching(concat!("^(?:", character!(), "|[^\\x00-\\x7f])*$")),
};

pub(super) const JSON_POINTER: Pattern = Pattern::Exactly(concat!("^", pointer!(), "$"));

pub(super) const REGEX: Pattern =
    Pattern::Between { inner: matching("^[0-9A-Za-z_ ]*$"), outer: matching("^(?:[^*+?)][^]*)?$") };

/// A sign and a number after the first one came with a later draft.
pub(super) const RELATIVE_JSON_POINTER: Pattern = Pattern::Between {
    inner: matching(concat!("^(?:0|[1-9][0-9]*)(?:#|", pointer!(), ")$")),
    outer: matching(concat!("^(?:0|[1-9][0-9]*)(?:[+-][0-9]+)?(?:#|", pointer!(), ")$")),
};

pub(super) const URI: Pattern = Pattern::Between {
    inner: matching(uri!()),
    outer: matching(concat!("^", scheme!(), "(?:", character!(), ")*$")),
};

pub(super) const URI_REFERENCE: Pattern = Pattern::Between {
    inner: matching(uri_reference!()),
    outer: matching(concat!("^(?:", character!(), ")*$")),
};

/// RFC 6570. Operators, modifiers and odd characters are left open.
pub(super) const URI_TEMPLATE: Pattern = Pattern::Between {
    inner: matching("^(?:[0-9A-Za-z/._~:?&=-]|\\{[A-Za-z_][0-9A-Za-z_]*\\})*$"),
    outer: matching("^(?:[^{}]|\\{[^{}]+\\})*$"),
};

pub(super) const UUID: Pattern = Pattern::Exactly(
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
);
