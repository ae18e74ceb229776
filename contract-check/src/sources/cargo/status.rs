//! Our own lines among cargo's, on standard error: what is being done, for those who wait.

use std::io::Write as _;

use super::Options;

/// How wide cargo prints the word at the beginning of a line.
const WIDTH: usize = 12;

/// Shows a line, unless the user wants it quiet.
pub(super) fn show(options: &Options, verb: &str, what: &str) {
    if options.quiet {
        return;
    }
    let line = if options.colored {
        // Cargo's own style: bold and bright green.
        format!("\x1b[1m\x1b[92m{verb:>WIDTH$}\x1b[0m {what}\n")
    } else {
        format!("{verb:>WIDTH$} {what}\n")
    };
    // Nobody is there to read it if this fails.
    let _ = std::io::stderr().write_all(line.as_bytes());
}
