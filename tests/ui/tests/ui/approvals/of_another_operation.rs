//! An approval is good for the operation that it names, asked of the approver that the operation
//! names. A near miss: `pay`.

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

struct Intern;

impl Approver for Intern {
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

#[handler(
    id = "refund",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Desk,
    errors = Refused
)]
fn refund(_: Approved<pay::Op>) {}

#[handler(id = "look", readonly)]
fn look() {}

async fn by_the_intern() {
    let _ = Approved::<pay::Op>::ask(&Intern, None).await;
}

async fn of_nothing() {
    let _ = Approved::<look::Op>::ask(&Desk, None).await;
}

fn main() {}
