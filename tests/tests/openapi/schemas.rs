//! Schemas within documents: the same edit in the direction of requests and of responses.

use super::edit::{Remove, Rename, Set, base, edited};
use super::{expect, judge, lines, verdict};
use contract_check::diff::openapi::Options;

#[test]
fn shared_schemas_are_judged_in_both_directions() {
    for (_why, steps, _e) in [
        ("try", vec![Set("/components/schemas/Item/properties/count/minimum", "5")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Item/properties/count/minimum", "0")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Item/properties/count")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Item/properties/sku")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Item/properties/more", "{type: string}")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Item/required/-", "count")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Item/properties/note", "{type: string}")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Shipment/required/-", "carrier")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Shipment/required/0")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Problem/properties/title/type", "integer")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Order/properties/id/readOnly")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Order/properties/payment/oneOf", "[]")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Payment/oneOf/-", "{type: object, required: [kind], properties: {kind: {const: cash}}}")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Payment/oneOf/1")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/schemas/Unused")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Item/additionalProperties", "false")], Vec::<&str>::new()),
        ("try", vec![Set("/components/schemas/Payment/discriminator/propertyName", "type")], Vec::<&str>::new()),
        ("try", vec![Set("/paths/~1orders/get/parameters/2/schema/enum/-", "lost")], Vec::<&str>::new()),
        ("try", vec![Remove("/paths/~1orders/get/parameters/2/schema/enum/0")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/requestBodies/NewOrder/content/application~1json/schema")], Vec::<&str>::new()),
        ("try", vec![Remove("/components/responses/Order/content/application~1json/schema")], Vec::<&str>::new()),
        ("try", vec![Set("/webhooks/restocked/post/requestBody/content/application~1json/schema", "{type: string}")], Vec::<&str>::new()),
    ] {
        let findings = verdict(&steps);
        println!("{steps:?}");
        for f in &findings {
            println!("   {:?} {} {:?} {} | {} | {:?} {:?} {:?} w={:?}", f.severity, f.rule.id, f.role, f.clause, f.message(), f.reached_by, f.old.pointer, f.new.pointer, f.witness.as_ref().map(|w| w.document.to_string()));
        }
    }
}
