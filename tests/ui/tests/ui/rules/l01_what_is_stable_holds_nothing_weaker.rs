//! L01: a stable clause holds nothing that is declared weaker. Near misses: the clause is no more
//! than its type, or says what it holds; the type declares nothing, or as much; it is of std, or
//! known by its schema; nobody reads or writes the field.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use contract_core::{Contract, ContractError, handler, job, stream};
use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize, Contract)]
#[contract(level = experimental)]
struct Draft {
    text: String,
}

#[derive(Serialize, Deserialize, Contract)]
#[contract(level = provisional)]
struct Sketch<'a>(&'a str);

#[derive(Serialize, Deserialize, Contract)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(Serialize, Deserialize, Contract)]
#[contract(level = stable)]
struct Signed {
    text: String,
    // What declares nothing, and what holds itself.
    before: Option<Box<Signed>>,
    page: Page<Signed>,
}

/// By the level of the type, of the field, and of the variant; through whatever holds it.
#[derive(Serialize, Deserialize, Contract)]
#[contract(level = stable)]
struct Letter<'a, T> {
    draft: Draft,
    again: Draft,
    #[serde(borrow)]
    sketch: Sketch<'a>,
    maybe: Option<Box<Draft>>,
    named: BTreeMap<String, Vec<Draft>>,
    owned: Cow<'static, Draft>,
    page: Page<Draft>,
    pair: (u8, [Draft; 2]),
    #[contract(level = experimental)]
    weaker: Draft,
    #[contract(holds = experimental)]
    said: Draft,
    #[serde(skip)]
    never: PhantomData<Draft>,
    marker: PhantomData<Draft>,
    parameter: T,
    signed: Signed,
    text: String,
}

#[derive(Serialize, Deserialize, Contract)]
enum Message {
    #[contract(level = stable)]
    Sent(Draft),
    #[contract(level = stable)]
    Kept {
        draft: HashMap<String, Draft>,
        #[contract(level = provisional)]
        weaker: Draft,
    },
    Free(Draft),
}

#[derive(Serialize, Deserialize, Contract)]
struct Newtype(#[contract(level = stable)] Draft);

#[derive(ContractError)]
#[contract(domain = "urn:letters", open, level = experimental)]
enum LetterError {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[handler(id = "letters.write", request = Draft, response = Signed, errors = LetterError, level = stable, cancel = unspecified)]
fn write() {}

#[handler(id = "letters.draft", request = Draft, level = provisional, cancel = unspecified)]
fn draft() {}

#[handler(id = "letters.keep", request = Draft, level = stable, holds = experimental, cancel = unspecified)]
fn keep() {}

#[stream(id = "letters.follow", chunk = Draft, framing = ndjson, level = stable, cancel = unspecified)]
fn follow() {}

#[job(
    id = "letters.print", states = Printing, errors = LetterError, level = stable,
    create = "letters.write", observe = "letters.keep", progress = status, cancel = unsupported,
    logs = none, timeout = "1h", heartbeat = "30s", retention = "30d", max_attempts = 3,
    restart = from_scratch, items = at_least_once
)]
fn print() {}

#[derive(contract_core::JobState)]
enum Printing {
    #[state(initial, next(Done, Failed, Late))]
    On,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(timed_out))]
    Late,
}

/// An event is not stable if its type is less.
#[derive(Contract)]
#[contract(level = provisional, event(id = "letters.sent", send, level = stable))]
struct Sent;

fn main() {}
