//! Named formats: what is known of their strings.
//!
//! A format is an atom: which strings it holds is decided one by one, and between formats only
//! what is certain. A format that is not in the table is a name and no more.

mod check;

use check::Check;

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
        within: &[],
        family: "instant",
    },
    Format {
        name: "duration",
        holds: check::duration,
        samples: &["PT1S", "P1D", "P1W", "1s"],
        within: &[],
        family: "instant",
    },
    Format {
        name: "email",
        holds: check::email,
        samples: &["a@example.com", "a"],
        within: &["idn-email"],
        family: "email",
    },
    Format {
        name: "hostname",
        holds: check::hostname,
        samples: &["example.com", "-"],
        within: &["idn-hostname"],
        family: "host",
    },
    Format {
        name: "ip",
        holds: check::ip,
        samples: &["127.0.0.1", "::1", "a"],
        within: &[],
        family: "ip",
    },
    Format {
        name: "ipv4",
        holds: check::ipv4,
        samples: &["127.0.0.1", "256.0.0.1"],
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "ipv6",
        holds: check::ipv6,
        samples: &["::1", ":::"],
        within: &["ip"],
        family: "address",
    },
    Format {
        name: "json-pointer",
        holds: check::json_pointer,
        samples: &["/a", "", "a"],
        within: &[],
        family: "pointer",
    },
    Format {
        name: "time",
        holds: check::time,
        samples: &["00:00:00Z", "00:00:00+01:00", "00:00:00"],
        within: &[],
        family: "instant",
    },
    Format {
        name: "uri",
        holds: check::uri,
        samples: &["https://example.com/", "a:b", "/a"],
        within: &["iri", "iri-reference", "uri-reference"],
        family: "uri",
    },
    Format {
        name: "uri-reference",
        holds: check::uri_reference,
        samples: &["/a", "https://example.com/", "\\"],
        within: &["iri-reference"],
        family: "uri-reference",
    },
    Format {
        name: "uuid",
        holds: check::uuid,
        samples: &["00000000-0000-4000-8000-000000000000", "00000000000040008000000000000000"],
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
}
