//! Objects, and the members of struct variants.

use contract_core::document::{Field, Read, Shape, Struct, UnknownFields, WireType, Written};

use super::Levels;
use super::leaves;
use super::lines::{Lines, Say, Subject, Turn, of};
use crate::diff::documents::may_be_missing;
use crate::finding;
use crate::rules::{self, Rule};

/// The lines of a struct.
pub(super) fn item(of: &Subject, levels: &Levels<'_>, body: &Struct, lines: &mut Lines<'_>) {
    lines.guard("struct");
    super::behaviour::level(of, "level .", lines);
    members(of, "", levels, body, lines);
}

/// The lines of a type that is another one: a newtype or a transparent type.
pub(super) fn single(of: &Subject, kind: &str, wire: &WireType, lines: &mut Lines<'_>) {
    lines.guard(kind);
    super::behaviour::level(of, "level .", lines);
    leaves::lines(of, of, "type .", wire, lines);
}

/// The members of a struct, or of a variant whose facts end with `within`.
pub(super) fn members(
    of_it: &Subject,
    within: &str,
    levels: &Levels<'_>,
    body: &Struct,
    lines: &mut Lines<'_>,
) {
    let role = of_it.role;
    let list = format!("{}/fields", of_it.clause);
    let subject = |field: &Field| Subject {
        clause: format!("{list}/{}", field.name),
        name: field.name.clone(),
        level: levels.of(Some(of_it.level), &field.about),
        role,
    };
    let fields: Vec<&Field> = body.fields.iter().filter(|it| !it.flatten).collect();
    let flattened = fields.len() != body.fields.len();
    for field in &fields {
        if within.is_empty() {
            lines.knows(all_names(field));
            let it = subject(field);
            let ty = super::facts::known(&field.wire);
            let say = say(&rules::FIELD_RENAMED, of_it, &it, &field.name, None);
            lines.moved(&field.name, ty, &say);
        }
    }
    for field in &fields {
        let it = subject(field);
        if role.response && field.read != Read::Never {
            response(of_it, &it, within, field, lines);
        }
        if role.reads() {
            request(of_it, &it, within, field, body, lines);
        }
        // What this producer never reads is read by others, and what it never writes is written by
        // them. Of its own data nobody reads the one, and nobody writes the other.
        let seen = match (&field.written, &field.read) {
            (_, Read::Never) => role.response && !role.stored,
            (Written::Never, _) => role.request,
            _ => true,
        };
        if seen {
            let fact = format!("type{within} {}", field.name);
            leaves::lines(of_it, &it, &fact, &field.wire, lines);
        }
        super::behaviour::level(&it, &format!("level{within} {}", field.name), lines);
    }
    if role.reads() && !flattened {
        let known: Vec<String> = fields
            .iter()
            .filter(|it| it.written != Written::Never)
            .flat_map(|it| all_names(it).map(str::to_owned))
            .collect();
        let new =
            Subject { name: "{to}".to_owned(), clause: format!("{list}/{{to}}"), ..of_it.clone() };
        let reader = Some(finding::Role::Request);
        let say = say(&rules::FIELD_ADDED_REQUIRED, of_it, &new, "", reader);
        lines.only(&format!("demands{within}"), &list, &known, &say);
    }
    if role.request && body.unknown_fields == UnknownFields::Ignored && !flattened {
        let reader = Some(finding::Role::Request);
        let say = say(&rules::UNKNOWN_FIELDS_REFUSED, of_it, of_it, "", reader);
        lines.refuses(&format!("refuses{within}"), &["*".to_owned()], &say);
    }
    if role.response && body.unknown_fields == UnknownFields::Refused && !flattened {
        let known: Vec<String> = fields
            .iter()
            .filter(|it| it.read != Read::Never)
            .flat_map(|it| names(it).map(str::to_owned))
            .collect();
        let new =
            Subject { name: "{to}".to_owned(), clause: format!("{list}/{{to}}"), ..of_it.clone() };
        let reader = Some(finding::Role::Response);
        let say = say(&rules::UNKNOWN_FIELDS_REFUSED, of_it, &new, "", reader);
        lines.only(&format!("writes{within}"), &list, &known, &say);
    }
}

/// One of these facts has to be there; in a variant, as long as that is there with fields.
fn needs(within: &str, facts: &[String], say: &Say<'_>, lines: &mut Lines<'_>) {
    if within.is_empty() {
        lines.needs(facts, say);
    } else {
        lines.needs_if(&format!("content{within} struct"), facts, say);
    }
}

