//! The clauses of a document: their paths, where they stand, and how strongly they are promised.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use contract_core::Level;
use contract_core::document::{
    About, Aside, Audience, Content, Deprecation, Document, Enum, Exemption, Field, Header, Notice,
    Owners, Shape, Source, Struct, Type, Variant,
};

use crate::finding::Place;
use crate::json::pointer;

/// The clauses of both documents.
pub(super) struct Pair<'d> {
    pub(super) old: Clauses<'d>,
    pub(super) new: Clauses<'d>,
}

impl<'d> Pair<'d> {
    pub(super) fn new(old: &'d Document, new: &'d Document) -> Self {
        Self { old: Clauses::of(old), new: Clauses::of(new) }
    }

    /// The place of a clause in the old document. Baselines carry no sources.
    pub(super) fn old_place(&self, clause: Option<&str>) -> Place {
        clause.map_or_else(Place::default, |clause| self.old.place(clause))
    }

    /// The place of a clause in the new document; for a clause that is gone, the source of what
    /// used to enclose it.
    pub(super) fn new_place(&self, clause: Option<&str>, old: Option<&str>) -> Place {
        match (clause, old) {
            (Some(clause), _) => self.new.place(clause),
            (None, Some(old)) => Place { pointer: None, source: self.new.source(old) },
            (None, None) => Place::default(),
        }
    }
}

/// The clauses of one document, by path.
pub(crate) struct Clauses<'d> {
    /// All but those of types.
    found: Found<'d>,
    /// Those of types, found where somebody asks for one: most types did not change.
    types: BTreeMap<&'d str, Lazy<'d>>,
    sources: &'d BTreeMap<String, Source>,
    header: &'d Header,
}

/// A type, and its clauses once they were asked for.
struct Lazy<'d> {
    of: &'d Type,
    found: OnceCell<Found<'d>>,
}

/// One clause.
pub(super) struct Clause<'d> {
    /// The JSON pointer to it.
    pointer: String,
    /// What its author says about it.
    pub(super) about: Option<&'d About>,
}

