//! From JSON text to a [`SchemaDocument`]: finds every schema, then resolves every reference.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ptr;
use std::sync::Arc;

use super::model::{
    DynamicName, Keywords, Reference, Resource, ResourceId, Schema, SchemaDocument, SchemaId,
    Target,
};
use super::uri::{resolve, split_fragment};
use super::{Dialect, LoadError, Problem};
use super::{closing, loops, shared};
use crate::hash::HashMap;
use crate::json::{Json, pointer};

/// How deep schemas may lie within schemas. Everything that walks the syntax of a schema may
/// therefore recurse.
const DEPTH: usize = 300;

impl SchemaDocument {
    /// Loads a schema whose dialect `$schema` tells, 2020-12 where it does not.
    ///
    /// # Errors
    /// When a keyword has a value of the wrong kind, a reference within the document leads
    /// nowhere, two schemas share a name, or the dialect is unknown.
    pub fn load(raw: Json) -> Result<Self, LoadError> {
        Self::load_as(raw, Dialect::Draft202012)
    }

    /// Loads a schema whose dialect is `default` unless `$schema` says otherwise.
    ///
    /// # Errors
    /// As [`SchemaDocument::load`].
    pub fn load_as(raw: Json, default: Dialect) -> Result<Self, LoadError> {
        let raw = Arc::new(raw);
        let loader = Loader::new(&raw, default);
        let (document, _) = Self::loaded(loader, raw.clone(), &[String::new()])?;
        Ok(document)
    }

    /// Loads the schemas at some pointers of a text that may be no schema itself, and whatever
    /// they lead to; the first of them is the root. Places that the text does not have hold the
    /// schema that admits everything. What a reference leads to that leads nowhere is not known.
    ///
    /// # Errors
    /// As [`SchemaDocument::load`], but for references that lead nowhere.
    pub fn load_at(
        raw: Arc<Json>,
        default: Dialect,
        places: &[String],
    ) -> Result<(Self, Vec<SchemaId>), LoadError> {
        let loader = Loader { lenient: true, ..Loader::new(&raw, default) };
        Self::loaded(loader, raw.clone(), places)
    }

    /// What a loader makes of the schemas at some pointers of its text.
    fn loaded(
        mut loader: Loader<'_>,
        raw: Arc<Json>,
        places: &[String],
    ) -> Result<(Self, Vec<SchemaId>), LoadError> {
        let default = loader.default;
        loader.resource(String::new(), String::new());
        let mut ids = Vec::with_capacity(places.len());
        for place in places {
            let id = match loader.place(place)? {
                Some(id) => id,
                None => loader.push(Some(true), place.clone(), default, ResourceId(0)),
            };
            ids.push(id);
        }
        loader.run()?;
        let Loader { schemas, resources, .. } = loader;
        let resources =
            resources.into_iter().map(|draft| Resource { dynamic: draft.dynamic }).collect();
        let root = ids.first().copied().unwrap_or(SchemaId(0));
        let mut document = Self {
            raw: Arc::new(Json::Null),
            root,
            schemas,
            resources,
            describing: Vec::new(),
            shared: BTreeMap::new(),
        };
        loops::cut(&mut document);
        for schema in &mut document.schemas {
            schema.only_refers = schema.keywords.only_refer();
        }
        document.describing = closing::describing(&document);
        document.shared = shared::shared(&document);
        document.raw = raw;
        Ok((document, ids))
    }
}

/// The state of loading.
pub(super) struct Loader<'a> {
    raw: &'a Json,
    default: Dialect,
    schemas: Vec<Schema>,
    /// The schemas by the addresses of their values: pointers take long to put together and to
    /// compare.
    by_value: HashMap<*const Json, SchemaId>,
    /// What pointers were found to lead to.
    by_pointer: HashMap<String, SchemaId>,
    /// The members of large objects on the way of pointers, by the addresses of the objects.
    members: HashMap<*const Json, HashMap<&'a str, &'a Json>>,
    resources: Vec<Draft>,
    by_uri: HashMap<String, ResourceId>,
    pending: Vec<(SchemaId, &'a Json, usize)>,
    references: Vec<Pending>,
    /// Whether a reference may lead nowhere.
    lenient: bool,
}

/// A resource that is being found.
struct Draft {
    uri: String,
    pointer: String,
    anchors: HashMap<String, SchemaId>,
    dynamic: BTreeMap<DynamicName, SchemaId>,
}

/// A reference that is not yet resolved.
struct Pending {
    from: SchemaId,
    kind: Kind,
    text: String,
}

