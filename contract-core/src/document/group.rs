//! How the parts of a document are declared.

use std::collections::{BTreeMap, BTreeSet};

/// Whether a member says nothing and is left out.
pub(super) trait Unsaid {
    fn is_unsaid(&self) -> bool;
}

impl<T> Unsaid for Option<T> {
    fn is_unsaid(&self) -> bool {
        self.is_none()
    }
}

impl<K, V> Unsaid for BTreeMap<K, V> {
    fn is_unsaid(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Unsaid for BTreeSet<T> {
    fn is_unsaid(&self) -> bool {
        self.is_empty()
    }
}

impl Unsaid for bool {
    fn is_unsaid(&self) -> bool {
        !*self
    }
}

impl Unsaid for super::About {
    fn is_unsaid(&self) -> bool {
        self.is_empty()
    }
}

impl Unsaid for crate::Role {
    fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}

/// Declares an object of the document: members that must be there, and members that may be and
/// are left out where nothing is said. It refuses every other member.
macro_rules! group {
    (
        $(#[$doc:meta])* $name:ident { $($(#[$must_doc:meta])* $must:ident: $must_type:ty,)* }
        may { $($(#[$may_doc:meta])* $may:ident: $may_type:ty,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$must_doc])* pub $must: $must_type,)*
            $(
                $(#[$may_doc])*
                #[serde(default, skip_serializing_if = "crate::document::group::Unsaid::is_unsaid")]
                pub $may: $may_type,
            )*
        }
    };
}

pub(super) use group;
