//! J07: what can be cancelled ends cancelled. Near misses: it does; it cannot be cancelled.

use contract_core::{JobState, job};

#[derive(JobState)]
enum Endless {
    #[state(initial, next(Done, Failed, Late))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(timed_out))]
    Late,
}

#[derive(JobState)]
enum Whole {
    #[state(initial, next(Done, Failed, Cancelled, Late))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(cancelled))]
    Cancelled,
    #[state(terminal(timed_out))]
    Late,
}

#[job(
    id = "silent",
    states = Endless,
    create = "silent.start",
    observe = "silent.get",
    cancel_by = "silent.stop",
    progress = status,
    cancel = best_effort,
    logs = none,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 1,
    restart = fails_visibly,
    items = at_most_once
)]
fn silent() {}

#[job(
    id = "told",
    states = Whole,
    create = "told.start",
    observe = "told.get",
    cancel_by = "told.stop",
    progress = status,
    cancel = best_effort,
    logs = none,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 1,
    restart = fails_visibly,
    items = at_most_once
)]
fn told() {}

#[job(
    id = "unstoppable",
    states = Endless,
    create = "unstoppable.start",
    observe = "unstoppable.get",
    progress = status,
    cancel = unsupported,
    logs = none,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 1,
    restart = fails_visibly,
    items = at_most_once
)]
fn unstoppable() {}

fn main() {}
