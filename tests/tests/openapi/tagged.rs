//! A discriminator tells alternatives apart as well as values that are listed in them.

use std::collections::BTreeSet;

use contract_check::diff::openapi::Options;
use contract_check::finding::{Role, Severity};
use contract_check::json::Json;
use contract_check::openapi::yaml;

/// Payments of three kinds, which differ in members that may be missing.
fn payments(keyword: &str, discriminator: &str, members: [&str; 3], alternatives: &str) -> Json {
    let [card, cash, bank] = members;
    let text = format!(
        "openapi: 3.0.3
info: {{title: Payments, version: 1.0.0}}
paths:
  /payments:
    post:
      requestBody:
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/Payment'}}}}}}
      responses:
        '200':
          description: Paid.
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Payment'}}}}}}
components:
  schemas:
    Payment:
      {keyword}: {alternatives}
      discriminator: {discriminator}
    Card: {{type: object, required: [kind], properties: {{{card}, note: {{type: string}}}}}}
    Cash: {{type: object, required: [kind], properties: {{{cash}, note: {{type: string}}}}}}
    Bank: {{type: object, required: [kind], properties: {{{bank}, note: {{type: string}}}}}}
"
    );
    yaml::parse(&text).expect("YAML")
}

const ALL: &str = "[{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}, \
                   {$ref: '#/components/schemas/Bank'}]";
const TWO: &str = "[{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}]";

/// What is told: for whom, how severe, by which rule, about what.
type Told = BTreeSet<(Severity, Option<Role>, &'static str, String)>;

/// What is told of an edit, where the values are listed or where only the discriminator has them.
fn told(keyword: &str, mapped: bool, listed: bool, edit: usize) -> [Told; 2] {
    let kind = |value: &str, name: &str| match listed {
        true if mapped => format!("kind: {{type: string, enum: [{value}]}}"),
        true => format!("kind: {{type: string, enum: [{name}]}}"),
        false => "kind: {type: string}".to_owned(),
    };
    let members = |bank: &str| {
        [
            format!("{}, number: {{type: string}}", kind("card", "Card")),
            format!("{}, till: {{type: integer}}", kind("cash", "Cash")),
            format!("{}{bank}", kind("bank", "Bank")),
        ]
    };
    let discriminator = match mapped {
        true => {
            "{propertyName: kind, mapping: {card: '#/components/schemas/Card', \
             cash: '#/components/schemas/Cash', bank: '#/components/schemas/Bank'}}"
        }
        false => "{propertyName: kind}",
    };
    let document = |bank: &str, alternatives: &str| {
        let members = members(bank);
        let fewer = discriminator.replace(", bank: '#/components/schemas/Bank'", "");
        let discriminator = if alternatives == TWO { &fewer } else { discriminator };
        payments(keyword, discriminator, members.each_ref().map(String::as_str), alternatives)
    };
    let old = document(", iban: {type: string}", ALL);
    let new = match edit {
        0 => document(", iban: {type: integer}", ALL),
        1 => document(", iban: {type: string, maxLength: 34}", ALL),
        2 => document("", ALL),
        3 => document(", iban: {type: string}, bic: {type: string}", ALL),
        4 => document(", iban: {type: string, nullable: true}", ALL),
        5 => document(", iban: {type: string}", TWO),
        // The value stands for a component of another name.
        6 => {
            let other = document(", iban: {type: integer}", ALL).to_string();
            Json::parse(&other.replace("Bank", "Account")).expect("JSON")
        }
        // So do two at once.
        _ => {
            let other = document(", iban: {type: integer}", ALL).to_string();
            let other = other.replace("Bank", "Account").replace("Cash", "Coins");
            Json::parse(&other).expect("JSON")
        }
    };
    let told = |old: Json, new: Json| {
        let findings = super::judge(old, new, &Options::default()).into_iter();
        findings.map(|it| (it.severity, it.role, it.rule.id, it.message())).collect()
    };
    [told(old.clone(), new.clone()), told(new, old)]
}

#[test]
fn a_discriminator_tells_as_much_as_listed_values() {
    let mut breaks = 0;
    for (keyword, mapped) in [("oneOf", true), ("oneOf", false), ("anyOf", true), ("anyOf", false)]
    {
        for edit in 0..if mapped { 8 } else { 6 } {
            let [listed, told] = [true, false].map(|listed| told(keyword, mapped, listed, edit));
            assert_eq!(listed, told, "{keyword}, mapped {mapped}, edit {edit}");
            let breaking = |told: &Told| told.iter().any(|it| it.0 == Severity::Breaking);
            breaks += told.iter().filter(|told| breaking(told)).count();
        }
    }
    assert!(breaks >= 24, "{breaks} breaks");
}
