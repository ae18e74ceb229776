//! What is said about a condition that does not hold.

use super::judge::{Broken, Sentence};
use super::text::{Span, field, nth, rule, same, starts};

/// How long a message may be.
pub(super) const LONGEST: usize = 4096;

/// A message.
pub(super) struct Said {
    pub(super) bytes: [u8; LONGEST],
    pub(super) length: usize,
}

impl Said {
    pub(super) const fn new(text: &[u8], facts: &[u8], broken: &Broken) -> Self {
        let mut said = Self { bytes: [0; LONGEST], length: 0 };
        let Sentence { item, subject, line, to } = broken.said;
        let own = item == subject;
        let key = field(text, line, 0);
        let mut id = key;
        let mut end = id.from;
        while end < id.to && text[end] != b'/' {
            end += 1;
        }
        id.to = end;
        let words = Words {
            it: field(text, subject, 2),
            within: field(text, if own { item } else { subject }, if own { 2 } else { 3 }),
            from: field(text, line, 1),
            to,
        };
        let rule = rule(text, key);
        said.plain(b"breaking[");
        said.copy(text, id.from, id.to);
        said.plain(b"]: ");
        said.fill(text, facts, nth(text, rule, 1), &words);
        said.plain(b"\n\nclause: ");
        said.clause(text, facts, item, subject, &words);
        said.plain(b" (");
        let level = field(text, subject, 1);
        said.copy(text, level.from, level.to);
        said.plain(b"), accepted in ");
        let release = field(text, item, 3);
        said.copy(text, release.from, release.to);
        let hurt = nth(text, rule, 2);
        if !hurt.is_empty() {
            said.plain(b"\nhurt: ");
            said.fill(text, facts, hurt, &words);
        }
        let reached = field(text, item, 4);
        if !reached.is_empty() && text[reached.from] != b'-' {
            said.plain(b"\nreached by: ");
            said.copy(text, reached.from, reached.to);
        }
        said.plain(b"\nfix: ");
        said.fill(text, facts, nth(text, rule, 3), &words);
        said.plain(b"\nor: if it has to be, `cargo contract-check declare ");
        said.clause(text, facts, item, subject, &words);
        said.plain(b"` drafts what its owner has to say.");
        if broken.more > 0 {
            said.plain(b"\n\nMore of this item breaks; `cargo contract-check` says all of it.");
        }
        said
    }

    /// The path of the clause that a line is about.
    pub(super) const fn clause(
        &mut self,
        text: &[u8],
        facts: &[u8],
        item: usize,
        subject: usize,
        words: &Words,
    ) {
        let clause = field(text, item, 0);
        self.copy(text, clause.from, clause.to);
        let below = field(text, subject, 0);
        if item != subject && !below.is_empty() {
            self.plain(b"/");
            self.fill(text, facts, below, words);
        }
    }

    /// A sentence with its words.
    pub(super) const fn fill(&mut self, text: &[u8], facts: &[u8], template: Span, words: &Words) {
        let mut at = template.from;
        while at < template.to {
            let (word, length) = words.at(text, at, template.to);
            match word {
                Word::None => {
                    self.push(text[at]);
                    at += 1;
                    continue;
                }
                // What is new may be named by the fact itself.
                Word::Text(span) if same(text, span.from, span.to, b"{to}", 0, 4) => {
                    self.copy(facts, words.to.from, words.to.to);
                }
                Word::Text(span) => self.copy(text, span.from, span.to),
                Word::To => self.copy(facts, words.to.from, words.to.to),
            }
            at += length;
        }
    }

    pub(super) const fn plain(&mut self, bytes: &[u8]) {
        self.copy(bytes, 0, bytes.len());
    }

    pub(super) const fn push(&mut self, byte: u8) {
        if self.length < LONGEST {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    pub(super) const fn copy(&mut self, bytes: &[u8], mut from: usize, to: usize) {
        while from < to {
            self.push(bytes[from]);
            from += 1;
        }
    }

    pub(super) const fn text(&self) -> &str {
        let mut length = self.length;
        // A message that is cut off ends with a whole character.
        if length == LONGEST {
            while length > 0 && self.bytes[length - 1] & 0xc0 == 0x80 {
                length -= 1;
            }
            length -= 1;
        }
        match core::str::from_utf8(self.bytes.split_at(length).0) {
            Ok(text) => text,
            Err(_) => "this item breaks the contract; `cargo contract-check` says how",
        }
    }
}

/// What the words of a sentence stand for.
pub(super) struct Words {
    pub(super) it: Span,
    pub(super) within: Span,
    pub(super) from: Span,
    pub(super) to: Span,
}

pub(super) enum Word {
    None,
    Text(Span),
    To,
}

impl Words {
    /// The word that starts here, and how long it is in the sentence.
    pub(super) const fn at(&self, text: &[u8], at: usize, end: usize) -> (Word, usize) {
        if text[at] != b'{' {
            (Word::None, 1)
        } else if starts(text, at, end, b"{it}") {
            (Word::Text(self.it), 4)
        } else if starts(text, at, end, b"{within}") {
            (Word::Text(self.within), 8)
        } else if starts(text, at, end, b"{from}") {
            (Word::Text(self.from), 6)
        } else if starts(text, at, end, b"{to}") {
            (Word::To, 4)
        } else {
            (Word::None, 1)
        }
    }
}
