//! Texts that nobody writes in good faith: each ends in a verdict, undecided, or an error that says
//! where and why. None takes more than its budget, and none the stack.

use contract_check::content::Content;
use contract_check::diff::{openapi, schemas};
use contract_check::verdict::{Outcome, Verdict};

/// The outcome of a comparison as a word, or why there is none.
fn judged(old: &str, new: &str) -> Result<&'static str, String> {
    let verdict = match (&Content::read(old)?, &Content::read(new)?) {
        (Content::Schema(old), Content::Schema(new)) => {
            Verdict::new(schemas::compare(old, new, &schemas::Options::default()))
        }
        (Content::OpenApi(old), Content::OpenApi(new)) => {
            openapi::judge(old, new, &openapi::Options::default()).map_err(|it| it.to_string())?
        }
        _ => return Err("two kinds of text".to_owned()),
    };
    let internal = verdict.findings.iter().find(|finding| finding.rule.id == "internal-error");
    assert_eq!(internal, None);
    Ok(match verdict.outcome() {
        Outcome::Breaking => "breaking",
        Outcome::Undecided => "undecided",
        _ => "compatible",
    })
}

#[track_caller]
fn ends_in(old: &str, new: &str, expected: &str) {
    assert_eq!(judged(old, new), Ok(expected), "{old:.200}\n{new:.200}");
}

#[track_caller]
fn refused(text: &str, because: &str) {
    let error = judged(text, text).expect_err("it is refused");
    assert!(error.contains(because), "{error}\n{text:.200}");
}

const DEEP: usize = 10_000;

#[test]
fn deep_texts() {
    let nested = |open: &str, close: &str| open.repeat(DEEP) + "{}" + &close.repeat(DEEP);
    refused(&nested("[", "]"), "deep");
    refused(&nested("{\"items\":", "}"), "deep");
    refused(&nested("{\"not\":", "}"), "deep");
    refused(&nested("a: [", "]"), "it is not JSON");
    refused(&format!("openapi: 3.1.0\nx-deep: {}", nested("[", "]")), "deep");
    let block: String = (0..3_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    refused(&format!("openapi: 3.1.0\nx-deep:\n {}", block.replace('\n', "\n ")), "deep");
}

/// Alternatives in alternatives: two to the power of thirty of them.
#[test]
fn chains() {
    let chain = |keyword: &str, last: &str| {
        let links: String = (0..30)
            .map(|link| {
                let next = format!("{{\"$ref\": \"#/$defs/a{}\"}}", link + 1);
                format!("\"a{link}\": {{\"{keyword}\": [{next}, {next}]}}, ")
            })
            .collect();
        format!("{{\"$defs\": {{{links}\"a30\": {last}}}, \"$ref\": \"#/$defs/a0\"}}")
    };
    let (text, word) = ("{\"type\": \"string\"}", "{\"type\": \"string\", \"minLength\": 1}");
    for keyword in ["allOf", "anyOf"] {
        ends_in(&chain(keyword, word), &chain(keyword, word), "compatible");
        ends_in(&chain(keyword, text), &chain(keyword, word), "breaking");
    }
    // No value fits exactly one of two that are the same.
    ends_in(&chain("oneOf", text), &chain("oneOf", word), "compatible");
    let references: String = (0..DEEP)
        .map(|link| format!("\"a{link}\": {{\"$ref\": \"#/$defs/a{}\"}}, ", link + 1))
        .collect();
    let long = |last: &str| {
        format!("{{\"$defs\": {{{references}\"a{DEEP}\": {last}}}, \"$ref\": \"#/$defs/a0\"}}")
    };
    ends_in(&long(text), &long(word), "breaking");
}

#[test]
fn cycles() {
    let own = "{\"$ref\": \"#\"}";
    ends_in(own, "{\"allOf\": [{\"$ref\": \"#\"}]}", "undecided");
    ends_in("{\"not\": {\"$ref\": \"#\"}}", own, "undecided");
    let of = |paths: &str, components: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\ncomponents: \
             {components}\n"
        )
    };
    let parameter = of(
        "{/a: {get: {parameters: [{$ref: '#/components/parameters/A'}]}}}",
        "{parameters: {A: {$ref: '#/components/parameters/B'}, B: {$ref: \
         '#/components/parameters/A'}}}",
    );
    refused(&parameter, "leads back to itself");
    let response = of(
        "{/a: {get: {responses: {'200': {$ref: '#/components/responses/A'}}}}}",
        "{responses: {A: {$ref: '#/components/responses/A'}}}",
    );
    refused(&response, "leads back to itself");
    let items = of("{/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}", "{}");
    refused(&items, "leads back to itself");
    let callback = |status: &str| {
        of(
            &format!(
                "{{/a: {{post: {{responses: {{'{status}': {{description: x}}}}, callbacks: {{c: \
                 {{'{{$url}}': {{$ref: '#/paths/~1a'}}}}}}}}}}}}"
            ),
            "{}",
        )
    };
    ends_in(&callback("200"), &callback("201"), "breaking");
}

#[test]
fn patterns_and_numbers() {
    let pattern = |pattern: &str| format!("{{\"type\": \"string\", \"pattern\": \"{pattern}\"}}");
    ends_in(&pattern("^(a+)+$"), &pattern("^((a+)+)+b?$"), "breaking");
    ends_in(&pattern("^(((a{1,99}){1,99}){1,99})$"), &pattern("^a$"), "undecided");
    ends_in(&pattern("^(?!a)b"), &pattern("^(?=b)"), "compatible");
    ends_in(&pattern("^(?!a)b"), &pattern("^(?=b)b+$"), "breaking");
    ends_in(&pattern(r"^(a|b)\\1$"), &pattern("^(?=b)"), "undecided");
    let number =
        |keyword: &str, value: &str| format!("{{\"type\": \"number\", \"{keyword}\": {value}}}");
    ends_in(&number("maximum", "1e400"), &number("maximum", "1e399"), "breaking");
    ends_in(&number("maximum", "1e-400"), &number("maximum", "1e-401"), "breaking");
    let nines = "9".repeat(400);
    ends_in(&number("maximum", &format!("{nines}9")), &number("maximum", &nines), "breaking");
    refused(&number("multipleOf", "0"), "multipleOf");
    let lengths = |keyword: &str, value: &str| format!("{{\"{keyword}\": {value}}}");
    ends_in(&lengths("minItems", "1000000000"), &lengths("minItems", "1000000001"), "undecided");
}

#[test]
fn texts_that_are_none() {
    for (text, because) in [
        ("", "empty"),
        (" \n ", "empty"),
        ("\0", "line 1, column 1"),
        ("{\"a\": 1", "ends in the middle"),
        ("nul", "line 1, column 1"),
    ] {
        refused(text, because);
    }
    refused("{\"type\": \"string\", \"type\": \"number\"}", "twice");
    refused("openapi: 3.1.0\nopenapi: 3.1.0\n", "twice");
    let bomb = "openapi: 3.1.0\nx-a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned()
        + &('b'..='j')
            .map(|name| {
                let before = char::from(name as u8 - 1);
                format!("x-{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "))
            })
            .collect::<String>();
    refused(&bomb, "copy more than 64 MiB");
}
