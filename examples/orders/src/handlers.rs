//! The operations.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use contract_core::handler;

use crate::Store;
use crate::errors::OrderError;
use crate::money::Category;
use crate::order::{Order, OrderId, OrderSummary, Page, Parcel};
use crate::requests::{CancelOrder, CreateOrder, ListOrders, Quote, QuoteRequest};

/// The service's routes.
pub fn router(store: Store) -> Router {
    Router::new()
        .route("/v1/orders", post(create).get(list))
        .route("/v1/orders/{id}", get(find))
        .route("/v1/orders/{id}/cancel", post(cancel))
        .route("/v1/orders/{id}/shipment", post(ship))
        .route("/v1/quotes", post(quote))
        .route("/v1/catalogue", get(catalogue))
        .with_state(store)
}

/// Places an order.
#[handler(id = "orders.create", http(POST, "/v1/orders"), success = 201, cancel = atomic)]
async fn create(
    State(store): State<Store>,
    Json(request): Json<CreateOrder>,
) -> Result<(StatusCode, Json<Order>), OrderError> {
    store.create(request).map(|order| (StatusCode::CREATED, Json(order)))
}

/// Lists orders, oldest first.
#[handler(
    id = "orders.list",
    http(GET, "/v1/orders"),
    success = 200,
    readonly,
    pagination(
        style = cursor,
        max_page = 50,
        over_max = coerce,
        consistency = no_dup_no_skip,
        order = "placed_at"
    )
)]
async fn list(
    State(store): State<Store>,
    Query(query): Query<ListOrders>,
) -> Json<Page<OrderSummary>> {
    Json(store.list(&query))
}

/// Finds one order.
#[handler(id = "orders.get", http(GET, "/v1/orders/{id}"), success = 200, readonly)]
async fn find(
    State(store): State<Store>,
    Path(id): Path<OrderId>,
) -> Result<Json<Order>, OrderError> {
    store.find(id).map(Json)
}

/// Cancels an order that has not been shipped.
#[handler(
    id = "orders.cancel",
    http(POST, "/v1/orders/{id}/cancel"),
    success = 200,
    cancel = atomic
)]
async fn cancel(
    State(store): State<Store>,
    Path(id): Path<OrderId>,
    Json(request): Json<CancelOrder>,
) -> Result<Json<Order>, OrderError> {
    store.cancel(id, &request).map(Json)
}

/// Records that an order has left the warehouse.
#[handler(
    id = "orders.ship",
    http(POST, "/v1/orders/{id}/shipment"),
    success = 200,
    level = provisional,
    cancel = atomic
)]
async fn ship(
    State(store): State<Store>,
    Path(id): Path<OrderId>,
    Json(parcel): Json<Parcel>,
) -> Result<Json<Order>, OrderError> {
    store.ship(id, parcel).map(Json)
}

/// Says what articles would cost.
#[handler(id = "quotes.create", http(POST, "/v1/quotes"), success = 200, readonly)]
async fn quote(
    State(store): State<Store>,
    Json(request): Json<QuoteRequest>,
) -> Result<Json<Quote>, OrderError> {
    store.quote(&request).map(Json)
}

/// Shows the catalogue.
#[handler(
    id = "catalogue.get",
    http(GET, "/v1/catalogue"),
    success = 200,
    readonly,
    cache(etag = strong, max_age = "60s"),
    response = Category
)]
async fn catalogue(State(store): State<Store>, headers: HeaderMap) -> Response {
    let catalogue = store.catalogue();
    let mut hasher = DefaultHasher::new();
    catalogue.hash(&mut hasher);
    let tag = format!("\"{:x}\"", hasher.finish());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    // Whether a tag is weak is no matter here (RFC 9110, section 13.1.2).
    let mut known = known.flat_map(|it| it.split(',')).map(|it| it.trim().trim_start_matches("W/"));
    let known = known.any(|it| it == tag || it == "*");
    let caching = [(header::ETAG, tag), (header::CACHE_CONTROL, "max-age=60".to_owned())];
    if known {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, Json(catalogue)).into_response()
}
