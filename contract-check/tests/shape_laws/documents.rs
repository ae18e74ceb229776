//! Small documents.

use contract_check::json::Json;

const SCALARS: &[&str] = &[
    "null", "true", "false", "0", "1", "1.0", "2", "3", "-1", "0.5", "6", "-0", "\"\"", "\"a\"",
    "\"b\"", "\"ab\"", "\"ba\"", "\"aab\"", "\"x\"",
];

/// A few hundred documents over the names and values that the generator uses.
pub(crate) fn documents() -> Vec<Json> {
    let small: Vec<&str> =
        ["null", "true", "0", "1", "1.0", "0.5", "\"a\"", "\"ab\"", "[]", "{}"].into();
    let mut texts: Vec<String> = SCALARS.iter().map(|text| (*text).to_owned()).collect();
    texts.extend(["[]".to_owned(), "{}".to_owned()]);
    for first in &small {
        texts.push(format!("[{first}]"));
        texts.push(format!("[[{first}]]"));
        texts.push(format!("[{first},{first},{first}]"));
        for name in ["a", "b", "ab", "x"] {
            texts.push(format!("{{\"{name}\":{first}}}"));
            texts.push(format!("{{\"{name}\":[{first}]}}"));
            texts.push(format!("{{\"{name}\":{{\"a\":{first}}}}}"));
        }
        for second in &small {
            texts.push(format!("[{first},{second}]"));
            texts.push(format!("[{first},{second},0]"));
            for (one, two) in [("a", "b"), ("a", "x"), ("ab", "b"), ("x", "y")] {
                texts.push(format!("{{\"{one}\":{first},\"{two}\":{second}}}"));
            }
            texts.push(format!("{{\"a\":{first},\"b\":{second},\"x\":0}}"));
            texts.push(format!("{{\"a\":{{\"a\":{first}}},\"b\":{second}}}"));
            texts.push(format!("{{\"a\":{first},\"b\":{{\"ab\":{second}}}}}"));
        }
    }
    texts.iter().map(|text| Json::parse(text).expect("JSON")).collect()
}
