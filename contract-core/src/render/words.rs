//! Sentences that more than one format shows.

use std::fmt::Write as _;

use crate::document::{About, Deprecation, Document, Leaf, WireType};
use crate::{Effects, Level, Retry};

/// The level of everything that no clause gives another one.
pub(super) fn default_level(document: &Document) -> Level {
    document.contract.level.unwrap_or(Level::Experimental)
}

/// What an author says about a clause, as prose: its meaning, its unit, how it is built,
/// its timeline.
pub(super) fn description(about: &About) -> Option<String> {
    let mut sentences = Vec::new();
    sentences.extend(about.meaning.as_deref().map(sentence));
    sentences.extend(about.unit.as_ref().map(|unit| format!("Unit: {unit}.")));
    sentences.extend(about.construct.as_ref().map(|it| format!("Built as {it}.")));
    sentences.extend(about.deprecated.as_ref().map(timeline));
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A deprecation in one sentence or two.
pub(super) fn timeline(deprecation: &Deprecation) -> String {
    let mut text = "Deprecated".to_owned();
    match (&deprecation.since, &deprecation.date) {
        (Some(since), Some(date)) => {
            let _ = write!(text, " since {since} ({date})");
        }
        (Some(since), None) | (None, Some(since)) => {
            let _ = write!(text, " since {since}");
        }
        (None, None) => {}
    }
    match (&deprecation.sunset, &deprecation.remove_in) {
        (Some(sunset), Some(version)) => {
            let _ = write!(text, ", removed in {version}, not before {sunset}");
        }
        (Some(sunset), None) => {
            let _ = write!(text, ", removed after {sunset}");
        }
        (None, Some(version)) => {
            let _ = write!(text, ", removed in {version}");
        }
        (None, None) => {}
    }
    if let Some(replacement) = &deprecation.replaced_by {
        let _ = write!(text, "; use `{replacement}`");
    }
    text.push('.');
    if let Some(note) = &deprecation.note {
        let _ = write!(text, " {}", sentence(note));
    }
    if let Some(link) = &deprecation.link {
        let _ = write!(text, " See {link}");
    }
    text
}

/// The text with a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let stop = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{text}{stop}")
}

/// What a caller may do about an error.
pub(super) fn retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "do not send it again",
        Retry::AfterChange => "send it again after changing the request or the state",
        Retry::Restart => "start over at a higher level",
        Retry::WithKey => "send it again with the same idempotency key",
        Retry::Safe => "send it again freely",
    }
}

/// What has happened when a caller sees an error.
pub(super) fn effects(effects: Effects) -> &'static str {
    match effects {
        Effects::Unknown => "it is unknown what has happened",
        Effects::Partial => "some of it has happened",
        Effects::None => "nothing has happened",
        Effects::All => "all of it has happened",
    }
}

/// What a level promises.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Stable => "guaranteed",
        Level::Provisional => "may change, with notice",
        Level::Experimental => "may change without notice",
        Level::Incidental => "observable, not promised",
        Level::OutOfContract => "expressly not promised",
    }
}

/// A part of a type expression in words.
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// A basic type.
    Code(String),
    /// A type of the contract.
    Type(String),
}

/// A type expression in words: a list of `LineItem`, or null.
pub(super) fn wire(wire: &WireType) -> Vec<Piece> {
    let mut pieces = Vec::new();
    put(wire, &mut pieces);
    pieces
}

fn put(wire: &WireType, pieces: &mut Vec<Piece>) {
    let text = |text: &str| Piece::Text(text.to_owned());
    match wire {
        WireType::Leaf(leaf) => pieces.push(Piece::Code(leaf.word().to_owned())),
        WireType::Named(name) => pieces.push(Piece::Type(name.clone())),
        WireType::Option(of) => {
            put(of, pieces);
            pieces.push(text(" or null"));
        }
        WireType::List(of) => {
            pieces.push(text("list of "));
            put(of, pieces);
        }
        WireType::Set(of) => {
            pieces.push(text("set of "));
            put(of, pieces);
        }
        WireType::Map(key, of) => {
            pieces.push(text("map of "));
            put(key, pieces);
            pieces.push(text(" to "));
            put(of, pieces);
        }
        WireType::Tuple(of) => {
            pieces.push(text("("));
            for (index, item) in of.iter().enumerate() {
                if index > 0 {
                    pieces.push(text(", "));
                }
                put(item, pieces);
            }
            pieces.push(text(")"));
        }
        WireType::Array(of, length) => {
            pieces.push(text(&format!("array of {length} times ")));
            put(of, pieces);
        }
        WireType::ShortList(of, most) => {
            pieces.push(text(&format!("list of at most {most} times ")));
            put(of, pieces);
        }
        WireType::ShortText(most) => {
            pieces.push(Piece::Code(Leaf::String.word().to_owned()));
            pieces.push(text(&format!(" of at most {most} bytes")));
        }
        WireType::Split(written, read) => {
            pieces.push(text("written as "));
            put(written, pieces);
            pieces.push(text(", read as "));
            put(read, pieces);
        }
        WireType::Opaque(codec, of) => {
            if let Some(of) = of {
                put(of, pieces);
                pieces.push(text(" "));
            }
            pieces.push(text("by the codec "));
            pieces.push(Piece::Code(codec.clone()));
        }
        WireType::Codec(codec, of) => {
            pieces.push(text("what the codec "));
            pieces.push(Piece::Code(codec.clone()));
            pieces.push(text(" makes of "));
            put(of, pieces);
        }
        WireType::Schema(_) => pieces.push(text("a JSON Schema of its own")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeline_says_what_is_known() {
        let mut deprecation = Deprecation::default();
        assert_eq!(timeline(&deprecation), "Deprecated.");
        deprecation.since = Some("1.3.0".to_owned());
        deprecation.sunset = Some("2027-06-30".to_owned());
        deprecation.remove_in = Some("2.0.0".to_owned());
        deprecation.replaced_by = Some("payment".to_owned());
        deprecation.note = Some("Vouchers stay valid".to_owned());
        deprecation.date = Some("2026-07-01".to_owned());
        deprecation.link = Some("https://shop.example/moved".to_owned());
        assert_eq!(
            timeline(&deprecation),
            "Deprecated since 1.3.0 (2026-07-01), removed in 2.0.0, not before 2027-06-30; use \
             `payment`. Vouchers stay valid. See https://shop.example/moved"
        );
    }

    #[test]
    fn a_description_ends_every_sentence_once() {
        let about = About {
            meaning: Some("Gross amount, taxes included.".to_owned()),
            unit: Some("EUR cent".to_owned()),
            ..About::default()
        };
        assert_eq!(
            description(&about).as_deref(),
            Some("Gross amount, taxes included. Unit: EUR cent.")
        );
        assert_eq!(description(&About::default()), None);
    }
}
