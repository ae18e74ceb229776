//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! field-became-optional/response
| `{it}` of `{within}` may now be missing
| Old consumers require it and refuse what the new producer writes without it.
| Always write `{it}`, or offer the form without it under a new operation or a new version.
! field-removed/response
| `{it}` was removed from `{within}`
| Old consumers look for it in every document and no longer find it.
| Put `{it}` back, mark it `#[contract(deprecated(since = "..", sunset = ".."))]`, and remove it in the version after its sunset.
! field-renamed
| `{from}` of `{within}` is now called `{to}`
| Whoever knows `{from}` does not find it under `{to}`.
| Keep the name on the wire with `#[serde(rename = "{from}")]`. For a field that is only read, `#[serde(alias = "{from}")]` is enough.
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! type-changed/response
| `{it}` of `{within}` was `{from}` and is now `{to}`
| The new producer writes values that old consumers refuse.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-widened/response
| `{it}` of `{within}` was `{from}` and is now `{to}`, which has more values
| The new producer may write values that old consumers refuse.
| Keep writing values of the old type, or add a field with the new type beside it.
! unit-changed
| the unit of `{it}` of `{within}` was `{from}` and is no longer said
| Consumers read the number in the old unit and see no error.
| Keep the unit, and add a field in the new one beside it.
! unit-changed/2
| the unit of `{it}` of `{within}` was `{from}` and is now `{to}`
| Consumers read the number in the old unit and see no error.
| Keep the unit, and add a field in the new one beside it.
% contract accounts 1.1.0 09d0f8f5cde3919c
@ events::accounts::AccountChanged c9e10cefe4a54905
# types/AccountChanged	stable	AccountChanged	accounts 1.1.0	events/accounts.changed
? struct
. level	stable	AccountChanged	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= account
. fields/account	stable	account	AccountChanged
~ field-renamed	account	account	string
= change
. fields/change	stable	change	AccountChanged
~ field-renamed	change	change	u64
= balance
. fields/balance	stable	balance	AccountChanged
~ field-renamed	balance	balance	i64
. fields/account	stable	account	AccountChanged
+ field-removed/response	-	writes account	more *
- field-became-optional/response	-	skips-none	account
- skip-serializing-if-added/response	always	skips	account
- type-changed/response	string	type account	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/account/level	stable	account	
- level-lowered	stable	level account	out_of_contract	incidental	experimental	provisional
. fields/change	stable	change	AccountChanged
+ field-removed/response	-	writes change	more *
- field-became-optional/response	-	skips-none	change
- skip-serializing-if-added/response	always	skips	change
- type-changed/response	u64	type change	bool	char	string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u64	type change	i128	u128	f32	f64
. fields/change/level	stable	change	
- level-lowered	stable	level change	out_of_contract	incidental	experimental	provisional
. fields/balance	stable	balance	AccountChanged
+ field-removed/response	-	writes balance	more *
- field-became-optional/response	-	skips-none	balance
- skip-serializing-if-added/response	always	skips	balance
- type-changed/response	i64	type balance	bool	char	string	u64	u128	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	i64	type balance	i128	f32	f64
. fields/balance/level	stable	balance	
- level-lowered	stable	level balance	out_of_contract	incidental	experimental	provisional
. fields/balance/unit	stable	balance	AccountChanged
^ writes balance
+ unit-changed	EUR cent	has fields/balance/unit
^ writes balance
* unit-changed/2	EUR cent	=fields/balance/unit	EUR cent
% contract balances 1.1.0 77983d4262042500
@ events::balances::Change c9e10cefe4a54905
# types/Change	provisional	Change	balances 1.1.0	-
? struct
. level	provisional	Change	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= account
. fields/account	provisional	account	Change
~ field-renamed	account	account	string
= change
. fields/change	provisional	change	Change
~ field-renamed	change	change	u64
= balance
. fields/balance	provisional	balance	Change
~ field-renamed	balance	balance	i64
. fields/account/level	provisional	account	
- level-lowered	provisional	level account	out_of_contract	incidental	experimental
. fields/change/level	provisional	change	
- level-lowered	provisional	level change	out_of_contract	incidental	experimental
. fields/balance/level	provisional	balance	
- level-lowered	provisional	level balance	out_of_contract	incidental	experimental
. fields/balance/unit	provisional	balance	Change
^ writes balance
+ unit-changed	EUR cent	has fields/balance/unit
^ writes balance
* unit-changed/2	EUR cent	=fields/balance/unit	EUR cent
% end d22ca4ba28078ed4
"# }
