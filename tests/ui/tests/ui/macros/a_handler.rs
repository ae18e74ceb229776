use contract_core::handler;

macro_rules! get {
    ($name:ident, $id:literal, $key:ident) => {
        #[handler(id = $id, http(GET, "/orders"), $key = 200, cancel = atomic)]
        async fn $name() {}
    };
}

get!(good, "orders.good", success);
get!(other, "orders.other", succes);

fn main() {}
