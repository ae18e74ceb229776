//! Causes that hide behind others: documents that hold them are refused for something else.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::cause::{Bad, Seg};
use super::prove::{CAUSE, Doubt, Judge, Ruling, author, in_words, reader_of};
use super::roots::Root;
use crate::evaluate::wire;
use crate::finding::{Role, Side};
use crate::json::{Json, pointer};
use crate::rules;
use crate::shape::lower::wire::Author;
use crate::shape::{Member, Node, Sample, ShapeId};

/// How often another document is asked for.
const DETOURS: usize = 8;

/// How many things that a reader refuses in one document are told apart.
const REASONS: usize = 32;

/// How many shapes are looked into on the way to a place.
const FUEL: u32 = 1_000;

/// What is asked about a cause: documents in all of some shapes, and how they are checked.
pub(super) struct Question<'q> {
    /// Where the documents are written and read.
    pub(super) root: &'q Root,
    /// The way to the cause.
    pub(super) path: &'q [Seg],
    /// What a document holds there that shows the cause.
    pub(super) bad: &'q Bad,
    /// Whatever holds the cause and may be written.
    pub(super) holding: &'q [ShapeId],
    /// What is read.
    pub(super) reader: ShapeId,
    /// Whether people write by hand.
    pub(super) by_hand: bool,
}

