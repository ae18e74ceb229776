//! A change by itself: the old document with nothing but that.
//!
//! Where several things changed, every document that holds one of them may be refused for another.
//! Whether it breaks anybody by itself is asked of a document in which nothing else changed.

use contract_core::document::Document;

use super::cause::{Bad, Cause, Seg, Suspicion};
use super::part::{Part, exchanged, type_of, types_of};
use super::prove::{Judge, Ruling};
use super::roots::Root;
use crate::finding::Witness;

/// A cause, with the roots that reach it and the way from each.
pub(super) struct Suspect<'s> {
    /// The cause.
    pub(super) cause: &'s Cause,
    /// The pair of types that it was met at; none if that is the roots themselves.
    pub(super) pair: Option<(&'s str, &'s str)>,
    /// The other causes of its direction.
    pub(super) beside: Vec<&'s Cause>,
    /// The roots and the ways.
    pub(super) reached: Vec<(&'s Root, &'s [Seg])>,
}

/// What has become of a cause by itself.
pub(super) struct Judged {
    /// Whether it breaks.
    pub(super) ruling: Ruling,
    /// Whether the document that shows it would be refused for it if nothing else had changed.
    pub(super) accounts: bool,
}

/// A root that breaks where nothing else changed.
struct Broken<'s> {
    root: &'s Root,
    /// The same where nothing else changed.
    alone: Root,
    way: &'s [Seg],
    by_hand: bool,
    witness: Witness,
}

impl Judge<'_> {
    /// What becomes of a cause if nothing else changed; none if that is not known, or if it breaks
    /// and no document shows it that is refused as well where all changed.
    pub(super) fn alone(&mut self, suspect: &Suspect<'_>) -> Option<Judged> {
        let (bad, by_types) = match &suspect.cause.suspicion {
            Suspicion::Breaks { bad, .. } => (bad, true),
            Suspicion::Tolerance { bad, .. } => (bad, false),
            Suspicion::Harmless(_) | Suspicion::Unknown => return None,
        };
        let (old, new) = self.documents();
        let (changed, is_sole) = suspect.only(old, new)?;
        let mut judge = Judge::new(old, &changed);
        judge.left = self.left;
        let broken = judge.broken(suspect, by_types);
        let judged = broken.and_then(|broken| match broken.is_empty() {
            true => Some(Judged { ruling: Ruling::Refuted, accounts: false }),
            false => broken.iter().find_map(|it| {
                // Whatever is refused where nothing else changed is refused for the cause.
                let told = is_sole.then(|| self.shown(it, it.witness.clone())).flatten();
                let told =
                    told.or_else(|| match judge.confirm(&it.alone, it.way, bad, it.by_hand) {
                        Ruling::Confirmed(witness) => self.shown(it, witness),
                        _ => None,
                    });
                let told = told.map(|ruling| Judged { ruling, accounts: true });
                told.or_else(|| {
                    let ruling = is_sole.then(|| self.beside(it, bad)).flatten()?;
                    Some(Judged { ruling, accounts: false })
                })
            }),
        });
        self.left = self.left.min(judge.left);
        judged
    }

    /// The roots that break, by their types or by hand; none if that is not known.
    fn broken<'s>(&mut self, suspect: &Suspect<'s>, by_types: bool) -> Option<Vec<Broken<'s>>> {
        let mut broken = Vec::new();
        let (old, new) = self.documents();
        let of_types = types_of(suspect.cause, suspect.pair, old, new).is_some();
        for (root, way) in suspect.reached.iter().copied() {
            if root.skips(suspect.cause, way) {
                continue;
            }
            let new = if of_types { &root.old } else { &root.new };
            let alone = Root { new: new.clone(), ..root.clone() };
            for by_hand in [false, true] {
                if (!by_hand && !by_types) || (by_hand && !root.foreign_writers) {
                    continue;
                }
                match self.breaks(&alone, by_hand) {
                    Ruling::Refuted => {}
                    Ruling::Confirmed(witness) => {
                        let alone = alone.clone();
                        broken.push(Broken { root, alone, way, by_hand, witness });
                    }
                    Ruling::Undecided(_) | Ruling::Contradiction(..) => return None,
                }
            }
        }
        Some(broken)
    }

    /// Whether a root is refused, by its types or by hand.
    fn breaks(&mut self, root: &Root, by_hand: bool) -> Ruling {
        let ruling = if by_hand {
            let mut given = self.given_by_hand(&[]);
            self.root_by_hand(root, &mut given)
        } else {
            self.root(root)
        };
        match ruling {
            Ruling::Refuted => Ruling::Refuted,
            ruling => root.known_kinds(self).unwrap_or(ruling),
        }
    }

    /// The ruling by a document that holds what the cause is about, and is refused for something
    /// else: without that it would be for the cause.
    fn beside(&mut self, broken: &Broken<'_>, bad: &Bad) -> Option<Ruling> {
        [false, true].into_iter().find_map(|refused| {
            let held = self.holding(broken.root, broken.way, bad, broken.by_hand, refused);
            let whole = self.check(broken.root, held?, broken.by_hand);
            matches!(whole, Ruling::Confirmed(_)).then_some(whole)
        })
    }

    /// The ruling by a document that is refused where nothing else changed, if it is refused as well
    /// where all did.
    fn shown(&self, broken: &Broken<'_>, witness: Witness) -> Option<Ruling> {
        let whole = self.check(broken.root, witness.document.clone(), broken.by_hand);
        matches!(whole, Ruling::Confirmed(_)).then_some(Ruling::Confirmed(witness))
    }
}

