//! Writing JSON text. Small on purpose: producers link this crate and need no JSON library for it.

/// An object that is being written. Members stand in the order in which they are added.
#[derive(Default)]
pub(crate) struct Object {
    text: String,
}

impl Object {
    /// Adds a member whose value is JSON text.
    pub(crate) fn value(&mut self, name: &str, json: &str) {
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        self.text.push_str(&string(name));
        self.text.push(':');
        self.text.push_str(json);
    }

    /// Adds a string.
    pub(crate) fn string(&mut self, name: &str, value: &str) {
        self.value(name, &string(value));
    }

    /// Adds a list of JSON texts.
    pub(crate) fn list(&mut self, name: &str, items: impl IntoIterator<Item = String>) {
        self.value(name, &list(items));
    }

    /// Adds a member whose value is JSON text, if there is one.
    pub(crate) fn optional(&mut self, name: &str, json: Option<String>) {
        if let Some(json) = json {
            self.value(name, &json);
        }
    }

    /// The object's text.
    pub(crate) fn end(mut self) -> String {
        if self.text.is_empty() {
            self.text.push('{');
        }
        self.text.push('}');
        self.text
    }

    /// The object's text, if it has members.
    pub(crate) fn some(self) -> Option<String> {
        (!self.text.is_empty()).then(|| self.end())
    }
}

/// `{"name": value}`.
pub(crate) fn member(name: &str, json: &str) -> String {
    let mut object = Object::default();
    object.value(name, json);
    object.end()
}

/// `[item, ..]`.
pub(crate) fn list(items: impl IntoIterator<Item = String>) -> String {
    let mut text = String::from("[");
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&item);
    }
    text.push(']');
    text
}

/// A string, escaped as RFC 8259, section 7, asks.
pub(crate) fn string(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            control if control < ' ' => {
                text.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => text.push(other),
        }
    }
    text.push('"');
    text
}
