//! What is left of the documents.

use std::collections::{BTreeMap, BTreeSet};

use super::component::{Component, references, uses};
use super::{Layout, ROOT};
use crate::json::{Json, Shared, pointer};

/// What is cut.
pub(super) struct Cut<'c, 'd> {
    pub(super) layout: Layout,
    pub(super) found: &'c BTreeMap<&'d str, Component<'d>>,
    pub(super) whole: &'c BTreeSet<&'d str>,
    /// How many components all slices may still hold.
    pub(super) left: usize,
}

impl<'d> Cut<'_, 'd> {
    /// A document of the position and of what it leads to after the cut; none if all slices
    /// together have become too large.
    pub(super) fn document(
        &mut self,
        raw: &'d Json,
        all: &BTreeMap<&'d str, &'d Json>,
        place: &str,
        target: Option<&str>,
        kept: &BTreeMap<&str, &str>,
    ) -> Option<Json> {
        let value = raw.pointer(place)?;
        let first = match self.layout {
            Layout::OpenApi => uses(self.layout, "", value)?,
            Layout::Schema(_) => BTreeSet::from([ROOT]),
        };
        let mut schemas: BTreeMap<&str, Json> = BTreeMap::new();
        let mut pending: Vec<String> = first.into_iter().map(str::to_owned).collect();
        while let Some(name) = pending.pop() {
            let (name, full) = all.get_key_value(name.as_str())?;
            if schemas.contains_key(name) {
                continue;
            }
            self.left = self.left.checked_sub(1)?;
            let cut = self.component(name, full, target, kept.get(name).copied());
            pending.extend(uses(self.layout, name, &cut)?.into_iter().map(str::to_owned));
            schemas.insert(name, cut);
        }
        let root = schemas.remove(ROOT).filter(|_| self.layout != Layout::OpenApi);
        let schemas = schemas.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let schemas = Json::Object(schemas);
        match (self.layout, root) {
            (Layout::Schema(member), Some(Json::Object(mut members))) => {
                members.edit(|all| all.push((member.to_owned(), schemas)));
                Some(Json::Object(members))
            }
            (Layout::Schema(_), _) => None,
            (Layout::OpenApi, _) => {
                let holding = |name: &str, value| {
                    Json::Object([(name.to_owned(), value)].into_iter().collect())
                };
                let mut document = holding("components", holding("schemas", schemas));
                if !place.starts_with("/components/schemas/") {
                    put(raw, &mut document, place, value)?;
                }
                Some(document)
            }
        }
    }

    fn component(&self, name: &str, full: &Json, target: Option<&str>, next: Option<&str>) -> Json {
        let Json::Object(members) = full else { return full.clone() };
        // The components that stand in the root are put there one by one.
        let stands = |keyword: &str| match self.layout {
            Layout::Schema(member) => name != ROOT || keyword != member,
            Layout::OpenApi => true,
        };
        let members = members.iter().filter(|(keyword, _)| stands(keyword));
        let Some(component) = self.found.get(name).filter(|_| !self.whole.contains(name)) else {
            return Json::Object(members.cloned().collect());
        };
        // What is never cut is judged where it is first come upon in such a way.
        let leads_to_whole = |property: &str| {
            let value = full.get("properties").and_then(|it| it.get(property));
            let mut uses = BTreeSet::new();
            let known = value.and_then(|value| references(self.layout, value, &mut uses));
            known.is_none() || uses.iter().any(|name| self.whole.contains(name))
        };
        let stays = |property: &str| {
            !component.may_lack(property)
                || next == Some(property)
                || (target == Some(name)
                    && (!component.is_equal_in(property) || leads_to_whole(property)))
        };
        let cut = members.map(|(keyword, value)| match value {
            Json::Object(properties) if keyword == "properties" => {
                let left = properties.iter().filter(|(property, _)| stays(property)).cloned();
                (keyword.clone(), Json::Object(left.collect()))
            }
            _ => (keyword.clone(), value.clone()),
        });
        Json::Object(cut.collect())
    }
}

/// Puts a value where it stands in the full document; what stands beside it is left out.
fn put(raw: &Json, document: &mut Json, place: &str, value: &Json) -> Option<()> {
    let mut full = raw;
    let mut here = document;
    for name in pointer::tokens(place) {
        let (index, next) = match full {
            Json::Object(_) => (None, full.get(&name)?),
            Json::Array(items) => {
                let index: usize = name.parse().ok()?;
                (Some(index), items.get(index)?)
            }
            _ => return None,
        };
        let blank = match next {
            Json::Array(items) => Json::Array(vec![Json::Null; items.len()].into()),
            _ => Json::Object(Shared::default()),
        };
        here = match (here, index) {
            (Json::Object(members), None) => {
                let known = members.iter().position(|(member, _)| *member == name);
                let at = known.unwrap_or(members.len());
                if known.is_none() {
                    members.edit(|all| all.push((name.into_owned(), blank)));
                }
                &mut members.make_mut().get_mut(at)?.1
            }
            (Json::Array(items), Some(index)) => {
                let item = items.make_mut().get_mut(index)?;
                *item = blank;
                item
            }
            _ => return None,
        };
        full = next;
    }
    *here = value.clone();
    Some(())
}
