//! Small texts: counts, lists, documents that are too long.

use crate::json::Json;

/// How many characters of a document are shown.
const DOCUMENT: usize = 160;

/// How many names of a list are shown.
const LIST: usize = 4;

/// A number with its word.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A document on one line, without its middle where it is long.
pub(super) fn document(document: &Json) -> String {
    let text = document.to_string();
    let length = text.chars().count();
    if length <= DOCUMENT {
        return text;
    }
    let head: String = text.chars().take(DOCUMENT * 2 / 3).collect();
    let tail: String = text.chars().skip(length - DOCUMENT / 4).collect();
    format!("{head} ... {tail}")
}

/// Names, the last ones as a number where there are many.
pub(crate) fn list<'n>(names: impl ExactSizeIterator<Item = &'n String>) -> String {
    let rest = names.len().saturating_sub(LIST);
    let mut text: Vec<&str> = names.take(LIST).map(String::as_str).collect();
    let more = format!("{rest} more");
    if rest > 0 {
        text.push(&more);
    }
    match text.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_document_loses_its_middle() {
        let long = Json::String("x".repeat(500));
        let text = document(&long);
        assert!(text.starts_with("\"xx") && text.ends_with("xx\"") && text.contains(" ... "));
        assert!(text.chars().count() < 170);
        assert_eq!(document(&Json::Null), "null");
    }

    #[test]
    fn a_long_list_ends_in_a_number() {
        let names: Vec<String> = ["a", "b", "c", "d", "e", "f"].map(str::to_owned).into();
        assert_eq!(list(names[..0].iter()), "");
        assert_eq!(list(names[..1].iter()), "a");
        assert_eq!(list(names[..3].iter()), "a, b and c");
        assert_eq!(list(names.iter()), "a, b, c, d and 2 more");
    }
}
