//! A string that automata and lengths ask for, found length by length.
//!
//! Whether a set holds a string follows from the states in which the string leaves the set's
//! automata, and from whether its length is within the set's bounds. So lengths fall into spans
//! within which only states matter. In the last of them each state need be found once. In those
//! before, all states of a length have to be known; but such sets of states come round again, and
//! what lies between is skipped. So a bound of a million costs as little as one of ten.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::super::super::answer::Reason;
use super::super::super::pattern::{Alphabet, Machine, Program};
use super::super::Run;
use super::{Found, SHOWN};
use crate::hash::{HashMap, HashSet};

/// The automata and the bounds of one set: all of them hold for its strings.
pub(super) struct Constraint {
    /// By their numbers.
    pub(super) machines: Vec<usize>,
    /// The shortest length.
    pub(super) min: u64,
    /// The longest length.
    pub(super) max: Option<u64>,
}

impl Constraint {
    fn takes(&self, length: u64) -> bool {
        self.min <= length && self.max.is_none_or(|max| length <= max)
    }
}

/// A state of all automata at once, by its number.
type State = u32;

/// A step to another state, by the most pleasant letter that leads there.
#[derive(Clone, Copy)]
struct Edge {
    letter: u32,
    to: State,
}

/// Lengths that no bound tells apart.
#[derive(Clone, Copy)]
struct Span {
    from: u64,
    /// The last of them; none where they have no end.
    to: Option<u64>,
}

/// The states that strings of each length lead to, along one span.
struct Layers {
    from: u64,
    layers: Vec<Rc<[State]>>,
    /// From this layer on they come round again.
    again: Option<usize>,
}

impl Layers {
    fn at(&self, length: u64) -> Rc<[State]> {
        let at = usize::try_from(length - self.from).unwrap_or(usize::MAX);
        match self.again {
            Some(first) if at >= self.layers.len() => {
                let round = self.layers.len() - first;
                self.layers[first + (at - first) % round].clone()
            }
            _ => self.layers[at].clone(),
        }
    }
}

/// How the states of the last span were reached: at which length, from which state and by which
/// letter; by none where the span begins.
type Ways = HashMap<State, (u64, Option<(State, u32)>)>;

/// A string, by the state that it leads to.
struct Hit {
    length: u64,
    state: State,
}

pub(super) struct Walk {
    alphabet: Alphabet,
    machines: Vec<Machine>,
    /// The whole, then its holes.
    constraints: Vec<Constraint>,
    /// The states of the automata that a state is made of.
    states: Vec<Rc<[u32]>>,
    ids: HashMap<Rc<[u32]>, State>,
    /// The steps that are known, by state.
    edges: Vec<Option<Rc<[Edge]>>>,
    /// So many letters of the alphabet are used.
    letters: u32,
    /// The steps that are left.
    steps: u64,
}

/// How many steps one walk may take: automata that explode must not use up what all other
/// questions need.
const STEPS: u64 = 100_000;

impl Walk {
    /// A walk that looks for a string of the first constraint and of no other.
    pub(super) fn new(programs: Vec<Rc<Program>>, constraints: Vec<Constraint>) -> Self {
        let alphabet = Alphabet::new(&programs);
        let mut walk = Self {
            letters: alphabet.plain,
            alphabet,
            machines: programs.into_iter().map(Machine::new).collect(),
            constraints,
            states: Vec::new(),
            ids: HashMap::default(),
            edges: Vec::new(),
            steps: STEPS,
        };
        let start = walk.id(vec![Machine::START; walk.machines.len()].into());
        // What the automata ask for anyway needs no span of its own.
        if walk.far(start).is_some_and(|shortest| walk.constraints[0].min <= shortest) {
            walk.constraints[0].min = 0;
        }
        walk
    }

    /// A shortest string in printable ASCII; else a shortest one.
    pub(super) fn find(&mut self, run: &mut Run<'_>) -> Found {
        let all = u32::try_from(self.alphabet.letters.len()).unwrap_or(u32::MAX);
        if self.letters > 0 {
            match self.search(run) {
                Found::No if self.letters < all => {}
                found => return found,
            }
        }
        self.letters = all;
        self.edges.fill(None);
        self.search(run)
    }

    /// Spends steps; whether there were enough.
    fn spend(&mut self, run: &mut Run<'_>, steps: u64) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        run.spend(steps) && self.steps > 0
    }

    /// Whether the automata had too many states to be walked.
    pub(super) fn is_exhausted(&self) -> bool {
        self.steps == 0
    }

