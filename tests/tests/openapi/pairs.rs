//! Pairs of small documents that differ in more than an edit of the base document shows: what is
//! said in one place or in another, and what is meant where nothing is said.

use contract_check::diff::openapi::Options;
use contract_check::finding::Finding;
use contract_check::json::Json;
use contract_check::openapi::yaml;

use super::{expect_of, judge};

/// Why, the two documents without their heads, and what the pair comes to.
pub(super) type Pair<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

fn document(version: &str, members: &str) -> Json {
    let text = format!("openapi: {version}\ninfo: {{title: Shop, version: 1.0.0}}\n{members}");
    yaml::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

pub(super) fn found(version: &str, old: &str, new: &str) -> Vec<Finding> {
    judge(document(version, old), document(version, new), &Options::default())
}

pub(super) fn run(pairs: &[Pair<'_>]) {
    for (why, old, new, expected) in pairs {
        expect_of(&format!("{why}\n{old}\n{new}"), &[], expected, found("3.1.0", old, new));
    }
}

/// An operation with these members.
pub(super) fn operation(members: &str) -> String {
    format!("paths: {{/orders: {{post: {{responses: {{}}, {members}}}}}}}\n")
}

pub(super) fn parameter(members: &str) -> String {
    operation(&format!("parameters: [{{name: a, in: query, {members}}}]"))
}

#[test]
fn a_default_counts_wherever_it_stands() {
    const SCHEMAS: &str = "components: {schemas: {\
        A: {enum: [x, y], default: x}, B: {enum: [x, y], default: y}, None: {enum: [x, y]}}}";
    let with = |schema: &str| format!("{}{SCHEMAS}", parameter(&format!("schema: {schema}")));
    let changed = "breaking parameter-default-changed silent";
    for (old, new) in [
        ("{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}"),
        (
            "{allOf: [{$ref: '#/components/schemas/A'}]}",
            "{allOf: [{$ref: '#/components/schemas/B'}]}",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/None'}], default: x}",
            "{allOf: [{$ref: '#/components/schemas/None'}], default: y}",
        ),
        ("{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/A', default: y}"),
    ] {
        let findings = found("3.1.0", &with(old), &with(new));
        let found: Vec<String> = super::lines(&findings);
        assert_eq!(found, [changed], "{old}\n{new}");
    }
    // Beside a reference nothing counts in 3.0.
    let beside = with("{$ref: '#/components/schemas/A', default: y}");
    let findings = found("3.0.3", &with("{$ref: '#/components/schemas/A'}"), &beside);
    assert!(super::lines(&findings).iter().all(|line| line != changed), "{findings:?}");
    run(&[
        (
            "Requests without it mean something else.",
            &parameter("content: {application/json: {schema: {type: integer, default: 1}}}"),
            &parameter("content: {application/json: {schema: {type: integer, default: 2}}}"),
            &[changed],
        ),
        (
            "It is what it was, moved to a part.",
            &parameter("schema: {allOf: [{type: integer}], default: 1}"),
            &parameter("schema: {allOf: [{type: integer, default: 1}]}"),
            &[],
        ),
    ]);
}

#[test]
fn parameters_say_what_requests_show() {
    let path = |template: &str, parameters: &str| {
        format!("paths: {{'{template}': {{get: {{responses: {{}}, parameters: [{parameters}]}}}}}}")
    };
    let id = |schema: &str| format!("{{name: id, in: path, required: true, schema: {schema}}}");
    let list = "schema: {type: array, items: {type: string}}";
    let object = "schema: {type: object, properties: {b: {type: string}}}";
    run(&[
        (
            "Between two slashes there is always something.",
            &path("/orders/{id}", &id("{type: string, maxLength: 9}")),
            &path("/orders/{id}", &id("{type: string, maxLength: 9, minLength: 1}")),
            &["note length-changed"],
        ),
        (
            "Short ids are refused.",
            &path("/orders/{id}", &id("{type: string}")),
            &path("/orders/{id}", &id("{type: string, minLength: 2}")),
            &["breaking length-changed loud"],
        ),
        (
            "The rest of the schema counts as before.",
            &path("/orders/{id}", &id("{type: string, maxLength: 9}")),
            &path("/orders/{id}", &id("{type: string, maxLength: 8, minLength: 1}")),
            &["breaking length-changed loud", "note length-changed"],
        ),
        (
            "Every request had it: the template names it.",
            &path("/orders/{id}", ""),
            &path("/orders/{id}", &id("{type: string}")),
            &["note documentation-changed"],
        ),
        (
            "Every request had it, and it was any text.",
            &path("/orders/{id}", ""),
            &path("/orders/{id}", &id("{type: integer}")),
            &["note documentation-changed", "warning type-narrowed loud"],
        ),
        (
            "Every request still has it.",
            &path("/orders/{id}", &id("{type: string}")),
            &path("/orders/{id}", ""),
            &["note documentation-changed"],
        ),
        (
            "It was read from the address, and is looked for in the body.",
            &parameter("schema: {type: string}"),
            &operation(
                "requestBody: {content: {application/json: {schema: {properties: {a: {type: string}}}}}}",
            ),
            &["breaking parameter-moved loud", "note request-part-added"],
        ),
        (
            "A simple list has commas in it, exploded or not.",
            &operation(&format!("parameters: [{{name: X-A, in: header, {list}}}]")),
            &operation(&format!("parameters: [{{name: X-A, in: header, explode: true, {list}}}]")),
            &[],
        ),
        (
            "A simple object has not: `b,1` becomes `b=1`.",
            &operation(&format!("parameters: [{{name: X-A, in: header, {object}}}]")),
            &operation(&format!(
                "parameters: [{{name: X-A, in: header, explode: true, {object}}}]"
            )),
            &["breaking parameter-style-changed silent"],
        ),
    ]);
}

#[test]
fn xml_is_what_is_written() {
    let of = |property: &str| {
        format!(
            "paths: {{/orders: {{get: {{responses: {{'200': {{description: x, content: \
             {{application/xml: {{schema: {{type: object, properties: {{l: {property}}}}}}}}}}}}}}}}}}}\n"
        )
    };
    let list = |xml: &str, items: &str| {
        of(&format!("{{type: array, items: {{type: string{items}}}{xml}}}"))
    };
    let text = |xml: &str| of(&format!("{{type: string{xml}}}"));
    let plain = list("", "");
    let same: &[(&str, &str, &str)] = &[
        ("Arrays are not wrapped by default.", &list(", xml: {wrapped: false}", ""), &plain),
        ("And values are no attributes.", &text(", xml: {attribute: false}"), &text("")),
        ("What is empty says nothing.", &text(", xml: {}"), &text("")),
        ("An element has the name of its property.", &text(", xml: {name: l}"), &text("")),
        (
            "So has an attribute.",
            &text(", xml: {name: l, attribute: true}"),
            &text(", xml: {attribute: true}"),
        ),
        ("So have the items of an array.", &list("", ", xml: {name: l}"), &plain),
        ("Only arrays are wrapped.", &text(", xml: {wrapped: true}"), &text("")),
        (
            "The name around the items is ignored where nothing is around them.",
            &list(", xml: {name: all}", ", xml: {name: one}"),
            &list("", ", xml: {name: one}"),
        ),
        (
            "One name is used inside and outside.",
            &list(", xml: {name: all, wrapped: true}", ", xml: {name: all}"),
            &list(", xml: {name: all, wrapped: true}", ""),
        ),
    ];
    let other: &[(&str, &str, &str)] = &[
        ("It is wrapped.", &plain, &list(", xml: {wrapped: true}", "")),
        ("It is an attribute.", &text(""), &text(", xml: {attribute: true}")),
        ("It has another name.", &text(", xml: {name: l}"), &text(", xml: {name: m}")),
        ("Its items have another name.", &plain, &list("", ", xml: {name: one}")),
        (
            "What is around the items has another name.",
            &list(", xml: {wrapped: true}", ", xml: {name: one}"),
            &list(", xml: {name: all, wrapped: true}", ", xml: {name: one}"),
        ),
        (
            "The items had the name of what is around them.",
            &list(", xml: {name: all, wrapped: true}", ""),
            &list(", xml: {name: all, wrapped: true}", ", xml: {name: l}"),
        ),
        ("Tools take it for the name of the items.", &list(", xml: {name: all}", ""), &plain),
        ("It is in a namespace.", &text(""), &text(", xml: {namespace: 'https://a.test'}")),
    ];
    for (pairs, expected) in [(same, &[] as &[&str]), (other, &["breaking xml-changed loud"])] {
        for (why, old, new) in pairs {
            run(&[(why, old, new, expected), (why, new, old, expected)]);
        }
    }
    // What a reference leads to is not written under the name of one property alone.
    let shared = |xml: &str| {
        format!(
            "{}components: {{schemas: {{L: {{type: string{xml}}}}}}}",
            of("{$ref: '#/components/schemas/L'}")
        )
    };
    let changed = &["breaking xml-changed loud"];
    run(&[("It may stand elsewhere.", &shared(", xml: {name: l}"), &shared(""), changed)]);
}

#[test]
fn servers_are_what_requests_reach() {
    const PATHS: &str = "paths: {/orders: {get: {responses: {}}}}\n";
    let at = |servers: &str| format!("{PATHS}servers: [{servers}]");
    run(&[
        (
            "No request shows what a variable is called.",
            &at(
                "{url: 'https://{region}.a.test', variables: {region: {default: eu, enum: [eu, us]}}}",
            ),
            &at("{url: 'https://{r}.a.test', variables: {r: {default: eu, enum: [us, eu]}}}"),
            &["note documentation-changed"],
        ),
        (
            "A value of it is gone.",
            &at(
                "{url: 'https://{region}.a.test', variables: {region: {default: eu, enum: [eu, us]}}}",
            ),
            &at("{url: 'https://{r}.a.test', variables: {r: {default: eu, enum: [eu, cn]}}}"),
            &["breaking server-removed loud", "note documentation-changed", "note server-added"],
        ),
        (
            "It could have one value only.",
            &at("{url: 'https://{host}/v1', variables: {host: {default: a.test, enum: [a.test]}}}"),
            &at("{url: 'https://a.test/v1'}"),
            &["note documentation-changed"],
        ),
        (
            "Hosts have no case, and https has a port.",
            &at("{url: 'https://a.test/V1'}"),
            &at("{url: 'HTTPS://A.test:443/V1/'}"),
            &["note documentation-changed"],
        ),
        (
            "Paths have case.",
            &at("{url: 'https://a.test/V1'}"),
            &at("{url: 'https://a.test/v1'}"),
            &["breaking server-removed loud", "note server-added"],
        ),
        (
            "The only operation is served where it was.",
            &at("{url: 'https://a.test'}"),
            "paths: {/orders: {servers: [{url: 'https://a.test'}], get: {responses: {}}}}\n\
             servers: [{url: 'https://b.test'}]",
            &["note documentation-changed"],
        ),
        (
            "Requests look the same wherever their address is cut in two.",
            &at("{url: 'https://a.test/v1'}, {url: /v1}"),
            "paths: {/v1/orders: {get: {responses: {}}}, /v1/items: {get: {responses: {}}}}\n\
             servers: [{url: 'https://a.test'}, {url: /}]",
            &["note documentation-changed", "note operation-added"],
        ),
        (
            "And the other way round; one was left behind.",
            "paths: {/v1/orders: {get: {responses: {}}}, /health: {get: {responses: {}}}}\n\
             servers: [{url: 'https://a.test'}]",
            &at("{url: 'https://a.test/v1'}"),
            &["breaking operation-removed loud", "note documentation-changed"],
        ),
        (
            "All paths moved, and not one of them says so.",
            &at("{url: 'https://a.test/v1'}"),
            &at("{url: 'https://a.test'}"),
            &["breaking server-removed loud", "note server-added"],
        ),
    ]);
}

#[test]
fn a_template_serves_what_it_stands_for() {
    const ADDED: &[&str] = &["note server-added"];
    const REMOVED: &[&str] = &["breaking server-removed loud", "note server-added"];
    let at = |servers: &str| {
        format!("paths: {{/orders: {{get: {{responses: {{}}}}}}}}\nservers: [{servers}]")
    };
    let of =
        |url: &str, variables: &str| at(&format!("{{url: '{url}', variables: {{{variables}}}}}"));
    let plain = |url: &str| at(&format!("{{url: '{url}'}}"));
    const ANY: &str = "h: {default: b}";
    const LISTED: &str = "h: {default: b, enum: [a, b]}";
    let two_hosts = at("{url: 'https://a.test'}, {url: 'https://b.test'}");
    let more = "{url: 'https://{h}.test', variables: {h: {default: b, enum: [b]}}}";
    let pairs: &[(&str, &str, &str, &[&str])] = &[
        (
            "A variable may be any text.",
            &plain("https://a.test"),
            &of("https://{h}.test", ANY),
            ADDED,
        ),
        ("One of these values.", &plain("https://a.test"), &of("https://{h}.test", LISTED), ADDED),
        (
            "None of these values.",
            &plain("https://c.test"),
            &of("https://{h}.test", LISTED),
            REMOVED,
        ),
        (
            "What is around the variable is another.",
            &plain("https://a.test"),
            &of("https://{h}.example", ANY),
            REMOVED,
        ),
        (
            "It may be no text at all.",
            &plain("https://a.test/"),
            &of("https://a.test/{h}", ANY),
            ADDED,
        ),
        (
            "Hosts have no case, and https has a port.",
            &plain("https://A.test:443/v1"),
            &of("HTTPS://{h}.test/v1", LISTED),
            ADDED,
        ),
        (
            "Twice the same text.",
            &plain("https://a.b.test"),
            &of("https://{h}.{h}.test", ANY),
            REMOVED,
        ),
        (
            "It stands twice and has one value.",
            &plain("https://a.a.test"),
            &of("https://{h}.{h}.test", LISTED),
            ADDED,
        ),
        ("Nobody says what it is.", &plain("https://a.test"), &plain("https://{h}.test"), REMOVED),
        (
            "All values are served.",
            &of("https://{h}.test", LISTED),
            &of("https://{h}.{d}", "h: {default: a}, d: {default: test}"),
            ADDED,
        ),
        (
            "They are served one by one.",
            &of("https://{h}.test", LISTED),
            &two_hosts,
            &["note server-added", "note server-added"],
        ),
        (
            "A default counts, listed or not.",
            &of("https://{h}.test", "h: {default: c, enum: [a, b]}"),
            &two_hosts,
            &["breaking server-removed loud", "note server-added", "note server-added"],
        ),
        (
            "More may stand there than before.",
            &of("https://{h}.test", ANY),
            &of("https://{h}{d}", "h: {default: a}, d: {default: .test}"),
            ADDED,
        ),
        (
            "Any text may have stood there.",
            &of("https://{h}.test", ANY),
            &of("https://{h}.{d}.test", "h: {default: a}, d: {default: b}"),
            REMOVED,
        ),
        (
            "Not any text is listed.",
            &of("https://{h}.test", ANY),
            &two_hosts,
            &["breaking server-removed loud", "note server-added", "note server-added"],
        ),
        (
            "A value that is gone is served by another one.",
            &of("https://{h}.test", LISTED),
            &at(&format!("{more}, {{url: 'https://a.test'}}")),
            ADDED,
        ),
    ];
    for (why, old, new, expected) in pairs {
        run(&[(why, old, new, expected)]);
    }
}

#[test]
fn what_nobody_uses_hurts_nobody() {
    let scheme = |kind: &str, security: &str| {
        format!(
            "components: {{securitySchemes: {{s: {{type: http, scheme: {kind}}}}}}}\n{}",
            operation(&format!("security: {security}"))
        )
    };
    let called_back = "[], callbacks: {shipped: {'{$request.body#/url}': {post: {responses: {}, \
                       security: [{s: []}]}}}}"
        .to_owned();
    let callback = |name: &str, schema: &str| {
        operation(&format!(
            "callbacks: {{{name}: {{'{{$request.body#/url}}': {{post: {{responses: {{}}, \
             requestBody: {{required: true, content: {{text/plain: {{schema: {schema}}}}}}}}}}}}}}}"
        ))
    };
    run(&[
        (
            "Nobody is asked for it.",
            &scheme("basic", "[]"),
            &scheme("bearer", "[]"),
            &["note documentation-changed"],
        ),
        (
            "Credentials of the other kind are refused.",
            &scheme("basic", "[{s: []}]"),
            &scheme("bearer", "[{s: []}]"),
            &["breaking security-scheme-changed loud"],
        ),
        (
            "Consumers are asked when they are called back.",
            &scheme("basic", &called_back),
            &scheme("bearer", &called_back),
            &["breaking security-scheme-changed loud"],
        ),
        (
            "Nobody knows any more what is asked for.",
            &scheme("basic", "[{s: []}]"),
            &operation("security: [{s: []}]"),
            &["undecided undecided"],
        ),
        (
            "Another name asks for the same, whether the old one stays or goes.",
            &scheme("basic", "[{s: []}]"),
            &scheme("basic}, t: {type: http, scheme: basic", "[{t: []}]"),
            &[],
        ),
        (
            "What the token looks like is a hint.",
            &scheme("bearer, bearerFormat: JWT", "[{s: []}]"),
            &scheme("bearer, bearerFormat: PASETO", "[{s: []}]"),
            &["warning security-scheme-changed"],
        ),
        (
            "Nobody sees what a callback is called.",
            &callback("shipped", "{enum: [a]}"),
            &callback("sent", "{enum: [a]}"),
            &["note documentation-changed"],
        ),
        (
            "What it sends is judged as before.",
            &callback("shipped", "{enum: [a]}"),
            &callback("sent", "{enum: [a, b]}"),
            &["breaking enum-value-added loud", "note documentation-changed"],
        ),
    ]);
}

#[test]
fn what_is_meant_where_nothing_is_said() {
    let part = |schema: &str, encoding: &str| {
        let form = format!("{{schema: {{properties: {{a: {schema}}}}}, encoding: {{{encoding}}}}}");
        operation(&format!("requestBody: {{content: {{multipart/form-data: {form}}}}}"))
    };
    const PHOTO: &str = "{type: string, contentEncoding: base64}";
    const ANY: &str = "{type: object, additionalProperties: {type: string}}";
    let answers =
        |responses: &str| format!("paths: {{/a: {{get: {{responses: {{{responses}}}}}}}}}");
    run(&[
        (
            "An object is JSON by default.",
            &part(ANY, ""),
            &part(ANY, "a: {contentType: application/json}"),
            &[],
        ),
        (
            "And is no longer.",
            &part(ANY, ""),
            &part(ANY, "a: {contentType: application/xml}"),
            &["warning encoding-changed loud"],
        ),
        (
            "A range holds what was sent.",
            &part(PHOTO, "a: {contentType: image/png}"),
            &part(PHOTO, "a: {contentType: 'image/*'}"),
            &["note encoding-changed"],
        ),
        (
            "A style that is the default.",
            &part("{type: array, items: {type: string}}", ""),
            &part("{type: array, items: {type: string}}", "a: {style: form, explode: true}"),
            &[],
        ),
        (
            "And one that is not.",
            &part("{type: array, items: {type: string}}", ""),
            &part("{type: array, items: {type: string}}", "a: {explode: false}"),
            &["warning encoding-changed loud"],
        ),
        (
            "What can go wrong is described by its class.",
            &answers("default: {description: Wrong.}"),
            &answers("4XX: {description: Wrong.}, 5XX: {description: Wrong.}"),
            &["note status-added", "note status-added", "note status-removed"],
        ),
    ]);
}

#[test]
fn a_value_names_its_alternative() {
    const BODY: &str =
        "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}";
    let pets = |mapping: &str, dog: &str| {
        format!(
            "{}components: {{schemas: {{\
             Pet: {{oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/{dog}'}}], \
             discriminator: {{propertyName: kind{mapping}}}}}, \
             Cat: {{type: object, required: [kind, lives], properties: {{kind: {{type: string}}, lives: {{type: integer}}}}}}, \
             {dog}: {{type: object, required: [kind, barks], properties: {{kind: {{type: string}}, barks: {{type: boolean}}, \
             pups: {{type: array, items: {{$ref: '#/components/schemas/{dog}'}}}}}}}}}}}}",
            operation(BODY)
        )
    };
    let mapped = |dog: &str| {
        format!(", mapping: {{cat: '#/components/schemas/Cat', dog: '#/components/schemas/{dog}'}}")
    };
    run(&[
        (
            "Without a mapping the component's name is the value.",
            &pets("", "Dog"),
            &pets("", "Hound"),
            &["breaking discriminator-changed loud"],
        ),
        (
            "With one the value stays, whatever the component is called.",
            &pets(&mapped("Dog"), "Dog"),
            &pets(&mapped("Hound"), "Hound"),
            &[],
        ),
        (
            "A value that stands for the other alternative is read as that.",
            &pets(&mapped("Dog"), "Dog"),
            &pets(
                ", mapping: {dog: '#/components/schemas/Cat', cat: '#/components/schemas/Dog'}",
                "Dog",
            ),
            &["breaking discriminator-changed loud", "breaking discriminator-changed loud"],
        ),
    ]);
}

#[test]
fn a_part_that_refuses_what_another_one_describes_is_one_finding() {
    let schemas = |base: &str| {
        format!(
            "{}components: {{schemas: {{A: {{allOf: [{{$ref: '#/components/schemas/B'}}, \
             {{properties: {{c: {{type: string}}}}}}]}}, \
             B: {{type: object, properties: {{b: {{type: string}}}}{base}}}}}}}",
            operation(
                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
            )
        )
    };
    run(&[(
        "`c` is refused by the part that does not know it.",
        &schemas(""),
        &schemas(", additionalProperties: false"),
        &["breaking unknown-fields-refused loud"],
    )]);
}

#[test]
fn items_and_fields_of_parameters_are_texts() {
    let list = |kind: &str| parameter(&format!("schema: {{type: array, items: {{type: {kind}}}}}"));
    let object = |style: &str, fields: &str| {
        parameter(&format!("{style}schema: {{type: object, properties: {{{fields}}}}}"))
    };
    const DEEP: &str = "style: deepObject, explode: true, ";
    run(&[
        ("A number is a text.", &list("integer"), &list("string"), &["note type-widened"]),
        (
            "A text is no number.",
            &list("string"),
            &list("integer"),
            &["breaking type-changed loud"],
        ),
        (
            "A number is a text, wherever in the address it stands.",
            &object(DEEP, "n: {type: integer}"),
            &object(DEEP, "n: {type: string}"),
            &["note type-widened"],
        ),
        (
            "The other fields are judged as ever.",
            &object("", "n: {type: integer}, m: {type: integer}"),
            &object("", "n: {type: string}, m: {type: integer, maximum: 3}"),
            &["breaking number-range-changed loud", "note type-widened"],
        ),
    ]);
}

#[test]
fn numbers_and_texts_are_read_as_what_they_hold() {
    let body = |schema: &str| {
        operation(&format!("requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}"))
    };
    run(&[
        (
            "What is read holds fewer digits.",
            &body("{type: number, format: double}"),
            &body("{type: number, format: float}"),
            &["warning value-altered silent"],
        ),
        (
            "What is read holds more.",
            &body("{type: number, format: float}"),
            &body("{type: number, format: double}"),
            &["note format-changed"],
        ),
        (
            "The text holds something else, and nothing says who reads it.",
            &body(
                "{type: string, contentMediaType: application/json, contentSchema: {type: object}}",
            ),
            &body(
                "{type: string, contentMediaType: application/json, contentSchema: {type: array}}",
            ),
            &["warning content-encoding-changed loud"],
        ),
    ]);
}
