//! J03: nothing follows a terminal state, and something follows every other one.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(initial, next(Running))]
    Queued,
    #[state]
    Running,
    #[state(terminal(completed), next(Queued))]
    Done,
    #[state(terminal(failed, cancelled))]
    Failed,
    #[state(initial, terminal(timed_out))]
    TimedOut,
    Unsaid,
}

fn main() {}
