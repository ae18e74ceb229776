//! What consumers' Pact files say that they rely on.
//!
//! `pacts/NAME.json` is a Pact file about the contract in `pacts/contract.txt`; `NAME.txt` are the
//! clauses that it relies on and what was found nowhere. `UPDATE=1 cargo test -p contract-tests
//! --test pacts` writes them anew. Read the difference before you keep it.

mod shorthand;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use contract_check::pact::{Pact, dependences};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pacts")
}

#[test]
fn a_pact_relies_on_what_it_shows() {
    let contract = fs::read_to_string(folder().join("contract.txt")).expect("the contract");
    let document = shorthand::document(&contract).expect("a document");
    let mut stale = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(folder()).expect("the folder of Pact files") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|it| it != "json") {
            continue;
        }
        seen += 1;
        let pact = Pact::read(&fs::read_to_string(&path).expect("a file")).expect("a Pact");
        let matched = dependences(&pact, &document);
        let mut text = format!(
            "`{}`: {} of {} interactions\n",
            pact.consumer,
            matched.interactions,
            pact.interactions.len()
        );
        for clause in &matched.clauses {
            let _ = writeln!(text, "{clause}");
        }
        text.push_str("not matched:\n");
        for lost in &matched.unmatched {
            let _ = writeln!(text, "{lost}");
        }
        let golden = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &text).expect("the golden");
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(text.as_str()) {
            stale.push(format!("{}:\n{text}", golden.display()));
        }
    }
    assert_eq!(seen, 4);
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// Whatever part of a file is missing or of another kind, it is read or refused, and never stops
/// the program.
#[test]
fn a_damaged_pact_is_refused_or_read() {
    let contract = fs::read_to_string(folder().join("contract.txt")).expect("the contract");
    let document = shorthand::document(&contract).expect("a document");
    let (mut read, mut refused) = (0, 0);
    for name in ["shop-v2", "app-v3", "mailer-v3", "desk-v4"] {
        let text = fs::read_to_string(folder().join(format!("{name}.json"))).expect("a file");
        let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        for pointer in pointers(&whole, String::new()) {
            for other in ["null", "7", "\"\"", "[]", "{}"] {
                let mut damaged = whole.clone();
                let place = damaged.pointer_mut(&pointer).expect("a place");
                *place = serde_json::from_str(other).expect("JSON");
                match Pact::read(&damaged.to_string()) {
                    Ok(pact) => {
                        dependences(&pact, &document);
                        read += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
        for end in (0..text.len()).step_by(37) {
            assert!(Pact::read(&text[..end]).is_err(), "{name} up to {end}");
        }
    }
    assert!(read > 500 && refused > 50, "{read} read, {refused} refused");
}

fn pointers(value: &serde_json::Value, at: String) -> Vec<String> {
    let mut all = Vec::new();
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                all.extend(pointers(value, format!("{at}/{name}")));
            }
        }
        serde_json::Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                all.extend(pointers(value, format!("{at}/{index}")));
            }
        }
        _ => {}
    }
    all.push(at);
    all
}
