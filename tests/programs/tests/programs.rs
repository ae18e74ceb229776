//! Pairs of old and new Rust types that the build script wrote, held against serde as those are
//! that are written by hand.

#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which of them is needed, the seed says"
)]
#[path = "../../tests/serde_pairs/harness.rs"]
mod harness;
#[path = "../../tests/serde_pairs/judge.rs"]
mod judge;
mod pairs {
    #![allow(
        dead_code,
        nonstandard_style,
        unreachable_patterns,
        unreachable_pub,
        unused_imports,
        clippy::all,
        reason = "the items are what users write, some of it with poor style"
    )]
    include!(concat!(env!("OUT_DIR"), "/pairs.rs"));
}
#[allow(dead_code, unused_imports, reason = "which of them is needed, the seed says")]
mod prelude;
#[path = "../../tests/serde_pairs/sample.rs"]
mod sample;

/// Every document that serde writes is the evaluator's to write.
#[test]
fn what_serde_writes_is_written() {
    judge::what_serde_writes_is_written(&pairs::all());
}

/// The evaluator reads what serde reads, and refuses what serde refuses.
#[test]
fn what_serde_reads_is_read() {
    judge::what_serde_reads_is_read(&pairs::all());
}

/// The verdict of every pair agrees with what serde does, and every witness holds up.
#[test]
fn verdicts_agree_with_serde() {
    let pairs = pairs::all();
    let count = judge::verdicts_agree_with_serde(&pairs);
    let [included, not_included, undecided] = count;
    let fifth = 2 * pairs.len() / 5;
    assert!(
        included > fifth && not_included > fifth && undecided < fifth,
        "the pairs must stay telling: {count:?}"
    );
}

/// A comparison of two documents finds a break exactly where serde shows one, and never passes in
/// silence over a value that serde loses.
#[test]
fn findings_agree_with_serde() {
    judge::findings_agree_with_serde(&pairs::all());
}

/// A type reads what it writes exactly where the check of single types says so.
#[test]
fn types_that_cannot_read_their_own_output_are_found() {
    judge::types_that_cannot_read_their_own_output_are_found(&pairs::all());
}

/// The shapes hold what serde reads and writes, document by document.
#[test]
fn shapes_agree_with_serde() {
    judge::shapes_agree_with_serde(&pairs::all());
}
