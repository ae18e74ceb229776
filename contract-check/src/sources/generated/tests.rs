use std::path::Path;

use serde_json::{Value, json};

use super::{Generated, documents};

/// Facts with one contract, `shop` in the module `shop`, and these types.
fn facts(types: Value) -> Value {
    json!({
        "core": "0.1.0",
        "contracts": [
            {
                "id": "shop", "item": {"id": "shop", "version": "1.0.0"}, "module": "shop",
                "source": at("src/lib.rs", 1),
            },
        ],
        "operations": [],
        "consumers": [],
        "jobs": [],
        "providers": [],
        "errors": [],
        "types": types,
    })
}

fn at(file: &str, line: u32) -> Value {
    json!({"file": file, "line": line, "column": 1})
}

/// A struct with one field, `it`.
fn holding(name: &str, module: &str, line: u32, wire: Value) -> Value {
    json!({
        "name": name,
        "module": module,
        "registered": true,
        "type": {"shape": {"struct": {"fields": [{"name": "it", "type": wire}]}}},
        "source": at("src/lib.rs", line),
        "sources": {"fields/it": at("src/lib.rs", line + 1)},
    })
}

fn generate(facts: &Value) -> Result<Generated, Vec<String>> {
    documents(&facts.to_string(), Path::new("/w")).map_err(|error| error.problems)
}

fn problems(facts: &Value) -> Vec<String> {
    generate(facts).unwrap_err()
}

#[test]
fn data_is_what_nothing_else_reaches() {
    let facts = facts(json!({
        "A": holding("A", "shop", 10, json!("B")),
        "B": holding("B", "shop", 20, json!("u8")),
        // A circle that nothing enters: one of the two stands for both.
        "C": holding("C", "shop", 30, json!({"list": "D"})),
        "D": holding("D", "shop", 40, json!({"list": "C"})),
        "E": holding("E", "elsewhere", 50, json!("u8")),
    }));
    let Generated { contracts, uncovered } = generate(&facts).unwrap();
    let document = &contracts[0].document;
    assert_eq!(document.data.iter().collect::<Vec<_>>(), ["A", "C"]);
    assert_eq!(document.types.keys().collect::<Vec<_>>(), ["A", "B", "C", "D"]);
    assert_eq!(uncovered, ["E (src/lib.rs:50:1)"]);
}

#[test]
fn the_nearest_contract_owns() {
    let mut facts = facts(json!({
        "A": holding("A", "shop::admin::users", 10, json!("u8")),
        "B": holding("B", "shop::administration", 20, json!("u8")),
    }));
    let inner = json!({
        "id": "admin", "item": {"id": "admin", "version": "1.0.0"}, "module": "shop::admin",
    });
    facts["contracts"].as_array_mut().unwrap().push(inner);
    let contracts = generate(&facts).unwrap().contracts;
    let types: Vec<(&str, Vec<&String>)> = contracts
        .iter()
        .map(|it| (it.document.contract.id.as_str(), it.document.types.keys().collect()))
        .collect();
    assert_eq!(
        types,
        [("admin", vec![&"A".to_owned()]), ("shop", vec![&"B".to_owned()])],
        "a module whose name only begins alike is not inside"
    );
}

#[test]
fn a_type_from_elsewhere_comes_in_by_being_reached() {
    let facts = facts(json!({
        "A": holding("A", "shop", 10, json!({"option": "B"})),
        "B": holding("B", "kit", 20, json!("u8")),
    }));
    let document = &generate(&facts).unwrap().contracts[0].document;
    assert!(document.types.contains_key("B"));
    assert!(!document.data.contains("B"));
}

#[test]
fn levels_stand_where_they_differ() {
    let mut facts = facts(json!({"A": holding("A", "shop", 10, json!("u8"))}));
    facts["contracts"][0]["item"]["level"] = json!("stable");
    facts["types"]["A"]["type"]["about"] = json!({"level": "stable"});
    facts["types"]["A"]["type"]["shape"]["struct"]["fields"][0]["about"] =
        json!({"level": "provisional"});
    let document = &generate(&facts).unwrap().contracts[0].document;
    let text = document.clone().baseline().print();
    assert_eq!(text.matches("\"level\": \"stable\"").count(), 1, "the contract's own: {text}");
    assert_eq!(text.matches("\"level\": \"provisional\"").count(), 1, "the field's: {text}");
}

#[test]
fn generic_types_are_named_with_their_arguments() {
    let mut facts = facts(json!({
        "A": holding("A", "shop", 10, json!("Page<A>")),
        "Page<A>": holding("Page", "shop", 20, json!({"list": "A"})),
    }));
    facts["types"]["Page<A>"]["arguments"] = json!(["A", {"map": ["string", "u8"]}]);
    let document = &generate(&facts).unwrap().contracts[0].document;
    assert!(document.types.contains_key("Page<A, map<string, u8>>"), "{:?}", document.types);
    assert_eq!(document.sources["types/Page<A, map<string, u8>>/fields/it"].line, 21);
}

