//! The page that leads to all contracts: who owns what, what will go, and every name.

use std::collections::BTreeMap;

use super::{Html, badge, deprecated, entry_of, find, foot, head};
use crate::document::{Content, Document, Shape, Struct};
use crate::render::{Published, words};

pub(in crate::render) fn index(contracts: &[Published<'_>]) -> String {
    let documents: Vec<&Document> = contracts.iter().map(|contract| contract.document).collect();
    let mut html = Html::default();
    head(&mut html, "Contracts");
    html.markup("<h1>Contracts</h1>\n<p>What producers promise, and what they do not.</p>\n");
    html.markup("</header>\n");
    let leaving = documents.iter().any(|document| !deprecated(document).is_empty());
    find(
        &mut html,
        "Search: contracts, names, fields, errors",
        &[
            (true, "contracts", "Contracts"),
            (true, "owners", "Owners"),
            (leaving, "deprecated", "Deprecated"),
            (true, "clauses", "Everything"),
        ],
    );
    html.open("main", "");
    overview(&mut html, &documents);
    owners(&mut html, &documents);
    if leaving {
        timelines(&mut html, &documents);
    }
    clauses(&mut html, &documents);
    html.close("main");
    foot(&mut html);
    html.end()
}

fn section(html: &mut Html, id: &'static str, heading: &'static str) {
    html.markup("\n<section id=\"").markup(id).markup("\">").element("h2", "", heading);
}

fn overview(html: &mut Html, documents: &[&Document]) {
    section(html, "contracts", "Contracts");
    html.markup("<div class=\"cards\">");
    for document in documents {
        let header = &document.contract;
        html.markup("\n<article class=\"entry\"><h3>").link_into(&header.id, "", &header.id);
        html.markup(" ").element("small", "", &header.version);
        badge(html, words::default_level(document).word());
        html.close("h3");
        if let Some(meaning) = &header.meaning {
            html.open("p", "").prose(meaning).close("p");
        }
        let counts = [
            (document.operations.len(), "operation"),
            (document.events.len(), "event"),
            (document.consumers.len(), "consumer"),
            (document.jobs.len(), "job"),
            (document.providers.len(), "provider"),
            (document.errors.len(), "error set"),
            (document.types.len(), "type"),
        ];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| {
            let plural = if *count == 1 { "" } else { "s" };
            format!("{count} {what}{plural}")
        });
        let counts: Vec<String> = counts.collect();
        html.element("p", "source", &counts.join(", ")).close("article");
    }
    html.close("div");
    html.close("section");
}

/// Who owns what. A contract that nobody owns stands at the end: nobody decides about it.
fn owners(html: &mut Html, documents: &[&Document]) {
    let mut owned: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
    for document in documents {
        let owner = document.contract.owner.as_deref();
        owned
            .entry((owner.is_none(), owner.unwrap_or_default()))
            .or_default()
            .push(&document.contract.id);
    }
    section(html, "owners", "Owners");
    html.markup("<div class=\"scroll entry\"><table><thead><tr><th>Owner</th><th>Contracts</th>");
    html.markup("</tr></thead><tbody>");
    for ((nobody, owner), contracts) in owned {
        html.markup("<tr>").cell("Owner");
        if nobody {
            html.element("span", "gone", "nobody");
        } else {
            html.element("code", "", owner);
        }
        html.close("td").cell("Contracts");
        for (index, id) in contracts.into_iter().enumerate() {
            html.text(if index > 0 { ", " } else { "" }).link_into(id, "", id);
        }
        html.markup("</td></tr>");
    }
    html.markup("</tbody></table></div></section>");
}

/// What will go from any contract, the first to go first.
fn timelines(html: &mut Html, documents: &[&Document]) {
    let mut leaving = Vec::new();
    for document in documents {
        for (clause, timeline) in deprecated(document) {
            leaving.push((document.contract.id.as_str(), clause, timeline));
        }
    }
    leaving.sort_by_key(|(id, clause, timeline)| {
        (timeline.sunset.is_none(), timeline.sunset.clone(), *id, clause.clone())
    });
    section(html, "deprecated", "Deprecated");
    html.markup("<div class=\"scroll entry\"><table><thead><tr><th>Contract</th><th>Clause</th>");
    html.markup("<th>Timeline</th></tr></thead><tbody>");
    for (id, clause, timeline) in leaving {
        html.markup("<tr>").cell("Contract").link_into(id, "", id).close("td");
        html.cell("Clause").link_into(id, entry_of(&clause), &clause).close("td");
        html.cell("Timeline").prose(&words::timeline(timeline)).markup("</td></tr>");
    }
    html.markup("</tbody></table></div></section>");
}

/// Everything that has an entry on some page, with the names in it.
fn clauses(html: &mut Html, documents: &[&Document]) {
    section(html, "clauses", "Everything");
    html.markup("<ul class=\"rows\">");
    for document in documents {
        let id = &document.contract.id;
        let mut row = |kind: &'static str, clause: String, name: &str, about: &str| {
            html.markup("\n<li class=\"entry row\"><span class=\"source\">").text(id);
            html.markup(" · ").markup(kind).markup("</span> <span class=\"name\">");
            html.link_into(id, &clause, name).markup("</span> ");
            html.open("span", "soft").prose(about).markup("</span></li>");
        };
        for (name, operation) in &document.operations {
            let mut about = String::new();
            if let Some(http) = &operation.http {
                about = format!("{} {} ", http.method, http.path);
            }
            about.push_str(operation.about.meaning.as_deref().unwrap_or_default());
            let kind = if operation.stream.is_some() { "stream" } else { "operation" };
            row(kind, format!("operations/{name}"), name, &about);
        }
        for (name, event) in &document.events {
            let channel = event.channel.as_deref().unwrap_or_default();
            row("event", format!("events/{name}"), name, channel);
        }
        for (name, consumer) in &document.consumers {
            row("consumer", format!("consumers/{name}"), name, &format!("of {}", consumer.of));
        }
        for (name, job) in &document.jobs {
            let states: Vec<&str> = job.states.keys().map(String::as_str).collect();
            row("job", format!("jobs/{name}"), name, &states.join(", "));
        }
        for (name, provider) in &document.providers {
            let variables: Vec<&str> = provider.config.keys().map(String::as_str).collect();
            row("provider", format!("providers/{name}"), name, &variables.join(", "));
        }
        for (name, set) in &document.errors {
            let codes: Vec<&str> = set.codes.keys().map(String::as_str).collect();
            row("errors", format!("errors/{name}"), name, &codes.join(", "));
        }
        for (name, of) in &document.types {
            row("type", format!("types/{name}"), name, &members(&of.shape).join(", "));
        }
    }
    html.markup("</ul></section>");
}

/// The names in a type.
fn members(shape: &Shape) -> Vec<&str> {
    match shape {
        Shape::Struct(of) => of.fields.iter().map(|field| field.name.as_str()).collect(),
        Shape::Enum(of) => {
            let mut names = Vec::new();
            for variant in &of.variants {
                names.push(variant.name.as_str());
                if let Content::Struct(Struct { fields: them, .. }) = &variant.content {
                    names.extend(them.iter().map(|field| field.name.as_str()));
                }
            }
            names
        }
        Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => Vec::new(),
    }
}
