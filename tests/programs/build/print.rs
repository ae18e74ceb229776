//! Types as Rust.

use std::fmt::Write as _;

use crate::model::{
    Body, Case, Codec, Conversion, Default, Field, Item, Skip, SkipIf, Tagging, Type, Variant,
    Version,
};
use crate::random::Random;

/// One version as a module, with values of its root.
pub(crate) fn module(random: &mut Random, name: &str, version: &Version, at: &[usize]) -> String {
    let mut text = format!("pub(super) mod {name} {{\nuse crate::prelude::*;\n");
    for at in at {
        item(&mut text, version, &version.items[*at]);
    }
    let root = Type::Item(0, None);
    let values: Vec<String> = (0..4)
        .map(|_| {
            let mut choose = |count: usize| random.below(count);
            Values { version, choose: &mut choose, argument: None }.of(&root, 5)
        })
        .collect();
    let _ = write!(
        text,
        "pub(crate) fn side() -> Side {{ Side::of::<T>(vec![{}]) }}\n}}\n",
        values.join(", ")
    );
    text
}

fn item(text: &mut String, version: &Version, item: &Item) {
    let parameter = if item.generic { "<X>" } else { "" };
    let name = item.name;
    text.push_str("#[derive(Serialize, Deserialize, Contract, Clone, PartialEq");
    if item.ordered {
        text.push_str(", Eq, PartialOrd, Ord, Hash");
    }
    text.push_str(")]\n");
    let of = match &item.body {
        Body::Newtype(field) => self::of(&field.of, version),
        _ => String::new(),
    };
    let words = container(item, &of);
    if !words.is_empty() {
        let _ = writeln!(text, "#[serde({})]", words.join(", "));
    }
    match &item.body {
        Body::Enum(variants) => {
            let _ = writeln!(text, "enum {name}{parameter} {{");
            for variant in variants {
                self::variant(text, version, item, variant);
            }
            text.push_str("}\n");
        }
        body => {
            let _ = write!(text, "struct {name}{parameter}");
            content(text, version, name, body);
            text.push_str(if matches!(body, Body::Struct(_)) { "\n" } else { ";\n" });
        }
    }
    default(text, version, item);
    conversion(text, item, &of);
    functions(text, version, name, &item.body);
}

fn container(item: &Item, of: &str) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(item.rename_all.map(|case| self::case("rename_all", case)));
    words.extend(item.rename_all_fields.map(|case| self::case("rename_all_fields", case)));
    match item.tagging {
        Tagging::External => {}
        Tagging::Internal(tag) => words.push(format!("tag = {tag:?}")),
        Tagging::Adjacent(tag, content) => {
            words.push(format!("tag = {tag:?}, content = {content:?}"));
        }
        Tagging::Untagged => words.push("untagged".to_owned()),
    }
    for (set, word) in [
        (item.denies, "deny_unknown_fields"),
        (item.default, "default"),
        (item.transparent, "transparent"),
    ] {
        if set {
            words.push(word.to_owned());
        }
    }
    if item.wordy {
        words.extend(["expecting = \"something else\"", "bound = \"\""].map(str::to_owned));
    }
    let (from, into) = (format!("from = {of:?}"), format!("into = {of:?}"));
    match item.conversion {
        Conversion::None => {}
        Conversion::From => words.push(from),
        Conversion::Into => words.push(into),
        Conversion::Both => words.extend([from, into]),
        Conversion::TryFrom => words.extend([format!("try_{from}"), into]),
    }
    words
}

fn case(word: &str, case: Case) -> String {
    match case {
        Case::Both(name) => format!("{word} = {name:?}"),
        Case::Written(name) => format!("{word}(serialize = {name:?})"),
        Case::Read(name) => format!("{word}(deserialize = {name:?})"),
    }
}

fn variant(text: &mut String, version: &Version, item: &Item, variant: &Variant) {
    let mut words = Vec::new();
    words.extend(variant.rename.map(|case| self::case("rename", case)));
    words.extend(variant.rename_all.map(|case| self::case("rename_all", case)));
    words.extend(variant.aliases.iter().map(|alias| format!("alias = {alias:?}")));
    words.extend(skip(variant.skip));
    if variant.other {
        words.push("other".to_owned());
    }
    if variant.untagged {
        words.push("untagged".to_owned());
    }
    if let Codec::With(module) = variant.codec {
        words.push(format!("with = {module:?}"));
    }
    if !words.is_empty() {
        let _ = write!(text, "#[serde({})] ", words.join(", "));
    }
    text.push_str(variant.name);
    content(text, version, &format!("{}_{}", item.name, variant.name), &variant.body);
    text.push_str(",\n");
}

