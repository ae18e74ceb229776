//! `cargo contract-check` on whole workspaces: everything between a user's cargo set-up and the
//! contracts that come out of it. Each test writes small packages, runs the command as a user
//! would, and looks at exit codes and output.

mod baselines;
mod ci;
mod editor;
mod guide;
mod project;
mod published;
mod selection;
mod start;
mod story;
mod targets;
mod toolchain;
