//! Bases with a discriminator: which subtype a document is by, its value says.

use contract_check::diff::openapi::Options;
use contract_check::finding::Finding;
use contract_check::openapi::yaml;

use super::edit::padded_between;
use super::{judge, lines};

/// Pets are answered by list and taken one at a time; a cat has a hunting skill. Cats alone are
/// answered as well, and extend what dogs extend.
const PETS: &str = "
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      responses:
        '200':
          description: All.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Owned'}}}
      responses: {'204': {description: Taken.}}
  /cats:
    get:
      responses:
        '200':
          description: Cats.
          content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}
components:
  schemas:
    Owned:
      type: object
      required: [pet]
      properties: {pet: {allOf: [{$ref: '#/components/schemas/Pet'}], description: The pet.}}
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {dog: '#/components/schemas/Dog'}}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {skill: {type: string, enum: [lazy, bold]}}}
    Dog:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, required: [size], properties: {size: {type: integer}, mate: {$ref: '#/components/schemas/Mate'}}}
    Mate:
      type: object
      properties: {name: {type: string}}
";

const ALL: [&str; 2] = ["paths/pets/get", "paths/pets/post"];

/// Texts that are replaced.
type Edits<'a> = &'a [(&'a str, &'a str)];

fn verdict(edits: Edits<'_>) -> Vec<Finding> {
    let parse = |text: &str| yaml::parse(text).expect("the document is YAML");
    let mut new = PETS.to_owned();
    for (from, to) in edits {
        assert_eq!(new.matches(from).count(), 1, "{from}");
        new = new.replace(from, to);
    }
    let padded = |text: &str| padded_between(parse(text), "Mate", "Dog");
    let findings = judge(parse(PETS), parse(&new), &Options::default());
    let by_slices = judge(padded(PETS), padded(&new), &Options::default());
    assert_eq!(lines(&findings), lines(&by_slices), "{edits:?}");
    findings
}

#[test]
fn a_subtype_is_judged_where_its_base_is_used() {
    let cases: &[(&str, Edits<'_>, &[&str], &[&str])] = &[
        (
            "Dogs are sent with a size that is a number.",
            &[("size: {type: integer}", "size: {type: string}")],
            &["breaking type-changed loud"],
            &ALL,
        ),
        (
            "Old consumers do not know the skill. Of cats they are told at both places.",
            &[("[lazy, bold]", "[lazy, bold, mad]")],
            &["breaking enum-value-added loud"],
            &["paths/cats/get", "paths/pets/get"],
        ),
        (
            "What a subtype uses belongs to it.",
            &[("{name: {type: string}}", "{name: {type: boolean}}")],
            &["breaking type-changed loud"],
            &ALL,
        ),
        (
            "Only dogs have a size: who answers cats does not answer dogs.",
            &[("required: [size], ", "")],
            &["breaking field-became-optional loud"],
            &["paths/pets/get"],
        ),
    ];
    for (why, edits, expected, reached) in cases {
        let findings = verdict(edits);
        let messages: Vec<String> = findings.iter().map(Finding::message).collect();
        assert_eq!(lines(&findings), *expected, "{why}: {messages:#?}");
        assert!(findings[0].witness.is_some(), "{why}");
        assert!(findings[0].reached_by.iter().eq(*reached), "{why}: {:?}", findings[0].reached_by);
    }
}

#[test]
fn a_change_of_the_base_is_one_finding() {
    let edit = (
        "required: [kind]\n      properties: {kind: {type: string}}",
        "required: [kind, age]\n      properties: {kind: {type: string}, age: {type: integer}}",
    );
    let findings = verdict(&[edit]);
    assert_eq!(lines(&findings), ["breaking field-added-required loud"], "{findings:#?}");
    assert_eq!(findings[0].words.within, "Pet");
    assert!(findings[0].reached_by.iter().eq(["paths/pets/post"]));
}

#[test]
fn what_nobody_uses_as_a_base_hurts_nobody() {
    // Without `/pets` cats alone are answered, and dogs only extend what cats extend.
    let used = PETS.split_once("  /cats:").expect("cats");
    let only_cats =
        format!("{}{}{}", PETS.split_once("  /pets:").expect("pets").0, "  /cats:", used.1);
    let parse = |text: &str| yaml::parse(text).expect("the document is YAML");
    let new = only_cats.replace("size: {type: integer}", "size: {type: string}");
    assert_ne!(new, only_cats);
    assert_eq!(judge(parse(&only_cats), parse(&new), &Options::default()), []);
}

#[test]
fn a_subtype_comes_or_goes() {
    let bird =
        ("    Mate:\n", "    Bird: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n    Mate:\n");
    let findings = verdict(&[bird]);
    assert_eq!(
        lines(&findings),
        ["warning discriminator-changed", "note discriminator-changed"],
        "{findings:#?}"
    );
    assert!(findings[0].reached_by.iter().eq(["paths/pets/get"]), "{:?}", findings[0]);
    // The value that names it changed, and nothing else.
    let findings = verdict(&[("mapping: {dog:", "mapping: {hound:")]);
    assert!(
        lines(&findings).contains(&"warning discriminator-changed".to_owned()),
        "{findings:#?}"
    );
}
