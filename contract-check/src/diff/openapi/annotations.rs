//! What schemas say that no set of documents shows: discriminators, XML, what a text encodes, and
//! the values of an enumeration that is open.

use std::ptr;

use super::context::{Context, Position, Reached, brief};
use super::heeded;
use super::mapping::{Mapping, short};
use super::xml::{self, Names};
use crate::finding::{Finding, Hazard, Place, Role, Severity};
use crate::hash::HashSet;
use crate::json::Json;
use crate::openapi::{Node, OpenApi};
use crate::rules;

/// Compares the schemas at some positions. Also whether an object was closed or opened somewhere.
pub(super) fn compare(
    context: &Context<'_>,
    role: Role,
    positions: &[(&Position, &Reached<'_>)],
) -> (Vec<Finding>, bool) {
    let mut walk = Walk {
        context,
        role,
        seen: HashSet::default(),
        references: HashSet::default(),
        findings: Vec::new(),
        openness: false,
        pending: Vec::new(),
        leads: Vec::new(),
    };
    for (_, reached) in positions {
        if let (Some(old), Some(new)) = &reached.schemas {
            let xml = reached.xml.then_some(xml::UNNAMED);
            walk.pending.push((old.clone(), new.clone(), reached.it.clone(), xml));
        }
    }
    loop {
        if let Some((old, new, it, xml)) = walk.pending.pop() {
            walk.reach(old, new, &it, xml);
        } else if let Some((text, it, xml)) = walk.leads.pop() {
            walk.follow(text, &it, xml);
        } else {
            break;
        }
    }
    (walk.findings, walk.openness)
}

struct Walk<'c, 'd> {
    context: &'c Context<'d>,
    role: Role,
    /// The pairs that were met, by the values' addresses: pointers take long to compare.
    seen: HashSet<(*const Json, *const Json, Option<Names<'d>>)>,
    /// The references that were followed on both sides.
    references: HashSet<(&'d str, bool)>,
    findings: Vec<Finding>,
    openness: bool,
    /// Pairs to be looked at: what they are called, and the names of their elements where they are
    /// written as XML.
    pending: Vec<(Node<'d>, Node<'d>, String, Option<Names<'d>>)>,
    /// References to be followed on both sides: what leads there, and whether it is written as XML.
    leads: Vec<(&'d str, String, bool)>,
}

impl<'d> Walk<'_, 'd> {
    /// Comes upon a pair, which may be references.
    fn reach(&mut self, old: Node<'d>, new: Node<'d>, it: &str, xml: Option<Names<'d>>) {
        let reference: Option<&'d str> =
            old.text("$ref").filter(|text| new.text("$ref") == Some(text));
        // What references lead to may stand elsewhere as well, under other names.
        let refers = old.text("$ref").is_some() || new.text("$ref").is_some();
        let xml = xml.map(|names| if refers { xml::UNNAMED } else { names });
        // What references lead to has been compared already.
        let known = reference.and_then(|text| self.context.same.leads_to_same(text));
        if known == Some(true) {
            return;
        }
        if reference.is_some_and(|text| !self.references.insert((text, xml.is_some()))) {
            return;
        }
        let (old, new) = (old.followed(), new.followed());
        if !self.seen.insert((ptr::from_ref(old.value), ptr::from_ref(new.value), xml))
            || (known.is_none() && self.context.same.same(old.value, new.value))
        {
            return;
        }
        self.visit(&old, &new, it, xml);
    }

    /// Looks at a pair that is not the same.
    fn visit(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str, xml: Option<Names<'d>>) {
        let it = component(old).unwrap_or(it);
        if old.value.is(new.value) {
            return self.lead_on(old.value, it, xml.is_some());
        }
        if xml.is_some_and(|names| !xml::is_same([old.value, new.value], names)) {
            let finding = self.finding(&rules::XML_CHANGED, Severity::Breaking, "xml", old, new);
            let of = |node: &Node<'d>| brief(node.value.get("xml"));
            self.findings.push(finding.it(it).within(it).from(of(old)).to(of(new)));
        }
        self.encoding(old, new, it);
        self.precision(old, new, it);
        self.open_values(old, new, it);
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            self.openness |= old.value.get(keyword) != new.value.get(keyword);
        }
        let unnamed = xml.map(|_| xml::UNNAMED);
        for keyword in ["properties", "patternProperties"] {
            let (Some(old), Some(new)) = (old.raw(keyword), new.raw(keyword)) else { continue };
            for (name, _) in old.value.as_object().unwrap_or_default() {
                let named = xml.filter(|_| keyword == "properties").map(|_| [Some(&**name); 2]);
                self.push(&old, &new, name, name, named.or(unnamed));
            }
        }
        let of_items = xml.map(|names| xml::of_items([old.value, new.value], names));
        self.push(old, new, "items", it, of_items);
        for keyword in ["additionalProperties", "unevaluatedProperties", "not"] {
            self.push(old, new, keyword, it, unnamed);
        }
        for (old, new) in items(old.raw("prefixItems").as_ref(), new.raw("prefixItems").as_ref()) {
            self.pending.push((old, new, it.to_owned(), unnamed));
        }
        self.compose(old, new, it, unnamed);
    }

    /// Looks at the parts and alternatives of a pair, and at the discriminators by which both
    /// sides tell what stands there. These may stand in what one side wraps.
    fn compose(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str, xml: Option<Names<'d>>) {
        let (was, is) = (heeded::at(old), heeded::at(new));
        let wraps = |schema: &Node<'d>, tagged: &Option<Node<'d>>| {
            tagged.as_ref().is_some_and(|it| it.pointer != schema.pointer)
        };
        let wrap = (wraps(old, &was), wraps(new, &is));
        let (was, is) = match (was, is) {
            // What one side wraps the other one has as it is.
            (Some(was), Some(is)) if wrap.0 != wrap.1 => {
                return self.pending.push((was, is, it.to_owned(), xml));
            }
            sides => sides,
        };
        self.discriminator(old, new, it);
        let mut paired: HashSet<String> = HashSet::default();
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for (old, new) in branches(old.raw(keyword).as_ref(), new.raw(keyword).as_ref()) {
                if wrap.0 || wrap.1 {
                    let tagged = [heeded::at(&old), heeded::at(&new)];
                    paired.extend(tagged.into_iter().flatten().map(|it| it.pointer));
                }
                self.pending.push((old, new, it.to_owned(), xml));
            }
        }
        let is_met = |tagged: &Node<'d>| paired.contains(&tagged.pointer);
        match (was, is) {
            (Some(was), Some(is)) if wrap.0 => self.pending.push((was, is, it.to_owned(), xml)),
            (Some(was), None) if wrap.0 && !is_met(&was) => {
                self.discriminator(&was, new, component(&was).unwrap_or(it));
            }
            (None, Some(is)) if wrap.1 && !is_met(&is) => {
                self.discriminator(old, &is, component(&is).unwrap_or(it));
            }
            _ => {}
        }
    }

    /// Looks at what both documents have in common: all that can differ is where references lead.
    /// Recurses as deep as texts nest, which their readers have limited.
    fn lead_on(&mut self, value: &'d Json, it: &str, xml: bool) {
        for (keyword, value) in value.as_object().unwrap_or_default() {
            match (keyword.as_str(), value) {
                ("properties" | "patternProperties", Json::Object(members)) => {
                    members.iter().for_each(|(name, value)| self.lead_to(value, name, xml));
                }
                ("items" | "additionalProperties" | "unevaluatedProperties" | "not", value) => {
                    self.lead_to(value, it, xml);
                }
                ("allOf" | "anyOf" | "oneOf" | "prefixItems", Json::Array(items)) => {
                    items.iter().for_each(|value| self.lead_to(value, it, xml));
                }
                _ => {}
            }
        }
    }

    fn lead_to(&mut self, value: &'d Json, it: &str, xml: bool) {
        let Some(text) = value.get("$ref").and_then(Json::as_str) else {
            return self.lead_on(value, it, xml);
        };
        if self.context.same.leads_to_same(text) != Some(true)
            && !self.references.contains(&(text, xml))
        {
            self.leads.push((text, it.to_owned(), xml));
        }
    }

    /// Follows a reference that both documents have at the same place.
    fn follow(&mut self, text: &'d str, it: &str, xml: bool) {
        let [old, new] = [self.context.old, self.context.new].map(|it| it.reference(text));
        if let (Some(old), Some(new)) = (old, new)
            && self.references.insert((text, xml))
        {
            let (old, new) = (old.followed(), new.followed());
            let xml = xml.then_some(xml::UNNAMED);
            if self.seen.insert((ptr::from_ref(old.value), ptr::from_ref(new.value), xml)) {
                self.visit(&old, &new, it, xml);
            }
        }
    }

    /// Notes a member of both, unless it is the same in both: most are.
    fn push(
        &mut self,
        old: &Node<'d>,
        new: &Node<'d>,
        name: &str,
        it: &str,
        xml: Option<Names<'d>>,
    ) {
        let (Some(was), Some(is)) = (old.value.get(name), new.value.get(name)) else { return };
        if !self.context.same.same(was, is)
            && let (Some(old), Some(new)) = (old.raw(name), new.raw(name))
        {
            self.pending.push((old, new, it.to_owned(), xml));
        }
    }

    fn finding(
        &self,
        rule: &'static rules::Rule,
        severity: Severity,
        keyword: &str,
        old: &Node<'d>,
        new: &Node<'d>,
    ) -> Finding {
        let place = |node: &Node<'d>| Place {
            pointer: Some(node.raw(keyword).map_or_else(|| node.pointer.clone(), |it| it.pointer)),
            source: None,
        };
        let finding = Finding::new(rule, String::new(), severity).role(self.role);
        let finding = finding.old(place(old)).new_place(place(new));
        match severity {
            Severity::Breaking => finding.hazard(Hazard::Loud),
            _ => finding,
        }
    }

    /// What a text encodes.
    fn encoding(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str) {
        let text = |node: &Node<'d>, keyword| node.text(keyword).map(str::to_ascii_lowercase);
        let encoding = |node: &Node<'d>| match text(node, "contentEncoding") {
            None if node.text("format") == Some("byte") => Some("base64".to_owned()),
            encoding => encoding,
        };
        let media_type = |node: &Node<'d>| text(node, "contentMediaType");
        let (was, is) = ((encoding(old), media_type(old)), (encoding(new), media_type(new)));
        let content = |node: &Node<'d>| node.value.get("contentSchema");
        if was == is {
            if let (Some(before), Some(after), Some(media)) = (content(old), content(new), &is.1)
                && before != after
            {
                // What the text holds is read by programs that nobody has described.
                let rule = &rules::CONTENT_ENCODING_CHANGED;
                let finding = self.finding(rule, Severity::Warning, "contentSchema", old, new);
                let finding = finding.it(it).within(it).hazard(Hazard::Loud);
                let to = format!("{media} of another schema");
                self.findings.push(finding.from(media.clone()).to(to));
            }
            return;
        }
        let retyped = was.1.is_some() && is.1.is_some() && was.1 != is.1;
        let severity = match was.0 != is.0 || retyped {
            true => Severity::Breaking,
            false => Severity::Note,
        };
        let shown =
            |(encoding, media_type): (Option<String>, Option<String>)| match (encoding, media_type)
            {
                (None, None) => "plain text".to_owned(),
                (Some(only), None) | (None, Some(only)) => only,
                (Some(encoding), Some(media_type)) => format!("{media_type} in {encoding}"),
            };
        let rule = &rules::CONTENT_ENCODING_CHANGED;
        let finding = self.finding(rule, severity, "contentEncoding", old, new);
        let finding = finding.it(it).within(it).from(shown(was)).to(shown(is));
        self.findings.push(match severity {
            Severity::Breaking => finding.hazard(Hazard::Silent),
            _ => finding,
        });
    }

    /// How exactly a number is held: every number is one of either format.
    fn precision(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str) {
        let format = |node: &Node<'d>| match node.text("format") {
            Some(format @ ("float" | "double")) => Some(format),
            _ => None,
        };
        let (Some(was), Some(is)) = (format(old), format(new)) else { return };
        if was == is {
            return;
        }
        let (writer, reader) = match self.role {
            Role::Request => (was, is),
            Role::Response => (is, was),
        };
        let finding = match (writer, reader) {
            ("double", "float") => self
                .finding(&rules::VALUE_ALTERED, Severity::Warning, "format", old, new)
                .hazard(Hazard::Silent)
                .reason("digits beyond the seventh are lost"),
            _ => self.finding(&rules::FORMAT_CHANGED, Severity::Note, "format", old, new),
        };
        self.findings.push(finding.it(it).within(it).from(was).to(is));
    }

    /// The values of `x-extensible-enum`: readers accept others too, and act on those they know.
    fn open_values(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str) {
        const KEYWORD: &str = "x-extensible-enum";
        let values = |node: &Node<'d>| node.value.get(KEYWORD).and_then(Json::as_array);
        let (Some(was), Some(is)) = (values(old), values(new)) else { return };
        let gone = was.iter().filter(|value| !is.contains(value));
        let come = is.iter().filter(|value| !was.contains(value));
        let named = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let gone = gone.map(|value| (&rules::ENUM_VALUE_REMOVED, self.hurts(Role::Request), value));
        let come = come.map(|value| (&rules::ENUM_VALUE_ADDED, Severity::Note, value));
        let changes: Vec<_> = gone.chain(come).collect();
        for (rule, severity, value) in changes {
            let finding = self.finding(rule, severity, KEYWORD, old, new);
            self.findings.push(finding.it(named(value)).within(it));
        }
    }

    fn discriminator(&mut self, old: &Node<'d>, new: &Node<'d>, it: &str) {
        let (was, is) = (old.value.get("discriminator"), new.value.get("discriminator"));
        let text =
            |value: &Json| value.get("propertyName").and_then(Json::as_str).map(str::to_owned);
        let report = |this: &mut Self, severity, from: String, to: String| {
            let rule = &rules::DISCRIMINATOR_CHANGED;
            let finding = this.finding(rule, severity, "discriminator", old, new);
            this.findings.push(finding.it(it).within(it).from(from).to(to));
        };
        let property = |value| text(value).map_or("unnamed".to_owned(), |name| format!("`{name}`"));
        let (was, is) = match (was, is) {
            (None, None) => return,
            (Some(was), None) if names(old, was, new) => return,
            (None, Some(is)) if names(new, is, old) => return,
            (Some(was), None) => {
                return report(self, Severity::Breaking, property(was), "none".to_owned());
            }
            (None, Some(is)) => {
                return report(self, Severity::Warning, "none".to_owned(), property(is));
            }
            (Some(was), Some(is)) => (was, is),
        };
        if text(was) != text(is) {
            return report(self, Severity::Breaking, property(was), property(is));
        }
        let (before, after) = (Mapping::of(old, was), Mapping::of(new, is));
        for (value, target) in &before.values {
            let named = |target: &str| format!("`{value}` for `{}`", short(target));
            let placed = |target: &str| format!("`{value}` for `{target}`");
            match after.values.get(value) {
                // The one may be the other under another name; else the schemas say so.
                Some(other) if other != target && !before.succeeds(&after, target, other) => {
                    // Where the names are the same, they do not say what changed.
                    let same = short(target) == short(other);
                    let shown = |it| if same { placed(it) } else { named(it) };
                    report(self, Severity::Breaking, shown(target), shown(other));
                }
                Some(_) => {}
                None if after.branches.contains(target) => {
                    let severity = self.hurts(Role::Request);
                    report(self, severity, named(target), "another value".to_owned());
                }
                // Where the alternative is gone as well, the schemas say so, unless its value is
                // told here only, or it has only got another name: that was its value.
                None => {
                    let heir = after.values.iter().find(|(_, other)| {
                        before.succeeds(&after, target, other) && self.is_renamed(target, other)
                    });
                    if let Some((value, other)) = heir {
                        let to = format!("`{value}` for `{}`", short(other));
                        report(self, Severity::Breaking, named(target), to);
                    } else if before.branches.contains(target)
                        && is_told_here(self.context.old, target, was)
                    {
                        report(self, self.hurts(Role::Request), named(target), NOTHING.to_owned());
                    }
                }
            }
        }
        for (value, target) in &after.values {
            if before.values.contains_key(value) {
                continue;
            }
            let severity = self.hurts(Role::Response);
            let to = format!("`{value}` for `{}`", short(target));
            if before.branches.contains(target) {
                report(self, severity, "another value".to_owned(), to);
            } else if after.branches.contains(target)
                && !before.branches.iter().any(|gone| before.succeeds(&after, gone, target))
                && is_told_here(self.context.new, target, is)
            {
                report(self, severity, NOTHING.to_owned(), to);
            }
        }
    }

    /// Whether two components are one but for their names.
    fn is_renamed(&self, old: &str, new: &str) -> bool {
        let (Some(was), Some(is)) =
            (self.context.old.reference(old), self.context.new.reference(new))
        else {
            return false;
        };
        // It may lead to itself.
        let other = || was.value.to_string().replace(&format!("\"{old}\""), &format!("\"{new}\""));
        self.context.same.same(was.value, is.value) || other() == is.value.to_string()
    }

    /// What hurts in one direction is a gain in the other.
    fn hurts(&self, role: Role) -> Severity {
        if self.role == role { Severity::Breaking } else { Severity::Note }
    }
}

