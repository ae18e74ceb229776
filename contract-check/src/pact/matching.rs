//! Which clauses of a contract an interaction relies on.

use std::collections::BTreeSet;

use contract_core::document::{
    Content, Document, Enum, ErrorCode, ErrorSet, Event, Field, Operation, Place, Shape, Struct,
    Tagging, Variant, WireType,
};

use super::{Interaction, Kind, Pact};
use crate::json::Json;

/// What the interactions of a Pact rely on in a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// The clauses.
    pub clauses: BTreeSet<String>,
    /// How many interactions are about the contract.
    pub interactions: usize,
    /// What was found nowhere, one sentence each.
    pub unmatched: Vec<String>,
}

/// Matches every interaction with an operation or an event, and every member of its example with
/// a field. An example says what a consumer reads and sends, so each member counts, whatever
/// rules say about its value.
pub fn dependences(pact: &Pact, document: &Document) -> Matched {
    let mut matched = Matched::default();
    for interaction in &pact.interactions {
        let mut walk =
            Walk { document, interaction, clauses: BTreeSet::new(), lost: Vec::new(), depth: 0 };
        let about = match &interaction.kind {
            Kind::Http { .. } => walk.http(),
            Kind::Message { contents, metadata } => walk.message(contents.as_ref(), metadata),
            Kind::Unknown(kind) => {
                walk.lose(format!("interactions of the kind `{kind}` are not known"));
                false
            }
        };
        matched.interactions += usize::from(about);
        matched.clauses.append(&mut walk.clauses);
        matched.unmatched.append(&mut walk.lost);
    }
    matched
}

struct Walk<'a> {
    document: &'a Document,
    interaction: &'a Interaction,
    clauses: BTreeSet<String>,
    lost: Vec<String>,
    /// How many types lie around the value.
    depth: usize,
}

/// How deep types may lie in each other: some contain only themselves.
const DEPTH: usize = 200;

/// Whose names count: those that are written or those that are read.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Written,
    Read,
}

impl<'a> Walk<'a> {
    fn lose(&mut self, what: impl std::fmt::Display) {
        self.lost.push(format!("\"{}\": {what}", self.interaction.description));
    }

    fn http(&mut self) -> bool {
        let Kind::Http {
            method,
            path,
            query,
            request_headers,
            request,
            status,
            response_headers,
            response,
        } = &self.interaction.kind
        else {
            return false;
        };
        let Some(Found { id, operation, parameters }) = find(self.document, method, path) else {
            self.lose(format!("no operation is called as {method} {path}"));
            return false;
        };
        // The operation itself: its address and what it answers with.
        self.clauses.insert(format!("operations/{id}"));
        let place = |places: &[Place]| places.iter().find_map(|it| operation.request.get(it));
        if let Some(body) = request {
            match place(&[Place::Body, Place::Form]) {
                Some(wire) => self.value(wire, body, Side::Read, "the request"),
                None => self.lose("the operation takes no body"),
            }
        }
        if let Some(wire) = place(&[Place::Path]) {
            self.value(wire, &named(parameters), Side::Read, "the path");
        }
        if !query.is_empty() {
            let parameters = named(query.iter().map(String::as_str));
            match place(&[Place::Query]) {
                Some(wire) => self.value(wire, &parameters, Side::Read, "the query"),
                None => self.lose("the operation takes no query"),
            }
        }
        for header in request_headers {
            self.header(id, operation, header, "request");
        }
        let promised = operation.http.as_ref().and_then(|http| http.success);
        let code = match status {
            400.. => self.error(operation, *status, response.as_ref()),
            200..300 => {
                if let Some(promised) = promised.filter(|promised| promised != status) {
                    self.lose(format!("{status} is expected, and a success is {promised}"));
                }
                match (response, &operation.response) {
                    (Some(body), Some(wire)) => {
                        self.value(wire, body, Side::Written, "the response");
                    }
                    (Some(_), None) => self.lose("the operation answers with no body"),
                    (None, _) => {}
                }
                None
            }
            _ => {
                self.lose(format!("no clause says anything about the status {status}"));
                None
            }
        };
        for header in response_headers {
            match (header.as_str(), &code) {
                ("retry-after", Some((path, code))) if code.retry_after.is_some() => {
                    self.clauses.insert(format!("{path}/retry_after"));
                }
                _ => self.header(id, operation, header, "response"),
            }
        }
        true
    }

