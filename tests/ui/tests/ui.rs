//! What the macros say about mistakes. See `ui/README.md`.

use std::fs;
use std::path::Path;

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
}

/// There are as many cases as the guide to them says at least.
#[test]
fn there_are_cases_for_every_theme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut cases = 0;
    for theme in fs::read_dir(&folder).expect("the folder of cases") {
        let theme = theme.expect("an entry").path();
        if theme.is_dir() {
            let files = fs::read_dir(&theme).expect("a theme").map(|file| file.expect("a file"));
            let ends = files.map(|file| file.path().extension().map(|it| it.to_owned()));
            let ends: Vec<_> = ends.collect();
            let count = |end: &str| ends.iter().flatten().filter(|it| *it == end).count();
            assert_eq!(count("rs"), count("stderr"), "{}", theme.display());
            cases += count("rs");
        }
    }
    assert!(cases >= 120, "{cases} cases");
}

/// Every rule of coherence has a case that breaks it alone, beside near misses that do not.
#[test]
fn every_rule_has_a_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/rules");
    let names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder of the rules")
        .map(|file| file.expect("a file").file_name().into_string().expect("a plain name"))
        .filter(|name| name.ends_with(".rs"))
        .collect();
    let numbers = |letter: char, last: u32| (1..=last).map(move |it| format!("{letter}{it:02}"));
    for rule in
        numbers('C', 19).chain(numbers('J', 8)).chain(numbers('L', 2)).chain(numbers('S', 2))
    {
        let start = format!("{}_", rule.to_lowercase());
        let case = names.iter().find(|name| name.starts_with(&start));
        let case = case.unwrap_or_else(|| panic!("{rule} has no case"));
        let text = fs::read_to_string(folder.join(case)).expect("a case");
        let doc: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(doc.starts_with(&format!("//! {rule}: ")), "{case}");
        assert!(doc.to_lowercase().contains("near miss"), "{case} shows no near miss");
        let said =
            fs::read_to_string(folder.join(case).with_extension("stderr")).expect("its text");
        // The rules that the compiler checks stand in its text by name.
        for word in said.split(|it: char| !it.is_ascii_alphanumeric()) {
            let other = word.len() == 3
                && word.starts_with(['C', 'J', 'L', 'S'])
                && word[1..].bytes().all(|it| it.is_ascii_digit());
            assert!(!other || word == rule, "{case} breaks {word} as well");
        }
    }
}
