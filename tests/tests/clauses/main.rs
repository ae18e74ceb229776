//! The table of clauses, put to the test: with its own samples, with every promise that a contract
//! can make beside shapes, and with the rulings where authorities disagree.

mod everything;
mod promises;
mod rulings;
mod table;

#[path = "../agreement/mod.rs"]
mod agreement;
#[path = "../shorthand/mod.rs"]
mod shorthand;
