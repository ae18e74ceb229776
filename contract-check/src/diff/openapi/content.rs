//! Bodies by media type.

use super::context::{Context, Pair, Sides, Subject};
use super::media_type::MediaType;
use super::{encoding, forms};
use crate::finding::{Finding, Role};
use crate::openapi::{Kind, Node};
use crate::rules;

/// How a media type comes to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The writer takes one.
    Writer,
    /// The reader says which it accepts, as in the response to a request.
    Reader,
}

/// The media types of one side.
fn entries<'d>(content: Option<&Node<'d>>) -> Vec<(MediaType, Node<'d>)> {
    let mut entries: Vec<_> = content
        .iter()
        .flat_map(|content| content.members())
        .map(|(name, node)| (MediaType::parse(name), node))
        .collect();
    // The most exact first: it is the one that answers for what it covers.
    entries.sort_by_key(|(media, _)| std::cmp::Reverse(media.precision()));
    entries
}

/// The entry that answers for a media type.
fn covering<'a, 'd>(
    entries: &'a [(MediaType, Node<'d>)],
    media: &MediaType,
) -> Option<&'a (MediaType, Node<'d>)> {
    entries.iter().find(|(range, _)| range.covers(media))
}

/// Compares two `content` members of what people call `it`; both sides have one.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    sides: &Sides<'d>,
    role: Role,
    choice: Choice,
    (it, subject): (&str, &Subject),
) {
    if context.is_same(sides) {
        return;
    }
    let (old, new) = (entries(sides.0.as_ref()), entries(sides.1.as_ref()));
    let mut pairs: Vec<(MediaType, Pair<'d>)> = Vec::new();
    let (writers, readers) = match role {
        Role::Request => (&old, &new),
        Role::Response => (&new, &old),
    };
    for (media, writer) in writers {
        let Some((_, reader)) = covering(readers, media) else { continue };
        let pair = match role {
            Role::Request => Pair { old: writer.clone(), new: reader.clone() },
            Role::Response => Pair { old: reader.clone(), new: writer.clone() },
        };
        pairs.push((media.clone(), pair));
    }
    // What is read by an entry of its own may be written as something in a range.
    for (media, reader) in readers {
        if writers.iter().any(|(written, _)| written == media) {
            continue;
        }
        let Some((range, writer)) = covering(writers, media) else { continue };
        match role {
            Role::Request if range.is_range() => {
                let pair = Pair { old: writer.clone(), new: reader.clone() };
                pairs.push((media.clone(), pair));
            }
            // Nobody has sent the new parameters of a media type that is no range.
            Role::Request => {}
            Role::Response => {
                let pair = Pair { old: reader.clone(), new: writer.clone() };
                pairs.push((media.clone(), pair));
            }
        }
    }
    for (media, node) in &old {
        let covered = match role {
            Role::Request => covering(&new, media).is_some(),
            // What is read as a range may be written as something in it, and the other way round.
            Role::Response => {
                covering(&new, media).is_some() || new.iter().any(|(is, _)| media.covers(is))
            }
        };
        if covered {
            continue;
        }
        if let (Role::Response, Some((is, written))) =
            (role, new.iter().find(|(is, _)| media.is_suffix_of(is)))
        {
            let clause = format!("{}/{media}", subject.clause);
            let finding = Finding::note(&rules::MEDIA_TYPE_SPECIALIZED, clause)
                .it(media.to_string())
                .from(media.to_string())
                .to(is.to_string())
                .role(role);
            context.report(finding, subject, (Some(node), Some(written)));
            pairs.push((is.clone(), Pair { old: node.clone(), new: written.clone() }));
            continue;
        }
        removed(context, media, node, role, choice, subject);
    }
    for (media, node) in &new {
        let known = old.iter().any(|(was, _)| was == media || was.is_suffix_of(media));
        if !known {
            added(context, media, node, covering(&old, media).is_some(), role, choice, subject);
        }
    }
    for (media, pair) in pairs {
        let subject = subject.part(&media.to_string());
        entry(context, &media, &pair, role, (it, &subject));
    }
}

fn removed<'d>(
    context: &mut Context<'d>,
    media: &MediaType,
    node: &Node<'d>,
    role: Role,
    choice: Choice,
    subject: &Subject,
) {
    let clause = format!("{}/{media}", subject.clause);
    // A writer that chooses may choose less; a reader that asked for it is not served.
    let finding = match (role, choice) {
        (Role::Response, Choice::Writer) => Finding::note(&rules::MEDIA_TYPE_REMOVED, clause),
        _ => Finding::breaking(&rules::MEDIA_TYPE_REMOVED, clause),
    };
    context.report(finding.it(media.to_string()).role(role), subject, (Some(node), None));
}

fn added<'d>(
    context: &mut Context<'d>,
    media: &MediaType,
    node: &Node<'d>,
    covered: bool,
    role: Role,
    choice: Choice,
    subject: &Subject,
) {
    let clause = format!("{}/{media}", subject.clause);
    let finding = match (role, choice) {
        (Role::Response, Choice::Writer) if !covered => {
            Finding::breaking(&rules::MEDIA_TYPE_ADDED, clause)
        }
        _ => Finding::note(&rules::MEDIA_TYPE_ADDED, clause),
    };
    context.report(finding.it(media.to_string()).role(role), subject, (None, Some(node)));
}

/// Compares what one media type holds.
fn entry<'d>(
    context: &mut Context<'d>,
    media: &MediaType,
    pair: &Pair<'d>,
    role: Role,
    (it, subject): (&str, &Subject),
) {
    if context.is_elsewhere(pair, subject) {
        return;
    }
    if media.is_form() {
        forms::compare(context, pair, role, subject);
    }
    context.schema(pair, "schema", role, (it, subject), media.is_xml());
    let items = pair.get("itemSchema");
    if items.0.is_some() || items.1.is_some() {
        let subject = &subject.part("items");
        context.schema(pair, "itemSchema", role, ("item", subject), media.is_xml());
    }
    for name in ["encoding", "prefixEncoding", "itemEncoding"] {
        encoding::compare(context, (media, name), pair, role, subject);
    }
    context.rest(pair, Kind::MediaType, subject);
}
