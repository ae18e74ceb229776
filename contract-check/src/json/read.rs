//! Reading JSON text (RFC 8259).
//!
//! `serde_json` would round numbers, or change how the whole workspace reads them if its
//! `arbitrary_precision` were turned on, and it lets the last of two equal members win. A contract
//! must not be misread, so the text is read here.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::{Json, Number, Shared};
use crate::hash::{HashMap, HashSet};

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

/// The names of an object's members; a set once they are many.
#[derive(Default)]
struct Names<'a>(HashSet<Cow<'a, str>>);

impl<'a> Names<'a> {
    /// Whether the name is new to the members and the names so far.
    fn insert(&mut self, name: Cow<'a, str>, members: &[(String, Json)]) -> bool {
        if members.len() < 16 {
            return members.iter().all(|(known, _)| *known != name);
        }
        if self.0.is_empty() {
            self.0.extend(members.iter().map(|(known, _)| Cow::Owned(known.clone())));
        }
        self.0.insert(name)
    }
}

/// A text that was read, for others to be read beside it.
#[derive(Debug)]
pub struct Known<'t> {
    text: &'t str,
    value: Json,
    /// By the addresses of arrays and objects where in the text they stand.
    places: Places,
}

type Places = HashMap<*const (), Range<usize>>;

/// What is shorter is read again sooner than it is looked up.
const SHORT: usize = 64;

impl<'t> Known<'t> {
    /// Reads a text, to be known.
    ///
    /// # Errors
    /// As [`Json::parse`].
    pub fn read(text: &'t str) -> Result<Self, ReadError> {
        let mut places = Places::default();
        let value = whole(text, None, Some(&mut places))?;
        Ok(Self { text, value, places })
    }

    /// What was read.
    pub fn value(&self) -> &Json {
        &self.value
    }

    /// What stands in the text for a value, where it is an array or an object and not short.
    fn letters(&self, value: &Json) -> Option<&'t str> {
        let place = self.places.get(&address(value)?)?;
        self.text.get(place.clone())
    }
}

/// The address by which an array or an object is known.
fn address(value: &Json) -> Option<*const ()> {
    match value {
        Json::Array(items) => Some(items.address()),
        Json::Object(members) => Some(members.address()),
        _ => None,
    }
}

/// The members of the object that one is read beside, but for those that have been passed.
struct Beside<'a>(&'a [(String, Json)]);

impl<'a> Beside<'a> {
    /// The member of a name, if it is one of the next: mostly it is the next one, and where one
    /// was added or removed the others follow each other still.
    fn find(&mut self, name: &str) -> Option<&'a Json> {
        const AHEAD: usize = 8;
        let next = self.0.iter().take(AHEAD).position(|(member, _)| member == name)?;
        let (_, value) = &self.0[next];
        self.0 = &self.0[next + 1..];
        Some(value)
    }
}

/// Reads a text that holds one JSON value, beside another one if there is one. A byte order mark
/// before it is skipped.
pub(super) fn read(text: &str, known: Option<&Known<'_>>) -> Result<Json, ReadError> {
    whole(text, known, None)
}

fn whole(
    text: &str,
    known: Option<&Known<'_>>,
    places: Option<&mut Places>,
) -> Result<Json, ReadError> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader =
        Reader { text, at: mark, known, places, items: Vec::new(), members: Vec::new() };
    reader.document().map_err(|problem| {
        // The place is never inside a character: only ASCII is stepped over byte by byte.
        let before = text.get(mark..reader.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        ReadError {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            problem,
        }
    })
}

