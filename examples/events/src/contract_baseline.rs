//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! ack-deadline-changed
| a subscriber had {from} to acknowledge `{it}`, and now nothing says how long
| Slow subscribers see it again.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! ack-deadline-changed/2
| a subscriber had {from} to acknowledge `{it}` and now has {to}
| Slow subscribers see it again.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! consumer-of-changed
| `{it}` no longer reads `{from}`
| The producer of the event loses a consumer it counts on, or gets one it does not know.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! consumer-of-changed/2
| `{it}` read `{from}` and now reads `{to}`
| The producer of the event loses a consumer it counts on, or gets one it does not know.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! dead-letter-changed
| one `{it}` that nobody takes was {from}, and now nothing says what becomes of it
| What nobody could read vanishes.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! dead-letter-changed/2
| one `{it}` that nobody takes was {from} and is now {to}
| What nobody could read vanishes.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! delivery-attempts-changed
| `{it}` was delivered up to {from} times, and now nothing says how often
| It is given up earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! delivery-attempts-changed/2
| `{it}` was delivered up to {from} times and is now delivered up to {to} times
| It is given up earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! delivery-changed
| `{it}` was delivered `{from}` and is now delivered `best_effort`
| Duplicates or losses appear.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! delivery-changed/2
| `{it}` was delivered `{from}` and is now delivered `{to}`
| Duplicates or losses appear.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! demanded-delivery-changed
| `{it}` asked for the delivery `{from}` and now asks for `{to}`
| The producer has to promise more than it does.
| Ask for no more than `{from}` until a new major version.
! demanded-ordering-changed
| `{it}` asked for the order `{from}` and now asks for `{to}`
| The producer has to promise more than it does.
| Ask for no more than `{from}` until a new major version.
! event-channel-changed
| `{it}` was sent on `{from}` and no longer says where
| Subscribers still listen to `{from}` and hear nothing.
| Send on both channels until the sunset of the old one.
! event-channel-changed/2
| `{it}` was sent on `{from}` and is now sent on `{to}`
| Subscribers still listen to `{from}` and hear nothing.
| Send on both channels until the sunset of the old one.
! event-direction-changed
| the direction of `{it}` was `{from}` and is now `none`
| The other side does not expect it.
| Give the other direction an event of its own.
! event-direction-changed/2
| the direction of `{it}` was `{from}` and is now `{to}`
| The other side does not expect it.
| Give the other direction an event of its own.
! expiry-changed
| `{it}` is now of use for {to}; it had no end
| Subscribers drop what they used to act on.
| Leave it unsaid, or say it first in a new major version.
! field-became-nullable/response
| `{it}` of `{within}` may now be null
| Old consumers read a value there and refuse null.
| Keep writing a value, or leave the member out and give consumers a version that allows it to be missing before you do so.
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
! isolation-changed
| subscribers of `{it}` had to read with the isolation `{from}` and now have to read with `{to}`
| A reader that does not know of it sees what was aborted.
| Ask for no more than `{from}` until a new major version.
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! ordering-changed
| the order of `{it}` was `{from}` and is now `none`
| Reordering appears.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! ordering-changed/2
| the order of `{it}` was `{from}` and is now `{to}`
| Reordering appears.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! ordering-key-changed
| `{it}` was ordered by `{from}` and no longer says by what
| Another grouping: what was in order need not be.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! ordering-key-changed/2
| `{it}` was ordered by `{from}` and is now ordered by `{to}`
| Another grouping: what was in order need not be.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! retention-changed
| `{it}` was kept for {from}, and now nothing says how long
| Late subscribers lose history.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! retention-changed/2
| `{it}` was kept for {from} and is now kept for {to}
| Late subscribers lose history.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! tolerance-changed
| `{it}` tolerated `{from}` and now tolerates nothing
| Deliveries that the producer is allowed to make do harm.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! tolerance-changed/2
| `{it}` tolerated `{from}` and now tolerates `{to}`
| Deliveries that the producer is allowed to make do harm.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
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
- field-became-nullable/response	string	null	account
- type-changed/response	string	type account	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/account/level	stable	account	
- level-lowered	stable	level account	out_of_contract	incidental	experimental	provisional
. fields/change	stable	change	AccountChanged
+ field-removed/response	-	writes change	more *
- field-became-optional/response	-	skips-none	change
- skip-serializing-if-added/response	always	skips	change
- field-became-nullable/response	u64	null	change
- type-changed/response	u64	type change	bool	char	string	borrowed_string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u64	type change	i128	u128	f32	f64
. fields/change/level	stable	change	
- level-lowered	stable	level change	out_of_contract	incidental	experimental	provisional
. fields/balance	stable	balance	AccountChanged
+ field-removed/response	-	writes balance	more *
- field-became-optional/response	-	skips-none	balance
- skip-serializing-if-added/response	always	skips	balance
- field-became-nullable/response	i64	null	balance
- type-changed/response	i64	type balance	bool	char	string	borrowed_string	u64	u128	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	i64	type balance	i128	f32	f64
. fields/balance/level	stable	balance	
- level-lowered	stable	level balance	out_of_contract	incidental	experimental	provisional
. fields/balance/unit	stable	balance	AccountChanged
^ writes balance
+ unit-changed	EUR cent	has fields/balance/unit
^ writes balance
* unit-changed/2	EUR cent	=fields/balance/unit	EUR cent
@ events::accounts::AccountChanged as Event 0000000000000000
# events/accounts.changed	stable	accounts.changed	accounts 1.1.0	-
? event accounts.changed
. level	stable	accounts.changed	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. channel	stable	accounts.changed	events
+ event-channel-changed	accounts	has channel
* event-channel-changed/2	accounts	=channel	accounts
. delivery/ack_deadline	stable	accounts.changed	events
^ has delivery
+ ack-deadline-changed	30s	has delivery/ack_deadline
^ has delivery
< ack-deadline-changed/2	30s	=delivery/ack_deadline	t	30s
. delivery/dead_letter	stable	accounts.changed	events
^ has delivery
+ dead-letter-changed	parked	has delivery/dead_letter
^ has delivery
- dead-letter-changed/2	parked	=delivery/dead_letter	dropped
. delivery/max_attempts	stable	accounts.changed	events
^ has delivery
+ delivery-attempts-changed	5	has delivery/max_attempts
^ has delivery
< delivery-attempts-changed/2	5	=delivery/max_attempts	n	5
. delivery/mode	stable	accounts.changed	events
+ delivery-changed	at_least_once	has delivery/mode
- delivery-changed/2	at_least_once	=delivery/mode	at_most_once	best_effort
. direction	stable	accounts.changed	events
+ event-direction-changed	send	has direction
* event-direction-changed/2	send	=direction	send
. ordering/key	stable	accounts.changed	events
^ has ordering
+ ordering-key-changed	account	has ordering/key
^ has ordering
* ordering-key-changed/2	account	=ordering/key	account
. ordering/mode	stable	accounts.changed	events
+ ordering-changed	per_key	has ordering/mode
- ordering-changed/2	per_key	=ordering/mode	none	per_producer
. retention	stable	accounts.changed	events
+ retention-changed	7d	has retention
< retention-changed/2	7d	=retention	t	7d
. delivery/isolation	stable	accounts.changed	events
- isolation-changed	none	=delivery/isolation	read_committed
. expiry	stable	accounts.changed	events
* expiry-changed	-	=expiry
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
@ events::balances::take() afa135c978f80cd4
# consumers/balances.accounts	provisional	balances.accounts	balances 1.1.0	-
? consumer balances.accounts
. level	provisional	balances.accounts	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. delivery	provisional	balances.accounts	consumers
- demanded-delivery-changed	at_least_once	=delivery	at_most_once	exactly_once
. of	provisional	balances.accounts	consumers
+ consumer-of-changed	accounts.changed	has of
* consumer-of-changed/2	accounts.changed	=of	accounts.changed
. ordering	provisional	balances.accounts	consumers
- demanded-ordering-changed	none	=ordering	per_key	per_producer	total
. tolerates	provisional	balances.accounts	consumers
+ tolerance-changed	delays, duplicates, reordering	has tolerates
& tolerance-changed/2	delays, duplicates, reordering	=tolerates	delays	duplicates	reordering
% end adb321d71f089426
"# }
