//! Strings: finite sets, lengths, patterns and formats.

#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::super::answer::Reason;
use super::super::arena::{Node, ShapeId, StringSpec};
use super::super::build::meet_strings;
use super::super::format::{self, Pattern, Relation, Strings};
use super::super::pattern::{Machine, Program};
use super::tree::{self, Tree};
use super::{Outcome, Run};
use walk::{Constraint, Walk};

/// Longer strings are not shown.
const SHOWN: u64 = tree::SIZE / 2;

/// What a search for a string came to.
enum Found {
    Yes(String),
    No,
    Doubt(Reason),
}

impl Run<'_> {
    /// A string in all of the `inside` leaves and none of the `outside` ones.
    pub(super) fn strings(&mut self, inside: &[ShapeId], outside: &[ShapeId]) -> Outcome {
        let spec = |run: &Self, id: &ShapeId| match run.arena.node(*id) {
            Node::String(spec) => Some(spec.clone()),
            _ => None,
        };
        let mut whole =
            inside.iter().filter_map(|id| spec(self, id)).fold(StringSpec::default(), meet_strings);
        let mut holes: Vec<StringSpec> = outside.iter().filter_map(|id| spec(self, id)).collect();
        if whole.values.is_some() {
            return self.listed(&whole, &holes);
        }
        // Whoever gives strings a format means that there are some.
        if holes.is_empty()
            && let Some(name) = whole.formats.iter().find(|name| !format::is_known(name)).cloned()
        {
            whole.formats.retain(|name| format::is_known(name));
            let strings = self.arena.string(whole);
            return match self.ask(vec![strings], Vec::new()) {
                Outcome::Inhabited(text) => {
                    Outcome::Inhabited(Tree::hole(&text, Rc::new(Reason::Format(name))))
                }
                other => other,
            };
        }
        // What the whole implies need not be asked of a hole, and what it excludes is no hole.
        for hole in &mut holes {
            hole.formats.retain(|name| {
                !whole.formats.iter().any(|of| format::relation(of, name) == Relation::Within)
            });
        }
        holes.retain(|hole| {
            !hole.formats.iter().any(|name| {
                whole.formats.iter().any(|of| format::relation(of, name) == Relation::Disjoint)
            })
        });
        // A usual string of the format reads better than a smallest one.
        for sample in whole.formats.clone().iter().flat_map(|name| format::samples(name)) {
            self.spend(1 + holes.len() as u64);
            if self.fits(sample, &whole, &holes) == Ok(true) {
                return Outcome::Inhabited(Tree::string(sample));
            }
        }
        self.spell_out(&mut whole);
        for hole in &mut holes {
            self.spell_out(hole);
            hole.patterns.retain(|pattern| !whole.patterns.contains(pattern));
            if hole.min_length <= whole.min_length {
                hole.min_length = 0;
            }
            if let (Some(max), Some(bound)) = (hole.max_length, whole.max_length)
                && bound <= max
            {
                hole.max_length = None;
            }
            // A hole with nothing left covers all.
            if *hole == StringSpec::default() {
                return Outcome::Empty;
            }
        }
        self.unlisted(&whole, &holes)
    }

    /// Says with patterns what patterns can say of the formats, with lengths what lengths can say of
    /// the patterns, and leaves out those that match every string.
    fn spell_out(&mut self, spec: &mut StringSpec) {
        spec.formats.retain(|name| match format::pattern(name) {
            Pattern::Exactly(pattern) => {
                spec.patterns.insert(pattern.to_owned());
                false
            }
            Pattern::Between { .. } | Pattern::Unknown => true,
        });
        let patterns = &mut self.prover.patterns;
        for pattern in std::mem::take(&mut spec.patterns) {
            let Some(measured) = patterns.measured(&pattern) else {
                spec.patterns.insert(pattern);
                continue;
            };
            spec.patterns.insert(measured.pattern);
            spec.min_length = spec.min_length.max(measured.min);
            spec.max_length = spec.max_length.into_iter().chain(measured.max).min();
        }
        spec.patterns.retain(|pattern| !patterns.match_all(pattern));
    }

    /// A string of a finite set.
    fn listed(&mut self, whole: &StringSpec, holes: &[StringSpec]) -> Outcome {
        let mut values: Vec<&String> = whole.values.iter().flatten().collect();
        values.sort_by_key(|value| value.len());
        let rest = StringSpec { values: None, ..whole.clone() };
        let mut doubt = None;
        for value in values {
            self.spend(1 + holes.len() as u64);
            match self.fits(value, &rest, holes) {
                Ok(true) => return Outcome::Inhabited(Tree::string(value)),
                Ok(false) => {}
                Err(reason) => doubt = doubt.or(Some(reason)),
            }
        }
        doubt.map_or(Outcome::Empty, Outcome::unknown)
    }

    /// Whether a string is in the whole and in no hole; the reason where that is not known.
    fn fits(
        &mut self,
        value: &str,
        whole: &StringSpec,
        holes: &[StringSpec],
    ) -> Result<bool, Reason> {
        let mut doubt = None;
        match self.holds(whole, value) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(reason) => doubt = Some(reason),
        }
        for hole in holes {
            match self.holds(hole, value) {
                Ok(true) => return Ok(false),
                Ok(false) => {}
                Err(reason) => doubt = doubt.or(Some(reason)),
            }
        }
        doubt.map_or(Ok(true), Err)
    }

    /// Whether a spec holds a string.
    fn holds(&mut self, spec: &StringSpec, value: &str) -> Result<bool, Reason> {
        if spec.values.as_ref().is_some_and(|values| !values.contains(value)) {
            return Ok(false);
        }
        let length = value.chars().count() as u64;
        if length < spec.min_length || spec.max_length.is_some_and(|max| max < length) {
            return Ok(false);
        }
        let mut doubt = None;
        for pattern in &spec.patterns {
            self.spend(length / 8);
            match self.program(pattern) {
                Ok(program) if Machine::matches(&program, value) => {}
                Ok(_) => return Ok(false),
                Err(reason) => doubt = Some(reason),
            }
        }
        for name in &spec.formats {
            match format::holds(name, value) {
                Some(true) => {}
                Some(false) => return Ok(false),
                None => doubt = Some(Reason::Format(name.clone())),
            }
        }
        doubt.map_or(Ok(true), Err)
    }

    fn program(&mut self, pattern: &str) -> Result<Rc<Program>, Reason> {
        self.prover
            .patterns
            .program(pattern)
            .map_err(|reason| Reason::Pattern { pattern: pattern.to_owned(), reason })
    }

    /// A string that is not from a finite set. What no automaton stands for exactly is taken for
    /// more or for less, such that it can only err towards doubt.
    fn unlisted(&mut self, whole: &StringSpec, holes: &[StringSpec]) -> Outcome {
        let doubt = std::iter::once(whole).chain(holes).find_map(|spec| self.veil(spec));
        // The widest question: if this has no string, nothing has.
        let narrow: Vec<StringSpec> = holes.iter().filter_map(|hole| self.inner(hole)).collect();
        let widest = self.outer(whole);
        let first = match self.walk(&widest, &narrow) {
            Found::No => return Outcome::Empty,
            Found::Doubt(reason) => return Outcome::unknown(reason),
            Found::Yes(value) => value,
        };
        let Some(reason) = doubt else {
            return Outcome::Inhabited(Tree::string(&first));
        };
        // Strings that are likely to tell: each is checked. The narrowest question comes first.
        let wide: Vec<StringSpec> = holes.iter().map(|hole| self.outer(hole)).collect();
        let mut candidates = Vec::new();
        if let Some(narrowest) = self.inner(whole)
            && let Found::Yes(value) = self.walk(&narrowest, &wide)
        {
            candidates.push(value);
        }
        let names = whole.formats.iter().chain(holes.iter().flat_map(|hole| &hole.formats));
        candidates.extend(names.flat_map(|name| format::samples(name)).map(|it| (*it).to_owned()));
        candidates.push(first);
        for candidate in candidates {
            self.spend(1 + holes.len() as u64);
            if self.fits(&candidate, whole, holes) == Ok(true) {
                return Outcome::Inhabited(Tree::string(&candidate));
            }
        }
        Outcome::unknown(reason)
    }

    /// Why no automaton stands for exactly these strings.
    fn veil(&mut self, spec: &StringSpec) -> Option<Reason> {
        let format = spec.formats.first().cloned().map(Reason::Format);
        format.or_else(|| spec.patterns.iter().find_map(|pattern| self.program(pattern).err()))
    }

    /// These strings and perhaps more, as automata can tell them.
    fn outer(&mut self, spec: &StringSpec) -> StringSpec {
        let mut outer = StringSpec { formats: BTreeSet::new(), ..spec.clone() };
        outer.patterns.retain(|pattern| self.program(pattern).is_ok());
        for name in &spec.formats {
            if let Pattern::Between { outer: strings, .. } = format::pattern(name) {
                narrow(&mut outer, strings);
            }
        }
        outer
    }

    /// Some of these strings, as automata can tell them; none where nothing is certain.
    fn inner(&mut self, spec: &StringSpec) -> Option<StringSpec> {
        let mut inner = StringSpec { formats: BTreeSet::new(), ..spec.clone() };
        for name in &spec.formats {
            let Pattern::Between { inner: strings, .. } = format::pattern(name) else {
                return None;
            };
            narrow(&mut inner, strings);
        }
        inner.patterns.iter().all(|pattern| self.program(pattern).is_ok()).then_some(inner)
    }

    /// A string of the whole that is in no hole, a shortest one; in printable ASCII if there is
    /// one: about other letters, pattern matchers differ most. None of the sets has a format, and
    /// the whole is no finite set.
    fn walk(&mut self, whole: &StringSpec, holes: &[StringSpec]) -> Found {
        let has_pattern = |spec: &StringSpec| !spec.patterns.is_empty();
        if !has_pattern(whole) && !holes.iter().any(has_pattern) {
            return by_length(whole, holes);
        }
        let mut programs: Vec<Rc<Program>> = Vec::new();
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut constraints = Vec::new();
        for spec in std::iter::once(whole).chain(holes) {
            let mut machines = Vec::new();
            for pattern in &spec.patterns {
                let at = match index.get(pattern) {
                    Some(at) => *at,
                    None => match self.program(pattern) {
                        Ok(program) => {
                            programs.push(program);
                            index.insert(pattern.clone(), programs.len() - 1);
                            programs.len() - 1
                        }
                        Err(reason) => return Found::Doubt(reason),
                    },
                };
                machines.push(at);
            }
            if let Some(values) = &spec.values {
                match Program::of_strings(values) {
                    Ok(program) => programs.push(Rc::new(program)),
                    Err(_) => return Found::Doubt(Reason::Budget),
                }
                machines.push(programs.len() - 1);
            }
            constraints.push(Constraint { machines, min: spec.min_length, max: spec.max_length });
        }
        let mut walk = Walk::new(programs, constraints);
        match walk.find(self) {
            Found::Doubt(Reason::Budget) if walk.is_exhausted() && self.steps > 0 => {
                // The longest is most likely to be the one.
                let pattern = index.into_keys().max_by_key(|it| (it.len(), it.clone()));
                let reason = "with what it is compared with, its automaton has too many states";
                Found::Doubt(Reason::Pattern {
                    pattern: pattern.unwrap_or_default(),
                    reason: reason.to_owned(),
                })
            }
            found => found,
        }
    }
}

