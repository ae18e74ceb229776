//! What an author says about a clause, and where.

use crate::Level;

/// Where something is written in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The file as the compiler names it.
    pub file: &'static str,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

/// What an author may say about any clause.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The level, where one is given; else the enclosing item's, else the contract's.
    pub level: Option<Level>,
    /// The deprecation timeline.
    pub deprecated: Option<Deprecated>,
    /// What the value means; a change of meaning is a change of the contract.
    pub meaning: Option<&'static str>,
    /// The unit of the value.
    pub unit: Option<&'static str>,
    /// The documentation comment.
    pub doc: &'static str,
    /// Every further clause that is said here.
    pub clauses: &'static [Clause],
    /// Where it is written.
    pub at: At,
}

impl About {
    /// Nothing is said; only the place is known.
    pub const fn at(file: &'static str, line: u32, column: u32) -> Self {
        Self {
            level: None,
            deprecated: None,
            meaning: None,
            unit: None,
            doc: "",
            clauses: &[],
            at: At { file, line, column },
        }
    }

    /// The value of a clause that is said here, `idempotency/window`.
    pub const fn clause(&self, path: &str) -> Option<Value> {
        let mut index = 0;
        while index < self.clauses.len() {
            if same(self.clauses[index].path, path) {
                return Some(self.clauses[index].value);
            }
            index += 1;
        }
        None
    }

    /// Nothing is said, and no source is known: a type of another crate.
    pub const FOREIGN: Self = Self::at("", 0, 0);
}

/// Whether two texts are the same, in constants.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// One thing that an attribute says: `idempotency(window = "24h")` is the clause
/// `idempotency/window` with the value `24h`.
///
/// The path leads to a member of the document's object of the item; what any item may say about
/// itself stands below `about`. The tables know no more about clauses than this: which there are
/// and what they take is the business of the macros, and the document checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands below its item.
    pub path: &'static str,
    /// What is said.
    pub value: Value,
    /// The 1-based line of its key.
    pub line: u32,
    /// The 1-based column of its key, in characters.
    pub column: u32,
}

/// What a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// That it is there: a group of further clauses, or an entry of a set.
    Group,
    /// That it holds: `readonly`.
    Flag,
    /// A word, a duration, a date, or any text.
    Text(&'static str),
    /// A number, as JSON writes it.
    Number(&'static str),
    /// Words or names.
    List(&'static [&'static str]),
}

impl Clause {
    /// A clause at a place in the source file of its item.
    pub const fn new(path: &'static str, value: Value, line: u32, column: u32) -> Self {
        Self { path, value, line, column }
    }
}

/// `deprecated(since, date, sunset, remove_in, replaced_by, link, note)`.
#[derive(Clone, Copy, Debug)]
pub struct Deprecated {
    /// The contract version that announced it.
    pub since: Option<&'static str>,
    /// The date, `YYYY-MM-DD`, from which it is deprecated (RFC 9745).
    pub date: Option<&'static str>,
    /// The date, `YYYY-MM-DD`, after which it may be gone.
    pub sunset: Option<&'static str>,
    /// The contract version that may remove it.
    pub remove_in: Option<&'static str>,
    /// What to use instead.
    pub replaced_by: Option<&'static str>,
    /// Where to read more (RFC 9745, relation `deprecation`).
    pub link: Option<&'static str>,
    /// Anything else consumers should know.
    pub note: Option<&'static str>,
}
