//! Members that are found under another name.

use super::facts::{Facts, is_named, named, written};
use super::judge::Sentence;
use super::text::{Span, field, line_end, same, starts};

/// A member that is now found under another name.
pub(super) struct Moved {
    pub(super) name: Span,
    pub(super) site: usize,
    pub(super) said: Sentence,
}

/// The one member that is gone, if there is exactly one that is new.
pub(super) const fn moved(
    text: &[u8],
    from: usize,
    end: usize,
    facts: &[u8],
    now: &Facts,
) -> Option<Moved> {
    let said = Sentence { item: from, subject: from, line: from, to: Span::NONE };
    let mut moved = Moved { name: Span::NONE, site: 0, said };
    let (mut gone, mut come, mut subject) = (0, 0, from);
    let (mut place, mut members) = (0, 0);
    let mut at = from;
    while at < end {
        if text[at] == b'.' {
            subject = at;
        }
        if text[at] == b'~' {
            members += 1;
            let name = field(text, at, 2);
            if !is_named(text, name, facts, now) {
                gone += 1;
                place = members;
                moved.name = name;
                moved.said.subject = subject;
                moved.said.line = at;
            }
        }
        at = line_end(text, at) + 1;
    }
    if gone != 1 {
        return None;
    }
    let mut fact = 0;
    while fact < now.count {
        let (start, to) = now.spans[fact];
        if let Some(name) = named(facts, start as usize, to as usize)
            && !is_known(text, from, end, facts, name)
        {
            come += 1;
            moved.site = now.sites[fact] as usize;
            moved.said.to = name;
        }
        fact += 1;
    }
    // The same place, or nearly the same name, as the command has it.
    let (old, new) = (moved.name, moved.said.to);
    if come == 1
        && !is_another_type(text, facts, now, &moved)
        && (moved.site == place || alike(&Plain::of(text, old), &Plain::of(facts, new)))
    {
        Some(moved)
    } else {
        None
    }
}

/// The member that a line looks for, if it is written under another name now and still known by
/// the old one.
pub(super) const fn kept(
    text: &[u8],
    from: usize,
    end: usize,
    line: usize,
    facts: &[u8],
    now: &Facts,
) -> Option<Moved> {
    let wanted = field(text, line, 2);
    if text[line] != b'+' || !starts(text, wanted.from, wanted.to, b"writes ") {
        return None;
    }
    let old = Span { from: wanted.from + 7, to: wanted.to };
    let mut fact = 0;
    while fact < now.count {
        let (start, to) = now.spans[fact];
        if let Some(name) = named(facts, start as usize, to as usize)
            && same(facts, name.from, name.to, text, old.from, old.to)
        {
            let site = now.sites[fact];
            let to = written(facts, now, site);
            let mut subject = from;
            let mut at = from;
            while at < end && !to.is_empty() {
                if text[at] == b'.' {
                    subject = at;
                }
                let known = field(text, at, 2);
                if text[at] == b'~' && same(text, known.from, known.to, text, old.from, old.to) {
                    let said = Sentence { item: from, subject, line: at, to };
                    return Some(Moved { name: old, site: site as usize, said });
                }
                at = line_end(text, at) + 1;
            }
            return None;
        }
        fact += 1;
    }
    None
}

/// Whether both types are known and are not the same one.
pub(super) const fn is_another_type(text: &[u8], facts: &[u8], now: &Facts, moved: &Moved) -> bool {
    let new = moved.said.to;
    let mut fact = 0;
    let mut ty = Span::NONE;
    while fact < now.count {
        let (from, to) = now.spans[fact];
        let (from, to) = (from as usize, to as usize);
        let length = new.to - new.from;
        if starts(facts, from, to, b"type ")
            && to > from + 6 + length
            && facts[from + 5 + length] == b' '
            && same(facts, from + 5, from + 5 + length, facts, new.from, new.to)
        {
            ty = Span { from: from + 6 + length, to };
        }
        fact += 1;
    }
    let was = field(text, moved.said.line, 3);
    !ty.is_empty() && !was.is_empty() && !same(text, was.from, was.to, facts, ty.from, ty.to)
}

/// The letters and digits of a name, in lower case; of a long one the first.
pub(super) struct Plain {
    pub(super) bytes: [u8; Self::MOST],
    pub(super) length: usize,
}

impl Plain {
    pub(super) const MOST: usize = 64;

    pub(super) const fn of(text: &[u8], name: Span) -> Self {
        let mut plain = Self { bytes: [0; Self::MOST], length: 0 };
        let mut at = name.from;
        while at < name.to && plain.length < Self::MOST {
            let byte = text[at].to_ascii_lowercase();
            if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
                plain.bytes[plain.length] = byte;
                plain.length += 1;
            }
            at += 1;
        }
        plain
    }

    pub(super) const fn holds(&self, other: &Self) -> bool {
        let mut at = 0;
        while at + other.length <= self.length {
            if same(&self.bytes, at, at + other.length, &other.bytes, 0, other.length) {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// Whether one name is the other one with a few letters changed, or with more around it.
pub(super) const fn alike(one: &Plain, other: &Plain) -> bool {
    let longer = if one.length > other.length { one.length } else { other.length };
    distance(one, other) * 3 <= longer || (longer > 2 && (one.holds(other) || other.holds(one)))
}

/// How many letters have to be added, dropped or changed.
pub(super) const fn distance(one: &Plain, other: &Plain) -> usize {
    let mut row = [0_usize; Plain::MOST + 1];
    let mut j = 0;
    while j <= other.length {
        row[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < one.length {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut j = 0;
        while j < other.length {
            let change = diagonal + (one.bytes[i] != other.bytes[j]) as usize;
            diagonal = row[j + 1];
            let add = if row[j] < row[j + 1] { row[j] + 1 } else { row[j + 1] + 1 };
            row[j + 1] = if change < add { change } else { add };
            j += 1;
        }
        i += 1;
    }
    row[other.length]
}

/// Whether a name is one that the text knows.
pub(super) const fn is_known(
    text: &[u8],
    mut at: usize,
    end: usize,
    facts: &[u8],
    name: Span,
) -> bool {
    while at < end {
        if text[at] == b'=' {
            let mut number = 0;
            loop {
                let known = field(text, at, number);
                if known.is_empty() {
                    break;
                }
                if same(text, known.from, known.to, facts, name.from, name.to) {
                    return true;
                }
                number += 1;
            }
        }
        at = line_end(text, at) + 1;
    }
    false
}

/// Whether a condition that does not hold is about the member that has another name now: it asks
/// for the old name, or refuses the new one.
pub(super) const fn tells(moved: &Moved, text: &[u8], line: usize, facts: &[u8], to: Span) -> bool {
    if text[line] == b'+' {
        let fact = field(text, line, 2);
        let Span { from, to: end } = moved.name;
        let length = end - from;
        return fact.to - fact.from > length
            && text[fact.to - length - 1] == b' '
            && same(text, fact.to - length, fact.to, text, from, end);
    }
    let new = moved.said.to;
    !to.is_empty() && same(facts, to.from, to.to, facts, new.from, new.to)
}
