//! Every promise beside shapes, `promises.txt`: for each, every pair of its values in both
//! directions, and its coming and going, judged here by the list alone and by the judge; at every
//! level.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::policy::{Acks, Bump, Policy, Standing};
use contract_check::rules::lattice::{self, Party};
use contract_core::Level;
use contract_core::document::{Document, Duration};
use serde_json::{Value, json};

use crate::agreement::Conditions;
use crate::everything::{document, everything, is_list, object, put};

/// One line.
struct Promise {
    name: String,
    clause: String,
    polarity: String,
    order: String,
    absent: String,
    party: String,
    hazard: String,
    values: Vec<String>,
}

fn promises() -> Vec<Promise> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clauses/promises.txt");
    let text = std::fs::read_to_string(path).expect("the list");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut cells = line.split('|').map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_else(|| panic!("{line}: a cell is missing"));
            let mut promise = Promise {
                name: next(),
                clause: next(),
                polarity: next(),
                order: next(),
                absent: next(),
                party: next(),
                hazard: next(),
                values: Vec::new(),
            };
            promise.values = match next().as_str() {
                "" => promise.words(),
                values => values.split("; ").map(str::to_owned).collect(),
            };
            promise
        })
        .collect()
}

impl Promise {
    fn is_entry(&self) -> bool {
        self.polarity == "entry"
    }

    /// The words of an order, each once.
    fn words(&self) -> Vec<String> {
        if self.is_entry() {
            return Vec::new();
        }
        let mut words: Vec<String> = Vec::new();
        for word in self.order.split([',', '<', '=']).map(str::trim) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        words
    }

    /// Every word that is weaker than another one, by any number of steps. Words that are equal
    /// have the same ones.
    fn weaker(&self, word: &str) -> BTreeSet<String> {
        let mut weaker = BTreeSet::new();
        let mut todo = vec![word.to_owned()];
        let mut seen = BTreeSet::new();
        while let Some(word) = todo.pop() {
            if !seen.insert(word.clone()) {
                continue;
            }
            for part in self.order.split(", ") {
                if let Some((one, other)) = part.split_once(" = ") {
                    let equal = [(one, other), (other, one)].into_iter().find(|it| it.0 == word);
                    todo.extend(equal.map(|it| it.1.to_owned()));
                    continue;
                }
                let chain: Vec<&str> = part.split(" < ").collect();
                for pair in chain.windows(2).filter(|pair| pair[1] == word) {
                    weaker.insert(pair[0].to_owned());
                    todo.push(pair[0].to_owned());
                }
            }
        }
        weaker
    }

    /// The new value compared with the old one.
    fn compare(&self, old: &str, new: &str) -> Option<Ordering> {
        let number = |text: &str| {
            Duration::read(text).unwrap_or_else(|| text.parse().expect("a number or a duration"))
        };
        let set = |text: &str| text.split(", ").map(str::to_owned).collect::<BTreeSet<_>>();
        match self.order.as_str() {
            _ if old == new => Some(Ordering::Equal),
            "no order" => None,
            "larger is stronger" => Some(number(new).cmp(&number(old))),
            "smaller is stronger" => Some(number(old).cmp(&number(new))),
            "later is stronger" => Some(new.cmp(old)),
            "superset is stronger" if set(new).is_superset(&set(old)) => Some(Ordering::Greater),
            "superset is stronger" if set(new).is_subset(&set(old)) => Some(Ordering::Less),
            "subset is stronger" if set(new).is_subset(&set(old)) => Some(Ordering::Greater),
            "subset is stronger" if set(new).is_superset(&set(old)) => Some(Ordering::Less),
            "superset is stronger" | "subset is stronger" => None,
            order if order.contains(&format!("{old} = {new}")) => Some(Ordering::Equal),
            order if order.contains(&format!("{new} = {old}")) => Some(Ordering::Equal),
            _ if self.weaker(new).contains(old) => Some(Ordering::Greater),
            _ if self.weaker(old).contains(new) => Some(Ordering::Less),
            _ => None,
        }
    }

