//! Types of std and of other crates: their hand-written shapes against what serde does.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::fmt::Debug;
use std::marker::PhantomData;
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock, atomic};
use std::time::{Duration, SystemTime};

use contract_tests::oracle::{exact, judge};

macro_rules! integers {
    ($($ty:ident)+) => {
        #[test]
        fn integers() {
            $(
                exact::<$ty>(&[$ty::MIN, $ty::MAX, 1], &[]);
                exact::<NonZero<$ty>>(&[NonZero::<$ty>::MIN, NonZero::<$ty>::MAX], &["0"]);
                exact::<BTreeMap<$ty, u8>>(&[BTreeMap::from([($ty::MIN, 1), ($ty::MAX, 2)])], &[
                    "{\"007\":1}", "{\"-0\":1}", "{\"+1\":1}", "{\" 1\":1}", "{\"1.0\":1}", "{\"\":1}",
                ]);
            )+
        }
    };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[test]
fn scalars() {
    exact(&[true, false], &[]);
    exact(&[1.5_f64, -0.0, f64::MAX, f64::MIN_POSITIVE], &["1e300"]);
    exact(&['a', '\u{10ffff}'], &["\"e\\u0301\""]);
    exact(&[String::new(), "a\u{0}b".to_owned()], &[]);
    exact(&[()], &[]);
    exact::<PhantomData<NotContract>>(&[PhantomData], &[]);
    // NaN and infinities are written as null, and not read back.
    judge(&[f64::NAN, f64::INFINITY], &[]);
}

struct NotContract;

/// A field that may be missing.
#[derive(Debug, serde::Serialize, serde::Deserialize, contract_core::Contract)]
struct Gone {
    of: std::sync::Weak<u8>,
}

/// What becomes of a number beyond the range of `f32` depends on serde_json's feature
/// `float_roundtrip`, and features are the whole build's: so `f32` is not held against the common
/// documents.
#[test]
fn single_precision() {
    let (document, wire) = contract_tests::oracle::document::<f32>();
    for text in ["1.5", "3.4028235e38", "0", "-1", "null", "\"1\"", "[]"] {
        let json = contract_check::json::Json::parse(text).unwrap();
        let answer = contract_check::evaluate::wire::reads(&document, &wire, &json, &[]);
        let serde = serde_json::from_str::<f32>(text);
        assert_eq!(answer == contract_check::evaluate::wire::Answer::Yes, serde.is_ok(), "{text}");
    }
}

#[test]
fn wrappers() {
    exact(&[Box::new(1_u8)], &[]);
    exact(&[Rc::new(1_u8)], &[]);
    exact(&[Arc::<str>::from("a")], &[]);
    exact(&[Box::<[u8]>::from([1_u8])], &[]);
    exact(&[Cow::<'static, str>::Borrowed("a")], &[]);
    exact(&[Cow::<'static, [u16]>::Owned(vec![1_u16])], &[]);
    exact(&[Cell::new(1_u8)], &[]);
    exact(&[RefCell::new(1_u8)], &[]);
    exact(&[Mutex::new(1_u8)], &[]);
    exact(&[RwLock::new(1_u8)], &[]);
    exact(&[Wrapping(1_u8)], &[]);
    exact(&[Saturating(1_u8)], &["-9223372036854775809"]);
    exact(&[Saturating(i64::MIN)], &["-9223372036854775809"]);
    exact(&[Saturating(u128::MAX)], &[]);
    exact(&[Saturating(i128::MIN)], &[]);
    exact(
        &[BTreeMap::from([(Saturating(1_u8), 1_u8)])],
        &["{\"300\":1}", "{\"-1\":1}", "{\"01\":1}"],
    );
    exact(&[Reverse(1_u8)], &[]);
    exact(&[std::rc::Weak::<u8>::new()], &["1"]);
    exact(
        &[Gone { of: std::sync::Weak::new() }],
        &["{}", "{\"of\":1}", "[]", "[null]", "[300]", "{\"of\":300}"],
    );
    exact(&[atomic::AtomicBool::new(true)], &[]);
    exact(&[atomic::AtomicU64::new(u64::MAX)], &[]);
    exact(&[atomic::AtomicI8::new(i8::MIN)], &[]);
}

#[test]
fn options() {
    exact(&[None, Some(1_u8)], &[]);
    exact(&[Some(Some(1_u8)), None], &[]);
    exact::<Option<()>>(&[None], &[]);
    exact(&[Some(vec![None, Some(1_u8)])], &[]);
}

#[test]
fn collections() {
    exact(&[vec![1_u8, 2]], &[]);
    exact(&[VecDeque::from([1_u8])], &[]);
    exact(&[LinkedList::from([1_u8])], &[]);
    exact(&[BinaryHeap::from([1_u8])], &[]);
    exact(&[BTreeSet::from([1_u8, 2])], &["[1,1]"]);
    exact(&[HashSet::from(["a".to_owned()])], &["[\"a\",\"a\"]"]);
    exact(&[HashMap::from([("a".to_owned(), 1_u8)])], &[]);
    exact(&[BTreeMap::from([(true, 1_u8)])], &["{\"false\":1}", "{\"TRUE\":1}"]);
    exact(&[BTreeMap::from([('a', 1_u8)])], &["{\"ab\":1}"]);
    exact(&[vec![vec![BTreeMap::from([("a".to_owned(), Some(1_u8))])]]], &[]);
}

#[test]
fn arrays_and_tuples() {
    exact::<[u8; 0]>(&[[]], &[]);
    exact(&[[1_u8, 2, 3]], &[]);
    exact(&[[1_u8; 32]], &[]);
    exact(&[(1_u8,)], &[]);
    exact(&[(1_u8, "a".to_owned(), None::<bool>)], &[]);
    exact(&[(1_u8, 2_u8, 3_u8, 4_u8, 5_u8, 6_u8, 7_u8, 8_u8, 9_u8, 10_u8, 11_u8, 12_u8)], &[]);
    exact::<[(u8, [bool; 2]); 1]>(&[[(1, [true, false])]], &[]);
}

#[test]
fn enums_and_structs_of_std() {
    exact::<Result<u8, String>>(&[Ok(1), Err("a".into())], &["{\"Ok\":1,\"Err\":\"a\"}"]);
    exact::<Bound<u8>>(
        &[Bound::Unbounded, Bound::Included(1), Bound::Excluded(1)],
        &["{\"Unbounded\":null}", "{\"Unbounded\":1}"],
    );
    exact::<Range<u8>>(std::slice::from_ref(&(1..2)), &["[1,2]", "{\"start\":1}"]);
    exact::<RangeInclusive<u8>>(&[1..=2], &[]);
    exact::<RangeFrom<u8>>(&[1..], &[]);
    exact::<RangeTo<u8>>(&[..1], &[]);
}

#[test]
fn time_of_std() {
    exact(&[Duration::new(1, 999_999_999), Duration::MAX], &["[1,2]", "{\"secs\":1}"]);
    judge(&[Duration::ZERO], &["{\"secs\":18446744073709551615,\"nanos\":1000000000}"]);
    exact(&[SystemTime::UNIX_EPOCH], &["[1,2]"]);
}

#[test]
fn network_of_std() {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
    let texts = &[
        "\"127.0.0.1\"",
        "\"127.0.0.01\"",
        "\"256.0.0.1\"",
        "\"::1\"",
        "\"::ffff:1.2.3.4\"",
        "\"1:2:3:4:5:6:7:8\"",
        "\"1::8\"",
        "\"FE80::1\"",
        "\"127.0.0.1:80\"",
        "\"[::1]:80\"",
        "\"[::1%3]:80\"",
        "\"1.2.3.4:65536\"",
        "\":::\"",
        "\"localhost\"",
    ];
    exact::<Ipv4Addr>(&[Ipv4Addr::LOCALHOST], texts);
    exact::<Ipv6Addr>(&[Ipv6Addr::LOCALHOST, Ipv6Addr::from(u128::MAX)], texts);
    exact::<IpAddr>(&[Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()], texts);
    exact::<SocketAddr>(&["1.2.3.4:5".parse().unwrap(), "[::1]:5".parse().unwrap()], texts);
    exact::<SocketAddrV4>(&["1.2.3.4:5".parse().unwrap()], texts);
    exact::<SocketAddrV6>(&["[::1]:5".parse().unwrap()], texts);
}

#[test]
fn texts_of_the_platform() {
    exact(&[std::path::PathBuf::from("a/b")], &[]);
    exact(
        &[std::ffi::OsString::from("a")],
        &["{\"Windows\":[97]}", "{\"Unix\":[97]}", "{\"Unix\":[256]}", "\"Unix\""],
    );
    exact(&[std::ffi::CString::new("a").unwrap()], &["[97,0]", "\"a\"", "\"a\\u0000\"", "[0]"]);
}

#[test]
fn values_of_serde_json() {
    use ::serde_json::{Map, Number, Value, json};
    exact(&[json!({"a": [1, null]}), Value::Null], &["1e300"]);
    exact(
        &[serde_json::value::RawValue::from_string("[1 ]".to_owned()).unwrap()],
        &["1e400", "1e300"],
    );
    exact(&[Map::from_iter([("a".to_owned(), Value::Null)])], &[]);
    exact(
        &[Number::from(u64::MAX), Number::from(i64::MIN), Number::from_f64(0.5).unwrap()],
        &["1e300", "36893488147419103232"],
    );
}

/// Every document that the facts leave open is a string: what is not one is refused for certain.
#[track_caller]
fn texts_only<T>(values: &[T], texts: &[&str])
where
    T: contract_core::Contract + serde::Serialize + serde::de::DeserializeOwned + Debug,
{
    for open in judge(values, texts).unknown {
        assert!(open.starts_with('"'), "{open}");
    }
}

const DATES: &[&str] = &[
    "\"2026-01-02\"",
    "\"2026-1-2\"",
    "\"2026-02-30\"",
    "\"+2026-01-02\"",
    "\"2026-01-02T03:04:05\"",
    "\"2026-01-02 03:04:05\"",
    "\"2026-01-02T03:04:05Z\"",
    "\"2026-01-02T03:04:05z\"",
    "\"2026-01-02T03:04:05.123456789Z\"",
    "\"2026-01-02T03:04:05+01:00\"",
    "\"2026-01-02T03:04:05+0100\"",
    "\"2026-01-02T03:04:05+00:00[UTC]\"",
    "\"2026-01-02 03:04:05+01\"",
    "\"03:04:05\"",
    "\"03:04\"",
    "\"24:00:00\"",
    "\"03:04:60\"",
    "\"P1D\"",
    "\"PT1.5S\"",
    "\"P1Y2M3DT4H5M6S\"",
    "\"1 day\"",
    "\"-PT5M\"",
    "\"Mon\"",
    "\"March\"",
];

#[test]
fn chrono() {
    use chrono::{DateTime, FixedOffset, Month, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
    let date = NaiveDate::from_ymd_opt(2026, 1, 2).unwrap();
    let time = NaiveTime::from_hms_nano_opt(3, 4, 5, 60).unwrap();
    let zone = FixedOffset::east_opt(3600).unwrap();
    texts_only::<NaiveDate>(&[date], DATES);
    texts_only::<NaiveTime>(&[time], DATES);
    texts_only::<NaiveDateTime>(&[date.and_time(time)], DATES);
    texts_only::<DateTime<Utc>>(&[date.and_time(time).and_utc()], DATES);
    texts_only::<DateTime<FixedOffset>>(
        &[date.and_time(time).and_local_timezone(zone).unwrap()],
        DATES,
    );
    exact::<Weekday>(&[Weekday::Mon, Weekday::Sun], DATES);
    exact::<Weekday>(&[], &["\"monday\"", "\"MON\"", "\"Mond\"", "\"mon \"", "\"thur\""]);
    exact::<Month>(&[Month::March, Month::May], DATES);
    exact::<Month>(&[], &["\"mar\"", "\"MARCH\"", "\"Marc\"", "\"may\"", "\"3\""]);
    let judged = judge::<chrono::TimeDelta>(
        &[chrono::TimeDelta::MIN, chrono::TimeDelta::MAX, chrono::TimeDelta::zero()],
        &["[1,1000000000]", "[1,-1]", "[9223372036854775,807000001]"],
    );
    for open in judged.unknown {
        assert!(open.starts_with('['), "{open}");
    }
}

#[test]
fn jiff() {
    use jiff::civil::{Date, DateTime, Time, datetime};
    let at = datetime(2026, 1, 2, 3, 4, 5, 60);
    let zoned = at.to_zoned(jiff::tz::TimeZone::UTC).unwrap();
    texts_only::<Date>(&[at.date()], DATES);
    texts_only::<Time>(&[at.time()], DATES);
    texts_only::<DateTime>(&[at], DATES);
    texts_only::<jiff::Timestamp>(&[zoned.timestamp()], DATES);
    texts_only::<jiff::Zoned>(&[zoned], DATES);
    texts_only::<jiff::SignedDuration>(&[jiff::SignedDuration::new(1, 500_000_000)], DATES);
    let span = jiff::Span::new().days(1).minutes(2);
    let (document, wire) = contract_tests::oracle::document::<jiff::Span>();
    let text = serde_json::to_string(&span).unwrap();
    let json = contract_check::json::Json::parse(&text).unwrap();
    let answer = contract_check::evaluate::wire::writes(&document, &wire, &json, &[]);
    assert_eq!(answer, contract_check::evaluate::wire::Answer::Yes, "{text}");
}

/// Every document that the facts leave open is an array or a string.
#[track_caller]
fn arrays_or_texts<T>(values: &[T], texts: &[&str])
where
    T: contract_core::Contract + serde::Serialize + serde::de::DeserializeOwned + Debug,
{
    let all: Vec<&str> = DATES.iter().chain(texts).copied().collect();
    for open in judge(values, &all).unknown {
        assert!(open.starts_with(['"', '[']), "{open}");
    }
}

/// Whether its types are numbers or texts, any crate of the build may say: so nothing here asks for
/// one of them.
#[test]
fn time() {
    let date = time::Date::from_calendar_date(2026, time::Month::March, 2).unwrap();
    arrays_or_texts(&[date, time::Date::MIN], &["[2026,61]", "[2026,400]", "[2026]", "[2026,1,1]"]);
    arrays_or_texts(&[time::Time::MIDNIGHT], &["[1,2,3,4]", "[25,0,0,0]"]);
    arrays_or_texts(&[time::PrimitiveDateTime::new(date, time::Time::MIDNIGHT)], &[]);
    arrays_or_texts(&[time::UtcDateTime::UNIX_EPOCH], &[]);
    arrays_or_texts(&[time::OffsetDateTime::UNIX_EPOCH], &[]);
    arrays_or_texts(&[time::UtcOffset::UTC], &["[1]", "[1,2]", "[1,2,3]", "[]", "[100]"]);
    arrays_or_texts(&[time::Duration::MINUTE, -time::Duration::MINUTE], &["[1,-1]"]);
    exact(
        &[time::Weekday::Monday, time::Weekday::Sunday],
        &["0", "8", "\"Mon\"", "\"Friday\"", "5"],
    );
    exact(&[time::Month::May, time::Month::December], &["0", "13", "\"May\"", "\"may\"", "5"]);
    exact(
        &[BTreeMap::from([(time::Month::May, 1_u8)])],
        &["{\"5\":1}", "{\"May\":1}", "{\"x\":1}"],
    );
}

#[test]
fn identifiers_and_addresses() {
    exact(
        &[uuid::Uuid::nil(), uuid::Uuid::max()],
        &[
            "\"67E55044-10B1-426F-9247-BB680E5FE0C8\"",
            "\"67e5504410b1426f9247bb680e5fe0c8\"",
            "\"urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8\"",
            "\"{67e55044-10b1-426f-9247-bb680e5fe0c8}\"",
            "\"67e55044-10b1-426f-9247\"",
        ],
    );
    texts_only(
        &[url::Url::parse("https://example.com/a?b#c").unwrap()],
        &["\"HTTP://EXAMPLE.com\"", "\"/relative\"", "\" https://a \"", "\"mailto:a@b\""],
    );
}

#[test]
fn decimals() {
    let judged = judge(
        &[rust_decimal::Decimal::new(-110, 2), rust_decimal::Decimal::MAX],
        &["\"1.\"", "\".5\"", "\"1e2\"", "\"1_000\"", "\"abc\"", "1.1"],
    );
    for open in judged.unknown {
        assert!(open.starts_with(|first: char| "\"-0123456789".contains(first)), "{open}");
    }
}

#[test]
fn decimals_of_any_size() {
    let numbers = ["1.50", "-0", "1e30", "1e-30", "-1.5e-10", "123456789012345678901234567890.5"];
    let judged = judge(
        &numbers.map(|it| it.parse::<bigdecimal::BigDecimal>().unwrap()),
        &[
            "\"5.\"",
            "\".5\"",
            "\"+1\"",
            "\"1e5\"",
            "\"1_000\"",
            "\"\"",
            "\".\"",
            "\" 1\"",
            "\"0x1\"",
            "\"NaN\"",
            "1e300",
            "[[1],0]",
        ],
    );
    for open in judged.unknown {
        assert!(open.starts_with('"'), "{open}");
    }
}

#[test]
fn short_texts() {
    let text = |text| arrayvec::ArrayString::<4>::from(text).unwrap();
    exact(
        &[text(""), text("abcd"), text("éé")],
        &["\"abcde\"", "\"ééa\"", "\"\\u0800\"", "\"\\u0800a\"", "\"\\u0800é\"", "[97]"],
    );
    exact(&[smol_str::SmolStr::new("a"), smol_str::SmolStr::new("a".repeat(40))], &["[97]"]);
}

#[test]
fn versions() {
    use semver::{Comparator, Version, VersionReq};
    let texts = &[
        "\"1.2\"",
        "\"01.2.3\"",
        "\" 1.2.3\"",
        "\"v1.2.3\"",
        "\"1.2.3-01\"",
        "\"1.2.3-01a+01\"",
        "\"1.2.3-a..b\"",
        "\"18446744073709551615.0.0\"",
        "\"18446744073709551616.0.0\"",
        "\"*\"",
        "\"1\"",
        "\">= 1.2 , <3\"",
        "\"1.X\"",
        "\">=*\"",
        "\"1,\"",
    ];
    exact::<Version>(&["1.2.3-a.1+b".parse().unwrap()], texts);
    exact::<VersionReq>(&["^1.2, <3".parse().unwrap(), VersionReq::STAR], texts);
    exact::<Comparator>(&["~1.2".parse().unwrap(), "1.*".parse().unwrap()], texts);
}

/// What is borrowed from a text: the type cannot read all that it writes.
#[derive(serde::Serialize, serde::Deserialize, contract_core::Contract)]
struct Borrowed<'a> {
    a: &'a [u8],
    #[serde(borrow)]
    b: Cow<'a, [u8]>,
    #[serde(borrow)]
    c: Cow<'a, str>,
    d: Cow<'a, [u8]>,
    e: &'a str,
    #[serde(borrow)]
    f: Vec<&'a str>,
    #[serde(borrow)]
    g: Option<&'a [u8]>,
}

#[test]
fn borrowed_texts_and_bytes() {
    use contract_check::evaluate::wire::{Answer, reads, writes};
    use contract_check::json::Json;
    let value = Borrowed {
        a: b"a",
        b: b"b".into(),
        c: "c".into(),
        d: b"d".into(),
        e: "\"",
        f: vec!["f"],
        g: Some(b"g"),
    };
    let written = serde_json::to_string(&value).unwrap();
    let (document, wire) = contract_tests::oracle::document::<Borrowed<'static>>();
    assert_eq!(writes(&document, &wire, &Json::parse(&written).unwrap(), &[]), Answer::Yes);
    let mut read = 0;
    for text in [
        written.as_str(),
        r#"{"a":"a","b":"b\n","c":"\n","d":[1],"e":"","f":[]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"é/","f":["'"],"g":null}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"\"","f":[]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"\\","f":[]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"\u001f","f":[]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"","f":["","\n"]}"#,
        r#"{"a":"\n","b":[1],"c":"","d":[1],"e":"","f":[]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"","f":[],"g":"g"}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"","f":[],"g":[1]}"#,
        r#"{"a":"a","b":"b","c":"","d":[1],"e":"","f":[],"g":"\n"}"#,
        r#"{"a":"a","b":[1],"c":"","d":[1],"e":"","f":[]}"#,
        r#"{"a":[1],"b":"","c":"","d":[1],"e":"","f":[]}"#,
        r#"{"a":"","b":"","c":[1],"d":[1],"e":"","f":[]}"#,
        r#"{"a":"","b":"","c":"","d":"","e":"","f":[]}"#,
    ] {
        let answer = reads(&document, &wire, &Json::parse(text).unwrap(), &[]);
        let serde = serde_json::from_str::<Borrowed<'_>>(text);
        assert_eq!(answer == Answer::Yes, serde.is_ok(), "{text}");
        read += usize::from(serde.is_ok());
    }
    assert_eq!(read, 3);
}

#[test]
fn containers_of_other_crates() {
    exact::<either::Either<u8, String>>(
        &[either::Left(1), either::Right("a".into())],
        &["{\"Left\":1,\"Right\":\"a\"}", "1"],
    );
    exact(&[indexmap::IndexMap::<String, u8>::from([("a".to_owned(), 1)])], &[]);
    exact(&[indexmap::IndexSet::<u8>::from([1, 2])], &["[1,1]"]);
    exact(&[smallvec::SmallVec::<[u8; 2]>::from_slice(&[1, 2, 3])], &[]);
    exact(&[arrayvec::ArrayVec::<u8, 2>::from([1, 2])], &["[]", "[1,2,3]", "[1,2,\"x\"]", "\"a\""]);
    exact::<arrayvec::ArrayVec<u8, 0>>(&[arrayvec::ArrayVec::new()], &["[]", "[1]"]);
    exact(&[bytes::Bytes::from_static(b"a")], &["\"a\""]);
    exact(&[bytes::BytesMut::from(&b"a"[..])], &["\"a\""]);
}
