//! Whether a schema accepts a document, worked out keyword by keyword.
//!
//! This is the judge of witnesses, so it shares nothing with the prover but the loaded schema and
//! the definitions of formats. Where a keyword cannot be evaluated the answer is unknown, and
//! stays unknown through `not`, `oneOf` and the rest; it never tips to one side.

mod arrays;
mod formats;
mod numbers;
mod objects;
mod pattern;
mod words;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use self::pattern::Pattern;
use self::words::{Path, brief};
use crate::json::Json;
use crate::schema::{Closing, JsonType, Keywords, SchemaDocument, SchemaId, Scope, Shared};

/// How many schemas are applied to one document before the answer is left unknown.
const STEPS: u64 = 2_000_000;
/// How deep schemas are applied within schemas.
const DEPTH: usize = 2_000;

/// What a schema says about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It accepts it.
    Accepted,
    /// It refuses it.
    Refused(Refusal),
    /// It cannot be said, with the reason.
    Unknown(String),
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The JSON pointer of the refused value in the document.
    pub instance: String,
    /// The JSON pointer of the refusing schema.
    pub schema: String,
    /// What is wrong with the value, as the predicate of a sentence about it.
    pub message: String,
    /// The refusing schema.
    pub by: SchemaId,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.instance.as_str() {
            "" => write!(f, "the value {}", self.message),
            instance => write!(f, "`{instance}` {}", self.message),
        }
    }
}

/// How objects are read where the schema leaves members open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Members {
    /// As the schema says.
    AsDescribed,
    /// No others than described; see [`Closing`].
    OnlyDescribed,
}

/// Evaluates documents against one schema.
#[derive(Debug)]
pub struct Evaluator<'d> {
    document: &'d SchemaDocument,
    members: Members,
    patterns: RefCell<HashMap<String, Option<Pattern>>>,
    steps: Cell<u64>,
    depth: Cell<usize>,
    /// Schemas that are taken to accept everything.
    forgiven: BTreeSet<SchemaId>,
    /// Whether formats that are not known say nothing.
    ignores_unknown_formats: bool,
    /// The places at which they are not.
    unforgiven: Option<Places<'d>>,
    /// What references have led to, so that many ways to one schema cost as much as one.
    known: RefCell<HashMap<Application, Findings>>,
}

/// A schema applied to a value, by the value's place in memory; by its place in the document too
/// where that decides what is forgiven.
type Application = (SchemaId, Scope, *const Json, Stand, Option<String>);

/// Some places of a document, by their JSON pointers.
struct Places<'d>(Box<dyn Fn(&str) -> bool + 'd>);

impl fmt::Debug for Places<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Places(..)")
    }
}

/// Where a schema stands with respect to closed objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Stand {
    /// Nothing is closed.
    Open,
    /// At a value position that may be closed.
    Position,
    /// Beside another schema of a position that is closed at this one: the values inside are
    /// positions.
    Beside(SchemaId),
}

impl Stand {
    fn inside(self) -> Self {
        if self == Self::Open { Self::Open } else { Self::Position }
    }

    /// Where a further schema for the value of this one stands.
    fn beside(self, id: SchemaId) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::Position => Self::Beside(id),
            Self::Beside(position) => Self::Beside(position),
        }
    }
}

/// What applying one schema to one value has shown so far.
#[derive(Clone, Debug, Default)]
struct Findings {
    refusal: Option<Refusal>,
    unknown: Option<String>,
    /// The positions of members or elements that have been evaluated.
    surely: BTreeSet<usize>,
    /// Those that may have been, depending on what is unknown.
    perhaps: BTreeSet<usize>,
    /// Those that a schema that holds demands, which describes them to a closed position.
    demanded: BTreeSet<usize>,
    /// Those that a schema demands of which it is not known whether it holds.
    perhaps_demanded: BTreeSet<usize>,
}

/// Three-valued truth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    True,
    False,
    Unknown,
}

impl Findings {
    fn truth(&self) -> Truth {
        match (&self.refusal, &self.unknown) {
            (Some(_), _) => Truth::False,
            (None, Some(_)) => Truth::Unknown,
            (None, None) => Truth::True,
        }
    }

    fn refused(&self) -> bool {
        self.refusal.is_some()
    }

    fn doubt(&mut self, reason: impl Into<String>) {
        self.unknown.get_or_insert_with(|| reason.into());
    }