impl Judge<'_> {
    /// A ruling by a document that is refused for its cause, if that is to be had.
    pub(super) fn settled(&mut self, question: &Question<'_>, ruling: Ruling) -> Ruling {
        match self.in_own_words(question, ruling, &[]) {
            (shown, others) if others.is_empty() => shown,
            (_, others) => self.beside_others(question, others),
        }
    }

    /// A reader names the first of several things that it refuses. A witness is shown with what is
    /// refused on the way to its cause. With it the other places that are refused, if it is
    /// refused for those alone.
    pub(super) fn in_own_words(
        &self,
        question: &Question<'_>,
        ruling: Ruling,
        holes: &[String],
    ) -> (Ruling, Vec<String>) {
        let Ruling::Confirmed(mut witness) = ruling else { return (ruling, Vec::new()) };
        let (to, read) = reader_of(question.root);
        let reader = self.document(to);
        let mut others: Vec<String> = Vec::new();
        while others.len() < REASONS {
            let document = &witness.document;
            let refusal = match wire::reads_but_for(reader, read, document, holes, &others) {
                wire::Answer::No(refusal) => refusal,
                // It hangs on what stands at the other places.
                wire::Answer::Yes | wire::Answer::Unknown(_) => break,
            };
            let alone = others.is_empty() && self.is_to_blame(question, document, holes);
            if alone || leads(question, &refusal) {
                witness.reason = in_words(&refusal);
                return (Ruling::Confirmed(witness), Vec::new());
            }
            let place = refusal.place();
            if others.contains(&place) {
                break;
            }
            others.push(place);
        }
        (Ruling::Confirmed(witness), others)
    }

    /// Whether a document that is refused somewhere else would be read but for the cause: what a
    /// flattened field takes, others do not meet.
    fn is_to_blame(&self, question: &Question<'_>, document: &Json, holes: &[String]) -> bool {
        let (to, read) = reader_of(question.root);
        let mut places = Vec::new();
        find(document, question.path, String::new(), &mut places);
        let answer = match question.bad {
            Bad::With(name) => {
                let mut without = document.clone();
                places.iter().for_each(|place| remove(&mut without, place, name));
                wire::reads(self.document(to), read, &without, holes)
            }
            Bad::Unread { .. } | Bad::Null | Bad::Variant(..) => {
                wire::reads_but_for(self.document(to), read, document, holes, &places)
            }
            Bad::Without(_) | Bad::Repeated(_) | Bad::Key { .. } => return false,
        };
        matches!(answer, wire::Answer::Yes)
    }

    /// What becomes of a cause of which only a document is known that is refused at other places.
    /// Those are taken to be fine. If whatever holds the cause is read even so, it breaks nobody;
    /// else there is a document that is refused for it.
    fn beside_others(&mut self, question: &Question<'_>, mut others: Vec<String>) -> Ruling {
        let mut forgiven = 0;
        let mut reader = question.reader;
        let kept = names_of(question);
        for _ in 0..DETOURS {
            let before = reader;
            for pointer in &others[forgiven..] {
                let place: Vec<Cow<'_, str>> = pointer::tokens(pointer).collect();
                let mut fuel = FUEL;
                reader = self.taken_to_be_fine(reader, &place, kept.as_deref(), &mut fuel);
            }
            forgiven = others.len();
            if reader == before {
                return self.hidden(question);
            }
            let refused = self.arena.not(reader);
            let parts = question.holding.iter().copied().chain([refused]);
            let shape = self.arena.intersection(parts);
            let document =
                match self.sample(author(question.root.role, question.by_hand), shape, CAUSE) {
                    Sample::Empty => return Ruling::Refuted,
                    Sample::Document(document) => document,
                    Sample::Undecided(_) | Sample::Holed(..) => return self.hidden(question),
                };
            let ruling = self.check(question.root, document, question.by_hand);
            let (shown, more) = self.in_own_words(question, ruling, &[]);
            if more.is_empty() {
                return shown;
            }
            let before: BTreeSet<String> = others.iter().cloned().collect();
            others.extend(more.into_iter().filter(|it| !before.contains(it)));
        }
        self.hidden(question)
    }

    /// What becomes of a cause that cannot be shown, because whatever was found for it is refused
    /// for something else. It breaks nobody where no answer that leads to its place was ever read.
    fn hidden(&mut self, question: &Question<'_>) -> Ruling {
        let Root { role, old, .. } = question.root;
        if *role == Role::Response {
            let any = self.arena.any();
            let leads = self.at(question.path, any);
            let wrote = self.writer(Side::Old, old);
            let reads = self.reader(Side::Old, old, Author::Types(Side::Old));
            let was_read = self.arena.intersection([wrote, leads, reads]);
            if self.sample(Author::Types(Side::Old), was_read, CAUSE) == Sample::Empty {
                return Ruling::Refuted;
            }
        }
        Ruling::Undecided(Doubt {
            rule: &rules::UNDECIDED,
            reason: "every document that was found for it is refused for another break".to_owned(),
        })
    }

    /// The same shape where any value, or none, may stand at a place: in every element and in
    /// every member that is as good as the one of the place, since a document has any number of
    /// those. Members of names that are `kept` are not as good as one that is unknown. What cannot
    /// be looked into stays as it is, and so refuses no less.
    fn taken_to_be_fine(
        &mut self,
        shape: ShapeId,
        place: &[Cow<'_, str>],
        kept: Option<&[&str]>,
        fuel: &mut u32,
    ) -> ShapeId {
        let Some((token, further)) = place.split_first() else { return shape };
        if *fuel == 0 {
            return shape;
        }
        *fuel -= 1;
        let shape = self.looked_into(shape);
        let any = self.arena.any();
        match self.arena.node(shape).clone() {
            Node::Object(mut spec) if spec.patterns.is_empty() && spec.names.is_none() => {
                let known = spec.members.get(&**token).cloned();
                let is = known.as_ref().map_or(spec.rest, |member| member.shape);
                let inner = match further {
                    [] => any,
                    further => self.taken_to_be_fine(is, further, kept, fuel),
                };
                let unknown = known.is_none() && is == self.arena.never();
                if known.is_none() && !unknown {
                    spec.rest = inner;
                } else if let Some(kept) = kept.filter(|_| unknown && further.is_empty()) {
                    let never = self.arena.never();
                    for name in kept.iter().filter(|name| **name != *token) {
                        let refused = Member { shape: never, required: false };
                        spec.members.entry((*name).to_owned()).or_insert(refused);
                    }
                    spec.rest = any;
                } else {
                    let required = !further.is_empty() && known.is_some_and(|it| it.required);
                    spec.members.insert(token.to_string(), Member { shape: inner, required });
                }
                self.arena.object(spec)
            }
            Node::Array(mut spec) => {
                let Ok(index) = token.parse::<usize>() else { return shape };
                let is = spec.prefix.get(index).copied().unwrap_or(spec.rest);
                let inner = match further {
                    [] => any,
                    further => self.taken_to_be_fine(is, further, kept, fuel),
                };
                *spec.prefix.get_mut(index).unwrap_or(&mut spec.rest) = inner;
                self.arena.array(spec)
            }
            Node::Union(of) => {
                let each: Vec<ShapeId> =
                    of.iter().map(|one| self.taken_to_be_fine(*one, place, kept, fuel)).collect();
                self.arena.union(each)
            }
            Node::Intersection(of) => {
                let each: Vec<ShapeId> =
                    of.iter().map(|one| self.taken_to_be_fine(*one, place, kept, fuel)).collect();
                self.arena.intersection(each)
            }
            _ => shape,
        }
    }
}

