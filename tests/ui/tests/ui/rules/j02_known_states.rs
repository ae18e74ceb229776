//! J02: `next` names states of the enum. A near miss: `Running`, which names itself.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(initial, next(Runing, Paused))]
    Queued,
    #[state(next(Running, Done, Failed))]
    Running,
    #[state(terminal(completed))]
    Done,
    #[state(terminal(failed))]
    Failed,
}

fn main() {}
