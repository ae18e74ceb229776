//! What a document says, for people: one row for each value, explained by the documentation of the
//! members and of the words. Whatever joins the vocabulary is shown without a line of code here.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use super::{Direction, Duration, Factor, Place, WireType};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Where it stands, below where the walk began: `idempotency/window`.
    pub(crate) path: String,
    /// What it says something about.
    pub(crate) about: &'static str,
    /// What it says: texts, each with what it means where it is one of our words.
    pub(crate) values: Vec<(String, &'static str)>,
}

/// Where a walk is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct At<'a> {
    path: &'a str,
    about: &'static str,
}

/// What can say itself.
pub(crate) trait Say {
    /// Adds the rows of everything that is said.
    fn say(&self, at: At<'_>, rows: &mut Vec<Row>);
}

/// What can be one of the values of a row.
pub(crate) trait Value {
    /// The value, as documents write it.
    fn text(&self) -> String;

    /// What it means, if it is one of our words.
    fn meaning(&self) -> &'static str {
        ""
    }
}

/// Everything that a part of a document says.
pub(crate) fn rows(of: &impl Say) -> Vec<Row> {
    let mut rows = Vec::new();
    of.say(At::default(), &mut rows);
    rows
}

impl At<'_> {
    /// The row of some values that stand here.
    pub(crate) fn row<'v, V: Value + 'v>(self, values: impl IntoIterator<Item = &'v V>) -> Row {
        let values = values.into_iter().map(|value| (value.text(), value.meaning())).collect();
        Row { path: self.path.to_owned(), about: self.about, values }
    }

    /// Goes to a member of what stands here.
    pub(crate) fn member(
        self,
        name: &str,
        about: &'static str,
        member: &impl Say,
        rows: &mut Vec<Row>,
    ) {
        let path = self.below(name);
        member.say(At { path: &path, about: about.trim_ascii() }, rows);
    }

    fn below(self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}/{name}", self.path) }
    }
}

impl<T: Say> Say for Option<T> {
    fn say(&self, at: At<'_>, rows: &mut Vec<Row>) {
        if let Some(of) = self {
            of.say(at, rows);
        }
    }
}

impl<T: Value> Say for BTreeSet<T> {
    fn say(&self, at: At<'_>, rows: &mut Vec<Row>) {
        if !self.is_empty() {
            rows.push(at.row(self));
        }
    }
}

impl<T: Say> Say for BTreeMap<String, T> {
    fn say(&self, at: At<'_>, rows: &mut Vec<Row>) {
        for (name, of) in self {
            of.say(At { path: &at.below(name), ..at }, rows);
        }
    }
}

/// Only what is so is said.
impl Say for bool {
    fn say(&self, at: At<'_>, rows: &mut Vec<Row>) {
        if *self {
            rows.push(at.row([&"true".to_owned()]));
        }
    }
}

macro_rules! values {
    ($($of:ty)*) => {
        $(
            impl Value for $of {
                fn text(&self) -> String {
                    self.to_string()
                }
            }

            impl Say for $of {
                fn say(&self, at: At<'_>, rows: &mut Vec<Row>) {
                    rows.push(at.row([self]));
                }
            }
        )*
    };
}

values! { String u16 u32 u64 NonZeroU32 Duration Factor }

/// What has a place of its own wherever documents are shown.
macro_rules! elsewhere {
    ($($of:ty)*) => {
        $(
            impl Say for $of {
                fn say(&self, _: At<'_>, _: &mut Vec<Row>) {}
            }
        )*
    };
}

elsewhere! { Direction WireType BTreeMap<Place, WireType> }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{About, Deadline, Operation, Waiter};

    #[test]
    fn a_group_says_all_that_it_holds() {
        let waiter = Waiter { success: "PAID".to_owned(), retry: None, failure: None };
        let operation = Operation {
            about: About { sensitive: true, ..About::default() },
            timeout: Some(Duration::try_from("8s".to_owned()).expect("a duration")),
            deadline: Some(Deadline::Honoured),
            wait_until: BTreeMap::from([("paid".to_owned(), waiter)]),
            ..Operation::default()
        };
        let rows = rows(&operation);
        let said: Vec<_> = rows
            .iter()
            .map(|row| (row.path.as_str(), row.values[0].0.as_str(), row.values[0].1))
            .collect();
        assert_eq!(
            said,
            [
                ("about/sensitive", "true", ""),
                ("timeout", "8s", ""),
                ("deadline", "honoured", "Yes: work stops when it has passed."),
                ("wait_until/paid/success", "PAID", ""),
            ]
        );
        assert_eq!(rows[1].about, "By when it answers, one way or the other.");
    }
}
