//! What the macros would say of an item, from a document: a type of std as it is written there,
//! and nothing about any other.

use contract_core::document::{
    About, Content, Document, Enum, ErrorSet, Field, Operation, ReachedBy, Read, Shape, Struct,
    Tagging, UnknownFields, WireType, Written,
};

use serde::Serialize;
use serde_json::Value;

use crate::diff::documents::{self, SaidBy as Said};

/// The facts of the item that a clause names; none if there is no such item.
pub fn of(document: &Document, clause: &str) -> Option<String> {
    read(document, clause).map(|facts| facts.text)
}

/// What an item says besides shapes and levels, by clause path.
pub(super) fn said(document: &Document, clause: &str) -> Option<Said> {
    read(document, clause).map(|facts| facts.said)
}

fn read(document: &Document, clause: &str) -> Option<Facts> {
    let mut facts = Facts { item: clause.to_owned(), ..Facts::default() };
    match clause.split_once('/')? {
        ("types", name) => {
            let it = document.types.get(name)?;
            facts.level(0, "level .", &it.about);
            facts.says(0, "", &[object(&it.about)], &[]);
            match &it.shape {
                Shape::Struct(body) => {
                    facts.add(0, "struct");
                    structs(&mut facts, 0, "", body);
                }
                Shape::Tuple(_) => facts.add(0, "tuple"),
                Shape::Unit => facts.add(0, "unit"),
                Shape::Alias(wire) => {
                    facts.add(0, "alias");
                    facts.is(0, "", ".", wire);
                }
                Shape::Newtype(wire) => {
                    facts.add(0, "newtype");
                    facts.is(0, "", ".", wire);
                }
                Shape::Enum(body) => enums(&mut facts, body),
            }
        }
        ("errors", name) => errors(&mut facts, document.errors.get(name)?),
        ("events", id) => {
            let it = document.events.get(id)?;
            other(&mut facts, &format!("event {id}"), it, &it.about, &["payload"]);
        }
        ("consumers", id) => {
            let it = document.consumers.get(id)?;
            other(&mut facts, &format!("consumer {id}"), it, &it.about, &["payload"]);
        }
        ("jobs", id) => {
            let it = document.jobs.get(id)?;
            other(&mut facts, &format!("job {id}"), it, &it.about, &["states", "errors"]);
        }
        ("providers", id) => {
            let it = document.providers.get(id)?;
            other(&mut facts, &format!("provider {id}"), it, &it.about, &["config"]);
            for (name, variable) in &it.config {
                let site = facts.site();
                let below = format!("config/{name}");
                facts.add(site, &format!("has {below}"));
                let clause = format!("{clause}/{below}");
                facts.said.insert(clause, documents::Said::Here);
                let of = [object(variable), object(&variable.about)];
                facts.says(site, &format!("{below}/"), &of, &[]);
            }
        }
        ("operations", id) => operation(&mut facts, id, document.operations.get(id)?),
        _ => return None,
    }
    Some(facts)
}

/// An object of the document as JSON, which every one of them has.
fn object(of: &impl Serialize) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}

#[derive(Default)]
struct Facts {
    /// The item's clause.
    item: String,
    text: String,
    sites: usize,
    said: Said,
}

impl Facts {
    fn site(&mut self) -> usize {
        self.sites += 1;
        self.sites
    }

    fn add(&mut self, site: usize, fact: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let fact = super::lines::one_line(fact);
        self.text.push_str(&format!("{site} {fact}"));
    }

    fn level(&mut self, site: usize, fact: &str, about: &About) {
        if let Some(level) = about.level {
            self.add(site, &format!("{fact} {level}"));
        }
    }

    /// What is said below a path, but for some members. What is said of a part of an item stands
    /// where the part does; every other clause is a place of its own.
    fn says(&mut self, site: usize, below: &str, of: &[Value], but: &[&str]) {
        let mut said = Said::new();
        let around = format!("{}/{below}", self.item);
        let but = [&["about", "level", "levels", "meaning"], but].concat();
        for of in of {
            documents::says(&mut said, around.trim_end_matches('/'), of, &but);
        }
        let item = self.item.len() + 1;
        for (path, value) in &said {
            let path = &path[item..];
            let own = &path[below.len()..];
            let of_part = own == "unit" || own.split('/').next() == Some("deprecated");
            let site = if of_part { site } else { self.site() };
            self.add(site, &format!("has {path}"));
            if let documents::Said::Value(_) | documents::Said::Set(_) = value {
                self.add(site, &format!("={path} {}", value.text()));
            }
        }
        self.said.append(&mut said);
    }

    fn is(&mut self, site: usize, within: &str, name: &str, wire: &WireType) {
        if let Some(ty) = known(wire) {
            self.add(site, &format!("type{within} {name} {ty}"));
        }
    }
}

/// The type as the macros say it, if they know it: whether it is optional is said by other facts.
pub(super) fn known(wire: &WireType) -> Option<String> {
    let wire = if let WireType::Option(of) = wire { of } else { wire };
    is_known(wire).then(|| documents::text(wire))
}

/// Whether the macros know it, down to its leaf.
fn is_known(wire: &WireType) -> bool {
    match wire {
        WireType::Leaf(leaf) => super::leaves::KNOWN.contains(leaf),
        WireType::List(of) => is_known(of),
        _ => false,
    }
}

fn structs(facts: &mut Facts, site: usize, within: &str, body: &Struct) {
    let unknown = match body.unknown_fields {
        UnknownFields::Refused => "refuses",
        UnknownFields::Ignored => "ignores",
    };
    facts.add(site, &format!("{unknown}{within} *"));
    for field in &body.fields {
        let site = facts.site();
        if field.flatten {
            facts.add(site, &format!("more{within} *"));
        } else {
            member(facts, site, within, field);
        }
    }
}

