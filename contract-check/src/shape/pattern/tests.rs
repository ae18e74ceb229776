//! Patterns against what ECMA-262 says of them, and against an engine that is not ours.

use std::rc::Rc;

use super::{Machine, Patterns, Program};

fn program(pattern: &str) -> Result<Rc<Program>, String> {
    Patterns::default().program(pattern)
}

fn matches(pattern: &str, text: &str) -> bool {
    let program = program(pattern).unwrap_or_else(|reason| panic!("{pattern}: {reason}"));
    Machine::matches(&program, text)
}

#[test]
fn patterns_mean_what_ecma_262_says() {
    for (pattern, good, bad) in [
        // A pattern matches anywhere; `$` is the end and not before a last line feed.
        ("b", &["b", "abc"][..], &["", "ac"][..]),
        ("^b$", &["b"], &["b\n", "\nb", "bb"]),
        ("^.$", &["a", "é", "😀", "\u{85}"], &["\n", "\r", "\u{2028}", "ab", ""]),
        ("^[^]$", &["\n", "a"], &["", "ab"]),
        ("[]", &[], &["", "a"]),
        ("", &["", "a"], &[]),
        // Shorthands are ASCII, except white space.
        (r"^\d$", &["0", "9"], &["٣", "a"]),
        (r"^\w$", &["a", "Z", "_", "5"], &["é", "-"]),
        (r"^\s$", &[" ", "\t", "\u{feff}", "\u{a0}", "\u{2029}"], &["\u{85}", "a", "\u{180e}"]),
        (r"^[\d-x]$", &["5", "-", "x"], &["e"]),
        (r"^[a\-z]$", &["a", "-", "z"], &["b"]),
        (r"^[\b]$", &["\u{8}"], &["b"]),
        (r"^[\w.]+@[^@]+$", &["a.b@c"], &["a@", "@c"]),
        // Escapes.
        (r"^\u0061\x62\u{63}\cJ\0\/$", &["abc\n\0/"], &["abcj"]),
        (r"^\ud83d\ude00$", &["😀"], &["?"]),
        (r"^\p{Lu}\P{Lu}$", &["Éa"], &["éa", "AB"]),
        (r"^\p{Script=Greek}+$", &["αβ"], &["ab"]),
        (r"^\p{L}{2}$", &["ñø"], &["a1"]),
        // Repetitions, lazy ones too, and braces that are none.
        ("^a{2,3}?$", &["aa", "aaa"], &["a", "aaaa"]),
        ("^a{2,}$", &["aa", "aaaaa"], &["a"]),
        ("^a{,2}$", &["a{,2}"], &["aa"]),
        ("^x{$", &["x{"], &["x"]),
        ("^(?:ab|c)*$", &["", "abcab"], &["a"]),
        ("^(?<year>[0-9]{4})$", &["2026"], &["26"]),
        ("^(|a)+$", &["", "aa"], &["b"]),
        // Boundaries.
        (r"\bcat\b", &["cat", "a cat!"], &["cats", "_cat"]),
        (r"^a\Bb$", &["ab"], &["a b"]),
        (r"\B", &["", "ab"], &["a"]),
        // Look-around.
        ("^(?=a)", &["a", "ab"], &["", "ba"]),
        ("^(?!a)", &["", "ba"], &["a", "ab"]),
        ("(?!a)", &["", "a"], &[]),
        ("^(?=.*[0-9])(?=.*[a-z]).{3,}$", &["a1b", "11a"], &["a1", "abc", "111"]),
        ("^([a-z0-9]|-(?!-)){1,5}$", &["a-b", "-"], &["a--b", "", "------"]),
        ("^(?!.*x$)", &["xy", ""], &["x", "yx"]),
        ("^(?!.*x$).*y", &["xy", "y"], &["yx", ""]),
        ("^(?!a$)(?!b$)", &["", "ab", "c"], &["a", "b"]),
        ("^(?!(?!a))", &["a", "ab"], &["", "b"]),
        ("^(?!(?=a)ab)", &["aa", "a"], &["ab", "abc"]),
        (r"^(?:(?!\bb).)*$", &["ab", ""], &["a b", "b"]),
        ("a(?=b)|c(?!d)", &["ab", "ac"], &["a", "cd"]),
        ("^(?=)$", &[""], &["a"]),
        ("^.*(?<!-)$", &["", "a", "-a"], &["-", "a-"]),
        (r"(?<=\$)\d", &["$5", "a$5"], &["5", "$a5"]),
        (r"(?<!\$)\b\d", &["5", "a 5"], &["$5"]),
        ("(?<=^a)b", &["ab"], &["b", "aab"]),
        ("(?<=a$)", &["a", "ba"], &["", "ab"]),
        ("(?<=a.*)b(?=.*c)", &["abc", "a-b-c"], &["bc", "ab", "bac"]),
        // Alternatives reach over the whole.
        ("^a|b$", &["ax", "xb"], &["xa"]),
        ("a^", &[], &["a", ""]),
    ] {
        for text in good {
            assert!(matches(pattern, text), "{pattern} should match {text:?}");
        }
        for text in bad {
            assert!(!matches(pattern, text), "{pattern} should not match {text:?}");
        }
    }
}

