//! What the sentences of a rule may speak of.

use std::borrow::Cow;

use contract_core::document::Duration;

/// What a document is called whose schema has no name.
pub(crate) const DOCUMENT: &str = "the document";

/// What a member is called that no name describes.
pub(crate) const OTHER_MEMBER: &str = "another member";

/// What is no name: sentences do not quote it.
const UNNAMED: [&str; 2] = [DOCUMENT, OTHER_MEMBER];

/// What is no value and no type.
const INDEFINITE: [&str; 3] = ["any value", "one of several alternatives", "nothing"];

/// The parameters of a rule's sentences. One that a sentence does not name is ignored. Two of them
/// follow from the others: `{between}` is a time that is within one of two limits and not within
/// the other, and `{again}` is what becomes of work that is done twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// `{it}`: the thing that changed, by the name its author gave it.
    pub it: String,
    /// `{within}`: what it belongs to.
    pub within: String,
    /// `{from}`: what it was.
    pub from: String,
    /// `{to}`: what it is.
    pub to: String,
    /// `{reason}`: why something could not be decided, or what went wrong.
    pub reason: String,
    /// Whether doing it costs somebody money.
    pub paid: bool,
}

impl Words {
    /// Names of the parameters.
    pub(crate) const NAMES: [&'static str; 7] =
        ["it", "within", "from", "to", "reason", "between", "again"];

    /// The template with its parameters filled in. A brace that starts no parameter stands for
    /// itself: templates quote JSON and Rust. What belongs to itself is named once.
    pub(crate) fn fill(&self, template: &str) -> String {
        let mut template = template.to_owned();
        if self.within.is_empty() || self.it == self.within {
            for owned in ["`{it}` of `{within}`", "`{it}` in `{within}`"] {
                template = template.replace(owned, "`{it}`");
            }
        }
        let mut text = String::with_capacity(template.len());
        let mut rest = template.as_str();
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            rest = &rest[open..];
            let parameter = Self::NAMES.iter().enumerate().find_map(|(index, name)| {
                let after = rest[1..].strip_prefix(name)?.strip_prefix('}')?;
                Some((index, self.by_index(index), after))
            });
            match parameter {
                Some((index, value, after)) => {
                    let quoted = text.ends_with('`') && after.starts_with('`');
                    let phrase = match index {
                        0 | 1 => quoted && UNNAMED.contains(&&*value),
                        _ => quoted && INDEFINITE.contains(&&*value),
                    };
                    if phrase {
                        text.pop();
                    }
                    // An element of a document without a name has no name either.
                    let element = value.strip_prefix(DOCUMENT).filter(|rest| rest.starts_with('['));
                    text.push_str(element.unwrap_or(&value));
                    rest = if phrase { &after[1..] } else { after };
                }
                None => {
                    text.push('{');
                    rest = &rest[1..];
                }
            }
        }
        text.push_str(rest);
        text
    }

    fn by_index(&self, index: usize) -> Cow<'_, str> {
        let text = match index {
            0 => &self.it,
            1 => &self.within,
            2 => &self.from,
            3 => &self.to,
            4 => &self.reason,
            5 => return between(&self.from, &self.to),
            _ if self.paid => return "is charged twice".into(),
            _ => return "has it done twice".into(),
        };
        text.into()
    }
}

/// A time within the longer of two limits and not within the other: 23h for 24h and 1h. A limit of
/// which nothing is said is none: what is remembered for no time, or may take for ever.
fn between<'a>(from: &'a str, to: &'a str) -> Cow<'a, str> {
    let (inside, outside) = match (Duration::read(from), Duration::read(to)) {
        (Some(from), Some(to)) => (from.max(to), from.min(to)),
        (Some(from), None) => (from, 0),
        (None, Some(to)) => (to.saturating_mul(2), to),
        (None, None) => return from.into(),
    };
    // One of its units less reads best, if that is still outside of the other.
    let within = Duration::UNITS.iter().rev().find_map(|(_, unit)| {
        let less = inside.checked_sub(*unit)?;
        (inside % unit == 0 && less > outside).then_some(less)
    });
    Duration::of(within.unwrap_or(inside)).to_string().into()
}

#[cfg(test)]
mod tests {
    use super::{DOCUMENT, OTHER_MEMBER, Words, between};

    #[test]
    fn parameters_are_filled_and_other_braces_stand() {
        let words = Words { it: "total".into(), to: "{it}".into(), ..Words::default() };
        assert_eq!(words.fill("`{it}` {\"a\": 1} {item} {to}{"), "`total` {\"a\": 1} {item} {it}{");
    }

    #[test]
    fn what_has_no_name_is_not_quoted_and_belongs_to_nothing() {
        let template = "the range of `{it}` in `{within}` is `{to}`";
        let said = |it: &str, within: &str, to: &str| {
            let [it, within, to] = [it, within, to].map(str::to_owned);
            Words { it, within, to, ..Words::default() }.fill(template)
        };
        assert_eq!(said("a", "A", "1"), "the range of `a` in `A` is `1`");
        assert_eq!(said("A", "A", "1"), "the range of `A` is `1`");
        assert_eq!(said(DOCUMENT, DOCUMENT, "any value"), "the range of the document is any value");
        assert_eq!(
            said("the document[]", DOCUMENT, "1"),
            "the range of `[]` in the document is `1`"
        );
        assert_eq!(said(OTHER_MEMBER, "A", "1"), "the range of another member in `A` is `1`");
    }

    #[test]
    fn a_time_between_two_limits_is_within_one_of_them() {
        assert_eq!(between("24h", "1h"), "23h");
        assert_eq!(between("30d", "14d"), "29d");
        assert_eq!(between("8s", "2s"), "7s");
        assert_eq!(between("24h", ""), "23h");
        assert_eq!(between("1h", "59m"), "3599s");
        assert_eq!(between("", "8s"), "15s");
        assert_eq!(between("1ms", ""), "1ms");
        assert_eq!(between("id", ""), "id");
    }
}
