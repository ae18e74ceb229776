//! Where a finding is in the source.

use std::collections::BTreeMap;
use std::ops::Range;

/// The texts of source files, by the names that findings give them.
pub type Sources = BTreeMap<String, String>;

/// A place, `file:line:column`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position<'s> {
    pub(super) file: &'s str,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'s> Position<'s> {
    /// Reads `file:line:column`; the file's name may hold colons itself.
    pub(super) fn parse(source: &'s str) -> Option<Self> {
        let (rest, column) = source.rsplit_once(':')?;
        let (file, line) = rest.rsplit_once(':')?;
        Some(Self { file, line: line.parse().ok()?, column: column.parse().ok()? })
    }

    /// The bytes of a text to underline: the word at the place, or the rest of its line where
    /// there is no word. None if the text has no such place, as when it was edited since.
    pub(super) fn span(self, text: &str) -> Option<Range<usize>> {
        let start_of_line: usize =
            text.split_inclusive('\n').take(self.line.checked_sub(1)?).map(str::len).sum();
        let line = text.get(start_of_line..)?.lines().next()?;
        let offset = line.char_indices().map(|(at, _)| at).nth(self.column.checked_sub(1)?)?;
        let rest = &line[offset..];
        let word = word(rest);
        let length = if word == 0 { rest.trim_end().len() } else { word };
        (length > 0).then(|| start_of_line + offset..start_of_line + offset + length)
    }
}

/// How many bytes of the text are its first word: an identifier, or a string in quotes.
fn word(text: &str) -> usize {
    if let Some(inside) = text.strip_prefix('"') {
        return inside.find('"').map_or(0, |end| end + 2);
    }
    let raw = if text.starts_with("r#") { 2 } else { 0 };
    let end = text[raw..].find(|c: char| !c.is_alphanumeric() && c != '_');
    let length = end.unwrap_or(text.len() - raw);
    if length == 0 { 0 } else { raw + length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_from_the_end() {
        let position = Position::parse("C:\\a.rs:3:9").expect("a position");
        assert_eq!(position, Position { file: "C:\\a.rs", line: 3, column: 9 });
        assert_eq!(Position::parse("a.rs:3"), None);
        assert_eq!(Position::parse("a.rs:x:1"), None);
    }

    #[test]
    fn the_word_at_the_place_is_underlined() {
        let text = "struct Ä {\r\n    pub r#type: u64,\n    é: \"a b\",\n    => ,  \n}";
        let at = |line, column| {
            let span = Position { file: "", line, column }.span(text)?;
            Some(&text[span])
        };
        assert_eq!(at(1, 8), Some("Ä"));
        assert_eq!(at(2, 9), Some("r#type"));
        assert_eq!(at(3, 5), Some("é"));
        assert_eq!(at(3, 8), Some("\"a b\""));
        assert_eq!(at(4, 5), Some("=> ,"));
        assert_eq!(at(9, 1), None);
        assert_eq!(at(2, 99), None);
        assert_eq!(at(0, 1), None);
    }
}
