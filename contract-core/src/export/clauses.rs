//! The clauses of one type in the document's form, with their places and their docs.

use std::collections::BTreeMap;

use super::Walk;
use super::json::{self, Object};
use super::said::{about, places, source};
use crate::declare::{
    About, Body, Definition, EnumTable, Field, Numbers, Parts, Read, StructTable, Tagging, Told,
    Variant, VariantBody, WireFn, Written,
};

/// Writes one type's clauses.
pub(super) struct Clauses<'w> {
    walk: &'w mut Walk,
    sources: BTreeMap<String, String>,
    docs: BTreeMap<String, String>,
}

impl<'w> Clauses<'w> {
    pub(super) fn new(walk: &'w mut Walk) -> Self {
        Self { walk, sources: BTreeMap::new(), docs: BTreeMap::new() }
    }

    /// The places and the docs of the clauses that were written.
    pub(super) fn end(self) -> (Option<String>, Option<String>) {
        (object(self.sources), object(self.docs))
    }

    /// A document's `Type`.
    pub(super) fn definition(&mut self, definition: &Definition) -> String {
        self.sources.extend(places(&definition.about));
        if !definition.about.doc.is_empty() {
            self.docs.insert(String::new(), json::string(definition.about.doc));
        }
        let told = definition.told.map(|told| told());
        let parts = match &told {
            Some(Told::Unknown(numbers)) => Some(numbers.parts()),
            _ => definition.parts.map(|parts| parts()),
        };
        let shape = match &definition.body {
            Body::Enum(_) if matches!(told, Some(Told::Unknown(_))) => {
                let codec = format!("names or numbers of {}", definition.name);
                json::member("alias", &json::member("opaque", &json::string(&codec)))
            }
            Body::Struct(table) => json::member("struct", &self.struct_table("", table)),
            Body::Tuple(fields) => json::member("tuple", &self.fields("", fields)),
            Body::Unit => json::string("unit"),
            Body::Alias(wire) => json::member("alias", &self.wire(*wire)),
            Body::Newtype(wire) => json::member("newtype", &self.wire(*wire)),
            Body::Enum(table) => {
                let numbers = match &told {
                    Some(Told::Numbers(numbers)) => Some(numbers),
                    _ => None,
                };
                json::member("enum", &self.enum_table(table, numbers))
            }
        };
        let mut object = Object::default();
        object.optional("about", about(&definition.about));
        object.optional("behind", parts.map(|parts| self.behind(&parts)));
        object.value("shape", &shape);
        object.end()
    }

    /// What a conversion converts. One type may stand in several parts.
    fn behind(&mut self, parts: &Parts) -> String {
        let mut types: Vec<String> = Vec::new();
        for shape in &parts.shapes {
            let of = self.wire(*shape);
            if !types.contains(&of) {
                types.push(of);
            }
        }
        let mut object = Object::default();
        object.list("parts", parts.says.iter().map(|part| json::string(part)));
        if !types.is_empty() {
            object.list("types", types);
        }
        object.end()
    }

    fn wire(&mut self, wire: WireFn) -> String {
        self.walk.expression(wire())
    }

    fn note(&mut self, path: &str, about: &About) {
        // A path may come twice: a variant may stand once for each direction.
        if let Some(source) = source(about.at) {
            self.sources.entry(path.to_owned()).or_insert(source);
        }
        for (clause, source) in places(about) {
            self.sources.entry(format!("{path}/{clause}")).or_insert(source);
        }
        if !about.doc.is_empty() {
            self.docs.entry(path.to_owned()).or_insert_with(|| json::string(about.doc));
        }
    }

    fn struct_table(&mut self, path: &str, table: &StructTable) -> String {
        let mut object = Object::default();
        object.value("fields", &self.fields(path, table.fields));
        if table.refuses_unknown {
            object.string("unknown_fields", "refused");
        }
        if let Some((name, value)) = table.tag {
            let mut tag = Object::default();
            tag.string("name", name);
            tag.string("value", value);
            object.value("tag", &tag.end());
        }
        object.end()
    }

