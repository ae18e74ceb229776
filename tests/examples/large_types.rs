//! Writes a pair of large contract documents and a pair of large JSON Schemas, always the same:
//! 10,000 types that all reach each other, 1,000 operations; the new ones differ in a few places.
//!
//! ```text
//! cargo build --release -p contract-check
//! cargo run -p contract-tests --example large_types -- target/large
//! time target/release/cargo-contract-check compare \
//!     target/large/contract-old.json target/large/contract-new.json
//! time target/release/cargo-contract-check compare \
//!     target/large/schema-old.json target/large/schema-new.json
//! ```
//! The aim is 0.3 s of CPU for either pair. A second argument sets the number of types, to see that
//! the cost is linear in it; a third one how many of them change.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command that people run")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

fn main() {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("name the folder to write to");
        process::exit(2);
    };
    let mut number = |default| arguments.next().and_then(|it| it.parse().ok()).unwrap_or(default);
    let types = number(10_000);
    let changes = number(4);
    let folder = Path::new(&folder);
    let write = |name: &str, text: String| {
        fs::write(folder.join(name), &text).map(|()| println!("{name}: {} bytes", text.len()))
    };
    let written = fs::create_dir_all(folder)
        .and_then(|()| write("contract-old.json", contract(types, 0)))
        .and_then(|()| write("contract-new.json", contract(types, changes)))
        .and_then(|()| write("schema-old.json", schema(types, 0)))
        .and_then(|()| write("schema-new.json", schema(types, changes)));
    if let Err(error) = written {
        eprintln!("cannot write to {}: {error}", folder.display());
        process::exit(1);
    }
}

/// What happens to a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    /// A field takes another type, which breaks both directions.
    Type,
    /// An optional field is added, which breaks none.
    Field,
}

/// What happens to a type where so many of them change, in turn one way and the other.
fn change(number: usize, types: usize, changes: usize) -> Change {
    let every = types.checked_div(changes).unwrap_or(0).max(1);
    match (changes, number % every, number / every % 2) {
        (0, ..) | (_, 1.., _) => Change::None,
        (_, _, 0) => Change::Type,
        _ => Change::Field,
    }
}

/// The types that a type refers to: the next one, so that all reach each other, and two far off.
fn targets(number: usize, types: usize) -> [usize; 3] {
    [number + 1, number * 31 + 17, number * 7 + 3].map(|target| target % types)
}

fn contract(types: usize, changed: usize) -> String {
    let mut text = String::from(
        "{\"format\": 1, \"contract\": {\"id\": \"large\", \"version\": \"1.0.0\", \"level\": \
         \"stable\"},\n\"operations\": {\n",
    );
    for number in 0..types / 10 {
        let comma = if number == 0 { "" } else { ",\n" };
        let (request, response) = ((number * 13 + 5) % types, (number * 7) % types);
        let _ = write!(
            text,
            "{comma}\"large.operation{number}\": {{\"request\": {{\"body\": \"Type{request}\"}}, \
             \"response\": \"Type{response}\"}}"
        );
    }
    text.push_str("},\n\"types\": {\n");
    for number in 0..types {
        let comma = if number == 0 { "" } else { ",\n" };
        let [next, many, some] = targets(number, types);
        let change = change(number, types, changed);
        let amount = if change == Change::Type { "string" } else { "u64" };
        let added = match change {
            Change::Field => ", {\"name\": \"added\", \"type\": {\"option\": \"string\"}}",
            _ => "",
        };
        let _ = write!(
            text,
            "{comma}\"Type{number}\": {{\"shape\": {{\"struct\": {{\"fields\": [\
             {{\"name\": \"id\", \"type\": \"string\"}}, \
             {{\"name\": \"amount{number}\", \"type\": \"{amount}\"}}, \
             {{\"name\": \"next\", \"type\": {{\"option\": \"Type{next}\"}}}}, \
             {{\"name\": \"many\", \"type\": {{\"list\": \"Type{many}\"}}}}, \
             {{\"name\": \"some\", \"type\": {{\"option\": \"Type{some}\"}}}}{added}]}}}}}}"
        );
    }
    text.push_str("}}\n");
    text
}

fn schema(types: usize, changed: usize) -> String {
    let mut text = String::from(
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$ref\": \
         \"#/$defs/Type0\",\n\"$defs\": {\n",
    );
    for number in 0..types {
        let comma = if number == 0 { "" } else { ",\n" };
        let [next, many, some] = targets(number, types);
        let change = change(number, types, changed);
        let amount = if change == Change::Type { "string" } else { "integer" };
        let added = match change {
            Change::Field => ", \"added\": {\"type\": \"string\"}",
            _ => "",
        };
        let _ = write!(
            text,
            "{comma}\"Type{number}\": {{\"type\": \"object\", \"required\": [\"id\", \
             \"amount{number}\"], \"properties\": {{\"id\": {{\"type\": \"string\"}}, \
             \"amount{number}\": {{\"type\": \"{amount}\"}}, \
             \"next\": {{\"$ref\": \"#/$defs/Type{next}\"}}, \
             \"many\": {{\"type\": \"array\", \"items\": {{\"$ref\": \"#/$defs/Type{many}\"}}}}, \
             \"some\": {{\"$ref\": \"#/$defs/Type{some}\"}}{added}}}}}"
        );
    }
    text.push_str("}}\n");
    text
}
