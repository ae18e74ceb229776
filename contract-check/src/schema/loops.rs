//! References that come back to where they started without having described anything.
//!
//! `{"$ref": "#"}` and its longer forms admit and refuse nothing that could be told: applying
//! them never ends. They are cut, and what depends on them is undecided. A reference that comes
//! back to its start one property or one element deeper is recursion, and stays.

use super::model::{SchemaDocument, SchemaId, Target};

/// Turns every reference on such a loop into an unknown one.
pub(super) fn cut(document: &mut SchemaDocument) {
    let components = Components::of(document);
    for index in 0..document.schemas.len() {
        if !components.on_loop[index] {
            continue;
        }
        let id = SchemaId(u32::try_from(index).expect("schemas are counted in 32 bits"));
        let loops: Vec<bool> = document
            .keywords(id)
            .references()
            .map(|reference| targets(document, &reference.target).any(|to| components.same(id, to)))
            .collect();
        if !loops.contains(&true) {
            continue;
        }
        let keywords = &mut document.schemas[index].keywords;
        for (reference, is_loop) in keywords.references_mut().zip(loops) {
            if is_loop {
                reference.target = Target::Unknown(format!(
                    "the reference `{}` comes back to itself without describing anything",
                    reference.text
                ));
            }
        }
    }
}

/// Every schema that a reference may lead to, in any scope.
pub(super) fn targets<'a>(
    document: &'a SchemaDocument,
    target: &'a Target,
) -> impl Iterator<Item = SchemaId> + 'a {
    let (first, name) = match target {
        Target::Schema(id) => (Some(*id), None),
        Target::Dynamic(name, id) => (Some(*id), Some(name)),
        Target::Unknown(_) | Target::Unread { .. } => (None, None),
    };
    let bearers = name.into_iter().flat_map(|name| {
        document.resources.iter().filter_map(move |resource| resource.dynamic.get(name).copied())
    });
    first.into_iter().chain(bearers)
}

/// The strongly connected components of "applies to the same value" (Tarjan, without recursion).
struct Components {
    number: Vec<u32>,
    on_loop: Vec<bool>,
}

impl Components {
    fn of(document: &SchemaDocument) -> Self {
        let count = document.schemas.len();
        // The edges of all schemas in one list, and where those of each begin.
        let (mut list, mut starts) = (Vec::new(), Vec::with_capacity(count + 1));
        for id in document.ids() {
            starts.push(list.len());
            let keywords = document.keywords(id);
            list.extend(keywords.in_place().map(|to| to.0 as usize));
            for reference in keywords.references() {
                list.extend(targets(document, &reference.target).map(|to| to.0 as usize));
            }
        }
        starts.push(list.len());
        let edges = |node: usize| &list[starts[node]..starts[node + 1]];
        let mut found = Self { number: vec![u32::MAX; count], on_loop: vec![false; count] };
        let mut index = vec![usize::MAX; count];
        let mut low = vec![usize::MAX; count];
        let mut stack = Vec::new();
        let mut calls = Vec::new();
        let (mut next_index, mut next_number) = (0, 0);
        for start in 0..count {
            if index[start] != usize::MAX {
                continue;
            }
            calls.push((start, 0));
            while let Some((node, edge)) = calls.pop() {
                if edge == 0 {
                    index[node] = next_index;
                    low[node] = next_index;
                    next_index += 1;
                    stack.push(node);
                }
                if let Some(&to) = edges(node).get(edge) {
                    calls.push((node, edge + 1));
                    if index[to] == usize::MAX {
                        calls.push((to, 0));
                    } else if found.number[to] == u32::MAX {
                        low[node] = low[node].min(index[to]);
                    }
                    continue;
                }
                if low[node] == index[node] {
                    let from = stack.iter().rposition(|&n| n == node).expect("it was pushed");
                    let members = stack.split_off(from);
                    let is_loop = members.len() > 1 || edges(node).contains(&node);
                    for member in members {
                        found.number[member] = next_number;
                        found.on_loop[member] = is_loop;
                    }
                    next_number += 1;
                }
                if let Some((parent, _)) = calls.last() {
                    low[*parent] = low[*parent].min(low[node]);
                }
            }
        }
        found
    }

    /// Whether an edge between the two lies on a loop.
    fn same(&self, from: SchemaId, to: SchemaId) -> bool {
        let (from, to) = (from.0 as usize, to.0 as usize);
        self.on_loop[from] && self.number[from] == self.number[to]
    }
}
