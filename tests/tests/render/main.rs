//! What is rendered: against serde, as what serde writes must be valid as written, and what serde
//! refuses must not be valid as read; and against itself, as references and links must lead
//! somewhere. Foreign validators are asked by `tests/validators/run`.

mod documents;
mod formats;
mod truth;
mod types;
