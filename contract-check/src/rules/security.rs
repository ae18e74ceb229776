//! How consumers say who they are.

super::rules! { Security;
    ANONYMOUS_WITHDRAWN = "anonymous-access-withdrawn" {
        title: "an operation can no longer be called without credentials",
        what: "An operation that anybody could call asks for credentials.",
        why: "Requests without them were served and are answered 401.",
        before: "security: []",
        after: "security: [{token: []}]",
        words: ["GET /orders", "", "", "token"],
        change: "`{it}` could be called without credentials and now asks for {to}",
        request: "Old consumers that send no credentials are refused.",
        general: "Old consumers that send no credentials are refused.",
        fix: "Keep `{}` among the alternatives, or offer the protected form under a new operation.",
        reference: "OpenAPI 3.1, Security Requirement Object; RFC 9110, section 15.5.2",
    }
    SECURITY_RELAXED = "security-relaxed" {
        title: "an operation asks for less",
        what: "An alternative was added, or fewer schemes or scopes are asked for.",
        why: "Requests that were served are served as before.",
        before: "security: [{token: [read, write]}]",
        after: "security: [{token: [read]}]",
        words: ["GET /orders", "", "token (read, write)", "token (read)"],
        change: "`{it}` asked for {from} and now asks for {to}",
        nobody: "Requests that were served are served as before.",
        fix: "Nothing, if it is meant; look twice whether it is.",
        promise: true,
        reference: "OpenAPI 3.1, Security Requirement Object",
    }
    SECURITY_REQUIREMENT_ADDED = "security-requirement-added" {
        title: "an operation asks for other credentials",
        what: "No alternative is left that credentials which used to be enough satisfy: a scheme was added, or the alternative is gone.",
        why: "Requests with the old credentials were served and are answered 401.",
        before: "security: [{key: []}]",
        after: "security: [{key: [], token: []}]",
        words: ["GET /orders", "", "key", "key and token"],
        change: "`{it}` was served for {from} and now asks for {to}",
        request: "Old consumers that send {from} are refused.",
        general: "Old consumers that send {from} are refused.",
        fix: "Keep the old alternative beside the new one until consumers have moved.",
        reference: "OpenAPI 3.1, Security Requirement Object",
    }
    SECURITY_SCHEME_CHANGED = "security-scheme-changed" {
        title: "credentials are sent or obtained in another way",
        what: "The type, place, name, URL or flow of a security scheme changed.",
        why: "Old consumers send credentials where nobody looks for them, or ask the wrong server for them.",
        before: "{type: apiKey, in: header, name: X-Key}",
        after: "{type: apiKey, in: header, name: X-Token}",
        words: ["key", "", "header `X-Key`", "header `X-Token`"],
        change: "the security scheme `{it}` was {from} and is now {to}",
        request: "Old consumers send or obtain credentials in the old way.",
        general: "Old consumers send or obtain credentials in the old way.",
        nobody: "What old consumers do still works.",
        fix: "Declare a new scheme, and keep the old one as an alternative until consumers have moved.",
        reference: "OpenAPI 3.1, Security Scheme Object; RFC 6749",
    }
    SECURITY_SCOPE_ADDED = "security-scope-added" {
        title: "an operation asks for more scopes",
        what: "Credentials that were enough now need a further scope.",
        why: "Tokens that were issued before do not have it: answered 403.",
        before: "security: [{token: [read]}]",
        after: "security: [{token: [read, audit]}]",
        words: ["GET /orders", "", "token (read)", "token (audit, read)"],
        change: "`{it}` was served for {from} and now asks for {to}",
        request: "Tokens of old consumers lack the scope, and they are refused.",
        general: "Tokens of old consumers lack the scope, and they are refused.",
        fix: "Accept tokens without the scope until consumers have new ones.",
        reference: "OpenAPI 3.1, Security Requirement Object; RFC 6750, section 3.1",
    }
}
