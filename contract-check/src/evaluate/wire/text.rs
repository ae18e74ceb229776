//! Leaves that are text, and numbers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use contract_core::document::Leaf;

use crate::json::{Class, Number};

/// An integer within 128 bits and a sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Integer {
    pub(super) negative: bool,
    pub(super) magnitude: u128,
}

/// The integer a number is written as; none for floats and for what is beyond 128 bits.
pub(super) fn integer(number: &Number) -> Option<Integer> {
    if number.class() != Class::Integer {
        return None;
    }
    let text = number.as_str();
    let digits = text.strip_prefix('-').unwrap_or(text);
    Some(Integer { negative: digits.len() < text.len(), magnitude: digits.parse().ok()? })
}

impl TryFrom<Integer> for u64 {
    type Error = ();

    fn try_from(value: Integer) -> Result<Self, ()> {
        if value.negative { Err(()) } else { Self::try_from(value.magnitude).map_err(drop) }
    }
}

impl Integer {
    /// Whether the value lies between a signed and an unsigned bound.
    pub(super) fn within(self, least: i128, greatest: u128) -> bool {
        if self.negative {
            self.magnitude <= if least < 0 { least.unsigned_abs() } else { 0 }
        } else {
            self.magnitude <= greatest
        }
    }

    /// Whether a buffer holds it as an integer.
    pub(super) fn in_64_bits(self) -> bool {
        self.within(i128::from(i64::MIN), u128::from(u64::MAX))
    }
}

/// Bounds of an integer leaf.
pub(super) fn bounds(leaf: Leaf) -> Option<(i128, u128)> {
    let signed = |bits: u32| (i128::MIN >> (128 - bits), (u128::MAX >> (128 - bits)) >> 1);
    let unsigned = |bits: u32| (0, u128::MAX >> (128 - bits));
    Some(match leaf {
        Leaf::Integer => (i128::from(i64::MIN), u128::from(u64::MAX)),
        Leaf::I8 | Leaf::NonZeroI8 => signed(8),
        Leaf::I16 | Leaf::NonZeroI16 => signed(16),
        Leaf::I32 | Leaf::NonZeroI32 => signed(32),
        Leaf::I64 | Leaf::NonZeroI64 => signed(64),
        Leaf::I128 | Leaf::NonZeroI128 => signed(128),
        Leaf::U8 | Leaf::NonZeroU8 => unsigned(8),
        Leaf::U16 | Leaf::NonZeroU16 => unsigned(16),
        Leaf::U32 | Leaf::NonZeroU32 => unsigned(32),
        Leaf::U64 | Leaf::NonZeroU64 => unsigned(64),
        Leaf::U128 | Leaf::NonZeroU128 => unsigned(128),
        _ => return None,
    })
}

/// Whether an integer leaf leaves out zero.
pub(super) fn non_zero(leaf: Leaf) -> bool {
    leaf.word().starts_with("nonzero")
}

/// Whether a leaf is a number, so that its key is a number in quotes.
pub(super) fn is_number(leaf: Leaf) -> bool {
    bounds(leaf).is_some() || matches!(leaf, Leaf::F32 | Leaf::F64)
}

/// How sure it is that a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    Perhaps,
    No,
}

