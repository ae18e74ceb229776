//! C07: what costs money, cannot be undone or deploys asks somebody first. Near misses: it does; an
//! effect that does none of these.

use contract_core::{Agreed, Approved, Approver, Ask, ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Refused {
    #[contract(
        code = "NOT_APPROVED",
        status = 403,
        retry = after_change,
        effects = none,
        role = approval_required
    )]
    NotApproved,
}

struct Desk;

impl Approver for Desk {
    type Refusal = Refused;

    async fn approve(&self, _: Ask<'_>) -> Result<Agreed, Refused> {
        Err(Refused::NotApproved)
    }
}

#[handler(id = "pay", effect(target = "bank", kinds(external_write, paid)), cancel = atomic, errors = Refused)]
fn pay() {}

#[handler(
    id = "unsend",
    effect(target = "mail", kinds(irreversible), approval = none),
    cancel = atomic,
    errors = Refused
)]
fn unsend() {}

#[handler(
    id = "ship",
    effect(target = "cloud", kinds(deploy), approval = standing),
    cancel = atomic,
    approver = Desk,
    errors = Refused
)]
fn ship(_: Approved<ship::Op>) {}

#[handler(id = "tell", effect(target = "mail", kinds(notify)), cancel = atomic, errors = Refused)]
fn tell() {}

fn main() {}
