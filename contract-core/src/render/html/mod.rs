//! Pages for people: what a contract promises, and what all of them do. Each is one file that
//! needs nothing else.

mod behaviour;
mod changelog;
mod index;
mod text;
mod types;

use super::clauses::clauses;
use super::{Changes, FILES, Published, words};
use crate::Level;
use crate::document::{About, Deprecation, Direction, Document, ErrorSet, Operation, Place};
pub(super) use index::index;
use text::Html;

/// Nothing is loaded and nothing is sent: the page is its own style and script.
const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n";

/// The page of one contract; among other files, it links to them.
pub(super) fn page(of: &Published<'_>, among_files: bool) -> String {
    let mut page = Page { html: Html::default(), document: of.document };
    page.head(of.changes, among_files);
    page.html.open("main", "");
    page.contract();
    page.timelines();
    page.operations();
    page.events();
    page.consumers();
    page.jobs();
    page.providers();
    page.errors();
    page.types();
    page.changelog(of.changes);
    page.html.close("main");
    foot(&mut page.html);
    page.html.end()
}

/// Everything up to the beginning of the page's header.
fn head(html: &mut Html, title: &str) {
    html.markup(HEAD).markup("<title>").text(title).markup("</title>\n<style>\n");
    html.markup(include_str!("page.css")).markup("</style>\n</head>\n<body>\n<header>\n");
}

/// The field to search in, and the links to the sections.
fn find(html: &mut Html, hint: &'static str, sections: &[(bool, &'static str, &'static str)]) {
    html.markup("<div class=\"find\"><input id=\"search\" type=\"search\" placeholder=\"");
    html.markup(hint).markup("\" aria-label=\"Search\" autocomplete=\"off\">");
    html.markup("<p class=\"count\" id=\"count\" role=\"status\"></p>");
    html.markup("<nav aria-label=\"Sections\">");
    for (_, id, heading) in sections.iter().filter(|(there, ..)| *there) {
        html.link(id, heading);
    }
    html.markup("</nav></div>\n");
}

/// Everything from the end of the page's main part.
fn foot(html: &mut Html) {
    html.markup("\n<footer>Rendered from the contract document. Press <kbd>/</kbd> to search.");
    html.markup("</footer>\n<script>\n").markup(include_str!("page.js"));
    html.markup("</script>\n</body>\n</html>\n");
}

/// The class of a badge is one of our words, never the document's.
fn badge(html: &mut Html, word: &'static str) {
    html.markup(" <span class=\"badge ").markup(word).markup("\">");
    html.text(&word.replace('_', " ")).markup("</span>");
}

/// The clauses that will go, the first to go first.
fn deprecated(document: &Document) -> Vec<(String, &Deprecation)> {
    let mut clauses: Vec<(String, &Deprecation)> = clauses(document)
        .into_iter()
        .filter_map(|(clause, about)| Some((clause, about.deprecated.as_ref()?)))
        .collect();
    clauses.sort_by_key(|(clause, timeline)| {
        (timeline.sunset.is_none(), timeline.sunset.clone(), clause.clone())
    });
    clauses
}

struct Page<'a> {
    html: Html,
    document: &'a Document,
}

