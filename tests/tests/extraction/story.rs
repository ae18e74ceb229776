//! The life of a contract in a git repository: every command as it is typed, and its screen.
//!
//! The transcript is `story.txt`. `UPDATE=1 cargo test -p contract-tests --test extraction story`
//! writes it anew. Read the difference before you keep it.

use std::fmt::Write as _;
use std::path::Path;

use crate::project::{Project, run};

const CODE: &str = r#"//! Orders of the shop.
use contract_core::{Contract, contract, handler};
use serde::{Deserialize, Serialize};

contract! { id = "orders", version = "1.0.0", owner = "@acme/orders", level = stable }

/// An order.
#[derive(Serialize, Deserialize, Contract)]
pub struct Order {
    pub id: u64,
    pub note: String,
}

pub struct Json<T>(pub T);

/// Reads an order.
#[handler(id = "orders.get", http(GET, "/orders/{id}"), success = 200, readonly)]
pub async fn get() -> Json<Order> {
    Json(Order { id: 1, note: String::new() })
}
"#;

/// The same before anybody said what is promised.
const BEFORE: &str = r#"//! Orders of the shop.
use serde::{Deserialize, Serialize};

/// An order.
#[derive(Serialize, Deserialize)]
pub struct Order {
    pub id: u64,
    pub note: String,
}

pub struct Json<T>(pub T);

/// Reads an order.
pub async fn get() -> Json<Order> {
    Json(Order { id: 1, note: String::new() })
}
"#;

/// What the tests of a consumer leave behind.
const PACT: &str = r#"{
  "consumer": {"name": "shop"},
  "provider": {"name": "orders"},
  "interactions": [
    {
      "description": "a request for an order",
      "request": {"method": "GET", "path": "/orders/1"},
      "response": {"status": 200, "body": {"id": 1, "note": "by hand", "total": 5}}
    }
  ],
  "metadata": {"pactSpecification": {"version": "2.0.0"}}
}
"#;

const LIB: &str = "orders/src/lib.rs";

/// A project and what happened in it.
struct Story {
    project: Project,
    told: String,
}

impl Story {
    /// Tells what happens next.
    fn tell(&mut self, text: &str) {
        let _ = write!(self.told, "\n# {text}\n");
    }

    /// Runs the command as a user types it; its exit code.
    fn check(&mut self, arguments: &[&str]) -> Option<i32> {
        let run = run(self.project.command(arguments).arg("--quiet"));
        let _ = write!(
            self.told,
            "$ cargo contract-check {}\n{}{}[exit {}]\n",
            arguments.join(" "),
            run.out,
            run.err,
            run.code.map_or_else(|| "?".to_owned(), |code| code.to_string())
        );
        run.code
    }

    /// Replaces text in a file.
    fn edit(&mut self, path: &str, from: &str, to: &str) {
        let text = self.project.read(path);
        assert!(text.contains(from), "{path} has no `{from}`: {text}");
        self.project.write(path, &text.replace(from, to));
        let _ = writeln!(self.told, "{path}");
        for (mark, text) in [("-", from), ("+", to)] {
            for line in text.lines() {
                let _ = writeln!(self.told, "{mark}{line}");
            }
        }
    }

    /// The files of the contracts.
    fn files(&mut self) {
        let mut names = Vec::new();
        files(&self.project.root().join("orders/contracts"), &mut names);
        let root = self.project.root();
        let mut names: Vec<String> = names
            .iter()
            .map(|it| it.strip_prefix(root).expect("below the root").display().to_string())
            .collect();
        names.sort();
        let _ = write!(self.told, "$ find orders/contracts\n{}\n", names.join("\n"));
    }

    fn show(&mut self, path: &str) {
        let text = self.project.read(path);
        let _ = write!(self.told, "$ cat {path}\n{text}");
    }

    fn commit(&self, message: &str) {
        for arguments in [
            &["add", "--all"][..],
            &[
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.com",
                "commit",
                "--quiet",
                "-m",
                message,
            ],
        ] {
            let run = self.project.other("git", arguments);
            assert_eq!(run.code, Some(0), "{run:#?}");
        }
    }
}

fn files(folder: &Path, all: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, all);
        } else {
            all.push(path);
        }
    }
}

