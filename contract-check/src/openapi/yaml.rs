//! YAML text as JSON values: YAML 1.2's core schema (section 10.3.2), numbers exact.
//!
//! The parser hands out events; what they mean is decided here, so that no number is rounded, no
//! name stands twice in one mapping, and aliases cannot blow a small text up to a large value.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Tag};

use crate::json::{Json, Number};

/// Mappings and sequences nest no deeper than this, as in JSON texts.
const DEPTH: usize = 128;

/// What all anchors and aliases together may copy, in bytes of the values as they are held in
/// memory, roughly.
const REPEATED: usize = 64 << 20;

/// Why a text is not YAML that stands for a JSON value, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub problem: YamlProblem,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum YamlProblem {
    /// The text is no YAML, as the parser says it.
    Syntax(String),
    /// The text holds no value, or more than one document.
    Documents(usize),
    /// A name stands twice in one mapping.
    Duplicate(String),
    /// A name is a mapping or a sequence.
    NameNotScalar,
    /// Mappings and sequences nest deeper than 128 levels.
    Depth,
    /// A number that JSON cannot write, such as `.nan`.
    NotANumber(String),
    /// A tag that has no meaning in JSON.
    Tag(String),
    /// An alias to a value that contains it.
    Cycle,
    /// `<<` merges something else than a mapping or a list of mappings.
    Merge,
    /// Aliases repeat too much.
    Repeated,
}

impl fmt::Display for YamlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        match &self.problem {
            YamlProblem::Syntax(info) => f.write_str(info),
            YamlProblem::Documents(0) => f.write_str("the text holds no value"),
            YamlProblem::Documents(_) => {
                f.write_str("a second YAML document begins here; put it into a file of its own")
            }
            YamlProblem::Duplicate(name) => {
                write!(f, "the name {name:?} stands twice in one mapping; remove one of them")
            }
            YamlProblem::NameNotScalar => {
                f.write_str("a name is a mapping or a sequence, which JSON cannot write")
            }
            YamlProblem::Depth => {
                write!(f, "mappings and sequences nest deeper than {DEPTH} levels")
            }
            YamlProblem::NotANumber(text) => {
                write!(f, "`{text}` is no number of JSON; quote it if it is text")
            }
            YamlProblem::Tag(tag) => write!(f, "the tag `{tag}` has no meaning here; remove it"),
            YamlProblem::Cycle => f.write_str("an alias leads to a value that contains it"),
            YamlProblem::Merge => {
                f.write_str("`<<` merges mappings only: write an alias to one, or a list of them")
            }
            YamlProblem::Repeated => f.write_str(
                "the anchors and aliases of this text copy more than 64 MiB; use `$ref` instead",
            ),
        }
    }
}

impl std::error::Error for YamlError {}

/// Reads a text that holds one YAML document.
///
/// # Errors
/// Where the text is no YAML, or has no JSON value: see [`YamlProblem`].
pub fn parse(text: &str) -> Result<Json, YamlError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser = Parser::new_from_str(text);
    let mut builder = Builder::default();
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| scan_error(&error))?;
        builder.event(event, span.start)?;
    }
    builder.root.ok_or(YamlError { line: 1, column: 1, problem: YamlProblem::Documents(0) })
}

fn scan_error(error: &ScanError) -> YamlError {
    let problem = match error.info() {
        // The parser's own limit lies beyond ours; it looks ahead.
        "recursion limit exceeded" => YamlProblem::Depth,
        info => YamlProblem::Syntax(info.to_owned()),
    };
    at(*error.marker(), problem)
}

fn at(mark: Marker, problem: YamlProblem) -> YamlError {
    YamlError { line: mark.line().max(1), column: mark.col() + 1, problem }
}

/// A value that is anchored, and what repeating it costs.
struct Anchored {
    value: Json,
    size: usize,
}

/// A mapping or sequence that is not yet closed.
enum Frame {
    Sequence { anchor: usize, items: Vec<Json> },
    Mapping { anchor: usize, mapping: Mapping },
}

/// A mapping that is not yet closed.
#[derive(Default)]
struct Mapping {
    members: Vec<(String, Json)>,
    names: HashSet<String>,
    name: Option<Name>,
    /// What `<<` merges: it stands behind what the mapping says itself.
    merged: Vec<(String, Json)>,
}

