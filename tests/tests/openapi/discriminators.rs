//! Discriminators that are heeded where they do not stand: schemas that wrap one with a
//! discriminator, one of its alternatives alone, parts in another order.

use contract_check::diff::openapi::Options;
use contract_check::finding::Finding;
use contract_check::json::Json;
use contract_check::openapi::yaml;

use super::{expect_of, judge};

/// Pets whose tags are listed in both alternatives.
const PETS: &str = "
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: t}
    Cat: {type: object, required: [t], properties: {t: {type: string, enum: [Cat]}}}
    Dog: {type: object, required: [t], properties: {t: {type: string, enum: [Dog]}}}
";

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
const ONLY_CAT: &str = "{$ref: '#/components/schemas/Cat'}";

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
fn what_wraps_a_union_is_told_apart_by_its_discriminator() {
    const OR_NULL: &str = "{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}";
    const ANY_OR_NULL: &str = "{anyOf: [{type: 'null'}, {$ref: '#/components/schemas/Pet'}]}";
    const NULLABLE: &str = "{allOf: [{$ref: '#/components/schemas/Pet'}], nullable: true}";
    const SAID: &str = "{allOf: [{$ref: '#/components/schemas/Pet'}], description: A pet.}";
    const DEEP: &str = "{anyOf: [{allOf: [{$ref: '#/components/schemas/Pet'}]}]}";
    let nullable: &[&str] = &["note field-became-nullable"];
    let refused: &[&str] = &["note null-refused"];
    run(
        &[
            ("Null is read as well.", "3.1.0", Request, [PET, OR_NULL], nullable),
            ("Null is read as well.", "3.1.0", Request, [PET, ANY_OR_NULL], nullable),
            ("In 3.0 `nullable` says it.", "3.0.3", Request, [PET, NULLABLE], nullable),
            ("Null is no longer written.", "3.1.0", Response, [OR_NULL, PET], refused),
            ("Null is no longer written.", "3.1.0", Response, [ANY_OR_NULL, PET], refused),
            ("Null is no longer written.", "3.0.3", Response, [NULLABLE, PET], refused),
            ("It is said in another way.", "3.1.0", Request, [OR_NULL, ANY_OR_NULL], &[]),
            ("It is only described.", "3.0.3", Request, [PET, SAID], &[]),
            ("It is only described.", "3.0.3", Response, [SAID, PET], &[]),
            ("It stands alone in what stands alone.", "3.1.0", Response, [PET, DEEP], &[]),
            (
                "A part beside it takes no discriminator away.",
                "3.1.0",
                Request,
                [PET, "{allOf: [{$ref: '#/components/schemas/Pet'}, {type: object}]}"],
                &[],
            ),
        ],
        [PETS, PETS],
    );
}

#[test]
fn what_changes_behind_a_wrapper_is_told() {
    const OR_NULL: &str = "{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}";
    let open = PETS.replace(", enum: [Cat]", "").replace(", enum: [Dog]", "");
    let other = open.replace("{propertyName: t}", "{propertyName: u}");
    let mapped = |cat: &str, dog: &str| {
        let mapping = format!(
            "{{propertyName: t, mapping: {{x: '#/components/schemas/{cat}', y: '#/components/schemas/{dog}'}}}}"
        );
        open.replace("{propertyName: t}", &mapping)
    };
    let (straight, swapped) = (mapped("Cat", "Dog"), mapped("Dog", "Cat"));
    let none = open.replace("      discriminator: {propertyName: t}\n", "");
    for properties in [[PET, OR_NULL], [OR_NULL, PET], [OR_NULL, OR_NULL]] {
        for (components, count) in
            [([&open, &other], 1), ([&straight, &swapped], 2), ([&open, &none], 1)]
        {
            let findings = found("3.1.0", Request, properties, components.map(String::as_str));
            let found = super::lines(&findings);
            let told = found.iter().filter(|it| **it == "breaking discriminator-changed loud");
            assert_eq!(told.count(), count, "{properties:?}\n{components:?}\n{findings:#?}");
        }
    }
}

#[test]
fn items_are_compared_by_position() {
    let other = BASE.replace("Pet:", "Other:").replace("propertyName: t", "propertyName: u");
    let components = format!("{BASE}{other}");
    let list = |first: &str, second: &str| {
        let item = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
        format!("{{type: array, prefixItems: [{}, {}]}}", item(first), item(second))
    };
    let [old, new] = [list("Pet", "Other"), list("Other", "Pet")];
    let findings = found("3.1.0", Request, [&old, &new], [&components, &components]);
    let told = "breaking discriminator-changed loud";
    assert_eq!(super::lines(&findings), [told, told], "{findings:#?}");
}

