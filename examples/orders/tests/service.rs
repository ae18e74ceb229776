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
