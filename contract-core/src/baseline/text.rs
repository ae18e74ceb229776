//! The text of what was released, cut into lines and parts.

pub(super) const fn part(bytes: &[u8], from: usize, to: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = from;
    while at < to {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

pub(super) const fn same(
    a: &[u8],
    a_from: usize,
    a_to: usize,
    b: &[u8],
    b_from: usize,
    b_to: usize,
) -> bool {
    if a_to - a_from != b_to - b_from {
        return false;
    }
    let mut at = 0;
    while at < a_to - a_from {
        if a[a_from + at] != b[b_from + at] {
            return false;
        }
        at += 1;
    }
    true
}

pub(super) const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

/// Some of the text.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Span {
    pub(super) const NONE: Self = Self { from: 0, to: 0 };

    pub(super) const fn is_empty(self) -> bool {
        self.from >= self.to
    }
}

/// Where an item's lines end.
pub(super) const fn item_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'@' && text[at] != b'%' {
        at = line_end(text, at) + 1;
    }
    if at > text.len() { text.len() } else { at }
}

/// A part of a line, from 0; empty if the line has not so many.
pub(super) const fn field(text: &[u8], line: usize, number: usize) -> Span {
    let end = line_end(text, line);
    let (mut from, mut seen) = (line + 2, 0);
    while from <= end {
        let mut to = from;
        while to < end && text[to] != b'\t' {
            to += 1;
        }
        if seen == number {
            return Span { from, to };
        }
        seen += 1;
        from = to + 1;
    }
    Span::NONE
}

pub(super) const fn starts(bytes: &[u8], from: usize, to: usize, with: &[u8]) -> bool {
    to - from >= with.len() && same(bytes, from, from + with.len(), with, 0, with.len())
}

/// The line with the sentences of a rule.
pub(super) const fn rule(text: &[u8], key: Span) -> usize {
    let mut at = 0;
    while at < text.len() {
        let line = line_end(text, at);
        if text[at] == b'!' && same(text, at + 2, line, text, key.from, key.to) {
            return at;
        }
        at = line + 1;
    }
    text.len()
}

/// The text of the line so many lines below another one.
pub(super) const fn nth(text: &[u8], mut line: usize, lines: usize) -> Span {
    let mut left = lines;
    while left > 0 && line < text.len() {
        line = line_end(text, line) + 1;
        left -= 1;
    }
    if line + 2 >= text.len() {
        return Span::NONE;
    }
    Span { from: line + 2, to: line_end(text, line) }
}