/// What the old reader demands has to be written.
fn response(of_it: &Subject, it: &Subject, within: &str, field: &Field, lines: &mut Lines<'_>) {
    if !demanded(lines, field) || field.written == Written::Never {
        return;
    }
    let reader = Some(finding::Role::Response);
    let mut written = of(&format!("writes{within}"), names(field));
    written.push(format!("more{within} *"));
    needs(within, &written, &say(&rules::FIELD_REMOVED, of_it, it, "", reader), lines);
    if field.written == Written::Always {
        let skipped: Vec<String> = names(field).map(str::to_owned).collect();
        let rule = &rules::FIELD_BECAME_OPTIONAL;
        let kind = format!("skips-none{within}");
        lines.refuses(&kind, &skipped, &say(rule, of_it, it, "", reader));
        let rule = &rules::SKIP_SERIALIZING_IF_ADDED;
        lines.refuses(&format!("skips{within}"), &skipped, &say(rule, of_it, it, "always", reader));
        // Of a type that is not known, null may be a value.
        if super::facts::known(&field.wire).is_some() {
            let rule = &rules::FIELD_BECAME_NULLABLE;
            let from = crate::diff::documents::text(&field.wire);
            lines.refuses(&format!("null{within}"), &skipped, &say(rule, of_it, it, &from, reader));
        }
    }
}

/// What the old writer may leave out, the new reader must not demand; what it writes to a reader
/// that refuses what it does not know has to be known.
fn request(
    of_it: &Subject,
    it: &Subject,
    within: &str,
    field: &Field,
    body: &Struct,
    lines: &mut Lines<'_>,
) {
    let reader = Some(finding::Role::Request);
    let role = of_it.role;
    let written = field.written != Written::Never;
    let left_out = !matches!(field.written, Written::Always | Written::Never);
    let may_lack = match field.read {
        // Nobody was asked for it.
        Read::Never => true,
        Read::Required if demanded(lines, field) => left_out,
        Read::Demanded => left_out,
        // Whoever writes requests may leave out what the reader did not ask for.
        Read::Required => {
            (role.request || left_out) && may_be_missing(lines.document(), &field.wire)
        }
        Read::Default | Read::ContainerDefault | Read::DefaultFn(_) => role.request || left_out,
    };
    if may_lack {
        let rule: &'static Rule = match field.read {
            Read::Default | Read::ContainerDefault | Read::DefaultFn(_) => &rules::DEFAULT_REMOVED,
            _ => &rules::FIELD_BECAME_REQUIRED,
        };
        let demanded: Vec<String> = names(field).map(str::to_owned).collect();
        lines.refuses(&format!("demands{within}"), &demanded, &say(rule, of_it, it, "", reader));
    }
    if written
        && field.read != Read::Never
        && body.unknown_fields == UnknownFields::Refused
        && body.fields.iter().all(|it| !it.flatten)
    {
        let known = [
            format!("reads{within} {}", field.name),
            format!("ignores{within} *"),
            format!("more{within} *"),
        ];
        needs(within, &known, &say(&rules::FIELD_REMOVED, of_it, it, "", reader), lines);
    }
    if role.request && demanded(lines, field) {
        for alias in &field.aliases {
            let known = [
                format!("reads{within} {alias}"),
                format!("spares{within} {}", own_name(field)),
                format!("more{within} *"),
            ];
            // A field that is gone is ignored, and not refused for its alias.
            let say = say(&rules::ALIAS_REMOVED, of_it, it, alias, reader);
            lines.needs_if(&format!("demands{within} {}", own_name(field)), &known, &say);
        }
    }
}

/// Whether a reader certainly refuses an object without this field.
fn demanded(lines: &Lines<'_>, field: &Field) -> bool {
    match field.read {
        Read::Demanded => true,
        Read::Required => match &field.wire {
            WireType::Named(name) => lines
                .document()
                .types
                .get(name)
                .is_some_and(|it| !matches!(it.shape, Shape::Alias(_) | Shape::Unit)),
            WireType::Leaf(leaf) => {
                use contract_core::document::Leaf;
                !matches!(leaf, Leaf::Any | Leaf::Raw | Leaf::Null | Leaf::Phantom | Leaf::Never)
            }
            WireType::List(_)
            | WireType::Set(_)
            | WireType::Map(..)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => true,
            WireType::Option(_)
            | WireType::Split(..)
            | WireType::Opaque(..)
            | WireType::Codec(..)
            | WireType::Schema(_) => false,
        },
        Read::Default | Read::ContainerDefault | Read::DefaultFn(_) | Read::Never => false,
    }
}

fn own_name(field: &Field) -> &str {
    field.read_name.as_deref().unwrap_or(&field.name)
}

/// The names under which a field is read.
fn names(field: &Field) -> impl Iterator<Item = &str> {
    std::iter::once(own_name(field)).chain(field.aliases.iter().map(String::as_str))
}

/// The names of a field in either direction.
fn all_names(field: &Field) -> impl Iterator<Item = &str> {
    let written = std::iter::once(field.name.as_str());
    written.chain(names(field).filter(|name| *name != field.name))
}

/// A sentence about a member.
fn say<'r>(
    rule: &'static Rule,
    of_it: &'r Subject,
    it: &'r Subject,
    from: &'r str,
    role: Option<finding::Role>,
) -> Say<'r> {
    Say {
        rule,
        clause: it.clause.clone(),
        level: it.level,
        role,
        words: [&it.name, &of_it.name, from],
        turn: Turn::Changed,
        paid: false,
    }
}
