//! Which condition does not hold, and where.

use super::facts::Facts;
use super::moved::{kept, moved, tells};
use super::text::{Span, field, item_end, line_end, part, same, starts};

/// What is broken: nothing, if the place is 0.
pub(super) struct Broken {
    pub(super) site: usize,
    pub(super) said: Sentence,
    /// How many conditions beside this one do not hold.
    pub(super) more: usize,
}

/// Where a sentence comes from.
#[derive(Clone, Copy)]
pub(super) struct Sentence {
    /// The item's second line.
    pub(super) item: usize,
    /// The line of the clause.
    pub(super) subject: usize,
    /// The line of the condition.
    pub(super) line: usize,
    /// What `{to}` stands for, within the facts.
    pub(super) to: Span,
}

/// Puts every condition of an item to the test.
pub(super) const fn judge(text: &[u8], from: usize, facts: &[u8]) -> Broken {
    let end = item_end(text, from);
    let now = Facts::read(facts);
    let nothing = Sentence { item: from, subject: from, line: from, to: Span::NONE };
    let mut broken = Broken { site: 0, said: nothing, more: 0 };
    let moved = moved(text, from, end, facts, &now);
    let (mut applies, mut subject) = (true, from);
    let mut at = from;
    while at < end {
        let line = line_end(text, at);
        match text[at] {
            b'?' if now.find(part(text, at + 2, line)).is_none() => return broken,
            b'.' => subject = at,
            b'^' => applies = now.find(part(text, at + 2, line)).is_some(),
            b'+' | b'-' | b'*' => {
                let fault = match text[at] {
                    _ if !applies => None,
                    b'+' => missing(text, at, &now),
                    verb => beyond(text, at, facts, &now, verb == b'-'),
                };
                applies = true;
                if let Some((site, to)) = fault {
                    let own = (site, Sentence { item: from, subject, line: at, to });
                    let (site, said) = match &moved {
                        Some(moved) if tells(moved, text, at, facts, to) => {
                            (moved.site, moved.said)
                        }
                        _ => match kept(text, from, end, at, facts, &now) {
                            Some(moved) => (moved.site, moved.said),
                            None => own,
                        },
                    };
                    if broken.site == 0 {
                        broken.site = site + 1;
                        broken.said = said;
                    } else if broken.said.line != said.line {
                        broken.more += 1;
                    }
                }
            }
            _ => {}
        }
        at = line + 1;
    }
    broken
}

/// `+`: none of the facts is there.
pub(super) const fn missing(text: &[u8], line: usize, now: &Facts) -> Option<(usize, Span)> {
    let mut number = 2;
    loop {
        let fact = field(text, line, number);
        if fact.is_empty() {
            return Some((0, Span::NONE));
        }
        if now.find(part(text, fact.from, fact.to)).is_some() {
            return None;
        }
        number += 1;
    }
}

/// `-` and `*`: there is a fact of the kind whose rest is one of the words, or is none of them.
pub(super) const fn beyond(
    text: &[u8],
    line: usize,
    facts: &[u8],
    now: &Facts,
    refused: bool,
) -> Option<(usize, Span)> {
    let kind = field(text, line, 2);
    let length = kind.to - kind.from;
    let mut fact = 0;
    while fact < now.count {
        let (from, to) = now.spans[fact];
        let (from, to) = (from as usize, to as usize);
        if to > from + length
            && facts[from + length] == b' '
            && same(facts, from, from + length, text, kind.from, kind.to)
        {
            let rest = Span { from: from + length + 1, to };
            let site = now.sites[fact];
            if listed(text, line, facts, rest) == refused
                && (refused || !is_read_anyway(text, line, facts, now, site))
            {
                return Some((site as usize, rest));
            }
        }
        fact += 1;
    }
    None
}

/// Whether a line is about what a member asks for, and the member has a name that the line knows
/// beside its first one: an alias.
pub(super) const fn is_read_anyway(
    text: &[u8],
    line: usize,
    facts: &[u8],
    now: &Facts,
    site: u32,
) -> bool {
    let kind = field(text, line, 2);
    if !starts(text, kind.from, kind.to, b"demands") {
        return false;
    }
    let mut fact = 0;
    while fact < now.count {
        if now.sites[fact] == site {
            let (from, to) = now.spans[fact];
            let (mut at, to) = (from as usize, to as usize);
            let is_name = starts(facts, at, to, b"reads");
            while at < to && facts[at] != b' ' {
                at += 1;
            }
            if is_name && at < to && listed(text, line, facts, Span { from: at + 1, to }) {
                return true;
            }
        }
        fact += 1;
    }
    false
}

pub(super) const fn listed(text: &[u8], line: usize, facts: &[u8], rest: Span) -> bool {
    let mut number = 3;
    loop {
        let word = field(text, line, number);
        if word.is_empty() {
            return false;
        }
        if same(text, word.from, word.to, facts, rest.from, rest.to) {
            return true;
        }
        number += 1;
    }
}
