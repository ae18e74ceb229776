//! Discriminators and what they tell apart.

use contract_check::diff::openapi::Options;
use contract_check::finding::Finding;
use contract_check::json::Json;
use contract_check::openapi::yaml;

use super::{expect_of, judge};

/// A base whose subtypes are told apart by their names.
const BASE: &str = "
    Pet:
      type: object
      required: [t]
      properties: {t: {type: string}}
      discriminator: {propertyName: t}
";

const CAT: &str = "
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {l: {type: integer}}}
";

const DOG: &str = "
    Dog:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {b: {type: integer}}}
";

const PET: &str = "{$ref: '#/components/schemas/Pet'}";

/// What is sent or answered: a property of this schema.
#[derive(Clone, Copy, Debug)]
enum Way {
    Request,
    Response,
}
use Way::{Request, Response};

fn document(version: &str, way: Way, property: &str, components: &str) -> Json {
    let body = format!(
        "content: {{application/json: {{schema: {{type: object, properties: {{p: {property}}}}}}}}}"
    );
    let members = match way {
        Request => format!("requestBody: {{{body}}}, responses: {{}}"),
        Response => format!("responses: {{'200': {{description: A pet., {body}}}}}"),
    };
    let text = format!(
        "openapi: {version}\ninfo: {{title: Pets, version: 1.0.0}}\n\
         paths: {{/p: {{post: {{{members}}}}}}}\ncomponents:\n  schemas:\n{components}"
    );
    yaml::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What an edit of the property comes to.
fn found(version: &str, way: Way, properties: [&str; 2], components: [&str; 2]) -> Vec<Finding> {
    let [old, new] = [0, 1].map(|side| document(version, way, properties[side], components[side]));
    judge(old, new, &Options::default())
}

/// Why, the version, who writes, the old property and the new one, and what the pair comes to.
type Case<'a> = (&'a str, &'a str, Way, [&'a str; 2], &'a [&'a str]);

fn run(cases: &[Case<'_>], components: [&str; 2]) {
    for (why, version, way, properties, expected) in cases {
        let findings = found(version, *way, *properties, components);
        expect_of(&format!("{why} {way:?} {properties:?}"), &[], expected, findings);
    }
}

#[test]
fn the_last_subtype_comes_and_goes_as_any_other_does() {
    let told: &[&str] = &["warning discriminator-changed"];
    let noted: &[&str] = &["note discriminator-changed"];
    for others in ["", DOG] {
        let with = format!("{BASE}{CAT}{others}");
        let without = format!("{BASE}{others}");
        let gone = [(Request, told), (Response, noted)].map(|(way, expected)| -> Case<'_> {
            ("Nobody knows it any more.", "3.0.3", way, [PET, PET], expected)
        });
        run(&gone, [&with, &without]);
        let come = [(Response, told), (Request, noted)].map(|(way, expected)| -> Case<'_> {
            ("Nobody knew it before.", "3.0.3", way, [PET, PET], expected)
        });
        run(&come, [&without, &with]);
    }
}
