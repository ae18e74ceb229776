//! How the parts of forms and multipart bodies are written.

use super::context::{Context, Pair, Sides, Subject, brief};
use super::media_type::MediaType;
use crate::finding::{Finding, Hazard, Role, Severity};
use crate::json::Json;
use crate::openapi::{Node, Version};
use crate::rules;

/// Compares the encodings that a media type has under a name; what exactly differs is left to
/// people.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    name: &str,
    pair: &Pair<'d>,
    role: Role,
    subject: &Subject,
) {
    let sides = pair.get(name);
    if context.is_same(&sides) {
        return;
    }
    let parts = |side: &Option<Node<'d>>| -> Vec<String> {
        side.iter().flat_map(|node| node.members().map(|(name, _)| name.to_owned())).collect()
    };
    let mut names = parts(&sides.0);
    names.extend(parts(&sides.1));
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        // `prefixEncoding` is a list.
        report(context, (name, &sides), Change::Other, role, subject);
    }
    for part in names {
        let of = |side: &Option<Node<'d>>| side.as_ref().and_then(|node| node.get(&part));
        let sides = (of(&sides.0), of(&sides.1));
        if context.is_same(&sides) {
            continue;
        }
        let old = Encoding::of(&pair.old, &part, sides.0.as_ref());
        let new = Encoding::of(&pair.new, &part, sides.1.as_ref());
        let change = match role {
            Role::Request => Change::between(&old, &new),
            Role::Response => Change::between(&new, &old),
        };
        if change != Change::None {
            report(context, (&part, &sides), change, role, subject);
        }
    }
}

/// What differs between two encodings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Nothing that is seen in the form.
    None,
    /// Nothing but the media types, and the reader takes all that are written.
    Wider,
    /// Anything else.
    Other,
}

impl Change {
    fn between(writer: &Encoding<'_>, reader: &Encoding<'_>) -> Self {
        let (Some(written), Some(read)) = (&writer.types, &reader.types) else {
            return Self::Other;
        };
        let covered = written.iter().all(|media| read.iter().any(|range| range.covers(media)));
        match (writer.rest == reader.rest, covered) {
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
    rest: Rest<'d>,
}

#[derive(PartialEq)]
struct Rest<'d> {
    style: &'d str,
    explode: bool,
    reserved: bool,
    others: Vec<(&'d str, &'d Json)>,
}

impl<'d> Encoding<'d> {
    /// The encoding of a part of a media type (OpenAPI 3.1, Encoding Object).
    fn of(media: &Node<'d>, part: &str, said: Option<&Node<'d>>) -> Self {
        const KNOWN: [&str; 4] = ["contentType", "style", "explode", "allowReserved"];
        let text = |name| said.and_then(|it| it.text(name));
        let types = match text("contentType") {
            Some(list) => Some(list.split(',').map(MediaType::parse).collect()),
            None => by_schema(media, part).map(|known| vec![MediaType::parse(known)]),
        };
        let style = text("style").unwrap_or("form");
        let explode = said.and_then(|it| it.value.get("explode")).and_then(Json::as_bool);
        let others = said.iter().flat_map(|it| it.value.as_object().unwrap_or_default());
        let others = others.filter(|(name, _)| !KNOWN.contains(&name.as_str()));
        let rest = Rest {
            style,
            explode: explode.unwrap_or(style == "form"),
            reserved: said.is_some_and(|it| it.flag("allowReserved")),
            others: others.map(|(name, value)| (name.as_str(), value)).collect(),
        };
        Self { types, rest }
    }
}

/// The media type that a part has by its schema, where it says none of its own.
fn by_schema(media: &Node<'_>, part: &str) -> Option<&'static str> {
    let schema = media.get("schema")?.get("properties")?.get(part)?;
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

fn report<'d>(
    context: &mut Context<'d>,
    (part, sides): (&str, &Sides<'d>),
    change: Change,
    role: Role,
    subject: &Subject,
) {
    let clause = format!("{}/encoding/{part}", subject.clause);
    let value = |side: &Option<Node<'d>>| match side {
        None => "the default".to_owned(),
        Some(node) => node
            .text("contentType")
            .map_or_else(|| brief(Some(node.value)), |text| format!("`{text}`")),
    };
    let finding = match change {
        Change::Wider => Finding::note(&rules::ENCODING_CHANGED, clause),
        Change::None | Change::Other => {
            Finding::new(&rules::ENCODING_CHANGED, clause, Severity::Warning).hazard(Hazard::Loud)
        }
    };
    let finding = finding.role(role).it(part).from(value(&sides.0)).to(value(&sides.1));
    context.report(finding, subject, (sides.0.as_ref(), sides.1.as_ref()));
}
