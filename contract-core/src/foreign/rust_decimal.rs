//! The crate `rust_decimal`, as it writes decimals without its `serde-float` and
//! `serde-arbitrary-precision` features: as text.

use super::leaf;

leaf! {
    rust_decimal::Decimal => "decimal",
}