    /// Takes over what a schema says that must hold.
    fn require(&mut self, other: Self) {
        if self.refusal.is_none() {
            self.refusal = other.refusal;
        }
        if let Some(reason) = other.unknown {
            self.doubt(reason);
        }
        self.surely.extend(other.surely);
        self.perhaps.extend(other.perhaps);
        self.demanded.extend(other.demanded);
        self.perhaps_demanded.extend(other.perhaps_demanded);
    }

    /// Takes over what a schema that may or may not hold has evaluated.
    fn notice(&mut self, other: &Self) {
        match other.truth() {
            Truth::True => {
                self.surely.extend(&other.surely);
                self.perhaps.extend(&other.perhaps);
                self.demanded.extend(&other.demanded);
                self.perhaps_demanded.extend(&other.perhaps_demanded);
            }
            Truth::Unknown => self.wonder(other),
            Truth::False => {}
        }
    }

    /// Takes over what a schema has evaluated of which it is not known whether it holds.
    fn wonder(&mut self, other: &Self) {
        self.perhaps.extend(other.surely.iter().chain(&other.perhaps));
        self.perhaps_demanded.extend(other.demanded.iter().chain(&other.perhaps_demanded));
    }
}

/// One schema applied to one value.
#[derive(Clone, Copy)]
struct Visit<'v> {
    schema: SchemaId,
    scope: &'v Scope,
    value: &'v Json,
    path: &'v Path<'v>,
    stand: Stand,
    /// Whether the value is part of the document, and so keeps its place in memory.
    kept: bool,
}

impl<'v> Visit<'v> {
    /// Another schema for the same value.
    fn with(self, schema: SchemaId, stand: Stand) -> Self {
        Self { schema, stand, ..self }
    }
}

impl<'d> Evaluator<'d> {
    /// An evaluator for a schema.
    pub fn new(document: &'d SchemaDocument, members: Members) -> Self {
        Self {
            document,
            members,
            patterns: RefCell::default(),
            steps: Cell::new(0),
            depth: Cell::new(0),
            forgiven: BTreeSet::new(),
            ignores_unknown_formats: false,
            unforgiven: None,
            known: RefCell::default(),
        }
    }

    /// The same with some schemas taken to accept everything: what is still refused is refused by
    /// others.
    #[must_use]
    pub fn forgiving(mut self, schemas: impl IntoIterator<Item = SchemaId>) -> Self {
        self.forgiven = schemas.into_iter().collect();
        self
    }

    /// The same where formats that are not known say nothing, which is what JSON Schema has them
    /// say (2020-12, Validation, 7.1).
    #[must_use]
    pub fn ignoring_unknown_formats(mut self) -> Self {
        self.ignores_unknown_formats = true;
        self
    }

    /// The same with nothing forgiven at some places, by their JSON pointers.
    #[must_use]
    pub fn except_at(mut self, places: impl Fn(&str) -> bool + 'd) -> Self {
        self.unforgiven = Some(Places(Box::new(places)));
        self
    }

    /// What the root schema says about a value.
    pub fn evaluate(&self, value: &Json) -> Answer {
        self.evaluate_at(self.document.root(), value)
    }

    /// What a schema of the document says about a value.
    pub fn evaluate_at(&self, schema: SchemaId, value: &Json) -> Answer {
        self.steps.set(STEPS);
        self.known.borrow_mut().clear();
        let stand = match self.members {
            Members::AsDescribed => Stand::Open,
            Members::OnlyDescribed => Stand::Position,
        };
        let scope = Scope::default();
        let path = &Path::Root;
        let found = self.visit(Visit { schema, scope: &scope, value, path, stand, kept: true });
        match (found.refusal, found.unknown) {
            (Some(refusal), _) => Answer::Refused(refusal),
            (None, Some(reason)) => Answer::Unknown(reason),
            (None, None) => Answer::Accepted,
        }
    }

    /// Applies a schema, within the limits.
    fn visit(&self, visit: Visit<'_>) -> Findings {
        let Some(left) = self.steps.get().checked_sub(1) else {
            return Findings {
                unknown: Some(format!("evaluating it takes more than {STEPS} steps")),
                ..Findings::default()
            };
        };
        self.steps.set(left);
        if self.depth.get() >= DEPTH {
            return Findings {
                unknown: Some(format!("schemas apply within schemas deeper than {DEPTH} levels")),
                ..Findings::default()
            };
        }
        self.depth.set(self.depth.get() + 1);
        let found = self.apply_at_end(visit);
        self.depth.set(self.depth.get() - 1);
        found
    }

