//! Which condition does not hold, and where.

use super::facts::Facts;
use super::moved::{kept, moved, tells};
use super::text::{Span, field, item_end, line_end, part, same, starts};
use super::values::{less, lists, read};

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
    let (mut applies, mut around, mut subject) = (true, 0, from);
    let mut at = from;
    while at < end {
        let line = line_end(text, at);
        match text[at] {
            b'?' if now.find(part(text, at + 2, line)).is_none() => return broken,
            b'.' => subject = at,
            b'^' => match now.find(part(text, at + 2, line)) {
                Some(fact) => around = now.sites[fact] as usize,
                None => applies = false,
            },
            b'+' | b'-' | b'*' | b'<' | b'>' | b'&' | b'\\' => {
                let fault = match text[at] {
                    _ if !applies => None,
                    b'+' => missing(text, at, around, &now),
                    verb @ (b'-' | b'*') => beyond(text, at, facts, &now, verb == b'-'),
                    verb => another(text, at, facts, &now, verb),
                };
                (applies, around) = (true, 0);
                if let Some((site, to)) = fault
                    && !is_exempt(text, from, subject, facts, &now)
                {
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

/// Whether the author says of the item, or of the member that the clause belongs to, that nothing
/// checks it for now. Until when is for the command to say, which has a clock.
const fn is_exempt(text: &[u8], item: usize, subject: usize, facts: &[u8], now: &Facts) -> bool {
    let below = if subject == item { Span::NONE } else { field(text, subject, 0) };
    let mut fact = 0;
    while fact < now.count {
        let (from, to) = now.spans[fact];
        let (from, to) = (from as usize + 4, to as usize);
        if to >= from + 6
            && starts(facts, from - 4, to, b"has ")
            && same(facts, to - 6, to, b"exempt", 0, 6)
        {
            // What is said of the item or of the part: `exempt`, `fields/total/exempt`.
            let of = to - 6 - from;
            if of == 0
                || (below.to >= below.from + of - 1
                    && same(facts, from, to - 7, text, below.from, below.from + of - 1)
                    && (below.to == below.from + of - 1 || text[below.from + of - 1] == b'/'))
            {
                return true;
            }
        }
        fact += 1;
    }
    false
}

/// `+`: none of the facts is there; what is said of it is said at the place around it.
pub(super) const fn missing(
    text: &[u8],
    line: usize,
    around: usize,
    now: &Facts,
) -> Option<(usize, Span)> {
    let mut number = 2;
    loop {
        let fact = field(text, line, number);
        if fact.is_empty() {
            return Some((around, Span::NONE));
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

/// `<`, `>`, `&` and `\`: the value of the kind is less or more than this one, lacks one of the
/// words, or has other words beside them. A value of another form is left to the command.
const fn another(
    text: &[u8],
    line: usize,
    facts: &[u8],
    now: &Facts,
    verb: u8,
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
            let value = Span { from: from + length + 1, to };
            let fails = match verb {
                b'<' | b'>' => {
                    let (scale, limit) = (text[field(text, line, 3).from], field(text, line, 4));
                    match (read(scale, facts, value), read(scale, text, limit)) {
                        (Some(value), Some(limit)) if verb == b'<' => less(value, limit),
                        (Some(value), Some(limit)) => less(limit, value),
                        _ => false,
                    }
                }
                b'&' => !has_all(text, line, facts, value),
                _ => !has_no_other(text, line, facts, value),
            };
            if fails {
                return Some((now.sites[fact] as usize, value));
            }
        }
        fact += 1;
    }
    None
}

/// Whether a list has all words of a line.
const fn has_all(text: &[u8], line: usize, facts: &[u8], value: Span) -> bool {
    let mut number = 3;
    loop {
        let word = field(text, line, number);
        if word.is_empty() {
            return true;
        }
        if !lists(facts, value, text, word) {
            return false;
        }
        number += 1;
    }
}

/// Whether all words of a list stand in a line.
const fn has_no_other(text: &[u8], line: usize, facts: &[u8], value: Span) -> bool {
    let mut from = value.from;
    while from < value.to {
        let mut to = from;
        while to < value.to && facts[to] != b',' {
            to += 1;
        }
        if !listed(text, line, facts, Span { from, to }) {
            return false;
        }
        from = to + 2;
    }
    true
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
    let kind = field(text, line, 2);
    let is_route = same(text, kind.from, kind.to, b"path", 0, 4);
    let mut number = 3;
    loop {
        let word = field(text, line, number);
        if word.is_empty() {
            return false;
        }
        if same(text, word.from, word.to, facts, rest.from, rest.to)
            || (is_route && same_route(text, word, facts, rest))
        {
            return true;
        }
        number += 1;
    }
}

/// Whether two route templates differ in the names of parameters only, which are not on the wire.
const fn same_route(a: &[u8], one: Span, b: &[u8], other: Span) -> bool {
    let (mut i, mut j) = (one.from, other.from);
    while i < one.to && j < other.to {
        if a[i] != b[j] {
            return false;
        }
        let opens = a[i] == b'{';
        (i, j) = (i + 1, j + 1);
        if opens {
            // One that takes the rest of the path, `{*rest}`, is another one.
            let rest = (i < one.to && a[i] == b'*', j < other.to && b[j] == b'*');
            if rest.0 != rest.1 {
                return false;
            }
            while i < one.to && a[i] != b'}' {
                i += 1;
            }
            while j < other.to && b[j] != b'}' {
                j += 1;
            }
        }
    }
    i == one.to && j == other.to
}