#[test]
fn a_break_passes_when_it_is_owned_announced_and_on_time() {
    let project = Project::new("story")
        .file("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"orders\"]\n")
        .file(".gitignore", "/target\n")
        .file(".github/CODEOWNERS", "/orders/contracts/ @acme/orders\n")
        .package(
            "orders",
            "[dependencies.serde]\nversion = \"1\"\nfeatures = [\"derive\"]\n",
            &[("src/lib.rs", BEFORE)],
        );
    let mut story = Story { project, told: String::new() };
    let run = story.project.other("git", &["init", "--quiet", "--initial-branch", "main"]);
    assert_eq!(run.code, Some(0), "{run:#?}");

    story.tell("A start is drafted; the owner decides what is promised.");
    assert_eq!(story.check(&["init"]), Some(0));
    story.show("orders/contracts/start.patch");
    let run = story.project.other("git", &["-C", "orders", "apply", "contracts/start.patch"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(story.check(&["check", "--today", "2026-11-28"]), Some(4));
    for name in ["START.md", "start.patch"] {
        let path = story.project.root().join("orders/contracts").join(name);
        std::fs::remove_file(path).expect("the start goes");
    }
    story.project.write(LIB, CODE);
    story.show(LIB);

    story.tell("A contract is recorded and released.");
    assert_eq!(story.check(&["check", "--today", "2026-11-29"]), Some(4));
    assert_eq!(story.check(&["accept", "--today", "2026-11-29"]), Some(0));
    assert_eq!(story.check(&["release", "--today", "2026-11-29"]), Some(0));
    assert_eq!(story.check(&["check", "--today", "2026-11-29"]), Some(0));
    story.commit("Release 1.0.0");

    story.tell("A consumer's own tests say what it relies on.");
    story.project.write("pacts/shop.json", PACT);
    assert_eq!(
        story.check(&["import", "pact", "pacts/shop.json", "--today", "2026-11-29"]),
        Some(0)
    );
    let consumer = "orders/contracts/consumers/shop.toml";
    story.edit(consumer, "# owner = \"@team\"", "owner = \"@acme/shop\"");
    story.show(consumer);
    assert_eq!(story.check(&["consumers"]), Some(0));

    story.tell("A field is deprecated, under the version that was released.");
    story.edit(
        LIB,
        "    pub note: String,",
        "    #[contract(deprecated(since = \"1.1.0\", sunset = \"2027-03-31\"))]\n    pub note: String,",
    );
    assert_eq!(story.check(&["check", "--today", "2026-11-30"]), Some(100));
    story.edit(LIB, "version = \"1.0.0\"", "version = \"1.1.0\"");
    assert_eq!(story.check(&["check", "--today", "2026-11-30"]), Some(4));
    assert_eq!(story.check(&["release", "--today", "2026-11-30"]), Some(0));
    story.commit("Release 1.1.0");

    story.tell("The field goes too early.");
    story.edit(
        LIB,
        "    #[contract(deprecated(since = \"1.1.0\", sunset = \"2027-03-31\"))]\n    pub note: String,\n",
        "",
    );
    story.edit(LIB, "Json(Order { id: 1, note: String::new() })", "Json(Order { id: 1 })");
    assert_eq!(story.check(&["check", "--today", "2026-12-01"]), Some(100));
    assert_eq!(story.check(&["accept", "--today", "2026-12-01"]), Some(100));
    assert_eq!(story.check(&["release", "--today", "2026-12-01"]), Some(100));

    story
        .tell("The day of the sunset is not enough: nobody has decided, and the version is taken.");
    assert_eq!(story.check(&["check", "--today", "2027-03-31"]), Some(100));
    assert_eq!(story.check(&["declare", "types/Order/fields/nte"]), Some(2));
    assert_eq!(
        story.check(&["declare", "types/Order/fields/note", "--today", "2027-03-31"]),
        Some(0)
    );
    let declaration = "orders/contracts/changes/orders-order-note-field-removed.toml";
    story.show(declaration);
    assert_eq!(story.check(&["check", "--today", "2027-03-31"]), Some(100));

    story.tell("Owned, announced, on time, and under a major version: it passes.");
    story.edit(declaration, "<why this is worth it to consumers>", "Notes leaked addresses.");
    story.edit(declaration, "<what consumers do instead>", "Nothing: notes were never shown.");
    story.edit(LIB, "version = \"1.1.0\"", "version = \"2.0.0\"");
    assert_eq!(story.check(&["check", "--today", "2027-03-30"]), Some(100), "a day too early");
    assert_eq!(story.check(&["check", "--today", "2027-03-31"]), Some(4));
    assert_eq!(story.check(&["accept", "--today", "2027-03-31"]), Some(0));
    assert_eq!(story.check(&["check", "--today", "2027-03-31"]), Some(0));
    story.commit("Remove notes");

    story.tell("Taken back, the declaration accepts nothing.");
    let broken = story.project.read(LIB);
    story.edit(LIB, "    pub id: u64,\n", "    pub id: u64,\n    pub note: String,\n");
    story.edit(LIB, "Json(Order { id: 1 })", "Json(Order { id: 1, note: String::new() })");
    assert_eq!(story.check(&["check", "--today", "2027-03-31"]), Some(100));
    story.project.write(LIB, &broken);

    story.tell("Released, the declaration is part of the version.");
    assert_eq!(story.check(&["release", "--today", "2027-04-01"]), Some(0));
    story.files();
    story.show("orders/contracts/orders/2.0.0.toml");
    story.show("orders/contracts/orders/CHANGELOG.md");
    assert_eq!(story.check(&["check", "--today", "2027-04-01"]), Some(0));
    assert_eq!(story.check(&["release", "--today", "2027-04-01"]), Some(0));
    story.commit("Release 2.0.0");

    story.tell("A file that says what it cannot say is named.");
    story.project.write(
        "orders/contracts/policy.toml",
        "[default]\nsuported = \"all\"\n\n[default.stable]\nnotice = \"soon\"\n",
    );
    story.show("orders/contracts/policy.toml");
    assert_eq!(story.check(&["check", "--today", "2027-04-01"]), Some(101));

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction/story.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &story.told).expect("the transcript can be written");
    }
    let read = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(read == story.told, "{} differs:\n{}", path.display(), story.told);
}
