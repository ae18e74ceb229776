//! The card network: a double that needs nothing, and the real thing behind HTTP.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use contract_core::{Blocked, ContractConfig, Mode, Secret};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;

use crate::charges::CreateCharge;
use crate::errors::ChargeError;

/// What an operator sets for the card network.
#[derive(Debug, ContractConfig)]
#[config(
    provider = "card-network",
    mode_var = "CARDS_MODE",
    differs_from_live("declines amounts that end in 02 cents, whatever the card", id = declines),
    differs_from_live("answers at once, except amounts that end in 04 cents: never", id = timing)
)]
pub struct CardNetwork {
    /// How the network is run.
    #[config(mode)]
    pub mode: Mode,
    /// Host and port of the egress proxy, which speaks TLS to the network.
    #[config(env = "CARDS_PROXY", required_in(sandbox, live), help = "from the platform team")]
    pub proxy: Option<String>,
    /// The key that the network knows us by.
    #[config(env = "CARDS_KEY", secret, required_in(sandbox, live), help = "vault: cards/<mode>")]
    pub key: Option<Secret>,
}

/// A way to the card network, or the reason why there is none.
#[derive(Debug)]
pub enum Bank {
    /// A double in memory.
    Double(Double),
    /// The network: its test system or the real one.
    Network(Network),
    /// Not configured. Nothing takes its place.
    Blocked(Blocked),
}

impl Bank {
    /// The bank that a configuration asks for.
    pub fn new(config: Result<CardNetwork, Blocked>) -> Self {
        match config {
            Err(blocked) => Self::Blocked(blocked),
            Ok(CardNetwork {
                mode: Mode::Sandbox | Mode::Live,
                proxy: Some(proxy),
                key: Some(key),
            }) => Self::Network(Network { proxy, key }),
            Ok(_) => Self::Double(Double::default()),
        }
    }

    /// Charges a card; the answer is the network's number for the charge. The same key charges
    /// once, however often it is sent.
    pub(crate) async fn charge(
        &self,
        key: &str,
        request: &CreateCharge,
    ) -> Result<String, ChargeError> {
        match self {
            Self::Double(double) => double.charge(key, request).await,
            Self::Network(network) => network.charge(key, request).await,
            Self::Blocked(blocked) => Err(ChargeError::Blocked(blocked.clone())),
        }
    }
}

/// A card network in memory.
#[derive(Debug, Default)]
pub struct Double {
    made: Mutex<HashMap<String, String>>,
}

impl Double {
    async fn charge(&self, key: &str, request: &CreateCharge) -> Result<String, ChargeError> {
        // The real network is somewhere else: a double that never waits hides what happens between.
        tokio::task::yield_now().await;
        if request.amount % 100 == 2 {
            return Err(ChargeError::Declined { reason: "insufficient funds".to_owned() });
        }
        let id = {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            let next = format!("ch_{}", made.len() + 1);
            made.entry(key.to_owned()).or_insert(next).clone()
        };
        if request.amount % 100 == 4 {
            // The charge is made, and the answer never comes.
            std::future::pending::<()>().await;
        }
        tokio::task::yield_now().await;
        Ok(id)
    }
}

/// The card network behind HTTP.
#[derive(Debug)]
pub struct Network {
    proxy: String,
    key: Secret,
}

#[derive(Serialize)]
struct Ask<'a> {
    idempotency_key: &'a str,
    amount: u64,
    card: &'a str,
}

#[derive(Deserialize)]
struct Answer {
    id: Option<String>,
    reason: Option<String>,
}

impl Network {
    async fn charge(&self, key: &str, request: &CreateCharge) -> Result<String, ChargeError> {
        let ask = Ask { idempotency_key: key, amount: request.amount, card: &request.card };
        let (status, delay, answer) =
            self.send(&ask).await.map_err(|_| ChargeError::Unavailable)?;
        match (status, answer) {
            (StatusCode::OK, Answer { id: Some(id), .. }) => Ok(id),
            (StatusCode::PAYMENT_REQUIRED, Answer { reason, .. }) => {
                Err(ChargeError::Declined { reason: reason.unwrap_or_default() })
            }
            (StatusCode::TOO_MANY_REQUESTS, _) => Err(ChargeError::Busy { retry_after: delay }),
            _ => Err(ChargeError::Unavailable),
        }
    }

    async fn send(
        &self,
        ask: &Ask<'_>,
    ) -> Result<(StatusCode, Duration, Answer), Box<dyn std::error::Error + Send + Sync>> {
        let stream = TcpStream::connect(&self.proxy).await?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        let connection = tokio::spawn(connection);
        let request = Request::post("/charges")
            .header("host", &self.proxy)
            .header("authorization", format!("Bearer {}", self.key.expose()))
            .header("content-type", "application/json")
            .body(Body::from(serde_json::to_vec(ask)?))?;
        let response = sender.send_request(request).await?;
        let status = response.status();
        let delay =
            response.headers().get("retry-after").and_then(|it| it.to_str().ok()?.parse().ok());
        let bytes = response.into_body().collect().await?.to_bytes();
        connection.abort();
        Ok((status, Duration::from_secs(delay.unwrap_or(1)), serde_json::from_slice(&bytes)?))
    }
}
