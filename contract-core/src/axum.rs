//! Answers and extractors for axum.

use axum_core::extract::{FromRef, FromRequestParts};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;
use http::{StatusCode, header};

use crate::{Approved, Approver, Blocked, NeedsApproval, Problem};

/// The request header in which a caller presents an approval.
const APPROVAL: &str = "approval-id";

impl IntoResponse for Problem {
    /// The status, the JSON object, and `Retry-After` where a delay is given.
    fn into_response(self) -> Response {
        // Only a problem made by hand can have a number that is no status.
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let delay = self.retry_after_seconds().map(|it| [(header::RETRY_AFTER, it.to_string())]);
        let kind = [(header::CONTENT_TYPE, Self::MEDIA_TYPE)];
        (status, kind, delay, self.to_json()).into_response()
    }
}

impl IntoResponse for Blocked {
    fn into_response(self) -> Response {
        self.problem().into_response()
    }
}

/// Asks the operation's approver, which is part of the router's state, about what the caller
/// presents in the request header `Approval-Id`.
impl<Op, S> FromRequestParts<S> for Approved<Op>
where
    Op: NeedsApproval + ?Sized,
    Op::Approver: FromRef<S> + Send + Sync,
    <Op::Approver as Approver>::Refusal: IntoResponse,
    S: Send + Sync,
{
    type Rejection = <Op::Approver as Approver>::Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let presented = parts.headers.get(APPROVAL).and_then(|value| value.to_str().ok());
        Self::ask(&Op::Approver::from_ref(state), presented).await
    }
}
