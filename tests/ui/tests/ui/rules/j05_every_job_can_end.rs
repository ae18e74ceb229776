//! J05: from every state an end can be reached. A near miss: `Paused`, which ends through `Running`.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(initial, next(Running, Stuck))]
    Queued,
    #[state(next(Paused, Done, Failed))]
    Running,
    #[state(next(Running))]
    Paused,
    #[state(next(Waiting))]
    Stuck,
    #[state(next(Stuck))]
    Waiting,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

fn main() {}