    fn search(&mut self, run: &mut Run<'_>) -> Found {
        let mut spans = self.spans();
        let Some(last) = spans.pop() else { return Found::No };
        let mut layer: Rc<[State]> = Rc::new([0]);
        let mut past = Vec::new();
        for span in spans {
            let (layers, hit) = match self.through(run, span, layer) {
                Some(passed) => passed,
                None => return Found::Doubt(Reason::Budget),
            };
            past.push(layers);
            if let Some(hit) = hit {
                return self.spelled(run, &past, &HashMap::default(), &hit);
            }
            let end = past[past.len() - 1].at(span.to.unwrap_or(span.from));
            match self.after(run, &end) {
                Some(next) => layer = next,
                None => return Found::Doubt(Reason::Budget),
            }
        }
        let mut ways = HashMap::default();
        past.push(Layers { from: last.from, layers: vec![layer], again: None });
        match self.on(run, last, &past[past.len() - 1].layers[0], &mut ways) {
            None => Found::Doubt(Reason::Budget),
            Some(None) => Found::No,
            Some(Some(hit)) => self.spelled(run, &past, &ways, &hit),
        }
    }

    /// The lengths of the whole, cut where a bound begins or ends.
    fn spans(&self) -> Vec<Span> {
        let end = self.constraints[0].max;
        let within = |length: u64| end.is_none_or(|end| length <= end);
        let mut cuts: Vec<u64> = self
            .constraints
            .iter()
            .flat_map(|it| [Some(it.min), it.max.and_then(|max| max.checked_add(1))])
            .flatten()
            .chain([0])
            .filter(|cut| within(*cut))
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let ends = cuts.iter().skip(1).map(|next| Some(next - 1)).chain([end]);
        cuts.iter().zip(ends).map(|(from, to)| Span { from: *from, to }).collect()
    }

    /// All layers of a span, up to the first with a hit; none where the budget does not last.
    fn through(
        &mut self,
        run: &mut Run<'_>,
        span: Span,
        first: Rc<[State]>,
    ) -> Option<(Layers, Option<Hit>)> {
        let open = self.open(span.from);
        let mut passed = Layers { from: span.from, layers: Vec::new(), again: None };
        let mut known: HashMap<Rc<[State]>, usize> = HashMap::default();
        let mut layer = first;
        let mut length = span.from;
        loop {
            if !self.spend(run, 1 + layer.len() as u64 / 8) {
                return None;
            }
            if let Some(seen) = known.get(&layer) {
                passed.again = Some(*seen);
                return Some((passed, None));
            }
            known.insert(layer.clone(), passed.layers.len());
            passed.layers.push(layer.clone());
            if let Some(state) = layer.iter().find(|state| self.fits(**state, &open)) {
                return Some((passed, Some(Hit { length, state: *state })));
            }
            if span.to.is_some_and(|to| length >= to) {
                return Some((passed, None));
            }
            layer = self.after(run, &layer)?;
            length += 1;
        }
    }

    /// The states after one more letter, in order; none where the budget does not last.
    fn after(&mut self, run: &mut Run<'_>, layer: &[State]) -> Option<Rc<[State]>> {
        let mut next = Vec::new();
        for state in layer {
            next.extend(self.edges(run, *state)?.iter().map(|edge| edge.to));
        }
        next.sort_unstable();
        next.dedup();
        Some(next.into())
    }

    /// The first hit from a layer on, within a span behind which nothing is; how each state was
    /// reached goes to `ways`. None where the budget does not last.
    ///
    /// Of strings that may become as short as others, the longest is looked at first: that leads
    /// straight to a hit, where there is one, past automata that have too many states to see all.
    fn on(
        &mut self,
        run: &mut Run<'_>,
        span: Span,
        first: &[State],
        ways: &mut Ways,
    ) -> Option<Option<Hit>> {
        let open = self.open(span.from);
        let mut pending = BinaryHeap::new();
        for state in first {
            ways.insert(*state, (span.from, None));
            let far = self.far(*state);
            pending.extend(far.map(|far| (Reverse(span.from + far), span.from, Reverse(*state))));
        }
        while let Some((_, length, Reverse(state))) = pending.pop() {
            if ways[&state].0 < length {
                continue;
            }
            if !self.spend(run, 1) {
                return None;
            }
            if self.fits(state, &open) {
                return Some(Some(Hit { length, state }));
            }
            if span.to.is_some_and(|to| length >= to) {
                continue;
            }
            for Edge { letter, to } in self.edges(run, state)?.iter().copied() {
                let next = length + 1;
                if ways.get(&to).is_none_or(|(known, _)| next < *known) {
                    ways.insert(to, (next, Some((state, letter))));
                    let far = self.far(to);
                    pending.extend(far.map(|far| (Reverse(next + far), next, Reverse(to))));
                }
            }
        }
        Some(None)
    }

