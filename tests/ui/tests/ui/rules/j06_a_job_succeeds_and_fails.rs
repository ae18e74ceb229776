//! J06: there is a state for success and one for failure. A near miss: two of them for failure.

use contract_core::JobState;

#[derive(JobState)]
enum NoSuccess {
    #[state(initial, next(Failed))]
    Running,
    #[state(terminal(failed))]
    Failed,
}

#[derive(JobState)]
enum NoFailure {
    #[state(initial, next(Done))]
    Running,
    #[state(terminal(completed))]
    Done,
}

#[derive(JobState)]
enum Fine {
    #[state(initial, next(Done, Refused, Broken))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Refused,
    #[state(terminal(failed))]
    Broken,
}

fn main() {}
