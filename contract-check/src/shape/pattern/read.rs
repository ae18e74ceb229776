//! Reading ECMA-262 patterns (ECMA-262, section 22.2.1, with the `u` flag).

use regex_syntax::hir::{Class, HirKind};

/// A set of characters: sorted, disjoint, inclusive ranges of scalar values.
pub(super) type Ranges = Vec<(u32, u32)>;

/// A pattern's syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Set(Ranges),
    Sequence(Vec<Syntax>),
    Choice(Vec<Syntax>),
    Repeat(Box<Syntax>, u32, Option<u32>),
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`, or `\B` for false.
    Boundary(bool),
    /// `(?=a)` and `(?<=a)`, or `(?!a)` and `(?<!a)` for what must not be there.
    Look {
        ahead: bool,
        present: bool,
        part: Box<Syntax>,
    },
}

impl Syntax {
    /// Whether it takes no character by itself.
    fn is_assertion(&self) -> bool {
        matches!(self, Self::Start | Self::End | Self::Boundary(_) | Self::Look { .. })
    }

    /// Whether there is a look-around anywhere in it.
    pub(super) fn looks_around(&self) -> bool {
        match self {
            Self::Look { .. } => true,
            Self::Sequence(parts) | Self::Choice(parts) => parts.iter().any(Self::looks_around),
            Self::Repeat(part, ..) => part.looks_around(),
            Self::Set(_) | Self::Start | Self::End | Self::Boundary(_) => false,
        }
    }
}

/// Groups nest no deeper than this.
const DEPTH: usize = 100;

const LAST: u32 = 0x10_ffff;

/// Reads a pattern.
pub(super) fn read(pattern: &str) -> Result<Syntax, String> {
    let mut reader = Reader { characters: pattern.chars().collect(), at: 0 };
    let syntax = reader.choice(0)?;
    match reader.peek() {
        None => Ok(syntax),
        Some(_) => Err("a `)` closes nothing".to_owned()),
    }
}

struct Reader {
    characters: Vec<char>,
    at: usize,
}

/// One member of a class: a character, which may begin a range, or a set.
enum Item {
    One(u32),
    Many(Ranges),
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn take(&mut self, text: &str) -> bool {
        let wanted = text.chars().count();
        let found = self.characters[self.at..].iter().copied().take(wanted).eq(text.chars());
        if found {
            self.at += wanted;
        }
        found
    }

    fn next(&mut self) -> Result<char, String> {
        let next = self.peek().ok_or("it ends in the middle")?;
        self.at += 1;
        Ok(next)
    }

    fn choice(&mut self, depth: usize) -> Result<Syntax, String> {
        if depth > DEPTH {
            return Err(format!("groups nest deeper than {DEPTH} levels"));
        }
        let mut branches = vec![self.sequence(depth)?];
        while self.take("|") {
            branches.push(self.sequence(depth)?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Syntax::Choice(branches) })
    }

    fn sequence(&mut self, depth: usize) -> Result<Syntax, String> {
        let mut parts = Vec::new();
        while let Some(next) = self.peek() {
            if matches!(next, '|' | ')') {
                break;
            }
            let part = self.term(depth)?;
            let part = self.quantified(part)?;
            parts.push(part);
        }
        Ok(Syntax::Sequence(parts))
    }

    fn term(&mut self, depth: usize) -> Result<Syntax, String> {
        Ok(match self.next()? {
            '^' => Syntax::Start,
            '$' => Syntax::End,
            '.' => Syntax::Set(complement(&[(10, 10), (13, 13), (0x2028, 0x2029)])),
            '(' => self.group(depth)?,
            '[' => Syntax::Set(self.class()?),
            '\\' => match self.peek() {
                Some('b') => {
                    self.at += 1;
                    Syntax::Boundary(true)
                }
                Some('B') => {
                    self.at += 1;
                    Syntax::Boundary(false)
                }
                Some('1'..='9' | 'k') => return Err("it refers back to a group".to_owned()),
                _ => Syntax::Set(match self.escape(false)? {
                    Item::One(code) => vec![(code, code)],
                    Item::Many(ranges) => ranges,
                }),
            },
            quantifier @ ('*' | '+' | '?') => {
                return Err(format!("`{quantifier}` repeats nothing"));
            }
            // Outside Unicode mode these stand for themselves, and schemas rely on it.
            other => Syntax::Set(vec![(other.into(), other.into())]),
        })
    }

    fn group(&mut self, depth: usize) -> Result<Syntax, String> {
        let look =
            [("?=", true, true), ("?!", true, false), ("?<=", false, true), ("?<!", false, false)]
                .into_iter()
                .find(|(opening, ..)| self.take(opening));
        if look.is_none() && self.take("?<") {
            while self.next()? != '>' {}
        } else if look.is_none() && self.take("?") && !self.take(":") {
            return Err("it changes flags inside".to_owned());
        }
        let inner = self.choice(depth + 1)?;
        if !self.take(")") {
            return Err("a group is not closed".to_owned());
        }
        Ok(match look {
            Some((_, ahead, present)) => Syntax::Look { ahead, present, part: Box::new(inner) },
            None => inner,
        })
    }

    fn quantified(&mut self, mut part: Syntax) -> Result<Syntax, String> {
        loop {
            let (min, max) = if self.take("*") {
                (0, None)
            } else if self.take("+") {
                (1, None)
            } else if self.take("?") {
                (0, Some(1))
            } else if let Some(counts) = self.counts()? {
                counts
            } else {
                return Ok(part);
            };
            if part.is_assertion() {
                return Err("it repeats an assertion".to_owned());
            }
            if matches!(part, Syntax::Repeat(..)) {
                return Err("it repeats a repetition".to_owned());
            }
            // A lazy repetition matches the same strings.
            self.take("?");
            part = Syntax::Repeat(Box::new(part), min, max);
        }
    }

    /// `{2}`, `{2,}` or `{2,3}`; a brace that opens none of them stands for itself.
    fn counts(&mut self) -> Result<Option<(u32, Option<u32>)>, String> {
        let start = self.at;
        if !self.take("{") {
            return Ok(None);
        }
        let min = self.digits()?;
        let max = if self.take(",") { self.digits()? } else { min };
        let open = self.characters[start..self.at].ends_with(&[',']);
        match (min, self.take("}")) {
            (Some(min), true) => {
                let max = if open { None } else { max };
                if max.is_some_and(|max| max < min) {
                    return Err("a repetition's bounds are in the wrong order".to_owned());
                }
                Ok(Some((min, max)))
            }
            _ => {
                self.at = start;
                Ok(None)
            }
        }
    }

    fn digits(&mut self) -> Result<Option<u32>, String> {
        let start = self.at;
        while self.peek().is_some_and(|next| next.is_ascii_digit()) {
            self.at += 1;
        }
        let text: String = self.characters[start..self.at].iter().collect();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| "a repetition's bound is too large".to_owned())
    }

    fn class(&mut self) -> Result<Ranges, String> {
        let negated = self.take("^");
        let mut ranges = Vec::new();
        while !self.take("]") {
            let first = self.item()?;
            let is_range = self.peek() == Some('-')
                && self.characters.get(self.at + 1).is_some_and(|next| *next != ']');
            match first {
                Item::One(low) if is_range => {
                    self.at += 1;
                    match self.item()? {
                        Item::One(high) if low <= high => ranges.push((low, high)),
                        Item::One(_) => return Err("a range is in the wrong order".to_owned()),
                        Item::Many(set) => {
                            ranges.extend([(low, low), (u32::from('-'), u32::from('-'))]);
                            ranges.extend(set);
                        }
                    }
                }
                Item::One(code) => ranges.push((code, code)),
                Item::Many(set) => ranges.extend(set),
            }
        }
        let ranges = normal(ranges);
        Ok(if negated { complement(&ranges) } else { ranges })
    }

    fn item(&mut self) -> Result<Item, String> {
        match self.next().map_err(|_| "a class is not closed")? {
            '\\' => self.escape(true),
            other => Ok(Item::One(other.into())),
        }
    }

    /// What follows a backslash.
    fn escape(&mut self, in_class: bool) -> Result<Item, String> {
        let one = |character: char| Ok(Item::One(character.into()));
        match self.next()? {
            'd' => Ok(Item::Many(digit())),
            'D' => Ok(Item::Many(complement(&digit()))),
            'w' => Ok(Item::Many(word())),
            'W' => Ok(Item::Many(complement(&word()))),
            's' => Ok(Item::Many(space())),
            'S' => Ok(Item::Many(complement(&space()))),
            'f' => one('\u{c}'),
            'n' => one('\n'),
            'r' => one('\r'),
            't' => one('\t'),
            'v' => one('\u{b}'),
            'b' if in_class => one('\u{8}'),
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => one('\0'),
            'c' => match self.next()? {
                letter if letter.is_ascii_alphabetic() => Ok(Item::One(u32::from(letter) % 32)),
                _ => Err("`\\c` needs a letter".to_owned()),
            },
            'x' => self.hexadecimal(2).map(Item::One),
            'u' if self.take("{") => {
                let start = self.at;
                while self.next()? != '}' {}
                let text: String = self.characters[start..self.at - 1].iter().collect();
                match u32::from_str_radix(&text, 16) {
                    Ok(code) if code <= LAST && !text.starts_with('+') => Ok(Item::One(code)),
                    _ => Err(format!("`\\u{{{text}}}` is no character")),
                }
            }
            'u' => {
                let first = self.hexadecimal(4)?;
                let start = self.at;
                if (0xd800..0xdc00).contains(&first) && self.take("\\u") {
                    let second = self.hexadecimal(4)?;
                    if (0xdc00..0xe000).contains(&second) {
                        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        return Ok(Item::One(code));
                    }
                    self.at = start;
                }
                Ok(Item::One(first))
            }
            letter @ ('p' | 'P') => self.property(letter),
            other if other.is_ascii_alphanumeric() => {
                Err(format!("`\\{other}` is no escape of ECMA-262"))
            }
            other => one(other),
        }
    }

    fn hexadecimal(&mut self, length: usize) -> Result<u32, String> {
        let mut code = 0;
        for _ in 0..length {
            let digit = self.next()?.to_digit(16).ok_or("an escape lacks hexadecimal digits")?;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    /// `\p{..}`: the tables are those of `regex-syntax`.
    fn property(&mut self, letter: char) -> Result<Item, String> {
        if !self.take("{") {
            return Err("`\\p` needs a property in braces".to_owned());
        }
        let start = self.at;
        while self.next()? != '}' {}
        let name: String = self.characters[start..self.at - 1].iter().collect();
        let unknown = || format!("the property `{name}` is unknown");
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '=')) {
            return Err(unknown());
        }
        let table = regex_syntax::parse(&format!("\\{letter}{{{name}}}")).map_err(|_| unknown())?;
        match table.into_kind() {
            HirKind::Class(Class::Unicode(class)) => Ok(Item::Many(
                class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
            )),
            HirKind::Class(Class::Bytes(class)) => Ok(Item::Many(
                class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
            )),
            _ => Err(unknown()),
        }
    }
}

fn digit() -> Ranges {
    vec![(0x30, 0x39)]
}

pub(super) fn word() -> Ranges {
    vec![(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)]
}

/// ECMA-262's white space and line terminators.
fn space() -> Ranges {
    vec![
        (0x9, 0xd),
        (0x20, 0x20),
        (0xa0, 0xa0),
        (0x1680, 0x1680),
        (0x2000, 0x200a),
        (0x2028, 0x2029),
        (0x202f, 0x202f),
        (0x205f, 0x205f),
        (0x3000, 0x3000),
        (0xfeff, 0xfeff),
    ]
}

/// Sorted and merged.
fn normal(mut ranges: Ranges) -> Ranges {
    ranges.sort_unstable();
    let mut merged: Ranges = Vec::new();
    for (low, high) in ranges {
        match merged.last_mut() {
            Some((_, end)) if low <= end.saturating_add(1) => *end = high.max(*end),
            _ => merged.push((low, high)),
        }
    }
    merged
}

fn complement(ranges: &[(u32, u32)]) -> Ranges {
    let mut rest = Vec::new();
    let mut next = 0;
    for (low, high) in ranges {
        if next < *low {
            rest.push((next, low - 1));
        }
        next = high + 1;
    }
    if next <= LAST {
        rest.push((next, LAST));
    }
    rest
}
