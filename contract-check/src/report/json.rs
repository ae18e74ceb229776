//! The verdict as one JSON object, format 1: members sorted by name, the same bytes for the same
//! verdict.

use std::io;

use crate::finding::{Accepted, Consent, Exempted, Finding, Obligation, Place, Witness};
use crate::json::{Json, Number};
use crate::verdict::{Step, Verdict};

/// The format number of the object.
pub const FORMAT: u64 = 1;

/// Writes the verdict as text that ends with a newline.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(verdict: &Verdict, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(text(&value(verdict)).as_bytes())
}

/// The verdict as a JSON object.
pub fn value(verdict: &Verdict) -> Json {
    let counts = verdict.counts();
    let mut counted = vec![
        ("breaking", count(counts.breaking)),
        ("undecided", count(counts.undecided)),
        ("warning", count(counts.warning)),
        ("note", count(counts.note)),
    ];
    if verdict.step.is_some() {
        counted.push(("refused", count(counts.refused)));
        counted.push(("declared", count(counts.declared)));
    }
    let mut members = vec![
        ("format", number(FORMAT)),
        ("verdict", Json::from(verdict.outcome().word())),
        ("required_bump", Json::from(verdict.required_bump().word())),
        ("counts", list(counted)),
        ("findings", Json::Array(verdict.findings.iter().map(finding).collect())),
    ];
    if let Some(Step { from, to, least }) = &verdict.step {
        let step = [("from", from), ("to", to), ("least", least)];
        members.push(("version", object(step.map(|(name, it)| (name, Json::from(it.as_str()))))));
    }
    list(members)
}

/// A JSON value as text: members sorted by name, two spaces of indentation, a newline at the end.
/// Numbers stand as they were written.
pub fn text(value: &Json) -> String {
    let mut text = String::new();
    put(value, 0, &mut text);
    text.push('\n');
    text
}

fn finding(finding: &Finding) -> Json {
    let mut members = vec![
        ("rule", Json::from(finding.rule.id)),
        ("clause", Json::from(finding.clause.as_str())),
        ("role", word(finding.role.map(|role| role.word()))),
        ("severity", Json::from(finding.severity.word())),
        ("hazard", word(finding.hazard.map(|hazard| hazard.word()))),
        ("level", word(finding.level.map(|level| level.word()))),
        ("message", Json::from(finding.message().as_str())),
        (
            "reached_by",
            Json::Array(finding.reached_by.iter().map(|root| Json::from(root.as_str())).collect()),
        ),
        ("old", place(&finding.old)),
        ("new", place(&finding.new)),
        ("witness", finding.witness.as_ref().map_or(Json::Null, witness)),
        ("fix", Json::from(finding.fix().as_str())),
    ];
    members.extend(finding.party.map(|party| ("party", Json::from(party.word()))));
    members.extend(finding.story().map(|story| ("story", Json::from(story.as_str()))));
    if let Some(it) = &finding.consent {
        members.push(("fingerprint", Json::from(finding.fingerprint().as_str())));
        members.push(("consent", consent(it)));
    }
    list(members)
}

fn consent(consent: &Consent) -> Json {
    let declared = |it: &Accepted| {
        object([
            ("place", Json::from(it.place.as_str())),
            ("reason", Json::from(it.reason.as_str())),
            ("migration", Json::from(it.migration.as_str())),
            ("owner", Json::from(it.owner.as_str())),
            ("emergency", word(it.emergency.as_deref())),
        ])
    };
    let exempt = |it: &Exempted| {
        object([
            ("reason", Json::from(it.reason.as_str())),
            ("until", Json::from(it.until.as_str())),
        ])
    };
    let open = |it: &Obligation| {
        object([
            ("rule", Json::from(it.rule.id)),
            ("message", Json::from(it.message().as_str())),
            ("fix", Json::from(it.fix().as_str())),
            ("place", word(it.place.as_deref())),
        ])
    };
    let texts =
        |them: &Vec<String>| Json::Array(them.iter().map(|it| Json::from(it.as_str())).collect());
    object([
        ("required_bump", Json::from(consent.bump.word())),
        ("against", word(consent.against.as_deref())),
        ("consumers", consent.consumers.as_ref().map_or(Json::Null, texts)),
        ("exempt", consent.exempt.as_ref().map_or(Json::Null, exempt)),
        ("declared", consent.declared.as_ref().map_or(Json::Null, declared)),
        ("open", Json::Array(consent.open.iter().map(open).collect())),
    ])
}

