//! J03: nothing follows a terminal state, and something follows every other one. Near misses: `Running`
//! goes on, `Done` does not.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(initial, next(Running))]
    Queued,
    #[state(next(Done, Failed, Late, Unsaid))]
    Running,
    Unsaid,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(timed_out), next(Queued))]
    Late,
    #[state(terminal(failed, cancelled))]
    Failed,
}

#[derive(JobState)]
enum NothingToDo {
    #[state(initial, terminal(completed))]
    Done,
}

fn main() {}
