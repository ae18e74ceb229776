//! From the tables to facts: one JSON text that holds everything the tables say.
//!
//! The command links a small program against the producer's crates, collects the [`Item`]s that
//! the macros registered, and prints [`facts`]. Nothing is decided here: which contract an item
//! belongs to, which names collide and what the document looks like is the command's business.
//!
//! # The format
//! ```text
//! {
//!   "core": "0.1.0",
//!   "contracts": [{"id", "version", "owner"?, "module", "about"?, "source"?}],
//!   "operations": [{"id", "module", "http"?: {"method", "path", "success"?},
//!                   "request"?: {place: wire}, "response"?: wire, "errors"?: identity,
//!                   "about"?, "source"?, "sources"?, "doc"?}],
//!   "errors": [{"identity", "name", "module", "registered", "set", "source"?, "sources"?,
//!               "docs"?}],
//!   "types": {identity: {"name", "arguments"?: [wire], "constants"?: [text], "module", "registered",
//!                        "event"?: {"id", "direction", "channel"?}, "type", "source"?,
//!                        "sources"?, "docs"?}}
//! }
//! ```
//! - `core` is the version of this crate: two versions in one program do not mix.
//! - An identity is `type_name@file:line:column/name`: the type with its arguments, and the place
//!   that tells two types of one name apart (two blocks of one function may each have one).
//! - `wire` is a type expression of the document, in which types are named by identity; `about`,
//!   `type` and `set` are the document's own objects `About`, `Type` and `ErrorSet`, with
//!   identities in place of names.
//! - `source` is a document's `Source`. `sources` and `docs` belong to the clauses below: their
//!   keys are paths such as `fields/total`, `variants/Card/fields/number` or `codes/BUSY`; the
//!   empty path in `docs` is the item itself. `sources` of an operation are those of its request,
//!   `request/body`.
//! - `registered` says whether the item registered itself; the others were reached from one.
//! - Lists are sorted by id or identity, whatever order the items come in.
//!
//! The walk keeps a list of what is still to do, so that neither recursive nor deep types need the
//! stack. A type whose arguments grow without end (`struct A<T>(Option<Box<A<Vec<T>>>>)`) never
//! comes here: the compiler refuses to instantiate it.

mod clauses;
mod json;

use std::collections::BTreeMap;

use crate::declare::{
    ContractTable, Definition, ErrorTable, EventTable, Item, OperationTable, Wire, WireFn,
};
use clauses::Clauses;
use json::Object;

/// The facts of some items, as one JSON text that ends with a newline.
pub fn facts(items: &[Item]) -> String {
    let mut walk = Walk::default();
    let mut contracts: Vec<&ContractTable> = Vec::new();
    let mut operations: Vec<&OperationTable> = Vec::new();
    for item in items {
        match *item {
            Item::Contract(table) => contracts.push(table),
            Item::Type(wire) => walk.register(wire()),
            Item::Operation(table) => operations.push(table),
            Item::Errors(table) => {
                walk.errors.insert(error_identity(table), (table, true));
            }
        }
    }
    contracts.sort_by_key(|table| (table.id, table.module));
    operations.sort_by_key(|table| (table.id, table.module));

    let contracts: Vec<String> = contracts.into_iter().map(contract).collect();
    let operations: Vec<String> =
        operations.into_iter().map(|table| operation(table, &mut walk)).collect();
    // What the operations reach is known by now; what the types reach is not.
    let types = walk.types();
    let errors = walk
        .errors
        .iter()
        .map(|(identity, (table, registered))| error_set(identity, table, *registered));

    let mut facts = Object::default();
    facts.string("core", env!("CARGO_PKG_VERSION"));
    facts.list("contracts", contracts);
    facts.list("operations", operations);
    facts.list("errors", errors);
    facts.value("types", &types);
    let mut text = facts.end();
    text.push('\n');
    text
}

/// What was found so far, and what is still to be looked at.
#[derive(Default)]
struct Walk {
    types: BTreeMap<String, Found>,
    /// Identities whose bodies are still to be walked.
    open: Vec<String>,
    errors: BTreeMap<String, (&'static ErrorTable, bool)>,
}

struct Found {
    definition: &'static Definition,
    registered: bool,
}

impl Walk {
    /// Notes a type that registered itself. The derive always gives it a name.
    fn register(&mut self, wire: Wire) {
        if let Wire::Named(definition) = wire {
            let identity = self.named(definition);
            if let Some(found) = self.types.get_mut(&identity) {
                found.registered = true;
            }
        }
    }

    /// The identity of a named type, which is noted to be walked later.
    fn named(&mut self, definition: &'static Definition) -> String {
        let identity = identity((definition.type_name)(), definition.name, definition.about.at);
        if !self.types.contains_key(&identity) {
            self.types.insert(identity.clone(), Found { definition, registered: false });
            self.open.push(identity.clone());
        }
        identity
    }

