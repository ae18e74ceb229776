//! Which URLs the template of a server stands for: a variable is one of its values, and without
//! a list of them any text (OpenAPI 3.1, Server Variable Object).

use super::{same_address, trimmed};
use crate::json::Json;
use crate::openapi::Node;

/// Stands for any text. No URL has it.
const ANY: &str = "\0";

/// How many URLs a server is written out to.
const MANY: usize = 1_000;

/// The URLs that clients call, who may leave a variable to its default; or those of them with a
/// value of a variable. None where it is not known which they are.
pub(super) fn called(server: &Node<'_>, fixed: Option<(&str, &str)>) -> Option<Vec<String>> {
    written_out(server, |name| {
        if let Some((_, value)) = fixed.filter(|(variable, _)| *variable == name) {
            return Some(vec![value]);
        }
        let Some(variable) = server.get("variables").and_then(|it| it.get(name)) else {
            return Some(vec![ANY]);
        };
        let Some(mut values) = values(&variable) else { return Some(vec![ANY]) };
        values.extend(variable.text("default"));
        Some(values)
    })
}

/// The URLs that are served for sure. None where it is not known which they are.
pub(super) fn served(server: &Node<'_>) -> Option<Vec<String>> {
    let url = server.text("url")?;
    written_out(server, |name| {
        let variable = server.get("variables")?.get(name)?;
        // The same text in two places is not any two texts.
        let once = url.matches(&placeholder(name)).count() == 1;
        values(&variable).or_else(|| once.then(|| vec![ANY]))
    })
}

/// Whether a template has a URL; where that has variables itself, whether it has it for all of
/// their values.
pub(super) fn covers(template: &str, url: &str) -> bool {
    // A slash at the end says nothing.
    let with_slash = format!("{}/", url.trim_end_matches('/'));
    matches(template, url) || matches(template, &with_slash)
}

/// What stands between the variables of the template must be found outside of those of the URL.
fn matches(template: &str, url: &str) -> bool {
    let pieces: Vec<&str> = template.split(ANY).collect();
    let [first, between @ .., last] = &pieces[..] else { return template == url };
    url.strip_prefix(first)
        .and_then(|rest| {
            between.iter().try_fold(rest, |rest, piece| Some(rest.split_once(*piece)?.1))
        })
        .is_some_and(|rest| rest.ends_with(last))
}

fn values<'d>(variable: &Node<'d>) -> Option<Vec<&'d str>> {
    Some(variable.value.get("enum")?.as_array()?.iter().filter_map(Json::as_str).collect())
}

fn placeholder(name: &str) -> String {
    format!("{{{name}}}")
}

/// Every URL of a server with the values of its variables in it.
fn written_out<'d>(
    server: &Node<'d>,
    values: impl Fn(&str) -> Option<Vec<&'d str>>,
) -> Option<Vec<String>> {
    let url = server.text("url")?;
    let mut urls = vec![url.to_owned()];
    for name in url.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)) {
        // It may have been put in everywhere.
        if !urls.iter().any(|url| url.contains(&placeholder(name))) {
            continue;
        }
        let values = values(name)?;
        let plain = values.iter().all(|it| *it == ANY || !it.contains(['{', '\0']));
        if !plain || urls.len() * values.len() > MANY {
            return None;
        }
        let with = |url: &String| -> Vec<String> {
            values.iter().map(|value| url.replace(&placeholder(name), value)).collect()
        };
        urls = urls.iter().flat_map(with).collect();
    }
    (!url.contains(ANY)).then(|| urls.iter().map(|url| known(&trimmed(url))).collect())
}

/// A URL by which all that lead to the same server are known, as far as its host is.
fn known(url: &str) -> String {
    let Some((head, tail)) = url.split_once(ANY) else { return same_address(url) };
    let head = match head.split_once("://") {
        Some((_, rest)) if rest.contains('/') => same_address(head),
        Some(_) => head.to_ascii_lowercase(),
        None => head.to_owned(),
    };
    format!("{head}{ANY}{tail}")
}
