//! What an import looks like to those who wait for it.

use contract_core::{Contract, JobState};
use serde::{Deserialize, Serialize};

/// A list to import.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields)]
pub struct StockList {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Row {
    /// The article.
    pub sku: String,
    /// How many there are.
    #[contract(unit = "pieces")]
    pub quantity: i64,
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Contract, JobState)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Waiting for a worker.
    #[state(initial, next(Running, Cancelled, TimedOut))]
    Queued,
    /// Being worked on.
    #[state(next(Done, Failed, Cancelled, TimedOut))]
    Running,
    /// Every row is in the shop.
    #[state(terminal(completed))]
    Done,
    /// A row was wrong, or the import was tried too often.
    #[state(terminal(failed))]
    Failed,
    /// Somebody stopped it. Rows that were imported before stay.
    #[state(terminal(cancelled))]
    Cancelled,
    /// It did not end within its time.
    #[state(terminal(timed_out))]
    TimedOut,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Contract)]
pub struct Import {
    /// Its name.
    pub id: String,
    /// Where it stands.
    pub state: ImportState,
    /// Whether it has ended, whatever the state is called.
    pub ended: bool,
    /// How much of it is done; never gets less.
    #[contract(meaning = "0 at the start, 1 when every row is imported")]
    pub progress: f64,
    /// How many rows are imported.
    pub imported: usize,
}

/// All imports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Contract)]
pub struct Overview {
    /// Those that can be read, oldest first.
    pub imports: Vec<Import>,
    /// The names of those that cannot.
    pub unreadable: Vec<String>,
}

/// What happened to an import, oldest first.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct Log {
    /// One line for each event.
    pub lines: Vec<String>,
}
