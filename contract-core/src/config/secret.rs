//! Secrets that nothing shows by accident.

use std::fmt;
use std::str::FromStr;

/// A value that `Debug` does not show and that has no `Display`.
///
/// ```
/// let key: contract_core::Secret = "hunter2".parse().unwrap();
/// assert_eq!(format!("{key:?}"), "Secret(..)");
/// assert_eq!(key.expose(), "hunter2");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T = String>(T);

impl<T> Secret<T> {
    /// Keeps a value secret.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value. Whoever calls this decides where it goes.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl<T: FromStr> FromStr for Secret<T> {
    /// Nothing: the error of a parser may quote what it could not read.
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(Self).map_err(|_| ())
    }
}

/// The type of a field that is marked `secret`: [`Secret`], or an `Option` of it.
#[diagnostic::on_unimplemented(
    message = "a secret has the type `Secret`, and this field is `{Self}`",
    label = "`{Self}` shows what it holds",
    note = "write `Secret<{Self}>`, or `Option<Secret<..>>` where no mode needs it: its `Debug` shows \
            nothing, and it has no `Display`"
)]
pub trait SecretSetting {}

impl<T> SecretSetting for Secret<T> {}
impl<T> SecretSetting for Option<Secret<T>> {}