fn place(place: &Place) -> Json {
    object([("pointer", word(place.pointer.as_deref())), ("source", word(place.source.as_deref()))])
}

fn witness(witness: &Witness) -> Json {
    object([
        ("document", witness.document.clone()),
        ("written_by", Json::from(witness.written_by.word())),
        ("refused_by", Json::from(witness.refused_by.word())),
        ("reason", Json::from(witness.reason.as_str())),
        ("checked_by", word(witness.checked_by.map(|checker| checker.word()))),
    ])
}

fn word(word: Option<&str>) -> Json {
    word.map_or(Json::Null, Json::from)
}

fn number(value: u64) -> Json {
    Json::from(Number::from(value))
}

fn count(value: usize) -> Json {
    number(value as u64)
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    list(members.into())
}

fn list(members: Vec<(&str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn put(value: &Json, depth: usize, text: &mut String) {
    match value {
        Json::Array(items) if !items.is_empty() => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                line(index, depth + 1, text);
                put(item, depth + 1, text);
            }
            line(0, depth, text);
            text.push(']');
        }
        Json::Object(members) if !members.is_empty() => {
            let mut members: Vec<&(String, Json)> = members.iter().collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            text.push('{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                line(index, depth + 1, text);
                text.push_str(&Json::from(name.as_str()).to_string());
                text.push_str(": ");
                put(member, depth + 1, text);
            }
            line(0, depth, text);
            text.push('}');
        }
        scalar_or_empty => text.push_str(&scalar_or_empty.to_string()),
    }
}

/// Starts a line, after a comma unless it is the first of its kind.
fn line(index: usize, depth: usize, text: &mut String) {
    if index > 0 {
        text.push(',');
    }
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use contract_core::Level;

    use super::*;
    use crate::finding::{Checker, Role, Side};
    use crate::rules;

    #[test]
    fn the_object_has_every_member_sorted() {
        let witness = Witness {
            document: Json::parse("{\"b\": 1e400, \"a\": 18446744073709551616}").expect("JSON"),
            written_by: Side::New,
            refused_by: Side::Old,
            reason: "missing field `total`".to_owned(),
            checked_by: Some(Checker::Serde),
        };
        let verdict = Verdict::new(vec![
            Finding::breaking(&rules::FIELD_REMOVED, "types/Order/fields/total")
                .role(Role::Response)
                .level(Level::Stable)
                .it("total")
                .within("Order")
                .reached_by("operations/orders.get")
                .old(Place {
                    pointer: Some("/types/Order/shape/struct/fields/1".to_owned()),
                    source: Some("src/lib.rs:12:5".to_owned()),
                })
                .witness(witness),
        ]);
        let mut text = Vec::new();
        write(&verdict, &mut text).expect("a vector takes every byte");
        assert_eq!(
            String::from_utf8(text).expect("UTF-8"),
            r#"{
  "counts": {
    "breaking": 1,
    "note": 0,
    "undecided": 0,
    "warning": 0
  },
  "findings": [
    {
      "clause": "types/Order/fields/total",
      "fix": "Put `total` back, mark it `#[contract(deprecated(since = \"..\", sunset = \"..\"))]`, and remove it in the version after its sunset.",
      "hazard": "loud",
      "level": "stable",
      "message": "`total` was removed from `Order`. Old consumers look for it in every document and no longer find it.",
      "new": {
        "pointer": null,
        "source": null
      },
      "old": {
        "pointer": "/types/Order/shape/struct/fields/1",
        "source": "src/lib.rs:12:5"
      },
      "reached_by": [
        "operations/orders.get"
      ],
      "role": "response",
      "rule": "field-removed",
      "severity": "breaking",
      "witness": {
        "checked_by": "serde",
        "document": {
          "a": 18446744073709551616,
          "b": 1e400
        },
        "reason": "missing field `total`",
        "refused_by": "old",
        "written_by": "new"
      }
    }
  ],
  "format": 1,
  "required_bump": "major",
  "verdict": "breaking"
}
"#
        );
    }

    #[test]
    fn nothing_found_is_an_empty_list() {
        let text = text(&value(&Verdict::default()));
        assert!(text.contains("\"findings\": [],"), "{text}");
        assert!(text.contains("\"verdict\": \"compatible\""), "{text}");
        assert!(text.contains("\"required_bump\": \"none\""), "{text}");
    }
}
