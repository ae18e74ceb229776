//! Media types and ranges of them (RFC 9110, sections 8.3.1 and 12.5.1).

use std::collections::BTreeSet;
use std::fmt;

/// A media type or range, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MediaType {
    kind: String,
    subtype: String,
    parameters: BTreeSet<(String, String)>,
}

impl MediaType {
    /// Reads a name as it stands in `content`. Anything that is no media type is one of its own.
    pub(super) fn parse(text: &str) -> Self {
        let mut parts = text.split(';');
        let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let (kind, subtype) = match essence.split_once('/') {
            Some((kind, subtype)) => (kind.trim().to_owned(), subtype.trim().to_owned()),
            None => (essence, String::new()),
        };
        let mut parameters = BTreeSet::new();
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let name = name.trim().to_ascii_lowercase();
            let mut value = value.trim().trim_matches('"').to_owned();
            if name == "charset" {
                value.make_ascii_lowercase();
            }
            // JSON is UTF-8 (RFC 8259, section 8.1), whatever `charset` says; `q` is a weight.
            let idle = name.is_empty()
                || name == "q"
                || (name == "charset" && (value == "utf-8" || is_json(&subtype)));
            if !idle {
                parameters.insert((name, value));
            }
        }
        Self { kind, subtype, parameters }
    }

    /// Whether everything of the other type is of this one.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let kind = self.kind == "*" || self.kind == other.kind;
        let subtype = match self.subtype.as_str() {
            "*" => true,
            // `application/*+json` is no range of RFC 9110, but people write it.
            range if range.starts_with("*+") => other.subtype.ends_with(&range[1..]),
            subtype => subtype == other.subtype,
        };
        kind && subtype && self.parameters.is_subset(&other.parameters)
    }

    /// Whether it stands for several types.
    pub(super) fn is_range(&self) -> bool {
        self.kind == "*" || self.subtype.starts_with('*')
    }

    /// Whether the other type's structure is this type: `application/problem+json` is
    /// `application/json` (RFC 6839).
    pub(super) fn is_suffix_of(&self, other: &Self) -> bool {
        self.kind == other.kind
            && other.subtype.rsplit_once('+').is_some_and(|(_, suffix)| suffix == self.subtype)
            && self.parameters.is_subset(&other.parameters)
    }

    /// How much it says: the least covers the most.
    pub(super) fn precision(&self) -> (bool, bool, usize) {
        (self.kind != "*", !self.subtype.starts_with('*'), self.parameters.len())
    }

    /// Whether it is a form, whose fields are written as text (OpenAPI 3.1, Special Considerations
    /// for `multipart` Content and Encoding the `x-www-form-urlencoded` Media Type).
    pub(super) fn is_form(&self) -> bool {
        let is_multipart =
            (self.kind.as_str(), self.subtype.as_str()) == ("multipart", "form-data");
        is_multipart || self.is_urlencoded()
    }

    /// Whether it is a form that is written as the query of an address is.
    pub(super) fn is_urlencoded(&self) -> bool {
        (self.kind.as_str(), self.subtype.as_str()) == ("application", "x-www-form-urlencoded")
    }

    /// Whether something of it may have parts, which are encoded one by one (OpenAPI 3.1, Media
    /// Type Object).
    pub(super) fn may_have_parts(&self) -> bool {
        let is_any = self.kind == "*" || (self.kind == "application" && self.subtype == "*");
        is_any || self.kind == "multipart" || self.is_urlencoded()
    }

    /// Whether values are written as XML.
    pub(super) fn is_xml(&self) -> bool {
        self.subtype == "xml" || self.subtype.ends_with("+xml")
    }
}

fn is_json(subtype: &str) -> bool {
    subtype == "json" || subtype.ends_with("+json")
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.subtype)?;
        for (name, value) in &self.parameters {
            write!(f, ";{name}={value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::MediaType;

    fn covers(range: &str, other: &str) -> bool {
        MediaType::parse(range).covers(&MediaType::parse(other))
    }

    #[test]
    fn ranges_cover_what_lies_in_them() {
        for (range, other) in [
            ("application/json", "Application/JSON"),
            ("application/json", "application/json; charset=UTF-8"),
            ("application/json;charset=utf-8", "application/json"),
            ("*/*", "text/plain"),
            ("text/*", "text/plain;format=flowed"),
            ("text/plain", "text/plain;format=flowed"),
            ("application/*+json", "application/problem+json"),
        ] {
            assert!(covers(range, other), "{range} covers {other}");
        }
        for (range, other) in [
            ("application/json", "application/problem+json"),
            ("text/plain;format=flowed", "text/plain"),
            ("text/plain;charset=latin1", "text/plain"),
            ("text/*", "*/*"),
            ("image/*", "text/plain"),
        ] {
            assert!(!covers(range, other), "{range} does not cover {other}");
        }
    }

    #[test]
    fn a_suffix_names_the_structure() {
        let json = MediaType::parse("application/json");
        assert!(json.is_suffix_of(&MediaType::parse("application/problem+json")));
        assert!(!json.is_suffix_of(&MediaType::parse("application/problem+xml")));
        assert!(!json.is_suffix_of(&json));
    }
}