    /// Applies a schema to a value within this one's; `shared`: whether others of the position
    /// describe it too, so that what they close is not known.
    fn within(
        &self,
        visit: Visit<'_>,
        inner: Visit<'_>,
        shared: impl FnOnce(&Shared) -> bool,
    ) -> Findings {
        let found = self.visit(inner);
        let position = match visit.stand {
            Stand::Position => visit.schema,
            Stand::Beside(position) => position,
            Stand::Open => return found,
        };
        if !found.refused() || !self.document.shared(position).is_some_and(|all| shared(all)) {
            return found;
        }
        let mut open = self.visit(Visit { stand: Stand::Open, ..inner });
        if !open.refused() {
            let place = inner.path.pointer();
            open.doubt(format!("several schemas describe `{place}`, and each leaves others out"));
        }
        open
    }

    /// Applies the schema at the end of a chain of mere references, however long it is.
    fn apply_at_end(&self, visit: Visit<'_>) -> Findings {
        let mut id = visit.schema;
        let mut scope = self.document.enter(visit.scope, id);
        // References that come back to themselves are cut, so this ends.
        while self.document.schema(id).only_refers
            && let Some(reference) = self.document.keywords(id).references().next()
            && let Ok(target) = self.document.follow(reference, &scope)
        {
            id = target;
            scope = self.document.enter(&scope, id);
        }
        match id == visit.schema {
            true => self.apply(Visit { scope: &scope, ..visit }),
            false => self.once(Visit { schema: id, scope: &scope, ..visit }, Self::apply),
        }
    }

    /// Applies a schema that a reference leads to.
    fn referred(&self, visit: Visit<'_>) -> Findings {
        self.once(visit, Self::visit)
    }

