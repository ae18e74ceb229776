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

use super::given::Given;
use super::prove::Judge;
use super::roots::Root;
use super::unchanged::{is_plain, stands_alone};
use super::walk::{Graph, Key, Node};
use crate::finding::Side;
use crate::hash::{HashMap, HashSet};
use crate::shape::lower::wire::type_names;

/// So often those are asked about by themselves that refer to a pair that is not settled: an option
/// or another variant may read what the pair does not. After that they are taken for unsettled.
const ROUNDS: usize = 3;

/// By root, whether it is settled.
pub(super) fn roots<'d>(graph: &Graph<'d>, roots: &[Root], judge: &mut Judge<'d>) -> Vec<bool> {
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
    let asked: Vec<bool> = at_a_look.iter().map(|it| !it).collect();
    let (mut given, settled) = pairs(
        graph,
        asked,
        judge,
        &|judge, known| judge.given(known, &same),
        &|judge, given, pair| judge.holds(given, pair),
    );
    let roots = roots.iter().zip(&graph.roots);
    let is_settled = |(root, node): (&Root, &Node)| {
        node.edges.iter().all(|(_, pair)| settled[*pair]) && judge.holds_at(&mut given, root)
    };
    roots.map(is_settled).collect()
}

/// Which pairs are settled, and what is given with them. Those are `asked` about that are not known
/// to be at a look.
pub(super) fn pairs<'d>(
    graph: &Graph<'d>,
    mut asked: Vec<bool>,
    judge: &mut Judge<'d>,
    give: &dyn Fn(&mut Judge<'d>, &[Key<'d>]) -> Given,
    holds: &dyn Fn(&mut Judge<'d>, &mut Given, Key<'d>) -> bool,
) -> (Given, Vec<bool>) {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); graph.pairs.len()];
    for (pair, node) in graph.pairs.iter().enumerate() {
        for (_, to) in &node.edges {
            users[*to].push(pair);
        }
    }
    let mut settled = vec![true; graph.pairs.len()];
    let mut round = 0;
    loop {
        let known = graph.keys.iter().zip(&settled).filter(|it| *it.1).map(|it| *it.0);
        let mut given = give(judge, &known.collect::<Vec<_>>());
        let mut failing: Vec<usize> = (0..settled.len())
            .filter(|pair| settled[*pair] && asked[*pair])
            .filter(|pair| !holds(judge, &mut given, graph.keys[*pair]))
            .collect();
        if failing.is_empty() {
            return (given, settled);
        }
        // What was proved may rest on a pair that is not settled, and is proved again.
        while let Some(pair) = failing.pop() {
            if !std::mem::replace(&mut settled[pair], false) {
                continue;
            }
            if round < ROUNDS {
                users[pair].iter().for_each(|user| asked[*user] = true);
            } else {
                failing.extend(&users[pair]);
            }
        }
        round += 1;
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
    /// Whether what is written for a leaf is read, from buffers too.
    leaves: HashMap<(Leaf, bool), bool>,
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
        let buffered =
            [Side::Old, Side::New].into_iter().any(|side| judge.lowering.is_buffered(side, name));
        plain
            && parts.iter().all(|of| is_plain(&is_part, of))
            && parts.iter().all(|of| self.leaves(of, buffered, judge))
    }

    /// Whether all leaves of an expression read what they write.
    fn leaves(&mut self, of: &WireType, buffered: bool, judge: &mut Judge<'_>) -> bool {
        match of {
            WireType::Leaf(leaf) => {
                let known = self.leaves.entry((*leaf, buffered));
                *known.or_insert_with(|| judge.reads_itself(*leaf, buffered))
            }
            WireType::Named(_) | WireType::ShortText(_) => true,
            WireType::Option(of)
            | WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
            | WireType::ShortList(of, _) => self.leaves(of, buffered, judge),
            // Keys are texts, for which leaves have other rules.
            WireType::Map(key, of) => {
                **key == WireType::Leaf(Leaf::String) && self.leaves(of, buffered, judge)
            }
            WireType::Tuple(of) => of.iter().all(|of| self.leaves(of, buffered, judge)),
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
