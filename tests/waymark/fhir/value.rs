//! Finds its way in JSON.

use miniserde::json::{self, Number, Value};

/// JSON, read by other code than writes it.
pub fn parse(text: &str) -> Value {
    json::from_str(text).unwrap_or_else(|_| panic!("this is no JSON:\n{text}"))
}

/// The value at a path of keys and places, if it is there: `item/0/linkId`.
pub fn find<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').try_fold(value, |value, step| match value {
        Value::Object(object) => object.get(step),
        Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// The text at a path.
pub fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    match find(value, path) {
        Some(Value::String(text)) => text,
        other => panic!("{path}: {other:?}"),
    }
}

/// The whole number at a path.
pub fn number(value: &Value, path: &str) -> u64 {
    match find(value, path) {
        Some(Value::Number(Number::U64(number))) => *number,
        other => panic!("{path}: {other:?}"),
    }
}

/// The list at a path; empty if there is none, as FHIR has it.
pub fn list<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    match find(value, path) {
        Some(Value::Array(list)) => list.iter().collect(),
        None => Vec::new(),
        other => panic!("{path}: {other:?}"),
    }
}

/// Every text in a value; the names of members are not among them.
pub fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(object) => object.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
