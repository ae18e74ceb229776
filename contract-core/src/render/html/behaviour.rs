//! How things behave, on the page: clauses with their values, jobs, providers, consumers.

use super::Page;
use crate::document::say::Row;
use crate::document::{About, Consumer, Job, Provider};
use crate::render::behaviour::{self, Behaves};

impl Page<'_> {
    /// What is said about the contract as a whole: who decides, who hears, what is not promised.
    pub(super) fn contract(&mut self) {
        let header = &self.document.contract;
        let rows = behaviour::rows(header);
        if rows.is_empty() {
            return;
        }
        self.section("contract", "The contract");
        self.html.markup("<article class=\"entry\">");
        self.rows(&About::default(), &rows);
        self.html.markup("</article></section>");
    }

    /// What something says about its behaviour, and its author about everything else.
    pub(super) fn behaves<T: Behaves>(&mut self, about: &About, of: &T) {
        let rows = [behaviour::rows(of), behaviour::rows(about)].concat();
        self.rows(about, &rows);
    }

    /// Clauses with their values.
    pub(super) fn rows(&mut self, about: &About, rows: &[Row]) {
        if rows.is_empty() {
            return;
        }
        self.table(&["Clause", "Value", "Says"]);
        for row in rows {
            self.html.markup("<tr>").cell("Clause").element("code", "", &row.path);
            if let Some(level) = behaviour::level(about, row) {
                self.badge(level.word());
            }
            self.html.close("td").cell("Value");
            for (text, meaning) in &row.values {
                self.html.open("p", "").element("code", "value", text);
                if !meaning.is_empty() {
                    self.html.markup(" ").text(meaning);
                }
                self.html.close("p");
            }
            self.html.close("td").cell("Says");
            self.html.open("span", "soft").prose(&behaviour::about(row)).close("span");
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }

    pub(super) fn jobs(&mut self) {
        let document = self.document;
        if document.jobs.is_empty() {
            return;
        }
        self.section("jobs", "Jobs");
        for (id, job) in &document.jobs {
            let clause = format!("jobs/{id}");
            self.entry(&clause);
            self.html.element("span", "name", id);
            self.about(&clause, &job.about, true);
            self.calls(job);
            self.states(job);
            self.behaves(&job.about, job);
            self.html.close("article");
        }
        self.html.close("section");
    }

    /// The operations of a job, and how it fails.
    fn calls(&mut self, job: &Job) {
        let document = self.document;
        let calls = [
            ("Started by", Some(&job.create)),
            ("Told by", Some(&job.observe)),
            ("Stopped by", job.cancel_by.as_ref()),
            ("Log read by", job.logs_by.as_ref()),
        ];
        self.html.markup("<ul class=\"facts\">");
        for (what, operation) in calls {
            let Some(operation) = operation else { continue };
            self.html.markup("<li>").text(what).markup(" ");
            if document.operations.contains_key(operation) {
                self.html.link(&format!("operations/{operation}"), operation);
            } else {
                self.html.element("code", "", operation);
            }
            self.html.close("li");
        }
        if let Some(errors) = &job.errors {
            self.html.markup("<li>Fails with ").link(&format!("errors/{errors}"), errors);
            self.html.close("li");
        }
        self.html.markup("</ul>");
    }

    fn states(&mut self, job: &Job) {
        self.table(&["State", "Then", "About"]);
        for (name, state) in &job.states {
            self.html.markup("<tr>").cell("State").element("code", "", name);
            if state.initial {
                self.html.markup(" <span class=\"badge soft\">first</span>");
            }
            self.html.close("td").cell("Then");
            if let Some(ending) = state.terminal {
                self.html.markup("ends: ").element("code", "value", ending.word()).markup(" ");
                self.html.text(ending.meaning());
            }
            for (index, next) in state.next.iter().enumerate() {
                self.html.text(if index > 0 { ", " } else { "" }).element("code", "", next);
            }
            self.html.close("td").cell("About");
            if let Some(level) = state.about.level {
                self.badge(level.word());
            }
            self.said(&state.about);
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }

    pub(super) fn consumers(&mut self) {
        let document = self.document;
        if document.consumers.is_empty() {
            return;
        }
        self.section("consumers", "Consumers");
        for (id, consumer) in &document.consumers {
            let clause = format!("consumers/{id}");
            self.entry(&clause);
            self.html.element("span", "method", "reads").markup(" ");
            self.html.element("span", "name", id);
            self.about(&clause, &consumer.about, true);
            self.reads(consumer);
            self.behaves(&consumer.about, consumer);
            self.html.close("article");
        }
        self.html.close("section");
    }

    fn reads(&mut self, consumer: &Consumer) {
        self.html.markup("<div class=\"scroll\"><table class=\"pairs\"><tr><td>Event</td><td>");
        if self.document.events.contains_key(&consumer.of) {
            self.html.link(&format!("events/{}", consumer.of), &consumer.of);
        } else {
            self.html.element("code", "", &consumer.of);
        }
        self.html.markup("</td></tr><tr><td>Payload</td><td>");
        self.wire(&consumer.payload);
        self.html.markup("</td></tr></table></div>");
    }

    pub(super) fn providers(&mut self) {
        let document = self.document;
        if document.providers.is_empty() {
            return;
        }
        self.section("providers", "Providers");
        for (id, provider) in &document.providers {
            let clause = format!("providers/{id}");
            self.entry(&clause);
            self.html.element("span", "name", id);
            self.about(&clause, &provider.about, true);
            self.behaves(&provider.about, provider);
            self.variables(provider);
            self.html.close("article");
        }
        self.html.close("section");
    }

    fn variables(&mut self, provider: &Provider) {
        if provider.config.is_empty() {
            return;
        }
        self.table(&["Variable", "Required in", "When missing", "About"]);
        for (name, variable) in &provider.config {
            self.html.markup("<tr>").cell("Variable").element("code", "", name);
            if variable.secret {
                self.html.markup(" <span class=\"badge gone\">secret</span>");
            }
            self.html.close("td").cell("Required in");
            for (index, mode) in variable.required_in.iter().enumerate() {
                self.html.text(if index > 0 { ", " } else { "" }).element("code", "", mode.word());
            }
            self.html.close("td").cell("When missing");
            if let Some(default) = &variable.default {
                self.html.element("code", "", default);
            }
            self.html.close("td").cell("About");
            if let Some(level) = variable.about.level {
                self.badge(level.word());
            }
            self.said(&variable.about);
            self.html.markup("</td></tr>");
        }
        self.end_table();
    }
}
