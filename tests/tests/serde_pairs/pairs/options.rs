//! Options, null and absence.

crate::harness::pairs! {
    plain_to_option { old { struct T { a: u8 } } new { struct T { a: Option<u8> } } }
    plain_to_option_skipping {
        old { struct T { a: u8 } }
        new { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<u8> } }
    }
    plain_default_to_option_skipping {
        old { struct T { #[serde(default)] a: u8 } }
        new { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<u8> } }
    }
    plain_default_to_option {
        old { struct T { #[serde(default)] a: u8 } }
        new { struct T { a: Option<u8> } }
    }
    option_of_option {
        old { struct T { a: Option<u8> } }
        new { struct T { a: Option<Option<u8>> } }
    }
    option_of_option_skipping {
        old { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<u8> } }
        new { struct T {
            #[serde(default, skip_serializing_if = "Option::is_none")] a: Option<Option<u8>>
        } }
        values { old [] new [T { a: Some(None) }] }
    }
    option_with_default {
        old { struct T { a: Option<u8> } }
        new { struct T { #[serde(default = "some")] a: Option<u8> } }
        with { fn some() -> Option<u8> { Some(1) } }
    }
    option_of_unit { old { struct T { a: Option<()> } } new { struct T { a: () } } }
    option_of_any { old { struct T { a: Option<Value> } } new { struct T { a: Value } } }
    option_in_list { old { struct T { a: Vec<u8> } } new { struct T { a: Vec<Option<u8>> } } }
    option_in_tuple { old { struct T { a: (u8, u8) } } new { struct T { a: (u8, Option<u8>) } } }
    option_in_map {
        old { struct T { a: BTreeMap<String, u8> } }
        new { struct T { a: BTreeMap<String, Option<u8>> } }
    }
    option_of_vec { old { struct T { a: Vec<u8> } } new { struct T { a: Option<Vec<u8>> } } }
    option_of_vec_default {
        old { struct T { a: Option<Vec<u8>> } }
        new { struct T { #[serde(default)] a: Vec<u8> } }
    }
    option_of_vec_skipping_default {
        old { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<Vec<u8>> } }
        new { struct T { #[serde(default)] a: Vec<u8> } }
    }
    option_of_enum {
        old { struct T { a: Option<E> } enum E { A, B } }
        new { struct T { a: E } enum E { A, B } }
    }
    option_of_struct {
        old { struct T { a: S } struct S { x: u8 } }
        new { struct T { a: Option<S> } struct S { x: u8, y: Option<u8> } }
    }
    option_of_newtype {
        old { struct T { a: Option<W> } struct W(u8); }
        new { struct T { a: W } struct W(Option<u8>); }
    }
    option_recursive {
        old { struct T { a: Option<Box<T>> } }
        new { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<Box<T>> } }
    }
    option_transparent_enum {
        old { struct T { a: Option<u8> } }
        new { struct T { a: E } #[serde(untagged)] enum E { N(u8), None } }
    }
}
