//! What survives the process: one file for each import.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use contract_core::JobState;

use crate::import::{Import, ImportState, Overview, Row};

/// A clock: seconds since 1970.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// The imports in a folder.
#[derive(Clone)]
pub struct Store {
    folder: Arc<PathBuf>,
    clock: Clock,
    /// One change at a time: a file is read, changed and put back.
    turn: Arc<Mutex<()>>,
    /// The last overview, and when it was made.
    overview: Arc<Mutex<Option<(u64, Overview)>>>,
}

/// How old an overview may be, in seconds: to make one, every file is read.
const STALE: u64 = 5;

/// Everything that is known of an import. The rows that were imported stand in the same file as
/// the place to go on from, so that a crash cannot come between the two.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) state: ImportState,
    pub(crate) rows: Vec<Row>,
    pub(crate) imported: Vec<Row>,
    pub(crate) attempts: u32,
    pub(crate) created: u64,
    /// When a worker last gave a sign of life.
    pub(crate) beat: u64,
    pub(crate) log: Vec<String>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Store {
    /// The imports in a folder, which is made if it is not there.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let seconds = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
        Self::open_with(folder, Arc::new(seconds))
    }

    /// The same, with a clock of the caller's.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn open_with(folder: impl Into<PathBuf>, clock: Clock) -> io::Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self { folder: Arc::new(folder), clock, turn: Arc::default(), overview: Arc::default() })
    }

    pub(crate) fn now(&self) -> u64 {
        (self.clock)()
    }

    /// The names of all imports, oldest first.
    pub(crate) fn ids(&self) -> io::Result<Vec<String>> {
        let mut ids = Vec::new();
        for file in fs::read_dir(self.folder.as_path())? {
            let name = file?.file_name();
            ids.extend(name.to_str().and_then(|it| it.strip_suffix(".json")).map(str::to_owned));
        }
        ids.sort_by_key(|id| id.parse::<u64>().unwrap_or(u64::MAX));
        Ok(ids)
    }

    pub(crate) fn create(&self, rows: Vec<Row>) -> io::Result<Import> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let last = self.ids()?.iter().filter_map(|id| id.parse::<u64>().ok()).max().unwrap_or(0);
        let (id, now) = ((last + 1).to_string(), self.now());
        let record = Record {
            state: ImportState::Queued,
            rows,
            imported: Vec::new(),
            attempts: 0,
            created: now,
            beat: now,
            log: vec!["created".to_owned()],
        };
        self.write(&id, &record)?;
        Ok(record.import(id))
    }

    pub(crate) fn read(&self, id: &str) -> io::Result<Record> {
        // Names come from callers: only our own are looked up.
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(serde_json::from_slice(&fs::read(self.folder.join(format!("{id}.json")))?)?)
    }

    /// All imports, as they were at most five seconds ago.
    pub(crate) fn overview(&self) -> io::Result<Overview> {
        let mut kept = self.overview.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.now();
        if let Some((at, overview)) = &*kept
            && now.saturating_sub(*at) <= STALE
        {
            return Ok(overview.clone());
        }
        let (mut imports, mut unreadable) = (Vec::new(), Vec::new());
        for id in self.ids()? {
            match self.read(&id) {
                Ok(record) => imports.push(record.import(id)),
                // It was removed since.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(_) => unreadable.push(id),
            }
        }
        let overview = Overview { imports, unreadable };
        *kept = Some((now, overview.clone()));
        Ok(overview)
    }

    /// Changes an import: all of the change is written, or none.
    pub(crate) fn update<T>(
        &self,
        id: &str,
        change: impl FnOnce(&mut Record) -> T,
    ) -> io::Result<T> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut record = self.read(id)?;
        let result = change(&mut record);
        self.write(id, &record)?;
        Ok(result)
    }

    fn write(&self, id: &str, record: &Record) -> io::Result<()> {
        let new = self.folder.join(format!("{id}.new"));
        fs::write(&new, serde_json::to_vec(record)?)?;
        fs::rename(new, self.folder.join(format!("{id}.json")))
    }

    pub(crate) fn remove(&self, id: &str) -> io::Result<()> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        fs::remove_file(self.folder.join(format!("{id}.json")))
    }

    /// What an import has brought into the shop.
    ///
    /// # Errors
    /// If there is no such import.
    pub fn stock(&self, id: &str) -> io::Result<Vec<Row>> {
        Ok(self.read(id)?.imported)
    }
}

impl Record {
    pub(crate) fn import(&self, id: String) -> Import {
        let share = |part: usize| part as f64 / self.rows.len() as f64;
        Import {
            id,
            state: self.state,
            ended: self.state.is_terminal(),
            progress: share(self.imported.len()),
            imported: self.imported.len(),
        }
    }

    /// Goes on to another state and says so; a state that may not follow is an error of ours.
    pub(crate) fn advance(&mut self, state: ImportState, line: &str) {
        match self.state.advance(state) {
            Ok(()) => self.log.push(line.to_owned()),
            Err(illegal) => self.log.push(illegal.to_string()),
        }
    }
}
