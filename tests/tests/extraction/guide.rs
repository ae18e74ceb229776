//! `docs/guide.md`, walked by the letter: its files are written, its edits made, its commands run,
//! and its screens are what they print. With `UPDATE` set, the screens are written anew; read them
//! before they are committed.

use std::fs;

use crate::project::{Project, Run, repository, run};

/// The day of the walk.
const TODAY: &str = "2026-11-29";

/// A fenced block: its language, the file that it is about, and its lines.
struct Block<'p> {
    language: &'p str,
    file: Option<&'p str>,
    lines: Vec<&'p str>,
}

/// The page as text and blocks, in turn.
fn blocks(page: &str) -> Vec<(String, Option<Block<'_>>)> {
    let mut all = Vec::new();
    let mut text = String::new();
    let mut open: Option<Block<'_>> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let mut words = info.split(' ');
                let language = words.next().unwrap_or_default();
                open = Some(Block { language, file: words.next(), lines: Vec::new() });
            }
            (Some(_), Some(_)) => all.push((std::mem::take(&mut text), open.take())),
            (None, Some(block)) => block.lines.push(line),
            (None, None) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    all.push((text, None));
    all
}

/// Runs one command of the page; what the screen shows, and the exit code.
fn command(project: &Project, words: &[&str], last: i32) -> (String, i32) {
    let done = match words {
        ["cargo", "contract-check", arguments @ ..] => {
            let dated = matches!(
                arguments.first(),
                None | Some(&"accept" | &"check" | &"declare" | &"release")
            );
            let mut arguments = arguments.to_vec();
            if dated {
                arguments.extend(["--today", TODAY]);
            }
            run(project.command(&arguments).arg("--quiet"))
        }
        ["git", arguments @ ..] => project.other("git", arguments),
        ["cat", file] => Run { code: Some(0), out: project.read(file), err: String::new() },
        ["echo", "$?"] => Run { code: Some(0), out: format!("{last}\n"), err: String::new() },
        _ => panic!("who runs {words:?}?"),
    };
    assert_eq!(done.err, "", "{words:?}");
    (done.out, done.code.expect("an exit code"))
}

#[test]
fn the_guide_leads_where_it_says() {
    let path = repository().join("docs/guide.md");
    let page = fs::read_to_string(&path).expect("the guide").replace("\r\n", "\n");
    let project = Project::new("guide");
    let mut walked = String::new();
    let mut last = 0;
    for (text, block) in blocks(&page) {
        walked.push_str(&text);
        let Some(block) = block else { continue };
        let info = block.file.map_or_else(String::new, |file| format!(" {file}"));
        walked.push_str(&format!("```{}{info}\n", block.language));
        let content: String = block.lines.iter().map(|line| format!("{line}\n")).collect();
        match (block.language, block.file) {
            ("console", _) => {
                for line in block.lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
                    let words: Vec<&str> = line.split(' ').collect();
                    let (screen, code) = command(&project, &words, last);
                    last = code;
                    walked.push_str(&format!("$ {line}\n{screen}"));
                }
            }
            ("diff", Some(file)) => {
                let lines = |mark| {
                    let marked = block.lines.iter().filter_map(|line| line.strip_prefix(mark));
                    marked.map(|line| format!("{line}\n")).collect::<String>()
                };
                let before = project.read(file);
                let after = before.replacen(&lines("-"), &lines("+"), 1);
                assert_ne!(before, after, "the edit of {file} changes nothing");
                project.write(file, &after);
                walked.push_str(&content);
            }
            (_, Some(file)) => {
                let here = "contract-core = { path = \"{contract-core}\" }";
                let mut content_here = content.replace("contract-core = \"0.1\"", here);
                if file == "Cargo.toml" {
                    // The walk is no part of this workspace.
                    content_here.push_str("\n[workspace]\n");
                }
                project.write(file, &content_here);
                walked.push_str(&content);
            }
            (_, None) => walked.push_str(&content),
        }
        walked.push_str("```\n");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &walked).expect("the guide can be written");
    }
    let page = fs::read_to_string(&path).expect("the guide").replace("\r\n", "\n");
    assert!(walked == page, "docs/guide.md shows what is not so; it is now:\n{walked}");
}
