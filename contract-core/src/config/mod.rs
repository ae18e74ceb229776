//! Configuration of a provider: what an operator has to set, and a loader that fails closed.

mod blocked;
mod load;
mod secret;

pub use blocked::{Blocked, BlockedVariable, Reason};
pub use load::{Found, Loading};
pub use secret::{Secret, SecretSetting};

use crate::declare::ProviderTable;
use crate::level::words;

words! {
    /// How a provider is run.
    Mode {
        /// Against a double of our own: no network, no credentials, the same answer every time.
        Deterministic = "deterministic",
        /// Against the provider's own test system.
        Sandbox = "sandbox",
        /// Against the real provider, with real effects.
        Live = "live",
    }
}

/// The configuration of one provider.
///
/// Derive it; see [`attributes`](crate::attributes) for the keys. There is no default mode and no
/// fallback: what is missing, blank or wrong comes back as [`Blocked`], which names all of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the configuration of a provider",
    label = "`{Self}` does not implement `ContractConfig`",
    note = "add `#[derive(ContractConfig)]` to `{Self}`"
)]
pub trait ContractConfig: Sized {
    /// What an operator has to set.
    fn table() -> &'static ProviderTable;

    /// Loads the configuration from variables that the caller reads.
    ///
    /// # Errors
    /// [`Blocked`] names every variable that is missing, blank or wrong.
    fn load_from(mut read: impl FnMut(&str) -> Option<String>) -> Result<Self, Blocked> {
        Self::load_with(&mut |name| read(name).map_or(Found::Missing, Found::Text))
    }

    /// Loads the configuration from the environment of the process.
    ///
    /// # Errors
    /// [`Blocked`] names every variable that is missing, blank or wrong.
    fn load() -> Result<Self, Blocked> {
        Self::load_with(&mut |name| match std::env::var_os(name).map(|text| text.into_string()) {
            None => Found::Missing,
            Some(Ok(text)) => Found::Text(text),
            Some(Err(_)) => Found::NotUnicode,
        })
    }

    #[doc(hidden)]
    fn load_with(read: &mut dyn FnMut(&str) -> Found) -> Result<Self, Blocked>;
}
