//! What the macros say of a type is what the command reads from its document: the conditions that
//! it writes are held against the same words that they meet in the editor.

#![expect(dead_code, reason = "the types are declared and never made")]

#[path = "render/documents.rs"]
#[expect(dead_code, reason = "the validators in it are for others")]
mod documents;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use contract_check::module;
use contract_core::declare::Item;
use contract_core::document::Document;
use contract_core::{Contract, baseline};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[contract(
    level = stable,
    owners(tests = "@shop", compat = "@core"),
    notify(lead = "90d", via(header, changelog)),
    incidental("usually below 1 kB", id = size),
    exempt(reason = "being tried", until = "2027-01-31"),
)]
struct Plain<'a> {
    #[contract(unit = "EUR", construct = "letters", incidental("it is even", id = even), sensitive)]
    order_id: u64,
    #[contract(deprecated(
        since = "1.2.0",
        date = "2026-07-01",
        sunset = "2027-06-30",
        remove_in = "2.0.0",
        replaced_by = "count",
        link = "https://shop.example/old",
        note = "it was never read",
    ))]
    #[serde(alias = "remark", alias = "comment")]
    note: Option<String>,
    #[serde(default)]
    count: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<u8>,
    #[serde(rename(serialize = "w", deserialize = "r"))]
    two_names: f64,
    #[serde(skip)]
    skipped: u8,
    #[serde(skip_serializing)]
    only_read: i8,
    #[serde(skip_deserializing)]
    only_written: i16,
    #[contract(level = experimental)]
    boxed: Box<[Vec<char>]>,
    text: Cow<'a, str>,
    big: usize,
    map: BTreeMap<String, u8>,
    pair: (u8, u8),
    nested: Option<Option<u8>>,
    r#type: i128,
}

#[derive(Serialize, Deserialize, Contract)]
struct Flat {
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
    own: u8,
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(transparent)]
struct Transparent {
    inside: Option<u16>,
}

#[derive(Serialize, Deserialize, Contract)]
struct Newtype(String);

#[derive(Serialize, Deserialize, Contract)]
struct Pair(u8, String);

#[derive(Serialize, Deserialize, Contract)]
struct Unit;

#[derive(Serialize, Deserialize, Contract)]
#[serde(rename_all = "snake_case")]
enum External {
    #[contract(out_of_contract("it may come first", id = order))]
    Nothing,
    #[serde(alias = "one_of_it")]
    One(u8),
    Two(u8, u8),
    #[contract(level = provisional)]
    Fields {
        #[contract(unit = "m", deprecated(since = "1.0.0"))]
        a: String,
        #[serde(default)]
        b: Option<u8>,
    },
    #[serde(skip_serializing)]
    Old,
    #[serde(skip_deserializing)]
    New,
    Named(Newtype),
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(tag = "kind")]
enum Internal {
    Nothing,
    Fields {
        a: Vec<String>,
    },
    #[serde(other)]
    Other,
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(tag = "t", content = "c", rename_all_fields = "UPPERCASE")]
enum Adjacent {
    Nothing,
    One(Vec<u8>),
    Fields { a: u8 },
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(untagged)]
enum Untagged {
    Text(String),
    Fields { a: u8 },
}

#[track_caller]
fn same<T: Contract>(name: &str) {
    let document = documents::document::<T>();
    let exported = contract_core::export::facts(&[Item::Type(T::wire)]);
    let exported: Value = serde_json::from_str(&exported).expect("JSON");
    let types = exported["types"].as_object().expect("types");
    let mark = types.values().map(|it| &it["mark"]).find(|mark| {
        let path = mark["path"].as_str().expect("a path");
        path.ends_with(&format!("::{name}"))
    });
    let mark = mark.unwrap_or_else(|| panic!("no {name} in {exported}"));
    let own = document
        .types
        .keys()
        .find(|it| it.ends_with(name) || it.contains(&format!("{name}<")))
        .unwrap_or_else(|| panic!("no {name} in {:?}", document.types.keys()));
    let facts = module::facts::of(&document, &format!("types/{own}")).expect("a type");
    assert_eq!(
        mark["facts"],
        format!("{:016x}", baseline::hash(facts.as_bytes())),
        "the macros say something else of {name} than its document, which says\n{facts}"
    );
}

#[test]
fn macros_and_documents_say_the_same() {
    same::<Plain<'_>>("Plain");
    same::<Flat>("Flat");
    same::<Transparent>("Transparent");
    same::<Newtype>("Newtype");
    same::<Pair>("Pair");
    same::<Unit>("Unit");
    same::<External>("External");
    same::<Internal>("Internal");
    same::<Adjacent>("Adjacent");
    same::<Untagged>("Untagged");
}

/// The baseline module of an example knows its items by what the macros said of them when it was
/// accepted.
#[test]
fn accepted_items_say_what_their_document_does() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut seen = 0;
    for example in std::fs::read_dir(examples).expect("the examples") {
        let example = example.expect("an example").path();
        let Ok(module) = std::fs::read_to_string(example.join("src/contract_baseline.rs")) else {
            continue;
        };
        let baselines = std::fs::read_dir(example.join("contracts")).expect("its contracts");
        let documents: Vec<Document> = baselines
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|it| it == "json"))
            .map(|path| std::fs::read_to_string(path).expect("a baseline"))
            .map(|text| Document::read(&text).expect("a document"))
            .collect();
        let lines: Vec<&str> = module.lines().collect();
        for pair in lines.windows(2) {
            let [Some(item), Some(of)] = [pair[0].strip_prefix("@ "), pair[1].strip_prefix("# ")]
            else {
                continue;
            };
            let (path, hash) = item.rsplit_once(' ').expect("a path and a hash");
            let clause = of.split('\t').next().expect("a clause");
            let facts = documents.iter().find_map(|it| module::facts::of(it, clause));
            let facts = facts.unwrap_or_else(|| panic!("{path}: no {clause}"));
            // An event's are always compared: nobody keeps their hash.
            if clause.starts_with("events/") {
                continue;
            }
            let own = format!("{:016x}", baseline::hash(facts.as_bytes()));
            assert_eq!(hash, own, "{path} was accepted as something else than\n{facts}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} items");
}
