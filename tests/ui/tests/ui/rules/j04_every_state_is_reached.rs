//! J04: some job gets to every state. A near miss: `Paused`, which only `Running` leads to.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(initial, next(Running))]
    Queued,
    #[state(next(Paused, Done, Failed))]
    Running,
    #[state(next(Running))]
    Paused,
    #[state(next(Done))]
    Archived,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
    #[state(terminal(cancelled))]
    Cancelled,
}

fn main() {}
