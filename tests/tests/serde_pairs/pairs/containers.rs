//! Lists, sets, arrays, tuples, maps and their keys.

crate::harness::pairs! {
    list_to_set { old { struct T { a: Vec<u8> } } new { struct T { a: HashSet<u8> } } }
    set_of_list_changed { old { struct T { a: BTreeSet<u8> } } new { struct T { a: BTreeSet<u16> } } }
    set_of_strings { old { struct T { a: HashSet<String> } } new { struct T { a: VecDeque<String> } } }
    set_of_enum {
        old { struct T { a: BTreeSet<E> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum E { A, B } }
        new { struct T { a: BTreeSet<E> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum E { A, B, C } }
    }
    list_to_array { old { struct T { a: Vec<u8> } } new { struct T { a: [u8; 2] } } }
    array_longer { old { struct T { a: [u8; 2] } } new { struct T { a: [u8; 3] } } }
    array_to_tuple { old { struct T { a: [u8; 2] } } new { struct T { a: (u8, u8) } } }
    array_empty { old { struct T { a: [u8; 0] } } new { struct T { a: Vec<String> } } }
    tuple_longer { old { struct T { a: (u8, u8) } } new { struct T { a: (u8, u8, u8) } } }
    tuple_of_one { old { struct T { a: (u8,) } } new { struct T { a: u8 } } }
    tuple_to_struct_field {
        old { struct T { a: (u8, String) } }
        new { struct T { a: S } struct S { x: u8, y: String } }
    }
    list_of_pairs_to_map {
        old { struct T { a: Vec<(String, u8)> } }
        new { struct T { a: BTreeMap<String, u8> } }
    }
    list_in_list { old { struct T { a: Vec<Vec<u8>> } } new { struct T { a: Vec<[u8; 1]> } } }
    map_value { old { struct T { a: BTreeMap<String, u8> } } new { struct T { a: HashMap<String, i64> } } }
    map_value_narrowed {
        old { struct T { a: BTreeMap<String, u64> } }
        new { struct T { a: BTreeMap<String, u8> } }
    }
    map_of_map {
        old { struct T { a: BTreeMap<String, BTreeMap<u8, u8>> } }
        new { struct T { a: BTreeMap<String, BTreeMap<u16, u8>> } }
    }
    key_string_u32 { old { struct T { a: BTreeMap<String, u8> } } new { struct T { a: BTreeMap<u32, u8> } } }
    key_u8_u64 { old { struct T { a: BTreeMap<u8, u8> } } new { struct T { a: BTreeMap<u64, u8> } } }
    key_u8_i8 { old { struct T { a: BTreeMap<u8, u8> } } new { struct T { a: BTreeMap<i8, u8> } } }
    key_i32_u32 { old { struct T { a: BTreeMap<i32, u8> } } new { struct T { a: BTreeMap<u32, u8> } } }
    key_i64_i128 { old { struct T { a: BTreeMap<i64, u8> } } new { struct T { a: BTreeMap<i128, u8> } } }
    key_u64_u128 { old { struct T { a: BTreeMap<u64, u8> } } new { struct T { a: BTreeMap<u128, u8> } } }
    key_nonzero { old { struct T { a: BTreeMap<u8, u8> } } new { struct T { a: BTreeMap<NonZeroU8, u8> } } }
    key_bool { old { struct T { a: BTreeMap<bool, u8> } } new { struct T { a: BTreeMap<String, u8> } } }
    key_bool_char { old { struct T { a: BTreeMap<bool, u8> } } new { struct T { a: BTreeMap<char, u8> } } }
    key_char { old { struct T { a: BTreeMap<char, u8> } } new { struct T { a: BTreeMap<String, u8> } } }
    key_char_u8 { old { struct T { a: BTreeMap<char, u8> } } new { struct T { a: BTreeMap<u8, u8> } } }
    key_enum {
        old { struct T { a: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, B } }
        new { struct T { a: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, B, C } }
    }
    key_enum_string {
        old { struct T { a: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, B } }
        new { struct T { a: BTreeMap<String, u8> } }
    }
    key_enum_other {
        old { struct T { a: BTreeMap<String, u8> } }
        new { struct T { a: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, #[serde(other)] B } }
    }
    key_enum_data {
        old { struct T { a: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, B(u8) } }
        new { struct T { a: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A } }
    }
    key_newtype {
        old { struct T { a: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] struct K(u8); }
        new { struct T { a: BTreeMap<u8, u8> } }
    }
    key_untagged {
        old { struct T { a: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(untagged)] enum K { N(u8), S(String) } }
        new { struct T { a: BTreeMap<String, u8> } }
    }
    key_untagged_integer {
        old { struct T { a: BTreeMap<u8, u8> } }
        new { struct T { a: BTreeMap<K, u8> }
              #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(untagged)] enum K { N(u8), S(char) } }
    }
    key_option {
        old { struct T { a: BTreeMap<String, u8> } }
        new { struct T { a: BTreeMap<Option<String>, u8> } }
    }
    key_ip { old { struct T { a: BTreeMap<Ipv4Addr, u8> } } new { struct T { a: BTreeMap<IpAddr, u8> } } }
    map_to_struct {
        old { struct T { a: BTreeMap<String, u8> } }
        new { struct T { a: S } struct S { x: Option<u8> } }
    }
    map_to_struct_required {
        old { struct T { a: BTreeMap<String, u8> } }
        new { struct T { a: S } struct S { x: u8 } }
    }
    struct_to_enum_keyed {
        old { struct T { a: S } struct S { A: u8, B: u8 } }
        new { struct T { a: BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum K { A, B } }
    }
    result { old { struct T { a: Result<u8, String> } } new { struct T { a: Result<u16, String> } } }
    result_narrowed { old { struct T { a: Result<u8, String> } } new { struct T { a: Result<u8, u8> } } }
    result_enum {
        old { struct T { a: Result<u8, String> } }
        new { struct T { a: E } enum E { Ok(u8), Err(String), Other } }
    }
    bound { old { struct T { a: std::ops::Bound<u8> } } new { struct T { a: std::ops::Bound<u16> } } }
    range { old { struct T { a: std::ops::Range<u8> } } new { struct T { a: std::ops::Range<i16> } } }
    range_inclusive {
        old { struct T { a: std::ops::Range<u8> } }
        new { struct T { a: std::ops::RangeInclusive<u8> } }
    }
    range_from {
        old { struct T { a: std::ops::Range<u8> } }
        new { struct T { a: std::ops::RangeFrom<u8> } }
    }
    range_struct {
        old { struct T { a: std::ops::Range<u8> } }
        new { struct T { a: R } struct R { start: u8 } }
    }
    range_of_options {
        old { struct T { r: S } struct S { #[serde(skip_serializing_if = "Option::is_none")] start: Option<u8>, end: Option<u8> } }
        new { struct T { r: std::ops::Range<Option<u8>> } }
    }
    range_from_of_options {
        old { struct T { r: S } struct S {} }
        new { struct T { r: std::ops::RangeFrom<Option<u8>> } }
    }
}
