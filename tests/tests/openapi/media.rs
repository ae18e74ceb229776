//! What stands at a media type or a status that is also in a range, and how its parts are written.

use super::lines;
use super::pairs::{found, operation, parameter, run};

const OBJECT: &str = "{schema: {type: object, required: [a], properties: {a: {type: string}}}}";
const TEXT: &str = "{schema: {type: string}}";

fn request(content: &str) -> String {
    operation(&format!("requestBody: {{required: true, content: {{{content}}}}}"))
}

/// An operation with these responses.
fn answers(responses: &str) -> String {
    format!("paths: {{/orders: {{get: {{responses: {{{responses}}}}}}}}}\n")
}

fn response(content: &str) -> String {
    answers(&format!("'200': {{description: Yes., content: {{{content}}}}}"))
}

#[test]
fn the_most_exact_media_type_answers_in_requests() {
    run(&[
        (
            "JSON was an object, as all of the range, and is now a string.",
            &request(&format!("application/*: {OBJECT}")),
            &request(&format!("application/*: {OBJECT}, application/json: {TEXT}")),
            &["breaking type-changed loud", "note media-type-added"],
        ),
        (
            "JSON is what all of the range was.",
            &request(&format!("application/*: {OBJECT}")),
            &request(&format!("application/*: {OBJECT}, application/json: {OBJECT}")),
            &["note media-type-added"],
        ),
        (
            "A new parameter is one that nobody sent.",
            &request(&format!("application/json: {OBJECT}")),
            &request(&format!("application/json: {OBJECT}, application/json;v=2: {TEXT}")),
            &["note media-type-added"],
        ),
        (
            "The narrower range is the more exact one.",
            &request(&format!("'*/*': {OBJECT}, application/*: {TEXT}")),
            &request(&format!("'*/*': {OBJECT}, application/*: {TEXT}, application/json: {TEXT}")),
            &["note media-type-added"],
        ),
    ]);
}

#[test]
fn a_range_takes_over_what_was_more_exact_in_responses() {
    run(&[
        (
            "JSON was a string and may now be an object.",
            &response(&format!("application/*: {OBJECT}, application/json: {TEXT}")),
            &response(&format!("application/*: {OBJECT}")),
            &["breaking type-changed loud"],
        ),
        (
            "JSON is what it was.",
            &response(&format!("application/*: {OBJECT}, application/json: {OBJECT}")),
            &response(&format!("application/*: {OBJECT}")),
            &[],
        ),
        (
            "What was asked for with a parameter is answered as without it.",
            &response(&format!("application/json: {OBJECT}, application/json;v=2: {TEXT}")),
            &response(&format!("application/json: {OBJECT}")),
            &["breaking type-changed loud"],
        ),
        (
            "All of the range may be written where JSON was.",
            &response(&format!("application/json: {TEXT}")),
            &response(&format!("application/*: {OBJECT}")),
            &["breaking type-changed loud", "note media-type-added"],
        ),
    ]);
}

#[test]
fn a_default_that_stands_alone_describes_successes() {
    let default =
        format!("default: {{description: Any., content: {{application/json: {OBJECT}}}}}");
    let with = |status: &str, media: &str| {
        format!(
            "{default}, {status}: {{description: Yes., content: {{application/json: {media}}}}}"
        )
    };
    run(&[
        (
            "200 was an object, as whatever was answered.",
            &answers(&default),
            &answers(&with("'200'", TEXT)),
            &["breaking type-changed loud", "note status-added"],
        ),
        (
            "200 is what it was.",
            &answers(&default),
            &answers(&with("'200'", OBJECT)),
            &["note status-added"],
        ),
        (
            "So is its range.",
            &answers(&default),
            &answers(&with("2XX", TEXT)),
            &["breaking type-changed loud", "note status-added"],
        ),
        (
            "Where a success is described, the default is for what goes wrong.",
            &answers(&with("'201'", OBJECT)),
            &answers(&format!("{}, '200': {{description: Yes.}}", with("'201'", OBJECT))),
            &["warning status-added loud"],
        ),
        (
            "That it is answered is no longer said.",
            &answers(&with("'200'", OBJECT)),
            &answers(&default),
            &["breaking status-removed loud"],
        ),
    ]);
}

#[test]
fn no_schema_is_any_value() {
    run(&[
        (
            "Anything may be written now.",
            &response(&format!("application/json: {OBJECT}")),
            &response("application/json: {}"),
            &["breaking type-widened loud"],
        ),
        (
            "Both are any value.",
            &response("application/json: {}"),
            &response("application/json: {schema: {description: Any.}}"),
            &[],
        ),
        (
            "Both are any value, the other way round.",
            &request("application/json: {schema: true}"),
            &request("application/json: {}"),
            &[],
        ),
        (
            "What is written is described now.",
            &response("application/json: {}"),
            &response(&format!("application/json: {TEXT}")),
            &["note type-narrowed"],
        ),
    ]);
}

