//! The service keeps what its contract promises.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use axum::{Json, Router};
use contract_core::ContractConfig;
use http_body_util::BodyExt;
use payments::approvals::Desk;
use payments::bank::{Bank, CardNetwork};
use payments::charges::CreateCharge;
use payments::{Till, router};
use serde_json::{Value, json};
use tower::ServiceExt;

fn load(variables: &[(&str, &str)]) -> Result<CardNetwork, contract_core::Blocked> {
    CardNetwork::load_from(|name| {
        variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    })
}

fn charge(amount: u64) -> CreateCharge {
    CreateCharge { order: "7".to_owned(), amount, card: "tok_1".to_owned() }
}

/// A service on the double, and its desk.
fn service() -> (Router, Desk) {
    let desk = Desk::default();
    let bank = Bank::new(load(&[("CARDS_MODE", "deterministic")]));
    (router(Till::new(bank), desk.clone()), desk)
}

fn request(key: Option<&str>, approval: Option<&str>, charge: &CreateCharge) -> Request<Body> {
    let mut request = Request::post("/v1/charges").header("content-type", "application/json");
    for (name, value) in [("idempotency-key", key), ("approval-id", approval)] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    request.body(Body::from(serde_json::to_vec(charge).expect("JSON"))).expect("a request")
}

/// No answer takes so long: what does not come hangs, and a test that hangs tells nobody why.
/// Where time is paused it passes as soon as all wait.
async fn within<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), what).await.expect("nothing comes")
}

async fn read(response: Response<Body>) -> (StatusCode, Value) {
    let status = response.status();
    let bytes = within(response.into_body().collect()).await.expect("a body in memory").to_bytes();
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

async fn send(service: &Router, request: Request<Body>) -> (StatusCode, Value) {
    read(within(service.clone().oneshot(request)).await.expect("the router is infallible")).await
}

/// Sends a charge that the desk has signed.
async fn signed(service: &Router, desk: &Desk, key: &str, amount: u64) -> (StatusCode, Value) {
    let charge = charge(amount);
    desk.sign(key, "the owner", charge.subject(key));
    send(service, request(Some(key), Some(key), &charge)).await
}

#[tokio::test(start_paused = true)]
async fn a_key_charges_once_and_answers_the_same_for_24_hours() {
    let (service, desk) = service();
    let (status, first) = signed(&service, &desk, "k", 500).await;
    assert_eq!(status, StatusCode::CREATED, "{first}");
    tokio::time::advance(Duration::from_secs(24 * 60 * 60 - 1)).await;
    let (status, again) = signed(&service, &desk, "k", 500).await;
    assert_eq!((status, &again), (StatusCode::CREATED, &first));
    // Another key is another charge.
    let (_, other) = signed(&service, &desk, "l", 500).await;
    assert_ne!(other["id"], first["id"]);
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    let (service, desk) = service();
    signed(&service, &desk, "k", 500).await;
    let (status, problem) = signed(&service, &desk, "k", 600).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["code"], "KEY_REUSED");
    let (status, problem) = send(&service, request(None, Some("k"), &charge(500))).await;
    assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("KEY_MISSING")));
}

#[tokio::test]
async fn the_same_request_at_the_same_time_charges_once() {
    let (service, desk) = service();
    let (one, two) =
        tokio::join!(signed(&service, &desk, "k", 500), signed(&service, &desk, "k", 500));
    let mut statuses = [one.0, two.0];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::CREATED, StatusCode::CONFLICT]);
    let (_, next) = signed(&service, &desk, "l", 500).await;
    assert_eq!(next["id"], "ch_2", "one charge was made before this one");
}

#[tokio::test]
async fn a_caller_that_goes_away_is_charged_once() {
    let (service, desk) = service();
    let charge = charge(500);
    desk.sign("k", "the owner", charge.subject("k"));
    let mut call = Box::pin(service.clone().oneshot(request(Some("k"), Some("k"), &charge)));
    // The call has started, and the caller hangs up.
    assert!(futures_poll(&mut call).await.is_none());
    drop(call);
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    let (status, made) = signed(&service, &desk, "k", 500).await;
    assert_eq!((status, &made["id"]), (StatusCode::CREATED, &json!("ch_1")));
    let found = service
        .clone()
        .oneshot(Request::get("/v1/charges/ch_1").body(Body::empty()).expect("a request"));
    assert_eq!(read(within(found).await.expect("infallible")).await, (StatusCode::OK, made));
}

/// Polls a future once.
async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(match std::pin::Pin::new(&mut *future).poll(context) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        })
    })
    .await
}

#[tokio::test(start_paused = true)]
async fn an_answer_comes_within_8_seconds_and_a_resend_does_not_charge_again() {
    let (service, desk) = service();
    let before = tokio::time::Instant::now();
    let (status, problem) = signed(&service, &desk, "k", 504).await;
    assert_eq!(before.elapsed(), Duration::from_secs(8));
    assert_eq!(status, StatusCode::GATEWAY_TIMEOUT);
    assert_eq!((&problem["retry"], &problem["effects"]), (&json!("with_key"), &json!("unknown")));
    // The key is free again, and the network knows it: nothing is charged twice.
    signed(&service, &desk, "k", 504).await;
    let (_, next) = signed(&service, &desk, "l", 500).await;
    assert_eq!(next["id"], "ch_2", "one charge was made before this one");
}

