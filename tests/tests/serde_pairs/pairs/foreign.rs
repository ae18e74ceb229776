//! Types of other crates.

crate::harness::pairs! {
    borrowed_same {
        old { struct T { n: &'static str } }
        new { struct T { n: &'static str, m: Option<u8> } }
    }
    borrowed_string { old { struct T { n: &'static str } } new { struct T { n: String } } }
    string_borrowed { old { struct T { n: String } } new { struct T { n: &'static str } } }
    word_borrowed {
        old { struct T { n: E } enum E { A, B } }
        new { struct T { n: &'static str } }
    }
    word_with_quotes_borrowed {
        old { struct T { n: E } enum E { A, #[serde(rename = "\"b\"")] B } }
        new { struct T { n: &'static str } }
    }
    uuid_borrowed { old { struct T { n: uuid::Uuid } } new { struct T { n: &'static str } } }
    borrowed_option {
        old { struct T { n: Option<String> } }
        new { struct T { #[serde(borrow)] n: Option<&'static str> } }
    }
    borrowed_list {
        old { struct T { n: Vec<char> } }
        new { struct T { #[serde(borrow)] n: Vec<&'static str> } }
    }
    borrowed_key {
        old { struct T { n: BTreeMap<String, u8> } }
        new { struct T { #[serde(borrow)] n: BTreeMap<&'static str, u8> } }
    }
    borrowed_key_same {
        old { struct T { #[serde(borrow)] n: BTreeMap<&'static str, u8> } }
        new { struct T { #[serde(borrow)] n: HashMap<&'static str, u16> } }
    }
    borrowed_number_key {
        old { struct T { n: BTreeMap<u8, u8> } }
        new { struct T { #[serde(borrow)] n: BTreeMap<&'static str, u8> } }
    }
    borrowed_flat_key {
        old { struct T { #[serde(flatten)] n: BTreeMap<String, u8> } }
        new { struct T { #[serde(borrow, flatten)] n: BTreeMap<&'static str, u8> } }
    }
    borrowed_flat {
        old { struct T { #[serde(flatten)] n: S } struct S { a: String } }
        new {
            struct T { #[serde(flatten, borrow)] n: S<'static> }
            struct S<'a> { a: &'a str }
        }
    }
    borrowed_tagged {
        old { #[serde(tag = "t")] enum T { A { a: String }, B } }
        new { #[serde(tag = "t")] enum T { A { a: &'static str }, B } }
    }
    borrowed_tried {
        old { struct T { n: String } }
        new {
            struct T { #[serde(borrow)] n: E<'static> }
            #[serde(untagged)] enum E<'a> { Text(&'a str), Number(u8) }
        }
    }
    borrowed_tried_first {
        old { struct T { n: String } }
        new {
            struct T { #[serde(borrow)] n: E<'static> }
            #[serde(untagged)] enum E<'a> { Text(&'a str), Other(String) }
        }
    }
    borrowed_path {
        old { struct T { n: std::path::PathBuf } }
        new { struct T { #[serde(borrow)] n: &'static std::path::Path } }
    }
    borrowed_cow {
        old { struct T { n: &'static str } }
        new { struct T { #[serde(borrow)] n: Cow<'static, str> } }
    }
    borrowed_bytes {
        old { struct T { n: String } }
        new { struct T { n: &'static [u8] } }
    }
    borrowed_bytes_option {
        old { struct T { n: Option<Vec<u8>> } }
        new { struct T { #[serde(borrow)] n: Option<&'static [u8]> } }
    }
    uuid_same { old { struct T { n: uuid::Uuid } } new { struct T { n: uuid::Uuid } } }
    uuid_string { old { struct T { n: uuid::Uuid } } new { struct T { n: String } } }
    uuid_list { old { struct T { n: Vec<uuid::Uuid> } } new { struct T { n: HashSet<uuid::Uuid> } } }
    uuid_key {
        old { struct T { n: BTreeMap<uuid::Uuid, u8> } }
        new { struct T { n: BTreeMap<String, u8> } }
    }
    uuid_number { old { struct T { n: u128 } } new { struct T { n: uuid::Uuid } } }
    uuid_tried {
        old { struct T { n: String } }
        new { struct T { n: E } #[serde(untagged)] enum E { Id(uuid::Uuid), Other(String) } }
    }
    uuid_enum {
        old { struct T { n: E } enum E { A, B } }
        new { struct T { n: uuid::Uuid } }
    }
    chrono_timestamp_same {
        old { struct T { n: chrono::DateTime<chrono::Utc> } }
        new { struct T { n: chrono::DateTime<chrono::Utc>, m: Option<u8> } }
    }
    chrono_utc_to_offset {
        old { struct T { n: chrono::DateTime<chrono::Utc> } }
        new { struct T { n: chrono::DateTime<chrono::FixedOffset> } }
    }
    chrono_to_local {
        old { struct T { n: chrono::DateTime<chrono::Utc> } }
        new { struct T { n: chrono::NaiveDateTime } }
    }
    chrono_date_to_timestamp {
        old { struct T { n: chrono::NaiveDate } }
        new { struct T { n: chrono::DateTime<chrono::Utc> } }
    }
    chrono_time_string { old { struct T { n: chrono::NaiveTime } } new { struct T { n: String } } }
    timestamp_number { old { struct T { n: u64 } } new { struct T { n: chrono::DateTime<chrono::Utc> } } }
    string_timestamp { old { struct T { n: String } } new { struct T { n: chrono::DateTime<chrono::Utc> } } }
    chrono_to_jiff {
        old { struct T { n: chrono::DateTime<chrono::Utc> } }
        new { struct T { n: jiff::Timestamp } }
    }
    chrono_date_to_jiff { old { struct T { n: chrono::NaiveDate } } new { struct T { n: jiff::civil::Date } } }
    jiff_date_same { old { struct T { n: jiff::civil::Date } } new { struct T { n: jiff::civil::Date, m: u8 } } }
    jiff_local_same { old { struct T { n: jiff::civil::DateTime } } new { struct T { n: jiff::civil::DateTime } } }
    jiff_span_string { old { struct T { n: jiff::Span } } new { struct T { n: String } } }
    jiff_zoned_timestamp { old { struct T { n: jiff::Timestamp } } new { struct T { n: jiff::Zoned } } }
    decimal_same {
        old { struct T { n: rust_decimal::Decimal } }
        new { struct T { n: rust_decimal::Decimal, m: Option<u8> } }
    }
    decimal_string { old { struct T { n: rust_decimal::Decimal } } new { struct T { n: String } } }
    decimal_integer { old { struct T { n: u64 } } new { struct T { n: rust_decimal::Decimal } } }
    decimal_float { old { struct T { n: rust_decimal::Decimal } } new { struct T { n: f64 } } }
    url_string { old { struct T { n: url::Url } } new { struct T { n: String } } }
    url_same { old { struct T { n: url::Url } } new { struct T { n: url::Url } } }
    bytes_list { old { struct T { n: bytes::Bytes } } new { struct T { n: Vec<u8> } } }
    bytes_string { old { struct T { n: String } } new { struct T { n: bytes::Bytes } } }
    index_map {
        old { struct T { n: indexmap::IndexMap<String, u8> } }
        new { struct T { n: BTreeMap<String, u16> } }
    }
    index_set { old { struct T { n: Vec<String> } } new { struct T { n: indexmap::IndexSet<String> } } }
    small_vec { old { struct T { n: smallvec::SmallVec<[u8; 4]> } } new { struct T { n: Vec<u8> } } }
    array_vec_same { old { struct T { n: arrayvec::ArrayVec<u8, 2> } } new { struct T { n: arrayvec::ArrayVec<u8, 2>, m: Option<u8> } } }
    array_vec_longer { old { struct T { n: arrayvec::ArrayVec<u8, 2> } } new { struct T { n: arrayvec::ArrayVec<u16, 3> } } }
    array_vec_list { old { struct T { n: arrayvec::ArrayVec<u8, 2> } } new { struct T { n: Vec<u8> } } }
    array_vec_array { old { struct T { n: [u8; 2] } } new { struct T { n: arrayvec::ArrayVec<u8, 2> } } }
    array_vec_tuple { old { struct T { n: (u8, bool) } } new { struct T { n: arrayvec::ArrayVec<Value, 1> } } }
    array_vec_empty { old { struct T { n: arrayvec::ArrayVec<u8, 0> } } new { struct T { n: () } } }
    array_vec_tagged {
        old { #[serde(tag = "t")] enum T { A(S) } struct S { n: u8 } }
        new { #[serde(tag = "t")] enum T { A(S) } struct S { n: arrayvec::ArrayVec<u8, 2> } }
    }
    array_vec_tried {
        old { struct T { n: Vec<u8> } }
        new { struct T { n: E } #[serde(untagged)] enum E { A(arrayvec::ArrayVec<u8, 2>), B(Vec<u16>) } }
    }
    array_string_same { old { struct T { n: arrayvec::ArrayString<4> } } new { struct T { n: arrayvec::ArrayString<4>, m: Option<u8> } } }
    array_string_longer { old { struct T { n: arrayvec::ArrayString<4> } } new { struct T { n: arrayvec::ArrayString<6> } } }
    array_string_string { old { struct T { n: arrayvec::ArrayString<4> } } new { struct T { n: String } } }
    array_string_char { old { struct T { n: char } } new { struct T { n: arrayvec::ArrayString<4> } } }
    array_string_wide_char { old { struct T { n: char } } new { struct T { n: arrayvec::ArrayString<3> } } }
    array_string_enum { old { struct T { n: E } enum E { é, Bcd } } new { struct T { n: arrayvec::ArrayString<2> } } }
    array_string_long_enough { old { struct T { n: uuid::Uuid } } new { struct T { n: arrayvec::ArrayString<36> } } }
    array_string_too_short { old { struct T { n: uuid::Uuid } } new { struct T { n: arrayvec::ArrayString<35> } } }
    array_string_key {
        old { struct T { n: BTreeMap<arrayvec::ArrayString<2>, u8> } }
        new { struct T { n: BTreeMap<String, u8> } }
    }
    array_string_beside_a_map {
        old { struct T { #[serde(flatten)] m: BTreeMap<arrayvec::ArrayString<2>, u8>, #[serde(flatten)] n: BTreeMap<bool, bool> } }
        new { struct T { #[serde(flatten)] m: BTreeMap<String, u8> } }
    }
    smol_str_string { old { struct T { n: smol_str::SmolStr, m: BTreeMap<smol_str::SmolStr, u8> } } new { struct T { n: String, m: BTreeMap<String, u8> } } }
    version_same { old { struct T { n: semver::Version } } new { struct T { n: semver::Version, m: Option<u8> } } }
    version_string { old { struct T { n: semver::Version } } new { struct T { n: String } } }
    version_number { old { struct T { n: f64 } } new { struct T { n: semver::Version } } }
    version_key { old { struct T { n: BTreeMap<semver::Version, u8> } } new { struct T { n: BTreeMap<String, u8> } } }
    version_req_same { old { struct T { n: semver::VersionReq } } new { struct T { n: semver::VersionReq, m: Option<u8> } } }
    version_req_string { old { struct T { n: semver::VersionReq } } new { struct T { n: String } } }
    version_req_version { old { struct T { n: semver::VersionReq } } new { struct T { n: semver::Version } } }
    version_req_comparator { old { struct T { n: semver::VersionReq } } new { struct T { n: semver::Comparator } } }
    version_req_number { old { struct T { n: u8 } } new { struct T { n: semver::VersionReq } } }
    big_decimal_same { old { struct T { n: bigdecimal::BigDecimal } } new { struct T { n: bigdecimal::BigDecimal, m: Option<u8> } } }
    big_decimal_string { old { struct T { n: bigdecimal::BigDecimal } } new { struct T { n: String } } }
    big_decimal_float { old { struct T { n: f64 } } new { struct T { n: bigdecimal::BigDecimal } } }
    big_decimal_wide { old { struct T { n: u128 } } new { struct T { n: bigdecimal::BigDecimal } } }
    big_decimal_decimal { old { struct T { n: rust_decimal::Decimal } } new { struct T { n: bigdecimal::BigDecimal } } }
    big_decimal_key { old { struct T { n: BTreeMap<u8, u8> } } new { struct T { n: HashMap<bigdecimal::BigDecimal, u8> } } }
    json_map {
        old { struct T { n: serde_json::Map<String, serde_json::Value> } }
        new { struct T { n: serde_json::Value } }
    }
    json_flattened {
        old { struct T { a: u8, #[serde(flatten)] rest: serde_json::Map<String, serde_json::Value> } }
        new { struct T { a: u8, b: Option<u8>, #[serde(flatten)] rest: serde_json::Map<String, serde_json::Value> } }
    }
    arc_and_rc {
        old { struct T { n: std::sync::Arc<u8>, m: std::rc::Rc<str> } }
        new { struct T { n: u8, m: String } }
    }
    saturating_widened { old { struct T { n: std::num::Saturating<u8> } } new { struct T { n: std::num::Saturating<u64> } } }
    saturating_to_plain { old { struct T { n: u16 } } new { struct T { n: std::num::Saturating<i8> } } }
    saturating_to_float { old { struct T { n: std::num::Saturating<i64> } } new { struct T { n: f64 } } }
    saturating_wide { old { struct T { n: std::num::Saturating<u64> } } new { struct T { n: std::num::Saturating<u128> } } }
    saturating_key {
        old { struct T { n: BTreeMap<std::num::Saturating<u8>, u8> } }
        new { struct T { n: BTreeMap<i64, u8> } }
    }
    saturating_tried {
        old { struct T { n: u64 } }
        new { struct T { n: E } #[serde(untagged)] enum E { A(std::num::Saturating<u8>), B(String) } }
    }
    wrapping_to_plain { old { struct T { n: std::num::Wrapping<u8> } } new { struct T { n: u8, m: Option<u8> } } }
    number_from_integer { old { struct T { n: u64 } } new { struct T { n: serde_json::Number } } }
    number_to_float { old { struct T { n: serde_json::Number } } new { struct T { n: f64 } } }
    number_to_value { old { struct T { n: serde_json::Number } } new { struct T { n: serde_json::Value } } }
    number_tried {
        old { struct T { n: serde_json::Number } }
        new { struct T { n: E } #[serde(untagged)] enum E { A(serde_json::Number), B(String) } }
    }
    socket_v4_to_any { old { struct T { n: std::net::SocketAddrV4 } } new { struct T { n: SocketAddr } } }
    socket_v6_to_any { old { struct T { n: std::net::SocketAddrV6 } } new { struct T { n: SocketAddr } } }
    socket_v4_to_v6 { old { struct T { n: std::net::SocketAddrV4 } } new { struct T { n: std::net::SocketAddrV6 } } }
    socket_v4_string { old { struct T { n: String } } new { struct T { n: std::net::SocketAddrV4 } } }
    os_string_same { old { struct T { n: std::ffi::OsString } } new { struct T { n: std::ffi::OsString, m: Option<u8> } } }
    os_string_to_string { old { struct T { n: std::ffi::OsString } } new { struct T { n: String } } }
    os_string_to_enum {
        old { struct T { n: std::ffi::OsString } }
        new { struct T { n: E } enum E { Unix(Vec<u8>), Windows(Vec<u16>) } }
    }
    os_string_boxed { old { struct T { n: Box<std::ffi::OsStr> } } new { struct T { n: std::ffi::OsString } } }
    c_string_to_bytes { old { struct T { n: std::ffi::CString } } new { struct T { n: Vec<u8> } } }
    c_string_from_string { old { struct T { n: String } } new { struct T { n: std::ffi::CString } } }
    c_string_to_nonzero { old { struct T { n: std::ffi::CString } } new { struct T { n: Vec<NonZeroU8> } } }
    c_string_boxed { old { struct T { n: Box<std::ffi::CStr> } } new { struct T { n: bytes::Bytes } } }
    weekday_to_string { old { struct T { n: chrono::Weekday } } new { struct T { n: String } } }
    weekday_to_enum {
        old { struct T { n: chrono::Weekday } }
        new { struct T { n: E } enum E { Mon, Tue, Wed, Thu, Fri, Sat, Sun } }
    }
    weekday_key {
        old { struct T { n: HashMap<chrono::Weekday, u8> } }
        new { struct T { n: HashMap<String, u8> } }
    }
    month_to_enum {
        old { struct T { n: E } enum E { January, February, March } }
        new { struct T { n: chrono::Month } }
    }
    month_to_weekday { old { struct T { n: chrono::Month } } new { struct T { n: chrono::Weekday } } }
    time_delta_same { old { struct T { n: chrono::TimeDelta } } new { struct T { n: chrono::TimeDelta, m: Option<u8> } } }
    time_delta_to_pair { old { struct T { n: chrono::TimeDelta } } new { struct T { n: (i64, i32) } } }
    time_delta_to_number { old { struct T { n: chrono::TimeDelta } } new { struct T { n: i64 } } }
    time_date_same { old { struct T { n: time::Date } } new { struct T { n: time::Date, m: Option<u8> } } }
    time_date_added { old { struct T {} } new { struct T { n: time::Date } } }
    time_date_to_number { old { struct T { n: time::Date } } new { struct T { n: u64 } } }
    time_instant_to_object { old { struct T { n: time::OffsetDateTime } } new { struct T { n: BTreeMap<String, u8> } } }
    time_offset_from_bool { old { struct T { n: bool } } new { struct T { n: time::UtcOffset } } }
    time_kept_beside_a_break {
        old { struct T { n: time::OffsetDateTime, m: u8 } }
        new { struct T { n: time::OffsetDateTime, m: String } }
    }
    time_weekday_to_number { old { struct T { n: time::Weekday } } new { struct T { n: u8 } } }
    time_weekday_to_name { old { struct T { n: time::Weekday } } new { struct T { n: String } } }
    time_month_to_weekday { old { struct T { n: time::Month } } new { struct T { n: time::Weekday } } }
    time_month_key {
        old { struct T { n: BTreeMap<time::Month, u8> } }
        new { struct T { n: BTreeMap<String, u8> } }
    }
    time_weekday_from_enum {
        old { struct T { n: E } enum E { Monday, Tuesday } }
        new { struct T { n: time::Weekday } }
    }
    raw_from_number { old { struct T { n: u64 } } new { struct T { n: Box<serde_json::value::RawValue> } } }
    raw_to_value { old { struct T { n: Box<serde_json::value::RawValue> } } new { struct T { n: serde_json::Value } } }
    raw_to_string { old { struct T { n: Box<serde_json::value::RawValue> } } new { struct T { n: String, m: u8 } } }
    raw_in_a_buffer {
        old { struct T { n: E } enum E { A(u8) } }
        new { struct T { n: E } #[serde(untagged)] enum E { A(Box<serde_json::value::RawValue>) } }
    }
    raw_added { old { struct T {} } new { struct T { n: Box<serde_json::value::RawValue> } } }
    raw_optional { old { struct T { n: u8 } } new { struct T { n: Option<Box<serde_json::value::RawValue>> } } }
    either_to_enum {
        old { struct T { n: either::Either<u8, String> } }
        new { struct T { n: E } enum E { Left(u16), Right(String), Other } }
    }
    either_changed { old { struct T { n: either::Either<u8, String> } } new { struct T { n: either::Either<u8, bool> } } }
    chrono_date_key {
        old { struct T { n: BTreeMap<chrono::NaiveDate, u8> } }
        new { struct T { n: BTreeMap<String, u8> } }
    }
    remote_derive {
        old { struct T { a: S } struct S { x: u8, y: String } }
        new {
            struct T { #[serde(with = "Def")] #[contract(wire = Def)] a: foreign::S }
            #[serde(remote = "foreign::S")] struct Def { x: u8, y: String }
        }
        with_new { mod foreign { pub(crate) struct S { pub(crate) x: u8, pub(crate) y: String } } }
    }
}
