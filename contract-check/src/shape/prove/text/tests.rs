//! Strings that the walk finds, or says there are none of, against all strings of a few letters;
//! and lengths that nobody could walk step by step.

use crate::json::Json;
use crate::shape::pattern::{Machine, Patterns};
use crate::shape::{Answer, Arena, Budget, Reason, StringSpec, included};

fn spec(patterns: &[&str], min: u64, max: Option<u64>) -> StringSpec {
    StringSpec {
        patterns: patterns.iter().map(|&pattern| pattern.to_owned()).collect(),
        min_length: min,
        max_length: max,
        ..StringSpec::default()
    }
}

fn answer(whole: &StringSpec, holes: &[StringSpec]) -> Answer {
    let mut arena = Arena::new();
    let writer = arena.string(whole.clone());
    let readers: Vec<_> = holes.iter().map(|hole| arena.string(hole.clone())).collect();
    let reader = arena.union(readers);
    included(&mut arena, writer, reader, Budget::default())
}

fn holds(spec: &StringSpec, text: &str) -> bool {
    let length = text.chars().count() as u64;
    spec.min_length <= length
        && spec.max_length.is_none_or(|max| length <= max)
        && spec.patterns.iter().all(|pattern| {
            let program = Patterns::default().program(pattern).expect("a pattern");
            Machine::matches(&program, text)
        })
}

/// Every string of three letters, shortest first.
fn texts() -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut from = 0;
    for _ in 0..6 {
        let to = texts.len();
        for at in from..to {
            texts.extend(['a', 'b', 'c'].map(|letter| format!("{}{letter}", texts[at])));
        }
        from = to;
    }
    texts
}

#[test]
fn agrees_with_all_strings_of_a_few_letters() {
    const PATTERNS: [&str; 24] = [
        "",
        "^a",
        "b$",
        "^[ab]*$",
        "^(ab)*$",
        "^a{2,4}$",
        "^(a|bc)+$",
        "c",
        "^[^c]*$",
        "^a.*b$",
        "^(aa)*$",
        "^(aaa)*b?$",
        "^[abc]{3}$",
        "[]",
        "^a{1,3}?$",
        "^b?$",
        "^(?:[ab]){2,}$",
        "^c{0}$",
        "[ab]{0,2}$",
        "a[ab]{0,3}(?<!b)$",
        "^(?:a{0,2}b){1,2}c?$",
        "b(?:ac?){2,}$",
        "a(?:[bc]{1,2}a){0,2}(?=c)",
        "^(?:(?!cc)[abc]){0,3}$",
    ];
    let texts = texts();
    let mut state: u64 = 1;
    let mut below = |bound: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let mut random = || {
        let patterns: Vec<&str> =
            (0..below(3)).map(|_| PATTERNS[below(PATTERNS.len() as u64) as usize]).collect();
        let min = below(4);
        let max = (below(2) == 0).then(|| min + below(3));
        spec(&patterns, min, max)
    };
    let (mut in_all, mut not_in) = (0, 0);
    for _ in 0..1_500 {
        let whole = random();
        let holes = [random(), random()];
        let refused =
            |text: &&String| holds(&whole, text) && !holes.iter().any(|hole| holds(hole, text));
        let first = texts.iter().find(refused);
        match answer(&whole, &holes) {
            Answer::Included => {
                assert_eq!(first, None, "{whole:?} in {holes:?}");
                in_all += 1;
            }
            Answer::NotIncluded(Json::String(text)) => {
                assert!(refused(&&text), "{text:?} of {whole:?} in {holes:?}");
                if let Some(first) = first {
                    assert!(text.chars().count() <= first.len(), "{text:?} and {first:?}");
                }
                not_in += 1;
            }
            other => panic!("{other:?}: {whole:?} in {holes:?}"),
        }
    }
    assert!(in_all > 200 && not_in > 200, "{in_all} are included, {not_in} are not");
}

/// The length of the shortest string of the whole that is in no hole.
fn shortest(whole: &StringSpec, hole: &StringSpec) -> Option<usize> {
    match answer(whole, std::slice::from_ref(hole)) {
        Answer::Included => None,
        Answer::NotIncluded(Json::String(text)) => Some(text.chars().count()),
        other => panic!("{other:?}: {whole:?} in {hole:?}"),
    }
}

