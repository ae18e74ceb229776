//! `consumers/*.toml`: who relies on what.
//!
//! ```toml
//! consumer = "shop"
//! owner = "@acme/shop"
//!
//! [[dependence]]
//! contract = "orders"
//! clauses = ["operations/orders.get", "types/Order/fields/total"]
//! since = 2026-05-01
//! honour_until = 2027-06-30      # optional: until then the producer keeps these clauses
//! evidence = "pact: pacts/shop-orders.json"
//!
//! [dependence.bounds]            # optional: up to where a value may move
//! "operations/orders.get/timeout" = "<= 10s"
//! ```

use super::table::{File, Problem, Table};
use crate::policy::{Bound, Consumer, Dependence};

/// Reads a consumer.
pub(super) fn read(name: &str, text: &str, problems: &mut Vec<Problem>) -> Option<Consumer> {
    File::read(name, text, problems, |mut table| {
        let consumer = table.needed("consumer");
        let owner = table.text("owner");
        let dependences = table.tables("dependence").into_iter().map(dependence).collect();
        table.end();
        Some(Consumer { name: consumer?, owner, file: name.to_owned(), dependences })
    })
}

fn dependence(mut table: Table<'_, '_>) -> Dependence {
    let mut bounds = Vec::new();
    if let Some(inner) = table.table("bounds") {
        for (clause, text) in inner.named_texts() {
            match Bound::parse(&text) {
                Ok(bound) => bounds.push((clause, bound)),
                Err(error) => inner.wrong(&clause, error),
            }
        }
    }
    let clauses = table.texts("clauses");
    if clauses.is_empty() {
        table.wrong("clauses", "is missing; it names the clauses that the consumer relies on");
    }
    let dependence = Dependence {
        contract: table.needed("contract").unwrap_or_default(),
        clauses,
        bounds,
        since: table.date("since"),
        honour_until: table.date("honour_until"),
        evidence: table.text("evidence"),
        line: table.line(),
    };
    table.end();
    dependence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consumer_is_read_with_its_bounds() {
        let text = "consumer = \"shop\"\n[[dependence]]\ncontract = \"orders\"\n\
                    clauses = [\"types/Order\"]\nhonour_until = 2027-06-30\n\
                    [dependence.bounds]\n\"operations/a/timeout\" = \"<= 10s\"\n";
        let mut problems = Vec::new();
        let consumer = read("shop.toml", text, &mut problems).expect("a consumer");
        assert_eq!(consumer.dependences[0].bounds.len(), 1);
        assert_eq!(consumer.dependences[0].line, 2);
    }

    #[test]
    fn mistakes_have_places() {
        let text = "[[dependence]]\ncontract = \"orders\"\nbounds = { a = \"10s\" }\n";
        let mut problems = Vec::new();
        assert_eq!(read("shop.toml", text, &mut problems), None);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "shop.toml:1:1: `consumer`: is missing",
                "shop.toml:3:16: `dependence.bounds.a`: `10s` is not a bound such as `<= 10s` or \
                 `>= 24h`",
                "shop.toml:1:1: `dependence.clauses`: is missing; it names the clauses that the \
                 consumer relies on",
            ]
        );
    }
}
