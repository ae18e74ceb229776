//! The reader: versions 2 to 4 of the Pact specification.

use super::{Interaction, Kind, Pact};
use crate::json::Json;

impl Pact {
    /// Reads a Pact file.
    ///
    /// # Errors
    /// When it is no JSON, no Pact, or of a version that is not known.
    pub fn read(text: &str) -> Result<Self, String> {
        let file = Json::parse(text).map_err(|error| format!("it is not JSON: {error}"))?;
        let name = |of: &str| {
            let name = file.pointer(&format!("/{of}/name")).and_then(Json::as_str);
            name.map(str::to_owned).ok_or_else(|| format!("it is no Pact file: no `{of}.name`"))
        };
        let (consumer, provider) = (name("consumer")?, name("provider")?);
        let version =
            ["/metadata/pactSpecification/version", "/metadata/pact-specification/version"]
                .iter()
                .find_map(|at| file.pointer(at))
                .and_then(Json::as_str)
                .unwrap_or("2.0.0");
        match version.split('.').next() {
            Some("2" | "3" | "4") => {}
            _ => return Err(format!("its Pact specification {version} is not known; 2 to 4 are")),
        }
        let mut interactions = Vec::new();
        for (list, message) in [("interactions", false), ("messages", true)] {
            match file.get(list) {
                None => {}
                Some(Json::Array(items)) => {
                    for item in items {
                        interactions.extend(interaction(item, message));
                    }
                }
                Some(_) => return Err(format!("`{list}` is not a list")),
            }
        }
        Ok(Self { consumer, provider, interactions })
    }
}

/// The interactions that one entry stands for: a message that is answered is several.
fn interaction(item: &Json, message: bool) -> Vec<Interaction> {
    let description = text(item.get("description"));
    let told = |kind| Interaction { description: description.clone(), kind };
    let kind = item.get("type").and_then(Json::as_str);
    match kind {
        None if message => vec![told(self::message(item, item))],
        None | Some("Synchronous/HTTP") => vec![told(http(item))],
        Some("Asynchronous/Messages") => vec![told(self::message(item, item))],
        Some("Synchronous/Messages") => {
            let responses = item.get("response").and_then(Json::as_array).unwrap_or_default();
            let parts = item.get("request").into_iter().chain(responses);
            parts.map(|part| told(self::message(part, item))).collect()
        }
        Some(other) => vec![told(Kind::Unknown(other.to_owned()))],
    }
}

fn http(item: &Json) -> Kind {
    let at = |pointer: &str| item.pointer(pointer);
    Kind::Http {
        method: text(at("/request/method")).to_uppercase(),
        path: text(at("/request/path")),
        query: query(at("/request/query")),
        request_headers: headers(at("/request/headers")),
        request: body(at("/request/body")),
        status: at("/response/status")
            .and_then(|status| status.to_string().parse().ok())
            .unwrap_or(200),
        response_headers: headers(at("/response/headers")),
        response: body(at("/response/body")),
    }
}

