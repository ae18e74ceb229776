//! Approvals: a value that proves that somebody agreed before an effect.
//!
//! An effect that is paid, irreversible or a deployment needs an approval, and a handler with such
//! an effect takes an [`Approved`] of its own operation. There is no constructor: the one way to
//! the value is [`Approved::ask`], and it asks the [`Approver`] that the handler names. Who writes
//! the handler can neither make the value up nor bring another approver; a change of either is a
//! change of the attribute, which reviewers see.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::time::SystemTime;

use crate::level::words;

words! {
    /// Who must agree before an effect. Ordered: weaker is less.
    Approval {
        /// Nobody.
        None = "none",
        /// One agreement covers many calls.
        Standing = "standing",
        /// Every call needs its own.
        PerCall = "per_call",
    }
}

/// An operation as a type: `create::Op` for the handler `create`.
pub trait Operation {
    /// The operation's id.
    const ID: &'static str;
}

/// An operation whose effects need an approval.
pub trait NeedsApproval: Operation {
    /// The strongest approval that one of its effects needs.
    const APPROVAL: Approval;

    /// Who approves: `approver = ..` of the handler.
    type Approver: Approver;
}

/// Whoever decides about approvals: a type that the application owns.
///
/// Keep its fields private and make one where the application starts. A handler that cannot get
/// hold of one cannot approve anything.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot approve anything",
    label = "`{Self}` does not implement `Approver`",
    note = "implement `contract_core::Approver` for the type that decides about approvals"
)]
pub trait Approver {
    /// What callers are told when an approval is refused, usually an error set with a code whose
    /// role is `approval_required`.
    type Refusal;

    /// Decides. Agreeing means to answer with [`Ask::once`] or [`Ask::standing`].
    ///
    /// An approval of one call must not carry two: bind its subject to what tells the call from
    /// others, such as the idempotency key.
    fn approve(&self, ask: Ask<'_>) -> impl Future<Output = Result<Agreed, Self::Refusal>> + Send;
}

/// What an [`Approver`] is asked.
#[derive(Debug)]
pub struct Ask<'a> {
    operation: &'static str,
    needed: Approval,
    presented: Option<&'a str>,
}

impl<'a> Ask<'a> {
    /// The id of the operation that is to run.
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// What the operation needs.
    pub const fn needed(&self) -> Approval {
        self.needed
    }

    /// What the caller presents as its approval.
    pub const fn presented(&self) -> Option<&'a str> {
        self.presented
    }

    /// Agrees to this call.
    pub fn once(&self, grant: Grant) -> Agreed {
        Agreed(grant)
    }

    /// Agrees by an agreement that covers many calls; nothing if the operation needs one for each.
    pub fn standing(&self, grant: Grant) -> Option<Agreed> {
        (self.needed <= Approval::Standing).then_some(Agreed(grant))
    }
}

/// What was agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Names it in the approver's records.
    pub id: String,
    /// Who agreed.
    pub by: String,
    /// What was agreed to.
    pub subject: String,
    /// When.
    pub at: SystemTime,
}

/// An approver's yes.
#[derive(Debug)]
pub struct Agreed(Grant);

/// Proof that the operation `Op` was approved.
///
/// It can be neither copied nor cloned: who uses it up has used it up.
#[must_use = "an approval that is not used approves nothing"]
pub struct Approved<Op: ?Sized> {
    grant: Grant,
    operation: PhantomData<fn() -> Box<Op>>,
}

impl<Op: NeedsApproval + ?Sized> Approved<Op> {
    /// Asks the operation's approver. `presented` is what the caller presents as its approval.
    ///
    /// # Errors
    /// The approver's refusal.
    pub async fn ask(
        approver: &Op::Approver,
        presented: Option<&str>,
    ) -> Result<Self, <Op::Approver as Approver>::Refusal> {
        let ask = Ask { operation: Op::ID, needed: Op::APPROVAL, presented };
        let Agreed(grant) = approver.approve(ask).await?;
        Ok(Self { grant, operation: PhantomData })
    }
}

impl<Op: ?Sized> Approved<Op> {
    /// What was agreed to, by whom and when: what an audit log keeps.
    pub const fn grant(&self) -> &Grant {
        &self.grant
    }

    /// Whether it is this that was approved.
    pub fn covers(&self, subject: &str) -> bool {
        self.grant.subject == subject
    }
}

impl<Op: Operation + ?Sized> fmt::Debug for Approved<Op> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approved").field("operation", &Op::ID).field("grant", &self.grant).finish()
    }
}

/// An argument that carries the approval of `Op`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not approve this operation",
    label = "this approves another operation",
    note = "an approval is good for the operation that it names: `Approved<{Op}>`"
)]
pub trait ApprovalOf<Op: ?Sized> {}

impl<Op: ?Sized> ApprovalOf<Op> for Approved<Op> {}
