//! Everything but schemas: operations, parameters, bodies, responses, security, servers, ends.

use super::edit::{Remove, Rename, Set, Step};
use super::{expect, judge, lines};

/// What an edit comes to, and why.
type Case<'a> = (&'a str, &'a [Step], &'a [&'a str]);

fn run(cases: &[Case<'_>]) {
    for (why, steps, expected) in cases {
        expect(why, steps, expected);
    }
}

#[test]
fn operations() {
    run(&[
        (
            "Nobody calls it yet.",
            &[Set("/paths/~1orders/head", "{responses: {'200': {description: Yes.}}}")],
            &["note operation-added"],
        ),
        (
            "Nobody said that it would go.",
            &[Remove("/paths/~1orders~1{id}/get")],
            &["breaking operation-removed loud"],
        ),
        (
            "It was deprecated, without a date to wait for.",
            &[Remove("/paths/~1orders~1{id}/put")],
            &["note removed-after-deprecation"],
        ),
        (
            "It was promised until a day; without a day of comparison nobody knows.",
            &[Remove("/paths/~1orders~1{id}/delete")],
            &["undecided removed-before-sunset loud"],
        ),
        (
            "Requests to the old path find nothing; the id tells where it went.",
            &[
                Set("/paths/~1order~1{id}", "{get: {operationId: getOrder, responses: {}}}"),
                Remove("/paths/~1orders~1{id}/get"),
            ],
            &["breaking http-path-changed loud"],
        ),
        (
            "Requests with the old method are refused.",
            &[Rename("/paths/~1orders/post", "patch")],
            &["breaking http-method-changed loud"],
        ),
        (
            "Requests look the same whatever the parameter is called.",
            &[
                Rename("/paths/~1orders~1{id}", "/orders/{order}"),
                Set("/paths/~1orders~1{order}/parameters/0/name", "order"),
            ],
            &["note http-path-parameter-renamed"],
        ),
        (
            "Only generated clients see the id.",
            &[Set("/paths/~1orders/get/operationId", "orders")],
            &["note operation-id-changed"],
        ),
        (
            "They make up a name.",
            &[Remove("/paths/~1orders~1{id}/delete/operationId")],
            &["note operation-id-changed"],
        ),
        (
            "Words and tags are for people.",
            &[
                Set("/paths/~1orders/get/summary", "All orders."),
                Set("/paths/~1orders/get/tags", "[shop]"),
                Set("/info/description", "Sells other things."),
                Set("/paths/~1orders/get/x-owner", "us"),
            ],
            &["note documentation-changed"],
        ),
        (
            "What OpenAPI does not know may mean anything.",
            &[Set("/paths/~1orders/get/timeout", "5")],
            &["undecided unknown-member-changed"],
        ),
        (
            "The link may have been followed.",
            &[Set("/paths/~1orders/get/responses/200/links/first/operationId", "listOrders")],
            &["warning link-changed"],
        ),
        (
            "Nobody knows the new link.",
            &[Set("/paths/~1orders/get/responses/200/links/last", "{operationId: getOrder}")],
            &["note link-changed"],
        ),
        (
            "Less is promised about the operation; nobody sees it.",
            &[Set("/paths/~1orders/get/x-stability-level", "beta")],
            &["breaking level-lowered silent", "note documentation-changed"],
        ),
        (
            "The word is not known.",
            &[Set("/paths/~1orders/get/x-stability-level", "good")],
            &["undecided stability-unknown", "note documentation-changed"],
        ),
    ]);
}

#[test]
fn callbacks_and_webhooks_flip() {
    const SHIPPED: &str = "/paths/~1orders/post/callbacks/shipped/{$request.body#~1url}/post";
    let at =
        |rest: &str| -> &'static str { Box::leak(format!("{SHIPPED}{rest}").into_boxed_str()) };
    run(&[
        (
            "Consumers wait for the call.",
            &[Remove("/paths/~1orders/post/callbacks")],
            &["breaking callback-removed silent"],
        ),
        (
            "The address is looked for elsewhere: consumers who gave it as before get no call.",
            &[Rename(
                "/paths/~1orders/post/callbacks/shipped/{$request.body#~1url}",
                "{$request.body#/target}",
            )],
            &["breaking operation-removed loud", "note operation-added"],
        ),
        (
            "Consumers that ask for no call get none.",
            &[Set("/paths/~1orders/post/callbacks/lost", "{'{$request.body#/url}': {}}")],
            &["note callback-added"],
        ),
        (
            "The producer sends it, so that more is welcome.",
            &[Set(
                at("/parameters/-"),
                "{name: again, in: query, required: true, schema: {type: boolean}}",
            )],
            &["note parameter-added-required"],
        ),
        (
            "The producer no longer sends what consumers rely on.",
            &[Remove(at("/parameters/0"))],
            &["breaking parameter-removed loud"],
        ),
        (
            "The producer may now leave it out.",
            &[Set(at("/parameters/0/required"), "false")],
            &["breaking parameter-became-optional loud"],
        ),
        (
            "The body may be missing.",
            &[Set(at("/requestBody/required"), "false")],
            &["breaking body-became-optional loud"],
        ),
        (
            "Consumers may still answer 204.",
            &[Rename(at("/responses/204"), "200")],
            &["breaking status-removed loud", "note status-added"],
        ),
        (
            "The producer takes the media type; nobody asked for this one.",
            &[Set(at("/requestBody/content/application~1cbor"), "{}")],
            &["breaking media-type-added loud"],
        ),
        (
            "The producer writes one kind less.",
            &[
                Set("/webhooks/restocked/post/requestBody/content/application~1xml", "{}"),
                Remove("/webhooks/restocked/post/requestBody/content/application~1json"),
            ],
            &["breaking media-type-added loud", "note media-type-removed"],
        ),
        (
            "Subscribers hear nothing.",
            &[Remove("/webhooks/restocked")],
            &["breaking webhook-removed silent"],
        ),
        (
            "Nobody has subscribed yet.",
            &[Set("/webhooks/sold", "{post: {responses: {'204': {description: Yes.}}}}")],
            &["note webhook-added"],
        ),
    ]);
}

#[test]
fn parameters() {
    const LIST: &str = "/paths/~1orders/get/parameters";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{LIST}{rest}").into_boxed_str()) };
    run(&[
        (
            "Old requests do not have it.",
            &[Set(at("/-"), "{name: page, in: query, required: true, schema: {type: integer}}")],
            &["breaking parameter-added-required loud"],
        ),
        (
            "Old requests do not need it.",
            &[Set(at("/-"), "{name: page, in: query, schema: {type: integer}}")],
            &["note parameter-added-optional"],
        ),
        (
            "It is sent, and nobody reads it.",
            &[Remove(at("/1"))],
            &["warning parameter-removed silent"],
        ),
        (
            "It was deprecated, without a date.",
            &[Remove(at("/4"))],
            &["note removed-after-deprecation"],
        ),
        (
            "Requests without it were understood.",
            &[Set(at("/1/required"), "true")],
            &["breaking parameter-became-required loud"],
        ),
        (
            "Whoever sends it goes on.",
            &[Set(at("/2/required"), "false")],
            &["note parameter-became-optional"],
        ),
        (
            "It is looked for at another place.",
            &[Set(at("/1/in"), "header")],
            &["breaking parameter-moved loud"],
        ),
        (
            "`tags=a&tags=b` becomes `tags=a,b`.",
            &[Set(at("/1/explode"), "false")],
            &["breaking parameter-style-changed silent"],
        ),
        (
            "The default of a query parameter is `form`, exploded.",
            &[Set(at("/1/explode"), "true"), Set(at("/1/style"), "form")],
            &[],
        ),
        (
            "The values are joined by another character.",
            &[Set(at("/1/style"), "pipeDelimited"), Set(at("/1/explode"), "false")],
            &["breaking parameter-style-changed silent"],
        ),
        ("One value is written alike, exploded or not.", &[Set(at("/0/explode"), "false")], &[]),
        (
            "The value is written as other text.",
            &[Set(at("/1/allowReserved"), "true")],
            &["breaking parameter-style-changed silent"],
        ),
        (
            "`?all` was understood.",
            &[Set(at("/3/allowEmptyValue"), "false")],
            &["breaking parameter-empty-refused loud"],
        ),
        (
            "JSON becomes plain text.",
            &[Remove(at("/6/content")), Set(at("/6/schema"), "{type: object}")],
            &["breaking parameter-form-changed loud"],
        ),
        (
            "JSON becomes CBOR.",
            &[Rename(at("/6/content/application~1json"), "application/cbor")],
            &["breaking media-type-removed loud", "note media-type-added"],
        ),
        (
            "Requests without it mean something else.",
            &[Set(at("/0/schema/default"), "50")],
            &["breaking parameter-default-changed silent"],
        ),
        (
            "Requests without it mean something else.",
            &[Remove(at("/0/schema/default"))],
            &["breaking parameter-default-changed silent"],
        ),
        (
            "What they meant before was not said.",
            &[Set(at("/1/schema/default"), "[]")],
            &["warning parameter-default-changed silent"],
        ),
        (
            "It must be sent, so that its default is for people.",
            &[Set(at("/2/schema/default"), "open")],
            &[],
        ),
        ("It is still there.", &[Set(at("/1/deprecated"), "true")], &["note deprecated"]),
        (
            "It stays after all.",
            &[Set(at("/4/deprecated"), "false")],
            &["note deprecation-withdrawn"],
        ),
        ("Names of headers have no case.", &[Set(at("/5/name"), "x-trace")], &[]),
        (
            "Any text is read where a number is written.",
            &[Set(at("/0/schema/type"), "string"), Set(at("/0/schema/default"), "'20'")],
            &["note type-widened"],
        ),
        (
            "Any text is read where a text of a format is written.",
            &[Set(at("/5/schema/format"), "uuid")],
            &["breaking format-changed loud"],
        ),
        (
            "The shared parameter is required everywhere.",
            &[Set("/components/parameters/Tenant/name", "account")],
            &["breaking parameter-added-required loud", "warning parameter-removed silent"],
        ),
    ]);
}

#[test]
fn bodies() {
    const BODY: &str = "/components/requestBodies/NewOrder";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{BODY}{rest}").into_boxed_str()) };
    run(&[
        (
            "Old requests have none.",
            &[Set(
                "/paths/~1orders~1{id}/get/requestBody",
                "{required: true, content: {text/plain: {}}}",
            )],
            &["breaking request-part-added loud"],
        ),
        (
            "Old requests need none.",
            &[Set("/paths/~1orders~1{id}/get/requestBody", "{content: {text/plain: {}}}")],
            &["note request-part-added"],
        ),
        (
            "It is sent, and nobody reads it.",
            &[Remove("/paths/~1orders/post/requestBody")],
            &["breaking request-part-removed silent"],
        ),
        (
            "It could be missing.",
            &[Set("/paths/~1orders~1{id}/put/requestBody/required", "true")],
            &["breaking body-became-required loud"],
        ),
        (
            "Whoever sends it goes on.",
            &[Set(at("/required"), "false")],
            &["note body-became-optional"],
        ),
        (
            "Nobody sends it yet.",
            &[Set(at("/content/text~1plain"), "{}")],
            &["note media-type-added"],
        ),
        (
            "It is sent, and refused.",
            &[Remove(at("/content/application~1xml"))],
            &["breaking media-type-removed loud"],
        ),
        (
            "Case and `charset` of JSON say nothing.",
            &[Rename(at("/content/application~1json"), "Application/JSON; charset=utf-8")],
            &[],
        ),
        (
            "A parameter is asked for that old requests do not have.",
            &[Rename(at("/content/application~1json"), "application/json; version=2")],
            &["breaking media-type-removed loud", "note media-type-added"],
        ),
        (
            "A range covers the media type.",
            &[Rename(at("/content/application~1xml"), "application/*")],
            &["note media-type-added"],
        ),
        (
            "The part is read as another image.",
            &[Set(
                "/paths/~1orders~1{id}/put/requestBody/content/multipart~1form-data/encoding/photo/contentType",
                "image/jpeg",
            )],
            &["warning encoding-changed loud"],
        ),
    ]);
}

#[test]
fn responses() {
    const OK: &str = "/paths/~1orders/get/responses/200";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{OK}{rest}").into_boxed_str()) };
    run(&[
        (
            "A default is read when something goes wrong, not for a success.",
            &[Set("/paths/~1orders/get/responses/202", "{description: Later.}")],
            &["warning status-added loud"],
        ),
        (
            "The default described it, with a body that consumers read.",
            &[Set("/paths/~1orders/get/responses/409", "{description: Something else.}")],
            &["breaking response-body-removed loud", "note status-added"],
        ),
        (
            "A success that nothing described.",
            &[Set("/paths/~1orders/post/responses/202", "{description: Later.}")],
            &["warning status-added loud"],
        ),
        (
            "Consumers wait for it.",
            &[Rename("/paths/~1orders/post/responses/201", "200")],
            &["breaking status-removed loud", "warning status-added loud"],
        ),
        (
            "A range stands for it now.",
            &[Rename("/paths/~1orders/post/responses/201", "2XX")],
            &["warning status-added loud", "note status-removed"],
        ),
        (
            "The range described it.",
            &[Set("/paths/~1orders/post/responses/409", "{description: Taken.}")],
            &["note status-added"],
        ),
        (
            "An error that nobody meets any more.",
            &[Remove("/paths/~1orders/post/responses/4XX")],
            &["note status-removed"],
        ),
        (
            "What else may be answered is no longer said.",
            &[Remove("/paths/~1orders/get/responses/default")],
            &["warning status-removed"],
        ),
        (
            "Anything may be answered now.",
            &[Set("/paths/~1orders/post/responses/default", "{description: Else.}")],
            &["warning status-added loud"],
        ),
        ("Nobody reads it.", &[Set(at("/headers/X-More"), "{}")], &["note response-header-added"]),
        (
            "It was always there.",
            &[Remove(at("/headers/X-Total"))],
            &["breaking response-header-removed loud"],
        ),
        (
            "It was there sometimes.",
            &[Remove(at("/headers/X-Next"))],
            &["warning response-header-removed silent"],
        ),
        (
            "It is there only sometimes.",
            &[Set(at("/headers/X-Total/required"), "false")],
            &["breaking response-header-became-optional loud"],
        ),
        (
            "It is always there now.",
            &[Set(at("/headers/X-Next/required"), "true")],
            &["note response-header-became-required"],
        ),
        (
            "Names of headers have no case, and `Content-Type` is none.",
            &[Rename(at("/headers/X-Next"), "x-next"), Set(at("/headers/Content-Type"), "{}")],
            &[],
        ),
        (
            "Consumers choose what they accept.",
            &[Set(at("/content/application~1cbor"), "{}")],
            &["note media-type-added"],
        ),
        (
            "Some accept nothing else.",
            &[Remove(at("/content/text~1csv"))],
            &["breaking media-type-removed loud"],
        ),
        (
            "Its structure is still JSON.",
            &[Rename(at("/content/application~1json"), "application/hal+json")],
            &["note media-type-specialized"],
        ),
        (
            "The suffix is gone.",
            &[Rename(at("/content/text~1csv"), "text/plain")],
            &["breaking media-type-removed loud", "note media-type-added"],
        ),
        (
            "Consumers read it.",
            &[Remove("/components/responses/Order/content")],
            &["breaking response-body-removed loud", "breaking response-body-removed loud"],
        ),
        (
            "Nobody reads it yet.",
            &[Set("/paths/~1orders~1{id}/delete/responses/204/content", "{text/plain: {}}")],
            &["note response-body-added"],
        ),
    ]);
}

#[test]
fn security() {
    run(&[
        (
            "Tokens that were issued lack the scope.",
            &[Set("/security/0/token/-", "audit")],
            // Every operation without a list of its own, as one cause each.
            &[
                "breaking security-scope-added loud",
                "breaking security-scope-added loud",
                "breaking security-scope-added loud",
            ],
        ),
        (
            "Less is asked for.",
            &[Set("/paths/~1orders/post/security/0/token", "[read]")],
            &["note security-relaxed"],
        ),
        (
            "Anybody could call it.",
            &[Remove("/paths/~1orders/get/security/1")],
            &["breaking anonymous-access-withdrawn loud"],
        ),
        (
            "Anybody may call it.",
            &[Set("/paths/~1orders/post/security", "[]")],
            &["note security-relaxed"],
        ),
        (
            "A second proof is asked for.",
            &[Set("/paths/~1orders/post/security/1/bearer", "[]")],
            &["breaking security-requirement-added loud"],
        ),
        (
            "The key is no longer enough.",
            &[Remove("/paths/~1orders/post/security/1")],
            &["breaking security-requirement-added loud"],
        ),
        (
            "One more way in.",
            &[Set("/paths/~1orders/post/security/-", "{bearer: []}")],
            &["note security-relaxed"],
        ),
        (
            "The scheme is the same under another name.",
            &[
                Rename("/components/securitySchemes/key", "apiKey"),
                Rename("/paths/~1orders/post/security/1/key", "apiKey"),
            ],
            &[],
        ),
        (
            "Nobody looks for the old header.",
            &[Set("/components/securitySchemes/key/name", "X-Token")],
            &["breaking security-scheme-changed loud"],
        ),
        ("Headers have no case.", &[Set("/components/securitySchemes/key/name", "x-key")], &[]),
        (
            "Tokens are asked for at the old place.",
            &[Set(
                "/components/securitySchemes/token/flows/clientCredentials/tokenUrl",
                "https://example.com/token",
            )],
            &["breaking security-scheme-changed loud"],
        ),
        (
            "The flow is gone.",
            &[Rename("/components/securitySchemes/token/flows/clientCredentials", "password")],
            &["breaking security-scheme-changed loud", "note security-scheme-changed"],
        ),
        (
            "The scope cannot be asked for any more.",
            &[Remove("/components/securitySchemes/token/flows/clientCredentials/scopes/write")],
            &["breaking security-scheme-changed loud"],
        ),
    ]);
}

#[test]
fn servers() {
    run(&[
        (
            "Old consumers still call it.",
            &[Set("/servers/1/url", "https://example.com/v2")],
            &["breaking server-removed loud", "note server-added"],
        ),
        (
            "A slash at the end says nothing.",
            &[Set("/servers/1/url", "https://example.com/v1")],
            &[],
        ),
        (
            "Old consumers in the US call nobody.",
            &[Set("/servers/0/variables/region/enum", "[eu]")],
            &["breaking server-removed loud"],
        ),
        (
            "One more region.",
            &[Set("/servers/0/variables/region/enum/-", "cn")],
            &["note server-added"],
        ),
        (
            "Clients that leave it out call another region.",
            &[Set("/servers/0/variables/region/default", "us")],
            &["breaking server-removed loud"],
        ),
        (
            "The operation has moved to a server of its own.",
            &[Set("/paths/~1orders~1{id}/get/servers", "[{url: 'https://new.example.com'}]")],
            &["breaking server-removed loud", "breaking server-removed loud", "note server-added"],
        ),
        ("A new version by itself says nothing.", &[Set("/info/version", "1.4.1")], &[]),
    ]);
}

#[test]
fn ends() {
    const DELETE: &str = "/paths/~1orders~1{id}/delete";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{DELETE}{rest}").into_boxed_str()) };
    run(&[
        (
            "It is still there.",
            &[Set("/paths/~1orders/get/deprecated", "true")],
            &["note deprecated"],
        ),
        (
            "It is still there, until a day.",
            &[
                Set("/paths/~1orders/get/deprecated", "true"),
                Set("/paths/~1orders/get/x-sunset", "'2030-01-01'"),
            ],
            &["note deprecated", "note documentation-changed"],
        ),
        (
            "It stays after all.",
            &[Remove(at("/deprecated")), Remove(at("/x-sunset"))],
            &["note deprecation-withdrawn", "note documentation-changed"],
        ),
        (
            "Consumers planned with the later day.",
            &[Set(at("/x-sunset"), "'2027-01-31'")],
            &["breaking sunset-brought-forward silent", "note documentation-changed"],
        ),
        (
            "Consumers have more time.",
            &[Set(at("/x-sunset"), "'2028-01-31'")],
            &["note deprecation-changed", "note documentation-changed"],
        ),
        (
            "It may go any day.",
            &[Remove(at("/x-sunset"))],
            &["breaking sunset-withdrawn silent", "note documentation-changed"],
        ),
        (
            "There is no such day.",
            &[Set(at("/x-sunset"), "'2027-02-30'")],
            &["breaking sunset-invalid silent", "note documentation-changed"],
        ),
        (
            "A day is given where there was none.",
            &[Set("/paths/~1orders~1{id}/put/x-sunset", "'2027-02-28'")],
            &["note deprecation-changed", "note documentation-changed"],
        ),
    ]);
}

/// Whether the sunset has passed is known once the day is.
#[test]
fn removal_waits_for_the_sunset() {
    use contract_check::diff::openapi::{Date, Options};
    for (today, expected) in [
        ("2027-06-29", "breaking removed-before-sunset loud"),
        ("2027-06-30", "note removed-after-deprecation"),
    ] {
        let options = Options { today: Date::parse(today), ..Options::default() };
        let steps = [Remove("/paths/~1orders~1{id}/delete")];
        let findings = judge(super::edit::base(), super::edit::edited(&steps), &options);
        assert_eq!(lines(&findings), [expected], "{today}");
    }
}
