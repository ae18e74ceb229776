//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! alias-removed/request
| `{it}` of `{within}` is no longer read as `{from}`
| Consumers that still send `{from}` are not understood.
| Keep `#[serde(alias = "{from}")]` until nobody sends it.
! cancel-changed
| what `{it}` promises a caller that goes away was `{from}` and is now `unspecified`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! cancel-changed/2
| what `{it}` promises a caller that goes away was `{from}` and is now `{to}`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! default-removed/request
| `{it}` of `{within}` lost its default and may no longer be missing
| Old consumers may leave it out, and the new producer refuses them.
| Keep `#[serde(default)]` on `{it}`.
! enum-value-added/response
| `{it}` was added to the values of `{within}`
| Old consumers refuse a document with the new value.
| Give consumers a version that reads unknown values (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
! enum-value-removed/request
| `{it}` was removed from the values of `{within}`
| Old consumers may send it, and the new producer refuses it.
| Keep reading `{it}`, for example as an alias of the value that replaces it.
! enum-value-renamed
| the value `{from}` of `{within}` is now called `{to}`
| Whoever knows `{from}` does not know `{to}`.
| Keep the name on the wire with `#[serde(rename = "{from}")]`; where it is only read, `#[serde(alias = "{from}")]` is enough.
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
! etag-changed
| `{it}` no longer gives an entity tag; it gave a {from} one
| Conditional requests stop working.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! etag-changed/2
| the entity tag of `{it}` was {from} and is now {to}
| Conditional requests stop working.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
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
! field-became-required/request
| `{it}` of `{within}` may no longer be missing
| Old consumers may leave it out, and the new producer refuses them.
| Keep a default for `{it}`: `#[serde(default)]` or `Option<..>`.
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
! idempotency-key-changed
| `{it}` now has an idempotency key, `{to}`
| Requests without a key start to fail.
| Leave it to the consumers whether they do, until a new major version asks for it.
! isolation-changed
| subscribers of `{it}` had to read with the isolation `{from}` and now have to read with `{to}`
| A reader that does not know of it sees what was aborted.
| Ask for no more than `{from}` until a new major version.
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! max-age-changed
| answers of `{it}` can now be cached for {to}
| Caches serve older data.
| Leave it unsaid, or say it first in a new major version.
! max-age-changed/2
| answers of `{it}` could be cached for {from} and can now be cached for {to}
| Caches serve older data.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! page-consistency-changed
| the pages of `{it}` were consistent as `{from}`, and now nothing is promised
| Items repeat or vanish between pages.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! page-consistency-changed/2
| the pages of `{it}` were consistent as `{from}` and are now consistent as `{to}`
| Items repeat or vanish between pages.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! page-order-changed
| `{it}` sorted its items by `{from}` and no longer says how
| Consumers merge by it.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! page-order-changed/2
| `{it}` sorted its items by `{from}` and now sorts them by `{to}`
| Consumers merge by it.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! page-size-answer-changed
| `{it}` met too large a page size with `{from}` and now meets it with `{to}`
| Too large a page fails instead of shrinking.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! page-size-changed
| a page of `{it}` had {from} items at most and now has {to} at most
| Larger pages are cut or refused.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! pagination-changed
| `{it}` gave its whole list and now gives it by pages, `{to}`
| Old callers take the first page for the whole.
| Leave it to the consumers whether they do, until a new major version asks for it.
! pagination-changed/2
| `{it}` gave its list by pages, `{from}`, and now gives it by pages, `{to}`
| Old callers take the first page for the whole.
| Ask for no more than `{from}` until a new major version.
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
! removal-advanced
| `{it}` of `{within}` was to go in {from} and now goes in {to}
| Consumers that planned with {from} are too late.
| Keep the version, or name a later one.
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! stream-framing-changed
| `{it}` answered at once and now streams its answer as `{to}`
| Another parser is needed.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! success-status-changed
| a success of `{it}` had the status {from} and now has {to}
| Old consumers wait for {from}.
| Keep the status.
! sunset-brought-forward
| the sunset of `{it}` of `{within}` was {from} and is now {to}
| Consumers that planned with {from} are too late.
| Keep the date, or name a later one.
! tag-representation-changed
| `{it}` was {from} and is now {to}
| Whoever knows the old form refuses the new one.
| Take the change of `tag`, `content` or `untagged` back, or offer the new form under a new operation.
! throttle-changed
| `{it}` counts as throttling now
| The error moves between the budgets of retries.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! timeout-lowered
| `{it}` now cuts its work off after {to}; it had no limit
| Work that used to fit is cut off.
| Leave it unsaid, or say it first in a new major version.
! type-changed
| `{it}` was `{from}` and is now `{to}`
| What one side writes the other refuses.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-changed/2
| `{it}` of `{within}` was `{from}` and is now `{to}`
| What one side writes the other refuses.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-changed/request
| `{it}` of `{within}` was `{from}` and is now `{to}`
| Old consumers send values that the new producer refuses.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-changed/response
| `{it}` of `{within}` was `{from}` and is now `{to}`
| The new producer writes values that old consumers refuse.
| Keep `{it}` as it was and add a field with the new type beside it.
! type-narrowed/request
| `{it}` was `{from}` and is now only `{to}`
| Old consumers may send values that the new producer refuses.
| Keep reading the wider type, and answer what cannot be served with an error of the domain.
! type-narrowed/request/2
| `{it}` of `{within}` was `{from}` and is now only `{to}`
| Old consumers may send values that the new producer refuses.
| Keep reading the wider type, and answer what cannot be served with an error of the domain.
! type-widened/response
| `{it}` of `{within}` was `{from}` and is now `{to}`, which has more values
| The new producer may write values that old consumers refuse.
| Keep writing values of the old type, or add a field with the new type beside it.
! type-widened/response/2
| `{it}` was `{from}` and is now `{to}`, which has more values
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
! unknown-fields-refused/request
| `{it}` refuses members that it does not know
| Consumers that send more than the contract names are refused by the new producer.
| Ignore unknown members where consumers write; keep `deny_unknown_fields` for types that only you write.
! variant-added/response
| the variant `{it}` was added to `{within}`
| Old consumers refuse a document with the new variant.
| Give consumers a version that reads unknown variants (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
! variant-content-changed
| the content of the variant `{it}` of `{within}` was {from} and is now {to}
| Whoever knows the old form refuses the new one.
| Add a variant with the new content and keep this one.
! variant-removed/request
| the variant `{it}` was removed from `{within}`
| Old consumers may send it, and the new producer refuses it.
| Keep reading `{it}`, and answer it with an error of the domain if it cannot be served.
! variant-renamed
| the variant `{from}` of `{within}` is now called `{to}`
| Whoever knows `{from}` does not know `{to}`.
| Keep the name on the wire with `#[serde(rename = "{from}")]`; where it is only read, `#[serde(alias = "{from}")]` is enough.
% contract orders 1.4.0 b287edc7c9e08161
@ orders::errors::OrderError as ContractError eef202f8184f8b27
# errors/OrderError	stable	OrderError	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get, operations/orders.ship and 1 more
? errors
. level	stable	OrderError	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. domain	stable	OrderError	
* error-domain-changed	https://orders.acme.example/errors	domain	https://orders.acme.example/errors
= ORDER_EMPTY
. codes/ORDER_EMPTY/status	stable	ORDER_EMPTY	OrderError
* error-status-changed	422	status@ORDER_EMPTY	422
. codes/ORDER_EMPTY/retry	stable	ORDER_EMPTY	OrderError
- error-retry-changed	after_change	retry@ORDER_EMPTY	never
. codes/ORDER_EMPTY/effects	stable	ORDER_EMPTY	OrderError
- error-effects-changed	none	effects@ORDER_EMPTY	unknown	partial	all
. codes/ORDER_EMPTY/role	stable	ORDER_EMPTY	OrderError
- error-role-changed	domain	role@ORDER_EMPTY	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/ORDER_EMPTY/level	stable	ORDER_EMPTY	
- level-lowered	stable	level ORDER_EMPTY	out_of_contract	incidental	experimental	provisional
= ORDER_NOT_FOUND
. codes/ORDER_NOT_FOUND/status	stable	ORDER_NOT_FOUND	OrderError
* error-status-changed	404	status@ORDER_NOT_FOUND	404
. codes/ORDER_NOT_FOUND/effects	stable	ORDER_NOT_FOUND	OrderError
- error-effects-changed	none	effects@ORDER_NOT_FOUND	unknown	partial	all
. codes/ORDER_NOT_FOUND/role	stable	ORDER_NOT_FOUND	OrderError
- error-role-changed	domain	role@ORDER_NOT_FOUND	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/ORDER_NOT_FOUND/level	stable	ORDER_NOT_FOUND	
- level-lowered	stable	level ORDER_NOT_FOUND	out_of_contract	incidental	experimental	provisional
= ORDER_SHIPPED
. codes/ORDER_SHIPPED/status	stable	ORDER_SHIPPED	OrderError
* error-status-changed	409	status@ORDER_SHIPPED	409
. codes/ORDER_SHIPPED/effects	stable	ORDER_SHIPPED	OrderError
- error-effects-changed	none	effects@ORDER_SHIPPED	unknown	partial	all
. codes/ORDER_SHIPPED/role	stable	ORDER_SHIPPED	OrderError
- error-role-changed	domain	role@ORDER_SHIPPED	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/ORDER_SHIPPED/level	stable	ORDER_SHIPPED	
- level-lowered	stable	level ORDER_SHIPPED	out_of_contract	incidental	experimental	provisional
= SKU_UNKNOWN
. codes/SKU_UNKNOWN/status	stable	SKU_UNKNOWN	OrderError
* error-status-changed	422	status@SKU_UNKNOWN	422
. codes/SKU_UNKNOWN/retry	stable	SKU_UNKNOWN	OrderError
- error-retry-changed	after_change	retry@SKU_UNKNOWN	never
. codes/SKU_UNKNOWN/effects	stable	SKU_UNKNOWN	OrderError
- error-effects-changed	none	effects@SKU_UNKNOWN	unknown	partial	all
. codes/SKU_UNKNOWN/role	stable	SKU_UNKNOWN	OrderError
- error-role-changed	domain	role@SKU_UNKNOWN	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/SKU_UNKNOWN/level	stable	SKU_UNKNOWN	
- level-lowered	stable	level SKU_UNKNOWN	out_of_contract	incidental	experimental	provisional
. open	stable	OrderError	errors
- error-set-opened	none	=open	closed	open
. codes/ORDER_EMPTY/role	stable	ORDER_EMPTY	OrderError
^ names ORDER_EMPTY
* error-role-changed	domain	=codes/ORDER_EMPTY/role	domain
. codes/ORDER_NOT_FOUND/role	stable	ORDER_NOT_FOUND	OrderError
^ names ORDER_NOT_FOUND
* error-role-changed	domain	=codes/ORDER_NOT_FOUND/role	domain
. codes/ORDER_SHIPPED/role	stable	ORDER_SHIPPED	OrderError
^ names ORDER_SHIPPED
* error-role-changed	domain	=codes/ORDER_SHIPPED/role	domain
. codes/SKU_UNKNOWN/role	stable	SKU_UNKNOWN	OrderError
^ names SKU_UNKNOWN
* error-role-changed	domain	=codes/SKU_UNKNOWN/role	domain
. codes/ORDER_EMPTY/throttle	stable	ORDER_EMPTY	OrderError
^ names ORDER_EMPTY
* throttle-changed	-	=codes/ORDER_EMPTY/throttle
. codes/ORDER_NOT_FOUND/throttle	stable	ORDER_NOT_FOUND	OrderError
^ names ORDER_NOT_FOUND
* throttle-changed	-	=codes/ORDER_NOT_FOUND/throttle
. codes/ORDER_SHIPPED/throttle	stable	ORDER_SHIPPED	OrderError
^ names ORDER_SHIPPED
* throttle-changed	-	=codes/ORDER_SHIPPED/throttle
. codes/SKU_UNKNOWN/throttle	stable	SKU_UNKNOWN	OrderError
^ names SKU_UNKNOWN
* throttle-changed	-	=codes/SKU_UNKNOWN/throttle
@ orders::events::OrderPlaced e1fc9b38cbec5890
# types/OrderPlaced	stable	OrderPlaced	orders 1.4.0	events/orders.placed
? struct
. level	stable	OrderPlaced	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= order
. fields/order	stable	order	OrderPlaced
~ field-renamed	order	order
= total
. fields/total	stable	total	OrderPlaced
~ field-renamed	total	total
= placedAt
. fields/placedAt	stable	placedAt	OrderPlaced
~ field-renamed	placedAt	placedAt
. fields/order/level	stable	order	
- level-lowered	stable	level order	out_of_contract	incidental	experimental	provisional
. fields/total	stable	total	OrderPlaced
+ field-removed/response	-	writes total	more *
- field-became-optional/response	-	skips-none	total
- skip-serializing-if-added/response	always	skips	total
. fields/total/level	stable	total	
- level-lowered	stable	level total	out_of_contract	incidental	experimental	provisional
. fields/placedAt	stable	placedAt	OrderPlaced
+ field-removed/response	-	writes placedAt	more *
- field-became-optional/response	-	skips-none	placedAt
- skip-serializing-if-added/response	always	skips	placedAt
- type-changed/response	timestamp	type placedAt	bool	char	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	timestamp	type placedAt	string	borrowed_string
. fields/placedAt/level	stable	placedAt	
- level-lowered	stable	level placedAt	out_of_contract	incidental	experimental	provisional
@ orders::events::OrderPlaced as Event 0000000000000000
# events/orders.placed	stable	orders.placed	orders 1.4.0	-
? event orders.placed
. level	stable	orders.placed	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. channel	stable	orders.placed	events
+ event-channel-changed	orders	has channel
* event-channel-changed/2	orders	=channel	orders
. direction	stable	orders.placed	events
+ event-direction-changed	send	has direction
* event-direction-changed/2	send	=direction	send
. delivery/isolation	stable	orders.placed	events
- isolation-changed	none	=delivery/isolation	read_committed
. expiry	stable	orders.placed	events
* expiry-changed	-	=expiry
@ orders::handlers::cancel() 5379bb412131c4c1
# operations/orders.cancel	stable	orders.cancel	orders 1.4.0	-
? operation orders.cancel
. level	stable	orders.cancel	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	orders.cancel	
+ http-address-removed	-	http
. http/method	stable	orders.cancel	
* http-method-changed	POST	method	POST
. http/path	stable	orders.cancel	
* http-path-changed	/v1/orders/{id}/cancel	path	/v1/orders/{id}/cancel
. http/success	stable	orders.cancel	
* success-status-changed	200	success	200
. cancel	stable	orders.cancel	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. idempotency/key	stable	orders.cancel	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	orders.cancel	operations
* timeout-lowered	-	=timeout
. partial	stable	orders.cancel	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	orders.cancel	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	orders.cancel	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	orders.cancel	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	orders.cancel	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::catalogue() edd76f58fe5988ac
# operations/catalogue.get	stable	catalogue.get	orders 1.4.0	-
? operation catalogue.get
. level	stable	catalogue.get	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	catalogue.get	
+ http-address-removed	-	http
. http/method	stable	catalogue.get	
* http-method-changed	GET	method	GET
. http/path	stable	catalogue.get	
* http-path-changed	/v1/catalogue	path	/v1/catalogue
. http/success	stable	catalogue.get	
* success-status-changed	200	success	200
. cache/etag	stable	catalogue.get	operations
+ etag-changed	strong	has cache/etag
- etag-changed/2	strong	=cache/etag	weak
. cache/max_age	stable	catalogue.get	operations
> max-age-changed/2	60s	=cache/max_age	t	60s
. readonly	stable	catalogue.get	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	stable	catalogue.get	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	catalogue.get	operations
* timeout-lowered	-	=timeout
. partial	stable	catalogue.get	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	catalogue.get	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	catalogue.get	operations
* quota-changed	-	=rate_limit/quota
. stream/framing	stable	catalogue.get	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::create() 6231051ff21b56e5
# operations/orders.create	stable	orders.create	orders 1.4.0	-
? operation orders.create
. level	stable	orders.create	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	orders.create	
+ http-address-removed	-	http
. http/method	stable	orders.create	
* http-method-changed	POST	method	POST
. http/path	stable	orders.create	
* http-path-changed	/v1/orders	path	/v1/orders
. http/success	stable	orders.create	
* success-status-changed	201	success	201
. cancel	stable	orders.create	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. idempotency/key	stable	orders.create	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	orders.create	operations
* timeout-lowered	-	=timeout
. partial	stable	orders.create	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	orders.create	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	orders.create	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	orders.create	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	orders.create	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::find() ea79bb0aea762dcd
# operations/orders.get	stable	orders.get	orders 1.4.0	-
? operation orders.get
. level	stable	orders.get	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	orders.get	
+ http-address-removed	-	http
. http/method	stable	orders.get	
* http-method-changed	GET	method	GET
. http/path	stable	orders.get	
* http-path-changed	/v1/orders/{id}	path	/v1/orders/{id}
. http/success	stable	orders.get	
* success-status-changed	200	success	200
. readonly	stable	orders.get	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	stable	orders.get	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	orders.get	operations
* timeout-lowered	-	=timeout
. partial	stable	orders.get	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	orders.get	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	orders.get	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	orders.get	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	orders.get	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::list() 906070ec2b5c4daf
# operations/orders.list	stable	orders.list	orders 1.4.0	-
? operation orders.list
. level	stable	orders.list	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	orders.list	
+ http-address-removed	-	http
. http/method	stable	orders.list	
* http-method-changed	GET	method	GET
. http/path	stable	orders.list	
* http-path-changed	/v1/orders	path	/v1/orders
. http/success	stable	orders.list	
* success-status-changed	200	success	200
. pagination/consistency	stable	orders.list	operations
^ has pagination
+ page-consistency-changed	no_dup_no_skip	has pagination/consistency
^ has pagination
- page-consistency-changed/2	no_dup_no_skip	=pagination/consistency	best_effort
. pagination/max_page	stable	orders.list	operations
^ has pagination
< page-size-changed	50	=pagination/max_page	n	50
. pagination/order	stable	orders.list	operations
^ has pagination
+ page-order-changed	placed_at	has pagination/order
^ has pagination
* page-order-changed/2	placed_at	=pagination/order	placed_at
. pagination/over_max	stable	orders.list	operations
^ has pagination
- page-size-answer-changed	coerce	=pagination/over_max	reject
. pagination/style	stable	orders.list	operations
* pagination-changed/2	cursor	=pagination/style	cursor
. readonly	stable	orders.list	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	stable	orders.list	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	orders.list	operations
* timeout-lowered	-	=timeout
. partial	stable	orders.list	operations
- partial-changed	none	=partial	per_item	unreachable_list
. rate_limit/quota	incidental	orders.list	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	orders.list	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	orders.list	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::quote() 0af014db314df53d
# operations/quotes.create	stable	quotes.create	orders 1.4.0	-
? operation quotes.create
. level	stable	quotes.create	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. http	stable	quotes.create	
+ http-address-removed	-	http
. http/method	stable	quotes.create	
* http-method-changed	POST	method	POST
. http/path	stable	quotes.create	
* http-path-changed	/v1/quotes	path	/v1/quotes
. http/success	stable	quotes.create	
* success-status-changed	200	success	200
. readonly	stable	quotes.create	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	stable	quotes.create	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	stable	quotes.create	operations
* timeout-lowered	-	=timeout
. partial	stable	quotes.create	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	stable	quotes.create	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	quotes.create	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	stable	quotes.create	operations
* max-age-changed	-	=cache/max_age
. stream/framing	stable	quotes.create	operations
* stream-framing-changed	-	=stream/framing
@ orders::handlers::ship() 7c85cf60b94778f1
# operations/orders.ship	provisional	orders.ship	orders 1.4.0	-
? operation orders.ship
. level	provisional	orders.ship	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	orders.ship	
+ http-address-removed	-	http
. http/method	provisional	orders.ship	
* http-method-changed	POST	method	POST
. http/path	provisional	orders.ship	
* http-path-changed	/v1/orders/{id}/shipment	path	/v1/orders/{id}/shipment
. http/success	provisional	orders.ship	
* success-status-changed	200	success	200
. cancel	provisional	orders.ship	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. idempotency/key	provisional	orders.ship	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	provisional	orders.ship	operations
* timeout-lowered	-	=timeout
. partial	provisional	orders.ship	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	orders.ship	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	orders.ship	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	orders.ship	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	orders.ship	operations
* stream-framing-changed	-	=stream/framing
@ orders::money::Category 014763ac6ec951a1
# types/Category	stable	Category	orders 1.4.0	operations/catalogue.get
? struct
. level	stable	Category	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= title
. fields/title	stable	title	Category
~ field-renamed	title	title	string
= children
. fields/children	stable	children	Category
~ field-renamed	children	children
. fields/title	stable	title	Category
+ field-removed/response	-	writes title	more *
- field-became-optional/response	-	skips-none	title
- skip-serializing-if-added/response	always	skips	title
- field-became-nullable/response	string	null	title
- type-changed/response	string	type title	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/title/level	stable	title	
- level-lowered	stable	level title	out_of_contract	incidental	experimental	provisional
. fields/children/level	stable	children	
- level-lowered	stable	level children	out_of_contract	incidental	experimental	provisional
@ orders::money::Currency 6eba5f2b5a2fe904
# types/Currency	stable	Currency	orders 1.4.0	events/orders.placed, operations/orders.cancel, operations/orders.create, operations/orders.get and 3 more
? enum
. level	stable	Currency	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	Currency	Currency
* tag-representation-changed	externally tagged	tagging	external
= CHF
. variants/CHF	stable	CHF	Currency
~ enum-value-renamed	CHF	CHF
= EUR
. variants/EUR	stable	EUR	Currency
~ enum-value-renamed	EUR	EUR
= USD
. variants/USD	stable	USD	Currency
~ enum-value-renamed	USD	USD
. variants/CHF/level	stable	CHF	
- level-lowered	stable	level CHF	out_of_contract	incidental	experimental	provisional
. variants/EUR/level	stable	EUR	
- level-lowered	stable	level EUR	out_of_contract	incidental	experimental	provisional
. variants/USD/level	stable	USD	
- level-lowered	stable	level USD	out_of_contract	incidental	experimental	provisional
. variants/{to}	stable	{to}	Currency
* enum-value-added/response	-	writes-value	CHF	EUR	USD
* variant-added/response	-	writes-variant	CHF	EUR	USD
@ orders::money::Money 31ab09a53ebda411
# types/Money	stable	Money	orders 1.4.0	events/orders.placed, operations/orders.cancel, operations/orders.create, operations/orders.get and 3 more
? struct
. level	stable	Money	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= amount
. fields/amount	stable	amount	Money
~ field-renamed	amount	amount
= currency
. fields/currency	stable	currency	Money
~ field-renamed	currency	currency
. fields/amount	stable	amount	Money
+ field-removed/response	-	writes amount	more *
- field-became-optional/response	-	skips-none	amount
- skip-serializing-if-added/response	always	skips	amount
- type-changed/response	decimal	type amount	bool	char	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	decimal	type amount	string	borrowed_string
. fields/amount/level	stable	amount	
- level-lowered	stable	level amount	out_of_contract	incidental	experimental	provisional
. fields/currency	stable	currency	Money
+ field-removed/response	-	writes currency	more *
- field-became-optional/response	-	skips-none	currency
- skip-serializing-if-added/response	always	skips	currency
. fields/currency/level	stable	currency	
- level-lowered	stable	level currency	out_of_contract	incidental	experimental	provisional
. fields/amount/unit	stable	amount	Money
^ writes amount
+ unit-changed	currency	has fields/amount/unit
^ writes amount
* unit-changed/2	currency	=fields/amount/unit	currency
@ orders::money::Sku aef008aa0e43b08e
# types/Sku	stable	Sku	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? alias
. level	stable	Sku	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	Sku	Sku
- type-changed	string	type .	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type .	char	borrowed_string
@ orders::order::Address d9b8df347a29edda
# types/Address	stable	Address	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? struct
. level	stable	Address	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= street
. fields/street	stable	street	Address
~ field-renamed	street	street	string
= town	city
. fields/town	stable	town	Address
~ field-renamed	town	town	string
= zip
. fields/zip	stable	zip	Address
~ field-renamed	zip	zip	string
= country
. fields/country	stable	country	Address
~ field-renamed	country	country	string
. fields/street	stable	street	Address
+ field-removed/response	-	writes street	more *
- field-became-optional/response	-	skips-none	street
- skip-serializing-if-added/response	always	skips	street
- field-became-nullable/response	string	null	street
- type-changed/2	string	type street	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type street	char	borrowed_string
. fields/street/level	stable	street	
- level-lowered	stable	level street	out_of_contract	incidental	experimental	provisional
. fields/town	stable	town	Address
+ field-removed/response	-	writes town	writes city	more *
- field-became-optional/response	-	skips-none	town	city
- skip-serializing-if-added/response	always	skips	town	city
- field-became-nullable/response	string	null	town	city
^ demands town
+ alias-removed/request	city	reads city	spares town	more *
- type-changed/2	string	type town	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type town	char	borrowed_string
. fields/town/level	stable	town	
- level-lowered	stable	level town	out_of_contract	incidental	experimental	provisional
. fields/zip	stable	zip	Address
+ field-removed/response	-	writes zip	more *
- field-became-optional/response	-	skips-none	zip
- skip-serializing-if-added/response	always	skips	zip
- field-became-nullable/response	string	null	zip
- type-changed/2	string	type zip	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type zip	char	borrowed_string
. fields/zip/level	stable	zip	
- level-lowered	stable	level zip	out_of_contract	incidental	experimental	provisional
. fields/country	stable	country	Address
+ field-removed/response	-	writes country	more *
- field-became-optional/response	-	skips-none	country
- skip-serializing-if-added/response	always	skips	country
- field-became-nullable/response	string	null	country
- type-changed/2	string	type country	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type country	char	borrowed_string
. fields/country/level	stable	country	
- level-lowered	stable	level country	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	Address
* field-added-required/request	-	demands	city	country	street	town	zip
. 	stable	Address	Address
- unknown-fields-refused/request	-	refuses	*
@ orders::order::Audit 5a5d34ab01d9363c
# types/Audit	stable	Audit	orders 1.4.0	-
? struct
. level	stable	Audit	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= placedAt
. fields/placedAt	stable	placedAt	Audit
~ field-renamed	placedAt	placedAt
= changedAt
. fields/changedAt	stable	changedAt	Audit
~ field-renamed	changedAt	changedAt
. fields/placedAt/level	stable	placedAt	
- level-lowered	stable	level placedAt	out_of_contract	incidental	experimental	provisional
. fields/changedAt/level	stable	changedAt	
- level-lowered	stable	level changedAt	out_of_contract	incidental	experimental	provisional
@ orders::order::CancelReason c762c985ca83de60
# types/CancelReason	stable	CancelReason	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? enum
. level	stable	CancelReason	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	CancelReason	CancelReason
* tag-representation-changed	externally tagged	tagging	external
= customer_request
. variants/customer_request	stable	customer_request	CancelReason
~ enum-value-renamed	customer_request	customer_request
= out_of_stock
. variants/out_of_stock	stable	out_of_stock	CancelReason
~ enum-value-renamed	out_of_stock	out_of_stock
. variants/customer_request	stable	customer_request	CancelReason
+ enum-value-removed/request	-	reads-variant customer_request	catch-all
- variant-content-changed	nothing	content@customer_request	newtype	tuple	struct
. variants/customer_request/level	stable	customer_request	
- level-lowered	stable	level customer_request	out_of_contract	incidental	experimental	provisional
. variants/out_of_stock	stable	out_of_stock	CancelReason
+ enum-value-removed/request	-	reads-variant out_of_stock	catch-all
- variant-content-changed	nothing	content@out_of_stock	newtype	tuple	struct
. variants/out_of_stock/level	stable	out_of_stock	
- level-lowered	stable	level out_of_stock	out_of_contract	incidental	experimental	provisional
@ orders::order::Customer 71e6801e7e97221a
# types/Customer	stable	Customer	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? struct
. level	stable	Customer	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= name
. fields/name	stable	name	Customer
~ field-renamed	name	name	string
= email
. fields/email	stable	email	Customer
~ field-renamed	email	email	string
. fields/name	stable	name	Customer
+ field-removed/response	-	writes name	more *
- field-became-optional/response	-	skips-none	name
- skip-serializing-if-added/response	always	skips	name
- field-became-nullable/response	string	null	name
- type-changed/2	string	type name	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type name	char	borrowed_string
. fields/name/level	stable	name	
- level-lowered	stable	level name	out_of_contract	incidental	experimental	provisional
. fields/email	stable	email	Customer
- field-became-required/request	-	demands	email
- type-changed/2	string	type email	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type email	char	borrowed_string
. fields/email/level	stable	email	
- level-lowered	stable	level email	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	Customer
* field-added-required/request	-	demands	email	name
. 	stable	Customer	Customer
- unknown-fields-refused/request	-	refuses	*
@ orders::order::Delivery d8a8d1e93d500301
# types/Delivery	stable	Delivery	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? enum
. level	stable	Delivery	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	Delivery	Delivery
* tag-representation-changed	externally tagged	tagging	external
= pickup
. variants/pickup	stable	pickup	Delivery
~ enum-value-renamed	pickup	pickup
= locker
. variants/locker	stable	locker	Delivery
~ variant-renamed	locker	locker
= courier
. variants/courier	stable	courier	Delivery
~ variant-renamed	courier	courier
. variants/pickup	stable	pickup	Delivery
+ enum-value-removed/request	-	reads-variant pickup	catch-all
- variant-content-changed	nothing	content@pickup	newtype	tuple	struct
. variants/pickup/level	stable	pickup	
- level-lowered	stable	level pickup	out_of_contract	incidental	experimental	provisional
. variants/locker	stable	locker	Delivery
+ variant-removed/request	-	reads-variant locker	catch-all
- type-changed/2	u32	type@locker .	bool	char	string	borrowed_string	i8	i16	i32	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	u32	type@locker .	u8	u16
- type-widened/response	u32	type@locker .	i64	i128	u64	u128	f32	f64
. variants/locker/level	stable	locker	
- level-lowered	stable	level locker	out_of_contract	incidental	experimental	provisional
. variants/courier	stable	courier	Delivery
+ variant-removed/request	-	reads-variant courier	catch-all
. variants/courier/fields/address	stable	address	Delivery::courier
^ content@courier struct
+ field-removed/response	-	writes@courier address	more@courier *
- field-became-optional/response	-	skips-none@courier	address
- skip-serializing-if-added/response	always	skips@courier	address
. variants/courier/fields/address/level	stable	address	
- level-lowered	stable	level@courier address	out_of_contract	incidental	experimental	provisional
. variants/courier/fields/leave_at_door	stable	leave_at_door	Delivery::courier
- default-removed/request	-	demands@courier	leave_at_door
- type-changed/2	bool	type@courier leave_at_door	char	string	borrowed_string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. variants/courier/fields/leave_at_door/level	stable	leave_at_door	
- level-lowered	stable	level@courier leave_at_door	out_of_contract	incidental	experimental	provisional
. variants/courier/fields/{to}	stable	{to}	Delivery::courier
* field-added-required/request	-	demands@courier	address	leave_at_door
. variants/courier	stable	Delivery::courier	Delivery::courier
- unknown-fields-refused/request	-	refuses@courier	*
. variants/courier/level	stable	courier	
- level-lowered	stable	level courier	out_of_contract	incidental	experimental	provisional
. variants/{to}	stable	{to}	Delivery
* enum-value-added/response	-	writes-value	courier	locker	pickup
* variant-added/response	-	writes-variant	courier	locker	pickup
@ orders::order::LineItem 6452203d521b97b3
# types/LineItem	stable	LineItem	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? struct
. level	stable	LineItem	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= sku
. fields/sku	stable	sku	LineItem
~ field-renamed	sku	sku
= quantity
. fields/quantity	stable	quantity	LineItem
~ field-renamed	quantity	quantity	u32
= unit_price
. fields/unit_price	stable	unit_price	LineItem
~ field-renamed	unit_price	unit_price
= note
. fields/note	stable	note	LineItem
~ field-renamed	note	note	string
. fields/sku/level	stable	sku	
- level-lowered	stable	level sku	out_of_contract	incidental	experimental	provisional
. fields/quantity	stable	quantity	LineItem
+ field-removed/response	-	writes quantity	more *
- field-became-optional/response	-	skips-none	quantity
- skip-serializing-if-added/response	always	skips	quantity
- field-became-nullable/response	u32	null	quantity
- type-changed/response	u32	type quantity	bool	char	string	borrowed_string	i8	i16	i32	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u32	type quantity	i64	i128	u64	u128	f32	f64
. fields/quantity/level	stable	quantity	
- level-lowered	stable	level quantity	out_of_contract	incidental	experimental	provisional
. fields/unit_price	stable	unit_price	LineItem
+ field-removed/response	-	writes unit_price	more *
- field-became-optional/response	-	skips-none	unit_price
- skip-serializing-if-added/response	always	skips	unit_price
. fields/unit_price/level	stable	unit_price	
- level-lowered	stable	level unit_price	out_of_contract	incidental	experimental	provisional
. fields/note	stable	note	LineItem
- type-changed/response	string	type note	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/note/level	stable	note	
- level-lowered	stable	level note	out_of_contract	incidental	experimental	provisional
. fields/quantity/unit	stable	quantity	LineItem
^ writes quantity
+ unit-changed	pieces	has fields/quantity/unit
^ writes quantity
* unit-changed/2	pieces	=fields/quantity/unit	pieces
@ orders::order::Order 8f640a1ffce305a8
# types/Order	stable	Order	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? struct
. level	stable	Order	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= id
. fields/id	stable	id	Order
~ field-renamed	id	id
= customer
. fields/customer	stable	customer	Order
~ field-renamed	customer	customer
= lines
. fields/lines	stable	lines	Order
~ field-renamed	lines	lines
= total
. fields/total	stable	total	Order
~ field-renamed	total	total
= delivery
. fields/delivery	stable	delivery	Order
~ field-renamed	delivery	delivery
= status
. fields/status	stable	status	Order
~ field-renamed	status	status
= reference
. fields/reference	stable	reference	Order
~ field-renamed	reference	reference
= labels
. fields/labels	experimental	labels	Order
~ field-renamed	labels	labels
. fields/id/level	stable	id	
- level-lowered	stable	level id	out_of_contract	incidental	experimental	provisional
. fields/customer	stable	customer	Order
+ field-removed/response	-	writes customer	more *
- field-became-optional/response	-	skips-none	customer
- skip-serializing-if-added/response	always	skips	customer
. fields/customer/level	stable	customer	
- level-lowered	stable	level customer	out_of_contract	incidental	experimental	provisional
. fields/lines	stable	lines	Order
+ field-removed/response	-	writes lines	more *
- field-became-optional/response	-	skips-none	lines
- skip-serializing-if-added/response	always	skips	lines
. fields/lines/level	stable	lines	
- level-lowered	stable	level lines	out_of_contract	incidental	experimental	provisional
. fields/total	stable	total	Order
+ field-removed/response	-	writes total	more *
- field-became-optional/response	-	skips-none	total
- skip-serializing-if-added/response	always	skips	total
. fields/total/level	stable	total	
- level-lowered	stable	level total	out_of_contract	incidental	experimental	provisional
. fields/delivery	stable	delivery	Order
+ field-removed/response	-	writes delivery	more *
- field-became-optional/response	-	skips-none	delivery
- skip-serializing-if-added/response	always	skips	delivery
. fields/delivery/level	stable	delivery	
- level-lowered	stable	level delivery	out_of_contract	incidental	experimental	provisional
. fields/status	stable	status	Order
+ field-removed/response	-	writes status	more *
- field-became-optional/response	-	skips-none	status
- skip-serializing-if-added/response	always	skips	status
. fields/status/level	stable	status	
- level-lowered	stable	level status	out_of_contract	incidental	experimental	provisional
. fields/reference	stable	reference	Order
+ field-removed/response	-	writes reference	more *
- field-became-optional/response	-	skips-none	reference
- skip-serializing-if-added/response	always	skips	reference
. fields/reference/level	stable	reference	
- level-lowered	stable	level reference	out_of_contract	incidental	experimental	provisional
. fields/labels/level	experimental	labels	
- level-lowered	experimental	level labels	out_of_contract	incidental
@ orders::order::OrderId c376a73813f986df
# types/OrderId	stable	OrderId	orders 1.4.0	events/orders.placed, operations/orders.cancel, operations/orders.create, operations/orders.get and 2 more
? alias
. level	stable	OrderId	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	OrderId	OrderId
- type-changed	uuid	type .	bool	char	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response/2	uuid	type .	string	borrowed_string
@ orders::order::OrderStatus 41a91202b845154c
# types/OrderStatus	stable	OrderStatus	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? enum
. level	stable	OrderStatus	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	OrderStatus	OrderStatus
* tag-representation-changed	internally tagged by `state`	tagging	internal `state`
= pending
. variants/pending	stable	pending	OrderStatus
~ variant-renamed	pending	pending
= paid
. variants/paid	stable	paid	OrderStatus
~ variant-renamed	paid	paid
= shipped
. variants/shipped	stable	shipped	OrderStatus
~ variant-renamed	shipped	shipped
= cancelled
. variants/cancelled	stable	cancelled	OrderStatus
~ variant-renamed	cancelled	cancelled
. variants/pending/level	stable	pending	
- level-lowered	stable	level pending	out_of_contract	incidental	experimental	provisional
. variants/paid/fields/at	stable	at	OrderStatus::paid
^ content@paid struct
+ field-removed/response	-	writes@paid at	more@paid *
- field-became-optional/response	-	skips-none@paid	at
- skip-serializing-if-added/response	always	skips@paid	at
- type-changed/response	timestamp	type@paid at	bool	char	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	timestamp	type@paid at	string	borrowed_string
. variants/paid/fields/at/level	stable	at	
- level-lowered	stable	level@paid at	out_of_contract	incidental	experimental	provisional
. variants/paid/level	stable	paid	
- level-lowered	stable	level paid	out_of_contract	incidental	experimental	provisional
. variants/shipped/level	stable	shipped	
- level-lowered	stable	level shipped	out_of_contract	incidental	experimental	provisional
. variants/cancelled/fields/reason	stable	reason	OrderStatus::cancelled
^ content@cancelled struct
+ field-removed/response	-	writes@cancelled reason	more@cancelled *
- field-became-optional/response	-	skips-none@cancelled	reason
- skip-serializing-if-added/response	always	skips@cancelled	reason
. variants/cancelled/fields/reason/level	stable	reason	
- level-lowered	stable	level@cancelled reason	out_of_contract	incidental	experimental	provisional
. variants/cancelled/level	stable	cancelled	
- level-lowered	stable	level cancelled	out_of_contract	incidental	experimental	provisional
. variants/{to}	stable	{to}	OrderStatus
* enum-value-added/response	-	writes-value	cancelled	paid	pending	shipped
* variant-added/response	-	writes-variant	cancelled	paid	pending	shipped
@ orders::order::OrderSummary 05830280f6423def
# types/OrderSummary	stable	OrderSummary	orders 1.4.0	operations/orders.list
? struct
. level	stable	OrderSummary	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= id
. fields/id	stable	id	OrderSummary
~ field-renamed	id	id
= total
. fields/total	stable	total	OrderSummary
~ field-renamed	total	total
= placedAt
. fields/placedAt	stable	placedAt	OrderSummary
~ field-renamed	placedAt	placedAt
. fields/id/level	stable	id	
- level-lowered	stable	level id	out_of_contract	incidental	experimental	provisional
. fields/total	stable	total	OrderSummary
+ field-removed/response	-	writes total	more *
- field-became-optional/response	-	skips-none	total
- skip-serializing-if-added/response	always	skips	total
. fields/total/level	stable	total	
- level-lowered	stable	level total	out_of_contract	incidental	experimental	provisional
. fields/placedAt	stable	placedAt	OrderSummary
+ field-removed/response	-	writes placedAt	more *
- field-became-optional/response	-	skips-none	placedAt
- skip-serializing-if-added/response	always	skips	placedAt
- type-changed/response	timestamp	type placedAt	bool	char	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	timestamp	type placedAt	string	borrowed_string
. fields/placedAt/level	stable	placedAt	
- level-lowered	stable	level placedAt	out_of_contract	incidental	experimental	provisional
@ orders::order::Page 60d652b41f735249
# types/Page<OrderSummary>	stable	Page	orders 1.4.0	operations/orders.list
? struct
. level	stable	Page	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= items
. fields/items	stable	items	Page
~ field-renamed	items	items
= next
. fields/next	stable	next	Page
~ field-renamed	next	next
. fields/items	stable	items	Page
+ field-removed/response	-	writes items	more *
- field-became-optional/response	-	skips-none	items
- skip-serializing-if-added/response	always	skips	items
. fields/items/level	stable	items	
- level-lowered	stable	level items	out_of_contract	incidental	experimental	provisional
. fields/next/level	stable	next	
- level-lowered	stable	level next	out_of_contract	incidental	experimental	provisional
@ orders::order::Parcel 350f0aecfca89b0c
# types/Parcel	stable	Parcel	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? struct
. level	stable	Parcel	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= tracking
. fields/tracking	stable	tracking	Parcel
~ field-renamed	tracking	tracking	string
= weight
. fields/weight	stable	weight	Parcel
~ field-renamed	weight	weight	u32
. fields/tracking	stable	tracking	Parcel
+ field-removed/response	-	writes tracking	more *
- field-became-optional/response	-	skips-none	tracking
- skip-serializing-if-added/response	always	skips	tracking
- field-became-nullable/response	string	null	tracking
- type-changed/2	string	type tracking	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type tracking	char	borrowed_string
. fields/tracking/level	stable	tracking	
- level-lowered	stable	level tracking	out_of_contract	incidental	experimental	provisional
. fields/weight	stable	weight	Parcel
+ field-removed/response	-	writes weight	more *
- field-became-optional/response	-	skips-none	weight
- skip-serializing-if-added/response	always	skips	weight
- field-became-nullable/response	u32	null	weight
- type-changed/2	u32	type weight	bool	char	string	borrowed_string	i8	i16	i32	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	u32	type weight	u8	u16
- type-widened/response	u32	type weight	i64	i128	u64	u128	f32	f64
. fields/weight/level	stable	weight	
- level-lowered	stable	level weight	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	Parcel
* field-added-required/request	-	demands	tracking	weight
. 	stable	Parcel	Parcel
- unknown-fields-refused/request	-	refuses	*
. fields/weight/unit	stable	weight	Parcel
^ writes weight
+ unit-changed	g	has fields/weight/unit
^ writes weight
* unit-changed/2	g	=fields/weight/unit	g
@ orders::order::Reference 54d8074c5506a531
# types/Reference	stable	Reference	orders 1.4.0	operations/orders.cancel, operations/orders.create, operations/orders.get and operations/orders.ship
? enum
. level	stable	Reference	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
@ orders::requests::CancelOrder dd67f05c7df6c540
# types/CancelOrder	stable	CancelOrder	orders 1.4.0	operations/orders.cancel
? struct
. level	stable	CancelOrder	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= reason
. fields/reason	stable	reason	CancelOrder
~ field-renamed	reason	reason
= comment
. fields/comment	stable	comment	CancelOrder
~ field-renamed	comment	comment	string
. fields/reason	stable	reason	CancelOrder
+ field-removed/request	-	reads reason	ignores *	more *
. fields/reason/level	stable	reason	
- level-lowered	stable	level reason	out_of_contract	incidental	experimental	provisional
. fields/comment	stable	comment	CancelOrder
- field-became-required/request	-	demands	comment
+ field-removed/request	-	reads comment	ignores *	more *
- type-changed/request	string	type comment	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type comment	char	borrowed_string
. fields/comment/level	stable	comment	
- level-lowered	stable	level comment	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	CancelOrder
* field-added-required/request	-	demands	comment	reason
@ orders::requests::CreateOrder d87005e39766678d
# types/CreateOrder	stable	CreateOrder	orders 1.4.0	operations/orders.create
? struct
. level	stable	CreateOrder	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= customer
. fields/customer	stable	customer	CreateOrder
~ field-renamed	customer	customer
= lines
. fields/lines	stable	lines	CreateOrder
~ field-renamed	lines	lines
= delivery
. fields/delivery	stable	delivery	CreateOrder
~ field-renamed	delivery	delivery
= payment
. fields/payment	stable	payment	CreateOrder
~ field-renamed	payment	payment
= coupon
. fields/coupon	stable	coupon	CreateOrder
~ field-renamed	coupon	coupon	string
. fields/customer/level	stable	customer	
- level-lowered	stable	level customer	out_of_contract	incidental	experimental	provisional
. fields/lines/level	stable	lines	
- level-lowered	stable	level lines	out_of_contract	incidental	experimental	provisional
. fields/delivery/level	stable	delivery	
- level-lowered	stable	level delivery	out_of_contract	incidental	experimental	provisional
. fields/payment/level	stable	payment	
- level-lowered	stable	level payment	out_of_contract	incidental	experimental	provisional
. fields/coupon	stable	coupon	CreateOrder
- default-removed/request	-	demands	coupon
- type-changed/request	string	type coupon	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type coupon	char	borrowed_string
. fields/coupon/level	stable	coupon	
- level-lowered	stable	level coupon	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	CreateOrder
* field-added-required/request	-	demands	coupon	customer	delivery	lines	payment
. 	stable	CreateOrder	CreateOrder
- unknown-fields-refused/request	-	refuses	*
. fields/coupon/deprecated/remove_in	stable	coupon	CreateOrder
^ has fields/coupon/deprecated
< removal-advanced	2.0.0	=fields/coupon/deprecated/remove_in	v	2.0.0
. fields/coupon/deprecated/sunset	stable	coupon	CreateOrder
^ has fields/coupon/deprecated
< sunset-brought-forward	2027-06-30	=fields/coupon/deprecated/sunset	d	2027-06-30
@ orders::requests::ListOrders 7105b35ebb4b4536
# types/ListOrders	stable	ListOrders	orders 1.4.0	operations/orders.list
? struct
. level	stable	ListOrders	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= after
. fields/after	stable	after	ListOrders
~ field-renamed	after	after
= limit
. fields/limit	stable	limit	ListOrders
~ field-renamed	limit	limit	u16
. fields/after	stable	after	ListOrders
- field-became-required/request	-	demands	after
. fields/after/level	stable	after	
- level-lowered	stable	level after	out_of_contract	incidental	experimental	provisional
. fields/limit	stable	limit	ListOrders
- field-became-required/request	-	demands	limit
- type-changed/request	u16	type limit	bool	char	string	borrowed_string	i8	i16	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	u16	type limit	u8
. fields/limit/level	stable	limit	
- level-lowered	stable	level limit	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	ListOrders
* field-added-required/request	-	demands	after	limit
. 	stable	ListOrders	ListOrders
- unknown-fields-refused/request	-	refuses	*
@ orders::requests::NewLine 0f797dc89c6bec2d
# types/NewLine	stable	NewLine	orders 1.4.0	operations/orders.create
? struct
. level	stable	NewLine	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= sku
. fields/sku	stable	sku	NewLine
~ field-renamed	sku	sku
= quantity
. fields/quantity	stable	quantity	NewLine
~ field-renamed	quantity	quantity	u32
= note
. fields/note	stable	note	NewLine
~ field-renamed	note	note	string
. fields/sku/level	stable	sku	
- level-lowered	stable	level sku	out_of_contract	incidental	experimental	provisional
. fields/quantity	stable	quantity	NewLine
- default-removed/request	-	demands	quantity
- type-changed/request	u32	type quantity	bool	char	string	borrowed_string	i8	i16	i32	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	u32	type quantity	u8	u16
. fields/quantity/level	stable	quantity	
- level-lowered	stable	level quantity	out_of_contract	incidental	experimental	provisional
. fields/note	stable	note	NewLine
- field-became-required/request	-	demands	note
- type-changed/request	string	type note	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type note	char	borrowed_string
. fields/note/level	stable	note	
- level-lowered	stable	level note	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	NewLine
* field-added-required/request	-	demands	note	quantity	sku
. 	stable	NewLine	NewLine
- unknown-fields-refused/request	-	refuses	*
. fields/quantity/unit	stable	quantity	NewLine
^ writes quantity
+ unit-changed	pieces	has fields/quantity/unit
^ writes quantity
* unit-changed/2	pieces	=fields/quantity/unit	pieces
@ orders::requests::PaymentMethod a6c3f6594dffddc3
# types/PaymentMethod	stable	PaymentMethod	orders 1.4.0	operations/orders.create
? enum
. level	stable	PaymentMethod	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
. 	stable	PaymentMethod	PaymentMethod
* tag-representation-changed	adjacently tagged by `method` with its content in `details`	tagging	adjacent `method`, `details`
= invoice
. variants/invoice	stable	invoice	PaymentMethod
~ variant-renamed	invoice	invoice
= card
. variants/card	stable	card	PaymentMethod
~ variant-renamed	card	card
= voucher
. variants/voucher	stable	voucher	PaymentMethod
~ variant-renamed	voucher	voucher
. variants/invoice	stable	invoice	PaymentMethod
+ variant-removed/request	-	reads-variant invoice	catch-all
. variants/invoice/level	stable	invoice	
- level-lowered	stable	level invoice	out_of_contract	incidental	experimental	provisional
. variants/card	stable	card	PaymentMethod
+ variant-removed/request	-	reads-variant card	catch-all
. variants/card/fields/token	stable	token	PaymentMethod::card
- type-changed/request	string	type@card token	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type@card token	char	borrowed_string
. variants/card/fields/token/level	stable	token	
- level-lowered	stable	level@card token	out_of_contract	incidental	experimental	provisional
. variants/card/fields/{to}	stable	{to}	PaymentMethod::card
* field-added-required/request	-	demands@card	token
. variants/card	stable	PaymentMethod::card	PaymentMethod::card
- unknown-fields-refused/request	-	refuses@card	*
. variants/card/level	stable	card	
- level-lowered	stable	level card	out_of_contract	incidental	experimental	provisional
. variants/voucher	stable	voucher	PaymentMethod
+ variant-removed/request	-	reads-variant voucher	catch-all
- type-changed/request	string	type@voucher .	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request/2	string	type@voucher .	char	borrowed_string
. variants/voucher/level	stable	voucher	
- level-lowered	stable	level voucher	out_of_contract	incidental	experimental	provisional
@ orders::requests::Quote 5c9cee80126406a2
# types/Quote	stable	Quote	orders 1.4.0	operations/quotes.create
? struct
. level	stable	Quote	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= prices
. fields/prices	stable	prices	Quote
~ field-renamed	prices	prices
= total
. fields/total	stable	total	Quote
~ field-renamed	total	total
. fields/prices	stable	prices	Quote
+ field-removed/response	-	writes prices	more *
- field-became-optional/response	-	skips-none	prices
- skip-serializing-if-added/response	always	skips	prices
. fields/prices/level	stable	prices	
- level-lowered	stable	level prices	out_of_contract	incidental	experimental	provisional
. fields/total	stable	total	Quote
+ field-removed/response	-	writes total	more *
- field-became-optional/response	-	skips-none	total
- skip-serializing-if-added/response	always	skips	total
. fields/total/level	stable	total	
- level-lowered	stable	level total	out_of_contract	incidental	experimental	provisional
@ orders::requests::QuoteRequest 1f6edc46e17c8a1c
# types/QuoteRequest	stable	QuoteRequest	orders 1.4.0	operations/quotes.create
? struct
. level	stable	QuoteRequest	
- level-lowered	stable	level .	out_of_contract	incidental	experimental	provisional
= quantities
. fields/quantities	stable	quantities	QuoteRequest
~ field-renamed	quantities	quantities
. fields/quantities/level	stable	quantities	
- level-lowered	stable	level quantities	out_of_contract	incidental	experimental	provisional
. fields/{to}	stable	{to}	QuoteRequest
* field-added-required/request	-	demands	quantities
. 	stable	QuoteRequest	QuoteRequest
- unknown-fields-refused/request	-	refuses	*
% end 00255fefa4c4e2b4
"# }
