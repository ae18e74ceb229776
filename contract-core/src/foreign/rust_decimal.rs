//! The crate `rust_decimal`.
//!
//! Decimals are texts, or floats where any crate in the build turns on `serde-float`; running code
//! says which. Both are read.

use rust_decimal::Decimal;

use crate::declare::{Contract, Probe, Wire};

impl Contract for Decimal {
    fn wire() -> Wire {
        const TEXT: fn() -> Wire = || Wire::Leaf("decimal");
        let written = Probe::<Self>::NEW.written(&[Self::new(15, 1)]);
        match written.as_deref() {
            Some([Some(text)]) if text == "+1.5" => Wire::Split(f64::wire, TEXT),
            _ => TEXT(),
        }
    }
}