/// Which keyword holds a reference.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Static,
    Dynamic,
    Recursive,
}

impl Kind {
    fn keyword(self) -> &'static str {
        match self {
            Self::Static => "$ref",
            Self::Dynamic => "$dynamicRef",
            Self::Recursive => "$recursiveRef",
        }
    }
}

impl<'a> Loader<'a> {
    fn new(raw: &'a Json, default: Dialect) -> Self {
        Self {
            raw,
            default,
            schemas: Vec::new(),
            by_value: HashMap::default(),
            by_pointer: HashMap::default(),
            members: HashMap::default(),
            resources: Vec::new(),
            by_uri: HashMap::default(),
            pending: Vec::new(),
            references: Vec::new(),
            lenient: false,
        }
    }

    fn resource(&mut self, uri: String, pointer: String) -> ResourceId {
        let id = ResourceId(u32::try_from(self.resources.len()).expect("fewer than 2^32 schemas"));
        self.by_uri.insert(uri.clone(), id);
        let (anchors, dynamic) = (HashMap::default(), BTreeMap::new());
        self.resources.push(Draft { uri, pointer, anchors, dynamic });
        id
    }

    /// The schema that a value of the text is, if it was found before.
    pub(super) fn known(&self, value: &Json) -> Option<SchemaId> {
        self.by_value.get(&ptr::from_ref(value)).copied()
    }

    /// The schema that a value of the text is, found now or before.
    pub(super) fn add(
        &mut self,
        value: &'a Json,
        pointer: String,
        dialect: Dialect,
        resource: ResourceId,
        depth: usize,
    ) -> Result<SchemaId, LoadError> {
        if let Some(id) = self.known(value) {
            return Ok(id);
        }
        if depth > DEPTH {
            return Err(LoadError { pointer, problem: Problem::TooDeep(DEPTH) });
        }
        let boolean = match value {
            Json::Bool(value) => Some(*value),
            Json::Object(_) => None,
            _ => return Err(LoadError { pointer, problem: Problem::NotASchema }),
        };
        let id = self.push(boolean, pointer, dialect, resource);
        self.by_value.insert(ptr::from_ref(value), id);
        self.pending.push((id, value, depth));
        Ok(id)
    }