    fn fields(&mut self, path: &str, fields: &[Field]) -> String {
        let fields: Vec<String> = fields.iter().map(|field| self.field(path, field)).collect();
        json::list(fields)
    }

    fn field(&mut self, path: &str, field: &Field) -> String {
        self.note(&format!("{path}fields/{}", field.name), &field.about);
        let mut object = Object::default();
        object.string("name", field.name);
        names(&mut object, field.name, field.read_name, field.aliases);
        object.value("type", &self.wire(field.wire));
        object.optional(
            "written",
            match field.written {
                Written::Always => None,
                Written::UnlessNone => Some(json::string("unless_none")),
                Written::Unless(path) => Some(json::member("unless", &json::string(path))),
                Written::Never => Some(json::string("never")),
            },
        );
        object.optional(
            "read",
            match field.read {
                Read::Required => None,
                Read::Demanded => Some(json::string("demanded")),
                Read::Default => Some(json::string("default")),
                Read::ContainerDefault => Some(json::string("container_default")),
                Read::DefaultFn(path) => Some(json::member("default_fn", &json::string(path))),
                Read::Never => Some(json::string("never")),
            },
        );
        if field.flatten {
            object.value("flatten", "true");
        }
        object.optional("about", about(&field.about));
        object.end()
    }

    fn enum_table(&mut self, table: &EnumTable, numbers: Option<&Numbers>) -> String {
        let mut object = Object::default();
        let number =
            numbers.map(|it| json::member("number", &json::member("type", &self.wire(it.of))));
        object.optional(
            "tagging",
            number.or(match table.tagging {
                Tagging::External => None,
                Tagging::Internal(tag) => {
                    let tag = json::member("tag", &json::string(tag));
                    Some(json::member("internal", &tag))
                }
                Tagging::Adjacent(tag, content) => {
                    let mut members = Object::default();
                    members.string("tag", tag);
                    members.string("content", content);
                    Some(json::member("adjacent", &members.end()))
                }
                Tagging::Untagged => Some(json::string("untagged")),
            }),
        );
        if table.refuses_unknown {
            object.string("unknown_fields", "refused");
        }
        let variants: Vec<String> =
            table.variants.iter().map(|variant| self.variant(variant, numbers)).collect();
        object.list("variants", variants);
        object.end()
    }

    fn variant(&mut self, variant: &Variant, numbers: Option<&Numbers>) -> String {
        let number = numbers.and_then(|it| it.number(variant.rust_name)).map(|it| it.to_string());
        let name = number.as_deref().unwrap_or(variant.name);
        let path = format!("variants/{name}");
        self.note(&path, &variant.about);
        let below = format!("{path}/");
        let mut object = Object::default();
        object.string("name", name);
        if number.is_some() {
            object.string("called", variant.rust_name);
        } else {
            names(&mut object, variant.name, variant.read_name, variant.aliases);
        }
        for (name, value, usual) in [
            ("written", variant.written, true),
            ("read", variant.read, true),
            ("other", variant.other, false),
            ("untagged", variant.untagged, false),
        ] {
            if value != usual {
                object.value(name, if value { "true" } else { "false" });
            }
        }
        object.optional(
            "content",
            match &variant.body {
                VariantBody::Unit => None,
                VariantBody::Newtype(wire) => Some(json::member("newtype", &self.wire(*wire))),
                VariantBody::Tuple(fields) => {
                    Some(json::member("tuple", &self.fields(&below, fields)))
                }
                VariantBody::Struct(table) => {
                    Some(json::member("struct", &self.struct_table(&below, table)))
                }
            },
        );
        object.optional("about", about(&variant.about));
        object.end()
    }
}

/// An object of JSON texts, if there are any.
pub(super) fn object(members: BTreeMap<String, String>) -> Option<String> {
    let mut object = Object::default();
    members.iter().for_each(|(path, json)| object.value(path, json));
    object.some()
}

fn names(object: &mut Object, name: &str, read_name: &str, aliases: &[&str]) {
    if read_name != name {
        object.string("read_name", read_name);
    }
    if !aliases.is_empty() {
        object.list("aliases", aliases.iter().map(|alias| json::string(alias)));
    }
}
