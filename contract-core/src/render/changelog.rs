//! The changes of a contract, version by version, in Markdown.

use std::fmt::Write as _;

use super::markdown::{code, text as line};

/// What a released version changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The version, or the word for what is not released yet.
    pub version: String,
    /// The day of its release, `YYYY-MM-DD`, where that is known.
    pub date: Option<String>,
    /// What changed since the version before; none for the first one.
    pub changes: Option<Vec<Change>>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it means to consumers.
    pub kind: Kind,
    /// The clause.
    pub clause: String,
    /// What changed, and who is hurt; code stands between ticks.
    pub text: String,
    /// Why, as its owner says.
    pub reason: Option<String>,
    /// What consumers do instead.
    pub migration: Option<String>,
    /// Why it could not wait.
    pub emergency: Option<String>,
}

/// What a change means to consumers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// They have to do something.
    Breaking,
    /// They will have to.
    Deprecated,
    /// They may rely on more than before.
    Added,
    /// They may want to know.
    Changed,
}

impl Kind {
    /// Every kind, what asks most of consumers first.
    pub const ALL: [Self; 4] = [Self::Breaking, Self::Deprecated, Self::Added, Self::Changed];

    /// The heading it stands under.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking",
            Self::Deprecated => "Deprecated",
            Self::Added => "Added",
            Self::Changed => "Changed",
        }
    }
}

impl Changes {
    /// The changes under their headings, as they stand.
    pub(super) fn groups(&self) -> impl Iterator<Item = (Kind, Vec<&Change>)> {
        Kind::ALL.into_iter().filter_map(|kind| {
            let changes = self.changes.iter().flatten();
            let of: Vec<&Change> = changes.filter(|change| change.kind == kind).collect();
            (!of.is_empty()).then_some((kind, of))
        })
    }

    /// What is said where there are no changes.
    pub(super) fn nothing(&self) -> Option<&'static str> {
        match &self.changes {
            None => Some("The first version."),
            Some(changes) if changes.is_empty() => Some("Nothing that consumers would see."),
            Some(_) => None,
        }
    }
}

impl Change {
    /// What its owner says about it, with the words that lead to it.
    pub(super) fn said(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let said = [
            ("Why", &self.reason),
            ("Instead", &self.migration),
            ("Without notice, because", &self.emergency),
        ];
        said.into_iter().filter_map(|(word, said)| Some((word, said.as_deref()?)))
    }
}

pub(super) fn changelog(id: &str, releases: &[Changes]) -> String {
    let mut text = format!("# Changes of {}\n", code(id));
    for release in releases {
        let date = release.date.as_ref().map_or_else(String::new, |date| format!(" ({date})"));
        let _ = write!(text, "\n## {}{date}\n", line(&release.version));
        if let Some(nothing) = release.nothing() {
            let _ = write!(text, "\n{nothing}\n");
        }
        for (kind, changes) in release.groups() {
            let _ = write!(text, "\n### {}\n", kind.heading());
            for change in changes {
                let _ = writeln!(text, "- {}", line(&change.text));
                for (word, said) in change.said() {
                    let _ = writeln!(text, "  - {word}: {}", line(said));
                }
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_most_of_consumers_comes_first() {
        let change = |kind, text: &str| Change {
            kind,
            clause: "types/A".to_owned(),
            text: text.to_owned(),
            reason: (kind == Kind::Breaking).then(|| "It\nleaked <b>.".to_owned()),
            migration: None,
            emergency: None,
        };
        let changes = [
            Changes {
                version: "2.0.0".to_owned(),
                date: Some("2027-02-01".to_owned()),
                changes: Some(vec![
                    change(Kind::Added, "`b` is new."),
                    change(Kind::Breaking, "`a<T>` is gone."),
                ]),
            },
            Changes { version: "1.0.1".to_owned(), date: None, changes: Some(vec![]) },
            Changes { version: "1.0.0".to_owned(), date: None, changes: None },
        ];
        assert_eq!(
            changelog("orders", &changes),
            "# Changes of `orders`\n\n## 2.0.0 (2027-02-01)\n\n### Breaking\n- `a<T>` is gone.\n  \
             - Why: It leaked &lt;b&gt;.\n\n### Added\n- `b` is new.\n\n## 1.0.1\n\nNothing that \
             consumers would see.\n\n## 1.0.0\n\nThe first version.\n"
        );
    }
}
