//! Laws that hold for every schema, whatever a validator says: how a schema is written down does
//! not change what it is compared to, and inclusion is an order.

use contract_check::diff::schemas::{Options, Semantics, compare};
use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::{edit, exact, first_seed, generate, load, pairs, severity};

fn verdict(findings: &[Finding], role: Role) -> Severity {
    severity(findings, role).unwrap_or(Severity::Note).max(Severity::Warning)
}

/// The pointers of all schemas but definitions, which references lead to by their place.
fn places(schema: &Value) -> Vec<String> {
    let mut places = Vec::new();
    edit::collect(schema, String::new(), &mut places);
    places.retain(|place| {
        let definition = place.starts_with("/$defs/") && place.matches('/').count() == 2;
        !definition && !place.is_empty()
    });
    places
}

/// The same schema written otherwise at one place; none where the rewriting does not apply.
fn rewritten(random: &mut Random, schema: &Value) -> Option<Value> {
    let mut schema = schema.clone();
    let place = random.pick(&places(&schema)).clone();
    let definitions = schema["$defs"].clone();
    let target = schema.pointer_mut(&place)?;
    let said = target.clone();
    // What is said once may be said in a place of its own. What is evaluated is seen through all
    // of these, and through `not` it is not.
    *target = match random.below(9) {
        0 => json!({"allOf": [said]}),
        1 => json!({"anyOf": [said]}),
        2 => json!({"oneOf": [said]}),
        3 => json!({"anyOf": [said, false]}),
        4 => json!({"allOf": [true, said]}),
        5 => match said.get("$ref")?.as_str()? {
            // A definition that leads back to itself has no end when it is written out; written
            // out once, it leads to the definition.
            reference if reference != "#other" => {
                let named = definitions.pointer(reference.trim_start_matches("#/$defs"))?;
                match said.as_object()?.len() {
                    1 if !named.to_string().contains("$anchor") => named.clone(),
                    _ => return None,
                }
            }
            _ => {
                let mut named = said.clone();
                named["$ref"] = json!("#/$defs/Other");
                named
            }
        },
        6 => match (said.get("enum")?.as_array()?, said.as_object()?.len()) {
            (values, 1) => {
                let branches: Vec<Value> = values.iter().map(|it| json!({"const": it})).collect();
                let keyword = *random.pick(&["anyOf", "oneOf"]);
                json!({keyword: branches})
            }
            _ => return None,
        },
        7 => {
            let kinds = said.get("type")?.as_array()?.clone();
            let one = |kind: &Value| {
                let mut one = said.clone();
                one["type"] = kind.clone();
                one
            };
            json!({"anyOf": kinds.iter().map(one).collect::<Vec<_>>()})
        }
        _ => {
            let reference = json!({"$ref": "#/$defs/Outlined"});
            *target = reference;
            schema["$defs"]["Outlined"] = said;
            return Some(schema);
        }
    };
    Some(schema)
}

/// Members in the opposite order, which a map of `serde_json` does not keep.
fn reversed(value: &Json) -> Json {
    match value {
        Json::Array(items) => Json::Array(items.iter().map(reversed).collect()),
        Json::Object(members) => {
            let members = members.iter().rev();
            Json::Object(members.map(|(name, value)| (name.clone(), reversed(value))).collect())
        }
        other => other.clone(),
    }
}

const ROLES: [Role; 2] = [Role::Request, Role::Response];

#[test]
fn how_a_schema_is_written_does_not_matter() {
    let (mut applied, mut decided) = (0, 0);
    for seed in first_seed()..first_seed() + pairs() / 4 {
        let random = &mut Random::new(seed);
        let old = generate::schema(random);
        let new = edit::edited(random, &old);
        let Some(other) = rewritten(random, &new) else { continue };
        applied += 1;
        let options = Options::default();
        let shown = || format!("seed {seed}\nold {old}\nnew {new}\nalso {other}");
        let same = compare(&load(&new), &load(&other), &options);
        for role in ROLES {
            // Nobody is hurt by the rewriting alone; undecided it is where either is by itself.
            assert_ne!(verdict(&same, role), Severity::Breaking, "{same:#?}\n{}", shown());
        }
        let plain = compare(&load(&old), &load(&new), &options);
        let also = compare(&load(&old), &load(&other), &options);
        let turned = SchemaDocument::load(reversed(&exact(&new))).expect("the same schema");
        let turned = compare(&load(&old), &turned, &options);
        for role in ROLES {
            let verdicts = [&plain, &also, &turned].map(|findings| verdict(findings, role));
            assert_eq!(verdicts[0], verdicts[2], "the order of members\n{}", shown());
            if verdicts[..2].iter().all(|verdict| *verdict != Severity::Undecided) {
                assert_eq!(verdicts[0], verdicts[1], "{plain:#?}\n{also:#?}\n{}", shown());
                decided += 1;
            }
        }
    }
    assert!(applied * 4 > pairs() / 4 && decided * 10 > applied * 19, "{applied}, {decided}");
}

