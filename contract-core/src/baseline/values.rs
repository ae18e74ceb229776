//! Values that have an order, and values that are lists, within a text.

use super::text::{Span, same};

/// A value as numbers that are compared one after the other; none if it has another form.
pub(super) const fn read(scale: u8, text: &[u8], value: Span) -> Option<[u64; 3]> {
    match scale {
        b't' => duration(text, value),
        b'n' => factor(text, value),
        b'd' => three(text, value, b'-'),
        b'v' => three(text, value, b'.'),
        _ => None,
    }
}

/// Whether the first value is less than the second.
pub(super) const fn less(one: [u64; 3], other: [u64; 3]) -> bool {
    let mut at = 0;
    while at < 3 {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    false
}

/// A whole number; none if it has other characters or is too large.
const fn number(text: &[u8], digits: Span) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    let mut number = 0_u64;
    let mut at = digits.from;
    while at < digits.to {
        if !text[at].is_ascii_digit() {
            return None;
        }
        number = match number.checked_mul(10) {
            Some(number) => match number.checked_add((text[at] - b'0') as u64) {
                Some(number) => number,
                None => return None,
            },
            None => return None,
        };
        at += 1;
    }
    Some(number)
}

/// Milliseconds: a number and a unit.
const fn duration(text: &[u8], value: Span) -> Option<[u64; 3]> {
    let mut unit = value.from;
    while unit < value.to && text[unit].is_ascii_digit() {
        unit += 1;
    }
    let length = match text.split_at(value.to).0.split_at(unit).1 {
        b"ms" => 1,
        b"s" => 1_000,
        b"m" => 60_000,
        b"h" => 3_600_000,
        b"d" => 86_400_000,
        _ => return None,
    };
    match number(text, Span { from: value.from, to: unit }) {
        Some(number) => match number.checked_mul(length) {
            Some(product) => Some([product, 0, 0]),
            None => None,
        },
        None => None,
    }
}

/// A count, or a factor: the whole part, and the part behind the point in thousandths.
const fn factor(text: &[u8], value: Span) -> Option<[u64; 3]> {
    let mut point = value.from;
    while point < value.to && text[point] != b'.' {
        point += 1;
    }
    let Some(whole) = number(text, Span { from: value.from, to: point }) else { return None };
    let mut thousandths = 0;
    let mut at = point + 1;
    while at < point + 4 {
        thousandths *= 10;
        if at < value.to {
            if !text[at].is_ascii_digit() {
                return None;
            }
            thousandths += (text[at] - b'0') as u64;
        }
        at += 1;
    }
    Some([whole, thousandths, 0])
}

/// Three numbers: a date, or a version without anything behind its numbers.
const fn three(text: &[u8], value: Span, between: u8) -> Option<[u64; 3]> {
    let mut numbers = [0; 3];
    let (mut part, mut from) = (0, value.from);
    while part < 3 {
        let mut to = from;
        while to < value.to && text[to] != between {
            to += 1;
        }
        numbers[part] = match number(text, Span { from, to }) {
            Some(number) => number,
            None => return None,
        };
        part += 1;
        from = to + 1;
    }
    if from > value.to { Some(numbers) } else { None }
}

/// Whether a list, `a, b`, has this word.
pub(super) const fn lists(list: &[u8], value: Span, words: &[u8], word: Span) -> bool {
    let mut from = value.from;
    while from < value.to {
        let mut to = from;
        while to < value.to && list[to] != b',' {
            to += 1;
        }
        if same(list, from, to, words, word.from, word.to) {
            return true;
        }
        from = to + 2;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scale: u8, text: &str) -> Option<[u64; 3]> {
        read(scale, text.as_bytes(), Span { from: 0, to: text.len() })
    }

    #[cfg(feature = "document")]
    #[test]
    fn durations_are_read_as_the_command_reads_them() {
        use crate::document::Duration;
        let odd = ["0s", "18446744073709551615d", "", "h", "5", "1w"];
        for text in ["250ms", "8s", "15m", "24h", "30d"].into_iter().chain(odd) {
            assert_eq!(of(b't', text), Duration::read(text).map(|it| [it, 0, 0]), "{text}");
        }
    }

    #[test]
    fn values_are_read_as_numbers() {
        assert_eq!(of(b'n', "1.5"), Some([1, 500, 0]));
        assert_eq!(of(b'n', "3.0"), of(b'n', "3"));
        assert_eq!(of(b'n', "1.x"), None);
        assert_eq!(of(b'd', "2027-01-31"), Some([2027, 1, 31]));
        assert_eq!(of(b'v', "10.0.1"), Some([10, 0, 1]));
        for odd in ["1.0", "1.0.0-rc.1", "1.0.0.0", "a.b.c"] {
            assert_eq!(of(b'v', odd), None, "{odd}");
        }
        assert!(less([9, 5, 0], [10, 0, 0]) && !less([1, 2, 3], [1, 2, 3]));
    }

    #[test]
    fn a_list_has_its_words() {
        let has = |list: &str, word: &str| {
            let [all, one] = [list, word].map(|it| Span { from: 0, to: it.len() });
            lists(list.as_bytes(), all, word.as_bytes(), one)
        };
        assert!(has("paid, sent", "paid") && has("paid, sent", "sent") && has("paid", "paid"));
        assert!(!has("paid, sent", "pai") && !has("", "paid"));
    }
}
