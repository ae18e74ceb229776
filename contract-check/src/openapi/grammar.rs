//! The objects of an OpenAPI document and what their members hold (OpenAPI 3.2.0, section 4; the
//! members of 3.0 and 3.1 are among them).
//!
//! The table is what the structure is checked against, how positions of schemas are found, and
//! what tells a known member from an unknown one.

/// A kind of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The document.
    OpenApi,
    /// `info`.
    Info,
    /// `paths`: path items by template.
    Paths,
    /// What is served at a path.
    PathItem,
    /// One method of a path.
    Operation,
    /// A parameter.
    Parameter,
    /// A header of a response or a part.
    Header,
    /// A request body.
    RequestBody,
    /// The content of one media type.
    MediaType,
    /// How a property of a form is written.
    Encoding,
    /// Responses by status.
    Responses,
    /// A response.
    Response,
    /// Path items by runtime expression.
    Callback,
    /// A link.
    Link,
    /// Scopes by security scheme.
    SecurityRequirement,
    /// A server.
    Server,
    /// A variable of a server.
    ServerVariable,
    /// `components`.
    Components,
    /// How a client authenticates.
    SecurityScheme,
    /// The flows of OAuth 2.
    Flows,
    /// One flow of OAuth 2.
    Flow,
    /// A schema. What it holds is the schema loader's business.
    Schema,
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// An object.
    One(Kind),
    /// A list of objects.
    List(Kind),
    /// Objects by name.
    Map(Kind),
    /// A string.
    Text,
    /// A truth value.
    Flag,
    /// A list of strings.
    Texts,
    /// Words for people and examples: nothing on the wire depends on them.
    Words,
    /// Any value.
    Any,
}

/// The methods with a member of their own in a path item; `query` is new in 3.2.
pub(crate) const METHODS: [&str; 9] =
    ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

use Holds::{Any, Flag, List, Map, One, Text, Texts, Words};

