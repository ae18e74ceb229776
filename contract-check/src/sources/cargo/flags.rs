//! A compiler call as words: flags with their values, and everything else.

use std::ffi::{OsStr, OsString};

/// One word of a compiler call, or two that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A flag with its value, however it was written.
    Flag(&'static str, OsString),
    /// Anything else.
    Other(OsString),
}

/// The flags with a value that the wrapper cares about.
const FLAGS: &[&str] = &[
    "--cap-lints",
    "--cfg",
    "--check-cfg",
    "--crate-name",
    "--crate-type",
    "--extern",
    "--out-dir",
    "--sysroot",
    "--target",
    "-C",
    "-L",
    "-Z",
];

/// Splits a call. Response files (`@file`), which cargo writes for calls that are too long for
/// the system, are read; one that cannot be read stays as it is.
pub(super) fn split(call: &[OsString]) -> Vec<Word> {
    let mut arguments = Vec::new();
    for argument in call {
        match argument.to_str().and_then(|text| text.strip_prefix('@')).map(std::fs::read_to_string)
        {
            Some(Ok(text)) => arguments.extend(text.lines().map(OsString::from)),
            _ => arguments.push(argument.clone()),
        }
    }
    let mut words = Vec::new();
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        words.push(match flag(&argument) {
            Some((flag, Some(value))) => Word::Flag(flag, value),
            Some((flag, None)) => match rest.next() {
                Some(value) => Word::Flag(flag, value),
                None => Word::Other(argument),
            },
            None => Word::Other(argument),
        });
    }
    words
}

/// The flag that an argument begins, with the value that it carries itself.
fn flag(argument: &OsStr) -> Option<(&'static str, Option<OsString>)> {
    let text = argument.to_str()?;
    if text == "--codegen" {
        return Some(("-C", None));
    }
    if let Some(value) = text.strip_prefix("--codegen=") {
        return Some(("-C", Some(value.into())));
    }
    FLAGS.iter().find_map(|flag| {
        let value = text.strip_prefix(flag)?;
        if value.is_empty() {
            return Some((*flag, None));
        }
        if flag.starts_with("--") {
            return Some((*flag, Some(value.strip_prefix('=')?.into())));
        }
        Some((*flag, Some(value.into())))
    })
}

/// The call again.
pub(super) fn join(words: Vec<Word>) -> Vec<OsString> {
    words
        .into_iter()
        .flat_map(|word| match word {
            Word::Flag(flag, value) => vec![OsString::from(flag), value],
            Word::Other(argument) => vec![argument],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Word, join, split};

    #[test]
    fn flags_and_their_values_however_they_are_written() {
        let call = ["rustc", "--crate-type=lib", "--crate-type", "cdylib", "-Cpanic=abort", "-C"];
        let call = [&call[..], &["metadata=1", "--codegen", "lto", "--codegen=strip", "-Ldeps"]];
        let call: Vec<_> = call.concat().into_iter().map(Into::into).collect();
        let expected = [
            Word::Other("rustc".into()),
            Word::Flag("--crate-type", "lib".into()),
            Word::Flag("--crate-type", "cdylib".into()),
            Word::Flag("-C", "panic=abort".into()),
            Word::Flag("-C", "metadata=1".into()),
            Word::Flag("-C", "lto".into()),
            Word::Flag("-C", "strip".into()),
            Word::Flag("-L", "deps".into()),
        ];
        assert_eq!(split(&call), expected);
        assert_eq!(split(&join(split(&call))), expected);
    }

    #[test]
    fn a_flag_without_its_value_stays() {
        let call = ["rustc", "--crate-name"].map(Into::into);
        assert_eq!(join(split(&call)), call);
    }
}
