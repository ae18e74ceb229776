//! The crate `bytes`.

use super::leaf;

leaf! {
    bytes::Bytes => "bytes",
    bytes::BytesMut => "bytes",
}
