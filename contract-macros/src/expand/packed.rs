//! The table of a type as one text, and the shapes that it refers to: the grammar stands in
//! `contract_core::declare::packed`, which reads it.

use std::fmt::Write as _;

use crate::model::{
    About, Body, Clause, Content, Deprecated, Enum, Event, Field, Read, Said, Struct, Tagging,
    Variant, Wire, Written,
};
use crate::position::Position;

/// A text that is being written, and the shapes that it has asked for.
pub(super) struct Packed<'a> {
    pub(super) text: String,
    pub(super) wires: Vec<&'a Wire>,
    /// The file of the item.
    file: &'a str,
}

impl<'a> Packed<'a> {
    /// The start of an item.
    pub(super) fn item(name: &str, ident: &str, facts: u64, about: &'a About) -> Self {
        let mut packed = Self { text: String::new(), wires: Vec::new(), file: "" };
        packed.text(name);
        packed.text(ident);
        packed.word(&format!("{facts:x}"));
        packed.about(about);
        packed
    }

    fn word(&mut self, word: &str) {
        self.text.push_str(word);
        self.text.push(' ');
    }

    fn text(&mut self, text: &str) {
        let _ = write!(self.text, "{}:", text.len());
        self.word(text);
    }

    fn said(&mut self, word: &str, text: &str) {
        self.word(word);
        self.text(text);
    }

    pub(super) fn number(&mut self, number: usize) {
        let _ = write!(self.text, "{number} ");
    }

    fn end(&mut self) {
        self.word(".");
    }

    fn about(&mut self, about: &'a About) {
        let About { level, deprecated, meaning, unit, doc, clauses, at, span: _ } = about;
        let Position { file, line, column } = at;
        let _ = write!(self.text, "{line} {column} ");
        if file != self.file {
            self.said("file", file);
            if self.file.is_empty() {
                self.file = file;
            }
        }
        if let Some(level) = level {
            self.word("level");
            self.word(level);
        }
        if let Some(deprecated) = deprecated {
            self.deprecated(deprecated);
        }
        if let Some(meaning) = meaning {
            self.said("meaning", meaning);
        }
        if let Some(unit) = unit {
            self.said("unit", unit);
        }
        if !doc.is_empty() {
            self.said("doc", doc);
        }
        clauses.iter().for_each(|clause| self.clause(clause));
        // A line for each thing that something is said about.
        self.text.push_str(".\n");
    }

    fn deprecated(&mut self, deprecated: &Deprecated) {
        let Deprecated { since, date, sunset, remove_in, replaced_by, link, note } = deprecated;
        self.word("deprecated");
        for (word, text) in [
            ("since", since),
            ("date", date),
            ("sunset", sunset),
            ("remove_in", remove_in),
            ("replaced_by", replaced_by),
            ("link", link),
            ("note", note),
        ] {
            if let Some(text) = text {
                self.said(word, text);
            }
        }
        self.end();
    }

    fn clause(&mut self, clause: &Clause) {
        let Clause { path, said, at: Position { line, column, .. }, .. } = clause;
        self.said("clause", path);
        match said {
            Said::Group => self.word("group"),
            Said::Flag => self.word("flag"),
            Said::Text(text) => self.said("text", text),
            Said::Number(digits) => self.said("number", digits),
            Said::List(items) => {
                self.word("list");
                self.number(items.len());
                items.iter().for_each(|item| self.text(item));
            }
        }
        let _ = write!(self.text, "{line} {column} ");
    }

    pub(super) fn event(&mut self, event: &'a Event) {
        let Event { id, sent, channel, about } = event;
        self.said("event", id);
        self.word(if *sent { "sent" } else { "received" });
        if let Some(channel) = channel {
            self.said("channel", channel);
        }
        self.end();
        self.about(about);
    }

    pub(super) fn body(&mut self, body: &'a Body) {
        match body {
            Body::Struct(body) => {
                self.word("struct");
                self.structure(body);
            }
            Body::Tuple(fields) => {
                self.word("tuple");
                self.fields(fields);
            }
            Body::Unit => self.word("unit"),
            Body::Alias(wire) => {
                self.alias();
                self.wires.push(wire);
            }
            Body::Newtype(wire) => {
                self.word("newtype");
                self.wires.push(wire);
            }
            Body::Enum(body) => self.enumeration(body),
        }
    }

    /// The body of an alias, of which the shape is put beside the text by whoever knows it.
    pub(super) fn alias(&mut self) {
        self.word("alias");
    }

    fn structure(&mut self, body: &'a Struct) {
        let Struct { fields, refuses_unknown, tag } = body;
        if *refuses_unknown {
            self.word("refuses");
        }
        if let Some((name, value)) = tag {
            self.said("tag", name);
            self.text(value);
        }
        self.end();
        self.fields(fields);
    }

    fn enumeration(&mut self, body: &'a Enum) {
        let Enum { tagging, refuses_unknown, variants } = body;
        self.word("enum");
        match tagging {
            Tagging::External => self.word("external"),
            Tagging::Internal(tag) => self.said("internal", tag),
            Tagging::Adjacent(tag, content) => {
                self.said("adjacent", tag);
                self.text(content);
            }
            Tagging::Untagged => self.word("untagged"),
        }
        if *refuses_unknown {
            self.word("refuses");
        }
        self.end();
        self.number(variants.len());
        variants.iter().for_each(|variant| self.variant(variant));
    }

    fn fields(&mut self, fields: &'a [Field]) {
        self.number(fields.len());
        fields.iter().for_each(|field| self.field(field));
    }

    fn names(&mut self, name: &str, rust_name: &str, read_name: &str, aliases: &[String]) {
        self.text(name);
        if rust_name != name {
            self.said("rust", rust_name);
        }
        if read_name != name {
            self.said("read_name", read_name);
        }
        aliases.iter().for_each(|alias| self.said("alias", alias));
    }

    fn field(&mut self, field: &'a Field) {
        let Field { rust_name, name, read_name, aliases, written, read, flatten, wire, about } =
            field;
        self.wires.push(wire);
        self.names(name, rust_name, read_name, aliases);
        if *flatten {
            self.word("flatten");
        }
        match written {
            Written::Always => {}
            Written::UnlessNone => self.word("unless_none"),
            Written::Unless(path) => self.said("unless", path),
            Written::Never => self.word("unwritten"),
        }
        match read {
            Read::Required => {}
            Read::Demanded => self.word("demanded"),
            Read::Default => self.word("default"),
            Read::ContainerDefault => self.word("container_default"),
            Read::DefaultFn(path) => self.said("default_fn", path),
            Read::Never => self.word("unread"),
        }
        self.end();
        self.about(about);
    }

    fn variant(&mut self, variant: &'a Variant) {
        let Variant {
            rust_name,
            name,
            read_name,
            aliases,
            written,
            read,
            other,
            untagged,
            content,
            about,
        } = variant;
        self.names(name, rust_name, read_name, aliases);
        for (word, said) in
            [("unwritten", !written), ("unread", !read), ("other", *other), ("untagged", *untagged)]
        {
            if said {
                self.word(word);
            }
        }
        self.end();
        self.about(about);
        match content {
            Content::Unit => self.word("unit"),
            Content::Newtype(wire) => {
                self.word("newtype");
                self.wires.push(wire);
            }
            Content::Tuple(fields) => {
                self.word("tuple");
                self.fields(fields);
            }
            Content::Struct(body) => {
                self.word("struct");
                self.structure(body);
            }
        }
    }
}
