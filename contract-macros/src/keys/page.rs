//! The reference page of attribute keys, `contract-core/src/attributes.md`: it is printed from the
//! table, and a test holds the two together.

use std::fmt::Write as _;

use super::{Key, Place};

fn title(place: Place) -> &'static str {
    match place {
        Place::Contract => "`contract! { .. }`",
        Place::Type => "`#[contract(..)]` on a type that derives `Contract`",
        Place::Field => "`#[contract(..)]` on a field",
        Place::Variant => "`#[contract(..)]` on a variant",
        Place::Operation => "`#[handler(..)]`",
        Place::Stream => "`#[stream(..)]`",
        Place::ErrorSet => "`#[contract(..)]` on an enum that derives `ContractError`",
        Place::ErrorCode => "`#[contract(..)]` on a variant of such an enum",
        Place::Consumer => "`#[consumer(..)]`",
        Place::Job => "`#[job(..)]`",
        Place::States => "`#[state(..)]` on an enum that derives `JobState`",
        Place::State => "`#[state(..)]` on a variant of such an enum",
        Place::Provider => "`#[config(..)]` on a struct that derives `ContractConfig`",
        Place::Variable => "`#[config(..)]` on a field of such a struct",
        Place::Deprecated => "`deprecated(..)`",
        Place::Event => "`event(..)`",
        Place::Owners => "`owners(..)`",
        Place::Notify => "`notify(..)`",
        Place::Exempt => "`exempt(..)`",
        Place::Idempotency => "`idempotency(..)`",
        Place::RetryPolicy => "`retry(..)`",
        Place::Effect => "`effect(..)`",
        Place::Pagination => "`pagination(..)`",
        Place::RateLimit => "`rate_limit(..)`",
        Place::Staleness => "`staleness(..)`",
        Place::Cache => "`cache(..)`",
        Place::Waiter => "`wait_until(..)`",
        Place::Delivery => "`delivery(..)`",
        Place::Dedup => "`dedup(..)`",
        Place::Ordering => "`ordering(..)`",
    }
}

fn page() -> String {
    let mut page = String::from(
        "Every attribute key, by the place where it stands.\n\n\
         Words are written without quotes, text in quotes; versions are SemVer, dates \
         `YYYY-MM-DD`, durations a whole number and a unit (`250ms`, `8s`, `15m`, `24h`, `30d`). A level that is not given is the enclosing item's, and the contract's in the \
         end. serde's own attributes say everything about the wire; nothing here repeats them.\n",
    );
    for place in Place::ALL {
        let _ = write!(page, "\n# {}\n\n", title(*place));
        page.push_str("| key | takes | says |\n|---|---|---|\n");
        let mut keys: Vec<&Key> = Key::of(*place).collect();
        keys.sort_unstable_by_key(|key| key.name);
        for key in keys {
            let Key { name, doc, takes, example, .. } = key;
            let takes = takes.in_words().replace('|', "\\|");
            let _ = writeln!(page, "| `{name}` | {takes} | {doc} `{example}` |");
        }
    }
    page
}

/// To bring the page up to date, run this test with `UPDATE_PAGES=1` and read the difference.
#[test]
fn the_page_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract-core/src/attributes.md");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(path, page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), page());
}
