//! Workspaces on disk for one test, and the command run in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

/// A folder that is gone when the test ends.
pub(crate) struct Project {
    root: PathBuf,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is below the root")
}

/// The command, built from source once.
pub(crate) fn command() -> &'static Path {
    static COMMAND: OnceLock<PathBuf> = OnceLock::new();
    COMMAND.get_or_init(|| {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "contract-check", "--message-format=json"])
            .current_dir(repository())
            .output()
            .expect("cargo runs");
        let messages = String::from_utf8(output.stdout).expect("messages are UTF-8");
        messages
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .find_map(|message| message["executable"].as_str().map(PathBuf::from))
            .expect("the command is built")
    })
}

impl Project {
    /// An empty workspace folder with a name of its own. Its name has a space, because users'
    /// folders have.
    pub(crate) fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("extraction {name}"));
        // Left over from a run that was killed.
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("the folder can be made");
        // The versions that the repository is tested with: nothing has to be looked up.
        fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
        Self { root }
    }

    /// Adds a file. `{contract-core}` in it becomes the path of the real package.
    pub(crate) fn file(self, path: &str, content: &str) -> Self {
        self.write(path, content);
        self
    }

    /// Writes a file, as [`Project::file`] does.
    pub(crate) fn write(&self, path: &str, content: &str) {
        let path = self.root.join(path);
        let core = repository().join("contract-core");
        let core = core.to_str().expect("the path is UTF-8").replace('\\', "/");
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, content.replace("{contract-core}", &core)).expect("a file");
    }

    /// Adds a package that uses contract-core: its folder, what its manifest says beyond name and
    /// dependency, and its files.
    pub(crate) fn package(self, folder: &str, manifest: &str, files: &[(&str, &str)]) -> Self {
        let name = folder.rsplit('/').next().expect("a folder has a name");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n{manifest}\n\
             [dependencies.contract-core]\npath = \"{{contract-core}}\"\n"
        );
        self.bare_package(folder, &manifest, files)
    }

    /// Adds a package with a manifest of its own.
    pub(crate) fn bare_package(self, folder: &str, manifest: &str, files: &[(&str, &str)]) -> Self {
        let project = self.file(&format!("{folder}/Cargo.toml"), manifest);
        files.iter().fold(project, |project, (path, content)| {
            project.file(&format!("{folder}/{path}"), content)
        })
    }

    /// Where it is.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file's content.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The command as cargo calls it for a user, ready to run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.plain_command(&["contract-check"]);
        command.args(arguments).arg("--offline");
        command
    }

    /// The command as `cargo run` calls it, with these arguments and no others.
    pub(crate) fn plain_command(&self, arguments: &[&str]) -> Command {
        let mut command = plain(command(), &self.root);
        command.args(arguments);
        command
    }

    /// Runs the command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(&mut self.command(arguments))
    }

    /// The ids of the contracts that `check` finds, with any options.
    pub(crate) fn ids(&self, arguments: &[&str]) -> Vec<String> {
        let run = self.run(&[&["check", "--format", "json"], arguments].concat());
        ids(&run)
    }

    /// Runs another program in the workspace.
    pub(crate) fn other(&self, program: &str, arguments: &[&str]) -> Run {
        run(plain(Path::new(program), &self.root).args(arguments))
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // What cannot be removed now goes before the next run.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A program in a folder, without what cargo told this test.
fn plain(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        let ours = ["CARGO_PKG_", "CARGO_BIN_", "CARGO_MANIFEST", "CARGO_TERM", "CARGO_TARGET"];
        if ours.iter().any(|it| name_text.starts_with(it)) || name_text.starts_with("RUSTC") {
            command.env_remove(&name);
        }
    }
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("CARGO", env!("CARGO"));
    // The tests' own repository is no part of the workspaces in it.
    command.env("GIT_CEILING_DIRECTORIES", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    Run {
        code: status.code(),
        out: String::from_utf8(stdout).expect("output is UTF-8"),
        err: String::from_utf8(stderr).expect("messages are UTF-8"),
    }
}

/// The ids in the output of `check --format json`.
pub(crate) fn ids(run: &Run) -> Vec<String> {
    let value: Value = serde_json::from_str(&run.out)
        .unwrap_or_else(|error| panic!("no JSON ({error}); {run:#?}"));
    let contracts = value["contracts"].as_array().expect("a list of contracts");
    contracts.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

/// A stand-in for contract-core without macros and dependencies, which compiles at once: for tests
/// in which the real one would be like any other crate. An item is the JSON text of one contract, and `contract!` registers one.
pub(crate) fn small_core(project: Project, folder: &str, version: &str) -> Project {
    let manifest = format!(
        "[package]\nname = \"contract-core\"\nversion = \"{version}\"\nedition = \"2021\"\n"
    );
    project.bare_package(
        folder,
        &manifest,
        &[(
            "src/lib.rs",
            r#"
            pub mod declare {
                #[derive(Clone, Copy)]
                pub struct Item(pub &'static str);
            }
            pub mod export {
                pub fn facts(items: &[crate::declare::Item]) -> String {
                    let contracts: Vec<&str> = items.iter().map(|item| item.0).collect();
                    format!(
                        "{{\"contracts\":[{}],\"operations\":[],\"consumers\":[],\"jobs\":[],\
                         \"providers\":[],\"errors\":[],\"types\":{{}}}}",
                        contracts.join(",")
                    )
                }
            }
            #[macro_export]
            macro_rules! contract {
                ($symbol:ident, $id:literal) => {
                    #[allow(unexpected_cfgs)]
                    const _: () = {
                        #[cfg(contract_check)]
                        #[unsafe(no_mangle)]
                        extern "Rust" fn $symbol() -> $crate::declare::Item {
                            $crate::declare::Item(concat!(
                                "{\"id\":\"", $id, "\",\"module\":\"", module_path!(),
                                "\",\"item\":{\"id\":\"", $id, "\",\"version\":\"1.0.0\"}}"
                            ))
                        }
                    };
                };
            }
            "#,
        )],
    )
}
