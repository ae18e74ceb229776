//! The producer keeps its word, and the consumer bears all that the word allows.

use std::time::Duration;

use events::accounts::{AccountChanged, Accounts, CHANNEL};
use events::balances::{Balances, Change, follow, take};
use events::broker::{Broker, Delivery, Subscription};
use tokio::sync::Mutex;
use tokio::time::Instant;

/// What comes next. Time is paused: where nothing comes, it passes as soon as all wait.
async fn next(changes: &mut Subscription) -> Option<Delivery> {
    tokio::time::timeout(Duration::from_secs(600), changes.next()).await.expect("nothing comes")
}

fn read(delivery: &Delivery) -> AccountChanged {
    serde_json::from_slice(&delivery.payload).expect("an event")
}

fn booked(changes: &[(&str, i64)]) -> Broker {
    let broker = Broker::default();
    let mut accounts = Accounts::new(broker.clone());
    for (account, amount) in changes {
        accounts.book(account, *amount).expect("JSON");
    }
    broker
}

#[tokio::test(start_paused = true)]
async fn what_is_not_acknowledged_comes_again_after_30_seconds() {
    let broker = booked(&[("anna", 5)]);
    let mut changes = broker.subscribe(CHANNEL);
    let first = next(&mut changes).await.expect("an event");
    let before = Instant::now();
    let second = next(&mut changes).await.expect("the same event");
    assert_eq!((read(&first), second.attempt), (read(&second), 2));
    assert_eq!(before.elapsed(), Duration::from_secs(30));
    changes.acknowledge(&second);
    broker.close();
    assert!(next(&mut changes).await.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_event_that_is_never_acknowledged_is_parked_after_five_attempts() {
    let broker = booked(&[("anna", 5), ("anna", 6)]);
    let mut changes = broker.subscribe(CHANNEL);
    for attempt in 1..=5 {
        let delivery = next(&mut changes).await.expect("an event");
        assert_eq!((read(&delivery).change, delivery.attempt), (1, attempt));
    }
    // The next one of the account is no longer held up.
    let next = next(&mut changes).await.expect("an event");
    assert_eq!(read(&next).change, 2);
    assert_eq!(changes.parked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_changes_of_an_account_keep_their_order_and_accounts_do_not_wait_for_each_other() {
    let broker = booked(&[("anna", 1), ("anna", 1), ("bert", 1), ("anna", 1)]);
    let mut changes = broker.subscribe(CHANNEL);
    let anna = next(&mut changes).await.expect("an event");
    let bert = next(&mut changes).await.expect("an event");
    assert_eq!((read(&anna).account, read(&bert).account), ("anna".into(), "bert".into()));
    // Nothing else of anna's comes before her first change is acknowledged.
    let waited = tokio::time::timeout(Duration::from_secs(29), changes.next()).await;
    assert!(waited.is_err());
    changes.acknowledge(&anna);
    changes.acknowledge(&bert);
    for change in [2, 3] {
        let delivery = next(&mut changes).await.expect("an event");
        assert_eq!(read(&delivery).change, change);
        changes.acknowledge(&delivery);
    }
}

#[tokio::test(start_paused = true)]
async fn late_subscribers_read_seven_days() {
    let broker = booked(&[("anna", 5)]);
    tokio::time::advance(Duration::from_secs(7 * 24 * 60 * 60)).await;
    broker.close();
    assert!(next(&mut broker.subscribe(CHANNEL)).await.is_some());
    tokio::time::advance(Duration::from_secs(1)).await;
    assert!(next(&mut broker.subscribe(CHANNEL)).await.is_none());
}

/// Every order of some numbers.
fn orders(rest: &[usize]) -> Vec<Vec<usize>> {
    if rest.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (index, first) in rest.iter().enumerate() {
        let mut others = rest.to_vec();
        others.remove(index);
        for mut order in orders(&others) {
            order.insert(0, *first);
            all.push(order);
        }
    }
    all
}

#[test]
fn the_consumer_bears_duplicates_in_any_order() {
    let change = |change: u64| Change { account: "anna".into(), change, balance: change as i64 };
    let mut tidy = Balances::default();
    (1..=3).for_each(|number| take(change(number), &mut tidy));
    // Each change twice, in each of the 720 orders.
    let all = orders(&[1, 1, 2, 2, 3, 3]);
    assert_eq!(all.len(), 720);
    for order in all {
        let mut balances = Balances::default();
        order.iter().for_each(|number| take(change(*number as u64), &mut balances));
        assert_eq!(balances, tidy, "{order:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_consumer_follows_the_producer_past_what_it_cannot_read() {
    let broker = booked(&[("anna", 5), ("bert", 1), ("anna", -2)]);
    broker.publish(CHANNEL, "bert", b"no event".to_vec());
    broker.close();
    let balances = Mutex::new(Balances::default());
    let follow = follow(broker.subscribe(CHANNEL), &balances);
    tokio::time::timeout(Duration::from_secs(600), follow).await.expect("the broker is closed");
    let balances = balances.into_inner();
    assert_eq!((balances.of("anna"), balances.of("bert")), (Some(3), Some(1)));
}
