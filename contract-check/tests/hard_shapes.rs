//! Shapes that are hard to decide: each question ends with a verdict, or with "undecided" and its
//! reason, within its budget, and none overflows the stack.

use std::collections::{BTreeMap, BTreeSet};

use contract_check::json::{Json, Number};
use contract_check::shape::{
    Answer, Arena, ArraySpec, Budget, Classes, Contains, Member, Node, NumberSpec, ObjectSpec,
    Reason, Sample, ShapeId, Step, StringSpec, Unknown, included, sample,
};

fn ask(arena: &mut Arena, writer: ShapeId, reader: ShapeId) -> Answer {
    included(arena, writer, reader, Budget::default())
}

/// With a budget for questions that need not be decided.
fn ask_briefly(arena: &mut Arena, writer: ShapeId, reader: ShapeId) -> Answer {
    included(arena, writer, reader, Budget { steps: 100_000 })
}

fn witness(text: &str) -> Answer {
    Answer::NotIncluded(Json::parse(text).expect("JSON"))
}

fn record(arena: &mut Arena, members: &[(&str, ShapeId, bool)], rest: ShapeId) -> ShapeId {
    let members = members
        .iter()
        .map(|(name, shape, required)| {
            ((*name).to_owned(), Member { shape: *shape, required: *required })
        })
        .collect();
    arena.object(ObjectSpec { members, ..ObjectSpec::from(rest) })
}

fn pattern(arena: &mut Arena, pattern: &str) -> ShapeId {
    let patterns = BTreeSet::from([pattern.to_owned()]);
    arena.string(StringSpec { patterns, ..StringSpec::default() })
}

fn format(arena: &mut Arena, name: &str) -> ShapeId {
    let formats = BTreeSet::from([name.to_owned()]);
    arena.string(StringSpec { formats, ..StringSpec::default() })
}

fn interval(arena: &mut Arena, min: &str, max: &str, classes: Classes) -> ShapeId {
    let bound = |text| Some((Number::parse(text).expect("number"), false));
    arena.number(NumberSpec { min: bound(min), max: bound(max), ..classes.into() })
}

/// `depth` objects in one another, and the innermost is `leaf`.
fn nested(arena: &mut Arena, depth: usize, leaf: ShapeId) -> ShapeId {
    let never = arena.never();
    (0..depth).fold(leaf, |shape, _| record(arena, &[("a", shape, true)], never))
}

/// Whatever is in exactly one of the shapes.
fn exactly_one(arena: &mut Arena, shapes: &[ShapeId]) -> ShapeId {
    let complements: Vec<ShapeId> = shapes.iter().map(|shape| arena.not(*shape)).collect();
    let mut branches = Vec::new();
    for (at, shape) in shapes.iter().enumerate() {
        let others = complements.iter().enumerate().filter(|(other, _)| *other != at);
        let parts: Vec<ShapeId> = others.map(|(_, not)| *not).chain([*shape]).collect();
        branches.push(arena.intersection(parts));
    }
    arena.union(branches)
}

