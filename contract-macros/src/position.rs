//! Where tokens stand in the source.

use proc_macro2::Span;

/// A place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Position {
    /// The file as the compiler names it.
    pub(crate) file: String,
    /// 1-based line.
    pub(crate) line: u32,
    /// 1-based column, in characters.
    pub(crate) column: u32,
}

impl Position {
    /// Where a span starts. The file comes from the span and not from `file!()`, because `file!()`
    /// names the outermost macro call, which may stand in another file than the tokens.
    pub(crate) fn of(span: Span) -> Self {
        if !proc_macro::is_available() {
            return Self { file: String::new(), line: 1, column: 1 };
        }
        let span = span.unwrap();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self { file: span.file(), line: number(span.line()), column: number(span.column()) }
    }
}
