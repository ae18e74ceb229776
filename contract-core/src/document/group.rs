//! How the parts of a document are declared.

use std::collections::{BTreeMap, BTreeSet};

/// Whether a member says nothing and is left out.
pub(crate) trait Unsaid {
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
        $(#[$doc:meta])* $name:ident {
            $($(#[doc = $must_doc:literal])+ $must:ident: $must_type:ty,)*
        } may {
            $($(#[doc = $may_doc:literal])+ $may:ident: $may_type:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $must_doc])+ pub $must: $must_type,)*
            $(
                $(#[doc = $may_doc])+
                #[serde(default, skip_serializing_if = "crate::document::group::Unsaid::is_unsaid")]
                pub $may: $may_type,
            )*
        }

        #[cfg(feature = "render")]
        impl crate::document::say::Say for $name {
            #[allow(unused_variables, reason = "a group may have no members of one kind")]
            fn say(&self, at: crate::document::say::At<'_>, rows: &mut Vec<crate::document::say::Row>) {
                $(at.member(stringify!($must), concat!($($must_doc),+), &self.$must, rows);)*
                $(if !crate::document::group::Unsaid::is_unsaid(&self.$may) {
                    at.member(stringify!($may), concat!($($may_doc),+), &self.$may, rows);
                })*
            }
        }
    };
}

pub(super) use group;
