//! OpenAPI 3.0 as generators of Rust programs write it, and its move to 3.1.

use contract_check::diff::openapi::Options;
use contract_check::finding::Finding;
use contract_check::json::Json;
use contract_check::openapi::yaml;

use super::{judge, lines};

/// One document in both versions; what they say differently stands in braces.
const DOCUMENT: &str = "
openapi: {{3.0.3|3.1.0}}
info: {title: Racks, version: 1.0.0}
paths:
  /racks:
    get:
      operationId: racks_list
      parameters:
        - {name: limit, in: query, schema: {{ {type: integer, format: uint32, minimum: 0, exclusiveMinimum: true, nullable: true} | {type: [integer, 'null'], format: uint32, exclusiveMinimum: 0} }} }
        - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}
      responses:
        '200':
          description: Racks.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Page'}}
        4XX: {$ref: '#/components/responses/Error'}
        5XX: {$ref: '#/components/responses/Error'}
    post:
      operationId: rack_create
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/NewRack'}}
      responses:
        '201':
          description: Made.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Rack'}}
components:
  responses:
    Error:
      description: Refused.
      content:
        application/json:
          schema: {type: object, required: [message], properties: {message: {type: string}, error_code: {type: string}}}
  schemas:
    Sort: {type: string, enum: [name_ascending, name_descending]}
    Page:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Rack'}}
        next_page: {{ {type: string, nullable: true} | {type: [string, 'null']} }}
    Rack:
      type: object
      required: [id, state]
      properties:
        id: {type: string, format: uuid}
        size: {type: integer, format: uint16, minimum: 0}
        state: {$ref: '#/components/schemas/State'}
        location: {{ {nullable: true, allOf: [{$ref: '#/components/schemas/Location'}]} | {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Location'}]} }}
        side: {{ {type: string, nullable: true, enum: [left, right]} | {enum: [left, right, null]} }}
        notes: {{ {nullable: true} | {} }}
    NewRack:
      type: object
      required: [size]
      properties:
        size: {type: integer, format: uint16, minimum: 0}
        location: {{ {nullable: true, allOf: [{$ref: '#/components/schemas/Location'}]} | {anyOf: [{$ref: '#/components/schemas/Location'}, {type: 'null'}]} }}
    Location:
      type: object
      required: [row]
      properties: {row: {type: integer, format: int32}, label: {type: string}}
    State:
      oneOf:
        - type: object
          required: [state]
          properties: {state: {type: string, enum: [creating]}}
        - type: object
          required: [state, at]
          properties: {state: {type: string, enum: [running]}, at: {type: string, format: date-time}}
";

/// The document in one of the versions, after some replacements.
fn document(newer: bool, edits: &[(&str, &str)]) -> Json {
    let mut source = DOCUMENT.to_owned();
    for (from, to) in edits {
        assert_eq!(source.matches(from).count(), 1, "{from}");
        source = source.replace(from, to);
    }
    let (mut text, mut rest) = (String::new(), source.as_str());
    while let Some((before, after)) = rest.split_once("{{") {
        let (choice, after) = after.split_once("}}").expect("a choice ends");
        let (old, new) = choice.split_once('|').expect("a choice has two sides");
        text.push_str(before);
        text.push_str(if newer { new } else { old }.trim());
        rest = after;
    }
    text.push_str(rest);
    yaml::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Why, the texts that are replaced, and what that comes to.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

/// What an edit comes to; the versions of the two documents make no difference.
fn expect(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (why, edits, expected) in cases {
        for (before, after) in [(false, false), (true, true), (false, true), (true, false)] {
            let (old, new) = (document(before, &[]), document(after, edits));
            let findings = judge(old, new, &Options::default());
            let mut found = lines(&findings);
            if !expected.iter().any(|line| line.starts_with("note")) && !edits.is_empty() {
                found.retain(|line| !line.starts_with("note"));
            }
            if found != *expected {
                let messages: Vec<String> = findings.iter().map(Finding::message).collect();
                wrong.push(format!(
                    "{why} ({before} to {after}): {edits:?}\n  {found:?}\n  {messages:#?}"
                ));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_version_of_openapi_says_nothing() {
    expect(&[("Nothing changed.", &[], &[])]);
}

const REQUIRED_RACK: &str = "    Rack:
      type: object
      required: [id, state]";
const RACK_SIZE: &str = "        id: {type: string, format: uuid}
        size: {type: integer, format: uint16, minimum: 0}";
const NEW_SIZE: &str = "      required: [size]
      properties:
        size: {type: integer, format: uint16, minimum: 0}";

#[test]
fn null() {
    expect(&[
        (
            "Old consumers do not expect null.",
            &[(RACK_SIZE, "        id: {type: string, format: uuid}
        size: {{ {type: integer, format: uint16, minimum: 0, nullable: true} | {type: [integer, 'null'], format: uint16, minimum: 0} }}")],
            &["breaking field-became-nullable loud"],
        ),
        (
            "The producer takes null too.",
            &[(NEW_SIZE, "      required: [size]
      properties:
        size: {{ {type: integer, format: uint16, minimum: 0, nullable: true} | {type: [integer, 'null'], format: uint16, minimum: 0} }}")],
            &[],
        ),
        (
            "It is never null any more.",
            &[("location: {{ {nullable: true, allOf: [{$ref: '#/components/schemas/Location'}]} | {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Location'}]} }}", "location: {$ref: '#/components/schemas/Location'}")],
            &[],
        ),
        (
            "Old consumers may send null.",
            &[("location: {{ {nullable: true, allOf: [{$ref: '#/components/schemas/Location'}]} | {anyOf: [{$ref: '#/components/schemas/Location'}, {type: 'null'}]} }}", "location: {$ref: '#/components/schemas/Location'}")],
            &["breaking null-refused loud"],
        ),
        (
            "Null was one of the sides.",
            &[("side: {{ {type: string, nullable: true, enum: [left, right]} | {enum: [left, right, null]} }}", "side: {type: string, enum: [left, right]}")],
            &[],
        ),
        (
            "The state may be null.",
            &[("        state: {$ref: '#/components/schemas/State'}", "        state: {{ {nullable: true, oneOf: [{$ref: '#/components/schemas/State'}]} | {oneOf: [{$ref: '#/components/schemas/State'}, {type: 'null'}]} }}")],
            &["breaking field-became-nullable loud"],
        ),
    ]);
}

#[test]
fn numbers() {
    expect(&[
        (
            "Old consumers read 16 bits.",
            &[(
                RACK_SIZE,
                "        id: {type: string, format: uuid}
        size: {type: integer, format: uint32, minimum: 0}",
            )],
            &["breaking format-changed loud"],
        ),
        (
            "The producer reads more.",
            &[(
                NEW_SIZE,
                "      required: [size]
      properties:
        size: {type: integer, format: uint32, minimum: 0}",
            )],
            &[],
        ),
        (
            "The producer reads less.",
            &[(
                NEW_SIZE,
                "      required: [size]
      properties:
        size: {type: integer, format: uint8, minimum: 0}",
            )],
            &["breaking format-changed loud"],
        ),
        (
            "Fractions may come, and numbers of any size.",
            &[(
                RACK_SIZE,
                "        id: {type: string, format: uuid}
        size: {type: number, minimum: 0}",
            )],
            &["breaking format-changed loud", "breaking type-widened loud"],
        ),
        (
            "The producer reads fractions too.",
            &[(
                NEW_SIZE,
                "      required: [size]
      properties:
        size: {type: number, minimum: 0}",
            )],
            &[],
        ),
        (
            "Zero is a limit now.",
            &[
                ("minimum: 0, exclusiveMinimum: true, nullable", "minimum: 0, nullable"),
                ("exclusiveMinimum: 0}", "minimum: 0}"),
            ],
            &[],
        ),
        (
            "One is no limit any more.",
            &[
                (
                    "minimum: 0, exclusiveMinimum: true, nullable",
                    "minimum: 1, exclusiveMinimum: true, nullable",
                ),
                ("exclusiveMinimum: 0}", "exclusiveMinimum: 1}"),
            ],
            &["breaking number-range-changed loud"],
        ),
        (
            "The row of old responses was 32 bits wide, and so are those of old requests.",
            &[("row: {type: integer, format: int32}", "row: {type: integer, format: int64}")],
            &["breaking format-changed loud"],
        ),
        (
            "The same numbers, as bounds.",
            &[(
                "row: {type: integer, format: int32}",
                "row: {type: integer, minimum: -2147483648, maximum: 2147483647}",
            )],
            &[],
        ),
    ]);
}

#[test]
fn values_and_variants() {
    expect(&[
        (
            "Old consumers have no case for it.",
            &[(
                "side: {{ {type: string, nullable: true, enum: [left, right]} | {enum: [left, right, null]} }}",
                "side: {{ {type: string, nullable: true, enum: [left, right, top]} | {enum: [left, right, top, null]} }}",
            )],
            &["breaking enum-value-added loud"],
        ),
        (
            "It is never right any more.",
            &[(
                "side: {{ {type: string, nullable: true, enum: [left, right]} | {enum: [left, right, null]} }}",
                "side: {{ {type: string, nullable: true, enum: [left]} | {enum: [left, null]} }}",
            )],
            &[],
        ),
        (
            "The producer sorts in one more way.",
            &[(
                "enum: [name_ascending, name_descending]",
                "enum: [name_ascending, name_descending, id]",
            )],
            &[],
        ),
        (
            "The producer sorts in one way less.",
            &[("enum: [name_ascending, name_descending]", "enum: [name_ascending]")],
            &["breaking enum-value-removed loud"],
        ),
        (
            "The same values, one by one.",
            &[(
                "{type: string, enum: [name_ascending, name_descending]}",
                "{oneOf: [{type: string, enum: [name_ascending]}, {type: string, enum: [name_descending]}]}",
            )],
            &[],
        ),
        (
            "The order of values is nobody's.",
            &[(
                "enum: [name_ascending, name_descending]",
                "enum: [name_descending, name_ascending]",
            )],
            &[],
        ),
        (
            "Old consumers have no case for the state.",
            &[(
                "        - type: object
          required: [state, at]",
                "        - type: object
          required: [state]
          properties: {state: {type: string, enum: [gone]}}
        - type: object
          required: [state, at]",
            )],
            &["breaking variant-added loud"],
        ),
        (
            "It is never being made any more.",
            &[(
                "        - type: object
          required: [state]
          properties: {state: {type: string, enum: [creating]}}
",
                "",
            )],
            &[],
        ),
        (
            "The time was always there.",
            &[("          required: [state, at]", "          required: [state]")],
            &["breaking field-became-optional loud"],
        ),
        (
            "The states have changed places.",
            &[
                (
                    "        - type: object
          required: [state]
          properties: {state: {type: string, enum: [creating]}}
",
                    "",
                ),
                (
                    "at: {type: string, format: date-time}}
",
                    "at: {type: string, format: date-time}}
        - type: object
          required: [state]
          properties: {state: {type: string, enum: [creating]}}
",
                ),
            ],
            &[],
        ),
        (
            "What was a time is any text.",
            &[("at: {type: string, format: date-time}", "at: {type: string}")],
            &["breaking format-changed loud"],
        ),
    ]);
}

#[test]
fn fields() {
    expect(&[
        (
            "Old consumers read it in every response.",
            &[(
                REQUIRED_RACK,
                "    Rack:
      type: object
      required: [id]",
            )],
            &["breaking field-became-optional loud"],
        ),
        (
            "It is always there now.",
            &[(
                REQUIRED_RACK,
                "    Rack:
      type: object
      required: [id, state, size]",
            )],
            &[],
        ),
        (
            "Nobody has to know it.",
            &[(
                RACK_SIZE,
                "        id: {type: string, format: uuid}
        serial: {type: string}
        size: {type: integer, format: uint16, minimum: 0}",
            )],
            &["note field-added-optional"],
        ),
        (
            "Old consumers do not send it.",
            &[(
                NEW_SIZE,
                "      required: [size, serial]
      properties:
        serial: {type: string}
        size: {type: integer, format: uint16, minimum: 0}",
            )],
            &["breaking field-added-required loud"],
        ),
        (
            "Old consumers may leave it out.",
            &[("      required: [size]", "      required: [size, location]")],
            &["breaking field-became-required loud"],
        ),
        ("Whoever sends it goes on.", &[("      required: [size]\n", "")], &[]),
        (
            "It moved into a schema of its own.",
            &[
                (
                    "at: {type: string, format: date-time}",
                    "at: {$ref: '#/components/schemas/Time'}",
                ),
                (
                    "    Sort: {",
                    "    Time: {type: string, format: date-time}
    Sort: {",
                ),
            ],
            &[],
        ),
        (
            "It moved out of its schema.",
            &[(
                "        - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}",
                "        - {name: sort, in: query, schema: {type: string, enum: [name_ascending, name_descending]}}",
            )],
            &[],
        ),
        (
            "What is common is written once.",
            &[
                (
                    "      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Rack'}}",
                    "      allOf: [{$ref: '#/components/schemas/Items'}]
      type: object
      properties:",
                ),
                (
                    "    Sort: {",
                    "    Items:
      type: object
      required: [items]
      properties: {items: {type: array, items: {$ref: '#/components/schemas/Rack'}}}
    Sort: {",
                ),
            ],
            &[],
        ),
        (
            "Old consumers look for the message.",
            &[(
                "required: [message], properties: {message:",
                "required: [text], properties: {text:",
            )],
            &["breaking field-removed loud"],
        ),
        (
            "Old consumers may be told nothing.",
            &[("required: [message], properties", "properties")],
            &["breaking field-became-optional loud"],
        ),
    ]);
}

#[test]
fn responses() {
    expect(&[
        (
            "Nobody is told what else may go wrong.",
            &[("        5XX: {$ref: '#/components/responses/Error'}\n", "")],
            &["note status-removed"],
        ),
        (
            "The range described it.",
            &[(
                "        4XX: {$ref: '#/components/responses/Error'}
        5XX",
                "        4XX: {$ref: '#/components/responses/Error'}
        '404': {$ref: '#/components/responses/Error'}
        5XX",
            )],
            &["note status-added"],
        ),
        (
            "Old consumers wait for 201.",
            &[("        '201':", "        '200':")],
            &["breaking status-removed loud", "warning status-added loud"],
        ),
        (
            "One rack is no page.",
            &[(
                "            application/json: {schema: {$ref: '#/components/schemas/Page'}}",
                "            application/json: {schema: {$ref: '#/components/schemas/Rack'}}",
            )],
            &["breaking field-removed loud", "warning field-removed silent"],
        ),
        (
            "Old consumers read the page in an object.",
            &[(
                "            application/json: {schema: {$ref: '#/components/schemas/Page'}}",
                "            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Rack'}}}",
            )],
            &["breaking type-changed loud"],
        ),
    ]);
}

/// What several schemas describe is called as its place is, and each member stands in its own.
#[test]
fn parts_of_one_object_keep_their_places() {
    const LOCATION: &str =
        "{allOf: [{$ref: '#/components/schemas/Location'}, {properties: {x: {type: string}}}]}";
    let old = document(true, &[("label: {type: string}", &format!("more: {LOCATION}"))]);
    let told = |new: Json| {
        let findings = judge(old.clone(), new, &Options::default());
        findings.iter().map(|it| format!("{}: {}", it.clause, it.message())).collect::<Vec<_>>()
    };
    let more = LOCATION.replace("x: ", "y: {}, x: ");
    assert_eq!(
        told(document(true, &[("label: {type: string}", &format!("more: {more}"))])),
        ["components/schemas/Location/properties/more/allOf/1/properties/y: `y` was added to \
          `more`. Old consumers neither have to send it nor to know it."]
    );
    let demanding = LOCATION.replace("properties: {x", "required: [z], properties: {x");
    let told = told(document(true, &[("label: {type: string}", &format!("more: {demanding}"))]));
    assert!(told[0].starts_with("components/schemas/Location/properties/more: `z`"), "{told:?}");
}
