//! The hash-consed graph of shapes.
//!
//! Every node but the combinators holds values of one JSON type only: a string node holds no
//! number. "Any value, and if a string then short" is a union.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::hash::HashMap;
use crate::json::{Class, Number};

use super::kinds::Kinds;

/// A shape in an [`Arena`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(u32);

/// A node of the graph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Node {
    /// `null`.
    Null,
    /// One of the two.
    Bool(bool),
    /// Numbers.
    Number(NumberSpec),
    /// Strings.
    String(StringSpec),
    /// Arrays.
    Array(ArraySpec),
    /// Objects.
    Object(ObjectSpec),
    /// What stands under the name of a member that is written more than once: one value after the
    /// other, as the items of this shape of arrays. No JSON value is one, only a member of a text
    /// (RFC 8259, 4). It is a member's shape or a branch of one, stands behind no reference and is
    /// negated by nobody; what holds any value holds it too, but no document is looked for there.
    Repeated(ShapeId),
    /// In one of them at least. The empty union is the empty set.
    Union(Vec<ShapeId>),
    /// In all of them. The empty intersection holds every value.
    Intersection(Vec<ShapeId>),
    /// In none of it.
    Not(ShapeId),
    /// Whatever the numbered reference was defined to be; cycles run through these only.
    Reference(u32),
    /// An unknown subset of a shape, the same subset wherever the name and what else it depends on
    /// are the same. What depends on its exact extent is undecided, with the reason.
    Opaque {
        /// What it is called: a codec, a custom format.
        name: String,
        /// What tells it from others of the name.
        depends_on: String,
        /// Why its extent is unknown.
        reason: String,
        /// What would have to be known.
        unknown: Unknown,
        /// What it lies within.
        within: ShapeId,
        /// Where it is taken to hold some value: the text that stands for one, unless what it
        /// lies within shows another.
        stand_in: Option<String>,
    },
}

/// What would have to be known of an opaque shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// Code.
    Code,
    /// Which values have a format.
    Format,
    /// Nothing, but there is too much of it.
    Extent,
}

/// Which lexical classes of number: serde tells `1` from `1.0`, JSON Schema does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Classes {
    /// Integers written without fraction or exponent: `1`. Not `-0`.
    pub integer: bool,
    /// Integer-valued, but written as a float: `1.0`, `1e2`, `-0`.
    pub whole_float: bool,
    /// With a fractional part: `1.5`.
    pub fraction: bool,
}

impl Classes {
    /// JSON Schema's `number`.
    pub const ALL: Self = Self { integer: true, whole_float: true, fraction: true };
    /// JSON Schema's `integer`.
    pub const WHOLE: Self = Self { integer: true, whole_float: true, fraction: false };
    /// What serde's integer types write and read.
    pub const INTEGER: Self = Self { integer: true, whole_float: false, fraction: false };
    /// What serde's float types write.
    pub const FLOAT: Self = Self { integer: false, whole_float: true, fraction: true };
    /// None of them.
    pub const NONE: Self = Self { integer: false, whole_float: false, fraction: false };

    /// Whether it holds the numbers written in a class.
    pub fn holds(self, class: Class) -> bool {
        match class {
            Class::Integer => self.integer,
            Class::WholeFloat => self.whole_float,
            Class::Fraction => self.fraction,
        }
    }

    /// The classes in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            integer: self.integer && other.integer,
            whole_float: self.whole_float && other.whole_float,
            fraction: self.fraction && other.fraction,
        }
    }
}

/// A set of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NumberSpec {
    /// The classes it holds.
    pub classes: Classes,
    /// The lower bound and whether it is excluded.
    pub min: Option<(Number, bool)>,
    /// The upper bound and whether it is excluded.
    pub max: Option<(Number, bool)>,
    /// Every value is a multiple of each of these.
    pub multiple_of: BTreeSet<Number>,
}

/// All numbers of the classes.
impl From<Classes> for NumberSpec {
    fn from(classes: Classes) -> Self {
        Self { classes, min: None, max: None, multiple_of: BTreeSet::new() }
    }
}

/// A set of strings: those that satisfy every member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct StringSpec {
    /// The only values, where they are finitely many.
    pub values: Option<BTreeSet<String>>,
    /// The least length in characters.
    pub min_length: u64,
    /// The greatest length in characters.
    pub max_length: Option<u64>,
    /// ECMA-262 patterns that match somewhere in the string, and `at_most_bytes`.
    pub patterns: BTreeSet<String>,
    /// Named formats that the string has; see `shape::format` for the ones that are known.
    pub formats: BTreeSet<String>,
}

/// A set of arrays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ArraySpec {
    /// The shapes of the first elements.
    pub prefix: Vec<ShapeId>,
    /// The shape of the elements after the prefix.
    pub rest: ShapeId,
    /// The least length.
    pub min: u64,
    /// The greatest length.
    pub max: Option<u64>,
    /// Whether no two elements are equal.
    pub unique: bool,
    /// How many elements have a shape.
    pub contains: Vec<Contains>,
}

/// All arrays of such elements.
impl From<ShapeId> for ArraySpec {
    fn from(rest: ShapeId) -> Self {
        Self { prefix: Vec::new(), rest, min: 0, max: None, unique: false, contains: Vec::new() }
    }
}

impl ArraySpec {
    /// The shape that the array demands of the element at an index.
    pub fn at(&self, index: usize) -> ShapeId {
        self.prefix.get(index).copied().unwrap_or(self.rest)
    }
}

