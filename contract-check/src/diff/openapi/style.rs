//! How a value is written as text: in parameters, headers and the fields of forms.

use std::fmt;

use super::context::Pair;
use super::text;
use crate::finding::Role;
use crate::json::Json;
use crate::openapi::{Node, OpenApi, Version};

/// What is written in a style.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// One text.
    Plain,
    /// Several.
    List,
    /// Anything, objects among it.
    Any,
}

impl Value {
    /// What is written on both sides.
    pub(super) fn of(schemas: &Pair<'_>) -> Self {
        let both = |is: fn(&Node<'_>) -> bool| is(&schemas.old) && is(&schemas.new);
        if both(text::is_plain) {
            Self::Plain
        } else if both(text::is_list) {
            Self::List
        } else {
            Self::Any
        }
    }
}

/// A style, with what is meant where nothing is said.
#[derive(PartialEq)]
pub(super) struct Style<'d> {
    style: &'d str,
    explode: bool,
    reserved: bool,
}

impl<'d> Style<'d> {
    /// The style that is said of a parameter, header or field, by default that of its location
    /// (OpenAPI 3.1, Parameter Object).
    pub(super) fn of(said: Option<&Node<'d>>, location: &str, document: &OpenApi) -> Self {
        let style = said.and_then(|it| it.text("style")).unwrap_or(match location {
            "query" | "cookie" => "form",
            _ => "simple",
        });
        let explode = said.and_then(|it| it.value.get("explode")).and_then(Json::as_bool);
        // Before 3.2 it is said of query parameters only.
        let counts = location == "query" || document.version() >= Version::V32;
        Self {
            style,
            explode: explode.unwrap_or(matches!(style, "form" | "cookie")),
            reserved: counts && said.is_some_and(|it| it.flag("allowReserved")),
        }
    }

    /// Whether each item of a list is written as if it were alone.
    pub(super) fn is_repeated(&self) -> bool {
        self.explode && matches!(self.style, "form" | "cookie")
    }

    /// What tells it from other styles, as far as it matters to such values.
    fn form(&self, value: Value) -> (&'d str, bool) {
        let style = match (value, self.style) {
            // One value is written bare in all styles but these.
            (Value::Plain, style) if !matches!(style, "label" | "matrix") => "bare",
            (_, style) => style,
        };
        // A simple list has a comma between any two, exploded or not (RFC 6570, section 3.2.2).
        let alike = value == Value::Plain || (value == Value::List && self.style == "simple");
        (style, self.explode && !alike)
    }
}

impl fmt::Display for Style<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.style)?;
        if self.explode {
            f.write_str(" exploded")?;
        }
        if self.reserved {
            f.write_str(" with reserved characters")?;
        }
        Ok(())
    }
}

/// Whether values are written as another text in the new style than in the old one.
pub(super) fn differ(
    (old, new): (&Style<'_>, &Style<'_>),
    value: Value,
    schemas: Option<&Pair<'_>>,
    role: Role,
) -> bool {
    let writer = schemas.map(|it| match role {
        Role::Request => &it.old,
        Role::Response => &it.new,
    });
    // What stands between the items of a form is no part of them.
    let are_lists = value == Value::List && old.style == "form" && new.style == "form";
    let is_unreserved = |schema: &Node<'_>| match schema.get("items") {
        Some(items) if are_lists => text::is_unreserved(&items),
        _ => text::is_unreserved(schema),
    };
    let escaped = old.reserved != new.reserved && !writer.is_some_and(is_unreserved);
    escaped || old.form(value) != new.form(value)
}
