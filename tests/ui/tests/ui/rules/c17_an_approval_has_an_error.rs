//! C17: an approval has an error. Near misses: the set has one; nobody need approve.

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

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

struct Desk;

impl Approver for Desk {
    type Refusal = Refused;

    async fn approve(&self, _: Ask<'_>) -> Result<Agreed, Refused> {
        Err(Refused::NotApproved)
    }
}

#[handler(
    id = "silent",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Desk,
    errors = Plain
)]
fn silent(_: Approved<silent::Op>) {}

#[handler(
    id = "told",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Desk,
    errors = Refused
)]
fn told(_: Approved<told::Op>) {}

#[handler(id = "free", effect(target = "mail", kinds(notify), approval = none), cancel = atomic, errors = Plain)]
fn free() {}

fn main() {}
