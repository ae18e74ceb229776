//! Containers: kinds of structs, newtypes, generics, recursion.

crate::harness::pairs! {
    unit_to_empty {
        old { struct T; }
        new { struct T {} }
    }
    tuple_arity {
        old { struct T(u8, u8); }
        new { struct T(u8, u8, u8); }
    }
    tuple_arity_default {
        old { struct T(u8, u8); }
        new { struct T(u8, u8, #[serde(default)] u8); }
    }
    tuple_arity_option {
        old { struct T(u8, u8); }
        new { struct T(u8, u8, Option<u8>); }
    }
    tuple_skip {
        old { struct T(u8, String); }
        new { struct T(u8, #[serde(skip)] u8, String); }
    }
    tuple_skip_serializing_if {
        old { struct T(u8, Option<u8>); }
        new { struct T(u8, #[serde(skip_serializing_if = "Option::is_none")] Option<u8>); }
        values { old [] new [T(1, None), T(1, Some(2))] }
    }
    tuple_element_type {
        old { struct T(u8, u8); }
        new { struct T(u8, String); }
    }
    tuple_to_struct {
        old { struct T(u8, String); }
        new { struct T { a: u8, b: String } }
    }
    tuple_to_struct_default_tail {
        old { struct T(u8, String); }
        new { struct T { a: u8, b: String, #[serde(default)] c: u8 } }
    }
    newtype_to_inner {
        old { struct T { a: W } struct W(u8); }
        new { struct T { a: u8 } }
    }
    newtype_to_struct {
        old { struct T(u8); }
        new { struct T { a: u8 } }
    }
    newtype_of_option_missing {
        old { struct T {} }
        new { struct T { a: W } struct W(Option<u8>); }
    }
    transparent_of_option_missing {
        old { struct T {} }
        new { struct T { a: W } #[serde(transparent)] struct W { inner: Option<u8> } }
    }
    transparent_newtype_of_option_missing {
        old { struct T {} }
        new { struct T { a: W } #[serde(transparent)] struct W(Option<u8>); }
    }
    box_of_option_missing {
        old { struct T {} }
        new { struct T { a: Box<Option<u8>> } }
    }
    transparent_to_plain {
        old { #[serde(transparent)] struct T { a: u8 } }
        new { struct T { a: u8 } }
    }
    boxed {
        old { struct T { a: u8 } }
        new { struct T { a: Box<u8> } }
    }
    cow_and_cell {
        old { struct T { a: String, b: u8 } }
        new { struct T { a: Cow<'static, str>, b: std::cell::Cell<u8> } }
    }
    struct_to_map {
        old { struct T { a: u8, b: u8 } }
        new { #[serde(transparent)] struct T { all: BTreeMap<String, u8> } }
    }
    struct_to_map_of_other {
        old { struct T { a: u8, b: u8 } }
        new { #[serde(transparent)] struct T { all: BTreeMap<String, bool> } }
    }
    tagged_struct {
        old { struct T { a: u8 } }
        new { #[serde(tag = "type")] struct T { a: u8 } }
    }
    tagged_struct_denying {
        old { #[serde(deny_unknown_fields)] struct T { a: u8 } }
        new { #[serde(tag = "type", deny_unknown_fields)] struct T { a: u8 } }
        values { old [] new [T { a: 1 }] }
    }
    tagged_struct_renamed {
        old { #[serde(tag = "type", rename = "Old")] struct T { a: u8 } }
        new { #[serde(tag = "type", rename = "New")] struct T { a: u8 } }
    }
    nested_required {
        old { struct T { inner: Inner } struct Inner { a: u8 } }
        new { struct T { inner: Inner } struct Inner { a: u8, b: u8 } }
    }
    nested_in_containers {
        old { struct T { inner: Vec<Option<Inner>> } struct Inner { a: u8 } }
        new { struct T { inner: Vec<Option<Inner>> } struct Inner { a: i8 } }
    }
    nested_renamed_type {
        old { struct T { inner: Before } struct Before { a: u8 } }
        new { struct T { inner: After } struct After { a: u8 } }
    }
    generic_same {
        old { struct T { page: Page<u8> } struct Page<I> { items: Vec<I>, next: Option<String> } }
        new { struct T { page: Page<u8> } struct Page<I> { items: Vec<I>, next: Option<String> } }
    }
    generic_argument {
        old { struct T { page: Page<u8> } struct Page<I> { items: Vec<I> } }
        new { struct T { page: Page<u16> } struct Page<I> { items: Vec<I> } }
    }
    generic_two_arguments {
        old { struct T { a: P<u8, String>, b: P<String, u8> } struct P<X, Y> { x: X, y: Y } }
        new { struct T { a: P<u8, String>, b: P<String, u8> } struct P<X, Y> { x: X, y: Option<Y> } }
    }
    recursion_same {
        old { struct T { next: Option<Box<T>>, a: u8 } }
        new { struct T { next: Option<Box<T>>, a: u8 } }
    }
    recursion_widened {
        old { struct T { children: Vec<T>, a: u8 } }
        new { struct T { children: Vec<T>, a: u16 } }
    }
    recursion_mutual {
        old { struct T { b: Option<Box<B>> } struct B { t: Option<Box<T>>, x: u8 } }
        new { struct T { b: Option<Box<B>> } struct B { t: Option<Box<T>>, x: Option<u8> } }
    }
    recursion_renamed {
        old { struct T { n: Vec<T> } }
        new { struct T { n: Vec<Node> } struct Node { n: Vec<T>, x: Option<u8> } }
    }
    recursion_through_map {
        old { struct T { m: BTreeMap<String, T> } }
        new { struct T { m: BTreeMap<String, Option<T>> } }
    }
    recursion_unrolled {
        old { struct T { next: Option<Box<T>> } }
        new { struct T { next: Option<Box<N>> } struct N { next: Option<Box<T>> } }
    }
    recursion_infinite {
        old { struct T { next: Box<T> } }
        new { struct T { next: Box<T>, a: u8 } }
    }
    wide {
        old { struct T { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8 } }
        new { struct T { a: u8, b: u8, c: u8, d: u8, e: i8, f: u8, g: u8, h: Option<u8> } }
    }
}
