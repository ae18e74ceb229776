//! Contract documents in few words, for fixtures.
//!
//! ```text
//! contract id=shop version=1.0.0 level=stable owner=@shop
//! op orders.create POST /orders 201 body=NewOrder query=Filter -> Order !OrderError
//! event orders.shipped send Shipped on=orders
//! data Snapshot
//! errors OrderError closed https://orders.example/errors
//!   NOT_FOUND 404 never none
//! struct Order refuses
//!   total: u64 unit=EUR
//!   note: option<string> unless_none alias=remark
//! enum Payment internal=kind
//!   Cash
//!   Card(CardData)
//!   Transfer { iban: string, bic: option<string> default }
//! alias Id = u64
//! newtype Name = string
//! tuple Point = f64, f64
//! unit Nothing
//! say operations/orders.create/timeout 8s
//! ```
//! What has no word of its own is said by its path in the document and its value: JSON, or else
//! text.
//! A type is a leaf, a name, `option<T>`, `list<T>`, `set<T>`, `map<K, V>`, `(A, B)`, `[T; 3]`,
//! `codec<name>`, `codec<name, T>` (within T), `behind<name, T>` (what a codec makes of T) or
//! `split<W, R>`. The contract is `shop 1.0.0`, everything in it stable, unless it says otherwise.
//! An underscore in `meaning=` and `note=` is a space.

use contract_core::document::Document;
use serde_json::{Map, Value, json};

/// Reads the shorthand.
pub(crate) fn document(text: &str) -> Result<Document, String> {
    let mut root = json!({
        "format": 1,
        "contract": {"id": "shop", "version": "1.0.0", "level": "stable"},
    });
    // The object that indented lines belong to, as a pointer.
    let mut open = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let indented = line.starts_with(' ');
        let line = line.trim();
        let done = if indented { below(&mut root, &open, line) } else { head(&mut root, line) };
        let opened = done.map_err(|error| format!("`{line}`: {error}"))?;
        if !indented {
            open = opened;
        }
    }
    Document::read(&root.to_string()).map_err(|error| error.to_string())
}

