//! Documents as they are found: begun and left empty, with references that lead nowhere or back to
//! themselves, with numbers for texts.

use contract_check::diff::openapi::{Options, compare};
use contract_check::openapi::{OpenApi, yaml};
use contract_check::verdict::Verdict;

use super::lines;

/// A document with one response, of the schema, and more schemas.
fn document(schema: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: T, version: 1.10}}
paths:
  /a:
    get:
      parameters:
      responses:
        200:
          description: x
          content: {{application/json: {{schema: {schema}}}}}
components:
  schemas: {{{schemas}}}
"
    )
}

fn judged(old: &str, new: &str) -> Vec<String> {
    let load = |text: &str| {
        OpenApi::load(yaml::parse(text).expect("YAML")).unwrap_or_else(|error| panic!("{error}"))
    };
    let findings = compare(&load(old), &load(new), &Options::default());
    lines(&Verdict::new(findings.unwrap_or_else(|error| panic!("{error}"))).findings)
}

/// Why, the schema and further schemas before and after, and what that comes to.
type Case<'a> = (&'a str, [&'a str; 2], [&'a str; 2], &'a [&'a str]);

#[test]
fn schemas() {
    const LOST: &str = "{$ref: '#/components/schemas/Lost'}";
    let with_lost = |of: &str| -> &'static str {
        format!("{{type: object, properties: {{a: {LOST}, b: {{type: {of}}}}}}}").leak()
    };
    let cases: &[Case<'_>] = &[
        ("Nothing changed that anybody knows of.", [LOST, LOST], ["", ""], &[]),
        (
            "What leads nowhere is left alone, and the rest is judged.",
            [with_lost("integer"), with_lost("string")],
            ["", ""],
            &["breaking type-changed loud"],
        ),
        (
            "It was not known what it is.",
            [LOST, LOST],
            ["", "Lost: {type: string}"],
            &["undecided undecided"],
        ),
        (
            "References that lead to each other describe nothing.",
            ["{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/A'}"],
            [
                "A: {$ref: '#/components/schemas/A'}",
                "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}",
            ],
            &["undecided undecided"],
        ),
        (
            "Keywords that were begun say nothing.",
            [
                "{type: object, required: , properties: {a: }}",
                "{type: object, properties: {a: {}}}",
            ],
            ["A: ", ""],
            &[],
        ),
        (
            "Without a type it is still an object that is meant.",
            ["{properties: {a: {}}}", "{properties: {a: {}, b: {}}}"],
            ["", ""],
            &["note field-added-optional"],
        ),
        (
            "Examples and defaults may be anything.",
            ["{type: string, example: 2020-01-01}", "{type: string, example: {a: [1, .5]}}"],
            ["", ""],
            &[],
        ),
    ];
    for (why, [old, new], [more_old, more_new], expected) in cases {
        let found = judged(&document(old, more_old), &document(new, more_new));
        assert_eq!(found, *expected, "{why}\n{old}\n{new}");
    }
}

#[test]
fn operations() {
    let of =
        |paths: &str| format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\n");
    const GET: &str = "get: {responses: {'200': {description: x}}}";
    const POST: &str = "post: {responses: {'200': {description: x}}}";
    let cases = [
        ("Nothing.", String::new(), "{}".to_owned(), &[] as &[&str]),
        (
            "Templates that differ in names only are one.",
            format!("{{'/a/{{id}}': {{{GET}}}, '/a/{{name}}': {{{POST}}}}}"),
            format!("{{'/a/{{id}}': {{{GET}, {POST}}}}}"),
            &[],
        ),
        (
            "A parameter that is nowhere is as it was.",
            "{/a: {get: {parameters: [{$ref: '#/components/parameters/A'}]}}}".to_owned(),
            "{/a: {get: {parameters: [{$ref: '#/components/parameters/A'}], responses: }}}"
                .to_owned(),
            &[],
        ),
        (
            "It was announced, whatever has taken its id.",
            format!("{{/a: {{get: {{operationId: x, deprecated: true}}}}, /b: {{{GET}}}}}"),
            format!("{{/c: {{get: {{operationId: x}}}}, /b: {{{GET}}}}}"),
            &["note removed-after-deprecation", "note operation-added"],
        ),
    ];
    for (why, old, new, expected) in cases {
        assert_eq!(judged(&of(&old), &of(&new)), expected, "{why}\n{old}\n{new}");
    }
}
