//! Bounds that consumers give: up to which value a clause may move without hurting them.

/// `<= 10s`, `>= 24h`, `<= 100`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    at_most: bool,
    limit: u128,
    text: String,
}

impl Bound {
    /// Reads a bound: `<=` or `>=`, then a number, or a duration in `ms`, `s`, `m`, `h` or `d`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a bound such as `<= 10s` or `>= 24h`");
        let trimmed = text.trim();
        let (at_most, value) = match trimmed.strip_prefix("<=") {
            Some(value) => (true, value),
            None => (false, trimmed.strip_prefix(">=").ok_or_else(wrong)?),
        };
        let limit = quantity(value.trim()).ok_or_else(wrong)?;
        Ok(Self { at_most, limit, text: trimmed.to_owned() })
    }

    /// Whether a value is within it. What is no quantity is not.
    pub fn holds(&self, value: &str) -> bool {
        let value = quantity(value.trim());
        value.is_some_and(|it| if self.at_most { it <= self.limit } else { it >= self.limit })
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number, or a duration in milliseconds.
fn quantity(text: &str) -> Option<u128> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: u128 = text[..end].parse().ok()?;
    let unit = match &text[end..] {
        "" | "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return None,
    };
    number.checked_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::Bound;

    #[test]
    fn durations_are_compared_whatever_their_unit() {
        let bound = Bound::parse("<= 10s").expect("a bound");
        assert!(bound.holds("10s") && bound.holds("9500ms") && !bound.holds("1m"));
        let bound = Bound::parse(">= 24h").expect("a bound");
        assert!(bound.holds("1d") && !bound.holds("23h"));
        assert!(!bound.holds("none") && !bound.holds(""));
    }

    #[test]
    fn what_is_no_bound_is_refused() {
        for text in ["10s", "< 10s", "<= ten", "<= 10 parsecs", "<=", ""] {
            assert!(Bound::parse(text).is_err(), "{text}");
        }
    }
}
