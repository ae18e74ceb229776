//! ECMA-262 patterns for a matcher that does not backtrack.
//!
//! Look-around is left to a matcher of its own. What neither can do (back references) or what
//! ECMA-262 leaves to each implementation makes the pattern unknown, never approximate.

mod around;

use std::iter::Peekable;
use std::str::Chars;

use regex::{Regex, RegexBuilder};

use self::around::Around;

/// A pattern that matches anywhere in a text.
#[derive(Debug)]
pub(super) struct Pattern(Matcher);

#[derive(Debug)]
enum Matcher {
    Plain(Regex),
    Around(Around),
}

/// White space and line ends (ECMA-262, sections 12.2 and 12.3).
const SPACE: &str = r"\t\n\x0B\x0C\r\x{FEFF}\x{2028}\x{2029}\p{Zs}";
const DIGIT: &str = "0-9";
const WORD: &str = "0-9A-Za-z_";

impl Pattern {
    /// None where the pattern cannot be translated.
    pub(super) fn new(source: &str) -> Option<Self> {
        let mut reader = Reader { rest: source.chars().peekable(), out: String::new() };
        if reader.pattern().is_none() {
            return Around::new(source).map(|around| Self(Matcher::Around(around)));
        }
        let regex = RegexBuilder::new(&reader.out).size_limit(4 << 20).build().ok()?;
        Some(Self(Matcher::Plain(regex)))
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        match &self.0 {
            Matcher::Plain(regex) => regex.is_match(text),
            Matcher::Around(around) => around.matches(text),
        }
    }
}

struct Reader<'s> {
    rest: Peekable<Chars<'s>>,
    out: String,
}

/// One atom of a class or of the pattern.
enum Atom {
    Char(char),
    /// The content of a class, and whether it is negated.
    Set(String, bool),
}