#[test]
fn what_cannot_be_understood_says_why() {
    for (pattern, reason) in [
        ("(?=a)*", "it repeats an assertion"),
        ("(?<!a(?=b))b", "it looks around while it looks behind"),
        (r"(a)\1", "it refers back to a group"),
        (r"\k<a>", "it refers back to a group"),
        ("(?i)a", "it changes flags inside"),
        (r"\Z", "`\\Z` is no escape of ECMA-262"),
        ("*a", "`*` repeats nothing"),
        ("a**", "it repeats a repetition"),
        ("^*", "it repeats an assertion"),
        ("[b-a]", "a range is in the wrong order"),
        ("[a", "a class is not closed"),
        ("(a", "a group is not closed"),
        ("a)", "a `)` closes nothing"),
        ("a\\", "it ends in the middle"),
        ("a{3,2}", "a repetition's bounds are in the wrong order"),
        ("a{99999999999}", "a repetition's bound is too large"),
        (r"\p{Klingon}", "the property `Klingon` is unknown"),
        ("((a{99}){99}){99}", "its automaton has more than 20000 states"),
    ] {
        assert_eq!(program(pattern).err().as_deref(), Some(reason), "{pattern}");
    }
}

/// A pattern and a text of a few letters, from a seed.
fn random(seed: u64) -> (String, String) {
    let mut state = seed;
    let mut below = move |bound: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let atoms =
        ["a", "b", "c", "0", "_", " ", ".", "[ab]", "[^a]", "[a-c0]", r"\d", r"\w", r"\s", r"\W"];
    let mut pattern = String::new();
    let mut open = 0;
    for _ in 0..below(10) + 1 {
        match below(12) {
            0 => {
                pattern.push_str("(?:");
                open += 1;
                pattern.push_str(atoms[below(atoms.len() as u64) as usize]);
            }
            1 if open > 0 => {
                pattern.push(')');
                open -= 1;
                pattern.push_str(["", "*", "+", "?", "{1,2}", "{0,3}", "{2,}"][below(7) as usize]);
            }
            2 => pattern.push('|'),
            3 => pattern.push('^'),
            4 => pattern.push('$'),
            5 => pattern.push_str([r"\b", r"\B"][below(2) as usize]),
            _ => {
                pattern.push_str(atoms[below(atoms.len() as u64) as usize]);
                let times = ["", "", "*", "+", "?", "{2}", "{1,}", "*?", "{0,2}", "{1,3}", "{2,}"];
                pattern.push_str(times[below(times.len() as u64) as usize]);
            }
        }
    }
    pattern.push_str(&")".repeat(open));
    let letters = ['a', 'b', 'c', '0', '_', ' ', '-'];
    let text = (0..below(8)).map(|_| letters[below(letters.len() as u64) as usize]).collect();
    (pattern, text)
}

#[test]
fn short_texts_are_counted_in_bytes() {
    for most in 0..9 {
        for text in
            ["", "a", "abc", "é", "ééa", "\u{800}", "\u{ffff}é", "😀", "a😀b", "😀😀", "😀😀a"]
        {
            let pattern = super::at_most_bytes(most);
            assert_eq!(matches(&pattern, text), text.len() as u64 <= most, "{text:?}, {most}");
        }
    }
    let reason = program(&super::at_most_bytes(u64::MAX)).expect_err("it has too many states");
    assert!(reason.contains("states"), "{reason}");
}

#[test]
fn agrees_with_another_engine() {
    let mut compared = 0;
    for seed in 0..4_000 {
        let (pattern, text) = random(seed);
        // Texts are ASCII, for which its classes are ours.
        let (Ok(theirs), Ok(_)) = (regex::Regex::new(&pattern), program(&pattern)) else {
            continue;
        };
        assert_eq!(matches(&pattern, &text), theirs.is_match(&text), "{pattern} on {text:?}");
        compared += 1;
    }
    assert!(compared > 2_000, "only {compared} patterns were compared");
}
