//! Named formats: what is known of their strings.
//!
//! A format is an atom: which strings it holds is decided one by one, and between formats only
//! what is certain. A format that is not in the table is a name and no more.

mod check;

use check::Check;

/// The year, month and day of a date, with its leap years.
const DATE: &str = "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
    |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
    |(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$";

const DATE_TIME: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}\
    (?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$";

const TIME: &str = "^[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$";

const IPV4: &str = "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}\
    (?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$";

const JSON_POINTER: &str = "^(?:/(?:[^~/]|~[01])*)*$";

const UUID: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

/// What is known of a format as a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Its strings are those that match.
    Exactly(&'static str),
    /// All its strings match, whoever reads the standard.
    Within(&'static str),
    /// Nothing.
    Unknown,
}

/// How one format stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Every string of the one is a string of the other.
    Within,
    /// No string is in both.
    Disjoint,
    /// Not certain.
    Open,
}

struct Format {
    name: &'static str,
    holds: Check,
    /// Strings of the format, and after them strings that look like it and are not.
    samples: &'static [&'static str],
    pattern: Pattern,
    /// The formats that hold all its strings.
    within: &'static [&'static str],
    /// Formats with the same mark and another name are disjoint from it.
    family: &'static str,
}

/// Sorted by name.
const FORMATS: &[Format] = &[
    Format {
        name: "date",
        holds: check::date,
        samples: &["2026-01-31", "2026-02-30", "2026-1-1"],
        pattern: Pattern::Exactly(DATE),
        within: &[],
        family: "instant",
    },
    Format {
        name: "date-time",
        holds: check::date_time,
        samples: &[
            "2026-01-31T00:00:00Z",
            "2026-01-31T00:00:00+01:00",
            "2026-01-31T00:00:00.5Z",
            "2026-01-31T00:00:00",
        ],
        pattern: Pattern::Within(DATE_TIME),
        within: &[],
        family: "instant",
    },
    Format {
        name: "duration",
        holds: check::duration,
        samples: &["PT1S", "P1D", "P1W", "1s"],
        pattern: Pattern::Unknown,
        within: &[],
        family: "instant",
    },
    Format {
        name: "email",
        holds: check::email,
        samples: &["a@example.com", "a"],
        pattern: Pattern::Unknown,
        within: &["idn-email"],
        family: "email",
    },
    Format {
        name: "hostname",
        holds: check::hostname,
        samples: &["example.com", "-"],
        pattern: Pattern::Unknown,
        within: &["idn-hostname"],
        family: "host",
    },
    Format {
        name: "ip",
        holds: check::ip,
        samples: &["127.0.0.1", "::1", "a"],
        pattern: Pattern::Unknown,
        within: &[],
        family: "ip",
    },
    Format {
        name: "ipv4",
        holds: check::ipv4,
        samples: &["127.0.0.1", "256.0.0.1"],
        pattern: Pattern::Exactly(IPV4),
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "ipv6",
        holds: check::ipv6,
        samples: &["::1", ":::"],
        pattern: Pattern::Unknown,
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "json-pointer",
        holds: check::json_pointer,
        samples: &["/a", "", "a"],
        pattern: Pattern::Exactly(JSON_POINTER),
        within: &[],
        family: "pointer",
    },
    Format {
        name: "time",
        holds: check::time,
        samples: &["00:00:00Z", "00:00:00+01:00", "00:00:00"],
        pattern: Pattern::Within(TIME),
        within: &[],
        family: "instant",
    },
    Format {
        name: "uri",
        holds: check::uri,
        samples: &["https://example.com/", "a:b", "/a"],
        pattern: Pattern::Unknown,
        within: &["iri", "iri-reference", "uri-reference"],
        family: "uri",
    },
    Format {
        name: "uri-reference",
        holds: check::uri_reference,
        samples: &["/a", "https://example.com/", "\\"],
        pattern: Pattern::Unknown,
        within: &["iri-reference"],
        family: "uri-reference",
    },
    Format {
        name: "uuid",
        holds: check::uuid,
        samples: &["00000000-0000-4000-8000-000000000000", "00000000000040008000000000000000"],
        pattern: Pattern::Exactly(UUID),
        within: &[],
        family: "uuid",
    },
];

fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Whether a string has the format; none where that is not known.
pub(crate) fn holds(name: &str, value: &str) -> Option<bool> {
    find(name).and_then(|format| (format.holds)(value))
}

/// Strings that may have the format or just miss it.
pub(super) fn samples(name: &str) -> &'static [&'static str] {
    find(name).map_or(&[], |format| format.samples)
}

/// What is known of a format as a pattern.
pub(super) fn pattern(name: &str) -> Pattern {
    find(name).map_or(Pattern::Unknown, |format| format.pattern)
}

/// How the strings of one format stand to those of another.
pub(super) fn relation(of: &str, to: &str) -> Relation {
    if of == to {
        return Relation::Within;
    }
    let Some(one) = find(of) else { return Relation::Open };
    if one.within.contains(&to) {
        return Relation::Within;
    }
    match find(to) {
        Some(other) if one.family == other.family => Relation::Disjoint,
        _ => Relation::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_of_both_kinds_and_agree_with_the_relations() {
        for format in FORMATS {
            let verdicts: Vec<_> = format.samples.iter().map(|it| holds(format.name, it)).collect();
            assert_eq!(verdicts.first(), Some(&Some(true)), "{}", format.name);
            assert_eq!(verdicts.last(), Some(&Some(false)), "{}", format.name);
            for sample in format.samples {
                for other in FORMATS {
                    let (here, there) = (holds(format.name, sample), holds(other.name, sample));
                    if here == Some(true) {
                        let refuted = match relation(format.name, other.name) {
                            Relation::Within => there == Some(false),
                            Relation::Disjoint => there == Some(true),
                            Relation::Open => false,
                        };
                        assert!(!refuted, "{sample} of {} and {}", format.name, other.name);
                    }
                }
            }
        }
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
    }

    /// Samples with a character replaced, dropped or doubled, over and over.
    fn near_misses(sample: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (at, character) in sample.char_indices() {
            let (before, after) = (&sample[..at], &sample[at + character.len_utf8()..]);
            for other in [
                "", "0", "1", "2", "3", "5", "9", "a", "F", "g", "-", ":", ".", "T", "Z", "/", "~",
                "é",
            ] {
                found.push(format!("{before}{other}{after}"));
                found.push(format!("{before}{other}{character}{after}"));
            }
        }
        found
    }

    #[test]
    fn patterns_hold_what_the_formats_hold() {
        use crate::shape::pattern::{Machine, Patterns};
        let mut patterns = Patterns::default();
        for format in FORMATS {
            let (text, exact) = match format.pattern {
                Pattern::Exactly(text) => (text, true),
                Pattern::Within(text) => (text, false),
                Pattern::Unknown => continue,
            };
            let program = patterns.program(text).expect("our own pattern");
            let mut texts: Vec<String> = format.samples.iter().map(|it| (*it).to_owned()).collect();
            texts.extend(near_misses(format.samples[0]));
            if format.name == "date" {
                let days = (0..=32).flat_map(|day| (0..=13).map(move |month| (month, day)));
                texts.extend(days.flat_map(|(month, day)| {
                    [1900, 2000, 2023, 2024].map(|year| format!("{year}-{month:02}-{day:02}"))
                }));
            }
            if format.name == "ipv4" {
                texts.extend((0..=300).map(|byte| format!("10.{byte}.0.{byte}")));
                texts.extend(["1.2.3.4.", "1.2.3", "1.2.3.4.5", "....", ""].map(str::to_owned));
            }
            for text in &texts {
                let matches = Machine::matches(&program, text);
                match holds(format.name, text) {
                    Some(held) if exact => assert_eq!(matches, held, "{text:?} of {}", format.name),
                    Some(false) => {}
                    _ => assert!(matches, "{text:?} of {}", format.name),
                }
            }
        }
    }
}
