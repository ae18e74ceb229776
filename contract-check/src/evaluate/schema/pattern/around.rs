//! Patterns with look-around, which the matcher of the others does not do.
//!
//! A part of a pattern leads from positions in a text to positions in it. The whole matches if it
//! leads anywhere. No position is visited twice for one part, so there is no backtracking.

use std::collections::BTreeSet;

use regex::Regex;

use super::Reader;

/// A pattern with look-around.
#[derive(Debug)]
pub(super) struct Around(Part);

#[derive(Debug)]
enum Part {
    /// One character that this matches.
    One(Regex),
    Start,
    End,
    WordEdge,
    Sequence(Vec<Part>),
    Choice(Vec<Part>),
    Repeat(Box<Part>, usize, Option<usize>),
    Look {
        ahead: bool,
        wanted: bool,
        part: Box<Part>,
    },
}

/// Groups nest no deeper than this.
const DEPTH: usize = 50;

/// Positions between the characters of a text.
type Positions = BTreeSet<usize>;

impl Around {
    /// None where the pattern cannot be translated.
    pub(super) fn new(source: &str) -> Option<Self> {
        let mut reader = Reader { rest: source.chars().peekable(), out: String::new() };
        let part = choice(&mut reader, 0)?;
        reader.rest.next().is_none().then_some(Self(part))
    }

    /// Whether it matches anywhere in a text.
    pub(super) fn matches(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        !self.0.lead(&text, &(0..=text.len()).collect()).is_empty()
    }
}

impl Part {
    /// Where the part ends if it begins at one of these positions.
    fn lead(&self, text: &[char], from: &Positions) -> Positions {
        let kept =
            |keep: &dyn Fn(usize) -> bool| from.iter().copied().filter(|at| keep(*at)).collect();
        match self {
            Self::One(set) => {
                let fits = |at: &usize| {
                    text.get(*at).is_some_and(|c| set.is_match(c.encode_utf8(&mut [0; 4])))
                };
                from.iter().filter(|at| fits(at)).map(|at| at + 1).collect()
            }
            Self::Start => kept(&|at| at == 0),
            Self::End => kept(&|at| at == text.len()),
            Self::WordEdge => {
                let is_word = |at: Option<usize>| {
                    let c = at.and_then(|at| text.get(at));
                    c.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_')
                };
                kept(&|at| is_word(at.checked_sub(1)) != is_word(Some(at)))
            }
            Self::Sequence(parts) => {
                parts.iter().fold(from.clone(), |from, part| part.lead(text, &from))
            }
            Self::Choice(parts) => parts.iter().flat_map(|part| part.lead(text, from)).collect(),
            Self::Repeat(part, least, most) => {
                let mut reached = from.clone();
                for _ in 0..*least {
                    let next = part.lead(text, &reached);
                    if next == reached {
                        break;
                    }
                    reached = next;
                }
                let mut fresh = reached.clone();
                let mut turns = *least;
                while !fresh.is_empty() && most.is_none_or(|most| turns < most) {
                    let next = part.lead(text, &fresh);
                    fresh = next.difference(&reached).copied().collect();
                    reached.extend(&fresh);
                    turns += 1;
                }
                reached
            }
            Self::Look { ahead: true, wanted, part } => {
                kept(&|at| part.lead(text, &Positions::from([at])).is_empty() != *wanted)
            }
            Self::Look { wanted, part, .. } => {
                kept(&|at| part.lead(text, &(0..=at).collect()).contains(&at) == *wanted)
            }
        }
    }
}

fn choice(reader: &mut Reader<'_>, depth: usize) -> Option<Part> {
    if depth > DEPTH {
        return None;
    }
    let mut branches = vec![sequence(reader, depth)?];
    while reader.rest.next_if_eq(&'|').is_some() {
        branches.push(sequence(reader, depth)?);
    }
    Some(Part::Choice(branches))
}

fn sequence(reader: &mut Reader<'_>, depth: usize) -> Option<Part> {
    let mut parts = Vec::new();
    while reader.rest.peek().is_some_and(|c| !matches!(c, '|' | ')')) {
        let part = term(reader, depth)?;
        parts.push(repeated(reader, part)?);
    }
    Some(Part::Sequence(parts))
}

