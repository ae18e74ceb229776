//! What the `xml` of a schema comes to, with what it leaves to its defaults (OpenAPI 3.0.4, XML
//! Object).

use std::collections::BTreeMap;

use crate::json::Json;

/// The name of a value's element on either side, unless its schema says another one; none where
/// that is not known.
pub(super) type Names<'d> = [Option<&'d str>; 2];

/// The name is not known on either side.
pub(super) const UNNAMED: Names<'static> = [None; 2];

/// Whether two schemas are written as the same XML, but for what lies in them.
pub(super) fn is_same(schemas: [&Json; 2], names: Names<'_>) -> bool {
    meant(schemas[0], names[0]) == meant(schemas[1], names[1])
}

/// The names of the items' elements, by the schemas of the arrays and their own names.
pub(super) fn of_items<'d>(schemas: [&'d Json; 2], names: Names<'d>) -> Names<'d> {
    [item(schemas[0], names[0]), item(schemas[1], names[1])]
}

/// The members of the `xml` of a schema that say something.
fn meant<'d>(schema: &'d Json, name: Option<&str>) -> BTreeMap<&'d str, &'d Json> {
    let members = match schema.get("xml") {
        None => return BTreeMap::new(),
        Some(Json::Object(members)) => members,
        Some(other) => return BTreeMap::from([("", other)]),
    };
    let says = |member: &str, value: &Json| match member {
        "attribute" => *value != Json::Bool(false),
        "wrapped" => *value != Json::Bool(false) && may_be_array(schema),
        "name" => value.as_str().is_none_or(|it| Some(it) != name) && !is_named_by_items(schema),
        _ => true,
    };
    let members = members.iter().map(|(member, value)| (member.as_str(), value));
    members.filter(|(member, value)| says(member, value)).collect()
}

/// Whether wrapping may mean something: without a type it is not known that it does not.
fn may_be_array(schema: &Json) -> bool {
    match schema.get("type") {
        Some(Json::String(kind)) => kind == "array",
        Some(Json::Array(kinds)) => kinds.iter().any(|kind| kind.as_str() == Some("array")),
        _ => true,
    }
}

/// Whether the elements of an array bear the name of its items and nothing is around them: then
/// the array's own name is ignored. Without a name of the items tools read it as theirs, so that
/// it counts.
fn is_named_by_items(schema: &Json) -> bool {
    let items = schema.get("items").and_then(|items| own_name(items));
    schema.get("type").and_then(Json::as_str) == Some("array")
        && items.is_some()
        && !is_wrapped(schema)
}

fn is_wrapped(schema: &Json) -> bool {
    schema.get("xml").and_then(|xml| xml.get("wrapped")) == Some(&Json::Bool(true))
}

fn own_name(schema: &Json) -> Option<&str> {
    schema.get("xml")?.get("name")?.as_str()
}

/// The name of an item's element: where nothing is said the one of the array is used for both.
fn item<'d>(schema: &'d Json, name: Option<&'d str>) -> Option<&'d str> {
    match own_name(schema) {
        None => name,
        Some(own) if is_wrapped(schema) || Some(own) == name => Some(own),
        Some(_) => None,
    }
}
