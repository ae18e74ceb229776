//! Which strings have a format. Where standards and readers differ the answer is "not known", so
//! that no witness rests on it.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::shape::pattern::Patterns;

/// Whether a string has the format; none where that is disputed.
pub(super) type Check = fn(&str) -> Option<bool>;

/// Digits only, exactly so many, as a number.
fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// `full-date` of RFC 3339.
fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2))
    else {
        return false;
    };
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=last).contains(&day)
}

pub(super) fn date(value: &str) -> Option<bool> {
    Some(is_date(value))
}

/// `full-time` of RFC 3339. A leap second is disputed: most readers refuse it.
pub(super) fn time(value: &str) -> Option<bool> {
    let Some(clock) = value.get(..8) else { return Some(false) };
    let parts: Vec<&str> = clock.split(':').collect();
    let [hour, minute, second] = parts[..] else { return Some(false) };
    let (Some(hour), Some(minute), Some(second)) =
        (digits(hour, 2), digits(minute, 2), digits(second, 2))
    else {
        return Some(false);
    };
    if hour > 23 || minute > 59 || second > 60 {
        return Some(false);
    }
    let mut rest = &value[8..];
    if let Some(fraction) = rest.strip_prefix('.') {
        let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() == fraction.len() {
            return Some(false);
        }
        rest = after;
    }
    let zone = match rest {
        "Z" | "z" => true,
        _ => rest.strip_prefix(['+', '-']).is_some_and(|offset| {
            let in_range = |text: Option<&str>, max| {
                text.and_then(|text| digits(text, 2)).is_some_and(|number| number <= max)
            };
            offset.len() == 5
                && in_range(offset.get(..2), 23)
                && offset.get(2..3) == Some(":")
                && in_range(offset.get(3..), 59)
        }),
    };
    let disputed = second == 60 || rest == "z";
    if zone && disputed { None } else { Some(zone) }
}

/// `date-time` of RFC 3339. A space for the `T` is disputed.
pub(super) fn date_time(value: &str) -> Option<bool> {
    let (Some(date), Some(separator)) = (value.get(..10), value.get(10..11)) else {
        return Some(false);
    };
    if !is_date(date) {
        return Some(false);
    }
    match (separator, time(&value[11..])) {
        ("T", verdict) => verdict,
        ("t" | " ", Some(true) | None) => None,
        _ => Some(false),
    }
}

/// `duration` of RFC 3339, appendix A. Fractions and signs are disputed.
pub(super) fn duration(value: &str) -> Option<bool> {
    if value.contains(['.', ',', '-', '+']) {
        let body = value.strip_prefix(['-', '+']).unwrap_or(value).strip_prefix('P');
        let plain = body.is_some_and(|body| {
            let known = |c: char| c.is_ascii_digit() || "-+.,YMWDTHS".contains(c);
            let mut end = body.chars().rev();
            let unit = end.next().is_some_and(|c| "YMWDHS".contains(c));
            unit && end.next().is_some_and(|c| c.is_ascii_digit()) && body.chars().all(known)
        });
        return if plain { None } else { Some(false) };
    }
    let Some(body) = value.strip_prefix('P') else { return Some(false) };
    let (date, time) = match body.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (body, None),
    };
    // Units in order; gaps between them are disputed.
    let units = |text: &str, order: &str| -> Option<Vec<usize>> {
        let mut found = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let letter = unit.chars().next().filter(|_| unit.len() < rest.len())?;
            let at = order.find(letter)?;
            if found.last().is_some_and(|last| *last >= at) {
                return None;
            }
            found.push(at);
            rest = &unit[letter.len_utf8()..];
        }
        Some(found)
    };
    let contiguous = |found: &[usize]| found.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if let Some(weeks) = date.strip_suffix('W') {
        let plain = !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
        return match (plain, time) {
            (true, None) => Some(true),
            (true, Some(_)) => None,
            _ => Some(false),
        };
    }
    let (Some(days), Some(hours)) = (units(date, "YMD"), units(time.unwrap_or(""), "HMS")) else {
        return Some(false);
    };
    if (days.is_empty() && hours.is_empty()) || (time.is_some() && hours.is_empty()) {
        return Some(false);
    }
    (contiguous(&days) && contiguous(&hours)).then_some(true)
}

/// A mailbox of RFC 5321 in its common form; anything unusual is disputed.
pub(super) fn email(value: &str) -> Option<bool> {
    let Some((local, domain)) = value.rsplit_once('@') else { return Some(false) };
    if local.is_empty() || domain.is_empty() {
        return Some(false);
    }
    let common = |text: &str| {
        !text.starts_with('.')
            && !text.ends_with('.')
            && !text.contains("..")
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
    };
    let usual = common(local) && local.len() <= 64 && domain.contains('.');
    (usual && is_hostname(domain)).then_some(true)
}

