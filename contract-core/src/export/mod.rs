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
//!   "contracts": [item], "operations": [item], "consumers": [item], "jobs": [item],
//!   "providers": [item],
//!   "errors": [{"identity", "name", "module", "registered", "set", "source"?, "sources"?,
//!               "docs"?}],
//!   "types": {identity: {"name", "arguments"?: [wire], "constants"?: [text], "module", "registered",
//!                        "event"?: {"id", "event", "sources"?}, "type", "source"?, "sources"?,
//!                        "docs"?}}
//! }
//! ```
//! - `core` is the version of this crate: two versions in one program do not mix.
//! - An identity is `type_name@file:line:column/name`: the type with its arguments, and the place
//!   that tells two types of one name apart (two blocks of one function may each have one).
//! - `item` is `{"id", "module", "item", "source"?, "sources"?, "docs"?}`.
//! - `wire` is a type expression of the document, in which types are named by identity. The inner
//!   `item`, `event`, `set` and `type` are the document's own objects (the header of a contract, an
//!   `Operation`, ..), with identities in place of the names of types and error sets.
//! - `source` is a document's `Source`. `sources` and `docs` belong to the clauses below: their
//!   keys are paths such as `fields/total`, `variants/Card/fields/number`, `codes/BUSY` or
//!   `idempotency/window`; the empty path in `docs` is the item itself.
//! - `registered` says whether the item registered itself; the others were reached from one.
//! - Lists are sorted by id or identity, whatever order the items come in.
//!
//! The walk keeps a list of what is still to do, so that neither recursive nor deep types need the
//! stack. A type whose arguments grow without end (`struct A<T>(Option<Box<A<Vec<T>>>>)`) never
//! comes here: the compiler refuses to instantiate it.

mod clauses;
mod items;
pub(crate) mod json;
mod said;

use std::collections::BTreeMap;

use crate::declare::packed::Head;
use crate::declare::{
    ConsumerTable, ContractTable, Definition, ErrorTable, Item, JobTable, Mark, OperationTable,
    Packed, ProviderTable, Wire, WireFn,
};
use clauses::Clauses;
use json::Object;

/// The facts of some items, as one JSON text that ends with a newline.
pub fn facts(items: &[Item]) -> String {
    let mut walk = Walk::default();
    let mut contracts: Vec<&ContractTable> = Vec::new();
    let mut operations: Vec<&OperationTable> = Vec::new();
    let mut consumers: Vec<&ConsumerTable> = Vec::new();
    let mut jobs: Vec<&JobTable> = Vec::new();
    let mut providers: Vec<&ProviderTable> = Vec::new();
    for item in items {
        match *item {
            Item::Contract(table) => contracts.push(table),
            Item::Type(wire) => walk.register(wire()),
            Item::Operation(table) => operations.push(table),
            Item::Consumer(table) => consumers.push(table),
            Item::Job(table) => jobs.push(table),
            Item::Provider(table) => providers.push(table),
            Item::Errors(table) => {
                walk.errors.insert(error_identity(table), (table, true));
            }
        }
    }
    contracts.sort_by_key(|table| (table.id, table.module));
    operations.sort_by_key(|table| (table.id, table.module));
    consumers.sort_by_key(|table| (table.id, table.module));
    jobs.sort_by_key(|table| (table.id, table.module));
    providers.sort_by_key(|table| (table.id, table.module));

    let operations: Vec<String> =
        operations.into_iter().map(|table| items::operation(table, &mut walk)).collect();
    let consumers: Vec<String> =
        consumers.into_iter().map(|table| items::consumer(table, &mut walk)).collect();
    let jobs: Vec<String> = jobs.into_iter().map(|table| items::job(table, &mut walk)).collect();
    // What the operations reach is known by now; what the types reach is not.
    let types = walk.types();
    let errors = walk
        .errors
        .iter()
        .map(|(identity, (table, registered))| items::error_set(identity, table, *registered));

    let mut facts = Object::default();
    facts.string("core", env!("CARGO_PKG_VERSION"));
    facts.list("contracts", contracts.into_iter().map(items::contract));
    facts.list("operations", operations);
    facts.list("consumers", consumers);
    facts.list("jobs", jobs);
    facts.list("providers", providers.into_iter().map(items::provider));
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
    definition: Definition,
    registered: bool,
}

impl Walk {
    /// Notes a type that registered itself. The derive always gives it a name.
    fn register(&mut self, wire: Wire) {
        let identity = match wire {
            Wire::Named(definition) => self.named(definition),
            Wire::Packed(packed) => self.packed(packed),
            _ => return,
        };
        if let Some(found) = self.types.get_mut(&identity) {
            found.registered = true;
        }
    }

    /// The identity of an error set, which is noted.
    fn error_set(&mut self, table: &'static ErrorTable) -> String {
        let identity = error_identity(table);
        self.errors.entry(identity.clone()).or_insert((table, false));
        identity
    }

    /// The identity of a named type, which is noted to be walked later.
    fn named(&mut self, definition: &Definition) -> String {
        let identity = identity((definition.type_name)(), definition.name, definition.about.at);
        self.note(&identity, || *definition);
        identity
    }

    /// The same of a type as the macros write it, which is unpacked when it is seen first.
    fn packed(&mut self, packed: &Packed) -> String {
        let Head { name, type_name, at } = packed.head();
        let identity = identity(type_name, name, at);
        self.note(&identity, || packed.unpack());
        identity
    }

    fn note(&mut self, identity: &str, definition: impl FnOnce() -> Definition) {
        if !self.types.contains_key(identity) {
            let found = Found { definition: definition(), registered: false };
            self.types.insert(identity.to_owned(), found);
            self.open.push(identity.to_owned());
        }
    }

    /// A type expression as JSON. It is as deep as the Rust type is written: named types end it.
    fn expression(&mut self, wire: Wire) -> String {
        let of = |walk: &mut Self, wire: WireFn| walk.expression(wire());
        match wire {
            Wire::Leaf(word) => json::string(word),
            Wire::Named(definition) => json::string(&self.named(definition)),
            Wire::Packed(packed) => json::string(&self.packed(packed)),
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
            Wire::ShortList(inner, most) => {
                let pair = [of(self, inner), most.to_string()];
                json::member("short_list", &json::list(pair))
            }
            Wire::ShortText(most) => json::member("short_text", &most.to_string()),
            Wire::Split(written, read) => {
                let pair = [of(self, written), of(self, read)];
                json::member("split", &json::list(pair))
            }
            Wire::Opaque(codec, None) => json::member("opaque", &json::string(codec)),
            Wire::Opaque(codec, Some(within)) => {
                let pair = [json::string(codec), of(self, within)];
                json::member("opaque", &json::list(pair))
            }
            Wire::Codec(codec, rust, shape) => {
                let behind = match shape {
                    Some(shape) => of(self, shape),
                    // A type without a shape is known by what its author calls it.
                    None => json::member("opaque", &json::string(rust)),
                };
                json::member("codec", &json::list([json::string(codec), behind]))
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
            let body = clauses.definition(&definition);
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
            object.optional("mark", mark(definition.mark));
            object.value("registered", if *registered { "true" } else { "false" });
            if let Some(event) = &definition.event {
                object.value("event", &items::event(event, &identity));
            }
            object.value("type", &body);
            object.optional("source", said::source(definition.about.at));
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

fn mark(mark: Mark) -> Option<String> {
    if mark.path.is_empty() {
        return None;
    }
    let mut object = Object::default();
    object.string("path", mark.path);
    object.string("facts", &format!("{:016x}", mark.facts));
    Some(object.end())
}