    /// A header that some clause is about. Those that every HTTP message may carry say nothing.
    fn header(&mut self, id: &str, operation: &Operation, header: &str, of: &str) {
        let (word, said) = match header {
            "accept" | "accept-encoding" | "accept-language" | "authorization"
            | "cache-control" | "connection" | "content-encoding" | "content-length"
            | "content-type" | "date" | "host" | "user-agent" | "vary" => return,
            "idempotency-key" => ("idempotency/key", operation.idempotency.is_some()),
            "etag" | "if-match" | "if-none-match" => {
                ("cache/etag", operation.cache.as_ref().is_some_and(|it| it.etag.is_some()))
            }
            "deprecation" | "sunset" => ("deprecated", operation.about.deprecated.is_some()),
            _ => ("", false),
        };
        if said {
            self.clauses.insert(format!("operations/{id}/{word}"));
        } else {
            self.lose(format!(
                "the {of}'s header `{header}`: no clause of `operations/{id}` is about it"
            ));
        }
    }

    /// The code of an error, with its path: by its name in the body, or else by its status where
    /// only one has it.
    fn error(
        &mut self,
        operation: &Operation,
        status: u16,
        body: Option<&Json>,
    ) -> Option<(String, &'a ErrorCode)> {
        let set = operation.errors.as_ref();
        let found = set.and_then(|name| self.document.errors.get_key_value(name));
        let Some((name, set)) = found else {
            self.lose(format!("the operation has no errors, and {status} is expected"));
            return None;
        };
        let ErrorSet { codes, .. } = set;
        let told = body.and_then(|body| body.get("code")).and_then(Json::as_str);
        let of_status: Vec<&String> =
            codes.iter().filter(|(_, it)| it.status == status).map(|(code, _)| code).collect();
        let code = match (told, of_status.as_slice()) {
            (Some(code), _) => codes.get_key_value(code),
            (None, [only]) => codes.get_key_value(only.as_str()),
            (None, _) => None,
        };
        let Some((code, entry)) = code else {
            self.lose(format!(
                "`{name}` has no code {}",
                told.map_or_else(|| format!("for {status} alone"), |code| format!("`{code}`"))
            ));
            return None;
        };
        let path = format!("errors/{name}/codes/{code}");
        self.clauses.insert(path.clone());
        if let Some(Json::Object(members)) = body {
            for (name, _) in members {
                // RFC 9457, and what every problem says beside it.
                let common = [
                    "type",
                    "title",
                    "status",
                    "detail",
                    "instance",
                    "code",
                    "retry",
                    "effects",
                    "retry_after",
                ];
                if entry.details.contains(name) {
                    self.clauses.insert(format!("{path}/details"));
                } else if !common.contains(&name.as_str()) {
                    self.lose(format!("the error.{name}: `{path}` has no such detail"));
                }
            }
        }
        if entry.status != status {
            self.lose(format!("{status} is expected, and `{code}` is {}", entry.status));
        }
        Some((path, entry))
    }

    /// An event: by its id or its channel among what the message says about itself; if it says
    /// nothing, by what it holds.
    fn message(&mut self, contents: Option<&Json>, metadata: &[String]) -> bool {
        let says = |word: &str| {
            metadata.iter().any(|it| it == word) || self.interaction.description.contains(word)
        };
        let events: Vec<(&'a String, &'a Event)> = self.document.events.iter().collect();
        let named: Vec<_> = events.iter().filter(|(id, _)| says(id)).collect();
        let carried: Vec<_> =
            events.iter().filter(|(_, event)| event.channel.as_deref().is_some_and(says)).collect();
        let fits = |event: &Event| {
            contents.is_some_and(|contents| {
                let mut trial = self.trial();
                trial.value(&event.payload, contents, Side::Written, "");
                trial.lost.is_empty() && !trial.clauses.is_empty()
            })
        };
        let among = if carried.is_empty() { events.iter().collect() } else { carried };
        let fitting: Vec<_> = among.iter().filter(|(_, event)| fits(event)).collect();
        let found = match (named.as_slice(), among.as_slice(), fitting.as_slice()) {
            ([one], _, _) => Some(*one),
            (_, [one], _) if !metadata.is_empty() && one.1.channel.is_some() => Some(*one),
            (_, _, [one]) => Some(**one),
            _ => None,
        };
        let Some((id, event)) = found else {
            self.lose("no event is known by what the message says, or more than one is");
            return false;
        };
        self.clauses.insert(format!("events/{id}"));
        if let Some(contents) = contents {
            self.value(&event.payload, contents, Side::Written, "the message");
        }
        true
    }

