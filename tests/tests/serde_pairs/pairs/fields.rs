//! Fields of structs: added, removed, renamed, skipped, defaulted.

crate::harness::pairs! {
    unchanged {
        old { struct T { a: u32, b: String } }
        new { struct T { a: u32, b: String } }
        values { old [T { a: 1, b: "x".into() }] new [] }
    }
    field_add_required {
        old { struct T { a: u32 } }
        new { struct T { a: u32, b: bool } }
    }
    field_add_option {
        old { struct T { a: u32 } }
        new { struct T { a: u32, b: Option<String> } }
    }
    field_add_default {
        old { struct T { a: u32 } }
        new { struct T { a: u32, #[serde(default)] b: Vec<u8> } }
    }
    field_add_default_fn {
        old { struct T { a: u32 } }
        new { struct T { a: u32, #[serde(default = "one")] b: u8 } }
        with { fn one() -> u8 { 1 } }
    }
    field_remove {
        old { struct T { a: u32, b: u8 } }
        new { struct T { a: u32 } }
    }
    field_remove_denying {
        old { #[serde(deny_unknown_fields)] struct T { a: u32, b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u32 } }
    }
    field_remove_option_denying {
        old { #[serde(deny_unknown_fields)]
              struct T { a: u32, #[serde(skip_serializing_if = "Option::is_none")] b: Option<u8> } }
        new { #[serde(deny_unknown_fields)] struct T { a: u32 } }
    }
    field_rename {
        old { struct T { user: String } }
        new { struct T { account: String } }
    }
    field_rename_option {
        old { struct T { user: Option<String> } }
        new { struct T { account: Option<String> } }
    }
    field_rename_kept_on_wire {
        old { struct T { user: String } }
        new { struct T { #[serde(rename = "user")] account: String } }
    }
    field_rename_alias {
        old { struct T { user: String } }
        new { struct T { #[serde(alias = "user")] account: String } }
    }
    field_rename_two_aliases {
        old { struct T { #[serde(rename = "a-b")] user: u8, c: u8 } }
        new { struct T { #[serde(alias = "user", alias = "a-b", default)] account: u8, c: u8 } }
    }
    field_alias_removed {
        old { struct T { #[serde(alias = "user")] account: String } }
        new { struct T { account: String } }
    }
    field_alias_collides_with_option {
        old { struct T { a: Option<u8>, b: Option<u8> } }
        new { struct T { #[serde(alias = "b")] a: Option<u8> } }
    }
    field_alias_of_skipped {
        old { struct T {
            #[serde(skip_serializing_if = "Option::is_none")] a: Option<u8>,
            #[serde(skip_serializing_if = "Option::is_none")] b: Option<u8>,
        } }
        new { struct T { #[serde(alias = "b")] a: Option<u8> } }
    }
    fields_swapped {
        old { struct T { a: u8, b: String } }
        new { struct T { b: String, a: u8 } }
    }
    rename_all_camel {
        old { struct T { first_name: String, last_name: String } }
        new { #[serde(rename_all = "camelCase")] struct T { first_name: String, last_name: String } }
    }
    rename_all_single_word {
        old { struct T { first: String } }
        new { #[serde(rename_all = "camelCase")] struct T { first: String } }
    }
    rename_all_split {
        old { struct T { first_name: String } }
        new { #[serde(rename_all(serialize = "camelCase"))] struct T { first_name: String } }
    }
    rename_split {
        old { struct T { a: u8 } }
        new { struct T { #[serde(rename(serialize = "b", deserialize = "a"))] a: u8 } }
    }
    rename_split_with_alias {
        old { struct T { a: u8 } }
        new { struct T { #[serde(rename(serialize = "b", deserialize = "a"), alias = "b")] a: u8 } }
    }
    skip {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(skip)] b: u8 } }
    }
    skip_serializing {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(skip_serializing)] b: u8 } }
    }
    skip_deserializing {
        old { struct T { a: u8, b: u8 } }
        new { struct T { a: u8, #[serde(skip_deserializing)] b: u8 } }
    }
    skip_deserializing_denying {
        old { #[serde(deny_unknown_fields)] struct T { a: u8, b: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8, #[serde(skip_deserializing)] b: u8 } }
    }
    skip_if_none_added {
        old { struct T { a: Option<u8> } }
        new { struct T { #[serde(skip_serializing_if = "Option::is_none")] a: Option<u8> } }
    }
    skip_if_empty_with_default {
        old { struct T { a: Vec<u8> } }
        new { struct T { #[serde(default, skip_serializing_if = "Vec::is_empty")] a: Vec<u8> } }
    }
    skip_if_empty_without_default {
        old { struct T { a: Vec<u8> } }
        new { struct T { #[serde(skip_serializing_if = "Vec::is_empty")] a: Vec<u8> } }
        values { old [] new [T { a: vec![] }, T { a: vec![1] }] }
    }
    default_removed {
        old { struct T { #[serde(default)] a: u8 } }
        new { struct T { a: u8 } }
    }
    default_value_changed {
        old { struct T { #[serde(default = "one")] a: u8 } }
        new { struct T { #[serde(default = "two")] a: u8 } }
        with { fn one() -> u8 { 1 } fn two() -> u8 { 2 } }
    }
    default_skip_if_default_changed {
        old { struct T { #[serde(default = "one", skip_serializing_if = "is_one")] a: u8 } }
        new { struct T { #[serde(default = "two", skip_serializing_if = "is_two")] a: u8 } }
        with {
            fn one() -> u8 { 1 }
            fn two() -> u8 { 2 }
            fn is_one(a: &u8) -> bool { *a == 1 }
            fn is_two(a: &u8) -> bool { *a == 2 }
        }
    }
    container_default_added {
        old { struct T { a: u8, b: String } }
        new { #[serde(default)] struct T { a: u8, b: String } }
        with { impl Default for T { fn default() -> Self { T { a: 7, b: String::new() } } } }
    }
    container_default_with_deny {
        old { #[serde(default)] struct T { a: u8 } }
        new { #[serde(default, deny_unknown_fields)] struct T { a: u8, b: u8 } }
        with_old { impl Default for T { fn default() -> Self { T { a: 1 } } } }
        with_new { impl Default for T { fn default() -> Self { T { a: 1, b: 2 } } } }
    }
    deny_unknown_added {
        old { struct T { a: u8 } }
        new { #[serde(deny_unknown_fields)] struct T { a: u8 } }
    }
    deny_unknown_removed_field_added {
        old { #[serde(deny_unknown_fields)] struct T { a: u8 } }
        new { struct T { a: u8, b: Option<u8> } }
    }
    field_type_changed {
        old { struct T { a: String } }
        new { struct T { a: u32 } }
    }
    field_type_to_list {
        old { struct T { a: String } }
        new { struct T { a: Vec<String> } }
    }
    field_type_to_any {
        old { struct T { a: u8 } }
        new { struct T { a: Value } }
    }
    field_any_required {
        old { struct T { } }
        new { struct T { a: Value } }
    }
    field_phantom {
        old { struct T { a: u8 } }
        new { struct T { a: u8, #[serde(skip)] p: PhantomData<u8> } }
    }
    field_phantom_written {
        old { struct T { a: u8 } }
        new { struct T { a: u8, p: PhantomData<u8> } }
    }
    field_unit {
        old { struct T { a: () } }
        new { struct T { a: Option<()> } }
    }
    all_skipped_denying {
        old { struct T {} }
        new { #[serde(deny_unknown_fields)] struct T { #[serde(skip)] a: u8 } }
    }
    raw_identifier {
        old { struct T { r#type: u8 } }
        new { struct T { #[serde(rename = "type")] kind: u8 } }
    }
    keyword_names {
        old { struct T { #[serde(rename = "a/b~c\"d")] a: u8 } }
        new { struct T { #[serde(rename = "a/b~c\"d")] a: u16 } }
    }
    alias_is_the_name_of_the_next {
        old { struct T { a: u8, b: u8 } }
        new { struct T { #[serde(alias = "b")] a: Option<u8>, b: u8 } }
    }
    alias_is_taken {
        old { struct T { z: u8 } }
        new { struct T { #[serde(alias = "z")] a: u8, #[serde(alias = "z", default)] b: u8 } }
    }
    alias_is_taken_by_an_option {
        old { struct T { z: String, b: u8 } }
        new { struct T { #[serde(alias = "z")] a: Option<u8>, #[serde(alias = "z")] b: u8 } }
    }
}
