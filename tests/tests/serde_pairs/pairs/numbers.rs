//! Leaves: widths, signs, floats, text.

crate::harness::pairs! {
    u8_u16 { old { struct T { n: u8 } } new { struct T { n: u16 } } }
    u8_i8 { old { struct T { n: u8 } } new { struct T { n: i8 } } }
    i8_i64 { old { struct T { n: i8 } } new { struct T { n: i64 } } }
    i16_u16 { old { struct T { n: i16 } } new { struct T { n: u16 } } }
    u16_i32 { old { struct T { n: u16 } } new { struct T { n: i32 } } }
    u32_u64 { old { struct T { n: u32 } } new { struct T { n: u64 } } }
    u32_i32 { old { struct T { n: u32 } } new { struct T { n: i32 } } }
    u64_i64 { old { struct T { n: u64 } } new { struct T { n: i64 } } }
    u64_u128 { old { struct T { n: u64 } } new { struct T { n: u128 } } }
    i64_i128 { old { struct T { n: i64 } } new { struct T { n: i128 } } }
    u128_i128 { old { struct T { n: u128 } } new { struct T { n: i128 } } }
    usize_u64 { old { struct T { n: usize, m: isize } } new { struct T { n: u64, m: i64 } } }
    usize_u32 { old { struct T { n: usize } } new { struct T { n: u32 } } }
    nonzero_added { old { struct T { n: u8 } } new { struct T { n: NonZeroU8 } } }
    nonzero_signed { old { struct T { n: i8 } } new { struct T { n: NonZeroI8 } } }
    nonzero_widened { old { struct T { n: NonZeroU32 } } new { struct T { n: NonZeroU64 } } }
    f32_f64 { old { struct T { n: f32 } } new { struct T { n: f64 } } }
    u64_f64 { old { struct T { n: u64 } } new { struct T { n: f64 } } }
    i32_f32 { old { struct T { n: i32 } } new { struct T { n: f32 } } }
    u128_f64 { old { struct T { n: u128 } } new { struct T { n: f64 } } }
    f64_option { old { struct T { n: f64 } } new { struct T { n: Option<f64> } } }
    f64_string { old { struct T { n: f64 } } new { struct T { n: String } } }
    u64_string { old { struct T { n: u64 } } new { struct T { n: String } } }
    bool_u8 { old { struct T { n: bool } } new { struct T { n: u8 } } }
    bool_string { old { struct T { n: bool } } new { struct T { n: String } } }
    char_string { old { struct T { n: char } } new { struct T { n: String } } }
    char_u32 { old { struct T { n: char } } new { struct T { n: u32 } } }
    string_enum { old { struct T { n: String } } new { struct T { n: E } enum E { A, B } } }
    char_enum { old { struct T { n: char } } new { struct T { n: E } enum E { A, B } } }
    unit_option { old { struct T { n: () } } new { struct T { n: Option<u8> } } }
    wrapping { old { struct T { n: std::num::Wrapping<u8> } } new { struct T { n: u8 } } }
    path_string { old { struct T { n: std::path::PathBuf } } new { struct T { n: String } } }
    any_string { old { struct T { n: Value } } new { struct T { n: String } } }
    any_any { old { struct T { n: Value } } new { struct T { n: Value, m: Option<Value> } } }
    duration { old { struct T { n: Duration } } new { struct T { n: Duration, m: Option<Duration> } } }
    duration_struct {
        old { struct T { n: Duration } }
        new { struct T { n: D } struct D { secs: u64, nanos: u32 } }
    }
    duration_struct_wider {
        old { struct T { n: D } struct D { secs: u64, nanos: u64 } }
        new { struct T { n: Duration } }
    }
    duration_map {
        old { struct T { n: Duration } }
        new { struct T { n: BTreeMap<String, u64> } }
    }
    system_time { old { struct T { n: SystemTime } } new { struct T { n: SystemTime, m: u8 } } }
    ipv4_ip { old { struct T { n: Ipv4Addr } } new { struct T { n: IpAddr } } }
    ipv6_ip { old { struct T { n: Ipv6Addr } } new { struct T { n: IpAddr } } }
    ipv4_string { old { struct T { n: Ipv4Addr } } new { struct T { n: String } } }
    socket_addr { old { struct T { n: SocketAddr } } new { struct T { n: IpAddr } } }
    socket_addr_same { old { struct T { n: SocketAddr } } new { struct T { n: SocketAddr } } }
    numbers_in_lists { old { struct T { n: Vec<u8> } } new { struct T { n: Vec<u16> } } }
    f64_i64 { old { struct T { n: f64 } } new { struct T { n: i64 } } }
    f64_f32 { old { struct T { n: f64 } } new { struct T { n: f32 } } }
    os_string { old { struct T { n: std::ffi::OsString } } new { struct T { n: std::ffi::OsString, m: Option<u8> } } }
}
