//! An approver agrees with what it was asked, and cannot keep a yes for later.

use std::time::SystemTime;

use contract_core::{Agreed, Approver, Ask, ContractError, Grant};

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
        Ok(Agreed(grant()))
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

fn main() {}