impl<'d> Clauses<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let mut found = Found::default();
        found.add("contract".to_owned(), "/contract".to_owned(), None);
        for (id, operation) in &document.operations {
            let (path, pointer) = found.root("operations", id, Some(&operation.about));
            if operation.http.is_some() {
                found.below(&path, &pointer, "http");
            }
            if !operation.request.is_empty() {
                let (path, pointer) = found.below(&path, &pointer, "request");
                for place in operation.request.keys() {
                    found.below(&path, &pointer, super::roots::place(*place));
                }
            }
            if operation.response.is_some() {
                found.below(&path, &pointer, "response");
            }
            if operation.errors.is_some() {
                found.below(&path, &pointer, "errors");
            }
        }
        for (id, event) in &document.events {
            let (path, pointer) = found.root("events", id, Some(&event.about));
            found.below(&path, &pointer, "payload");
        }
        for (id, consumer) in &document.consumers {
            let (path, pointer) = found.root("consumers", id, Some(&consumer.about));
            found.below(&path, &pointer, "payload");
        }
        for (id, job) in &document.jobs {
            let (path, pointer) = found.root("jobs", id, Some(&job.about));
            for (name, state) in &job.states {
                found.entry(&path, &pointer, "states", name, &state.about);
            }
        }
        for (id, provider) in &document.providers {
            let (path, pointer) = found.root("providers", id, Some(&provider.about));
            for (name, variable) in &provider.config {
                found.entry(&path, &pointer, "config", name, &variable.about);
            }
        }
        for (index, name) in document.data.iter().enumerate() {
            found.add(format!("data/{name}"), format!("/data/{index}"), None);
        }
        for (name, set) in &document.errors {
            let (path, pointer) = found.root("errors", name, Some(&set.about));
            for (code, entry) in &set.codes {
                found.entry(&path, &pointer, "codes", code, &entry.about);
            }
        }
        let mut types = BTreeMap::new();
        for (name, of) in &document.types {
            // The paths of such a type do not tell where its name ends.
            match name.contains('/') {
                true => found.types(name, of),
                false => drop(types.insert(name.as_str(), Lazy { of, found: OnceCell::new() })),
            }
        }
        Self { found, types, sources: &document.sources, header: &document.contract }
    }

    /// Every clause with its path, but for the types of which nobody wants to know.
    pub(super) fn iter_where(
        &self,
        wanted: impl Fn(&str, &'d Type) -> bool,
    ) -> impl Iterator<Item = (&str, &Clause<'d>)> {
        let types = self.types.iter().filter(move |(name, lazy)| wanted(name, lazy.of));
        self.found
            .0
            .iter()
            .chain(types.flat_map(|(name, lazy)| &lazy.found(name).0))
            .map(|(path, clause)| (path.as_str(), clause))
    }

    /// What authors say of clauses in some regard, for those of which they say it.
    fn said<T: 'd>(
        &self,
        what: impl Fn(&'d About) -> Option<T> + Copy,
    ) -> impl Iterator<Item = (&str, T)> {
        self.iter_where(move |_, of| abouts(of).any(|about| what(about).is_some()))
            .filter_map(move |(path, clause)| Some((path, what(clause.about?)?)))
    }

    fn get(&self, path: &str) -> Option<&Clause<'d>> {
        path.strip_prefix("types/")
            .and_then(|rest| self.types.get_key_value(rest.split('/').next()?))
            .and_then(|(name, lazy)| lazy.found(name).0.get(path))
            .or_else(|| self.found.0.get(path))
    }

    /// Whether there is such a clause.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// The entries of a list, as clauses; of a list outside of types.
    pub(crate) fn entries(&self, list: &str) -> Vec<&str> {
        let entry = |path: &&String| path.rsplit_once('/').is_some_and(|(it, _)| it == list);
        self.found.0.keys().filter(entry).map(String::as_str).collect()
    }

    /// Whether there is such a clause, and its author can deprecate it.
    pub(crate) fn can_be_deprecated(&self, path: &str) -> bool {
        self.get(path).is_some_and(|clause| clause.about.is_some())
    }

    /// The timeline of a clause, or of the nearest one around it that has one, with its clause.
    pub(crate) fn deprecation<'p>(&self, path: &'p str) -> Option<(&'p str, &'d Deprecation)> {
        enclosing(path).find_map(|path| Some((path, self.get(path)?.about?.deprecated.as_ref()?)))
    }

    /// Every timeline, with its clause.
    pub(crate) fn deprecations(&self) -> impl Iterator<Item = (&str, &'d Deprecation)> {
        self.said(|about| about.deprecated.as_ref())
    }

    /// The level of a clause: its own, or that of the nearest clause around it.
    pub(crate) fn level(&self, path: &str) -> Level {
        let mut below = "";
        let mut most = Level::Stable;
        for around in enclosing(path) {
            if let Some(about) = self.get(around).and_then(|clause| clause.about) {
                // An author may give a clause of an item a level of its own.
                let own = about.levels.get(below).copied();
                if own.is_none() {
                    most = most.min(unless_said(around, below));
                }
                if let Some(level) = own.or(about.level) {
                    return level.min(most);
                }
            }
            below = around.rsplit('/').next().unwrap_or_default();
        }
        self.header.level.unwrap_or(Level::Experimental).min(most)
    }

    /// Whether the version is one before a release.
    pub(crate) fn is_pre_release(&self) -> bool {
        semver::Version::parse(&self.header.version).is_ok_and(|it| !it.pre.is_empty())
    }

    /// The nearest clause around a path that there is; none where even the item is another one.
    pub(crate) fn nearest<'p>(&self, path: &'p str) -> Option<&'p str> {
        enclosing(path).find(|path| self.has(path))
    }

    /// The policy that judges a clause; none for the default one.
    pub(crate) fn policy(&self, path: &str) -> Option<&'d str> {
        let own = self.around(path).find_map(|about| about.policy.as_deref());
        own.or(self.header.policy.as_deref())
    }

    /// Every policy that is named, with the clause that names it.
    pub(crate) fn policies(&self) -> impl Iterator<Item = (&str, &'d str)> {
        let own = self.said(|about| about.policy.as_deref());
        self.header.policy.as_deref().map(|name| ("contract", name)).into_iter().chain(own)
    }

    /// Who may rely on a clause.
    pub(crate) fn audience(&self, path: &str) -> Audience {
        let own = self.around(path).find_map(|about| about.audience);
        own.or(self.header.audience).unwrap_or(Audience::Public)
    }

    /// How early consumers of a clause hear of a change.
    pub(crate) fn notice(&self, path: &str) -> Option<&'d Notice> {
        let own = self.around(path).find_map(|about| about.notify.as_ref());
        own.or(self.header.notify.as_ref())
    }

    /// Why nothing checks a clause for now.
    pub(crate) fn exemption(&self, path: &str) -> Option<&'d Exemption> {
        let own = self.around(path).find_map(|about| about.exempt.as_ref());
        own.or(self.header.exempt.as_ref())
    }

    /// Every exemption, with its clause.
    pub(crate) fn exemptions(&self) -> impl Iterator<Item = (&str, &'d Exemption)> {
        let own = self.said(|about| about.exempt.as_ref());
        self.header.exempt.as_ref().map(|it| ("contract", it)).into_iter().chain(own)
    }

    /// Every clause that is said to be stable although nobody is named who decides about it (C12).
    pub(crate) fn ownerless(&self) -> impl Iterator<Item = &str> {
        let decides =
            |owners: &Option<Owners>| owners.as_ref().is_some_and(|it| it.compat.is_some());
        let owned = self.header.owner.is_some() || decides(&self.header.owners);
        let stable = |about: &About| {
            let said = about.level.iter().chain(about.levels.values());
            said.copied().any(|level| level == Level::Stable).then_some(())
        };
        self.said(stable)
            .map(|(path, ())| path)
            .filter(move |path| !owned && !self.around(path).any(|about| decides(&about.owners)))
    }

    /// What is said of a clause and of those around it, from the inside to the outside.
    fn around(&self, path: &str) -> impl Iterator<Item = &'d About> {
        enclosing(path).filter_map(|path| self.get(path)?.about)
    }

    /// Where a clause stands; its source is that of the nearest clause around it that has one.
    pub(crate) fn place(&self, path: &str) -> Place {
        let pointer = enclosing(path).find_map(|path| Some(self.get(path)?.pointer.clone()));
        Place { pointer, source: self.source(path) }
    }

    fn source(&self, path: &str) -> Option<String> {
        enclosing(path).find_map(|path| self.sources.get(path)).map(ToString::to_string)
    }
}

