//! `compare`: judges two files. What they are is told by their content.

use std::fmt::Display;
use std::fs;
use std::io::{self, Read as _};

use super::judge::{judge, show};
use super::{Failure, Screen, today};
use crate::cli::{CompareArgs, Format, ReaderArg, RoleArg, SemanticsArg};
use crate::content::Content;
use crate::date::Date;
use crate::diff::openapi;
use crate::diff::schemas::{Options, Semantics, Unknowns, compare};
use crate::exit;
use crate::finding::{Role, Side};
use crate::report::human::Next;
use crate::report::{self, Subject};
use crate::verdict::Verdict;

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or is not what can be compared, or when the screen fails.
pub fn run(arguments: &CompareArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    if arguments.old == "-" && arguments.new == "-" {
        return usage(screen, "standard input can be read only once; name a file for one side");
    }
    let texts = (text(&arguments.old)?, text(&arguments.new)?);
    let [old, new] = Content::read_both(&texts.0, &texts.1)
        .map_err(|(side, error)| wrong(arguments, side, error))?;
    let verdict = match (&old, &new) {
        (Content::Schema(old), Content::Schema(new)) => {
            let strict = arguments.reader == Some(ReaderArg::Strict);
            if strict && arguments.semantics != Some(SemanticsArg::Wire) {
                return usage(
                    screen,
                    "`--reader strict` says how programs read, and needs `--semantics wire`",
                );
            }
            Verdict::new(compare(old, new, &options(arguments)))
        }
        (Content::Contract(old), Content::Contract(new)) => {
            if let Some(refused) = not_for_documents(arguments) {
                return usage(screen, refused);
            }
            judge(old, new)
        }
        (Content::OpenApi(old), Content::OpenApi(new)) => {
            if arguments.role.is_some() {
                return usage(
                    screen,
                    "`--role` is for schemas; each part of an OpenAPI document has its own \
                     direction",
                );
            }
            let options = match openapi_options(arguments, Some(today(arguments.today)?)) {
                Ok(options) => options,
                Err(refused) => return usage(screen, refused),
            };
            openapi::judge(old, new, &options)
                .map_err(|error| wrong(arguments, error.side(), error))?
        }
        _ => {
            return Err(Failure::Other(format!(
                "{} is {} and {} is {}; both sides of a comparison are of one kind",
                name(&arguments.old),
                old.kind(),
                name(&arguments.new),
                new.kind()
            )));
        }
    };
    let subject = || {
        [Subject {
            name: format!("{} to {}", name(&arguments.old), name(&arguments.new)),
            id: name(&arguments.new).to_owned(),
            file: name(&arguments.new).to_owned(),
            verdict: Some(&verdict),
            remarks: Vec::new(),
        }]
    };
    match arguments.format {
        Format::Json => report::json::write(&verdict, screen.out)?,
        Format::Sarif => report::sarif::write(&subject(), screen.out)?,
        Format::Junit => report::junit::write(&subject(), screen.out)?,
        Format::Github => report::github::write(&subject(), screen.out)?,
        Format::Markdown => report::markdown::write(&subject(), screen.out)?,
        Format::Human => {
            let color = arguments.screen.colored(screen.out_is_terminal);
            show(&verdict, None, color, Next::Nothing, screen.out)?;
        }
    }
    // The process ends now. To free large documents value by value first is a tenth of its time.
    std::mem::forget((old, new));
    Ok(verdict.exit_code())
}

/// A command line that makes no sense.
fn usage(screen: &mut Screen<'_>, message: &str) -> Result<u8, Failure> {
    writeln!(screen.err, "error: {message}")?;
    Ok(exit::USAGE)
}

/// Why an option cannot be heeded for contract documents.
fn not_for_documents(arguments: &CompareArgs) -> Option<&'static str> {
    if arguments.role.is_some() {
        return Some(
            "`--role` is for schemas; each part of a contract document has its own direction",
        );
    }
    if arguments.semantics == Some(SemanticsArg::Schema) {
        return Some(
            "`--semantics schema` is for schemas; a contract document says what serde does",
        );
    }
    (arguments.reader == Some(ReaderArg::Strict)).then_some(
        "`--reader strict` is for schemas; a contract document says itself which of its types \
         refuse unknown fields",
    )
}

fn options(arguments: &CompareArgs) -> Options {
    Options {
        roles: match arguments.role {
            Some(RoleArg::Request) => vec![Role::Request],
            Some(RoleArg::Response) => vec![Role::Response],
            Some(RoleArg::Both) | None => vec![Role::Request, Role::Response],
        },
        semantics: match arguments.semantics {
            Some(SemanticsArg::Wire) => Semantics::Wire,
            Some(SemanticsArg::Schema) | None => Semantics::Schema,
        },
        unknowns: match arguments.reader {
            Some(ReaderArg::Strict) => Unknowns::Refused,
            Some(ReaderArg::Tolerant) | None => Unknowns::Ignored,
        },
        ..Options::default()
    }
}

/// OpenAPI documents are written for programs and by them, so that `wire` is the default.
fn openapi_options(
    arguments: &CompareArgs,
    today: Option<Date>,
) -> Result<openapi::Options, &'static str> {
    let Options { semantics, unknowns, .. } = options(arguments);
    let exact = arguments.semantics == Some(SemanticsArg::Schema);
    if exact && unknowns == Unknowns::Refused {
        return Err("`--reader strict` says how programs read, and needs `--semantics wire`");
    }
    let semantics = if exact { semantics } else { Semantics::Wire };
    Ok(openapi::Options { today, semantics, unknowns, ..openapi::Options::default() })
}

/// What a file is called in messages.
fn name(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

/// Why one of the sides cannot be compared.
fn wrong(arguments: &CompareArgs, side: Side, why: impl Display) -> Failure {
    let file = match side {
        Side::Old => &arguments.old,
        Side::New => &arguments.new,
    };
    unreadable(file, why)
}

fn unreadable(file: &str, why: impl Display) -> Failure {
    Failure::Other(format!("cannot read {}: {why}", name(file)))
}

fn text(file: &str) -> Result<String, Failure> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| unreadable(file, error))?;
    String::from_utf8(bytes)
        .map_err(|error| unreadable(file, format!("it is not UTF-8 text: {}", error.utf8_error())))
}