    /// Applies a schema that may apply to the same value in many ways.
    fn once(&self, visit: Visit<'_>, apply: impl FnOnce(&Self, Visit<'_>) -> Findings) -> Findings {
        if !visit.kept {
            return apply(self, visit);
        }
        let place = std::ptr::from_ref(visit.value);
        let pointer = self.unforgiven.as_ref().map(|_| visit.path.pointer());
        let key = (visit.schema, visit.scope.clone(), place, visit.stand, pointer);
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let found = apply(self, visit);
        self.known.borrow_mut().insert(key, found.clone());
        found
    }

    fn refuse(&self, visit: Visit<'_>, message: impl Into<String>) -> Option<Refusal> {
        Some(Refusal {
            instance: visit.path.pointer(),
            schema: self.document.schema(visit.schema).pointer.clone(),
            message: message.into(),
            by: visit.schema,
        })
    }

    /// Whether what a schema says about a value is left out of account.
    fn forgives(&self, visit: Visit<'_>) -> bool {
        self.forgiven.contains(&visit.schema)
            && !self.unforgiven.as_ref().is_some_and(|Places(at)| at(&visit.path.pointer()))
    }

    fn apply(&self, visit: Visit<'_>) -> Findings {
        let mut found = Findings::default();
        if self.forgives(visit) {
            let inside = match visit.value {
                Json::Object(members) => members.len(),
                Json::Array(items) => items.len(),
                _ => 0,
            };
            found.surely.extend(0..inside);
            return found;
        }
        let schema = self.document.schema(visit.schema);
        match schema.boolean {
            Some(true) => return found,
            Some(false) => {
                found.refusal = self.refuse(visit, "must not be there");
                return found;
            }
            None => {}
        }
        let keywords = &schema.keywords;
        found.refusal = self.simple(visit, keywords);
        if found.refused() {
            return found;
        }
        match visit.value {
            Json::Number(number) => self.number(visit, keywords, number, &mut found),
            Json::String(text) => self.string(visit, keywords, text, &mut found),
            Json::Array(items) => self.array(visit, keywords, items, &mut found),
            Json::Object(members) => self.object(visit, keywords, members, &mut found),
            Json::Null | Json::Bool(_) => {}
        }
        self.in_place(visit, keywords, &mut found);
        if found.refused() {
            return found;
        }
        match visit.value {
            Json::Array(items) => self.left_over_elements(visit, keywords, items, &mut found),
            Json::Object(members) => self.left_over_members(visit, keywords, members, &mut found),
            _ => {}
        }
        found
    }

    /// `type`, `const`, `enum`.
    fn simple(&self, visit: Visit<'_>, keywords: &Keywords) -> Option<Refusal> {
        let value = visit.value;
        if let Some(types) = &keywords.types {
            let lexical = self.document.schema(visit.schema).dialect.integer_is_lexical();
            if !types.iter().any(|json_type| is_of_type(value, *json_type, lexical)) {
                let expected = words::types(types);
                return self.refuse(visit, format!("is {}, not {expected}", brief(value)));
            }
        }
        if let Some(constant) = &keywords.constant
            && constant != value
        {
            return self.refuse(visit, format!("is {}, not {}", brief(value), brief(constant)));
        }
        if let Some(values) = &keywords.values
            && !values.contains(value)
        {
            return self.refuse(
                visit,
                format!("is {}, which is none of the {} values", brief(value), values.len()),
            );
        }
        None
    }

    fn string(&self, visit: Visit<'_>, keywords: &Keywords, text: &str, found: &mut Findings) {
        let length = text.chars().count() as u64;
        let shown = || brief(visit.value);
        let mut refuse = |message: String| found.refusal = self.refuse(visit, message);
        if let Some(min) = keywords.min_length.filter(|min| length < *min) {
            return refuse(format!("is {}, shorter than {min} characters", shown()));
        }
        if let Some(max) = keywords.max_length.filter(|max| length > *max) {
            return refuse(format!("is {}, longer than {max} characters", shown()));
        }
        if let Some(pattern) = &keywords.pattern {
            match self.matches(pattern, text) {
                Some(true) => {}
                Some(false) => {
                    return refuse(format!("is {}, which `{pattern}` does not match", shown()));
                }
                None => found.doubt(format!("the pattern `{pattern}` cannot be evaluated")),
            }
        }
        if let Some(format) = &keywords.format {
            self.string_format(visit, format, text, found);
        }
    }

    /// Whether a pattern matches somewhere; none where it cannot be evaluated.
    pub(crate) fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        let mut patterns = self.patterns.borrow_mut();
        if !patterns.contains_key(pattern) {
            patterns.insert(pattern.to_owned(), Pattern::new(pattern));
        }
        patterns.get(pattern)?.as_ref().map(|pattern| pattern.matches(text))
    }

    /// Everything that applies another schema to the same value.
    fn in_place(&self, visit: Visit<'_>, keywords: &Keywords, found: &mut Findings) {
        if found.refused() {
            return;
        }
        let closing = match visit.stand {
            Stand::Position => self.document.closing(visit.schema),
            _ => Closing::Open,
        };
        let beside = visit.stand.beside(visit.schema);
        let stand = |here| if closing == here { visit.stand } else { beside };
        for reference in keywords.references() {
            match self.document.follow(reference, visit.scope) {
                Ok(target) => {
                    let stand = stand(Closing::Reference);
                    found.require(self.referred(visit.with(target, stand)));
                }
                Err(reason) => found.doubt(reason),
            }
        }
        for branch in &keywords.all_of {
            if found.refused() {
                return;
            }
            found.require(self.visit(visit.with(*branch, beside)));
        }
        if let Some(branches) = &keywords.any_of {
            self.any_of(visit, branches, stand(Closing::AnyOf), found);
        }
        if let Some(branches) = &keywords.one_of {
            self.one_of(visit, branches, stand(Closing::OneOf), found);
        }
        if let Some(refused) = keywords.not {
            let inner = self.visit(visit.with(refused, Stand::Open));
            match inner.truth() {
                Truth::True if !found.refused() => {
                    let message = format!("is {}, which `not` excludes", brief(visit.value));
                    found.refusal = self.refuse(visit, message);
                }
                Truth::Unknown => found.doubt(inner.unknown.unwrap_or_default()),
                _ => {}
            }
        }
        self.conditional(visit, keywords, beside, found);
    }

    fn any_of(&self, visit: Visit<'_>, branches: &[SchemaId], stand: Stand, found: &mut Findings) {
        let mut unknown = None;
        let mut holds = false;
        let mut refusals = Vec::new();
        for branch in branches {
            let inner = self.visit(visit.with(*branch, stand));
            found.notice(&inner);
            holds |= inner.truth() == Truth::True;
            unknown = unknown.or(inner.unknown.filter(|_| inner.refusal.is_none()));
            refusals.extend(inner.refusal);
        }
        match (holds, unknown) {
            (true, _) => {}
            (false, Some(reason)) => found.doubt(reason),
            (false, None) if found.refused() => {}
            (false, None) => found.refusal = self.none_fits(visit, refusals, "anyOf"),
        }
    }

    /// Exactly one branch. With closed objects the one that holds must also hold closed.
    fn one_of(&self, visit: Visit<'_>, branches: &[SchemaId], stand: Stand, found: &mut Findings) {
        let mut unknown = None;
        let mut refusals = Vec::new();
        let mut holding = Vec::new();
        let exact = if stand == Stand::Position { Stand::Open } else { stand };
        for (index, branch) in branches.iter().enumerate() {
            let inner = self.visit(visit.with(*branch, exact));
            found.notice(&inner);
            if inner.truth() == Truth::True {
                holding.push(index);
            }
            unknown = unknown.or(inner.unknown.filter(|_| inner.refusal.is_none()));
            refusals.extend(inner.refusal);
        }
        if found.refused() {
            return;
        }
        match (holding.as_slice(), unknown) {
            ([_], None) => {}
            ([first, second, ..], _) => {
                let message = format!(
                    "is {}, which fits both alternative {first} and alternative {second} of `oneOf`",
                    brief(visit.value)
                );
                found.refusal = self.refuse(visit, message);
                return;
            }
            (_, Some(reason)) => return found.doubt(reason),
            ([], None) => {
                found.refusal = self.none_fits(visit, refusals, "oneOf");
                return;
            }
        }
        if exact != stand {
            let closed = self.visit(visit.with(branches[holding[0]], stand));
            found.require(closed);
        }
    }

    /// The refusal that lies deepest in the document says most. But an alternative with another tag
    /// was not meant: where all are such but one, that one says it.
    fn none_fits(
        &self,
        visit: Visit<'_>,
        refusals: Vec<Refusal>,
        keyword: &str,
    ) -> Option<Refusal> {
        let here = visit.path.pointer();
        let is_deeper = |refusal: &Refusal| refusal.instance.len() > here.len();
        let is_tag = |refusal: &Refusal| {
            let keywords = self.document.keywords(refusal.by);
            is_deeper(refusal) && (keywords.constant.is_some() || keywords.values.is_some())
        };
        let mut meant = refusals.iter().filter(|refusal| !is_tag(refusal));
        let meant = match (meant.next(), meant.next()) {
            (Some(meant), None) if refusals.len() > 1 => Some(meant),
            _ => refusals
                .iter()
                .filter(|refusal| is_deeper(refusal))
                .max_by_key(|refusal| (refusal.instance.matches('/').count(), !is_tag(refusal))),
        };
        let message = match meant {
            Some(meant) => format!("fits no alternative of `{keyword}`: {meant}"),
            None => format!("is {}, which fits no alternative of `{keyword}`", brief(visit.value)),
        };
        self.refuse(visit, message)
    }

    fn conditional(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        beside: Stand,
        found: &mut Findings,
    ) {
        let Some(condition) = keywords.condition else { return };
        let inner = self.visit(visit.with(condition, Stand::Open));
        found.notice(&inner);
        let apply = |schema: Option<SchemaId>| {
            schema.map(|schema| self.visit(visit.with(schema, beside))).unwrap_or_default()
        };
        match inner.truth() {
            Truth::True => found.require(apply(keywords.consequence)),
            Truth::False => found.require(apply(keywords.alternative)),
            Truth::Unknown => {
                let (then, otherwise) = (apply(keywords.consequence), apply(keywords.alternative));
                found.wonder(&then);
                found.wonder(&otherwise);
                let both = [then.truth(), otherwise.truth()];
                if both == [Truth::False; 2] {
                    found.require(then);
                } else if both != [Truth::True; 2] {
                    found.doubt(inner.unknown.unwrap_or_default());
                }
            }
        }
    }
}

/// Whether a value is of a type; `lexical`: `1.0` is no integer, as draft-04 has it.
pub(crate) fn is_of_type(value: &Json, json_type: JsonType, lexical: bool) -> bool {
    match (json_type, value) {
        (JsonType::Integer, Json::Number(number)) if lexical => numbers::written_whole(number),
        (JsonType::Integer, Json::Number(number)) => number.is_whole(),
        (JsonType::Null, Json::Null)
        | (JsonType::Boolean, Json::Bool(_))
        | (JsonType::Number, Json::Number(_))
        | (JsonType::String, Json::String(_))
        | (JsonType::Array, Json::Array(_))
        | (JsonType::Object, Json::Object(_)) => true,
        _ => false,
    }
}
