//! The orders in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::errors::OrderError;
use crate::events::OrderPlaced;
use crate::money::{Category, Currency, Money, Sku};
use crate::order::{
    Audit, LineItem, Order, OrderId, OrderStatus, OrderSummary, Page, Parcel, Reference,
};
use crate::requests::{CancelOrder, CreateOrder, ListOrders, NewLine, Quote, QuoteRequest};

/// A page holds so many orders unless the caller asks for fewer.
const PAGE: usize = 50;

/// All orders, in memory, and the events that placing them raised.
#[derive(Clone, Debug, Default)]
pub struct Store(Arc<Mutex<Shelf>>);

#[derive(Debug, Default)]
struct Shelf {
    orders: BTreeMap<OrderId, Order>,
    placed: Vec<OrderPlaced>,
}

impl Store {
    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The events raised so far, oldest first.
    pub fn events(&self) -> Vec<OrderPlaced> {
        self.shelf().placed.clone()
    }

    pub(crate) fn create(&self, request: CreateOrder) -> Result<Order, OrderError> {
        if request.lines.is_empty() {
            return Err(OrderError::Empty);
        }
        let lines = request.lines.into_iter().map(price).collect::<Result<Vec<_>, _>>()?;
        let total = sum(lines.iter().map(|line| (line.unit_price, line.quantity)));
        let now = Timestamp::now();
        let mut shelf = self.shelf();
        let order = Order {
            id: OrderId(Uuid::new_v4()),
            customer: request.customer,
            lines,
            total,
            delivery: request.delivery,
            status: OrderStatus::Pending,
            reference: Reference::Number(shelf.orders.len() as u64 + 1),
            labels: BTreeMap::new(),
            audit: Audit { placed_at: now, changed_at: None },
        };
        shelf.placed.push(OrderPlaced { order: order.id, total, placed_at: now });
        shelf.orders.insert(order.id, order.clone());
        Ok(order)
    }

    pub(crate) fn find(&self, id: OrderId) -> Result<Order, OrderError> {
        self.shelf().orders.get(&id).cloned().ok_or(OrderError::NotFound)
    }

    pub(crate) fn list(&self, query: &ListOrders) -> Page<OrderSummary> {
        let shelf = self.shelf();
        let mut orders: Vec<&Order> = shelf.orders.values().collect();
        orders.sort_by_key(|order| (order.audit.placed_at, order.id));
        let start = query.after.map_or(0, |after| {
            orders.iter().position(|order| order.id == after).map_or(orders.len(), |at| at + 1)
        });
        let rest = &orders[start..];
        let limit = query.limit.map_or(PAGE, usize::from).clamp(1, PAGE).min(rest.len());
        let items: Vec<OrderSummary> = rest[..limit]
            .iter()
            .map(|order| OrderSummary {
                id: order.id,
                total: order.total,
                placed_at: order.audit.placed_at,
            })
            .collect();
        let next = if limit < rest.len() { items.last().map(|item| item.id) } else { None };
        Page { items, next }
    }

    pub(crate) fn cancel(&self, id: OrderId, request: &CancelOrder) -> Result<Order, OrderError> {
        self.change(id, |order| {
            if matches!(order.status, OrderStatus::Shipped(_)) {
                return Err(OrderError::AlreadyShipped);
            }
            order.status = OrderStatus::Cancelled { reason: request.reason };
            Ok(())
        })
    }

    pub(crate) fn ship(&self, id: OrderId, parcel: Parcel) -> Result<Order, OrderError> {
        self.change(id, |order| {
            order.status = OrderStatus::Shipped(parcel);
            Ok(())
        })
    }

    fn change(
        &self,
        id: OrderId,
        change: impl FnOnce(&mut Order) -> Result<(), OrderError>,
    ) -> Result<Order, OrderError> {
        let mut shelf = self.shelf();
        let order = shelf.orders.get_mut(&id).ok_or(OrderError::NotFound)?;
        change(order)?;
        order.audit.changed_at = Some(Timestamp::now());
        Ok(order.clone())
    }

    pub(crate) fn quote(&self, request: &QuoteRequest) -> Result<Quote, OrderError> {
        let prices = request
            .quantities
            .keys()
            .map(|sku| Ok((sku.clone(), unit_price(sku)?)))
            .collect::<Result<BTreeMap<_, _>, OrderError>>()?;
        let total = sum(request.quantities.iter().map(|(sku, count)| (prices[sku], *count)));
        Ok(Quote { prices, total })
    }

    pub(crate) fn catalogue(&self) -> Category {
        let leaf = |title: &str| Category { title: title.to_owned(), children: Vec::new() };
        Category {
            title: "Everything".to_owned(),
            children: vec![
                Category { title: "Tea".to_owned(), children: vec![leaf("Green"), leaf("Black")] },
                leaf("Cups"),
            ],
        }
    }
}

fn price(line: NewLine) -> Result<LineItem, OrderError> {
    let unit_price = unit_price(&line.sku)?;
    Ok(LineItem { sku: line.sku, quantity: line.quantity, unit_price, note: line.note })
}

/// The catalogue's prices: articles are named after their kind.
fn unit_price(sku: &Sku) -> Result<Money, OrderError> {
    let cents = match sku.0.split_once('-').map_or(sku.0.as_str(), |(kind, _)| kind) {
        "tea" => 890,
        "cup" => 1450,
        _ => return Err(OrderError::UnknownSku),
    };
    Ok(Money { amount: Decimal::new(cents, 2), currency: Currency::Eur })
}

fn sum(lines: impl Iterator<Item = (Money, u32)>) -> Money {
    let amount = lines.map(|(price, count)| price.amount * Decimal::from(count)).sum();
    Money { amount, currency: Currency::Eur }
}
