//! Large inputs, always the same.

use std::fmt::Write as _;

const WORDS: [&str; 8] =
    ["order", "customer", "invoice", "shipment", "address", "price", "stock", "supplier"];

/// An OpenAPI document of about four kilobytes per schema: schemas that refer to each other in
/// cycles, and half as many paths. One schema in five hundred is edited.
pub(crate) fn openapi(schemas: usize, changed: bool) -> String {
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
        component(&mut text, number, schemas, changed);
    }
    text.push_str("\n}}\n}\n");
    text
}

fn component(text: &mut String, number: usize, schemas: usize, changed: bool) {
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

/// The head of a contract document: a tenth as many operations as types.
fn operations(types: usize) -> String {
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
    text
}

/// A contract document: types that all reach each other.
pub(crate) fn contract(types: usize, changed: usize) -> String {
    let mut text = operations(types);
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

/// A contract document in which half of the types flatten the other half, which are enums, before
/// a map: what they read goes by the order of members.
pub(crate) fn flattened(types: usize, changed: usize) -> String {
    let structs = types / 2;
    let mut text = operations(structs);
    for number in 0..structs {
        let comma = if number == 0 { "" } else { ",\n" };
        let [next, many, _] = targets(number, structs);
        let change = change(number, structs, changed);
        let amount = if change == Change::Type { "string" } else { "u64" };
        let optional = |content: &str| match number % 4 {
            0 => format!("{{\"option\": {content}}}"),
            _ => content.to_owned(),
        };
        let _ = write!(
            text,
            "{comma}\"Type{number}\": {{\"shape\": {{\"struct\": {{\"fields\": [\
             {{\"name\": \"id\", \"type\": \"string\"}}, \
             {{\"name\": \"next\", \"type\": {{\"option\": \"Type{next}\"}}}}, \
             {{\"name\": \"kind\", \"type\": {}, \"flatten\": true}}, \
             {{\"name\": \"more\", \"type\": {{\"map\": [\"string\", \"string\"]}}, \
             \"flatten\": true}}]}}}}}},\n\
             \"Kind{number}\": {{\"shape\": {{\"enum\": {{\"variants\": [\
             {{\"name\": \"sum{number}\", \"content\": {{\"newtype\": \"{amount}\"}}}}, \
             {{\"name\": \"many{number}\", \"content\": {{\"newtype\": {{\"list\": \
             \"Type{many}\"}}}}}}, \
             {{\"name\": \"other\", \"content\": {{\"newtype\": \"string\"}}}}]}}}}}}",
            optional(&format!("\"Kind{number}\"")),
        );
        let added = change == Change::Field;
        if added {
            text.truncate(text.len() - "]}}}".len());
            text.push_str(", {\"name\": \"none\", \"content\": {\"newtype\": \"null\"}}]}}}");
        }
    }
    text.push_str("}}\n");
    text
}

/// A JSON Schema with definitions that all reach each other.
pub(crate) fn schema(types: usize, changed: usize) -> String {
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

/// A JSON Schema: an untagged union of so many records without a member in common, and one more
/// where it changed.
pub(crate) fn union(variants: usize, changed: bool) -> String {
    let branch = |number: usize| {
        format!(
            "{{\"type\": \"object\", \"required\": [\"a{number}\"], \"properties\": \
             {{\"a{number}\": {{\"type\": \"string\"}}, \"b{number}\": {{\"type\": \
             \"integer\"}}}}}}"
        )
    };
    let branches: Vec<String> = (0..variants + usize::from(changed)).map(branch).collect();
    format!("{{\"anyOf\": [{}]}}", branches.join(",\n"))
}

/// A JSON Schema: an enumeration of so many values, and one more where it changed.
pub(crate) fn values(count: usize, changed: bool) -> String {
    let values: Vec<String> =
        (0..count + usize::from(changed)).map(|number| format!("\"value-{number}\"")).collect();
    format!("{{\"properties\": {{\"kind\": {{\"enum\": [{}]}}}}}}", values.join(", "))
}

/// A JSON Schema: definitions of which each is the one before and a property more, the last of
/// them closed by `unevaluatedProperties`; the first is edited where it changed.
pub(crate) fn inheritance(depth: usize, changed: bool) -> String {
    let mut text = format!(
        "{{\"$ref\": \"#/$defs/D{depth}\", \"unevaluatedProperties\": false, \"$defs\": {{\
         \"D0\": {{\"type\": \"object\", \"properties\": {{\"p0\": {{\"type\": \"{}\"}}}}}}",
        if changed { "integer" } else { "string" }
    );
    for number in 1..=depth {
        let before = number - 1;
        let _ = write!(
            text,
            ",\n\"D{number}\": {{\"allOf\": [{{\"$ref\": \"#/$defs/D{before}\"}}], \"properties\": \
             {{\"p{number}\": {{\"type\": \"boolean\"}}}}}}"
        );
    }
    text.push_str("}}\n");
    text
}
