//! What an item's syntax says of the contract, as lines of text: what `contract_core::baseline`
//! compares with what was released.
//!
//! Only what is certain without resolving a name is a fact. A type is told by its last word, and
//! only if that is a word of std; what goes through a codec, a conversion or another type says
//! nothing.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::{GenericArgument, PathArguments, Type};

use crate::fnv::Fnv;
use crate::model::{
    About, Body, Config, Consumer, Content, Deprecated, Enum, ErrorSet, Event, Field, Job,
    Operation, Read, Said, Shape, Struct, Tagging, TypeItem, Variant, Wire, Written,
};

/// The facts of an item.
pub(crate) struct Facts {
    /// The item's Rust name.
    pub(crate) name: String,
    /// A line for each fact: the number of its place, a space, the fact.
    pub(crate) text: String,
    /// The places, the item itself first.
    pub(crate) sites: Vec<Span>,
}

impl Facts {
    fn new(name: String, span: Span) -> Self {
        Self { name, text: String::new(), sites: vec![span] }
    }

    /// What tells these facts from others.
    pub(crate) fn hash(&self) -> u64 {
        Fnv::of(&self.text)
    }

    fn site(&mut self, span: Span) -> usize {
        self.sites.push(span);
        self.sites.len() - 1
    }

    fn add(&mut self, site: usize, fact: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{site} {}", line(fact)));
    }

    fn level(&mut self, site: usize, fact: &str, about: &About) {
        if let Some(level) = about.level {
            self.add(site, &format!("{fact} {}", level));
        }
    }

    /// What is said besides levels and meanings, in the order of paths: `has` and the path, and `=`
    /// and the path with the value.
    fn says(&mut self, site: usize, below: &str, about: &About) {
        self.says_beside(site, below, about, &[]);
    }

    /// The same, beside some values.
    fn says_beside(&mut self, site: usize, below: &str, about: &About, own: &[(&str, String)]) {
        let mut said: BTreeMap<String, (Option<Span>, Option<String>)> = own
            .iter()
            .map(|(path, value)| {
                (format!("{below}{path}"), (Some(about.span), Some(value.clone())))
            })
            .collect();
        if let Some(unit) = &about.unit {
            said.insert(format!("{below}unit"), (None, Some(unit.clone())));
        }
        if let Some(deprecated) = &about.deprecated {
            said.insert(format!("{below}deprecated"), (None, None));
            let Deprecated { since, date, sunset, remove_in, replaced_by, link, note } = deprecated;
            let words = [
                ("since", since),
                ("date", date),
                ("sunset", sunset),
                ("remove_in", remove_in),
                ("replaced_by", replaced_by),
                ("link", link),
                ("note", note),
            ];
            for (word, text) in words {
                if let Some(text) = text {
                    let path = format!("{below}deprecated/{word}");
                    said.insert(path, (None, Some(text.clone())));
                }
            }
        }
        for clause in &about.clauses {
            let path = clause.path.strip_prefix("about/").unwrap_or(&clause.path);
            if path.starts_with("levels/") {
                continue;
            }
            let value = match &clause.said {
                Said::Group => None,
                Said::Flag => clause.path.rsplit('/').next().map(str::to_owned),
                Said::Text(text) => Some(text.clone()),
                Said::Number(digits) => Some(digits.clone()),
                Said::List(items) => {
                    Some(list(&items.iter().map(String::as_str).collect::<Vec<_>>()))
                }
            };
            said.insert(format!("{below}{path}"), (Some(clause.span), value));
            // The keys of a stream are a group that nobody has to write.
            if path.starts_with("stream/") {
                said.entry("stream".to_owned()).or_insert((Some(about.span), None));
            }
        }
        for (path, (span, value)) in said {
            let site = span.map_or(site, |span| self.site(span));
            self.has(site, &path, value.as_deref());
        }
    }

    fn has(&mut self, site: usize, path: &str, value: Option<&str>) {
        self.add(site, &format!("has {path}"));
        if let Some(value) = value {
            self.add(site, &format!("={path} {value}"));
        }
    }

    fn names<'a>(&mut self, site: usize, within: &str, names: impl Iterator<Item = &'a String>) {
        for name in names {
            self.add(site, &format!("names{within} {name}"));
        }
    }
}

