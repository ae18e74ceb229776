//! What a finding costs, and whether that was paid: a pure function of documents, the policy, the
//! declarations, the dependences and a given day.
//!
//! # What a break asks for
//! [`Policy::cost`] says it by the level of the clause: how far the version moves, whether the
//! break is declared, what notice consumers had, and who of them has to agree. [`judge()`] compares
//! that with what there is. Whatever is missing is an obligation that stays open, worded by a rule.
//!
//! # What "deprecated first" can mean
//! This is decided here and nowhere else, by what the released documents say about the clause of
//! a finding, and not by a list of rules:
//!
//! 1. The clause, or one around it, is deprecated in the released document; or everything that
//!    reaches it is. Then that timeline is the notice, whatever the change is: a narrowed type of
//!    a deprecated field is a way of taking the field away.
//! 2. Otherwise, where the clause can carry a deprecation and is gone: it should have been
//!    deprecated in a released version and was not. A renamed field is a field that is gone.
//! 3. Otherwise the clause is still there and says something else: a type, a status, a bound.
//!    Nothing in the code could have announced that. The notice is the date of the declaration.
//! 4. A timeline itself (a sunset that comes earlier) is never its own notice: 3 applies.

mod bound;
mod bump;
mod cost;
mod declaration;
mod dependence;
mod judge;
mod policies;
mod release;
mod timeline;
mod version;

pub use bound::Bound;
pub use bump::{Bump, next_version};
pub use cost::{Acks, Cost, Enforce, Policy, Standing, Supported, required_bump, severity};
pub use declaration::{Ack, Declaration, Declared, Emergency, Key, unfinished};
pub use dependence::{Consumer, Dependence};
pub use judge::{Case, Compared, judge};
pub use policies::{DEFAULT, Policies};
pub use release::{Release, supported};
pub(crate) use version::least;
