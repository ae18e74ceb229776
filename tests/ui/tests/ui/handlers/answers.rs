use contract_core::handler;

trait IntoResponse {}
impl IntoResponse for u8 {}
struct Response;
struct Html<T>(T);

#[handler(id = "a", cancel = atomic)]
fn hidden() -> impl IntoResponse {
    0_u8
}

#[handler(id = "b", cancel = atomic)]
fn raw() -> Result<Response, String> {
    Ok(Response)
}

#[handler(id = "c", cancel = atomic)]
fn html() -> Html<String> {
    Html(String::new())
}

#[handler(id = "d", response = none, cancel = atomic)]
fn said() -> impl IntoResponse {
    0_u8
}

#[handler(id = "e", response = u8, cancel = atomic)]
fn named() -> impl IntoResponse {
    0_u8
}

fn main() {}

type Result<T> = std::result::Result<T, String>;

#[handler(id = "f", cancel = atomic)]
fn alias() -> Result<u8> {
    Ok(0)
}