    fn push(
        &mut self,
        boolean: Option<bool>,
        pointer: String,
        dialect: Dialect,
        resource: ResourceId,
    ) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).expect("fewer than 2^32 schemas"));
        let keywords = Keywords::default();
        let only_refers = false;
        self.schemas.push(Schema { pointer, dialect, resource, boolean, only_refers, keywords });
        id
    }

    /// A schema that has no place of its own: it stands where another one does.
    pub(super) fn beside(&mut self, place: SchemaId, keywords: Keywords) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).expect("fewer than 2^32 schemas"));
        let schema = Schema { boolean: None, only_refers: false, ..self.at(place).clone() };
        self.schemas.push(Schema { keywords, ..schema });
        id
    }

    fn run(&mut self) -> Result<(), LoadError> {
        loop {
            while let Some((id, value, depth)) = self.pending.pop() {
                if let Json::Object(members) = value {
                    self.identify(id, members)?;
                    let keywords = self.read(id, members, depth)?;
                    self.schemas[id.0 as usize].keywords = keywords;
                }
            }
            // A reference may lead to a place that only resolving another one turns up.
            let before = self.schemas.len();
            let mut unresolved = Vec::new();
            for reference in std::mem::take(&mut self.references) {
                if !self.settle(&reference, false)? {
                    unresolved.push(reference);
                }
            }
            if self.pending.is_empty() && self.schemas.len() == before {
                for reference in unresolved {
                    self.settle(&reference, true)?;
                }
                return Ok(());
            }
            self.references.extend(unresolved);
        }
    }

    /// The pointer of a schema, to be given back by [`Self::return_pointer`].
    pub(super) fn lend_pointer(&mut self, id: SchemaId) -> String {
        std::mem::take(&mut self.schemas[id.0 as usize].pointer)
    }

    pub(super) fn return_pointer(&mut self, id: SchemaId, pointer: String) {
        self.schemas[id.0 as usize].pointer = pointer;
    }

    pub(super) fn at(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0 as usize]
    }

    /// Reads the dialect and the names that a schema bears.
    fn identify(&mut self, id: SchemaId, members: &[(String, Json)]) -> Result<(), LoadError> {
        let text = |name: &str| {
            members.iter().find_map(|(member, value)| match value {
                Json::String(text) if member == name => Some(text.as_str()),
                _ => None,
            })
        };
        // Few schemas bear names.
        if !members
            .iter()
            .any(|(name, _)| (name.starts_with('$') && name != "$ref") || name == "id")
        {
            return Ok(());
        }
        let index = id.0 as usize;
        let pointer = self.schemas[index].pointer.clone();
        let error = |keyword: &str, problem| LoadError {
            pointer: format!("{pointer}/{}", pointer::token(keyword)),
            problem,
        };
        let is_root = pointer == self.resources[self.schemas[index].resource.0 as usize].pointer;
        let stands_alone = |dialect: Dialect| {
            dialect.reference_stands_alone() && text("$ref").is_some() && !is_root
        };
        if let Some(uri) = text("$schema") {
            let Some(dialect) = Dialect::named(uri) else {
                return Err(error("$schema", Problem::UnknownDialect(uri.to_owned())));
            };
            self.schemas[index].dialect = dialect;
        }
        let dialect = self.schemas[index].dialect;
        if stands_alone(dialect) {
            return Ok(());
        }
        if let Some(name) = text(dialect.id_keyword()) {
            let (uri, fragment) = split_fragment(name);
            if !uri.is_empty() {
                let base = &self.resources[self.schemas[index].resource.0 as usize].uri;
                let uri = resolve(base, uri);
                if pointer.is_empty() {
                    self.by_uri.insert(uri.clone(), ResourceId(0));
                    self.resources[0].uri = uri;
                } else if self.by_uri.contains_key(&uri) {
                    return Err(error(dialect.id_keyword(), Problem::Duplicate(uri)));
                } else {
                    let resource = self.resource(uri, pointer.clone());
                    self.schemas[index].resource = resource;
                }
            }
            if let Some(anchor) = fragment.filter(|text| !text.is_empty())
                && dialect.id_holds_anchor()
            {
                self.anchor(id, &anchor).map_err(|problem| error(dialect.id_keyword(), problem))?;
            }
        }
        if dialect >= Dialect::Draft201909 {
            if let Some(anchor) = text("$anchor") {
                self.anchor(id, anchor).map_err(|problem| error("$anchor", problem))?;
            }
            let resource = self.schemas[index].resource.0 as usize;
            if dialect == Dialect::Draft201909
                && members
                    .iter()
                    .any(|(name, value)| name == "$recursiveAnchor" && *value == Json::Bool(true))
            {
                self.resources[resource].dynamic.insert(DynamicName::Recursive, id);
            }
            if let Some(anchor) = text("$dynamicAnchor")
                && dialect >= Dialect::Draft202012
            {
                self.anchor(id, anchor).map_err(|problem| error("$dynamicAnchor", problem))?;
                let name = DynamicName::Anchor(anchor.to_owned());
                self.resources[resource].dynamic.insert(name, id);
            }
        }
        Ok(())
    }

    fn anchor(&mut self, id: SchemaId, name: &str) -> Result<(), Problem> {
        let resource = self.schemas[id.0 as usize].resource.0 as usize;
        match self.resources[resource].anchors.insert(name.to_owned(), id) {
            Some(other) if other != id => Err(Problem::Duplicate(format!("#{name}"))),
            _ => Ok(()),
        }
    }

    /// Notes the references of a schema, to be resolved once everything is found.
    pub(super) fn refer(&mut self, from: SchemaId, keyword: &str, text: String) {
        let kind = match keyword {
            "$dynamicRef" => Kind::Dynamic,
            "$recursiveRef" => Kind::Recursive,
            _ => Kind::Static,
        };
        self.references.push(Pending { from, kind, text });
    }

    /// Resolves a reference; whether it could. `last` makes failures final.
    fn settle(&mut self, reference: &Pending, last: bool) -> Result<bool, LoadError> {
        let from = self.at(reference.from).resource;
        let (uri, fragment) = split_fragment(&reference.text);
        let resource = match uri.is_empty() {
            true => Some(from),
            false => {
                let uri = resolve(&self.resources[from.0 as usize].uri, uri);
                self.by_uri.get(&uri).copied()
            }
        };
        let target = match resource {
            Some(resource) => {
                let mut found =
                    self.within(resource, fragment.as_deref().unwrap_or(""), reference)?;
                if found.is_none() && self.lenient {
                    found = self.in_the_whole(&reference.text)?.map(Target::Schema);
                }
                match found {
                    Some(target) => target,
                    None if !last => return Ok(false),
                    None if self.lenient => Target::Unread {
                        address: reference.text.clone(),
                        reason: format!(
                            "the reference `{}` leads nowhere in its document; mend it",
                            reference.text
                        ),
                    },
                    None => {
                        let from = self.at(reference.from);
                        return Err(LoadError {
                            pointer: format!("{}/{}", from.pointer, reference.kind.keyword()),
                            problem: Problem::Dangling(reference.text.clone()),
                        });
                    }
                }
            }
            None if !last => return Ok(false),
            None => {
                let base = &self.resources[from.0 as usize].uri;
                let fragment = fragment.map_or_else(String::new, |it| format!("#{it}"));
                Target::Unread {
                    address: resolve(base, uri) + &fragment,
                    reason: format!(
                        "the reference `{}` leads to another document, which was not read; put \
                         it into this one (bundle it), or compare that document as well",
                        reference.text
                    ),
                }
            }
        };
        let keywords = &mut self.schemas[reference.from.0 as usize].keywords;
        let resolved = Some(Reference { text: reference.text.clone(), target });
        match reference.kind {
            Kind::Static => keywords.reference = resolved,
            Kind::Dynamic | Kind::Recursive => keywords.dynamic_reference = resolved,
        }
        Ok(true)
    }

    fn within(
        &mut self,
        resource: ResourceId,
        fragment: &str,
        reference: &Pending,
    ) -> Result<Option<Target>, LoadError> {
        let draft = &self.resources[resource.0 as usize];
        if fragment.is_empty() || fragment.starts_with('/') {
            let below = || Cow::Owned(format!("{}{fragment}", draft.pointer));
            let pointer = if draft.pointer.is_empty() { fragment.into() } else { below() };
            let Some(id) = self.place(&pointer)? else { return Ok(None) };
            let draft = &self.resources[resource.0 as usize];
            let recursive = reference.kind == Kind::Recursive
                && draft.dynamic.get(&DynamicName::Recursive) == Some(&id);
            return Ok(Some(match recursive {
                true => Target::Dynamic(DynamicName::Recursive, id),
                false => Target::Schema(id),
            }));
        }
        let Some(id) = draft.anchors.get(fragment).copied() else { return Ok(None) };
        let name = DynamicName::Anchor(fragment.to_owned());
        let dynamic = reference.kind == Kind::Dynamic && draft.dynamic.contains_key(&name);
        Ok(Some(if dynamic { Target::Dynamic(name, id) } else { Target::Schema(id) }))
    }

    /// What a reference means that forgets that it stands in a schema with a URI of its own, as
    /// tools read it: within that it leads nowhere, in the whole document it leads somewhere.
    fn in_the_whole(&mut self, text: &str) -> Result<Option<SchemaId>, LoadError> {
        match split_fragment(text) {
            ("", Some(fragment)) if fragment.starts_with('/') => self.place(&fragment),
            _ => Ok(None),
        }
    }

    /// The schema at a pointer from the document's root, wherever it stands; none where the
    /// document has no such place.
    fn place(&mut self, pointer: &str) -> Result<Option<SchemaId>, LoadError> {
        if let Some(id) = self.by_pointer.get(pointer) {
            return Ok(Some(*id));
        }
        let mut value = self.raw;
        let mut prefix = String::new();
        let mut enclosing = None;
        let mut depth = 0;
        for raw_token in pointer.split('/').skip(1) {
            let name = pointer::untoken(raw_token);
            let next = match value {
                Json::Object(members) => self.member(value, members, &name),
                Json::Array(items) => name.parse::<usize>().ok().and_then(|index| items.get(index)),
                _ => None,
            };
            let Some(next) = next else { return Ok(None) };
            value = next;
            pointer::push(&mut prefix, &name);
            depth += 1;
            enclosing = self.known(value).or(enclosing);
        }
        let (dialect, resource) = match enclosing {
            Some(id) => (self.at(id).dialect, self.at(id).resource),
            None => (self.default, ResourceId(0)),
        };
        let id = self.add(value, prefix, dialect, resource, depth)?;
        self.by_pointer.insert(pointer.to_owned(), id);
        Ok(Some(id))
    }

    fn member(
        &mut self,
        value: &'a Json,
        members: &'a [(String, Json)],
        name: &str,
    ) -> Option<&'a Json> {
        const MANY: usize = 16;
        let named = || members.iter().map(|(name, value)| (name.as_str(), value));
        if members.len() < MANY {
            return named().find(|(member, _)| *member == name).map(|(_, value)| value);
        }
        let known = self.members.entry(ptr::from_ref(value)).or_insert_with(|| named().collect());
        known.get(name).copied()
    }
}
