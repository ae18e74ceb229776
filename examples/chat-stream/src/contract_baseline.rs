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
! idempotency-changed/2
| the idempotency of `{it}` was `{from}` and is now `{to}`
| To send again may do the work twice.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! idempotency-key-changed
| `{it}` now has an idempotency key, `{to}`
| Requests without a key start to fail.
| Leave it to the consumers whether they do, until a new major version asks for it.
! idempotency-key-changed/2
| the idempotency key of `{it}` was `{from}` and is now `{to}`
| Requests without a key start to fail.
| Ask for no more than `{from}` until a new major version.
! idempotency-replay-errors-changed
| a failure of `{it}` was {from} under its key and is now {to}
| A key that is released may run again; one that is stored gives the same error for ever.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! idempotency-scope-changed
| the keys of `{it}` were told apart per `{from}` and are now told apart per `{to}`
| Keys start to collide, or to count as new.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
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
| the quota of `{it}` was {from} and is now {to}
| The same traffic meets more refusals.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! quota-changed/2
| `{it}` now has a quota, {to}; it had none
| The same traffic meets more refusals.
| Leave it unsaid, or say it first in a new major version.
! quota-partition-changed
| the quota of `{it}` was counted per `{from}`, and now nothing says for whom
| Neighbours start to share a quota.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! quota-partition-changed/2
| the quota of `{it}` was counted per `{from}` and is now counted per `{to}`
| Neighbours start to share a quota.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! quota-unit-changed
| the quota of `{it}` counted `{from}` and no longer says what it counts
| The same quota is another amount.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! quota-unit-changed/2
| the quota of `{it}` counted `{from}` and now counts `{to}`
| The same quota is another amount.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! quota-window-changed
| the quota of `{it}` was counted over {from}, and now nothing says over what
| Bursts are judged differently.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! quota-window-changed/2
| the quota of `{it}` was counted over {from} and is now counted over {to}
| Bursts are judged differently.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
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
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! stream-chunk-kinds-changed
| the kinds of chunks of `{it}` were `{from}` and are now `{to}`
| Readers now have to skip kinds of chunks that they do not know.
| Ask for no more than `{from}` until a new major version.
! stream-finalization-changed
| the end of `{it}` was told by `{from}` and is now told by `eof`
| A cut looks like the end.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-finalization-changed/2
| the end of `{it}` was told by `{from}` and is now told by `{to}`
| A cut looks like the end.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-framing-changed
| `{it}` answered at once and now streams its answer as `{to}`
| Another parser is needed.
| Leave it unsaid, or offer it beside what there is until nobody relies on that.
! stream-framing-changed/2
| `{it}` streamed its answer as `{from}` and now answers at once
| Another parser is needed.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! stream-framing-changed/3
| `{it}` was framed as `{from}` and is now framed as `{to}`
| Another parser is needed.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! stream-heartbeat-changed
| `{it}` was silent for {from} at most, and now nothing says how long
| Idle timeouts fire.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-heartbeat-changed/2
| `{it}` was silent for {from} at most and is now silent for {to} at most
| Idle timeouts fire.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-readback-changed
| `{it}` can no longer be read back with `{from}`
| Consumers read the transcript there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! stream-readback-changed/2
| `{it}` was read back with `{from}` and is now read back with `{to}`
| Consumers read the transcript there.
| Keep `{from}`, or offer the new one beside it until nobody relies on the old one.
! stream-redelivery-changed
| what `{it}` delivers after a reconnect was `{from}` and is now `may_repeat`
| Chunks repeat after a reconnect.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-redelivery-changed/2
| what `{it}` delivers after a reconnect was `{from}` and is now `{to}`
| Chunks repeat after a reconnect.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-resume-changed
| the way back into `{it}` after a cut was `{from}` and is now `none`
| A cut loses the tail.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-resume-changed/2
| the way back into `{it}` after a cut was `{from}` and is now `{to}`
| A cut loses the tail.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-resume-window-changed
| a reader could come back to `{it}` within {from}, and now nothing says how long
| Late reconnects fail.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-resume-window-changed/2
| a reader could come back to `{it}` within {from} and can now come back within {to}
| Late reconnects fail.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-transcript-changed
| the transcript of `{it}` was `{from}` and is now `none`
| Nothing can be read back after a cut.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! stream-transcript-changed/2
| the transcript of `{it}` was `{from}` and is now `{to}`
| Nothing can be read back after a cut.
| Keep `{from}`; where it cannot be kept, announce it and change it in a new major version.
! success-status-changed
| a success of `{it}` had the status {from} and now has {to}
| Old consumers wait for {from}.
| Keep the status.
! tag-representation-changed
| `{it}` was {from} and is now {to}
| Whoever knows the old form refuses the new one.
| Take the change of `tag`, `content` or `untagged` back, or offer the new form under a new operation.
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
! variant-added/response
| the variant `{it}` was added to `{within}`
| Old consumers refuse a document with the new variant.
| Give consumers a version that reads unknown variants (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
! variant-renamed
| the variant `{from}` of `{within}` is now called `{to}`
| Whoever knows `{from}` does not know `{to}`.
| Keep the name on the wire with `#[serde(rename = "{from}")]`; where it is only read, `#[serde(alias = "{from}")]` is enough.
% contract chats 0.2.0 87ff85be77025015
@ chat_stream::chat::Chat ddaa7131b65a1e3b
# types/Chat	provisional	Chat	chats 0.2.0	operations/chats.create
? struct
. level	provisional	Chat	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= id
. fields/id	provisional	id	Chat
~ field-renamed	id	id	string
+ field-removed/response	-	writes id	more *
- field-became-optional/response	-	skips-none	id
- skip-serializing-if-added/response	always	skips	id
- field-became-nullable/response	string	null	id
- type-changed/response	string	type id	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/id/level	provisional	id	
- level-lowered	provisional	level id	out_of_contract	incidental	experimental
@ chat_stream::chat::Chunk 371c980a8447721c
# types/Chunk	provisional	Chunk	chats 0.2.0	operations/chats.listen and operations/chats.transcript
? enum
. level	provisional	Chunk	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. 	provisional	Chunk	Chunk
* tag-representation-changed	internally tagged by `kind`	tagging	internal `kind`
= word
. variants/word	provisional	word	Chunk
~ variant-renamed	word	word
= finished
. variants/finished	provisional	finished	Chunk
~ variant-renamed	finished	finished
. variants/word/fields/text	provisional	text	Chunk::word
^ content@word struct
+ field-removed/response	-	writes@word text	more@word *
- field-became-optional/response	-	skips-none@word	text
- skip-serializing-if-added/response	always	skips@word	text
- field-became-nullable/response	string	null@word	text
- type-changed/response	string	type@word text	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. variants/word/fields/text/level	provisional	text	
- level-lowered	provisional	level@word text	out_of_contract	incidental	experimental
. variants/word/level	provisional	word	
- level-lowered	provisional	level word	out_of_contract	incidental	experimental
. variants/finished/fields/words	provisional	words	Chunk::finished
^ content@finished struct
+ field-removed/response	-	writes@finished words	more@finished *
- field-became-optional/response	-	skips-none@finished	words
- skip-serializing-if-added/response	always	skips@finished	words
- field-became-nullable/response	u64	null@finished	words
- type-changed/response	u64	type@finished words	bool	char	string	borrowed_string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-widened/response	u64	type@finished words	i128	u128	f32	f64
. variants/finished/fields/words/level	provisional	words	
- level-lowered	provisional	level@finished words	out_of_contract	incidental	experimental
. variants/finished/level	provisional	finished	
- level-lowered	provisional	level finished	out_of_contract	incidental	experimental
. variants/{to}	provisional	{to}	Chunk
* enum-value-added/response	-	writes-value	finished	word
* variant-added/response	-	writes-variant	finished	word
@ chat_stream::chat::Question 235cc2253ad291af
# types/Question	provisional	Question	chats 0.2.0	operations/chats.create
? struct
. level	provisional	Question	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= text
. fields/text	provisional	text	Question
~ field-renamed	text	text	string
+ field-removed/request	-	reads text	ignores *	more *
- type-changed/request	string	type text	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type text	char	borrowed_string
. fields/text/level	provisional	text	
- level-lowered	provisional	level text	out_of_contract	incidental	experimental
. fields/{to}	provisional	{to}	Question
* field-added-required/request	-	demands	text
@ chat_stream::chat::Transcript 49125de290d857e5
# types/Transcript	provisional	Transcript	chats 0.2.0	operations/chats.transcript
? struct
. level	provisional	Transcript	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
= chunks
. fields/chunks	provisional	chunks	Transcript
~ field-renamed	chunks	chunks
= finished
. fields/finished	provisional	finished	Transcript
~ field-renamed	finished	finished	bool
. fields/chunks	provisional	chunks	Transcript
+ field-removed/response	-	writes chunks	more *
- field-became-optional/response	-	skips-none	chunks
- skip-serializing-if-added/response	always	skips	chunks
. fields/chunks/level	provisional	chunks	
- level-lowered	provisional	level chunks	out_of_contract	incidental	experimental
. fields/finished	provisional	finished	Transcript
+ field-removed/response	-	writes finished	more *
- field-became-optional/response	-	skips-none	finished
- skip-serializing-if-added/response	always	skips	finished
- field-became-nullable/response	bool	null	finished
- type-changed/response	bool	type finished	char	string	borrowed_string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<borrowed_string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/finished/level	provisional	finished	
- level-lowered	provisional	level finished	out_of_contract	incidental	experimental
@ chat_stream::errors::ChatError as ContractError 7dcdec86d708b1e5
# errors/ChatError	provisional	ChatError	chats 0.2.0	operations/chats.create, operations/chats.listen and operations/chats.transcript
? errors
. level	provisional	ChatError	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. domain	provisional	ChatError	
* error-domain-changed	https://chats.acme.example/errors	domain	https://chats.acme.example/errors
= CHAT_NOT_FOUND
. codes/CHAT_NOT_FOUND/status	provisional	CHAT_NOT_FOUND	ChatError
* error-status-changed	404	status@CHAT_NOT_FOUND	404
. codes/CHAT_NOT_FOUND/effects	provisional	CHAT_NOT_FOUND	ChatError
- error-effects-changed	none	effects@CHAT_NOT_FOUND	unknown	partial	all
. codes/CHAT_NOT_FOUND/role	provisional	CHAT_NOT_FOUND	ChatError
- error-role-changed	domain	role@CHAT_NOT_FOUND	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/CHAT_NOT_FOUND/level	provisional	CHAT_NOT_FOUND	
- level-lowered	provisional	level CHAT_NOT_FOUND	out_of_contract	incidental	experimental
= CURSOR_UNKNOWN
. codes/CURSOR_UNKNOWN/status	provisional	CURSOR_UNKNOWN	ChatError
* error-status-changed	409	status@CURSOR_UNKNOWN	409
. codes/CURSOR_UNKNOWN/retry	provisional	CURSOR_UNKNOWN	ChatError
- error-retry-changed	after_change	retry@CURSOR_UNKNOWN	never
. codes/CURSOR_UNKNOWN/effects	provisional	CURSOR_UNKNOWN	ChatError
- error-effects-changed	none	effects@CURSOR_UNKNOWN	unknown	partial	all
. codes/CURSOR_UNKNOWN/role	provisional	CURSOR_UNKNOWN	ChatError
- error-role-changed	domain	role@CURSOR_UNKNOWN	timeout	throttled	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/CURSOR_UNKNOWN/level	provisional	CURSOR_UNKNOWN	
- level-lowered	provisional	level CURSOR_UNKNOWN	out_of_contract	incidental	experimental
= TOO_MANY_QUESTIONS
. codes/TOO_MANY_QUESTIONS/status	provisional	TOO_MANY_QUESTIONS	ChatError
* error-status-changed	429	status@TOO_MANY_QUESTIONS	429
. codes/TOO_MANY_QUESTIONS/retry	provisional	TOO_MANY_QUESTIONS	ChatError
- error-retry-changed	safe	retry@TOO_MANY_QUESTIONS	never	after_change	restart	with_key
. codes/TOO_MANY_QUESTIONS/effects	provisional	TOO_MANY_QUESTIONS	ChatError
- error-effects-changed	none	effects@TOO_MANY_QUESTIONS	unknown	partial	all
. codes/TOO_MANY_QUESTIONS/role	provisional	TOO_MANY_QUESTIONS	ChatError
- error-role-changed	throttled	role@TOO_MANY_QUESTIONS	domain	timeout	unavailable	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/TOO_MANY_QUESTIONS/level	provisional	TOO_MANY_QUESTIONS	
- level-lowered	provisional	level TOO_MANY_QUESTIONS	out_of_contract	incidental	experimental
= TRANSCRIPT_UNAVAILABLE
. codes/TRANSCRIPT_UNAVAILABLE/status	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
* error-status-changed	503	status@TRANSCRIPT_UNAVAILABLE	503
. codes/TRANSCRIPT_UNAVAILABLE/retry	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
- error-retry-changed	safe	retry@TRANSCRIPT_UNAVAILABLE	never	after_change	restart	with_key
. codes/TRANSCRIPT_UNAVAILABLE/effects	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
- error-effects-changed	none	effects@TRANSCRIPT_UNAVAILABLE	unknown	partial	all
. codes/TRANSCRIPT_UNAVAILABLE/role	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
- error-role-changed	unavailable	role@TRANSCRIPT_UNAVAILABLE	domain	timeout	throttled	key_missing	key_reused	in_flight	approval_required	provider_blocked
. codes/TRANSCRIPT_UNAVAILABLE/level	provisional	TRANSCRIPT_UNAVAILABLE	
- level-lowered	provisional	level TRANSCRIPT_UNAVAILABLE	out_of_contract	incidental	experimental
. codes/CURSOR_UNKNOWN/details	provisional	CURSOR_UNKNOWN	ChatError
^ names CURSOR_UNKNOWN
+ error-details-changed	last	has codes/CURSOR_UNKNOWN/details
^ names CURSOR_UNKNOWN
& error-details-changed/2	last	=codes/CURSOR_UNKNOWN/details	last
. codes/TOO_MANY_QUESTIONS/retry_after	provisional	TOO_MANY_QUESTIONS	ChatError
^ names TOO_MANY_QUESTIONS
+ retry-after-changed	required	has codes/TOO_MANY_QUESTIONS/retry_after
^ names TOO_MANY_QUESTIONS
- retry-after-changed/2	required	=codes/TOO_MANY_QUESTIONS/retry_after	never	optional
. codes/TOO_MANY_QUESTIONS/throttle	provisional	TOO_MANY_QUESTIONS	ChatError
^ names TOO_MANY_QUESTIONS
+ throttle-changed	throttle	has codes/TOO_MANY_QUESTIONS/throttle
^ names TOO_MANY_QUESTIONS
* throttle-changed/2	throttle	=codes/TOO_MANY_QUESTIONS/throttle	throttle
. open	provisional	ChatError	errors
- error-set-opened	none	=open	closed	open
. codes/CHAT_NOT_FOUND/role	provisional	CHAT_NOT_FOUND	ChatError
^ names CHAT_NOT_FOUND
* error-role-changed	domain	=codes/CHAT_NOT_FOUND/role	domain
. codes/CURSOR_UNKNOWN/role	provisional	CURSOR_UNKNOWN	ChatError
^ names CURSOR_UNKNOWN
* error-role-changed	domain	=codes/CURSOR_UNKNOWN/role	domain
. codes/TOO_MANY_QUESTIONS/role	provisional	TOO_MANY_QUESTIONS	ChatError
^ names TOO_MANY_QUESTIONS
* error-role-changed	domain	=codes/TOO_MANY_QUESTIONS/role	domain
. codes/TRANSCRIPT_UNAVAILABLE/role	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
^ names TRANSCRIPT_UNAVAILABLE
* error-role-changed	domain	=codes/TRANSCRIPT_UNAVAILABLE/role	domain
. codes/CHAT_NOT_FOUND/throttle	provisional	CHAT_NOT_FOUND	ChatError
^ names CHAT_NOT_FOUND
* throttle-changed/3	-	=codes/CHAT_NOT_FOUND/throttle
. codes/CURSOR_UNKNOWN/throttle	provisional	CURSOR_UNKNOWN	ChatError
^ names CURSOR_UNKNOWN
* throttle-changed/3	-	=codes/CURSOR_UNKNOWN/throttle
. codes/TRANSCRIPT_UNAVAILABLE/throttle	provisional	TRANSCRIPT_UNAVAILABLE	ChatError
^ names TRANSCRIPT_UNAVAILABLE
* throttle-changed/3	-	=codes/TRANSCRIPT_UNAVAILABLE/throttle
@ chat_stream::handlers::ask() db298fd66d8bc3aa
# operations/chats.create	provisional	chats.create	chats 0.2.0	-
? operation chats.create
. level	provisional	chats.create	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	chats.create	
+ http-address-removed	-	http
. http/method	provisional	chats.create	
* http-method-changed	POST	method	POST
. http/path	provisional	chats.create	
* http-path-changed	/v1/chats	path	/v1/chats
. http/success	provisional	chats.create	
* success-status-changed	201	success	201
. cancel	provisional	chats.create	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. rate_limit/partition	incidental	chats.create	operations
^ has rate_limit
+ quota-partition-changed	service	has rate_limit/partition
^ has rate_limit
* quota-partition-changed/2	service	=rate_limit/partition	service
. rate_limit/quota	incidental	chats.create	operations
< quota-changed	10	=rate_limit/quota	n	10
. rate_limit/unit	incidental	chats.create	operations
^ has rate_limit
+ quota-unit-changed	questions	has rate_limit/unit
^ has rate_limit
* quota-unit-changed/2	questions	=rate_limit/unit	questions
. rate_limit/window	incidental	chats.create	operations
^ has rate_limit
+ quota-window-changed	1m	has rate_limit/window
^ has rate_limit
* quota-window-changed/2	1m	=rate_limit/window	1m
. idempotency/key	provisional	chats.create	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	provisional	chats.create	operations
* timeout-lowered	-	=timeout
. partial	provisional	chats.create	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	chats.create	operations
* pagination-changed	-	=pagination/style
. cache/max_age	provisional	chats.create	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	chats.create	operations
* stream-framing-changed	-	=stream/framing
@ chat_stream::handlers::listen() c069fb738a067cc1
# operations/chats.listen	provisional	chats.listen	chats 0.2.0	-
? operation chats.listen
. level	provisional	chats.listen	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	chats.listen	
+ http-address-removed	-	http
. http/method	provisional	chats.listen	
* http-method-changed	GET	method	GET
. http/path	provisional	chats.listen	
* http-path-changed	/v1/chats/{id}/stream	path	/v1/chats/{id}/stream
. http/success	provisional	chats.listen	
* success-status-changed	200	success	200
. cancel	provisional	chats.listen	operations
+ cancel-changed	resumable	has cancel
- cancel-changed/2	resumable	=cancel	unspecified
. idempotency/key	provisional	chats.listen	operations
+ idempotency-changed	natural	has idempotency/key
- idempotency-changed/2	natural	=idempotency/key	optional	required
- idempotency-key-changed/2	natural	=idempotency/key	required
. readonly	provisional	chats.listen	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. stream/chunk_kinds	provisional	chats.listen	operations
^ has stream
- stream-chunk-kinds-changed	closed	=stream/chunk_kinds	open
. stream/finalization	provisional	chats.listen	operations
^ has stream
+ stream-finalization-changed	explicit	has stream/finalization
^ has stream
- stream-finalization-changed/2	explicit	=stream/finalization	eof
. stream/framing	provisional	chats.listen	operations
+ stream-framing-changed/2	sse	has stream/framing
* stream-framing-changed/3	sse	=stream/framing	sse
. stream/heartbeat	provisional	chats.listen	operations
^ has stream
+ stream-heartbeat-changed	15s	has stream/heartbeat
^ has stream
> stream-heartbeat-changed/2	15s	=stream/heartbeat	t	15s
. stream/readback	provisional	chats.listen	operations
^ has stream
+ stream-readback-changed	chats.transcript	has stream/readback
^ has stream
* stream-readback-changed/2	chats.transcript	=stream/readback	chats.transcript
. stream/redelivery	provisional	chats.listen	operations
^ has stream
+ stream-redelivery-changed	exact	has stream/redelivery
^ has stream
- stream-redelivery-changed/2	exact	=stream/redelivery	may_repeat
. stream/resume	provisional	chats.listen	operations
^ has stream
+ stream-resume-changed	cursor	has stream/resume
^ has stream
- stream-resume-changed/2	cursor	=stream/resume	none	restart
. stream/resume_window	provisional	chats.listen	operations
^ has stream
+ stream-resume-window-changed	10m	has stream/resume_window
^ has stream
< stream-resume-window-changed/2	10m	=stream/resume_window	t	10m
. stream/transcript	provisional	chats.listen	operations
^ has stream
+ stream-transcript-changed	kept	has stream/transcript
^ has stream
- stream-transcript-changed/2	kept	=stream/transcript	none
. idempotency/replay_errors	provisional	chats.listen	operations
^ has idempotency
* idempotency-replay-errors-changed	released	=idempotency/replay_errors	released
. idempotency/scope	provisional	chats.listen	operations
^ has idempotency
* idempotency-scope-changed	caller	=idempotency/scope	caller
. timeout	provisional	chats.listen	operations
* timeout-lowered	-	=timeout
. partial	provisional	chats.listen	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	chats.listen	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	chats.listen	operations
* quota-changed/2	-	=rate_limit/quota
. cache/max_age	provisional	chats.listen	operations
* max-age-changed	-	=cache/max_age
@ chat_stream::handlers::transcript() d2f55b9995a53a95
# operations/chats.transcript	provisional	chats.transcript	chats 0.2.0	-
? operation chats.transcript
. level	provisional	chats.transcript	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	chats.transcript	
+ http-address-removed	-	http
. http/method	provisional	chats.transcript	
* http-method-changed	GET	method	GET
. http/path	provisional	chats.transcript	
* http-path-changed	/v1/chats/{id}	path	/v1/chats/{id}
. http/success	provisional	chats.transcript	
* success-status-changed	200	success	200
. cancel	provisional	chats.transcript	operations
+ cancel-changed	atomic	has cancel
- cancel-changed/2	atomic	=cancel	completes	resumable	unspecified
. readonly	provisional	chats.transcript	operations
+ readonly-changed	readonly	has readonly
* readonly-changed	readonly	=readonly	readonly
. idempotency/key	provisional	chats.transcript	operations
- idempotency-key-changed	-	=idempotency/key	required
. timeout	provisional	chats.transcript	operations
* timeout-lowered	-	=timeout
. partial	provisional	chats.transcript	operations
- partial-changed	none	=partial	per_item	unreachable_list
. pagination/style	provisional	chats.transcript	operations
* pagination-changed	-	=pagination/style
. rate_limit/quota	incidental	chats.transcript	operations
* quota-changed/2	-	=rate_limit/quota
. cache/max_age	provisional	chats.transcript	operations
* max-age-changed	-	=cache/max_age
. stream/framing	provisional	chats.transcript	operations
* stream-framing-changed	-	=stream/framing
% end 1b4b9ed6cbd25cf2
"# }
