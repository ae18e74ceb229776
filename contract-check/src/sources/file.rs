//! Files: read as text, written either old or new and never half.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Reads a file as text.
///
/// # Errors
/// When the system refuses, or the file is not UTF-8: the error says in which line.
pub fn text(path: &Path) -> io::Result<String> {
    String::from_utf8(fs::read(path)?).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        io::Error::new(io::ErrorKind::InvalidData, format!("line {line} is not UTF-8"))
    })
}

/// Writes a file so that a reader, or a run that is killed, sees the old content or the new: into
/// a neighbour first, which then takes the name. Folders are made as needed.
///
/// # Errors
/// When the system refuses; the old file is then whole, and the neighbour is gone.
pub fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let neighbour = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = File::create(&neighbour)
        .and_then(|mut file| {
            file.write_all(content)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&neighbour, path));
    if written.is_err() {
        // The reason is in the error already.
        let _ = fs::remove_file(&neighbour);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named_by_its_line() {
        let folder =
            std::env::temp_dir().join(format!("contract-check-text-{}", std::process::id()));
        let path = folder.join("a.toml");
        write(&path, b"a = 1\nb = \"\xff\"\n").expect("a file");
        let error = text(&path).expect_err("no text");
        assert_eq!(error.to_string(), "line 2 is not UTF-8");
        assert!(text(&folder).is_err(), "a folder is no file");
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
}
