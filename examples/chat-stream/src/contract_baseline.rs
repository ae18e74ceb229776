//! What consumers rely on. Written by `cargo contract-check accept`; not to be edited.
//! @generated

#[rustfmt::skip]
::contract_core::baseline! { r#"
% format 1
! enum-value-added/response
| `{it}` was added to the values of `{within}`
| Old consumers refuse a document with the new value.
| Give consumers a version that reads unknown values (`#[serde(other)]`) before the new one is written, or write it only to those who ask for it.
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
! error-status-changed
| the status of `{it}` of `{within}` was {from} and is now {to}
| Old consumers branch on {from}.
| Keep the status.
! field-added-required/request
| `{it}` was added to `{within}` and is required
| Old consumers do not send it, and the new producer refuses them.
| Let it be missing: `#[serde(default)]` or `Option<..>` on `{it}`; or offer the new form beside the old one under a new operation.
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
! level-lowered
| the level of `{it}` was `{from}` and is now only `{to}`
| Consumers rely on the stronger promise.
| Keep the level until the next major version; deprecate the clause if it is to go.
! skip-serializing-if-added/response
| `{it}` of `{within}` used to be written {from} and is now written {to}
| Old consumers require it and refuse what the new producer writes without it.
| Take `skip_serializing_if` off `{it}`, or give consumers a version with `#[serde(default)]` on it first.
! success-status-changed
| a success of `{it}` had the status {from} and now has {to}
| Old consumers wait for {from}.
| Keep the status.
! tag-representation-changed
| `{it}` was {from} and is now {to}
| Whoever knows the old form refuses the new one.
| Take the change of `tag`, `content` or `untagged` back, or offer the new form under a new operation.
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
% contract chats 0.2.0 2fb3d37ed08086da
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
- type-changed/response	string	type id	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
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
- type-changed/response	string	type@word text	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. variants/word/fields/text/level	provisional	text	
- level-lowered	provisional	level@word text	out_of_contract	incidental	experimental
. variants/word/level	provisional	word	
- level-lowered	provisional	level word	out_of_contract	incidental	experimental
. variants/finished/fields/words	provisional	words	Chunk::finished
^ content@finished struct
+ field-removed/response	-	writes@finished words	more@finished *
- field-became-optional/response	-	skips-none@finished	words
- skip-serializing-if-added/response	always	skips@finished	words
- type-changed/response	u64	type@finished words	bool	char	string	i8	i16	i32	i64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
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
- type-changed/request	string	type text	bool	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
- type-narrowed/request	string	type text	char
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
- type-changed/response	bool	type finished	char	string	i8	i16	i32	i64	i128	u8	u16	u32	u64	u128	f32	f64	list<bool>	list<char>	list<string>	list<i8>	list<i16>	list<i32>	list<i64>	list<i128>	list<u8>	list<u16>	list<u32>	list<u64>	list<u128>	list<f32>	list<f64>
. fields/finished/level	provisional	finished	
- level-lowered	provisional	level finished	out_of_contract	incidental	experimental
@ chat_stream::errors::ChatError as ContractError 300c9dda21aecb14
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
@ chat_stream::handlers::ask() b72f396e5507245f
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
@ chat_stream::handlers::listen() fed0dbb3280c94b9
# operations/chats.listen	provisional	chats.listen	chats 0.2.0	-
? operation chats.listen
. level	provisional	chats.listen	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	chats.listen	
+ http-address-removed	-	http
. http/method	provisional	chats.listen	
* http-method-changed	GET	method	GET
. http/path	provisional	chats.listen	
* http-path-changed	/v1/chats/{id}/stream	path	/v1/chats/{}/stream
. http/success	provisional	chats.listen	
* success-status-changed	200	success	200
@ chat_stream::handlers::transcript() 4bb6ec5058976e47
# operations/chats.transcript	provisional	chats.transcript	chats 0.2.0	-
? operation chats.transcript
. level	provisional	chats.transcript	
- level-lowered	provisional	level .	out_of_contract	incidental	experimental
. http	provisional	chats.transcript	
+ http-address-removed	-	http
. http/method	provisional	chats.transcript	
* http-method-changed	GET	method	GET
. http/path	provisional	chats.transcript	
* http-path-changed	/v1/chats/{id}	path	/v1/chats/{}
. http/success	provisional	chats.transcript	
* success-status-changed	200	success	200
% end 3df2a98459d92ecd
"# }
