//! The document's objects for everything but types.

use std::collections::BTreeMap;

use super::Walk;
use super::json::{self, Object};
use super::said::{about, places, put_about, put_clauses, source};
use crate::declare::{
    About, ConsumerTable, ContractTable, ErrorTable, EventTable, JobTable, Mark, OperationTable,
    ProviderTable, StateKind,
};

/// The places and the docs of clauses, by their path below an item.
#[derive(Default)]
struct Places {
    sources: BTreeMap<String, String>,
    docs: BTreeMap<String, String>,
}

impl Places {
    /// Notes an item's own clauses.
    fn own(&mut self, about: &About) {
        self.sources.extend(places(about));
        if !about.doc.is_empty() {
            self.docs.insert(String::new(), json::string(about.doc));
        }
    }

    /// Notes a part of an item, with its clauses.
    fn part(&mut self, path: &str, about: &About) {
        self.sources.extend(source(about.at).map(|source| (path.to_owned(), source)));
        let below = places(about).into_iter();
        self.sources.extend(below.map(|(clause, source)| (format!("{path}/{clause}"), source)));
        if !about.doc.is_empty() {
            self.docs.insert(path.to_owned(), json::string(about.doc));
        }
    }

    fn put(self, at: &About, object: &mut Object) {
        object.optional("source", source(at.at));
        object.optional("sources", super::clauses::object(self.sources));
        object.optional("docs", super::clauses::object(self.docs));
    }
}

/// What stands around the document's object of an item.
fn item(id: &str, module: &str, json: &str, said: &About, places: Places) -> String {
    marked(Mark::NONE, id, module, json, said, places)
}

/// The same, of an item that the crate's baseline may know.
fn marked(mark: Mark, id: &str, module: &str, json: &str, said: &About, places: Places) -> String {
    let mut object = Object::default();
    object.string("id", id);
    object.string("module", module);
    object.optional("mark", super::mark(mark));
    object.value("item", json);
    places.put(said, &mut object);
    object.end()
}

pub(super) fn contract(table: &ContractTable) -> String {
    let mut header = Object::default();
    header.string("id", table.id);
    header.string("version", table.version);
    header.optional("owner", table.owner.map(json::string));
    put_about(&table.about, &mut header);
    put_clauses(&table.about, &mut header);
    let mut places = Places::default();
    places.own(&table.about);
    item(table.id, table.module, &header.end(), &table.about, places)
}

pub(super) fn operation(table: &OperationTable, walk: &mut Walk) -> String {
    let mut places = Places::default();
    places.own(&table.about);
    let mut operation = Object::default();
    operation.optional("about", about(&table.about));
    if let Some((method, path)) = table.http {
        let mut http = Object::default();
        http.string("method", method);
        http.string("path", path);
        http.optional("success", table.success.map(|status| status.to_string()));
        operation.value("http", &http.end());
    }
    if !table.request.is_empty() {
        let mut request = Object::default();
        for part in table.request {
            request.value(part.place, &walk.expression((part.wire)()));
            let source = source(part.at);
            places.sources.extend(source.map(|it| (format!("request/{}", part.place), it)));
        }
        operation.value("request", &request.end());
    }
    operation.optional("response", table.response.map(|wire| walk.expression(wire())));
    operation.optional("errors", table.errors.map(|set| json::string(&walk.error_set(set()))));
    put_clauses(&table.about, &mut operation);
    marked(table.mark, table.id, table.module, &operation.end(), &table.about, places)
}

/// An event, which stands at the type of its payload.
pub(super) fn event(table: &EventTable, payload: &str) -> String {
    let mut event = Object::default();
    event.optional("about", about(&table.about));
    event.string("direction", if table.sent { "send" } else { "receive" });
    event.optional("channel", table.channel.map(json::string));
    event.string("payload", payload);
    put_clauses(&table.about, &mut event);
    let mut object = Object::default();
    object.string("id", table.id);
    object.value("event", &event.end());
    object.optional("sources", super::clauses::object(places(&table.about)));
    object.end()
}

pub(super) fn consumer(table: &ConsumerTable, walk: &mut Walk) -> String {
    let mut consumer = Object::default();
    consumer.optional("about", about(&table.about));
    consumer.string("of", table.of);
    consumer.value("payload", &walk.expression((table.payload)()));
    put_clauses(&table.about, &mut consumer);
    let mut places = Places::default();
    places.own(&table.about);
    marked(table.mark, table.id, table.module, &consumer.end(), &table.about, places)
}

pub(super) fn job(table: &JobTable, walk: &mut Walk) -> String {
    let mut places = Places::default();
    places.own(&table.about);
    let mut states = Object::default();
    for state in (table.states)() {
        let mut object = Object::default();
        object.optional("about", about(&state.about));
        match state.kind {
            StateKind::Initial => object.value("initial", "true"),
            StateKind::Passing => {}
            StateKind::Terminal(ending) => object.string("terminal", ending),
        }
        if !state.next.is_empty() {
            object.list("next", state.next.iter().map(|name| json::string(name)));
        }
        put_clauses(&state.about, &mut object);
        states.value(state.name, &object.end());
        places.part(&format!("states/{}", state.name), &state.about);
    }
    let mut job = Object::default();
    job.optional("about", about(&table.about));
    job.value("states", &states.end());
    job.optional("errors", table.errors.map(|set| json::string(&walk.error_set(set()))));
    put_clauses(&table.about, &mut job);
    marked(table.mark, table.id, table.module, &job.end(), &table.about, places)
}

pub(super) fn provider(table: &ProviderTable) -> String {
    let words = |words: &[&str]| json::list(words.iter().map(|word| json::string(word)));
    let mut places = Places::default();
    places.own(&table.about);
    let mut config = Object::default();
    for variable in table.variables {
        let mut object = Object::default();
        object.optional("about", about(&variable.about));
        if !variable.required_in.is_empty() {
            object.value("required_in", &words(variable.required_in));
        }
        if variable.secret {
            object.value("secret", "true");
        }
        put_clauses(&variable.about, &mut object);
        config.value(variable.name, &object.end());
        places.part(&format!("config/{}", variable.name), &variable.about);
    }
    let mut provider = Object::default();
    provider.optional("about", about(&table.about));
    provider.string("mode_variable", table.mode_variable);
    provider.value("modes", &words(table.modes));
    provider.optional("config", config.some());
    put_clauses(&table.about, &mut provider);
    marked(table.mark, table.id, table.module, &provider.end(), &table.about, places)
}

pub(super) fn error_set(identity: &str, table: &ErrorTable, registered: bool) -> String {
    let mut places = Places::default();
    places.own(&table.about);
    let mut codes = Object::default();
    for code in table.codes {
        let mut object = Object::default();
        object.optional("about", about(&code.about));
        object.value("status", &code.status.to_string());
        object.string("retry", code.retry.word());
        object.string("effects", code.effects.word());
        object.string("role", code.role.word());
        put_clauses(&code.about, &mut object);
        codes.value(code.code, &object.end());
        places.part(&format!("codes/{}", code.code), &code.about);
    }
    let mut set = Object::default();
    set.optional("about", about(&table.about));
    set.string("domain", table.domain);
    set.value("open", if table.open { "true" } else { "false" });
    set.value("codes", &codes.end());
    put_clauses(&table.about, &mut set);

    let mut object = Object::default();
    object.string("identity", identity);
    object.string("name", table.name);
    object.string("module", table.module);
    object.optional("mark", super::mark(table.mark));
    object.value("registered", if registered { "true" } else { "false" });
    object.value("set", &set.end());
    places.put(&table.about, &mut object);
    object.end()
}
