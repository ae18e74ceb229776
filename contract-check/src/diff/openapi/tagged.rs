//! Alternatives that only a discriminator tells apart.
//!
//! Where the schemas of the alternatives leave the discriminator's member open, a document of one
//! may as well be another one's, and what changed in the one that is meant shows nowhere. Both
//! sides go by the value (OpenAPI 3.1, Discriminator Object): it is written into the alternatives
//! that it stands for, as an author would who lists it there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::annotations::is_told_here;
use super::forms::put_at;
use super::mapping::{Mapping, short};
use super::view::is_data;
use crate::json::{Json, pointer};
use crate::openapi::OpenApi;

/// Both documents with their alternatives told apart.
pub(super) fn told_apart(old: &OpenApi, new: &OpenApi) -> [Arc<Json>; 2] {
    let (was, is) = (unions(old), unions(new));
    let mut sides = [old.shared(), new.shared()];
    for (place, before) in &was {
        let Some(after) = is.get(place).filter(|after| after.member == before.member) else {
            continue;
        };
        let same = |target: &String| before.values.get(target) == after.values.get(target);
        let only = |one: &Union, other: &Union| {
            one.values.keys().any(|target| !other.values.contains_key(target))
        };
        // What has got another value, or is perhaps another one renamed, the values are about.
        let replaced = only(before, after) && only(after, before);
        for (side, union, other) in [(0, before, after), (1, after, before)] {
            for alternative in &union.open {
                let told = match other.values.contains_key(&alternative.target) {
                    true => same(&alternative.target),
                    // One of other names for the same values is the same alternative.
                    false => !replaced || other.has_values_of(union, &alternative.target),
                };
                if told {
                    union.write(Arc::make_mut(&mut sides[side]), place, alternative);
                }
            }
        }
    }
    sides
}

/// A union with a discriminator.
struct Union {
    member: String,
    /// The values by the references that they stand for.
    values: BTreeMap<String, BTreeSet<String>>,
    /// The alternatives that leave the member open.
    open: Vec<Alternative>,
}

struct Alternative {
    /// Where it stands below the union.
    at: String,
    /// Its reference.
    target: String,
    /// What it is called.
    name: String,
}

impl Union {
    /// Whether an alternative has all the values that one of another union has.
    fn has_values_of(&self, other: &Self, target: &str) -> bool {
        other.values.get(target).is_some_and(|values| self.values.values().any(|it| it == values))
    }

    /// Writes the values of an alternative into it.
    fn write(&self, document: &mut Json, place: &str, alternative: &Alternative) {
        let Alternative { at, target, name } = alternative;
        let place = format!("{place}/{at}");
        let Some(alternative) = document.pointer(&place).cloned() else { return };
        let object = |members: Vec<(&str, Json)>| {
            let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
            Json::Object(members.collect())
        };
        let values = self.values.get(target.as_str()).into_iter().flatten();
        let values = Json::Array(values.map(|value| Json::from(value.as_str())).collect());
        let told = object(vec![
            ("required", Json::Array(vec![Json::from(self.member.as_str())].into())),
            ("properties", object(vec![(&self.member, object(vec![("enum", values)]))])),
        ]);
        let both = Json::Array(vec![alternative, told].into());
        let both = object(vec![("title", Json::from(name.as_str())), ("allOf", both)]);
        put_at(document, &pointer::tokens(&place).collect::<Vec<_>>(), both);
    }
}

/// The unions of a document whose alternatives are all references, by their pointers.
fn unions(document: &OpenApi) -> BTreeMap<String, Union> {
    let mut places = Vec::new();
    find(document.raw(), &mut Vec::new(), &mut places);
    places.into_iter().filter_map(|place| Some((place.clone(), union(document, &place)?))).collect()
}

fn union(document: &OpenApi, place: &str) -> Option<Union> {
    let node = document.at(place)?;
    let discriminator = node.value.get("discriminator")?;
    let member = discriminator.get("propertyName")?.as_str()?.to_owned();
    let keyword = ["oneOf", "anyOf"].into_iter().find(|it| node.value.get(it).is_some())?;
    let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mapping = Mapping::of(&node, discriminator);
    for (value, target) in mapping.values {
        values.entry(target).or_default().insert(value);
    }
    values.retain(|target, _| mapping.branches.contains(target));
    let mut open = Vec::new();
    for (index, branch) in node.value.get(keyword)?.as_array()?.iter().enumerate() {
        let target = branch.get("$ref")?.as_str()?;
        if is_told_here(document, target, discriminator) {
            let title = document.reference(target).and_then(|it| it.text("title"));
            open.push(Alternative {
                at: format!("{keyword}/{index}"),
                target: target.to_owned(),
                name: title.unwrap_or(short(target)).to_owned(),
            });
        }
    }
    Some(Union { member, values, open })
}

/// A step towards a value.
enum Token<'d> {
    Name(&'d str),
    Index(usize),
}

/// Finds what has a discriminator. Recurses as deep as texts nest, which their readers have
/// limited.
fn find<'d>(value: &'d Json, way: &mut Vec<Token<'d>>, found: &mut Vec<String>) {
    match value {
        Json::Object(members) => {
            if value.get("discriminator").is_some_and(|it| it.get("propertyName").is_some()) {
                let step = |token: &Token<'_>| match token {
                    Token::Name(name) => format!("/{}", pointer::token(name)),
                    Token::Index(index) => format!("/{index}"),
                };
                found.push(way.iter().map(step).collect());
            }
            let within = match way.last() {
                Some(Token::Name(name)) => name,
                _ => "",
            };
            for (name, value) in members.iter() {
                if !is_data(within, name) {
                    way.push(Token::Name(name));
                    find(value, way, found);
                    way.pop();
                }
            }
        }
        Json::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                way.push(Token::Index(index));
                find(value, way, found);
                way.pop();
            }
        }
        _ => {}
    }
}