#[tokio::test]
async fn nothing_is_charged_before_it_is_approved() {
    let (service, desk) = service();
    let (status, problem) = send(&service, request(Some("k"), None, &charge(500))).await;
    assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("APPROVAL_REQUIRED")));
    // An approval of another amount, and of another key.
    desk.sign("a", "the owner", charge(400).subject("k"));
    desk.sign("b", "the owner", charge(500).subject("other"));
    for approval in ["a", "b"] {
        let (status, _) = send(&service, request(Some("k"), Some(approval), &charge(500))).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    let (_, first) = signed(&service, &desk, "k", 500).await;
    assert_eq!((&first["id"], &first["approved_by"]), (&json!("ch_1"), &json!("the owner")));
}

#[tokio::test]
async fn errors_say_what_the_caller_may_do() {
    let (service, desk) = service();
    let (status, problem) = signed(&service, &desk, "k", 502).await;
    assert_eq!(status, StatusCode::PAYMENT_REQUIRED);
    assert_eq!(
        problem,
        json!({
            "type": "https://payments.acme.example/errors#CARD_DECLINED",
            "title": "The card was declined.",
            "status": 402,
            "detail": "declined: insufficient funds",
            "code": "CARD_DECLINED",
            "retry": "after_change",
            "effects": "none",
            "reason": "insufficient funds",
        })
    );
}

#[tokio::test]
async fn a_provider_that_is_not_configured_charges_nothing_and_says_why() {
    for (variables, named) in [
        (&[][..], &["CARDS_MODE"][..]),
        (&[("CARDS_MODE", "prod"), ("CARDS_KEY", "hunter2")], &["CARDS_MODE"]),
        (&[("CARDS_MODE", "live")], &["CARDS_PROXY", "CARDS_KEY"]),
        (
            &[("CARDS_MODE", "sandbox"), ("CARDS_KEY", "hunter2"), ("CARDS_PROXY", " ")],
            &["CARDS_PROXY"],
        ),
    ] {
        let desk = Desk::default();
        let config = load(variables);
        let blocked = config.as_ref().expect_err("something is missing").clone();
        let names: Vec<&str> = blocked.variables().iter().map(|it| it.name).collect();
        assert_eq!(names, named);
        let service = router(Till::new(Bank::new(config)), desk.clone());
        let (status, problem) = signed(&service, &desk, "k", 500).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(problem["code"], "PROVIDER_BLOCKED");
        let shown = format!("{problem} {blocked} {blocked:?}");
        assert!(named.iter().all(|name| shown.contains(name)), "{shown}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[test]
fn a_secret_is_not_shown() {
    let config = load(&[("CARDS_MODE", "live"), ("CARDS_PROXY", "a:1"), ("CARDS_KEY", "hunter2")]);
    let shown = format!(
        "{:?} {:?}",
        config,
        Bank::new(load(&[
            ("CARDS_MODE", "sandbox"),
            ("CARDS_PROXY", "a:1"),
            ("CARDS_KEY", "hunter2")
        ]))
    );
    assert!(!shown.contains("hunter2"), "{shown}");
}

/// The sandbox mode really speaks to something: a network of our own, on a socket.
#[tokio::test]
async fn the_network_is_asked_with_the_key_and_its_answers_are_passed_on() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    let network = Router::new().route(
        "/charges",
        axum::routing::post(
            move |headers: axum::http::HeaderMap, Json(ask): Json<Value>| async move {
                counter.fetch_add(1, Ordering::Relaxed);
                assert_eq!(headers["authorization"], "Bearer hunter2");
                match ask["amount"].as_u64() {
                    Some(429) => {
                        (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "7")], Json(json!({})))
                    }
                    _ => {
                        let id =
                            format!("live_{}", ask["idempotency_key"].as_str().unwrap_or_default());
                        (StatusCode::OK, [("retry-after", "0")], Json(json!({ "id": id })))
                    }
                }
            },
        ),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let proxy = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move { axum::serve(listener, network).await });
    let desk = Desk::default();
    let config =
        load(&[("CARDS_MODE", "sandbox"), ("CARDS_PROXY", &proxy), ("CARDS_KEY", "hunter2")]);
    let service = router(Till::new(Bank::new(config)), desk.clone());
    let (status, made) = signed(&service, &desk, "k", 500).await;
    assert_eq!((status, &made["id"]), (StatusCode::CREATED, &json!("live_k")));

    let slow = charge(429);
    desk.sign("l", "the owner", slow.subject("l"));
    let response = within(service.clone().oneshot(request(Some("l"), Some("l"), &slow))).await;
    let response = response.expect("the router is infallible");
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.headers()["retry-after"], "7");
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let (_, problem) = read(response).await;
    assert_eq!(problem["retry_after"], 7);
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}
