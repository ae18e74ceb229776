//! The imports keep what their contract promises.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use import_jobs::import::Row;
use import_jobs::{Store, router, worker};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// A folder, and a clock that the test turns.
struct World {
    folder: TempDir,
    seconds: Arc<AtomicU64>,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, seconds: Arc::new(AtomicU64::new(1_000_000)) }
    }

    /// A process that starts on the folder.
    fn store(&self) -> Store {
        let seconds = Arc::clone(&self.seconds);
        let clock = Arc::new(move || seconds.load(Ordering::Relaxed));
        Store::open_with(self.folder.path(), clock).expect("the folder is there")
    }

    fn wait(&self, seconds: u64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// Nothing here takes so long: what does not come hangs, and a test that hangs tells nobody why.
async fn within<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), what).await.expect("nothing comes")
}

/// The worker looks for work once, and does what there is.
async fn look(store: &Store) {
    within(worker::look(store)).await.expect("the store works");
}

async fn call(store: &Store, method: &str, path: &str, body: &Value) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json")
        .body(Body::from(if body.is_null() { String::new() } else { body.to_string() }))
        .expect("a request");
    let response = within(router(store.clone()).oneshot(request)).await.expect("infallible");
    let status = response.status();
    let bytes = within(response.into_body().collect()).await.expect("a body in memory").to_bytes();
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

async fn get(store: &Store, id: &str) -> Value {
    let (status, import) = call(store, "GET", &format!("/v1/imports/{id}"), &Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{import}");
    import
}

fn rows(count: i64) -> Vec<Row> {
    (0..count).map(|it| Row { sku: format!("tea-{it}"), quantity: it }).collect()
}

async fn create(store: &Store, rows: &[Row]) -> String {
    let (status, import) = call(store, "POST", "/v1/imports", &json!({ "rows": rows })).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{import}");
    assert_eq!((&import["state"], &import["ended"]), (&json!("queued"), &json!(false)));
    import["id"].as_str().expect("an id").to_owned()
}

/// Runs an import until it has suspended so often, then drops it: a crash. Whether it ended first.
fn run_and_kill(store: &Store, id: &str, after: usize) -> bool {
    let mut run = pin!(worker::run(store.clone(), id.to_owned()));
    let mut context = Context::from_waker(Waker::noop());
    (0..after).any(|_| match run.as_mut().poll(&mut context) {
        Poll::Ready(result) => {
            result.expect("the store works");
            true
        }
        Poll::Pending => false,
    })
}

#[tokio::test]
async fn an_import_runs_to_its_end_and_can_be_read_afterwards() {
    let world = World::new();
    let store = world.store();
    let id = create(&store, &rows(3)).await;
    look(&store).await;
    let import = get(&world.store(), &id).await;
    assert_eq!(
        import,
        json!({ "id": id, "state": "done", "ended": true, "progress": 1.0, "imported": 3 })
    );
    let (_, log) = call(&store, "GET", &format!("/v1/imports/{id}/log"), &Value::Null).await;
    assert_eq!(log["lines"], json!(["created", "attempt 1, from row 0", "running", "done"]));
    // 30 days, and not one less.
    world.wait(30 * 24 * 60 * 60);
    look(&store).await;
    get(&store, &id).await;
    world.wait(1);
    look(&store).await;
    let (status, problem) = call(&store, "GET", &format!("/v1/imports/{id}"), &Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("IMPORT_NOT_FOUND")));
}

#[tokio::test]
async fn a_crash_at_any_step_imports_every_row_once() {
    let mut kills = 0;
    loop {
        let world = World::new();
        let store = world.store();
        let id = create(&store, &rows(4)).await;
        let ended = run_and_kill(&store, &id, kills);
        let before = get(&store, &id).await["progress"].as_f64().expect("a number");
        // Another process takes over as soon as the lease is over, 30 seconds at the latest.
        let store = world.store();
        world.wait(25);
        look(&store).await;
        let import = get(&store, &id).await;
        assert_eq!(import["state"], "done", "killed after {kills}: {import}");
        assert!(import["progress"].as_f64() >= Some(before));
        assert_eq!(store.stock(&id).expect("the import is there"), rows(4), "after {kills}");
        if ended {
            break;
        }
        kills += 1;
    }
    assert!(kills >= 5, "four rows and the end are five steps, and there were {kills}");
}

