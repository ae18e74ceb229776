//! What is seldom met: remote types with getters, arguments that are constants, types of std in
//! places where serde reads them by other rules.

crate::harness::pairs! {
    remote_with_a_getter {
        old { struct T { #[serde(with = "Def")] #[contract(wire = Def)] a: foreign::S } #[serde(remote = "foreign::S")] struct Def { #[serde(getter = "foreign::S::x")] x: u8 } }
        new { struct T { #[serde(with = "Def")] #[contract(wire = Def)] a: foreign::S } #[serde(remote = "foreign::S")] struct Def { #[serde(getter = "foreign::S::x", alias = "y")] z: u8 } }
        with_old {
            mod foreign { pub(crate) struct S(u8); impl S { pub(crate) fn new(x: u8) -> Self { Self(x) } pub(crate) fn x(&self) -> u8 { self.0 } } }
            impl From<Def> for foreign::S { fn from(it: Def) -> Self { Self::new(it.x) } }
        }
        with_new {
            mod foreign { pub(crate) struct S(u8); impl S { pub(crate) fn new(x: u8) -> Self { Self(x) } pub(crate) fn x(&self) -> u8 { self.0 } } }
            impl From<Def> for foreign::S { fn from(it: Def) -> Self { Self::new(it.z) } }
        }
    }
    remote_enum {
        old { struct T { #[serde(with = "Def")] #[contract(wire = Def)] a: foreign::E } #[serde(remote = "foreign::E")] enum Def { A, B(u8) } }
        new { struct T { #[serde(with = "Def")] #[contract(wire = Def)] a: foreign::E } #[serde(remote = "foreign::E")] enum Def { A, #[serde(rename = "C")] B(u8) } }
        with { mod foreign { pub(crate) enum E { A, B(u8) } } }
    }
    remote_without_a_word {
        old { struct T { #[serde(with = "Def")] a: foreign::S } #[serde(remote = "foreign::S")] struct Def { x: u8 } }
        new { struct T { #[serde(with = "Def")] a: foreign::S, b: Option<u8> } #[serde(remote = "foreign::S")] struct Def { x: u8 } }
        with { mod foreign { pub(crate) struct S { pub(crate) x: u8 } } }
    }
    option_known_by_its_schema {
        old { struct T {} }
        new { struct T { #[contract(schema)] a: Option<F> } }
        with_new { #[derive(Serialize, Deserialize, schemars::JsonSchema)] pub(crate) struct F(String); }
    }
    known_by_its_schema {
        old { struct T { a: String } }
        new { struct T { #[contract(schema)] a: F, b: Option<u8> } }
        with_new { #[derive(Serialize, Deserialize, schemars::JsonSchema)] pub(crate) struct F(String); }
    }
    required_and_known_by_its_schema {
        old { struct T {} }
        new { struct T { #[contract(schema)] a: F } }
        with_new { #[derive(Serialize, Deserialize, schemars::JsonSchema)] pub(crate) struct F(String); }
    }
    constant_argument {
        old { struct T { a: G<2> } struct G<const N: usize> where [u8; N]: Serialize + serde::de::DeserializeOwned { x: [u8; N] } }
        new { struct T { a: G<3> } struct G<const N: usize> where [u8; N]: Serialize + serde::de::DeserializeOwned { x: [u8; N] } }
    }
    constant_arguments_of_two_kinds {
        old { struct T { a: [[u8; 2]; 3] } }
        new { struct T { a: Vec<Vec<u8>> } }
    }
    array_of_nothing { old { struct T { a: [u8; 0] } } new { struct T { a: [String; 0] } } }
    array_of_nothing_to_unit { old { struct T { a: [u8; 0] } } new { struct T { a: () } } }
    tuple_of_sixteen {
        old { struct T { a: (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8) } }
        new { struct T { a: (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u16) } }
    }
    tuple_to_list { old { struct T { a: (u8, u8) } } new { struct T { a: Vec<u8> } } }
    tuple_to_array { old { struct T { a: (u8, u8) } } new { struct T { a: [u16; 2] } } }
    range_of_options { old { struct T { a: std::ops::Range<u8> } } new { struct T { a: std::ops::Range<Option<u8>> } } }
    range_from_struct { old { struct T { a: S } struct S { start: u8, end: u8 } } new { struct T { a: std::ops::RangeInclusive<u8> } } }
    range_flattened { old { struct T { #[serde(flatten)] a: std::ops::Range<u8> } } new { struct T { start: u8, end: u8 } } }
    bound_to_option { old { struct T { a: std::ops::Bound<u8> } } new { struct T { a: Option<u8> } } }
    bound_to_enum { old { struct T { a: std::ops::Bound<u8> } } new { struct T { a: E } enum E { Unbounded, Included(u8), Excluded(u16) } } }
    result_to_enum { old { struct T { a: Result<u8, String> } } new { struct T { a: E } enum E { Ok(u8), Err(String), Other } } }
    result_of_units { old { struct T { a: Result<(), ()> } } new { struct T { a: Result<Option<u8>, ()> } } }
    duration_to_float { old { struct T { a: Duration } } new { struct T { a: f64 } } }
    duration_to_struct { old { struct T { a: Duration } } new { struct T { a: S } struct S { secs: u64, nanos: u32 } } }
    duration_from_struct { old { struct T { a: S } struct S { secs: u64, nanos: u32 } } new { struct T { a: Duration } } }
    system_time_flattened { old { struct T { #[serde(flatten)] a: SystemTime } } new { struct T { secs_since_epoch: u64, nanos_since_epoch: u32 } } }
    phantom_in_a_buffer {
        old { struct T { a: E } #[serde(untagged)] enum E { P(PhantomData<u8>), N(u8) } }
        new { struct T { a: E } #[serde(untagged)] enum E { P(()), N(u8) } }
    }
    phantom_behind_a_tag {
        old { #[serde(tag = "t")] enum T { P(PhantomData<u8>), N { a: u8 } } }
        new { #[serde(tag = "t")] enum T { P(()), N { a: u8 } } }
    }
    phantom_as_content {
        old { #[serde(tag = "t", content = "c")] enum T { P(PhantomData<u8>), N(u8) } }
        new { #[serde(tag = "t", content = "c")] enum T { P(()), N(u8) } }
    }
    nonzero_keys { old { struct T { a: BTreeMap<u8, u8> } } new { struct T { a: BTreeMap<NonZeroU8, u8> } } }
    boxes_of_slices { old { struct T { a: Box<str>, b: std::sync::Arc<[u8]>, c: Box<[String]> } } new { struct T { a: String, b: Vec<u8>, c: Vec<Box<str>> } } }
    boxed_path { old { struct T { a: Box<std::path::Path> } } new { struct T { a: String } } }
    cow_of_a_list { old { struct T { a: Cow<'static, [u8]> } } new { struct T { a: Vec<u8> } } }
    unsized_cell { old { struct T { a: std::cell::RefCell<Vec<u8>> } } new { struct T { a: std::sync::Mutex<Vec<u16>> } } }
    ipv4_to_octets { old { struct T { a: Ipv4Addr } } new { struct T { a: [u8; 4] } } }
    unit_struct_to_null { old { struct T { a: U } struct U; } new { struct T { a: () } } }
    unit_struct_in_a_buffer {
        old { struct T { a: E } struct U; #[serde(untagged)] enum E { P(U), N(u8) } }
        new { struct T { a: E } #[serde(untagged)] enum E { P(Option<u8>) } }
    }
    empty_struct_to_unit_struct { old { struct T { a: S } struct S {} } new { struct T { a: S } struct S; } }
    empty_enum { old { struct T { a: Option<E> } enum E {} } new { struct T { a: Option<u8> } } }
    bound_on_the_container {
        old { struct T { g: G<u8> } #[serde(bound = "X: Serialize + serde::de::DeserializeOwned")] struct G<X> { a: X } }
        new { struct T { g: G<u16> } #[serde(bound(serialize = "X: Serialize", deserialize = "X: serde::de::DeserializeOwned"))] struct G<X> { a: X } }
    }
    crate_of_another_name {
        old { struct T { a: S } #[serde(crate = "::serde")] struct S { x: u8 } }
        new { struct T { a: S } #[serde(crate = "serde", expecting = "something else")] struct S { x: u8, y: Option<u8> } }
    }
    associated_type {
        old { struct T { g: G<K> } #[serde(bound = "")] struct G<X: Kind> { a: X::Of } }
        new { struct T { g: G<K> } #[serde(bound = "")] struct G<X: Kind> { a: X::Of, b: u8 } }
        with {
            pub(crate) trait Kind { type Of: Serialize + serde::de::DeserializeOwned; }
            pub(crate) struct K;
            impl Kind for K { type Of = u8; }
        }
    }
    hash_sets { old { struct T { a: HashSet<u8> } } new { struct T { a: HashSet<u16>, b: std::collections::BinaryHeap<u8> } } }
}
