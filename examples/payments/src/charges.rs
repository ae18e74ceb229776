//! The operations.

use axum::extract::{FromRef, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use contract_core::{Approved, Contract, handler};
use serde::{Deserialize, Serialize};

use crate::Till;
use crate::approvals::Desk;
use crate::errors::{ChargeError, LookupError};

/// A card to charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields)]
pub struct CreateCharge {
    /// The order that is paid.
    pub order: String,
    /// How much.
    #[contract(unit = "EUR cent", meaning = "What the customer pays, taxes included.")]
    pub amount: u64,
    /// The card's token.
    #[contract(sensitive)]
    pub card: String,
}

impl CreateCharge {
    /// What an approval of this charge is about.
    pub fn subject(&self, key: &str) -> String {
        format!("{key}: {} cents for order {}", self.amount, self.order)
    }
}

/// A charge that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Charge {
    /// The card network's own number for it.
    #[contract(out_of_contract("how it is made up, and its order", id = format))]
    pub id: String,
    /// The order that is paid.
    pub order: String,
    /// How much.
    #[contract(unit = "EUR cent", meaning = "What the customer pays, taxes included.")]
    pub amount: u64,
    /// Who approved it.
    pub approved_by: String,
}

/// What the handlers share.
#[derive(Clone, Debug)]
pub struct Service {
    till: Till,
    desk: Desk,
}

impl FromRef<Service> for Till {
    fn from_ref(service: &Service) -> Self {
        service.till.clone()
    }
}

impl FromRef<Service> for Desk {
    fn from_ref(service: &Service) -> Self {
        service.desk.clone()
    }
}

/// The service's routes.
pub fn router(till: Till, desk: Desk) -> Router {
    Router::new()
        .route("/v1/charges", post(create_charge))
        .route("/v1/charges/{id}", get(find_charge))
        .with_state(Service { till, desk })
}

/// Charges a card.
#[handler(
    id = "charges.create",
    http(POST, "/v1/charges"),
    success = 201,
    effect(target = "card-network", kinds(external_write, paid), approval = per_call),
    approver = Desk,
    idempotency(
        key = required,
        scope = endpoint,
        window = "24h",
        replay = stored,
        replay_errors = released,
        in_flight = conflict,
        mismatch = reject
    ),
    timeout = "8s",
    cancel = completes
)]
async fn create_charge(
    State(till): State<Till>,
    headers: HeaderMap,
    approved: Approved<create_charge::Op>,
    Json(request): Json<CreateCharge>,
) -> Result<(StatusCode, Json<Charge>), ChargeError> {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    let key = key.filter(|key| !key.trim().is_empty()).ok_or(ChargeError::KeyMissing)?.to_owned();
    if !approved.covers(&request.subject(&key)) {
        return Err(ChargeError::NotApproved);
    }
    // axum drops a handler when its caller goes away; `cancel = completes` says that the charge is
    // made all the same.
    tokio::spawn(async move { till.charge(key, approved, request).await })
        .await
        .unwrap_or(Err(ChargeError::Unavailable))
        .map(|charge| (StatusCode::CREATED, Json(charge)))
}

/// Finds one charge.
#[handler(
    id = "charges.get",
    http(GET, "/v1/charges/{id}"),
    success = 200,
    readonly,
    staleness(consistency = strong),
    cancel = atomic
)]
async fn find_charge(
    State(till): State<Till>,
    Path(id): Path<String>,
) -> Result<Json<Charge>, LookupError> {
    till.find(&id).map(Json).ok_or(LookupError::NotFound)
}