    /// Whether a change breaks; nothing where it is none.
    fn breaks(&self, old: Option<&str>, new: Option<&str>) -> Option<bool> {
        let meant = self.absent.strip_prefix("means ").or_else(|| self.absent.strip_prefix("as "));
        let stronger = match (old.or(meant), new.or(meant)) {
            (Some(old), Some(new)) => self.compare(old, new),
            (None, None) => Some(Ordering::Equal),
            (old, _) => match self.absent.as_str() {
                "weakest" if old.is_none() => Some(Ordering::Greater),
                "weakest" => Some(Ordering::Less),
                "strongest" if old.is_none() => Some(Ordering::Less),
                "strongest" => Some(Ordering::Greater),
                "free" => return Some(false),
                "distinct" => None,
                other => panic!("{}: {other} is always said", self.name),
            },
        };
        match (self.polarity.as_str(), stronger) {
            (_, Some(Ordering::Equal)) => None,
            ("guarantee", Some(Ordering::Greater)) | ("obligation", Some(Ordering::Less)) => {
                Some(false)
            }
            // To say for the first time what was always so is no change of it.
            ("identity", Some(Ordering::Greater)) => Some(false),
            _ => Some(true),
        }
    }

    /// The values to try, absence among them where the clause may be absent.
    fn tried(&self) -> Vec<Option<&str>> {
        let absent = (self.absent != "-").then_some(None);
        self.values.iter().map(|it| Some(it.as_str())).chain(absent).collect()
    }
}

/// The document with one level for everything, and a clause as it is to be.
fn with(level: Level, clause: &str, value: Option<&str>) -> Value {
    let mut root = everything();
    forget_levels(&mut root);
    root["contract"]["level"] = level.word().into();
    if clause.contains("/rate_limit/") {
        // A quota is observed and not promised, unless its author says so.
        object(&mut root, "operations/orders.create/about")
            .insert("levels".to_owned(), json!({"rate_limit": level.word()}));
    }
    match clause.strip_suffix("/level") {
        Some(item) => {
            let level = value.map_or(Value::Null, Value::from);
            object(&mut root, &format!("{item}/about")).insert("level".to_owned(), level);
        }
        None => put(&mut root, clause, value, is_list(clause)),
    }
    root
}

fn forget_levels(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| name != "level" && name != "levels");
            members.values_mut().for_each(forget_levels);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_levels),
        _ => {}
    }
}

fn compare(old: &Value, new: &Value) -> Vec<Finding> {
    let mut findings = documents::compare(&document(old), &document(new));
    findings.retain(|finding| !finding.rule.id.starts_with("version-"));
    findings
}

/// Who is hurt, and whether they notice.
fn hurt(findings: &[Finding], clause: &str) -> BTreeSet<(String, String)> {
    findings
        .iter()
        .filter(|it| it.severity == Severity::Breaking)
        .map(|it| {
            assert_eq!(it.clause, clause, "{}", it.message());
            let party = it.party.unwrap_or_else(|| panic!("{clause}: nobody is hurt"));
            let hazard = it.hazard.unwrap_or_else(|| panic!("{clause}: no hazard"));
            (party.word().to_owned(), hazard.word().to_owned())
        })
        .collect()
}

/// What a break costs at a level, and what a promise does.
fn cost(level: Level) -> (Bump, Bump) {
    match level {
        Level::Stable => (Bump::Major, Bump::Minor),
        Level::Provisional => (Bump::Minor, Bump::Minor),
        Level::Experimental => (Bump::Minor, Bump::Patch),
        Level::Incidental => (Bump::Patch, Bump::Patch),
        Level::OutOfContract => (Bump::None, Bump::None),
    }
}

fn costs(finding: &Finding, level: Level) {
    let clause = &finding.clause;
    assert_eq!(finding.level, Some(level), "{clause}");
    let cost = Policy::default().cost(finding, Standing::default());
    let (broken, promised) = self::cost(level);
    if finding.party == Some(Party::Approver) && finding.severity == Severity::Breaking {
        // To take a safeguard away is no matter of versions: somebody has to approve it.
        assert_eq!(cost.approval, level != Level::OutOfContract, "{clause} at {level}");
    } else if finding.severity == Severity::Breaking {
        assert_eq!(cost.bump, broken, "{clause} at {level}");
        assert_eq!(cost.declaration, level != Level::OutOfContract, "{clause} at {level}");
        assert_eq!(cost.deprecation, level == Level::Stable, "{clause} at {level}");
        let asked = matches!(level, Level::Stable | Level::Provisional);
        assert_eq!(cost.acks == Acks::Silent, asked, "{clause} at {level}");
    } else {
        assert!(!cost.declaration, "{clause} at {level}");
        assert!(cost.bump <= promised, "{clause} at {level}: {}", cost.bump);
        if finding.rule.promise {
            assert_eq!(cost.bump, promised, "{clause} at {level}");
        }
    }
}