    fn trial(&self) -> Walk<'a> {
        Walk {
            document: self.document,
            interaction: self.interaction,
            clauses: BTreeSet::new(),
            lost: Vec::new(),
            depth: self.depth,
        }
    }

    fn value(&mut self, wire: &'a WireType, value: &Json, side: Side, at: &str) {
        match (wire, value) {
            (WireType::Named(name), _) => self.named(name, value, side, at),
            (WireType::Option(_), Json::Null) => {}
            (WireType::Option(inner), _) => self.value(inner, value, side, at),
            (
                WireType::List(inner)
                | WireType::Set(inner)
                | WireType::Array(inner, _)
                | WireType::ShortList(inner, _),
                Json::Array(items),
            ) => {
                items.iter().for_each(|item| self.value(inner, item, side, &format!("{at}[]")));
            }
            (WireType::Map(_, inner), Json::Object(members)) => {
                members.iter().for_each(|(_, it)| self.value(inner, it, side, &format!("{at}.*")));
            }
            (WireType::Tuple(inner), Json::Array(items)) => {
                inner.iter().zip(items).for_each(|(wire, it)| self.value(wire, it, side, at));
            }
            (WireType::Split(written, read), _) => {
                let wire = if side == Side::Written { written } else { read };
                self.value(wire, value, side, at);
            }
            (WireType::Opaque(_, Some(inner)), _) => self.value(inner, value, side, at),
            _ => {}
        }
    }

    fn named(&mut self, name: &'a str, value: &Json, side: Side, at: &str) {
        let Some(definition) = self.document.types.get(name) else { return };
        if self.depth == DEPTH {
            return self.lose(format!("{at}: types lie too deep in each other"));
        }
        self.depth += 1;
        let path = format!("types/{name}");
        match &definition.shape {
            Shape::Struct(of) => self.object(of, value, side, &path, at, &[]),
            Shape::Alias(wire) | Shape::Newtype(wire) => self.value(wire, value, side, at),
            Shape::Enum(of) => self.alternatives(of, value, side, &path, at),
            Shape::Tuple(fields) => self.tuple(fields, value, side, &path, at),
            Shape::Unit => {}
        }
        self.depth -= 1;
    }

    fn tuple(&mut self, fields: &'a [Field], value: &Json, side: Side, path: &str, at: &str) {
        let Json::Array(items) = value else { return };
        for (field, item) in fields.iter().zip(items) {
            self.clauses.insert(format!("{path}/fields/{}", field.name));
            self.value(&field.wire, item, side, at);
        }
    }

    /// The members of an object, but for those that tell the variant.
    fn object(
        &mut self,
        of: &'a Struct,
        value: &Json,
        side: Side,
        path: &str,
        at: &str,
        tags: &[&str],
    ) {
        let Json::Object(members) = value else { return };
        for (name, member) in members {
            let tag = of.tag.as_ref().is_some_and(|tag| tag.name == *name);
            if tag || tags.contains(&name.as_str()) {
                continue;
            }
            let below = format!("{at}.{name}");
            let own = of.fields.iter().find(|field| !field.flatten && is_named(field, name, side));
            if let Some(field) = own {
                self.clauses.insert(format!("{path}/fields/{}", field.name));
                self.value(&field.wire, member, side, &below);
                continue;
            }
            // What stands beside the fields belongs to the first that knows it.
            let one = Json::Object([(name.clone(), member.clone())].into_iter().collect());
            let known = of.fields.iter().filter(|field| field.flatten).find_map(|field| {
                let mut trial = self.trial();
                trial.value(&field.wire, &one, side, at);
                (trial.lost.is_empty() && !trial.clauses.is_empty()).then_some((field, trial))
            });
            match known {
                Some((_, mut trial)) => self.clauses.append(&mut trial.clauses),
                None if of.fields.iter().any(|field| field.flatten && is_map(&field.wire)) => {}
                None => self.lose(format!("{below}: `{path}` has no such field")),
            }
        }
    }

    fn alternatives(&mut self, of: &'a Enum, value: &Json, side: Side, path: &str, at: &str) {
        let members = value.as_object().unwrap_or_default();
        let member = |name: &str| members.iter().find(|(it, _)| it == name).map(|(_, it)| it);
        let number = value.as_number().map(ToString::to_string);
        let (told, content, tags): (Option<&str>, Option<&Json>, Vec<&str>) = match &of.tagging {
            Tagging::Number { .. } => (number.as_deref(), None, vec![]),
            Tagging::External => match (value, members) {
                (Json::String(name), _) => (Some(name), None, vec![]),
                (_, [(name, content)]) => (Some(name), Some(content), vec![]),
                _ => (None, None, vec![]),
            },
            Tagging::Internal { tag } => {
                (member(tag).and_then(Json::as_str), Some(value), vec![tag.as_str()])
            }
            Tagging::Adjacent { tag, content } => {
                (member(tag).and_then(Json::as_str), member(content), vec![])
            }
            Tagging::Untagged => {
                // Which one it is, is what fits.
                let fitting = of.variants.iter().find_map(|variant| {
                    let mut trial = self.trial();
                    trial.content(variant, Some(value), side, path, at, &[]);
                    (trial.lost.is_empty() && !trial.clauses.is_empty()).then_some(trial)
                });
                return match fitting {
                    Some(mut trial) => self.clauses.append(&mut trial.clauses),
                    None => {
                        self.clauses.insert(path.to_owned());
                    }
                };
            }
        };
        let variant = told.and_then(|told| {
            of.variants.iter().find(|it| {
                it.name == told
                    || it.read_name.as_deref() == Some(told)
                    || it.aliases.iter().any(|alias| alias == told)
            })
        });
        match (variant, told) {
            (Some(variant), _) => {
                self.clauses.insert(format!("{path}/variants/{}", variant.name));
                self.content(variant, content, side, path, at, &tags);
            }
            (None, Some(told)) => self.lose(format!("{at}: `{path}` has no variant `{told}`")),
            (None, None) => self.lose(format!("{at}: no variant of `{path}` is told")),
        }
    }

    fn content(
        &mut self,
        variant: &'a Variant,
        value: Option<&Json>,
        side: Side,
        path: &str,
        at: &str,
        tags: &[&str],
    ) {
        let path = format!("{path}/variants/{}", variant.name);
        let Some(value) = value else { return };
        match &variant.content {
            Content::Unit => {}
            Content::Newtype(wire) if tags.is_empty() => {
                self.clauses.insert(path);
                self.value(wire, value, side, at);
            }
            Content::Newtype(wire) => {
                let Json::Object(members) = value else { return };
                let rest = members.iter().filter(|(name, _)| !tags.contains(&name.as_str()));
                self.value(wire, &Json::Object(rest.cloned().collect()), side, at);
            }
            Content::Tuple(fields) => self.tuple(fields, value, side, &path, at),
            Content::Struct(of) => self.object(of, value, side, &path, at, tags),
        }
    }
}