/// A fact on one line and without tabs, as the command writes it, too.
fn line(fact: &str) -> String {
    fact.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

/// The facts of a type.
pub(crate) fn type_item(item: &TypeItem) -> Facts {
    let mut facts = Facts::new(item.ident.to_string(), item.about.span);
    facts.level(0, "level .", &item.about);
    facts.says(0, "", &item.about);
    match &item.shape {
        Shape::Converted { .. } | Shape::Numbered { .. } => facts.add(0, "converted"),
        Shape::Body(Body::Struct(body)) => {
            facts.add(0, "struct");
            structs(&mut facts, 0, "", body);
        }
        Shape::Body(Body::Tuple(_)) => facts.add(0, "tuple"),
        Shape::Body(Body::Unit) => facts.add(0, "unit"),
        Shape::Body(Body::Alias(wire)) => {
            facts.add(0, "alias");
            is(&mut facts, 0, "", ".", wire);
        }
        Shape::Body(Body::Newtype(wire)) => {
            facts.add(0, "newtype");
            is(&mut facts, 0, "", ".", wire);
        }
        Shape::Body(Body::Enum(body)) => enums(&mut facts, body),
    }
    facts
}

/// The members of a struct; of a variant, if `within` is `@` and its name.
fn structs(facts: &mut Facts, site: usize, within: &str, body: &Struct) {
    let unknown = if body.refuses_unknown { "refuses" } else { "ignores" };
    facts.add(site, &format!("{unknown}{within} *"));
    for field in &body.fields {
        let site = facts.site(field.about.span);
        if field.flatten {
            facts.add(site, &format!("more{within} *"));
        } else {
            member(facts, site, within, field);
        }
    }
}

fn member(facts: &mut Facts, site: usize, within: &str, field: &Field) {
    let Field { name, read_name, aliases, written, read, wire, .. } = field;
    facts.names(site, within, std::iter::once(name).chain(once_more(field)));
    match written {
        Written::Always => facts.add(site, &format!("writes{within} {name}")),
        Written::UnlessNone => {
            facts.add(site, &format!("writes{within} {name}"));
            facts.add(site, &format!("skips-none{within} {name}"));
        }
        Written::Unless(_) => {
            facts.add(site, &format!("writes{within} {name}"));
            facts.add(site, &format!("skips{within} {name}"));
        }
        Written::Never => {}
    }
    if !matches!(read, Read::Never) {
        for name in std::iter::once(read_name).chain(aliases) {
            facts.add(site, &format!("reads{within} {name}"));
        }
    }
    let optional = known(wire).map(|shape| shape.starts_with("option<"));
    if optional == Some(true) && matches!(written, Written::Always) {
        facts.add(site, &format!("null{within} {name}"));
    }
    let demands = match read {
        Read::Demanded => Some(true),
        Read::Required => optional.map(|optional| !optional),
        Read::Default | Read::ContainerDefault | Read::DefaultFn(_) => Some(false),
        Read::Never => None,
    };
    if let Some(demands) = demands {
        let word = if demands { "demands" } else { "spares" };
        facts.add(site, &format!("{word}{within} {read_name}"));
    }
    is(facts, site, within, name, wire);
    facts.level(site, &format!("level{within} {name}"), &field.about);
    let around = match within.strip_prefix('@') {
        Some(variant) => format!("variants/{variant}/"),
        None => String::new(),
    };
    facts.says(site, &format!("{around}fields/{name}/"), &field.about);
}

/// The names of a field that are not its first.
fn once_more(field: &Field) -> impl Iterator<Item = &String> {
    let reads = !matches!(field.read, Read::Never);
    let own = std::iter::once(&field.read_name).filter(|name| **name != field.name);
    own.chain(&field.aliases).filter(move |_| reads)
}

/// What stands there, if std names it. What may be missing is said by other facts.
fn is(facts: &mut Facts, site: usize, within: &str, name: &str, wire: &Wire) {
    if let Some(shape) = known(wire) {
        let inner = shape.strip_prefix("option<").and_then(|it| it.strip_suffix('>'));
        let inner = inner.unwrap_or(&shape);
        if !inner.contains("option<") && !inner.contains('?') {
            facts.add(site, &format!("type{within} {name} {inner}"));
        }
    }
}

fn enums(facts: &mut Facts, body: &Enum) {
    facts.add(0, "enum");
    let tagging = match &body.tagging {
        Tagging::External => "external".to_owned(),
        Tagging::Internal(tag) => format!("internal `{tag}`"),
        Tagging::Adjacent(tag, content) => format!("adjacent `{tag}`, `{content}`"),
        Tagging::Untagged => "untagged".to_owned(),
    };
    facts.add(0, &format!("tagging {tagging}"));
    for variant in &body.variants {
        let site = facts.site(variant.about.span);
        if variant.other || variant.untagged {
            facts.add(site, "catch-all");
            continue;
        }
        let Variant { name, read_name, aliases, .. } = variant;
        let read = std::iter::once(read_name).chain(aliases).filter(|_| variant.read);
        facts.names(site, "", std::iter::once(name).chain(read.clone().filter(|it| *it != name)));
        if variant.written {
            let unit = matches!(variant.content, Content::Unit);
            let value = unit && matches!(body.tagging, Tagging::External);
            let word = if value { "writes-value" } else { "writes-variant" };
            facts.add(site, &format!("{word} {name}"));
        }
        for name in read {
            facts.add(site, &format!("reads-variant {name}"));
        }
        facts.level(site, &format!("level {name}"), &variant.about);
        facts.says(site, &format!("variants/{name}/"), &variant.about);
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
            Content::Newtype(wire) => is(facts, site, &within, ".", wire),
            Content::Struct(body) => structs(facts, site, &within, body),
        }
    }
}

