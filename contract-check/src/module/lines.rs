//! The lines of one item, in the form that `contract_core::baseline` describes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use contract_core::Level;
use contract_core::document::Document;

use super::reach::{Role, Uses};
use super::{Accepted, Released, facts};
use crate::finding::{self, Finding};
use crate::report::text;
use crate::rules::Rule;

/// The clause that conditions are about.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// Its path.
    pub(super) clause: String,
    /// What it is called.
    pub(super) name: String,
    /// How strongly it is promised.
    pub(super) level: Level,
    /// Where its values travel.
    pub(super) role: Role,
}

/// What is said where a condition does not hold. What the clause is now is known only there.
pub(super) struct Say<'r> {
    pub(super) rule: &'static Rule,
    pub(super) clause: String,
    pub(super) level: Level,
    pub(super) role: Option<finding::Role>,
    /// What the sentence is about, what that belongs to, and what it was.
    pub(super) words: [&'r str; 3],
    pub(super) turn: Turn,
    /// Whether doing it costs somebody money.
    pub(super) paid: bool,
}

/// Whether there is a value before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// There is; the new one is known only where the condition fails.
    Changed,
    /// There was none.
    Appeared,
    /// There is none any more: what that is called.
    Vanished(String),
}

/// The sentences of the rules that conditions refer to, by key.
#[derive(Default)]
pub(super) struct Sentences(BTreeMap<String, [String; 3]>);

impl Sentences {
    /// The sentences, with their keys.
    pub(super) fn into_iter(self) -> impl Iterator<Item = (String, [String; 3])> {
        self.0.into_iter()
    }

    /// The key of what is said. A rule that has other words for it has another key for them.
    fn key(&mut self, say: &Say<'_>) -> String {
        let sentences = sentences(say);
        let base = match say.role {
            Some(role) => format!("{}/{}", say.rule.id, role.word()),
            None => say.rule.id.to_owned(),
        };
        let further = (2..).map(|number: usize| format!("{base}/{number}"));
        for key in std::iter::once(base.clone()).chain(further) {
            match self.0.get(&key) {
                Some(known) if *known == sentences => return key,
                Some(_) => {}
                None => {
                    self.0.insert(key.clone(), sentences);
                    return key;
                }
            }
        }
        base
    }
}

/// Whether a break of a clause at a level needs no declaration.
pub(super) type Free<'a> = &'a dyn Fn(&str, Level) -> bool;

/// The lines of one item.
pub(super) struct Lines<'a> {
    text: String,
    released: &'a Released,
    free: Free<'a>,
    sentences: &'a mut Sentences,
    clause: String,
    /// What the macros said of the item when it was released.
    then: String,
    /// What the lines so far are about.
    about: String,
    guard: String,
    conditions: usize,
}

impl<'a> Lines<'a> {
    /// The lines of the item that a clause names.
    pub(super) fn new(
        released: &'a Released,
        uses: &Uses,
        free: Free<'a>,
        of: &Subject,
        sentences: &'a mut Sentences,
    ) -> Self {
        let Released { document, .. } = released;
        let header = &document.contract;
        let mut reached = text::list(uses.roots(document, &of.clause).iter());
        if reached.is_empty() {
            reached.push('-');
        }
        let text = format!(
            "# {}\t{}\t{}\t{} {}\t{}\n",
            one_line(&of.clause),
            of.level,
            one_line(&of.name),
            header.id,
            header.version,
            one_line(&reached)
        );
        Self {
            text,
            released,
            free,
            sentences,
            clause: of.clause.clone(),
            then: facts::of(document, &of.clause).unwrap_or_default(),
            about: String::new(),
            guard: String::new(),
            conditions: 0,
        }
    }

