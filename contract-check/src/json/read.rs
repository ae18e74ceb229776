//! Reading JSON text (RFC 8259).
//!
//! `serde_json` would round numbers, or change how the whole workspace reads them if its
//! `arbitrary_precision` were turned on, and it lets the last of two equal members win. A contract
//! must not be misread, so the text is read here.

use std::collections::HashSet;
use std::fmt;

use super::{Json, Number};

/// Arrays and objects nest no deeper than this, as in `serde_json`.
const DEPTH: usize = 128;

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Something else was due here.
    Expected(&'static str),
    /// The text ends too early.
    End,
    /// A member's name stands twice in one object.
    Duplicate(String),
    /// Arrays and objects nest deeper than 128 levels.
    Depth,
    /// A number's exponent is beyond 10^12.
    Exponent(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        match &self.problem {
            Problem::Expected(what) => write!(f, "expected {what}"),
            Problem::End => f.write_str("the text ends in the middle of a value"),
            Problem::Duplicate(name) => {
                write!(f, "the member {name:?} stands twice in one object; remove one of them")
            }
            Problem::Depth => {
                write!(f, "arrays and objects nest deeper than {DEPTH} levels")
            }
            Problem::Exponent(number) => {
                write!(f, "the exponent of {number} is beyond what can be computed with")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a text that holds one JSON value. A byte order mark before it is skipped.
pub(super) fn read(text: &str) -> Result<Json, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { text, at: 0 };
    let value = reader.document().map_err(|problem| {
        // The place is never inside a character: only ASCII is stepped over byte by byte.
        let before = text.get(..reader.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        ReadError {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            problem,
        }
    })?;
    Ok(value)
}

/// The names of an object's members; a set once they are many.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// Whether the name is new to the members and the names so far.
    fn insert(&mut self, name: &str, members: &[(String, Json)]) -> bool {
        if members.len() < 16 {
            return members.iter().all(|(known, _)| known != name);
        }
        if self.0.is_empty() {
            self.0.extend(members.iter().map(|(known, _)| known.clone()));
        }
        self.0.insert(name.to_owned())
    }
}

struct Reader<'a> {
    text: &'a str,
    /// The byte that is read next; at an error, where it is.
    at: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Json, Problem> {
        let value = self.value(0)?;
        self.space();
        match self.peek() {
            None => Ok(value),
            Some(_) => Err(Problem::Expected("the end of the text")),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Skips white space and takes the byte if it stands there.
    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expected<T>(&self, what: &'static str) -> Result<T, Problem> {
        Err(if self.peek().is_none() { Problem::End } else { Problem::Expected(what) })
    }

    fn value(&mut self, depth: usize) -> Result<Json, Problem> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if depth == DEPTH => Err(Problem::Depth),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            _ => self.expected("a value"),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Problem> {
        if self.text[self.at..].starts_with(word) {
            self.at += word.len();
            return Ok(value);
        }
        Err(Problem::Expected("a value"))
    }

    fn number(&mut self) -> Result<Json, Problem> {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
            .unwrap_or(rest.len());
        let text = &rest[..end];
        match Number::parse(text) {
            Some(number) => {
                self.at += end;
                Ok(Json::Number(number))
            }
            None if text.find(['e', 'E']).is_some_and(|e| {
                let exponent = text[e + 1..].trim_start_matches(['+', '-']);
                exponent.len() > 12 && exponent.bytes().all(|byte| byte.is_ascii_digit())
            }) =>
            {
                Err(Problem::Exponent(text.to_owned()))
            }
            None => Err(Problem::Expected("a number without leading zeros, such as -12.5e3")),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, Problem> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Json::Array(items));
            }
            if !self.take(b',') {
                return self.expected("`,` or `]`");
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Problem> {
        self.at += 1;
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = Names::default();
        if self.take(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return self.expected("a member's name in quotes");
            }
            let name = self.string()?;
            if !names.insert(&name, &members) {
                self.at = start;
                return Err(Problem::Duplicate(name));
            }
            if !self.take(b':') {
                return self.expected("`:`");
            }
            members.push((name, self.value(depth + 1)?));
            if self.take(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.take(b',') {
                return self.expected("`,` or `}`");
            }
        }
    }

    fn string(&mut self) -> Result<String, Problem> {
        self.at += 1;
        let mut content = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest
                .bytes()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))
                .unwrap_or(rest.len());
            content.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(content);
                }
                Some(b'\\') => content.push(self.escape()?),
                Some(_) => {
                    return Err(Problem::Expected("an escape such as \\n for a control character"));
                }
                None => return Err(Problem::End),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let letter = *self.text.as_bytes().get(self.at + 1).ok_or(Problem::End)?;
        let character = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.code_unit(self.at)?;
                let unpaired = Problem::Expected("a surrogate pair; this half stands alone");
                let code = match first {
                    0xd800..=0xdbff => {
                        let second = self.code_unit(self.at + 6).map_err(|_| unpaired.clone())?;
                        if !(0xdc00..=0xdfff).contains(&second) {
                            return Err(unpaired);
                        }
                        self.at += 6;
                        0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    _ => first,
                };
                self.at += 4;
                char::from_u32(code).ok_or(unpaired)?
            }
            _ => return Err(Problem::Expected("one of the escapes of JSON")),
        };
        self.at += 2;
        Ok(character)
    }

    /// The four hexadecimal digits of a `\u` escape that begins at the byte.
    fn code_unit(&self, at: usize) -> Result<u32, Problem> {
        let wrong = || Problem::Expected("\\u and four hexadecimal digits");
        let escape = self.text.as_bytes().get(at..at + 6).ok_or_else(wrong)?;
        let (head, digits) = escape.split_at(2);
        if head != b"\\u" {
            return Err(wrong());
        }
        digits.iter().try_fold(0, |code, &digit| {
            char::from(digit).to_digit(16).map(|value| code * 16 + value).ok_or_else(wrong)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        read(text).expect_err("the text is no JSON").to_string()
    }

    #[test]
    fn agrees_with_serde_json() {
        for text in [
            r#"{"a": [1, -2.5e3, true, false, null, {}], "b": [], "\u00e9\n\ud83d\ude00": "\/"}"#,
            " \"x\" ",
            "0",
            "[[[]]]",
        ] {
            let ours = read(text).expect("JSON");
            let theirs: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(ours, Json::from(&theirs), "{text}");
        }
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "[1 2]",
            "tru",
            "\"a",
            "\"\\x\"",
            "\"\n\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\\u12g4\"",
            "1 2",
            "01",
            "[,]",
            "\"\\",
            "\"\\u",
            "nul",
            "{\"a\"}",
            "{\"a\":}",
            "\"\\u+123\"",
        ] {
            assert!(read(text).is_err(), "{text}");
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn errors_name_the_place() {
        assert_eq!(
            problem("{\n  \"é\": 1, \"a\": 1,\n  \"a\": 2}"),
            "line 3, column 3: the member \"a\" stands twice in one object; remove one of them"
        );
        assert_eq!(problem("[1,\n é]"), "line 2, column 2: expected a value");
        assert_eq!(problem("[1"), "line 1, column 3: the text ends in the middle of a value");
        assert!(problem("[1e9999999999999]").contains("exponent of 1e9999999999999"));
    }

    #[test]
    fn deep_nesting_is_an_error() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(DEPTH)).is_ok());
        assert!(problem(&nested(DEPTH + 1)).contains("deeper than 128"));
        assert!(problem(&nested(1_000_000)).contains("deeper than 128"));
    }
}