/// The facts of an error set.
pub(crate) fn error_set(set: &ErrorSet) -> Facts {
    let mut facts = Facts::new(set.ident.to_string(), set.about.span);
    facts.add(0, "errors");
    facts.add(0, if set.open { "is open" } else { "is closed" });
    facts.add(0, &format!("domain {}", set.domain));
    facts.level(0, "level .", &set.about);
    facts.says(0, "", &set.about);
    // As the document has them.
    let mut codes: Vec<_> = set.codes.iter().collect();
    codes.sort_by(|one, other| one.code.cmp(&other.code));
    for code in codes {
        let site = facts.site(code.about.span);
        let name = &code.code;
        facts.add(site, &format!("names {name}"));
        let is = |said: &Said, word| matches!(said, Said::Text(text) if text == word);
        let mut clauses = code.about.clauses.iter();
        let new = clauses.any(|it| it.path == "reached_by" && is(&it.said, "new_input"));
        facts.add(site, &format!("{} {name}", if new { "new-code" } else { "code" }));
        facts.add(site, &format!("status@{name} {}", code.status));
        facts.add(site, &format!("retry@{name} {}", code.retry));
        facts.add(site, &format!("effects@{name} {}", code.effects));
        facts.add(site, &format!("role@{name} {}", code.role));
        facts.level(site, &format!("level {name}"), &code.about);
        facts.says(site, &format!("codes/{name}/"), &code.about);
    }
    facts
}

/// The facts of an operation.
pub(crate) fn operation(operation: &Operation) -> Facts {
    let mut facts = Facts::new(operation.ident.to_string(), operation.about.span);
    facts.add(0, &format!("operation {}", operation.id));
    if let Some((method, path)) = &operation.http {
        facts.add(0, "http");
        facts.add(0, &format!("method {method}"));
        facts.add(0, &format!("path {path}"));
        match operation.success {
            Some(success) => facts.add(0, &format!("success {success}")),
            None => facts.add(0, "success none"),
        }
    }
    facts.level(0, "level .", &operation.about);
    facts.says(0, "", &operation.about);
    facts
}

/// The facts of an event, beside those of its type.
pub(crate) fn event(name: String, event: &Event) -> Facts {
    let mut facts = Facts::new(name, event.about.span);
    facts.add(0, &format!("event {}", event.id));
    facts.level(0, "level .", &event.about);
    let direction = if event.sent { "send" } else { "receive" };
    let mut own = vec![("direction", direction.to_owned())];
    own.extend(event.channel.clone().map(|channel| ("channel", channel)));
    facts.says_beside(0, "", &event.about, &own);
    facts
}

/// The facts of a consumer.
pub(crate) fn consumer(consumer: &Consumer) -> Facts {
    let mut facts = Facts::new(consumer.ident.to_string(), consumer.about.span);
    facts.add(0, &format!("consumer {}", consumer.id));
    facts.level(0, "level .", &consumer.about);
    facts.says_beside(0, "", &consumer.about, &[("of", consumer.of.clone())]);
    facts
}

/// The facts of a job. Its states are those of another item.
pub(crate) fn job(job: &Job) -> Facts {
    let mut facts = Facts::new(job.ident.to_string(), job.about.span);
    facts.add(0, &format!("job {}", job.id));
    facts.level(0, "level .", &job.about);
    facts.says(0, "", &job.about);
    facts
}

