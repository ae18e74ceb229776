//! The texts of leaves that are written as strings, as ECMA-262 patterns.

use contract_core::document::Leaf;

/// What is known about the texts of a leaf.
pub(super) struct Texts {
    /// All that is written; perhaps a little more, where exactness would take a calendar.
    pub(super) written: String,
    /// All that every crate with this leaf reads, by the same calendar.
    pub(super) read: String,
    /// All that any crate with this leaf may read, where that is more.
    pub(super) perhaps: Option<String>,
}

/// A hexadecimal group of an IPv6 address as it is read, and as it is written.
const GROUP: &str = "[0-9a-fA-F]{1,4}";
const CANONICAL_GROUP: &str = "(?:0|[1-9a-f][0-9a-f]{0,3})";
const DATE: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
const TIME: &str = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]{1,9})?";
const OFFSET: &str = "[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?";
/// What some crate might take for a date or a time of day: none takes `Z` at the end.
const CIVIL: &str = "[\\s\\S]*[0-9](?:[\\s\\S]*[^zZ])?";
/// What some crate might take for a point in time: a time after a date, then an offset.
const ABSOLUTE: &str = "[\\s\\S]*[0-9][tT \\t\\n\\r\\f]+[0-9][\\s\\S]*[zZ+\\-cC][\\s\\S]*";
/// What some crate might take for a time in a zone: the zone stands in brackets.
const ZONED: &str = "[\\s\\S]*[0-9][\\s\\S]*\\[[\\s\\S]*|[\\s\\S]*\\[[\\s\\S]*[0-9][\\s\\S]*";
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// What comparisons of versions are made of: some number, or a wildcard.
const COMPARISONS: &str = "[0-9A-Za-z.*<>=~^, +-]*[0-9*xX][0-9A-Za-z.*<>=~^, +-]*";
const SPAN: &str = "P(?:[0-9]+[YMWD])*(?:T(?:[0-9]+(?:\\.[0-9]+)?[HMS])+)?";

/// The texts of a leaf; none if it is not written as a string of a certain form.
pub(super) fn texts(leaf: Leaf) -> Option<Texts> {
    let exactly = |written: String| Texts { read: written.clone(), written, perhaps: None };
    let read = |written: &str, read: &str, perhaps: &str| Texts {
        written: whole(written),
        read: whole(read),
        perhaps: Some(whole(perhaps)),
    };
    let v4 = ipv4();
    Some(match leaf {
        // `Uuid::from_str`: hyphenated, simple, URN or braced, in any case of letters.
        Leaf::Uuid => {
            let hyphens = |hex: &str| format!("{hex}{{8}}(?:-{hex}{{4}}){{3}}-{hex}{{12}}");
            let any = "[0-9a-fA-F]";
            let hyphenated = hyphens(any);
            Texts {
                written: whole(&hyphens("[0-9a-f]")),
                read: whole(&format!(
                    "{any}{{32}}|{hyphenated}|urn:uuid:{hyphenated}|\\{{{hyphenated}\\}}"
                )),
                perhaps: None,
            }
        }
        Leaf::Ipv4 => exactly(whole(&v4)),
        Leaf::Ipv6 => Texts {
            written: whole(&ipv6(CANONICAL_GROUP)),
            read: whole(&ipv6(GROUP)),
            perhaps: None,
        },
        Leaf::Ip => Texts {
            written: whole(&format!("{v4}|{}", ipv6(CANONICAL_GROUP))),
            read: whole(&format!("{v4}|{}", ipv6(GROUP))),
            perhaps: None,
        },
        // `SocketAddr::from_str` reads ports and scopes with leading zeros.
        Leaf::SocketAddr | Leaf::SocketAddrV4 | Leaf::SocketAddrV6 => {
            let form = |group: &str, zeros: &str| {
                let port = format!("{zeros}{}", natural("65535", true));
                let scope = format!("{zeros}{}", natural("4294967295", true));
                let v4 = format!("{v4}:{port}");
                let v6 = format!("\\[(?:{})(?:%{scope})?\\]:{port}", ipv6(group));
                whole(&match leaf {
                    Leaf::SocketAddrV4 => v4,
                    Leaf::SocketAddrV6 => v6,
                    _ => format!("{v4}|{v6}"),
                })
            };
            Texts { written: form(CANONICAL_GROUP, ""), read: form(GROUP, "0*"), perhaps: None }
        }
        Leaf::Weekday => {
            let names = WEEKDAYS.map(|name| &name[..3]).join("|");
            Texts {
                written: whole(&names),
                read: whole(&names_in_any_case(&WEEKDAYS)),
                perhaps: None,
            }
        }
        Leaf::Month => Texts {
            written: whole(&MONTHS.join("|")),
            read: whole(&names_in_any_case(&MONTHS)),
            perhaps: None,
        },
        Leaf::Date => read(DATE, DATE, CIVIL),
        Leaf::Time => read(TIME, TIME, CIVIL),
        Leaf::DateTime | Leaf::Timestamp => {
            let read_form = format!("{DATE}T{TIME}(?:Z|{OFFSET})");
            let written = match leaf {
                Leaf::Timestamp => format!("{DATE}T{TIME}Z"),
                _ => read_form.clone(),
            };
            read(&written, &read_form, ABSOLUTE)
        }
        Leaf::LocalDateTime => {
            let form = format!("{DATE}T{TIME}");
            read(&form, &form, CIVIL)
        }
        Leaf::Zoned => {
            let form =
                format!("{DATE}T{TIME}(?:Z|{OFFSET})\\[[^\\]]+\\](?:\\[u-ca=[a-z0-9-]+\\])?");
            read(&form, &form, ZONED)
        }
        Leaf::Span => {
            let written = format!("-?{SPAN}");
            read(&written, &written, "[\\s\\S]*[0-9][\\s\\S]*")
        }
        Leaf::Decimal => {
            let form = "-?[0-9]{1,29}(?:\\.[0-9]{1,28})?";
            read(form, form, "[0-9_.eE+-]*")
        }
        Leaf::BigDecimal => {
            let exponent = "(?:E-|e\\+)[1-9][0-9]{0,17}";
            let written =
                format!("0|-?0\\.[0-9]*[1-9][0-9]*|-?[1-9][0-9]*(?:\\.[0-9]+)?(?:{exponent})?");
            let form = "-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-][0-9]{1,18})?";
            read(&written, form, "[0-9_.eE+-]*[0-9][0-9_.eE+-]*")
        }
        Leaf::Version => {
            let build = "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?";
            exactly(whole(&format!("{}{build}", released_or_not())))
        }
        Leaf::Comparator => {
            let form = comparator();
            read(&form, &form, COMPARISONS)
        }
        // Readers take 32 comparators at most, and values are not known to have more.
        Leaf::VersionReq => {
            let one = comparator();
            let form = format!("\\*|(?:{one})(?:, (?:{one}))*");
            read(&form, &form, COMPARISONS)
        }
        Leaf::Url => {
            let form = "[a-z][a-z0-9+.-]*:[^\\s]*";
            read(form, form, "[\\s\\S]*:[\\s\\S]*")
        }
        _ => return None,
    })
}

