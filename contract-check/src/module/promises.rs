//! Clauses with a value of their own, as the table of clauses judges them: every row becomes the
//! conditions under which no change of the value is worse. Nothing here knows a clause by name,
//! but for those that have lines elsewhere.

use std::collections::BTreeSet;

use super::facts;
use super::lines::{Lines, Say, Subject, Turn, Verb};
use crate::diff::documents::{self, Clauses, Said, SaidBy};
use crate::rules::lattice::{self, Absent, Move, Order, Polarity, Row, Stands};

/// The lines of an item's clauses.
pub(super) fn lines(of: &Subject, clauses: &Clauses<'_>, lines: &mut Lines<'_>) {
    let Some(said) = facts::said(lines.document(), &of.clause) else { return };
    let item = Item { of, clauses, said: &said };
    for (path, value) in &said {
        for row in lattice::rows(path) {
            if let Some(around) = item.around(path, row) {
                item.kept(path, value, row, around.as_deref(), lines);
            }
        }
    }
    for row in lattice::table() {
        for path in item.unsaid(row) {
            if let Some(around) = item.around(&path, row) {
                item.silent(&path, row, around.as_deref(), lines);
            }
        }
    }
}

/// An item and what it says.
struct Item<'a, 'd> {
    of: &'a Subject,
    clauses: &'a Clauses<'d>,
    said: &'a SaidBy,
}

