//! A text of two items, against facts that keep it and facts that do not.

use super::said::{LONGEST, Said};
use super::*;

const TEXT: &str = "\
! field-renamed
| `{it}` of `{within}` is now `{to}`
| Whoever knows `{from}` is lost.
| Keep it.
! field-removed/response
| `{it}` of `{within}` is gone
|\x20
| Keep it.
! field-added-required/request
| `{it}` was added to `{within}`
| Nobody sends it.
| Let it be missing.
! type-narrowed/request
| `{it}` was `{from}` and is `{to}`
| Some send more.
| Keep it.
@ shop::Parcel 00
# types/Parcel\tstable\tParcel\tshop 1.0.0\toperations/ship
? struct
. fields/tracking\tstable\ttracking\tParcel
= tracking
~ field-renamed\ttracking\ttracking\tstring
+ field-removed/response\t\twrites tracking\tmore *
. fields/weight\tprovisional\tweight\tParcel
= weight
- type-narrowed/request\tu32\ttype weight\tu16\tu8
. fields/{to}\tstable\t{to}\tParcel
* field-added-required/request\t\tdemands\ttracking\tweight
@ shop::Other 00
# types/Other\tstable\tOther\tshop 1.0.0\t
+ field-removed/response\t\tnever
";

fn released() -> Released {
    let at = TEXT.find("# types/Parcel").unwrap() as u64;
    let index: &'static [u64] = Box::leak(Box::new([hash(b"shop::Parcel"), 0, at]));
    Released { text: TEXT, index, active: true }
}

fn said(facts: &str) -> (usize, String) {
    let facts: &'static str = Box::leak(facts.to_owned().into_boxed_str());
    let now = Now { path: "shop::Parcel", hash: 1, facts };
    (released().broken(&now), released().say(&now).unwrap_or_default())
}

const GOOD: &str = "0 struct\n1 names tracking\n1 writes tracking\n1 demands tracking\n\
                    2 names weight\n2 demands weight\n2 type weight u32";

#[test]
fn what_holds_is_silent() {
    assert_eq!(said(GOOD).0, 0);
    let same = Now { path: "shop::Parcel", hash: 0, facts: "0 struct" };
    assert_eq!(released().broken(&same), 0, "accepted facts are not compared");
    let other = Now { path: "shop::Basket", hash: 1, facts: "0 struct" };
    assert_eq!(released().broken(&other), 0, "an item that was not released");
    assert_eq!(said("0 enum").0, 0, "another kind of item is the command's to judge");
    assert_eq!(said("0 struct\n1 more *").0, 0, "another type may hold the member");
}

#[test]
fn conditions_tell_their_place_and_their_words() {
    let gone = "0 struct\n1 names weight\n1 demands weight\n1 type weight u32";
    let (site, message) = said(gone);
    assert_eq!(site, 1);
    assert_eq!(
        message,
        "breaking[field-removed]: `tracking` of `Parcel` is gone\n\n\
         clause: types/Parcel/fields/tracking (stable), accepted in shop 1.0.0\n\
         reached by: operations/ship\n\
         fix: Keep it.\n\
         or: if it has to be, `cargo contract-check declare types/Parcel/fields/tracking` \
         drafts what its owner has to say."
    );
    let (site, message) = said(&format!("{GOOD}\n3 demands language"));
    assert_eq!(site, 4);
    assert!(message.starts_with(
        "breaking[field-added-required]: `language` was added to `Parcel`\n\n\
         clause: types/Parcel/fields/language (stable), accepted in shop 1.0.0\n\
         hurt: Nobody sends it."
    ));
    let (site, message) = said(&GOOD.replace("u32", "u8"));
    assert_eq!(site, 3);
    assert!(message.starts_with("breaking[type-narrowed]: `weight` was `u32` and is `u8`"));
    let both = said(&gone.replace("u32", "u8")).1;
    assert!(both.contains("More of this item breaks"), "{both}");
}

#[test]
fn another_name_of_a_member_is_told_as_such() {
    let (site, message) = said(&GOOD.replace("tracking", "number"));
    assert_eq!(site, 2);
    assert!(message.starts_with("breaking[field-renamed]: `tracking` of `Parcel` is now `number`"));
    assert!(!message.contains("More"), "one finding, though two conditions fail: {message}");
}

#[test]
fn names_of_parameters_are_no_part_of_a_route() {
    let route = "# operations/get\tstable\tget\tshop 1.0.0\t\n* moved\t-\tpath\t/v1/{id}/{*rest}\n";
    for (path, same) in [
        ("/v1/{id}/{*rest}", true),
        ("/v1/{order_id}/{*path}", true),
        ("/v1/{id}/{path}", false),
        ("/v2/{id}/{*rest}", false),
        ("/v1/{id}", false),
        ("/v1/{id}/{*rest}/more", false),
    ] {
        assert_eq!(holds(route, &format!("0 path {path}")), same, "{path}");
    }
}

#[test]
fn a_long_message_ends_with_a_whole_character() {
    let mut said = Said { bytes: [0; LONGEST], length: 0 };
    said.push(b'a');
    while said.length < LONGEST {
        let euro = "€".as_bytes();
        said.copy(euro, 0, euro.len());
    }
    assert!(said.text().ends_with('€'));
}

#[test]
fn the_variable_says_off() {
    assert!(is_off(Some("off")));
    assert!(!is_off(Some("on")) && !is_off(Some("offer")) && !is_off(None));
}