/// A semantic version without what is said about its build.
fn released_or_not() -> String {
    let number = integers(0, u128::from(u64::MAX), true);
    let part = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    format!("{number}(?:\\.{number}){{2}}(?:-{part}(?:\\.{part})*)?")
}

/// A comparator as it is written: `^1.2.3-a`, `1.*`.
fn comparator() -> String {
    let number = integers(0, u128::from(u64::MAX), true);
    let version = released_or_not();
    format!(
        "(?:=|>=?|<=?|~|\\^)(?:{version}|{number}(?:\\.{number})?)|{number}(?:\\.{number})?\\.\\*"
    )
}

/// Names in full or by their first three letters, in any case of letters.
fn names_in_any_case(names: &[&str]) -> String {
    let letters = |text: &str| {
        text.chars().map(|c| format!("[{}{c}]", c.to_ascii_uppercase())).collect::<String>()
    };
    let form = |name: &&str| {
        let name = name.to_ascii_lowercase();
        match letters(&name[3..]) {
            rest if rest.is_empty() => letters(&name),
            rest => format!("{}(?:{rest})?", letters(&name[..3])),
        }
    };
    names.iter().map(form).collect::<Vec<_>>().join("|")
}

/// The pattern that matches whole strings only.
pub(super) fn whole(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}

fn ipv4() -> String {
    let octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    format!("{octet}(?:\\.{octet}){{3}}")
}

/// What `Ipv6Addr::from_str` reads: eight groups, of which `::` stands for one or more, and the
/// last two of which may be an IPv4 address.
fn ipv6(group: &str) -> String {
    let v4 = ipv4();
    let mut forms = vec![format!("(?:{group}:){{7}}{group}"), format!("(?:{group}:){{6}}{v4}")];
    for head in 0..=7_usize {
        let before = match head {
            0 => String::new(),
            1 => group.to_owned(),
            _ => format!("{group}(?::{group}){{{}}}", head - 1),
        };
        let after = match 7 - head {
            0 => String::new(),
            1 => format!("(?:{group})?"),
            tail => format!(
                "(?:(?:{group}:){{0,{}}}{group}|(?:{group}:){{0,{}}}{v4})?",
                tail - 1,
                tail - 2
            ),
        };
        forms.push(format!("{before}::{after}"));
    }
    forms.join("|")
}

/// The decimal texts of the integers from `least` to `greatest`, without leading zeros.
pub(super) fn integers(least: i128, greatest: u128, zero: bool) -> String {
    let mut forms = Vec::new();
    if zero || greatest > 0 {
        forms.push(natural(&greatest.to_string(), zero));
    }
    if least < 0 {
        forms.push(format!("-{}", natural(&least.unsigned_abs().to_string(), false)));
    }
    forms.join("|")
}

/// The decimal texts of the naturals up to `greatest`, with or without zero.
fn natural(greatest: &str, zero: bool) -> String {
    let mut forms = Vec::new();
    if zero {
        forms.push("0".to_owned());
    }
    let digits = greatest.as_bytes();
    if digits.len() > 1 {
        forms.push(format!("[1-9][0-9]{{0,{}}}", digits.len() - 2));
    }
    for (index, digit) in digits.iter().enumerate() {
        let least = if index == 0 { b'1' } else { b'0' };
        if *digit > least {
            let same = &greatest[..index];
            let rest = digits.len() - index - 1;
            let below = char::from(digit - 1);
            forms.push(format!("{same}[{}-{below}][0-9]{{{rest}}}", char::from(least)));
        }
    }
    if greatest != "0" {
        forms.push(greatest.to_owned());
    }
    format!("(?:{})", forms.join("|"))
}

/// What needs no escapes in JSON (RFC 8259, section 7).
pub(super) const UNESCAPED: &str = "^[^\"\\\\\\u0000-\\u001f]*$";

/// A JSON number as text: the key of a float.
pub(super) const NUMBER: &str = "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$";

/// A finite float as it is written: always with a point or an exponent.
pub(super) const FLOAT: &str = "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+|(?:\\.[0-9]+)?[eE][+-]?[0-9]+)$";
