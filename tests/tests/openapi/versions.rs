//! OpenAPI 3.0 as generators of Rust programs write it, and its move to 3.1.

use contract_check::diff::openapi::Options;
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
    let mut text = String::new();
    let mut rest = DOCUMENT;
    while let Some((before, after)) = rest.split_once("{{") {
        let (choice, after) = after.split_once("}}").expect("a choice ends");
        let (old, new) = choice.split_once('|').expect("a choice has two sides");
        text.push_str(before);
        text.push_str(if newer { new } else { old }.trim());
        rest = after;
    }
    text.push_str(rest);
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    yaml::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What an edit comes to; the versions of the two documents make no difference.
fn expect(why: &str, edits: &[(&str, &str)], expected: &[&str]) {
    for (before, after) in [(false, false), (true, true), (false, true), (true, false)] {
        let findings = judge(document(before, &[]), document(after, edits), &Options::default());
        let mut found = lines(&findings);
        found.sort();
        let messages: Vec<String> = findings.iter().map(|it| it.message()).collect();
        assert_eq!(found, expected, "{why} ({before} to {after}): {edits:?}\n{messages:#?}");
    }
}

#[test]
fn the_version_of_openapi_says_nothing() {
    expect("Nothing changed.", &[], &[]);
}