impl<'d> Lazy<'d> {
    fn found(&self, name: &str) -> &Found<'d> {
        self.found.get_or_init(|| {
            let mut found = Found::default();
            found.types(name, self.of);
            found
        })
    }
}

/// What the author says about a type and its parts.
fn abouts(of: &Type) -> impl Iterator<Item = &Aside> {
    fn fields(of: &[Field]) -> impl Iterator<Item = &Aside> {
        of.iter().map(|field| &field.about)
    }
    let (own, variants): (&[Field], &[Variant]) = match &of.shape {
        Shape::Struct(of) => (&of.fields, &[]),
        Shape::Tuple(of) => (of, &[]),
        Shape::Enum(of) => (&[], &of.variants),
        Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => (&[], &[]),
    };
    let variants = variants.iter().flat_map(|variant| {
        let content: &[Field] = match &variant.content {
            Content::Struct(of) => &of.fields,
            Content::Tuple(of) => of,
            Content::Unit | Content::Newtype(_) => &[],
        };
        std::iter::once(&variant.about).chain(fields(content))
    });
    std::iter::once(&of.about).chain(fields(own)).chain(variants)
}

/// Clauses by path.
#[derive(Default)]
struct Found<'d>(BTreeMap<String, Clause<'d>>);

impl<'d> Found<'d> {
    fn add(&mut self, path: String, pointer: String, about: Option<&'d About>) {
        self.0.insert(path, Clause { pointer, about });
    }

    fn root(&mut self, kind: &str, id: &str, about: Option<&'d About>) -> (String, String) {
        let (path, pointer) = (format!("{kind}/{id}"), format!("/{kind}/{}", pointer::token(id)));
        self.add(path.clone(), pointer.clone(), about);
        (path, pointer)
    }

    fn entry(&mut self, path: &str, pointer: &str, list: &str, name: &str, about: &'d About) {
        let (path, pointer) =
            (format!("{path}/{list}/{name}"), format!("{pointer}/{list}/{}", pointer::token(name)));
        self.add(path, pointer, Some(about));
    }

    fn below(&mut self, path: &str, pointer: &str, name: &str) -> (String, String) {
        let (path, pointer) = (format!("{path}/{name}"), format!("{pointer}/{name}"));
        self.add(path.clone(), pointer.clone(), None);
        (path, pointer)
    }

    fn types(&mut self, name: &str, of: &'d Type) {
        let (path, pointer) = self.root("types", name, Some(&of.about));
        match &of.shape {
            Shape::Struct(of) => self.structs(&path, &format!("{pointer}/shape/struct"), of),
            Shape::Tuple(of) => self.fields(&path, &format!("{pointer}/shape/tuple"), of),
            Shape::Enum(of) => self.enums(&path, &format!("{pointer}/shape/enum"), of),
            Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => {}
        }
    }

    fn structs(&mut self, path: &str, pointer: &str, of: &'d Struct) {
        self.fields(path, &format!("{pointer}/fields"), &of.fields);
    }

    fn fields(&mut self, path: &str, pointer: &str, fields: &'d [Field]) {
        for (index, field) in fields.iter().enumerate() {
            let path = format!("{path}/fields/{}", field.name);
            // A name may stand twice, once for each direction. The first one is the clause.
            if !self.0.contains_key(&path) {
                self.add(path, format!("{pointer}/{index}"), Some(&field.about));
            }
        }
    }

    fn enums(&mut self, path: &str, pointer: &str, of: &'d Enum) {
        for (index, variant) in of.variants.iter().enumerate() {
            let path = format!("{path}/variants/{}", variant.name);
            if self.0.contains_key(&path) {
                continue;
            }
            let pointer = format!("{pointer}/variants/{index}");
            match &variant.content {
                Content::Struct(of) => {
                    self.structs(&path, &format!("{pointer}/content/struct"), of);
                }
                Content::Tuple(of) => self.fields(&path, &format!("{pointer}/content/tuple"), of),
                Content::Unit | Content::Newtype(_) => {}
            }
            self.add(path, pointer, Some(&variant.about));
        }
    }
}

/// The most that a clause is promised unless its author says more: a quota is no service level
/// agreement (draft of the `RateLimit` header fields).
fn unless_said(around: &str, clause: &str) -> Level {
    let quota = around.starts_with("operations/") && clause == "rate_limit";
    if quota { Level::Incidental } else { Level::Stable }
}

/// The path itself and the paths around it, from the inside to the outside.
pub(super) fn enclosing(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rfind('/').map(|end| &path[..end]))
}
