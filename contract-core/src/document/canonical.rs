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

/// Arrays and objects of this many bytes or fewer stand on one line, if they hold no other
/// array or object with more than one member: `{"list": "LineItem"}`.
const LINE: usize = 60;

fn put(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            if let Some(line) = one_line(value) {
                text.push_str(&line);
                return;
            }
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(index, depth + 1, text);
                put(item, depth + 1, text);
            }
            new_line(depth, text);
            text.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            if let Some(line) = one_line(value) {
                text.push_str(&line);
                return;
            }
            let mut names: Vec<&String> = members.keys().collect();
            names.sort_unstable();
            text.push('{');
            for (index, name) in names.into_iter().enumerate() {
                separate(index, depth + 1, text);
                string(name, text);
                text.push_str(": ");
                put(&members[name], depth + 1, text);
            }
            new_line(depth, text);
            text.push('}');
        }
        _ => scalar(value, text),
    }
}

/// The value on one line, if it is small: scalars, and chains of single members.
fn one_line(value: &Value) -> Option<String> {
    fn simple(value: &Value) -> bool {
        match value {
            Value::Array(items) => items.iter().all(|item| !item.is_object() || chain(item)),
            Value::Object(_) => chain(value),
            _ => true,
        }
    }
    fn chain(value: &Value) -> bool {
        match value {
            Value::Object(members) => members.len() <= 1 && members.values().all(simple),
            _ => simple(value),
        }
    }
    fn flat(value: &Value, text: &mut String) -> Option<()> {
        match value {
            Value::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    flat(item, text)?;
                }
                text.push(']');
            }
            Value::Object(members) => {
                text.push('{');
                for (name, member) in members {
                    string(name, text);
                    text.push_str(": ");
                    flat(member, text)?;
                }
                text.push('}');
            }
            _ => scalar(value, text),
        }
        (text.len() <= LINE).then_some(())
    }
    if !simple(value) {
        return None;
    }
    let mut text = String::new();
    flat(value, &mut text)?;
    Some(text)
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

/// Integers exactly; other numbers as the shortest text that reads back as the same double.
fn number(number: &serde_json::Number) -> String {
    if let Some(value) = number.as_u64() {
        value.to_string()
    } else if let Some(value) = number.as_i64() {
        value.to_string()
    } else {
        number.to_string()
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