#[test]
fn the_list_is_whole_and_the_table_knows_every_line() {
    let promises = promises();
    let missing: Vec<&str> = promises
        .iter()
        .filter(|promise| {
            let rows = lattice::rows(&promise.clause);
            !rows
                .iter()
                .any(|row| row.party.word() == promise.party && row.hazard.word() == promise.hazard)
        })
        .map(|promise| promise.name.as_str())
        .collect();
    assert!(missing.is_empty(), "the table of clauses has no row for {missing:#?}");
    assert_eq!(promises.len(), 86);
}

/// The document without exemptions: what nothing checks for now is no matter of the editor.
fn checked(root: &Value) -> Document {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("exempt");
                members.values_mut().for_each(forget);
            }
            Value::Array(items) => items.iter_mut().for_each(forget),
            _ => {}
        }
    }
    let mut root = root.clone();
    forget(&mut root);
    document(&root)
}

/// Whatever breaks fails where it is written, too, and nothing else does.
fn fails_in_the_editor(
    conditions: &Conditions,
    what: &str,
    after: &Document,
    findings: &[Finding],
) {
    conditions.agree(what, after, findings);
    let broken = conditions.broken(after);
    let seen = |it: &&Finding| {
        // The macro of a contract and that of states compare nothing.
        let elsewhere = it.clause.starts_with("contract/") || it.clause.contains("/states/");
        it.severity == Severity::Breaking && !elsewhere
    };
    for finding in findings.iter().filter(seen) {
        let key = (finding.rule.id.to_owned(), finding.clause.clone());
        assert!(broken.contains(&key), "{what}: the editor does not say {key:?}, but {broken:?}");
    }
}

#[test]
fn every_change_of_a_value_is_judged_as_its_order_says() {
    let promises = promises();
    let mut by_clause: BTreeMap<&str, Vec<&Promise>> = BTreeMap::new();
    for promise in promises.iter().filter(|promise| !promise.is_entry()) {
        by_clause.entry(&promise.clause).or_default().push(promise);
    }
    let (mut hits, mut misses) = (BTreeSet::new(), BTreeSet::new());
    for (clause, promises) in by_clause {
        // An address that a timeline has is the one that it has whole.
        for level in Level::ALL.iter().copied().filter(|_| !clause.ends_with("/level")) {
            // Levels decide what a change costs, and not what it is: two values show it.
            let all = promises[0].tried();
            let some = if level == Level::Stable { all.len() } else { all.len().min(2) };
            for old in all[..some].iter().copied() {
                let before = with(level, clause, old);
                let conditions =
                    (level == Level::Stable).then(|| Conditions::of(&checked(&before)));
                for new in all[..some].iter().copied().filter(|new| *new != old) {
                    let after = with(level, clause, new);
                    let findings = compare(&before, &after);
                    let told = format!("{clause} at {level}: {old:?} to {new:?}");
                    if let Some(conditions) = &conditions {
                        fails_in_the_editor(conditions, &told, &checked(&after), &findings);
                    }
                    let expected: BTreeSet<_> = promises
                        .iter()
                        .filter(|it| it.breaks(old, new) == Some(true))
                        .map(|it| (it.party.clone(), it.hazard.clone()))
                        .collect();
                    assert_eq!(hurt(&findings, clause), expected, "{told}");
                    let changed = promises.iter().any(|it| it.breaks(old, new).is_some());
                    let here = findings.iter().filter(|it| it.clause == *clause);
                    assert_eq!(here.clone().count() > 0, changed, "{told}");
                    here.for_each(|finding| costs(finding, level));
                    for promise in &promises {
                        match promise.breaks(old, new) {
                            Some(true) => hits.insert(promise.name.clone()),
                            _ => misses.insert(promise.name.clone()),
                        };
                    }
                }
            }
        }
    }
    // Each was seen to break and seen not to; what is another thing with every change is not.
    for promise in promises.iter().filter(|it| !it.is_entry() && it.name != "level") {
        let other = promise.polarity == "identity"
            && (promise.absent == "distinct" || promise.absent == "-");
        assert!(hits.contains(&promise.name), "{} never breaks", promise.name);
        assert!(other || misses.contains(&promise.name), "{} always breaks", promise.name);
    }
}

