use contract_core::handler;

struct Shop;

impl Shop {
    #[handler(id = "a", cancel = atomic)]
    fn by_reference(&self) {}

    #[handler(id = "b", cancel = atomic)]
    fn by_value(self: Box<Self>, _: u8) {}

    #[handler(id = "c", cancel = atomic)]
    fn by_lifetime<'a>(&'a mut self) -> &'a str {
        ""
    }
}

fn main() {}
