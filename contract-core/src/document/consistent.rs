//! Whether what a document says fits together.

use std::collections::{BTreeSet, HashSet};

use super::{About, Content, Document, Field, Job, Leaf, ReadError, Shape, WireType};

/// Checks a document. The first mistake is reported; a document is written by a program, and one
/// that fits nowhere was edited by hand or is another program's.
pub(super) fn check(document: &Document) -> Result<(), ReadError> {
    let known: &Names<'_> = &document.types.keys().map(String::as_str).collect();
    let header = &document.contract;
    let mut letters = header.id.chars();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    if !letters.next().is_some_and(plain) || !letters.all(|c| plain(c) || "._-".contains(c)) {
        let problem = format!("`{}` is no id; ids are written [a-z0-9][a-z0-9._-]*", header.id);
        return Err(wrong("contract/id", problem));
    }
    version("contract/version", &header.version)?;
    if let Some(exempt) = &header.exempt {
        date("contract/exempt/until", &exempt.until)?;
    }
    for (id, operation) in &document.operations {
        let clause = format!("operations/{id}");
        about(&clause, &operation.about)?;
        if let Some(status) = operation.http.as_ref().and_then(|http| http.success) {
            self::status(&format!("{clause}/http/success"), status)?;
        }
        for (place, of) in &operation.request {
            // The word of a place is its name in the document.
            let place = serde_json::to_value(place).unwrap_or_default();
            let place = place.as_str().unwrap_or_default();
            types(known, &format!("{clause}/request/{place}"), of)?;
        }
        if let Some(of) = &operation.response {
            types(known, &format!("{clause}/response"), of)?;
        }
        errors(document, &clause, operation.errors.as_deref())?;
    }
    for (id, event) in &document.events {
        about(&format!("events/{id}"), &event.about)?;
        types(known, &format!("events/{id}/payload"), &event.payload)?;
    }
    for (id, consumer) in &document.consumers {
        about(&format!("consumers/{id}"), &consumer.about)?;
        types(known, &format!("consumers/{id}/payload"), &consumer.payload)?;
    }
    for (id, job) in &document.jobs {
        self::job(document, &format!("jobs/{id}"), job)?;
    }
    for (id, provider) in &document.providers {
        about(&format!("providers/{id}"), &provider.about)?;
        for (name, variable) in &provider.config {
            about(&format!("providers/{id}/config/{name}"), &variable.about)?;
        }
    }
    for name in &document.data {
        types(known, &format!("data/{name}"), &WireType::Named(name.clone()))?;
    }
    for (name, set) in &document.errors {
        let clause = format!("errors/{name}");
        about(&clause, &set.about)?;
        for (code, error) in &set.codes {
            let clause = format!("{clause}/codes/{code}");
            about(&clause, &error.about)?;
            status(&format!("{clause}/status"), error.status)?;
        }
    }
    for (name, definition) in &document.types {
        let clause = format!("types/{name}");
        if Leaf::from_word(name).is_some() {
            let problem = format!("`{name}` is the name of a shape that every document knows");
            return Err(wrong(clause, problem));
        }
        about(&clause, &definition.about)?;
        shape(known, &clause, &definition.shape)?;
        let behind = definition.behind.iter().flat_map(|it| &it.types);
        behind.into_iter().try_for_each(|of| types(known, &clause, of))?;
        founded(document, name)?;
    }
    Ok(())
}

/// The names of a document's types: they are asked for more often than anything else.
type Names<'d> = HashSet<&'d str>;

/// The error set that something fails with is in the document.
fn errors(document: &Document, clause: &str, set: Option<&str>) -> Result<(), ReadError> {
    match set.filter(|it| !document.errors.contains_key(*it)) {
        Some(set) => {
            let problem = format!("the document has no error set `{set}`");
            Err(wrong(format!("{clause}/errors"), problem))
        }
        None => Ok(()),
    }
}

/// The states of a job are those that follow each other.
fn job(document: &Document, clause: &str, job: &Job) -> Result<(), ReadError> {
    about(clause, &job.about)?;
    errors(document, clause, job.errors.as_deref())?;
    for (name, state) in &job.states {
        let clause = format!("{clause}/states/{name}");
        about(&clause, &state.about)?;
        if let Some(next) = state.next.iter().find(|next| !job.states.contains_key(*next)) {
            return Err(wrong(format!("{clause}/next"), format!("the job has no state `{next}`")));
        }
    }
    Ok(())
}

fn wrong(clause: impl Into<String>, problem: impl Into<String>) -> ReadError {
    ReadError::Inconsistent { clause: clause.into(), problem: problem.into() }
}

/// A mistake at a clause, named from around it: a name that nobody reads is not put together.
fn below(around: &str, error: ReadError) -> ReadError {
    match error {
        ReadError::Inconsistent { clause, problem } => wrong(format!("{around}{clause}"), problem),
        other => other,
    }
}

fn shape(known: &Names<'_>, clause: &str, of: &Shape) -> Result<(), ReadError> {
    match of {
        Shape::Unit => Ok(()),
        Shape::Alias(of) | Shape::Newtype(of) => types(known, clause, of),
        Shape::Struct(of) => fields(known, clause, &of.fields),
        Shape::Tuple(of) => fields(known, clause, of),
        Shape::Enum(of) => of.variants.iter().try_for_each(|variant| {
            let clause = format!("{clause}/variants/{}", variant.name);
            about(&clause, &variant.about)?;
            match &variant.content {
                Content::Unit => Ok(()),
                Content::Newtype(of) => types(known, &clause, of),
                Content::Tuple(of) => fields(known, &clause, of),
                Content::Struct(of) => fields(known, &clause, &of.fields),
            }
        }),
    }
}

