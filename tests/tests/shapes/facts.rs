//! The facts around types: contracts, operations, error sets.

use contract_core::declare::{About, ContractTable, Item, Mark, OperationTable, Part};
use contract_core::{Contract, ContractError, Level};
use serde_json::json;

#[derive(Contract)]
struct Order {
    id: u64,
}

#[derive(ContractError)]
#[contract(domain = "urn:orders", closed)]
enum Failure {
    /// Gone for good.
    #[contract(code = "GONE", status = 410, retry = never, effects = none, level = stable)]
    Gone,
}

const CONTRACT: ContractTable = ContractTable {
    id: "orders",
    version: "1.2.0",
    owner: Some("@team"),
    module: "shop",
    about: About { level: Some(Level::Provisional), ..About::at("a \"b\".rs", 1, 2) },
};

const PLAIN: OperationTable = OperationTable {
    mark: Mark::NONE,
    id: "orders.zero",
    module: "shop",
    http: None,
    success: None,
    request: &[],
    response: None,
    errors: None,
    about: About::FOREIGN,
};

const CREATE: OperationTable = OperationTable {
    mark: Mark::NONE,
    id: "orders.create",
    http: Some(("POST", "/orders/{id}")),
    success: Some(201),
    request: &[
        Part { place: "path", wire: <u64 as Contract>::wire, at: About::at("h.rs", 3, 4).at },
        Part { place: "body", wire: <Order as Contract>::wire, at: About::at("h.rs", 5, 6).at },
    ],
    response: Some(<Vec<Order> as Contract>::wire),
    errors: Some(<Failure as ContractError>::table),
    about: About { doc: "Creates.\n\tOnce.", ..About::at("h.rs", 1, 2) },
    ..PLAIN
};

#[test]
fn contracts_operations_and_errors() {
    let facts = contract_tests::facts(&[
        Item::Operation(&PLAIN),
        Item::Contract(&CONTRACT),
        Item::Operation(&CREATE),
    ]);
    assert_eq!(
        facts["contracts"],
        json!([{
            "id": "orders", "module": "shop",
            "item": {
                "id": "orders", "version": "1.2.0", "owner": "@team", "level": "provisional",
            },
            "source": {"file": "a \"b\".rs", "line": 1, "column": 2},
        }])
    );
    let [order] = &facts["types"].as_object().unwrap().keys().collect::<Vec<_>>()[..] else {
        panic!("{}", facts["types"]);
    };
    let [failure] = &facts["errors"].as_array().unwrap()[..] else { panic!("{facts}") };
    assert_eq!(
        facts["operations"],
        json!([
            {
                "id": "orders.create", "module": "shop",
                "item": {
                    "http": {"method": "POST", "path": "/orders/{id}", "success": 201},
                    "request": {"path": "u64", "body": order},
                    "response": {"list": order},
                    "errors": failure["identity"],
                },
                "source": {"file": "h.rs", "line": 1, "column": 2},
                "sources": {
                    "request/path": {"file": "h.rs", "line": 3, "column": 4},
                    "request/body": {"file": "h.rs", "line": 5, "column": 6},
                },
                "docs": {"": "Creates.\n\tOnce."},
            },
            {"id": "orders.zero", "module": "shop", "item": {}},
        ])
    );
    assert_eq!(
        failure["set"],
        json!({
            "domain": "urn:orders", "open": false,
            "codes": {"GONE": {
                "about": {"level": "stable"}, "status": 410, "retry": "never", "effects": "none",
                "role": "domain",
            }},
        })
    );
    assert_eq!(failure["docs"], json!({"codes/GONE": "Gone for good."}));
    // Neither the type nor the error set registered itself; the operation reaches them.
    assert_eq!(failure["registered"], json!(false));
    assert_eq!(facts["types"][*order]["registered"], json!(false));
}

/// The order of the items is the harness's affair.
#[test]
fn the_order_of_items_does_not_matter() {
    let items = [
        Item::Contract(&CONTRACT),
        Item::Errors(Failure::table()),
        Item::Operation(&PLAIN),
        Item::Operation(&CREATE),
        Item::Type(<Order as Contract>::wire),
    ];
    let mut reversed = items;
    reversed.reverse();
    assert_eq!(contract_core::export::facts(&items), contract_core::export::facts(&reversed));
    let facts = contract_tests::facts(&items);
    assert_eq!(facts["errors"][0]["registered"], json!(true));
}
