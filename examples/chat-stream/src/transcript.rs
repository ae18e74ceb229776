//! Where answers are written down before they are sent: one file for each chat, one line for each
//! piece.

use std::collections::{HashMap, VecDeque};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use crate::chat::{Chunk, Transcript};

/// How long the assistant thinks about each word.
const PACE: Duration = Duration::from_millis(50);
/// How many questions are taken within any such time.
const QUOTA: usize = 10;
const WINDOW: Duration = Duration::from_secs(60);

/// The transcripts in a folder.
#[derive(Clone, Debug)]
pub struct Transcripts {
    folder: Arc<PathBuf>,
    /// Tells readers that there is something new.
    news: Arc<Mutex<HashMap<String, watch::Sender<()>>>>,
    /// When the last questions were taken, oldest first; no more than the quota.
    taken: Arc<Mutex<VecDeque<Instant>>>,
}

impl Transcripts {
    /// The transcripts in a folder. Answers that were left unfinished are finished.
    ///
    /// # Errors
    /// If the folder cannot be made or read.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let transcripts =
            Self { folder: Arc::new(folder.into()), news: Arc::default(), taken: Arc::default() };
        fs::create_dir_all(transcripts.folder.as_path())?;
        for id in transcripts.ids()? {
            if !transcripts.read(&id)?.finished {
                transcripts.answer(id);
            }
        }
        Ok(transcripts)
    }

    fn ids(&self) -> io::Result<Vec<String>> {
        let mut ids = Vec::new();
        for file in fs::read_dir(self.folder.as_path())? {
            let name = file?.file_name();
            ids.extend(name.to_str().and_then(|it| it.strip_suffix(".txt")).map(str::to_owned));
        }
        Ok(ids)
    }

    fn question(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.txt"))
    }

    fn answers(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.ndjson"))
    }

    /// Makes room for a question, or tells after what time there is some.
    pub(crate) fn admit(&self) -> Result<(), Duration> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if let Some(oldest) = taken.front()
            && taken.len() == QUOTA
        {
            let left = WINDOW.saturating_sub(now.duration_since(*oldest));
            if !left.is_zero() {
                return Err(left);
            }
            taken.pop_front();
        }
        taken.push_back(now);
        Ok(())
    }

    /// Takes a question and begins to answer it, whoever may listen.
    pub(crate) fn ask(&self, text: &str) -> io::Result<String> {
        let mut number = self.ids()?.len() + 1;
        let id = loop {
            let id = number.to_string();
            match OpenOptions::new().write(true).create_new(true).open(self.question(&id)) {
                Ok(mut file) => {
                    file.write_all(text.as_bytes())?;
                    break id;
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        };
        self.answer(id.clone());
        Ok(id)
    }

    /// Writes the rest of an answer. It belongs to no reader: a cut does not stop it.
    fn answer(&self, id: String) {
        let transcripts = self.clone();
        tokio::spawn(async move {
            // Whoever reads sees an unfinished transcript; the next start takes it up again.
            let _: io::Result<()> = transcripts.write(&id).await;
        });
    }

    async fn write(&self, id: &str) -> io::Result<()> {
        let question = fs::read_to_string(self.question(id))?;
        let said = self.read(id)?.chunks.len();
        // The assistant repeats the question: what it says is not what this example is about.
        let words: Vec<&str> = question.split_whitespace().collect();
        for word in words.iter().skip(said) {
            tokio::time::sleep(PACE).await;
            self.append(id, &Chunk::Word { text: format!("{word} ") })?;
        }
        self.append(id, &Chunk::Finished { words: words.len() as u64 })
    }

    fn append(&self, id: &str, chunk: &Chunk) -> io::Result<()> {
        let mut line = serde_json::to_vec(chunk)?;
        line.push(b'\n');
        OpenOptions::new().create(true).append(true).open(self.answers(id))?.write_all(&line)?;
        self.changed(id).send_replace(());
        Ok(())
    }

    fn changed(&self, id: &str) -> watch::Sender<()> {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.entry(id.to_owned()).or_insert_with(|| watch::channel(()).0).clone()
    }

    /// A signal for each piece that is written from now on.
    pub(crate) fn subscribe(&self, id: &str) -> watch::Receiver<()> {
        self.changed(id).subscribe()
    }

    /// What was said so far. A line that was not written to its end does not count.
    pub(crate) fn read(&self, id: &str) -> io::Result<Transcript> {
        // Names come from callers: only our own are looked up.
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(io::ErrorKind::NotFound.into());
        }
        fs::metadata(self.question(id))?;
        let text = match fs::read_to_string(self.answers(id)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            text => text?,
        };
        let lines = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let chunks = lines.map(serde_json::from_str).collect::<Result<Vec<Chunk>, _>>()?;
        let finished = matches!(chunks.last(), Some(Chunk::Finished { .. }));
        Ok(Transcript { chunks, finished })
    }
}