/// The same with letters beyond ASCII.
pub(super) fn idn_email(value: &str) -> Option<bool> {
    email(value)
}

/// RFC 1123, with the lengths of RFC 1035.
fn is_hostname(value: &str) -> bool {
    value.len() <= 253
        && value.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// Labels with `--` may be punycode that readers check; a final dot is disputed.
pub(super) fn hostname(value: &str) -> Option<bool> {
    if value.is_empty() || value.len() > 254 || !value.bytes().all(is_label_byte_or_dot) {
        return Some(false);
    }
    let disputed = value.contains("--") || (value.ends_with('.') && value.len() > 1);
    if disputed { None } else { Some(is_hostname(value)) }
}

fn is_label_byte_or_dot(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.')
}

/// RFC 5890. What is written in lower-case ASCII is the same name; the rest is for those who know
/// every letter.
pub(super) fn idn_hostname(value: &str) -> Option<bool> {
    let plain = |byte: u8| !byte.is_ascii() || is_label_byte_or_dot(byte);
    if value.is_empty() || !value.bytes().all(plain) {
        return Some(false);
    }
    let usual = value.split('.').all(|label| label.starts_with(|c: char| c.is_ascii_lowercase()));
    let lower = !value.bytes().any(|byte| byte.is_ascii_uppercase());
    (usual && lower && hostname(value) == Some(true)).then_some(true)
}

pub(super) fn ipv4(value: &str) -> Option<bool> {
    Some(value.parse::<Ipv4Addr>().is_ok())
}

pub(super) fn ipv6(value: &str) -> Option<bool> {
    Some(value.parse::<Ipv6Addr>().is_ok())
}

pub(super) fn ip(value: &str) -> Option<bool> {
    Some(ipv4(value)? || ipv6(value)?)
}

/// RFC 6901.
pub(super) fn json_pointer(value: &str) -> Option<bool> {
    let escaped = value.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
    Some((value.is_empty() || value.starts_with('/')) && escaped)
}

/// draft-hha-relative-json-pointer. A sign and a number after the first one came later.
pub(super) fn relative_json_pointer(value: &str) -> Option<bool> {
    let number =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (up, rest) = value.split_at(number(value));
    if up.is_empty() || (up.len() > 1 && up.starts_with('0')) {
        return Some(false);
    }
    let tail = |rest: &str| rest == "#" || json_pointer(rest) == Some(true);
    match rest.strip_prefix(['+', '-']) {
        Some(moved) => {
            let digits = number(moved);
            if digits > 0 && tail(&moved[digits..]) { None } else { Some(false) }
        }
        None => Some(tail(rest)),
    }
}

/// ECMA-262. What our own reader of patterns reads is one, but for brackets that it takes for
/// themselves; most of what it does not read may be.
pub(super) fn regex(value: &str) -> Option<bool> {
    if value.starts_with(['*', '+', '?', ')']) {
        return Some(false);
    }
    let readable = !value.contains(['{', '}', ']']) && Patterns::default().program(value).is_ok();
    readable.then_some(true)
}

/// RFC 6570, for names in braces and what nobody disputes between them.
pub(super) fn uri_template(value: &str) -> Option<bool> {
    let mut usual = true;
    let mut rest = value;
    while let Some(at) = rest.find(['{', '}']) {
        let (literal, expression) = rest.split_at(at);
        usual &= is_usual_literal(literal);
        let inner = expression.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let Some((name, after)) = inner else { return Some(false) };
        if name.is_empty() || name.contains('{') {
            return Some(false);
        }
        let mut bytes = name.bytes();
        usual &= bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        usual &= bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        rest = after;
    }
    (usual && is_usual_literal(rest)).then_some(true)
}

fn is_usual_literal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._~:?&=-".contains(&byte))
}

/// Whether every character may stand in a URI (RFC 3986, section 2) and `%` is followed by two
/// hexadecimal digits.
fn uri_characters(value: &str, beyond_ascii: bool) -> bool {
    let bytes = value.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => {
            bytes.get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
        }
        b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
        _ => byte.is_ascii_graphic() || (beyond_ascii && !byte.is_ascii()),
    })
}

/// RFC 3986. Brackets, odd authorities and a second `#` are left open.
pub(super) fn uri(value: &str) -> Option<bool> {
    with_scheme(value, false)
}

/// RFC 3987: whatever is beyond ASCII is left open.
pub(super) fn iri(value: &str) -> Option<bool> {
    with_scheme(value, true)
}