enum Name {
    Plain(String),
    Merge,
}

#[derive(Default)]
struct Builder {
    stack: Vec<Frame>,
    anchors: HashMap<usize, Anchored>,
    repeated: usize,
    documents: usize,
    root: Option<Json>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, mark: Marker) -> Result<(), YamlError> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(at(mark, YamlProblem::Documents(self.documents)));
                }
            }
            Event::Alias(anchor) => {
                // A value is anchored when it is closed; until then it contains the alias.
                let anchored =
                    self.anchors.get(&anchor).ok_or_else(|| at(mark, YamlProblem::Cycle))?;
                self.repeated += anchored.size;
                if self.repeated > REPEATED {
                    return Err(at(mark, YamlProblem::Repeated));
                }
                let value = anchored.value.clone();
                self.value(value, mark)?;
            }
            Event::Scalar(text, style, anchor, tag) => {
                if let Some(name) = self.name_due() {
                    name.name(&text, style, mark)?;
                    if anchor != 0 {
                        let value = Json::String(text.into_owned());
                        self.anchor(anchor, &value, mark)?;
                    }
                } else {
                    let value =
                        scalar(text, style, tag.as_deref()).map_err(|problem| at(mark, problem))?;
                    self.anchor(anchor, &value, mark)?;
                    self.value(value, mark)?;
                }
            }
            Event::SequenceStart(anchor, tag) => {
                self.open(tag.as_deref(), "seq", mark)?;
                self.stack.push(Frame::Sequence { anchor, items: Vec::new() });
            }
            Event::MappingStart(anchor, tag) => {
                self.open(tag.as_deref(), "map", mark)?;
                self.stack.push(Frame::Mapping { anchor, mapping: Mapping::default() });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, value) = match self.stack.pop() {
                    Some(Frame::Sequence { anchor, items }) => (anchor, Json::Array(items.into())),
                    Some(Frame::Mapping { anchor, mapping }) => (anchor, mapping.close()),
                    None => return Ok(()),
                };
                self.anchor(anchor, &value, mark)?;
                self.value(value, mark)?;
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    /// The mapping that waits for a name, if the innermost frame is one.
    fn name_due(&mut self) -> Option<&mut Mapping> {
        match self.stack.last_mut() {
            Some(Frame::Mapping { mapping, .. }) if mapping.name.is_none() => Some(mapping),
            _ => None,
        }
    }

    fn open(&mut self, tag: Option<&Tag>, expected: &str, mark: Marker) -> Result<(), YamlError> {
        if self.stack.len() == DEPTH {
            return Err(at(mark, YamlProblem::Depth));
        }
        match tag {
            Some(tag) if !(tag.is_yaml_core_schema() && tag.suffix == expected) => {
                Err(at(mark, YamlProblem::Tag(tag.to_string())))
            }
            _ if self.name_due().is_some() => Err(at(mark, YamlProblem::NameNotScalar)),
            _ => Ok(()),
        }
    }

    fn anchor(&mut self, anchor: usize, value: &Json, mark: Marker) -> Result<(), YamlError> {
        if anchor != 0 {
            let size = size(value);
            self.repeated += size;
            if self.repeated > REPEATED {
                return Err(at(mark, YamlProblem::Repeated));
            }
            self.anchors.insert(anchor, Anchored { value: value.clone(), size });
        }
        Ok(())
    }

    fn value(&mut self, value: Json, mark: Marker) -> Result<(), YamlError> {
        match self.stack.last_mut() {
            None => self.root = Some(value),
            Some(Frame::Sequence { items, .. }) => items.push(value),
            Some(Frame::Mapping { mapping, .. }) => match mapping.name.take() {
                Some(Name::Plain(name)) => mapping.members.push((name, value)),
                Some(Name::Merge) => {
                    mapping.merge(value).map_err(|problem| at(mark, problem))?;
                }
                // An alias in the place of a name.
                None => match value {
                    Json::String(text) => mapping.name(&text, ScalarStyle::SingleQuoted, mark)?,
                    _ => return Err(at(mark, YamlProblem::NameNotScalar)),
                },
            },
        }
        Ok(())
    }
}