/// Whether a text is read as a leaf; none if the leaf is no text of a certain form.
pub(super) fn reads(leaf: Leaf, text: &str) -> Option<Sure> {
    let exactly = |yes| if yes { Sure::Yes } else { Sure::No };
    let or_else = |yes, perhaps| match (yes, perhaps) {
        (true, _) => Sure::Yes,
        (false, true) => Sure::Perhaps,
        (false, false) => Sure::No,
    };
    Some(match leaf {
        Leaf::Ipv4 => exactly(text.parse::<Ipv4Addr>().is_ok()),
        Leaf::Ipv6 => exactly(text.parse::<Ipv6Addr>().is_ok()),
        Leaf::Ip => exactly(text.parse::<IpAddr>().is_ok()),
        Leaf::SocketAddr => exactly(text.parse::<SocketAddr>().is_ok()),
        Leaf::SocketAddrV4 => exactly(text.parse::<SocketAddrV4>().is_ok()),
        Leaf::SocketAddrV6 => exactly(text.parse::<SocketAddrV6>().is_ok()),
        Leaf::Weekday => exactly(names(&WEEKDAYS, text)),
        Leaf::Month => exactly(names(&MONTHS, text)),
        Leaf::Uuid => exactly(is_uuid(text)),
        Leaf::Date => or_else(date(text) == Some(""), civil(text)),
        Leaf::Time => or_else(time(text) == Some(""), civil(text)),
        Leaf::LocalDateTime => or_else(local(text) == Some(""), civil(text)),
        Leaf::DateTime | Leaf::Timestamp => {
            or_else(local(text).and_then(offset) == Some(""), absolute(text))
        }
        Leaf::Zoned => or_else(zoned(text), text.contains('[') && has_digit(text)),
        Leaf::Span => or_else(span(text.strip_prefix('-').unwrap_or(text)), has_digit(text)),
        Leaf::Decimal => or_else(decimal(text), decimal_like(text)),
        Leaf::BigDecimal => or_else(big_decimal(text), big_decimal_like(text)),
        Leaf::Version => exactly(semver::Version::parse(text).is_ok()),
        Leaf::VersionReq => exactly(semver::VersionReq::parse(text).is_ok()),
        Leaf::Comparator => exactly(semver::Comparator::parse(text).is_ok()),
        Leaf::Url => or_else(url(text), text.contains(':')),
        _ => return None,
    })
}

/// Whether a leaf is written as a text.
pub(super) fn writes(leaf: Leaf, text: &str) -> Option<bool> {
    fn canonical<T: std::str::FromStr + ToString>(text: &str) -> bool {
        text.parse::<T>().is_ok_and(|value| value.to_string() == text)
    }
    Some(match leaf {
        Leaf::Ipv4 => canonical::<Ipv4Addr>(text),
        Leaf::Ipv6 => canonical::<Ipv6Addr>(text),
        Leaf::Ip => canonical::<IpAddr>(text),
        Leaf::SocketAddr => canonical::<SocketAddr>(text),
        Leaf::SocketAddrV4 => canonical::<SocketAddrV4>(text),
        Leaf::SocketAddrV6 => canonical::<SocketAddrV6>(text),
        Leaf::Weekday => WEEKDAYS.iter().any(|name| name[..3] == *text),
        Leaf::Month => MONTHS.contains(&text),
        Leaf::Uuid => hyphenated(text) && !text.contains(|c: char| c.is_ascii_uppercase()),
        Leaf::Timestamp => local(text) == Some("Z"),
        Leaf::BigDecimal => big_decimal(text) && plain_big_decimal(text),
        Leaf::Version => canonical::<semver::Version>(text),
        Leaf::VersionReq => canonical::<semver::VersionReq>(text),
        Leaf::Comparator => canonical::<semver::Comparator>(text),
        _ => return reads(leaf, text).map(|sure| sure == Sure::Yes),
    })
}

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

/// Whether a text is one of the names, or the first three letters of one, in any case.
fn names(names: &[&str], text: &str) -> bool {
    names.iter().any(|name| [name, &name[..3]].iter().any(|it| it.eq_ignore_ascii_case(text)))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// What some crate might take for a date or a time of day: none takes `Z` at the end.
fn civil(text: &str) -> bool {
    has_digit(text) && !text.ends_with(['z', 'Z'])
}

/// What some crate might take for a point in time: a time after a date, then an offset.
fn absolute(text: &str) -> bool {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).any(|at| {
        let gap = |byte: &u8| matches!(byte, b't' | b'T') || byte.is_ascii_whitespace();
        let after: Vec<u8> = bytes[at + 1..].iter().copied().skip_while(gap).collect();
        after.len() < bytes.len() - at - 1
            && after.first().is_some_and(u8::is_ascii_digit)
            && after.iter().any(|byte| matches!(byte, b'z' | b'Z' | b'+' | b'-' | b'c' | b'C'))
    })
}

