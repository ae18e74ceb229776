//! Where documents come from: the producer's code through cargo, baselines from files and git.
//!
//! Everything that touches files, processes and cargo is here and in `cmd`; the judgement is a
//! pure function of what comes out.

pub mod baseline;
pub mod books;
pub mod cargo;
pub mod extract;
mod facts;
pub mod file;
pub mod generated;
pub mod git;
pub mod module;
pub mod settings;
pub mod start;
pub mod tree;

/// Why the documents could not be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Cargo, the build or the harness.
    #[error(transparent)]
    Cargo(#[from] cargo::Error),
    /// Settings in a manifest.
    #[error(transparent)]
    Settings(#[from] settings::Error),
    /// What the code says makes no contract.
    #[error(transparent)]
    Generated(#[from] generated::Error),
    /// A baseline.
    #[error(transparent)]
    Baseline(#[from] baseline::Error),
    /// What people write beside the baselines.
    #[error(transparent)]
    Books(#[from] books::Error),
}
