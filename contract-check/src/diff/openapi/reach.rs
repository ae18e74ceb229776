//! Which operations reach a place of a document.

use std::collections::BTreeSet;

use super::context::{Reached, Subject};
use crate::hash::HashMap;
use crate::json::{Json, pointer};
use crate::openapi::{Node, OpenApi};

/// Something that is reached as a whole: a position of a schema, or the target of a reference.
struct Holder<'r> {
    pointer: String,
    /// What a position belongs to.
    reached: Option<&'r Reached<'r>>,
}

/// The targets of a document's references, and what each of them uses.
pub(super) struct Targets<'d> {
    document: &'d OpenApi,
    targets: Vec<(String, Vec<String>)>,
}

impl<'d> Targets<'d> {
    /// Looks through the document once.
    pub(super) fn of(document: &'d OpenApi) -> Self {
        let targets = document.references().filter_map(|reference| {
            let (pointer, value) = document.target(reference)?;
            Some((pointer, used(document, Some(value))))
        });
        Self { document, targets: targets.collect() }
    }
}

/// Who uses what, from the positions down.
pub(super) struct Reach<'r> {
    holders: Vec<Holder<'r>>,
    by_pointer: HashMap<String, Vec<usize>>,
    /// The holders that have a reference to the target with this pointer.
    users: HashMap<String, Vec<usize>>,
}

/// Where a place comes from.
pub(super) struct Traced {
    /// The operations that reach it.
    pub(super) operations: BTreeSet<String>,
    /// The clause's path.
    pub(super) clause: String,
}

impl<'r> Reach<'r> {
    /// What reaches the positions and the targets of a document.
    pub(super) fn new<'a>(
        targets: &Targets<'_>,
        positions: impl Iterator<Item = (&'a str, Option<&'a Node<'a>>, &'r Reached<'r>)>,
    ) -> Self {
        let mut reach =
            Self { holders: Vec::new(), by_pointer: HashMap::default(), users: HashMap::default() };
        for (pointer, schema, reached) in positions {
            let used = used(targets.document, schema.map(|node| node.value));
            reach.hold(pointer.to_owned(), &used, Some(reached));
        }
        for (pointer, used) in &targets.targets {
            reach.hold(pointer.clone(), used, None);
        }
        reach
    }

    fn hold(&mut self, pointer: String, used: &[String], reached: Option<&'r Reached<'r>>) {
        let index = self.holders.len();
        self.by_pointer.entry(pointer.clone()).or_default().push(index);
        self.holders.push(Holder { pointer, reached });
        for used in used {
            match self.users.get_mut(used) {
                Some(users) => users.push(index),
                None => drop(self.users.insert(used.clone(), vec![index])),
            }
        }
    }

    /// Who reaches a place, and what it is called.
    pub(super) fn trace(&self, pointer: &str) -> Traced {
        let mut pending: Vec<usize> = prefixes(pointer)
            .filter_map(|prefix| self.by_pointer.get(prefix))
            .flatten()
            .copied()
            .collect();
        let own = pending.iter().filter_map(|index| {
            let holder = &self.holders[*index];
            Some((holder, &holder.reached?.subject))
        });
        let clause = own.max_by_key(|(holder, _)| holder.pointer.len()).map_or_else(
            || readable(pointer),
            |(holder, subject)| within(subject, &pointer[holder.pointer.len()..]),
        );
        let mut seen: BTreeSet<usize> = pending.iter().copied().collect();
        let mut operations = BTreeSet::new();
        while let Some(index) = pending.pop() {
            let holder = &self.holders[index];
            if let Some(reached) = holder.reached {
                operations.extend(reached.operations.iter().cloned());
            }
            // A target may lie within another one, and is reached through that as well.
            for prefix in prefixes(&holder.pointer) {
                for user in self.users.get(prefix).into_iter().flatten() {
                    if seen.insert(*user) {
                        pending.push(*user);
                    }
                }
            }
        }
        Traced { operations, clause }
    }
}

/// The pointers that the references in a value lead to.
fn used(document: &OpenApi, value: Option<&Json>) -> Vec<String> {
    let mut uses = BTreeSet::new();
    references(value.unwrap_or(&Json::Null), &mut uses);
    uses.into_iter().filter_map(|used| Some(document.target(used)?.0)).collect()
}

/// The references in a value, whether or not they are meant as such.
pub(super) fn references<'d>(value: &'d Json, uses: &mut BTreeSet<&'d str>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| references(item, uses)),
        Json::Object(members) => {
            for (name, value) in members {
                match value {
                    Json::String(text) if name == "$ref" => {
                        uses.insert(text);
                    }
                    _ => references(value, uses),
                }
            }
        }
        _ => {}
    }
}

/// A pointer and those above it, the longest first.
pub(super) fn prefixes(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |prefix| prefix.rfind('/').map(|end| &prefix[..end]))
}

fn within(subject: &Subject, rest: &str) -> String {
    format!("{}{}", subject.clause, pointer::untoken(rest))
}

/// A pointer as a clause's path.
fn readable(pointer: &str) -> String {
    let path = pointer.strip_prefix('/').unwrap_or(pointer);
    match path.strip_prefix("paths/~1") {
        Some(rest) => format!("paths/{}", pointer::untoken(rest)),
        None => pointer::untoken(path).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_end_at_the_root() {
        let all: Vec<&str> = prefixes("/a/b~1c").collect();
        assert_eq!(all, ["/a/b~1c", "/a", ""]);
    }

    #[test]
    fn pointers_read_as_paths() {
        assert_eq!(readable("/paths/~1orders~1{id}/get"), "paths/orders/{id}/get");
        assert_eq!(readable("/components/schemas/Order"), "components/schemas/Order");
    }
}
