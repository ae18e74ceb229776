//! Rendered schemas against serde: what serde writes must be valid as written, and what serde
//! refuses must not be valid as read.

mod documents;
mod truth;
mod types;