impl Mapping {
    /// Takes the name of the next member. It is its text, so that the status `200` is a name.
    fn name(&mut self, text: &str, style: ScalarStyle, mark: Marker) -> Result<(), YamlError> {
        if text == "<<" && style == ScalarStyle::Plain {
            self.name = Some(Name::Merge);
            return Ok(());
        }
        if !self.names.insert(text.to_owned()) {
            return Err(at(mark, YamlProblem::Duplicate(text.to_owned())));
        }
        self.name = Some(Name::Plain(text.to_owned()));
        Ok(())
    }

    /// Of several merged mappings the first that has a name wins.
    fn merge(&mut self, value: Json) -> Result<(), YamlProblem> {
        match value {
            Json::Object(members) => self.merged.extend(members.iter().cloned()),
            Json::Array(items) => {
                for item in &items {
                    match item {
                        Json::Object(members) => self.merged.extend(members.iter().cloned()),
                        _ => return Err(YamlProblem::Merge),
                    }
                }
            }
            _ => return Err(YamlProblem::Merge),
        }
        Ok(())
    }

    fn close(mut self) -> Json {
        for (name, value) in std::mem::take(&mut self.merged) {
            if self.names.insert(name.clone()) {
                self.members.push((name, value));
            }
        }
        Json::Object(self.members.into())
    }
}

/// Roughly what a value takes in memory.
fn size(value: &Json) -> usize {
    size_of::<Json>()
        + match value {
            Json::Null | Json::Bool(_) => 0,
            Json::Number(number) => 2 * number.as_str().len(),
            Json::String(text) => text.len(),
            Json::Array(items) => items.iter().map(size).sum(),
            Json::Object(members) => members
                .iter()
                .map(|(name, value)| size_of::<String>() + name.len() + size(value))
                .sum(),
        }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>) -> Result<Json, YamlProblem> {
    let Some(tag) = tag else {
        return match style {
            ScalarStyle::Plain => plain(text),
            _ => Ok(Json::String(text.into_owned())),
        };
    };
    // The non-specific tag `!` makes any scalar a string (section 6.9.1).
    if tag.handle.is_empty() && tag.suffix == "!" || tag.handle == "!" && tag.suffix.is_empty() {
        return Ok(Json::String(text.into_owned()));
    }
    let unknown = || YamlProblem::Tag(tag.to_string());
    if !tag.is_yaml_core_schema() {
        return Err(unknown());
    }
    let value = match tag.suffix.as_str() {
        "str" | "timestamp" => return Ok(Json::String(text.into_owned())),
        "null" | "bool" | "int" | "float" => plain(text.clone())?,
        _ => return Err(unknown()),
    };
    match (tag.suffix.as_str(), &value) {
        ("null", Json::Null) | ("bool", Json::Bool(_)) | ("float", Json::Number(_)) => Ok(value),
        ("int", Json::Number(number)) if number.is_whole() => Ok(value),
        _ => Err(unknown()),
    }
}

/// A plain scalar, by the table of section 10.3.2.
fn plain(text: Cow<'_, str>) -> Result<Json, YamlProblem> {
    Ok(match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Json::Null,
        "true" | "True" | "TRUE" => Json::Bool(true),
        "false" | "False" | "FALSE" => Json::Bool(false),
        ".nan" | ".NaN" | ".NAN" => return Err(YamlProblem::NotANumber(text.into_owned())),
        other => {
            let unsigned = other.strip_prefix(['+', '-']).unwrap_or(other);
            if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
                return Err(YamlProblem::NotANumber(text.into_owned()));
            }
            match number(other) {
                // An exponent beyond what can be computed with, or too many digits in another
                // base: not to be taken for text.
                Some(number) => Json::from(
                    number.ok_or_else(|| YamlProblem::NotANumber(text.clone().into_owned()))?,
                ),
                None => Json::String(text.into_owned()),
            }
        }
    })
}

