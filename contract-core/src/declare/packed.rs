//! Tables of types as the macros write them: one text, and the shapes that it refers to.
//!
//! A table of constants costs the compiler of every producer a path, a call and a borrow for each
//! thing that is said. A text costs one literal; only what the compiler has to resolve, the shapes
//! of fields, stands beside it as code. The text is read where tables are read, in extraction.
//!
//! # The text
//! Words, numbers and texts, each with one space or line break behind it. A text is its length in
//! bytes, a colon and its bytes, so that nothing in it needs escaping and every part of it is a
//! part of the constant. Something that may be said stands behind its word; a dot ends the list.
//! ```text
//! item     = name:text ident:text facts:hex about arguments:number [event] body
//! event    = "event" id:text ("sent" | "received") ["channel" text] "." about
//! body     = "struct" struct | "tuple" fields | "unit" | "alias" | "newtype" | "enum" enum
//! struct   = ["refuses"] ["tag" name:text value:text] "." fields
//! enum     = ("external" | "internal" text | "adjacent" text text | "untagged") ["refuses"] "."
//!            count:number variant*
//! fields   = count:number field*
//! field    = name:text ["rust" text] ["read_name" text] ("alias" text)* ["flatten"]
//!            ["unless_none" | "unless" text | "unwritten"]
//!            ["demanded" | "default" | "container_default" | "default_fn" text | "unread"] "." about
//! variant  = name:text ["rust" text] ["read_name" text] ("alias" text)* ["unwritten"] ["unread"]
//!            ["other"] ["untagged"] "." about
//!            ("unit" | "newtype" | "tuple" fields | "struct" struct)
//! about    = line:number column:number ["file" text] ["level" word] ["deprecated" timeline "."]
//!            ["meaning" text] ["unit" text] ["doc" text] clause* "."
//! timeline = (("since" | "date" | "sunset" | "remove_in" | "replaced_by" | "link" | "note") text)*
//! clause   = "clause" path:text ("group" | "flag" | "text" text | "number" text
//!            | "list" count:number text*) line:number column:number
//! ```
//! The shapes follow each other as the text asks for them: the arguments first, then that of an
//! alias, of a newtype, of each field.

use super::{
    About, At, Body, Clause, Definition, Deprecated, EnumTable, EventTable, Field, Mark, Parts,
    Read, StructTable, Tagging, Told, Value, Variant, VariantBody, WireFn, Written,
};
use crate::Level;

/// A type with a name, as the macros write it.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    text: &'static str,
    module: &'static str,
    type_name: fn() -> &'static str,
    wires: &'static [Shape],
    constants: fn() -> Vec<String>,
    parts: Option<fn() -> Parts>,
    told: Option<fn() -> Told>,
}

/// A shape beside a text. In a list of bare functions the compiler reports one type without a shape
/// and is silent about the next; around each of them it looks anew.
#[derive(Clone, Copy, Debug)]
pub struct Shape(pub WireFn);

/// What tells one type from another.
pub(crate) struct Head {
    pub(crate) name: &'static str,
    pub(crate) type_name: &'static str,
    pub(crate) at: At,
}

impl Packed {
    /// A type without constant arguments. `file` is where it and what it says is written.
    pub const fn new(
        text: &'static str,
        module: &'static str,
        type_name: fn() -> &'static str,
        wires: &'static [Shape],
    ) -> Self {
        Self {
            text,
            module,
            type_name,
            wires,
            constants: Definition::NO_CONSTANTS,
            parts: None,
            told: None,
        }
    }

    /// The same type with constant arguments.
    #[must_use]
    pub const fn with_constants(self, constants: fn() -> Vec<String>) -> Self {
        Self { constants, ..self }
    }

    /// The same type, which its own code converts from and to what is on the wire.
    #[must_use]
    pub const fn with_parts(self, parts: fn() -> Parts) -> Self {
        Self { parts: Some(parts), ..self }
    }

