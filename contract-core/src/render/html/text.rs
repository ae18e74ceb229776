//! Markup that cannot be broken by what it holds: tags and attribute names are literals of this
//! crate, everything else is escaped.

/// A page in the making.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
}

impl Html {
    /// Markup of our own.
    pub(super) fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                other => self.text.push(other),
            }
        }
        self
    }

    /// Text with its `code` marked.
    pub(super) fn prose(&mut self, text: &str) -> &mut Self {
        let parts: Vec<&str> = text.split('`').collect();
        // An odd number of ticks marks nothing.
        if parts.len().is_multiple_of(2) {
            return self.text(text);
        }
        for (index, part) in parts.into_iter().enumerate() {
            if index % 2 == 0 {
                self.text(part);
            } else {
                self.element("code", "", part);
            }
        }
        self
    }

    /// An element with a class and text in it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        class: &'static str,
        text: &str,
    ) -> &mut Self {
        self.open(name, class).text(text).close(name)
    }

    /// The beginning of an element.
    pub(super) fn open(&mut self, name: &'static str, class: &'static str) -> &mut Self {
        self.markup("<").markup(name);
        if !class.is_empty() {
            self.markup(" class=\"").markup(class).markup("\"");
        }
        self.markup(">")
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &'static str) -> &mut Self {
        self.markup("</").markup(name).markup(">")
    }

    /// The beginning of a cell of a table, with its column's name for screens that have no room
    /// for columns.
    pub(super) fn cell(&mut self, column: &'static str) -> &mut Self {
        self.markup("<td data-column=\"").markup(column).markup("\">")
    }

    /// A link to a clause on the page of a contract.
    pub(super) fn link_into(&mut self, contract: &str, clause: &str, text: &str) -> &mut Self {
        let (contract, fragment) = (fragment(contract), fragment(clause));
        self.markup("<a href=\"").text(&contract).markup("/index.html");
        if !fragment.is_empty() {
            self.markup("#").text(&fragment);
        }
        self.markup("\">").text(text).markup("</a>")
    }

    /// A link to a clause.
    pub(super) fn link(&mut self, clause: &str, text: &str) -> &mut Self {
        let fragment = fragment(clause);
        self.markup("<a href=\"#").text(&fragment).markup("\">").text(text).markup("</a>")
    }

    /// The page.
    pub(super) fn end(self) -> String {
        self.text
    }
}

/// A clause path as the fragment of an address.
fn fragment(clause: &str) -> String {
    let mut fragment = String::with_capacity(clause.len());
    for byte in clause.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._/".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            fragment.push_str(&format!("%{byte:02X}"));
        }
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_given_becomes_markup() {
        let mut html = Html::default();
        html.element("p", "", "<script>alert('1')</script> & \"so on\"");
        html.link("types/Page<a b>", "<x>").prose("`<b>` and <i>").prose("a ` b");
        assert_eq!(
            html.end(),
            "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;so on&quot;</p>\
             <a href=\"#types/Page%3Ca%20b%3E\">&lt;x&gt;</a>\
             <code>&lt;b&gt;</code> and &lt;i&gt;a ` b"
        );
    }
}
