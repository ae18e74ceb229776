//! What a parameter means that is left out.

use super::context::{Context, Pair, Subject, brief};
use crate::finding::{Finding, Hazard, Role};
use crate::json::Json;
use crate::openapi::{Node, Version};
use crate::rules;

/// How far references and parts are followed: they may lead back to themselves.
const HOPS: usize = 16;

/// The default of a schema: beside it, behind a reference, or in a part that it is composed of.
fn said<'d>(schema: &Node<'d>, hops: usize) -> Option<&'d Json> {
    let hops = hops.checked_sub(1)?;
    let refers = schema.text("$ref").is_some();
    // In 3.0 nothing counts that stands beside a reference.
    let counts = !refers || schema.document().version() != Version::V30;
    if counts && let Some(default) = schema.value.get("default") {
        return Some(default);
    }
    if refers {
        let target = schema.clone().followed();
        let found = target.text("$ref").is_none().then(|| said(&target, hops)).flatten();
        if found.is_some() {
            return found;
        }
    }
    let parts = schema.raw("allOf").filter(|_| counts)?;
    let count = parts.value.as_array().map_or(0, <[Json]>::len);
    (0..count).filter_map(|index| parts.item(index)).find_map(|part| said(&part, hops))
}

/// The default of a parameter, in either of the forms that it may be described in.
fn of<'d>(parameter: &Node<'d>) -> Option<&'d Json> {
    let schema = match parameter.raw("schema") {
        Some(schema) => schema,
        None => parameter.get("content")?.members().next()?.1.raw("schema")?,
    };
    said(&schema, HOPS)
}

/// Compares the defaults of a parameter that requests may lack: without it they mean the default.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    name: &str,
    subject: &Subject,
) {
    let values = (of(&pair.old), of(&pair.new));
    // What a request has there is text.
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let same = match values {
        (Some(was), Some(is)) => was == is || text(was) == text(is),
        (was, is) => was.is_none() && is.is_none(),
    };
    if same {
        return;
    }
    let clause = format!("{}/default", subject.clause);
    let rule = &rules::PARAMETER_DEFAULT_CHANGED;
    let finding = match values.0 {
        // What its absence meant before was not said.
        None => Finding::silent(rule, clause),
        Some(_) => Finding::breaking(rule, clause).hazard(Hazard::Silent),
    };
    let finding = finding.it(name).from(brief(values.0)).to(brief(values.1)).role(Role::Request);
    context.report(finding, subject, (Some(&pair.old), Some(&pair.new)));
}

/// Whether the default of a shared schema has been told with every parameter that has it.
pub(super) fn is_told(finding: &Finding, others: &[Finding]) -> bool {
    let words = |it: &Finding| [&it.words.it, &it.words.from, &it.words.to].map(String::clone);
    let is_same =
        |it: &&Finding| it.rule == &rules::PARAMETER_DEFAULT_CHANGED && words(it) == words(finding);
    let told: Vec<&Finding> = others.iter().filter(is_same).collect();
    let is_covered = |operation: &String| told.iter().any(|it| it.reached_by.contains(operation));
    finding.rule == &rules::DEFAULT_CHANGED
        && !finding.reached_by.is_empty()
        && finding.reached_by.iter().all(is_covered)
}
