//! Writes programs: pairs of versions of Rust types that differ by an edit or two.
//!
//! `CONTRACT_SERDE_PAIRS` says how many, `CONTRACT_SERDE_SEED` from which number on.

#![expect(clippy::print_stdout, reason = "build scripts tell cargo what they need by printing it")]

mod edit;
mod generate;
mod legal;
mod model;
mod print;
mod random;

use std::fmt::Write as _;
use std::{env, fs};

use random::Random;

/// How many pairs are compiled where nobody asks for more.
const PAIRS: u64 = 60;

fn main() {
    println!("cargo::rerun-if-changed=build");
    let text = programs(number("CONTRACT_SERDE_SEED", 1), number("CONTRACT_SERDE_PAIRS", PAIRS));
    let folder = env::var("OUT_DIR").expect("cargo gives build scripts a folder");
    fs::write(format!("{folder}/pairs.rs"), text).expect("the folder can be written");
}

fn number(variable: &str, usual: u64) -> u64 {
    println!("cargo::rerun-if-env-changed={variable}");
    match env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text}")),
        Err(_) => usual,
    }
}

fn programs(first: u64, count: u64) -> String {
    let mut text = String::new();
    let mut names = String::new();
    for seed in first..first + count {
        let random = &mut Random::new(seed);
        let mut old = generate::version(random);
        legal::legalize(&mut old);
        let mut new = old.clone();
        let edits = match random.below(10) {
            0 => 0,
            1..8 => 1,
            _ => 2,
        };
        for _ in 0..edits {
            edit::edit(random, &mut new, &legal::reached(&old));
        }
        legal::legalize(&mut new);
        let reached = (legal::reached(&old), legal::reached(&new));
        let name = format!("p{seed}");
        let old = print::module(random, "old", &old, &reached.0);
        let new = print::module(random, "new", &new, &reached.1);
        let _ = write!(text, "mod {name} {{\n{old}{new}}}\n");
        let _ = writeln!(
            names,
            "crate::harness::Pair {{ name: {name:?}, old: {name}::old::side, new: {name}::new::side }},"
        );
    }
    let _ =
        write!(text, "pub(crate) fn all() -> Vec<crate::harness::Pair> {{ vec![\n{names}] }}\n");
    text
}
