//! Serves the imports API on the address in `IMPORTS_ADDRESS`, by default `127.0.0.1:8082`, and
//! works on the imports in the folder `IMPORTS_FOLDER`, by default `imports`.

use std::io::Write;

use import_jobs::{Store, router, worker};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let variable =
        |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let store = Store::open(variable("IMPORTS_FOLDER", "imports"))?;
    let address = variable("IMPORTS_ADDRESS", "127.0.0.1:8082");
    let listener = tokio::net::TcpListener::bind(address).await?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    tokio::select! {
        stopped = worker::work(store.clone()) => stopped,
        stopped = async { axum::serve(listener, router(store.clone())).await } => stopped,
    }
}
