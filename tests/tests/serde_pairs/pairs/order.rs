//! Flattened fields that go by the order of members.

crate::harness::pairs! {
    // An enum writes its variant before what the map behind it holds.
    enum_before_map_grows {
        old { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        new { struct T { a: u8, b: Option<u8>, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        values {
            old [T { a: 1, e: E::Y(1), rest: [("X".into(), "x".into()), ("n".into(), "n".into())].into() }]
            new [T { a: 1, b: Some(1), e: E::Y(1), rest: [("X".into(), "x".into())].into() }]
        }
    }
    enum_before_map_of_the_same_values {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u16) } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u8) } }
        values {
            old [T { e: E::X(1), rest: [("Y".into(), 1)].into() }, T { e: E::Y(300), rest: BTreeMap::new() }]
            new []
        }
    }
    enum_before_map_narrowed {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u16> } enum E { X(u8), Y(u8) } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u8) } }
        values { old [T { e: E::X(1), rest: [("Y".into(), 300)].into() }] new [] }
    }
    enum_before_map_widened {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(String) } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u16> } enum E { X(u16), Y(String) } }
        values { old [T { e: E::X(1), rest: [("Y".into(), 3)].into() }, T { e: E::Y("y".into()), rest: [("X".into(), 3)].into() }] new [] }
    }
    enum_behind_map {
        old { struct T { #[serde(flatten)] rest: BTreeMap<String, u8>, #[serde(flatten)] e: E } enum E { X(u8), Y(String) } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(String) } }
        values { old [T { rest: [("q".into(), 1)].into(), e: E::X(1) }] new [] }
    }
    option_of_enum_before_map_grows {
        old { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        new { struct T { b: Option<u8>, #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        values { old [T { e: Some(E::X(1)), rest: [("Y".into(), "y".into())].into() }, T { e: None, rest: [("Y".into(), "y".into())].into() }] new [] }
    }
    option_of_enum_before_map_narrowed {
        old { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u16> } enum E { X(u8), Y(u8) } }
        new { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u8) } }
        values { old [T { e: Some(E::X(1)), rest: [("Y".into(), 300)].into() }] new [] }
    }
    option_of_struct_before_map_grows {
        old { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { b: u8, c: u8 } }
        new { struct T { d: Option<u8>, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { b: u8, c: u8 } }
        values { old [T { s: Some(S { b: 1, c: 1 }), rest: [("x".into(), "y".into())].into() }, T { s: None, rest: [("c".into(), "y".into())].into() }] new [] }
    }
    option_of_struct_before_map_narrowed {
        old { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { b: u16, c: String } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { b: u8, c: String } }
        values { old [T { s: Some(S { b: 300, c: "c".into() }), rest: BTreeMap::new() }] new [] }
    }
    option_of_struct_before_map_of_any {
        old { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { b: u16, c: String } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { b: u8, c: String } }
    }
    // Of six names not every order is looked at, but which of them stands first.
    option_of_many_grows {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: Option<u8> } }
    }
    option_of_many_widened {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u16, d: u8, e: u8, f: u8 } }
    }
    option_of_many_narrowed {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u16 } }
        new { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    option_of_many_shrinks {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } }
    }
    option_of_many_beside_one_more {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { struct T { i: u8, j: Option<u8>, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    option_of_many_denies {
        old { struct T { i: u8, #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    option_of_many_denies_both {
        old { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: Option<u8>, e: u8, f: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: Option<u16>, e: u8, f: u8 } }
    }
    option_of_many_variants {
        old { struct T { i: u8, #[serde(flatten)] s: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), F(u8), G(u8) } }
        new { struct T { i: u8, #[serde(flatten)] s: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), F(u8), G(u16) } }
    }
    map_read_by_an_option_of_many {
        old { struct T { #[serde(flatten)] rest: BTreeMap<String, u8> } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    map_of_texts_read_by_an_option_of_many {
        old { struct T { #[serde(flatten)] rest: BTreeMap<String, String> } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    map_of_anything_read_by_an_option_of_many {
        old { struct T { #[serde(flatten)] rest: BTreeMap<String, Value> } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, u8> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    fields_read_by_an_option_of_many {
        old { struct T { f: String, e: u8, d: u8, c: u8, b: u8, a: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    // What people put into a map has any order: one text tells it to both versions.
    option_before_a_map_of_anything_denies_and_grows {
        old { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { a: u8, b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { a: u8, b: u8, c: Option<u8> } }
    }
    second_of_two_enums_becomes_an_option {
        old { struct T { i: u8, #[serde(flatten)] e: E, #[serde(flatten)] f: F, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), G(u8), H(u8) } enum F { P(u8), Q(u8), R(u8), S(u8) } }
        new { struct T { i: u8, #[serde(flatten)] e: E, #[serde(flatten)] f: Option<F>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), G(u8), H(u8) } enum F { P(u8), Q(u8), R(u8), S(u8) } }
    }
    two_enums_of_one_name_deny {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F } enum E { X(u8), Y(u8) } enum F { X(u8), Z(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F } enum E { X(u8), Y(u8) } enum F { X(u8), Z(u8) } }
    }
    two_enums_of_one_name_read_by_a_map {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F } enum E { X(u8), Y(u8) } enum F { X(u8), Z(u8) } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u8) } }
    }
    two_enums_of_one_name_before_a_map {
        old { struct T { X: u8, Z: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: F, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } enum F { X(u8), Z(u8) } }
    }
    one_enum_twice_deny {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
    }
    one_enum_twice_before_a_map {
        old { struct T { X: u8, Y: u8, Z: String } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8), Z(u8) } }
    }
    one_enum_and_an_option_of_it_deny {
        old { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: Option<E> } enum E { X(u8), Y(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: Option<E> } enum E { X(u8), Y(u16) } }
    }
    option_of_an_enum_and_the_enum {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } }
    }
    enum_before_map_of_numbers {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<u8, u8> } enum E { X(u8), Y(u8) } }
    }
    enum_before_map_of_variants {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<K, u8> } enum E { X(u8), Y(u8) }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { Y } }
    }
    option_before_map_of_numbers {
        old { struct T { b: u16, c: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<u8, u8> } struct S { b: u8, c: u8 } }
    }
    enum_before_untagged {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] u: U } enum E { X(u8), Y(u8) }
              #[serde(untagged)] enum U { A { Y: String }, B { Y: u8 } } }
    }
    enum_before_struct_that_flattens {
        old { struct T { X: u8, Y: u8, z: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] s: S } enum E { X(u8), Y(u8) }
              struct S { z: u8, #[serde(flatten)] rest: BTreeMap<String, u8> } }
    }
    enum_before_struct_that_shares_a_name {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] s: S } enum E { X(u8), Y(u8) } struct S { Y: u8 } }
    }
    option_before_struct_that_shares_a_name {
        old { struct T { b: u16, c: u8 } }
        new { struct T { #[serde(flatten)] o: Option<S>, #[serde(flatten)] s: R } struct S { b: u8, c: u8 } struct R { c: u8 } }
    }
    options_that_share_a_name {
        old { struct T { #[serde(flatten)] o: Option<S>, #[serde(flatten)] p: Option<R> } struct S { b: u16, c: u8 } struct R { c: u8, d: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] o: Option<S>, #[serde(flatten)] p: Option<R> } struct S { b: u8, c: u8 } struct R { c: u8, d: u8 } }
    }
    written_in_two_orders {
        old { #[serde(untagged)] enum T { V { X: u8, Y: u16 }, W { Y: u16, X: u8 } } }
        new { struct T { #[serde(flatten)] e: E } enum E { X(u8), Y(u8) } }
    }
    written_in_two_orders_and_read {
        old { #[serde(untagged)] enum T { V { X: u8, Y: u8 }, W { Y: u8, X: u8 } } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] e: E, #[serde(flatten)] f: E } enum E { X(u8), Y(u8) } }
    }
    map_written_for_an_enum {
        old { struct T { m: BTreeMap<String, u16> } }
        new { struct T { m: M } struct M { #[serde(flatten)] e: E } enum E { X(u8), Y(u16) } }
    }
    map_written_for_an_option_deny {
        old { struct T { m: BTreeMap<K, u16> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { b, c } }
        new { struct T { m: M } #[serde(deny_unknown_fields)] struct M { #[serde(flatten)] s: Option<S> } struct S { b: u8, c: u16 } }
    }
    map_of_keys_written_for_an_enum {
        old { struct T { m: BTreeMap<K, u16> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { X, Y } }
        new { struct T { m: M } struct M { #[serde(flatten)] e: Option<E> , #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { X(u8), Y(u16) } }
    }
    // More names than have all their orders looked at.
    option_of_many_deny {
        old { struct T { #[serde(flatten)] s: Option<S>, z: u8 } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, #[serde(alias = "g")] f: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] s: Option<S>, z: Option<u8> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, #[serde(alias = "g")] f: u8 } }
    }
    option_of_many_narrowed_deny {
        old { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: u16, e: u8, f: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] s: Option<S> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
    }
    option_of_many_before_a_map {
        old { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, y: Option<u8>, #[serde(flatten)] rest: BTreeMap<String, String> } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: Option<u8> } }
    }
    enum_of_many_before_a_map {
        old { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), E(u8), F(String) } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u16), E(u8), F(String), G(u8) } }
    }
    enum_of_many_and_any_map {
        old { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } enum E { A(u8), B { b: u8 }, C, D(String), F(Vec<u8>), G(u8, u8) } }
        new { struct T { a: u8, #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, Value> } enum E { A(u8), B { b: u8, c: Option<u8> }, C, D(String), F(Vec<u8>), G(u8, u8) } }
    }
    // A wrong tag leaves the content behind it.
    option_of_tagged_deny {
        old { struct T { t: String, c: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] e: Option<E> } #[serde(tag = "t", content = "c")] enum E { X(u8), Y } }
    }
    option_of_tagged_behind_its_content {
        old { struct T { c: u8, t: String } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] e: Option<E> } #[serde(tag = "t", content = "c")] enum E { X(u8), Y } }
    }
    option_of_tagged_before_a_map {
        old { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } #[serde(tag = "t", content = "c")] enum E { X(u8), Y } }
        new { struct T { #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } #[serde(tag = "t", content = "c")] enum E { X(u8) } }
    }
    option_of_a_duration_deny {
        old { struct T { secs: i64, nanos: u32 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] d: Option<Duration> } }
    }
    option_of_an_enum_twice_deny {
        old { struct T { X: u16, Y: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: Option<E> } enum E { X(u8), Y(u8) } }
    }
    enum_and_an_option_that_share_a_name {
        old { struct T { b: u8, X: u8, c: u16 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] e: E, #[serde(flatten)] s: Option<S> } enum E { X(u8), b(u8) } struct S { b: u8, c: u8 } }
    }
    enum_before_an_internal_one {
        old { struct T { X: u8, Y: u8, t: String } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] i: I } enum E { X(u8), Y(u8) } #[serde(tag = "t")] enum I { A { Y: u8 }, B { X: u8 } } }
    }
    enum_before_one_that_is_partly_untagged {
        old { struct T { X: u8, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] i: I } enum E { X(u8), Y(u8) } enum I { A, #[serde(untagged)] B { Y: u8 } } }
    }
    enum_in_a_flattened_struct_before_a_map {
        old { struct T { a: u8, #[serde(flatten)] m: M } struct M { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        new { struct T { a: u8, #[serde(flatten)] m: M, b: Option<u8> } struct M { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
    }
    enum_and_option_of_other_names_deny {
        old { struct T { X: u8, b: u16, Y: u8, c: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] e: E, #[serde(flatten)] s: Option<S>, #[serde(flatten)] f: E } enum E { X(u8), Y(u8) } struct S { b: u8, c: u8 } }
    }
    five_maps {
        old { struct T { #[serde(flatten)] a: BTreeMap<String, u8>, #[serde(flatten)] b: BTreeMap<u8, u8>, #[serde(flatten)] c: BTreeMap<i8, u8>, #[serde(flatten)] d: BTreeMap<char, u8>, #[serde(flatten)] e: BTreeMap<bool, u8> } }
        new { struct T { #[serde(flatten)] a: BTreeMap<String, u16> } }
    }
    five_parts_of_one_name {
        old { struct T { #[serde(flatten)] a: A, #[serde(flatten)] b: A, #[serde(flatten)] c: A, #[serde(flatten)] d: A, #[serde(flatten)] e: A } struct A { #[serde(skip_serializing_if = "Option::is_none")] x: Option<u8> } }
        new { struct T { x: Option<u8> } }
    }
    maps_by_uuid_and_by_date {
        old { struct T { #[serde(flatten)] a: BTreeMap<uuid::Uuid, u8>, #[serde(flatten)] b: BTreeMap<chrono::NaiveDate, bool> } }
        new { struct T { #[serde(flatten)] a: BTreeMap<String, Value> } }
    }
    enum_in_an_untagged_one {
        old { #[serde(untagged)] enum T { A { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> }, B { q: u8 } } enum E { X(u8), Y(u8) } }
        new { #[serde(untagged)] enum T { A { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> }, B { q: u16 } } enum E { X(u8), Y(u8) } }
    }
    enum_in_an_internal_variant {
        old { #[serde(tag = "t")] enum T { A { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> }, B } enum E { X(u8), Y(u8) } }
        new { #[serde(tag = "t")] enum T { A { #[serde(flatten)] e: E, #[serde(flatten)] rest: BTreeMap<String, String> }, B, C } enum E { X(u8), Y(u8) } }
    }
    // What an option leaves of its many names makes no difference to a type that knows others.
    option_of_many_before_an_internal_one {
        old { struct T { i: String, #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } #[serde(tag = "t")] enum K { A { x: u8 }, B } }
        new { struct T { i: String, #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } #[serde(tag = "t")] enum K { A { x: u16 }, B } }
        values { old [T { i: "i".into(), s: Some(S { a: 1, b: 1, c: 1, d: 1, e: 1 }), k: K::A { x: 1 } }, T { i: "i".into(), s: None, k: K::B }] new [] }
    }
    option_of_many_before_an_untagged_one {
        old { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } #[serde(untagged)] enum K { A { x: u8 }, B(L) } struct L { y: u8, #[serde(flatten)] rest: BTreeMap<String, Value> } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u16, b: u8, c: u8, d: u8, e: u8 } #[serde(untagged)] enum K { A { x: u8 }, B(L) } struct L { y: u8, #[serde(flatten)] rest: BTreeMap<String, Value> } }
        values { old [T { s: Some(S { a: 1, b: 1, c: 1, d: 1, e: 1 }), k: K::A { x: 1 } }] new [] }
    }
    option_of_many_before_one_that_knows_a_name {
        old { struct T { a: u8, b: u16, c: u8, x: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } #[serde(untagged)] enum K { A { x: u8, c: Option<u16> }, B { q: u8 } } }
    }
    option_of_many_before_one_that_refuses_others {
        old { struct T { a: u8, b: u16, c: u8, x: u8 } }
        new { struct T { #[serde(flatten)] s: Option<S>, #[serde(flatten)] k: K } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } #[serde(untagged)] enum K { A(L), B { q: u8 } } #[serde(deny_unknown_fields)] struct L { x: u8 } }
    }
    enum_before_a_unit_in_an_internal_one {
        old { struct T { X: u8, t: String, Y: u8 } }
        new { struct T { #[serde(flatten)] e: E, #[serde(flatten)] i: I } enum E { X(u8), Y(u8) } #[serde(tag = "t")] enum I { A, B(()) } }
    }
    // Nobody minds what two options leave.
    options_that_share_variants {
        old { struct T { i: u8, #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: Option<F> } enum E { X(u8), Y(u8) } enum F { X(u8), Y(u8), Z(u8), W(u8) } }
        new { struct T { i: u8, #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: Option<F> } enum E { X(u8), Y(u8) } enum F { X(u8), Y(u8), Z(u8), W(u16) } }
        values { old [T { i: 1, a: Some(E::X(1)), b: Some(F::X(2)) }, T { i: 1, a: None, b: Some(F::W(2)) }] new [T { i: 1, a: None, b: Some(F::W(300)) }] }
    }
    enum_and_an_option_of_it {
        old { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: Option<E> } enum E { X(u8), Y(u8), Z(u8), W(u8) } }
        new { struct T { #[serde(flatten)] a: E, #[serde(flatten)] b: Option<E> } enum E { X(u8), Y(u8), Z(u8), W(Option<u8>) } }
        values { old [T { a: E::X(1), b: Some(E::X(2)) }] new [T { a: E::W(None), b: None }, T { a: E::X(1), b: Some(E::W(None)) }] }
    }
    option_and_an_enum_of_two_of_its_variants_deny {
        old { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: Option<F>, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } enum F { X(u8), Y(u8), Z(u8), W(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: Option<F>, #[serde(flatten)] b: E } enum E { X(u8), Y(u8) } enum F { X(u8), Y(u8), Z(u8), W(u16) } }
        values { old [T { a: None, b: E::X(1) }, T { a: Some(F::X(1)), b: E::X(2) }] new [T { a: Some(F::W(300)), b: E::Y(1) }] }
    }
    option_of_a_struct_and_the_struct {
        old { struct T { #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: S } struct S { x: u8, y: u8 } }
        new { struct T { #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: S } struct S { x: u8, y: u8, z: Option<u8> } }
        values { old [T { a: Some(S { x: 1, y: 1 }), b: S { x: 2, y: 2 } }, T { a: None, b: S { x: 2, y: 2 } }] new [T { a: Some(S { x: 1, y: 1, z: None }), b: S { x: 2, y: 2, z: Some(1) } }] }
    }
    option_of_an_enum_twice_before_a_map {
        old { struct T { #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u8), Y(u8) } }
        new { struct T { #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: Option<E>, #[serde(flatten)] rest: BTreeMap<String, String> } enum E { X(u16), Y(u8) } }
    }
    // All of this is the same, and something else changes beside it.
    option_of_many_and_one_that_shares_names {
        old { struct T { i: String, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: R } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } struct R { a: u8, b: u8 } }
        new { struct T { i: Option<String>, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: R } struct S { a: u8, b: u8, c: u8, d: u8, e: u8 } struct R { a: u8, b: u8 } }
        values { old [T { i: "i".into(), a: None, b: R { a: 1, b: 1 } }] new [T { i: None, a: None, b: R { a: 1, b: 1 } }] }
    }
    options_of_many_variants_and_more {
        old { struct T { i: String, #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: F, #[serde(flatten)] c: S } enum E { A(u8), B(u8), C(u8), D(u8), G(u8), H(u8) } enum F { A(u8), B(u8), C(u8), D(u8) } struct S { x: u8 } }
        new { struct T { i: Option<String>, #[serde(flatten)] a: Option<E>, #[serde(flatten)] b: F, #[serde(flatten)] c: S } enum E { A(u8), B(u8), C(u8), D(u8), G(u8), H(u8) } enum F { A(u8), B(u8), C(u8), D(u8) } struct S { x: u8 } }
        values { old [T { i: "i".into(), a: Some(E::A(1)), b: F::A(1), c: S { x: 1 } }] new [T { i: None, a: None, b: F::D(1), c: S { x: 1 } }] }
    }
    map_that_is_refused_hides_nothing {
        old { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(u8), C(u8), D(u8), G(u8), H(u8) } }
        new { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] e: Option<E>, #[serde(flatten)] rest: BTreeMap<String, u8> } enum E { A(u8), B(Option<u8>), C(u8), D(u8), G(u8), H(u8) } }
        values { old [T { i: 1, e: Some(E::B(1)), rest: BTreeMap::new() }] new [T { i: 1, e: Some(E::B(None)), rest: BTreeMap::new() }] }
    }
    // What stands twice is refused, whatever changes in it.
    option_of_a_struct_before_names_of_it_and_a_map {
        old { struct T { i: u8, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: R, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { x: u8, y: u8, z: u8 } struct R { x: u8, y: u8 } }
        new { struct T { i: u8, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: R, #[serde(flatten)] rest: BTreeMap<String, Value> } struct S { x: u8, y: u8, z: u16 } struct R { x: u8, y: u8 } }
        values { old [T { i: 1, a: Some(S { x: 1, y: 1, z: 1 }), b: R { x: 1, y: 1 }, rest: BTreeMap::new() }] new [T { i: 1, a: Some(S { x: 1, y: 1, z: 300 }), b: R { x: 1, y: 1 }, rest: BTreeMap::new() }] }
    }
    options_of_one_struct_that_grows_deny {
        old { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: Option<S> } struct S { x: u8, y: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { i: u8, #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: Option<S> } struct S { x: u8, y: u8, z: Option<u8> } }
        values { old [T { i: 1, a: Some(S { x: 1, y: 1 }), b: None }] new [T { i: 1, a: Some(S { x: 1, y: 1, z: Some(1) }), b: Some(S { x: 2, y: 2, z: Some(2) }) }] }
    }
    option_of_a_struct_before_an_internal_enum_deny {
        old { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: I } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8 } #[serde(tag = "t")] enum I { A { a: u8 }, B { b: u8 }, C { c: u8 } } }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(flatten)] a: Option<S>, #[serde(flatten)] b: I } struct S { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u16 } #[serde(tag = "t")] enum I { A { a: u8 }, B { b: u8 }, C { c: u8 } } }
        values { old [T { a: None, b: I::A { a: 1 } }] new [T { a: Some(S { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 300 }), b: I::A { a: 2 } }] }
    }
}
