//! Tests that need more than one crate of the workspace; everything is under `tests/tests`.
