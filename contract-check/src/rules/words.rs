//! What the sentences of a rule may speak of.

/// The parameters of a rule's sentences. One that a sentence does not name is ignored.
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
}

impl Words {
    /// Names of the parameters.
    pub(crate) const NAMES: [&'static str; 5] = ["it", "within", "from", "to", "reason"];

    /// The template with its parameters filled in. A brace that starts no parameter stands for
    /// itself: templates quote JSON and Rust.
    pub(crate) fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            rest = &rest[open..];
            let parameter = Self::NAMES.iter().enumerate().find_map(|(index, name)| {
                let after = rest[1..].strip_prefix(name)?.strip_prefix('}')?;
                Some((self.by_index(index), after))
            });
            match parameter {
                Some((value, after)) => {
                    text.push_str(value);
                    rest = after;
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

    fn by_index(&self, index: usize) -> &str {
        [&self.it, &self.within, &self.from, &self.to, &self.reason][index]
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn parameters_are_filled_and_other_braces_stand() {
        let words = Words { it: "total".into(), to: "{it}".into(), ..Words::default() };
        assert_eq!(words.fill("`{it}` {\"a\": 1} {item} {to}{"), "`total` {\"a\": 1} {item} {it}{");
    }
}