/// The facts of a provider.
pub(crate) fn provider(config: &Config) -> Facts {
    let mut facts = Facts::new(config.ident.to_string(), config.about.span);
    facts.add(0, &format!("provider {}", config.provider));
    facts.level(0, "level .", &config.about);
    let own = [("mode_variable", config.mode_var.clone()), ("modes", list(&config.modes))];
    facts.says_beside(0, "", &config.about, &own);
    // As the document has them.
    let mut settings: Vec<_> = config.settings.iter().collect();
    settings.sort_by(|one, other| one.env.cmp(&other.env));
    for setting in settings {
        let site = facts.site(setting.about.span);
        let below = format!("config/{}", setting.env);
        facts.has(site, &below, None);
        let required = Some(list(&setting.required_in)).filter(|list| !list.is_empty());
        let mut own: Vec<_> = required.map(|list| ("required_in", list)).into_iter().collect();
        own.extend(setting.secret.then(|| ("secret", "secret".to_owned())));
        facts.says_beside(site, &format!("{below}/"), &setting.about, &own);
    }
    facts
}

/// Words as the document has them: in their order, and each once.
fn list(words: &[&str]) -> String {
    let mut words = words.to_vec();
    words.sort_unstable();
    words.dedup();
    words.join(", ")
}

/// The shape of a type that std names, in the words of the document: `list<u32>`. What is inside
/// and has no known shape is `?`.
fn known(wire: &Wire) -> Option<String> {
    match wire {
        Wire::Of(ty) => shape(ty),
        Wire::BySchema(_) | Wire::Opaque(..) | Wire::Codec(..) | Wire::Split(..) => None,
    }
}

fn shape(ty: &Type) -> Option<String> {
    match ty {
        Type::Group(group) => shape(&group.elem),
        Type::Paren(paren) => shape(&paren.elem),
        Type::Reference(reference) => borrowed(&reference.elem),
        Type::Slice(slice) => Some(format!("list<{}>", inner(&slice.elem))),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            named(&last.ident.to_string(), &last.arguments)
        }
        _ => None,
    }
}

/// The shape of a reference: serde borrows texts and bytes from the text that it reads.
fn borrowed(ty: &Type) -> Option<String> {
    match ty {
        Type::Group(group) => borrowed(&group.elem),
        Type::Paren(paren) => borrowed(&paren.elem),
        Type::Slice(slice) if shape(&slice.elem).as_deref() == Some("u8") => None,
        Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "str") => {
            Some("borrowed_string".to_owned())
        }
        of => shape(of),
    }
}

fn inner(ty: &Type) -> String {
    shape(ty).unwrap_or_else(|| "?".to_owned())
}

fn named(name: &str, arguments: &PathArguments) -> Option<String> {
    let arguments: Vec<&Type> = match arguments {
        PathArguments::None => Vec::new(),
        PathArguments::AngleBracketed(them) => them
            .args
            .iter()
            .filter_map(|it| if let GenericArgument::Type(ty) = it { Some(ty) } else { None })
            .collect(),
        PathArguments::Parenthesized(_) => return None,
    };
    match (name, arguments.as_slice()) {
        (
            "bool" | "char" | "u8" | "u16" | "u32" | "u64" | "u128" | "i8" | "i16" | "i32" | "i64"
            | "i128" | "f32" | "f64",
            [],
        ) => Some(name.to_owned()),
        ("usize", []) => Some("u64".to_owned()),
        ("isize", []) => Some("i64".to_owned()),
        ("String" | "str", []) => Some("string".to_owned()),
        ("Box" | "Arc" | "Rc" | "Cow", [of]) => shape(of),
        ("Option", [of]) => Some(format!("option<{}>", inner(of))),
        ("Vec" | "VecDeque", [of]) => Some(format!("list<{}>", inner(of))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ty: &str) -> Option<String> {
        shape(&syn::parse_str(ty).unwrap())
    }

    #[test]
    fn types_of_std_have_a_shape() {
        for (ty, expected) in [
            ("u32", "u32"),
            ("std::string::String", "string"),
            ("&'a str", "borrowed_string"),
            ("Option<&'static str>", "option<borrowed_string>"),
            ("&String", "string"),
            ("&[u16]", "list<u16>"),
            ("Cow<'a, str>", "string"),
            ("Option<Vec<u8>>", "option<list<u8>>"),
            ("Box<[u16]>", "list<u16>"),
            ("Vec<Order>", "list<?>"),
        ] {
            assert_eq!(of(ty).as_deref(), Some(expected), "{ty}");
        }
        for ty in ["Order", "T::Item", "(u8, u8)", "fn(u8) -> u8", "<T as A>::B", "Vec", "u32<u8>"]
        {
            assert_eq!(of(ty), None, "{ty}");
        }
    }
}