    /// A type expression as JSON. It is as deep as the Rust type is written: named types end it.
    fn expression(&mut self, wire: Wire) -> String {
        let of = |walk: &mut Self, wire: WireFn| walk.expression(wire());
        match wire {
            Wire::Leaf(word) => json::string(word),
            Wire::Named(definition) => json::string(&self.named(definition)),
            Wire::Option(inner) => json::member("option", &of(self, inner)),
            Wire::List(inner) => json::member("list", &of(self, inner)),
            Wire::Set(inner) => json::member("set", &of(self, inner)),
            Wire::Map(key, value) => {
                let pair = [of(self, key), of(self, value)];
                json::member("map", &json::list(pair))
            }
            Wire::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| of(self, *item)).collect();
                json::member("tuple", &json::list(items))
            }
            Wire::Array(inner, length) => {
                let pair = [of(self, inner), length.to_string()];
                json::member("array", &json::list(pair))
            }
            Wire::Split(written, read) => {
                let pair = [of(self, written), of(self, read)];
                json::member("split", &json::list(pair))
            }
            Wire::Opaque(codec, None) => json::member("opaque", &json::string(codec)),
            Wire::Opaque(codec, Some(within)) => {
                let pair = [json::string(codec), of(self, within)];
                json::member("opaque", &json::list(pair))
            }
            Wire::Schema(_, schema) => json::member("schema", &schema()),
        }
    }

    /// The JSON object of all types: what is known, and whatever is reached from it.
    fn types(&mut self) -> String {
        let mut bodies = BTreeMap::new();
        while let Some(identity) = self.open.pop() {
            let definition = self.types[&identity].definition;
            let mut clauses = Clauses::new(self);
            let body = clauses.definition(definition);
            let (sources, docs) = clauses.end();
            let arguments: Vec<String> =
                definition.arguments.iter().map(|argument| self.expression(argument())).collect();
            bodies.insert(identity, (body, arguments, sources, docs));
        }
        let mut types = Object::default();
        for (identity, (body, arguments, sources, docs)) in bodies {
            let Found { definition, registered } = &self.types[&identity];
            let mut object = Object::default();
            object.string("name", definition.name);
            if !arguments.is_empty() {
                object.list("arguments", arguments);
            }
            let constants = (definition.constants)();
            if !constants.is_empty() {
                object.list("constants", constants.iter().map(|text| json::string(text)));
            }
            object.string("module", definition.module);
            object.value("registered", if *registered { "true" } else { "false" });
            if let Some(event) = &definition.event {
                object.value("event", &self::event(event));
            }
            object.value("type", &body);
            object.optional("source", clauses::source(definition.about.at));
            object.optional("sources", sources);
            object.optional("docs", docs);
            types.value(&identity, &object.end());
        }
        types.end()
    }
}

fn identity(type_name: &str, name: &str, at: crate::declare::At) -> String {
    let crate::declare::At { file, line, column } = at;
    format!("{type_name}@{file}:{line}:{column}/{name}")
}

fn error_identity(table: &ErrorTable) -> String {
    identity((table.type_name)(), table.name, table.about.at)
}

fn event(event: &EventTable) -> String {
    let mut object = Object::default();
    object.string("id", event.id);
    object.string("direction", if event.sent { "send" } else { "receive" });
    object.optional("channel", event.channel.map(json::string));
    object.end()
}

fn contract(table: &ContractTable) -> String {
    let mut object = Object::default();
    object.string("id", table.id);
    object.string("version", table.version);
    object.optional("owner", table.owner.map(json::string));
    object.string("module", table.module);
    object.optional("about", clauses::about(&table.about));
    object.optional("source", clauses::source(table.about.at));
    object.end()
}

fn operation(table: &OperationTable, walk: &mut Walk) -> String {
    let mut object = Object::default();
    object.string("id", table.id);
    object.string("module", table.module);
    if let Some((method, path)) = table.http {
        let mut http = Object::default();
        http.string("method", method);
        http.string("path", path);
        http.optional("success", table.success.map(|status| status.to_string()));
        object.value("http", &http.end());
    }
    let mut sources = Object::default();
    if !table.request.is_empty() {
        let mut request = Object::default();
        for part in table.request {
            request.value(part.place, &walk.expression((part.wire)()));
            sources.optional(&format!("request/{}", part.place), clauses::source(part.at));
        }
        object.value("request", &request.end());
    }
    object.optional("response", table.response.map(|wire| walk.expression(wire())));
    if let Some(errors) = table.errors {
        let table = errors();
        let identity = error_identity(table);
        object.string("errors", &identity);
        walk.errors.entry(identity).or_insert((table, false));
    }
    object.optional("about", clauses::about(&table.about));
    object.optional("source", clauses::source(table.about.at));
    object.optional("sources", sources.some());
    object.optional("doc", (!table.about.doc.is_empty()).then(|| json::string(table.about.doc)));
    object.end()
}

fn error_set(identity: &str, table: &ErrorTable, registered: bool) -> String {
    let mut sources = Object::default();
    let mut docs = Object::default();
    if !table.about.doc.is_empty() {
        docs.string("", table.about.doc);
    }
    let mut codes = Object::default();
    for code in table.codes {
        let mut object = Object::default();
        object.optional("about", clauses::about(&code.about));
        object.value("status", &code.status.to_string());
        object.string("retry", code.retry.word());
        object.string("effects", code.effects.word());
        object.string("role", code.role.word());
        codes.value(code.code, &object.end());
        let path = format!("codes/{}", code.code);
        sources.optional(&path, clauses::source(code.about.at));
        if !code.about.doc.is_empty() {
            docs.string(&path, code.about.doc);
        }
    }
    let mut set = Object::default();
    set.optional("about", clauses::about(&table.about));
    set.string("domain", table.domain);
    set.value("open", if table.open { "true" } else { "false" });
    set.value("codes", &codes.end());

    let mut object = Object::default();
    object.string("identity", identity);
    object.string("name", table.name);
    object.string("module", table.module);
    object.value("registered", if registered { "true" } else { "false" });
    object.value("set", &set.end());
    object.optional("source", clauses::source(table.about.at));
    object.optional("sources", sources.some());
    object.optional("docs", docs.some());
    object.end()
}