impl Page<'_> {
    fn head(&mut self, changes: &[Changes], among_files: bool) {
        let document = self.document;
        let header = &document.contract;
        let html = &mut self.html;
        head(html, &format!("{} {}", header.id, header.version));
        if among_files {
            html.markup("<p class=\"up\"><a href=\"../index.html\">All contracts</a></p>\n");
        }
        html.open("h1", "").text(&header.id).markup(" ").element("small", "", &header.version);
        html.close("h1");
        if let Some(meaning) = &header.meaning {
            html.open("p", "").prose(meaning).close("p");
        }
        let level = words::default_level(document);
        html.markup("<ul class=\"facts\"><li>Level");
        badge(html, level.word());
        html.markup(" ").text(words::level(level)).markup(", unless said otherwise</li>");
        if let Some(owner) = &header.owner {
            html.markup("<li>Owner ").element("code", "", owner).close("li");
        }
        html.markup("</ul>\n");
        html.markup("<details><summary>What the levels mean</summary><ul class=\"plain\">");
        for level in Level::ALL {
            html.markup("<li>");
            badge(html, level.word());
            html.markup(" ").text(words::level(*level)).close("li");
        }
        html.markup("</ul></details>\n");
        if among_files {
            html.markup("<ul class=\"facts files\">");
            for file in FILES {
                html.markup("<li><a href=\"").markup(file.name).markup("\">");
                html.markup(file.title).markup("</a></li>");
            }
            html.markup("</ul>\n");
        }
        html.markup("</header>\n");
        find(
            html,
            "Search: names, types, errors",
            &[
                (!super::behaviour::rows(header).is_empty(), "contract", "The contract"),
                (!deprecated(document).is_empty(), "deprecated", "Deprecated"),
                (!document.operations.is_empty(), "operations", "Operations"),
                (!document.events.is_empty(), "events", "Events"),
                (!document.consumers.is_empty(), "consumers", "Consumers"),
                (!document.jobs.is_empty(), "jobs", "Jobs"),
                (!document.providers.is_empty(), "providers", "Providers"),
                (!document.errors.is_empty(), "errors", "Errors"),
                (!document.types.is_empty(), "types", "Types"),
                (!changes.is_empty(), "changelog", "Changelog"),
            ],
        );
    }

    fn badge(&mut self, word: &'static str) {
        badge(&mut self.html, word);
    }

    /// The beginning of a table with these columns.
    fn table(&mut self, columns: &[&'static str]) {
        self.html.markup("<div class=\"scroll\"><table><thead><tr>");
        for column in columns {
            self.html.element("th", "", column);
        }
        self.html.markup("</tr></thead><tbody>");
    }

    fn end_table(&mut self) {
        self.html.markup("</tbody></table></div>");
    }

    fn section(&mut self, id: &'static str, heading: &'static str) {
        self.html.markup("\n<section id=\"").markup(id).markup("\">");
        self.html.element("h2", "", heading);
    }

    /// The beginning of an entry, up to its heading's text.
    fn entry(&mut self, clause: &str) {
        self.html.markup("\n<article class=\"entry\" id=\"").text(clause).markup("\"><h3>");
    }

    /// The end of an entry's heading, and what its author says about it.
    fn about(&mut self, clause: &str, about: &About, inherits: bool) {
        let default = words::default_level(self.document);
        if let Some(level) = about.level.or(inherits.then_some(default)) {
            self.badge(level.word());
        }
        if about.deprecated.is_some() {
            self.html.markup(" <span class=\"badge gone\">deprecated</span>");
        }
        self.html.close("h3");
        self.said(about);
        if let Some(source) = self.document.sources.get(clause) {
            let place = format!("{}:{}:{}", source.file, source.line, source.column);
            self.html.element("p", "source", &place);
        }
    }

    fn said(&mut self, about: &About) {
        let timeless = About { deprecated: None, ..about.clone() };
        if let Some(description) = words::description(&timeless) {
            self.html.open("p", "").prose(&description).close("p");
        }
        if let Some(timeline) = &about.deprecated {
            self.html.open("p", "timeline").prose(&words::timeline(timeline)).close("p");
        }
    }

    fn timelines(&mut self) {
        let document = self.document;
        let deprecated = deprecated(document);
        if deprecated.is_empty() {
            return;
        }
        self.section("deprecated", "Deprecated");
        self.html.markup("<article class=\"entry\">");
        self.table(&["Clause", "Timeline"]);
        for (clause, timeline) in deprecated {
            self.html.markup("<tr>").cell("Clause").link(entry_of(&clause), &clause);
            self.html.close("td").cell("Timeline").prose(&words::timeline(timeline));
            self.html.markup("</td></tr>");
        }
        self.end_table();
        self.html.markup("</article></section>");
    }

    fn operations(&mut self) {
        let document = self.document;
        if document.operations.is_empty() {
            return;
        }
        self.section("operations", "Operations");
        for (id, operation) in &document.operations {
            let clause = format!("operations/{id}");
            self.entry(&clause);
            if let Some(http) = &operation.http {
                self.html.element("span", "method", &http.method).markup(" ");
                self.html.element("span", "path", &http.path).markup(" ");
            }
            self.html.element("span", "name", id);
            if operation.stream.is_some() {
                self.html.markup(" <span class=\"badge soft\">stream</span>");
            }
            self.about(&clause, &operation.about, true);
            self.exchange(operation);
            self.behaves(&operation.about, operation);
            self.fails(operation);
            self.html.close("article");
        }
        self.html.close("section");
    }

    /// What is sent and what is answered.
    fn exchange(&mut self, operation: &Operation) {
        self.html.markup("<div class=\"scroll\"><table class=\"pairs\">");
        for (place, wire) in &operation.request {
            let place = match place {
                Place::Body => "Body",
                Place::Form => "Form",
                Place::Path => "Path",
                Place::Query => "Query",
            };
            self.html.markup("<tr><td>").text(place).markup("</td><td>");
            self.wire(wire);
            self.html.markup("</td></tr>");
        }
        self.html.markup("<tr><td>");
        self.html.text(if operation.stream.is_some() { "Every chunk" } else { "Answer" });
        if let Some(success) = operation.http.as_ref().and_then(|http| http.success) {
            self.html.text(&format!(" {success}"));
        }
        self.html.markup("</td><td>");
        match &operation.response {
            Some(wire) => self.wire(wire),
            None => {
                self.html.text("no body");
            }
        }
        self.html.markup("</td></tr></table></div>");
    }

    /// How an operation fails.
    fn fails(&mut self, operation: &Operation) {
        let document = self.document;
        if let Some((name, set)) =
            operation.errors.as_ref().and_then(|name| document.errors.get_key_value(name))
        {
            self.html.markup("<p>Errors: ").link(&format!("errors/{name}"), name).markup("</p>");
            self.codes(name, set, false);
        }
    }

    fn events(&mut self) {
        let document = self.document;
        if document.events.is_empty() {
            return;
        }
        self.section("events", "Events");
        for (id, event) in &document.events {
            let clause = format!("events/{id}");
            self.entry(&clause);
            let direction = match event.direction {
                Direction::Send => "sends",
                Direction::Receive => "receives",
            };
            self.html.element("span", "method", direction).markup(" ");
            self.html.element("span", "name", id);
            self.about(&clause, &event.about, true);
            self.html.markup("<div class=\"scroll\"><table class=\"pairs\">");
            if let Some(channel) = &event.channel {
                self.html.markup("<tr><td>Channel</td><td>").element("code", "", channel);
                self.html.markup("</td></tr>");
            }
            self.html.markup("<tr><td>Payload</td><td>");
            self.wire(&event.payload);
            self.html.markup("</td></tr></table></div>");
            self.behaves(&event.about, event);
            self.html.close("article");
        }
        self.html.close("section");
    }

    fn errors(&mut self) {
        let document = self.document;
        if document.errors.is_empty() {
            return;
        }
        self.section("errors", "Errors");
        for (name, set) in &document.errors {
            let clause = format!("errors/{name}");
            self.entry(&clause);
            self.html.element("span", "name", name);
            self.about(&clause, &set.about, true);
            let open = if set.open {
                " Later versions may add codes."
            } else {
                " Later versions add no codes."
            };
            self.html.markup("<p>Domain ").element("code", "", &set.domain).text(".").text(open);
            self.html.close("p");
            self.codes(name, set, true);
            self.html.close("article");
        }
        self.html.close("section");
    }

    fn codes(&mut self, name: &str, set: &ErrorSet, described: bool) {
        self.table(&["Code", "Status", "What has happened", "What to do"]);
        for (code, of) in &set.codes {
            self.html.markup("<tr");
            if described {
                let clause = format!("errors/{name}/codes/{code}");
                self.html.markup(" id=\"").text(&clause).markup("\"");
            }
            self.html.markup(">").cell("Code").element("code", "", code);
            if let Some(level) = of.about.level {
                self.badge(level.word());
            }
            self.html.close("td").cell("Status").text(&of.status.to_string()).close("td");
            self.html.cell("What has happened").text(words::effects(of.effects));
            if described {
                self.said(&of.about);
            }
            self.html.close("td").cell("What to do").text(words::retry(of.retry));
            let rows = if described { super::behaviour::rows(of) } else { Vec::new() };
            for row in rows {
                self.html.open("p", "").element("code", "", &row.path).markup(" ");
                let values: Vec<&str> = row.values.iter().map(|(text, _)| text.as_str()).collect();
                self.html.element("code", "value", &values.join(", ")).markup(" ");
                self.html.open("span", "soft").prose(&super::behaviour::about(&row)).close("span");
                self.html.close("p");
            }
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }
}

/// The clause whose entry shows a clause.
fn entry_of(clause: &str) -> &str {
    let end = clause.match_indices('/').nth(1).map_or(clause.len(), |(at, _)| at);
    &clause[..end]
}
