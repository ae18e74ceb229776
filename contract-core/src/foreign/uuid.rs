//! The crate `uuid`.

use super::leaf;

leaf! {
    uuid::Uuid => "uuid",
}
