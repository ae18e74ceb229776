//! The ordered words of the vocabulary that both the tables and the document use.

/// Declares a vocabulary enum whose words are written in `snake_case` everywhere: in attributes,
/// in the document and in messages.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident {
        $($(#[doc = $word_doc:literal])+ $variant:ident = $word:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "document", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $(
                $(#[doc = $word_doc])+
                #[cfg_attr(feature = "document", serde(rename = $word))]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for this value in attributes, documents and messages.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What the word means, as its documentation says it.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($word_doc),+).trim_ascii()),+ }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.word())
            }
        }

        #[cfg(feature = "render")]
        impl crate::document::say::Value for $name {
            fn text(&self) -> String {
                self.word().to_owned()
            }

            fn meaning(&self) -> &'static str {
                (*self).meaning()
            }
        }

        #[cfg(feature = "render")]
        impl crate::document::say::Say for $name {
            fn say(&self, at: crate::document::say::At<'_>, rows: &mut Vec<crate::document::say::Row>) {
                rows.push(at.row([self]));
            }
        }
    };
}

pub(crate) use words;

words! {
    /// How strongly a clause is promised. Ordered: weaker is less.
    Level {
        /// Expressly not promised.
        OutOfContract = "out_of_contract",
        /// Observable, not promised.
        Incidental = "incidental",
        /// May change without notice.
        Experimental = "experimental",
        /// May change, with notice.
        Provisional = "provisional",
        /// Guaranteed.
        Stable = "stable",
    }
}

words! {
    /// May the caller send the same request again? Ordered: weaker is less.
    Retry {
        /// No.
        Never = "never",
        /// After changing the request or the state.
        AfterChange = "after_change",
        /// Only by starting over at a higher level (AIP-194, ABORTED).
        Restart = "restart",
        /// With the same idempotency key.
        WithKey = "with_key",
        /// Freely.
        Safe = "safe",
    }
}

words! {
    /// What has happened when the caller sees the error. A partial order: `unknown` is below all,
    /// `partial` is below `none` and `all`, which are incomparable.
    Effects {
        /// The caller cannot know.
        Unknown = "unknown",
        /// Some of the effects.
        Partial = "partial",
        /// None of the effects.
        None = "none",
        /// All of the effects.
        All = "all",
    }
}

words! {
    /// Which part an error plays in the other clauses of its operation.
    Role {
        /// An outcome of the domain.
        Domain = "domain",
        /// The operation's timeout.
        Timeout = "timeout",
        /// The rate limit.
        Throttled = "throttled",
        /// The operation cannot be served now.
        Unavailable = "unavailable",
        /// An idempotency key is required and missing.
        KeyMissing = "key_missing",
        /// The idempotency key was used with another payload.
        KeyReused = "key_reused",
        /// The same key is being served right now.
        InFlight = "in_flight",
        /// An approval is required and missing.
        ApprovalRequired = "approval_required",
        /// The provider is not configured.
        ProviderBlocked = "provider_blocked",
    }
}

/// An error plays no part unless it says so.
impl Default for Role {
    fn default() -> Self {
        Self::Domain
    }
}
