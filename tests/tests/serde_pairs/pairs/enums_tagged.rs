//! Internally and adjacently tagged enums.

crate::harness::pairs! {
    internal_same {
        old { #[serde(tag = "t")] enum T { A, B { x: u8 }, C(S) } struct S { y: u8 } }
        new { #[serde(tag = "t")] enum T { A, B { x: u8 }, C(S) } struct S { y: u8 } }
    }
    internal_tag_renamed {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "kind")] enum T { A { x: u8 } } }
    }
    internal_variant_add {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, B } }
    }
    internal_variant_renamed {
        old { #[serde(tag = "t")] enum T { A { x: u8 }, B } }
        new { #[serde(tag = "t")] enum T { #[serde(rename = "a")] A { x: u8 }, B } }
    }
    internal_variant_alias {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { #[serde(alias = "A")] Z { x: u8 } } }
    }
    internal_other {
        old { #[serde(tag = "t")] enum T { A { x: u8 }, B { y: u8 }, C(S) } struct S { z: u8 } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, #[serde(other)] Rest } }
    }
    internal_field_add {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A { x: u8, y: u8 } } }
    }
    internal_field_narrowed {
        old { #[serde(tag = "t")] enum T { A { x: u16 }, B { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, B { x: u8 } } }
    }
    internal_deny {
        old { #[serde(tag = "t")] enum T { A { x: u8, y: u8 }, U } }
        new { #[serde(tag = "t", deny_unknown_fields)] enum T { A { x: u8 }, U } }
    }
    internal_deny_unit {
        old { #[serde(tag = "t")] enum T { U { x: u8 } } }
        new { #[serde(tag = "t", deny_unknown_fields)] enum T { U } }
    }
    internal_newtype_to_struct {
        old { #[serde(tag = "t")] enum T { A(S) } struct S { x: u8 } }
        new { #[serde(tag = "t")] enum T { A { x: u8 } } }
    }
    internal_newtype_denying {
        old { #[serde(tag = "t")] enum T { A { x: u8, y: u8 } } }
        new { #[serde(tag = "t")] enum T { A(S) } #[serde(deny_unknown_fields)] struct S { x: u8 } }
    }
    internal_unit_to_newtype_unit {
        old { #[serde(tag = "t")] enum T { A, B } }
        new { #[serde(tag = "t")] enum T { A(()), B(U) } struct U; }
    }
    internal_newtype_unit_to_unit {
        old { #[serde(tag = "t")] enum T { A(()), B(U) } struct U; }
        new { #[serde(tag = "t")] enum T { A { x: Option<u8> }, B } }
    }
    internal_map {
        old { #[serde(tag = "t")] enum T { A(BTreeMap<String, u8>) } }
        new { #[serde(tag = "t")] enum T { A(BTreeMap<String, u16>) } }
    }
    internal_map_integer_keys {
        old { #[serde(tag = "t")] enum T { A(BTreeMap<u8, u8>), B } }
        new { #[serde(tag = "t")] enum T { A(BTreeMap<String, u8>), B } }
        values { old [T::A([(1, 1)].into()), T::A(BTreeMap::new())] new [] }
    }
    internal_any {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A(Value) } }
    }
    internal_option {
        old { #[serde(tag = "t")] enum T { A(S) } struct S { x: u8 } }
        new { #[serde(tag = "t")] enum T { A(Option<S>) } struct S { x: u8 } }
    }
    internal_scalar {
        old { #[serde(tag = "t")] enum T { A(u8), B } }
        new { #[serde(tag = "t")] enum T { B } }
        values { old [T::A(1), T::B] new [] }
    }
    internal_wide_integer {
        old { #[serde(tag = "t")] enum T { A { n: u128 } } }
        new { #[serde(tag = "t")] enum T { A { n: u64 } } }
        values { old [T::A { n: 1 }] new [] }
    }
    internal_of_external {
        old { #[serde(tag = "t")] enum T { A(E) } enum E { X, Y(u8), Z { z: u8 } } }
        new { #[serde(tag = "t")] enum T { A(E) } enum E { X, Y(u16), Z { z: u8 } } }
    }
    internal_of_internal {
        old { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "u")] enum E { X, Y { y: u8 } } }
        new { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "u")] enum E { X, Y { y: u8 }, W } }
    }
    internal_of_same_tag {
        old { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "u")] enum E { X, Y { y: u8 } } }
        new { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "t")] enum E { X, Y { y: u8 } } }
    }
    internal_of_adjacent {
        old { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "u", content = "c")] enum E { X, Y(u8) } }
        new { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "u", content = "c")] enum E { X, Y(Option<u8>) } }
    }
    internal_of_untagged {
        old { #[serde(tag = "t")] enum T { A(E) } #[serde(untagged)] enum E { X { x: u8 }, Y { y: u8 } } }
        new { #[serde(tag = "t")] enum T { A(E) } #[serde(untagged)] enum E { Y { y: u8 }, X { x: u8 }, N } }
    }
    internal_of_newtype {
        old { #[serde(tag = "t")] enum T { A(W) } struct W(S); struct S { x: u8 } }
        new { #[serde(tag = "t")] enum T { A(S) } struct S { x: u8 } }
    }
    internal_of_list {
        old { #[serde(tag = "t")] enum T { A(Vec<u8>), B } }
        new { #[serde(tag = "t")] enum T { A(Vec<u16>), B } }
        values { old [T::A(vec![1])] new [] }
    }
    internal_with_options {
        old { #[serde(tag = "t")] enum T { A { #[serde(skip_serializing_if = "Option::is_none")] x: Option<u8> } } }
        new { #[serde(tag = "t")] enum T { A { x: Option<u8> } } }
    }
    internal_with_unit_field {
        old { #[serde(tag = "t")] enum T { A { x: () , y: U } } struct U; }
        new { #[serde(tag = "t")] enum T { A { x: BTreeMap<String, u8>, y: Option<u8> } } }
    }
    internal_flatten {
        old { #[serde(tag = "t")] enum T { A { x: u8, #[serde(flatten)] s: S } } struct S { y: u8 } }
        new { #[serde(tag = "t")] enum T { A { x: u8, y: u8 } } }
    }
    internal_to_adjacent {
        old { #[serde(tag = "t")] enum T { A, B { x: u8 } } }
        new { #[serde(tag = "t", content = "c")] enum T { A, B { x: u8 } } }
    }
    internal_to_untagged {
        old { #[serde(tag = "t")] enum T { A { x: u8 }, B { y: u8 } } }
        new { #[serde(untagged)] enum T { A { x: u8 }, B { y: u8 } } }
    }
    internal_to_struct {
        old { #[serde(tag = "t")] enum T { A { x: u8 }, B } }
        new { struct T { t: String, x: Option<u8> } }
    }
    struct_to_internal {
        old { struct T { t: K, x: u8 } enum K { A, B } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, B } }
    }
    internal_recursive {
        old { #[serde(tag = "t")] enum T { Leaf { x: u8 }, Node { l: Box<T>, r: Box<T> } } }
        new { #[serde(tag = "t")] enum T { Leaf { x: u16 }, Node { l: Box<T>, r: Box<T>, #[serde(default)] n: u8 } } }
    }
    internal_skip {
        old { #[serde(tag = "t")] enum T { A { x: u8 }, B } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, #[serde(skip_deserializing)] B } }
    }
    adjacent_same {
        old { #[serde(tag = "t", content = "c")] enum T { A, B(u8), C(u8, u8), D { x: u8 } } }
        new { #[serde(tag = "t", content = "c")] enum T { A, B(u8), C(u8, u8), D { x: u8 } } }
    }
    adjacent_tag_renamed {
        old { #[serde(tag = "t", content = "c")] enum T { A, B(u8) } }
        new { #[serde(tag = "kind", content = "c")] enum T { A, B(u8) } }
    }
    adjacent_content_renamed {
        old { #[serde(tag = "t", content = "c")] enum T { A, B(u8) } }
        new { #[serde(tag = "t", content = "data")] enum T { A, B(u8) } }
    }
    adjacent_content_renamed_option {
        old { #[serde(tag = "t", content = "c")] enum T { B(Option<u8>) } }
        new { #[serde(tag = "t", content = "data")] enum T { B(Option<u8>) } }
    }
    adjacent_variant_add {
        old { #[serde(tag = "t", content = "c")] enum T { A } }
        new { #[serde(tag = "t", content = "c")] enum T { A, B } }
    }
    adjacent_unit_to_option {
        old { #[serde(tag = "t", content = "c")] enum T { A } }
        new { #[serde(tag = "t", content = "c")] enum T { A(Option<u8>) } }
    }
    adjacent_unit_to_unit_content {
        old { #[serde(tag = "t", content = "c")] enum T { A, B } }
        new { #[serde(tag = "t", content = "c")] enum T { A(()), B(U) } struct U; }
    }
    adjacent_newtype_option_of {
        old { #[serde(tag = "t", content = "c")] enum T { A(W) } struct W(Option<u8>); }
        new { #[serde(tag = "t", content = "c")] enum T { A(Option<u8>) } }
    }
    adjacent_other {
        old { #[serde(tag = "t", content = "c")] enum T { A, B, C(u8) } }
        new { #[serde(tag = "t", content = "c")] enum T { A, #[serde(other)] Rest } }
    }
    adjacent_deny {
        old { #[serde(tag = "t", content = "c")] enum T { A, B { x: u8, y: u8 } } }
        new { #[serde(tag = "t", content = "c", deny_unknown_fields)] enum T { A, B { x: u8 } } }
    }
    adjacent_deny_struct {
        old { struct T { t: E, c: Option<u8>, d: u8 } enum E { A } }
        new { #[serde(tag = "t", content = "c", deny_unknown_fields)] enum T { A(Option<u8>) } }
    }
    adjacent_tuple_to_struct {
        old { #[serde(tag = "t", content = "c")] enum T { A(u8, u8) } }
        new { #[serde(tag = "t", content = "c")] enum T { A { x: u8, y: u8 } } }
    }
    adjacent_to_external {
        old { #[serde(tag = "t", content = "c")] enum T { A(u8) } }
        new { enum T { A(u8) } }
    }
    internal_phantom {
        old { #[serde(tag = "t")] enum T { A { p: Vec<u8>, n: u8 }, B(W), C } struct W {} }
        new { #[serde(tag = "t")] enum T { A { p: PhantomData<u8>, n: u8 }, B(PhantomData<u8>), C } }
    }
    internal_of_adjacent_skipped_field {
        old { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "k", content = "c")] enum E { X(W), Y(()) } struct W {} }
        new { #[serde(tag = "t")] enum T { A(E) } #[serde(tag = "k", content = "c")] enum E { X(#[serde(skip)] u8), Y(#[serde(skip)] Option<u8>) } }
    }
    flatten_phantom {
        old { struct T { a: u8 } }
        new { struct T { a: u8, #[serde(flatten)] p: PhantomData<u8> } }
    }
    // Where the content is missing, serde asks the skipped type for it.
    adjacent_skipped_field {
        old { #[serde(tag = "t", content = "c")] enum T { A, B } }
        new { #[serde(tag = "t", content = "c")] enum T { A(#[serde(skip)] u8), B(#[serde(skip)] Option<u8>) } }
    }
    adjacent_to_internal {
        old { #[serde(tag = "t", content = "c")] enum T { A, B { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A, B { c: Option<Value>, x: Option<u8> } } }
    }
    adjacent_to_struct {
        old { #[serde(tag = "t", content = "c")] enum T { A, B(u8) } }
        new { struct T { t: String, c: Option<u8> } }
    }
    tuple_to_adjacent {
        old { struct T(E, u8); enum E { A, B } }
        new { #[serde(tag = "t", content = "c")] enum T { A(u8), B(u16) } }
    }
    tuple_to_internal {
        old { struct T(E, u8); enum E { A, B } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, B { x: u16 } } }
    }
    adjacent_wide {
        old { #[serde(tag = "t", content = "c")] enum T { A(u128) } }
        new { #[serde(tag = "t", content = "c")] enum T { A(i128) } }
    }
    adjacent_integer_keys {
        old { #[serde(tag = "t", content = "c")] enum T { A(BTreeMap<u8, u8>) } }
        new { #[serde(tag = "t", content = "c")] enum T { A(BTreeMap<u16, u8>) } }
    }
    internal_of_duration {
        old { struct T(K, u64, u32); enum K { A } }
        new { #[serde(tag = "t")] enum T { A(Duration), B(SystemTime) } }
    }
    // What stands behind the tag is read by the inner type.
    internal_of_enums_from_arrays {
        old { struct T(String, String, u8); }
        new { #[serde(tag = "t")] enum T { A(I), B(J), C(U), D(E), F(M) }
              #[serde(tag = "u")] enum I { X { x: u8 }, Y }
              #[serde(tag = "v", content = "w")] enum J { X(u8), Y }
              #[serde(untagged)] enum U { X(String, u8), Y { y: u8 }, Z }
              enum E { X(u8) }
              struct M { #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    internal_of_enums_from_short_arrays {
        old { struct T(K, K); enum K { A, B, C, X, Y } }
        new { #[serde(tag = "t")] enum T { A(I), B(J), C(P) }
              #[serde(tag = "u")] enum I { X, Y, A, B, C }
              #[serde(tag = "v", content = "w")] enum J { X, Y(Option<u8>) }
              enum P { X, #[serde(untagged)] Y(K), #[serde(untagged)] Z(N) } enum K { A, B } struct N(K, u8); }
    }
    internal_of_an_enum_with_another {
        old { #[serde(tag = "t")] enum T { A { X: u8 }, B { Q: Option<u8> }, C } }
        new { #[serde(tag = "t")] enum T { A(E), B(E), C(E) } enum E { X(u8), #[serde(other)] Z } }
    }
    internal_of_an_enum_with_another_null {
        old { #[serde(tag = "t")] enum T { B { Q: () } } }
        new { #[serde(tag = "t")] enum T { A(E), B(E), C(E) } enum E { X(u8), #[serde(other)] Z } }
    }
}
