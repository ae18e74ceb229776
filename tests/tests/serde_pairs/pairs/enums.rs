//! Externally tagged and untagged enums.

crate::harness::pairs! {
    unit_add { old { enum T { A, B } } new { enum T { A, B, C } } }
    unit_rename { old { enum T { A, B } } new { enum T { A, X } } }
    unit_rename_alias { old { enum T { A, B } } new { enum T { A, #[serde(alias = "B")] X } } }
    unit_rename_all { old { enum T { OneTwo, B } } new { #[serde(rename_all = "snake_case")] enum T { OneTwo, B } } }
    unit_order { old { enum T { A, B } } new { enum T { B, A } } }
    unit_add_other { old { enum T { A, B, C } } new { enum T { A, #[serde(other)] Rest } } }
    unit_other_same { old { enum T { A, #[serde(other)] Rest } } new { enum T { A, B, #[serde(other)] Rest } } }
    unit_skip { old { enum T { A, B } } new { enum T { A, #[serde(skip)] B } } }
    unit_skip_serializing { old { enum T { A, B } } new { enum T { A, #[serde(skip_serializing)] B } } }
    unit_skip_deserializing { old { enum T { A, B } } new { enum T { A, #[serde(skip_deserializing)] B } } }
    unit_to_string { old { enum T { A, B } } new { struct T(String); } }
    unit_to_bool { old { enum T { A, B } } new { struct T(bool); } }
    unit_to_newtype { old { enum T { A, B } } new { enum T { A, B(u8) } } }
    unit_to_newtype_option { old { enum T { A, B } } new { enum T { A, B(Option<u8>) } } }
    unit_to_empty_struct { old { enum T { A, B } } new { enum T { A, B {} } } }
    unit_to_empty_tuple { old { enum T { A, B } } new { enum T { A, B() } } }
    newtype_widen { old { enum T { A(u8), B } } new { enum T { A(u16), B } } }
    newtype_of_unit { old { enum T { A(()), B } } new { enum T { A, B } } }
    newtype_to_tuple { old { enum T { A(u8) } } new { enum T { A(u8, u8) } } }
    newtype_to_struct { old { enum T { A(S) } struct S { x: u8 } } new { enum T { A { x: u8 } } } }
    newtype_rename { old { enum T { A(u8), B(u8) } } new { enum T { X(u8), B(u8) } } }
    newtype_rename_alias { old { enum T { A(u8) } } new { enum T { #[serde(alias = "A")] X(u8) } } }
    newtype_other { old { enum T { A(u8), B(u8) } } new { enum T { A(u8), #[serde(other)] Rest } } }
    newtype_skipped_content { old { enum T { A(#[serde(skip)] u8), B } } new { enum T { A, B } } }
    tuple_variant_arity { old { enum T { A(u8, u8) } } new { enum T { A(u8, u8, #[serde(default)] u8) } } }
    tuple_variant_to_struct { old { enum T { A(u8, String) } } new { enum T { A { x: u8, y: String } } } }
    struct_variant_add { old { enum T { A { x: u8 }, B } } new { enum T { A { x: u8, y: u8 }, B } } }
    struct_variant_add_option { old { enum T { A { x: u8 } } } new { enum T { A { x: u8, y: Option<u8> } } } }
    struct_variant_deny { old { enum T { A { x: u8, y: u8 } } } new { #[serde(deny_unknown_fields)] enum T { A { x: u8 } } } }
    struct_variant_rename_fields {
        old { enum T { A { one_two: u8 } } }
        new { #[serde(rename_all_fields = "camelCase")] enum T { A { one_two: u8 } } }
    }
    struct_variant_rename_all {
        old { enum T { A { one_two: u8 } } }
        new { enum T { #[serde(rename_all = "camelCase")] A { one_two: u8 } } }
    }
    struct_variant_alias { old { enum T { A { x: u8 } } } new { enum T { A { #[serde(alias = "x")] y: u8 } } } }
    struct_variant_flatten {
        old { enum T { A { x: u8, y: u8 } } }
        new { enum T { A { x: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } } }
    }
    variant_add_data { old { enum T { A(u8) } } new { enum T { A(u8), B { x: u8 } } } }
    enum_to_struct_of_options {
        old { enum T { a(u8), b(String) } }
        new { struct T { a: Option<u8>, b: Option<String> } }
    }
    enum_to_map { old { enum T { A(u8), B(u8) } } new { struct T(BTreeMap<String, u8>); } }
    enum_recursive { old { enum T { Leaf, Node(Vec<T>) } } new { enum T { Leaf, Node(Vec<T>), Pair(Box<T>, Box<T>) } } }
    enum_generic {
        old { struct T { a: E<u8>, b: E<String> } enum E<X> { One(X), None } }
        new { struct T { a: E<u8>, b: E<String> } enum E<X> { One(X), Many(Vec<X>), None } }
    }
    enum_empty { old { struct T { a: Option<E> } enum E {} } new { struct T { a: Option<u8> } } }
    enum_empty_list { old { struct T { a: Vec<E> } enum E {} } new { struct T { a: [u8; 0] } } }
    external_to_internal {
        old { enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A { x: u8 } } }
    }
    external_to_adjacent {
        old { enum T { A { x: u8 } } }
        new { #[serde(tag = "t", content = "c")] enum T { A { x: u8 } } }
    }
    external_to_untagged {
        old { enum T { A { x: u8 }, B } }
        new { #[serde(untagged)] enum T { A { x: u8 }, B } }
    }
    untagged_order {
        old { #[serde(untagged)] enum T { A { x: u8 }, B { x: u8, y: u8 } } }
        new { #[serde(untagged)] enum T { B { x: u8, y: u8 }, A { x: u8 } } }
    }
    untagged_widen { old { #[serde(untagged)] enum T { N(u8) } } new { #[serde(untagged)] enum T { N(u8), S(String) } } }
    untagged_numbers { old { #[serde(untagged)] enum T { I(i64), F(f64) } } new { #[serde(untagged)] enum T { F(f64) } } }
    // Only people write it, and serde keeps no such number aside.
    untagged_wide_integer_by_hand {
        old { struct T(S); struct S { a: u8, #[serde(skip_serializing, default)] w: u128 } }
        new { #[serde(untagged)] enum T { A(S), B(String) } struct S { a: u8, #[serde(skip_serializing, default)] w: u128 } }
    }
    untagged_wide_integer { old { struct T(u128); } new { #[serde(untagged)] enum T { N(u128), S(String) } } }
    untagged_wide_nested {
        old { struct T { a: S } struct S { n: u128 } }
        new { struct T { a: E } #[serde(untagged)] enum E { S(S) } struct S { n: u128 } }
    }
    untagged_integer_keys {
        old { struct T { a: BTreeMap<u8, u8> } }
        new { struct T { a: E } #[serde(untagged)] enum E { M(BTreeMap<u8, u8>) } }
    }
    untagged_bool_keys {
        old { #[serde(untagged)] enum T { M(BTreeMap<bool, u8>) } }
        new { #[serde(untagged)] enum T { M(BTreeMap<String, u8>) } }
        values { old [T::M([(true, 1)].into())] new [] }
    }
    untagged_unit { old { #[serde(untagged)] enum T { N, A(u8) } } new { struct T(Option<u8>); } }
    untagged_tuple {
        old { #[serde(untagged)] enum T { P(u8, u8), S(String) } }
        new { #[serde(untagged)] enum T { P(u8, u8, #[serde(default)] u8), S(String) } }
    }
    untagged_struct_from_tuple { old { struct T(u8, u8); } new { #[serde(untagged)] enum T { S { a: u8, b: u8 } } } }
    untagged_newtype_struct_from_tuple {
        old { struct T(u8, u8); }
        new { #[serde(untagged)] enum T { S(S) } struct S { a: u8, b: u8 } }
    }
    untagged_deny {
        old { #[serde(untagged)] enum T { A { x: u8 }, B { x: u8, y: u8 } } }
        new { #[serde(untagged, deny_unknown_fields)] enum T { A { x: u8 } } }
    }
    untagged_nested_external {
        old { #[serde(untagged)] enum T { E(E), N(u8) } enum E { A, B(u8) } }
        new { #[serde(untagged)] enum T { E(E), N(u8) } enum E { A, B(u8), C } }
    }
    untagged_nested_internal {
        old { #[serde(untagged)] enum T { E(E), N(u8) } #[serde(tag = "t")] enum E { A, B { x: u8 } } }
        new { #[serde(untagged)] enum T { E(E), N(u8) } #[serde(tag = "t")] enum E { A, B { x: u8 }, #[serde(other)] C } }
    }
    untagged_nested_unit_struct {
        old { #[serde(untagged)] enum T { U(U), N(u8) } struct U; }
        new { #[serde(untagged)] enum T { U(()), N(u8) } }
    }
    partly_untagged {
        old { enum T { A, B(u8) } }
        new { enum T { A, B(u8), #[serde(untagged)] Other(String) } }
    }
    partly_untagged_any {
        old { enum T { A, B(u8), C { x: u8 } } }
        new { enum T { A, #[serde(untagged)] Other(Value) } }
    }
    partly_untagged_wide {
        old { enum T { A(u128) } }
        new { enum T { A(u128), #[serde(untagged)] Other(String) } }
    }
    partly_untagged_internal {
        old { #[serde(tag = "t")] enum T { A { x: u8 } } }
        new { #[serde(tag = "t")] enum T { A { x: u8 }, #[serde(untagged)] Other { y: u8 } } }
    }
    partly_untagged_adjacent {
        old { #[serde(tag = "t", content = "c")] enum T { A, B(u8) } }
        new { #[serde(tag = "t", content = "c")] enum T { A, B(u8), #[serde(untagged)] Other(u8) } }
    }
    variant_untagged_unit {
        old { struct T { a: Option<E> } enum E { A, B } }
        new { struct T { a: E } enum E { A, B, #[serde(untagged)] N } }
    }
    variant_alias_is_taken {
        old { enum T { Z(u8) } }
        new { enum T { #[serde(alias = "Z")] A(String), #[serde(alias = "Z")] B(u8) } }
    }
    object_of_null_to_unit { old { struct T { A: () } } new { enum T { A, B } } }
    other_that_stays_by_name {
        old { struct T { a: E } enum E { A, #[serde(other)] Z } }
        new { struct T { a: E } enum E { A, Z } }
    }
}
