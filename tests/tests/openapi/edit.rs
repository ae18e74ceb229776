//! Single edits of the base document.

use contract_check::json::Json;
use contract_check::openapi::yaml;

/// One step of an edit; values are written in YAML.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Puts a value at a pointer, in the place of what stands there; `-` appends to a list.
    Set(&'static str, &'static str),
    /// Takes away what stands at a pointer.
    Remove(&'static str),
    /// Gives a member another name.
    Rename(&'static str, &'static str),
}

pub(crate) use Step::{Remove, Rename, Set};

/// The document that all edits start from.
pub(crate) fn base() -> Json {
    yaml::parse(include_str!("base.yaml")).expect("the base document is YAML")
}

/// The base document after an edit.
pub(crate) fn edited(steps: &[Step]) -> Json {
    let mut document = base();
    for step in steps {
        let (Set(pointer, _) | Remove(pointer) | Rename(pointer, _)) = *step;
        let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
        let last = last.replace("~1", "/").replace("~0", "~");
        let place = at(&mut document, parent);
        match (place, *step) {
            (Json::Object(members), Set(_, value)) => {
                let value = yaml::parse(value).expect("a value in YAML");
                members.edit(|all| match all.iter_mut().find(|(name, _)| *name == last) {
                    Some(member) => member.1 = value,
                    None => all.push((last, value)),
                });
            }
            (Json::Object(members), Remove(_)) => {
                let before = members.len();
                members.edit(|all| all.retain(|(name, _)| *name != last));
                assert_ne!(members.len(), before, "{pointer} leads nowhere");
            }
            (Json::Object(members), Rename(_, to)) => {
                let member = members.make_mut().iter_mut().find(|(name, _)| *name == last);
                member.expect(pointer).0 = to.to_owned();
            }
            (Json::Array(items), Set(_, value)) => {
                let value = yaml::parse(value).expect("a value in YAML");
                items.edit(|all| match last.as_str() {
                    "-" => all.push(value),
                    index => all[index.parse::<usize>().expect("an index")] = value,
                });
            }
            (Json::Array(items), Remove(_)) => {
                items.edit(|all| drop(all.remove(last.parse().expect("an index"))));
            }
            _ => panic!("{pointer} holds no members"),
        }
    }
    document
}

fn at<'a>(document: &'a mut Json, pointer: &str) -> &'a mut Json {
    pointer.split('/').skip(1).fold(document, |value, token| {
        let name = token.replace("~1", "/").replace("~0", "~");
        match value {
            Json::Object(members) => members
                .make_mut()
                .iter_mut()
                .find_map(|(member, value)| (*member == name).then_some(value))
                .unwrap_or_else(|| panic!("{pointer} leads nowhere")),
            Json::Array(items) => &mut items.make_mut()[name.parse::<usize>().expect("an index")],
            _ => panic!("{pointer} leads nowhere"),
        }
    })
}

/// The document with a hundred more schemas, which lead from one that is used a lot back to
/// another one. What is judged is the same; how, is not: large documents are judged by slices.
pub(crate) fn padded(document: Json) -> Json {
    padded_between(document, "Item", "Order")
}

/// The same with the names of the two.
pub(crate) fn padded_between(mut document: Json, from: &str, to: &str) -> Json {
    const COUNT: usize = 120;
    let yaml = |text: String| yaml::parse(&text).expect("YAML");
    let Json::Object(schemas) = at(&mut document, "/components/schemas") else {
        panic!("components have schemas")
    };
    for number in 0..COUNT {
        let next = match number + 1 {
            COUNT => to.to_owned(),
            next => format!("Filler{next}"),
        };
        let text = format!(
            "{{type: object, required: [a], properties: {{a: {{type: string}}, b: {{$ref: \
             '#/components/schemas/{next}'}}}}}}"
        );
        schemas.edit(|all| all.push((format!("Filler{number}"), yaml(text))));
    }
    let place = format!("/components/schemas/{from}/properties");
    let Json::Object(members) = at(&mut document, &place) else { panic!("{from} has properties") };
    let first = yaml("{$ref: '#/components/schemas/Filler0'}".to_owned());
    members.edit(|all| all.push(("filler".to_owned(), first)));
    document
}
