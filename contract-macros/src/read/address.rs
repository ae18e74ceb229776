//! `http(METHOD, "/route")`.

use crate::attr::Given;
use crate::errors::Errors;

/// The methods of RFC 9110 and PATCH (RFC 5789).
const METHODS: &[&str] =
    &["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/// Reads the method and the route template.
pub(super) fn address(given: &mut Given<'_>, errors: &Errors) -> Option<(String, String)> {
    let (method, path) = given.address("http")?;
    let name = method.to_string();
    if !METHODS.contains(&name.as_str()) {
        let capitals = name.to_uppercase();
        if METHODS.contains(&capitals.as_str()) {
            errors.at(method.span(), format_args!("methods are written in capitals: `{capitals}`"));
        } else {
            errors.at(
                method.span(),
                format_args!("`{name}` is not a method; the methods are {}", METHODS.join(", ")),
            );
        }
    }
    if let Some(problem) = path_problem(&path.value()) {
        errors.at(path.span(), problem);
    }
    Some((name, path.value()))
}

/// What is wrong with a route template: segments are text or one parameter, `{name}` or `{*rest}`.
fn path_problem(path: &str) -> Option<String> {
    if !path.starts_with('/') {
        return Some("a route template starts with `/`".to_owned());
    }
    let mut names = Vec::new();
    for segment in path.split('/') {
        if let Some(name) = segment.strip_prefix(':') {
            return Some(format!("a parameter is written in braces: `{{{name}}}`"));
        }
        let mut text = String::new();
        let mut rest = segment;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                return Some("a brace of this route template is not closed".to_owned());
            };
            let name = name.strip_prefix('*').unwrap_or(name);
            let word = |character: char| {
                character.is_alphanumeric() || matches!(character, '_' | '-' | '.')
            };
            if name.is_empty() || !name.chars().all(word) {
                return Some("a parameter is one name in braces: `{order_id}`".to_owned());
            }
            if names.contains(&name) {
                return Some(format!("the parameter `{name}` appears twice"));
            }
            names.push(name);
            text.push_str(before);
            rest = after;
        }
        text.push_str(rest);
        if text.contains('}') {
            return Some("a brace of this route template is not opened".to_owned());
        }
        let plain =
            |character: char| character.is_ascii_graphic() && !"?#\"<>\\^`|".contains(character);
        if !text.chars().all(plain) {
            return Some("a route template is a path: no spaces, no query, no fragment".to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::path_problem;

    #[test]
    fn route_templates() {
        for good in ["/", "/v1/orders", "/v1/orders/{id}", "/files/{*rest}", "/a/{b}.json", "/a:b"]
        {
            assert_eq!(path_problem(good), None, "{good}");
        }
        for bad in [
            "", "v1", "/:id", "/{}", "/{a", "/a}", "/{a}/{a}", "/a b", "/a?b=c", "/{a b}", "/{{a}}",
        ] {
            assert!(path_problem(bad).is_some(), "{bad}");
        }
    }
}
