//! The service answers as its contract says.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use orders::{Store, router};
use serde_json::{Value, json};
use tower::ServiceExt;

async fn call(service: &Router, method: &str, path: &str, body: &Value) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json")
        .body(Body::from(if body.is_null() { String::new() } else { body.to_string() }))
        .expect("a valid request");
    let response = service.clone().oneshot(request).await.expect("the router is infallible");
    let status = response.status();
    let bytes = response.into_body().collect().await.expect("a body in memory").to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

fn new_order() -> Value {
    json!({
        "customer": { "name": "A. Customer" },
        "lines": [{ "sku": "tea-green", "quantity": 2 }, { "sku": "cup-blue" }],
        "delivery": { "courier": { "address": {
            "street": "Lane 1", "city": "Town", "zip": "0001", "country": "CH"
        }}},
        "payment": { "method": "card", "details": { "token": "t" } },
    })
}

#[tokio::test]
async fn an_order_lives() {
    let store = Store::default();
    let service = router(store.clone());

    let (status, order) = call(&service, "POST", "/v1/orders", &new_order()).await;
    assert_eq!(status, StatusCode::CREATED, "{order}");
    assert_eq!(order["total"], json!({ "amount": "32.30", "currency": "EUR" }));
    assert_eq!(order["status"], json!({ "state": "pending" }));
    assert_eq!(order["lines"][1]["quantity"], json!(1));
    assert_eq!(order["delivery"]["courier"]["address"]["town"], json!("Town"));
    assert!(order.get("changedAt").is_none());
    assert_eq!(store.events().len(), 1);

    let id = order["id"].as_str().expect("an id");
    let (status, shipped) = call(
        &service,
        "POST",
        &format!("/v1/orders/{id}/shipment"),
        &json!({ "tracking": "T1", "weight": 900 }),
    )
    .await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(shipped["status"], json!({ "state": "shipped", "tracking": "T1", "weight": 900 }));

    let (status, refusal) = call(
        &service,
        "POST",
        &format!("/v1/orders/{id}/cancel"),
        &json!({ "reason": "a reason of next year" }),
    )
    .await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(refusal, json!({ "code": "ORDER_SHIPPED" }));
}

#[tokio::test]
async fn lists_are_paged() {
    let service = router(Store::default());
    for _ in 0..3 {
        call(&service, "POST", "/v1/orders", &new_order()).await;
    }
    let (_, first) = call(&service, "GET", "/v1/orders?limit=2", &Value::Null).await;
    assert_eq!(first["items"].as_array().map(Vec::len), Some(2));
    let next = first["next"].as_str().expect("a second page");
    let (_, second) =
        call(&service, "GET", &format!("/v1/orders?limit=2&after={next}"), &Value::Null).await;
    assert_eq!(second["items"].as_array().map(Vec::len), Some(1));
    assert!(second.get("next").is_none());
}

#[tokio::test]
async fn quotes_and_the_catalogue_are_served() {
    let service = router(Store::default());
    let request = json!({ "quantities": { "tea-black": 3 } });
    let (status, quote) = call(&service, "POST", "/v1/quotes", &request).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(quote["total"]["amount"], json!("26.70"));
    let request = json!({ "quantities": { "anvil": 1 } });
    let (status, refusal) = call(&service, "POST", "/v1/quotes", &request).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refusal, json!({ "code": "SKU_UNKNOWN" }));
    let (_, tree) = call(&service, "GET", "/v1/catalogue", &Value::Null).await;
    assert_eq!(tree["children"][0]["children"][1]["title"], json!("Black"));
}

/// Walks all pages of a size, with a new order after each; the ids that were seen.
async fn walk(service: &Router, size: usize) -> (usize, Vec<Value>) {
    let (mut largest, mut seen, mut query) = (0, Vec::new(), format!("limit={size}"));
    loop {
        let (_, page) = call(service, "GET", &format!("/v1/orders?{query}"), &Value::Null).await;
        let items = page["items"].as_array().expect("items");
        largest = largest.max(items.len());
        seen.extend(items.iter().map(|it| it["id"].clone()));
        let Some(next) = page["next"].as_str() else { return (largest, seen) };
        query = format!("limit={size}&after={next}");
        if seen.len() < 120 {
            call(service, "POST", "/v1/orders", &new_order()).await;
        }
    }
}

#[tokio::test]
async fn a_walk_over_pages_meets_every_order_once_while_orders_come_in() {
    let service = router(Store::default());
    let mut placed = Vec::new();
    for _ in 0..60 {
        placed.push(call(&service, "POST", "/v1/orders", &new_order()).await.1["id"].clone());
    }
    for (size, largest) in [(7, 7), (50, 50), (1000, 50)] {
        let (met, seen) = walk(&service, size).await;
        assert_eq!(met, largest, "no page holds more than 50, whatever is asked for");
        let mut once = seen.clone();
        once.sort_by_key(Value::to_string);
        once.dedup();
        assert_eq!(once.len(), seen.len(), "an order came twice");
        assert!(placed.iter().all(|id| seen.contains(id)), "an order was skipped");
        assert_eq!(seen[..60], placed, "oldest first");
    }
}

#[tokio::test]
async fn the_catalogue_is_asked_for_again_and_not_sent_again() {
    let service = router(Store::default());
    let get = |tag: Option<&str>| {
        let mut request = Request::get("/v1/catalogue");
        if let Some(tag) = tag {
            request = request.header("if-none-match", tag);
        }
        service.clone().oneshot(request.body(Body::empty()).expect("a request"))
    };
    let first = get(None).await.expect("the router is infallible");
    let tag = first.headers()["etag"].to_str().expect("a tag").to_owned();
    assert!(tag.starts_with('"'), "{tag} is no strong tag");
    assert_eq!(first.headers()["cache-control"], "max-age=60");
    for (known, status) in [
        (tag.clone(), StatusCode::NOT_MODIFIED),
        (format!("\"other\", {tag}"), StatusCode::NOT_MODIFIED),
        ("\"other\"".to_owned(), StatusCode::OK),
        // A cache between may have weakened it (RFC 9110, section 13.1.2).
        (format!("W/{tag}"), StatusCode::NOT_MODIFIED),
        ("*".to_owned(), StatusCode::NOT_MODIFIED),
    ] {
        let answer = get(Some(&known)).await.expect("the router is infallible");
        assert_eq!(
            (answer.status(), &answer.headers()["etag"]),
            (status, &first.headers()["etag"])
        );
        let body = answer.into_body().collect().await.expect("a body in memory").to_bytes();
        assert_eq!(body.is_empty(), status == StatusCode::NOT_MODIFIED);
    }
}
