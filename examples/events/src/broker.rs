//! A broker in memory: at least once, in the order of each key, parked after five attempts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// How long a subscriber may take.
const ACK_DEADLINE: Duration = Duration::from_secs(30);
/// How often an event is sent.
const MAX_ATTEMPTS: u32 = 5;
/// How long an event can be read.
const RETENTION: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The broker.
#[derive(Clone, Debug, Default)]
pub struct Broker {
    state: Arc<Mutex<State>>,
    news: Arc<Notify>,
}

#[derive(Debug, Default)]
struct State {
    /// The events of each channel, oldest first.
    channels: HashMap<String, Vec<Arc<Event>>>,
    closed: bool,
}

#[derive(Debug)]
struct Event {
    number: u64,
    key: String,
    payload: Vec<u8>,
    at: Instant,
}

/// An event, handed to one subscriber.
#[derive(Clone, Debug)]
pub struct Delivery {
    number: u64,
    /// The how manieth time it is sent, 1 for the first.
    pub attempt: u32,
    /// What is sent.
    pub payload: Vec<u8>,
}

/// One subscriber's place in a channel.
#[derive(Debug)]
pub struct Subscription {
    broker: Broker,
    channel: String,
    pending: Vec<Pending>,
    /// The number of the last event that was looked at.
    seen: u64,
    parked: Vec<Vec<u8>>,
}

/// An event that is not acknowledged.
#[derive(Debug)]
struct Pending {
    event: Arc<Event>,
    attempts: u32,
    /// When it may be sent again.
    due: Instant,
}

impl Broker {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an event to a channel.
    pub fn publish(&self, channel: &str, key: &str, payload: Vec<u8>) {
        let mut state = self.state();
        let events = state.channels.entry(channel.to_owned()).or_default();
        let number = events.last().map_or(0, |it| it.number) + 1;
        let at = Instant::now();
        events.retain(|event| at.duration_since(event.at) <= RETENTION);
        events.push(Arc::new(Event { number, key: key.to_owned(), payload, at }));
        drop(state);
        self.news.notify_waiters();
    }

    /// Reads a channel from its beginning.
    pub fn subscribe(&self, channel: &str) -> Subscription {
        Subscription {
            broker: self.clone(),
            channel: channel.to_owned(),
            pending: Vec::new(),
            seen: 0,
            parked: Vec::new(),
        }
    }

    /// Ends all subscriptions once they have nothing left to do.
    pub fn close(&self) {
        self.state().closed = true;
        self.news.notify_waiters();
    }
}

impl Subscription {
    /// The next delivery, or nothing when the broker is closed and everything is done.
    pub async fn next(&mut self) -> Option<Delivery> {
        loop {
            let broker = self.broker.clone();
            let news = broker.news.notified();
            let closed = self.look();
            if let Some(delivery) = self.due() {
                return Some(delivery);
            }
            // What waits behind an event of its key waits for that one, however long it is due.
            let due = self.heads().map(|index| self.pending[index].due).min();
            match due {
                None if closed => return None,
                None => news.await,
                Some(due) => tokio::select! {
                    () = news => {}
                    () = tokio::time::sleep_until(due) => {}
                },
            }
        }
    }

    /// Takes note of new events. Whether no more will come.
    fn look(&mut self) -> bool {
        let now = Instant::now();
        let state = self.broker.state();
        let events = state.channels.get(&self.channel).map(Vec::as_slice).unwrap_or_default();
        for event in events.iter().filter(|event| event.number > self.seen) {
            if now.duration_since(event.at) <= RETENTION {
                self.pending.push(Pending { event: Arc::clone(event), attempts: 0, due: now });
            }
        }
        self.seen = events.last().map_or(self.seen, |event| event.number.max(self.seen));
        state.closed
    }

    /// An event that may be sent now. While one event of a key is not acknowledged, no later one of
    /// that key is sent.
    fn due(&mut self) -> Option<Delivery> {
        let now = Instant::now();
        let (given_up, pending) = std::mem::take(&mut self.pending)
            .into_iter()
            .partition(|it| it.attempts == MAX_ATTEMPTS && it.due <= now);
        self.pending = pending;
        let given_up: Vec<Pending> = given_up;
        self.parked.extend(given_up.into_iter().map(|it| it.event.payload.clone()));
        let index = self.heads().find(|index| self.pending[*index].due <= now)?;
        let it = &mut self.pending[index];
        it.attempts += 1;
        it.due = now + ACK_DEADLINE;
        Some(Delivery {
            number: it.event.number,
            attempt: it.attempts,
            payload: it.event.payload.clone(),
        })
    }

    /// The first event of each key that is not acknowledged.
    fn heads(&self) -> impl Iterator<Item = usize> {
        (0..self.pending.len()).filter(|index| {
            let key = &self.pending[*index].event.key;
            self.pending[..*index].iter().all(|other| other.event.key != *key)
        })
    }

    /// Says that a delivery is done with. One that came too late says nothing.
    pub fn acknowledge(&mut self, delivery: &Delivery) {
        self.pending.retain(|it| it.event.number != delivery.number);
    }

    /// What no attempt could deliver.
    pub fn parked(&self) -> &[Vec<u8>] {
        &self.parked
    }
}
