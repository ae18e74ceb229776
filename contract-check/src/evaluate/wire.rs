//! Reads and writes one document as serde and serde_json do, visitor by visitor, from the wire
//! model alone.

mod enums;
mod flat;
mod leaf;
mod read;
mod text;
mod write;

use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use contract_core::document::{Document, Shape, WireType};

use super::schema::{Answer as Said, Evaluator, Members};
use crate::json::{Json, pointer};
use crate::schema::SchemaDocument;

/// What an evaluator answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// serde accepts the document, or can write it.
    Yes,
    /// It does not.
    No(Refusal),
    /// Only a codec knows, or one crate among several; the reason says which.
    Unknown(String),
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A JSON pointer to the value that is refused.
    pub path: String,
    /// The reason, in serde's words where serde has some.
    pub reason: String,
    /// The member of that value that is refused for being there, or for not being there.
    pub member: Option<String>,
}

impl Refusal {
    /// A JSON pointer to what would have to be another, come or go: the member, or the value.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.member {
            Some(name) => below(&self.path, name),
            None => self.path.clone(),
        }
    }
}

/// Whether serde_json reads the document as the type. Values at the JSON pointers of `holes` only
/// stand for others that are not known: a refusal holds whatever they are.
///
/// A document nested so deeply that reading it would need more than a few hundred nested types
/// is not judged; serde_json itself refuses to nest deeper than 128 levels.
pub fn reads(document: &Document, wire: &WireType, value: &Json, holes: &[String]) -> Answer {
    Walk::new(document, holes).reads(wire, value)
}

/// Whether serde_json reads the document as the type if whatever it refuses at the JSON pointers of
/// `forgiven` were in order; holes as in [`reads`].
pub(crate) fn reads_but_for(
    document: &Document,
    wire: &WireType,
    value: &Json,
    holes: &[String],
    forgiven: &[String],
) -> Answer {
    Walk { forgiven, ..Walk::new(document, holes) }.reads(wire, value)
}

/// Whether some value of the type is written as the document, whatever the order of members; holes
/// as in [`reads`].
pub fn writes(document: &Document, wire: &WireType, value: &Json, holes: &[String]) -> Answer {
    let mut walk = Walk::new(document, holes);
    let result = walk.write(wire, value);
    walk.answer(result)
}

/// How many types may be nested in each other before the walk gives up.
const DEPTH: usize = 400;

/// How many steps a walk may take: alternatives in alternatives multiply.
const STEPS: usize = 200_000;

struct Walk<'d> {
    document: &'d Document,
    path: Vec<String>,
    /// The places of values that are not known, as JSON pointers.
    holes: &'d [String],
    /// The places where any value may stand, or none, as JSON pointers.
    forgiven: &'d [String],
    /// Why a yes would be uncertain.
    doubt: Option<String>,
    depth: usize,
    steps: usize,
    /// The JSON Schemas that were met, by the address of their text; none where one is malformed.
    schemas: BTreeMap<*const serde_json::Value, Option<Rc<SchemaDocument>>>,
}

/// A step's result; whether a success is certain is told by the walk's doubt.
type Step = Result<(), Refusal>;

impl<'d> Walk<'d> {
    fn new(document: &'d Document, holes: &'d [String]) -> Self {
        Self {
            document,
            path: Vec::new(),
            holes,
            forgiven: &[],
            doubt: None,
            depth: 0,
            steps: 0,
            schemas: BTreeMap::new(),
        }
    }

    fn reads(mut self, wire: &'d WireType, value: &Json) -> Answer {
        let result = self.read(wire, &read::View::of(value), read::Source::Text);
        self.answer(result)
    }

    fn answer(self, result: Step) -> Answer {
        match (result, self.doubt) {
            (Err(refusal), _) => Answer::No(refusal),
            (Ok(()), Some(doubt)) => Answer::Unknown(doubt),
            (Ok(()), None) => Answer::Yes,
        }
    }

