//! What the signatures of handlers say, as web frameworks write them.

use crate::keys::Place;
use quote::ToTokens as _;

use super::operation;
use crate::errors::Errors;

/// `place: type` for each part of the request, the answer's type, and the error set.
fn read(arguments: &str, function: &str) -> (Vec<String>, Option<String>, Option<String>) {
    let errors = Errors::default();
    let arguments = format!("id = \"test\", readonly, {arguments}").parse().unwrap();
    let read = operation(Place::Operation, arguments, function.parse().unwrap(), &errors);
    let Some(read) = read else { panic!("{function}: {}", errors.into_tokens()) };
    let text = |ty: &syn::Type| ty.to_token_stream().to_string().replace(' ', "");
    (
        read.request.iter().map(|part| format!("{}: {}", part.place, text(&part.ty))).collect(),
        read.response.as_ref().map(text),
        read.errors.as_ref().map(text),
    )
}

#[track_caller]
fn request(function: &str, expected: &[&str]) {
    assert_eq!(read("response = none, errors = none", function).0, expected, "{function}");
}

#[track_caller]
fn answer(output: &str, response: Option<&str>, errors: Option<&str>) {
    let function = format!("async fn f() -> {output} {{ .. }}");
    let (_, found, error_set) = read("", &function);
    assert_eq!((found.as_deref(), error_set.as_deref()), (response, errors), "{output}");
}

#[test]
fn extractors() {
    request("fn f() {}", &[]);
    request("async fn f(Json(order): Json<Order>) {}", &["body: Order"]);
    request("async fn f(axum::Json(o): axum::Json<a::Order>,) {}", &["body: a::Order"]);
    request("pub async fn f(body: web::Form<Vec<u8>>) {}", &["form: Vec<u8>"]);
    request(
        "pub(crate) async unsafe extern \"C\" fn f(
            State(state): State<Arc<App>>,
            Path((shop, id)): Path<(Uuid, u32)>,
            Query(page): Query<Page>,
            headers: HeaderMap,
            method: http::Method,
            Extension(user): Extension<User>,
            TypedHeader(agent): TypedHeader<UserAgent>,
            ConnectInfo(address): ConnectInfo<SocketAddr>,
            #[allow(unused)] Json(Order { id: order, .. }): Json<Order>,
        ) -> Json<u8> where App: Send {}",
        &["path: (Uuid,u32)", "query: Page", "body: Order"],
    );
}

#[test]
fn plain_functions() {
    request("fn f(order: Order) {}", &["body: Order"]);
    request("fn f(order: &Order) {}", &["body: Order"]);
    request("fn f(orders: Vec<Order>) {}", &["body: Vec<Order>"]);
    request("fn f(order: Option<Box<Order>>) {}", &["body: Option<Box<Order>>"]);
    request("fn f<'a>(text: Cow<'a, str>) {}", &["body: Cow<'static,str>"]);
    request("fn f(a::B { c, d: (e, f) }: a::B) {}", &["body: a::B"]);
}

#[test]
fn named_requests() {
    let (parts, _, _) = read("request = Order", "fn f(_: Validated<Order>, _: Path<u8>) {}");
    assert_eq!(parts, ["path: u8", "body: Order"]);
    let (parts, _, _) = read("request = none", "fn f(_: Validated<Order>, _: Json<u8>) {}");
    assert!(parts.is_empty());
    let (parts, _, _) = read("request = Order", "fn f(_: Json<Raw>, _: impl Sized) {}");
    assert_eq!(parts, ["body: Order"]);
}

#[test]
fn answers() {
    answer("()", None, None);
    answer("!", None, None);
    answer("Json<Order>", Some("Order"), None);
    answer("axum::Json<Vec<Order>>", Some("Vec<Order>"), None);
    answer("Order", Some("Order"), None);
    answer("StatusCode", None, None);
    answer("(StatusCode, Json<Order>)", Some("Order"), None);
    answer("(StatusCode, HeaderMap, Json<Order>)", Some("Order"), None);
    answer("(StatusCode, [(HeaderName, &'static str); 1], Json<Order>)", Some("Order"), None);
    answer("([(HeaderName, &'static str); 1], Json<Order>)", Some("Order"), None);
    answer("(u8, u16)", Some("(u8,u16)"), None);
    answer("Result<Json<Order>, Error>", Some("Order"), Some("Error"));
    answer(
        "std::result::Result<(StatusCode, Json<Order>), a::Error>",
        Some("Order"),
        Some("a::Error"),
    );
    answer("Result<StatusCode, Error>", None, Some("Error"));
    answer("Result<(), StatusCode>", None, None);
    answer("Result<Order, (StatusCode, String)>", Some("Order"), Some("(StatusCode,String)"));
    answer("Option<Order>", Some("Option<Order>"), None);
}

#[test]
fn named_answers() {
    let (_, response, errors) = read(
        "response = Order, errors = Error",
        "fn f() -> Result<impl IntoResponse, AppError> {}",
    );
    assert_eq!((response.as_deref(), errors.as_deref()), (Some("Order"), Some("Error")));
    let (_, response, errors) =
        read("response = none, errors = none", "fn f() -> Result<Response, AppError> {}");
    assert_eq!((response, errors), (None, None));
}

#[test]
fn no_tokens_make_it_panic() {
    for function in [
        "",
        "fn",
        "fn f",
        "fn f(",
        "fn f()",
        "fn f(a)",
        "fn f(a,)",
        "fn f(: u8)",
        "fn f(a: )",
        "fn f(self, self)",
        "fn f(a::b::c)",
        "fn f() ->",
        "fn f() where",
        "fn f<>()",
        "async",
        "pub(in)",
        "#[a] fn f() {}",
        "#![a] fn f() {}",
        "fn f(a: u8 b: u8)",
        "fn r#fn() {}",
    ] {
        let Ok(tokens) = function.parse() else { continue };
        let errors = Errors::default();
        if operation(Place::Operation, "id = \"a\"".parse().unwrap(), tokens, &errors).is_none() {
            assert!(!errors.is_empty(), "{function}");
        }
    }
}
