//! `unevaluatedProperties` and `unevaluatedItems`.
//!
//! What counts as evaluated depends on which branches hold. So the branches are expanded into
//! cases: a condition (shapes that the value has) and what is evaluated then. The value is
//! admitted if it is in one of the cases and everything else in it fits the `unevaluated` schema.
//! Evaluating more only ever admits more, so a case may name some of the branches that hold and
//! leave out others; only `else` needs the condition that `if` fails.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::{Arena, ArraySpec, Member, Node, ShapeId, Unknown};
use super::{Mode, SchemaShapes, intersection, members, object};
use crate::schema::{Dialect, Keywords, SchemaId};

/// How many cases are worked out before the keyword is left undecided.
const CASES: usize = 128;
/// How many schemas are visited for them.
const VISITS: usize = 2_000;

/// More cases than the limits allow.
struct TooMany;

/// What one schema evaluates by itself.
trait Coverage: Clone + Default + PartialEq {
    /// By the keywords of the schema that are not applied in place.
    fn own(shapes: &mut SchemaShapes<'_>, arena: &mut Arena, id: SchemaId, scope: usize) -> Self;
    /// And what it only demands.
    fn demanded(_: &Keywords) -> Self {
        Self::default()
    }
    /// Without what another evaluates anyway.
    fn without(self, _: &Self) -> Self {
        self
    }
    /// Both together.
    fn and(&mut self, other: &Self);
    /// Whether everything is evaluated.
    fn is_all(&self) -> bool;
    /// Everything, if the schema's own `unevaluated` keyword sees to what is left.
    fn left_over(keywords: &Keywords) -> Self;
}

/// Evaluated members.
#[derive(Clone, Default, PartialEq)]
struct Names {
    names: BTreeSet<String>,
    patterns: BTreeSet<String>,
    all: bool,
}

/// Evaluated elements.
#[derive(Clone, Default, PartialEq)]
struct Elements {
    prefix: usize,
    contains: BTreeSet<ShapeId>,
    all: bool,
}

/// What is gathered, and how much work may go into it.
struct Survey<C> {
    visits: usize,
    /// What is demanded counts as evaluated, and this much is evaluated in every case.
    demands: Option<C>,
}

/// A case: when all the shapes hold, this is evaluated.
#[derive(Clone, Default, PartialEq)]
struct Case<C> {
    conditions: BTreeSet<ShapeId>,
    evaluated: C,
}

impl<C: Coverage> Case<C> {
    /// Whether it admits all that the other one admits, because it asks for no more and evaluates
    /// no less.
    fn covers(&self, other: &Self) -> bool {
        if !self.conditions.is_subset(&other.conditions) {
            return false;
        }
        let mut both = self.evaluated.clone();
        both.and(&other.evaluated);
        self.evaluated.is_all() || both == self.evaluated
    }
}

impl Coverage for Names {
    fn own(shapes: &mut SchemaShapes<'_>, _: &mut Arena, id: SchemaId, _: usize) -> Self {
        let keywords = shapes.document.keywords(id);
        Self {
            names: keywords.properties.iter().flatten().map(|(name, _)| name.clone()).collect(),
            patterns: keywords.pattern_properties.keys().cloned().collect(),
            all: keywords.additional_properties.is_some(),
        }
    }

    fn and(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.patterns.extend(other.patterns.iter().cloned());
        self.all |= other.all;
    }

    fn is_all(&self) -> bool {
        self.all
    }

    fn demanded(keywords: &Keywords) -> Self {
        let names = keywords.demanded().map(str::to_owned).collect();
        Self { names, ..Self::default() }
    }

    fn without(mut self, other: &Self) -> Self {
        self.names.retain(|name| !other.names.contains(name));
        self
    }

    fn left_over(keywords: &Keywords) -> Self {
        Self { all: keywords.unevaluated_properties.is_some(), ..Self::default() }
    }
}

impl Coverage for Elements {
    fn own(shapes: &mut SchemaShapes<'_>, arena: &mut Arena, id: SchemaId, scope: usize) -> Self {
        let document = shapes.document;
        let keywords = document.keywords(id);
        let mut contains = BTreeSet::new();
        // 2020-12, core, section 10.3.1.3; in 2019-09 `contains` evaluates nothing.
        if let Some(schema) = keywords.contains
            && document.schema(id).dialect >= Dialect::Draft202012
        {
            contains.insert(shapes.at(arena, schema, scope, Mode::Exact));
        }
        Self { prefix: keywords.prefix_items.len(), contains, all: keywords.items.is_some() }
    }

    fn and(&mut self, other: &Self) {
        self.prefix = self.prefix.max(other.prefix);
        self.contains.extend(other.contains.iter().copied());
        self.all |= other.all;
    }

    fn is_all(&self) -> bool {
        self.all
    }

