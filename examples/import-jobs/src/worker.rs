//! The work: one row after the other, each in one step that a crash cannot split.

use std::io;
use std::time::Duration;

use contract_core::{JobState, job};

use crate::errors::ImportError;
use crate::import::ImportState;
use crate::store::{Record, Store};

/// How long a worker may be silent before another one takes over. With the pause between two
/// looks, a dead import looks alive for 25 seconds at most; the contract says 30.
const LEASE: u64 = 20;
const PAUSE: Duration = Duration::from_secs(5);
/// How long an import may take, crashes included.
const TIMEOUT: u64 = 60 * 60;
/// How often an import is tried.
const ATTEMPTS: u32 = 3;
/// How long its result can be read.
const RETENTION: u64 = 30 * 24 * 60 * 60;

/// Brings the rows of one list into the shop.
///
/// # Errors
/// If the store cannot be written.
#[job(
    id = "imports.run",
    create = "imports.create",
    observe = "imports.get",
    cancel_by = "imports.cancel",
    logs_by = "imports.log",
    states = ImportState,
    done_flag = "ended",
    progress = monotonic_fraction,
    cancel = guaranteed,
    logs = persisted,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 3,
    restart = from_checkpoint,
    items = exactly_once,
    incidental("rows are imported in the order of the list", id = row_order)
)]
pub async fn run(store: Store, id: String) -> Result<(), ImportError> {
    let now = store.now();
    if !store.update(&id, |record| start(record, now))? {
        return Ok(());
    }
    loop {
        // Where a real import would ask somebody else.
        tokio::task::yield_now().await;
        let now = store.now();
        if !store.update(&id, |record| step(record, now))? {
            return Ok(());
        }
    }
}

/// Begins an attempt. Whether there is something to do.
fn start(record: &mut Record, now: u64) -> bool {
    if record.state.is_terminal() {
        return false;
    }
    record.beat = now;
    if out_of_time(record, now) {
        return false;
    }
    if record.attempts == ATTEMPTS {
        record.advance(ImportState::Failed, "failed: tried too often");
        return false;
    }
    record.attempts += 1;
    record.log.push(format!("attempt {}, from row {}", record.attempts, record.imported.len()));
    if record.state == ImportState::Queued {
        record.advance(ImportState::Running, "running");
    }
    true
}

/// Imports one row. Whether there is more to do. A cancelled import is not running any more, so
/// that nothing happens after the cancellation was answered.
fn step(record: &mut Record, now: u64) -> bool {
    if record.state != ImportState::Running || out_of_time(record, now) {
        return false;
    }
    record.beat = now;
    match record.rows.get(record.imported.len()).cloned() {
        None => record.advance(ImportState::Done, "done"),
        Some(row) if row.quantity < 0 => {
            let line = format!("failed: row {} has {} pieces", record.imported.len(), row.quantity);
            record.advance(ImportState::Failed, &line);
        }
        Some(row) => record.imported.push(row),
    }
    !record.state.is_terminal()
}

fn out_of_time(record: &mut Record, now: u64) -> bool {
    let late = now > record.created + TIMEOUT;
    if late {
        record.advance(ImportState::TimedOut, "timed out");
    }
    late
}

/// Takes up whatever is waiting or was left behind, and forgets what nobody may read any more.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn look(store: &Store) -> io::Result<()> {
    for id in store.ids()? {
        let Ok(record) = store.read(&id) else { continue };
        let silent = store.now().saturating_sub(record.beat);
        let left = record.state == ImportState::Queued || silent > LEASE;
        if record.state.is_terminal() {
            if silent > RETENTION {
                store.remove(&id)?;
            }
        } else if left && let Err(ImportError::Store(error)) = run(store.clone(), id).await {
            return Err(error);
        }
    }
    Ok(())
}

/// Works for ever.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn work(store: Store) -> io::Result<()> {
    loop {
        look(&store).await?;
        tokio::time::sleep(PAUSE).await;
    }
}
