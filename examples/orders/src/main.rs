//! Serves the orders API on the address in `ORDERS_ADDRESS`, by default `127.0.0.1:8080`.

use std::io::Write;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::var("ORDERS_ADDRESS").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    axum::serve(listener, orders::router(orders::Store::default())).await
}
