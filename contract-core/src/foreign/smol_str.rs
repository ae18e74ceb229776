//! The crate `smol_str`.

use super::leaf;

leaf! {
    smol_str::SmolStr => "string",
}
