//! The facts of an item, hashed line by line.

use super::text::{Span, line_end, part, same, starts};

/// At most so many facts are compared; the command compares all of them.
pub(super) const MOST: usize = 1024;

/// The facts of an item, hashed line by line.
pub(super) struct Facts {
    pub(super) count: usize,
    pub(super) hashes: [u64; MOST],
    pub(super) sites: [u32; MOST],
    /// Where each fact starts and ends.
    pub(super) spans: [(u32, u32); MOST],
}

impl Facts {
    pub(super) const fn read(bytes: &[u8]) -> Self {
        let mut facts =
            Self { count: 0, hashes: [0; MOST], sites: [0; MOST], spans: [(0, 0); MOST] };
        let mut at = 0;
        while at < bytes.len() && facts.count < MOST {
            let end = line_end(bytes, at);
            let mut site = 0_u32;
            while at < end && bytes[at] != b' ' {
                site = site * 10 + (bytes[at] - b'0') as u32;
                at += 1;
            }
            at += 1;
            facts.sites[facts.count] = site;
            facts.hashes[facts.count] = part(bytes, at, end);
            facts.spans[facts.count] = (at as u32, end as u32);
            facts.count += 1;
            at = end + 1;
        }
        facts
    }

    pub(super) const fn find(&self, hash: u64) -> Option<usize> {
        let mut at = 0;
        while at < self.count {
            if self.hashes[at] == hash {
                return Some(at);
            }
            at += 1;
        }
        None
    }
}

/// The name under which the member at a place is written.
pub(super) const fn written(facts: &[u8], now: &Facts, site: u32) -> Span {
    let mut fact = 0;
    while fact < now.count {
        let (from, to) = now.spans[fact];
        let (from, to) = (from as usize, to as usize);
        if now.sites[fact] == site && starts(facts, from, to, b"writes ") {
            return Span { from: from + 7, to };
        }
        fact += 1;
    }
    Span::NONE
}

/// The name that a fact says is one of a member's.
pub(super) const fn named(facts: &[u8], from: usize, to: usize) -> Option<Span> {
    if to > from + 6 && same(facts, from, from + 6, b"names ", 0, 6) {
        Some(Span { from: from + 6, to })
    } else {
        None
    }
}

/// Whether a member of the text is still there under that name.
pub(super) const fn is_named(text: &[u8], name: Span, facts: &[u8], now: &Facts) -> bool {
    let mut fact = 0;
    while fact < now.count {
        let (from, to) = now.spans[fact];
        if let Some(found) = named(facts, from as usize, to as usize)
            && same(facts, found.from, found.to, text, name.from, name.to)
        {
            return true;
        }
        fact += 1;
    }
    false
}
