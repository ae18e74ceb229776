//! Whether the crate of an item may have a module of what was released.
//!
//! It lies beside the crate's root, so in one of the folders from the item's file up to that of the
//! package. Whoever adds it says `mod contract_baseline;` in the root, by which the compiler builds
//! the crate and runs the macros anew. Nothing is read: the compiler reads the module.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use proc_macro2::Span;

/// Whether there may be such a module: unless every folder where it could lie is known, and has
/// none.
pub(crate) fn may_be_near(item: Span) -> bool {
    if !proc_macro::is_available() {
        return true;
    }
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let file = item.unwrap().local_file().and_then(|file| std::path::absolute(file).ok());
    match (package, file) {
        (Some(package), Some(file)) => may_lie_around(&package, &file),
        // The editor does not say where a file lies.
        _ => true,
    }
}

fn may_lie_around(package: &Path, file: &Path) -> bool {
    if !file.starts_with(package) {
        return true;
    }
    let folders = file.ancestors().skip(1).take_while(|it| it.starts_with(package));
    let src = package.join("src");
    folders.chain(std::iter::once(src.as_path())).any(holds)
}

/// Whether a folder has the file. The compiler runs once for each change, and the macros many
/// times.
fn holds(folder: &Path) -> bool {
    thread_local! {
        static KNOWN: RefCell<HashMap<PathBuf, bool>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| match known.get(folder) {
        Some(known) => *known,
        None => {
            let there = folder.join("contract_baseline.rs").exists()
                || folder.join("contract_baseline/mod.rs").exists();
            known.insert(folder.to_owned(), there);
            there
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_lies_beside_the_root_of_its_crate() {
        let package = std::env::temp_dir().join(format!("contract-macros-{}", std::process::id()));
        let deep = package.join("src/handlers/v1");
        std::fs::create_dir_all(&deep).expect("folders");
        let none = |file: &str| !may_lie_around(&package, &package.join(file));
        assert!(none("src/lib.rs") && none("examples/a.rs") && none("generated/a.rs"));
        assert!(
            may_lie_around(&package, Path::new("/elsewhere/src/lib.rs")),
            "another package's file"
        );
        std::fs::write(package.join("src/contract_baseline.rs"), "").expect("a file");
        // A process looks into a folder once, as the compiler's does.
        let near = |file: &str| {
            let package = &package;
            let file = package.join(file);
            std::thread::scope(|it| it.spawn(|| may_lie_around(package, &file)).join())
        };
        assert!(near("src/handlers/v1/a.rs").expect("no panic"), "above the item's file");
        assert!(near("generated/a.rs").expect("no panic"), "in the folder of most roots");
        std::fs::remove_dir_all(package).expect("the folders go");
    }
}
