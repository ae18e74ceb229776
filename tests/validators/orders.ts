// A client of examples/orders, as openapi-typescript types it, that calls the running service. What
// must not compile is marked.
import type { components, operations } from "./orders/openapi.d.ts";

declare const process: { env: Record<string, string | undefined> };

type Schemas = components["schemas"];
type Json<Of> = Of extends { content: { "application/json": infer Body } } ? Body : undefined;
type Problem<Of> = Of extends { content: { "application/problem+json": infer Body } } ? Body : undefined;
type Responses<Id extends keyof operations> = operations[Id]["responses"];

const address = process.env["ORDERS_URL"];
if (!address) throw new Error("ORDERS_URL says where the service is");

async function call(method: string, path: string, status: number, body?: unknown): Promise<unknown> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status !== status) throw new Error(`${method} ${path}: ${response.status}, not ${status}`);
  return response.json();
}

type CreateBody = Json<operations["orders.create"]["requestBody"]>;
const create = async (body: CreateBody) =>
  (await call("POST", "/v1/orders", 201, body)) as Json<Responses<"orders.create">[201]>;
const refuse = async (body: CreateBody) =>
  (await call("POST", "/v1/orders", 422, body)) as Problem<Responses<"orders.create">[422]>;
const find = async ({ id }: operations["orders.get"]["parameters"]["path"]) =>
  (await call("GET", `/v1/orders/${id}`, 200)) as Json<Responses<"orders.get">[200]>;
const list = async ({ limit }: NonNullable<operations["orders.list"]["parameters"]["query"]>) =>
  (await call("GET", `/v1/orders?limit=${limit}`, 200)) as Json<Responses<"orders.list">[200]>;
const cancel = async (id: string, body: Json<operations["orders.cancel"]["requestBody"]>) =>
  (await call("POST", `/v1/orders/${id}/cancel`, 200, body)) as Json<Responses<"orders.cancel">[200]>;

function expect(what: string, found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`);
}

const request: CreateBody = {
  customer: { name: "Ada" },
  lines: [{ sku: "tea-green", quantity: 2 }],
  delivery: { locker: 7 },
  payment: { method: "invoice" },
};
const order: Schemas["Order"] = await create(request);
expect("total", [order.total.amount, order.total.currency], ["17.80", "EUR"]);
expect("found", await find({ id: order.id }), order);
expect("listed", (await list({ limit: 1 })).items.map((item) => item.id), [order.id]);
expect("refused", (await refuse({ ...request, lines: [] })).code, "ORDER_EMPTY");
expect("cancelled", (await cancel(order.id, { reason: "customer_request" })).id, order.id);
console.log("placed, found, listed, refused and cancelled");

// Never called: what is wrong is refused by the compiler.
export const wrong = (): unknown[] => [
  // @ts-expect-error Required fields are missing.
  create({ lines: [] }),
  // @ts-expect-error A cancellation has a reason.
  cancel(order.id, { comment: "never mind" }),
  // @ts-expect-error An order is found by its id.
  find({}),
  // @ts-expect-error An order has no such field.
  order.sum,
];
