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
        ("What leads nowhere may have changed.", [LOST, LOST], ["", ""], &["undecided undecided"]),
        (
            "And the rest is judged.",
            [with_lost("integer"), with_lost("string")],
            ["", ""],
            &["breaking type-changed loud", "undecided undecided"],
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

/// What the schema comes to, with further schemas, when nothing of it changes.
fn unchanged(schema: &str, schemas: &str) -> Vec<String> {
    let text = document(schema, schemas);
    judged(&text, &text)
}

#[test]
fn other_documents_may_have_changed() {
    const UNDECIDED: &[&str] = &["undecided undecided"];
    const THERE: &str = "{$ref: 'common.json#/X'}";
    let x = format!("X: {THERE}");
    let used = format!("{{type: object, properties: {{a: {THERE}, b: {{items: {THERE}}}}}}}");
    let cases: &[(&str, &str, &str, &[&str])] = &[
        ("A response leads there.", THERE, "", UNDECIDED),
        ("A component does.", "{$ref: '#/components/schemas/X'}", &x, UNDECIDED),
        ("Nobody comes to the component.", "{type: string}", &x, &[]),
        ("One cause is one finding.", &used, "", UNDECIDED),
        (
            "Two places of the other document are two.",
            "{type: object, properties: {a: {$ref: 'common.json#/X'}, b: {$ref: 'common.json#/Y'}}}",
            "",
            &["undecided undecided", "undecided undecided"],
        ),
        (
            "What has no place of its own here has none there either.",
            "{$ref: 'file:///common.json#/X'}",
            "",
            UNDECIDED,
        ),
        (
            "An address names one thing on both sides.",
            "{$ref: 'https://json-schema.org/draft-07/schema#'}",
            "",
            &[],
        ),
        ("So does a name.", "{$ref: 'urn:example:x'}", "", &[]),
    ];
    for (why, schema, schemas, expected) in cases {
        assert_eq!(unchanged(schema, schemas), *expected, "{why}\n{schema}\n{schemas}");
    }
    // Those who send it and those who are sent it depend on the same.
    let both = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{post: {{requestBody: \
         {{content: {{application/json: {{schema: {THERE}}}}}}}, responses: {{'200': \
         {{description: x, content: {{application/json: {{schema: {THERE}}}}}}}}}}}}}}}\n"
    );
    assert_eq!(judged(&both, &both), UNDECIDED);
}

#[test]
fn what_leads_nowhere_is_undecided_in_large_documents_too() {
    let mut schemas =
        "X: {type: object, properties: {a: {$ref: '#/components/schemas/Lost'}}}".to_owned();
    for number in 0..120 {
        schemas += &format!(", Filler{number}: {{type: string}}");
    }
    let found = unchanged("{$ref: '#/components/schemas/X'}", &schemas);
    assert_eq!(found, ["undecided undecided"]);
}

#[test]
fn pointers_run_through_references() {
    let place = "{$ref: '#/components/schemas/X/properties/y/properties/z'}";
    let of = |y: &str, z: &str| {
        format!(
            "X: {{type: object, properties: {{y: {y}}}}}, \
             Y: {{type: object, properties: {{z: {z}}}}}, W: {{$ref: '#/components/schemas/Y'}}"
        )
    };
    let (text, number) = ("{type: string}", "{type: integer}");
    for y in ["{$ref: '#/components/schemas/Y'}", "{$ref: '#/components/schemas/W'}"] {
        let found = judged(&document(place, &of(y, text)), &document(place, &of(y, number)));
        assert_eq!(found, ["breaking type-changed loud"], "{y}");
        let found = judged(&document(place, &of(y, text)), &document(place, &of(y, text)));
        assert_eq!(found, [""; 0], "{y}");
    }
    // What comes back to itself leads nowhere, also where it grows on the way.
    for y in [
        place,
        "{$ref: '#/components/schemas/X/properties/y'}",
        "{$ref: '#/components/schemas/X/properties/y/a'}",
        "{$ref: 'common.json#/Y'}",
    ] {
        assert_eq!(unchanged(place, &of(y, text)), ["undecided undecided"], "{y}");
    }
    // A parameter as well.
    let parameters = |kind: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {{parameters: \
             [{{$ref: '#/components/parameters/A/x-parts/b'}}]}}}}}}\ncomponents: {{parameters: \
             {{A: {{$ref: '#/components/parameters/C'}}, C: {{name: c, in: query, x-parts: {{b: \
             {{name: b, in: query, schema: {{type: {kind}}}}}}}}}}}}}\n"
        )
    };
    let found = judged(&parameters("string"), &parameters("integer"));
    assert_eq!(found, ["breaking type-changed loud"]);
}

/// Within a schema with a URI of its own a pointer starts there (JSON Schema 2020-12, Core, 8.2.1),
/// which authors of descriptions and their tools forget.
#[test]
fn pointers_in_schemas_with_a_uri_may_mean_the_whole_document() {
    let of = |kind: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {{responses: \
             {{'200': {{description: x, content: {{application/json: {{schema: {{$ref: \
             '#/components/schemas/A'}}}}}}}}}}}}}}}}\ncomponents: {{schemas: {{A: {{$id: \
             'https://a.test/a', properties: {{b: {{$ref: '#/components/schemas/B'}}}}}}, B: \
             {{type: {kind}}}}}}}\n"
        )
    };
    assert_eq!(judged(&of("string"), &of("string, title: text")), [""; 0]);
    assert_eq!(judged(&of("string"), &of("integer")), ["breaking type-changed loud"]);
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
            "A parameter that is nowhere may be another one.",
            "{/a: {get: {parameters: [{$ref: '#/components/parameters/A'}]}}}".to_owned(),
            "{/a: {get: {parameters: [{$ref: '#/components/parameters/A'}], responses: }}}"
                .to_owned(),
            &["undecided undecided"],
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
