//! Two texts, whatever they are: `compare` ends with a verdict or an error.
//!
//! The input is two texts with a line of `----` between them; without one both sides are the same.

#![no_main]

use contract_check::content::Content;
use contract_check::diff::{documents, openapi, schemas};
use contract_check::verdict::Verdict;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (old, new) = text.split_once("\n----\n").unwrap_or((text, text));
    let (Ok(old), Ok(new)) = (Content::read(old), Content::read(new)) else { return };
    let verdict = match (&old, &new) {
        (Content::Schema(old), Content::Schema(new)) => {
            let wire = schemas::Options {
                semantics: schemas::Semantics::Wire,
                ..schemas::Options::default()
            };
            let mut findings = schemas::compare(old, new, &schemas::Options::default());
            findings.extend(schemas::compare(old, new, &wire));
            Verdict::new(findings)
        }
        (Content::OpenApi(old), Content::OpenApi(new)) => {
            let options = openapi::Options::default();
            let Ok(verdict) = openapi::judge(old, new, &options) else { return };
            verdict
        }
        (Content::Contract(old), Content::Contract(new)) => {
            Verdict::new(documents::compare(old, new))
        }
        _ => return,
    };
    for finding in &verdict.findings {
        assert_ne!(finding.rule.id, "internal-error", "{finding:?}");
    }
});
