//! Contract documents: their published schema, and what becomes of damaged ones.

mod shorthand;

use std::fs;
use std::path::{Path, PathBuf};

use contract_core::document::{Document, canonical};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

/// The checked-in schema of format 1. `UPDATE=1` rewrites it.
#[test]
fn the_published_schema_is_current() {
    let path = root().join("contract-core/contract-document.schema.json");
    let current = canonical(&schemars::schema_for!(Document).to_value());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &current).expect("the schema can be written");
    }
    let published = fs::read_to_string(&path).expect("the published schema");
    assert!(published == current, "contract-core/contract-document.schema.json is stale");
}

/// Documents of every kind: those of the examples, and one with everything in it.
fn documents() -> Vec<String> {
    let everything = "\
contract id=shop version=1.0.0 level=stable owner=@shop meaning=everything
op orders.create POST /orders 201 body=NewOrder query=Filter -> Order !OrderError level=provisional
event orders.shipped send Shipped on=orders
data Snapshot
errors OrderError closed https://orders.example/errors
  NOT_FOUND 404 never none
  BUSY 503 safe none role=unavailable
struct Order refuses
  total: u64 unit=EUR alias=sum,amount since=1.0.0 sunset=2027-01-31
  note: option<string> unless_none default
  rest: map<string, any> flatten
struct NewOrder tag=kind:new
  lines: list<(string, [u8; 3])>
  secret: codec<cents, u64> unwritten
struct Filter
  page: u32 default=first_page
enum Payment internal=kind
  Cash
  Card(Card)
  Other other
enum Id untagged
  Number(u64)
  Text { text: split<string, any> }
struct Card
  last4: Last4
newtype Last4 = string
alias Shipped = set<Payment>
tuple Snapshot = f64, Id
unit Nothing";
    let mut documents = vec![shorthand::document(everything).expect("a document").print()];
    for example in ["examples/billing-bin/contracts", "examples/orders/contracts"] {
        let Ok(entries) = fs::read_dir(root().join(example)) else { continue };
        let mut files: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
        files.sort();
        documents.extend(files.iter().filter_map(|file| fs::read_to_string(file).ok()));
    }
    documents
}

#[test]
fn documents_fit_their_schema() {
    let schema = schemars::schema_for!(Document).to_value();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for text in documents() {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}\n{text}");
    }
}

#[test]
fn a_document_is_its_canonical_text() {
    for text in documents() {
        let document = Document::read(&text).expect("a document");
        assert_eq!(document.print(), text);
    }
}

/// Numbers that look random and are the same every time (xorshift64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("fewer sides than that")
    }
}

/// A damaged text is an error or another document, and never a panic.
#[test]
fn damaged_texts_are_errors_or_other_documents() {
    let mut dice = Dice(0x5eed_0001);
    for text in documents() {
        for _ in 0..500 {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=dice.roll(3) {
                let at = dice.roll(bytes.len());
                match dice.roll(4) {
                    0 => {
                        bytes.truncate(at.max(1));
                    }
                    1 => {
                        let end = (at + dice.roll(40)).min(bytes.len());
                        bytes.drain(at..end);
                    }
                    2 => bytes[at] = b"\"{}[],:0aZ\\ \n"[dice.roll(13)],
                    _ => {
                        let end = (at + dice.roll(60)).min(bytes.len());
                        let copy = bytes[at..end].to_vec();
                        let to = dice.roll(bytes.len());
                        bytes.splice(to..to, copy);
                    }
                }
                if bytes.is_empty() {
                    break;
                }
            }
            let Ok(damaged) = String::from_utf8(bytes) else { continue };
            match Document::read(&damaged) {
                Ok(document) => assert_eq!(Document::read(&document.print()), Ok(document)),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

/// Every value of a document, as pointers.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    let token = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| pointers(member, &format!("{at}/{}", token(name)), all)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), all)),
        _ => {}
    }
}

fn parent<'v>(value: &'v mut Value, pointer: &str) -> Option<(&'v mut Value, String)> {
    let (around, last) = pointer.rsplit_once('/')?;
    Some((value.pointer_mut(around)?, last.replace("~1", "/").replace("~0", "~")))
}

/// At how many places of a document it is changed.
const PLACES: usize = 150;

/// Nothing that a document says is skipped, and nothing that it leaves out is made up: whatever is
/// taken away, renamed, added or replaced makes an error or another document.
#[test]
fn whatever_is_changed_is_noticed() {
    for text in documents() {
        let original = Document::read(&text).expect("a document");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let mut all = Vec::new();
        pointers(&value, "", &mut all);
        // Every change of a large document reads it as a whole: some of its places are enough.
        let step = all.len().div_ceil(PLACES);
        let noticed = |changed: &Value, what: String| {
            if let Ok(document) = Document::read(&changed.to_string()) {
                assert!(document != original, "{what}, and nobody notices");
                let again = Document::read(&document.print());
                assert!(again.is_ok_and(|again| again == document), "{what}");
            }
        };
        for pointer in all.iter().step_by(step).filter(|it| !it.is_empty()) {
            let mut changed = value.clone();
            if let Some((Value::Object(members), name)) = parent(&mut changed, pointer) {
                members.remove(&name);
                noticed(&changed, format!("{pointer} is taken away"));
            }
            let mut changed = value.clone();
            if let Some((Value::Object(members), name)) = parent(&mut changed, pointer) {
                let member = members.remove(&name).expect("it is there");
                members.insert(format!("{name}x"), member);
                noticed(&changed, format!("{pointer} is renamed"));
            }
            for other in [Value::Null, true.into(), 7.into(), "x".into(), Value::Array(vec![])] {
                let mut changed = value.clone();
                let slot = changed.pointer_mut(pointer).expect("it is there");
                if *slot != other {
                    *slot = other.clone();
                    noticed(&changed, format!("{pointer} is {other}"));
                }
            }
            let mut changed = value.clone();
            if let Some(Value::Object(members)) = changed.pointer_mut(pointer) {
                members.insert("unheard_of".to_owned(), 1.into());
                noticed(&changed, format!("{pointer} has one member more"));
            }
        }
    }
}
