//! References resolved against a base (RFC 3986, section 5.2).

use std::borrow::Cow;

/// The parts of a URI reference.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

/// A reference without its fragment, and the fragment, percent-decoded.
pub(super) fn split_fragment(reference: &str) -> (&str, Option<Cow<'_, str>>) {
    match reference.split_once('#') {
        Some((rest, fragment)) => (rest, Some(percent_decoded(fragment))),
        None => (reference, None),
    }
}

/// The absolute form of a reference without fragment.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    if reference.is_empty() {
        return base.to_owned();
    }
    let target = parts(reference);
    if target.scheme.is_some() {
        return joined(&target, &without_dots(target.path));
    }
    let base = parts(base);
    if target.authority.is_some() {
        let whole = Parts { scheme: base.scheme, ..target };
        return joined(&whole, &without_dots(whole.path));
    }
    let (path, query) = if target.path.is_empty() {
        (base.path.to_owned(), target.query.or(base.query))
    } else if target.path.starts_with('/') {
        (without_dots(target.path), target.query)
    } else {
        let folder = match base.path.rfind('/') {
            Some(end) => &base.path[..=end],
            None if base.authority.is_some() => "/",
            None => "",
        };
        (without_dots(&format!("{folder}{}", target.path)), target.query)
    };
    joined(&Parts { scheme: base.scheme, authority: base.authority, path: "", query }, &path)
}

fn parts(text: &str) -> Parts<'_> {
    let (text, query) = match text.split_once('?') {
        Some((rest, query)) => (rest, Some(query)),
        None => (text, None),
    };
    let (scheme, rest) = match text.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, text),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

/// Whether an address names one resource, whoever says it: a file may be another one elsewhere.
pub(crate) fn is_one_resource(address: &str) -> bool {
    parts(split_fragment(address).0).scheme.is_some_and(|it| !it.eq_ignore_ascii_case("file"))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

fn joined(parts: &Parts<'_>, path: &str) -> String {
    let mut text = String::new();
    if let Some(scheme) = parts.scheme {
        text.push_str(scheme);
        text.push(':');
    }
    if let Some(authority) = parts.authority {
        text.push_str("//");
        text.push_str(authority);
    }
    text.push_str(path);
    if let Some(query) = parts.query {
        text.push('?');
        text.push_str(query);
    }
    text
}

/// RFC 3986, section 5.2.4. A path without slashes (`urn:`) stays as it is.
fn without_dots(path: &str) -> String {
    if !path.contains('.') {
        return path.to_owned();
    }
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.trim_start_matches('/').split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, kept.join("/"))
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let decoded = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(h, l)| h * 16 + l),
            _ => None,
        };
        match decoded {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::{percent_decoded, resolve};

    /// RFC 3986, section 5.4.1, without its fragments and path parameters.
    #[test]
    fn references_resolve_as_the_rfc_lists_them() {
        let base = "http://a/b/c/d?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("", "http://a/b/c/d?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
    }

    #[test]
    fn fragments_are_decoded_once() {
        assert_eq!(percent_decoded("/a%25b/%7B%7d"), "/a%b/{}");
        assert_eq!(percent_decoded("100%"), "100%");
    }
}
