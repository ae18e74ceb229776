//! One page for people: everything that a contract promises, in one file that needs nothing else.

mod text;
mod types;

use super::clauses::clauses;
use super::words;
use crate::document::{About, Direction, Document, ErrorSet, Operation, Place};
use text::Html;

/// Nothing is loaded and nothing is sent: the page is its own style and script.
const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n";

pub(super) fn html(document: &Document) -> String {
    let mut page = Page { html: Html::default(), document };
    page.head();
    page.html.open("main", "");
    page.timelines();
    page.operations();
    page.events();
    page.errors();
    page.types();
    page.html.close("main");
    page.html.markup("\n<footer>Rendered from the contract document.</footer>\n<script>\n");
    page.html.markup(include_str!("page.js")).markup("</script>\n</body>\n</html>\n");
    page.html.end()
}

struct Page<'a> {
    html: Html,
    document: &'a Document,
}

impl Page<'_> {
    fn head(&mut self) {
        let header = &self.document.contract;
        let html = &mut self.html;
        html.markup(HEAD).markup("<title>").text(&header.id).text(" ").text(&header.version);
        html.markup("</title>\n<style>\n").markup(include_str!("page.css"));
        html.markup("</style>\n</head>\n<body>\n<header>\n");
        html.open("h1", "").text(&header.id).markup(" ").element("small", "", &header.version);
        html.close("h1");
        if let Some(meaning) = &header.meaning {
            html.open("p", "").prose(meaning).close("p");
        }
        let level = words::default_level(self.document);
        html.markup("<ul class=\"facts\"><li>Level ");
        self.badge(level.word());
        let html = &mut self.html;
        html.markup(" ").text(words::level(level)).markup(", unless said otherwise</li>");
        if let Some(owner) = &header.owner {
            html.markup("<li>Owner ").element("code", "", owner).close("li");
        }
        html.markup("</ul>\n</header>\n<div class=\"find\"><input id=\"search\" type=\"search\" ");
        html.markup("placeholder=\"Search: names, types, errors\" aria-label=\"Search\" ");
        html.markup("autocomplete=\"off\"><p class=\"count\" id=\"count\" role=\"status\"></p>");
        html.markup("<nav aria-label=\"Sections\">");
        for (there, id, heading) in [
            (!self.deprecated().is_empty(), "deprecated", "Deprecated"),
            (!self.document.operations.is_empty(), "operations", "Operations"),
            (!self.document.events.is_empty(), "events", "Events"),
            (!self.document.errors.is_empty(), "errors", "Errors"),
            (!self.document.types.is_empty(), "types", "Types"),
        ] {
            if there {
                self.html.link(id, heading);
            }
        }
        self.html.markup("</nav></div>\n");
    }

    /// The class of a badge is one of our words, never the document's.
    fn badge(&mut self, word: &'static str) {
        self.html.markup(" <span class=\"badge ").markup(word).markup("\">");
        self.html.text(&word.replace('_', " ")).markup("</span>");
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

    /// The clauses that will go, the first to go first.
    fn deprecated(&self) -> Vec<(String, &About)> {
        let mut clauses: Vec<(String, &About)> = clauses(self.document)
            .into_iter()
            .filter(|(_, about)| about.deprecated.is_some())
            .collect();
        clauses.sort_by_key(|(clause, about)| {
            let sunset = about.deprecated.as_ref().and_then(|timeline| timeline.sunset.clone());
            (sunset.is_none(), sunset, clause.clone())
        });
        clauses
    }

    fn timelines(&mut self) {
        let deprecated: Vec<(String, String)> = self
            .deprecated()
            .into_iter()
            .filter_map(|(clause, about)| {
                Some((clause, words::timeline(about.deprecated.as_ref()?)))
            })
            .collect();
        if deprecated.is_empty() {
            return;
        }
        self.section("deprecated", "Deprecated");
        let html = &mut self.html;
        html.markup("<article class=\"entry\"><div class=\"scroll\"><table>");
        html.markup("<tr><th>Clause</th><th>Timeline</th></tr>");
        for (clause, timeline) in deprecated {
            html.markup("<tr><td>").link(entry_of(&clause), &clause).markup("</td><td>");
            html.prose(&timeline).markup("</td></tr>");
        }
        html.markup("</table></div></article></section>");
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
            self.about(&clause, &operation.about, true);
            self.exchange(operation);
            self.html.close("article");
        }
        self.html.close("section");
    }

    /// What is sent, what is answered, and what is answered instead.
    fn exchange(&mut self, operation: &Operation) {
        let document = self.document;
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
        self.html.markup("<tr><td>Answer");
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
            self.html.markup("</td></tr></table></div></article>");
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
        self.html.markup("<div class=\"scroll\"><table><tr><th>Code</th><th>Status</th>");
        self.html.markup("<th>What has happened</th><th>What to do</th></tr>");
        for (code, of) in &set.codes {
            self.html.markup("<tr><td");
            if described {
                let clause = format!("errors/{name}/codes/{code}");
                self.html.markup(" id=\"").text(&clause).markup("\"");
            }
            self.html.markup(">").element("code", "", code);
            if let Some(level) = of.about.level {
                self.badge(level.word());
            }
            self.html.markup("</td><td>").text(&of.status.to_string()).markup("</td><td>");
            self.html.text(words::effects(of.effects));
            if described {
                self.said(&of.about);
            }
            self.html.markup("</td><td>").text(words::retry(of.retry)).markup("</td></tr>");
        }
        self.html.markup("</table></div>");
    }
}

/// The clause whose entry shows a clause.
fn entry_of(clause: &str) -> &str {
    let end = clause.match_indices('/').nth(1).map_or(clause.len(), |(at, _)| at);
    &clause[..end]
}
