use contract_core::handler;

struct Json<T>(T);
struct Order;
struct Error;

#[handler(id = "a", cancel = atomic)]
async fn create(Json(order): Json<Order>) -> Result<Json<Order>, Error> {
    Ok(Json(order))
}

fn main() {}