#[test]
fn limits_are_as_far_away_as_they_like() {
    const LONG: u64 = 200_000;
    let free = spec(&[], 0, None);
    let short = |patterns: &[&str]| spec(patterns, 0, Some(LONG));
    assert_eq!(shortest(&free, &short(&[])), Some(200_001));
    assert_eq!(shortest(&free, &short(&[r"[\s\S]*"])), Some(200_001));
    assert_eq!(shortest(&spec(&["^[a-z]*$"], 0, None), &short(&["^[a-z0-9]*$"])), Some(200_001));
    assert_eq!(shortest(&short(&["^[a-z]*$"]), &short(&["^[a-z0-9]*$"])), None);
    assert_eq!(shortest(&short(&["^[a-z]*$"]), &spec(&[], 0, Some(LONG - 1))), Some(200_000));
    // Lengths that come round: the next string of a whole number of pairs, or of triples.
    assert_eq!(shortest(&spec(&["^(ab)*$"], 0, None), &short(&[])), Some(200_002));
    assert_eq!(shortest(&spec(&["^(abc)*$"], 0, None), &short(&["a|^$"])), Some(200_001));
    assert_eq!(shortest(&spec(&["^(ab)*$"], 199_999, Some(199_999)), &spec(&[], 0, Some(1))), None);
    assert_eq!(shortest(&spec(&["^(ab)*$", "^(abc)*$"], 1, None), &spec(&["z"], 0, None)), None);
    let far = 5_000_000_000;
    let beyond = answer(&spec(&["^a*$"], 0, None), &[spec(&[], 0, Some(far))]);
    assert_eq!(beyond, Answer::Undecided(Reason::Size));
    assert_eq!(shortest(&spec(&["^(ab)*$"], far + 1, Some(far + 1)), &spec(&["z"], 0, None)), None);
}

/// What asks for characters of one kind asks for lengths.
#[test]
fn repetitions_are_lengths() {
    let key =
        "^[a-f]{8}-[a-f]{12}|arn:aws[a-z-]{0,7}:kms:[a-z]{2}-[a-z-]{4,}:(key|alias)\\/[a-z-]+$";
    let whole = spec(&[key], 1, Some(2_048));
    assert_eq!(shortest(&whole, &spec(&["^.{1,2048}$"], 0, None)), Some(22));
    let line = spec(&[key, "^.*$"], 1, Some(2_048));
    assert_eq!(shortest(&line, &spec(&["^.{1,2048}$"], 0, None)), None);
    assert_eq!(shortest(&line, &spec(&[r"^\p{L}{1,20}$"], 0, None)), Some(21));
}

/// Automata whose states are too many to be walked, beside others that leave nothing to walk.
#[test]
fn what_cannot_match_any_more_is_not_walked() {
    let whole = spec(&["^mi-[0-9a-f]{17}$"], 0, None);
    let hole =
        spec(&[r"(^mi-[0-9a-f]{17}$)|(^eks_c:[0-9A-Za-z][A-Za-z0-9\-_]{0,99}_\w{17}$)"], 20, None);
    assert_eq!(answer(&whole, std::slice::from_ref(&hole)), Answer::Included);
    assert!(matches!(answer(&hole, &[whole]), Answer::NotIncluded(_)));
}

/// Of all counts that a repetition may be at, those that leave most of it open are enough.
#[test]
fn counted_repetition_takes_no_set_of_counts() {
    let name = r"([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)$";
    let version = r"([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,5})?$";
    let (names, versions) = (spec(&[name], 1, Some(170)), spec(&[version], 1, Some(176)));
    assert_eq!(shortest(&names, &versions), None);
    assert_eq!(shortest(&versions, &names), Some(171));
    let free = |pattern| spec(&[pattern], 0, None);
    assert_eq!(shortest(&free("a[ab]{30,}c"), &free("[ab]{31,}c")), None);
    assert_eq!(shortest(&free("[ab]{31,}c"), &free("a[ab]{30,}c")), Some(32));
    assert_eq!(shortest(&free("a(?:[ab]{0,61}c){2}x"), &free("a[^x]*x")), None);
}

/// What the states of one pattern have used up is not missing elsewhere.
#[test]
fn automata_that_explode_are_given_up() {
    let (whole, hole) = (spec(&["a[ab]{40}$"], 0, None), spec(&["[ab]{41}$"], 0, None));
    let Answer::Undecided(Reason::Pattern { pattern, .. }) = answer(&whole, &[hole]) else {
        panic!("2^40 states were walked");
    };
    assert_eq!(pattern, "a[ab]{40}$");
}