    fn left_over(keywords: &Keywords) -> Self {
        Self { all: keywords.unevaluated_items.is_some(), ..Self::default() }
    }
}

impl SchemaShapes<'_> {
    /// What `unevaluatedProperties` with this shape admits at a schema; `demands`: if what must be
    /// there counts as evaluated.
    pub(super) fn unevaluated_properties(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        unevaluated: ShapeId,
        demands: bool,
    ) -> ShapeId {
        let Ok(cases) = self.cases::<Names>(arena, id, scope, demands) else {
            return self.too_many(arena, id, "unevaluatedProperties");
        };
        let any = arena.any();
        let nothing = members(arena, []);
        let mut union = vec![arena.intern(Node::Not(nothing))];
        for Case { conditions, evaluated } in cases {
            let mut parts: Vec<ShapeId> = conditions.into_iter().collect();
            parts.push(if evaluated.all {
                nothing
            } else {
                let member = Member { shape: any, required: false };
                let names = evaluated.names.into_iter().map(|name| (name, member.clone()));
                let patterns = evaluated.patterns.into_iter().map(|pattern| (pattern, any));
                object(arena, names.collect(), patterns.collect::<BTreeMap<_, _>>(), unevaluated)
            });
            union.push(intersection(arena, parts));
        }
        arena.intern(Node::Union(union))
    }

    /// What `unevaluatedItems` with this shape admits at a schema.
    pub(super) fn unevaluated_items(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        unevaluated: ShapeId,
    ) -> ShapeId {
        let Ok(cases) = self.cases::<Elements>(arena, id, scope, false) else {
            return self.too_many(arena, id, "unevaluatedItems");
        };
        let any = arena.any();
        let array = |prefix, rest| {
            Node::Array(ArraySpec {
                prefix,
                rest,
                min: 0,
                max: None,
                unique: false,
                contains: Vec::new(),
            })
        };
        let all = arena.intern(array(Vec::new(), any));
        let mut union = vec![arena.intern(Node::Not(all))];
        for Case { conditions, evaluated } in cases {
            let mut parts: Vec<ShapeId> = conditions.into_iter().collect();
            parts.push(if evaluated.all {
                all
            } else {
                let mut rest: Vec<ShapeId> = evaluated.contains.into_iter().collect();
                rest.push(unevaluated);
                let rest = arena.intern(Node::Union(rest));
                arena.intern(array(vec![any; evaluated.prefix], rest))
            });
            union.push(intersection(arena, parts));
        }
        arena.intern(Node::Union(union))
    }

    fn too_many(&self, arena: &mut Arena, id: SchemaId, keyword: &str) -> ShapeId {
        let pointer = &self.document.schema(id).pointer;
        let within = arena.any();
        arena.intern(Node::Opaque {
            name: format!("{keyword} at {}#{pointer}", self.label),
            reason: format!(
                "`{keyword}` at `#{pointer}` depends on more than {CASES} combinations"
            ),
            depends_on: String::new(),
            unknown: Unknown::Extent,
            within,
            stand_in: None,
        })
    }

