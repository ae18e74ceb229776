//! The small languages inside string literals: versions, dates, durations, ids, names.

/// What is wrong with a version, or nothing. The syntax is that of SemVer 2.0.0, section 2 and
/// sections 9 to 11.
pub(crate) fn version_problem(text: &str) -> Option<&'static str> {
    let (rest, build) = match text.split_once('+') {
        Some((rest, build)) => (rest, Some(build)),
        None => (text, None),
    };
    let (core, pre) = match rest.split_once('-') {
        Some((core, pre)) => (core, Some(pre)),
        None => (rest, None),
    };
    let numbers: Vec<&str> = core.split('.').collect();
    if numbers.len() != 3 {
        return Some("a version has three numbers");
    }
    for number in numbers {
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some("the three parts of a version are numbers");
        }
        if number.len() > 1 && number.starts_with('0') {
            return Some("the numbers of a version have no leading zeros");
        }
        if number.parse::<u64>().is_err() {
            return Some("a number of this version is too large");
        }
    }
    for (identifiers, is_pre) in [(pre, true), (build, false)] {
        for identifier in identifiers.into_iter().flat_map(|text| text.split('.')) {
            if identifier.is_empty()
                || !identifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            {
                return Some("what follows `-` or `+` in a version is made of letters and digits");
            }
            let number = identifier.bytes().all(|byte| byte.is_ascii_digit());
            if is_pre && number && identifier.len() > 1 && identifier.starts_with('0') {
                return Some("the numbers of a version have no leading zeros");
            }
        }
    }
    None
}

/// What is wrong with a date, or nothing. The syntax is `YYYY-MM-DD` (RFC 3339, `full-date`), and
/// the day must exist.
pub(crate) fn date_problem(text: &str) -> Option<&'static str> {
    const SHAPE: &str = "a date is written `YYYY-MM-DD`";
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return Some(SHAPE);
    }
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        let digits = text.get(range)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return Some(SHAPE);
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return Some("a month is 01 to 12"),
    };
    (day == 0 || day > days).then_some("this day does not exist")
}

/// The units of durations, in milliseconds.
const UNITS: [(&str, u64); 5] =
    [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

/// The length of a duration, if it is one.
pub(crate) fn milliseconds(text: &str) -> Option<u64> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let (_, length) = UNITS.iter().find(|(word, _)| *word == unit)?;
    number.parse::<u64>().ok()?.checked_mul(*length)
}

/// What is wrong with a duration, or nothing: a whole number and a unit.
pub(crate) fn duration_problem(text: &str) -> Option<&'static str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    if !UNITS.iter().any(|(word, _)| *word == unit) {
        return Some(
            "a duration is a whole number and one of the units `ms`, `s`, `m`, `h`, `d`: `24h`",
        );
    }
    if number.is_empty() || number.len() > 1 && number.starts_with('0') {
        return Some("a duration starts with a whole number, without leading zeros");
    }
    milliseconds(text).is_none().then_some("this duration is too long")
}

/// What is wrong with the id of a contract, an operation or an event, or nothing: `[a-z0-9]`
/// first, then `[a-z0-9._-]`, as everywhere in documents and file names.
pub(crate) fn id_problem(text: &str) -> Option<&'static str> {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let ok = text.bytes().next().is_some_and(small)
        && text.bytes().all(|byte| small(byte) || matches!(byte, b'.' | b'_' | b'-'));
    (!ok).then_some(
        "an id starts with a small letter or a digit and is made of small letters, digits, `.`, \
         `_` and `-`",
    )
}

/// What is wrong with an error code, or nothing: `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63
/// characters (AIP-193).
pub(crate) fn code_problem(text: &str) -> Option<&'static str> {
    let capital = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let bytes = text.as_bytes();
    let ok = bytes.len() >= 3
        && bytes[0].is_ascii_uppercase()
        && bytes[1..].iter().all(|byte| capital(byte) || *byte == b'_')
        && bytes.last().is_some_and(capital);
    if !ok {
        return Some(
            "a code has at least three characters: capital letters, digits and `_`, with a \
             letter first and no `_` last",
        );
    }
    (bytes.len() > 63).then_some("a code has at most 63 characters")
}

/// What is wrong with a published name, or nothing: the names of components in OpenAPI 3.1
/// (4.8.7), `[a-zA-Z0-9._-]+`.
pub(crate) fn name_problem(text: &str) -> Option<&'static str> {
    let ok =
        text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
    (!ok || text.is_empty())
        .then_some("a published name is made of ASCII letters, digits, `.`, `_` and `-`")
}

/// What is wrong with the name of an environment variable, or nothing (POSIX.1-2024, XBD 8.1).
pub(crate) fn variable_problem(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let ok = bytes.first().is_some_and(|byte| !byte.is_ascii_digit())
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'_');
    (!ok).then_some(
        "the name of a variable is made of capital letters, digits and `_`, and starts with no digit",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for good in ["0.0.0", "1.2.3", "1.0.0-alpha.1", "1.0.0+build.01", "1.0.0-0a.-+x"] {
            assert_eq!(version_problem(good), None, "{good}");
        }
        for bad in ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "1.2.3-01", "1.2.3+"] {
            assert!(version_problem(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn dates() {
        for good in ["2024-02-29", "2000-02-29", "2027-12-31"] {
            assert_eq!(date_problem(good), None, "{good}");
        }
        for bad in ["2023-02-29", "1900-02-29", "2027-13-01", "2027-00-01", "2027-04-31"] {
            assert!(date_problem(bad).is_some(), "{bad}");
        }
        for bad in ["", "2027-1-1", "2027/01/01", "+027-01-01", "20270101xx", "2027-0é-1"] {
            assert!(date_problem(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn durations() {
        for good in ["0s", "250ms", "8s", "15m", "24h", "30d"] {
            assert_eq!(duration_problem(good), None, "{good}");
        }
        for bad in ["", "8", "s", "08s", "8 s", "-8s", "1.5s", "8w", "1h30m", "99999999999999999d"]
        {
            assert!(duration_problem(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn codes() {
        for good in ["ABC", "CARD_DECLINED", "E42"] {
            assert_eq!(code_problem(good), None, "{good}");
        }
        for bad in ["", "AB", "Card", "_ABC", "ABC_", "4XX", &"A".repeat(64)] {
            assert!(code_problem(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn variables() {
        for good in ["A", "CARDS_URL", "_X9"] {
            assert_eq!(variable_problem(good), None, "{good}");
        }
        for bad in ["", "9A", "cards", "A-B", "A B"] {
            assert!(variable_problem(bad).is_some(), "{bad}");
        }
    }
}
