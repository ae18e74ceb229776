//! Nothing of a job goes without saying.

use contract_core::{JobState, job};

#[derive(JobState)]
enum State {
    #[state(initial, next(Done, Failed, Late))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(timed_out))]
    Late,
}

#[job()]
fn nothing() {}

#[job(id = "exports.run", states = State, create = "exports.create", timeot = "1h")]
fn most() {}

#[job(
    id = "exports.run",
    states = State,
    create = "exports.create",
    observe = "exports.get",
    progress = percent,
    cancel = maybe,
    logs = keep,
    timeout = "1 hour",
    heartbeat = 30,
    retention = "30d",
    max_attempts = 0,
    restart = resume,
    items = once
)]
fn words() {}

#[job(
    id = "exports.run",
    states = State,
    create = "exports.create",
    observe = "exports.get",
    progress = status,
    cancel = unsupported,
    logs = persisted,
    timeout = "1m",
    heartbeat = "2m",
    retention = "30d",
    max_attempts = 1,
    restart = lost,
    items = at_most_once
)]
fn who_and_when() {}

fn main() {}