    /// The same enum, of which this tells the variants.
    #[must_use]
    pub const fn told_by(self, told: fn() -> Told) -> Self {
        Self { told: Some(told), ..self }
    }

    /// What tells the type from others, without the rest of it.
    ///
    /// # Panics
    /// If the macros did not write the text.
    pub(crate) fn head(&self) -> Head {
        let mut text = self.read();
        let name = text.text();
        let _ident = text.text();
        let _facts = text.word();
        Head { name, type_name: (self.type_name)(), at: text.at() }
    }

    /// The type as a table. Tables live as long as the program: what this one needs beside its text
    /// is never freed, so a type is to be unpacked once.
    ///
    /// # Panics
    /// If the macros did not write the text.
    pub(crate) fn unpack(&self) -> Definition {
        let mut text = self.read();
        let name = text.text();
        let path: &'static str = format!("{}::{}", self.module, text.text()).leak();
        let facts = u64::from_str_radix(text.word(), 16).expect(WHOLE);
        let about = text.about();
        let arguments = (0..text.number()).map(|_| text.wire()).collect::<Vec<_>>().leak();
        let event = text.says("event").then(|| text.event());
        Definition {
            mark: Mark { path, facts },
            name,
            type_name: self.type_name,
            module: self.module,
            arguments,
            constants: self.constants,
            about,
            event,
            parts: self.parts,
            told: self.told,
            body: text.body(),
        }
    }

    fn read(&self) -> Reader {
        Reader { rest: self.text, wires: self.wires, file: "" }
    }
}

/// Why reading cannot fail: the macros and this crate are released together and depend on each
/// other's exact version.
const WHOLE: &str = "the macros wrote the table";

struct Reader {
    rest: &'static str,
    wires: &'static [Shape],
    /// The file of the item.
    file: &'static str,
}

