//! What is about the document as a whole.

use super::context::{Context, Pair, Subject};
use super::{lifecycle, operation, security, servers};
use crate::finding::{Finding, Hazard};
use crate::openapi::{Kind, METHODS, Node};
use crate::rules;
use crate::schema::Dialect;

/// Compares everything but `paths` and what it leads to.
pub(super) fn compare<'d>(context: &mut Context<'d>, root: &Pair<'d>, subject: &Subject) {
    info(context, root);
    servers::of_document(context, root);
    security::schemes_of_document(context);
    webhooks(context, root);
    dialect(context, root, subject);
    let (old, new) = (root.old.raw("components"), root.new.raw("components"));
    if let (Some(old), Some(new)) = (old, new) {
        let subject = Subject::document("components");
        context.rest(&Pair { old, new }, Kind::Components, &subject);
    }
}

fn info<'d>(context: &mut Context<'d>, root: &Pair<'d>) {
    let (Some(old), Some(new)) = root.get("info") else { return };
    let subject = Subject::document("info");
    let pair = Pair { old, new };
    context.rest(&pair, Kind::Info, &subject);
}

/// The dialect says what every schema of the document means.
fn dialect<'d>(context: &mut Context<'d>, root: &Pair<'d>, subject: &Subject) {
    let (from, to) = root.texts("jsonSchemaDialect");
    let known = |uri: Option<&str>| uri.map_or(Some(Dialect::Draft202012), Dialect::named);
    if from == to || (known(from).is_some() && known(from) == known(to)) {
        return;
    }
    let finding = Finding::undecided(
        &rules::UNDECIDED,
        "jsonSchemaDialect",
        format!(
            "the schemas' dialect was {} and is now {}",
            from.unwrap_or("the default"),
            to.unwrap_or("the default")
        ),
    )
    .it("jsonSchemaDialect");
    context.report(finding, subject, (Some(&root.old), Some(&root.new)));
}

/// Compares webhooks by name: the producer calls, consumers answer.
fn webhooks<'d>(context: &mut Context<'d>, root: &Pair<'d>) {
    let (old, new) = root.get("webhooks");
    let members = |side: Option<Node<'d>>| -> Vec<(&'d str, Node<'d>)> {
        side.iter().flat_map(|node| node.members().collect::<Vec<_>>()).collect()
    };
    let (old, new) = (members(old), members(new));
    for (name, was) in &old {
        let is = new.iter().find(|(other, _)| other == name).map(|(_, is)| is);
        if let Some(is) = is {
            let pair = Pair { old: was.clone(), new: is.clone() };
            let subject = webhook(name, None);
            if context.is_elsewhere(&pair, &subject) {
                continue;
            }
            context.rest(&pair, Kind::PathItem, &subject);
        }
        for method in METHODS {
            let Some(from) = was.get(method) else { continue };
            let subject = webhook(name, Some(method));
            let Some((is, to)) = is.and_then(|is| Some((is, is.get(method)?))) else {
                let finding = lifecycle::removal(context, &from, name, &subject.clause)
                    .unwrap_or_else(|| {
                        Finding::breaking(&rules::WEBHOOK_REMOVED, &subject.clause)
                            .hazard(Hazard::Silent)
                            .it(*name)
                    });
                context.report(finding, &subject, (Some(&from), None));
                continue;
            };
            let items = Pair { old: was.clone(), new: is.clone() };
            let operations = Pair { old: from, new: to };
            operation::compare(context, &items, &operations, ("", ""), &subject);
        }
    }
    for (name, is) in &new {
        let was = old.iter().find(|(other, _)| other == name).map(|(_, was)| was);
        for method in METHODS {
            let Some(to) = is.get(method) else { continue };
            if was.and_then(|was| was.get(method)).is_none() {
                let subject = webhook(name, Some(method));
                let finding = Finding::note(&rules::WEBHOOK_ADDED, &subject.clause).it(*name);
                context.report(finding, &subject, (None, Some(&to)));
            }
        }
    }
}

fn webhook(name: &str, method: Option<&str>) -> Subject {
    let item = format!("webhooks/{name}");
    match method {
        None => Subject { clause: item, name: name.to_owned(), operation: None, flipped: true },
        Some(method) => {
            let clause = format!("{item}/{method}");
            Subject {
                name: format!("webhook {name}"),
                operation: Some(clause.clone()),
                clause,
                flipped: true,
            }
        }
    }
}