    fn cases<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        demands: bool,
    ) -> Result<Vec<Case<C>>, TooMany> {
        let keywords = self.document.keywords(id);
        let mut survey = Survey { visits: VISITS, demands: None };
        if demands {
            // Branches often demand what is described beside them. That makes no case.
            let mut always = C::default();
            self.always(arena, id, scope, &mut always, &mut survey.visits)?;
            survey.demands = Some(always);
        }
        self.of_keywords(arena, id, keywords, scope, &mut survey)
    }

    /// What is evaluated whatever branches hold, but for what is demanded.
    fn always<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        always: &mut C,
        visits: &mut usize,
    ) -> Result<(), TooMany> {
        *visits = visits.checked_sub(1).ok_or(TooMany)?;
        let document = self.document;
        let inner = document.enter(&self.scopes[scope], id);
        let scope = self.scope(inner);
        always.and(&C::own(self, arena, id, scope));
        let keywords = document.keywords(id);
        let targets: Vec<SchemaId> = keywords
            .references()
            .filter_map(|reference| document.follow(reference, &self.scopes[scope]).ok())
            .collect();
        for schema in targets.into_iter().chain(keywords.all_of.iter().copied()) {
            self.always(arena, schema, scope, always, visits)?;
        }
        Ok(())
    }

    fn of_schema<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        survey: &mut Survey<C>,
    ) -> Result<Vec<Case<C>>, TooMany> {
        survey.visits = survey.visits.checked_sub(1).ok_or(TooMany)?;
        let document = self.document;
        let inner = document.enter(&self.scopes[scope], id);
        let scope = self.scope(inner);
        let keywords = document.keywords(id);
        let mut cases = self.of_keywords::<C>(arena, id, keywords, scope, survey)?;
        let left_over = C::left_over(keywords);
        for case in &mut cases {
            case.evaluated.and(&left_over);
        }
        Ok(cases)
    }

    fn of_keywords<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        keywords: &Keywords,
        scope: usize,
        survey: &mut Survey<C>,
    ) -> Result<Vec<Case<C>>, TooMany> {
        let document = self.document;
        let mut evaluated = C::own(self, arena, id, scope);
        if let Some(always) = &survey.demands {
            evaluated.and(&C::demanded(keywords).without(always));
        }
        let mut cases = vec![Case { conditions: BTreeSet::new(), evaluated }];
        let targets: Vec<SchemaId> = keywords
            .references()
            .filter_map(|reference| document.follow(reference, &self.scopes[scope]).ok())
            .collect();
        for schema in targets.into_iter().chain(keywords.all_of.iter().copied()) {
            let more = self.of_schema(arena, schema, scope, survey)?;
            cases = product(&cases, &more)?;
        }
        for branch in keywords.any_of.iter().flatten() {
            let holds = self.of_schema(arena, *branch, scope, survey)?;
            cases = self.perhaps(arena, &cases, *branch, scope, holds)?;
        }
        if let Some(branches) = &keywords.one_of {
            // Exactly one holds, so each is a case by itself.
            let mut options = Vec::new();
            for branch in branches {
                let holds = self.of_schema(arena, *branch, scope, survey)?;
                options.extend(self.when(arena, *branch, scope, holds));
            }
            if options.iter().any(|case| case.evaluated != C::default()) {
                cases = product(&cases, &options)?;
            }
        }
        if let Some(condition) = keywords.condition {
            cases = self.conditional(arena, keywords, condition, scope, &cases, survey)?;
        }
        for (name, schema) in &keywords.dependent_schemas {
            let mut options = self.of_schema::<C>(arena, *schema, scope, survey)?;
            let any = arena.any();
            let present = members(arena, [(name.clone(), any)]);
            for case in &mut options {
                case.conditions.insert(present);
            }
            options.retain(|case| case.evaluated != C::default());
            options.push(Case::default());
            cases = product(&cases, &options)?;
        }
        Ok(cases)
    }

    /// The cases of a branch under the condition that it holds.
    fn when<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        branch: SchemaId,
        scope: usize,
        mut holds: Vec<Case<C>>,
    ) -> Vec<Case<C>> {
        let condition = self.at(arena, branch, scope, Mode::Exact);
        for case in &mut holds {
            case.conditions.insert(condition);
        }
        holds
    }

    /// The cases with and without a branch that may hold.
    fn perhaps<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        cases: &[Case<C>],
        branch: SchemaId,
        scope: usize,
        holds: Vec<Case<C>>,
    ) -> Result<Vec<Case<C>>, TooMany> {
        let mut options = self.when(arena, branch, scope, holds);
        options.retain(|case| case.evaluated != C::default());
        options.push(Case::default());
        product(cases, &options)
    }

    fn conditional<C: Coverage>(
        &mut self,
        arena: &mut Arena,
        keywords: &Keywords,
        condition: SchemaId,
        scope: usize,
        cases: &[Case<C>],
        survey: &mut Survey<C>,
    ) -> Result<Vec<Case<C>>, TooMany> {
        let holds = self.of_schema::<C>(arena, condition, scope, survey)?;
        let mut then = self.when(arena, condition, scope, holds);
        if let Some(schema) = keywords.consequence {
            let more = self.of_schema(arena, schema, scope, survey)?;
            then = product(&then, &more)?;
        }
        let mut otherwise = vec![Case::<C>::default()];
        if let Some(schema) = keywords.alternative {
            otherwise = self.of_schema(arena, schema, scope, survey)?;
        }
        let holds = self.at(arena, condition, scope, Mode::Exact);
        let fails = arena.intern(Node::Not(holds));
        for case in &mut otherwise {
            case.conditions.insert(fails);
        }
        then.extend(otherwise);
        if then.iter().all(|case| case.evaluated == C::default()) {
            return Ok(cases.to_vec());
        }
        product(cases, &then)
    }
}

/// Every combination of a case of one and a case of the other, without those that others cover.
fn product<C: Coverage>(a: &[Case<C>], b: &[Case<C>]) -> Result<Vec<Case<C>>, TooMany> {
    let mut cases: Vec<Case<C>> = Vec::new();
    for (first, second) in a.iter().flat_map(|first| b.iter().map(move |second| (first, second))) {
        let mut case = first.clone();
        case.conditions.extend(second.conditions.iter().copied());
        case.evaluated.and(&second.evaluated);
        if !cases.iter().any(|known| known.covers(&case)) {
            cases.retain(|known| !case.covers(known));
            cases.push(case);
        }
        if cases.len() > CASES {
            return Err(TooMany);
        }
    }
    Ok(cases)
}
