//! Pairs of old and new Rust types, compiled, written by one and read by the other for real.
//! serde is the judge.

#[path = "serde_pairs/by_hand.rs"]
mod by_hand;
#[path = "serde_pairs/facts.rs"]
mod facts;
#[path = "serde_pairs/harness.rs"]
mod harness;
#[path = "serde_pairs/judge.rs"]
mod judge;
#[path = "serde_pairs/pairs/mod.rs"]
mod pairs;
#[path = "serde_pairs/sample.rs"]
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
    let count = judge::verdicts_agree_with_serde(&pairs::all());
    let [included, not_included, undecided] = count;
    assert!(
        included > 300 && not_included > 300 && undecided < 8,
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
