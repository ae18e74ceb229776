//! Single edits of two documents, listed with the worst that each comes to. The lists were written
//! down by reasoning about who writes and who reads, before anything judged them.

use contract_check::diff::openapi::{Options, compare};
use contract_check::finding::Severity;
use contract_check::json::Json;
use contract_check::openapi::{OpenApi, yaml};

fn load(text: &str) -> OpenApi {
    let raw = yaml::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    OpenApi::load(raw).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The document after some replacements, each of a text that stands in it once.
fn edited(document: &str, replacements: Option<&Json>) -> String {
    let mut text = document.to_owned();
    for replacement in replacements.and_then(Json::as_array).unwrap_or_default() {
        let Some([Json::String(from), Json::String(to)]) = replacement.as_array() else {
            panic!("a replacement is two texts: {replacement}")
        };
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}

fn check(document: &str, edits: &str) {
    let edits = yaml::parse(edits).expect("YAML");
    let mut wrong = Vec::new();
    for edit in edits.as_array().expect("a list") {
        let old = edited(document, edit.get("of"));
        let new = edited(&old, edit.get("replace"));
        let findings = compare(&load(&old), &load(&new), &Options::default());
        let findings = findings.unwrap_or_else(|error| panic!("{edit}: {error}"));
        let worst = findings.iter().map(|finding| finding.severity).max();
        let worst = worst.map_or("nothing", Severity::word);
        if edit.get("comes_to").and_then(Json::as_str) != Some(worst) {
            let all: Vec<String> = findings
                .iter()
                .map(|it| format!("  {} {}: {}", it.severity.word(), it.rule.id, it.message()))
                .collect();
            wrong.push(format!("{edit}\n  came to {worst}\n{}", all.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pets() {
    check(include_str!("edits/pets.yaml"), include_str!("edits/pets.edits.yaml"));
}

#[test]
fn things() {
    check(include_str!("edits/things.yaml"), include_str!("edits/things.edits.yaml"));
}