    pub(super) fn document(&self) -> &'a Document {
        &self.released.document
    }

    /// The lines; none if there is no condition among them.
    pub(super) fn end(self) -> String {
        if self.conditions == 0 { String::new() } else { self.text }
    }

    /// Nothing is said unless the item has this fact.
    pub(super) fn guard(&mut self, fact: &str) {
        self.guard = format!("? {}\n", one_line(fact));
        self.text.push_str(&self.guard);
    }

    /// The names of a member.
    pub(super) fn knows<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        let names: Vec<String> = names.map(one_line).collect();
        let _ = writeln!(self.text, "= {}", names.join("\t"));
    }

    /// What is said of a member that is found under another name, with the same type if it is
    /// known. It is no condition.
    pub(super) fn moved(&mut self, name: &str, ty: Option<String>, say: &Say<'_>) {
        if !self.is_void(say) {
            let parts: Vec<String> = [name.to_owned()].into_iter().chain(ty).collect();
            let key = self.sentences.key(say);
            self.keep(say, &line('~', &key, say, &parts));
        }
    }

    /// One of these facts has to be there.
    pub(super) fn needs(&mut self, facts: &[String], say: &Say<'_>) {
        self.condition('+', facts, say, "");
    }

    /// The same, as long as another fact is there.
    pub(super) fn needs_if(&mut self, fact: &str, facts: &[String], say: &Say<'_>) {
        self.condition('+', facts, say, &as_long_as(Some(fact)));
    }

    /// The fact has to be there, as long as another one is.
    pub(super) fn keeps(&mut self, fact: &str, around: Option<&str>, say: &Say<'_>) {
        self.condition('+', &[fact.to_owned()], say, &as_long_as(around));
    }

    /// A value of this kind has to be what the verb says, as long as another fact is there.
    pub(super) fn bounds(
        &mut self,
        verb: Verb,
        kind: &str,
        parts: &[String],
        around: Option<&str>,
        say: &Say<'_>,
    ) {
        let parts = [&[kind.to_owned()], parts].concat();
        self.condition(verb.sign(), &parts, say, &as_long_as(around));
    }

    /// There may be no fact of this kind with one of these words.
    pub(super) fn refuses(&mut self, kind: &str, words: &[String], say: &Say<'_>) {
        if !words.is_empty() {
            let parts = [&[kind.to_owned()], words].concat();
            self.condition('-', &parts, say, "");
        }
    }

    /// Of this kind there may be facts with these words only, and with those whose clause,
    /// `{list}/{word}`, was accepted.
    pub(super) fn only(&mut self, kind: &str, list: &str, words: &[String], say: &Say<'_>) {
        let mut words = words.to_vec();
        for Accepted { clause, to, .. } in &self.released.accepted {
            if let Some(name) = clause.strip_prefix(list).and_then(|it| it.strip_prefix('/'))
                && !name.contains('/')
            {
                words.push(name.to_owned());
                words.extend((!to.is_empty()).then(|| to.clone()));
            }
        }
        words.sort();
        words.dedup();
        let parts = [&[kind.to_owned()], words.as_slice()].concat();
        self.condition('*', &parts, say, "");
    }

    /// Keeps a condition, unless its clause cannot break, a break of it is accepted or free, or what was
    /// released does not meet it: a type that cannot read its own output is nobody's break.
    fn condition(&mut self, verb: char, parts: &[String], say: &Say<'_>, before: &str) {
        if self.is_void(say) {
            return;
        }
        let alone = format!("# -\n{}{before}{}", self.guard, line(verb, "-", say, parts));
        if contract_core::baseline::holds(&alone, &self.then) {
            let key = self.sentences.key(say);
            self.keep(say, &(before.to_owned() + &line(verb, &key, say, parts)));
            self.conditions += 1;
        }
    }

    fn is_void(&self, say: &Say<'_>) -> bool {
        say.level == Level::OutOfContract
            || (self.free)(&say.clause, say.level)
            || self.released.accepted.iter().any(|it| {
                // What has another name now is told by what is missing under the old one.
                let renamed = it.rule.ends_with("-renamed");
                it.clause == say.clause && (renamed || it.rule == say.rule.id)
            })
    }

    /// Adds a line below the one that says what it is about.
    fn keep(&mut self, say: &Say<'_>, line: &str) {
        let [it, within, _] = say.words;
        let below = say.clause.strip_prefix(&self.clause).unwrap_or_default();
        let about = format!(
            ". {}\t{}\t{}\t{}\n",
            one_line(below.trim_start_matches('/')),
            say.level,
            one_line(it),
            one_line(within)
        );
        if about != self.about {
            self.text.push_str(&about);
            self.about = about;
        }
        self.text.push_str(line);
    }
}

/// What a value must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// One of these.
    OneOf,
    /// Anything but these.
    AnyOther,
    /// Less than this.
    Less,
    /// More than this.
    More,
    /// A list without all of these.
    Lacking,
    /// A list with others than these.
    Beyond,
}

impl Verb {
    const fn sign(self) -> char {
        match self {
            Self::OneOf => '-',
            Self::AnyOther => '*',
            Self::Less => '<',
            Self::More => '>',
            Self::Lacking => '&',
            Self::Beyond => '\\',
        }
    }
}

fn as_long_as(fact: Option<&str>) -> String {
    fact.map_or_else(String::new, |fact| format!("^ {}\n", one_line(fact)))
}

fn line(verb: char, key: &str, say: &Say<'_>, parts: &[String]) -> String {
    let from = if say.words[2].is_empty() { "-" } else { say.words[2] };
    let parts: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
    format!("{verb} {key}\t{}\t{}\n", one_line(from), parts.join("\t"))
}

/// The rule's own sentences, with their words still open.
fn sentences(say: &Say<'_>) -> [String; 3] {
    let [it, within, _] = say.words;
    // What belongs to nothing, or to itself, is named once.
    let within = if within.is_empty() || it == within { "" } else { "{within}" };
    let (from, to) = match &say.turn {
        Turn::Changed => ("{from}", "{to}"),
        Turn::Appeared => ("", "{to}"),
        Turn::Vanished(to) => ("{from}", to.as_str()),
    };
    let mut finding =
        Finding::breaking(say.rule, &say.clause).it("{it}").within(within).from(from).to(to);
    finding.role = say.role;
    finding.words.paid = say.paid;
    [finding.change(), finding.hurt(), finding.fix()]
}

/// A text on one line and without tabs, as the macros write facts.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

/// Facts of one kind.
pub(super) fn of<'n>(kind: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    names.map(|name| format!("{kind} {name}")).collect()
}