#[tokio::test]
async fn an_import_is_tried_three_times() {
    let world = World::new();
    let store = world.store();
    let id = create(&store, &rows(9)).await;
    for _ in 0..3 {
        assert!(!run_and_kill(&store, &id, 2));
        assert_eq!(get(&store, &id).await["state"], "running");
        world.wait(25);
    }
    look(&store).await;
    let import = get(&store, &id).await;
    assert_eq!((&import["state"], &import["ended"]), (&json!("failed"), &json!(true)));
}

#[tokio::test]
async fn nothing_is_imported_after_a_cancellation() {
    for steps in 0..5 {
        let world = World::new();
        let store = world.store();
        let id = create(&store, &rows(4)).await;
        let mut run = pin!(worker::run(store.clone(), id.clone()));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..steps {
            assert!(run.as_mut().poll(&mut context).is_pending());
        }
        let path = format!("/v1/imports/{id}/cancel");
        let (status, import) = call(&store, "POST", &path, &Value::Null).await;
        assert_eq!((status, &import["state"]), (StatusCode::OK, &json!("cancelled")));
        let imported = store.stock(&id).expect("the import is there");
        within(run).await.expect("the store works");
        assert_eq!(store.stock(&id).expect("the import is there"), imported);
        // Cancelling again changes nothing.
        let (status, again) = call(&store, "POST", &path, &Value::Null).await;
        assert_eq!((status, again), (StatusCode::OK, import));
    }
}

#[tokio::test]
async fn an_import_ends_within_an_hour() {
    let world = World::new();
    let store = world.store();
    let queued = create(&store, &rows(2)).await;
    let running = create(&store, &rows(2)).await;
    assert!(!run_and_kill(&store, &running, 2));
    world.wait(60 * 60 + 1);
    look(&store).await;
    for id in [queued, running] {
        assert_eq!(get(&store, &id).await["state"], "timed_out");
    }
}

#[tokio::test]
async fn a_wrong_row_fails_the_import_and_the_log_says_which() {
    let world = World::new();
    let store = world.store();
    let mut list = rows(3);
    list[1].quantity = -4;
    let id = create(&store, &list).await;
    look(&store).await;
    assert_eq!(get(&store, &id).await["state"], "failed");
    assert_eq!(store.stock(&id).expect("the import is there"), list[..1]);
    let (_, log) = call(&store, "GET", &format!("/v1/imports/{id}/log"), &Value::Null).await;
    assert_eq!(log["lines"][3], "failed: row 1 has -4 pieces");
    let path = format!("/v1/imports/{id}/cancel");
    let (status, problem) = call(&store, "POST", &path, &Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("IMPORT_ENDED")));
}

#[tokio::test]
async fn names_of_files_are_not_looked_up() {
    let store = World::new().store();
    for id in ["..%2Fsecret", "x", "999"] {
        let (status, _) = call(&store, "GET", &format!("/v1/imports/{id}"), &Value::Null).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_list_is_five_seconds_old_at_most_and_names_what_it_cannot_read() {
    let world = World::new();
    let store = world.store();
    let list = || call(&store, "GET", "/v1/imports", &Value::Null);
    let first = create(&store, &rows(1)).await;
    let (status, all) = list().await;
    assert_eq!((status, &all["unreadable"]), (StatusCode::OK, &json!([])));
    assert_eq!(all["imports"], json!([get(&store, &first).await]));
    // What happened since may be missing, for five seconds.
    look(&store).await;
    let second = create(&store, &rows(2)).await;
    std::fs::write(world.folder.path().join("7.json"), "half a fi").expect("a file");
    world.wait(5);
    assert_eq!(list().await.1["imports"].as_array().map(Vec::len), Some(1));
    world.wait(1);
    // An import that cannot be read takes nothing from the others.
    let (status, all) = list().await;
    assert_eq!((status, &all["unreadable"]), (StatusCode::OK, &json!(["7"])));
    assert_eq!(all["imports"], json!([get(&store, &first).await, get(&store, &second).await]));
}
