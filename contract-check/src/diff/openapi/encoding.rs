//! How the parts of forms and multipart bodies are written.

use super::context::{Context, Pair, Sides, Subject, brief};
use super::media_type::MediaType;
use super::style::{self, Style, Value};
use crate::finding::{Finding, Hazard, Role, Severity};
use crate::json::Json;
use crate::openapi::{Node, Version};
use crate::rules;

/// Compares the encodings that a media type has under a name; what exactly differs is left to
/// people.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    (media, name): (&MediaType, &str),
    pair: &Pair<'d>,
    role: Role,
    subject: &Subject,
) {
    let sides = pair.get(name);
    if context.is_same(&sides) || !media.may_have_parts() {
        return;
    }
    let parts = |side: &Option<Node<'d>>| -> Vec<String> {
        side.iter().flat_map(|node| node.members().map(|(name, _)| name.to_owned())).collect()
    };
    let mut names = parts(&sides.0);
    names.extend(parts(&sides.1));
    names.sort_unstable();
    names.dedup();
    let are_lists =
        [&sides.0, &sides.1].into_iter().flatten().any(|it| it.value.as_array().is_some());
    if names.is_empty() && are_lists {
        // `prefixEncoding` is a list.
        report(context, (name, &sides), (Change::Other, said(&sides)), role, subject);
    }
    for part in names {
        let of = |side: &Option<Node<'d>>| side.as_ref().and_then(|node| node.get(&part));
        let sides = (of(&sides.0), of(&sides.1));
        if context.is_same(&sides) {
            continue;
        }
        let old = Encoding::of(&pair.old, &part, sides.0.as_ref());
        let new = Encoding::of(&pair.new, &part, sides.1.as_ref());
        let is_text = media.is_urlencoded() && !old.typed && !new.typed;
        let rewritten = match is_text {
            true => {
                let schemas = match (field(&pair.old, &part), field(&pair.new, &part)) {
                    (Some(old), Some(new)) => Some(Pair { old, new }),
                    _ => None,
                };
                let value = schemas.as_ref().map_or(Value::Any, Value::of);
                style::differ((&old.style, &new.style), value, schemas.as_ref(), role)
            }
            false => old.style != new.style,
        };
        let change = match role {
            _ if rewritten && is_text => Change::Style,
            _ if rewritten => Change::Other,
            Role::Request => Change::between(&old, &new),
            Role::Response => Change::between(&new, &old),
        };
        let words = match change {
            Change::Style => (old.style.to_string(), new.style.to_string()),
            _ => said(&sides),
        };
        report(context, (&part, &sides), (change, words), role, subject);
    }
}

/// What differs between two encodings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Nothing that is seen in the form.
    None,
    /// Nothing but the media types, and the reader takes all that are written.
    Wider,
    /// The text that stands in the form.
    Style,
    /// Anything else.
    Other,
}

impl Change {
    /// What differs beside the style.
    fn between(writer: &Encoding<'_>, reader: &Encoding<'_>) -> Self {
        let (Some(written), Some(read)) = (&writer.types, &reader.types) else {
            return Self::Other;
        };
        let covered = written.iter().all(|media| read.iter().any(|range| range.covers(media)));
        match (writer.others == reader.others, covered) {
            (true, _) if written == read => Self::None,
            (true, true) => Self::Wider,
            _ => Self::Other,
        }
    }
}

/// How a part is written, with what is meant where nothing is said.
struct Encoding<'d> {
    /// The media types that it may have; none where they are not known.
    types: Option<Vec<MediaType>>,
    /// Whether it says them itself.
    typed: bool,
    style: Style<'d>,
    others: Vec<(&'d str, &'d Json)>,
}

impl<'d> Encoding<'d> {
    /// The encoding of a part of a media type (OpenAPI 3.1, Encoding Object).
    fn of(media: &Node<'d>, part: &str, said: Option<&Node<'d>>) -> Self {
        const KNOWN: [&str; 4] = ["contentType", "style", "explode", "allowReserved"];
        let list = said.and_then(|it| it.text("contentType"));
        let types = match list {
            Some(list) => Some(list.split(',').map(MediaType::parse).collect()),
            None => by_schema(media, part).map(|known| vec![MediaType::parse(known)]),
        };
        let others = said.iter().flat_map(|it| it.value.as_object().unwrap_or_default());
        let others = others.filter(|(name, _)| !KNOWN.contains(&name.as_str()));
        Self {
            types,
            typed: list.is_some(),
            // A field is written as a parameter of the query is.
            style: Style::of(said, "query", media.document()),
            others: others.map(|(name, value)| (name.as_str(), value)).collect(),
        }
    }
}

/// The schema of a part.
fn field<'d>(media: &Node<'d>, part: &str) -> Option<Node<'d>> {
    media.get("schema")?.get("properties")?.get(part)
}

/// The media type that a part has by its schema, where it says none of its own.
fn by_schema(media: &Node<'_>, part: &str) -> Option<&'static str> {
    let schema = field(media, part)?;
    let is_old = schema.document().version() == Version::V30;
    let of = |schema: &Node<'_>| match schema.text("type")? {
        "object" => Some("application/json"),
        "string" if is_old && matches!(schema.text("format"), Some("binary" | "byte")) => {
            Some("application/octet-stream")
        }
        "string" if schema.value.get("contentEncoding").is_some() => {
            Some("application/octet-stream")
        }
        "string" | "number" | "integer" | "boolean" => Some("text/plain"),
        _ => None,
    };
    match schema.text("type") {
        // Each item is a part of its own.
        Some("array") => of(&schema.get("items")?),
        _ => of(&schema),
    }
}

/// What the encodings of a part say.
fn said(sides: &Sides<'_>) -> (String, String) {
    let types = [&sides.0, &sides.1].map(|side| side.as_ref()?.text("contentType"));
    let said = |side: &Option<Node<'_>>| {
        let Some(node) = side else { return "the default".to_owned() };
        let Some(list) = node.text("contentType") else { return brief(Some(node.value)) };
        let mut text = format!("`{list}`");
        let members = node.value.as_object().unwrap_or_default().iter();
        let others = members.filter(|(name, _)| name != "contentType" && types[0] == types[1]);
        others.for_each(|(name, value)| text += &format!(" with {name} {}", brief(Some(value))));
        text
    };
    (said(&sides.0), said(&sides.1))
}

fn report<'d>(
    context: &mut Context<'d>,
    (part, sides): (&str, &Sides<'d>),
    (change, (from, to)): (Change, (String, String)),
    role: Role,
    subject: &Subject,
) {
    let clause = format!("{}/encoding/{part}", subject.clause);
    let rule = &rules::ENCODING_CHANGED;
    let finding = match change {
        Change::None => return,
        Change::Wider => Finding::note(rule, clause),
        Change::Style => Finding::breaking(rule, clause).hazard(Hazard::Silent),
        Change::Other => Finding::new(rule, clause, Severity::Warning).hazard(Hazard::Loud),
    };
    let finding = finding.role(role).it(part).from(from).to(to);
    context.report(finding, subject, (sides.0.as_ref(), sides.1.as_ref()));
}