    /// How many letters a string of the whole is away at least; none where there is none.
    fn far(&self, state: State) -> Option<u64> {
        let states = &self.states[state as usize];
        let mut longest = 0;
        for at in &self.constraints[0].machines {
            longest = longest.max(u64::from(self.machines[*at].far(states[*at])?));
        }
        Some(longest)
    }

    /// Which constraints take a length.
    fn open(&self, length: u64) -> Vec<bool> {
        self.constraints.iter().map(|it| it.takes(length)).collect()
    }

    /// Whether strings that lead to a state are in the whole and in no hole.
    fn fits(&self, state: State, open: &[bool]) -> bool {
        let states = &self.states[state as usize];
        let mut holds = self.constraints.iter().zip(open).map(|(it, open)| {
            *open && it.machines.iter().all(|at| self.machines[*at].accepts(states[*at]))
        });
        holds.next() == Some(true) && !holds.any(|held| held)
    }

    fn id(&mut self, states: Rc<[u32]>) -> State {
        if let Some(id) = self.ids.get(&states) {
            return *id;
        }
        let id = State::try_from(self.states.len()).unwrap_or(State::MAX);
        self.states.push(states.clone());
        self.edges.push(None);
        self.ids.insert(states, id);
        id
    }

    /// The steps from a state; none where the budget does not last.
    fn edges(&mut self, run: &mut Run<'_>, state: State) -> Option<Rc<[Edge]>> {
        if let Some(known) = &self.edges[state as usize] {
            return Some(known.clone());
        }
        let states = self.states[state as usize].clone();
        let cost: u64 =
            self.machines.iter().zip(&*states).map(|(machine, state)| machine.cost(*state)).sum();
        let mut edges: Vec<Edge> = Vec::new();
        let mut known: HashSet<State> = HashSet::default();
        // A step of an automaton is a fraction of what a step costs elsewhere.
        if !self.spend(run, 1 + u64::from(self.letters) * (1 + cost) / 2) {
            return None;
        }
        for letter in 0..self.letters {
            let next: Rc<[u32]> = self
                .machines
                .iter_mut()
                .zip(&*states)
                .map(|(machine, state)| machine.step(*state, &self.alphabet, letter))
                .collect();
            if self.leads_nowhere(&next) {
                continue;
            }
            let to = self.id(next);
            if known.insert(to) {
                edges.push(Edge { letter, to });
            }
        }
        let edges: Rc<[Edge]> = edges.into();
        self.edges[state as usize] = Some(edges.clone());
        Some(edges)
    }

    /// Whether no string that goes on from here is in the whole, or each is in one of the holes.
    fn leads_nowhere(&self, states: &[u32]) -> bool {
        let mut whole = self.constraints[0].machines.iter();
        let mut holes = self.constraints[1..].iter();
        whole.any(|at| self.machines[*at].far(states[*at]).is_none())
            || holes.any(|hole| {
                (hole.min, hole.max) == (0, None)
                    && hole.machines.iter().all(|at| self.machines[*at].has_matched(states[*at]))
            })
    }

    /// The string of a hit, letter by letter from its end.
    fn spelled(&self, run: &mut Run<'_>, past: &[Layers], ways: &Ways, hit: &Hit) -> Found {
        if hit.length > SHOWN {
            return Found::Doubt(Reason::Size);
        }
        let mut before: HashMap<State, Vec<Edge>> = HashMap::default();
        for (from, edges) in (0..).zip(&self.edges) {
            for edge in edges.iter().flat_map(|edges| edges.iter()) {
                before.entry(edge.to).or_default().push(Edge { letter: edge.letter, to: from });
            }
        }
        for edges in before.values_mut() {
            edges.sort_unstable_by_key(|edge| (edge.letter, edge.to));
        }
        run.spend(hit.length / 8);
        let Hit { mut length, mut state } = *hit;
        let mut letters = Vec::new();
        while let Some((_, Some((from, letter)))) = ways.get(&state) {
            letters.push(self.alphabet.letters[*letter as usize]);
            state = *from;
            length -= 1;
        }
        while length > 0 {
            length -= 1;
            let layers = past.iter().rev().find(|layers| layers.from <= length);
            let layer = layers.map(|layers| layers.at(length)).unwrap_or_default();
            let mut back = before.get(&state).into_iter().flatten();
            let way = back.find(|edge| layer.binary_search(&edge.to).is_ok());
            // Every state of a layer was reached from the layer before it.
            let Some(way) = way else { return Found::Doubt(Reason::Budget) };
            letters.push(self.alphabet.letters[way.letter as usize]);
            state = way.to;
        }
        Found::Yes(letters.into_iter().rev().collect())
    }
}