/// A message; its metadata may stand beside the part.
fn message(part: &Json, item: &Json) -> Kind {
    let metadata = ["metadata", "metaData"];
    let found = metadata.iter().find_map(|name| part.get(name).or_else(|| item.get(name)));
    let metadata = match found {
        Some(Json::Object(members)) => {
            members.iter().filter_map(|(_, value)| value.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    };
    Kind::Message { contents: body(part.get("contents")), metadata }
}

/// Names of headers, which are the same in small and capital letters.
fn headers(headers: Option<&Json>) -> Vec<String> {
    match headers {
        Some(Json::Object(members)) => {
            members.iter().map(|(name, _)| name.to_lowercase()).collect()
        }
        _ => Vec::new(),
    }
}

/// Names of query parameters: of an object, or of a query string.
fn query(query: Option<&Json>) -> Vec<String> {
    match query {
        Some(Json::Object(members)) => members.iter().map(|(name, _)| name.clone()).collect(),
        Some(Json::String(text)) => text
            .split('&')
            .filter_map(|pair| pair.split('=').next())
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

/// A body: as it is, or, since version 4, as the content of an object. What is no JSON says
/// nothing about fields.
fn body(body: Option<&Json>) -> Option<Json> {
    let body = body?;
    let wrapped = body.get("content").is_some()
        && (body.get("contentType").is_some() || body.get("encoded").is_some());
    if !wrapped {
        return Some(body.clone()).filter(|body| *body != Json::Null);
    }
    match (body.get("content"), body.get("encoded")) {
        (Some(Json::String(text)), Some(Json::Bool(false)) | None) => {
            Some(Json::parse(text).unwrap_or_else(|_| Json::String(text.clone())))
        }
        // Base64: bytes.
        (Some(Json::String(_)), _) => None,
        (content, _) => content.cloned().filter(|content| *content != Json::Null),
    }
}

fn text(value: Option<&Json>) -> String {
    value.and_then(Json::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#""consumer": {"name": "shop"}, "provider": {"name": "orders"}"#;

    fn read(rest: &str) -> Result<Pact, String> {
        Pact::read(&format!("{{{HEAD}, {rest}}}"))
    }

    fn version(version: &str) -> String {
        format!(r#""metadata": {{"pactSpecification": {{"version": "{version}"}}}}"#)
    }

    /// The three versions write one interaction in three ways.
    #[test]
    fn versions_2_to_4_say_the_same() {
        let of = |specification: &str, query: &str, body: fn(&str) -> String, more: &str| {
            read(&format!(
                r#"{}, "interactions": [{{"description": "reads", {more} "request": {{"method": "get",
                "path": "/orders/7", "query": {query}}}, "response": {{"status": 200,
                "body": {}}}}}]"#,
                version(specification),
                body(r#"{"id": 7}"#)
            ))
            .expect("a Pact")
        };
        let plain = |body: &str| body.to_owned();
        let wrapped = |body: &str| {
            format!(r#"{{"content": {body}, "contentType": "application/json", "encoded": false}}"#)
        };
        let two = of("2.0.0", r#""a=1&b=2""#, plain, "");
        assert_eq!(two, of("3.0.0", r#"{"a": ["1"], "b": ["2"]}"#, plain, ""));
        let kind = r#""type": "Synchronous/HTTP", "pending": false,"#;
        assert_eq!(two, of("4.0", r#"{"a": ["1"], "b": ["2"]}"#, wrapped, kind));
        let Kind::Http { method, query, status, .. } = &two.interactions[0].kind else {
            panic!("{two:?}")
        };
        assert_eq!((method.as_str(), query.len(), *status), ("GET", 2, 200));
    }

    #[test]
    fn messages_of_versions_3_and_4_say_the_same() {
        let three = read(&format!(
            r#"{}, "messages": [{{"description": "placed", "contents": {{"id": 7}},
            "metaData": {{"topic": "orders"}}}}]"#,
            version("3.0.0")
        ));
        let four = read(&format!(
            r#"{}, "interactions": [{{"description": "placed", "type": "Asynchronous/Messages",
            "contents": {{"content": {{"id": 7}}, "contentType": "application/json",
            "encoded": false}}, "metadata": {{"topic": "orders"}}}}]"#,
            version("4.0")
        ));
        assert_eq!(three, four);
        assert_eq!(three.expect("a Pact").interactions.len(), 1);
        let answered = read(&format!(
            r#"{}, "interactions": [{{"description": "asks", "type": "Synchronous/Messages",
            "request": {{"contents": {{"content": {{}}, "contentType": "application/json"}}}},
            "response": [{{"contents": {{"content": "AAAA", "encoded": "base64"}}}}]}}]"#,
            version("4.0")
        ));
        let answered = answered.expect("a Pact").interactions;
        assert_eq!(answered.len(), 2);
        let bytes = Kind::Message { contents: None, metadata: vec![] };
        assert_eq!(answered[1].kind, bytes);
    }

    #[test]
    fn what_is_no_pact_is_refused() {
        for (text, said) in [
            ("{", "it is not JSON"),
            ("{\"consumer\": {\"name\": \"shop\"}}", "it is no Pact file: no `provider.name`"),
        ] {
            let error = Pact::read(text).unwrap_err();
            assert!(error.starts_with(said), "{error}");
        }
        let error = read(&version("5.0")).unwrap_err();
        assert!(error.contains("5.0 is not known"), "{error}");
        assert!(read("\"interactions\": 1").is_err());
        let other = read(r#""interactions": [{"description": "x", "type": "Plugin/X"}]"#);
        let other = other.expect("a Pact").interactions;
        assert_eq!(other[0].kind, Kind::Unknown("Plugin/X".to_owned()));
    }
}
