//! Serves the payments API on the address in `PAYMENTS_ADDRESS`, by default `127.0.0.1:8081`.
//!
//! Without `CARDS_MODE` it starts all the same: charges are then refused with what is missing.

use std::io::Write;

use contract_core::ContractConfig;
use payments::approvals::Desk;
use payments::bank::{Bank, CardNetwork};
use payments::charges::CreateCharge;
use payments::{Till, router};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::var("PAYMENTS_ADDRESS").unwrap_or_else(|_| "127.0.0.1:8081".to_owned());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    let mut out = std::io::stdout();
    let config = CardNetwork::load();
    if let Err(blocked) = &config {
        writeln!(out, "{blocked}")?;
    }
    // A real desk is the back office's; this one has signed one paper.
    let desk = Desk::default();
    let request = CreateCharge { order: "1".to_owned(), amount: 500, card: String::new() };
    desk.sign("demo", "whoever started this", request.subject("first"));
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    axum::serve(listener, router(Till::new(Bank::new(config)), desk)).await
}
