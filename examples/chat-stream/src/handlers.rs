//! The operations.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::{get, post};
use axum::{Json, Router};
use contract_core::{handler, stream};
use futures_util::Stream;
use tokio::sync::watch;

use crate::Transcripts;
use crate::chat::{Chat, Chunk, Question, Transcript};
use crate::errors::ChatError;

/// The service's routes.
pub fn router(transcripts: Transcripts) -> Router {
    Router::new()
        .route("/v1/chats", post(ask))
        .route("/v1/chats/{id}", get(transcript))
        .route("/v1/chats/{id}/stream", get(listen))
        .with_state(transcripts)
}

/// Asks a question. The answer is made whether or not somebody listens.
#[handler(
    id = "chats.create",
    http(POST, "/v1/chats"),
    success = 201,
    cancel = atomic,
    rate_limit(quota = 10, window = "1m", partition = "service", unit = "questions")
)]
async fn ask(
    State(transcripts): State<Transcripts>,
    Json(question): Json<Question>,
) -> Result<(StatusCode, Json<Chat>), ChatError> {
    transcripts.admit().map_err(|retry_after| ChatError::TooMany { retry_after })?;
    let id = transcripts.ask(&question.text)?;
    Ok((StatusCode::CREATED, Json(Chat { id })))
}

/// Reads back what was said.
#[handler(
    id = "chats.transcript",
    http(GET, "/v1/chats/{id}"),
    success = 200,
    readonly,
    cancel = atomic
)]
async fn transcript(
    State(transcripts): State<Transcripts>,
    Path(id): Path<String>,
) -> Result<Json<Transcript>, ChatError> {
    Ok(Json(transcripts.read(&id)?))
}

/// Listens to an answer. `Last-Event-ID` says which piece was the last one that arrived.
#[stream(
    id = "chats.listen",
    http(GET, "/v1/chats/{id}/stream"),
    success = 200,
    chunk = Chunk,
    framing = sse,
    resume = cursor,
    resume_window = "10m",
    redelivery = exact,
    finalization = explicit,
    transcript = kept,
    readback = "chats.transcript",
    chunk_kinds = closed,
    heartbeat = "15s",
    readonly,
    cancel = resumable,
    idempotency(key = natural),
    incidental("a word comes every 50 ms", id = pace)
)]
async fn listen(
    State(transcripts): State<Transcripts>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ChatError> {
    let cursor = headers.get("last-event-id").map(|it| it.to_str().unwrap_or_default().to_owned());
    // The subscription comes first: what is written after it wakes the reader up.
    let news = transcripts.subscribe(&id);
    let last = transcripts.read(&id)?.chunks.len() as u64;
    let sent = match &cursor {
        None => 0,
        Some(text) => match text.parse::<u64>() {
            Ok(sent) if sent <= last => sent,
            _ => return Err(ChatError::CursorUnknown { cursor: text.clone(), last }),
        },
    };
    let reader = Reader { transcripts, id, sent, news, ready: VecDeque::new(), over: false };
    let events = futures_util::stream::unfold(reader, Reader::next);
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(10))))
}

/// Somebody who listens.
struct Reader {
    transcripts: Transcripts,
    id: String,
    /// The number of the last piece that was sent.
    sent: u64,
    news: watch::Receiver<()>,
    ready: VecDeque<Chunk>,
    over: bool,
}

impl Reader {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        while self.ready.is_empty() {
            // A transcript that cannot be read ends the stream without `finished`: a cut.
            let transcript = self.transcripts.read(&self.id).ok().filter(|_| !self.over)?;
            let sent = usize::try_from(self.sent).unwrap_or(usize::MAX);
            self.ready.extend(transcript.chunks.into_iter().skip(sent));
            self.over = transcript.finished;
            if self.ready.is_empty() && !self.over {
                self.news.changed().await.ok()?;
            }
        }
        let chunk = self.ready.pop_front()?;
        self.sent += 1;
        let event = Event::default().id(self.sent.to_string());
        let event = event.json_data(&chunk).unwrap_or_default();
        Some((Ok(event), self))
    }
}
