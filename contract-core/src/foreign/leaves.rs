//! Types of std that are one value on the wire.

use std::num::NonZero;

use super::{leaf, same};
use crate::declare::{Contract, Wire};

leaf! {
    bool => "bool",
    i8 => "i8",
    i16 => "i16",
    i32 => "i32",
    i64 => "i64",
    i128 => "i128",
    isize => "i64",
    u16 => "u16",
    u32 => "u32",
    u64 => "u64",
    u128 => "u128",
    usize => "u64",
    NonZero<i8> => "nonzero_i8",
    NonZero<i16> => "nonzero_i16",
    NonZero<i32> => "nonzero_i32",
    NonZero<i64> => "nonzero_i64",
    NonZero<i128> => "nonzero_i128",
    NonZero<isize> => "nonzero_i64",
    NonZero<u8> => "nonzero_u8",
    NonZero<u16> => "nonzero_u16",
    NonZero<u32> => "nonzero_u32",
    NonZero<u64> => "nonzero_u64",
    NonZero<u128> => "nonzero_u128",
    NonZero<usize> => "nonzero_u64",
    f32 => "f32",
    f64 => "f64",
    char => "char",
    String => "string",
    () => "null",
    // A path that is not UTF-8 cannot be written at all.
    std::path::PathBuf => "string",
    std::time::Duration => "duration",
    std::time::SystemTime => "system_time",
    std::net::Ipv4Addr => "ipv4",
    std::net::Ipv6Addr => "ipv6",
    std::net::IpAddr => "ip",
    std::net::SocketAddr => "socket_addr",
    std::net::SocketAddrV4 => "socket_addr_v4",
    std::net::SocketAddrV6 => "socket_addr_v6",
    std::ffi::CStr => "c_string",
    std::ffi::CString => "c_string",
    std::convert::Infallible => "never",
}

same! {
    [] std::sync::atomic::AtomicBool => bool,
    [] std::sync::atomic::AtomicI8 => i8,
    [] std::sync::atomic::AtomicI16 => i16,
    [] std::sync::atomic::AtomicI32 => i32,
    [] std::sync::atomic::AtomicIsize => isize,
    [] std::sync::atomic::AtomicU8 => u8,
    [] std::sync::atomic::AtomicU16 => u16,
    [] std::sync::atomic::AtomicU32 => u32,
    [] std::sync::atomic::AtomicUsize => usize,
    #[cfg(target_has_atomic = "64")]
    [] std::sync::atomic::AtomicI64 => i64,
    #[cfg(target_has_atomic = "64")]
    [] std::sync::atomic::AtomicU64 => u64,
}

/// Texts that serde reads into a reference if there is nothing in them to unescape.
macro_rules! borrowed {
    ($($ty:ty)+) => {
        $(impl Contract for $ty {
            fn wire() -> Wire {
                Wire::Leaf("string")
            }

            fn borrowed() -> Wire {
                Wire::Leaf("borrowed_string")
            }
        })+
    };
}

borrowed! { str std::path::Path }

impl Contract for u8 {
    fn wire() -> Wire {
        Wire::Leaf("u8")
    }

    // Bytes are written as numbers, and JSON has none to borrow but those of a string.
    fn borrowed_slice() -> Wire {
        Wire::Split(|| Wire::List(u8::wire), <&str>::wire)
    }
}

impl<T: ?Sized> Contract for std::marker::PhantomData<T> {
    fn wire() -> Wire {
        Wire::Leaf("phantom")
    }
}