#[test]
fn ten_thousand_levels() {
    let mut arena = Arena::new();
    let (null, string) = (arena.null(), arena.any_string());
    let either = arena.union([null, string]);
    let narrow = nested(&mut arena, 10_000, string);
    let wide = nested(&mut arena, 10_000, either);
    assert_eq!(ask(&mut arena, narrow, wide), Answer::Included);
    assert_eq!(ask(&mut arena, wide, narrow), Answer::Undecided(Reason::Size));
    let narrow = nested(&mut arena, 3, string);
    let wide = nested(&mut arena, 3, either);
    assert_eq!(ask(&mut arena, wide, narrow), witness(r#"{"a":{"a":{"a":null}}}"#));
}

#[test]
fn ten_thousand_references_in_a_row() {
    let mut arena = Arena::new();
    let string = arena.any_string();
    let chain = |arena: &mut Arena, mut shape: ShapeId| {
        for _ in 0..10_000 {
            let (number, id) = arena.reference();
            arena.define(number, shape);
            shape = id;
        }
        shape
    };
    let (a, b) = (chain(&mut arena, string), chain(&mut arena, string));
    assert_eq!(ask(&mut arena, a, b), Answer::Included);
    let null = arena.null();
    let c = chain(&mut arena, null);
    assert_eq!(ask(&mut arena, c, b), witness("null"));
}

#[test]
fn references_to_themselves_say_nothing() {
    let mut arena = Arena::new();
    let string = arena.any_string();
    // A = A; B = not B; C = C or string; D = E, E = D and string.
    let (a, a_id) = arena.reference();
    arena.define(a, a_id);
    let (b, b_id) = arena.reference();
    let not_b = arena.not(b_id);
    arena.define(b, not_b);
    let (c, c_id) = arena.reference();
    let c_or = arena.union([c_id, string]);
    arena.define(c, c_or);
    let (d, d_id) = arena.reference();
    let (e, e_id) = arena.reference();
    arena.define(d, e_id);
    let d_and = arena.intersection([d_id, string]);
    arena.define(e, d_and);
    for id in [a_id, b_id, c_id, d_id, e_id] {
        assert_eq!(ask(&mut arena, id, string), Answer::Undecided(Reason::Unfounded), "{id:?}");
        assert_eq!(ask(&mut arena, string, id), Answer::Undecided(Reason::Unfounded), "{id:?}");
        assert_eq!(ask(&mut arena, id, id), Answer::Included);
    }
    let (_, undefined) = arena.reference();
    assert_eq!(ask(&mut arena, undefined, string), Answer::Undecided(Reason::Undefined));
}

#[test]
fn recursion_through_values() {
    let mut arena = Arena::new();
    let never = arena.never();
    let null = arena.null();
    // A list written as nested objects; the reader wants one more member, or less of a value.
    let list = |arena: &mut Arena, item: ShapeId| {
        let (number, id) = arena.reference();
        let next = arena.union([null, id]);
        let node = record(arena, &[("item", item, true), ("next", next, true)], never);
        arena.define(number, node);
        id
    };
    let (string, number) = (arena.any_string(), arena.any_number());
    let either = arena.union([string, number]);
    let (narrow, wide, again) =
        (list(&mut arena, string), list(&mut arena, either), list(&mut arena, string));
    assert_eq!(ask(&mut arena, narrow, wide), Answer::Included);
    assert_eq!(ask(&mut arena, narrow, again), Answer::Included);
    assert_eq!(ask(&mut arena, wide, narrow), witness(r#"{"item":0,"next":null}"#));
    // A tree that never ends holds no document at all.
    let (number, endless) = arena.reference();
    let node = record(&mut arena, &[("next", endless, true)], never);
    arena.define(number, node);
    assert_eq!(ask(&mut arena, endless, null), Answer::Included);
    assert_eq!(sample(&mut arena, endless, Budget::default()), Sample::Empty);
}

#[test]
fn thirty_choices_of_two() {
    let mut arena = Arena::new();
    let any = arena.any();
    // Each part: a member is 0 or 1. All of them together allow 2^30 combinations.
    let mut parts = Vec::new();
    let (zero, one) = (Json::from(Number::from(0)), Json::from(Number::from(1)));
    for at in 0..30 {
        let name = format!("m{at}");
        let mut branch = |value: &Json| {
            let value = arena.constant(value);
            record(&mut arena, &[(&name, value, true)], any)
        };
        let branches = [branch(&zero), branch(&one)];
        parts.push(arena.union(branches));
    }
    let all = arena.intersection(parts.clone());
    let (bit, string) = (interval(&mut arena, "0", "1", Classes::ALL), arena.any_string());
    let names: Vec<String> = (0..30).map(|at| format!("m{at}")).collect();
    let members: Vec<(&str, ShapeId, bool)> =
        names.iter().map(|name| (name.as_str(), bit, true)).collect();
    let loose = record(&mut arena, &members, any);
    // Each choice is looked at by itself.
    let ask = |arena: &mut Arena, writer, reader| {
        included(arena, writer, reader, Budget { steps: 50_000 })
    };
    assert_eq!(ask(&mut arena, all, loose), Answer::Included);
    assert!(matches!(ask(&mut arena, loose, all), Answer::NotIncluded(_)));
    assert_eq!(ask(&mut arena, all, parts[7]), Answer::Included);
    assert!(matches!(ask(&mut arena, all, string), Answer::NotIncluded(_)));
    // What is asked of one of them only is found there, and the others come along.
    let (two, m7) = (arena.constant(&Json::from(Number::from(2))), arena.constant(&one));
    let others = [
        record(&mut arena, &[("m7", two, true)], any),
        record(&mut arena, &[("m7", m7, true)], any),
    ];
    let other = arena.union(others);
    let Answer::NotIncluded(Json::Object(members)) = ask(&mut arena, all, other) else {
        panic!("0 is no 2");
    };
    assert_eq!(members.len(), 30, "{members:?}");
    // The same where a document is to be in exactly one branch of each.
    let mut exact = Vec::new();
    for part in &parts {
        let Node::Union(branches) = arena.node(*part).clone() else { panic!("a choice") };
        exact.push(exactly_one(&mut arena, &branches));
    }
    let exact = arena.intersection(exact);
    assert_eq!(ask(&mut arena, exact, all), Answer::Included);
    assert_eq!(ask(&mut arena, all, exact), Answer::Included);
}

/// A document is in exactly one of two hundred records, all of which are open: it fails the others
/// by a member that each of them alone describes.
#[test]
fn exactly_one_of_two_hundred() {
    let mut arena = Arena::new();
    let (any, string, number) = (arena.any(), arena.any_string(), arena.any_number());
    let records = |arena: &mut Arena, count: usize, shared: ShapeId| {
        let records: Vec<ShapeId> = (0..count)
            .map(|at| {
                let (one, other) = (format!("f{at}"), format!("g{at}"));
                let own = [(&*one, string, false), (&*other, string, false)];
                record(arena, &[&own[..], &[("shared", shared, false)]].concat(), any)
            })
            .collect();
        exactly_one(arena, &records)
    };
    let either = arena.union([string, number]);
    let old = records(&mut arena, 200, string);
    let more = records(&mut arena, 201, string);
    let few = records(&mut arena, 8, string);
    let few_wider = records(&mut arena, 8, either);
    let ask = |arena: &mut Arena, writer, reader| {
        included(arena, writer, reader, Budget { steps: 1_000_000 })
    };
    for (writer, reader) in [(old, more), (more, old), (few_wider, few)] {
        let answer = ask(&mut arena, writer, reader);
        assert!(matches!(answer, Answer::NotIncluded(_)), "{answer:?}");
    }
    assert_eq!(ask(&mut arena, few, few_wider), Answer::Included);
}

/// Records in exactly one of which a document is, told apart by a tag that may be left out.
#[test]
fn a_tag_that_may_be_left_out() {
    let mut arena = Arena::new();
    let (never, string, null) = (arena.never(), arena.any_string(), arena.null());
    let either = arena.union([null, string]);
    let records = |arena: &mut Arena, last: ShapeId| {
        let records: Vec<ShapeId> = (0..12)
            .map(|at| {
                let tag = arena.constant(&Json::String(format!("v{at}")));
                let value = if at == 11 { last } else { string };
                let own = format!("f{at}");
                record(arena, &[("tag", tag, false), (&own, value, false)], never)
            })
            .collect();
        exactly_one(arena, &records)
    };
    let (narrow, wide) = (records(&mut arena, string), records(&mut arena, either));
    let budget = Budget { steps: 1_000_000 };
    assert_eq!(included(&mut arena, narrow, wide, budget), Answer::Included);
    let answer = included(&mut arena, wide, narrow, budget);
    assert!(matches!(answer, Answer::NotIncluded(_)), "{answer:?}");
}

/// Plugins, each with options of its own and with maps of such options: where the tag is left out,
/// a document is in exactly one for what lies in either.
#[test]
fn maps_beside_a_tag_that_may_be_left_out() {
    let mut arena = Arena::new();
    let (never, string, null) = (arena.never(), arena.any_string(), arena.null());
    let either = arena.union([null, string]);
    let records = |arena: &mut Arena, last: ShapeId| {
        let records: Vec<ShapeId> = (0..16)
            .map(|at| {
                let tag = arena.constant(&Json::String(format!("v{at}")));
                let value = if at == 15 { last } else { string };
                let (own, next) = (format!("f{at}"), format!("f{}", (at + 1) % 16));
                let shared = [("log", string, false), (&*next, string, false)];
                let options =
                    record(arena, &[&shared[..], &[(&*own, value, false)]].concat(), never);
                let map = record(arena, &[], options);
                let members =
                    [("tag", tag, false), ("options", options, false), ("others", map, false)];
                record(arena, &members, never)
            })
            .collect();
        exactly_one(arena, &records)
    };
    let (narrow, wide) = (records(&mut arena, string), records(&mut arena, either));
    let budget = Budget { steps: 1_000_000 };
    assert_eq!(included(&mut arena, narrow, wide, budget), Answer::Included);
    let answer = included(&mut arena, wide, narrow, budget);
    assert!(matches!(answer, Answer::NotIncluded(_)), "{answer:?}");
}

/// Most records are failed by a member that is there, and one by its absence alone.
#[test]
fn a_member_that_must_not_be_there() {
    let mut arena = Arena::new();
    let (any, never) = (arena.any(), arena.never());
    let number = |arena: &mut Arena, text| arena.constant(&Json::parse(text).expect("JSON"));
    let [one, two, three, four] = ["1", "2", "3", "4"].map(|text| number(&mut arena, text));
    let (either, nine) = (arena.union([one, two]), number(&mut arena, "9"));
    let members = [("a", any, false), ("b", any, false), ("c", any, false), ("d", either, false)];
    let writer = record(&mut arena, &members, never);
    let mut readers = vec![
        // `c` has to be there and to be another number than 9, as `d` cannot be both 1 and 2.
        record(&mut arena, &[("c", nine, false), ("d", one, false)], any),
        record(&mut arena, &[("c", nine, false), ("d", two, false)], any),
        // So `a` has to be absent.
        record(&mut arena, &[("a", any, true), ("c", any, true)], any),
    ];
    for value in [one, two, three, four] {
        readers.push(record(&mut arena, &[("a", value, false), ("b", value, false)], any));
    }
    let reader = arena.union(readers);
    assert_eq!(ask(&mut arena, writer, reader), witness(r#"{"b":"","c":0}"#));
}

#[test]
fn tagged_unions_of_hundreds() {
    let mut arena = Arena::new();
    let (any, never) = (arena.any(), arena.never());
    let string = arena.any_string();
    let variants = |arena: &mut Arena, count: usize, rest: ShapeId, last: ShapeId| {
        let branches: Vec<ShapeId> = (0..count)
            .map(|at| {
                let tag = arena.constant(&Json::String(format!("v{at}")));
                let value = if at + 1 == count { last } else { string };
                record(arena, &[("tag", tag, true), ("value", value, true)], rest)
            })
            .collect();
        arena.union(branches)
    };
    let null = arena.null();
    let either = arena.union([null, string]);
    let writer = variants(&mut arena, 1_000, never, either);
    let reader = variants(&mut arena, 1_000, any, either);
    let narrow = variants(&mut arena, 1_000, any, string);
    assert_eq!(ask(&mut arena, writer, reader), Answer::Included);
    assert_eq!(ask(&mut arena, writer, narrow), witness(r#"{"tag":"v999","value":null}"#));
    // A catch-all beside the tagged ones is looked at as well.
    let open = record(&mut arena, &[("tag", string, true)], any);
    let lenient = arena.union([narrow, open]);
    assert_eq!(ask(&mut arena, writer, lenient), Answer::Included);
}

#[test]
fn unions_without_a_tag() {
    let mut arena = Arena::new();
    let never = arena.never();
    let (string, number, null) = (arena.any_string(), arena.any_number(), arena.null());
    // {a: string | number | null, b: the same} is covered by its nine cases, and not by eight.
    let kinds = [string, number, null];
    let each = arena.union(kinds);
    let whole = record(&mut arena, &[("a", each, true), ("b", each, true)], never);
    let mut cases = Vec::new();
    for a in kinds {
        for b in kinds {
            cases.push(record(&mut arena, &[("a", a, true), ("b", b, true)], never));
        }
    }
    let all = arena.union(cases.clone());
    assert_eq!(ask(&mut arena, whole, all), Answer::Included);
    let most = arena.union(cases[..8].to_vec());
    assert_eq!(ask(&mut arena, whole, most), witness(r#"{"a":null,"b":null}"#));
}

/// Two unions that are asked for by refusing what refuses them, and whose branches are made of the
/// same parts: picking a branch of one must not make the other one open again.
#[test]
fn unions_of_the_same_parts() {
    let mut arena = Arena::new();
    let (any, never) = (arena.any(), arena.never());
    let whole = arena.number(NumberSpec::from(Classes::WHOLE));
    let a = record(&mut arena, &[("a", whole, false)], any);
    let b = record(&mut arena, &[("b", whole, false)], any);
    let closed = record(&mut arena, &[("a", any, false), ("b", any, false)], never);
    let has_a = record(&mut arena, &[("a", any, true)], any);
    let (objects, no_a) = (arena.any_object(), arena.not(has_a));
    let (no_object, both) = (arena.not(objects), arena.intersection([a, b]));
    let both_closed = arena.intersection([a, b, closed]);
    let (one, other) = (arena.union([both, no_a]), arena.union([no_object, both_closed]));
    let all = arena.intersection([one, other]);
    let text = r#"{"a":1,"b":1}"#;
    let document = arena.constant(&Json::parse(text).expect("JSON"));
    let refused = arena.not(all);
    assert_eq!(ask(&mut arena, document, refused), witness(text));
    assert_eq!(ask(&mut arena, document, all), Answer::Included);
}

/// What is asked of a name may be asked of a value at the same time.
#[test]
fn a_name_and_a_value_of_one_shape() {
    let mut arena = Arena::new();
    let (any, never) = (arena.any(), arena.never());
    let long = arena.string(StringSpec { min_length: 2, ..StringSpec::default() });
    let short = arena.constant(&Json::from("w"));
    let unread = format(&mut arena, "a format that nobody knows");
    let unread = arena.union([long, unread]);
    for [named, valued] in [["a", "b"], ["b", "a"]] {
        let name = record(&mut arena, &[("w", any, true)], never);
        let writer = record(&mut arena, &[(named, name, true), (valued, short, true)], never);
        for shape in [long, unread] {
            let names = arena.object(ObjectSpec { names: Some(shape), ..ObjectSpec::from(any) });
            let members = [(named, names, false), (valued, shape, false)];
            let apart = members.map(|member| record(&mut arena, &[member], any));
            let both = record(&mut arena, &members, any);
            let either = arena.union(apart);
            for reader in [both, either, apart[0], apart[1]] {
                let answer = ask(&mut arena, writer, reader);
                let told = matches!(answer, Answer::NotIncluded(_));
                let open = shape == unread && matches!(answer, Answer::Undecided(_));
                assert!(told || open, "{named}: {answer:?}");
            }
        }
    }
}

#[test]
fn huge_lengths_are_not_written_down() {
    let mut arena = Arena::new();
    let long = |min| StringSpec { min_length: min, ..StringSpec::default() };
    let (billion, more) = (arena.string(long(1_000_000_000)), arena.string(long(1_000_000_001)));
    assert_eq!(ask(&mut arena, more, billion), Answer::Included);
    assert_eq!(ask(&mut arena, billion, more), Answer::Undecided(Reason::Size));
    let (any, never) = (arena.any(), arena.never());
    let mut list = |min, max, rest| arena.array(ArraySpec { min, max, ..ArraySpec::from(rest) });
    let (billion, more) = (list(1_000_000_000, None, any), list(1_000_000_001, None, any));
    let few = list(0, Some(1_000_000), any);
    assert_eq!(list(1, None, never), never);
    assert_eq!(ask(&mut arena, more, billion), Answer::Included);
    assert_eq!(ask(&mut arena, billion, more), Answer::Undecided(Reason::Size));
    assert_eq!(ask(&mut arena, billion, few), Answer::Undecided(Reason::Size));
    let mut object = |min| arena.object(ObjectSpec { min, ..ObjectSpec::from(any) });
    let (billion, more) = (object(1_000_000_000), object(u64::MAX));
    assert_eq!(ask(&mut arena, more, billion), Answer::Included);
    assert_eq!(ask(&mut arena, billion, more), Answer::Undecided(Reason::Size));
    let element = arena.at_path(&[Step::Element(20_000)], any);
    let all = arena.any_array();
    assert_eq!(ask(&mut arena, all, element), witness("[]"));
    assert_eq!(ask(&mut arena, element, all), Answer::Included);
}

#[test]
fn patterns_that_explode() {
    let mut arena = Arena::new();
    // The smallest deterministic automaton has 2^40 states.
    let far = pattern(&mut arena, "a.{40}$");
    let near = pattern(&mut arena, "a.{39}$");
    let answer = ask_briefly(&mut arena, far, near);
    assert!(matches!(answer, Answer::NotIncluded(_) | Answer::Undecided(_)), "{answer:?}");
    let wild = pattern(&mut arena, "^(a+)+$");
    let tame = pattern(&mut arena, "^a+$");
    assert_eq!(ask(&mut arena, wild, tame), Answer::Included);
    assert_eq!(ask(&mut arena, tame, wild), Answer::Included);
    for strange in ["(a{1000}){1000}", "(a)\\1", "(", "\\p{Nonsense}"] {
        let strange = pattern(&mut arena, strange);
        let answer = ask(&mut arena, tame, strange);
        assert!(matches!(answer, Answer::Undecided(Reason::Pattern { .. })), "{answer:?}");
        let answer = ask(&mut arena, strange, tame);
        assert!(matches!(answer, Answer::Undecided(Reason::Pattern { .. })), "{answer:?}");
        assert_eq!(ask(&mut arena, strange, strange), Answer::Included);
    }
    let never = pattern(&mut arena, "(?=a)b");
    assert_eq!(ask(&mut arena, never, tame), Answer::Included);
    assert_eq!(ask(&mut arena, tame, never), witness("\"a\""));
    let deep = pattern(&mut arena, &("(".repeat(50_000) + &")".repeat(50_000)));
    assert!(matches!(ask(&mut arena, tame, deep), Answer::Undecided(_)));
}

#[test]
fn patterns_and_lengths_together() {
    let mut arena = Arena::new();
    let spec = |pattern: &str, min_length, max_length| StringSpec {
        patterns: BTreeSet::from([pattern.to_owned()]),
        min_length,
        max_length,
        ..StringSpec::default()
    };
    let code = arena.string(spec("^[A-Z]{3}$", 0, None));
    let three =
        arena.string(StringSpec { min_length: 3, max_length: Some(3), ..StringSpec::default() });
    assert_eq!(ask(&mut arena, code, three), Answer::Included);
    assert_eq!(ask(&mut arena, three, code), witness("\"aaa\""));
    // Length counts characters, not bytes.
    let umlauts = arena.string(spec("^[äöü]{3}$", 0, None));
    assert_eq!(ask(&mut arena, umlauts, three), Answer::Included);
    let long = arena.string(spec("^a*$", 0, Some(1_000_000)));
    let same = arena.string(spec("^a*$", 0, Some(1_000_001)));
    assert_eq!(ask(&mut arena, long, same), Answer::Included);
    assert!(matches!(ask_briefly(&mut arena, same, long), Answer::Undecided(_)));
    assert_eq!(ask(&mut arena, same, long), witness(&format!("\"{}\"", "a".repeat(1_000_001))));
}

#[test]
fn numbers_beyond_any_machine() {
    let mut arena = Arena::new();
    let classes = Classes::ALL;
    let mut range = |min, max| interval(&mut arena, min, max, classes);
    let (small, large) = (range("0", "1e400"), range("0", "1e401"));
    let (tiny, none) = (range("1e-400", "1"), range("0", "0"));
    let (vast, vaster) = (range("0", "1e999999999"), range("0", "2e999999999"));
    assert_eq!(ask(&mut arena, small, large), Answer::Included);
    assert!(matches!(ask(&mut arena, large, small), Answer::NotIncluded(_)));
    assert_eq!(ask(&mut arena, tiny, small), Answer::Included);
    assert_eq!(ask(&mut arena, small, none), witness("1"));
    assert!(matches!(ask(&mut arena, small, tiny), Answer::NotIncluded(_)));
    assert_eq!(ask(&mut arena, vast, vaster), Answer::Included);
    assert_eq!(ask(&mut arena, vaster, vast), Answer::Undecided(Reason::Digits));
    let mut multiples = |text: &str, classes: Classes| {
        let of = BTreeSet::from([Number::parse(text).expect("number")]);
        arena.number(NumberSpec { multiple_of: of, ..classes.into() })
    };
    let (two, three, six) =
        (multiples("2", classes), multiples("3", classes), multiples("6", classes));
    let (cent, whole) = (multiples("0.01", classes), multiples("1", classes));
    let both = arena.intersection([two, three]);
    assert_eq!(ask(&mut arena, six, both), Answer::Included);
    assert_eq!(ask(&mut arena, both, six), Answer::Included);
    assert_eq!(ask(&mut arena, two, six), witness("2"));
    assert_eq!(ask(&mut arena, whole, cent), Answer::Included);
    assert_eq!(ask(&mut arena, cent, whole), witness("0.5"));
    let integers = arena.number(NumberSpec::from(Classes::WHOLE));
    assert_eq!(ask(&mut arena, whole, integers), Answer::Included);
    assert_eq!(ask(&mut arena, integers, whole), Answer::Included);
    let (u64s, more) = (
        interval(&mut arena, "0", "18446744073709551615", Classes::INTEGER),
        interval(&mut arena, "0", "18446744073709551616", Classes::INTEGER),
    );
    assert_eq!(ask(&mut arena, u64s, more), Answer::Included);
    assert_eq!(ask(&mut arena, more, u64s), witness("18446744073709551616"));
}

#[test]
fn unique_elements_of_few_values() {
    let mut arena = Arena::new();
    let boolean = arena.boolean();
    let list = |arena: &mut Arena, rest: ShapeId, min, max, unique| {
        arena.array(ArraySpec { min, max, unique, ..ArraySpec::from(rest) })
    };
    let sets = list(&mut arena, boolean, 0, None, true);
    let pairs = list(&mut arena, boolean, 0, Some(2), false);
    assert_eq!(ask(&mut arena, sets, pairs), Answer::Included);
    assert_eq!(ask(&mut arena, pairs, sets), witness("[true,true]"));
    let three = list(&mut arena, boolean, 3, None, true);
    assert_eq!(sample(&mut arena, three, Budget::default()), Sample::Empty);
    let digits = interval(&mut arena, "0", "9", Classes::INTEGER);
    let ten = list(&mut arena, digits, 10, None, true);
    assert!(matches!(sample(&mut arena, ten, Budget::default()), Sample::Document(_)));
    let eleven = list(&mut arena, digits, 11, None, true);
    assert_eq!(sample(&mut arena, eleven, Budget::default()), Sample::Empty);
    let million = list(&mut arena, digits, 1_000_000, None, true);
    assert_eq!(sample(&mut arena, million, Budget::default()), Sample::Empty);
    let number = arena.any_number();
    for (least, is_shown) in [(1_000, true), (10_000, false)] {
        let many = list(&mut arena, number, least, None, true);
        match sample(&mut arena, many, Budget::default()) {
            Sample::Document(Json::Array(items)) => {
                let different: BTreeSet<&Json> = items.iter().collect();
                assert!(is_shown && different.len() as u64 == least, "{least} elements");
            }
            other => {
                assert!(!is_shown && other == Sample::Undecided(Reason::Size), "{least} elements");
            }
        }
    }
    // 1 and 1.0 are one value.
    let one = arena.constant(&Json::from(Number::from(1)));
    let ones = list(&mut arena, one, 2, None, true);
    assert_eq!(sample(&mut arena, ones, Budget::default()), Sample::Empty);
}

#[test]
fn unique_elements_of_all_kinds() {
    let mut arena = Arena::new();
    // Some are like others but for one part, some are not.
    let tagged = |arena: &mut Arena, tag: &str| {
        let tag = arena.constant(&Json::from(tag));
        let number = arena.any_number();
        let never = arena.never();
        record(arena, &[("n", number, true), ("tag", tag, true)], never)
    };
    let (one, other) = (tagged(&mut arena, "a"), tagged(&mut arena, "b"));
    let text = arena.any_string();
    let listed = arena.array(ArraySpec { min: 1, max: Some(1), ..ArraySpec::from(text) });
    let few = arena.boolean();
    let any = arena.union([one, other, listed, few]);
    let many = arena.array(ArraySpec { min: 300, unique: true, ..ArraySpec::from(any) });
    let found = sample(&mut arena, many, Budget::default());
    let Sample::Document(Json::Array(items)) = found else { panic!("{found:?}") };
    let different: BTreeSet<&Json> = items.iter().collect();
    assert_eq!(different.len(), 300);
}

#[test]
fn elements_that_need_not_differ() {
    let mut arena = Arena::new();
    let (null, text) = (arena.null(), arena.any_string());
    let with = |arena: &mut Arena, min, unique| {
        arena.array(ArraySpec { prefix: vec![null], min, unique, ..ArraySpec::from(text) })
    };
    let (long, short) = (with(&mut arena, 100_000, false), with(&mut arena, 100_001, false));
    let Answer::NotIncluded(Json::Array(items)) = ask(&mut arena, long, short) else {
        panic!("one is too short")
    };
    assert_eq!(items.len(), 100_000);
    assert_eq!((&items[0], &items[99_999]), (&Json::Null, &Json::from("")));
    // Those with two that are equal.
    let (any, sets) = (with(&mut arena, 5_000, false), with(&mut arena, 0, true));
    let Answer::NotIncluded(Json::Array(items)) = ask(&mut arena, any, sets) else {
        panic!("two may be equal")
    };
    assert_eq!(items.len(), 5_000);
}

#[test]
fn many_long_arrays_are_too_much() {
    let mut arena = Arena::new();
    let (text, never) = (arena.any_string(), arena.never());
    let long = |at: u64| ArraySpec { min: 700_000 + at, ..ArraySpec::from(text) };
    let lists: Vec<ShapeId> = (0..100).map(|at| arena.array(long(at))).collect();
    assert!(matches!(sample(&mut arena, lists[0], Budget::default()), Sample::Document(_)));
    let names: Vec<String> = (0..lists.len()).map(|at| format!("list{at}")).collect();
    let members: Vec<(&str, ShapeId, bool)> =
        names.iter().zip(lists).map(|(name, list)| (name.as_str(), list, true)).collect();
    let all = record(&mut arena, &members, never);
    assert_eq!(sample(&mut arena, all, Budget::default()), Sample::Undecided(Reason::Budget));
}

#[test]
fn counted_elements() {
    let mut arena = Arena::new();
    let (any, string, null) = (arena.any(), arena.any_string(), arena.null());
    let mut with = |shape, min, max| {
        let contains = vec![Contains { shape, min, max }];
        arena.array(ArraySpec { contains, ..ArraySpec::from(any) })
    };
    let (two, one, none) = (with(string, 2, None), with(string, 1, None), with(string, 0, Some(0)));
    let nulls = with(null, 0, Some(1));
    assert_eq!(ask(&mut arena, two, one), Answer::Included);
    assert_eq!(ask(&mut arena, one, two), witness("[\"\"]"));
    assert_eq!(ask(&mut arena, two, none), witness("[\"\",\"\"]"));
    assert_eq!(ask(&mut arena, none, nulls), witness("[null,null]"));
}

#[test]
fn formats_are_decided_by_their_strings() {
    let mut arena = Arena::new();
    let string = arena.any_string();
    let mut named = |name| format(&mut arena, name);
    let (date, time, ipv4, ip, own, other) = (
        named("date"),
        named("date-time"),
        named("ipv4"),
        named("ip"),
        named("own"),
        named("other"),
    );
    assert_eq!(ask(&mut arena, date, string), Answer::Included);
    assert_eq!(ask(&mut arena, string, date), witness("\"\""));
    assert_eq!(ask(&mut arena, date, time), witness("\"2026-01-31\""));
    assert_eq!(ask(&mut arena, ipv4, ip), Answer::Included);
    assert_eq!(ask(&mut arena, ip, ipv4), witness("\"::1\""));
    assert_eq!(ask(&mut arena, own, string), Answer::Included);
    assert_eq!(ask(&mut arena, own, own), Answer::Included);
    assert_eq!(ask(&mut arena, own, date), Answer::Undecided(Reason::Format("own".to_owned())));
    assert!(matches!(ask(&mut arena, string, own), Answer::Undecided(Reason::Format(_))));
    assert!(matches!(ask(&mut arena, own, other), Answer::Undecided(Reason::Format(_))));
    let number = arena.any_number();
    assert!(matches!(ask(&mut arena, own, number), Answer::Undecided(Reason::Format(_))));
    assert_eq!(ask(&mut arena, number, own), witness("0"));
    let digits = pattern(&mut arena, r"^\d{4}-\d{2}-\d{2}$");
    assert_eq!(ask(&mut arena, date, digits), Answer::Included);
    let years = pattern(&mut arena, "^[0-9]{4}-");
    assert_eq!(ask(&mut arena, time, years), Answer::Included);
    let ancient = pattern(&mut arena, "^0000-02-29$");
    assert_eq!(ask(&mut arena, ancient, date), Answer::Included);
    let (uuid, short) = (
        format(&mut arena, "uuid"),
        arena.string(StringSpec { max_length: Some(36), ..StringSpec::default() }),
    );
    assert_eq!(ask(&mut arena, uuid, short), Answer::Included);
    assert_eq!(ask(&mut arena, digits, date), witness("\"0000-00-00\""));
}

#[test]
fn opaque_shapes_are_the_same_under_one_name_only() {
    let mut arena = Arena::new();
    let (string, number) = (arena.any_string(), arena.any_number());
    let (any, never) = (arena.any(), arena.never());
    let codec = arena.opaque("codec", "no schema", string);
    let other = arena.opaque("other", "no schema", string);
    let reason = |name: &str| {
        Answer::Undecided(Reason::Opaque {
            name: name.into(),
            reason: "no schema".into(),
            unknown: Unknown::Code,
        })
    };
    assert_eq!(ask(&mut arena, codec, codec), Answer::Included);
    assert_eq!(ask(&mut arena, codec, string), Answer::Included);
    assert_eq!(ask(&mut arena, codec, other), reason("codec"));
    assert_eq!(ask(&mut arena, string, codec), reason("codec"));
    assert_eq!(ask(&mut arena, number, codec), witness("0"));
    let (left, right) = (
        record(&mut arena, &[("a", codec, true), ("b", number, true)], never),
        record(&mut arena, &[("a", codec, true), ("b", string, true)], any),
    );
    assert_eq!(ask(&mut arena, left, right), reason("codec"));
    let maybe = record(&mut arena, &[("a", codec, false), ("b", number, true)], never);
    assert_eq!(ask(&mut arena, maybe, right), witness(r#"{"b":0}"#));
    // A codec known by one name within two shapes is the same where it can be.
    let wider = arena.opaque("codec", "no schema", any);
    assert_eq!(ask(&mut arena, codec, wider), Answer::Included);
}

#[test]
fn a_path_leads_to_a_whole_document() {
    let mut arena = Arena::new();
    let never = arena.never();
    let (string, number) = (arena.any_string(), arena.any_number());
    let item = record(&mut arena, &[("name", string, true), ("count", number, true)], never);
    let items = arena.array(ArraySpec::from(item));
    let order = record(&mut arena, &[("id", string, true), ("items", items, true)], never);
    let path = [Step::Member("items".into()), Step::Element(0), Step::Member("count".into())];
    let one = arena.constant(&Json::from(Number::from(1)));
    let there = arena.at_path(&path, one);
    let asked = arena.intersection([order, there]);
    let answer = ask(&mut arena, asked, never);
    assert_eq!(answer, witness(r#"{"id":"","items":[{"count":1,"name":""}]}"#));
}

/// The text of an order decides like a member that everybody has, and is none.
#[test]
fn an_order_is_no_member() {
    let mut arena = Arena::new();
    let (null, never) = (arena.null(), arena.never());
    let mut told = |members: &[&str], texts: &[&str]| {
        let member = |name: &&str| ((*name).to_owned(), Member { shape: null, required: true });
        let members = members.iter().map(member).collect();
        let texts = StringSpec {
            values: Some(texts.iter().map(|text| (*text).to_owned()).collect()),
            ..StringSpec::default()
        };
        let orders = match texts.values.as_ref().is_some_and(BTreeSet::is_empty) {
            true => BTreeMap::new(),
            false => [("a, b".to_owned(), arena.string(texts))].into(),
        };
        let (min, max) = (2, Some(2));
        arena.object(ObjectSpec { members, orders, min, max, ..ObjectSpec::from(never) })
    };
    let (ab, ba) = (r#"["!a","!b"]"#, r#"["!b","!a"]"#);
    let (first, second) = (told(&["a", "b"], &[ab]), told(&["a", "b"], &[ba]));
    let (either, untold) = (told(&["a", "b"], &[ab, ba]), told(&["a", "b"], &[]));
    for (writer, reader) in [(first, either), (second, either), (first, untold), (either, untold)] {
        assert_eq!(ask(&mut arena, writer, reader), Answer::Included);
    }
    // Both orders are one in the end.
    let parts = arena.union([first, second]);
    assert_eq!(ask(&mut arena, either, parts), Answer::Included);
    let same = r#"{"a":null,"b":null}"#;
    let turned = r#"{"b":null,"a":null}"#;
    let shown = |answer| match answer {
        Answer::NotIncluded(document) => document.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown(ask(&mut arena, first, second)), same);
    assert_eq!(shown(ask(&mut arena, second, first)), turned);
    assert_eq!(shown(ask(&mut arena, either, first)), turned);
    // Whoever tells no order may have any.
    assert_eq!(shown(ask(&mut arena, untold, second)), same);
    let both = arena.intersection([first, second]);
    assert_eq!(ask(&mut arena, both, never), Answer::Included);
}

#[test]
fn a_small_budget_is_undecided() {
    let mut arena = Arena::new();
    let (null, string) = (arena.null(), arena.any_string());
    let (a, b) = (nested(&mut arena, 50, null), nested(&mut arena, 50, string));
    let answer = included(&mut arena, a, b, Budget { steps: 20 });
    assert_eq!(answer, Answer::Undecided(Reason::Budget));
    // Nothing that was believed on the way is kept.
    assert!(matches!(ask(&mut arena, a, b), Answer::NotIncluded(_)));
}
