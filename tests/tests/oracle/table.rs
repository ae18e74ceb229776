//! Single edits of group "schema", one by one, with what each does to both roles.
//!
//! A line: what was edited, the old schema, the new one, whether requests break, whether responses
//! break, and why. The truth of a break is a document that the writer's schema admits and the
//! reader's refuses: the test has the validator look at the witness. The truth of "compatible" is
//! reasoned in the line, and tried with documents of both sides.

/// Old consumers write and the new producer reads; the new producer writes and old consumers
/// read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// Nobody.
    Nobody,
    /// Requests only.
    Requests,
    /// Responses only.
    Responses,
    /// Both.
    Both,
}

use Breaks::{Both, Nobody, Requests, Responses};

pub(crate) struct Edit {
    pub(crate) name: &'static str,
    pub(crate) old: &'static str,
    pub(crate) new: &'static str,
    pub(crate) breaks: Breaks,
    /// The rule that a break is reported under; empty where nothing breaks.
    pub(crate) rule: &'static str,
    pub(crate) why: &'static str,
}

macro_rules! edits {
    ($($name:literal: $old:literal => $new:literal, $breaks:ident, $rule:literal, $why:literal;)+) => {
        &[$(Edit {
            name: $name, old: $old, new: $new, breaks: $breaks, rule: $rule, why: $why,
        }),+]
    };
}