impl Reader<'_> {
    fn pattern(&mut self) -> Option<()> {
        let mut repeatable = false;
        while let Some(c) = self.rest.next() {
            let mut next_repeatable = true;
            match c {
                '\\' => match self.rest.peek()? {
                    'b' => {
                        self.rest.next();
                        self.out.push_str(r"(?-u:\b)");
                        next_repeatable = false;
                    }
                    'B' => return None,
                    _ => self.character(c)?,
                },
                '(' => {
                    self.group()?;
                    next_repeatable = false;
                }
                ')' => self.out.push(')'),
                '|' | '^' | '$' => {
                    self.out.push(c);
                    next_repeatable = false;
                }
                '*' | '+' | '?' if repeatable => {
                    self.out.push(c);
                    self.lazy();
                    next_repeatable = false;
                }
                '{' => match self.counts() {
                    Some(counts) if repeatable => {
                        self.out.push_str(&counts);
                        self.lazy();
                        next_repeatable = false;
                    }
                    _ => return None,
                },
                '*' | '+' | '?' => return None,
                c => self.character(c)?,
            }
            repeatable = next_repeatable;
        }
        Some(())
    }

    /// What takes one character, and begins with this one.
    fn character(&mut self, first: char) -> Option<()> {
        match first {
            '\\' => match self.escape()? {
                Atom::Char(c) => self.literal(c),
                Atom::Set(set, negated) => {
                    let caret = if negated { "^" } else { "" };
                    self.out.push_str(&format!("[{caret}{set}]"));
                }
            },
            '.' => self.out.push_str(r"[^\n\r\x{2028}\x{2029}]"),
            '[' => self.class()?,
            '{' | '}' | ']' => return None,
            c => self.literal(c),
        }
        Some(())
    }

    /// What takes one character, by itself.
    fn one(&mut self) -> Option<String> {
        let first = self.rest.next()?;
        self.out.clear();
        self.character(first)?;
        Some(std::mem::take(&mut self.out))
    }

    fn lazy(&mut self) {
        if self.rest.next_if_eq(&'?').is_some() {
            self.out.push('?');
        }
    }

    fn literal(&mut self, c: char) {
        self.out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
    }

    /// After `(`: plain, `?:` and named groups; look-around is unknown.
    fn group(&mut self) -> Option<()> {
        self.out.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            return Some(());
        }
        match self.rest.next()? {
            ':' => self.out.push_str("?:"),
            '<' if self.rest.peek().is_some_and(|c| c.is_alphabetic() || *c == '_') => {
                self.rest.by_ref().find(|c| *c == '>')?;
            }
            _ => return None,
        }
        Some(())
    }

    /// After `{`: the rest of `{2}`, `{2,}` or `{2,4}`.
    fn counts(&mut self) -> Option<String> {
        let mut text = String::from("{");
        loop {
            let c = self.rest.next()?;
            text.push(c);
            match c {
                '}' => break,
                ',' | '0'..='9' => {}
                _ => return None,
            }
        }
        let inner = &text[1..text.len() - 1];
        let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
        let well_formed = !least.is_empty() && !most.contains(',');
        well_formed.then_some(text)
    }

    /// After `\`: everything but assertions.
    fn escape(&mut self) -> Option<Atom> {
        let set = |content: &str, negated| Some(Atom::Set(content.to_owned(), negated));
        Some(Atom::Char(match self.rest.next()? {
            'd' => return set(DIGIT, false),
            'D' => return set(DIGIT, true),
            'w' => return set(WORD, false),
            'W' => return set(WORD, true),
            's' => return set(SPACE, false),
            'S' => return set(SPACE, true),
            property @ ('p' | 'P') => return self.property(property == 'P'),
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'v' => '\u{b}',
            'f' => '\u{c}',
            '0' if !self.rest.peek().is_some_and(char::is_ascii_digit) => '\0',
            'c' => {
                let letter = self.rest.next_if(char::is_ascii_alphabetic)?;
                char::from(u8::try_from(letter).ok()? % 32)
            }
            'x' => self.hex(2)?,
            'u' => self.unicode()?,
            // An escaped letter or digit without a meaning differs between implementations.
            c if c.is_alphanumeric() => return None,
            c => c,
        }))
    }

    fn property(&mut self, negated: bool) -> Option<Atom> {
        self.rest.next_if_eq(&'{')?;
        let mut name = String::new();
        loop {
            match self.rest.next()? {
                '}' => break,
                c if c.is_ascii_alphanumeric() || "_=".contains(c) => name.push(c),
                _ => return None,
            }
        }
        Some(Atom::Set(format!(r"\p{{{name}}}"), negated))
    }

    fn hex(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + self.rest.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }

    fn unicode(&mut self) -> Option<char> {
        if self.rest.next_if_eq(&'{').is_none() {
            return self.hex(4);
        }
        let mut code = 0u32;
        loop {
            match self.rest.next()? {
                '}' => break,
                c => code = code.checked_mul(16)?.checked_add(c.to_digit(16)?)?,
            }
        }
        char::from_u32(code)
    }

    /// After `[`.
    fn class(&mut self) -> Option<()> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        let mut content = String::new();
        loop {
            let first = match self.rest.next()? {
                ']' => break,
                c => self.class_atom(c)?,
            };
            let is_range = self.rest.peek() == Some(&'-') && {
                let mut ahead = self.rest.clone();
                ahead.next();
                ahead.peek().is_some_and(|c| *c != ']')
            };
            match (first, is_range) {
                (Atom::Char(low), true) => {
                    self.rest.next();
                    let c = self.rest.next()?;
                    let Atom::Char(high) = self.class_atom(c)? else { return None };
                    if high < low {
                        return None;
                    }
                    let (low, high) = (u32::from(low), u32::from(high));
                    content.push_str(&format!(r"\x{{{low:X}}}-\x{{{high:X}}}"));
                }
                (Atom::Char(c), false) => {
                    content.push_str(&format!(r"\x{{{:X}}}", u32::from(c)));
                }
                (Atom::Set(..), true) => return None,
                (Atom::Set(set, false), false) => content.push_str(&set),
                (Atom::Set(set, true), false) => content.push_str(&format!("[^{set}]")),
            }
        }
        self.out.push_str(&match (content.is_empty(), negated) {
            (true, false) => r"[^\s\S]".to_owned(),
            (true, true) => r"[\s\S]".to_owned(),
            (false, false) => format!("[{content}]"),
            (false, true) => format!("[^{content}]"),
        });
        Some(())
    }

    fn class_atom(&mut self, c: char) -> Option<Atom> {
        match c {
            '\\' if self.rest.next_if_eq(&'b').is_some() => Some(Atom::Char('\u{8}')),
            '\\' if self.rest.next_if_eq(&'-').is_some() => Some(Atom::Char('-')),
            '\\' => self.escape(),
            c => Some(Atom::Char(c)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn matches(pattern: &str, text: &str) -> bool {
        Pattern::new(pattern).unwrap_or_else(|| panic!("{pattern}")).matches(text)
    }

    #[test]
    fn patterns_mean_what_ecma_262_says() {
        for (pattern, text, expected) in [
            ("b", "abc", true),
            ("^b", "abc", false),
            (r"^\d+$", "123", true),
            (r"^\d+$", "١٢٣", false),
            (r"^\w$", "é", false),
            (r"^\W$", "é", true),
            (r"^\s$", "\u{feff}", true),
            (r"^\s$", "\u{85}", false),
            ("^.$", "\u{2028}", false),
            ("a$", "a\n", false),
            ("^[a&&b]$", "&", true),
            ("^[^]$", "\n", true),
            ("^[]$", "", false),
            (r"^[\w-]+$", "a-b", true),
            (r"^[\-a]+$", "a-", true),
            (r"^\u0041\x42\cJ$", "AB\n", true),
            (r"^(?<year>\d{4})-(?:\d{2}){1,2}$", "2026-11", true),
            (r"^\p{Lu}+$", "ÄB", true),
            (r"\bword\b", "a word.", true),
            (r"^a+?b$", "aab", true),
            (r"^\/\-\.$", "/-.", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} on {text:?}");
        }
    }

    #[test]
    fn what_cannot_be_matched_is_unknown() {
        for pattern in [r"(?=a)+", r"(?<!a)*b", r"(a)\1", r"\Aa", "a**", "(", "[b-a]", "a{2", r"\q"]
        {
            assert!(Pattern::new(pattern).is_none(), "{pattern}");
        }
    }
}
