//! Words and keys of the states of a job.

use contract_core::JobState;

#[derive(JobState)]
enum State {
    #[state(inital, nxt(Done))]
    Running,
    #[state(terminal(complete))]
    Done,
    #[state(terminal = failed)]
    Failed,
    #[state(level = stable, retry = never)]
    Other,
}

#[derive(JobState)]
struct NoEnum;

fn main() {}