struct Reader<'a> {
    text: &'a str,
    /// The byte that is read next; at an error, where it is.
    at: usize,
    /// The text that this one is read beside.
    known: Option<&'a Known<'a>>,
    /// Where arrays and objects stand, if that is noted.
    places: Option<&'a mut Places>,
    /// The items of all arrays that are open.
    items: Vec<Json>,
    /// The members of all objects that are open.
    members: Vec<(String, Json)>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Json, Problem> {
        let value = self.value(0, self.known.map(Known::value))?;
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

    /// Reads a value; beside the one that stands at its place in the other text.
    fn value(&mut self, depth: usize, beside: Option<&'a Json>) -> Result<Json, Problem> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if depth == DEPTH => Err(Problem::Depth),
            Some(first @ (b'{' | b'[')) => {
                if let Some(same) = self.same(beside) {
                    return Ok(same);
                }
                let start = self.at;
                let value = match first {
                    b'{' => self.object(depth, beside),
                    _ => self.array(depth, beside),
                }?;
                if let Some(places) = &mut self.places
                    && self.at - start > SHORT
                    && let Some(address) = address(&value)
                {
                    places.insert(address, start..self.at);
                }
                Ok(value)
            }
            Some(b'"') => self.string().map(|content| Json::String(content.into_owned())),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            _ => self.expected("a value"),
        }
    }

    /// The value of the other text, if this one goes on in the same letters. Where an array or an
    /// object begins, its letters tell where it ends.
    fn same(&mut self, beside: Option<&Json>) -> Option<Json> {
        let letters = self.known?.letters(beside?)?.as_bytes();
        let is_same = self.text.as_bytes()[self.at..].starts_with(letters);
        self.at += if is_same { letters.len() } else { 0 };
        beside.filter(|_| is_same).cloned()
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
                Ok(Json::from(number))
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

    fn array(&mut self, depth: usize, beside: Option<&'a Json>) -> Result<Json, Problem> {
        self.at += 1;
        if self.take(b']') {
            return Ok(Json::Array(Shared::default()));
        }
        let first = self.items.len();
        let beside = beside.and_then(Json::as_array).unwrap_or_default();
        loop {
            let index = self.items.len() - first;
            let item = self.value(depth + 1, beside.get(index))?;
            self.items.push(item);
            if self.take(b']') {
                return Ok(Json::Array(self.items.drain(first..).collect()));
            }
            if !self.take(b',') {
                return self.expected("`,` or `]`");
            }
        }
    }

    fn object(&mut self, depth: usize, beside: Option<&'a Json>) -> Result<Json, Problem> {
        self.at += 1;
        if self.take(b'}') {
            return Ok(Json::Object(Shared::default()));
        }
        let first = self.members.len();
        let mut names = Names::default();
        let mut beside = Beside(beside.and_then(Json::as_object).unwrap_or_default());
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return self.expected("a member's name in quotes");
            }
            let name = self.string()?;
            if !names.insert(name.clone(), &self.members[first..]) {
                self.at = start;
                return Err(Problem::Duplicate(name.into_owned()));
            }
            if !self.take(b':') {
                return self.expected("`:`");
            }
            let value = self.value(depth + 1, beside.find(&name))?;
            self.members.push((name.into_owned(), value));
            if self.take(b'}') {
                return Ok(Json::Object(self.members.drain(first..).collect()));
            }
            if !self.take(b',') {
                return self.expected("`,` or `}`");
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Problem> {
        self.at += 1;
        let text: &'a str = self.text;
        let mut content = Cow::Borrowed("");
        loop {
            let rest = &text[self.at..];
            let plain = plain(rest.as_bytes());
            content += &rest[..plain];
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(content);
                }
                Some(b'\\') => content.to_mut().push(self.escape()?),
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

/// How many bytes of a string come before the first that does not stand for itself: a quote, a
/// backslash, or a control character. Strings are most of a large document, so that eight bytes
/// are looked at together.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGHS: u64 = u64::from_le_bytes([0x80; 8]);
    // The high bits of the bytes below a bound. Above the first of them others may seem to be.
    let below = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word & HIGHS;
    let is = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let mut words = bytes.chunks_exact(8);
    let mut passed = 0;
    for chunk in &mut words {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        let found = is(word, b'"') | is(word, b'\\') | below(word, b' ');
        if found != 0 {
            return passed + found.trailing_zeros() as usize / 8;
        }
        passed += 8;
    }
    let rest = words.remainder();
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    passed + rest.iter().position(special).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        read(text, None).expect_err("the text is no JSON").to_string()
    }

    #[test]
    fn agrees_with_serde_json() {
        for text in [
            r#"{"a": [1, -2.5e3, true, false, null, {}], "b": [], "\u00e9\n\ud83d\ude00": "\/"}"#,
            " \"x\" ",
            "0",
            "[[[]]]",
        ] {
            let ours = read(text, None).expect("JSON");
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
            assert!(read(text, None).is_err(), "{text}");
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
        assert!(read(&nested(DEPTH), None).is_ok());
        assert!(problem(&nested(DEPTH + 1)).contains("deeper than 128"));
        assert!(problem(&nested(1_000_000)).contains("deeper than 128"));
    }

    /// The number of arrays and objects that one has of another, and of all that it has.
    fn shared(value: &Json, of: &Json) -> (usize, usize) {
        fn addresses(value: &Json, all: &mut Vec<*const ()>) {
            all.extend(address(value));
            for item in value.as_array().unwrap_or_default() {
                addresses(item, all);
            }
            for (_, member) in value.as_object().unwrap_or_default() {
                addresses(member, all);
            }
        }
        let (mut own, mut others) = (Vec::new(), Vec::new());
        addresses(value, &mut own);
        addresses(of, &mut others);
        (own.iter().filter(|it| others.contains(it)).count(), own.len())
    }

    #[test]
    fn what_both_texts_say_is_there_once() {
        let long = format!("\"words\": \"{}\"", "word ".repeat(20));
        let one = |name: &str| format!("\"{name}\": {{\"a\": [1, 2], {long}}}");
        let old = format!("{{{}, {}, {}}}", one("a"), one("b"), one("c"));
        let known = Known::read(&old).expect("JSON");
        for (new, expected) in [
            (old.clone(), (7, 7)),
            // White space around it does not matter, and within it does.
            (format!(" {}\n", old.replace(": {", " :  {")), (6, 7)),
            (old.replacen("[1, 2]", "[1,2]", 1), (4, 7)),
            // Members that come, go and move.
            (format!("{{{}, {}, {}, {}}}", one("a"), one("x"), one("b"), one("c")), (6, 9)),
            (format!("{{{}, {}}}", one("a"), one("c")), (4, 5)),
            (format!("{{{}, {}}}", one("c"), one("a")), (2, 5)),
        ] {
            let beside = read(&new, Some(&known)).expect("JSON");
            assert_eq!(beside.to_string(), Json::parse(&new).expect("JSON").to_string(), "{new}");
            assert_eq!(shared(&beside, known.value()), expected, "{new}");
        }
        for new in [format!("{old},"), old.replace("]", "")] {
            assert_eq!(read(&new, Some(&known)).err(), read(&new, None).err(), "{new}");
        }
    }

    #[test]
    fn strings_end_where_they_end() {
        let letters: String = ('\0'..'\u{180}').chain(['\u{2028}', '😀']).collect();
        for length in 0..40 {
            for special in letters.chars() {
                let before = "é~\u{7f}".repeat(7);
                let start: String = before.chars().take(length).collect();
                let text = format!("{start}{special}{before}");
                let expected = text.bytes().position(|it| matches!(it, b'"' | b'\\' | 0..=0x1f));
                assert_eq!(plain(text.as_bytes()), expected.unwrap_or(text.len()), "{text:?}");
            }
        }
    }
}
