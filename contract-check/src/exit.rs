//! The exit codes, and what they promise. They are the ones of cargo's other judges, so that a
//! run that failed to judge never looks like a break, nor like a pass.

/// Nothing to say: every contract is as its baseline says.
pub const OK: u8 = 0;
/// The command line makes no sense.
pub const USAGE: u8 = 2;
/// The checked-in files are stale and nothing else is wrong: `accept` mends them.
pub const STALE: u8 = 4;
/// Something could not be decided, and nothing that could was breaking.
pub const UNDECIDED: u8 = 5;
/// Findings that fail: breaking changes.
pub const BREAKING: u8 = 100;
/// The judgement could not be made: a broken build, an unreadable file.
pub const FAILED: u8 = 101;

/// The worse of two codes: what the whole run ends with.
pub fn worse(a: u8, b: u8) -> u8 {
    const ORDER: [u8; 6] = [OK, STALE, UNDECIDED, BREAKING, USAGE, FAILED];
    let rank = |code| ORDER.iter().position(|it| *it == code).unwrap_or(ORDER.len());
    if rank(a) >= rank(b) { a } else { b }
}
