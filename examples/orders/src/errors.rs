//! What can go wrong, and what the caller may do about it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contract_core::ContractError;

/// Why an order could not be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ContractError)]
#[contract(domain = "https://orders.acme.example/errors", open)]
pub enum OrderError {
    /// There is no such order.
    #[contract(code = "ORDER_NOT_FOUND", status = 404, retry = never, effects = none)]
    NotFound,
    /// The order has no lines.
    #[contract(code = "ORDER_EMPTY", status = 422, retry = after_change, effects = none)]
    Empty,
    /// An article is not in the catalogue.
    #[contract(code = "SKU_UNKNOWN", status = 422, retry = after_change, effects = none)]
    UnknownSku,
    /// The order can no longer be cancelled.
    #[contract(code = "ORDER_SHIPPED", status = 409, retry = never, effects = none)]
    AlreadyShipped,
}

impl IntoResponse for OrderError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status())
            .expect("derive(ContractError) admits HTTP statuses only");
        (status, Json(serde_json::json!({ "code": self.code() }))).into_response()
    }
}
