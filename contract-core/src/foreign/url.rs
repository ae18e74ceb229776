//! The crate `url`.

use super::leaf;

leaf! {
    url::Url => "url",
}
