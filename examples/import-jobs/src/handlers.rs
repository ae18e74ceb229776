//! The operations.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use contract_core::{JobState, handler};

use crate::Store;
use crate::errors::ImportError;
use crate::import::{Import, ImportState, Log, Overview, StockList};

/// The service's routes.
pub fn router(store: Store) -> Router {
    Router::new()
        .route("/v1/imports", post(create).get(list))
        .route("/v1/imports/{id}", get(find))
        .route("/v1/imports/{id}/cancel", post(cancel))
        .route("/v1/imports/{id}/log", get(log))
        .with_state(store)
}

/// Starts an import.
#[handler(id = "imports.create", http(POST, "/v1/imports"), success = 202, cancel = atomic)]
async fn create(
    State(store): State<Store>,
    Json(list): Json<StockList>,
) -> Result<(StatusCode, Json<Import>), ImportError> {
    if list.rows.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok((StatusCode::ACCEPTED, Json(store.create(list.rows)?)))
}

/// Lists the imports. One that cannot be read does not hide the others.
#[handler(
    id = "imports.list",
    http(GET, "/v1/imports"),
    success = 200,
    readonly,
    partial = unreachable_list,
    staleness(consistency = bounded, max = "5s")
)]
async fn list(State(store): State<Store>) -> Result<Json<Overview>, ImportError> {
    Ok(Json(store.overview()?))
}

/// Tells how far an import is.
#[handler(
    id = "imports.get",
    http(GET, "/v1/imports/{id}"),
    success = 200,
    readonly,
    cancel = atomic,
    wait_until(name = "ended", success = "done", failure = "failed", retry = "running")
)]
async fn find(
    State(store): State<Store>,
    Path(id): Path<String>,
) -> Result<Json<Import>, ImportError> {
    let record = store.read(&id)?;
    Ok(Json(record.import(id)))
}

/// Stops an import. Rows that were imported before stay; none is imported after.
#[handler(
    id = "imports.cancel",
    http(POST, "/v1/imports/{id}/cancel"),
    success = 200,
    idempotency(key = natural),
    cancel = atomic
)]
async fn cancel(
    State(store): State<Store>,
    Path(id): Path<String>,
) -> Result<Json<Import>, ImportError> {
    store.update(&id, |record| {
        if record.state.is_terminal() && record.state != ImportState::Cancelled {
            return Err(ImportError::Ended);
        }
        if record.state != ImportState::Cancelled {
            record.advance(ImportState::Cancelled, "cancelled");
        }
        Ok(Json(record.import(id.clone())))
    })?
}

/// Reads what happened to an import.
#[handler(
    id = "imports.log",
    http(GET, "/v1/imports/{id}/log"),
    success = 200,
    readonly,
    cancel = atomic
)]
async fn log(State(store): State<Store>, Path(id): Path<String>) -> Result<Json<Log>, ImportError> {
    Ok(Json(Log { lines: store.read(&id)?.log }))
}
