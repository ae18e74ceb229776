//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! cancel-changed
| what `{it}` promises a caller that goes away was `{from}` and is now `unspecified`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! cancel-changed/2
| what `{it}` promises a caller that goes away was `{from}` and is now `{to}`
| Consumers that go away rely on what then remains.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! enum-value-added/response
| `{it}` was added to the values of `{within}`
| Old consumers refuse a document with the new value.
| Give consumers a version that reads unknown values (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
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
! idempotency-changed/2
| the idempotency of `{it}` was `{from}` and is now `{to}`
| To send again may do the work twice.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-key-changed
| the idempotency key of `{it}` was `{from}` and is now `{to}`
| Requests without a key start to fail.
| Ask for no more than `{from}` until a new major version.
! idempotency-key-changed/2
| `{it}` now has an idempotency key, `{to}`
| Requests without a key start to fail.
| Leave it to the consumers whether they do, until a new major version asks for it.
! idempotency-replay-errors-changed
| a failure of `{it}` was {from} under its key and is now {to}
| A key that is released may run again; one that is stored gives the same error for ever.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! idempotency-scope-changed
| the keys of `{it}` were told apart per `{from}` and are now told apart per `{to}`
| Keys start to collide, or to count as new.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-attempts-changed
| `{it}` was tried {from} times, and now nothing says how often
| It gives up earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-attempts-changed/2
| `{it}` was tried {from} times and is now tried {to} times
| It gives up earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-cancel-by-changed
| `{it}` can no longer be stopped with `{from}`
| Consumers stop it there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-cancel-by-changed/2
| `{it}` was stopped with `{from}` and is now stopped with `{to}`
| Consumers stop it there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-cancel-changed
| `{it}` could be stopped as `{from}` and no longer says how
| Whoever stops it may see it go on.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-cancel-changed/2
| `{it}` could be stopped as `{from}` and can now be stopped as `{to}`
| Whoever stops it may see it go on.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-create-changed
| `{it}` can no longer be started with `{from}`
| Consumers start it there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-create-changed/2
| `{it}` was started with `{from}` and is now started with `{to}`
| Consumers start it there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-done-flag-changed
| the end of `{it}` is no longer told by the field `{from}`
| Consumers that poll fall back to a list of names.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-done-flag-changed/2
| the end of `{it}` was told by the field `{from}` and is now told by `{to}`
| Consumers that poll fall back to a list of names.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-heartbeat-changed
| `{it}` gave a sign of life every {from}, and now nothing says how often
| A dead job looks alive for longer.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-heartbeat-changed/2
| `{it}` gave a sign of life every {from} and now gives one every {to}
| A dead job looks alive for longer.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-items-changed
| `{it}` did each item `{from}` and no longer says how often
| Effects repeat or vanish in a crash.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-items-changed/2
| `{it}` did each item `{from}` and now does it `{to}`
| Effects repeat or vanish in a crash.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-logs-by-changed
| the log of `{it}` can no longer be read with `{from}`
| Consumers read the log there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-logs-by-changed/2
| the log of `{it}` was read with `{from}` and is now read with `{to}`
| Consumers read the log there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-logs-changed
| the log of `{it}` was {from}, and now nothing is promised
| There is less to read.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-logs-changed/2
| the log of `{it}` was {from} and is now {to}
| There is less to read.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-observe-changed
| `{it}` can no longer be observed with `{from}`
| Consumers ask there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-observe-changed/2
| `{it}` was observed with `{from}` and is now observed with `{to}`
| Consumers ask there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! job-progress-changed
| `{it}` showed its progress as `{from}` and no longer says how
| There is less to show.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-progress-changed/2
| `{it}` showed its progress as `{from}` and now shows it as `{to}`
| There is less to show.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-restart-changed
| after a crash, `{it}` was `{from}`, and now nothing is promised
| Less of the work survives a crash.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-restart-changed/2
| after a crash, `{it}` was `{from}` and is now `{to}`
| Less of the work survives a crash.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-retention-changed
| the result of `{it}` was kept for {from}, and now nothing says how long
| Results vanish earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-retention-changed/2
| the result of `{it}` was kept for {from} and is now kept for {to}
| Results vanish earlier.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-timeout-lowered
| `{it}` could run for {from} and is now cut off after {to}
| Long jobs are cut off.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-timeout-raised
| `{it}` ended within {from}, and now nothing says when
| It ends later than promised.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! job-timeout-raised/2
| `{it}` ended within {from} and now ends within {to}
| It ends later than promised.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! max-age-changed
| answers of `{it}` can now be cached for {to}
| Caches serve older data.
| Leave it unsaid, or say it first in a new major version.
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
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! staleness-changed
| answers of `{it}` were {from} old at most, and now nothing says how old
| Answers hold older data than promised.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! staleness-changed/2
| answers of `{it}` were {from} old at most and are now {to} old at most
| Answers hold older data than promised.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
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
! unknown-fields-refused/request
| `{it}` refuses members that it does not know
| Consumers that send more than the contract names are refused by the new producer.
| Ignore unknown members where consumers write; keep `deny_unknown_fields` for types that only you write.
! variant-added/response
| the variant `{it}` was added to `{within}`
| Old consumers refuse a document with the new variant.
| Give consumers a version that reads unknown variants (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
! waiter-changed
| `{it}` of `{within}` no longer heeds `{from}`
| Consumers wait for a value that no longer comes.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! waiter-changed/2
| what `{it}` of `{within}` waits for was `{from}` and is now `{to}`
| Consumers wait for a value that no longer comes.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! waiter-removed
| callers of `{within}` may no longer wait for `{it}`
| Callers still wait for it.
| Keep the waiter until nobody waits for it.
% contract imports 0.3.0 c187ce3af4b6a755
@ import_jobs::errors::ImportError as ContractError 51e9c7a225ae268c
# errors/ImportError	provisional	ImportError	imports 0.3.0	operations/imports.cancel, operations/imports.create, operations/imports.get, operations/imports.list and 1 more
? errors
. level	provisional	ImportError	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. domain	provisional	ImportError	
* error-domain-changed	https://stock.acme.example/errors	domain	https://stock.acme.example/errors
= IMPORT_ENDED
. codes/IMPORT_ENDED/status	provisional	IMPORT_ENDED	ImportError
* error-status-changed	409	status@IMPORT_ENDED	409
. codes/IMPORT_ENDED/effects	provisional	IMPORT_ENDED	ImportError
- error-effects-changed	none	effects@IMPORT_ENDED	unknown	partial	all
. codes/IMPORT_ENDED/role	provisional	IMPORT_ENDED	ImportError
- error-role-changed	domain	role@IMPORT_ENDED	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/IMPORT_ENDED/level	provisional	IMPORT_ENDED	
- level-lowered	provisional	level IMPORT_ENDED	out_of_contract	incidental	experimental
= IMPORT_NOT_FOUND
. codes/IMPORT_NOT_FOUND/status	provisional	IMPORT_NOT_FOUND	ImportError
* error-status-changed	404	status@IMPORT_NOT_FOUND	404
. codes/IMPORT_NOT_FOUND/effects	provisional	IMPORT_NOT_FOUND	ImportError
- error-effects-changed	none	effects@IMPORT_NOT_FOUND	unknown	partial	all
. codes/IMPORT_NOT_FOUND/role	provisional	IMPORT_NOT_FOUND	ImportError
- error-role-changed	domain	role@IMPORT_NOT_FOUND	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/IMPORT_NOT_FOUND/level	provisional	IMPORT_NOT_FOUND	
- level-lowered	provisional	level IMPORT_NOT_FOUND	out_of_contract	incidental	experimental
= LIST_EMPTY
. codes/LIST_EMPTY/status	provisional	LIST_EMPTY	ImportError
* error-status-changed	422	status@LIST_EMPTY	422
. codes/LIST_EMPTY/retry	provisional	LIST_EMPTY	ImportError
- error-retry-changed	after_change	retry@LIST_EMPTY	never
. codes/LIST_EMPTY/effects	provisional	LIST_EMPTY	ImportError
- error-effects-changed	none	effects@LIST_EMPTY	unknown	partial	all
. codes/LIST_EMPTY/role	provisional	LIST_EMPTY	ImportError
- error-role-changed	domain	role@LIST_EMPTY	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/LIST_EMPTY/level	provisional	LIST_EMPTY	
- level-lowered	provisional	level LIST_EMPTY	out_of_contract	incidental	experimental
= STORE_UNAVAILABLE
. codes/STORE_UNAVAILABLE/status	provisional	STORE_UNAVAILABLE	ImportError
* error-status-changed	503	status@STORE_UNAVAILABLE	503
. codes/STORE_UNAVAILABLE/retry	provisional	STORE_UNAVAILABLE	ImportError
- error-retry-changed	safe	retry@STORE_UNAVAILABLE	never	after_change	restart	with_key
. codes/STORE_UNAVAILABLE/effects	provisional	STORE_UNAVAILABLE	ImportError
- error-effects-changed	none	effects@STORE_UNAVAILABLE	unknown	partial	all
. codes/STORE_UNAVAILABLE/role	provisional	STORE_UNAVAILABLE	ImportError
- error-role-changed	unavailable	role@STORE_UNAVAILABLE	domain	timeout	throttled	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/STORE_UNAVAILABLE/level	provisional	STORE_UNAVAILABLE	
- level-lowered	provisional	level STORE_UNAVAILABLE	out_of_contract	incidental	experimental
. open	provisional	ImportError	errors
- error-set-opened	none	=open	closed	open
. codes/IMPORT_ENDED/role	provisional	IMPORT_ENDED	ImportError
^ names IMPORT_ENDED
* error-role-changed	domain	=codes/IMPORT_ENDED/role	domain
. codes/IMPORT_NOT_FOUND/role	provisional	IMPORT_NOT_FOUND	ImportError
^ names IMPORT_NOT_FOUND
* error-role-changed	domain	=codes/IMPORT_NOT_FOUND/role	domain
. codes/LIST_EMPTY/role	provisional	LIST_EMPTY	ImportError
^ names LIST_EMPTY
* error-role-changed	domain	=codes/LIST_EMPTY/role	domain
. codes/STORE_UNAVAILABLE/role	provisional	STORE_UNAVAILABLE	ImportError
^ names STORE_UNAVAILABLE
* error-role-changed	domain	=codes/STORE_UNAVAILABLE/role	domain
. codes/IMPORT_ENDED/throttle	provisional	IMPORT_ENDED	ImportError
^ names IMPORT_ENDED
* throttle-changed	-	=codes/IMPORT_ENDED/throttle
. codes/IMPORT_NOT_FOUND/throttle	provisional	IMPORT_NOT_FOUND	ImportError
^ names IMPORT_NOT_FOUND
* throttle-changed	-	=codes/IMPORT_NOT_FOUND/throttle
. codes/LIST_EMPTY/throttle	provisional	LIST_EMPTY	ImportError
^ names LIST_EMPTY
* throttle-changed	-	=codes/LIST_EMPTY/throttle
. codes/STORE_UNAVAILABLE/throttle	provisional	STORE_UNAVAILABLE	ImportError
^ names STORE_UNAVAILABLE
* throttle-changed	-	=codes/STORE_UNAVAILABLE/throttle
@ import_jobs::handlers::cancel() c42459f98f49d264
# operations/imports.cancel	provisional	imports.cancel	imports 0.3.0	-
? operation imports.cancel
. level	provisional	imports.cancel	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	imports.cancel	
+ http-address-removed	-	http
. http/method	provisional	imports.cancel	
* http-method-changed	POST	method	POST
. http/path	provisional	imports.cancel	
* http-path-changed	/v1/imports/{id}/cancel	path	/v1/imports/{id}/cancel
. http/success	provisional	imports.cancel	
* success-status-changed	200	success	200
. cancel	provisional	imports.cancel	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. idempotency/key	provisional	imports.cancel	operations
+ idempotency-changed	natural	has idempotency/key
- idempotency-changed/2	natural	=idempotency/key	optional	required
- idempotency-key-changed	natural	=idempotency/key	required
. idempotency/replay_errors	provisional	imports.cancel	operations
^ has idempotency
* idempotency-replay-errors-changed	released	=idempotency/replay_errors	released
. idempotency/scope	provisional	imports.cancel	operations
^ has idempotency
* idempotency-scope-changed	caller	=idempotency/scope	caller
. timeout	provisional	imports.cancel	operations
* timeout-lowered	-	=timeout
. partial	provisional	imports.cancel	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	imports.cancel	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	imports.cancel	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	imports.cancel	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	imports.cancel	operations
* stream-framing-changed	-	=stream/framing
@ import_jobs::handlers::create() 7c67ad503cc278ba
# operations/imports.create	provisional	imports.create	imports 0.3.0	-
? operation imports.create
. level	provisional	imports.create	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	imports.create	
+ http-address-removed	-	http
. http/method	provisional	imports.create	
* http-method-changed	POST	method	POST
. http/path	provisional	imports.create	
* http-path-changed	/v1/imports	path	/v1/imports
. http/success	provisional	imports.create	
* success-status-changed	202	success	202
. cancel	provisional	imports.create	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. idempotency/key	provisional	imports.create	operations
- idempotency-key-changed/2	-	=idempotency/key	required
. timeout	provisional	imports.create	operations
* timeout-lowered	-	=timeout
. partial	provisional	imports.create	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	imports.create	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	imports.create	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	imports.create	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	imports.create	operations
* stream-framing-changed	-	=stream/framing
@ import_jobs::handlers::find() 3b28dd4d50413a24
# operations/imports.get	provisional	imports.get	imports 0.3.0	-
? operation imports.get
. level	provisional	imports.get	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	imports.get	
+ http-address-removed	-	http
. http/method	provisional	imports.get	
* http-method-changed	GET	method	GET
. http/path	provisional	imports.get	
* http-path-changed	/v1/imports/{id}	path	/v1/imports/{id}
. http/success	provisional	imports.get	
* success-status-changed	200	success	200
. cancel	provisional	imports.get	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. readonly	provisional	imports.get	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. wait_until/ended	provisional	ended	imports.get
+ waiter-removed	none	has wait_until/ended
. wait_until/ended/failure	provisional	ended	imports.get
^ has wait_until/ended
+ waiter-changed	failed	has wait_until/ended/failure
^ has wait_until/ended
* waiter-changed/2	failed	=wait_until/ended/failure	failed
. wait_until/ended/retry	provisional	ended	imports.get
^ has wait_until/ended
+ waiter-changed	running	has wait_until/ended/retry
^ has wait_until/ended
* waiter-changed/2	running	=wait_until/ended/retry	running
. wait_until/ended/success	provisional	ended	imports.get
^ has wait_until/ended
+ waiter-changed	done	has wait_until/ended/success
^ has wait_until/ended
* waiter-changed/2	done	=wait_until/ended/success	done
. idempotency/key	provisional	imports.get	operations
- idempotency-key-changed/2	-	=idempotency/key	required
. timeout	provisional	imports.get	operations
* timeout-lowered	-	=timeout
. partial	provisional	imports.get	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	imports.get	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	imports.get	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	imports.get	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	imports.get	operations
* stream-framing-changed	-	=stream/framing
@ import_jobs::handlers::list() c0a2577db68aef85
# operations/imports.list	provisional	imports.list	imports 0.3.0	-
? operation imports.list
. level	provisional	imports.list	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	imports.list	
+ http-address-removed	-	http
. http/method	provisional	imports.list	
* http-method-changed	GET	method	GET
. http/path	provisional	imports.list	
* http-path-changed	/v1/imports	path	/v1/imports
. http/success	provisional	imports.list	
* success-status-changed	200	success	200
. partial	provisional	imports.list	operations
- partial-changed	unreachable_list	=partial	per_item
. readonly	provisional	imports.list	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. staleness/consistency	provisional	imports.list	operations
+ staleness-consistency-changed	bounded	has staleness/consistency
- staleness-consistency-changed/2	bounded	=staleness/consistency	eventual	monotonic_reads	read_your_writes
. staleness/max	provisional	imports.list	operations
^ has staleness
+ staleness-changed	5s	has staleness/max
^ has staleness
> staleness-changed/2	5s	=staleness/max	t	5s
. idempotency/key	provisional	imports.list	operations
- idempotency-key-changed/2	-	=idempotency/key	required
. timeout	provisional	imports.list	operations
* timeout-lowered	-	=timeout
. pagination/style	provisional	imports.list	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	imports.list	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	imports.list	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	imports.list	operations
* stream-framing-changed	-	=stream/framing
@ import_jobs::handlers::log() 21574e812c99755c
# operations/imports.log	provisional	imports.log	imports 0.3.0	-
? operation imports.log
. level	provisional	imports.log	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	imports.log	
+ http-address-removed	-	http
. http/method	provisional	imports.log	
* http-method-changed	GET	method	GET
. http/path	provisional	imports.log	
* http-path-changed	/v1/imports/{id}/log	path	/v1/imports/{id}/log
. http/success	provisional	imports.log	
* success-status-changed	200	success	200
. cancel	provisional	imports.log	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. readonly	provisional	imports.log	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	provisional	imports.log	operations
- idempotency-key-changed/2	-	=idempotency/key	required
. timeout	provisional	imports.log	operations
* timeout-lowered	-	=timeout
. partial	provisional	imports.log	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	imports.log	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	imports.log	operations
* quota-changed	-	=rate_limit/quota
. cache/max_age	provisional	imports.log	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	imports.log	operations
* stream-framing-changed	-	=stream/framing
@ import_jobs::import::Import 7e8a891d957f0d40
# types/Import	provisional	Import	imports 0.3.0	operations/imports.cancel, operations/imports.create, operations/imports.get and operations/imports.list
? struct
. level	provisional	Import	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= id
. fields/id	provisional	id	Import
~ field-renamed	id	id	string
= state
. fields/state	provisional	state	Import
~ field-renamed	state	state
= ended
. fields/ended	provisional	ended	Import
~ field-renamed	ended	ended	bool
= progress
. fields/progress	provisional	progress	Import
~ field-renamed	progress	progress	f64
= imported
. fields/imported	provisional	imported	Import
~ field-renamed	imported	imported	u64
. fields/id	provisional	id	Import
+ field-removed/response	-	writes id	more *
- field-became-optional/response	-	skips-none	id
- skip-serializing-if-added/response	always	skips	id
- field-became-nullable/response	string	null	id
- type-changed/response	string	type id	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/id/level	provisional	id	
- level-lowered	provisional	level id	out_of_contract	incidental	experimental
. fields/state	provisional	state	Import
+ field-removed/response	-	writes state	more *
- field-became-optional/response	-	skips-none	state
- skip-serializing-if-added/response	always	skips	state
. fields/state/level	provisional	state	
- level-lowered	provisional	level state	out_of_contract	incidental	experimental
. fields/ended	provisional	ended	Import
+ field-removed/response	-	writes ended	more *
- field-became-optional/response	-	skips-none	ended
- skip-serializing-if-added/response	always	skips	ended
- field-became-nullable/response	bool	null	ended
- type-changed/response	bool	type ended	char	string	borrowed_string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/ended/level	provisional	ended	
- level-lowered	provisional	level ended	out_of_contract	incidental	experimental
. fields/progress	provisional	progress	Import
+ field-removed/response	-	writes progress	more *
- field-became-optional/response	-	skips-none	progress
- skip-serializing-if-added/response	always	skips	progress
- field-became-nullable/response	f64	null	progress
- type-changed/response	f64	type progress	bool	char	string	borrowed_string	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/progress/level	provisional	progress	
- level-lowered	provisional	level progress	out_of_contract	incidental	experimental
. fields/imported	provisional	imported	Import
+ field-removed/response	-	writes imported	more *
- field-became-optional/response	-	skips-none	imported
- skip-serializing-if-added/response	always	skips	imported
- field-became-nullable/response	u64	null	imported
- type-changed/response	u64	type imported	bool	char	string	borrowed_string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u64	type imported	i128	u128	f32	f64
. fields/imported/level	provisional	imported	
- level-lowered	provisional	level imported	out_of_contract	incidental	experimental
@ import_jobs::import::ImportState 5c3cea6227fb8982
# types/ImportState	provisional	ImportState	imports 0.3.0	operations/imports.cancel, operations/imports.create, operations/imports.get and operations/imports.list
? enum
. level	provisional	ImportState	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. 	provisional	ImportState	ImportState
* tag-representation-changed	externally tagged	tagging	external
= queued
. variants/queued	provisional	queued	ImportState
~ enum-value-renamed	queued	queued
= running
. variants/running	provisional	running	ImportState
~ enum-value-renamed	running	running
= done
. variants/done	provisional	done	ImportState
~ enum-value-renamed	done	done
= failed
. variants/failed	provisional	failed	ImportState
~ enum-value-renamed	failed	failed
= cancelled
. variants/cancelled	provisional	cancelled	ImportState
~ enum-value-renamed	cancelled	cancelled
= timed_out
. variants/timed_out	provisional	timed_out	ImportState
~ enum-value-renamed	timed_out	timed_out
. variants/queued/level	provisional	queued	
- level-lowered	provisional	level queued	out_of_contract	incidental	experimental
. variants/running/level	provisional	running	
- level-lowered	provisional	level running	out_of_contract	incidental	experimental
. variants/done/level	provisional	done	
- level-lowered	provisional	level done	out_of_contract	incidental	experimental
. variants/failed/level	provisional	failed	
- level-lowered	provisional	level failed	out_of_contract	incidental	experimental
. variants/cancelled/level	provisional	cancelled	
- level-lowered	provisional	level cancelled	out_of_contract	incidental	experimental
. variants/timed_out/level	provisional	timed_out	
- level-lowered	provisional	level timed_out	out_of_contract	incidental	experimental
. variants/{to}	provisional	{to}	ImportState
* enum-value-added/response	-	writes-value	cancelled	done	failed	queued	running	timed_out
* variant-added/response	-	writes-variant	cancelled	done	failed	queued	running	timed_out
@ import_jobs::import::Log 70693903691b6737
# types/Log	provisional	Log	imports 0.3.0	operations/imports.log
? struct
. level	provisional	Log	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= lines
. fields/lines	provisional	lines	Log
~ field-renamed	lines	lines	list<string>
+ field-removed/response	-	writes lines	more *
- field-became-optional/response	-	skips-none	lines
- skip-serializing-if-added/response	always	skips	lines
- field-became-nullable/response	list<string>	null	lines
- type-changed/response	list<string>	type lines	list<bool>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>	bool	char	string	borrowed_string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64
. fields/lines/level	provisional	lines	
- level-lowered	provisional	level lines	out_of_contract	incidental	experimental
@ import_jobs::import::Overview 2c65108c5faffc5d
# types/Overview	provisional	Overview	imports 0.3.0	operations/imports.list
? struct
. level	provisional	Overview	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= imports
. fields/imports	provisional	imports	Overview
~ field-renamed	imports	imports
= unreadable
. fields/unreadable	provisional	unreadable	Overview
~ field-renamed	unreadable	unreadable	list<string>
. fields/imports	provisional	imports	Overview
+ field-removed/response	-	writes imports	more *
- field-became-optional/response	-	skips-none	imports
- skip-serializing-if-added/response	always	skips	imports
. fields/imports/level	provisional	imports	
- level-lowered	provisional	level imports	out_of_contract	incidental	experimental
. fields/unreadable	provisional	unreadable	Overview
+ field-removed/response	-	writes unreadable	more *
- field-became-optional/response	-	skips-none	unreadable
- skip-serializing-if-added/response	always	skips	unreadable
- field-became-nullable/response	list<string>	null	unreadable
- type-changed/response	list<string>	type unreadable	list<bool>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>	bool	char	string	borrowed_string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64
. fields/unreadable/level	provisional	unreadable	
- level-lowered	provisional	level unreadable	out_of_contract	incidental	experimental
@ import_jobs::import::Row 33ff9f677eb7adf2
# types/Row	provisional	Row	imports 0.3.0	operations/imports.create
? struct
. level	provisional	Row	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= sku
. fields/sku	provisional	sku	Row
~ field-renamed	sku	sku	string
= quantity
. fields/quantity	provisional	quantity	Row
~ field-renamed	quantity	quantity	i64
. fields/sku	provisional	sku	Row
- type-changed/request	string	type sku	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type sku	char	borrowed_string
. fields/sku/level	provisional	sku	
- level-lowered	provisional	level sku	out_of_contract	incidental	experimental
. fields/quantity	provisional	quantity	Row
- type-changed/request	i64	type quantity	bool	char	string	borrowed_string	u64	u128	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	i64	type quantity	i8	i16	i32	u8	u16	u32
. fields/quantity/level	provisional	quantity	
- level-lowered	provisional	level quantity	out_of_contract	incidental	experimental
. fields/{to}	provisional	{to}	Row
* field-added-required/request	-	demands	quantity	sku
. 	provisional	Row	Row
- unknown-fields-refused/request	-	refuses	*
. fields/quantity/unit	provisional	quantity	Row
^ writes quantity
+ unit-changed	pieces	has fields/quantity/unit
^ writes quantity
* unit-changed/2	pieces	=fields/quantity/unit	pieces
@ import_jobs::import::StockList 99ebe0ed1626b524
# types/StockList	provisional	StockList	imports 0.3.0	operations/imports.create
? struct
. level	provisional	StockList	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= rows
. fields/rows	provisional	rows	StockList
~ field-renamed	rows	rows
+ field-removed/request	-	reads rows	ignores *	more *
. fields/rows/level	provisional	rows	
- level-lowered	provisional	level rows	out_of_contract	incidental	experimental
. fields/{to}	provisional	{to}	StockList
* field-added-required/request	-	demands	rows
@ import_jobs::worker::run() 1223e7e3d38077d9
# jobs/imports.run	provisional	imports.run	imports 0.3.0	-
? job imports.run
. level	provisional	imports.run	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. cancel	provisional	imports.run	jobs
+ job-cancel-changed	guaranteed	has cancel
- job-cancel-changed/2	guaranteed	=cancel	best_effort	unsupported
. cancel_by	provisional	imports.run	jobs
+ job-cancel-by-changed	imports.cancel	has cancel_by
* job-cancel-by-changed/2	imports.cancel	=cancel_by	imports.cancel
. create	provisional	imports.run	jobs
+ job-create-changed	imports.create	has create
* job-create-changed/2	imports.create	=create	imports.create
. done_flag	provisional	imports.run	jobs
+ job-done-flag-changed	ended	has done_flag
* job-done-flag-changed/2	ended	=done_flag	ended
. heartbeat	provisional	imports.run	jobs
+ job-heartbeat-changed	30s	has heartbeat
> job-heartbeat-changed/2	30s	=heartbeat	t	30s
. items	provisional	imports.run	jobs
+ job-items-changed	exactly_once	has items
- job-items-changed/2	exactly_once	=items	at_least_once	at_most_once
. logs	provisional	imports.run	jobs
+ job-logs-changed	persisted	has logs
- job-logs-changed/2	persisted	=logs	live	none
. logs_by	provisional	imports.run	jobs
+ job-logs-by-changed	imports.log	has logs_by
* job-logs-by-changed/2	imports.log	=logs_by	imports.log
. max_attempts	provisional	imports.run	jobs
+ job-attempts-changed	3	has max_attempts
< job-attempts-changed/2	3	=max_attempts	n	3
. observe	provisional	imports.run	jobs
+ job-observe-changed	imports.get	has observe
* job-observe-changed/2	imports.get	=observe	imports.get
. progress	provisional	imports.run	jobs
+ job-progress-changed	monotonic_fraction	has progress
- job-progress-changed/2	monotonic_fraction	=progress	fraction	none	status
. restart	provisional	imports.run	jobs
+ job-restart-changed	from_checkpoint	has restart
- job-restart-changed/2	from_checkpoint	=restart	fails_visibly	from_scratch	lost
. retention	provisional	imports.run	jobs
+ job-retention-changed	30d	has retention
< job-retention-changed/2	30d	=retention	t	30d
. timeout	provisional	imports.run	jobs
+ job-timeout-raised	1h	has timeout
> job-timeout-raised/2	1h	=timeout	t	1h
< job-timeout-lowered	1h	=timeout	t	1h
% end d954ada4c93bd23f
"# }