/// The names that a cause is about; none if those may be any.
fn names_of<'q>(question: &Question<'q>) -> Option<Vec<&'q str>> {
    let mut names = Vec::new();
    for seg in question.path {
        match seg {
            Seg::Member(name) => names.push(name.as_str()),
            Seg::EachMember => return None,
            Seg::Tagged(tag, _) => names.push(tag),
            Seg::Element(_) | Seg::EachElement => {}
        }
    }
    match question.bad {
        Bad::With(name) | Bad::Repeated(name) | Bad::Variant(_, name) => names.push(name),
        Bad::Without(of) => names.extend(of.iter().map(String::as_str)),
        Bad::Unread { .. } | Bad::Null => {}
        Bad::Key { .. } => return None,
    }
    Some(names)
}

/// Whether a refusal is on the way to a cause: of what lies above it, of itself or of what lies
/// below it.
fn leads(question: &Question<'_>, refusal: &wire::Refusal) -> bool {
    let place = refusal.place();
    let mut tokens = pointer::tokens(&place);
    let steps = question.path.iter().filter(|seg| !matches!(seg, Seg::Tagged(..)));
    let along = steps.zip(&mut tokens).all(|(seg, token)| match seg {
        Seg::Member(name) => *name == token,
        Seg::Element(index) => token.parse() == Ok(*index),
        Seg::EachElement | Seg::EachMember | Seg::Tagged(..) => true,
    });
    let Some(token) = tokens.next().filter(|_| along) else { return along };
    // The way to a member ends at the object around it.
    match question.bad {
        Bad::Without(names) => names.iter().any(|name| *name == token),
        // What is there under this name may be missed under another one.
        Bad::With(name) => *name == token || (refusal.member.is_some() && tokens.next().is_none()),
        // It is refused where the name is met again, whatever its values are.
        Bad::Repeated(_) => refusal.member.is_none(),
        Bad::Unread { .. } | Bad::Null | Bad::Variant(..) | Bad::Key { .. } => true,
    }
}

/// The places to which a way leads, as JSON pointers. Recurses as deep as the way is long.
fn find(document: &Json, path: &[Seg], at: String, places: &mut Vec<String>) {
    let Some((seg, further)) = path.split_first() else {
        places.push(at);
        return;
    };
    let step = |token: &str| format!("{at}/{}", pointer::token(token));
    match (seg, document) {
        (Seg::Tagged(..), _) => find(document, further, at, places),
        (Seg::Member(known), Json::Object(members)) => {
            for (name, value) in members.iter().filter(|(name, _)| name == known) {
                find(value, further, step(name), places);
            }
        }
        (Seg::EachMember, Json::Object(members)) => {
            for (name, value) in members.iter() {
                find(value, further, step(name), places);
            }
        }
        (Seg::Element(_) | Seg::EachElement, Json::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                if *seg == Seg::EachElement || *seg == Seg::Element(index) {
                    find(item, further, step(&index.to_string()), places);
                }
            }
        }
        _ => {}
    }
}

/// Takes a member out of the object at a JSON pointer.
fn remove(document: &mut Json, place: &str, member: &str) {
    let mut at = document;
    for token in pointer::tokens(place) {
        let next = match at {
            Json::Object(members) => {
                let mut members = members.make_mut().iter_mut();
                members.find(|(name, _)| *name == token).map(|(_, value)| value)
            }
            Json::Array(items) => {
                let index = token.parse::<usize>().ok();
                index.and_then(|index| items.make_mut().get_mut(index))
            }
            _ => None,
        };
        let Some(next) = next else { return };
        at = next;
    }
    if let Json::Object(members) = at {
        let left = members.iter().filter(|(name, _)| name != member).cloned();
        *at = Json::Object(left.collect());
    }
}

