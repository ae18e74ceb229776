//! Values of a document with their places.

use super::OpenApi;
use crate::json::Json;

/// A value of a document and where it stands.
#[derive(Clone, Debug)]
pub struct Node<'d> {
    document: &'d OpenApi,
    /// Its JSON pointer.
    pub pointer: String,
    /// The value.
    pub value: &'d Json,
}

impl<'d> Node<'d> {
    pub(super) fn new(document: &'d OpenApi, pointer: String, value: &'d Json) -> Self {
        Self { document, pointer, value }
    }

    /// The document that it stands in.
    pub fn document(&self) -> &'d OpenApi {
        self.document
    }

    /// A member, with references followed.
    pub fn get(&self, name: &str) -> Option<Self> {
        Some(self.raw(name)?.followed())
    }

    /// A member as it stands there.
    pub fn raw(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name)?;
        Some(Self::new(self.document, child(&self.pointer, name), value))
    }

    /// The members but for extensions, of an object that may have some.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, Self)> + use<'_, 'd> {
        self.members().filter(|(name, _)| !super::grammar::is_extension(name))
    }

    /// The members with references followed, in the order of the text. In a map of free names
    /// none is an extension: `x-total` is a header.
    pub fn members(&self) -> impl Iterator<Item = (&'d str, Self)> + use<'_, 'd> {
        self.value.as_object().unwrap_or_default().iter().map(|(name, value)| {
            let place = child(&self.pointer, name);
            (name.as_str(), Self::new(self.document, place, value).followed())
        })
    }

    /// The items, with references followed.
    pub fn items(&self) -> impl Iterator<Item = Self> + use<'_, 'd> {
        self.value.as_array().unwrap_or_default().iter().enumerate().map(|(index, value)| {
            let place = format!("{}/{index}", self.pointer);
            Self::new(self.document, place, value).followed()
        })
    }

    /// An item as it stands there.
    pub fn item(&self, index: usize) -> Option<Self> {
        let value = self.value.as_array()?.get(index)?;
        Some(Self::new(self.document, format!("{}/{index}", self.pointer), value))
    }

    /// The string that a member is.
    pub fn text(&self, name: &str) -> Option<&'d str> {
        self.value.get(name)?.as_str()
    }

    /// Whether a member is `true`.
    pub fn flag(&self, name: &str) -> bool {
        self.value.get(name).and_then(Json::as_bool) == Some(true)
    }

    /// The reference to another document that this is, if it is one.
    pub fn elsewhere(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// Where references lead from here. Those that lead to another document are not followed:
    /// then this is the reference itself.
    pub fn followed(self) -> Self {
        let mut node = self;
        // The check of the document has made sure that references lead somewhere. Those between
        // schemas may lead back to themselves, and say nothing then.
        for _ in 0..node.document.references().len() {
            let next = node.text("$ref").and_then(|reference| node.document.target(reference));
            let Some((pointer, value)) = next else { break };
            node = Self::new(node.document, pointer, value);
        }
        node
    }
}

/// The pointer of a member.
pub fn child(pointer: &str, name: &str) -> String {
    let mut text = String::with_capacity(pointer.len() + 1 + name.len());
    text.push_str(pointer);
    text.push('/');
    for character in name.chars() {
        match character {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            other => text.push(other),
        }
    }
    text
}