/// None where the text is no number of the core schema; none within where it is one that cannot
/// be held.
fn number(text: &str) -> Option<Option<Number>> {
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
                return None;
            }
            let value = u128::from_str_radix(digits, radix).ok();
            return Some(value.and_then(|value| Number::parse(&value.to_string())));
        }
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(place) => (&unsigned[..place], Some(&unsigned[place + 1..])),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_digits = exponent.map(|part| part.strip_prefix(['+', '-']).unwrap_or(part));
    let is_number = digits(whole)
        && digits(fraction.unwrap_or(""))
        && !(whole.is_empty() && fraction.unwrap_or("").is_empty())
        && exponent_digits.is_none_or(|part| !part.is_empty() && digits(part));
    if !is_number {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let mut json = String::from(if text.starts_with('-') { "-" } else { "" });
    json.push_str(if whole.is_empty() { "0" } else { whole });
    if let Some(fraction) = fraction {
        json.push('.');
        json.push_str(if fraction.is_empty() { "0" } else { fraction });
    }
    if let Some(exponent) = exponent {
        json.push('e');
        json.push_str(exponent);
    }
    Some(Number::parse(&json))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> String {
        parse(text).expect("YAML").to_string()
    }

    fn problem(text: &str) -> String {
        parse(text).expect_err("no YAML").to_string()
    }

    /// YAML 1.2.2, section 10.3.2, and its example 10.9; numbers keep every digit.
    #[test]
    fn plain_scalars_are_read_by_the_core_schema() {
        let text = "[~, null, '', True, off, yes, 0o7, 0x3A, -19, +012, 0., -0.0, .5, +12e03, \
                    -2E+05, 1_000, 12345678901234567890123, 1.2.3, 2001-01-01, ., +, 1e, 0x]";
        assert_eq!(
            json(text),
            r#"[null,null,"",true,"off","yes",7,58,-19,12,0.0,-0.0,0.5,12e03,-2e+05,"1_000",12345678901234567890123,"1.2.3","2001-01-01",".","+","1e","0x"]"#
        );
    }

    #[test]
    fn names_are_their_text() {
        assert_eq!(json("200: a\n'404': b\ntrue: c\n"), r#"{"200":"a","404":"b","true":"c"}"#);
    }

    #[test]
    fn tags_of_the_core_schema_hold() {
        assert_eq!(json("[!!str 1, !!int '2', ! 3, !!float 4]"), r#"["1",2,"3",4]"#);
        assert!(problem("!!int a").contains("tag"));
        assert!(problem("!own 1").contains("tag `!own`"));
    }

    #[test]
    fn aliases_repeat_and_merges_fill_up() {
        assert_eq!(
            json("a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\nd:\n  <<: [*a, {z: 4, x: 5}]\n"),
            r#"{"a":{"x":1,"y":2},"b":{"x":1,"y":2},"c":{"y":3,"x":1},"d":{"x":1,"y":2,"z":4}}"#
        );
        assert!(problem("<<: 1").contains("merges"));
    }

    #[test]
    fn a_small_text_cannot_become_a_large_value() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
            text += &format!("a{level}: &a{level} [{aliases}]\n");
        }
        assert!(problem(&text).contains("64 MiB"));
    }

    #[test]
    fn mistakes_name_their_place() {
        assert_eq!(
            problem("a: 1\nb: 2\na: 3\n"),
            "line 3, column 1: the name \"a\" stands twice in one mapping; remove one of them"
        );
        assert!(problem("a: &a [*a]").contains("contains it"));
        assert!(problem("a: 1\n---\nb: 2\n").starts_with("line 2, column 1: a second"));
        assert!(problem("[1, .nan]").contains("`.nan`"));
        assert!(problem("[1, -.inf]").contains("`-.inf`"));
        assert!(problem("1e99999999999999").contains("no number"));
        assert!(problem("{[a]: 1}").contains("a name is"));
        assert!(problem("").contains("no value"));
        assert!(problem(&"[".repeat(130)).contains("128"));
        parse(&"[".repeat(100_000)).expect_err("the parser has a limit of its own");
        assert!(problem(&"- ".repeat(100_000)).contains("128"));
        parse("a: [").expect_err("it ends too early");
        parse("a: *b").expect_err("there is no such anchor");
        parse("\t- a: \0").expect_err("control characters");
    }
}
