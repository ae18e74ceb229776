//! What changed between versions, on the page of a contract.

use super::Page;
use crate::render::Changes;

impl Page<'_> {
    /// The versions, in the order in which they are given.
    pub(super) fn changelog(&mut self, versions: &[Changes]) {
        if versions.is_empty() {
            return;
        }
        self.section("changelog", "Changelog");
        for version in versions {
            self.entry(&format!("changelog/{}", version.version));
            self.html.text(&version.version);
            if let Some(date) = &version.date {
                self.html.markup(" ").element("small", "", date);
            }
            self.html.close("h3");
            if let Some(nothing) = version.nothing() {
                self.html.element("p", "", nothing);
            }
            for (kind, changes) in version.groups() {
                self.html.element("h4", "", kind.heading()).markup("<ul>");
                for change in changes {
                    self.html.markup("<li>").prose(&change.text);
                    self.html.markup(" <span class=\"source\">").text(&change.clause);
                    self.html.close("span");
                    for (word, said) in change.said() {
                        self.html.open("p", "").element("span", "soft", word).markup(": ");
                        self.html.prose(said).close("p");
                    }
                    self.html.close("li");
                }
                self.html.close("ul");
            }
            self.html.close("article");
        }
        self.html.close("section");
    }
}
