//! One OpenAPI document.

use std::sync::Arc;

use super::{LoadError, Node, Problem, check, mend};
use crate::hash::{HashMap, HashSet};
use crate::json::Json;

/// A document whose structure has been checked.
#[derive(Debug)]
pub struct OpenApi {
    version: Version,
    raw: Arc<Json>,
    /// Where the references of the text lead, as paths of positions: looking a name up among a
    /// thousand takes time.
    pub(super) targets: HashMap<String, Vec<usize>>,
    /// The references that lead nowhere in it.
    pub(super) dangling: HashSet<String>,
    pub(super) flags: Flags,
}

/// Which members with the value `true` stand anywhere in a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
}

/// The minor versions of OpenAPI 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 3.0.x: schemas are a dialect of their own.
    V30,
    /// 3.1.x: schemas are JSON Schema 2020-12.
    V31,
    /// 3.2.x: likewise.
    V32,
}

impl OpenApi {
    /// Whether a value means to be an OpenAPI document, of whatever version.
    pub fn is_meant(raw: &Json) -> bool {
        raw.get("openapi").is_some() || raw.get("swagger").is_some()
    }

    /// Checks the structure of a document.
    ///
    /// # Errors
    /// When its version is not known, an object has a member of the wrong kind, or a reference
    /// between objects leads back to itself. What a reference leads to that leads nowhere is not
    /// known.
    pub fn load(mut raw: Json) -> Result<Self, LoadError> {
        mend::document(&mut raw);
        let version = version(&raw)?;
        let mut document = Self {
            version,
            raw: Arc::new(raw),
            targets: HashMap::default(),
            dangling: HashSet::default(),
            flags: Flags::default(),
        };
        check::look_through(&mut document);
        let dangling = document.dangling.iter().map(String::as_str);
        if let Some(mended) = mend::through::references(&document.raw, dangling) {
            document.raw = Arc::new(mended);
            document.dangling.clear();
            check::look_through(&mut document);
        }
        check::structure(&document)?;
        Ok(document)
    }

    /// The version of OpenAPI.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The document as it was read.
    pub fn raw(&self) -> &Json {
        &self.raw
    }

    /// Which flags stand in it.
    pub fn flags(&self) -> Flags {
        self.flags
    }

    /// The document as it was read, to be kept.
    pub fn shared(&self) -> Arc<Json> {
        self.raw.clone()
    }

    /// The document as a node.
    pub fn root(&self) -> Node<'_> {
        Node::new(self, String::new(), &self.raw)
    }

    /// What a pointer leads to.
    pub fn at(&self, pointer: &str) -> Option<Node<'_>> {
        Some(Node::new(self, pointer.to_owned(), self.raw.pointer(pointer)?))
    }

    /// Where a reference within the document leads: the pointer and the value.
    pub fn target(&self, reference: &str) -> Option<(String, &Json)> {
        let path = self.targets.get(reference)?;
        Some((local(reference)?, at_path(&self.raw, path)?))
    }

    /// What a reference within the document leads to, as a node.
    pub(crate) fn reference(&self, reference: &str) -> Option<Node<'_>> {
        let (pointer, value) = self.target(reference)?;
        Some(Node::new(self, pointer, value))
    }

    /// Whether a reference within the document leads nowhere.
    pub(crate) fn dangles(&self, reference: &str) -> bool {
        self.dangling.contains(reference)
    }

    /// Every reference within the document that leads to a place of it.
    pub(crate) fn references(&self) -> impl ExactSizeIterator<Item = &str> {
        self.targets.keys().map(String::as_str)
    }
}

fn version(raw: &Json) -> Result<Version, LoadError> {
    let error = |pointer: &str, problem| Err(LoadError { pointer: pointer.to_owned(), problem });
    match raw.get("openapi") {
        None if raw.get("swagger").is_some() => error("", Problem::Swagger),
        None => error("", Problem::NotOpenApi),
        Some(Json::String(text)) => match text.split('.').take(2).collect::<Vec<_>>()[..] {
            ["3", "0"] => Ok(Version::V30),
            ["3", "1"] => Ok(Version::V31),
            ["3", "2"] => Ok(Version::V32),
            _ => error("/openapi", Problem::Version(text.clone())),
        },
        Some(_) => error("/openapi", Problem::Expected("a string such as \"3.1.0\"; quote it")),
    }
}

/// The pointer that a reference within the document is: `#/components/..`, percent-decoded.
pub(super) fn local(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return None;
    }
    if !fragment.contains('%') {
        return Some(fragment.to_owned());
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let digit = |index: usize| {
            tail.get(index)
                .and_then(|byte| char::from(*byte).to_digit(16))
                .and_then(|value| u8::try_from(value).ok())
        };
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

fn at_path<'d>(raw: &'d Json, path: &[usize]) -> Option<&'d Json> {
    path.iter().try_fold(raw, |value, index| match value {
        Json::Object(members) => members.get(*index).map(|(_, value)| value),
        Json::Array(items) => items.get(*index),
        _ => None,
    })
}
