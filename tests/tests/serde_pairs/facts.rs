//! What serde does and a schema of the same type does not say, and the pairs that hold each of it.
//! The pairs are judged by serde itself; here stands what they are for.

use contract_check::evaluate::wire::{Answer, reads};
use contract_check::finding::Severity;
use contract_check::json::Json;
use contract_core::document::{Document, Leaf, WireType};

/// A fact, and the pairs that would fail if it were forgotten.
type Fact = (&'static str, &'static [&'static str]);

const FACTS: &[Fact] = &[
    // Readers refuse what a schema accepts.
    ("an integer has the range of its width", &["u8_u16", "u32_u64", "i64_i128", "usize_u32"]),
    ("no integer is read from 1.0, 1e2 or -0, nor from more than 64 bits", &["f64_i64"]),
    (
        "a key is read as its type is, without signs and zeros before it",
        &["key_u8_u64", "key_u8_i8", "key_bool_char", "key_char_u8", "uuid_key", "chrono_date_key"],
    ),
    (
        "a field with a reader of its own has to be there, also an option, unless it has a default",
        &["deserialize_with_option_missing", "deserialize_with_option_default"],
    ),
    (
        "128 bits are not read from a buffer: untagged, internally tagged, flattened",
        &["untagged_wide_integer", "untagged_wide_nested", "internal_wide_integer", "flatten_wide"],
    ),
    (
        "a flattened map with numbers for keys is written and not read",
        &["flatten_map_integer_keys", "flatten_inner_map_keys"],
    ),
    (
        "the content of an adjacently tagged unit variant is missing or null",
        &["adjacent_unit_to_option", "adjacent_unit_to_unit_content", "adjacent_to_struct"],
    ),
    (
        "an internally tagged variant writes neither a scalar nor an option, and units as nothing",
        &["internal_scalar", "internal_option", "internal_newtype_unit_to_unit"],
    ),
    (
        "types of std have readers that refuse what they do not know",
        &[
            "duration_struct_wider",
            "duration_map",
            "system_time",
            "range",
            "range_inclusive",
            "range_struct",
            "range_of_options",
            "result_enum",
            "bound",
            "os_string",
        ],
    ),
    (
        "a conversion may refuse, and a reader may be anything",
        &["try_from_added", "try_from_of_other_type", "deserialize_with_only"],
    ),
    (
        "what a conversion makes of a document is not told by the types before it",
        &["try_from_renumbered", "from_into_swapped", "try_from_text_of_a_type_that_grew"],
    ),
    (
        "a text with a form is not any text",
        &["uuid_string", "chrono_date_to_timestamp", "ipv4_string", "socket_addr", "url_string"],
    ),
    (
        "what two flattened fields write under one name nobody reads",
        &["flatten_two_same_name", "flatten_two_same_name_required"],
    ),
    (
        "a field stands once, under its name or an alias",
        &["field_rename_two_aliases", "field_alias_collides_with_option", "alias_is_taken"],
    ),
    // Readers accept what a schema refuses.
    (
        "aliases are read, of fields and of variants",
        &[
            "field_rename_alias",
            "unit_rename_alias",
            "newtype_rename_alias",
            "internal_variant_alias",
        ],
    ),
    (
        "a catch-all reads any tag, and only the tag",
        &["unit_add_other", "newtype_other", "internal_other", "adjacent_other"],
    ),
    (
        "a struct is read from an array in the order of its fields, a tagged enum from tag and content",
        &["tuple_to_struct", "tuple_variant_to_struct", "tuple_to_adjacent", "tuple_to_internal"],
    ),
    ("a remote derive is read as what it derives", &["remote_derive"]),
    (
        "a unit variant is read from an object of null, and from a buffer by its index",
        &["object_of_null_to_unit", "flatten_internal_by_index"],
    ),
    ("a set drops what stands twice", &["list_to_set", "set_of_list_changed"]),
    (
        "unknown fields beside a unit variant's tag are not refused",
        &["internal_deny_unit", "adjacent_deny_struct"],
    ),
    (
        "the content of an adjacently tagged option may be missing",
        &["adjacent_content_renamed_option", "adjacent_newtype_option_of"],
    ),
    (
        "defaults at the end of a tuple may be missing",
        &["tuple_arity_default", "tuple_to_struct_default_tail"],
    ),
    (
        "a flattened option that does not fit is none",
        &["flatten_option", "flatten_option_narrowed", "flatten_option_deny"],
    ),
    (
        "types of other crates read several forms",
        &["bytes_string", "uuid_same", "decimal_string", "chrono_time_string"],
    ),
    (
        "a flattened externally tagged enum takes the first name that it knows",
        &["flatten_external", "flatten_external_from_options"],
    ),
    // What is written.
    ("a writer writes its fields and nothing else", &["field_add_option", "deny_unknown_added"]),
    (
        "the tag of a struct is written, and refused as unknown",
        &["tagged_struct", "tagged_struct_denying"],
    ),
    ("a writer of its own writes anything", &["serialize_with_only"]),
    (
        "an option that is left out when it is none is never null",
        &["skip_if_none_added", "option_of_option_skipping", "flatten_option_skip"],
    ),
    ("what is left out of a tuple shortens it", &["tuple_skip_serializing_if"]),
    ("pointers and cells are what they hold", &["boxed", "cow_and_cell", "arc_and_rc"]),
    // What is not on the wire.
    (
        "names of types are not written",
        &["nested_renamed_type", "newtype_to_inner", "transparent_to_plain"],
    ),
    (
        "an option may be missing behind pointers and transparent types, and behind no newtype",
        &[
            "box_of_option_missing",
            "transparent_of_option_missing",
            "transparent_newtype_of_option_missing",
            "newtype_of_option_missing",
        ],
    ),
    (
        "a type need not read what it writes",
        &["skip_if_empty_without_default", "internal_map_integer_keys"],
    ),
];

/// Changes under which nobody sees an error and a value is lost or becomes another one, and the
/// rule that says so.
const SILENT: &[(&str, &str)] = &[
    ("default_value_changed", "default-changed"),
    ("default_skip_if_default_changed", "default-changed"),
    ("untagged_order", "untagged-order-changed"),
    ("field_rename_option", "field-renamed"),
    ("f64_f32", "value-altered"),
    ("u64_f64", "value-altered"),
    ("numbers_swapped", "value-reread"),
    ("list_to_set", "value-altered"),
    ("option_of_option", "option-null-vs-absent"),
];

/// Changes behind a conversion: nothing on the wire shows them, and they are undecided by name.
const BEHIND: &[&str] = &[
    "try_from_renumbered",
    "from_into_swapped",
    "try_from_renumbered_in_keys_and_lists",
    "from_swapped_in_keys",
    "try_from_text_of_a_type_that_grew",
    "from_flattened_raw_swapped",
];

/// Texts that no reader of serde_json's takes for a value, whatever its type: documents and
/// witnesses are never such ones.
#[test]
fn what_is_no_json_value_is_no_document() {
    for text in ["\"\\ud800\"", "\"\\udc00x\"", "{\"\\ud800\":1}", "01", "1.", "[1,]", "NaN"] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        assert!(Json::parse(text).is_err(), "{text}");
    }
}

/// A member that stands twice is refused where its name is a field's, under whatever name, ignored
/// where nobody knows it, and the last one counts in a map. What serde writes may be such a text;
/// what we read never is.
#[test]
fn what_stands_twice_is_refused_or_overridden() {
    #[derive(Debug, serde::Deserialize)]
    struct Known {
        #[serde(alias = "b")]
        #[expect(dead_code, reason = "only read")]
        a: u8,
    }
    type Map = std::collections::BTreeMap<String, u8>;
    for (text, refused) in [
        ("{\"a\":1,\"a\":2}", true),
        ("{\"a\":1,\"b\":2}", true),
        ("{\"a\":1,\"x\":1,\"x\":2}", false),
    ] {
        assert_eq!(serde_json::from_str::<Known>(text).is_err(), refused, "{text}");
    }
    let twice = "{\"a\":1,\"a\":2}";
    assert_eq!(serde_json::from_str::<Map>(twice).unwrap()["a"], 2);
    assert!(Json::parse(twice).is_err());
}

/// A number that no double holds is refused, as a float and as any value.
#[test]
fn a_number_beyond_all_doubles_is_refused() {
    let document = serde_json::json!({"format": 1, "contract": {"id": "a", "version": "1.0.0"}});
    let document: Document = serde_json::from_value(document).expect("a document");
    for text in ["1e400", "-1e400"] {
        assert!(serde_json::from_str::<f64>(text).is_err(), "{text}");
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        let json = Json::parse(text).expect("a number");
        for leaf in [Leaf::F64, Leaf::Any] {
            let answer = reads(&document, &WireType::Leaf(leaf), &json, &[]);
            assert!(matches!(answer, Answer::No(_)), "{text} as {leaf:?}: {answer:?}");
        }
    }
}

/// What a change of numbered variants comes to, most severe first.
const NUMBERED: &[(&str, &[(&str, Severity)])] = &[
    ("numbers_added", &[("enum-value-added", Severity::Breaking)]),
    ("numbers_added_said", &[("enum-value-added", Severity::Breaking)]),
    ("numbers_removed", &[("enum-value-removed", Severity::Breaking)]),
    ("numbers_swapped", &[]),
    ("numbers_moved", &[]),
    (
        "numbers_renumbered",
        &[("enum-value-added", Severity::Breaking), ("enum-value-removed", Severity::Breaking)],
    ),
    ("names_with_a_representation", &[("enum-value-added", Severity::Breaking)]),
    ("numbers_as_text", &[("conversion-changed", Severity::Undecided)]),
];

#[test]
fn numbered_variants_are_told_by_their_numbers() {
    let pairs = crate::pairs::all();
    for (name, expected) in NUMBERED {
        let pair = pairs.iter().find(|pair| pair.name == *name).expect(name);
        let findings = crate::judge::findings(pair);
        let found: Vec<_> = findings
            .iter()
            .filter(|it| it.severity >= Severity::Undecided)
            .map(|it| (it.rule.id, it.severity))
            .collect();
        assert_eq!(found, *expected, "{name}: {findings:?}");
    }
}

#[test]
fn what_changes_behind_a_conversion_is_undecided() {
    let pairs = crate::pairs::all();
    for name in BEHIND {
        let pair = pairs.iter().find(|pair| pair.name == *name).expect(name);
        let findings = crate::judge::findings(pair);
        let found = findings.iter().filter(|it| it.severity == Severity::Undecided);
        let found: Vec<_> = found.map(|it| (it.rule.id, it.clause.as_str())).collect();
        assert_eq!(found[..1], [("conversion-changed", "types/W")], "{name}: {findings:?}");
    }
}

#[test]
fn every_fact_is_held_by_pairs() {
    let known: Vec<&str> = crate::pairs::all().iter().map(|pair| pair.name).collect();
    for (fact, pairs) in FACTS {
        assert!(!pairs.is_empty(), "{fact}");
        for pair in *pairs {
            assert!(known.contains(pair), "{fact}: there is no pair `{pair}`");
        }
    }
}

#[test]
fn what_is_lost_in_silence_is_said() {
    let pairs = crate::pairs::all();
    for (name, rule) in SILENT {
        let pair = pairs.iter().find(|pair| pair.name == *name).expect(name);
        let findings = crate::judge::findings(pair);
        let found = findings.iter().find(|it| it.rule.id == *rule);
        let listed: Vec<_> = findings.iter().map(|it| (it.rule.id, it.severity)).collect();
        let found = found.unwrap_or_else(|| panic!("{name}: no {rule} in {listed:?}"));
        let silent = Some(contract_check::finding::Hazard::Silent);
        assert_eq!(found.hazard, silent, "{name}: {found:?}");
    }
}
