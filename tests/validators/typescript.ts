// A client of the fixture `shop`, as openapi-typescript types it. What must not compile is marked.
import type { components, operations } from "./shop/openapi.d.ts";

type Order = components["schemas"]["Order"];
type CreateOrder = components["schemas"]["CreateOrder"];
type Listed = operations["orders.list"]["responses"]["200"]["content"]["application/json"];

export const total = (order: Order): string => `${order.total.amount} ${order.total.currency}`;

export const request: CreateOrder = {
  lines: [{ sku: "tea-1", quantity: 2, price: { amount: "8.90", currency: "EUR" } }],
  delivery: { locker: 7 },
  payment: { method: "card", details: { token: "t" } },
  reason: "customer_request",
};

export const first = (page: Listed): Order | undefined => page.items[0];

// @ts-expect-error There is no such currency.
export const wrong: components["schemas"]["Money"] = { amount: "1", currency: "XXX" };
// @ts-expect-error A required field is missing.
export const incomplete: CreateOrder = { lines: [], delivery: "pickup" };