/// In the `wire` reading too a reference stands for what it refers to, and one part for itself.
#[test]
fn how_a_program_is_described_does_not_matter() {
    let options = Options { semantics: Semantics::Wire, ..Options::default() };
    for seed in first_seed()..first_seed() + pairs() / 8 {
        let random = &mut Random::new(seed);
        let old = generate::schema(random);
        let new = edit::edited(random, &old);
        let turned = SchemaDocument::load(reversed(&exact(&new))).expect("the same schema");
        let mut outlined = new.clone();
        let place = random.pick(&places(&new)).clone();
        let Some(target) = outlined.pointer_mut(&place) else { continue };
        let said = std::mem::replace(target, json!({"$ref": "#/$defs/Outlined"}));
        outlined["$defs"]["Outlined"] = said;
        let plain = compare(&load(&old), &load(&new), &options);
        let turned = compare(&load(&old), &turned, &options);
        let outlined_findings = compare(&load(&old), &load(&outlined), &options);
        for role in ROLES {
            let shown = || format!("seed {seed} {role:?}\nold {old}\nnew {new}\nalso {outlined}");
            let expected = verdict(&plain, role);
            assert_eq!(expected, verdict(&turned, role), "the order of members\n{}", shown());
            assert_eq!(
                expected,
                verdict(&outlined_findings, role),
                "{plain:#?}\n{outlined_findings:#?}\n{}",
                shown()
            );
        }
    }
}

/// One document with the definitions of two, and a root that is made of both.
fn joined(one: &Value, other: &Value, root: impl FnOnce(Value, Value) -> Value) -> Value {
    let renamed = |schema: &Value, prefix: &str| -> Value {
        let text = schema.to_string();
        let text = text.replace("#/$defs/", &format!("#/$defs/{prefix}/$defs/"));
        let text = text.replace("\"#other\"", &format!("\"#{prefix}other\""));
        let text = text.replace("\"$anchor\":\"other\"", &format!("\"$anchor\":\"{prefix}other\""));
        serde_json::from_str(&text).expect("JSON")
    };
    let mut definitions = Map::new();
    definitions.insert("A".to_owned(), renamed(one, "A"));
    definitions.insert("B".to_owned(), renamed(other, "B"));
    let mut joined = root(json!({"$ref": "#/$defs/A"}), json!({"$ref": "#/$defs/B"}));
    joined["$defs"] = definitions.into();
    joined
}

#[test]
fn unions_and_intersections_are_bounds() {
    let mut decided = 0;
    for seed in first_seed()..first_seed() + pairs() / 16 {
        let random = &mut Random::new(seed);
        let one = generate::schema(random);
        let other = match random.percent(50) {
            true => edit::edited(random, &one),
            false => generate::schema(random),
        };
        let either = joined(&one, &other, |a, b| json!({"anyOf": [a, b]}));
        let both = joined(&one, &other, |a, b| json!({"allOf": [a, b]}));
        let exactly = joined(&one, &other, |a, b| json!({"oneOf": [a, b]}));
        let first = joined(&one, &other, |a, _| json!({"anyOf": [a]}));
        let neither = joined(&one, &other, |a, b| json!({"not": {"anyOf": [a, b]}}));
        let not_first = joined(&one, &other, |a, _| json!({"not": a}));
        let options = Options { roles: vec![Role::Request], ..Options::default() };
        for (law, inner, outer) in [
            ("both within one", &both, &first),
            ("one within either", &first, &either),
            ("both within either", &both, &either),
            ("exactly one within either", &exactly, &either),
            ("neither within not the first", &neither, &not_first),
        ] {
            let findings = compare(&load(inner), &load(outer), &options);
            let verdict = verdict(&findings, Role::Request);
            let shown = || format!("seed {seed}: {law}\n{inner}\n{outer}\n{findings:#?}");
            assert_ne!(verdict, Severity::Breaking, "{}", shown());
            decided += u64::from(verdict != Severity::Undecided);
        }
    }
    assert!(decided * 100 > pairs() / 16 * 5 * 95, "{decided}");
}

#[test]
fn inclusion_is_transitive() {
    let mut chains = 0;
    for seed in first_seed()..first_seed() + pairs() / 5 {
        let random = &mut Random::new(seed);
        let first = generate::schema(random);
        let second = edit::edited(random, &first);
        let third = edit::edited(random, &second);
        let options = Options::default();
        let holds = |one: &Value, other: &Value, role| {
            verdict(&compare(&load(one), &load(other), &options), role) == Severity::Warning
        };
        for role in ROLES {
            if holds(&first, &second, role) && holds(&second, &third, role) {
                chains += 1;
                let findings = compare(&load(&first), &load(&third), &options);
                assert_ne!(
                    verdict(&findings, role),
                    Severity::Breaking,
                    "seed {seed} {role:?}\n{first}\n{second}\n{third}\n{findings:#?}"
                );
            }
        }
    }
    assert!(chains * 25 > pairs(), "{chains}");
}
