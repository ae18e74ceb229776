//! Named formats: what is known of their strings.
//!
//! A format is an atom: which strings it holds is decided one by one, and between formats only
//! what is certain. A format that is not in the table is a name and no more.

mod check;
mod patterns;

use check::Check;

/// What is known of a format as a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Its strings are those that match.
    Exactly(&'static str),
    /// The standard leaves something open.
    Between {
        /// What matches this is a string of the format, whoever reads the standard.
        inner: Strings,
        /// What does not match this is none.
        outer: Strings,
    },
    /// Nothing.
    Unknown,
}

/// The strings that match and are not too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Strings {
    pub(super) pattern: &'static str,
    /// The greatest length in characters.
    pub(super) longest: Option<u64>,
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
        pattern: patterns::DATE,
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
        pattern: patterns::DATE_TIME,
        within: &[],
        family: "instant",
    },
    Format {
        name: "duration",
        holds: check::duration,
        samples: &["PT1S", "P1D", "P1W", "1s"],
        pattern: patterns::DURATION,
        within: &[],
        family: "instant",
    },
    Format {
        name: "email",
        holds: check::email,
        samples: &["a@example.com", "a"],
        pattern: patterns::EMAIL,
        within: &["idn-email"],
        family: "email",
    },
    Format {
        name: "hostname",
        holds: check::hostname,
        samples: &["example.com", "-"],
        pattern: patterns::HOSTNAME,
        within: &["idn-hostname"],
        family: "host",
    },
    Format {
        name: "idn-email",
        holds: check::idn_email,
        samples: &["a@example.com", "a"],
        pattern: patterns::IDN_EMAIL,
        within: &[],
        family: "idn-email",
    },
    Format {
        name: "idn-hostname",
        holds: check::idn_hostname,
        samples: &["example.com", "a b"],
        pattern: patterns::IDN_HOSTNAME,
        within: &[],
        family: "idn-hostname",
    },
    Format {
        name: "ip",
        holds: check::ip,
        samples: &["127.0.0.1", "::1", "a"],
        pattern: patterns::IP,
        within: &[],
        family: "ip",
    },
    Format {
        name: "ipv4",
        holds: check::ipv4,
        samples: &["127.0.0.1", "256.0.0.1"],
        pattern: patterns::IPV4,
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "ipv6",
        holds: check::ipv6,
        samples: &["::1", ":::"],
        pattern: patterns::IPV6,
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "iri",
        holds: check::iri,
        samples: &["https://example.com/", "a:b", "/a"],
        pattern: patterns::IRI,
        within: &["iri-reference"],
        family: "iri",
    },
    Format {
        name: "iri-reference",
        holds: check::iri_reference,
        samples: &["/a", "https://example.com/", "\\"],
        pattern: patterns::IRI_REFERENCE,
        within: &[],
        family: "iri-reference",
    },
    Format {
        name: "json-pointer",
        holds: check::json_pointer,
        samples: &["/a", "", "a"],
        pattern: patterns::JSON_POINTER,
        within: &[],
        family: "pointer",
    },
    Format {
        name: "regex",
        holds: check::regex,
        samples: &["a", "^a$", "*"],
        pattern: patterns::REGEX,
        within: &[],
        family: "regex",
    },
    Format {
        name: "relative-json-pointer",
        holds: check::relative_json_pointer,
        samples: &["0", "1/a", "/a"],
        pattern: patterns::RELATIVE_JSON_POINTER,
        within: &[],
        family: "pointer",
    },
    Format {
        name: "time",
        holds: check::time,
        samples: &["00:00:00Z", "00:00:00+01:00", "00:00:00"],
        pattern: patterns::TIME,
        within: &[],
        family: "instant",
    },
    Format {
        name: "uri",
        holds: check::uri,
        samples: &["https://example.com/", "a:b", "/a"],
        pattern: patterns::URI,
        within: &["iri", "iri-reference", "uri-reference"],
        family: "uri",
    },
    Format {
        name: "uri-reference",
        holds: check::uri_reference,
        samples: &["/a", "https://example.com/", "\\"],
        pattern: patterns::URI_REFERENCE,
        within: &["iri-reference"],
        family: "uri-reference",
    },
    Format {
        name: "uri-template",
        holds: check::uri_template,
        samples: &["/a", "/{a}", "{"],
        pattern: patterns::URI_TEMPLATE,
        within: &[],
        family: "uri-template",
    },
    Format {
        name: "uuid",
        holds: check::uuid,
        samples: &["00000000-0000-4000-8000-000000000000", "00000000000040008000000000000000"],
        pattern: patterns::UUID,
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

/// Whether anything is known of the strings of a format.
pub(crate) fn is_known(name: &str) -> bool {
    find(name).is_some()
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
                "é", " ", "@", "?", "#", "%", "{", "*", "W", "P", "+", "_",
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
            let (inner, outer) = match format.pattern {
                Pattern::Exactly(pattern) => {
                    let strings = Strings { pattern, longest: None };
                    (strings, strings)
                }
                Pattern::Between { inner, outer } => (inner, outer),
                Pattern::Unknown => continue,
            };
            let mut texts: Vec<String> = format.samples.iter().map(|it| (*it).to_owned()).collect();
            texts.extend(format.samples.iter().flat_map(|sample| near_misses(sample)));
            let others = FORMATS.iter().flat_map(|other| other.samples);
            texts.extend(others.map(|sample| (*sample).to_owned()));
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
                let mut matches = |strings: Strings| {
                    let program = patterns.program(strings.pattern).expect("our own pattern");
                    let long =
                        strings.longest.is_some_and(|most| text.chars().count() as u64 > most);
                    !long && Machine::matches(&program, text)
                };
                let known = match (matches(inner), matches(outer)) {
                    (true, true) => Some(true),
                    (false, false) => Some(false),
                    (false, true) => continue,
                    (true, false) => panic!("{text:?} of {}", format.name),
                };
                assert_eq!(holds(format.name, text), known, "{text:?} of {}", format.name);
            }
        }
    }
}