impl Reader {
    /// The next word, without what is behind it.
    fn peek(&self) -> &'static str {
        self.rest.split([' ', '\n']).next().unwrap_or_default()
    }

    fn word(&mut self) -> &'static str {
        let word = self.peek();
        self.rest = self.rest.get(word.len() + 1..).expect(WHOLE);
        word
    }

    /// Whether the next word is this one, which is then behind us.
    fn says(&mut self, word: &str) -> bool {
        let says = self.peek() == word;
        if says {
            self.word();
        }
        says
    }

    fn number(&mut self) -> u32 {
        self.word().parse().expect(WHOLE)
    }

    fn text(&mut self) -> &'static str {
        let (length, rest) = self.rest.split_once(':').expect(WHOLE);
        let length: usize = length.parse().expect(WHOLE);
        self.rest = rest.get(length + 1..).expect(WHOLE);
        &rest[..length]
    }

    fn texts(&mut self) -> &'static [&'static str] {
        (0..self.number()).map(|_| self.text()).collect::<Vec<_>>().leak()
    }

    fn wire(&mut self) -> WireFn {
        let (first, rest) = self.wires.split_first().expect(WHOLE);
        self.wires = rest;
        first.0
    }

    fn at(&mut self) -> At {
        let (line, column) = (self.number(), self.number());
        let file = if self.says("file") { self.text() } else { self.file };
        if self.file.is_empty() {
            self.file = file;
        }
        At { file, line, column }
    }

    fn about(&mut self) -> About {
        let At { file, line, column } = self.at();
        let mut about = About::at(file, line, column);
        let mut clauses = Vec::new();
        loop {
            match self.word() {
                "." => break,
                "level" => {
                    let word = self.word();
                    about.level = Level::ALL.iter().copied().find(|level| level.word() == word);
                }
                "deprecated" => about.deprecated = Some(self.deprecated()),
                "meaning" => about.meaning = Some(self.text()),
                "unit" => about.unit = Some(self.text()),
                "doc" => about.doc = self.text(),
                "clause" => clauses.push(self.clause()),
                word => unreachable!("`{word}`: {WHOLE}"),
            }
        }
        about.clauses = clauses.leak();
        about
    }

    fn clause(&mut self) -> Clause {
        let path = self.text();
        let value = match self.word() {
            "group" => Value::Group,
            "flag" => Value::Flag,
            "text" => Value::Text(self.text()),
            "number" => Value::Number(self.text()),
            "list" => Value::List(self.texts()),
            word => unreachable!("`{word}`: {WHOLE}"),
        };
        Clause::new(path, value, self.number(), self.number())
    }

    fn deprecated(&mut self) -> Deprecated {
        let mut said = Deprecated {
            since: None,
            date: None,
            sunset: None,
            remove_in: None,
            replaced_by: None,
            link: None,
            note: None,
        };
        loop {
            let member = match self.word() {
                "." => return said,
                "since" => &mut said.since,
                "date" => &mut said.date,
                "sunset" => &mut said.sunset,
                "remove_in" => &mut said.remove_in,
                "replaced_by" => &mut said.replaced_by,
                "link" => &mut said.link,
                "note" => &mut said.note,
                word => unreachable!("`{word}`: {WHOLE}"),
            };
            *member = Some(self.text());
        }
    }

    fn event(&mut self) -> EventTable {
        let id = self.text();
        let sent = self.word() == "sent";
        let channel = self.says("channel").then(|| self.text());
        self.end();
        EventTable { id, sent, channel, about: self.about() }
    }

    /// The end of a list of what may be said.
    fn end(&mut self) {
        assert_eq!(self.word(), ".", "{WHOLE}");
    }

    fn body(&mut self) -> Body {
        match self.word() {
            "struct" => Body::Struct(self.struct_table()),
            "tuple" => Body::Tuple(self.fields()),
            "unit" => Body::Unit,
            "alias" => Body::Alias(self.wire()),
            "newtype" => Body::Newtype(self.wire()),
            "enum" => Body::Enum(self.enum_table()),
            word => unreachable!("`{word}`: {WHOLE}"),
        }
    }

    fn struct_table(&mut self) -> StructTable {
        let refuses_unknown = self.says("refuses");
        let tag = self.says("tag").then(|| (self.text(), self.text()));
        self.end();
        StructTable { fields: self.fields(), refuses_unknown, tag }
    }

    fn enum_table(&mut self) -> EnumTable {
        let tagging = match self.word() {
            "external" => Tagging::External,
            "internal" => Tagging::Internal(self.text()),
            "adjacent" => Tagging::Adjacent(self.text(), self.text()),
            "untagged" => Tagging::Untagged,
            word => unreachable!("`{word}`: {WHOLE}"),
        };
        let refuses_unknown = self.says("refuses");
        self.end();
        let variants: Vec<Variant> = (0..self.number()).map(|_| self.variant()).collect();
        EnumTable { tagging, refuses_unknown, variants: variants.leak() }
    }

    fn fields(&mut self) -> &'static [Field] {
        (0..self.number()).map(|_| self.field()).collect::<Vec<_>>().leak()
    }

    fn field(&mut self) -> Field {
        let name = self.text();
        let mut field = Field::new(name, self.wire(), About::FOREIGN);
        let mut aliases = Vec::new();
        loop {
            match self.word() {
                "." => break,
                "rust" => field.rust_name = self.text(),
                "read_name" => field.read_name = self.text(),
                "alias" => aliases.push(self.text()),
                "flatten" => field.flatten = true,
                "unless_none" => field.written = Written::UnlessNone,
                "unless" => field.written = Written::Unless(self.text()),
                "unwritten" => field.written = Written::Never,
                "demanded" => field.read = Read::Demanded,
                "default" => field.read = Read::Default,
                "container_default" => field.read = Read::ContainerDefault,
                "default_fn" => field.read = Read::DefaultFn(self.text()),
                "unread" => field.read = Read::Never,
                word => unreachable!("`{word}`: {WHOLE}"),
            }
        }
        field.aliases = aliases.leak();
        field.about = self.about();
        field
    }

    fn variant(&mut self) -> Variant {
        let name = self.text();
        let mut variant = Variant::new(name, VariantBody::Unit, About::FOREIGN);
        let mut aliases = Vec::new();
        loop {
            match self.word() {
                "." => break,
                "rust" => variant.rust_name = self.text(),
                "read_name" => variant.read_name = self.text(),
                "alias" => aliases.push(self.text()),
                "unwritten" => variant.written = false,
                "unread" => variant.read = false,
                "other" => variant.other = true,
                "untagged" => variant.untagged = true,
                word => unreachable!("`{word}`: {WHOLE}"),
            }
        }
        variant.aliases = aliases.leak();
        variant.about = self.about();
        variant.body = match self.word() {
            "unit" => VariantBody::Unit,
            "newtype" => VariantBody::Newtype(self.wire()),
            "tuple" => VariantBody::Tuple(self.fields()),
            "struct" => VariantBody::Struct(self.struct_table()),
            word => unreachable!("`{word}`: {WHOLE}"),
        };
        variant
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::Contract as _;

    #[test]
    fn everything_that_a_text_can_say_is_read() {
        const TEXT: &str = "5:Order 7:r#order 1f 3 8 file 10:src/lib.rs level stable deprecated \
             since 3:1.0 note 3:a b . doc 9:Zwölf:\n1 clause 4:a/bc list 2 1:x 0: 4 5 .\n1 event \
             2:id sent channel 1:c . 9 9 .\nenum internal 4:kind refuses . 2 4:Foot alias 4:feet \
             other . 1 2 file 8:other.rs .\nunit 5:Train rust 1:T unread . 3 4 .\nstruct tag 1:t \
             1:v . 1 4:seat read_name 1:s flatten unless 2:f  default_fn 1:d . 5 6 unit 2:km .\n";
        let wires = const { &[Shape(<u8>::wire), Shape(<u16>::wire)] };
        let packed = Packed::new(TEXT, "shop", || "shop::Order", wires);
        let head = packed.head();
        assert_eq!((head.name, head.at.file, head.at.line), ("Order", "src/lib.rs", 3));
        let order = packed.unpack();
        assert_eq!((order.mark.path, order.mark.facts), ("shop::r#order", 0x1f));
        assert_eq!(order.about.level, Some(Level::Stable));
        assert_eq!(order.about.doc, "Zwölf:\n1");
        assert_eq!(order.about.deprecated.and_then(|it| it.note), Some("a b"));
        assert_eq!(order.about.clauses, [Clause::new("a/bc", Value::List(&["x", ""]), 4, 5)]);
        assert_eq!(order.arguments.len(), 1);
        assert!(order.event.is_some_and(|it| it.sent && it.channel == Some("c")));
        let Body::Enum(body) = order.body else { panic!("{:?}", order.body) };
        assert_eq!((body.tagging, body.refuses_unknown), (Tagging::Internal("kind"), true));
        let [foot, train] = body.variants else { panic!("{body:?}") };
        assert_eq!(
            (foot.aliases, foot.other, foot.about.at.file),
            (&["feet"][..], true, "other.rs")
        );
        assert_eq!((train.rust_name, train.read, train.about.at.file), ("T", false, "src/lib.rs"));
        let VariantBody::Struct(table) = train.body else { panic!("{train:?}") };
        let [seat] = table.fields else { panic!("{table:?}") };
        assert_eq!((seat.read_name, seat.flatten, table.tag), ("s", true, Some(("t", "v"))));
        assert_eq!((seat.written, seat.read), (Written::Unless("f "), Read::DefaultFn("d")));
        assert_eq!(seat.about.unit, Some("km"));
    }
}