fn is_map(wire: &WireType) -> bool {
    matches!(
        wire,
        WireType::Map(..) | WireType::Opaque(..) | WireType::Codec(..) | WireType::Schema(_)
    )
}

fn is_named(field: &Field, name: &str, side: Side) -> bool {
    let read = field.read_name.as_deref().unwrap_or(&field.name);
    match side {
        Side::Written => field.name == name,
        Side::Read => read == name || field.aliases.iter().any(|alias| alias == name),
    }
}

/// Values by name, where nothing is known of them but that they are there.
fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> Json {
    let empty = |name: &str| (name.to_owned(), Json::String(String::new()));
    Json::Object(names.into_iter().map(empty).collect())
}

/// The operation that a call is for.
struct Found<'d> {
    id: &'d str,
    operation: &'d Operation,
    /// The names of the path's parameters.
    parameters: Vec<&'d str>,
}

/// The operation that a call is for: the route with the most literal parts that fits.
fn find<'d>(document: &'d Document, method: &str, path: &str) -> Option<Found<'d>> {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let candidates = document.operations.iter().filter_map(|(id, operation)| {
        let http = operation.http.as_ref().filter(|http| http.method == method)?;
        let (literal, parameters) = fits(&http.path, &parts)?;
        Some((literal, Found { id, operation, parameters }))
    });
    candidates.max_by_key(|(literal, _)| *literal).map(|(_, found)| found)
}

/// Whether a path is one of a route: how many of its parts are literal, and the parameters' names.
fn fits<'t>(template: &'t str, path: &[&str]) -> Option<(usize, Vec<&'t str>)> {
    let template: Vec<&str> = template.trim_matches('/').split('/').collect();
    let (mut literal, mut parameters) = (0, Vec::new());
    for (index, part) in template.iter().enumerate() {
        let here = path.get(index).filter(|it| !it.is_empty() || part.is_empty());
        let parameter = part.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        match parameter {
            Some(rest) if rest.starts_with('*') => {
                parameters.push(&rest[1..]);
                return here.map(|_| (literal, parameters));
            }
            Some(name) if here.is_some() => parameters.push(name),
            None if here == Some(part) => literal += 1,
            _ => return None,
        }
    }
    (template.len() == path.len()).then_some((literal, parameters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_of_a_route() {
        let fits = |template, path: &str| {
            let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
            fits(template, &parts).map(|(literal, names)| (literal, names.join(",")))
        };
        assert_eq!(fits("/orders/{id}", "/orders/7"), Some((1, "id".to_owned())));
        assert_eq!(fits("/orders/{id}", "/orders/"), None);
        assert_eq!(fits("/orders/{id}", "/orders/7/lines"), None);
        assert_eq!(fits("/orders/latest", "/orders/latest"), Some((2, String::new())));
        assert_eq!(fits("/files/{*path}", "/files/a/b"), Some((1, "path".to_owned())));
        assert_eq!(fits("/files/{*path}", "/files"), None);
        assert_eq!(fits("/", "/"), Some((1, String::new())));
    }
}
