//! Numbers as they are written, compared by their exact value.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use num_bigint::BigInt;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A JSON number: its text and its exact value.
///
/// Two numbers are equal, and ordered, by value: `1`, `1.0` and `10e-1` are one number, as JSON
/// Schema has it. How a number is written is its [`Class`].
#[derive(Clone)]
pub struct Number {
    text: Box<str>,
    negative: bool,
    /// The significant digits: no zero at either end, none at all for zero.
    digits: Box<str>,
    /// The power of ten that the digits, read as an integer, are multiplied with.
    exponent: i64,
}

/// How a number is written: serde tells `1` from `1.0`, JSON Schema does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Without fraction or exponent, and not `-0`: `1`.
    Integer,
    /// Integer-valued, but written as a float: `1.0`, `1e2`, `-0`.
    WholeFloat,
    /// With a fractional part: `1.5`.
    Fraction,
}

/// Exponents beyond this are refused when a number is read: no document means them, and sums of
/// them must not overflow.
const EXPONENT: i64 = 1_000_000_000_000;

/// Integers of more decimal digits are not computed with.
const DIGITS: i64 = 4_000;

impl Number {
    /// Reads a number as RFC 8259 section 6 writes it. None if the text is anything else, or if
    /// its exponent is beyond 10^12.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(unsigned) => (true, unsigned),
            None => (false, text),
        };
        let (mantissa, power) = match unsigned.find(['e', 'E']) {
            Some(at) => (&unsigned[..at], parse_exponent(&unsigned[at + 1..])?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = match mantissa.find('.') {
            Some(at) => (&mantissa[..at], Some(&mantissa[at + 1..])),
            None => (mantissa, None),
        };
        let all_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole)
            || !fraction.is_none_or(all_digits)
            || (whole.len() > 1 && whole.starts_with('0'))
        {
            return None;
        }
        let fraction = fraction.unwrap_or_default();
        let digits = [whole, fraction].concat();
        let exponent = power - i64::try_from(fraction.len()).ok()?;
        Some(Self::new(text.into(), negative, &digits, exponent))
    }

    /// The number with these digits; zeros at the ends are stripped.
    fn new(text: Box<str>, negative: bool, digits: &str, exponent: i64) -> Self {
        let leading = digits.trim_start_matches('0');
        let significant = leading.trim_end_matches('0');
        if significant.is_empty() {
            return Self { text, negative: false, digits: "".into(), exponent: 0 };
        }
        let stripped = i64::try_from(leading.len() - significant.len()).unwrap_or(i64::MAX);
        Self { text, negative, digits: significant.into(), exponent: exponent + stripped }
    }

    /// The number `integer * 10^exponent`, written in the class if it has such a text: an integer
    /// in digits, a whole float with `.0`, a fraction with as many decimals as it needs.
    pub(crate) fn from_scaled(integer: &BigInt, exponent: i64, class: Class) -> Option<Self> {
        let digits = integer.magnitude().to_string();
        let negative = integer.sign() == num_bigint::Sign::Minus;
        let value = Self::new("".into(), negative, &digits, exponent);
        if value.is_whole() == (class == Class::Fraction) {
            return None;
        }
        let length = i64::try_from(value.digits.len()).ok()?;
        if length + value.exponent.abs() > DIGITS {
            return None;
        }
        let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
        let mut text = String::from(if value.negative { "-" } else { "" });
        if value.digits.is_empty() {
            text.push('0');
        } else if value.exponent >= 0 {
            text.push_str(&value.digits);
            text.push_str(&zeros(value.exponent));
        } else {
            let decimals = -value.exponent;
            let padded = zeros(decimals + 1 - length) + &value.digits;
            let point = padded.len() - usize::try_from(decimals).ok()?;
            text.push_str(&padded[..point]);
            text.push('.');
            text.push_str(&padded[point..]);
        }
        if class == Class::WholeFloat {
            text.push_str(".0");
        }
        Some(Self { text: text.into(), ..value })
    }

    /// The text, as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the value is an integer, however it is written.
    pub fn is_whole(&self) -> bool {
        self.exponent >= 0
    }

    /// How it is written.
    pub fn class(&self) -> Class {
        if !self.is_whole() {
            Class::Fraction
        } else if &*self.text == "-0" || self.text.contains(['.', 'e', 'E']) {
            Class::WholeFloat
        } else {
            Class::Integer
        }
    }

    /// The value as an unsigned integer, if it is one and fits: `3`, `3.0` and `30e-1` are 3.
    pub fn as_u64(&self) -> Option<u64> {
        if self.negative || self.exponent < 0 || self.exponent > 20 {
            return None;
        }
        u64::try_from(self.scaled(0)?).ok()
    }

    /// Whether the value is an integer multiple of the other's; none where the numbers are too
    /// far apart to compute it (4,000 digits). No number is a multiple of zero but zero itself.
    pub fn is_multiple_of(&self, of: &Self) -> Option<bool> {
        let exponent = self.exponent().min(of.exponent());
        let (value, step) = (self.scaled(exponent)?, of.scaled(exponent)?);
        let zero = BigInt::ZERO;
        Some(if step == zero { value == zero } else { value % step == zero })
    }

    /// The power of ten of the last significant digit.
    pub(crate) fn exponent(&self) -> i64 {
        self.exponent
    }

    /// The value divided by `10^exponent`, if that is an integer of bearable size.
    pub(crate) fn scaled(&self, exponent: i64) -> Option<BigInt> {
        if self.digits.is_empty() {
            return Some(BigInt::ZERO);
        }
        let power = self.exponent - exponent;
        let length = i64::try_from(self.digits.len()).ok()?;
        if power < 0 || length > DIGITS || power > DIGITS {
            return None;
        }
        let digits: BigInt = self.digits.parse().ok()?;
        let scaled = digits * BigInt::from(10).pow(u32::try_from(power).ok()?);
        Some(if self.negative { -scaled } else { scaled })
    }

    fn compare_magnitude(&self, other: &Self) -> Ordering {
        let magnitude =
            |number: &Self| i64::try_from(number.digits.len()).unwrap_or(0) + number.exponent;
        match (self.digits.is_empty(), other.digits.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // With the point before the first digit, digits compare as text.
            (false, false) => {
                magnitude(self).cmp(&magnitude(other)).then_with(|| self.digits.cmp(&other.digits))
            }
        }
    }
}

