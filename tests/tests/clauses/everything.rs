//! A document in which everything is said, `everything.json`, and what may be changed in it.

use contract_core::document::Document;
use serde_json::{Map, Value};

/// The document.
pub(crate) fn everything() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clauses/everything.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the document")).expect("JSON")
}

/// The document as the judge reads it.
pub(crate) fn document(root: &Value) -> Document {
    Document::read(&root.to_string()).unwrap_or_else(|error| panic!("{error}: {root:#}"))
}

/// The clause of the document that a pattern of the table matches.
pub(crate) fn clause(pattern: &str) -> String {
    let names = [
        ("**/", "types/Order/"),
        ("operations/*/errors/codes/*/", "errors/OrderError/codes/BUSY/"),
        ("errors/*/codes/*/", "errors/OrderError/codes/BUSY/"),
        ("errors/*/", "errors/OrderError/"),
        ("effect/*/", "effect/bank/"),
        ("wait_until/*/", "wait_until/paid/"),
        ("states/*/", "states/Done/"),
        ("config/*/", "config/BANK_KEY/"),
        ("operations/*/", "operations/orders.create/"),
        ("events/*/", "events/order.paid/"),
        ("consumers/*/", "consumers/ledger/"),
        ("jobs/*/", "jobs/export/"),
        ("providers/*/", "providers/bank/"),
    ];
    let mut clause = pattern.to_owned();
    for (from, to) in names {
        clause = clause.replace(from, to);
    }
    assert!(!clause.contains('*'), "{pattern}: {clause}");
    clause
}

/// Whether a clause holds names in a list, whatever orders them.
pub(crate) fn is_list(clause: &str) -> bool {
    ["/exists", "/not_found", "/details", "/kinds", "/next", "/modes", "/required_in", "/via"]
        .iter()
        .any(|end| clause.ends_with(end))
}

/// Has a clause say a value, or nothing. What leads a group cannot be left out of it: without it
/// there is no group.
pub(crate) fn put(root: &mut Value, clause: &str, value: Option<&str>, list: bool) {
    let (around, name) = clause.rsplit_once('/').expect("a clause of something");
    object(root, around).remove(name);
    if let Some(value) = value {
        let value = if list { value.split(", ").collect() } else { said(clause, value) };
        object(root, around).insert(name.to_owned(), value);
    } else if Document::read(&root.to_string()).is_err() {
        let (around, group) = around.rsplit_once('/').expect("a group of something");
        object(root, around).remove(group);
    }
}

/// A value as the document says it.
fn said(clause: &str, text: &str) -> Value {
    if clause.ends_with("/open") {
        return Value::Bool(text == "open");
    }
    // What holds or does not is said by its word.
    if ["initial", "readonly", "secret", "sensitive", "throttle"].contains(&text) {
        return Value::Bool(true);
    }
    if let Ok(number) = text.parse::<u64>() {
        return number.into();
    }
    match text.parse::<f64>() {
        Ok(number) if !text.contains('-') => number.into(),
        _ => text.into(),
    }
}

/// The object of a clause. What an author says of an item stands in `about`.
pub(crate) fn object<'a>(root: &'a mut Value, path: &str) -> &'a mut Map<String, Value> {
    let mut at = root;
    for name in path.split('/') {
        if name == "deprecated" || name == "notify" {
            at = &mut at["about"];
        }
        at = at.get_mut(name).unwrap_or_else(|| panic!("the document has no {path}"));
    }
    let about = path.split('/').count() == 2 && path.starts_with("types/");
    if about { &mut at["about"] } else { at }.as_object_mut().expect("an object")
}
