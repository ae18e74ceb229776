//! The page of a rule, and the list of all.

use std::fmt::Write as _;

use super::{Family, Rule, Words, all};

/// The page that `explain RULE` shows, in Markdown.
pub fn page(rule: &Rule) -> String {
    let [it, within, from, to] = rule.example.words.map(str::to_owned);
    let words = Words { it, within, from, to, reason: "REASON".to_owned(), paid: false };
    let mut text = format!("# {}\n\n{}: {}.\n", rule.id, rule.family.heading(), rule.title);
    let mut section = |heading: &str, body: &str| {
        let _ = write!(text, "\n## {heading}\n{body}\n");
    };
    section("What it reports", rule.what);
    section("Why it matters", rule.why);
    let hurt = [
        ("In a request", rule.hurt.request),
        ("In a response or an event", rule.hurt.response),
        ("To consumers", rule.hurt.general),
        ("Otherwise", rule.hurt.nobody),
    ];
    let hurt: Vec<String> = hurt
        .iter()
        .filter(|(_, sentence)| !sentence.is_empty())
        .map(|(when, sentence)| format!("- {when}: {}", words.fill(sentence)))
        .collect();
    let story = match rule.story {
        "" => String::new(),
        story => format!(" The story: {}.", words.fill(story)),
    };
    section(
        "Example",
        format!(
            "Before:\n{}\nAfter:\n{}\nThe finding: {}.{story}\n\n{}",
            indented(rule.example.before),
            indented(rule.example.after),
            rule.told(&words),
            hurt.join("\n")
        )
        .trim_end(),
    );
    section("What to do", &rule.remedy(&words));
    section("See", rule.reference);
    text
}

/// Every rule with its title, by family: what `explain` alone shows.
pub fn list() -> String {
    let width = all().iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for family in Family::ALL {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{}", family.heading());
        for rule in all().iter().filter(|rule| rule.family == family) {
            let _ = writeln!(text, "  {:width$}  {}", rule.id, rule.title);
        }
    }
    text
}

/// The list of all rules as a page of Markdown, for those who look for one.
pub fn index() -> String {
    let mut text = String::from(
        "# Rules\nEvery kind of finding. `cargo contract-check explain RULE` shows the page of one: \
         what it reports, whom it protects, an example and what to do.\n",
    );
    for family in Family::ALL {
        let _ = write!(text, "\n## {}\n", family.heading());
        for rule in all().iter().filter(|rule| rule.family == family) {
            let _ = writeln!(text, "- `{}`: {}", rule.id, rule.title);
        }
    }
    text
}

fn indented(code: &str) -> String {
    let mut text = String::from("\n");
    for line in code.lines() {
        let _ = writeln!(text, "    {line}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_renders_without_a_parameter_left() {
        for rule in all() {
            let page = page(rule);
            for name in Words::NAMES {
                assert!(!page.contains(&format!("{{{name}}}")), "{}: {page}", rule.id);
            }
            assert!(!page.contains("``"), "{}: a parameter without an example: {page}", rule.id);
        }
    }

    #[test]
    fn the_list_has_every_rule_once() {
        let list = list();
        for rule in all() {
            let lines =
                list.lines().filter(|line| line.trim_start().split(' ').next() == Some(rule.id));
            assert_eq!(lines.count(), 1, "{}", rule.id);
        }
    }
}