pub(crate) const EDITS: &[Edit] = edits! {
    // Types.
    "type changed": r#"{"properties": {"a": {"type": "string"}}}"#
        => r#"{"properties": {"a": {"type": "integer"}}}"#,
        Both, "type-changed", "no value is both";
    "integer to number": r#"{"type": "integer"}"# => r#"{"type": "number"}"#,
        Responses, "type-widened", "1.5 is a number and no integer";
    "number to integer": r#"{"type": "number"}"# => r#"{"type": "integer"}"#,
        Requests, "type-narrowed", "1.5 is a number and no integer";
    "type list widened": r#"{"type": "string"}"# => r#"{"type": ["string", "integer"]}"#,
        Responses, "type-widened", "1 is new";
    "type list narrowed": r#"{"type": ["string", "integer"]}"# => r#"{"type": "string"}"#,
        Requests, "type-narrowed", "1 is gone";
    "type list reordered": r#"{"type": ["string", "null"]}"# => r#"{"type": ["null", "string"]}"#,
        Nobody, "", "a list of types is a set";
    "type added": r#"{}"# => r#"{"type": "string"}"#,
        Requests, "type-narrowed", "anything was allowed";
    "type removed": r#"{"type": "string"}"# => r#"{}"#,
        Responses, "type-widened", "anything is allowed";
    "integer with a fraction of zero": r#"{"type": "integer", "minimum": 1}"#
        => r#"{"type": "integer", "minimum": 1.0}"#,
        Nobody, "", "1 and 1.0 are one number";
    "true to the empty schema": r#"{"properties": {"a": true}}"# => r#"{"properties": {"a": {}}}"#,
        Nobody, "", "both admit everything";
    "schema becomes false": r#"{"properties": {"a": {"type": "null"}}}"#
        => r#"{"properties": {"a": false}}"#,
        Requests, "field-removed", "a may no longer be there";
    // Null.
    "nullable added": r#"{"properties": {"a": {"type": "string"}}}"#
        => r#"{"properties": {"a": {"type": ["string", "null"]}}}"#,
        Responses, "field-became-nullable", "null is new";
    "nullable removed": r#"{"properties": {"a": {"type": ["string", "null"]}}}"#
        => r#"{"properties": {"a": {"type": "string"}}}"#,
        Requests, "null-refused", "null is gone";
    "nullable by anyOf": r#"{"type": ["string", "null"]}"#
        => r#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
        Nobody, "", "the same set in other words";
    "nullable enum": r#"{"enum": ["a"]}"# => r#"{"enum": ["a", null]}"#,
        Responses, "field-became-nullable", "null is new";
    // Formats.
    "format added": r#"{"type": "string"}"# => r#"{"type": "string", "format": "uuid"}"#,
        Requests, "format-changed", "most strings are no UUIDs";
    "format removed": r#"{"type": "string", "format": "uuid"}"# => r#"{"type": "string"}"#,
        Responses, "format-changed", "most strings are no UUIDs";
    "format changed": r#"{"type": "string", "format": "date"}"#
        => r#"{"type": "string", "format": "date-time"}"#,
        Both, "format-changed", "no string is both";
    "int32 to int64": r#"{"type": "integer", "format": "int32"}"#
        => r#"{"type": "integer", "format": "int64"}"#,
        Responses, "format-changed", "2^31 is new";
    "int64 to int32": r#"{"type": "integer", "format": "int64"}"#
        => r#"{"type": "integer", "format": "int32"}"#,
        Requests, "format-changed", "2^31 is gone";
    "uint32 to int32": r#"{"type": "integer", "format": "uint32"}"#
        => r#"{"type": "integer", "format": "int32"}"#,
        Both, "format-changed", "2^31 is gone, -1 is new";
    "format as bounds": r#"{"type": "integer", "format": "uint8"}"#
        => r#"{"type": "integer", "minimum": 0, "maximum": 255}"#,
        Nobody, "", "uint8 means these bounds";
    "float to double": r#"{"type": "number", "format": "float"}"#
        => r#"{"type": "number", "format": "double"}"#,
        Nobody, "", "both are any number in JSON";
    // Enumerations and constants.
    "enum value added": r#"{"enum": ["a", "b"]}"# => r#"{"enum": ["a", "b", "c"]}"#,
        Responses, "enum-value-added", "c is new";
    "enum value removed": r#"{"enum": ["a", "b", "c"]}"# => r#"{"enum": ["a", "b"]}"#,
        Requests, "enum-value-removed", "c is gone";
    "enum reordered": r#"{"enum": ["a", "b"]}"# => r#"{"enum": ["b", "a"]}"#,
        Nobody, "", "an enumeration is a set";
    "enum value renamed": r#"{"enum": ["open", "canceled"]}"#
        => r#"{"enum": ["open", "cancelled"]}"#,
        Both, "enum-value-renamed", "one is gone, another is new";
    "enum appears": r#"{"type": "string"}"# => r#"{"type": "string", "enum": ["a"]}"#,
        Requests, "type-narrowed", "other strings are gone";
    "enum disappears": r#"{"type": "string", "enum": ["a"]}"# => r#"{"type": "string"}"#,
        Responses, "type-widened", "other strings are new";
    "enum as constants": r#"{"enum": ["a", "b"]}"#
        => r#"{"oneOf": [{"const": "a"}, {"const": "b", "description": "second"}]}"#,
        Nobody, "", "the same two values";
    "enum as constants, one more": r#"{"enum": ["a", "b"]}"#
        => r#"{"oneOf": [{"const": "a"}, {"const": "b"}, {"const": "c"}]}"#,
        Responses, "enum-value-added", "c is new";
    "enum of numbers, spelled otherwise": r#"{"enum": [1, 2]}"# => r#"{"enum": [1.0, 2e0]}"#,
        Nobody, "", "the same numbers";
    "const added": r#"{"properties": {"v": {"type": "string"}}}"#
        => r#"{"properties": {"v": {"type": "string", "const": "1"}}}"#,
        Requests, "constant-changed", "other strings are gone";
    "const removed": r#"{"properties": {"v": {"type": "string", "const": "1"}}}"#
        => r#"{"properties": {"v": {"type": "string"}}}"#,
        Responses, "constant-changed", "other strings are new";
    "const changed": r#"{"const": "v1"}"# => r#"{"const": "v2"}"#,
        Both, "constant-changed", "two different values";
    "const to enum of one": r#"{"const": "a"}"# => r#"{"enum": ["a"]}"#,
        Nobody, "", "the same value";
    "default changed": r#"{"properties": {"n": {"type": "integer", "default": 1}}}"#
        => r#"{"properties": {"n": {"type": "integer", "default": 2}}}"#,
        Nobody, "", "the same documents; a warning says the rest";
    // Strings.
    "minLength increased": r#"{"type": "string", "minLength": 1}"#
        => r#"{"type": "string", "minLength": 2}"#,
        Requests, "length-changed", "one character is too short";
    "minLength decreased": r#"{"type": "string", "minLength": 2}"#
        => r#"{"type": "string", "minLength": 1}"#,
        Responses, "length-changed", "one character is new";
    "minLength removed": r#"{"type": "string", "minLength": 1}"# => r#"{"type": "string"}"#,
        Responses, "length-changed", "the empty string is new";
    "minLength of zero": r#"{"type": "string"}"# => r#"{"type": "string", "minLength": 0}"#,
        Nobody, "", "no string is shorter";
    "maxLength decreased": r#"{"type": "string", "maxLength": 80}"#
        => r#"{"type": "string", "maxLength": 40}"#,
        Requests, "length-changed", "41 characters are too long";
    "maxLength increased": r#"{"type": "string", "maxLength": 40}"#
        => r#"{"type": "string", "maxLength": 80}"#,
        Responses, "length-changed", "41 characters are new";
    "maxLength added": r#"{"type": "string"}"# => r#"{"type": "string", "maxLength": 255}"#,
        Requests, "length-changed", "256 characters are too long";
    "pattern added": r#"{"type": "string"}"# => r#"{"type": "string", "pattern": "^[a-z]+$"}"#,
        Requests, "pattern-changed", "A does not match";
    "pattern removed": r#"{"type": "string", "pattern": "^[a-z]+$"}"# => r#"{"type": "string"}"#,
        Responses, "pattern-changed", "A is new";
    "pattern widened": r#"{"type": "string", "pattern": "^[a-z]+$"}"#
        => r#"{"type": "string", "pattern": "^[a-z0-9]+$"}"#,
        Responses, "pattern-changed", "0 is new";
    "pattern narrowed": r#"{"type": "string", "pattern": "^\\w{1,8}$"}"#
        => r#"{"type": "string", "pattern": "^[a-z]{1,8}$"}"#,
        Requests, "pattern-changed", "0 is gone";
    "pattern written otherwise": r#"{"type": "string", "pattern": "^[0-9]+$"}"#
        => r#"{"type": "string", "pattern": "^\\d\\d*$"}"#,
        Nobody, "", "the same language";
    "look-ahead narrowed": r#"{"type": "string", "pattern": "^(?!xy)"}"#
        => r#"{"type": "string", "pattern": "^(?!x)"}"#,
        Requests, "pattern-changed", "x is gone";
    "look-ahead written otherwise": r#"{"type": "string", "pattern": "^(?!-)[a-z-]+$"}"#
        => r#"{"type": "string", "pattern": "^[a-z][a-z-]*$"}"#,
        Nobody, "", "only the first letter is looked at";
    "look-behind written otherwise": r#"{"type": "string", "pattern": "^[a-z-]+(?<!-)$"}"#
        => r#"{"type": "string", "pattern": "^[a-z-]*[a-z]$"}"#,
        Nobody, "", "only the last letter is looked at";
    "names with a look-ahead": r#"{"propertyNames": {"pattern": "^(?!_)"}}"#
        => r#"{"propertyNames": {"pattern": "^[^_]"}}"#,
        Requests, "member-names-changed", "the empty name is gone";
    "names of a format that nobody knows":
        r#"{"propertyNames": {"format": "media-range"}, "additionalProperties": {"minLength": 1}}"#
        => r#"{"propertyNames": {"format": "media-range"},
              "additionalProperties": {"pattern": "[\\s\\S]"}}"#,
        Nobody, "", "whichever names there are, their values are not empty";
    "what a format cannot exceed": r#"{"type": "string", "format": "ipv6"}"#
        => r#"{"type": "string", "format": "ipv6", "maxLength": 45}"#,
        Nobody, "", "no address is longer";
    "what a format may exceed": r#"{"type": "string", "format": "email", "maxLength": 100}"#
        => r#"{"type": "string", "format": "email", "maxLength": 50}"#,
        Requests, "length-changed", "longer addresses are gone";
    "internationalised format removed": r#"{"type": "string", "format": "iri"}"#
        => r#"{"type": "string"}"#,
        Responses, "format-changed", "the empty string is no IRI";
    "pattern against length": r#"{"type": "string", "pattern": "^.{3}$"}"#
        => r#"{"type": "string", "pattern": "^.{3}$", "maxLength": 3}"#,
        Nobody, "", "the pattern says so already";
    "encoding changed": r#"{"type": "string", "contentEncoding": "base64"}"#
        => r#"{"type": "string", "contentEncoding": "base16"}"#,
        Nobody, "", "an annotation: every string passes";
    // Numbers.
    "minimum increased": r#"{"type": "integer", "minimum": 0}"#
        => r#"{"type": "integer", "minimum": 1}"#,
        Requests, "number-range-changed", "0 is gone";
    "minimum decreased": r#"{"type": "integer", "minimum": 1}"#
        => r#"{"type": "integer", "minimum": 0}"#,
        Responses, "number-range-changed", "0 is new";
    "minimum removed": r#"{"type": "integer", "minimum": 1}"# => r#"{"type": "integer"}"#,
        Responses, "number-range-changed", "0 is new";
    "maximum decreased": r#"{"type": "number", "maximum": 10}"#
        => r#"{"type": "number", "maximum": 9.5}"#,
        Requests, "number-range-changed", "10 is gone";
    "maximum removed": r#"{"type": "number", "maximum": 10}"# => r#"{"type": "number"}"#,
        Responses, "number-range-changed", "11 is new";
    "minimum becomes exclusive": r#"{"type": "number", "minimum": 0}"#
        => r#"{"type": "number", "exclusiveMinimum": 0}"#,
        Requests, "number-range-changed", "0 is gone";
    "exclusive bound of an integer": r#"{"type": "integer", "exclusiveMinimum": 0}"#
        => r#"{"type": "integer", "minimum": 1}"#,
        Nobody, "", "no integer lies between";
    "exclusive bound of a number": r#"{"type": "number", "exclusiveMinimum": 0}"#
        => r#"{"type": "number", "minimum": 1}"#,
        Requests, "number-range-changed", "0.5 is gone";
    "multipleOf added": r#"{"type": "integer"}"# => r#"{"type": "integer", "multipleOf": 5}"#,
        Requests, "multiple-of-changed", "1 is gone";
    "multipleOf divided": r#"{"type": "integer", "multipleOf": 6}"#
        => r#"{"type": "integer", "multipleOf": 3}"#,
        Responses, "multiple-of-changed", "3 is new, every 6 is a 3";
    "multipleOf unrelated": r#"{"type": "integer", "multipleOf": 2}"#
        => r#"{"type": "integer", "multipleOf": 3}"#,
        Both, "multiple-of-changed", "2 and 3";
    "multipleOf one for integers": r#"{"type": "integer"}"#
        => r#"{"type": "number", "multipleOf": 1}"#,
        Nobody, "", "the multiples of 1 are the integers";
    "bounds beyond 2^53": r#"{"type": "integer", "maximum": 9007199254740992}"#
        => r#"{"type": "integer", "maximum": 9007199254740993}"#,
        Responses, "number-range-changed", "the two bounds differ, though not as doubles";
    // Arrays.
    "items narrowed": r#"{"type": "array", "items": {"type": "number"}}"#
        => r#"{"type": "array", "items": {"type": "integer"}}"#,
        Requests, "type-narrowed", "[1.5]";
    "items added": r#"{"type": "array"}"# => r#"{"type": "array", "items": {"type": "string"}}"#,
        Requests, "type-narrowed", "[1]";
    "items removed": r#"{"type": "array", "items": {"type": "string"}}"# => r#"{"type": "array"}"#,
        Responses, "type-widened", "[1]";
    "items of an empty array": r#"{"type": "array", "maxItems": 0}"#
        => r#"{"type": "array", "maxItems": 0, "items": {"type": "string"}}"#,
        Nobody, "", "there are no elements";
    "minItems increased": r#"{"type": "array", "minItems": 1}"#
        => r#"{"type": "array", "minItems": 2}"#,
        Requests, "array-length-changed", "one element";
    "maxItems increased": r#"{"type": "array", "maxItems": 1}"#
        => r#"{"type": "array", "maxItems": 2}"#,
        Responses, "array-length-changed", "two elements";
    "maxItems added": r#"{"type": "array"}"# => r#"{"type": "array", "maxItems": 10}"#,
        Requests, "array-length-changed", "eleven elements";
    "uniqueItems added": r#"{"type": "array"}"# => r#"{"type": "array", "uniqueItems": true}"#,
        Requests, "unique-items-changed", "[0, 0]";
    "uniqueItems removed": r#"{"type": "array", "uniqueItems": true}"# => r#"{"type": "array"}"#,
        Responses, "unique-items-changed", "[0, 0]";
    "uniqueItems of one": r#"{"type": "array", "maxItems": 1}"#
        => r#"{"type": "array", "maxItems": 1, "uniqueItems": true}"#,
        Nobody, "", "one element has no twin";
    "tuple longer": r#"{"type": "array", "prefixItems": [{"type": "number"}], "items": false}"#
        => r#"{"type": "array", "prefixItems": [{"type": "number"}, {"type": "number"}],
               "items": false}"#,
        Responses, "tuple-arity-changed", "two elements; one may still be left out";
    "tuple of fixed length longer":
        r#"{"type": "array", "prefixItems": [{"type": "number"}], "minItems": 1, "items": false}"#
        => r#"{"type": "array", "prefixItems": [{"type": "number"}, {"type": "number"}],
               "minItems": 2, "items": false}"#,
        Both, "tuple-arity-changed", "one element, two elements";
    "tuple opened": r#"{"type": "array", "prefixItems": [{"type": "number"}], "items": false}"#
        => r#"{"type": "array", "prefixItems": [{"type": "number"}]}"#,
        Responses, "array-length-changed", "a second element";
    "tuple element changed": r#"{"type": "array", "prefixItems": [{"type": "number"}]}"#
        => r#"{"type": "array", "prefixItems": [{"type": "integer"}]}"#,
        Requests, "type-narrowed", "[1.5]";
    "contains added": r#"{"type": "array"}"#
        => r#"{"type": "array", "contains": {"type": "string"}}"#,
        Requests, "constraint-changed", "[]";
    "minContains increased": r#"{"type": "array", "contains": {"type": "string"}}"#
        => r#"{"type": "array", "contains": {"type": "string"}, "minContains": 2}"#,
        Requests, "constraint-changed", "one string";
    "maxContains added": r#"{"type": "array", "contains": {"const": 1}}"#
        => r#"{"type": "array", "contains": {"const": 1}, "maxContains": 1}"#,
        Requests, "constraint-changed", "[1, 1]";
    "unevaluatedItems closed":
        r#"{"type": "array", "allOf": [{"prefixItems": [{"type": "string"}]}]}"#
        => r#"{"type": "array", "allOf": [{"prefixItems": [{"type": "string"}]}],
               "unevaluatedItems": false}"#,
        Requests, "constraint-changed", "a second element";
    // Objects.
    "required property added": r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#
        => r#"{"type": "object", "properties": {"a": {"type": "string"}, "b": true},
               "required": ["b"]}"#,
        Requests, "field-added-required", "{}";
    "optional property added to an open object": r#"{"type": "object"}"#
        => r#"{"type": "object", "properties": {"b": {"type": "string"}}}"#,
        Requests, "field-added-optional", "as schemas: b could be anything before";
    "optional property added to a closed object":
        r#"{"type": "object", "properties": {"a": true}, "additionalProperties": false}"#
        => r#"{"type": "object", "properties": {"a": true, "b": true},
               "additionalProperties": false}"#,
        Responses, "unknown-fields-refused", "b is refused by old readers";
    "property removed from an open object":
        r#"{"type": "object", "properties": {"a": {"type": "string"}}}"# => r#"{"type": "object"}"#,
        Responses, "field-removed", "as schemas: a may be anything now";
    "property removed from a closed object":
        r#"{"type": "object", "properties": {"a": true, "b": true}, "additionalProperties": false}"#
        => r#"{"type": "object", "properties": {"a": true}, "additionalProperties": false}"#,
        Requests, "field-removed", "b is refused by new readers";
    "required property removed":
        r#"{"type": "object", "properties": {"a": true}, "required": ["a"]}"#
        => r#"{"type": "object"}"#,
        Responses, "field-removed", "{}";
    "property renamed":
        r#"{"type": "object", "properties": {"total": {"type": "integer"}}, "required": ["total"]}"#
        => r#"{"type": "object", "properties": {"total_cents": {"type": "integer"}},
               "required": ["total_cents"]}"#,
        Both, "field-renamed", "the one name is missing, then the other";
    "property became required": r#"{"type": "object", "properties": {"a": true}}"#
        => r#"{"type": "object", "properties": {"a": true}, "required": ["a"]}"#,
        Requests, "field-became-required", "{}";
    "property became optional":
        r#"{"type": "object", "properties": {"a": true}, "required": ["a"]}"#
        => r#"{"type": "object", "properties": {"a": true}}"#,
        Responses, "field-became-optional", "{}";
    "property required by a dependence instead":
        r#"{"type": "object", "properties": {"a": true, "b": true}, "required": ["a", "b"]}"#
        => r#"{"type": "object", "properties": {"a": true, "b": true}, "required": ["a"],
               "dependentRequired": {"a": ["b"]}}"#,
        Nobody, "", "a is always there, so b is";
    "object closed": r#"{"type": "object", "properties": {"a": true}}"#
        => r#"{"type": "object", "properties": {"a": true}, "additionalProperties": false}"#,
        Requests, "unknown-fields-refused", "another member";
    "object opened":
        r#"{"type": "object", "properties": {"a": true}, "additionalProperties": false}"#
        => r#"{"type": "object", "properties": {"a": true}}"#,
        Responses, "unknown-fields-accepted", "another member";
    "additional members narrowed":
        r#"{"type": "object", "additionalProperties": {"type": ["string", "integer"]}}"#
        => r#"{"type": "object", "additionalProperties": {"type": "string"}}"#,
        Requests, "type-narrowed", "a member with a number";
    "additional members widened":
        r#"{"type": "object", "additionalProperties": {"type": "string"}}"#
        => r#"{"type": "object", "additionalProperties": {"type": ["string", "integer"]}}"#,
        Responses, "type-widened", "a member with a number";
    "patternProperties added": r#"{"type": "object"}"#
        => r#"{"type": "object", "patternProperties": {"^x-": {"type": "string"}}}"#,
        Requests, "type-narrowed", "x- with a number";
    "patternProperties removed":
        r#"{"type": "object", "patternProperties": {"^x-": {"type": "string"}}}"#
        => r#"{"type": "object"}"#,
        Responses, "type-widened", "x- with a number";
    "propertyNames added": r#"{"type": "object"}"#
        => r#"{"type": "object", "propertyNames": {"maxLength": 3}}"#,
        Requests, "member-names-changed", "a long name";
    "propertyNames removed": r#"{"type": "object", "propertyNames": {"maxLength": 3}}"#
        => r#"{"type": "object"}"#,
        Responses, "member-names-changed", "a long name";
    "minProperties increased": r#"{"type": "object", "minProperties": 1}"#
        => r#"{"type": "object", "minProperties": 2}"#,
        Requests, "member-count-changed", "one member";
    "maxProperties increased": r#"{"type": "object", "maxProperties": 1}"#
        => r#"{"type": "object", "maxProperties": 2}"#,
        Responses, "member-count-changed", "two members";
    "minProperties below required":
        r#"{"type": "object", "required": ["a", "b"], "properties": {"a": true, "b": true}}"#
        => r#"{"type": "object", "required": ["a", "b"], "properties": {"a": true, "b": true},
               "minProperties": 2}"#,
        Nobody, "", "two members are required anyway";
    "dependentRequired added": r#"{"type": "object"}"#
        => r#"{"type": "object", "dependentRequired": {"card": ["cvc"]}}"#,
        Requests, "dependent-members-changed", "card without cvc";
    "dependentRequired removed":
        r#"{"type": "object", "dependentRequired": {"card": ["cvc"]}}"# => r#"{"type": "object"}"#,
        Responses, "dependent-members-changed", "card without cvc";
    "dependentSchemas added": r#"{"type": "object"}"#
        => r#"{"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}"#,
        Requests, "dependent-members-changed", "a without b";
    "unevaluatedProperties closed":
        r#"{"type": "object", "allOf": [{"properties": {"a": true}}]}"#
        => r#"{"type": "object", "allOf": [{"properties": {"a": true}}],
               "unevaluatedProperties": false}"#,
        Requests, "unknown-fields-refused", "another member";
    "readOnly added": r#"{"properties": {"a": {"type": "string"}}}"#
        => r#"{"properties": {"a": {"type": "string", "readOnly": true}}}"#,
        Nobody, "", "an annotation";
    // Compositions.
    "oneOf branch added": r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#
        => r#"{"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#,
        Responses, "variant-added", "true";
    "oneOf branch removed":
        r#"{"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#
        => r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
        Requests, "variant-removed", "true";
    "oneOf becomes ambiguous": r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#
        => r#"{"oneOf": [{"type": "string"}, {"type": "integer"}, {"minimum": 100}]}"#,
        Both, "", "100 fits two branches, true is new";
    "anyOf branch added": r#"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#
        => r#"{"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "array"}]}"#,
        Responses, "variant-added", "[]";
    "anyOf branch that adds nothing": r#"{"anyOf": [{"type": "string"}, {"type": "number"}]}"#
        => r#"{"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "integer"}]}"#,
        Nobody, "", "integers are numbers";
    "tagged variant added":
        r#"{"oneOf": [{"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]}]}"#
        => r#"{"oneOf": [{"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]},
               {"type": "object", "properties": {"kind": {"const": "b"}}, "required": ["kind"]}]}"#,
        Responses, "variant-added", "kind b is new";
    "change within a tagged variant":
        r#"{"oneOf": [{"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": "b"}, "n": {"type": "number"}}, "required": ["kind"]}]}"#
        => r#"{"oneOf": [{"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": "b"}, "n": {"type": "integer"}}, "required": ["kind"]}]}"#,
        Requests, "type-narrowed", "n = 1.5";
    "oneOf to anyOf, disjoint": r#"{"oneOf": [{"type": "string"}, {"type": "null"}]}"#
        => r#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
        Nobody, "", "no value is in both";
    "oneOf to anyOf, overlapping": r#"{"oneOf": [{"type": "integer"}, {"minimum": 0}]}"#
        => r#"{"anyOf": [{"type": "integer"}, {"minimum": 0}]}"#,
        Responses, "constraint-changed", "0 was in two branches";
    "allOf part added": r#"{"allOf": [{"type": "string"}]}"#
        => r#"{"allOf": [{"type": "string"}, {"minLength": 1}]}"#,
        Requests, "length-changed", "the empty string";
    "allOf part removed": r#"{"allOf": [{"type": "string"}, {"minLength": 1}]}"#
        => r#"{"allOf": [{"type": "string"}]}"#,
        Responses, "length-changed", "the empty string";
    "allOf flattened":
        r#"{"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["a"]}]}"#
        => r#"{"properties": {"a": {"type": "string"}}, "required": ["a"]}"#,
        Nobody, "", "the same in one schema";
    "single-element wrapper": r#"{"type": "string"}"# => r#"{"anyOf": [{"type": "string"}]}"#,
        Nobody, "", "one alternative";
    "not added": r#"{"type": "string"}"# => r#"{"type": "string", "not": {"const": "x"}}"#,
        Requests, "constraint-changed", "x is gone";
    "not removed": r#"{"type": "string", "not": {"const": "x"}}"# => r#"{"type": "string"}"#,
        Responses, "constraint-changed", "x is new";
    "not twice": r#"{"type": "string"}"# => r#"{"not": {"not": {"type": "string"}}}"#,
        Nobody, "", "a double negation";
    "not about another type": r#"{"type": "string"}"#
        => r#"{"type": "string", "not": {"type": "integer"}}"#,
        Nobody, "", "no string is an integer";
    "if-then added": r#"{"type": "object"}"#
        => r#"{"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#,
        Requests, "constraint-changed", "a without b";
    "if-then removed":
        r#"{"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#
        => r#"{"type": "object"}"#,
        Responses, "constraint-changed", "a without b";
    "if-then as dependentRequired":
        r#"{"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#
        => r#"{"type": "object", "dependentRequired": {"a": ["b"]}}"#,
        Nobody, "", "the same demand";
    // References and recursion.
    "reference inlined": r##"{"$ref": "#/$defs/A", "$defs": {"A": {"type": "string"}}}"##
        => r#"{"type": "string"}"#,
        Nobody, "", "a name is nothing on the wire";
    "definition renamed":
        r##"{"items": {"$ref": "#/$defs/A"}, "$defs": {"A": {"type": "string"}}}"##
        => r##"{"items": {"$ref": "#/$defs/B"}, "$defs": {"B": {"type": "string"}}}"##,
        Nobody, "", "a name is nothing on the wire";
    "unused definition removed": r#"{"type": "string", "$defs": {"A": {"type": "null"}}}"#
        => r#"{"type": "string"}"#,
        Nobody, "", "nobody refers to it";
    "recursion unrolled":
        r##"{"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties":
            {"v": {"type": "integer"}, "t": {"$ref": "#/$defs/T"}}, "required": ["v"]}}}"##
        => r##"{"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties":
            {"v": {"type": "integer"}, "t": {"type": "object", "properties":
            {"v": {"type": "integer"}, "t": {"$ref": "#/$defs/T"}}, "required": ["v"]}},
            "required": ["v"]}}}"##,
        Nobody, "", "one turn of the recursion written out";
    "change inside a recursive type":
        r##"{"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties":
            {"v": {"type": "integer"}, "t": {"$ref": "#/$defs/T"}}}}}"##
        => r##"{"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties":
            {"v": {"type": "number"}, "t": {"$ref": "#/$defs/T"}}}}}"##,
        Responses, "type-widened", "v = 1.5, at any depth";
};
