//! Codecs and conversions: what a derive cannot see.

crate::harness::pairs! {
    with_module {
        old { struct T { #[serde(with = "hex")] a: u8 } }
        new { struct T { #[serde(with = "hex")] a: u8, b: Option<u8> } }
        with { mod hex {
            pub fn serialize<S: serde::Serializer>(a: &u8, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&format!("{a:02x}"))
            }
            pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u8, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                u8::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
            }
        } }
    }
    with_module_and_field_removed {
        old { struct T { #[serde(with = "hex")] a: u8, b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(with = "hex")] a: u8 } }
        with { mod hex {
            pub fn serialize<S: serde::Serializer>(a: &u8, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&format!("{a:02x}"))
            }
            pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u8, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                u8::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
            }
        } }
    }
    serialize_with_only {
        old { struct T { a: String } }
        new { struct T { #[serde(serialize_with = "shout")] a: String } }
        with { fn shout<S: serde::Serializer>(a: &str, s: S) -> Result<S::Ok, S::Error> {
            s.serialize_str(&a.to_uppercase())
        } }
    }
    deserialize_with_only {
        old { struct T { a: u8 } }
        new { struct T { #[serde(deserialize_with = "lenient")] a: u8 } }
        with { fn lenient<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u8, D::Error> {
            Ok(<Value as serde::Deserialize>::deserialize(d)?.0.as_u64().unwrap_or(0) as u8)
        } }
    }
    deserialize_with_option_missing {
        old { struct T {} }
        new { struct T { #[serde(deserialize_with = "some")] a: Option<u8> } }
        with { fn some<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<u8>, D::Error> {
            <u8 as serde::Deserialize>::deserialize(d).map(Some)
        } }
    }
    deserialize_with_option_default {
        old { struct T {} }
        new { struct T { #[serde(default, deserialize_with = "some")] a: Option<u8> } }
        with { fn some<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<u8>, D::Error> {
            <u8 as serde::Deserialize>::deserialize(d).map(Some)
        } }
    }
    from_into {
        old { struct T { a: W } #[derive(Clone)] #[serde(from = "u8", into = "u8")] struct W { x: u8 } }
        new { struct T { a: u16 } }
        with_old {
            impl From<u8> for W { fn from(x: u8) -> Self { W { x } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w.x } }
        }
    }
    from_option_missing {
        old { struct T {} }
        new { struct T { a: W } #[serde(from = "Option<u8>")] struct W { x: u8 } }
        with_new { impl From<Option<u8>> for W { fn from(x: Option<u8>) -> Self { W { x: x.unwrap_or(0) } } } }
    }
    // Only the conversion knows whether nothing will do.
    try_from_option_missing {
        old { struct T { b: u8 } }
        new { struct T { b: u8, a: W } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        with_new {
            impl TryFrom<Option<u8>> for W { type Error = String;
                fn try_from(x: Option<u8>) -> Result<Self, String> { Ok(W { x: x.unwrap_or(0) }) } }
            impl From<W> for Option<u8> { fn from(w: W) -> Self { Some(w.x) } }
        }
    }
    try_from_option_missing_under_two_names {
        old { #[serde(deny_unknown_fields)] struct T { b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { b: u8, #[serde(alias = "c")] a: W } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        with_new {
            impl TryFrom<Option<u8>> for W { type Error = String;
                fn try_from(x: Option<u8>) -> Result<Self, String> { Ok(W { x: x.unwrap_or(0) }) } }
            impl From<W> for Option<u8> { fn from(w: W) -> Self { Some(w.x) } }
        }
    }
    try_from_option_as_content {
        old { #[serde(tag = "t", content = "c")] enum T { A } }
        new { #[serde(tag = "t", content = "c")] enum T { A(W) } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        with_new {
            impl TryFrom<Option<u8>> for W { type Error = String;
                fn try_from(x: Option<u8>) -> Result<Self, String> { Ok(W { x: x.unwrap_or(0) }) } }
            impl From<W> for Option<u8> { fn from(w: W) -> Self { Some(w.x) } }
        }
    }
    try_from_option_that_asks_for_some {
        old { struct T { b: u8 } }
        new { struct T { b: u8, a: W } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        with_new {
            impl TryFrom<Option<u8>> for W { type Error = String;
                fn try_from(x: Option<u8>) -> Result<Self, String> { x.map(|x| W { x }).ok_or_else(|| "nothing".to_owned()) } }
            impl From<W> for Option<u8> { fn from(w: W) -> Self { Some(w.x) } }
        }
    }
    try_from_option_unchanged {
        old { struct T { b: u8, #[serde(skip_serializing_if = "zero")] a: W } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        new { struct T { #[serde(skip_serializing_if = "zero")] a: W } #[derive(Clone)] #[serde(try_from = "Option<u8>", into = "Option<u8>")] struct W { x: u8 } }
        with {
            fn zero(w: &W) -> bool { w.x == 0 }
            impl TryFrom<Option<u8>> for W { type Error = String;
                fn try_from(x: Option<u8>) -> Result<Self, String> { Ok(W { x: x.unwrap_or(0) }) } }
            impl From<W> for Option<u8> { fn from(w: W) -> Self { Some(w.x) } }
        }
    }
    from_option_in_aliases {
        old { struct T { b: u8 } }
        new { struct T { b: u8, a: V } #[serde(transparent)] struct V { w: W } #[serde(from = "Option<u8>")] struct W { x: u8 } }
        with_new { impl From<Option<u8>> for W { fn from(x: Option<u8>) -> Self { W { x: x.unwrap_or(0) } } } }
    }
    try_from_same {
        old { struct T { a: W } #[derive(Clone)] #[serde(try_from = "u8", into = "u8")] struct W(u8); }
        new { struct T { a: W, b: Option<u8> } #[derive(Clone)] #[serde(try_from = "u8", into = "u8")] struct W(u8); }
        with {
            impl TryFrom<u8> for W { type Error = String;
                fn try_from(x: u8) -> Result<Self, String> { if x < 100 { Ok(W(x)) } else { Err("too much".into()) } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w.0 } }
        }
    }
    try_from_added {
        old { struct T { a: u8 } }
        new { struct T { a: W } #[derive(Clone)] #[serde(try_from = "u8", into = "u8")] struct W(u8); }
        with_new {
            impl TryFrom<u8> for W { type Error = String;
                fn try_from(x: u8) -> Result<Self, String> { if x < 100 { Ok(W(x)) } else { Err("too much".into()) } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w.0 } }
        }
    }
    try_from_of_other_type {
        old { struct T { a: String } }
        new { struct T { a: W } #[derive(Clone)] #[serde(try_from = "u8", into = "u8")] struct W(u8); }
        with_new {
            impl TryFrom<u8> for W { type Error = String;
                fn try_from(x: u8) -> Result<Self, String> { if x < 100 { Ok(W(x)) } else { Err("too much".into()) } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w.0 } }
        }
    }
    // The same names and the same source, and other numbers: only the conversion knows.
    try_from_renumbered {
        old { struct T { a: W } #[derive(Clone, Copy)] #[serde(try_from = "u8", into = "u8")] enum W { A = 1, B = 2 } }
        new { struct T { a: W } #[derive(Clone, Copy)] #[serde(try_from = "u8", into = "u8")] enum W { A = 2, B = 3 } }
        with {
            impl TryFrom<u8> for W { type Error = String;
                fn try_from(x: u8) -> Result<Self, String> {
                    match x { _ if x == W::A as u8 => Ok(W::A), _ if x == W::B as u8 => Ok(W::B), _ => Err("unknown".into()) } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w as u8 } }
        }
    }
    from_into_swapped {
        old { struct T { a: W } #[derive(Clone, Copy)] #[serde(from = "u8", into = "u8")] enum W { A, B } }
        new { struct T { a: W } #[derive(Clone, Copy)] #[serde(from = "u8", into = "u8")] enum W { B, A } }
        with {
            impl From<u8> for W { fn from(x: u8) -> Self { if x == W::A as u8 { W::A } else { W::B } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w as u8 } }
        }
    }
    try_from_renumbered_in_keys_and_lists {
        old { struct T { k: BTreeMap<W, Vec<W>> } #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)] #[serde(try_from = "u8", into = "u8")] enum W { A = 1, B = 2 } }
        new { struct T { k: BTreeMap<W, Vec<W>> } #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)] #[serde(try_from = "u8", into = "u8")] enum W { A = 2, B = 3 } }
        with {
            impl TryFrom<u8> for W { type Error = String;
                fn try_from(x: u8) -> Result<Self, String> {
                    match x { _ if x == W::A as u8 => Ok(W::A), _ if x == W::B as u8 => Ok(W::B), _ => Err("unknown".into()) } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w as u8 } }
        }
    }
    from_swapped_in_keys {
        old { struct T { k: BTreeMap<W, u8> } #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)] #[serde(from = "u8", into = "u8")] enum W { A, B } }
        new { struct T { k: BTreeMap<W, u8> } #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)] #[serde(from = "u8", into = "u8")] enum W { B, A } }
        with {
            impl From<u8> for W { fn from(x: u8) -> Self { if x == W::A as u8 { W::A } else { W::B } } }
            impl From<W> for u8 { fn from(w: W) -> u8 { w as u8 } }
        }
    }
    try_from_text_of_a_type_that_grew {
        old { struct T { a: W } #[derive(Clone)] #[serde(try_from = "String", into = "String")] struct W { c: C } #[derive(Clone, Copy, Debug)] enum C { X } }
        new { struct T { a: W } #[derive(Clone)] #[serde(try_from = "String", into = "String")] struct W { c: C } #[derive(Clone, Copy, Debug)] enum C { X, Y } }
        with_old {
            impl TryFrom<String> for W { type Error = String;
                fn try_from(x: String) -> Result<Self, String> { if x == "X" { Ok(W { c: C::X }) } else { Err("unknown".into()) } } }
            impl From<W> for String { fn from(w: W) -> String { format!("{:?}", w.c) } }
        }
        with_new {
            impl TryFrom<String> for W { type Error = String;
                fn try_from(x: String) -> Result<Self, String> { match &*x { "X" => Ok(W { c: C::X }), "Y" => Ok(W { c: C::Y }), _ => Err("unknown".into()) } } }
            impl From<W> for String { fn from(w: W) -> String { format!("{:?}", w.c) } }
        }
        values { old [] new [T { a: W { c: C::Y } }] }
    }
    from_flattened_raw_swapped {
        old { struct T { #[serde(flatten)] w: W } #[derive(Clone)] #[serde(from = "Raw", into = "Raw")] struct W { on: bool } struct Raw { x: u8 } }
        new { struct T { #[serde(flatten)] w: W } #[derive(Clone)] #[serde(from = "Raw", into = "Raw")] struct W { off: bool } struct Raw { x: u8 } }
        with_old {
            impl From<Raw> for W { fn from(x: Raw) -> Self { W { on: x.x == 1 } } }
            impl From<W> for Raw { fn from(w: W) -> Raw { Raw { x: u8::from(w.on) } } }
        }
        with_new {
            impl From<Raw> for W { fn from(x: Raw) -> Self { W { off: x.x == 1 } } }
            impl From<W> for Raw { fn from(w: W) -> Raw { Raw { x: u8::from(w.off) } } }
        }
    }
    // Only what is read is converted; what is written is told by the fields themselves.
    from_only_grew {
        old { struct T { a: u8 } }
        new { #[serde(from = "Raw")] struct T { a: u8, b: u8 } struct Raw { a: u8 } }
        with_new { impl From<Raw> for T { fn from(x: Raw) -> Self { T { a: x.a, b: 0 } } } }
    }
    from_generic_of_another_argument {
        old { struct T { a: W<u8> } #[derive(Clone)] #[serde(from = "Vec<X>", into = "Vec<X>", bound(serialize = "X: Clone + Serialize"))] struct W<X> { x: Vec<X> } }
        new { struct T { a: W<u16> } #[derive(Clone)] #[serde(from = "Vec<X>", into = "Vec<X>", bound(serialize = "X: Clone + Serialize"))] struct W<X> { x: Vec<X> } }
        with {
            impl<X> From<Vec<X>> for W<X> { fn from(x: Vec<X>) -> Self { W { x } } }
            impl<X> From<W<X>> for Vec<X> { fn from(w: W<X>) -> Vec<X> { w.x } }
        }
    }
    // No derive sees that of `serde_repr`: running code says what tells the variants.
    numbers_added {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2, C = 3 }
        }
    }
    numbers_added_said {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[contract(variants = numbers)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[contract(variants = numbers)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2, C = 3 }
        }
    }
    numbers_removed {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1 }
        }
    }
    numbers_swapped {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 2, B = 1 }
        }
    }
    numbers_moved {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { B = 2, A = 1 }
        }
    }
    numbers_renumbered {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 3 }
        }
    }
    numbers_counted {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A, B }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A, X, B }
        }
    }
    numbers_below_zero {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(i16)] pub(crate) enum E { A = -1, B = 300 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(i32)] pub(crate) enum E { A = -1, B = 300, C = 70000 }
        }
    }
    numbers_wide {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(i128)] pub(crate) enum E { A = -1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(i128)] pub(crate) enum E { A = -1 }
        }
    }
    numbers_wide_tried {
        old { struct T { a: E } }
        new { struct T { a: U } #[serde(untagged)] enum U { E(E), S(String) } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u64)] pub(crate) enum E { A = 1 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u128)] pub(crate) enum E { A = 1 }
        }
    }
    numbers_other {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, #[serde(other)] Z = 9 }
        }
    }
    numbers_other_gone {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, #[serde(other)] Z = 9 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, Z = 9 }
        }
    }
    numbers_as_keys {
        old { struct T { a: BTreeMap<E, u8> } }
        new { struct T { a: BTreeMap<E, u8> } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1 }
        }
    }
    numbers_as_keys_to_numbers {
        old { struct T { a: BTreeMap<E, u8> } }
        new { struct T { a: BTreeMap<u8, u8> } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_other_as_keys {
        old { struct T { a: BTreeMap<E, u8> } }
        new { struct T { a: BTreeMap<E, u8> } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, #[serde(other)] Z = 9 }
        }
    }
    numbers_tried {
        old { struct T { a: U } #[serde(untagged)] enum U { E(E), S(String) } }
        new { struct T { a: U } #[serde(untagged)] enum U { E(E), S(String) } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 3 }
        }
    }
    numbers_beside_a_tag {
        old { struct T { a: U } #[serde(tag = "t", content = "c")] enum U { E(E), S(Option<E>) } }
        new { struct T { a: U } #[serde(tag = "t", content = "c")] enum U { E(Option<E>), S(Option<E>) } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_flattened {
        old { struct T { #[serde(flatten)] m: BTreeMap<String, E> } }
        new { struct T { #[serde(flatten)] m: BTreeMap<String, E> } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_to_integer {
        old { struct T { a: E } }
        new { struct T { a: u8 } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_to_float {
        old { struct T { a: E } }
        new { struct T { a: f64 } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_to_names {
        old { struct T { a: E } }
        new { struct T { a: N } enum N { A, B } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    numbers_missing {
        old { struct T {} }
        new { struct T { a: Option<E>, b: E } }
        with_old {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
        with_new {
            use serde_repr::{Deserialize_repr, Serialize_repr};
            #[derive(Contract, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize_repr, Deserialize_repr)] #[repr(u8)] pub(crate) enum E { A = 1, B = 2 }
        }
    }
    // An enum with a representation need not be one of `serde_repr`.
    names_with_a_representation {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old { #[derive(Contract, Serialize, Deserialize)] #[repr(u8)] enum E { A = 1, B = 2 } }
        with_new { #[derive(Contract, Serialize, Deserialize)] #[repr(u8)] enum E { A = 1, B = 3, C = 2 } }
    }
    names_said {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old { #[derive(Contract, Serialize, Deserialize)] #[contract(variants = names)] #[repr(u8)] enum E { A = 1, B = 2 } }
        with_new { #[derive(Contract, Serialize, Deserialize)] #[contract(variants = names)] #[repr(u8)] enum E { A = 1 } }
    }
    numbers_as_text {
        old { struct T { a: E } }
        new { struct T { a: E } }
        with_old {
            #[derive(Contract, Clone, Copy)] #[repr(u8)] enum E { A = 1, B = 2 }
            impl serde::Serialize for E { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(&(*self as u8)) } }
            impl<'de> serde::Deserialize<'de> for E { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let number = <String as serde::Deserialize>::deserialize(d)?;
                [E::A, E::B].into_iter().find(|it| (*it as u8).to_string() == number).ok_or_else(|| serde::de::Error::custom("no variant"))
            } }
        }
        with_new {
            #[derive(Contract, Clone, Copy)] #[repr(u8)] enum E { A = 1, B = 3 }
            impl serde::Serialize for E { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(&(*self as u8)) } }
            impl<'de> serde::Deserialize<'de> for E { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let number = <String as serde::Deserialize>::deserialize(d)?;
                [E::A, E::B].into_iter().find(|it| (*it as u8).to_string() == number).ok_or_else(|| serde::de::Error::custom("no variant"))
            } }
        }
    }
    // One codec on two types makes two things of them; whatever it makes, it is known to itself.
    generic_codec_on_another_type {
        old { struct T { #[serde(with = "plain")] a: u16 } }
        new { struct T { #[serde(with = "plain")] a: u8 } }
        with { mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
    generic_codec_on_a_type_that_changed {
        old { struct T { #[serde(with = "plain")] a: Vec<E> } enum E { A, B } }
        new { struct T { #[serde(with = "plain")] a: Vec<E> } enum E { A } }
        with { mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
    generic_codec_on_a_variant {
        old { enum T { #[serde(with = "plain")] A(E), B } enum E { A, B } }
        new { enum T { #[serde(with = "plain")] A(E), B } enum E { A } }
        with { mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
    generic_codec_on_the_content_of_a_variant {
        old { #[serde(tag = "t", content = "c")] enum T { A } }
        new { #[serde(tag = "t", content = "c")] enum T { A(#[serde(with = "plain")] Option<u8>) } }
        with { mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
    codec_on_a_type_without_a_shape {
        old { struct T { #[serde(with = "plain")] a: Option<X> } }
        new { struct T { #[serde(with = "plain")] a: Option<X>, b: Option<u8> } }
        with {
            #[derive(serde::Serialize, serde::Deserialize)]
            pub(crate) struct X { a: u8 }
            mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
    generic_codec_on_a_parameter {
        old { struct T { g: G<u8> } struct G<X: serde::Serialize + serde::de::DeserializeOwned> { #[serde(with = "plain")] a: X } }
        new { struct T { g: G<u8>, b: Option<u8> } struct G<X: serde::Serialize + serde::de::DeserializeOwned> { #[serde(with = "plain")] a: X } }
        with { mod plain {
            pub fn serialize<T: serde::Serialize, S: serde::Serializer>(a: &T, s: S) -> Result<S::Ok, S::Error> {
                a.serialize(s)
            }
            pub fn deserialize<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
                T::deserialize(d)
            }
        } }
    }
}
