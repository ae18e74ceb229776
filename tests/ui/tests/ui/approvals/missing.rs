//! An effect that needs an approval: who gives it, and where it comes in.

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

struct Nobody;

#[handler(
    id = "no.argument",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Desk,
    errors = Refused
)]
fn no_argument() {}

#[handler(
    id = "no.approver",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    errors = Refused
)]
fn no_approver(_: Approved<no_approver::Op>) {}

#[handler(
    id = "neither",
    effect(target = "bank", kinds(paid), approval = standing),
    effect(target = "mail", kinds(notify), approval = per_call),
    cancel = atomic,
    errors = Refused
)]
fn neither() {}

#[handler(
    id = "not.an.approver",
    effect(target = "bank", kinds(paid), approval = per_call),
    cancel = atomic,
    approver = Nobody,
    errors = Refused
)]
fn not_an_approver(_: Approved<not_an_approver::Op>) {}

#[handler(id = "needless", approver = Desk, errors = Refused, cancel = atomic)]
fn needless() {}

fn main() {}
