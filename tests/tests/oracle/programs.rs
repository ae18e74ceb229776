//! The `wire` reading held against programs: types that are generated here, printed as open
//! schemas in the ways generators print them, and written by a program that knows the type. The
//! validator says whether the reader's schema accepts what was written, and whether a witness is
//! something that the program writes: the type printed once more with every object closed.

use contract_check::diff::schemas::{Options, Semantics, compare};
use contract_check::finding::{Finding, Role, Severity};
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::{first_seed, load, pairs, severity, validator};

/// A type as a program knows it.
#[derive(Clone, Debug, PartialEq)]
enum Type {
    Text,
    Words(Vec<&'static str>),
    Whole(i64, i64),
    Flag,
    Optional(Box<Type>),
    List(Box<Type>),
    Map(Box<Type>),
    /// The fields, and those of a type that is flattened into this one.
    Record(Vec<Field>, Vec<Field>),
    /// Told apart by the member `kind`.
    Tagged(Vec<(&'static str, Vec<Field>)>),
    /// Told apart by the only member.
    Keyed(Vec<(&'static str, Type)>),
    /// The record that all types are part of.
    Root,
}

#[derive(Clone, Debug, PartialEq)]
struct Field {
    name: &'static str,
    of: Type,
    always: bool,
}

const NAMES: [&str; 7] = ["id", "name", "total", "state", "items", "note", "owner"];
const TAGS: [&str; 4] = ["card", "cash", "invoice", "none"];

fn record(random: &mut Random, depth: usize, names: &[&'static str]) -> Vec<Field> {
    let mut fields = Vec::new();
    for name in names {
        if random.percent(45) {
            let of = any(random, depth);
            fields.push(Field { name, of, always: random.percent(55) });
        }
    }
    fields
}

fn any(random: &mut Random, depth: usize) -> Type {
    let inner = |random: &mut Random| Box::new(any(random, depth.saturating_sub(1)));
    match random.below(if depth == 0 { 5 } else { 13 }) {
        0 | 1 => Type::Text,
        2 => Type::Words(TAGS[..=random.below(3)].to_vec()),
        3 => Type::Whole(random.within(-2, 2), random.within(3, 9)),
        4 => Type::Flag,
        5 => Type::Optional(inner(random)),
        6 => Type::List(inner(random)),
        7 => Type::Map(inner(random)),
        8 | 9 => {
            let flattened = if random.percent(30) {
                record(random, depth - 1, &NAMES[4..])
            } else {
                Vec::new()
            };
            Type::Record(record(random, depth - 1, &NAMES[..4]), flattened)
        }
        10 => Type::Tagged(
            TAGS[..=random.below(3)]
                .iter()
                .map(|tag| (*tag, record(random, depth - 1, &NAMES)))
                .collect(),
        ),
        11 => {
            Type::Keyed(TAGS[..=random.below(3)].iter().map(|tag| (*tag, *inner(random))).collect())
        }
        _ => Type::Optional(Box::new(Type::Root)),
    }
}

/// One change, as a developer makes it.
fn changed(random: &mut Random, of: &Type) -> Type {
    let mut of = of.clone();
    match &mut of {
        Type::Record(fields, flattened) => match flattened.is_empty() || random.percent(70) {
            true => change_fields(random, fields, &NAMES[..4]),
            false => change_fields(random, flattened, &NAMES[4..]),
        },
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) if random.percent(70) => {
            **inner = changed(random, inner);
        }
        Type::Tagged(variants) => match random.below(4) {
            0 if variants.len() > 1 => {
                variants.pop();
            }
            1 if variants.len() < TAGS.len() => {
                variants.push((TAGS[variants.len()], record(random, 0, &NAMES)));
            }
            _ => {
                let index = random.below(variants.len());
                change_fields(random, &mut variants[index].1, &NAMES);
            }
        },
        Type::Keyed(variants) => {
            let index = random.below(variants.len());
            variants[index].1 = changed(random, &variants[index].1);
        }
        Type::Words(words) => {
            if words.len() < TAGS.len() && random.percent(50) {
                words.push(TAGS[words.len()]);
            } else if words.len() > 1 {
                words.pop();
            }
        }
        Type::Whole(low, high) => {
            *low += random.within(-1, 1);
            *high = (*high + random.within(-1, 1)).max(*low);
        }
        of => *of = any(random, 1),
    }
    of
}

fn change_fields(random: &mut Random, fields: &mut Vec<Field>, names: &[&'static str]) {
    let index = random.below(fields.len().max(1));
    match random.below(6) {
        0 if !fields.is_empty() => {
            fields.remove(index);
        }
        1 => {
            let free = names.iter().find(|name| fields.iter().all(|it| it.name != **name));
            if let Some(name) = free {
                fields.push(Field { name, of: any(random, 1), always: random.percent(50) });
            }
        }
        2 if !fields.is_empty() => fields[index].always ^= true,
        _ if !fields.is_empty() => fields[index].of = changed(random, &fields[index].of),
        _ => {}
    }
}

/// How a type is printed.
struct Printer<'r> {
    /// Refuses every member that is not described.
    closed: bool,
    random: &'r mut Random,
    definitions: Map<String, Value>,
}

impl Printer<'_> {
    fn fields(&mut self, fields: &[Field]) -> Value {
        let properties: Map<String, Value> =
            fields.iter().map(|field| (field.name.to_owned(), self.print(&field.of))).collect();
        let required: Vec<&str> =
            fields.iter().filter(|field| field.always).map(|field| field.name).collect();
        json!({"type": "object", "properties": properties, "required": required})
    }

    /// Closes what describes all members of a value.
    fn whole(&self, mut schema: Value) -> Value {
        if self.closed {
            schema["unevaluatedProperties"] = json!(false);
        }
        schema
    }

    /// The schema, or a reference to it.
    fn perhaps_named(&mut self, schema: Value) -> Value {
        if !self.random.percent(35) {
            return schema;
        }
        let name = format!("T{}", self.definitions.len());
        self.definitions.insert(name.clone(), schema);
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn print(&mut self, of: &Type) -> Value {
        let schema = match of {
            Type::Text => json!({"type": "string"}),
            Type::Words(words) => json!({"type": "string", "enum": words}),
            Type::Whole(low, high) => {
                json!({"type": "integer", "minimum": low, "maximum": high})
            }
            Type::Flag => json!({"type": "boolean"}),
            Type::Optional(inner) => {
                // Exactly one may hold, and null is one of them only.
                let keyword = match **inner {
                    Type::Optional(_) => "anyOf",
                    _ => *self.random.pick(&["anyOf", "oneOf"]),
                };
                json!({keyword: [self.print(inner), {"type": "null"}]})
            }
            Type::List(inner) => json!({"type": "array", "items": self.print(inner)}),
            Type::Map(inner) => {
                json!({"type": "object", "additionalProperties": self.print(inner)})
            }
            Type::Record(fields, flattened) if flattened.is_empty() => {
                let schema = self.fields(fields);
                self.whole(schema)
            }
            Type::Record(fields, flattened) => {
                let (own, more) = (self.fields(fields), self.fields(flattened));
                let more = self.perhaps_named(more);
                let schema = match self.random.below(3) {
                    0 => json!({"allOf": [more, own]}),
                    1 => {
                        let mut own = own;
                        own["allOf"] = json!([more]);
                        own
                    }
                    _ => match more.get("$ref").cloned() {
                        Some(reference) => {
                            let mut own = own;
                            own["$ref"] = reference;
                            own
                        }
                        None => json!({"allOf": [own, more]}),
                    },
                };
                self.whole(schema)
            }
            Type::Tagged(variants) => {
                let branches: Vec<Value> = variants
                    .iter()
                    .map(|(tag, fields)| {
                        let mut branch = self.fields(fields);
                        branch["properties"]["kind"] = json!({"const": tag});
                        if let Some(Value::Array(required)) = branch.get_mut("required") {
                            required.push(json!("kind"));
                        }
                        let branch = self.whole(branch);
                        self.perhaps_named(branch)
                    })
                    .collect();
                json!({"oneOf": branches})
            }
            Type::Keyed(variants) => {
                let branches: Vec<Value> = variants
                    .iter()
                    .map(|(tag, of)| {
                        let of = self.print(of);
                        self.whole(json!({
                            "type": "object", "properties": {*tag: of}, "required": [tag],
                        }))
                    })
                    .collect();
                json!({"oneOf": branches})
            }
            Type::Root => json!({"$ref": "#/$defs/Root"}),
        };
        match of {
            Type::Root => schema,
            _ => self.perhaps_named(schema),
        }
    }
}

/// The schema of a root, printed in a way that the random source chooses.
fn printed(random: &mut Random, root: &Type, closed: bool) -> Value {
    let mut printer = Printer { closed, random, definitions: Map::new() };
    let schema = printer.print(root);
    let mut definitions = printer.definitions;
    definitions.insert("Root".to_owned(), schema);
    json!({"$ref": "#/$defs/Root", "$defs": definitions})
}

/// What a program writes that knows the type.
fn written(random: &mut Random, root: &Type, of: &Type, depth: usize) -> Value {
    match of {
        Type::Text => json!(random.pick(&["", "a", "card", "2026-11-20"])),
        Type::Words(words) => json!(random.pick(words)),
        Type::Whole(low, high) => json!(random.within(*low, *high)),
        Type::Flag => json!(random.percent(50)),
        Type::Optional(_) if depth == 0 || random.percent(40) => Value::Null,
        Type::Optional(inner) => written(random, root, inner, depth - 1),
        Type::List(_) if depth == 0 => json!([]),
        Type::List(inner) => {
            (0..random.below(3)).map(|_| written(random, root, inner, depth - 1)).collect()
        }
        Type::Map(_) if depth == 0 => json!({}),
        Type::Map(inner) => {
            let names = ["a", "kind", "name"].into_iter().filter(|_| random.percent(40));
            let names: Vec<&str> = names.collect();
            let members = names
                .into_iter()
                .map(|name| (name.to_owned(), written(random, root, inner, depth - 1)));
            Value::Object(members.collect())
        }
        Type::Record(fields, flattened) => {
            let mut members = members(random, root, fields, depth);
            members.extend(self::members(random, root, flattened, depth));
            Value::Object(members)
        }
        Type::Tagged(variants) => {
            let (tag, fields) = random.pick(variants);
            let mut members = members(random, root, fields, depth);
            members.insert("kind".to_owned(), json!(tag));
            Value::Object(members)
        }
        Type::Keyed(variants) => {
            let (tag, of) = random.pick(variants);
            json!({*tag: written(random, root, of, depth.saturating_sub(1))})
        }
        Type::Root => written(random, root, root, depth.saturating_sub(1)),
    }
}

fn members(random: &mut Random, root: &Type, fields: &[Field], depth: usize) -> Map<String, Value> {
    let mut members = Map::new();
    for field in fields {
        if field.always || random.percent(60) {
            let value = written(random, root, &field.of, depth.saturating_sub(1));
            members.insert(field.name.to_owned(), value);
        }
    }
    members
}

#[test]
fn programs_agree_with_the_wire_reading() {
    let options = Options { semantics: Semantics::Wire, ..Options::default() };
    let (mut compatible, mut breaking, mut undecided) = (0, 0, 0);
    for seed in first_seed()..first_seed() + pairs() / 2 {
        let random = &mut Random::new(seed);
        let old = Type::Record(record(random, 3, &NAMES[..4]), record(random, 2, &NAMES[4..]));
        let new = changed(random, &old);
        let (old_schema, new_schema) = (printed(random, &old, false), printed(random, &new, false));
        let findings = compare(&load(&old_schema), &load(&new_schema), &options);
        let sides = (printed(random, &old, true), printed(random, &new, true));
        let shown = || format!("seed {seed}\nold {old_schema}\nnew {new_schema}");
        for role in [Role::Request, Role::Response] {
            let (writer, closed, reader) = match role {
                Role::Request => (&old, &sides.0, &new_schema),
                Role::Response => (&new, &sides.1, &old_schema),
            };
            let reader = validator(reader);
            let of_role = |finding: &&Finding| finding.role == Some(role);
            for finding in findings.iter().filter(of_role) {
                assert_ne!(finding.rule.id, "internal-error", "{finding:?}\n{}", shown());
                if finding.severity == Severity::Breaking {
                    let witness = finding.witness.as_ref().expect("every break has a witness");
                    let document = serde_json::from_str(&witness.document.to_string());
                    let document: Value = document.expect("JSON");
                    let valid = (validator(closed).is_valid(&document), reader.is_valid(&document));
                    assert_eq!(valid, (true, false), "{document}: {finding:?}\n{}", shown());
                }
            }
            match severity(&findings, role) {
                Some(Severity::Breaking) => breaking += 1,
                Some(Severity::Undecided) => undecided += 1,
                _ => {
                    compatible += 1;
                    for _ in 0..20 {
                        let document = written(random, writer, writer, 4);
                        let accepted = reader.is_valid(&document);
                        assert!(accepted, "{role:?} is called compatible: {document}\n{}", shown());
                    }
                }
            }
        }
        // What is written is what the closed schema says, or the test tests nothing.
        let document = written(random, &old, &old, 4);
        assert!(validator(&sides.0).is_valid(&document), "{document}\n{}", sides.0);
    }
    let counts = format!("{compatible} compatible, {breaking} breaking, {undecided} undecided");
    assert!(undecided * 200 < compatible + breaking, "{counts}");
    assert!(breaking * 5 > compatible && compatible * 5 > breaking, "{counts}");
}