impl Item<'_, '_> {
    /// A path below the item.
    fn below<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.of.clause.as_str()).map_or(path, |it| it.trim_start_matches('/'))
    }

    /// The fact as long as which a clause is judged, if there has to be one; nothing where it is
    /// judged by what it belongs to.
    fn around(&self, path: &str, row: &Row) -> Option<Option<String>> {
        let owner = documents::owner(path)?;
        let is_group = || matches!(self.said.get(owner), Some(Said::Group) | None);
        if row.stands == Stands::Alone && self.is_below(owner) && is_group() {
            // What stands alone is judged where its group comes or goes as a whole, too.
            return self.standing(documents::owner(owner)?);
        }
        self.standing(owner)
    }

    /// The fact that says that a part of the item is still there.
    fn standing(&self, owner: &str) -> Option<Option<String>> {
        if owner == self.of.clause {
            return Some(None);
        }
        if self.said.contains_key(owner) {
            return Some(Some(format!("has {}", self.below(owner))));
        }
        let parts: Vec<&str> = self.below(owner).split('/').collect();
        match parts[..] {
            ["fields", field] => Some(Some(format!("writes {field}"))),
            ["variants", variant, "fields", field] => {
                Some(Some(format!("writes@{variant} {field}")))
            }
            ["config", variable] => Some(Some(format!("has config/{variable}"))),
            ["codes", code] => Some(Some(format!("names {code}"))),
            _ => None,
        }
    }

    /// Whether a part of the item is a clause, and no member of it.
    fn is_below(&self, owner: &str) -> bool {
        owner.len() > self.of.clause.len()
            && !["fields", "variants", "codes"].iter().any(|list| {
                owner
                    .rsplit_once('/')
                    .is_some_and(|(around, _)| around.ends_with(&format!("/{list}")))
            })
    }

    /// The clauses that a row is about and the item says nothing of: below the item itself, its
    /// members, and its groups, whether they are there or not.
    fn unsaid(&self, row: &Row) -> BTreeSet<String> {
        let kind = self.of.clause.split('/').next().unwrap_or_default();
        if !row.clauses.iter().any(|it| it.starts_with(kind)) {
            return BTreeSet::new();
        }
        let codes = self.clauses.entries(&format!("{}/codes", self.of.clause));
        let parts = self.said.iter().filter(|(_, said)| matches!(said, Said::Group | Said::Here));
        let owners: Vec<&str> = std::iter::once(self.of.clause.as_str())
            .chain(codes)
            .chain(parts.map(|(path, _)| path.as_str()))
            .collect();
        let mut unsaid = BTreeSet::new();
        // Of what may be said of any clause, saying it for the first time hurts nobody.
        for pattern in row.clauses.iter().filter(|it| it.split('/').next() == Some(kind)) {
            let Some((head, last)) = pattern.rsplit_once('/').filter(|(_, last)| *last != "*")
            else {
                continue;
            };
            for owner in &owners {
                if lattice::matches(head, owner) {
                    unsaid.insert(format!("{owner}/{last}"));
                }
                if let Some((head, group)) = head.rsplit_once('/').filter(|(_, it)| *it != "*")
                    && row.stands == Stands::Alone
                    && lattice::matches(head, owner)
                {
                    unsaid.insert(format!("{owner}/{group}/{last}"));
                }
            }
        }
        unsaid.retain(|path| !self.said.contains_key(path));
        unsaid
    }

    /// A clause that is said: it must not go, and its value must not get worse.
    fn kept(
        &self,
        path: &str,
        value: &Said,
        row: &'static Row,
        around: Option<&str>,
        lines: &mut Lines<'_>,
    ) {
        let text = value.text();
        let below = self.below(path);
        let words = self.words(path, documents::told(row, row.worse, Some(&text)));
        if row.judge(Some(&text), None) == Move::Worse {
            let gone = Turn::Vanished(documents::told(row, row.worse, None));
            lines.keeps(&format!("has {below}"), around, &self.say(path, row, &words, gone));
        }
        if !matches!(row.polarity, Polarity::Entry { .. }) {
            self.bounded(
                path,
                &text,
                row,
                around,
                &self.say(path, row, &words, Turn::Changed),
                lines,
            );
        }
    }

    /// A clause that is not said: it must not come with a value that is worse than none.
    fn silent(&self, path: &str, row: &'static Row, around: Option<&str>, lines: &mut Lines<'_>) {
        let words = self.words(path, documents::told(row, row.worse, None));
        let appeared = if words[2].is_empty() { Turn::Appeared } else { Turn::Changed };
        let say = self.say(path, row, &words, appeared);
        let kind = format!("={}", self.below(path));
        match (words_of(row.order), row.absent) {
            _ if matches!(row.polarity, Polarity::Entry { .. }) => {}
            (Some(words), _) => {
                let worse = |word: &&&str| row.judge(None, Some(word)) == Move::Worse;
                let worse: Vec<String> =
                    words.iter().filter(worse).map(|word| (*word).to_owned()).collect();
                if !worse.is_empty() {
                    lines.bounds(Verb::OneOf, &kind, &worse, around, &say);
                }
            }
            (None, Absent::Means(word) | Absent::AsMuch(word)) => {
                self.bounded(path, word, row, around, &say, lines);
            }
            // Whatever is said then, it is the same to those who were told nothing.
            (None, _) if row.judge(None, Some("")) == Move::Worse => {
                lines.bounds(Verb::AnyOther, &kind, &[], around, &say);
            }
            (None, _) => {}
        }
    }

    /// The values that are worse than one.
    fn bounded(
        &self,
        path: &str,
        than: &str,
        row: &Row,
        around: Option<&str>,
        say: &Say<'_>,
        lines: &mut Lines<'_>,
    ) {
        let kind = format!("={}", self.below(path));
        let one = || vec![than.to_owned()];
        let scaled = |scale: &str| vec![scale.to_owned(), than.to_owned()];
        let list = || than.split(", ").map(str::to_owned).collect();
        let (weaker, parts, stronger): (Verb, Vec<String>, Verb) = match (row.polarity, row.order) {
            (Polarity::Remark | Polarity::Judgement | Polarity::Entry { .. }, _) => return,
            (Polarity::Identity, _) | (_, Order::None) => (Verb::AnyOther, one(), Verb::AnyOther),
            (_, Order::Chain(_) | Order::Ranks(_) | Order::Pairs(_)) => {
                let words = words_of(row.order).unwrap_or_default();
                let worse = |word: &&&str| row.judge(Some(than), Some(word)) == Move::Worse;
                let worse = words.iter().filter(worse).map(|word| (*word).to_owned()).collect();
                (Verb::OneOf, worse, Verb::OneOf)
            }
            (_, Order::Longer) => (Verb::Less, scaled("t"), Verb::More),
            (_, Order::Shorter) => (Verb::More, scaled("t"), Verb::Less),
            (_, Order::More) => (Verb::Less, scaled("n"), Verb::More),
            (_, Order::Fewer) => (Verb::More, scaled("n"), Verb::Less),
            (_, Order::LaterDate) => (Verb::Less, scaled("d"), Verb::More),
            (_, Order::LaterVersion) => (Verb::Less, scaled("v"), Verb::More),
            (_, Order::Superset) => (Verb::Lacking, list(), Verb::Beyond),
            (_, Order::Subset) => (Verb::Beyond, list(), Verb::Lacking),
        };
        let verb = if row.polarity == Polarity::Obligation { stronger } else { weaker };
        if !parts.is_empty() {
            lines.bounds(verb, &kind, &parts, around, say);
        }
    }

    /// What it is, what that belongs to, and what it was.
    fn words(&self, path: &str, from: String) -> [String; 3] {
        let (it, within) = documents::subject(path);
        [it, within, from]
    }

    fn say<'r>(
        &self,
        path: &str,
        row: &'static Row,
        [it, within, from]: &'r [String; 3],
        turn: Turn,
    ) -> Say<'r> {
        Say {
            rule: row.worse,
            clause: path.to_owned(),
            level: self.clauses.level(path),
            role: None,
            words: [it, within, from],
            turn,
            paid: documents::is_paid(path, [self.said]),
        }
    }
}

/// The words of an order; nothing where values are no words.
fn words_of(order: Order) -> Option<Vec<&'static str>> {
    let mut words: Vec<&str> = match order {
        Order::Chain(words) => words.to_vec(),
        Order::Ranks(ranks) => ranks.concat(),
        Order::Pairs(pairs) => pairs.iter().flat_map(|(one, other)| [*one, *other]).collect(),
        _ => return None,
    };
    words.sort_unstable();
    words.dedup();
    Some(words)
}
