//! Serves the chats API on the address in `CHATS_ADDRESS`, by default `127.0.0.1:8083`, with the
//! transcripts in the folder `CHATS_FOLDER`, by default `chats`.

use std::io::Write;

use chat_stream::{Transcripts, router};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let variable =
        |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let transcripts = Transcripts::open(variable("CHATS_FOLDER", "chats"))?;
    let address = variable("CHATS_ADDRESS", "127.0.0.1:8083");
    let listener = tokio::net::TcpListener::bind(address).await?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    axum::serve(listener, router(transcripts)).await
}
