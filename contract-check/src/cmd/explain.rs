//! `explain`: the page of a rule; without one, the list of all.

use super::{Failure, Screen};
use crate::cli::ExplainArgs;
use crate::{exit, rules};

/// Runs the command.
///
/// # Errors
/// When the screen fails.
pub fn run(arguments: &ExplainArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let Some(id) = &arguments.rule else {
        writeln!(screen.out, "{}", rules::list())?;
        writeln!(screen.out, "`cargo contract-check explain RULE` shows the page of one.")?;
        return Ok(exit::OK);
    };
    let Some(rule) = rules::find(id) else {
        let near = rules::near(id);
        let instead = match near.split_last() {
            None => "`cargo contract-check explain` lists all of them".to_owned(),
            Some((last, before)) => {
                let before: String = before.iter().map(|id| format!("`{id}`, ")).collect();
                let or = if before.is_empty() { "" } else { "or " };
                format!("did you mean {before}{or}`{last}`?")
            }
        };
        writeln!(screen.err, "error: there is no rule `{id}`; {instead}")?;
        return Ok(exit::USAGE);
    };
    write!(screen.out, "{}", rules::page(rule))?;
    Ok(exit::OK)
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::{Cli, Command};

    fn explain(arguments: &[&str]) -> (u8, String, String) {
        let all = ["contract-check", "explain"].iter().chain(arguments);
        let Command::Explain(arguments) = Cli::parse_from(all).asked() else {
            panic!("another command");
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut screen = Screen { out: &mut out, err: &mut err, out_is_terminal: false };
        let code = run(&arguments, &mut screen).expect("vectors take every byte");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (code, text(out), text(err))
    }

    #[test]
    fn a_rule_has_a_page() {
        let (code, out, err) = explain(&["field-renamed"]);
        assert_eq!((code, err.as_str()), (exit::OK, ""));
        assert!(out.starts_with("# field-renamed\n"), "{out}");
    }

    #[test]
    fn without_a_rule_all_are_listed() {
        let (code, out, _) = explain(&[]);
        assert_eq!(code, exit::OK);
        assert!(rules::all().iter().all(|rule| out.contains(rule.id)));
    }

    #[test]
    fn a_misspelt_rule_is_found() {
        let (code, out, err) = explain(&["field-renmed"]);
        assert_eq!((code, out.as_str()), (exit::USAGE, ""));
        assert!(err.contains("did you mean `field-renamed`"), "{err}");
        let (_, _, err) = explain(&["weather"]);
        assert!(err.contains("lists all of them"), "{err}");
    }
}
