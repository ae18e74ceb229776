//! References whose pointers run through other references: `#/components/schemas/A/properties/b/..`
//! where `b` is itself a reference. They are made to name the place that is meant.

use super::super::document::local;
use super::{each, items};
use crate::hash::HashMap;
use crate::json::{Json, pointer};

/// How many references one pointer may run through.
const HOPS: usize = 100;

/// The document with those of the references put right that lead nowhere for this reason; none
/// where none of them does.
pub(in crate::openapi) fn references<'r>(
    raw: &Json,
    dangling: impl Iterator<Item = &'r str>,
) -> Option<Json> {
    let meant: HashMap<&str, String> = dangling
        .filter_map(|text| {
            let (place, _) = follow(raw, &local(text)?, &mut HOPS.clone())?;
            Some((text, format!("#{}", place.replace('%', "%25"))))
        })
        .collect();
    if meant.is_empty() { None } else { renamed(raw, &meant) }
}

/// Where a pointer leads, through references that lack what it names next: they are followed while
/// hops are left, so that those which come back to themselves lead nowhere.
fn follow<'d>(raw: &'d Json, pointer: &str, hops: &mut usize) -> Option<(String, &'d Json)> {
    let (mut place, mut value) = (String::new(), raw);
    for name in pointer::tokens(pointer) {
        loop {
            let next = match value {
                Json::Array(items) => name.parse::<usize>().ok().and_then(|at| items.get(at)),
                value => value.get(&name),
            };
            if let Some(next) = next {
                pointer::push(&mut place, &name);
                value = next;
                break;
            }
            *hops = hops.checked_sub(1)?;
            let reference = local(value.get("$ref")?.as_str()?)?;
            (place, value) = follow(raw, &reference, hops)?;
        }
    }
    Some((place, value))
}

fn renamed(value: &Json, meant: &HashMap<&str, String>) -> Option<Json> {
    match value {
        Json::Array(of) => items(of, |item| renamed(item, meant)),
        Json::Object(members) => each(members, |name, value| match value {
            Json::String(text) if name == "$ref" => {
                meant.get(&**text).map(|place| Json::from(place.as_str())).into()
            }
            value => renamed(value, meant).into(),
        }),
        _ => None,
    }
}
