//! Flattened fields.

crate::harness::pairs! {
    flatten_move_in {
        old { struct T { a: u8, b: u8, c: u8 } }
        new { struct T { a: u8, #[serde(flatten)] rest: S } struct S { b: u8, c: u8 } }
    }
    flatten_nested_removed {
        old { struct T { a: u8, s: S } struct S { b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_field_added {
        old { struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8, c: u8 } }
    }
    flatten_alias {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { #[serde(alias = "b")] z: u8 } }
    }
    flatten_deny {
        old { struct T { a: u8, b: u8, x: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_deny_known {
        old { struct T { a: u8, b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_inner_deny {
        old { struct T { a: u8, b: u8, x: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } #[serde(deny_unknown_fields)] struct S { b: u8 } }
    }
    flatten_option {
        old { struct T { a: u8, b: u8, c: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u8 } }
    }
    flatten_option_narrowed {
        old { struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u16 } }
        new { struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8 } }
    }
    flatten_option_deny {
        old { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u16, c: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u8 } }
    }
    // The last one that is wrong leaves nothing behind.
    flatten_option_deny_last {
        old { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u16 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u8 } }
    }
    flatten_option_deny_reordered {
        old { struct T { a: u8, c: u8, b: u16 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u8 } }
    }
    flatten_option_deny_part {
        old { struct T { c: u16, #[serde(skip_serializing_if = "Option::is_none")] b: Option<u8>, d: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u8, d: u8 } }
        values { old [T { c: 300, b: None, d: 1 }, T { c: 1, b: Some(1), d: 1 }] new [] }
    }
    flatten_option_deny_of_two_orders {
        old { #[serde(untagged)] enum T { V { b: u16, c: u8 }, W { c: u8, b: u16 } } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] s: Option<S> } struct S { b: u16, c: u8 } }
    }
    flatten_option_deny_field_added {
        old { struct T { a: u8, #[serde(flatten)] s: Option<S> } struct S { b: u8, d: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] s: Option<S> }
              struct S { b: u8, #[serde(alias = "e")] c: u8, d: u8 } }
    }
    flatten_option_skip {
        old { struct T { a: u8, #[serde(flatten, skip_serializing_if = "Option::is_none")] s: Option<S> } struct S { b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_map {
        old { struct T { a: u8, b: u8, c: u8 } }
        new { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    flatten_map_narrow {
        old { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, Value> } }
        new { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    flatten_map_field_added {
        old { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
        new { struct T { a: u8, b: Option<bool>, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    flatten_map_integer_keys {
        old { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<u8, u8> } }
        new { struct T { a: u8 } }
        values { old [T { a: 1, rest: [(1, 1)].into() }, T { a: 1, rest: BTreeMap::new() }] new [] }
    }
    flatten_map_enum_keys {
        old { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X, Y } }
        new { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X } }
    }
    flatten_map_deny {
        old { struct T { a: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    flatten_left_out_on_both_sides {
        old { struct T { a: u8, #[serde(skip_serializing_if = "Option::is_none")] c: Option<u8>, #[serde(flatten)] s: S }
              struct S { b: u8, #[serde(skip_serializing_if = "Option::is_none")] c: Option<bool> } }
        new { struct T { a: u8, c: Option<u8> } }
        values { old [T { a: 1, c: Some(1), s: S { b: 1, c: None } }, T { a: 1, c: None, s: S { b: 1, c: Some(true) } }] new [] }
    }
    flatten_two_maps {
        old { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, u8>, #[serde(flatten)] n: HashMap<String, u8> } }
        new { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, u16> } }
    }
    flatten_two_maps_of_two_values {
        old { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, u8>, #[serde(flatten)] n: BTreeMap<String, bool> } }
        new { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, Value> } }
        values { old [T { a: 1, m: [("x".into(), 1)].into(), n: [("y".into(), true)].into() }] new [] }
    }
    flatten_two_maps_read {
        old { struct T { a: u8, b: Option<u8> } }
        new { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, Option<u8>>, #[serde(flatten)] n: HashMap<String, Option<u16>> } }
    }
    flatten_two_maps_of_keys {
        old { struct T { #[serde(flatten)] m: BTreeMap<K, u8>, #[serde(flatten)] n: BTreeMap<L, bool> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X, Y }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum L { Y, Z } }
        new { struct T { #[serde(rename = "X")] x: Option<u8>, #[serde(rename = "Y")] y: Option<Value>, #[serde(rename = "Z")] z: Option<u8> } }
        values {
            old [
                T { m: [(K::X, 1)].into(), n: [(L::Z, true)].into() },
                T { m: [(K::X, 1)].into(), n: [(L::Y, true)].into() },
            ]
            new []
        }
    }
    flatten_two_maps_of_numbers {
        old { struct T { a: u8, #[serde(flatten)] m: BTreeMap<u8, u8>, #[serde(flatten)] n: BTreeMap<i8, bool>, #[serde(flatten)] c: BTreeMap<char, String> } }
        new { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, Value> } }
        values {
            old [
                T { a: 1, m: [(200, 1)].into(), n: [(-1, true)].into(), c: [('x', "x".into())].into() },
                T { a: 1, m: [(1, 1)].into(), n: [(2, true)].into(), c: BTreeMap::new() },
            ]
            new []
        }
    }
    flatten_two_maps_by_number {
        old { struct T { #[serde(flatten)] m: BTreeMap<u8, u8>, #[serde(flatten)] n: BTreeMap<String, bool> } }
        new { struct T { #[serde(flatten)] m: BTreeMap<String, bool> } }
        values {
            old [T { m: [(200, 1)].into(), n: [("x".into(), true)].into() }, T { m: BTreeMap::new(), n: [("x".into(), true)].into() }]
            new []
        }
    }
    flatten_map_in_an_option_beside_another {
        old { struct T { a: u8, #[serde(flatten)] m: Option<BTreeMap<String, u8>>, #[serde(flatten)] n: BTreeMap<String, u8> } }
        new { struct T { a: u8, #[serde(flatten)] m: BTreeMap<String, u8>, #[serde(flatten)] n: Value } }
    }
    flatten_two_maps_beside_an_enum {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] m: BTreeMap<String, u8> }
              #[serde(tag = "t")] enum E { X(BTreeMap<String, bool>), Y { y: u8 } } }
        new { struct T { #[serde(flatten)] m: BTreeMap<String, Value> } }
        values {
            old [T { e: E::X([("b".into(), true)].into()), m: [("n".into(), 1)].into() }]
            new []
        }
    }
    flatten_any {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] rest: Value } }
    }
    flatten_unit {
        old { struct T { a: u8 } }
        new { struct T { a: u8, #[serde(flatten)] u: (), #[serde(flatten)] v: U } struct U; }
    }
    flatten_two {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: B } struct A { x: u8 } struct B { y: u8 } }
        new { struct T { x: u8, y: u16 } }
    }
    flatten_two_same_name {
        old { struct T { x: u8 } }
        new { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: B } struct A { x: Option<u8> } struct B { x: Option<u8> } }
    }
    flatten_two_same_name_required {
        old { struct T { x: u8 } }
        new { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: B } struct A { x: u8 } struct B { x: u8 } }
    }
    // What a flattened field does not take, the maps beside it take as well, and write again.
    flatten_tagged_then_map {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
        new { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
    }
    flatten_tagged_then_narrow_map {
        old { struct T { a: u8, #[serde(flatten)] rest: BTreeMap<String, String> } }
        new { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } #[serde(tag = "t")] enum E { X { x: String }, Y } }
    }
    flatten_map_then_struct {
        old { struct T { #[serde(flatten)] s: S, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { x: u8 } }
        new { struct T { #[serde(flatten)] rest: BTreeMap<String, u8>, #[serde(flatten)] s: S } struct S { x: u8 } }
    }
    flatten_map_then_other_values {
        old { struct T { a: u8, x: bool } }
        new { struct T { #[serde(flatten)] rest: BTreeMap<String, u8>, #[serde(flatten)] s: S } struct S { x: bool } }
    }
    flatten_deep_then_map {
        old { struct T { #[serde(flatten)] a: A } struct A { x: u8, #[serde(flatten)] b: B } struct B { y: u8 } }
        new { struct T { #[serde(flatten)] a: A, #[serde(flatten)] rest: BTreeMap<String, Value> } struct A { x: u8, #[serde(flatten)] b: B } struct B { y: u8 } }
    }
    flatten_untagged_then_map {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } #[serde(untagged)] enum E { X { x: u8 }, Y { y: u8 } } }
        new { struct T { #[serde(flatten)] rest: BTreeMap<String, u8>, x: Option<u8>, y: Option<u8> } }
    }
    flatten_value_and_struct {
        old { struct T { #[serde(flatten)] s: S, #[serde(flatten)] rest: Value } struct S { x: Option<u8> } }
        new { struct T { #[serde(flatten)] rest: Value, #[serde(flatten)] s: S } struct S { x: Option<u8> } }
    }
    flatten_listed_keys_and_struct {
        old { struct T { #[serde(flatten)] m: BTreeMap<K, u8>, #[serde(flatten)] s: S } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X, Y } struct S { X: u8 } }
        new { struct T { #[serde(flatten)] s: S, #[serde(flatten)] m: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X, Y } struct S { X: u8 } }
    }
    // One takes the first variant, the other the next.
    flatten_two_of_one_enum {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
        new { struct T { X: u8, Y: u8 } }
    }
    flatten_two_of_one_enum_widened {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u16), Y(u16) } }
    }
    flatten_three_of_one_enum {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: Option<E>, #[serde(flatten)] c: E } enum E { X(u8), Y(u8) } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
    }
    flatten_two_of_one_enum_deny {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E } enum E { X(u8) } }
    }
    flatten_two_of_one_enum_where_both_deny {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F, c: u8 } enum E { X(u8), Y(u8) } enum F { Z(u8), W(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F, c: u8 } enum E { X(u8), Y(u8) } enum F { Z(u8), W(u16) } }
    }
    flatten_two_enums_of_one_name {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F } enum E { X(u8), Y(u8) } enum F { X(u8), Z(u8) } }
        new { struct T { X: Option<u8>, Y: Option<u8>, Z: Option<u8> } }
    }
    flatten_two_tagged {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
        new { struct T { #[serde(flatten)] a: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
    }
    flatten_two_options_of_one {
        old { struct T { #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: Option<S> } struct S { x: u8 } }
        new { struct T { #[serde(flatten)] a: Option<S>, y: Option<u8> } struct S { x: u8 } }
    }
    any_field_beside_one_of_its_name {
        old { struct T { x: Value, #[serde(flatten)] s: S } struct S { #[serde(skip_serializing_if = "Option::is_none")] x: Option<Value> } }
        new { struct T { x: Value } }
        values { old [T { x: Value(serde_json::Value::Null), s: S { x: None } }, T { x: Value(serde_json::Value::Null), s: S { x: Some(Value(serde_json::Value::Null)) } }] new [] }
    }
    alias_beside_one_of_its_name {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: A } struct A { #[serde(skip_serializing_if = "Option::is_none")] x: Option<u8> } }
        new { struct T { #[serde(alias = "x")] y: Option<u8> } }
        values { old [T { a: A { x: Some(1) }, b: A { x: Some(1) } }, T { a: A { x: None }, b: A { x: None } }] new [] }
    }
    into_map_of_what_stands_twice {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: B } struct A { x: Option<u8> } struct B { x: Option<u16> } }
        new { struct T(BTreeMap<String, Option<u8>>); }
        values { old [T { a: A { x: Some(1) }, b: B { x: Some(300) } }] new [] }
    }
    nobody_knows_what_stands_twice {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: B } struct A { x: Option<u8> } struct B { x: Option<u16> } }
        new { struct T { z: Option<u8> } }
        values { old [T { a: A { x: Some(1) }, b: B { x: Some(300) } }] new [] }
    }
    untagged_of_what_stands_twice {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: A } struct A { x: u8 } }
        new { #[serde(untagged)] enum T { Known { x: u8 }, Other(BTreeMap<String, u8>) } }
        values { old [T { a: A { x: 1 }, b: A { x: 2 } }] new [] }
    }
    flatten_own_name {
        old { struct T { x: u8 } }
        new { struct T { x: u8, #[serde(flatten)] b: B } struct B { x: Option<u8> } }
    }
    flatten_deep {
        old { struct T { #[serde(flatten)] a: A } struct A { x: u8, #[serde(flatten)] b: B } struct B { y: u8 } }
        new { struct T { x: u8, y: u8 } }
    }
    flatten_deep_map {
        old { struct T { x: u8, y: u8, z: u8 } }
        new { struct T { #[serde(flatten)] a: A } struct A { x: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    flatten_deep_deny {
        old { struct T { w: u8, x: u8, y: u8 } }
        new { struct T { w: u8, #[serde(flatten)] a: A }
              #[serde(deny_unknown_fields)] struct A { x: u8, #[serde(flatten)] b: B } struct B { y: u8 } }
    }
    flatten_external {
        old { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y { y: u8 }, Z } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u16), Y { y: u8 }, Z } }
    }
    flatten_external_to_options {
        old { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(String) } }
        new { struct T { a: u8, X: Option<u8>, Y: Option<String> } }
    }
    // What an enum or an option leaves is given to those behind it.
    flatten_external_rest_to_map {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
    }
    flatten_external_rest_to_wide_map {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } enum E { X(u8), Y(String) } }
    }
    flatten_external_and_map_grow {
        old { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } enum E { X(u8), Y(String) } }
        new { struct T { a: u8, b: Option<u8>, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } enum E { X(u8), Y(String) } }
    }
    flatten_option_rest_to_map {
        old { struct T { b: u16, c: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { b: u8, c: u8 } }
    }
    flatten_option_rest_to_fitting_map {
        old { struct T { b: u16, c: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { b: u8, c: u8 } }
    }
    flatten_option_of_enum_rest_to_map {
        old { struct T { X: u16, Y: u8 } }
        new { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
    }
    // The one that is written first is taken.
    flatten_external_first_wrong {
        old { struct T { a: u8, X: u16, Y: u8 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(u8) } }
    }
    flatten_external_second_wrong {
        old { struct T { a: u8, X: u8, Y: u16 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(u8) } }
    }
    flatten_external_second_declared_first_written {
        old { struct T { Y: u8, X: u16 } }
        new { struct T { #[serde(flatten)] e: E } enum E { X(u8), #[serde(alias = "Z")] Y(u8) } }
    }
    flatten_external_perhaps_first {
        old { struct T { #[serde(skip_serializing_if = "Option::is_none")] X: Option<u8>, Y: u16 } }
        new { struct T { #[serde(flatten)] e: E } enum E { X(u8), Y(u8) } }
        values { old [T { X: None, Y: 300 }, T { X: Some(1), Y: 300 }] new [] }
    }
    flatten_external_from_options {
        old { struct T { a: u8, X: u8, other: u8 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(String) } }
    }
    flatten_external_deny {
        old { struct T { a: u8, X: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(String) } }
    }
    flatten_external_then_map {
        old { struct T { a: u8, X: u8, q: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(String) } }
    }
    // What is left out leaves its name to what is flattened beside it.
    flatten_beside_left_out_of_one_name {
        old { struct T { #[serde(default, skip_serializing_if = "Vec::is_empty")] c: Vec<u8>, #[serde(flatten)] e: E } #[serde(tag = "t", content = "c")] enum E { A(u8), B } }
        new { struct T { #[serde(default)] c: Vec<u8>, #[serde(flatten)] e: E } #[serde(tag = "t", content = "c")] enum E { A(u8), B } }
        values { old [T { c: vec![], e: E::A(1) }, T { c: vec![1], e: E::B }] new [T { c: vec![1], e: E::B }] }
    }
    flatten_external_unit {
        old { struct T { a: u8, #[serde(flatten)] e: E } enum E { X, Y } }
        new { struct T { a: u8, X: Option<()>, Y: Option<()> } }
    }
    flatten_option_of_enum {
        old { struct T { a: u8, #[serde(flatten)] e: Option<E> } enum E { X(u8), Y(u8) } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), Y(u8) } }
    }
    flatten_internal {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y, Z } }
    }
    flatten_internal_to_struct {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X { x: u8 }, Y } }
        new { struct T { a: u8, t: String, x: Option<u8> } }
    }
    flatten_internal_newtype_denying {
        old { struct T { a: u8, t: K, x: u8, extra: u8 } enum K { X } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X(S) }
              #[serde(deny_unknown_fields)] struct S { x: u8 } }
    }
    flatten_internal_map {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X(BTreeMap<String, u8>) } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t")] enum E { X(BTreeMap<String, u16>) } }
    }
    flatten_adjacent {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t", content = "c")] enum E { X(u8), Y } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "t", content = "c")] enum E { X(Option<u8>), Y } }
    }
    flatten_adjacent_deny {
        old { struct T { a: u8, #[serde(flatten)] e: E, z: u8 } #[serde(tag = "t", content = "c")] enum E { X(u8), Y } }
        new { struct T { a: u8, #[serde(flatten)] e: E }
              #[serde(tag = "t", content = "c", deny_unknown_fields)] enum E { X(u8), Y } }
    }
    flatten_untagged {
        old { struct T { a: u8, #[serde(flatten)] e: E } #[serde(untagged)] enum E { X { x: u8 }, Y { y: u8 } } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(untagged)] enum E { X { x: u8 }, Y { y: String } } }
    }
    flatten_untagged_deny {
        old { struct T { a: u8, x: u8, z: u8 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(untagged, deny_unknown_fields)] enum E { X { x: u8 } } }
    }
    flatten_partly_untagged {
        old { struct T { a: u8, X: u8 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } enum E { X(u8), #[serde(untagged)] Y { y: u8 } } }
    }
    flatten_wide {
        old { struct T { a: u8, n: u128 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { n: u128 } }
    }
    flatten_own_wide {
        old { struct T { n: u128, b: u8 } }
        new { struct T { n: u128, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_inner_map_keys {
        old { struct T { m: BTreeMap<u8, u8> } }
        new { struct T { #[serde(flatten)] s: S } struct S { m: BTreeMap<u8, u8> } }
    }
    flatten_no_arrays {
        old { struct T(u8, u8); }
        new { struct T { a: u8, #[serde(flatten)] s: S } struct S { b: u8 } }
    }
    flatten_duration {
        old { struct T { a: u8, secs: u64, nanos: u32 } }
        new { struct T { a: u8, #[serde(flatten)] d: Duration } }
    }
    flatten_newtype {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(flatten)] w: W } struct W(S); struct S { b: u8 } }
    }
    flatten_generic {
        old { struct T { e: Envelope<S> } struct Envelope<B> { id: u8, #[serde(flatten)] body: B } struct S { b: u8 } }
        new { struct T { e: Envelope<S> } struct Envelope<B> { id: u8, #[serde(flatten)] body: B } struct S { b: u8, c: Option<u8> } }
    }
    flatten_defaulted {
        old { struct T { a: u8 } }
        new { struct T { a: u8, #[serde(flatten)] s: S } #[serde(default)] struct S { b: u8 } }
        with_new { impl Default for S { fn default() -> Self { S { b: 3 } } } }
    }
    flatten_skip_deserializing {
        old { struct T { a: u8 } }
        new { struct T { a: u8, #[serde(flatten, skip_deserializing)] s: S } #[derive(Default)] struct S { b: u8 } }
    }
    flatten_internal_by_index {
        old { struct T { a: u8, kind: u8 } }
        new { struct T { a: u8, #[serde(flatten)] e: E } #[serde(tag = "kind")] enum E { A, B } }
    }
}
