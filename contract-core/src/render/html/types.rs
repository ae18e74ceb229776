//! Types on the page.

use super::Page;
use crate::document::{
    Content, Enum, Field, Read, Shape, Struct, Tagging, UnknownFields, Variant, WireType, Written,
};
use crate::render::words::{self, Piece};

impl Page<'_> {
    pub(super) fn types(&mut self) {
        let document = self.document;
        if document.types.is_empty() {
            return;
        }
        self.section("types", "Types");
        for (name, of) in &document.types {
            let clause = format!("types/{name}");
            self.entry(&clause);
            self.html.element("span", "name", name);
            self.about(&clause, &of.about, true);
            self.shape(&of.shape);
            self.html.close("article");
        }
        self.html.close("section");
    }

    /// A type expression, with a link to every type of the contract in it.
    pub(super) fn wire(&mut self, wire: &WireType) {
        for piece in words::wire(wire) {
            match piece {
                Piece::Text(text) => self.html.text(&text),
                Piece::Code(code) => self.html.element("code", "", &code),
                Piece::Type(name) => self.html.link(&format!("types/{name}"), &name),
            };
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Struct(of) => self.structure(of),
            Shape::Tuple(fields) => {
                self.html.markup("<p>An array:</p>");
                self.fields(fields);
            }
            Shape::Unit => {
                self.html.markup("<p>Always ").element("code", "", "null").text(".").close("p");
            }
            Shape::Alias(of) | Shape::Newtype(of) => {
                self.html.markup("<p>The same as ");
                self.wire(of);
                self.html.markup(".</p>");
            }
            Shape::Enum(of) => self.enumeration(of),
        }
    }

    fn structure(&mut self, of: &Struct) {
        if let Some(tag) = &of.tag {
            self.html.markup("<p>Written with ").element("code", "", &tag.name).markup(": ");
            self.html.element("code", "", &tag.value).markup(".</p>");
        }
        if of.unknown_fields == UnknownFields::Refused {
            self.html.markup("<p>Fields that it does not know are refused.</p>");
        }
        self.fields(&of.fields);
    }

    fn fields(&mut self, fields: &[Field]) {
        if fields.is_empty() {
            return;
        }
        self.table(&["Field", "Type", "Written", "When missing", "About"]);
        for field in fields {
            self.html.markup("<tr>").cell("Field").element("code", "", &field.name);
            self.names(field.read_name.as_ref().filter(|it| **it != field.name), &field.aliases);
            self.html.close("td").cell("Type");
            if field.flatten {
                self.html.text("the fields of ");
            }
            self.wire(&field.wire);
            self.html.close("td").cell("Written").prose(&written(&field.written)).close("td");
            self.html.cell("When missing").prose(&missing(field)).close("td").cell("About");
            if let Some(level) = field.about.level {
                self.badge(level.word());
            }
            self.said(&field.about);
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }

    /// Other names under which something is read.
    fn names(&mut self, read: Option<&String>, aliases: &[String]) {
        if let Some(read) = read {
            self.html.markup("<p>read as ").element("code", "", read).close("p");
        }
        for alias in aliases {
            self.html.markup("<p>or ").element("code", "", alias).close("p");
        }
    }

    fn enumeration(&mut self, of: &Enum) {
        self.html.open("p", "").prose(&tagging(&of.tagging)).close("p");
        self.table(&["Variant", "Content", "About"]);
        for variant in &of.variants {
            self.html.markup("<tr>").cell("Variant").element("code", "", &variant.name);
            let read = variant.read_name.as_ref().filter(|it| **it != variant.name);
            self.names(read, &variant.aliases);
            self.html.close("td").cell("Content");
            match &variant.content {
                Content::Unit => {}
                Content::Newtype(of) => self.wire(of),
                Content::Tuple(fields) => self.fields(fields),
                Content::Struct(of) => self.structure(of),
            }
            self.html.close("td").cell("About");
            if let Some(level) = variant.about.level {
                self.badge(level.word());
            }
            self.said(&variant.about);
            for remark in remarks(variant) {
                self.html.element("p", "", remark);
            }
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }
}

fn written(written: &Written) -> String {
    match written {
        Written::Always => "always".to_owned(),
        Written::UnlessNone => "unless none".to_owned(),
        Written::Unless(predicate) => format!("unless `{predicate}`"),
        Written::Never => "never".to_owned(),
    }
}

fn missing(field: &Field) -> String {
    match &field.read {
        Read::Required if matches!(field.wire, WireType::Option(_)) => "none".to_owned(),
        Read::Required | Read::Demanded => "refused".to_owned(),
        Read::Default | Read::ContainerDefault => "default".to_owned(),
        Read::DefaultFn(path) => format!("`{path}`"),
        Read::Never => "never read".to_owned(),
    }
}

fn tagging(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => {
            "The variant's name, or an object with it as its only field.".to_owned()
        }
        Tagging::Internal { tag } => format!("Told by the field `{tag}` beside the content."),
        Tagging::Adjacent { tag, content } => {
            format!("Told by the field `{tag}`; the content is in `{content}`.")
        }
        Tagging::Untagged => "The first variant that fits.".to_owned(),
        Tagging::Number { .. } => "The variant's number.".to_owned(),
    }
}

fn remarks(variant: &Variant) -> Vec<&'static str> {
    let mut remarks = Vec::new();
    if variant.other {
        remarks.push("Stands for every name that is not listed.");
    }
    if variant.untagged {
        remarks.push("Without its name.");
    }
    if !variant.written {
        remarks.push("Never written.");
    }
    if !variant.read {
        remarks.push("Never read.");
    }
    remarks
}
