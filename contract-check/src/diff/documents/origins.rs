//! Which roots reach a pair, for all pairs at once.
//!
//! Types that refer to each other in cycles are reached by the same roots. So the pairs are put
//! into groups of those that reach each other (strongly connected components), and the roots are
//! handed on from group to group: the cost is that of the graph once, not once per root.

use super::walk::Graph;

/// A set of roots, by index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RootSet(Vec<u64>);

impl RootSet {
    /// Adds a root.
    pub(super) fn insert(&mut self, root: usize) {
        let (word, bit) = (root / 64, root % 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << bit;
    }

    /// Adds all roots of another set.
    pub(super) fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// The roots in ascending order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(word, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit)
        })
    }
}

/// By pair, the roots that reach it.
pub(super) struct Origins {
    group_of: Vec<usize>,
    roots: Vec<RootSet>,
}

impl Origins {
    /// Finds them.
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let (group_of, groups) = groups(graph);
        let mut roots = vec![RootSet::default(); groups.len()];
        for (index, root) in graph.roots.iter().enumerate() {
            for (_, pair) in &root.edges {
                roots[group_of[*pair]].insert(index);
            }
        }
        // What a group refers to has a lower number than the group.
        for (group, pairs) in groups.iter().enumerate().rev() {
            let own = std::mem::take(&mut roots[group]);
            let referred = pairs.iter().flat_map(|pair| &graph.pairs[*pair].edges);
            let mut below: Vec<usize> = referred.map(|(_, pair)| group_of[*pair]).collect();
            below.sort_unstable();
            below.dedup();
            for below in below {
                roots[below].extend(&own);
            }
            roots[group] = own;
        }
        Self { group_of, roots }
    }

    /// The roots that reach a pair.
    pub(super) fn roots(&self, pair: usize) -> &RootSet {
        &self.roots[self.group_of[pair]]
    }
}

/// By pair its group, and by group its pairs: Tarjan's algorithm with a stack of its own, so that
/// a chain of types does not deepen the machine's. A group is numbered after all that it refers
/// to.
fn groups(graph: &Graph<'_>) -> (Vec<usize>, Vec<Vec<usize>>) {
    const UNMET: usize = usize::MAX;
    let count = graph.pairs.len();
    let mut group_of = vec![UNMET; count];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut order = vec![UNMET; count];
    let mut lowest = vec![UNMET; count];
    let mut met = 0;
    // The pairs that have no group yet, and the way to the current one with the next edge of each.
    let (mut waiting, mut way): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for start in 0..count {
        if order[start] == UNMET {
            way.push((start, 0));
        }
        while let Some((pair, edge)) = way.pop() {
            if edge == 0 {
                (order[pair], lowest[pair]) = (met, met);
                met += 1;
                waiting.push(pair);
            }
            if let Some((_, to)) = graph.pairs[pair].edges.get(edge) {
                way.push((pair, edge + 1));
                if order[*to] == UNMET {
                    way.push((*to, 0));
                } else if group_of[*to] == UNMET {
                    lowest[pair] = lowest[pair].min(order[*to]);
                }
                continue;
            }
            if let Some((above, _)) = way.last() {
                lowest[*above] = lowest[*above].min(lowest[pair]);
            }
            if lowest[pair] == order[pair] {
                let first = waiting.iter().rposition(|it| *it == pair).unwrap_or(0);
                let pairs = waiting.split_off(first);
                pairs.iter().for_each(|pair| group_of[*pair] = groups.len());
                groups.push(pairs);
            }
        }
    }
    (group_of, groups)
}

#[cfg(test)]
mod tests {
    use super::super::walk::Node;
    use super::*;

    fn node(to: &[usize]) -> Node {
        Node { edges: to.iter().map(|to| (Vec::new(), *to)).collect(), ..Node::default() }
    }

    fn reached(pairs: &[&[usize]], roots: &[&[usize]]) -> Vec<Vec<usize>> {
        let of = |nodes: &[&[usize]]| nodes.iter().map(|to| node(to)).collect();
        let graph = Graph { pairs: of(pairs), roots: of(roots), keys: Vec::new() };
        let origins = Origins::of(&graph);
        (0..pairs.len()).map(|pair| origins.roots(pair).iter().collect()).collect()
    }

    #[test]
    fn pairs_in_a_cycle_are_reached_by_the_same_roots() {
        // 0 leads into the cycle of 1, 2 and 3, which leads to 4; 5 leads to 4 only.
        let pairs: &[&[usize]] = &[&[1], &[2], &[3], &[1, 4], &[4], &[4]];
        let found = reached(pairs, &[&[0], &[2], &[5], &[]]);
        let expected: &[&[usize]] = &[&[0], &[0, 1], &[0, 1], &[0, 1], &[0, 1, 2], &[2]];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_search_from_every_root_finds_the_same() {
        // A fixed sequence of numbers: graphs of all forms, none of them by chance.
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        for _ in 0..300 {
            let count = 1 + next(9);
            let mut targets =
                |most: usize| -> Vec<usize> { (0..next(most + 1)).map(|_| next(count)).collect() };
            let pairs: Vec<Vec<usize>> = (0..count).map(|_| targets(2)).collect();
            let roots: Vec<Vec<usize>> = (0..70).map(|_| targets(1)).collect();
            let mut expected = vec![Vec::new(); count];
            for (index, root) in roots.iter().enumerate() {
                let (mut seen, mut pending) = (vec![false; count], root.clone());
                while let Some(pair) = pending.pop() {
                    if !std::mem::replace(&mut seen[pair], true) {
                        pending.extend(&pairs[pair]);
                        expected[pair].push(index);
                    }
                }
            }
            let found = reached(
                &pairs.iter().map(Vec::as_slice).collect::<Vec<_>>(),
                &roots.iter().map(Vec::as_slice).collect::<Vec<_>>(),
            );
            assert_eq!(found, expected, "{pairs:?} {roots:?}");
        }
    }
}
