//! What the macros say about mistakes; everything is under `tests/ui`.
