//! Breaks that fail where they are written: the item as it is now against what was released, as
//! constants.
//!
//! `cargo contract-check accept` writes `contract_baseline.rs` beside the root of a crate that
//! declares a contract: for every item what consumers rely on, as conditions with their sentences.
//! The macros emit for every item one string of *facts*, a line each, and one constant that asks
//! the module named `contract_baseline` of its crate's root, if there is one, and [`absent`] if
//! there is none. Names are looked up by the compiler, so that a derive needs to know nothing: the
//! root's names are imported by a glob in an inner block, and a name found there goes before the
//! one of the outer block.
//!
//! An item whose facts are those that were accepted costs the hash of its path. Only a changed
//! item is compared line by line. Nothing here resolves a type or decides what a change means: the
//! conditions were written by the command, which did.
//!
//! # The text
//! The first character of a line says what it is; its parts are separated by tabs.
//! ```text
//! ! field-removed/response     a sentence about what changed, one about who is hurt, one about
//! | `{it}` of `{within}` ..    what to do; `{to}` stands for the rest of a fact that is too much
//! @ orders::order::Parcel 1f0e..       an item: its path and the hash of its accepted facts
//! # types/Parcel  stable  Parcel  orders 1.4.0  operations/orders.ship
//!                              its clause, level, name, release, and what reaches it
//! ? struct                     nothing is said of the item unless it still has this fact
//! . fields/tracking  stable  tracking  Parcel
//!                              the clause, level and name that the following lines are about
//! = tracking  track            names of a member
//! ~ field-renamed  tracking  tracking
//!                              the sentences, what was, and the member they are about if it is
//!                              found under another name
//! ^ demands tracking           the next line is a condition only if there is this fact
//! + field-removed/response  -  writes tracking  more *
//!                              the sentences, what was; there has to be one of these facts
//! - type-narrowed/request  u32  type weight  u8  u16
//!                              there must be no fact of this kind with one of these words
//! * variant-added/response  -  writes-variant  paid  shipped
//!                              there are facts of this kind with these words only
//! ```

/// An item as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// Its path: its module and its name.
    pub path: &'static str,
    /// The hash of its facts.
    pub hash: u64,
    /// Its facts: a line each, the number of the place that says it, a space, the fact.
    pub facts: &'static str,
}

/// What was released.
#[derive(Clone, Copy, Debug)]
pub struct Released {
    /// The text; see the module.
    pub text: &'static str,
    /// For every item three numbers: the hash of its path, the hash of its accepted facts, and
    /// where the line after its own starts.
    pub index: &'static [u64],
    /// Whether anything is to be compared: the features are those that were accepted, and nobody
    /// has turned it off.
    pub active: bool,
}

impl Released {
    /// The place of the first thing that breaks somebody, from 1; 0 if there is none.
    pub const fn broken(&self, now: &Now) -> usize {
        match self.find(now) {
            Some(at) => judge(self.text.as_bytes(), at, now.facts.as_bytes()).site,
            None => 0,
        }
    }

    /// Ends the evaluation with the sentence about what is broken.
    ///
    /// # Panics
    /// Always.
    #[track_caller]
    pub const fn fail(&self, now: &Now) -> ! {
        match self.find(now) {
            Some(at) => {
                let (text, facts) = (self.text.as_bytes(), now.facts.as_bytes());
                let said = Said::new(text, facts, &judge(text, at, facts));
                panic!("{}", said.text())
            }
            None => panic!("this item breaks nothing"),
        }
    }

    /// Where the conditions of a changed item start.
    const fn find(&self, now: &Now) -> Option<usize> {
        if !self.active {
            return None;
        }
        let path = hash(now.path.as_bytes());
        let mut item = 0;
        while item + 2 < self.index.len() {
            if self.index[item] == path {
                if self.index[item + 1] == now.hash {
                    return None;
                }
                return Some(self.index[item + 2] as usize);
            }
            item += 3;
        }
        None
    }
}

/// Whether facts meet conditions.
pub const fn holds(conditions: &str, facts: &str) -> bool {
    judge(conditions.as_bytes(), 0, facts.as_bytes()).site == 0
}

/// Stands for the root's `contract_baseline` in crates that have none.
pub mod absent {
    use super::{Now, Released};

    /// Nothing.
    pub const RELEASED: Released = Released { text: "", index: &[], active: false };

    /// Nothing is broken.
    pub const fn broken(_: &Now) -> usize {
        0
    }

    /// Is never called.
    ///
    /// # Panics
    /// Always.
    #[track_caller]
    pub const fn fail(now: &Now) -> ! {
        RELEASED.fail(now)
    }
}

/// FNV-1a in 64 bits, as the macros and the command compute it.
pub const fn hash(bytes: &[u8]) -> u64 {
    part(bytes, 0, bytes.len())
}

/// Whether an environment variable's value turns the comparison off: `off`.
pub const fn is_off(value: Option<&str>) -> bool {
    match value {
        Some(value) => same(value.as_bytes(), 0, value.len(), b"off", 0, 3),
        None => false,
    }
}