#[test]
fn two_types_of_one_name_are_a_mistake() {
    let facts = facts(json!({
        "a::Item": holding("Item", "shop::a", 10, json!("u8")),
        "b::Item": holding("Item", "shop::b", 20, json!("u8")),
    }));
    assert_eq!(
        problems(&facts),
        ["two types are published as `Item`: the one in the module `shop::a` (src/lib.rs:10:1) \
          and the one in the module `shop::b` (src/lib.rs:20:1); give one of them another name: \
          `#[contract(name = \"..\")]`"]
    );
}

#[test]
fn a_type_cannot_have_the_name_of_a_basic_one() {
    let facts = facts(json!({"uuid": holding("uuid", "shop", 10, json!("u8"))}));
    assert!(problems(&facts)[0].contains("is the name of a basic type"));
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let mut facts = facts(json!({}));
    let operation = |line: u32, module: &str| json!({"id": "orders.get", "module": module, "item": {}, "source": at("src/api.rs", line)});
    facts["operations"] =
        json!([operation(1, "shop"), operation(2, "shop"), operation(3, "elsewhere::api")]);
    facts["contracts"][0]["item"]["version"] = json!("1.0");
    facts["contracts"][0]["id"] = json!("../shop");
    let problems = problems(&facts);
    assert_eq!(problems.len(), 4, "{problems:#?}");
    assert!(
        problems[0].starts_with("src/api.rs:3:1: no contract covers the operation `orders.get`")
    );
    assert!(problems[1].starts_with("src/lib.rs:1:1: `../shop` is not a contract id"));
    assert!(problems[2].contains("the version `1.0` of `../shop` is not a version"));
    assert_eq!(
        problems[3],
        "src/api.rs:2:1: the id `orders.get` is taken by the operation at src/api.rs:1:1; give \
         one of them another id"
    );
}

#[test]
fn files_are_named_from_the_root() {
    let mut facts = facts(json!({"A": holding("A", "shop", 10, json!("u8"))}));
    facts["types"]["A"]["source"] = at("/w/crates/a/src/lib.rs", 10);
    let document = &generate(&facts).unwrap().contracts[0].document;
    assert_eq!(document.sources["types/A"].file, "crates/a/src/lib.rs");
}

#[test]
fn facts_that_cannot_be_read_name_the_remedy() {
    let error = documents("{\"core\": 1", Path::new("/w")).unwrap_err();
    assert!(error.to_string().contains("Use the contract-check that belongs to"), "{error}");
}

/// C12, where only the whole tells: an item is stable, and its contract is not.
#[test]
fn what_is_stable_has_an_owner() {
    let stable = |of: Value, at: &str| {
        let mut of = of;
        *of.pointer_mut(at).unwrap() = json!({"level": "stable"});
        of
    };
    let mut order = holding("Order", "shop", 10, json!("u8"));
    order["type"]["about"] = json!({});
    order["type"]["shape"]["struct"]["fields"][0]["about"] = json!({});
    let field = "/type/shape/struct/fields/0/about";
    let mut second = stable(order.clone(), field);
    second["type"].as_object_mut().unwrap().remove("about");
    second["name"] = json!("Second");
    let both = stable(order.clone(), "/type/about");
    let mut owned = facts(json!({"Order": both, "Second": second}));
    assert_eq!(
        problems(&owned),
        ["src/lib.rs:10:1: `Order` is stable, and so is one more clause, and nobody is named who \
          decides whether a change is compatible; name an owner at src/lib.rs:1:1: `owner = \
          \"@team-shop\"`"]
    );
    owned["types"].as_object_mut().unwrap().remove("Second");
    order["type"].as_object_mut().unwrap().remove("about");
    let alone = facts(json!({"Order": stable(order, field)}));
    assert!(
        problems(&alone)[0].starts_with("src/lib.rs:11:1: `it` of `Order` is stable, and nobody")
    );
    // Near misses: an owner of the contract, or of compatibility; only the tests have one.
    owned["contracts"][0]["item"]["owner"] = json!("@shop");
    generate(&owned).unwrap();
    owned["contracts"][0]["item"].as_object_mut().unwrap().remove("owner");
    owned["contracts"][0]["item"]["owners"] = json!({"tests": "@quality"});
    assert_eq!(problems(&owned).len(), 1);
    owned["types"]["Order"]["type"]["about"]["owners"] = json!({"compat": "@shop"});
    generate(&owned).unwrap();
}
