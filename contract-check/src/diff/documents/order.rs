//! The order of members in documents that are shown.
//!
//! serde writes the tag of an adjacently tagged enum before its content. Where the content comes
//! first it is kept aside until the tag is known, and then a few more forms of it are read. The
//! prover knows no order, so that its documents are put into the order that is written.

use std::collections::BTreeSet;

use contract_core::document::{Document, Shape, Tagging};

use crate::json::Json;

/// The tag and the content of each adjacently tagged enum.
pub(super) struct Order<'d>(BTreeSet<(&'d str, &'d str)>);

impl<'d> Order<'d> {
    /// The order of what two documents describe.
    pub(super) fn of(documents: [&'d Document; 2]) -> Self {
        let types = documents.into_iter().flat_map(|document| document.types.values());
        let pairs = types.filter_map(|definition| match &definition.shape {
            Shape::Enum(it) => match &it.tagging {
                Tagging::Adjacent { tag, content } => Some((tag.as_str(), content.as_str())),
                Tagging::External
                | Tagging::Internal { .. }
                | Tagging::Untagged
                | Tagging::Number { .. } => None,
            },
            _ => None,
        });
        Self(pairs.collect())
    }

    /// The document with every tag before its content. Recurses as deep as what the prover makes
    /// nests, which is limited.
    pub(super) fn put(&self, document: &mut Json) {
        if self.0.is_empty() {
            return;
        }
        match document {
            Json::Object(members) => {
                members.edit(|all| {
                    for (tag, content) in &self.0 {
                        let at = |name: &str| all.iter().position(|(it, _)| it == name);
                        if let (Some(tag), Some(content)) = (at(tag), at(content))
                            && content < tag
                        {
                            all[content..=tag].rotate_right(1);
                        }
                    }
                });
                members.make_mut().iter_mut().for_each(|(_, value)| self.put(value));
            }
            Json::Array(items) => items.make_mut().iter_mut().for_each(|item| self.put(item)),
            _ => {}
        }
    }
}
