//! The macros together, as a producer writes them.

use std::collections::BTreeMap;

use contract_core::declare::Wire;
use contract_core::{Contract, ContractError, contract, handler};
use serde::{Deserialize, Serialize};

contract! {
    id = "orders",
    owner = "@team-orders",
    level = stable,
    meaning = "Orders of the shop.",
}

/// An order.
#[derive(Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[contract(level = stable)]
struct Order {
    /// What the customer pays.
    #[contract(unit = "EUR cent", deprecated(since = "1.1.0", sunset = "2027-01-31"))]
    total_cents: u64,
    #[serde(default, alias = "lineItems")]
    lines: Vec<Line>,
    parent: Option<Box<Order>>,
    labels: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(tag = "kind")]
#[contract(event(id = "line.changed", send, channel = "lines"))]
enum Line {
    Item {
        sku: String,
        count: u32,
    },
    Discount(Discount),
    #[serde(other)]
    Other,
}

#[derive(Serialize, Deserialize, Contract)]
struct Discount {
    percent: u8,
}

#[derive(Serialize, Deserialize, Contract)]
struct Page<T> {
    items: Vec<T>,
    next: Option<String>,
}

#[derive(Debug, ContractError)]
#[contract(domain = "https://errors.example.com/orders", open)]
#[allow(dead_code)]
enum CreateError {
    /// There is no such order.
    #[contract(code = "ORDER_NOT_FOUND", status = 404, retry = never, effects = none)]
    NotFound,
    #[contract(code = "BUSY", status = 503, retry = safe, effects = unknown, role = unavailable)]
    Busy { after: u32 },
}

#[allow(dead_code)]
struct Json<T>(T);
#[allow(dead_code)]
struct Path<T>(T);

#[handler(id = "orders.create", http(POST, "/v1/orders/{shop}"), success = 201, level = stable)]
#[allow(dead_code, clippy::unused_async)]
async fn create(
    Path(_shop): Path<u32>,
    Json(order): Json<Order>,
) -> Result<Json<Page<Order>>, CreateError> {
    Ok(Json(Page { items: vec![order], next: None }))
}

#[test]
fn shapes_are_named() {
    let Wire::Named(order) = Order::wire() else { panic!("{:?}", Order::wire()) };
    assert_eq!(order.name, "Order");
    assert_eq!(order.about.doc, "An order.");
    assert!(Path::file_is_this(order.about.at.file), "{:?}", order.about.at);
    let Wire::Named(page) = Page::<Order>::wire() else { panic!("{:?}", Page::<Order>::wire()) };
    assert_eq!((page.type_name)(), std::any::type_name::<Page<Order>>());
}

impl Path<()> {
    fn file_is_this(file: &str) -> bool {
        file == file!()
    }
}

#[test]
fn errors_know_their_entry() {
    let busy = CreateError::Busy { after: 3 };
    assert_eq!((busy.code(), busy.status()), ("BUSY", 503));
    assert_eq!(CreateError::NotFound.code(), "ORDER_NOT_FOUND");
}

#[test]
fn facts_hold_everything() {
    use contract_core::declare::{ContractTable, Item};
    const TABLE: ContractTable = ContractTable {
        id: "x",
        version: "1.0.0",
        owner: None,
        module: "smoke",
        about: contract_core::declare::About::FOREIGN,
    };
    let facts = contract_core::export::facts(&[
        Item::Contract(&TABLE),
        Item::Type(Order::wire),
        Item::Type(Line::wire),
        Item::Type(Page::<Order>::wire),
        Item::Errors(CreateError::table()),
    ]);
    let value: serde_json::Value = serde_json::from_str(&facts).unwrap();
    println!("{}", serde_json::to_string_pretty(&value).unwrap());
}