/// `contains`, `minContains`, `maxContains`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contains {
    /// The shape that is counted.
    pub shape: ShapeId,
    /// At least so many.
    pub min: u64,
    /// At most so many.
    pub max: Option<u64>,
}

/// A set of objects. A member whose name stands in `members` has that shape; a member whose name
/// matches a pattern has that pattern's shape as well; every other member has the shape `rest`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ObjectSpec {
    /// Members by name.
    pub members: BTreeMap<String, Member>,
    /// Shapes by ECMA-262 pattern of the name.
    pub patterns: BTreeMap<String, ShapeId>,
    /// The shape of all other members; the empty set closes the object.
    pub rest: ShapeId,
    /// What every member's name is, if restricted: a shape of strings.
    pub names: Option<ShapeId>,
    /// The least number of members.
    pub min: u64,
    /// The greatest number of members.
    pub max: Option<u64>,
    /// What is said of the order of members: for some names, the texts that say how those of them
    /// that are there are written. Every object has such a text, which is no member of it.
    pub orders: BTreeMap<String, ShapeId>,
}

/// All objects of such members.
impl From<ShapeId> for ObjectSpec {
    fn from(rest: ShapeId) -> Self {
        Self {
            members: BTreeMap::new(),
            patterns: BTreeMap::new(),
            rest,
            names: None,
            min: 0,
            max: None,
            orders: BTreeMap::new(),
        }
    }
}

/// A named member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// Its shape. A member whose shape is empty must be absent.
    pub shape: ShapeId,
    /// Whether it must be present.
    pub required: bool,
}

/// The graph.
#[derive(Debug, Default)]
pub struct Arena {
    nodes: Vec<Rc<Node>>,
    /// Beside each node, the JSON types that it can hold at most.
    kinds: Vec<Kinds>,
    ids: HashMap<Rc<Node>, ShapeId>,
    references: Vec<Option<ShapeId>>,
}

impl Arena {
    /// An empty graph.
    pub fn new() -> Self {
        Self::default()
    }

    /// The shape of a node as it stands, the same for equal nodes. The constructors in `build`
    /// bring a node into its normal form first.
    ///
    /// # Panics
    /// When the graph has 2^32 nodes.
    pub(super) fn add(&mut self, node: Node) -> ShapeId {
        if let Some(id) = self.ids.get(&node) {
            return *id;
        }
        let id = ShapeId(u32::try_from(self.nodes.len()).expect("fewer than 2^32 shapes"));
        self.kinds.push(self.kinds_of(&node));
        let node = Rc::new(node);
        self.nodes.push(Rc::clone(&node));
        self.ids.insert(node, id);
        id
    }

    /// The node of a shape.
    pub fn node(&self, id: ShapeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The node of a shape, shared, so that the graph can grow while it is looked at.
    pub(super) fn shared(&self, id: ShapeId) -> Rc<Node> {
        Rc::clone(&self.nodes[id.0 as usize])
    }

    /// The JSON types that a shape can hold at most. A reference may hold any.
    pub(super) fn kinds(&self, id: ShapeId) -> Kinds {
        self.kinds[id.0 as usize]
    }

    fn kinds_of(&self, node: &Node) -> Kinds {
        match node {
            Node::Null => Kinds::NULL,
            Node::Bool(_) => Kinds::BOOL,
            Node::Number(_) => Kinds::NUMBER,
            Node::String(_) => Kinds::STRING,
            Node::Array(_) => Kinds::ARRAY,
            Node::Object(_) => Kinds::OBJECT,
            Node::Repeated(_) => Kinds::REPEATED,
            Node::Union(of) => of.iter().fold(Kinds::NONE, |all, id| all.or(self.kinds(*id))),
            Node::Intersection(of) => {
                of.iter().fold(Kinds::ALL, |all, id| all.and(self.kinds(*id)))
            }
            Node::Not(_) | Node::Reference(_) => Kinds::ALL,
            Node::Opaque { within, .. } => self.kinds(*within),
        }
    }

    /// A new reference, to be defined before it is looked into: see [`Definitions`].
    ///
    /// # Panics
    /// When the graph has 2^32 references.
    pub fn reference(&mut self) -> (u32, ShapeId) {
        let number = u32::try_from(self.references.len()).expect("fewer than 2^32 references");
        self.references.push(None);
        (number, self.add(Node::Reference(number)))
    }

    /// Says what a reference is.
    ///
    /// # Panics
    /// When it has been said before.
    pub fn define(&mut self, reference: u32, shape: ShapeId) {
        let slot = &mut self.references[reference as usize];
        assert!(slot.is_none(), "a reference is defined once");
        *slot = Some(shape);
    }

    /// What a reference is; none while it is undefined.
    pub fn target(&self, reference: u32) -> Option<ShapeId> {
        self.references[reference as usize]
    }
}

/// Whoever knows what references are. The prover asks when it looks into one that is undefined,
/// so that nothing is lowered that no question reaches.
pub trait Definitions {
    /// Defines the reference in the graph, if it is known and not defined yet.
    fn define(&mut self, arena: &mut Arena, reference: u32);
}

/// Nothing is left to be defined.
#[derive(Clone, Copy, Debug)]
pub struct Defined;

impl Definitions for Defined {
    fn define(&mut self, _: &mut Arena, _: u32) {}
}
