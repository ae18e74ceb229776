//! The changes of a contract, version by version, in Markdown.

use std::fmt::Write as _;

/// What a released version changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The version.
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

pub(super) fn changelog(id: &str, releases: &[Changes]) -> String {
    let mut text = format!("# Changes of `{id}`\n");
    for release in releases {
        let date = release.date.as_ref().map_or_else(String::new, |date| format!(" ({date})"));
        let _ = write!(text, "\n## {}{date}\n", release.version);
        let Some(changes) = &release.changes else {
            text.push_str("\nThe first version.\n");
            continue;
        };
        if changes.is_empty() {
            text.push_str("\nNothing that consumers would see.\n");
        }
        for kind in Kind::ALL {
            let mut changes = changes.iter().filter(|change| change.kind == kind).peekable();
            if changes.peek().is_some() {
                let _ = write!(text, "\n### {}\n", kind.heading());
            }
            for change in changes {
                let _ = writeln!(text, "- {}", line(&change.text));
                for (word, said) in [
                    ("Why", &change.reason),
                    ("Instead", &change.migration),
                    ("Without notice, because", &change.emergency),
                ] {
                    if let Some(said) = said {
                        let _ = writeln!(text, "  - {word}: {}", line(said));
                    }
                }
            }
        }
    }
    text
}

/// A text as part of one line: what its author broke into lines is a list item all the same, and
/// HTML is text.
fn line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Between ticks it is text already.
    let parts = line.split('`').enumerate().map(|(index, part)| {
        if index % 2 == 0 { part.replace('<', "&lt;") } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
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
             - Why: It leaked &lt;b>.\n\n### Added\n- `b` is new.\n\n## 1.0.1\n\nNothing that \
             consumers would see.\n\n## 1.0.0\n\nThe first version.\n"
        );
    }
}