/// What a value stands for that the discriminator does not know.
const NOTHING: &str = "nothing";

/// Whether an alternative leaves the member open that tells it from the others: what its value is
/// only the discriminator says.
pub(super) fn is_told_here(document: &OpenApi, alternative: &str, discriminator: &Json) -> bool {
    let name = discriminator.get("propertyName").and_then(Json::as_str);
    document
        .reference(alternative)
        .zip(name)
        .is_some_and(|(schema, name)| listed(&heeded::parts(&schema), name).is_none())
}

/// The values that the parts of a schema list for a member.
fn listed<'d>(parts: &[Node<'d>], name: &str) -> Option<&'d [Json]> {
    parts.iter().find_map(|part| {
        let member = part.get("properties")?.get(name)?.value;
        match member.get("const") {
            Some(only) => Some(std::slice::from_ref(only)),
            None => member.get("enum").map(|values| values.as_array().unwrap_or_default()),
        }
    })
}

/// Whether a schema comes to an alternative of a union, beside null, and lists values that all
/// stand for it there: its documents are told by the discriminator as they are without it.
fn names(union: &Node<'_>, discriminator: &Json, alternative: &Node<'_>) -> bool {
    let Some(name) = discriminator.get("propertyName").and_then(Json::as_str) else { return false };
    let parts = heeded::within(alternative);
    let required = parts.iter().filter_map(|part| part.value.get("required")?.as_array());
    let mut required = required.flatten().filter_map(Json::as_str);
    let mapping = Mapping::of(union, discriminator);
    let is_meant = |value: &Json| {
        let target = value.as_str().and_then(|value| mapping.values.get(value));
        let target = target.and_then(|target| union.document().target(target));
        target.is_some_and(|(pointer, _)| parts.iter().any(|part| part.pointer == pointer))
    };
    required.any(|it| it == name)
        && listed(&parts, name).is_some_and(|it| !it.is_empty() && it.iter().all(is_meant))
}

