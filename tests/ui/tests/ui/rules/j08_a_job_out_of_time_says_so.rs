//! J08: what has a timeout ends timed out. A near miss: it does.

use contract_core::{JobState, job};

#[derive(JobState)]
enum Patient {
    #[state(initial, next(Done, Failed))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

#[derive(JobState)]
enum Timed {
    #[state(initial, next(Done, Failed, Late))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(timed_out))]
    Late,
}

#[job(
    id = "silent",
    states = Patient,
    create = "silent.start",
    observe = "silent.get",
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
fn silent() {}

#[job(
    id = "told",
    states = Timed,
    create = "told.start",
    observe = "told.get",
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
fn told() {}

fn main() {}
