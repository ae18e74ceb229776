//! The exported facts against serde itself: an evaluator that knows only the facts must say of
//! every document what serde does with it.

use std::collections::BTreeSet;

use contract_check::evaluate::wire::{Answer, reads, writes};
use contract_check::json::Json;
use contract_core::Contract;
use contract_core::document::{Document, Header, WireType};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A document of the types that T reaches, and T in it.
///
/// # Panics
/// If the document model does not read the facts.
pub fn document<T: Contract>() -> (Document, WireType) {
    let types = crate::types::<Of<T>>()
        .into_iter()
        .map(|(name, facts)| (name, serde_json::from_value(facts["type"].clone()).unwrap()))
        .collect();
    let document = Document { types, ..Document::new(Header::new("test", "1.0.0")) };
    (document, WireType::Named(crate::name_of::<Of<T>>()))
}

/// Gives every type a name.
#[derive(Contract)]
#[contract(crate = contract_core)]
#[serde(transparent)]
struct Of<T>(T);

/// How a type was judged.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Documents of which the facts say what serde does.
    pub known: usize,
    /// Documents of which the facts say that only a codec knows.
    pub unknown: Vec<String>,
}

/// Checks that the facts of T agree with serde on `values`, which are written and read back, and
/// on `texts`, which are read.
///
/// # Panics
/// If the facts contradict serde.
#[track_caller]
pub fn judge<T: Contract + Serialize + DeserializeOwned>(values: &[T], texts: &[&str]) -> Judged {
    let (document, wire) = document::<T>();
    let mut judged = Judged::default();
    let mut pool: BTreeSet<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    for value in values {
        let text = serde_json::to_string(value).expect("values can be written");
        let json = Json::parse(&text).expect("serde_json writes JSON");
        match writes(&document, &wire, &json, &[]) {
            Answer::Yes => judged.known += 1,
            Answer::Unknown(_) => judged.unknown.push(text.clone()),
            Answer::No(refusal) => panic!("serde writes {text}, the facts say: {refusal:?}"),
        }
        vary(&text, &mut pool);
    }
    for text in pool {
        let json = Json::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let serde = serde_json::from_str::<T>(&text);
        match (reads(&document, &wire, &json, &[]), serde) {
            (Answer::Yes, Ok(_)) | (Answer::No(_), Err(_)) => judged.known += 1,
            (Answer::Unknown(_), _) => judged.unknown.push(text),
            (Answer::Yes, Err(error)) => panic!("the facts accept {text}, serde: {error}"),
            (Answer::No(refusal), Ok(_)) => panic!("serde reads {text}, the facts: {refusal:?}"),
        }
    }
    judged
}

/// [`judge`], where the facts must say it of every document.
///
/// # Panics
/// If the facts contradict serde, or leave anything open.
#[track_caller]
pub fn exact<T: Contract + Serialize + DeserializeOwned>(values: &[T], texts: &[&str]) {
    let judged = judge(values, texts);
    assert_eq!(judged.unknown, Vec::<String>::new(), "of {}", std::any::type_name::<T>());
    assert!(judged.known > values.len());
}

/// Documents that no type expects in particular.
const COMMON: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "-0",
    "1.0",
    "1.5",
    "-1.5",
    "1e2",
    "127",
    "128",
    "255",
    "256",
    "-128",
    "-129",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "340282366920938463463374607431768211455",
    "\"\"",
    "\"a\"",
    "\"é\"",
    "\"ab\"",
    "\"1\"",
    "\"null\"",
    "[]",
    "[null]",
    "[0]",
    "[0,0]",
    "[1,2,3]",
    "[[]]",
    "[\"a\"]",
    "[\"a\",\"a\"]",
    "{}",
    "{\"a\":null}",
    "{\"a\":1}",
    "{\"1\":1}",
    "{\"-1\":1}",
    "{\"01\":1}",
    "{\"true\":1}",
    "{\"secs\":1,\"nanos\":0}",
    "{\"Ok\":1}",
    "{\"Err\":1}",
];

/// The document itself, the common ones, and the document with each part replaced by each of
/// them, removed, or renamed.
fn vary(text: &str, pool: &mut BTreeSet<String>) {
    pool.insert(text.to_owned());
    pool.extend(COMMON.iter().map(|common| (*common).to_owned()));
    let value: serde_json::Value = serde_json::from_str(text).expect("serde_json reads its own");
    vary_parts(&value, &mut |varied| {
        pool.insert(varied);
    });
}

fn vary_parts(value: &serde_json::Value, emit: &mut dyn FnMut(String)) {
    use serde_json::Value;
    match value {
        Value::Array(items) => {
            let texts: Vec<String> = items.iter().map(Value::to_string).collect();
            let with = |texts: &[String]| format!("[{}]", texts.join(","));
            for index in 0..texts.len() {
                let mut fewer = texts.clone();
                fewer.remove(index);
                emit(with(&fewer));
                let mut more = texts.clone();
                more.insert(index, texts[index].clone());
                emit(with(&more));
                replaced(&items[index], &mut |part| {
                    let mut other = texts.clone();
                    other[index] = part;
                    emit(with(&other));
                });
            }
        }
        Value::Object(members) => {
            let texts: Vec<(String, String)> = members
                .iter()
                .map(|(name, value)| (Value::from(name.as_str()).to_string(), value.to_string()))
                .collect();
            let with = |texts: &[(String, String)]| {
                let members: Vec<String> =
                    texts.iter().map(|(name, value)| format!("{name}:{value}")).collect();
                format!("{{{}}}", members.join(","))
            };
            let mut unknown = texts.clone();
            unknown.insert(0, ("\"unknown\"".to_owned(), "[1]".to_owned()));
            emit(with(&unknown));
            let values: Vec<String> = texts.iter().map(|(_, value)| value.clone()).collect();
            emit(format!("[{}]", values.join(",")));
            for (index, part) in members.values().enumerate() {
                let mut fewer = texts.clone();
                fewer.remove(index);
                emit(with(&fewer));
                let mut renamed = texts.clone();
                renamed[index].0 = "\"renamed\"".to_owned();
                emit(with(&renamed));
                replaced(part, &mut |part| {
                    let mut other = texts.clone();
                    other[index].1 = part;
                    emit(with(&other));
                });
            }
        }
        _ => {}
    }
}

/// Everything that may stand in place of a part.
fn replaced(part: &serde_json::Value, emit: &mut dyn FnMut(String)) {
    COMMON.iter().for_each(|common| emit((*common).to_owned()));
    vary_parts(part, emit);
}