    fn refuse(&self, reason: impl Into<String>) -> Step {
        Err(Refusal { path: self.pointer(), reason: reason.into(), member: None })
    }

    /// A member is there and must not be, or is not there and must be.
    fn refuse_member(&mut self, name: &str, reason: impl Into<String>) -> Step {
        let path = self.pointer();
        if self.forgiven.contains(&below(&path, name)) {
            return self.doubt("whether a member stands here is not known");
        }
        Err(Refusal { path, reason: reason.into(), member: Some(name.to_owned()) })
    }

    /// Where the walk is, as a JSON pointer.
    fn pointer(&self) -> String {
        self.path.iter().fold(String::new(), |path, token| below(&path, token))
    }

    /// Whether the value here is not known.
    fn in_hole(&self) -> bool {
        let places = [self.holes, self.forgiven];
        if places.iter().all(|places| places.is_empty()) {
            return false;
        }
        let here = self.pointer();
        places.iter().any(|places| places.contains(&here))
    }

    fn doubt(&mut self, reason: impl Into<String>) -> Step {
        self.doubt.get_or_insert_with(|| reason.into());
        Ok(())
    }

    /// A step at a member or an item.
    fn at<T>(&mut self, token: impl Into<String>, step: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(token.into());
        let result = step(self);
        self.path.pop();
        result
    }

    /// A step into a type, unless there have been too many.
    fn deeper(&mut self, step: impl FnOnce(&mut Self) -> Step) -> Step {
        self.steps += 1;
        if self.in_hole() {
            return self.doubt("what stands here is not known");
        }
        if self.depth >= DEPTH || self.steps > STEPS {
            return self.doubt("the document is nested too deeply to be walked");
        }
        self.depth += 1;
        let result = step(self);
        self.depth -= 1;
        result
    }

    /// The first alternative that certainly succeeds; else one that may; else the last refusal.
    fn first_of<A>(
        &mut self,
        alternatives: impl IntoIterator<Item = A>,
        mut attempt: impl FnMut(&mut Self, A) -> Step,
        otherwise: impl FnOnce(&mut Self) -> Step,
    ) -> Step {
        let before = self.doubt.take();
        let mut doubt = None;
        for alternative in alternatives {
            let path = self.path.len();
            let result = attempt(self, alternative);
            self.path.truncate(path);
            match (result, self.doubt.take()) {
                (Ok(()), None) => {
                    self.doubt = before;
                    return Ok(());
                }
                (Ok(()), Some(reason)) => doubt = doubt.or(Some(reason)),
                (Err(_), _) => {}
            }
        }
        let doubted = doubt.is_some();
        self.doubt = before.or(doubt);
        if doubted { Ok(()) } else { otherwise(self) }
    }

    fn shape(&self, name: &str) -> Option<&'d Shape> {
        self.document.types.get(name).map(|definition| &definition.shape)
    }

    fn unknown_type(&mut self, name: &str) -> Step {
        self.doubt(format!("the document has no type `{name}`"))
    }

    /// A value of a type that is known only by its JSON Schema.
    fn schema(&mut self, schema: &'d serde_json::Value, value: &Json, members: Members) -> Step {
        let load = || SchemaDocument::load(Json::from(schema)).ok().map(Rc::new);
        let Some(known) = self.schemas.entry(ptr::from_ref(schema)).or_insert_with(load).clone()
        else {
            return self.doubt("a type is known only by its JSON Schema, which is not sound");
        };
        match Evaluator::new(&known, members).evaluate(value) {
            Said::Accepted => Ok(()),
            Said::Refused(refusal) => self.refuse(refusal.to_string()),
            Said::Unknown(reason) => self.doubt(reason),
        }
    }

    fn codec(&mut self, codec: &str) -> Step {
        self.doubt(format!("only the codec `{codec}` knows what it reads and writes"))
    }
}

/// The JSON pointer to a member or an item of what another one points to.
fn below(path: &str, token: &str) -> String {
    format!("{path}/{}", pointer::token(token))
}