const fn part(bytes: &[u8], from: usize, to: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = from;
    while at < to {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

const fn same(a: &[u8], a_from: usize, a_to: usize, b: &[u8], b_from: usize, b_to: usize) -> bool {
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

const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

/// At most so many facts are compared; the command compares all of them.
const MOST: usize = 1024;

/// The facts of an item, hashed line by line.
struct Facts {
    count: usize,
    hashes: [u64; MOST],
    sites: [u32; MOST],
    /// Where each fact starts and ends.
    spans: [(u32, u32); MOST],
}

impl Facts {
    const fn read(bytes: &[u8]) -> Self {
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

    const fn find(&self, hash: u64) -> Option<usize> {
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

/// Some of the text.
#[derive(Clone, Copy)]
struct Span {
    from: usize,
    to: usize,
}

impl Span {
    const NONE: Self = Self { from: 0, to: 0 };

    const fn is_empty(self) -> bool {
        self.from >= self.to
    }
}

/// What is broken: nothing, if the place is 0.
struct Broken {
    site: usize,
    said: Sentence,
    /// How many conditions beside this one do not hold.
    more: usize,
}

/// Where a sentence comes from.
#[derive(Clone, Copy)]
struct Sentence {
    /// The item's second line.
    item: usize,
    /// The line of the clause.
    subject: usize,
    /// The line of the condition.
    line: usize,
    /// What `{to}` stands for, within the facts.
    to: Span,
}

/// A member that is now found under another name.
struct Moved {
    name: Span,
    site: usize,
    said: Sentence,
}

/// Where an item's lines end.
const fn item_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'@' && text[at] != b'%' {
        at = line_end(text, at) + 1;
    }
    if at > text.len() { text.len() } else { at }
}

/// A part of a line, from 0; empty if the line has not so many.
const fn field(text: &[u8], line: usize, number: usize) -> Span {
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

/// Puts every condition of an item to the test.
const fn judge(text: &[u8], from: usize, facts: &[u8]) -> Broken {
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
                        _ => own,
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
const fn missing(text: &[u8], line: usize, now: &Facts) -> Option<(usize, Span)> {
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
const fn beyond(
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
            if listed(text, line, facts, rest) == refused {
                return Some((now.sites[fact] as usize, rest));
            }
        }
        fact += 1;
    }
    None
}

const fn listed(text: &[u8], line: usize, facts: &[u8], rest: Span) -> bool {
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

/// The one member that is gone, if there is exactly one that is new.
const fn moved(text: &[u8], from: usize, end: usize, facts: &[u8], now: &Facts) -> Option<Moved> {
    let said = Sentence { item: from, subject: from, line: from, to: Span::NONE };
    let mut moved = Moved { name: Span::NONE, site: 0, said };
    let (mut gone, mut come, mut subject) = (0, 0, from);
    let mut at = from;
    while at < end {
        if text[at] == b'.' {
            subject = at;
        }
        if text[at] == b'~' {
            let name = field(text, at, 2);
            if !is_named(text, name, facts, now) {
                gone += 1;
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
    if come == 1 { Some(moved) } else { None }
}

/// The name that a fact says is one of a member's.
const fn named(facts: &[u8], from: usize, to: usize) -> Option<Span> {
    if to > from + 6 && same(facts, from, from + 6, b"names ", 0, 6) {
        Some(Span { from: from + 6, to })
    } else {
        None
    }
}

/// Whether a member of the text is still there under that name.
const fn is_named(text: &[u8], name: Span, facts: &[u8], now: &Facts) -> bool {
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

/// Whether a name is one that the text knows.
const fn is_known(text: &[u8], mut at: usize, end: usize, facts: &[u8], name: Span) -> bool {
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
const fn tells(moved: &Moved, text: &[u8], line: usize, facts: &[u8], to: Span) -> bool {
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

/// How long a message may be.
const LONGEST: usize = 4096;

/// A message.
struct Said {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Said {
    const fn new(text: &[u8], facts: &[u8], broken: &Broken) -> Self {
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
        said.plain(b"), released in ");
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
    const fn clause(
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
    const fn fill(&mut self, text: &[u8], facts: &[u8], template: Span, words: &Words) {
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

    const fn plain(&mut self, bytes: &[u8]) {
        self.copy(bytes, 0, bytes.len());
    }

    const fn push(&mut self, byte: u8) {
        if self.length < LONGEST {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    const fn copy(&mut self, bytes: &[u8], mut from: usize, to: usize) {
        while from < to {
            self.push(bytes[from]);
            from += 1;
        }
    }

    const fn text(&self) -> &str {
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
struct Words {
    it: Span,
    within: Span,
    from: Span,
    to: Span,
}

enum Word {
    None,
    Text(Span),
    To,
}

impl Words {
    /// The word that starts here, and how long it is in the sentence.
    const fn at(&self, text: &[u8], at: usize, end: usize) -> (Word, usize) {
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

const fn starts(bytes: &[u8], from: usize, to: usize, with: &[u8]) -> bool {
    to - from >= with.len() && same(bytes, from, from + with.len(), with, 0, with.len())
}

/// The line with the sentences of a rule.
const fn rule(text: &[u8], key: Span) -> usize {
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
const fn nth(text: &[u8], mut line: usize, lines: usize) -> Span {
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
! field-renamed
| `{it}` of `{within}` is now `{to}`
| Whoever knows `{from}` is lost.
| Keep it.
! field-removed/response
| `{it}` of `{within}` is gone
|\x20
| Keep it.
! field-added-required/request
| `{it}` was added to `{within}`
| Nobody sends it.
| Let it be missing.
! type-narrowed/request
| `{it}` was `{from}` and is `{to}`
| Some send more.
| Keep it.
@ shop::Parcel 00
# types/Parcel\tstable\tParcel\tshop 1.0.0\toperations/ship
? struct
. fields/tracking\tstable\ttracking\tParcel
= tracking
~ field-renamed\ttracking\ttracking
+ field-removed/response\t\twrites tracking\tmore *
. fields/weight\tprovisional\tweight\tParcel
= weight
- type-narrowed/request\tu32\ttype weight\tu16\tu8
. fields/{to}\tstable\t{to}\tParcel
* field-added-required/request\t\tdemands\ttracking\tweight
@ shop::Other 00
# types/Other\tstable\tOther\tshop 1.0.0\t
+ field-removed/response\t\tnever
";

    fn released() -> Released {
        let at = TEXT.find("# types/Parcel").unwrap() as u64;
        let index: &'static [u64] = Box::leak(Box::new([hash(b"shop::Parcel"), 0, at]));
        Released { text: TEXT, index, active: true }
    }

    fn said(facts: &str) -> (usize, String) {
        let facts: &'static str = Box::leak(facts.to_owned().into_boxed_str());
        let now = Now { path: "shop::Parcel", hash: 1, facts };
        match released().broken(&now) {
            0 => (0, String::new()),
            site => {
                let message = std::panic::catch_unwind(|| -> () { released().fail(&now) });
                let message = message.unwrap_err().downcast_ref::<String>().cloned();
                (site, message.unwrap())
            }
        }
    }

    const GOOD: &str = "0 struct\n1 names tracking\n1 writes tracking\n1 demands tracking\n\
                        2 names weight\n2 demands weight\n2 type weight u32";

    #[test]
    fn what_holds_is_silent() {
        assert_eq!(said(GOOD).0, 0);
        let same = Now { path: "shop::Parcel", hash: 0, facts: "0 struct" };
        assert_eq!(released().broken(&same), 0, "accepted facts are not compared");
        let other = Now { path: "shop::Basket", hash: 1, facts: "0 struct" };
        assert_eq!(released().broken(&other), 0, "an item that was not released");
        assert_eq!(said("0 enum").0, 0, "another kind of item is the command's to judge");
        assert_eq!(said("0 struct\n1 more *").0, 0, "another type may hold the member");
    }

    #[test]
    fn conditions_tell_their_place_and_their_words() {
        let gone = "0 struct\n1 names weight\n1 demands weight\n1 type weight u32";
        let (site, message) = said(gone);
        assert_eq!(site, 1);
        assert_eq!(
            message,
            "breaking[field-removed]: `tracking` of `Parcel` is gone\n\n\
             clause: types/Parcel/fields/tracking (stable), released in shop 1.0.0\n\
             reached by: operations/ship\n\
             fix: Keep it.\n\
             or: if it has to be, `cargo contract-check declare types/Parcel/fields/tracking` \
             drafts what its owner has to say."
        );
        let (site, message) = said(&format!("{GOOD}\n3 demands language"));
        assert_eq!(site, 4);
        assert!(message.starts_with(
            "breaking[field-added-required]: `language` was added to `Parcel`\n\n\
             clause: types/Parcel/fields/language (stable), released in shop 1.0.0\n\
             hurt: Nobody sends it."
        ));
        let (site, message) = said(&GOOD.replace("u32", "u8"));
        assert_eq!(site, 3);
        assert!(message.starts_with("breaking[type-narrowed]: `weight` was `u32` and is `u8`"));
        let both = said(&gone.replace("u32", "u8")).1;
        assert!(both.contains("More of this item breaks"), "{both}");
    }

    #[test]
    fn another_name_of_a_member_is_told_as_such() {
        let (site, message) = said(&GOOD.replace("tracking", "number"));
        assert_eq!(site, 2);
        assert!(
            message.starts_with("breaking[field-renamed]: `tracking` of `Parcel` is now `number`")
        );
        assert!(!message.contains("More"), "one finding, though two conditions fail: {message}");
    }

    #[test]
    fn a_long_message_ends_with_a_whole_character() {
        let mut said = Said { bytes: [0; LONGEST], length: 0 };
        said.push(b'a');
        while said.length < LONGEST {
            let euro = "€".as_bytes();
            said.copy(euro, 0, euro.len());
        }
        assert!(said.text().ends_with('€'));
    }

    #[test]
    fn the_variable_says_off() {
        assert!(is_off(Some("off")));
        assert!(!is_off(Some("on")) && !is_off(Some("offer")) && !is_off(None));
    }
}