fn fields(known: &Names<'_>, clause: &str, fields: &[Field]) -> Result<(), ReadError> {
    fields.iter().try_for_each(|field| {
        about("", &field.about)
            .and_then(|()| types(known, "", &field.wire))
            .map_err(|error| below(&format!("{clause}/fields/{}", field.name), error))
    })
}

/// Every type that an expression names is in the document.
fn types(known: &Names<'_>, clause: &str, of: &WireType) -> Result<(), ReadError> {
    let mut unknown = None;
    of.names(&mut |name| {
        if unknown.is_none() && !known.contains(name) {
            unknown = Some(name.to_owned());
        }
    });
    match unknown {
        Some(name) => Err(wrong(clause, format!("the document has no type `{name}`"))),
        None => Ok(()),
    }
}

/// A type that stands for another one does not come back to itself: such a type has no values to
/// speak of.
fn founded(document: &Document, name: &str) -> Result<(), ReadError> {
    let mut seen = BTreeSet::new();
    let mut next = name;
    while let Some(Shape::Alias(of) | Shape::Newtype(of)) =
        document.types.get(next).map(|it| &it.shape)
    {
        seen.insert(next);
        let mut of = of;
        while let WireType::Option(inner) = of {
            of = inner;
        }
        let WireType::Named(inner) = of else { break };
        if seen.contains(inner.as_str()) {
            let problem = "it is defined by itself, with no value in between";
            return Err(wrong(format!("types/{name}"), problem));
        }
        next = inner;
    }
    Ok(())
}

fn about(clause: &str, about: &About) -> Result<(), ReadError> {
    if let Some(since) = &about.since {
        version(&format!("{clause}/since"), since)?;
    }
    if let Some(exempt) = &about.exempt {
        date(&format!("{clause}/exempt/until"), &exempt.until)?;
    }
    let Some(deprecated) = &about.deprecated else { return Ok(()) };
    for (word, said) in [("since", &deprecated.since), ("remove_in", &deprecated.remove_in)] {
        if let Some(said) = said {
            version(&format!("{clause}/deprecated/{word}"), said)?;
        }
    }
    for (word, said) in [("date", &deprecated.date), ("sunset", &deprecated.sunset)] {
        if let Some(said) = said {
            date(&format!("{clause}/deprecated/{word}"), said)?;
        }
    }
    Ok(())
}

fn date(clause: &str, text: &str) -> Result<(), ReadError> {
    if is_date(text) {
        return Ok(());
    }
    let problem = format!("`{text}` is no date; dates are written YYYY-MM-DD");
    Err(wrong(clause, problem))
}

fn status(clause: &str, status: u16) -> Result<(), ReadError> {
    if (100..600).contains(&status) {
        return Ok(());
    }
    Err(wrong(clause, format!("{status} is no HTTP status")))
}

fn version(clause: &str, text: &str) -> Result<(), ReadError> {
    if is_version(text) {
        return Ok(());
    }
    let problem = format!("`{text}` is no version; it is written like `1.4.0` (SemVer)");
    Err(wrong(clause, problem))
}

/// SemVer 2.0.0: three numbers, then perhaps a pre-release and build metadata.
fn is_version(text: &str) -> bool {
    let (text, build) = text.split_once('+').map_or((text, None), |(it, rest)| (it, Some(rest)));
    let (core, pre) = text.split_once('-').map_or((text, None), |(it, rest)| (it, Some(rest)));
    let letters =
        |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
    let number = |it: &str| {
        !it.is_empty() && digits(it) && (it == "0" || !it.starts_with('0')) && it.len() < 20
    };
    let identifier = |it: &str| letters(it) && (!digits(it) || number(it));
    core.split('.').count() == 3
        && core.split('.').all(number)
        && pre.is_none_or(|pre| pre.split('.').all(identifier))
        && build.is_none_or(|build| build.split('.').all(letters))
}

/// A day of the Gregorian calendar, `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return false;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    let (year, month, day) = (number(&text[..4]), number(&text[5..7]), number(&text[8..]));
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_semver() {
        for version in ["0.0.0", "1.2.3", "1.0.0-alpha.1", "1.0.0-0a.b-c+001.x", "1.0.0+b"] {
            assert!(is_version(version), "{version}");
        }
        for no in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "01.0.0",
            "1.0.0-",
            "1.0.0-01",
            "1.0.0-a..b",
            "v1.0.0",
            "1.0.0+",
            " 1.0.0",
        ] {
            assert!(!is_version(no), "{no}");
        }
    }

    #[test]
    fn dates_are_days() {
        for date in ["2027-01-31", "2028-02-29", "2000-02-29", "0001-12-31"] {
            assert!(is_date(date), "{date}");
        }
        for no in [
            "2027-02-29",
            "1900-02-29",
            "2027-13-01",
            "2027-00-01",
            "2027-01-00",
            "2027-1-1",
            "2027-01-31T",
            "é27-01-3",
        ] {
            assert!(!is_date(no), "{no}");
        }
    }
}
