//! Which roots are read whatever changed, found type by type.
//!
//! A pair of types is *settled* when all that is written for it is read, as long as that holds for
//! the pairs that it refers to. If it holds for all of them it holds without the condition, by
//! induction on the documents: the parts of a document are smaller than it. Most pairs are
//! settled at a look, because nothing changed in them; the prover is asked about the others
//! alone, not about everything that they lead to. So the cost is that of what changed.
//!
//! A pair that is not settled says nothing: the roots that reach it are judged as a whole.

use contract_core::document::{Content, Document, Enum, Field, Leaf, Read, Shape, WireType};

use super::prove::Judge;
use super::roots::Root;
use super::unchanged::{is_plain, stands_alone};
use super::walk::{Graph, Key};
use crate::hash::{HashMap, HashSet};
use crate::shape::lower::wire::type_names;

/// By root, whether it is settled.
pub(super) fn roots(graph: &Graph<'_>, roots: &[Root], judge: &mut Judge<'_>) -> Vec<bool> {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); graph.pairs.len()];
    for (pair, node) in graph.pairs.iter().enumerate() {
        for (_, to) in &node.edges {
            users[*to].push(pair);
        }
    }
    let mut lookup = Lookup { leaves: HashMap::default() };
    let same = lookup.same(judge);
    let read: HashSet<&str> = same.iter().copied().collect();
    let at_a_look: Vec<bool> = graph
        .pairs
        .iter()
        .zip(&graph.keys)
        .map(|(node, (old, new, _))| {
            let documents = judge.documents();
            node.leads_on
                && old == new
                && leans_on_none_but(documents.0, old, |part| {
                    !judge.same_types().contains(part) || read.contains(part)
                })
                && lookup.is_read(documents.0, old, judge)
        })
        .collect();
    let mut settled = vec![true; graph.pairs.len()];
    loop {
        let known: Vec<Key<'_>> =
            graph.keys.iter().zip(&settled).filter(|it| *it.1).map(|it| *it.0).collect();
        let mut given = judge.given(&known, &same);
        let mut failing: Vec<usize> = (0..settled.len())
            .filter(|pair| settled[*pair] && !at_a_look[*pair])
            .filter(|pair| !judge.holds(&mut given, graph.keys[*pair]))
            .collect();
        if failing.is_empty() {
            return roots
                .iter()
                .zip(&graph.roots)
                .map(|(root, node)| {
                    node.edges.iter().all(|(_, pair)| settled[*pair])
                        && judge.holds_at(&mut given, root)
                })
                .collect();
        }
        // What was proved may rest on a pair that is not settled, and is proved again.
        while let Some(pair) = failing.pop() {
            if std::mem::replace(&mut settled[pair], false) {
                failing.extend(&users[pair]);
            }
        }
    }
}

/// Whether a type refers to none but types of this kind. Those that are the same in both documents
/// are no pairs, so that a type which does not read what it writes itself would be overlooked.
fn leans_on_none_but(document: &Document, name: &str, kind: impl Fn(&str) -> bool) -> bool {
    let mut all = true;
    if let Some(definition) = document.types.get(name) {
        type_names(&definition.shape, &mut |part| all &= kind(part));
    }
    all
}

/// What is known at a look.
struct Lookup {
    /// Whether what is written for a leaf is read.
    leaves: HashMap<Leaf, bool>,
}

impl Lookup {
    /// The types that are the same in both documents and read what they write, as all do that
    /// they refer to.
    fn same<'d>(&mut self, judge: &mut Judge<'d>) -> Vec<&'d str> {
        let (old, _) = judge.documents();
        let mut names: Vec<&'d str> = judge.same_types().iter().copied().collect();
        names.sort_unstable();
        let mut users: HashMap<&str, Vec<&str>> = HashMap::default();
        let mut read: HashSet<&str> = HashSet::default();
        let mut failing = Vec::new();
        for name in &names {
            if self.is_read(old, name, judge) {
                read.insert(name);
            } else {
                failing.push(*name);
            }
            if let Some(definition) = old.types.get(*name) {
                type_names(&definition.shape, &mut |of| users.entry(of).or_default().push(name));
            }
        }
        while let Some(name) = failing.pop() {
            for user in users.get(name).into_iter().flatten() {
                if read.remove(user) {
                    failing.push(user);
                }
            }
        }
        names.retain(|name| read.contains(name));
        names
    }

    /// Whether a type that is the same in both documents plainly reads what it writes, if the
    /// types do that it refers to.
    fn is_read(&mut self, document: &Document, name: &str, judge: &mut Judge<'_>) -> bool {
        let Some(definition) = document.types.get(name) else { return false };
        let is_part = |name: &str| {
            document.types.get(name).is_some_and(|of| !matches!(of.shape, Shape::Alias(_)))
        };
        let mut parts = Vec::new();
        let plain = match &definition.shape {
            Shape::Unit => true,
            Shape::Newtype(of) => {
                parts.push(of);
                true
            }
            Shape::Struct(of) => of.tag.is_none() && fields(&of.fields, &mut parts),
            Shape::Enum(of) => variants(of, &mut parts),
            Shape::Tuple(_) | Shape::Alias(_) => false,
        };
        plain
            && parts.iter().all(|of| is_plain(&is_part, of))
            && parts.iter().all(|of| self.leaves(of, judge))
    }

    /// Whether all leaves of an expression read what they write.
    fn leaves(&mut self, of: &WireType, judge: &mut Judge<'_>) -> bool {
        match of {
            WireType::Leaf(leaf) => {
                *self.leaves.entry(*leaf).or_insert_with(|| judge.reads_itself(*leaf))
            }
            WireType::Named(_) | WireType::ShortText(_) => true,
            WireType::Option(of)
            | WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
            | WireType::ShortList(of, _) => self.leaves(of, judge),
            // Keys are texts, for which leaves have other rules.
            WireType::Map(key, of) => {
                **key == WireType::Leaf(Leaf::String) && self.leaves(of, judge)
            }
            WireType::Tuple(of) => of.iter().all(|of| self.leaves(of, judge)),
            WireType::Split(..)
            | WireType::Opaque(..)
            | WireType::Codec(..)
            | WireType::Schema(_) => false,
        }
    }
}

/// Whether every field that may be left out may be missing.
fn fields<'d>(of: &'d [Field], parts: &mut Vec<&'d WireType>) -> bool {
    parts.extend(of.iter().map(|field| &field.wire));
    of.iter().all(|field| {
        let optional = match field.read {
            Read::Default | Read::ContainerDefault | Read::DefaultFn(_) => true,
            Read::Required => matches!(field.wire, WireType::Option(_)),
            Read::Demanded | Read::Never => false,
        };
        stands_alone(field) && (optional || field.written.is_always())
    })
}

/// Whether every variant is read under the name that it is written by.
fn variants<'d>(of: &'d Enum, parts: &mut Vec<&'d WireType>) -> bool {
    of.tagging.is_external()
        && of.variants.iter().all(|variant| {
            let content = match &variant.content {
                Content::Unit => true,
                Content::Newtype(of) => {
                    parts.push(of);
                    true
                }
                Content::Struct(of) => of.tag.is_none() && fields(&of.fields, parts),
                Content::Tuple(_) => false,
            };
            content && variant.read && variant.read_name.is_none() && !variant.untagged
        })
}

#[cfg(test)]
mod tests;
