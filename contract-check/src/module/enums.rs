//! Enums.

use contract_core::document::{Content, Enum, Tagging, Variant};

use super::lines::{Lines, Say, Subject, Turn};
use super::{Levels, leaves, structs};
use crate::finding;
use crate::rules::{self, Rule};

/// The lines of an enum. Of an untagged one nothing is certain: a document that one variant
/// refuses may be another's.
pub(super) fn item(of_it: &Subject, levels: &Levels<'_>, body: &Enum, lines: &mut Lines<'_>) {
    lines.guard("enum");
    super::behaviour::level(of_it, "level .", lines);
    let role = of_it.role;
    let travels = role.response || role.reads();
    // What tells the variants, running code says: the macros do not know it.
    let unseen = matches!(body.tagging, Tagging::Untagged | Tagging::Number { .. });
    if unseen || !travels || body.variants.is_empty() {
        return;
    }
    let list = format!("{}/variants", of_it.clause);
    let told = representation(&body.tagging);
    let from = crate::diff::documents::representation(&body.tagging);
    let changed = Say {
        rule: &rules::TAG_REPRESENTATION_CHANGED,
        clause: of_it.clause.clone(),
        level: of_it.level,
        role: None,
        words: [&of_it.name, &of_it.name, &from],
        turn: Turn::Changed,
        paid: false,
    };
    lines.only("tagging", "", std::slice::from_ref(&told), &changed);
    let named: Vec<&Variant> =
        body.variants.iter().filter(|it| !it.other && !it.untagged).collect();
    let value = |it: &Variant| body.tagging.is_external() && it.content.is_unit();
    let subject = |variant: &Variant| Subject {
        clause: format!("{list}/{}", variant.name),
        name: variant.name.clone(),
        level: levels.of(Some(of_it.level), &variant.about),
        role,
    };
    for variant in &named {
        lines.knows(names(variant));
        let rule: &'static Rule =
            if value(variant) { &rules::ENUM_VALUE_RENAMED } else { &rules::VARIANT_RENAMED };
        let it = subject(variant);
        lines.moved(&variant.name, None, &say(rule, of_it, &it, &variant.name, None));
    }
    for variant in named.iter().filter(|it| it.written && it.read) {
        let it = subject(variant);
        if role.reads() {
            request(of_it, &it, variant, value(variant), lines);
        }
        within(of_it, &it, levels, body, variant, lines);
    }
    let closed = body.variants.iter().all(|it| !it.other && !it.untagged);
    if role.response && role.closed && closed {
        let known: Vec<String> =
            named.iter().filter(|it| it.read).flat_map(|it| names(it).map(str::to_owned)).collect();
        let new =
            Subject { name: "{to}".to_owned(), clause: format!("{list}/{{to}}"), ..of_it.clone() };
        for (kind, rule) in
            [("writes-value", &rules::ENUM_VALUE_ADDED), ("writes-variant", &rules::VARIANT_ADDED)]
        {
            let reader = Some(finding::Role::Response);
            lines.only(kind, &list, &known, &say(rule, of_it, &new, "", reader));
        }
    }
}

/// What old writers write has to be known.
fn request(of_it: &Subject, it: &Subject, variant: &Variant, value: bool, lines: &mut Lines<'_>) {
    let reader = Some(finding::Role::Request);
    let rule: &'static Rule =
        if value { &rules::ENUM_VALUE_REMOVED } else { &rules::VARIANT_REMOVED };
    let catch_all = || "catch-all".to_owned();
    let known = [format!("reads-variant {}", variant.name), catch_all()];
    lines.needs(&known, &say(rule, of_it, it, "", reader));
    if of_it.role.request {
        for alias in names(variant).filter(|name| *name != variant.name) {
            let known = [format!("reads-variant {alias}"), catch_all()];
            let say = say(&rules::ALIAS_REMOVED, of_it, it, alias, reader);
            lines.needs_if(&format!("reads-variant {}", variant.name), &known, &say);
        }
    }
}

/// The content of a variant.
fn within(
    of_it: &Subject,
    it: &Subject,
    levels: &Levels<'_>,
    body: &Enum,
    variant: &Variant,
    lines: &mut Lines<'_>,
) {
    let role = of_it.role;
    let end = format!("@{}", variant.name);
    let changed = |from| say(&rules::VARIANT_CONTENT_CHANGED, of_it, it, from, None);
    match &variant.content {
        Content::Unit => {
            // `"A"` is read by nothing but a unit variant.
            if body.tagging.is_external() && role.reads() {
                let others = ["newtype", "tuple", "struct"].map(str::to_owned);
                lines.refuses(&format!("content{end}"), &others, &changed("nothing"));
            }
        }
        Content::Newtype(wire) => {
            leaves::lines(of_it, it, &format!("type{end} ."), wire, lines);
        }
        Content::Tuple(_) => {}
        Content::Struct(body) => {
            let inside = Subject { name: format!("{}::{}", of_it.name, it.name), ..it.clone() };
            structs::members(&inside, &end, levels, body, lines);
        }
    }
    super::behaviour::level(it, &format!("level {}", variant.name), lines);
}

/// As the macros say it.
pub(super) fn representation(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => "external".to_owned(),
        Tagging::Internal { tag } => format!("internal `{tag}`"),
        Tagging::Adjacent { tag, content } => format!("adjacent `{tag}`, `{content}`"),
        Tagging::Untagged => "untagged".to_owned(),
        Tagging::Number { .. } => "number".to_owned(),
    }
}

/// The names under which a variant is read, and that under which it is written.
fn names(variant: &Variant) -> impl Iterator<Item = &str> {
    let own = variant.read_name.as_deref();
    let aliases = variant.aliases.iter().map(String::as_str);
    std::iter::once(variant.name.as_str())
        .chain(own.filter(|name| *name != variant.name))
        .chain(aliases)
}

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