/// The level of a clause is a promise itself, whose change is judged at the old level.
#[test]
fn a_level_that_is_lowered_breaks_at_the_level_that_it_was() {
    let promises = promises();
    let promise = promises.iter().find(|it| it.name == "level").expect("the level");
    for old in Level::ALL {
        for new in Level::ALL.iter().filter(|new| *new != old) {
            let [before, after] =
                [old, new].map(|level| with(Level::Stable, &promise.clause, Some(level.word())));
            let findings = compare(&before, &after);
            let breaks = promise.breaks(Some(old.word()), Some(new.word())) == Some(true);
            let hits: Vec<&Finding> =
                findings.iter().filter(|it| it.clause == promise.clause).collect();
            let [hit] = hits[..] else { panic!("{old} to {new}: {} findings", hits.len()) };
            assert_eq!(hit.severity == Severity::Breaking, breaks, "{old} to {new}");
            if breaks {
                assert_eq!(hit.level, Some(*old), "{old} to {new}");
                assert_eq!(hit.hazard.map(|it| it.word()), Some("silent"));
                costs(hit, *old);
            }
        }
    }
}

/// How the document is before the entry comes.
type Before = fn(&mut Value);

/// An entry, what makes its coming a break, and what keeps it from being one.
struct Coming {
    clause: &'static str,
    breaks: Before,
    value: Value,
    harmless: Option<(Before, Value)>,
}

#[test]
fn entries_come_and_go_as_they_say() {
    let code = json!({"status": 410, "retry": "never", "effects": "none"});
    let mut by_new_input = code.clone();
    by_new_input["reached_by"] = "new_input".into();
    fn nothing(_: &mut Value) {}
    fn without_flag(root: &mut Value) {
        object(root, "jobs/export").remove("done_flag");
    }
    fn open(root: &mut Value) {
        object(root, "errors/OrderError").insert("open".to_owned(), true.into());
    }
    let lost = json!({"terminal": "failed"});
    let url = json!({"required_in": ["live"]});
    let with_default = json!({"required_in": ["live"], "default": "x"});
    let effect = json!({"kinds": ["notify"]});
    let comings = [
        Coming {
            clause: "errors/OrderError/codes/GONE",
            breaks: nothing,
            value: code.clone(),
            harmless: Some((open, code.clone())),
        },
        Coming {
            clause: "errors/OrderError/codes/GONE",
            breaks: nothing,
            value: code,
            harmless: Some((nothing, by_new_input)),
        },
        Coming {
            clause: "operations/orders.create/effect/mail",
            breaks: nothing,
            value: effect,
            harmless: None,
        },
        Coming {
            clause: "jobs/export/states/Lost",
            breaks: without_flag,
            value: lost.clone(),
            harmless: Some((nothing, lost.clone())),
        },
        Coming {
            clause: "jobs/export/states/Lost",
            breaks: without_flag,
            value: lost,
            harmless: Some((without_flag, json!({"next": ["Running"]}))),
        },
        Coming {
            clause: "providers/bank/config/BANK_URL",
            breaks: nothing,
            value: url,
            harmless: Some((nothing, with_default)),
        },
        Coming {
            clause: "providers/bank/config/BANK_URL",
            breaks: nothing,
            value: json!({"required_in": ["live"]}),
            harmless: Some((nothing, json!({}))),
        },
    ];
    let promises = promises();
    let mut seen = BTreeSet::new();
    for coming in &comings {
        let clause = coming.clause;
        let promise = promises.iter().find(|it| it.clause == clause).expect("a line");
        seen.insert(promise.name.as_str());
        for level in Level::ALL.iter().copied() {
            let pair = |make: Before, value: &Value| {
                let mut before = everything();
                forget_levels(&mut before);
                before["contract"]["level"] = level.word().into();
                make(&mut before);
                let mut after = before.clone();
                let (list, name) = clause.rsplit_once('/').expect("an entry of a list");
                object(&mut after, list).insert(name.to_owned(), value.clone());
                (before, after)
            };
            let (before, after) = pair(coming.breaks, &coming.value);
            let findings = compare(&before, &after);
            let expected = BTreeSet::from([(promise.party.clone(), promise.hazard.clone())]);
            assert_eq!(hurt(&findings, clause), expected, "{clause} comes");
            let here = |findings: &[Finding]| {
                let of = findings.iter().filter(|it| it.clause == clause);
                assert_eq!(of.clone().count(), 1, "{clause} at {level}");
                of.for_each(|finding| costs(finding, level));
            };
            here(&findings);
            let findings = compare(&after, &before);
            assert_eq!(hurt(&findings, clause), BTreeSet::new(), "{clause} goes");
            here(&findings);
            if let Some((make, value)) = &coming.harmless {
                let (before, after) = pair(*make, value);
                let findings = compare(&before, &after);
                assert_eq!(hurt(&findings, clause), BTreeSet::new(), "{clause} comes and may");
                here(&findings);
            }
        }
    }
    let entries = promises.iter().filter(|it| it.is_entry()).map(|it| it.name.as_str());
    assert_eq!(seen, entries.collect());
}