fn member(facts: &mut Facts, site: usize, within: &str, field: &Field) {
    let name = &field.name;
    let read_name = field.read_name.as_ref().unwrap_or(name);
    let read = || std::iter::once(read_name).chain(&field.aliases);
    facts.add(site, &format!("names{within} {name}"));
    if field.read != Read::Never {
        for name in read().filter(|it| *it != name) {
            facts.add(site, &format!("names{within} {name}"));
        }
    }
    if field.written != Written::Never {
        facts.add(site, &format!("writes{within} {name}"));
        match field.written {
            Written::UnlessNone => facts.add(site, &format!("skips-none{within} {name}")),
            Written::Unless(_) => facts.add(site, &format!("skips{within} {name}")),
            Written::Always | Written::Never => {}
        }
    }
    if field.read != Read::Never {
        for name in read() {
            facts.add(site, &format!("reads{within} {name}"));
        }
    }
    if field.written == Written::Always && matches!(field.wire, WireType::Option(_)) {
        facts.add(site, &format!("null{within} {name}"));
    }
    let demands = match (&field.read, &field.wire) {
        (Read::Demanded, _) => Some(true),
        (Read::Required, WireType::Option(_)) => Some(false),
        (Read::Required, WireType::List(_)) => Some(true),
        (Read::Required, wire) if is_known(wire) => Some(true),
        (Read::Required | Read::Never, _) => None,
        (Read::Default | Read::ContainerDefault | Read::DefaultFn(_), _) => Some(false),
    };
    if let Some(demands) = demands {
        let word = if demands { "demands" } else { "spares" };
        facts.add(site, &format!("{word}{within} {read_name}"));
    }
    facts.is(site, within, name, &field.wire);
    facts.level(site, &format!("level{within} {name}"), &field.about);
    let around = match within.strip_prefix('@') {
        Some(variant) => format!("variants/{variant}/"),
        None => String::new(),
    };
    facts.says(site, &format!("{around}fields/{name}/"), &[object(&field.about)], &[]);
}

fn enums(facts: &mut Facts, body: &Enum) {
    if let Tagging::Number { .. } = body.tagging {
        return facts.add(0, "converted");
    }
    facts.add(0, "enum");
    facts.add(0, &format!("tagging {}", super::enums::representation(&body.tagging)));
    for variant in &body.variants {
        let site = facts.site();
        if variant.other || variant.untagged {
            facts.add(site, "catch-all");
            continue;
        }
        let name = &variant.name;
        let read_name = variant.read_name.as_ref().unwrap_or(name);
        let read = || std::iter::once(read_name).chain(&variant.aliases).filter(|_| variant.read);
        facts.add(site, &format!("names {name}"));
        for name in read().filter(|it| *it != name) {
            facts.add(site, &format!("names {name}"));
        }
        if variant.written {
            let value = variant.content.is_unit() && body.tagging == Tagging::External;
            let word = if value { "writes-value" } else { "writes-variant" };
            facts.add(site, &format!("{word} {name}"));
        }
        for name in read() {
            facts.add(site, &format!("reads-variant {name}"));
        }
        facts.level(site, &format!("level {name}"), &variant.about);
        facts.says(site, &format!("variants/{name}/"), &[object(&variant.about)], &[]);
        let within = format!("@{name}");
        let content = match &variant.content {
            Content::Unit => "unit",
            Content::Newtype(_) => "newtype",
            Content::Tuple(_) => "tuple",
            Content::Struct(_) => "struct",
        };
        facts.add(site, &format!("content{within} {content}"));
        match &variant.content {
            Content::Unit | Content::Tuple(_) => {}
            Content::Newtype(wire) => facts.is(site, &within, ".", wire),
            Content::Struct(body) => structs(facts, site, &within, body),
        }
    }
}

/// What has no shape that the macros know anything of.
fn other(facts: &mut Facts, what: &str, of: &impl Serialize, about: &About, but: &[&str]) {
    facts.add(0, what);
    facts.level(0, "level .", about);
    facts.says(0, "", &[object(of), object(about)], but);
}

fn errors(facts: &mut Facts, set: &ErrorSet) {
    facts.add(0, "errors");
    facts.add(0, if set.open { "is open" } else { "is closed" });
    facts.add(0, &format!("domain {}", set.domain));
    facts.level(0, "level .", &set.about);
    facts.says(0, "", &[object(&set.about)], &[]);
    for (name, code) in &set.codes {
        let site = facts.site();
        facts.add(site, &format!("names {name}"));
        let word = if code.reached_by == Some(ReachedBy::NewInput) { "new-code" } else { "code" };
        facts.add(site, &format!("{word} {name}"));
        facts.add(site, &format!("status@{name} {}", code.status));
        facts.add(site, &format!("retry@{name} {}", code.retry));
        facts.add(site, &format!("effects@{name} {}", code.effects));
        facts.add(site, &format!("role@{name} {}", code.role));
        facts.level(site, &format!("level {name}"), &code.about);
        let but = ["status", "retry", "effects", "role"];
        facts.says(site, &format!("codes/{name}/"), &[object(code), object(&code.about)], &but);
    }
}

fn operation(facts: &mut Facts, id: &str, operation: &Operation) {
    facts.add(0, &format!("operation {id}"));
    if let Some(http) = &operation.http {
        facts.add(0, "http");
        facts.add(0, &format!("method {}", http.method));
        facts.add(0, &format!("path {}", http.path));
        match http.success {
            Some(success) => facts.add(0, &format!("success {success}")),
            None => facts.add(0, "success none"),
        }
    }
    facts.level(0, "level .", &operation.about);
    let but = ["http", "request", "response", "errors"];
    facts.says(0, "", &[object(operation), object(&operation.about)], &but);
}
