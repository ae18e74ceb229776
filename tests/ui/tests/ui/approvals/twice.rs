//! An approval is used once: there is neither a copy nor a default.

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

#[handler(
    id = "pay",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Desk,
    errors = Refused
)]
fn pay(_: Approved<pay::Op>) {}

fn by_default() {
    pay(Default::default());
}

fn twice(approved: Approved<pay::Op>) {
    pay(approved.clone());
    pay(approved);
}

fn main() {}
