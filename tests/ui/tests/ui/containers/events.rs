use contract_core::Contract;

#[derive(Contract)]
#[contract(event(id = "a"))]
struct NoDirection;

#[derive(Contract)]
#[contract(event(send))]
struct NoId;

#[derive(Contract)]
#[contract(event(id = "a", send, receive))]
struct Both;

#[derive(Contract)]
#[contract(event(idd = "a", send = true, topic = "x"))]
struct Misspelt;

#[derive(Contract)]
#[contract(event)]
struct Empty;

#[derive(Contract)]
#[contract(event(id = "Order Created", send, channel = ""))]
struct Names;

fn main() {}