impl Suspect<'_> {
    /// The old document in which nothing changed but what the cause is about, and whether that is
    /// the cause alone; none if that is not to be had.
    fn only(&self, old: &Document, new: &Document) -> Option<(Document, bool)> {
        let mut changed = old.clone();
        for (name, added) in &new.types {
            changed.types.entry(name.clone()).or_insert_with(|| added.clone());
        }
        let Some((before, after)) = types_of(self.cause, self.pair, old, new) else {
            // There is no part to put in: the roots are of the new types.
            return Some((changed, self.beside.iter().all(|it| it.is_harmless())));
        };
        let (from, to) = (changed.types.get_mut(before)?, new.types.get(after)?);
        let (left, right) = Part::both(self.cause, before, after);
        let in_part = exchanged(&mut from.shape, &to.shape, left, right);
        if !in_part {
            *from = to.clone();
        }
        if *from == old.types[before] {
            return None;
        }
        let is_beside = |other: &&&Cause| match in_part {
            true => left.holds(other.old.as_deref()) || right.holds(other.new.as_deref()),
            false => {
                type_of(old, other.old.as_deref()) == Some(before)
                    || type_of(new, other.new.as_deref()) == Some(after)
            }
        };
        let mut others = self.beside.iter().filter(is_beside);
        let is_sole = others.all(|it| it.is_harmless());
        Some((changed, is_sole))
    }
}

#[cfg(test)]
mod tests {
    use contract_core::document::Document;

    use crate::diff::documents::compare;
    use crate::finding::Severity;

