//! Values of clauses that are written in a small language: durations, dates, factors.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A length of time, written as a whole number and a unit: `250ms`, `8s`, `15m`, `24h`, `30d`.
/// It is printed as it was written and compared in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Duration(String);

impl Duration {
    /// The units and their lengths in milliseconds.
    pub const UNITS: [(&'static str, u64); 5] =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// The length in milliseconds.
    pub fn milliseconds(&self) -> u64 {
        // What is no duration was never made one.
        Self::read(&self.0).unwrap_or_default()
    }

    /// So many milliseconds, in the largest unit that says it exactly.
    pub fn of(milliseconds: u64) -> Self {
        let unit = Self::UNITS.iter().rev().find(|(_, unit)| milliseconds.is_multiple_of(*unit));
        // Every number of milliseconds is a multiple of the smallest unit.
        let (word, unit) = unit.unwrap_or(&Self::UNITS[0]);
        Self(format!("{}{word}", milliseconds / unit))
    }

    /// The text as milliseconds, if it is a duration.
    pub fn read(text: &str) -> Option<u64> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at(digits);
        if number.len() > 1 && number.starts_with('0') {
            return None;
        }
        let number: u64 = number.parse().ok()?;
        let (_, length) = Self::UNITS.iter().find(|(word, _)| *word == unit)?;
        number.checked_mul(*length)
    }
}

impl TryFrom<String> for Duration {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match Self::read(&text) {
            Some(_) => Ok(Self(text)),
            None => Err(format!(
                "`{text}` is no duration; it is a whole number and one of the units ms, s, m, h, d"
            )),
        }
    }
}

impl From<Duration> for String {
    fn from(duration: Duration) -> Self {
        duration.0
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A factor between 1 and 1000, exact to a thousandth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(try_from = "f64", into = "f64")]
pub struct Factor(u32);

impl TryFrom<f64> for Factor {
    type Error = String;

    fn try_from(number: f64) -> Result<Self, String> {
        if !(1.0..=1000.0).contains(&number) {
            return Err(format!("{number} is no factor; it is a number from 1 to 1000"));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 1000 to 1000000"
        )]
        Ok(Self((number * 1000.0).round() as u32))
    }
}

impl From<Factor> for f64 {
    fn from(factor: Factor) -> Self {
        Self::from(factor.0) / 1000.0
    }
}

impl fmt::Display for Factor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&f64::from(*self), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_a_number_and_a_unit() {
        for (text, milliseconds) in
            [("0s", 0), ("250ms", 250), ("8s", 8_000), ("15m", 900_000), ("30d", 2_592_000_000)]
        {
            assert_eq!(Duration::read(text), Some(milliseconds), "{text}");
        }
        for no in ["", "8", "s", "08s", "8 s", "-8s", "1.5s", "8w", "1h30m", "99999999999999999d"] {
            assert_eq!(Duration::read(no), None, "{no}");
        }
        assert_eq!(Duration::read("24h"), Duration::read("1d"));
    }

    #[test]
    fn factors_are_exact() {
        for number in [1.0, 1.5, 2.0, 1000.0] {
            assert_eq!(f64::from(Factor::try_from(number).expect("a factor")), number);
        }
        assert!(Factor::try_from(0.5).is_err() && Factor::try_from(f64::NAN).is_err());
    }
}
