//! Text in Markdown: only our own ticks mark code, and what somebody else wrote cannot become
//! markup: no links, no HTML, no mentions of people.

/// A line of text in which code stands between ticks.
pub fn text(text: &str) -> String {
    // What its author broke into lines is one line here.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = text.split('`').collect();
    // An odd number of ticks marks nothing.
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let mut prose = String::with_capacity(text.len());
    for (index, part) in parts.into_iter().enumerate() {
        match index % 2 {
            0 => prose.push_str(&escaped(part)),
            _ => prose.push_str(&code(part)),
        }
    }
    prose
}

/// Text outside of code.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// Text as code, between more ticks than stand in it (CommonMark, section 6.1).
pub fn code(text: &str) -> String {
    let line = text.replace(['\n', '\r'], " ");
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    if longest == 0 {
        return if line.is_empty() { String::new() } else { format!("`{line}`") };
    }
    let ticks = "`".repeat(longest + 1);
    format!("{ticks} {line} {ticks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_somebody_wrote_becomes_markup() {
        assert_eq!(text("<img> @team [a](b) `x<y>`"), "&lt;img&gt; &#64;team \\[a\\](b) `x<y>`");
        assert_eq!(text("an odd ` tick *b*"), "an odd \\` tick \\*b\\*");
        assert_eq!(code("a``b"), "``` a``b ```");
    }
}
