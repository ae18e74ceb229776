//! Many pointers into one value.

use std::ptr;

use super::{Json, pointer};
use crate::hash::HashMap;

/// Finds what pointers lead to, of which there are thousands in a large document: the names of the
/// large objects on their way are looked through once.
pub struct Lookup<'d> {
    root: &'d Json,
    large: HashMap<*const Json, HashMap<&'d str, usize>>,
}

impl<'d> Lookup<'d> {
    /// For pointers from this value.
    pub fn new(root: &'d Json) -> Self {
        Self { root, large: HashMap::default() }
    }

    /// What [`Json::pointer`] finds.
    pub fn pointer(&mut self, pointer: &str) -> Option<&'d Json> {
        self.go(pointer, |_| {})
    }

    /// The positions of the members and items that a pointer goes through.
    pub fn path(&mut self, pointer: &str) -> Option<Vec<usize>> {
        let mut path = Vec::new();
        self.go(pointer, |position| path.push(position)).map(|_| path)
    }

    fn go(&mut self, pointer: &str, mut pass: impl FnMut(usize)) -> Option<&'d Json> {
        let mut value = self.root;
        if pointer.is_empty() {
            return Some(value);
        }
        for token in pointer.strip_prefix('/')?.split('/') {
            let (position, next) = match value {
                Json::Object(members) => {
                    let name = pointer::untoken(token);
                    let position = self.position(value, members, &name)?;
                    (position, &members[position].1)
                }
                Json::Array(items) => {
                    let position = super::index(token)?;
                    (position, items.get(position)?)
                }
                _ => return None,
            };
            pass(position);
            value = next;
        }
        Some(value)
    }

    fn position(
        &mut self,
        value: &'d Json,
        members: &'d [(String, Json)],
        name: &str,
    ) -> Option<usize> {
        const MANY: usize = 16;
        let mut names = members.iter().map(|(name, _)| name.as_str());
        if members.len() < MANY {
            return names.position(|member| member == name);
        }
        let known = self.large.entry(ptr::from_ref(value));
        known.or_insert_with(|| names.zip(0..).collect()).get(name).copied()
    }
}
