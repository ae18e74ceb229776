//! The states of a job derive `JobState`.

use contract_core::job;

enum State {
    Running,
}

#[job(
    id = "exports.run",
    states = State,
    create = "exports.create",
    observe = "exports.get",
    progress = status,
    cancel = unsupported,
    logs = none,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 1,
    restart = lost,
    items = at_most_once
)]
fn run() {
    let _ = State::Running;
}

fn main() {}
