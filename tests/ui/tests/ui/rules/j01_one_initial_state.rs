//! J01: jobs start in one state. A near miss: `Fine`.

use contract_core::JobState;

#[derive(JobState)]
enum NoStart {
    #[state(next(Done, Failed))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

#[derive(JobState)]
enum TwoStarts {
    #[state(initial, next(Running))]
    Queued,
    #[state(initial, next(Done, Failed))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

#[derive(JobState)]
enum Fine {
    #[state(initial, next(Running))]
    Queued,
    #[state(next(Done, Failed))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

fn main() {
    let _ = Fine::Queued.is_terminal();
    let _ = NoStart::Running.is_terminal();
}