/// The remarks without those about alternatives of a union that a finding names as well.
pub(super) fn unspoken(mut remarks: Vec<Finding>, findings: &[Finding]) -> Vec<Finding> {
    let alternatives = |rule| rule == &rules::VARIANT_REMOVED || rule == &rules::VARIANT_ADDED;
    let holds = |union: &Place, place: &Place| {
        let union = union.pointer.as_ref().and_then(|it| it.strip_suffix("/discriminator"));
        union.zip(place.pointer.as_ref()).is_some_and(|(union, place)| {
            place.strip_prefix(union).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    remarks.retain(|remark| {
        let words = &remark.words;
        remark.rule != &rules::DISCRIMINATOR_CHANGED
            || (words.from != NOTHING && words.to != NOTHING)
            || !findings.iter().any(|it| {
                alternatives(it.rule)
                    && (holds(&remark.old, &it.old) || holds(&remark.new, &it.new))
            })
    });
    remarks
}

/// The name of a component.
pub(super) fn component<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    node.pointer.strip_prefix("/components/schemas/").filter(|name| !name.contains('/'))
}

/// Branches of both sides that belong together: the same reference, or what is equal, or else
/// what is left on both sides in its order.
fn branches<'d>(old: Option<&Node<'d>>, new: Option<&Node<'d>>) -> Vec<(Node<'d>, Node<'d>)> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    let (old, mut new) = (list(old), list(new));
    let mut pairs = Vec::new();
    let mut left = Vec::new();
    for was in old {
        let reference = was.text("$ref");
        let is_other = |is: &Node<'d>| match reference {
            Some(_) => is.text("$ref") == reference,
            None => is.value == was.value,
        };
        match new.iter().position(is_other) {
            Some(index) => pairs.push((was, new.remove(index))),
            None => left.push(was),
        }
    }
    pairs.extend(left.into_iter().zip(new));
    pairs
}

/// Items of both sides that have the same position.
fn items<'d>(old: Option<&Node<'d>>, new: Option<&Node<'d>>) -> Vec<(Node<'d>, Node<'d>)> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    list(old).into_iter().zip(list(new)).collect()
}

/// The items of a list as they stand there.
fn list<'d>(node: &Node<'d>) -> Vec<Node<'d>> {
    let count = node.value.as_array().map_or(0, <[Json]>::len);
    (0..count).filter_map(|index| node.item(index)).collect()
}
