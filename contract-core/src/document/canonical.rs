//! The canonical form: the same contract always gives the same bytes.
//!
//! Members are sorted by their names' bytes, integers are exact, strings escape only what JSON
//! must, the text is indented by two spaces and ends with a newline. RFC 8785 is not used: it
//! rounds integers to doubles, so that `u64::MAX` and its neighbour become one contract. Nothing
//! here depends on how `serde_json` orders maps or prints numbers, because cargo may turn on
//! features of it that change both.

use serde_json::Value;

/// The canonical text of a JSON value, ending with a newline.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    put(value, 0, &mut text);
    text.push('\n');
    text
}

/// The bytes of [`canonical`].
pub fn canonical_bytes(value: &Value) -> Vec<u8> {
    canonical(value).into_bytes()
}

/// A chain of single members stands on one line of at most so many bytes: `{"list": "LineItem"}`.
const CHAIN: usize = 60;

/// An element of an array stands on one line that ends before this column, so that a field is one
/// line of the document and of its difference.
const LINE: usize = 100;

fn put(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            if chain(value, text) {
                return;
            }
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(index, depth + 1, text);
                if !line(item, depth + 1, text) {
                    put(item, depth + 1, text);
                }
            }
            new_line(depth, text);
            text.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            if chain(value, text) {
                return;
            }
            text.push('{');
            for (index, (name, member)) in sorted(members).into_iter().enumerate() {
                separate(index, depth + 1, text);
                string(name, text);
                text.push_str(": ");
                put(member, depth + 1, text);
            }
            new_line(depth, text);
            text.push('}');
        }
        _ => scalar(value, text),
    }
}

/// Puts a chain of single members on one line, if it is short.
fn chain(value: &Value, text: &mut String) -> bool {
    flat(value, 1, text.len() + CHAIN, text)
}

/// Puts an element of an array on one line, if it fits.
fn line(value: &Value, depth: usize, text: &mut String) -> bool {
    flat(value, usize::MAX, text.len() + LINE.saturating_sub(2 * depth), text)
}

/// Puts a value on one line that ends before the text has `end` bytes, and whose objects have at
/// most so many members; else leaves the text as it was.
fn flat(value: &Value, members: usize, end: usize, text: &mut String) -> bool {
    fn put(value: &Value, most: usize, end: usize, text: &mut String) -> Option<()> {
        match value {
            Value::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    put(item, most, end, text)?;
                }
                text.push(']');
            }
            Value::Object(members) if members.len() <= most => {
                text.push('{');
                for (index, (name, member)) in sorted(members).into_iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    string(name, text);
                    text.push_str(": ");
                    put(member, most, end, text)?;
                }
                text.push('}');
            }
            Value::Object(_) => return None,
            _ => scalar(value, text),
        }
        (text.len() <= end).then_some(())
    }
    let start = text.len();
    let fits = put(value, members, end, text).is_some();
    if !fits {
        text.truncate(start);
    }
    fits
}

fn sorted(members: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    members
}

fn separate(index: usize, depth: usize, text: &mut String) {
    if index > 0 {
        text.push(',');
    }
    new_line(depth, text);
}

fn new_line(depth: usize, text: &mut String) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

fn scalar(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&self::number(number)),
        Value::String(content) => string(content, text),
        Value::Array(_) => text.push_str("[]"),
        Value::Object(_) => text.push_str("{}"),
    }
}

/// Integers of 64 bits exactly; other numbers as the shortest text that reads back as the same
/// double. `serde_json` may have kept the text of a number or have read it: both give the same.
fn number(number: &serde_json::Number) -> String {
    // With the feature `arbitrary_precision`, `-0` is an integer; it is the double that it says.
    let minus_zero = number.as_i64() == Some(0) && number.to_string().starts_with('-');
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (.., Some(value)) if minus_zero => format!("{value:?}"),
        (Some(value), ..) => value.to_string(),
        (_, Some(value), _) => value.to_string(),
        (.., Some(value)) => format!("{value:?}"),
        (None, None, None) => number.to_string(),
    }
}

fn string(content: &str, text: &mut String) {
    text.push('"');
    for character in content.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            control if control < ' ' => {
                text.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        canonical(&serde_json::from_str(text).expect("JSON"))
    }

    /// Run with and without `arbitrary_precision` and `preserve_order` of `serde_json`, which
    /// `.ci/run` does: the bytes are the same.
    #[test]
    fn numbers_do_not_depend_on_how_they_were_read() {
        for (read, printed) in [
            ("18446744073709551615", "18446744073709551615"),
            ("9007199254740993", "9007199254740993"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("0", "0"),
            ("-0", "-0.0"),
            ("1.0", "1.0"),
            ("1.50", "1.5"),
            ("1e2", "100.0"),
            ("333333333.33333329", "333333333.3333333"),
            ("1e-7", "1e-7"),
            ("18446744073709551616", "1.8446744073709552e19"),
        ] {
            assert_eq!(of(read), format!("{printed}\n"), "{read}");
        }
    }

    #[test]
    fn members_are_sorted_by_their_bytes() {
        let text = of(r#"{"b": {"d": 1, "c": 2}, "a": 1, "é": 0, "Z": 0}"#);
        let places: Vec<_> =
            ["\"Z\"", "\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"é\""].map(|it| text.find(it)).into();
        assert!(places.is_sorted() && places[0].is_some(), "{text}");
    }

    #[test]
    fn strings_escape_only_what_json_must() {
        let text = "\"\\\n\r\t\u{8}\u{c}\u{1}\u{7f}é\u{2028}😀/";
        assert_eq!(
            canonical(&Value::from(text)),
            "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\u{7f}é\u{2028}😀/\"\n"
        );
        assert_eq!(of(&canonical(&Value::from(text))), canonical(&Value::from(text)));
    }

    #[test]
    fn the_canonical_form_of_the_canonical_form_is_itself() {
        let text =
            of(r#"{"a": [], "b": {}, "c": [1, [2, {"d": [{"e": null, "f": true}]}]], "x": "y"}"#);
        assert_eq!(of(&text), text);
        assert!(text.ends_with("}\n") && !text.contains('\r') && !text.contains(" \n"), "{text}");
    }
}
