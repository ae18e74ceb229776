//! Forms, whose fields are written as text: what their types are called is no matter.

use std::borrow::Cow;

use super::context::{Context, Pair, Subject};
use super::text;
use crate::finding::{Finding, Role, Side};
use crate::json::{Json, pointer};
use crate::openapi::Node;
use crate::rules;

/// A form's schema on the reader's side, by which fields are judged that are called differently
/// and are written as the same text: there they are as the writer calls them.
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
        if is_text(pair, name) && stands_alone(&written) && text::same(&field, role) {
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

fn put_at(document: &mut Json, place: &[Cow<'_, str>], value: Json) {
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
