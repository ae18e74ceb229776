//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! approval-withdrawn
| the approval that `{within}` needs for its effect on `{it}` was `{from}` and is now `none`
| A safeguard is removed.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! approval-withdrawn/2
| the approval that `{within}` needs for its effect on `{it}` was `{from}` and is now `{to}`
| A safeguard is removed.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! cancel-changed
| what `{it}` promises a caller that goes away was `{from}` and is now `unspecified`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! cancel-changed/2
| what `{it}` promises a caller that goes away was `{from}` and is now `{to}`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! default-mode-changed
| where no mode is set, `{it}` was blocked and now runs in `{to}`
| Somebody goes live by accident.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! effect-kinds-changed
| the effect of `{within}` on `{it}` was `{from}` and is now `{to}`
| A harmless write becomes paid or irreversible.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! error-code-added
| the code `{it}` was added to `{within}`
| The set is closed: old consumers have no case for it.
| Answer with a code that consumers know, or declare the set `open` in a new major version.
! error-details-changed
| `{it}` came with the details `{from}` and now comes with none
| Keys that were seen once must stay.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! error-details-changed/2
| `{it}` came with the details `{from}` and now comes with `{to}`
| Keys that were seen once must stay.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! error-domain-changed
| the domain of `{it}` was `{from}` and is now `{to}`
| Old consumers do not recognise its codes.
| Keep the domain.
! error-effects-changed
| the effects of `{it}` of `{within}` were `{from}` and are now `{to}`
| Old consumers act on `{from}`: work is done twice or not at all.
| Give the new outcome a code of its own.
! error-retry-changed
| `{it}` of `{within}` allowed the retry `{from}` and now allows `{to}`
| Old consumers keep retrying what may no longer be retried.
| Give the outcome that may not be retried a code of its own.
! error-role-changed
| the role of `{it}` of `{within}` was `{from}` and is now `{to}`
| Old consumers treat it as `{from}`.
| Give the new role a code of its own.
! error-set-opened
| `{it}` was closed and is now open
| Old consumers have no case for codes that they do not know.
| Keep the set closed until the next major version.
! error-status-changed
| the status of `{it}` of `{within}` was {from} and is now {to}
| Old consumers branch on {from}.
| Keep the status.
! field-added-required/request
| `{it}` was added to `{within}` and is required
| Old consumers do not send it, and the new producer refuses them.
| Let it be missing: `#[serde(default)]` or `Option<..>` on `{it}`; or offer the new form beside the old one under a new operation.
! field-became-nullable/response
| `{it}` of `{within}` may now be null
| Old consumers read a value there and refuse null.
| Keep writing a value, or leave the member out and give consumers a version that allows it to be missing before you do so.
! field-became-optional/response
| `{it}` of `{within}` may now be missing
| Old consumers require it and refuse what the new producer writes without it.
| Always write `{it}`, or offer the form without it under a new operation or a new version.
! field-removed/request
| `{it}` was removed from `{within}`
| Old consumers still send it, and the new producer refuses what it does not know.
| Put `{it}` back, mark it `#[contract(deprecated(since = "..", sunset = ".."))]`, and remove it in the version after its sunset.
! field-removed/response
| `{it}` was removed from `{within}`
| Old consumers look for it in every document and no longer find it.
| Put `{it}` back, mark it `#[contract(deprecated(since = "..", sunset = ".."))]`, and remove it in the version after its sunset.
! field-renamed
| `{from}` of `{within}` is now called `{to}`
| Whoever knows `{from}` does not find it under `{to}`.
| Keep the name on the wire with `#[serde(rename = "{from}")]`. For a field that is only read, `#[serde(alias = "{from}")]` is enough.
! http-address-removed
| `{it}` is no longer promised at `{from}`
| Old consumers still call it there.
| Put the address back.
! http-method-changed
| `{it}` was called with {from} and is now called with {to}
| Old consumers still call {from} and are refused.
| Serve both methods until the sunset of the old one.
! http-path-changed
| `{it}` stood at `{from}` and now stands at `{to}`
| Old consumers still call `{from}` and are answered 404.
| Serve both paths until the sunset of the old one.
! idempotency-changed
| `{it}` was idempotent, `{from}`, and no longer is
| To send again may do the work twice.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-key-changed
| `{it}` now has an idempotency key, `{to}`
| Requests without a key start to fail.
| Leave it to the consumers whether they do, until a new major version asks for it.
! idempotency-replay-changed
| a resent `{it}` was answered with the `{from}` answer, and now nothing says with which
| Consumers read the second answer as they read the first.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-replay-changed/2
| a resent `{it}` was answered with the `{from}` answer and is now answered with the `{to}` answer
| Consumers read the second answer as they read the first.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-replay-errors-changed
| a failure of `{it}` was {from} under its key and is now {to}
| A key that is released may run again; one that is stored gives the same error for ever.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! idempotency-scope-changed
| the keys of `{it}` were told apart per `{from}` and are now told apart per `caller`
| Keys start to collide, or to count as new.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! idempotency-scope-changed/2
| the keys of `{it}` were told apart per `{from}` and are now told apart per `{to}`
| Keys start to collide, or to count as new.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! idempotency-window-changed
| `{it}` remembered an idempotency key for {from}, and now nothing says how long
| A resend after the window does the work again.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-window-changed/2
| `{it}` remembered an idempotency key for {from} and now remembers it for {to}
| A resend after the window does the work again.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! max-age-changed
| answers of `{it}` can now be cached for {to}
| Caches serve older data.
| Leave it unsaid, or say it first in a new major version.
! mode-variable-changed
| the mode of `{it}` is no longer read from `{from}`
| Deployments set the old one.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! mode-variable-changed/2
| the mode of `{it}` was read from `{from}` and is now read from `{to}`
| Deployments set the old one.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! modes-changed
| the modes of `{it}` were `{from}` and are no longer said
| An environment loses its mode.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! modes-changed/2
| the modes of `{it}` were `{from}` and are now `{to}`
| An environment loses its mode.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! on-missing-config-changed
| where configuration is missing, `{it}` met it with `{from}` and now meets it with `{to}`
| Fakes appear where failures were.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! pagination-changed
| `{it}` gave its whole list and now gives it by pages, `{to}`
| Old callers take the first page for the whole.
| Leave it to the consumers whether they do, until a new major version asks for it.
! partial-changed
| what a success of `{it}` may leave out was `{from}` and is now `{to}`
| A success may now be incomplete.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! quota-changed
| `{it}` now has a quota, {to}; it had none
| The same traffic meets more refusals.
| Leave it unsaid, or say it first in a new major version.
! readonly-changed
| `{it}` no longer promises to change nothing
| Caches, prefetchers and retries rely on it.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! retry-after-changed
| the delay that `{it}` tells before a retry was `{from}` and is now `never`
| Consumers that are given no delay try again at once.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! retry-after-changed/2
| the delay that `{it}` tells before a retry was `{from}` and is now `{to}`
| Consumers that are given no delay try again at once.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! secrecy-changed
| `{it}` is no longer a secret
| It starts to appear in logs.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! sensitivity-changed
| `{it}` is no longer sensitive
| Values start to appear in samples and logs.
| Keep `{from}`. If the safeguard has to go, let somebody who answers for it approve that in the declaration; no version makes it safe.
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! staleness-consistency-changed
| reads of `{it}` were consistent as `{from}` and are now consistent as `eventual`
| Reads go back in time.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! staleness-consistency-changed/2
| reads of `{it}` were consistent as `{from}` and are now consistent as `{to}`
| Reads go back in time.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-framing-changed
| `{it}` answered at once and now streams its answer as `{to}`
| Another parser is needed.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! success-status-changed
| a success of `{it}` had the status {from} and now has {to}
| Old consumers wait for {from}.
| Keep the status.
! throttle-changed
| `{it}` no longer counts as throttling
| The error moves between the budgets of retries.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! throttle-changed/2
| `{it}` counts as throttling in another way
| The error moves between the budgets of retries.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! throttle-changed/3
| `{it}` counts as throttling now
| The error moves between the budgets of retries.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! timeout-lowered
| `{it}` let its work take {from} and now cuts it off after {to}
| Work that used to fit is cut off.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! timeout-lowered/2
| `{it}` now cuts its work off after {to}; it had no limit
| Work that used to fit is cut off.
| Leave it unsaid, or say it first in a new major version.
! timeout-raised
| `{it}` answered within {from} and no longer says when it answers
| Answers come later than the caller waits for them.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! timeout-raised/2
| `{it}` answered within {from} and now answers within {to}
| Answers come later than the caller waits for them.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! type-changed/request
| `{it}` of `{within}` was `{from}` and is now `{to}`
| Old consumers send values that the new producer refuses.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-changed/response
| `{it}` of `{within}` was `{from}` and is now `{to}`
| The new producer writes values that old consumers refuse.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-narrowed/request
| `{it}` of `{within}` was `{from}` and is now only `{to}`
| Old consumers may send values that the new producer refuses.
| Keep reading the wider type, and answer what cannot be served with an error of the domain.
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
! variable-default-changed
| `{it}` now has a default, `{to}`
| Deployments that set nothing get another value.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! variable-requirement-changed
| `{it}` was asked for in the modes `{from}` and is now asked for in `{to}`
| A deployment without it is blocked.
| Ask for no more than `{from}` until a new major version.
% contract payments 1.4.0 b364e525221a6bb6
@ payments::bank::CardNetwork as ContractConfig af7dc088a18ebb1e
# providers/card-network	stable	card-network	payments 1.4.0	-
? provider card-network
. level	stable	card-network	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. config/CARDS_KEY/required_in	stable	CARDS_KEY	card-network
^ has config/CARDS_KEY
\ variable-requirement-changed	live, sandbox	=config/CARDS_KEY/required_in	live	sandbox
. config/CARDS_KEY/secret	stable	CARDS_KEY	card-network
^ has config/CARDS_KEY
+ secrecy-changed	secret	has config/CARDS_KEY/secret
^ has config/CARDS_KEY
* secrecy-changed	secret	=config/CARDS_KEY/secret	secret
. config/CARDS_PROXY/required_in	stable	CARDS_PROXY	card-network
^ has config/CARDS_PROXY
\ variable-requirement-changed	live, sandbox	=config/CARDS_PROXY/required_in	live	sandbox
. mode_variable	stable	card-network	providers
+ mode-variable-changed	CARDS_MODE	has mode_variable
* mode-variable-changed/2	CARDS_MODE	=mode_variable	CARDS_MODE
. modes	stable	card-network	providers
+ modes-changed	deterministic, live, sandbox	has modes
& modes-changed/2	deterministic, live, sandbox	=modes	deterministic	live	sandbox
. default_mode	stable	card-network	providers
* default-mode-changed	-	=default_mode
. on_missing_config	stable	card-network	providers
- on-missing-config-changed	fail_closed	=on_missing_config	fallback
. config/CARDS_KEY/default	stable	CARDS_KEY	card-network
^ has config/CARDS_KEY
* variable-default-changed	-	=config/CARDS_KEY/default
. config/CARDS_PROXY/default	stable	CARDS_PROXY	card-network
^ has config/CARDS_PROXY
* variable-default-changed	-	=config/CARDS_PROXY/default
@ payments::charges::Charge 83b3193b4cf33c28
# types/Charge	stable	Charge	payments 1.4.0	operations/charges.create and operations/charges.get
? struct
. level	stable	Charge	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= id
. fields/id	stable	id	Charge
~ field-renamed	id	id	string
= order
. fields/order	stable	order	Charge
~ field-renamed	order	order	string
= amount
. fields/amount	stable	amount	Charge
~ field-renamed	amount	amount	u64
= approved_by
. fields/approved_by	stable	approved_by	Charge
~ field-renamed	approved_by	approved_by	string
. fields/id	stable	id	Charge
+ field-removed/response	-	writes id	more *
- field-became-optional/response	-	skips-none	id
- skip-serializing-if-added/response	always	skips	id
- field-became-nullable/response	string	null	id
- type-changed/response	string	type id	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/id/level	stable	id	
- level-lowered	stable	level id	out_of_contract	incidental	experimental	provisional
. fields/order	stable	order	Charge
+ field-removed/response	-	writes order	more *
- field-became-optional/response	-	skips-none	order
- skip-serializing-if-added/response	always	skips	order
- field-became-nullable/response	string	null	order
- type-changed/response	string	type order	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/order/level	stable	order	
- level-lowered	stable	level order	out_of_contract	incidental	experimental	provisional
. fields/amount	stable	amount	Charge
+ field-removed/response	-	writes amount	more *
- field-became-optional/response	-	skips-none	amount
- skip-serializing-if-added/response	always	skips	amount
- field-became-nullable/response	u64	null	amount
- type-changed/response	u64	type amount	bool	char	string	borrowed_string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u64	type amount	i128	u128	f32	f64
. fields/amount/level	stable	amount	
- level-lowered	stable	level amount	out_of_contract	incidental	experimental	provisional
. fields/approved_by	stable	approved_by	Charge
+ field-removed/response	-	writes approved_by	more *
- field-became-optional/response	-	skips-none	approved_by
- skip-serializing-if-added/response	always	skips	approved_by
- field-became-nullable/response	string	null	approved_by
- type-changed/response	string	type approved_by	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/approved_by/level	stable	approved_by	
- level-lowered	stable	level approved_by	out_of_contract	incidental	experimental	provisional
. fields/amount/unit	stable	amount	Charge
^ writes amount
+ unit-changed	EUR cent	has fields/amount/unit
^ writes amount
* unit-changed/2	EUR cent	=fields/amount/unit	EUR cent
@ payments::charges::CreateCharge 0f8790d6d321eb8b
# types/CreateCharge	stable	CreateCharge	payments 1.4.0	operations/charges.create
? struct
. level	stable	CreateCharge	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= order
. fields/order	stable	order	CreateCharge
~ field-renamed	order	order	string
= amount
. fields/amount	stable	amount	CreateCharge
~ field-renamed	amount	amount	u64
= card
. fields/card	stable	card	CreateCharge
~ field-renamed	card	card	string
. fields/order	stable	order	CreateCharge
+ field-removed/request	-	reads order	ignores *	more *
- type-changed/request	string	type order	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type order	char	borrowed_string
. fields/order/level	stable	order	
- level-lowered	stable	level order	out_of_contract	incidental	experimental	provisional
. fields/amount	stable	amount	CreateCharge
+ field-removed/request	-	reads amount	ignores *	more *
- type-changed/request	u64	type amount	bool	char	string	borrowed_string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	u64	type amount	u8	u16	u32
. fields/amount/level	stable	amount	
- level-lowered	stable	level amount	out_of_contract	incidental	experimental	provisional
. fields/card	stable	card	CreateCharge
+ field-removed/request	-	reads card	ignores *	more *
- type-changed/request	string	type card	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type card	char	borrowed_string
. fields/card/level	stable	card	
- level-lowered	stable	level card	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	CreateCharge
* field-added-required/request	-	demands	amount	card	order
. fields/amount/unit	stable	amount	CreateCharge
^ writes amount
+ unit-changed	EUR cent	has fields/amount/unit
^ writes amount
* unit-changed/2	EUR cent	=fields/amount/unit	EUR cent
. fields/card/sensitive	stable	card	CreateCharge
^ writes card
+ sensitivity-changed	sensitive	has fields/card/sensitive
^ writes card
* sensitivity-changed	sensitive	=fields/card/sensitive	sensitive
@ payments::charges::create_charge() 61f3358eeb9b4d9a
# operations/charges.create	stable	charges.create	payments 1.4.0	-
? operation charges.create
. level	stable	charges.create	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	charges.create	
+ http-address-removed	-	http
. http/method	stable	charges.create	
* http-method-changed	POST	method	POST
. http/path	stable	charges.create	
* http-path-changed	/v1/charges	path	/v1/charges
. http/success	stable	charges.create	
* success-status-changed	201	success	201
. cancel	stable	charges.create	operations
+ cancel-changed	completes	has cancel
- cancel-changed/2	completes	=cancel	atomic	resumable	unspecified
. effect/card-network/approval	stable	card-network	charges.create
^ has effect/card-network
+ approval-withdrawn	per_call	has effect/card-network/approval
^ has effect/card-network
- approval-withdrawn/2	per_call	=effect/card-network/approval	none	standing
. effect/card-network/kinds	stable	card-network	charges.create
^ has effect/card-network
\ effect-kinds-changed	external_write, paid	=effect/card-network/kinds	external_write	paid
. idempotency/key	stable	charges.create	operations
+ idempotency-changed	required	has idempotency/key
. idempotency/replay	stable	charges.create	operations
^ has idempotency
+ idempotency-replay-changed	stored	has idempotency/replay
^ has idempotency
- idempotency-replay-changed/2	stored	=idempotency/replay	ack	current
. idempotency/replay_errors	stable	charges.create	operations
^ has idempotency
* idempotency-replay-errors-changed	released	=idempotency/replay_errors	released
. idempotency/scope	stable	charges.create	operations
^ has idempotency
+ idempotency-scope-changed	endpoint	has idempotency/scope
^ has idempotency
* idempotency-scope-changed/2	endpoint	=idempotency/scope	endpoint
. idempotency/window	stable	charges.create	operations
^ has idempotency
+ idempotency-window-changed	24h	has idempotency/window
^ has idempotency
< idempotency-window-changed/2	24h	=idempotency/window	t	24h
. timeout	stable	charges.create	operations
+ timeout-raised	8s	has timeout
> timeout-raised/2	8s	=timeout	t	8s
< timeout-lowered	8s	=timeout	t	8s
. partial	stable	charges.create	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	charges.create	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	charges.create	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	charges.create	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	charges.create	operations
* stream-framing-changed	-	=stream/framing
@ payments::charges::find_charge() e6f316b132ef57d2
# operations/charges.get	stable	charges.get	payments 1.4.0	-
? operation charges.get
. level	stable	charges.get	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	charges.get	
+ http-address-removed	-	http
. http/method	stable	charges.get	
* http-method-changed	GET	method	GET
. http/path	stable	charges.get	
* http-path-changed	/v1/charges/{id}	path	/v1/charges/{id}
. http/success	stable	charges.get	
* success-status-changed	200	success	200
. cancel	stable	charges.get	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. readonly	stable	charges.get	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. staleness/consistency	stable	charges.get	operations
+ staleness-consistency-changed	strong	has staleness/consistency
- staleness-consistency-changed/2	strong	=staleness/consistency	bounded	eventual	monotonic_reads	read_your_writes
. idempotency/key	stable	charges.get	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	charges.get	operations
* timeout-lowered/2	-	=timeout
. partial	stable	charges.get	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	charges.get	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	charges.get	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	charges.get	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	charges.get	operations
* stream-framing-changed	-	=stream/framing
@ payments::errors::ChargeError as ContractError 3cacbe283e74c6e4
# errors/ChargeError	stable	ChargeError	payments 1.4.0	operations/charges.create
? errors
. level	stable	ChargeError	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. domain	stable	ChargeError	
* error-domain-changed	https://payments.acme.example/errors	domain	https://payments.acme.example/errors
. open	stable	ChargeError	
- error-set-opened	closed	is	open
= APPROVAL_REQUIRED
. codes/APPROVAL_REQUIRED/status	stable	APPROVAL_REQUIRED	ChargeError
* error-status-changed	403	status@APPROVAL_REQUIRED	403
. codes/APPROVAL_REQUIRED/retry	stable	APPROVAL_REQUIRED	ChargeError
- error-retry-changed	after_change	retry@APPROVAL_REQUIRED	never
. codes/APPROVAL_REQUIRED/effects	stable	APPROVAL_REQUIRED	ChargeError
- error-effects-changed	none	effects@APPROVAL_REQUIRED	unknown	partial	all
. codes/APPROVAL_REQUIRED/role	stable	APPROVAL_REQUIRED	ChargeError
- error-role-changed	approval_required	role@APPROVAL_REQUIRED	domain	timeout	throttled	unavailable	key_missing	key_reused	in_flight	provider_blocked
. codes/APPROVAL_REQUIRED/level	stable	APPROVAL_REQUIRED	
- level-lowered	stable	level APPROVAL_REQUIRED	out_of_contract	incidental	experimental	provisional
= CARD_DECLINED
. codes/CARD_DECLINED/status	stable	CARD_DECLINED	ChargeError
* error-status-changed	402	status@CARD_DECLINED	402
. codes/CARD_DECLINED/retry	stable	CARD_DECLINED	ChargeError
- error-retry-changed	after_change	retry@CARD_DECLINED	never
. codes/CARD_DECLINED/effects	stable	CARD_DECLINED	ChargeError
- error-effects-changed	none	effects@CARD_DECLINED	unknown	partial	all
. codes/CARD_DECLINED/role	stable	CARD_DECLINED	ChargeError
- error-role-changed	domain	role@CARD_DECLINED	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/CARD_DECLINED/level	stable	CARD_DECLINED	
- level-lowered	stable	level CARD_DECLINED	out_of_contract	incidental	experimental	provisional
= CHARGE_IN_FLIGHT
. codes/CHARGE_IN_FLIGHT/status	stable	CHARGE_IN_FLIGHT	ChargeError
* error-status-changed	409	status@CHARGE_IN_FLIGHT	409
. codes/CHARGE_IN_FLIGHT/retry	stable	CHARGE_IN_FLIGHT	ChargeError
- error-retry-changed	with_key	retry@CHARGE_IN_FLIGHT	never	after_change	restart
. codes/CHARGE_IN_FLIGHT/role	stable	CHARGE_IN_FLIGHT	ChargeError
- error-role-changed	in_flight	role@CHARGE_IN_FLIGHT	domain	timeout	throttled	unavailable	key_missing	key_reused	approval_required	provider_blocked
. codes/CHARGE_IN_FLIGHT/level	stable	CHARGE_IN_FLIGHT	
- level-lowered	stable	level CHARGE_IN_FLIGHT	out_of_contract	incidental	experimental	provisional
= CHARGE_TIMEOUT
. codes/CHARGE_TIMEOUT/status	stable	CHARGE_TIMEOUT	ChargeError
* error-status-changed	504	status@CHARGE_TIMEOUT	504
. codes/CHARGE_TIMEOUT/retry	stable	CHARGE_TIMEOUT	ChargeError
- error-retry-changed	with_key	retry@CHARGE_TIMEOUT	never	after_change	restart
. codes/CHARGE_TIMEOUT/role	stable	CHARGE_TIMEOUT	ChargeError
- error-role-changed	timeout	role@CHARGE_TIMEOUT	domain	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/CHARGE_TIMEOUT/level	stable	CHARGE_TIMEOUT	
- level-lowered	stable	level CHARGE_TIMEOUT	out_of_contract	incidental	experimental	provisional
= KEY_MISSING
. codes/KEY_MISSING/status	stable	KEY_MISSING	ChargeError
* error-status-changed	400	status@KEY_MISSING	400
. codes/KEY_MISSING/retry	stable	KEY_MISSING	ChargeError
- error-retry-changed	after_change	retry@KEY_MISSING	never
. codes/KEY_MISSING/effects	stable	KEY_MISSING	ChargeError
- error-effects-changed	none	effects@KEY_MISSING	unknown	partial	all
. codes/KEY_MISSING/role	stable	KEY_MISSING	ChargeError
- error-role-changed	key_missing	role@KEY_MISSING	domain	timeout	throttled	unavailable	key_reused	in_flight	approval_required	provider_blocked
. codes/KEY_MISSING/level	stable	KEY_MISSING	
- level-lowered	stable	level KEY_MISSING	out_of_contract	incidental	experimental	provisional
= KEY_REUSED
. codes/KEY_REUSED/status	stable	KEY_REUSED	ChargeError
* error-status-changed	422	status@KEY_REUSED	422
. codes/KEY_REUSED/retry	stable	KEY_REUSED	ChargeError
- error-retry-changed	after_change	retry@KEY_REUSED	never
. codes/KEY_REUSED/effects	stable	KEY_REUSED	ChargeError
- error-effects-changed	none	effects@KEY_REUSED	unknown	partial	all
. codes/KEY_REUSED/role	stable	KEY_REUSED	ChargeError
- error-role-changed	key_reused	role@KEY_REUSED	domain	timeout	throttled	unavailable	key_missing	in_flight	approval_required	provider_blocked
. codes/KEY_REUSED/level	stable	KEY_REUSED	
- level-lowered	stable	level KEY_REUSED	out_of_contract	incidental	experimental	provisional
= NETWORK_BUSY
. codes/NETWORK_BUSY/status	stable	NETWORK_BUSY	ChargeError
* error-status-changed	429	status@NETWORK_BUSY	429
. codes/NETWORK_BUSY/retry	stable	NETWORK_BUSY	ChargeError
- error-retry-changed	with_key	retry@NETWORK_BUSY	never	after_change	restart
. codes/NETWORK_BUSY/effects	stable	NETWORK_BUSY	ChargeError
- error-effects-changed	none	effects@NETWORK_BUSY	unknown	partial	all
. codes/NETWORK_BUSY/role	stable	NETWORK_BUSY	ChargeError
- error-role-changed	throttled	role@NETWORK_BUSY	domain	timeout	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/NETWORK_BUSY/level	stable	NETWORK_BUSY	
- level-lowered	stable	level NETWORK_BUSY	out_of_contract	incidental	experimental	provisional
= NETWORK_UNAVAILABLE
. codes/NETWORK_UNAVAILABLE/status	stable	NETWORK_UNAVAILABLE	ChargeError
* error-status-changed	503	status@NETWORK_UNAVAILABLE	503
. codes/NETWORK_UNAVAILABLE/retry	stable	NETWORK_UNAVAILABLE	ChargeError
- error-retry-changed	with_key	retry@NETWORK_UNAVAILABLE	never	after_change	restart
. codes/NETWORK_UNAVAILABLE/role	stable	NETWORK_UNAVAILABLE	ChargeError
- error-role-changed	unavailable	role@NETWORK_UNAVAILABLE	domain	timeout	throttled	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/NETWORK_UNAVAILABLE/level	stable	NETWORK_UNAVAILABLE	
- level-lowered	stable	level NETWORK_UNAVAILABLE	out_of_contract	incidental	experimental	provisional
= PROVIDER_BLOCKED
. codes/PROVIDER_BLOCKED/status	stable	PROVIDER_BLOCKED	ChargeError
* error-status-changed	503	status@PROVIDER_BLOCKED	503
. codes/PROVIDER_BLOCKED/retry	stable	PROVIDER_BLOCKED	ChargeError
- error-retry-changed	safe	retry@PROVIDER_BLOCKED	never	after_change	restart	with_key
. codes/PROVIDER_BLOCKED/effects	stable	PROVIDER_BLOCKED	ChargeError
- error-effects-changed	none	effects@PROVIDER_BLOCKED	unknown	partial	all
. codes/PROVIDER_BLOCKED/role	stable	PROVIDER_BLOCKED	ChargeError
- error-role-changed	provider_blocked	role@PROVIDER_BLOCKED	domain	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required
. codes/PROVIDER_BLOCKED/level	stable	PROVIDER_BLOCKED	
- level-lowered	stable	level PROVIDER_BLOCKED	out_of_contract	incidental	experimental	provisional
. codes/{to}	stable	{to}	ChargeError
* error-code-added	-	code	APPROVAL_REQUIRED	CARD_DECLINED	CHARGE_IN_FLIGHT	CHARGE_TIMEOUT	KEY_MISSING	KEY_REUSED	NETWORK_BUSY	NETWORK_UNAVAILABLE	PROVIDER_BLOCKED
. codes/CARD_DECLINED/details	stable	CARD_DECLINED	ChargeError
^ names CARD_DECLINED
+ error-details-changed	reason	has codes/CARD_DECLINED/details
^ names CARD_DECLINED
& error-details-changed/2	reason	=codes/CARD_DECLINED/details	reason
. codes/NETWORK_BUSY/retry_after	stable	NETWORK_BUSY	ChargeError
^ names NETWORK_BUSY
+ retry-after-changed	required	has codes/NETWORK_BUSY/retry_after
^ names NETWORK_BUSY
- retry-after-changed/2	required	=codes/NETWORK_BUSY/retry_after	never	optional
. codes/NETWORK_BUSY/throttle	stable	NETWORK_BUSY	ChargeError
^ names NETWORK_BUSY
+ throttle-changed	throttle	has codes/NETWORK_BUSY/throttle
^ names NETWORK_BUSY
* throttle-changed/2	throttle	=codes/NETWORK_BUSY/throttle	throttle
. open	stable	ChargeError	errors
- error-set-opened	none	=open	closed	open
. codes/APPROVAL_REQUIRED/role	stable	APPROVAL_REQUIRED	ChargeError
^ names APPROVAL_REQUIRED
* error-role-changed	domain	=codes/APPROVAL_REQUIRED/role	domain
. codes/CARD_DECLINED/role	stable	CARD_DECLINED	ChargeError
^ names CARD_DECLINED
* error-role-changed	domain	=codes/CARD_DECLINED/role	domain
. codes/CHARGE_IN_FLIGHT/role	stable	CHARGE_IN_FLIGHT	ChargeError
^ names CHARGE_IN_FLIGHT
* error-role-changed	domain	=codes/CHARGE_IN_FLIGHT/role	domain
. codes/CHARGE_TIMEOUT/role	stable	CHARGE_TIMEOUT	ChargeError
^ names CHARGE_TIMEOUT
* error-role-changed	domain	=codes/CHARGE_TIMEOUT/role	domain
. codes/KEY_MISSING/role	stable	KEY_MISSING	ChargeError
^ names KEY_MISSING
* error-role-changed	domain	=codes/KEY_MISSING/role	domain
. codes/KEY_REUSED/role	stable	KEY_REUSED	ChargeError
^ names KEY_REUSED
* error-role-changed	domain	=codes/KEY_REUSED/role	domain
. codes/NETWORK_BUSY/role	stable	NETWORK_BUSY	ChargeError
^ names NETWORK_BUSY
* error-role-changed	domain	=codes/NETWORK_BUSY/role	domain
. codes/NETWORK_UNAVAILABLE/role	stable	NETWORK_UNAVAILABLE	ChargeError
^ names NETWORK_UNAVAILABLE
* error-role-changed	domain	=codes/NETWORK_UNAVAILABLE/role	domain
. codes/PROVIDER_BLOCKED/role	stable	PROVIDER_BLOCKED	ChargeError
^ names PROVIDER_BLOCKED
* error-role-changed	domain	=codes/PROVIDER_BLOCKED/role	domain
. codes/APPROVAL_REQUIRED/throttle	stable	APPROVAL_REQUIRED	ChargeError
^ names APPROVAL_REQUIRED
* throttle-changed/3	-	=codes/APPROVAL_REQUIRED/throttle
. codes/CARD_DECLINED/throttle	stable	CARD_DECLINED	ChargeError
^ names CARD_DECLINED
* throttle-changed/3	-	=codes/CARD_DECLINED/throttle
. codes/CHARGE_IN_FLIGHT/throttle	stable	CHARGE_IN_FLIGHT	ChargeError
^ names CHARGE_IN_FLIGHT
* throttle-changed/3	-	=codes/CHARGE_IN_FLIGHT/throttle
. codes/CHARGE_TIMEOUT/throttle	stable	CHARGE_TIMEOUT	ChargeError
^ names CHARGE_TIMEOUT
* throttle-changed/3	-	=codes/CHARGE_TIMEOUT/throttle
. codes/KEY_MISSING/throttle	stable	KEY_MISSING	ChargeError
^ names KEY_MISSING
* throttle-changed/3	-	=codes/KEY_MISSING/throttle
. codes/KEY_REUSED/throttle	stable	KEY_REUSED	ChargeError
^ names KEY_REUSED
* throttle-changed/3	-	=codes/KEY_REUSED/throttle
. codes/NETWORK_UNAVAILABLE/throttle	stable	NETWORK_UNAVAILABLE	ChargeError
^ names NETWORK_UNAVAILABLE
* throttle-changed/3	-	=codes/NETWORK_UNAVAILABLE/throttle
. codes/PROVIDER_BLOCKED/throttle	stable	PROVIDER_BLOCKED	ChargeError
^ names PROVIDER_BLOCKED
* throttle-changed/3	-	=codes/PROVIDER_BLOCKED/throttle
@ payments::errors::LookupError as ContractError cd639d6d00ce3d23
# errors/LookupError	stable	LookupError	payments 1.4.0	operations/charges.get
? errors
. level	stable	LookupError	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. domain	stable	LookupError	
* error-domain-changed	https://payments.acme.example/errors	domain	https://payments.acme.example/errors
= CHARGE_NOT_FOUND
. codes/CHARGE_NOT_FOUND/status	stable	CHARGE_NOT_FOUND	LookupError
* error-status-changed	404	status@CHARGE_NOT_FOUND	404
. codes/CHARGE_NOT_FOUND/effects	stable	CHARGE_NOT_FOUND	LookupError
- error-effects-changed	none	effects@CHARGE_NOT_FOUND	unknown	partial	all
. codes/CHARGE_NOT_FOUND/role	stable	CHARGE_NOT_FOUND	LookupError
- error-role-changed	domain	role@CHARGE_NOT_FOUND	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/CHARGE_NOT_FOUND/level	stable	CHARGE_NOT_FOUND	
- level-lowered	stable	level CHARGE_NOT_FOUND	out_of_contract	incidental	experimental	provisional
. open	stable	LookupError	errors
- error-set-opened	none	=open	closed	open
. codes/CHARGE_NOT_FOUND/role	stable	CHARGE_NOT_FOUND	LookupError
^ names CHARGE_NOT_FOUND
* error-role-changed	domain	=codes/CHARGE_NOT_FOUND/role	domain
. codes/CHARGE_NOT_FOUND/throttle	stable	CHARGE_NOT_FOUND	LookupError
^ names CHARGE_NOT_FOUND
* throttle-changed/3	-	=codes/CHARGE_NOT_FOUND/throttle
% end 29586c3d62e53f9a
"# }
