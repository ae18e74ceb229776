//! Writes a pair of large OpenAPI documents, always the same: about 4 MB each, 1,000 schemas that
//! refer to each other in cycles, 500 operations; the new one differs in a few places.
//!
//! ```text
//! cargo build --release -p contract-check
//! cargo run -p contract-tests --example large_openapi -- target/large
//! time target/release/cargo-contract-check compare target/large/old.json target/large/new.json
//! ```
//! The aim is 0.10 s of CPU and 100 MB. A third argument sets the number of schemas, to see that
//! the cost is linear in it.

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
    let schemas = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1_000);
    let folder = Path::new(&folder);
    let write = |name: &str, text: String| {
        fs::write(folder.join(name), &text).map(|()| println!("{name}: {} bytes", text.len()))
    };
    let written = fs::create_dir_all(folder)
        .and_then(|()| write("old.json", document(schemas, false)))
        .and_then(|()| write("new.json", document(schemas, true)));
    if let Err(error) = written {
        eprintln!("cannot write to {}: {error}", folder.display());
        process::exit(1);
    }
}

const WORDS: [&str; 8] =
    ["order", "customer", "invoice", "shipment", "address", "price", "stock", "supplier"];

fn document(schemas: usize, changed: bool) -> String {
    let mut text = String::from(
        "{\n\"openapi\": \"3.1.0\",\n\"info\": {\"title\": \"Large\", \"version\": \"1.0.0\"},\n\
         \"paths\": {\n",
    );
    for number in 0..schemas / 2 {
        let comma = if number == 0 { "" } else { ",\n" };
        let (read, written) = ((number * 7) % schemas, (number * 13 + 5) % schemas);
        let _ = write!(
            text,
            "{comma}\"/things{number}/{{id}}\": {{\n  \"parameters\": [{{\"name\": \"id\", \"in\": \
             \"path\", \"required\": true, \"schema\": {{\"type\": \"string\"}}}}],\n  \"get\": \
             {{\"operationId\": \"get{number}\", \"responses\": {{\"200\": {{\"description\": \
             \"One of them.\", \"content\": {{\"application/json\": {{\"schema\": {{\"$ref\": \
             \"#/components/schemas/Type{read}\"}}}}}}}}}}}},\n  \"put\": {{\"operationId\": \
             \"put{number}\", \"requestBody\": {{\"required\": true, \"content\": \
             {{\"application/json\": {{\"schema\": {{\"$ref\": \
             \"#/components/schemas/Type{written}\"}}}}}}}}, \"responses\": {{\"204\": \
             {{\"description\": \"Written.\"}}}}}}\n}}"
        );
    }
    text.push_str("\n},\n\"components\": {\"schemas\": {\n");
    for number in 0..schemas {
        schema(&mut text, number, schemas, changed);
    }
    text.push_str("\n}}\n}\n");
    text
}

fn schema(text: &mut String, number: usize, schemas: usize, changed: bool) {
    let comma = if number == 0 { "" } else { ",\n" };
    // One type in five hundred is edited.
    let changed = changed && number % 500 == 250;
    let _ = write!(
        text,
        "{comma}\"Type{number}\": {{\n  \"type\": \"object\",\n  \"description\": \"What the system \
         knows about the {} number {number}, as it is shown to those who ask for it.\",\n  \
         \"required\": [\"id\", \"kind\"],\n  \"properties\": {{\n    \"id\": {{\"type\": \"string\", \
         \"format\": \"uuid\", \"description\": \"What it is known by.\"}},\n    \"kind\": \
         {{\"type\": \"string\", \"enum\": [\"new\", \"open\", \"closed\"{}]}}",
        WORDS[number % WORDS.len()],
        if changed { ", \"lost\"" } else { "" },
    );
    for field in 0..13 {
        let name = WORDS[(number + field) % WORDS.len()];
        let _ = write!(text, ",\n    \"{name}_{field}\": ");
        let words = format!(
            "\"description\": \"The {name} that belongs to it at the time of asking, if it is \
             known by then; field {field} of {number}.\""
        );
        let target = (number * 31 + field * 17 + 1) % schemas;
        let _ = match field % 6 {
            0 => write!(text, "{{\"type\": \"string\", \"maxLength\": {}, {words}}}", 10 + field),
            1 => write!(text, "{{\"type\": \"integer\", \"minimum\": {field}, {words}}}"),
            2 => write!(
                text,
                "{{\"type\": \"array\", \"items\": {{\"$ref\": \
                 \"#/components/schemas/Type{target}\"}}, {words}}}"
            ),
            3 => write!(text, "{{\"$ref\": \"#/components/schemas/Type{target}\"}}"),
            4 => write!(text, "{{\"type\": [\"number\", \"null\"], {words}}}"),
            _ => write!(
                text,
                "{{\"type\": \"object\", \"additionalProperties\": {{\"type\": \"boolean\"}}, \
                 {words}}}"
            ),
        };
    }
    // A chain from the first type to the last, and back.
    let next = (number + 1) % schemas;
    let _ = write!(
        text,
        ",\n    \"next\": {{\"$ref\": \"#/components/schemas/Type{next}\"}}\n  }},\n  \
         \"examples\": [{{\"id\": \"5f0d7c6e-9a55-4c53-8a0e-0d1c8b1f9f11\", \"kind\": \"open\", \
         \"next\": {{\"id\": \"e1b6a3a0-6a4a-4d8e-a3f7-3b1d6f2a9c55\", \"kind\": \"new\"}}, \
         \"words\": \"{}\"}}]\n}}",
        "All that is known about it, in the words of those who wrote it down. ".repeat(20),
    );
}