#[cfg(test)]
mod tests {
    use contract_core::document::Document;

    use crate::diff::documents::compare;
    use crate::finding::Severity;

    /// An operation that takes a `Payment` of a number and an amount by one of two names.
    fn document(number: &str, first: &str, second: &str) -> Document {
        let text = r#"{"format": 1,
            "contract": {"id": "payments", "level": "stable", "version": "1.0.0"},
            "operations": {"payments.pay": {"request": {"body": "Payment"}}},
            "types": {
                "Payment": {"shape": {"struct": {"fields": [
                    {"name": "number", "type": "NUMBER"},
                    {"name": "amount", "type": "Amount"}]}}},
                "Amount": {"shape": {"enum": {"tagging": "untagged", "variants": [
                    {"name": "Small", "content": {"newtype": "FIRST"}},
                    {"name": "Large", "content": {"newtype": "SECOND"}}]}}}}}"#;
        let text = text.replace("NUMBER", number).replace("FIRST", first);
        serde_json::from_str(&text.replace("SECOND", second)).expect("a document")
    }

    /// The clauses that break, with the reasons.
    fn broken(old: &Document, new: &Document) -> Vec<(String, String)> {
        let mut broken: Vec<(String, String)> = compare(old, new)
            .into_iter()
            .filter(|it| it.severity == Severity::Breaking)
            .map(|it| (it.clause, it.witness.expect("a witness").reason))
            .collect();
        broken.sort();
        broken
    }

    #[test]
    fn what_another_variant_reads_breaks_nobody_beside_a_break() {
        let old = document("u32", "u32", "u64");
        // Whatever does not fit the first variant any more fits the second.
        let alone = document("u32", "i32", "u64");
        assert_eq!(broken(&old, &alone), []);
        let broken = broken(&old, &document("string", "i32", "u64"));
        let [(clause, _)] = &broken[..] else { panic!("{broken:?}") };
        assert_eq!(clause, "types/Payment/fields/number");
    }

    #[test]
    fn two_breaks_are_both_told_and_each_by_its_own_reason() {
        let old = document("u32", "u32", "u64");
        let broken = broken(&old, &document("string", "i32", "i8"));
        let places = ["/amount", "/amount", "/number"];
        assert_eq!(broken.len(), places.len(), "{broken:?}");
        for ((_, reason), place) in broken.iter().zip(places) {
            assert!(reason.ends_with(place), "{broken:?}");
        }
    }

    #[test]
    fn what_was_never_read_breaks_nobody_beside_a_break() {
        // What stands twice is refused: nobody has ever read an answer with two of them.
        let document = |number: &str, amount: &str| -> Document {
            let text = r#"{"format": 1,
                "contract": {"id": "payments", "level": "stable", "version": "1.0.0"},
                "operations": {"payments.get": {"response": "Payment"}},
                "types": {
                    "Payment": {"shape": {"struct": {"fields": [
                        {"name": "number", "type": "NUMBER"},
                        {"name": "first", "type": {"option": "Amount"}, "flatten": true},
                        {"name": "second", "type": "Amount", "flatten": true}]}}},
                    "Amount": {"shape": {"enum": {
                        "tagging": {"adjacent": {"tag": "unit", "content": "value"}},
                        "variants": [
                            {"name": "Cents", "content": {"newtype": "u8"}},
                            {"name": "Euros", "content": {"newtype": "AMOUNT"}}]}}}}}"#;
            let text = text.replace("NUMBER", number).replace("AMOUNT", amount);
            serde_json::from_str(&text).expect("a document")
        };
        let findings = compare(&document("u32", "u8"), &document("string", "u16"));
        let worst = |clause: &str| {
            let of_clause = findings.iter().filter(|it| it.clause.starts_with(clause));
            of_clause.map(|it| it.severity).max()
        };
        assert_eq!(worst("types/Payment"), Some(Severity::Breaking), "{findings:#?}");
        assert_eq!(worst("types/Amount"), Some(Severity::Note), "{findings:#?}");
    }
}
