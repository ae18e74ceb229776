//! Contract documents: their roots are settled type by type, or judged one by one.

use contract_check::diff::Extent;
use contract_check::diff::documents::compare_to;
use contract_check::finding::Severity;
use contract_core::document::Document;

use crate::random::Random;
use crate::{Tally, seeds, shorthand};

const TYPES: [&str; 6] = ["A", "B", "C", "D", "E", "F"];
const FIELDS: [&str; 5] = ["id", "name", "total", "state", "items"];

/// A type with the lines below its head.
#[derive(Clone)]
struct Type {
    head: String,
    lines: Vec<String>,
}

/// A type expression that refers to any of the types.
fn wire(random: &mut Random, depth: usize) -> String {
    let inner = |random: &mut Random| wire(random, depth.saturating_sub(1));
    match random.below(if depth == 0 { 8 } else { 12 }) {
        0 => "string".to_owned(),
        1 => (*random.pick(&["u8", "u16", "i32", "u64", "i64", "f64"])).to_owned(),
        2 => "bool".to_owned(),
        3..=7 => (*random.pick(&TYPES)).to_owned(),
        8 => format!("option<{}>", inner(random)),
        9 => format!("list<{}>", inner(random)),
        10 => format!("map<string, {}>", inner(random)),
        _ => format!("({}, {})", inner(random), inner(random)),
    }
}

fn field(random: &mut Random, name: &str) -> String {
    let of = wire(random, 1);
    // What is optional lets documents end.
    match random.below(6) {
        0 => format!("{name}: {of}"),
        1 => format!("{name}: option<{of}> unless_none"),
        2 => format!("{name}: option<{of}> default"),
        3 => format!("{name}: list<{of}>"),
        _ => format!("{name}: option<{of}>"),
    }
}

fn variant(random: &mut Random, name: &str, internal: bool) -> String {
    match random.below(if internal { 2 } else { 3 }) {
        0 => name.to_owned(),
        1 => format!("{name} {{ {} }}", field(random, "x")),
        _ => format!("{name}({})", wire(random, 1)),
    }
}

fn one(random: &mut Random, name: &str) -> Type {
    let representation = *random.pick(&["external", "internal=kind", "untagged"]);
    let (head, lines) = match random.below(10) {
        0..=5 => {
            let head = if random.percent(15) { " refuses" } else { "" };
            let fields = FIELDS.iter().take(1 + random.below(FIELDS.len()));
            (format!("struct {name}{head}"), fields.map(|it| field(random, it)).collect())
        }
        6 | 7 => {
            let variants = ["One", "Two", "Three"].iter().take(1 + random.below(3));
            let internal = representation.starts_with("internal");
            let lines = variants.map(|it| variant(random, it, internal)).collect();
            (format!("enum {name} {representation}"), lines)
        }
        8 => (format!("newtype {name} = {}", *random.pick(&["string", "u32", "bool"])), Vec::new()),
        _ => (format!("tuple {name} = u8, option<{}>", random.pick(&TYPES)), Vec::new()),
    };
    Type { head, lines }
}

fn edited(random: &mut Random, types: &[Type]) -> Vec<Type> {
    let mut types = types.to_vec();
    for _ in 0..1 + random.below(2) {
        let at = random.below(types.len());
        if random.percent(10) {
            types[at] = one(random, TYPES[at]);
            continue;
        }
        let Type { head, lines } = &mut types[at];
        if lines.is_empty() || random.percent(10) {
            *head = match head.strip_suffix(" refuses") {
                Some(open) => open.to_owned(),
                None if head.starts_with("struct") => format!("{head} refuses"),
                None => head.replace("string", "u8"),
            };
            continue;
        }
        let line = random.below(lines.len());
        match random.below(4) {
            0 if lines.len() > 1 => drop(lines.remove(line)),
            1 if head.starts_with("struct") => {
                let field = field(random, "added");
                lines.push(field);
            }
            _ if head.starts_with("struct") => {
                let name = lines[line].split(':').next().unwrap_or_default().to_owned();
                lines[line] = field(random, &name);
            }
            _ => {
                let name = lines[line].split([' ', '(']).next().unwrap_or_default().to_owned();
                lines[line] = variant(random, &name, head.contains("internal"));
            }
        }
    }
    types
}

fn text(types: &[Type]) -> String {
    let mut text =
        "op things.get GET /things 200 -> A\nop things.put PUT /things 200 body=B -> C\n\
                    event things.changed send D on=things\ndata A\n"
            .to_owned();
    for Type { head, lines } in types {
        text.push_str(head);
        lines.iter().for_each(|line| text.push_str(&format!("\n  {line}")));
        text.push('\n');
    }
    text
}

#[test]
fn settled_pieces_of_contracts_say_what_the_whole_says() {
    let (mut breaking, mut compatible, mut read) = (0, 0, 0);
    let mut tally = Tally::default();
    for seed in seeds() {
        let random = &mut Random::new(seed);
        let types: Vec<Type> = TYPES.iter().map(|name| one(random, name)).collect();
        let (old, new) = (text(&types), text(&edited(random, &types)));
        let load = |text: &str| -> Option<Document> { shorthand::document(text).ok() };
        let (Some(was), Some(is)) = (load(&old), load(&new)) else { continue };
        read += 1;
        let judged = |extent| compare_to(&was, &is, extent);
        let whole = judged(Extent::Full);
        tally.same(&whole, &judged(Extent::Needed), || {
            format!("seed {seed}\nold\n{old}\nnew\n{new}")
        });
        match whole.iter().map(|finding| finding.severity).max() {
            Some(Severity::Breaking) => breaking += 1,
            _ => compatible += 1,
        }
    }
    assert!(read * 2 > seeds().count(), "{read}");
    tally.mostly_alike();
    assert!(breaking * 4 > compatible && compatible * 20 > breaking, "{breaking}, {compatible}");
}