fn content(text: &mut String, version: &Version, prefix: &str, body: &Body) {
    match body {
        Body::Unit | Body::Enum(_) => {}
        Body::Newtype(field) => {
            text.push('(');
            self::field(text, version, prefix, 0, field, "");
            text.push(')');
        }
        Body::Tuple(fields) => {
            text.push('(');
            for (at, field) in fields.iter().enumerate() {
                self::field(text, version, prefix, at, field, "");
                text.push_str(", ");
            }
            text.push(')');
        }
        Body::Struct(fields) => {
            text.push_str(" {");
            for (at, field) in fields.iter().enumerate() {
                self::field(text, version, prefix, at, field, &format!("{}: ", field.name));
                text.push_str(", ");
            }
            text.push('}');
        }
    }
}

fn field(text: &mut String, version: &Version, prefix: &str, at: usize, of: &Field, name: &str) {
    let mut words = Vec::new();
    words.extend(of.rename.map(|case| self::case("rename", case)));
    words.extend(of.aliases.iter().map(|alias| format!("alias = {alias:?}")));
    match of.default {
        Default::None => {}
        Default::Trait => words.push("default".to_owned()),
        Default::Function => words.push(format!("default = \"{}\"", function(prefix, at, of))),
    }
    words.extend(skip(of.skip));
    match of.skip_if {
        SkipIf::Never => {}
        SkipIf::None => words.push("skip_serializing_if = \"Option::is_none\"".to_owned()),
        SkipIf::Usual => words.push("skip_serializing_if = \"usual\"".to_owned()),
    }
    if of.flatten {
        words.push("flatten".to_owned());
    }
    match of.codec {
        Codec::None => {}
        Codec::With(module) => words.push(format!("with = {module:?}")),
        Codec::Writing => words.push("serialize_with = \"codec::serialize\"".to_owned()),
        Codec::Reading => words.push("deserialize_with = \"codec::deserialize\"".to_owned()),
    }
    if !words.is_empty() {
        let _ = write!(text, "#[serde({})] ", words.join(", "));
    }
    let _ = write!(text, "{name}{}", self::of(&of.of, version));
}

fn skip(skip: Skip) -> Option<String> {
    match skip {
        Skip::None => None,
        Skip::Both => Some("skip".to_owned()),
        Skip::Writing => Some("skip_serializing".to_owned()),
        Skip::Reading => Some("skip_deserializing".to_owned()),
    }
}

fn function(prefix: &str, at: usize, field: &Field) -> String {
    format!("default_{prefix}_{}{at}", field.name)
}

/// The functions that make defaults.
fn functions(text: &mut String, version: &Version, prefix: &str, body: &Body) {
    let fields: &[Field] = match body {
        Body::Unit => &[],
        Body::Newtype(field) => std::slice::from_ref(field),
        Body::Tuple(fields) | Body::Struct(fields) => fields,
        Body::Enum(variants) => {
            for variant in variants {
                functions(text, version, &format!("{prefix}_{}", variant.name), &variant.body);
            }
            return;
        }
    };
    for (at, field) in fields.iter().enumerate() {
        if field.default != Default::Function {
            continue;
        }
        let mut choose = |count: usize| usize::from(count > 1);
        let value = Values { version, choose: &mut choose, argument: None }.of(&field.of, 2);
        let (name, of) = (function(prefix, at, field), self::of(&field.of, version));
        let _ = writeln!(text, "fn {name}() -> {of} {{ {value} }}");
    }
}

fn default(text: &mut String, version: &Version, item: &Item) {
    let mut choose = |_: usize| 0;
    let mut values = Values { version, choose: &mut choose, argument: None };
    let value = values.item(item, 3);
    let name = item.name;
    let (bound, argument) = if item.generic { ("<X: Default>", "<X>") } else { ("", "") };
    let _ = writeln!(
        text,
        "impl{bound} Default for {name}{argument} {{ fn default() -> Self {{ {value} }} }}"
    );
}

fn conversion(text: &mut String, item: &Item, of: &str) {
    let name = item.name;
    let from = match item.conversion {
        Conversion::None | Conversion::Into => String::new(),
        Conversion::From | Conversion::Both => {
            format!("impl From<{of}> for {name} {{ fn from(it: {of}) -> Self {{ Self(it) }} }}\n")
        }
        Conversion::TryFrom => format!(
            "impl TryFrom<{of}> for {name} {{ type Error = String; \
             fn try_from(it: {of}) -> Result<Self, String> {{ Ok(Self(it)) }} }}\n"
        ),
    };
    text.push_str(&from);
    if matches!(item.conversion, Conversion::Into | Conversion::Both | Conversion::TryFrom) {
        let _ = writeln!(
            text,
            "impl From<{name}> for {of} {{ fn from(it: {name}) -> Self {{ it.0 }} }}"
        );
    }
}