#[test]
fn an_alternative_alone_keeps_its_tag() {
    let told: &[&str] = &["breaking discriminator-changed loud"];
    // What is compared with the alternative's own property is noise of another kind.
    let remarks = |version, way, properties, components| {
        let mut findings = found(version, way, properties, components);
        findings.retain(|it| it.rule.id == "discriminator-changed");
        super::lines(&findings)
    };
    let none: &[&str] = &[];
    let cat_or_null = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}";
    let pets = [PETS, PETS];
    assert_eq!(remarks("3.1.0", Response, [PET, ONLY_CAT], pets), none);
    assert_eq!(remarks("3.1.0", Request, [ONLY_CAT, PET], pets), none);
    assert_eq!(remarks("3.1.0", Response, [PET, cat_or_null], pets), none);
    let findings = found("3.1.0", Response, [PET, ONLY_CAT], pets);
    assert!(findings.iter().all(|it| it.severity.word() == "note"), "{findings:#?}");
    // Dogs are still sent.
    let findings = found("3.1.0", Request, [PET, ONLY_CAT], pets);
    assert!(findings.iter().any(|it| it.severity.word() == "breaking"), "{findings:#?}");
    // The discriminator alone said which value is a cat's.
    let open = PETS.replace(", enum: [Cat]", "");
    assert_eq!(remarks("3.1.0", Response, [PET, ONLY_CAT], [&open, &open]), told);
    // The value that is written now named the other one.
    let other = "{propertyName: t, mapping: {Cat: '#/components/schemas/Dog', Dog: '#/components/schemas/Cat'}}";
    let swapped = PETS.replace("{propertyName: t}", other);
    assert_eq!(remarks("3.1.0", Response, [PET, ONLY_CAT], [&swapped, &swapped]), told);
}

#[test]
fn parts_in_another_order_are_the_same_parts() {
    let swapped = "
    Cat:
      allOf:
        - {type: object, properties: {l: {type: integer}}}
        - $ref: '#/components/schemas/Pet'
";
    let [old, new] = [CAT, swapped].map(|cat| format!("{BASE}{cat}"));
    let cases = [Request, Response]
        .map(|way| -> Case<'_> { ("Nothing changed.", "3.0.3", way, [ONLY_CAT, ONLY_CAT], &[]) });
    run(&cases, [&old, &new]);
    // What one of them says is still compared.
    let other = new.replace("propertyName: t", "propertyName: u");
    let findings = found("3.0.3", Request, [ONLY_CAT, ONLY_CAT], [&old, &other]);
    assert_eq!(super::lines(&findings), ["breaking discriminator-changed loud"], "{findings:#?}");
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

#[test]
fn a_subtype_is_not_its_base() {
    // Dogs are still sent, and the schema of cats does not refuse them.
    let components = format!("{BASE}{CAT}{DOG}");
    let bird = format!("{components}    Bird: {{allOf: [{{$ref: '#/components/schemas/Pet'}}]}}\n");
    for (only, components) in
        [(ONLY_CAT, &components), ("{$ref: '#/components/schemas/Bird'}", &bird)]
    {
        let findings = found("3.0.3", Request, [PET, only], [components, components]);
        let found = super::lines(&findings);
        let told = "breaking discriminator-changed loud".to_owned();
        assert!(found.contains(&told), "{only}: {findings:#?}");
    }
}

#[test]
fn a_value_that_leads_elsewhere_says_where() {
    let at = |target: &str| {
        let mapping = format!("{{propertyName: t, mapping: {{x: '{target}'}}}}");
        BASE.replace("{propertyName: t}", &mapping)
    };
    let [old, new] = ["#/components/schemas/Cat", "models/pets.yml#/Cat"].map(at);
    let [old, new] = [old, new].map(|base| format!("{base}{CAT}"));
    let findings = found("3.0.3", Request, [PET, PET], [&old, &new]);
    let told = findings
        .iter()
        .find(|it| it.severity.word() == "breaking" && it.rule.id == "discriminator-changed")
        .unwrap_or_else(|| panic!("{findings:#?}"));
    assert_eq!(told.words.from, "`x` for `#/components/schemas/Cat`");
    assert_eq!(told.words.to, "`x` for `models/pets.yml#/Cat`");
}