fn term(reader: &mut Reader<'_>, depth: usize) -> Option<Part> {
    let next = *reader.rest.peek()?;
    match next {
        '^' => reader.rest.next().map(|_| Part::Start),
        '$' => reader.rest.next().map(|_| Part::End),
        '(' => {
            reader.rest.next();
            group(reader, depth)
        }
        '\\' if reader.rest.clone().nth(1) == Some('b') => {
            reader.rest.nth(1).map(|_| Part::WordEdge)
        }
        '*' | '+' | '?' => None,
        _ => {
            let set = reader.one()?;
            Regex::new(&format!("^(?:{set})$")).ok().map(Part::One)
        }
    }
}

/// After `(`.
fn group(reader: &mut Reader<'_>, depth: usize) -> Option<Part> {
    let mut look = None;
    if reader.rest.next_if_eq(&'?').is_some() {
        let behind = reader.rest.peek() == Some(&'<')
            && matches!(reader.rest.clone().nth(1), Some('=' | '!'));
        if behind {
            reader.rest.next();
        }
        match reader.rest.next()? {
            ':' => {}
            '<' => {
                reader.rest.by_ref().find(|c| *c == '>')?;
            }
            sign @ ('=' | '!') => look = Some((!behind, sign == '=')),
            _ => return None,
        }
    }
    let part = choice(reader, depth + 1)?;
    reader.rest.next_if_eq(&')')?;
    Some(match look {
        Some((ahead, wanted)) => Part::Look { ahead, wanted, part: Box::new(part) },
        None => part,
    })
}

fn repeated(reader: &mut Reader<'_>, part: Part) -> Option<Part> {
    let (least, most) = match reader.rest.peek() {
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some('?') => (0, Some(1)),
        Some('{') => {
            reader.rest.next();
            let text = reader.counts()?;
            let inner = &text[1..text.len() - 1];
            let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
            let most = if most.is_empty() { None } else { Some(most.parse().ok()?) };
            return finish(reader, part, least.parse().ok()?, most);
        }
        _ => return Some(part),
    };
    reader.rest.next();
    finish(reader, part, least, most)
}

fn finish(reader: &mut Reader<'_>, part: Part, least: usize, most: Option<usize>) -> Option<Part> {
    if matches!(part, Part::Start | Part::End | Part::WordEdge | Part::Look { .. }) {
        return None;
    }
    // A lazy repetition matches the same texts.
    reader.rest.next_if_eq(&'?');
    if matches!(reader.rest.peek(), Some('*' | '+' | '?' | '{')) {
        return None;
    }
    Some(Part::Repeat(Box::new(part), least, most))
}

#[cfg(test)]
mod tests {
    use super::Around;

    #[test]
    fn look_around_means_what_ecma_262_says() {
        for (pattern, text, expected) in [
            ("^(?=a)", "ab", true),
            ("^(?=a)", "ba", false),
            ("^(?!a)", "", true),
            ("^(?!a)", "ab", false),
            ("(?!a)", "a", true),
            ("^(?=.*[0-9])(?=.*[a-z]).{3,}$", "a1b", true),
            ("^(?=.*[0-9])(?=.*[a-z]).{3,}$", "abc", false),
            ("^([a-z0-9]|-(?!-)){1,5}$", "a-b", true),
            ("^([a-z0-9]|-(?!-)){1,5}$", "a--b", false),
            ("^.*(?<!-)$", "a-", false),
            ("^.*(?<!-)$", "", true),
            (r"(?<=\$)\d", "$5", true),
            (r"(?<=\$)\d", "5", false),
            (r"^(?:(?!\bb).)*$", "ab", true),
            (r"^(?:(?!\bb).)*$", "a b", false),
            ("^(?!(?=a)ab)", "ab", false),
            ("^(?<name>a)(?=)$", "a", true),
            ("^(?!.*x$)", "xy", true),
            ("^(?!.*x$)", "yx", false),
        ] {
            let pattern_read = Around::new(pattern).unwrap_or_else(|| panic!("{pattern}"));
            assert_eq!(pattern_read.matches(text), expected, "{pattern} on {text:?}");
        }
    }

    #[test]
    fn what_cannot_be_matched_is_unknown() {
        for pattern in ["(?=a)*", "(?=a", "(?i)a", r"(?=a)\1", "a**", "*", "(?!a))", "(?=a){x}"] {
            assert!(Around::new(pattern).is_none(), "{pattern}");
        }
    }
}