fn of(of: &Type, version: &Version) -> String {
    let inner = |of: &Type| self::of(of, version);
    match of {
        Type::Leaf(leaf) => leaf.name.to_owned(),
        Type::Around(name, of)
        | Type::List(name, of)
        | Type::Set(name, of)
        | Type::Std(name, of) => {
            format!("{name}<{}>", inner(of))
        }
        Type::Option(of) => format!("Option<{}>", inner(of)),
        Type::Array(of, length) => format!("[{}; {length}]", inner(of)),
        Type::Tuple(of) => {
            let of: Vec<String> = of.iter().map(|of| inner(of) + ",").collect();
            format!("({})", of.concat())
        }
        Type::Map(name, key, of) => format!("{name}<{}, {}>", inner(key), inner(of)),
        Type::Result(ok, error) => format!("Result<{}, {}>", inner(ok), inner(error)),
        Type::Item(at, argument) => {
            let name = version.items[*at].name;
            match argument {
                Some(argument) => format!("{name}<{}>", inner(argument)),
                None => name.to_owned(),
            }
        }
        Type::Parameter => "X".to_owned(),
    }
}

/// Values as expressions.
struct Values<'v> {
    version: &'v Version,
    choose: &'v mut dyn FnMut(usize) -> usize,
    /// What `X` stands for.
    argument: Option<Type>,
}

impl Values<'_> {
    fn of(&mut self, of: &Type, depth: usize) -> String {
        match of {
            Type::Leaf(leaf) => leaf.values[(self.choose)(leaf.values.len())].to_owned(),
            Type::Around(name, of) => match *name {
                "Reverse" => format!("Reverse({})", self.of(of, depth)),
                name => format!("{name}::new({})", self.of(of, depth)),
            },
            Type::Option(of) => match depth > 0 && (self.choose)(3) > 0 {
                true => format!("Some({})", self.of(of, depth - 1)),
                false => "None".to_owned(),
            },
            Type::List(_, of) | Type::Set(_, of) => {
                let items = self.several(|this| this.of(of, depth - 1), depth);
                if items.is_empty() { default_value() } else { collected(&items) }
            }
            Type::Map(_, key, of) => {
                let items = self.several(
                    |this| format!("({}, {})", this.of(key, depth - 1), this.of(of, depth - 1)),
                    depth,
                );
                if items.is_empty() { default_value() } else { collected(&items) }
            }
            Type::Array(of, length) => {
                let items: Vec<String> =
                    (0..*length).map(|_| self.of(of, depth.saturating_sub(1))).collect();
                format!("[{}]", items.join(", "))
            }
            Type::Tuple(of) => {
                let items: Vec<String> =
                    of.iter().map(|of| self.of(of, depth.saturating_sub(1)) + ",").collect();
                format!("({})", items.concat())
            }
            Type::Std(name, of) => {
                let least = depth.saturating_sub(1);
                match *name {
                    "Bound" => match (self.choose)(3) {
                        0 => "Bound::Unbounded".to_owned(),
                        1 => format!("Bound::Included({})", self.of(of, least)),
                        _ => format!("Bound::Excluded({})", self.of(of, least)),
                    },
                    "Range" => format!(
                        "Range {{ start: {}, end: {} }}",
                        self.of(of, least),
                        self.of(of, least)
                    ),
                    name => format!("{name}::new({}, {})", self.of(of, least), self.of(of, least)),
                }
            }
            Type::Result(ok, error) => match (self.choose)(2) {
                0 => format!("Ok({})", self.of(ok, depth.saturating_sub(1))),
                _ => format!("Err({})", self.of(error, depth.saturating_sub(1))),
            },
            Type::Item(at, argument) => {
                let version = self.version;
                let around = std::mem::replace(&mut self.argument, argument.as_deref().cloned());
                let value = self.item(&version.items[*at], depth.saturating_sub(1));
                self.argument = around;
                value
            }
            Type::Parameter => match self.argument.clone() {
                Some(of) => self.of(&of, depth),
                None => default_value(),
            },
        }
    }

    fn several(&mut self, one: impl Fn(&mut Self) -> String, depth: usize) -> Vec<String> {
        let count = if depth == 0 { 0 } else { (self.choose)(3) };
        (0..count).map(|_| one(self)).collect()
    }

    fn item(&mut self, item: &Item, depth: usize) -> String {
        match &item.body {
            Body::Enum(variants) => {
                let variant = &variants[(self.choose)(variants.len())];
                self.body(&format!("{}::{}", item.name, variant.name), &variant.body, depth)
            }
            body => self.body(item.name, body, depth),
        }
    }

    fn body(&mut self, name: &str, body: &Body, depth: usize) -> String {
        match body {
            Body::Unit | Body::Enum(_) => name.to_owned(),
            Body::Newtype(field) => format!("{name}({})", self.of(&field.of, depth)),
            Body::Tuple(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|field| self.of(&field.of, depth)).collect();
                format!("{name}({})", fields.join(", "))
            }
            Body::Struct(fields) => {
                let fields: Vec<String> = fields
                    .iter()
                    .map(|field| format!("{}: {}", field.name, self.of(&field.of, depth)))
                    .collect();
                format!("{name} {{ {} }}", fields.join(", "))
            }
        }
    }
}

fn default_value() -> String {
    "Default::default()".to_owned()
}

fn collected(items: &[String]) -> String {
    format!("[{}].into_iter().collect()", items.join(", "))
}
