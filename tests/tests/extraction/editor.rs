//! What breaks a consumer fails where it is written, in the builds of the user's own cargo.

use crate::project::{Project, Run, run};

const CODE: &str = r#"//! Orders of the shop.
use contract_core::{Contract, contract, handler};
use serde::{Deserialize, Serialize};

contract! { id = "orders", version = "1.0.0", owner = "@acme/orders", level = stable }

/// An order.
#[derive(Serialize, Deserialize, Contract)]
pub struct Order {
    pub number: u64,
    pub note: String,
}

pub struct Json<T>(pub T);

/// Reads an order.
#[handler(id = "orders.get", http(GET, "/orders/{id}"), success = 200, readonly)]
pub async fn get() -> Json<Order> {
    todo!()
}
"#;

const LIB: &str = "orders/src/lib.rs";
const MODULE: &str = "orders/src/contract_baseline.rs";

fn orders(name: &str) -> Project {
    Project::new(name)
        .file("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"orders\"]\n")
        .package(
            "orders",
            "[dependencies.serde]\nversion = \"1\"\nfeatures = [\"derive\"]\n",
            &[(LIB.strip_prefix("orders/").expect("below the package"), CODE)],
        )
}

/// `cargo check`, as the user's editor runs it.
fn check(project: &Project) -> Run {
    project.other(env!("CARGO"), &["check", "--quiet", "--offline"])
}

#[track_caller]
fn passes(project: &Project) {
    let run = check(project);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:#?}");
}

#[track_caller]
fn fails(project: &Project, with: &[&str]) {
    let run = check(project);
    assert_eq!(run.code, Some(101), "{run:#?}");
    for text in with {
        assert!(run.err.contains(text), "no `{text}` in {}", run.err);
    }
}

#[test]
fn a_break_fails_until_it_is_declared() {
    let project = orders("editor");
    // Without the module, nothing is compared.
    passes(&project);
    let accepted = project.run(&["accept"]);
    assert_eq!(accepted.code, Some(0), "{accepted:#?}");
    assert!(accepted.out.contains("Put `mod contract_baseline;` into"), "{}", accepted.out);
    let code = format!("{CODE}\nmod contract_baseline;\n");
    let renamed = code.replace("    pub number: u64,", "    pub number_of_it: u64,");
    project.write(LIB, &code);
    passes(&project);

    project.write(LIB, &renamed);
    let renamed_here = [
        "breaking[field-renamed]: `number` of `Order` is now called `number_of_it`",
        "orders/src/lib.rs:10:9",
        "cargo contract-check declare types/Order/fields/number`",
    ];
    fails(&project, &renamed_here);

    // The variable turns it off, and does not have to be cleaned up after; the command does not
    // look at it.
    let mut off = project.command(&["check"]);
    let checked = run(off.env("CONTRACT_CHECK", "off"));
    assert_eq!(checked.code, Some(100), "{checked:#?}");
    let built = std::process::Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(project.root())
        .env("CONTRACT_CHECK", "off")
        .status();
    assert!(built.expect("cargo runs").success());
    fails(&project, &renamed_here);

    // What is declared does not fail, and cargo sees that the module changed.
    let declared = project.run(&["declare", "--all-findings"]);
    assert_eq!(declared.code, Some(0), "{declared:#?}");
    passes(&project);
    // Something else still does.
    project.write(LIB, &renamed.replace("    pub note: String,\n", ""));
    fails(&project, &["breaking[field-removed]: `note` was removed from `Order`", "lib.rs:9:12"]);

    // Taken out of the crate, the module compares nothing.
    project.write(LIB, &renamed.replace("mod contract_baseline;", ""));
    passes(&project);
}

#[test]
fn an_edited_module_is_stale() {
    let project = orders("editor edited");
    assert_eq!(project.run(&["accept"]).code, Some(0));
    project.write(LIB, &format!("{CODE}\nmod contract_baseline;\n"));
    let written = project.read(MODULE);
    assert_eq!(project.run(&["check"]).code, Some(0));
    // Edited to let a break through.
    project.write(MODULE, &written.replace("+ field-removed/response", "| field-removed/response"));
    let run = project.run(&["check"]);
    assert_eq!(run.code, Some(4), "{run:#?}");
    assert!(run.out.contains("contract_baseline.rs"), "{run:#?}");
    assert_eq!(project.run(&["accept"]).code, Some(0));
    assert_eq!(project.read(MODULE), written);
    // One of another format, in a crate that was published long ago, compares nothing.
    project.write(MODULE, &written.replace("% format 1", "% format 0"));
    project.write(LIB, &format!("{CODE}\nmod contract_baseline;\n").replace("number", "count"));
    passes(&project);
}
