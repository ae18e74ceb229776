//! An approval has no constructor, not even for whoever has a grant.

use std::time::SystemTime;

use contract_core::{Agreed, Approved, Approver, Ask, ContractError, Grant, handler};

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

fn grant() -> Grant {
    Grant {
        id: "1".to_owned(),
        by: "me".to_owned(),
        subject: "all".to_owned(),
        at: SystemTime::UNIX_EPOCH,
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

fn by_hand() {
    pay(Approved { grant: grant(), operation: std::marker::PhantomData });
}

fn main() {}