impl Kind {
    /// The members by name, but for those with free names.
    pub fn members(self) -> &'static [(&'static str, Holds)] {
        match self {
            Self::OpenApi => &[
                ("openapi", Text),
                ("$self", Text),
                ("info", One(Self::Info)),
                ("jsonSchemaDialect", Text),
                ("servers", List(Self::Server)),
                ("paths", One(Self::Paths)),
                ("webhooks", Map(Self::PathItem)),
                ("components", One(Self::Components)),
                ("security", List(Self::SecurityRequirement)),
                ("tags", Words),
                ("externalDocs", Words),
            ],
            Self::Info => &[
                ("title", Words),
                ("summary", Words),
                ("description", Words),
                ("termsOfService", Words),
                ("contact", Words),
                ("license", Words),
                ("version", Text),
            ],
            Self::PathItem => &[
                ("$ref", Text),
                ("summary", Words),
                ("description", Words),
                ("get", One(Self::Operation)),
                ("put", One(Self::Operation)),
                ("post", One(Self::Operation)),
                ("delete", One(Self::Operation)),
                ("options", One(Self::Operation)),
                ("head", One(Self::Operation)),
                ("patch", One(Self::Operation)),
                ("trace", One(Self::Operation)),
                ("query", One(Self::Operation)),
                ("additionalOperations", Map(Self::Operation)),
                ("servers", List(Self::Server)),
                ("parameters", List(Self::Parameter)),
            ],
            Self::Operation => &[
                ("tags", Words),
                ("summary", Words),
                ("description", Words),
                ("externalDocs", Words),
                ("operationId", Text),
                ("parameters", List(Self::Parameter)),
                ("requestBody", One(Self::RequestBody)),
                ("responses", One(Self::Responses)),
                ("callbacks", Map(Self::Callback)),
                ("deprecated", Flag),
                ("security", List(Self::SecurityRequirement)),
                ("servers", List(Self::Server)),
            ],
            Self::Parameter => &[
                ("name", Text),
                ("in", Text),
                ("description", Words),
                ("required", Flag),
                ("deprecated", Flag),
                ("allowEmptyValue", Flag),
                ("style", Text),
                ("explode", Flag),
                ("allowReserved", Flag),
                ("schema", One(Self::Schema)),
                ("example", Words),
                ("examples", Words),
                ("content", Map(Self::MediaType)),
            ],
            Self::Header => &[
                ("description", Words),
                ("required", Flag),
                ("deprecated", Flag),
                ("allowEmptyValue", Flag),
                ("style", Text),
                ("explode", Flag),
                ("allowReserved", Flag),
                ("schema", One(Self::Schema)),
                ("example", Words),
                ("examples", Words),
                ("content", Map(Self::MediaType)),
            ],
            Self::RequestBody => {
                &[("description", Words), ("content", Map(Self::MediaType)), ("required", Flag)]
            }
            Self::MediaType => &[
                ("schema", One(Self::Schema)),
                ("itemSchema", One(Self::Schema)),
                ("example", Words),
                ("examples", Words),
                ("encoding", Map(Self::Encoding)),
                ("prefixEncoding", List(Self::Encoding)),
                ("itemEncoding", One(Self::Encoding)),
            ],
            Self::Encoding => &[
                ("contentType", Text),
                ("headers", Map(Self::Header)),
                ("style", Text),
                ("explode", Flag),
                ("allowReserved", Flag),
                ("encoding", Map(Self::Encoding)),
                ("prefixEncoding", List(Self::Encoding)),
                ("itemEncoding", One(Self::Encoding)),
            ],
            Self::Response => &[
                ("summary", Words),
                ("description", Words),
                ("headers", Map(Self::Header)),
                ("content", Map(Self::MediaType)),
                ("links", Map(Self::Link)),
            ],
            Self::Link => &[
                ("operationRef", Text),
                ("operationId", Text),
                ("parameters", Any),
                ("requestBody", Any),
                ("description", Words),
                ("server", One(Self::Server)),
            ],
            Self::Server => &[
                ("url", Text),
                ("description", Words),
                ("name", Words),
                ("variables", Map(Self::ServerVariable)),
            ],
            Self::ServerVariable => &[("enum", Texts), ("default", Text), ("description", Words)],
            Self::Components => &[
                ("schemas", Map(Self::Schema)),
                ("responses", Map(Self::Response)),
                ("parameters", Map(Self::Parameter)),
                ("examples", Words),
                ("requestBodies", Map(Self::RequestBody)),
                ("headers", Map(Self::Header)),
                ("securitySchemes", Map(Self::SecurityScheme)),
                ("links", Map(Self::Link)),
                ("callbacks", Map(Self::Callback)),
                ("pathItems", Map(Self::PathItem)),
                ("mediaTypes", Map(Self::MediaType)),
            ],
            Self::SecurityScheme => &[
                ("type", Text),
                ("description", Words),
                ("name", Text),
                ("in", Text),
                ("scheme", Text),
                ("bearerFormat", Text),
                ("flows", One(Self::Flows)),
                ("openIdConnectUrl", Text),
                ("oauth2MetadataUrl", Text),
                ("deprecated", Flag),
            ],
            Self::Flows => &[
                ("implicit", One(Self::Flow)),
                ("password", One(Self::Flow)),
                ("clientCredentials", One(Self::Flow)),
                ("authorizationCode", One(Self::Flow)),
                ("deviceAuthorization", One(Self::Flow)),
            ],
            Self::Flow => &[
                ("authorizationUrl", Text),
                ("deviceAuthorizationUrl", Text),
                ("tokenUrl", Text),
                ("refreshUrl", Text),
                ("scopes", Any),
            ],
            Self::Paths
            | Self::Responses
            | Self::Callback
            | Self::SecurityRequirement
            | Self::Schema => &[],
        }
    }

    /// What the members with free names hold, where there are such.
    pub fn free(self) -> Option<Holds> {
        match self {
            Self::Paths | Self::Callback => Some(One(Self::PathItem)),
            Self::Responses => Some(One(Self::Response)),
            Self::SecurityRequirement => Some(Texts),
            _ => None,
        }
    }

    /// What a member holds; none where it is not known.
    pub fn holds(self, name: &str) -> Option<Holds> {
        self.members()
            .iter()
            .find_map(|(member, holds)| (*member == name).then_some(*holds))
            .or_else(|| self.free())
    }
}

/// Whether a member is an extension.
pub(crate) fn is_extension(name: &str) -> bool {
    name.starts_with("x-")
}
