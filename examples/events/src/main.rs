//! Books a few changes and shows what the dashboard makes of them.

use std::io::Write;

use events::accounts::{Accounts, CHANNEL};
use events::balances::{Balances, follow};
use events::broker::Broker;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let broker = Broker::default();
    let changes = broker.subscribe(CHANNEL);
    let mut accounts = Accounts::new(broker.clone());
    for (account, amount) in [("anna", 500), ("bert", 80), ("anna", -120)] {
        accounts.book(account, amount)?;
    }
    broker.close();
    let balances = tokio::sync::Mutex::new(Balances::default());
    follow(changes, &balances).await;
    let balances = balances.into_inner();
    for account in ["anna", "bert"] {
        let balance = balances.of(account).unwrap_or_default();
        writeln!(std::io::stdout(), "{account}: {balance} cents")?;
    }
    Ok(())
}
