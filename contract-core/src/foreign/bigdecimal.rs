//! The crate `bigdecimal`.

use super::leaf;

leaf! {
    bigdecimal::BigDecimal => "big_decimal",
}
