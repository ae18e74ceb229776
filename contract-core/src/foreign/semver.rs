//! The crate `semver`.

use super::leaf;

leaf! {
    semver::Version => "version",
    semver::VersionReq => "version_req",
    semver::Comparator => "version_comparator",
}