fn with_scheme(value: &str, beyond_ascii: bool) -> Option<bool> {
    let Some((scheme, rest)) = value.split_once(':') else { return Some(false) };
    let starts = scheme.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    let plain = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if !starts || !plain || !uri_characters(rest, beyond_ascii) {
        return Some(false);
    }
    (rest.is_ascii() && usual_rest(rest)).then_some(true)
}

pub(super) fn uri_reference(value: &str) -> Option<bool> {
    perhaps_relative(value, false)
}

pub(super) fn iri_reference(value: &str) -> Option<bool> {
    perhaps_relative(value, true)
}

fn perhaps_relative(value: &str, beyond_ascii: bool) -> Option<bool> {
    if !uri_characters(value, beyond_ascii) {
        return Some(false);
    }
    let simple = value.is_empty() || value.starts_with(['/', '?', '#']) || uri(value) == Some(true);
    (simple && value.is_ascii() && usual_rest(value)).then_some(true)
}

/// What follows a scheme, in the form that nobody disputes.
fn usual_rest(rest: &str) -> bool {
    let one_fragment = rest.matches('#').count() <= 1;
    let authority =
        rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    one_fragment && !rest.contains(['[', ']']) && authority.is_none_or(is_hostname)
}

/// RFC 9562: hexadecimal digits in groups. Braces, `urn:uuid:` and no hyphens at all are other
/// forms, which some readers take as well.
pub(super) fn uuid(value: &str) -> Option<bool> {
    let groups: Vec<&str> = value.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let hexadecimal = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()));
    Some(lengths == [8, 4, 4, 4, 12] && hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(check: Check, good: &[&str], bad: &[&str], disputed: &[&str]) {
        for (texts, verdict) in [(good, Some(true)), (bad, Some(false)), (disputed, None)] {
            for text in texts {
                assert_eq!(check(text), verdict, "{text:?}");
            }
        }
    }

    #[test]
    fn dates_and_times() {
        all(
            date,
            &["2024-02-29", "2000-02-29", "0001-12-31"],
            &[
                "2023-02-29",
                "1900-02-29",
                "2026-04-31",
                "2026-13-01",
                "2026-00-01",
                "26-01-01",
                "2026-01-01 ",
                "2026-01-0\u{661}",
                "",
            ],
            &[],
        );
        all(
            time,
            &["23:59:59Z", "00:00:00.123456789-23:59"],
            &[
                "24:00:00Z",
                "00:00:00",
                "00:00Z",
                "00:00:00.Z",
                "00:00:00+1:00",
                "00:00:00+24:00",
                "é0:00:00Z",
                "00:00:00+0é:0",
            ],
            &["23:59:60Z", "00:00:00z"],
        );
        all(
            date_time,
            &["2026-01-31T12:00:00Z"],
            &["2026-02-31T12:00:00Z", "2026-01-31", "2026-01-31T12:00:00", "", "éééééééé"],
            &["2026-01-31 12:00:00Z", "2026-01-31t12:00:00Z"],
        );
        all(
            duration,
            &["P1Y2M3D", "PT1H2M3S", "P1DT1H", "P2W"],
            &["", "P", "PT", "P1", "1Y", "P1S", "PD", "P1D1Y", "PW", "P1é"],
            &["P1.5D", "-P1D", "P1Y1D", "P1WT1H"],
        );
    }

    #[test]
    fn names_and_addresses() {
        all(
            hostname,
            &["a", "example.com", "1.2.3.4", "a-b"],
            &["", "-a", "a-", "a_b", "a..b", "exämple", ".", &"a".repeat(64)],
            &["xn--a", "example.com."],
        );
        all(
            email,
            &["a.b@example.com"],
            &["a", "@example.com", "a@"],
            &["a@localhost", "\"a\"@b.c"],
        );
        all(ipv4, &["0.0.0.0"], &["01.0.0.0", "1.2.3", "256.1.1.1"], &[]);
        all(ipv6, &["::", "::ffff:1.2.3.4"], &["1.2.3.4", "[::1]", "fe80::1%a"], &[]);
        all(
            uri,
            &["a:", "https://example.com/a?b#c"],
            &["a", "/a", "1a:b", "a:b c", "a:%zz", "a:é"],
            &["a:[", "http://a:b:c/", "a:#b#c"],
        );
        all(uri_reference, &["", "/a", "#a", "?a", "a:b"], &["\\", "a b", "%"], &["a", "//[::1]/"]);
        all(json_pointer, &["", "/", "/a~0~1"], &["a", "/~", "/~2"], &[]);
    }
}