fn is_uuid(text: &str) -> bool {
    if text.len() == 32 {
        return text.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let braced = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    hyphenated(braced.or_else(|| text.strip_prefix("urn:uuid:")).unwrap_or(text))
}

fn hyphenated(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// So many digits with a value in range, and what follows.
fn number(text: &str, digits: usize, least: u32, greatest: u32) -> Option<&str> {
    let (number, rest) = text.split_at_checked(digits)?;
    let plain = number.bytes().all(|byte| byte.is_ascii_digit());
    let value = number.parse::<u32>().ok()?;
    (plain && (least..=greatest).contains(&value)).then_some(rest)
}

fn date(text: &str) -> Option<&str> {
    let rest = number(text, 4, 0, 9999)?.strip_prefix('-')?;
    let rest = number(rest, 2, 1, 12)?.strip_prefix('-')?;
    let (year, month) = (text[..4].parse::<u32>().ok()?, text[5..7].parse::<u32>().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    number(rest, 2, 1, days)
}

fn time(text: &str) -> Option<&str> {
    let rest = number(text, 2, 0, 23)?.strip_prefix(':')?;
    let rest = number(rest, 2, 0, 59)?.strip_prefix(':')?;
    let rest = number(rest, 2, 0, 60)?;
    match rest.strip_prefix('.') {
        None => Some(rest),
        Some(fraction) => {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            (1..=9).contains(&digits).then(|| &fraction[digits..])
        }
    }
}

fn local(text: &str) -> Option<&str> {
    time(date(text)?.strip_prefix('T')?)
}

fn offset(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('Z') {
        return Some(rest);
    }
    let rest = number(text.strip_prefix(['+', '-'])?, 2, 0, 99)?.strip_prefix(':')?;
    let rest = number(rest, 2, 0, 99)?;
    match rest.strip_prefix(':') {
        Some(seconds) => number(seconds, 2, 0, 99),
        None => Some(rest),
    }
}

fn zoned(text: &str) -> bool {
    let Some(rest) = local(text).and_then(offset).and_then(|rest| rest.strip_prefix('[')) else {
        return false;
    };
    rest.split_once(']').is_some_and(|(zone, rest)| {
        !zone.is_empty() && (rest.is_empty() || (rest.starts_with("[u-ca=") && rest.ends_with(']')))
    })
}

fn span(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    let (days, time) = text.split_once('T').map_or((text, None), |(a, b)| (a, Some(b)));
    let parts = |mut text: &str, units: &[char], fraction: bool| {
        while !text.is_empty() {
            let Some(at) = text.find(units) else { return false };
            let amount = &text[..at];
            let (whole, decimals) = amount.split_once('.').unwrap_or((amount, "0"));
            let digits =
                |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if !digits(whole) || !digits(decimals) || (amount.contains('.') && !fraction) {
                return false;
            }
            text = &text[at + 1..];
        }
        true
    };
    parts(days, &['Y', 'M', 'W', 'D'], false)
        && time.is_none_or(|time| !time.is_empty() && parts(time, &['H', 'M', 'S'], true))
}

fn decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    digits(whole, 29) && digits(decimals, 28)
}

fn decimal_like(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "+-_.eE".contains(c))
}

/// Digits, perhaps a fraction, perhaps an exponent, which a writer gives a sign.
fn big_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "+0"));
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let exponent = exponent.strip_prefix(['+', '-']);
    digits(whole)
        && digits(fraction)
        && exponent.is_some_and(|exponent| digits(exponent) && exponent.len() <= 18)
}

/// Whether a decimal number has no zero too many and says its exponent as writers do.
fn plain_big_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').filter(|text| *text != "0").unwrap_or(text);
    let is_zero = !text.contains(|c| ('1'..='9').contains(&c));
    match text.split_once("E-").or_else(|| text.split_once("e+")) {
        Some((number, exponent)) => !number.starts_with('0') && !exponent.starts_with('0'),
        None if text.contains(['e', 'E']) => false,
        None if is_zero => text == "0",
        None => !text.starts_with('0') || text.starts_with("0."),
    }
}

fn big_decimal_like(text: &str) -> bool {
    has_digit(text) && decimal_like(text)
}

fn url(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_lowercase())
            && scheme.bytes().all(|b| {
                b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'+' | b'.' | b'-')
            })
            && !rest.contains(char::is_whitespace)
    })
}
