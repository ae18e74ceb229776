//! The chats keep what their contract promises.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chat_stream::{Transcripts, router};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

/// Nothing here takes so long: what does not come hangs, and a test that hangs tells nobody why.
/// Where time is paused it passes as soon as all wait.
async fn within<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), what).await.expect("nothing comes")
}

async fn send(service: &Transcripts, request: Request<Body>) -> axum::response::Response {
    within(router(service.clone()).oneshot(request)).await.expect("infallible")
}

async fn json(service: &Transcripts, request: Request<Body>) -> (StatusCode, Value) {
    let response = send(service, request).await;
    let status = response.status();
    let bytes = within(response.into_body().collect()).await.expect("a body").to_bytes();
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

async fn ask(service: &Transcripts, text: &str) -> String {
    let request = Request::post("/v1/chats")
        .header("content-type", "application/json")
        .body(Body::from(json!({ "text": text }).to_string()))
        .expect("a request");
    let (status, chat) = json(service, request).await;
    assert_eq!(status, StatusCode::CREATED, "{chat}");
    chat["id"].as_str().expect("an id").to_owned()
}

async fn transcript(service: &Transcripts, id: &str) -> Value {
    let request = Request::get(format!("/v1/chats/{id}")).body(Body::empty()).expect("a request");
    let (status, transcript) = json(service, request).await;
    assert_eq!(status, StatusCode::OK, "{transcript}");
    transcript
}

fn stream_of(id: &str, cursor: Option<&str>) -> Request<Body> {
    let mut request = Request::get(format!("/v1/chats/{id}/stream"));
    if let Some(cursor) = cursor {
        request = request.header("last-event-id", cursor);
    }
    request.body(Body::empty()).expect("a request")
}

/// Reads events until the stream ends, or until so many have come; then hangs up. The numbers of
/// the events and what they say.
async fn listen(
    service: &Transcripts,
    id: &str,
    cursor: Option<&str>,
    most: usize,
) -> Vec<(String, Value)> {
    let response = send(service, stream_of(id, cursor)).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut body = response.into_body();
    let (mut text, mut events) = (String::new(), Vec::new());
    while events.len() < most {
        let Some(frame) = within(body.frame()).await else { break };
        let data = frame.expect("a frame").into_data().expect("no trailers");
        text.push_str(std::str::from_utf8(&data).expect("UTF-8"));
        while let Some((event, rest)) = text.split_once("\n\n") {
            let field = |name: &str| {
                let prefix = format!("{name}: ");
                event.lines().find_map(|line| line.strip_prefix(&prefix)).map(str::to_owned)
            };
            if let (Some(id), Some(data)) = (field("id"), field("data")) {
                events.push((id, serde_json::from_str(&data).expect("JSON")));
            }
            text = rest.to_owned();
        }
    }
    events
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[tokio::test(start_paused = true)]
async fn an_answer_comes_word_by_word_and_says_when_it_is_over() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    let id = ask(&service, "is it tea").await;
    let events = listen(&service, &id, None, usize::MAX).await;
    assert_eq!(
        events,
        [
            ("1".to_owned(), json!({ "kind": "word", "text": "is " })),
            ("2".to_owned(), json!({ "kind": "word", "text": "it " })),
            ("3".to_owned(), json!({ "kind": "word", "text": "tea " })),
            ("4".to_owned(), json!({ "kind": "finished", "words": 3 })),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn after_a_cut_at_any_chunk_nothing_is_missing_and_nothing_comes_twice() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    for cut in 1..=5 {
        let id = ask(&service, "one two three four").await;
        let mut heard = listen(&service, &id, None, cut).await;
        heard.truncate(cut);
        let cursor = heard.last().expect("at least one").0.clone();
        heard.extend(listen(&service, &id, Some(&cursor), usize::MAX).await);
        let said: Vec<Value> = heard.into_iter().map(|(_, chunk)| chunk).collect();
        assert_eq!(Value::from(said), transcript(&service, &id).await["chunks"], "cut at {cut}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_answer_is_made_without_a_reader_and_can_be_read_back() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    let id = ask(&service, "one two three").await;
    drop(listen(&service, &id, None, 1).await);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let read = transcript(&service, &id).await;
    assert_eq!(
        (&read["finished"], read["chunks"].as_array().map(Vec::len)),
        (&json!(true), Some(4))
    );
    // Ten minutes later a reader can still go on where it was cut.
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert_eq!(listen(&service, &id, Some("3"), usize::MAX).await.len(), 1);
}

#[test]
fn an_answer_survives_the_process() {
    let folder = folder();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_time().build();
    let first = runtime().expect("a runtime");
    let id = first.block_on(async {
        let service = Transcripts::open(folder.path()).expect("the folder is there");
        let id = ask(&service, "one two three four").await;
        assert_eq!(listen(&service, &id, None, 2).await.len(), 2);
        id
    });
    // The process dies with the answer half made.
    drop(first);
    let second = runtime().expect("a runtime");
    second.block_on(async {
        let service = Transcripts::open(folder.path()).expect("the folder is there");
        let rest = listen(&service, &id, Some("2"), usize::MAX).await;
        let numbers: Vec<&str> = rest.iter().map(|(number, _)| number.as_str()).collect();
        assert_eq!(numbers, ["3", "4", "5"]);
        assert_eq!(transcript(&service, &id).await["finished"], true);
    });
}

#[tokio::test(start_paused = true)]
async fn a_cursor_of_another_chat_is_refused() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    let id = ask(&service, "one").await;
    for cursor in ["7", "x", ""] {
        let (status, problem) = json(&service, stream_of(&id, Some(cursor))).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("CURSOR_UNKNOWN")));
    }
    let (status, _) = json(&service, stream_of("9", None)).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_never_silent_for_15_seconds() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    // A chat that nobody answers: its question is there, and no task writes.
    std::fs::write(folder.path().join("1.txt"), "hello").expect("a file");
    let mut body = send(&service, stream_of("1", None)).await.into_body();
    for _ in 0..3 {
        let before = tokio::time::Instant::now();
        within(body.frame()).await.expect("a sign of life").expect("a frame");
        assert!(before.elapsed() < Duration::from_secs(15));
    }
}

#[tokio::test(start_paused = true)]
async fn ten_questions_are_taken_in_a_minute_and_who_is_too_fast_hears_how_long_to_wait() {
    let folder = folder();
    let service = Transcripts::open(folder.path()).expect("the folder is there");
    for _ in 0..9 {
        ask(&service, "one").await;
    }
    tokio::time::advance(Duration::from_millis(19_500)).await;
    ask(&service, "one").await;
    let question = || {
        Request::post("/v1/chats")
            .header("content-type", "application/json")
            .body(Body::from(json!({ "text": "one" }).to_string()))
            .expect("a request")
    };
    let answer = send(&service, question()).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    // 40.5 seconds are left, and who comes after 40 would be too fast again.
    let wait = answer.headers()["retry-after"].to_str().expect("a number").to_owned();
    assert_eq!(wait, "41");
    let (_, problem) = json(&service, question()).await;
    assert_eq!(
        (&problem["code"], &problem["retry"], &problem["effects"]),
        (&json!("TOO_MANY_QUESTIONS"), &json!("safe"), &json!("none"))
    );
    tokio::time::advance(Duration::from_secs(wait.parse().expect("a number"))).await;
    // Nine of the ten are more than a minute old.
    for _ in 0..9 {
        ask(&service, "one").await;
    }
    assert_eq!(send(&service, question()).await.status(), StatusCode::TOO_MANY_REQUESTS);
}