/// The exponent after `e`, with its sign; none if it is not one or is out of range.
fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude: i64 = match digits.trim_start_matches('0') {
        "" => 0,
        significant => significant.parse().ok()?,
    };
    let signed = if text.starts_with('-') { -magnitude } else { magnitude };
    (magnitude <= EXPONENT).then_some(signed)
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.compare_magnitude(other),
            (true, true) => other.compare_magnitude(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.negative, &self.digits, self.exponent).hash(state);
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Prints the text itself; `serde_json` keeps every digit.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.text.to_string())
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

macro_rules! from_integer {
    ($($integer:ty)+) => {
        $(impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                let text = value.to_string();
                let digits = text.trim_start_matches('-').to_owned();
                let negative = text.starts_with('-');
                Self::new(text.into(), negative, &digits, 0)
            }
        })+
    };
}

from_integer!(i32 u32 i64 u64 i128 u128 usize);

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn texts_of_one_value_are_equal() {
        for (a, b) in [("1", "1.0"), ("1e2", "100"), ("-0", "0.000"), ("12.50", "125e-1")] {
            assert_eq!(number(a), number(b));
        }
        assert_ne!(number("1"), number("1.0000000000000000000000000001"));
        assert_ne!(number("18446744073709551615"), number("18446744073709551616"));
    }

    #[test]
    fn order_is_that_of_the_values() {
        let ascending = [
            "-1e999999999",
            "-2",
            "-1.5",
            "-1",
            "-1e-999999999",
            "0",
            "1e-400",
            "0.12",
            "0.125",
            "1",
            "9",
            "10",
            "99.99",
            "100",
            "1e400",
            "1e999999999",
        ];
        for (i, a) in ascending.iter().enumerate() {
            for (j, b) in ascending.iter().enumerate() {
                assert_eq!(number(a).cmp(&number(b)), i.cmp(&j), "{a} against {b}");
            }
        }
    }

    #[test]
    fn only_json_numbers_are_read() {
        for text in ["", "-", "01", "1.", ".5", "+1", "1e", "1e+", "0x1", "NaN", "1 ", "--1"] {
            assert!(Number::parse(text).is_none(), "{text:?}");
        }
        assert!(Number::parse("1e99999999999999999999").is_none());
        assert!(Number::parse("1e0000000000000000000000007").is_some());
    }

    #[test]
    fn classes_are_lexical() {
        for (text, class) in [
            ("1", Class::Integer),
            ("0", Class::Integer),
            ("-0", Class::WholeFloat),
            ("1.0", Class::WholeFloat),
            ("1e2", Class::WholeFloat),
            ("1.5", Class::Fraction),
            ("15e-1", Class::Fraction),
            ("150e-1", Class::WholeFloat),
        ] {
            assert_eq!(number(text).class(), class, "{text}");
        }
    }

    #[test]
    fn multiples_are_exact_and_bounded() {
        assert_eq!(number("0.3").is_multiple_of(&number("0.1")), Some(true));
        assert_eq!(number("1e3").is_multiple_of(&number("7")), Some(false));
        assert_eq!(number("0").is_multiple_of(&number("0")), Some(true));
        assert_eq!(number("1").is_multiple_of(&number("0")), Some(false));
        assert_eq!(number("1e999999999").is_multiple_of(&number("3")), None);
    }

    #[test]
    fn scaled_numbers_are_written_in_their_class() {
        let written = |integer: i64, exponent, class| {
            Number::from_scaled(&BigInt::from(integer), exponent, class)
                .map(|number| number.as_str().to_owned())
        };
        assert_eq!(written(12, 2, Class::Integer).as_deref(), Some("1200"));
        assert_eq!(written(-5, 0, Class::WholeFloat).as_deref(), Some("-5.0"));
        assert_eq!(written(-5, -3, Class::Fraction).as_deref(), Some("-0.005"));
        assert_eq!(written(1250, -2, Class::Fraction).as_deref(), Some("12.5"));
        assert_eq!(written(0, 0, Class::Integer).as_deref(), Some("0"));
        assert_eq!(written(5, 0, Class::Fraction), None);
        assert_eq!(written(5, -1, Class::Integer), None);
    }
}
