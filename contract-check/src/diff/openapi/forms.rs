//! Forms, parameters and headers, whose parts are written as text: what their types are called is
//! no matter, and what lies between two slashes is never empty.

use std::borrow::Cow;

use super::context::{Context, Pair, Subject};
use super::text;
use crate::finding::{Finding, Role, Side};
use crate::json::{Json, pointer};
use crate::openapi::Node;
use crate::rules;

/// A schema on the reader's side that is judged by other words than its own. Fields of a form
/// that are called differently and are written as the same text are there as the writer calls
/// them.
#[derive(Clone, Debug)]
pub(super) struct Rewritten {
    pub(super) role: Role,
    pub(super) side: Side,
    /// The pointer of the schema.
    pointer: String,
    schema: Json,
}

/// Looks for fields whose texts the reader takes whatever it calls them, and has the form judged
/// without them.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    role: Role,
    subject: &Subject,
) {
    fields(context, pair, role, subject, &|name| is_text(pair, name));
}

/// The same for the fields or items of a parameter or header, all of which are written as text.
pub(super) fn parameter<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    role: Role,
    (name, subject): (&str, &Subject),
) {
    fields(context, pair, role, subject, &|_| true);
    let (Some(old), Some(new)) = pair.get("schema") else { return };
    let (Some(was), Some(is)) = (old.get("items"), new.get("items")) else { return };
    let (written, reader, side) = match role {
        Role::Request => (was.value.clone(), (&pair.new, &new), Side::New),
        Role::Response => (is.value.clone(), (&pair.old, &old), Side::Old),
    };
    let items = Pair { old: was, new: is };
    if !stands_alone(&written) || !text::same(&items, role) {
        return;
    }
    let rule = match role {
        Role::Request => &rules::TYPE_WIDENED,
        Role::Response => &rules::TYPE_NARROWED,
    };
    let finding = Finding::note(rule, &subject.clause).it(name).role(role);
    let finding = finding.from(text::named(&old)).to(text::named(&new));
    context.report(finding, subject, (Some(&items.old), Some(&items.new)));
    let (holder, schema) = reader;
    let Some(place) = holder.raw("schema") else { return };
    let mut schema = schema.value.clone();
    put(&mut schema, "items", written);
    context.forms.push(Rewritten { role, side, pointer: place.pointer, schema });
}

fn fields<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    role: Role,
    subject: &Subject,
    is_text: &dyn Fn(&str) -> bool,
) {
    let (Some(old), Some(new)) = pair.get("schema") else { return };
    let (Some(was), Some(is)) = (old.get("properties"), new.get("properties")) else { return };
    let (writer, reader, side) = match role {
        Role::Request => (&was, (&pair.new, &new), Side::New),
        Role::Response => (&is, (&pair.old, &old), Side::Old),
    };
    let mut fields = Vec::new();
    for (name, old) in was.members() {
        let (Some(new), Some(written)) = (is.get(name), writer.get(name)) else { continue };
        let written = written.value.clone();
        let field = Pair { old, new };
        if is_text(name) && stands_alone(&written) && text::same(&field, role) {
            let rule = match role {
                Role::Request => &rules::TYPE_WIDENED,
                Role::Response => &rules::TYPE_NARROWED,
            };
            let (from, to) = (text::named(&field.old), text::named(&field.new));
            let clause = &subject.part(name).clause;
            let finding = Finding::note(rule, clause).it(name).from(from).to(to).role(role);
            context.report(finding, subject, (Some(&field.old), Some(&field.new)));
            fields.push((name, written));
        }
    }
    if fields.is_empty() {
        return;
    }
    let (holder, schema) = reader;
    if let (Some(place), Some(schema)) = (holder.raw("schema"), with(schema, fields)) {
        context.forms.push(Rewritten { role, side, pointer: place.pointer, schema });
    }
}

/// Has a parameter of the path judged without the least length of one: it cannot be empty, for
/// then the request would be one for another path.
pub(super) fn segment<'d>(
    context: &mut Context<'d>,
    holder: &Node<'d>,
    schemas: &Pair<'d>,
    (name, subject): (&str, &Subject),
) {
    let least = |schema: &Node<'d>| schema.value.get("minLength").map(Json::to_string);
    let new = least(&schemas.new);
    if new.as_deref() != Some("1") || !matches!(least(&schemas.old).as_deref(), None | Some("0")) {
        return;
    }
    let Some(members) = schemas.new.value.as_object() else { return };
    let others = members.iter().filter(|(name, _)| name != "minLength").cloned();
    let schema = Json::Object(others.collect());
    let Some(place) = holder.raw("schema") else { return };
    let finding = Finding::note(&rules::LENGTH_CHANGED, &subject.clause).it(name);
    let finding = finding.from("at least 1, as in any path,").to("at least 1").role(Role::Request);
    context.report(finding, subject, (Some(&schemas.old), Some(&schemas.new)));
    let (role, side, pointer) = (Role::Request, Side::New, place.pointer);
    context.forms.push(Rewritten { role, side, pointer, schema });
}

/// Whether a field is written as text, and not in a media type of its own.
fn is_text(pair: &Pair<'_>, name: &str) -> bool {
    let plain = |media: &Node<'_>| {
        let encoding = media.get("encoding").and_then(|fields| fields.get(name));
        encoding.is_none_or(|it| it.text("contentType").is_none_or(|it| it == "text/plain"))
    };
    plain(&pair.old) && plain(&pair.new)
}

/// Whether a schema leads nowhere: what it leads to stands in its own document only.
fn stands_alone(schema: &Json) -> bool {
    !schema.to_string().contains("\"$ref\"")
}

/// A schema with other fields.
fn with(schema: &Node<'_>, fields: Vec<(&str, Json)>) -> Option<Json> {
    let mut schema = schema.value.clone();
    let mut properties = schema.get("properties")?.clone();
    for (name, field) in fields {
        put(&mut properties, name, field);
    }
    put(&mut schema, "properties", properties);
    Some(schema)
}

impl Rewritten {
    /// The document with the schema in its place.
    pub(super) fn stand_in(self, document: &mut Json) {
        let place: Vec<Cow<'_, str>> = pointer::tokens(&self.pointer).collect();
        put_at(document, &place, self.schema);
    }
}

pub(super) fn put_at(document: &mut Json, place: &[Cow<'_, str>], value: Json) {
    let [token, further @ ..] = place else {
        *document = value;
        return;
    };
    let inner = match document {
        Json::Object(members) => {
            members.make_mut().iter_mut().find(|(name, _)| name == token).map(|(_, value)| value)
        }
        Json::Array(items) => {
            token.parse().ok().and_then(|index: usize| items.make_mut().get_mut(index))
        }
        _ => None,
    };
    if let Some(inner) = inner {
        put_at(inner, further, value);
    }
}

fn put(object: &mut Json, name: &str, value: Json) {
    put_at(object, &[Cow::Borrowed(name)], value);
}