    /// An answer of parts in parts. What a part holds beside its state is taken by an option, or
    /// by a map of texts.
    fn document(content: &str, states: &[&str], more: &str) -> Document {
        let states: Vec<String> = states
            .iter()
            .map(|state| format!(r#"{{"name": "{state}", "content": "unit"}}"#))
            .collect();
        let text = r#"{"format": 1,
            "contract": {"id": "parts", "level": "stable", "version": "1.0.0"},
            "operations": {"parts.get": {"response": "Part"}},
            "types": {
                "Part": {"shape": {"struct": {"fields": [
                    {"name": "next", "type": {"option": "Part"}},
                    {"name": "state", "type": "State"},
                    {"name": "kind", "type": {"option": "Kind"}, "flatten": true},
                    {"name": "rest", "type": {"map": ["string", "string"]}, "flatten": true}]}}},
                "State": {"shape": {"enum": {"variants": [STATES]}}},
                "Kind": {"shape": {"enum": {"variants": [
                    {"name": "sum", "content": {"newtype": "CONTENT"}} MORE]}}}}}"#;
        let text = text.replace("STATES", &states.join(", ")).replace("CONTENT", content);
        serde_json::from_str(&text.replace("MORE", more)).expect("a document")
    }

    /// The worst that is said of a clause.
    fn worst(old: &Document, new: &Document, clause: &str) -> Option<Severity> {
        let findings = compare(old, new);
        findings.iter().filter(|it| it.clause.starts_with(clause)).map(|it| it.severity).max()
    }

    #[test]
    fn what_hides_behind_another_break_wherever_it_stands_is_judged_by_itself() {
        let old = document("u64", &["on"], "");
        let (state, sum) = ("types/State", "types/Kind/variants/sum");
        // What the option cannot read is none, and nobody else reads it.
        let by_itself = document("string", &["on"], "");
        assert!(worst(&old, &by_itself, sum) < Some(Severity::Undecided));
        let both = document("string", &["on", "off"], "");
        assert_eq!(worst(&old, &both, state), Some(Severity::Breaking));
        assert!(worst(&old, &both, sum) < Some(Severity::Undecided));
        // The map reads no null.
        let none = r#", {"name": "none", "content": {"newtype": "null"}}"#;
        let all = document("string", &["on", "off"], none);
        assert_eq!(worst(&old, &all, state), Some(Severity::Breaking));
        assert_eq!(worst(&old, &all, "types/Kind/variants/none"), Some(Severity::Breaking));
        assert!(worst(&old, &all, sum) < Some(Severity::Undecided));
    }

    /// An answer in which one of the names of what is taken up stands twice where the option is
    /// some; the second one is refused.
    fn twice(size: &str, state: &str) -> Document {
        let field = |at: usize| format!(r#"{{"name": "p{at}", "type": "u8"}}"#);
        let fields: Vec<String> = (0..6).map(field).collect();
        let variant = |at: usize| {
            let content = field(at);
            format!(r#"{{"name": "P{at}", "content": {{"struct": {{"fields": [{content}]}}}}}}"#)
        };
        let variants: Vec<String> = (0..3).map(variant).collect();
        let text = r#"{"format": 1,
            "contract": {"id": "parts", "level": "stable", "version": "1.0.0"},
            "operations": {"parts.get": {"response": "Part"}},
            "types": {
                "Part": {"shape": {"struct": {"unknown_fields": "refused", "fields": [
                    {"name": "state", "type": "State"},
                    {"name": "inner", "type": {"option": "Inner"}, "flatten": true},
                    {"name": "kind", "type": "Kind", "flatten": true}]}}},
                "State": {"shape": {"enum": {"variants": [{"name": "STATE", "content": "unit"}]}}},
                "Inner": {"shape": {"struct": {"fields": [
                    FIELDS, {"name": "size", "type": "SIZE"}]}}},
                "Kind": {"shape": {"enum": {"tagging": {"internal": {"tag": "kind"}},
                    "variants": [VARIANTS]}}}}}"#;
        let text = text.replace("FIELDS", &fields.join(", ")).replace("SIZE", size);
        let text = text.replace("VARIANTS", &variants.join(", ")).replace("STATE", state);
        serde_json::from_str(&text).expect("a document")
    }

    /// What breaks or is not decided.
    fn told(old: &Document, new: &Document) -> Vec<(Severity, String)> {
        let findings = compare(old, new).into_iter();
        findings
            .filter(|it| it.severity >= Severity::Undecided)
            .map(|it| (it.severity, it.clause))
            .collect()
    }

    #[test]
    fn the_one_cause_of_a_break_is_told_in_place_of_the_whole() {
        let size = (Severity::Breaking, "types/Inner/fields/size".to_owned());
        assert_eq!(told(&twice("u8", "on"), &twice("u16", "on")), [size]);
    }

    #[test]
    fn what_is_met_where_its_type_is_taken_up_is_judged_in_that_type() {
        // Whatever is written now is refused for its state.
        let found = told(&twice("u8", "on"), &twice("u16", "off"));
        let breaks = |of: &str| (Severity::Breaking, of.to_owned());
        assert_eq!(found, [breaks("types/State/variants/on"), breaks("types/Inner/fields/size")]);
    }
}
