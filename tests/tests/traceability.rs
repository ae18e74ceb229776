//! The page that traces every sentence of the texts behind this project to what answers it,
//! `docs/traceability.md`: what it names exists.

use std::collections::BTreeSet;
use std::path::Path;

use contract_check::rules;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rows: a sentence, and what answers it.
fn rows(page: &str) -> Vec<(&str, &str)> {
    let cells = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    cells.filter_map(|row| row.split_once(" | ")).filter(|(it, _)| *it != "it says").collect()
}

/// The texts in ticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn keys() -> BTreeSet<String> {
    let page = read("contract-core/src/attributes.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(key, _)| key.to_owned()).collect()
}

/// Whether it is an attribute as it is written: a key, with a value or with keys of its own.
fn is_attribute(text: &str, keys: &BTreeSet<String>) -> bool {
    let (key, rest) = text.split_once([' ', '(']).unwrap_or((text, ""));
    let inner = text.contains('(').then(|| rest.trim_end_matches(')').split(", "));
    keys.contains(key)
        && inner.into_iter().flatten().all(|it| {
            // A word that a key takes, such as a kind of effect, is one of its words.
            keys.contains(it)
        })
}

#[test]
fn everything_that_the_page_names_exists() {
    let page = read("docs/traceability.md");
    let keys = keys();
    let attributes = read("contract-core/src/attributes.md");
    let commands = ["init", "compare", "check"];
    let mut unknown = Vec::new();
    let mut named = 0;
    for (sentence, answer) in rows(&page) {
        for text in quoted(answer) {
            named += 1;
            let known = rules::find(text).is_some()
                || is_attribute(text, &keys)
                || commands.contains(&text)
                || attributes.contains(&format!("`{text}`"))
                || attributes.contains(&format!("`{text}("))
                || text.starts_with("#[") && attributes.contains(&text.replace(']', "(..)]"))
                || text.starts_with("derive(")
                    && attributes
                        .contains(text.trim_start_matches("derive(").trim_end_matches(')'))
                || text == "Approved" && read("contract-core/src/approval.rs").contains(text)
                || text == "honour_until"
                    && read("contract-check/src/sources/books/consumers.rs").contains(text);
            if !known {
                unknown.push(format!("{sentence}: `{text}`"));
            }
        }
        for word in answer.split([' ', ';', ',']).map(|it| it.trim_end_matches([':', '.'])) {
            let is_file = !word.contains('`')
                && (word.contains('/')
                    || [".md", ".rs", ".json"].iter().any(|it| word.ends_with(it)));
            if is_file {
                named += 1;
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(word);
                if !path.exists() {
                    unknown.push(format!("{sentence}: {word}"));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "the page names what does not exist: {unknown:#?}");
    assert!(named > 150, "{named}");
}

#[test]
fn every_row_is_answered_by_something_or_says_what_will() {
    let page = read("docs/traceability.md");
    let rows = rows(&page);
    assert!(rows.len() > 100, "{}", rows.len());
    for (sentence, answer) in rows {
        let here = answer.contains('`') || answer.contains('/') || answer.contains(".md");
        let coherence = answer.contains("coherence rule") || answer.starts_with("as above");
        let later = answer.split("; ").any(|part| part.starts_with("later: "));
        assert!(here || coherence || later, "{sentence}: {answer}");
    }
}

/// The coherence rules that the page names are checked by the compiler: each has a case there.
#[test]
fn the_rules_of_coherence_exist() {
    let page = read("docs/traceability.md");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/tests/ui/rules");
    let cases: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the cases of rules")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().to_uppercase())
        .collect();
    let is_rule = |it: &&str| {
        it.len() == 3 && it.starts_with(['C', 'J', 'S']) && it[1..].parse::<u8>().is_ok()
    };
    for rule in page.split(|it: char| !it.is_ascii_alphanumeric()).filter(is_rule) {
        assert!(cases.iter().any(|case| case.starts_with(&format!("{rule}_"))), "{rule}");
    }
}
