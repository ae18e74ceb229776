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

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table as EditedTable, value};

use super::table::{File, Problem, Table};
use crate::date::Date;
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

/// What to record about a consumer.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Its name.
    pub consumer: &'a str,
    /// The contract.
    pub contract: &'a str,
    /// The clauses.
    pub clauses: &'a [&'a str],
    /// How it is known: what was recorded on the same evidence is replaced.
    pub evidence: &'a str,
    /// When.
    pub since: Date,
}

/// The text of a consumer's file with a record in it: of a new file, or of one that is there, whose
/// comments, other rows and further keys stay.
///
/// # Errors
/// When the text is no TOML, or its `dependence` is no list of tables.
pub fn recorded(text: Option<&str>, record: &Record<'_>) -> Result<String, String> {
    let Record { consumer, contract, clauses, evidence, since } = *record;
    let mut document: DocumentMut = match text {
        Some(text) => text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?,
        None => {
            let mut document = DocumentMut::new();
            document["consumer"] = value(consumer);
            document
        }
    };
    let rows = document.entry("dependence").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let rows = rows.as_array_of_tables_mut().ok_or("`dependence` is no list of tables")?;
    let same = |row: &EditedTable| {
        let is = |key: &str, text: &str| row.get(key).and_then(Item::as_str) == Some(text);
        is("contract", contract) && is("evidence", evidence)
    };
    let mut list = toml_edit::Array::new();
    for clause in clauses {
        let mut item = toml_edit::Value::from(*clause);
        item.decor_mut().set_prefix("\n    ");
        list.push_formatted(item);
    }
    list.set_trailing("\n");
    list.set_trailing_comma(true);
    let known = rows.iter().position(same);
    if let Some(row) = known.and_then(|index| rows.get_mut(index)) {
        row["clauses"] = value(list);
    } else {
        let mut row = EditedTable::new();
        row["contract"] = value(contract);
        row["clauses"] = value(list);
        // Every day is a date of TOML's.
        if let Ok(since) = since.to_string().parse::<toml_edit::Datetime>() {
            row["since"] = value(since);
        }
        row["evidence"] = value(evidence);
        if text.is_none() {
            // Who speaks for it is for people to say.
            row.decor_mut().set_prefix("# owner = \"@team\"\n\n");
        }
        rows.push(row);
    }
    Ok(document.to_string())
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

    #[test]
    fn a_record_replaces_what_was_known_from_the_same_source() {
        let record = |clauses| Record {
            consumer: "shop",
            contract: "orders",
            clauses,
            evidence: "pact: a.json",
            since: "2026-11-29".parse().expect("a date"),
        };
        let new = recorded(None, &record(&["types/A", "types/B"])).expect("a text");
        let mut problems = Vec::new();
        let consumer = read("shop.toml", &new, &mut problems).expect("a consumer");
        assert_eq!(consumer.name, "shop", "{new}");
        assert_eq!(consumer.dependences[0].clauses, ["types/A", "types/B"]);
        // What people added stays.
        let edited = new
            .replace("# owner = \"@team\"", "# ours\nowner = \"@acme/shop\"")
            .replace("evidence =", "honour_until = 2027-06-30 # promised\nevidence =");
        let other =
            format!("{edited}\n[[dependence]]\ncontract = \"billing\"\nclauses = [\"types/X\"]\n");
        let again = recorded(Some(&other), &record(&["types/C"])).expect("a text");
        let consumer = read("shop.toml", &again, &mut problems).expect("a consumer");
        assert_eq!(consumer.dependences.len(), 2, "{again}");
        assert_eq!(consumer.dependences[0].clauses, ["types/C"]);
        assert!(consumer.dependences[0].honour_until.is_some());
        assert!(again.contains("# ours") && again.contains("# promised"), "{again}");
        assert_eq!(problems, []);
    }
}
