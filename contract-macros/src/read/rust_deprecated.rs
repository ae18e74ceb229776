//! Rust's own `#[deprecated]`: who writes it means the promise, too.

use syn::{Expr, Lit, Meta};

use crate::model::Deprecated;
use crate::value;

/// What a timeline says, with what Rust's own attribute adds to it. Its mistakes are rustc's to
/// report.
pub(super) fn with_rusts(
    timeline: Option<Deprecated>,
    attrs: &[syn::Attribute],
) -> Option<Deprecated> {
    let Some(rusts) = attrs.iter().find_map(of_attribute) else { return timeline };
    let Some(timeline) = timeline else { return Some(rusts) };
    // Who gives a timeline for consumers gives its version with it.
    Some(Deprecated { note: timeline.note.or(rusts.note), ..timeline })
}

/// `#[deprecated]`, `#[deprecated = "note"]`, `#[deprecated(since = "..", note = "..")]`.
fn of_attribute(attr: &syn::Attribute) -> Option<Deprecated> {
    if !attr.path().is_ident("deprecated") {
        return None;
    }
    let mut found = Deprecated::default();
    match &attr.meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => found.note = text(&pair.value),
        Meta::List(_) => {
            let pairs = attr.parse_args_with(
                syn::punctuated::Punctuated::<syn::MetaNameValue, syn::Token![,]>::parse_terminated,
            );
            for pair in pairs.into_iter().flatten() {
                let value = text(&pair.value);
                if pair.path.is_ident("note") {
                    found.note = value;
                } else if pair.path.is_ident("since") {
                    // Rust takes any text, "TBD" among others; a contract takes a version.
                    found.since = value.filter(|it| value::version_problem(it).is_none());
                }
            }
        }
    }
    Some(found)
}

fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Group(group) => text(&group.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attr: syn::Attribute) -> Option<(Option<String>, Option<String>)> {
        with_rusts(None, &[attr]).map(|it| (it.since, it.note))
    }

    #[test]
    fn every_form_is_read() {
        let said = |since: &str, note: &str| {
            let some = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
            Some((some(since), some(note)))
        };
        assert_eq!(read(syn::parse_quote!(#[deprecated])), said("", ""));
        assert_eq!(read(syn::parse_quote!(#[deprecated = "use b"])), said("", "use b"));
        assert_eq!(
            read(syn::parse_quote!(#[deprecated(since = "1.2.0", note = "use b")])),
            said("1.2.0", "use b")
        );
        assert_eq!(read(syn::parse_quote!(#[deprecated(since = "TBD")])), said("", ""));
        assert_eq!(read(syn::parse_quote!(#[deprecated(since)])), said("", ""));
        assert_eq!(read(syn::parse_quote!(#[doc = "deprecated"])), None);
    }

    #[test]
    fn a_timeline_for_consumers_says_more() {
        let given = Deprecated {
            since: Some("2.0.0".to_owned()),
            sunset: Some("2027-01-31".to_owned()),
            ..Deprecated::default()
        };
        let attr = syn::parse_quote!(#[deprecated(since = "1.2.0", note = "use b")]);
        let both = with_rusts(Some(given), &[attr]).expect("a timeline");
        assert_eq!(both.since.as_deref(), Some("2.0.0"));
        assert_eq!(both.note.as_deref(), Some("use b"));
        assert_eq!(both.sunset.as_deref(), Some("2027-01-31"));
    }
}
