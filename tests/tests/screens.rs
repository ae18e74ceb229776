//! What people see: one change a screen, plain and coloured.
//!
//! `screens/NAME.case` holds two documents in shorthand, the source file `src/lib.rs` and the
//! places of clauses in it (`CLAUSE LINE COLUMN`); `NAME.txt` is the screen, `NAME.ansi` the
//! coloured one. `UPDATE=1 cargo test -p contract-tests --test screens` rewrites the screens. Read
//! the difference before you keep it.

mod shorthand;

use std::fs;
use std::path::{Path, PathBuf};

use contract_check::diff::documents;
use contract_check::report::human::{self, Next, Sources, View};
use contract_check::report::json;
use contract_check::verdict::Verdict;
use contract_core::document::Source;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of screens")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|it| it == "case"))
        .collect();
    cases.sort();
    cases
}

/// The lines of a part of a case.
fn part(text: &str, name: &str) -> String {
    let parts = ["before:", "after:", "source:", "places:"];
    let lines = text.lines().skip_while(|line| *line != name).skip(1);
    lines.take_while(|line| !parts.contains(line)).map(|line| format!("{line}\n")).collect()
}

fn judged(text: &str) -> (Verdict, Sources) {
    let before = shorthand::document(&part(text, "before:")).expect("the document before");
    let mut after = shorthand::document(&part(text, "after:")).expect("the document after");
    for place in part(text, "places:").lines() {
        let words: Vec<&str> = place.split_whitespace().collect();
        let [clause, line, column] = words[..] else { panic!("what is `{place}`?") };
        let number = |text: &str| text.parse().expect("a number");
        let file = "src/lib.rs".to_owned();
        let source = Source { file, line: number(line), column: number(column) };
        after.sources.insert(clause.to_owned(), source);
    }
    let source = part(text, "source:");
    (
        Verdict::new(documents::compare(&before, &after)),
        Sources::from([("src/lib.rs".to_owned(), source)]),
    )
}

#[test]
fn screens_are_as_they_were_read() {
    let mut stale = Vec::new();
    for case in cases() {
        let (verdict, sources) = judged(&fs::read_to_string(&case).expect("a case"));
        for (color, extension) in [(false, "txt"), (true, "ansi")] {
            let mut screen = Vec::new();
            let view = View { sources: &sources, color, next: Next::Accept };
            human::write(&verdict, view, &mut screen).expect("a vector takes every byte");
            let path = case.with_extension(extension);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &screen).expect("the screen can be written");
            } else if fs::read(&path).ok().as_ref() != Some(&screen) {
                stale.push(format!("{}:\n{}", path.display(), String::from_utf8_lossy(&screen)));
            }
        }
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// The colours are all that differs.
#[test]
fn a_coloured_screen_says_what_the_plain_one_says() {
    for case in cases() {
        let read =
            |extension| fs::read_to_string(case.with_extension(extension)).expect("a screen");
        let mut plain = String::new();
        let mut escaped = false;
        for c in read("ansi").chars() {
            match c {
                '\u{1b}' => escaped = true,
                'm' if escaped => escaped = false,
                _ if escaped => {}
                _ => plain.push(c),
            }
        }
        assert_eq!(plain, read("txt"), "{}", case.display());
    }
}

/// The same bytes whenever the same documents are judged.
#[test]
fn reports_are_byte_identical() {
    for case in cases() {
        let text = fs::read_to_string(&case).expect("a case");
        let report = || json::text(&json::value(&judged(&text).0));
        assert_eq!(report(), report());
    }
}