#[test]
fn fields_of_a_urlencoded_form_are_written_as_parameters_are() {
    let form = |field: &str, encoding: &str| {
        request(&format!(
            "application/x-www-form-urlencoded: {{schema: {{type: object, properties: \
             {{a: {field}}}}}, encoding: {{{encoding}}}}}"
        ))
    };
    const LIST: &str = "{type: array, items: {type: string}}";
    run(&[
        (
            "`a=1&a=2` becomes `a=1,2`.",
            &form(LIST, ""),
            &form(LIST, "a: {explode: false}"),
            &["breaking encoding-changed silent"],
        ),
        (
            "The values are joined by another character.",
            &form(LIST, "a: {explode: false}"),
            &form(LIST, "a: {style: spaceDelimited, explode: false}"),
            &["breaking encoding-changed silent"],
        ),
        (
            "One value is written alike, exploded or not.",
            &form("{type: string}", ""),
            &form("{type: string}", "a: {explode: false}"),
            &[],
        ),
        (
            "The value is written as other text.",
            &form("{type: string}", ""),
            &form("{type: string}", "a: {allowReserved: true}"),
            &["breaking encoding-changed silent"],
        ),
        (
            "A media type of its own is worth a look.",
            &form(LIST, ""),
            &form(LIST, "a: {contentType: application/json}"),
            &["warning encoding-changed loud"],
        ),
    ]);
}

#[test]
fn reserved_characters_matter_where_there_are_some() {
    let allowed = |schema: &str| parameter(&format!("allowReserved: true, schema: {schema}"));
    for schema in [
        "{type: integer}",
        "{type: boolean}",
        "{type: string, enum: [new, 'not-yet', a.b~c_d]}",
        "{type: array, items: {type: integer}}",
    ] {
        let old = parameter(&format!("schema: {schema}"));
        run(&[("It has no reserved character.", &old, &allowed(schema), &[])]);
    }
    for schema in [
        "{type: string}",
        "{type: number}",
        "{type: string, enum: [a, 'b/c']}",
        "{type: string, enum: [a, '%41']}",
        "{type: array, items: {type: string}}",
        "{type: object, properties: {b: {type: integer}}}",
        "{}",
    ] {
        let old = parameter(&format!("schema: {schema}"));
        let changed: &[&str] = &["breaking parameter-style-changed silent"];
        run(&[("It is written as other text.", &old, &allowed(schema), changed)]);
    }
    run(&[(
        "What is read says nothing about what is written.",
        &parameter("schema: {type: string}"),
        &allowed("{type: string, enum: [a]}"),
        &["breaking parameter-style-changed silent", "breaking type-narrowed loud"],
    )]);
    // There is no `const` in 3.0.
    let constant = "schema: {type: string, const: a}";
    for (version, breaks) in [("3.0.3", true), ("3.1.0", false)] {
        let new = parameter(&format!("allowReserved: true, {constant}"));
        let found = lines(&found(version, &parameter(constant), &new));
        assert_eq!(!found.is_empty(), breaks, "{version}: {found:?}");
    }
    for (location, version, breaks) in [
        ("header", "3.0.3", false),
        ("header", "3.1.0", false),
        ("cookie", "3.1.0", false),
        ("path", "3.0.3", false),
        ("query", "3.0.3", true),
        ("path", "3.2.0", true),
    ] {
        let at = |rest: &str| {
            let parameter = format!("{{name: a, in: {location}, required: true, {rest}}}");
            format!(
                "paths: {{'/orders/{{a}}': {{get: {{responses: {{}}, parameters: [{parameter}]}}}}}}"
            )
        };
        let old = at("schema: {type: string}");
        let new = at("schema: {type: string}, allowReserved: true");
        let found = lines(&found(version, &old, &new));
        assert_eq!(!found.is_empty(), breaks, "{location} of {version}: {found:?}");
    }
}

#[test]
fn nothing_counts_beside_a_reference_in_3_0() {
    const NAME: &str = "components: {schemas: {Name: {type: string}}}";
    let object = |beside: &str| {
        format!(
            "application/json: {{schema: {{type: object, required: [a], properties: \
             {{a: {{$ref: '#/components/schemas/Name'{beside}}}}}}}}}"
        )
    };
    for (of, beside, expected) in [
        (response as fn(&str) -> String, ", writeOnly: true", "breaking field-removed loud"),
        (request, ", readOnly: true", "warning value-ignored silent"),
    ] {
        let old = format!("{}{NAME}", of(&object("")));
        let new = format!("{}{NAME}", of(&object(beside)));
        assert_eq!(lines(&found("3.0.3", &old, &new)), Vec::<String>::new(), "{beside}");
        assert_eq!(lines(&found("3.1.0", &old, &new)), [expected], "{beside}");
    }
}

#[test]
fn encodings_are_of_parts() {
    let form = |media: &str, rest: &str| {
        request(&format!(
            "{media}: {{schema: {{type: object, properties: {{a: {{type: object}}}}}}{rest}}}"
        ))
    };
    let part = |rest: &str| {
        form("multipart/form-data", &format!(", encoding: {{a: {{contentType: a/b{rest}}}}}"))
    };
    run(&[
        (
            "No part has an encoding.",
            &form("multipart/form-data", ""),
            &form("multipart/form-data", ", encoding: {}"),
            &[],
        ),
        (
            "JSON has no parts.",
            &form("application/json", ""),
            &form("application/json", ", encoding: {a: {contentType: a/b}}"),
            &[],
        ),
        (
            "A range may have some.",
            &form("'*/*'", ""),
            &form("'*/*'", ", encoding: {a: {contentType: a/b}}"),
            &["warning encoding-changed loud"],
        ),
    ]);
    let findings = found("3.1.0", &part(""), &part(", headers: {X-A: {required: true}}"));
    let messages: Vec<String> = findings.iter().map(|it| it.message()).collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(
        messages[0]
            .contains("was `a/b` and is now `a/b` with headers {\"X-A\":{\"required\":true}}"),
        "{messages:?}"
    );
}
