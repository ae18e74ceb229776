//! Names that every format accepts: `[A-Za-z0-9._-]+`, as OpenAPI asks of components.

use std::collections::BTreeSet;

/// Names in one space, each given once.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The name nearest to the wanted one that is legal and not taken: `Page<Order>` becomes
    /// `Page_Order`, and the second of its kind `Page_Order_2`.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let legal = legal(wanted);
        let mut name = legal.clone();
        let mut count = 1;
        while !self.taken.insert(name.clone()) {
            count += 1;
            name = format!("{legal}_{count}");
        }
        name
    }
}

/// The text with every run of other characters as one `_`, and none at its ends.
fn legal(text: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut legal = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if kept(character) {
            if gap && !legal.is_empty() {
                legal.push('_');
            }
            gap = false;
            legal.push(character);
        } else {
            gap = true;
        }
    }
    if legal.is_empty() { "_".to_owned() } else { legal }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_names_become_legal_and_stay_apart() {
        let mut names = Names::default();
        assert_eq!(names.claim("Page<Order>"), "Page_Order");
        assert_eq!(names.claim("Page_Order"), "Page_Order_2");
        assert_eq!(names.claim("Page<map<string, u8>>"), "Page_map_string_u8");
        assert_eq!(names.claim("(é)"), "_");
        assert_eq!(names.claim("(è)"), "__2");
    }
}
