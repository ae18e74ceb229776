//! Values that are accepted and come out as other values.

use contract_core::document::{Leaf, WireType};

/// Why a value of the written type may be another one after it is read, where both types accept
/// it.
pub(super) fn altered(written: &WireType, read: &WireType) -> Option<&'static str> {
    match (written, read) {
        (WireType::Leaf(written), WireType::Leaf(read)) => leaves(*written, *read),
        (WireType::List(_), WireType::Set(_)) => Some("equal elements are dropped"),
        _ => None,
    }
}

fn leaves(written: Leaf, read: Leaf) -> Option<&'static str> {
    use Leaf::{Decimal, F32, F64};
    match (bits(written), read) {
        (Some(33..), F64) => Some("integers above 2^53 are rounded"),
        (Some(17..), F32) => Some("integers above 2^24 are rounded"),
        (Some(_), _) => None,
        (None, F32) if written == F64 => {
            Some("it is rounded to single precision, and what is out of its range is infinite")
        }
        (None, F64 | F32) if written == Decimal => Some("decimal fractions are rounded"),
        _ => None,
    }
}

/// How many bits an integer has.
fn bits(leaf: Leaf) -> Option<u32> {
    use Leaf::*;
    Some(match leaf {
        I8 | U8 | NonZeroI8 | NonZeroU8 => 8,
        I16 | U16 | NonZeroI16 | NonZeroU16 => 16,
        I32 | U32 | NonZeroI32 | NonZeroU32 => 32,
        I64 | U64 | NonZeroI64 | NonZeroU64 => 64,
        I128 | U128 | NonZeroI128 | NonZeroU128 => 128,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The claims of this file, held against what Rust does with the numbers.
    #[test]
    fn numbers_are_altered_exactly_where_rust_alters_them() {
        let leaf = WireType::Leaf;
        let claims = |written, read| altered(&leaf(written), &leaf(read)).is_some();
        assert_eq!(claims(Leaf::U64, Leaf::F64), u64::MAX - 1 != (u64::MAX - 1) as f64 as u64);
        assert_eq!(claims(Leaf::U32, Leaf::F64), u32::MAX - 1 != f64::from(u32::MAX - 1) as u32);
        assert_eq!(claims(Leaf::U32, Leaf::F32), u32::MAX - 1 != (u32::MAX - 1) as f32 as u32);
        assert_eq!(claims(Leaf::U16, Leaf::F32), u16::MAX != f32::from(u16::MAX) as u16);
        assert_eq!(
            claims(Leaf::F64, Leaf::F32),
            f64::from(0.1_f64 as f32).to_bits() != 0.1_f64.to_bits()
        );
        assert!(!claims(Leaf::F32, Leaf::F64));
        assert!(!claims(Leaf::U64, Leaf::I64));
    }
}