fn head(root: &mut Value, line: &str) -> Result<String, String> {
    let (word, rest) = line.split_once(' ').ok_or("one word only")?;
    let (name, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let (kind, value) = match word {
        "contract" => {
            for pair in [name].into_iter().chain(rest.split_whitespace()) {
                let (key, value) = pair.split_once('=').ok_or("no `=`")?;
                root["contract"][key] = value.replace('_', " ").into();
            }
            return Ok(String::new());
        }
        "op" => ("operations", operation(rest)?),
        "event" => ("events", event(rest)?),
        "data" => {
            let data = root.as_object_mut().ok_or("no object")?.entry("data");
            data.or_insert_with(|| json!([])).as_array_mut().ok_or("no array")?.push(name.into());
            return Ok(String::new());
        }
        "errors" => {
            let mut words = rest.split_whitespace();
            let open = words.next() == Some("open");
            let domain = words.next().ok_or("no domain")?;
            ("errors", json!({"open": open, "domain": domain, "codes": {}}))
        }
        "say" => {
            say(root, name, rest)?;
            return Ok(String::new());
        }
        "struct" => ("types", structs(rest)?),
        "enum" => ("types", enums(rest)?),
        "unit" => ("types", json!({"shape": "unit"})),
        "alias" | "newtype" => {
            let of = wire(rest.strip_prefix("= ").ok_or("no `=`")?)?;
            ("types", json!({"shape": {word: of}}))
        }
        "tuple" => {
            let items = split(rest.strip_prefix("= ").ok_or("no `=`")?);
            let fields: Result<Vec<Value>, String> = items
                .iter()
                .enumerate()
                .map(|(index, item)| Ok(json!({"name": index.to_string(), "type": wire(item)?})))
                .collect();
            ("types", json!({"shape": {"tuple": fields?}}))
        }
        other => return Err(format!("what is `{other}`?")),
    };
    let entries = root.as_object_mut().ok_or("no object")?.entry(kind);
    entries.or_insert_with(|| json!({}))[name] = value;
    Ok(format!("/{kind}/{name}"))
}

/// Sets the member that a path leads to; what encloses it is made where it is missing.
pub(crate) fn say(root: &mut Value, path: &str, value: &str) -> Result<(), String> {
    let mut at = root;
    for name in path.split('/') {
        let object = at.as_object_mut().ok_or_else(|| format!("{name} is in no object"))?;
        at = object.entry(name).or_insert_with(|| json!({}));
    }
    *at = serde_json::from_str(value).unwrap_or_else(|_| value.into());
    Ok(())
}

fn below(root: &mut Value, open: &str, line: &str) -> Result<String, String> {
    let owner = root.pointer_mut(open).ok_or("nothing to belong to")?;
    if let Some(codes) = owner.get_mut("codes") {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [code, status, retry, effects, rest @ ..] = &words[..] else {
            return Err("CODE STATUS RETRY EFFECTS".to_owned());
        };
        let status: u16 = status.parse().map_err(|_| "no status")?;
        codes[code] = json!({"status": status, "retry": retry, "effects": effects});
        attributes(&mut codes[code], &rest.join(" "))?;
    } else if let Some(fields) = owner.pointer_mut("/shape/struct/fields") {
        fields.as_array_mut().ok_or("no array")?.push(field(line)?);
    } else if let Some(variants) = owner.pointer_mut("/shape/enum/variants") {
        variants.as_array_mut().ok_or("no array")?.push(variant(line)?);
    } else {
        return Err("nothing belongs here".to_owned());
    }
    Ok(String::new())
}

fn operation(rest: &str) -> Result<Value, String> {
    let (before, after) = rest.split_once("-> ").unwrap_or((rest, ""));
    let mut operation = json!({});
    let mut words = before.split_whitespace().peekable();
    if words.peek().is_some_and(|word| word.chars().all(|c| c.is_ascii_uppercase())) {
        let method = words.next();
        let path = words.next().ok_or("no path")?;
        operation["http"] = json!({"method": method, "path": path});
        if let Some(status) = words.peek().and_then(|word| word.parse::<u16>().ok()) {
            operation["http"]["success"] = status.into();
            words.next();
        }
    }
    let (response, after) = match after.split_once(" !") {
        Some((response, errors)) => (response.to_owned(), format!("!{errors}")),
        None => match after.split_once(' ') {
            Some((response, rest)) if !response.ends_with(',') => {
                (response.to_owned(), rest.to_owned())
            }
            _ => (after.to_owned(), String::new()),
        },
    };
    if !response.is_empty() {
        operation["response"] = wire(&response)?;
    }
    let mut about = String::new();
    for word in words.chain(after.split_whitespace()) {
        match word.split_once('=') {
            _ if word.starts_with('!') => operation["errors"] = word[1..].into(),
            Some((place @ ("body" | "query" | "path" | "form"), of)) => {
                operation["request"][place] = wire(of)?;
            }
            _ => about.extend([word, " "]),
        }
    }
    attributes(&mut operation, &about)?;
    Ok(operation)
}

fn event(rest: &str) -> Result<Value, String> {
    let mut words = rest.split_whitespace();
    let direction = words.next().ok_or("no direction")?;
    let payload = wire(words.next().ok_or("no payload")?)?;
    let mut event = json!({"direction": direction, "payload": payload});
    if let Some(channel) = words.next().and_then(|word| word.strip_prefix("on=")) {
        event["channel"] = channel.into();
    }
    Ok(event)
}

fn structs(rest: &str) -> Result<Value, String> {
    let mut definition = json!({"shape": {"struct": {"fields": []}}});
    let mut about = String::new();
    for word in rest.split_whitespace() {
        let of = &mut definition["shape"]["struct"];
        match word.split_once('=') {
            None if word == "refuses" => of["unknown_fields"] = "refused".into(),
            Some(("tag", tag)) => {
                let (name, value) = tag.split_once(':').ok_or("no value")?;
                of["tag"] = json!({"name": name, "value": value});
            }
            _ => about.extend([word, " "]),
        }
    }
    attributes(&mut definition, &about)?;
    Ok(definition)
}

fn enums(rest: &str) -> Result<Value, String> {
    let mut definition = json!({"shape": {"enum": {"variants": []}}});
    let mut about = String::new();
    for word in rest.split_whitespace() {
        let of = &mut definition["shape"]["enum"];
        match word.split_once('=') {
            None if word == "refuses" => of["unknown_fields"] = "refused".into(),
            None if word == "untagged" => of["tagging"] = "untagged".into(),
            Some(("internal", tag)) => of["tagging"] = json!({"internal": {"tag": tag}}),
            Some(("adjacent", names)) => {
                let (tag, content) = names.split_once(',').ok_or("no content")?;
                of["tagging"] = json!({"adjacent": {"tag": tag, "content": content}});
            }
            _ => about.extend([word, " "]),
        }
    }
    attributes(&mut definition, &about)?;
    Ok(definition)
}

fn field(text: &str) -> Result<Value, String> {
    let (name, rest) = text.split_once(": ").ok_or("no type")?;
    let (of, rest) = first(rest);
    let mut field = json!({"name": name.trim(), "type": wire(of)?});
    attributes(&mut field, rest)?;
    Ok(field)
}

fn variant(text: &str) -> Result<Value, String> {
    let end = text.find([' ', '(', '{']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let rest = rest.trim_start();
    let mut variant = json!({"name": name});
    let rest = if let Some(inside) = rest.strip_prefix('(') {
        let close = closing(inside, '(', ')').ok_or("no `)`")?;
        let items = split(&inside[..close]);
        variant["content"] = match &items[..] {
            [only] => json!({"newtype": wire(only)?}),
            several => {
                let fields: Result<Vec<Value>, String> = several
                    .iter()
                    .enumerate()
                    .map(|(at, item)| Ok(json!({"name": at.to_string(), "type": wire(item)?})))
                    .collect();
                json!({"tuple": fields?})
            }
        };
        &inside[close + 1..]
    } else if let Some(inside) = rest.strip_prefix('{') {
        let close = inside.find('}').ok_or("no closing brace")?;
        let fields: Result<Vec<Value>, String> =
            split(&inside[..close]).iter().map(|it| field(it)).collect();
        variant["content"] = json!({"struct": {"fields": fields?}});
        &inside[close + 1..]
    } else {
        rest
    };
    attributes(&mut variant, rest)?;
    Ok(variant)
}

/// The words after a field, variant, type or operation.
fn attributes(of: &mut Value, words: &str) -> Result<(), String> {
    for word in words.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "default" if value.is_empty() => of["read"] = "default".into(),
            "default" => of["read"] = json!({"default_fn": value}),
            "container" => of["read"] = "container_default".into(),
            "demanded" => of["read"] = "demanded".into(),
            "unread" if of.get("type").is_some() => of["read"] = "never".into(),
            "unread" => of["read"] = false.into(),
            "unwritten" if of.get("type").is_some() => of["written"] = "never".into(),
            "unwritten" => of["written"] = false.into(),
            "unless_none" => of["written"] = "unless_none".into(),
            "unless" => of["written"] = json!({"unless": value}),
            "alias" => of["aliases"] = value.split(',').collect(),
            "read" => of["read_name"] = value.into(),
            "flatten" | "other" | "untagged" => of[key] = true.into(),
            "role" => of[key] = value.into(),
            "level" | "unit" => of["about"][key] = value.into(),
            "meaning" => of["about"][key] = value.replace('_', " ").into(),
            "deprecated" => {
                of["about"]["deprecated"] = Value::Object(Map::new());
            }
            "since" | "sunset" | "remove_in" | "replaced_by" | "note" => {
                of["about"]["deprecated"][key] = value.replace('_', " ").into();
            }
            other => return Err(format!("what is `{other}`?")),
        }
    }
    Ok(())
}

