//! Texts as they come: reading them ends with a value or an error, and agrees with `serde_json`.
//!
//! `CONTRACT_CHECK_SEEDS` sets how many texts are tried.

use std::collections::BTreeSet;

use contract_check::json::{Json, Problem};
use contract_check::shape::{Answer, Arena, Budget, Prover, StringSpec};

fn seeds() -> u64 {
    std::env::var("CONTRACT_CHECK_SEEDS").ok().and_then(|it| it.parse().ok()).unwrap_or(5_000)
}

/// Numbers below a bound, from a seed (an LCG's high bits).
fn random(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |bound| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    }
}

const TEXTS: &[&str] = &[
    r#"{"a": [1, -2.5e3, 0.10, 1E+2], "b": {"c": null, "d": [true, false]}}"#,
    r#"["\u00e9\ud83d\ude00\n\\\"", "é😀", "", {"": {}}]"#,
    r##"{"type": "object", "properties": {"x": {"$ref": "#/$defs/X"}}, "required": ["x"]}"##,
    "  [[[[0]]], -0, 0e0, 123456789012345678901234567890]  ",
];

const PIECES: &[&str] = &[
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "0", "-", ".", "e", "E", "+", "1", "null",
    "tru", "é", "\u{0}", "\n", " ", "\"a\":", "\u{feff}", "d83d", "/",
];

/// A text with some pieces put in, left out or doubled.
fn mutated(seed: u64) -> String {
    let mut below = random(seed);
    let mut text = TEXTS[below(TEXTS.len())].to_owned();
    for _ in 0..below(4) {
        let places: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (places[below(places.len())], places[below(places.len())]);
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 6));
        let to = places.iter().copied().find(|place| *place >= to).unwrap_or(text.len());
        match below(3) {
            0 => text.insert_str(a, PIECES[below(PIECES.len())]),
            1 => text.replace_range(from..to, ""),
            _ => text.replace_range(from..to, PIECES[below(PIECES.len())]),
        }
    }
    text
}

#[test]
fn reading_agrees_with_serde_json() {
    let (mut good, mut bad) = (0, 0);
    for seed in 0..seeds() {
        let text = mutated(seed);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        match (Json::parse(&text), theirs) {
            (Ok(ours), Ok(theirs)) => {
                // What is printed is read back as the same, number by number.
                let printed = ours.to_string();
                let again = Json::parse(&printed).expect("printed JSON");
                assert_eq!(again.to_string(), printed, "seed {seed}");
                assert_eq!(again, ours, "seed {seed}");
                assert_eq!(theirs.is_object(), ours.as_object().is_some(), "seed {seed}");
                good += 1;
            }
            (Err(_), Err(_)) => bad += 1,
            // We refuse what says something twice, and zeros with absurd exponents.
            (Err(error), Ok(_)) => {
                let refused = matches!(error.problem, Problem::Duplicate(_) | Problem::Exponent(_));
                assert!(refused, "seed {seed}: {error} in {text}");
            }
            // We skip a byte order mark, and read numbers of any size.
            (Ok(_), Err(error)) => {
                let ours = text.starts_with('\u{feff}') || error.to_string().contains("range");
                assert!(ours, "seed {seed}: {error} in {text}");
            }
        }
    }
    assert!(good * 20 > seeds() && bad * 20 > seeds(), "{good} good texts, {bad} bad ones");
}

#[test]
fn any_text_may_stand_for_a_pattern() {
    let pieces = [
        "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", "\\", "a", "b", "-", ",", "1",
        "2", "9", ".", "\\d", "\\p{L}", "\\b", "\\u", "(?", "<", "=", "!", "é", "\\x4", ":",
    ];
    let mut compared = 0;
    for seed in 0..seeds() / 10 {
        let mut below = random(seed);
        let mut pattern = |length: usize| -> String {
            (0..below(length)).map(|_| pieces[below(pieces.len())]).collect()
        };
        let (one, other) = (pattern(12), pattern(6));
        let mut arena = Arena::new();
        let mut shape = |pattern: String| {
            let patterns = BTreeSet::from([pattern]);
            arena.string(StringSpec { patterns, ..StringSpec::default() })
        };
        let (writer, reader) = (shape(one.clone()), shape(other.clone()));
        let budget = Budget { steps: 20_000 };
        let mut prover = Prover::new();
        match prover.included(&mut arena, writer, reader, budget) {
            Answer::NotIncluded(witness) => {
                let witness = arena.constant(&witness);
                let mut asked = |shape| prover.included(&mut arena, witness, shape, budget);
                assert_eq!(asked(writer), Answer::Included, "{one} without {other}");
                assert!(matches!(asked(reader), Answer::NotIncluded(_)), "{one} without {other}");
                compared += 1;
            }
            Answer::Included => compared += 1,
            Answer::Undecided(_) => {}
        }
    }
    assert!(compared * 50 > seeds() / 10, "only {compared} pairs were compared");
}