/// Leaves only strings that are among those as well.
fn narrow(spec: &mut StringSpec, to: Strings) {
    spec.patterns.insert(to.pattern.to_owned());
    spec.max_length = match (spec.max_length, to.longest) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
}

/// A shortest string where only lengths and finite sets matter.
fn by_length(whole: &StringSpec, holes: &[StringSpec]) -> Found {
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for hole in holes {
        match &hole.values {
            Some(values) => listed.extend(values.iter().map(String::as_str)),
            None => ranges.push((hole.min_length, hole.max_length.unwrap_or(u64::MAX))),
        }
    }
    ranges.sort_unstable();
    let end = whole.max_length.unwrap_or(u64::MAX);
    let mut length = whole.min_length;
    loop {
        // Past every range of lengths that covers this one.
        while let Some((_, max)) = ranges.iter().find(|(min, max)| *min <= length && length <= *max)
        {
            if *max == u64::MAX {
                return Found::No;
            }
            length = max + 1;
        }
        if length > end {
            return Found::No;
        }
        if length > SHOWN {
            return Found::Doubt(Reason::Size);
        }
        // Among one more string than are listed, one is not listed; only the empty string has
        // no others of its length.
        let mut letters = ('a'..='z').chain('0'..='9').chain('A'..='Z').chain('\u{a1}'..);
        let body = "a".repeat(usize::try_from(length.saturating_sub(1)).unwrap_or(0));
        let found = if length == 0 {
            Some(String::new()).filter(|empty| !listed.contains(empty.as_str()))
        } else {
            letters
                .by_ref()
                .take(listed.len() + 1)
                .map(|last| format!("{body}{last}"))
                .find(|text| !listed.contains(text.as_str()))
        };
        match found {
            Some(text) => return Found::Yes(text),
            None => length += 1,
        }
    }
}