fn wire(text: &str) -> Result<Value, String> {
    let text = text.trim();
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Ok(json!({"tuple": wires(inside)?}));
    }
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let (of, length) = inside.split_once("; ").ok_or("no length")?;
        let length: u64 = length.parse().map_err(|_| "no length")?;
        return Ok(json!({"array": [wire(of)?, length]}));
    }
    let Some((word, inside)) = text.split_once('<') else { return Ok(text.into()) };
    let inside = inside.strip_suffix('>').ok_or("no `>`")?;
    Ok(match word {
        "codec" => match inside.split_once(", ") {
            Some((name, of)) => json!({"opaque": [name, wire(of)?]}),
            None => json!({"opaque": inside}),
        },
        "behind" => {
            let (name, of) = inside.split_once(", ").ok_or("no type behind the codec")?;
            json!({"codec": [name, wire(of)?]})
        }
        "map" | "split" => json!({word: wires(inside)?}),
        _ => json!({word: wire(inside)?}),
    })
}

fn wires(text: &str) -> Result<Vec<Value>, String> {
    split(text).iter().map(|item| wire(item)).collect()
}

/// The parts between commas that stand outside of brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '<' | '(' | '[' | '{' => depth += 1,
            '>' | ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        parts.push(text[start..].trim());
    }
    parts
}

/// The first word, in which brackets hold spaces together.
fn first(text: &str) -> (&str, &str) {
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ' ' if depth == 0 => return (&text[..at], &text[at..]),
            _ => {}
        }
    }
    (text, "")
}

/// Where the bracket closes that was open before the text.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}
