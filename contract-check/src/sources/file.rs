//! Files that are either old or new, never half.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

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
