//! The JSON Schema that the program prints, held against what else it prints.
//!
//! A reader of JSON Schema that knows the words the schema uses, fails on any other, and takes a field that the schema
//! does not describe for an error: so that nothing is printed that is not written down.

use onrecord::attribution::{Basis, Medium};
use serde_json::Value;

use crate::desk::{Desk, Run};

/// Why `value` is not as `schema` says; nothing when it is.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each word of JSON Schema"
)]
fn fault(value: &Value, schema: &Value, root: &Value, place: &str) -> Option<String> {
    let object = schema.as_object().expect("a schema is an object");
    if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(reference.trim_start_matches('#'));
        let target = target.unwrap_or_else(|| panic!("no {reference} in the schema"));
        return fault(value, target, root, place);
    }
    let wrong = |why: &str| Some(format!("{place}: {why}: {value}"));
    for (word, rule) in object {
        match word.as_str() {
            "description" | "title" | "$schema" | "$defs" => {}
            "type" => {
                let types: Vec<&str> = match rule {
                    Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
                    one => one.as_str().into_iter().collect(),
                };
                let is = |one: &str| match one {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64() || value.is_i64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("the schema has a type {other}"),
                };
                if !types.into_iter().any(is) {
                    return wrong("of another type");
                }
            }
            "enum" => {
                if !rule.as_array().is_some_and(|values| values.contains(value)) {
                    return wrong("none of the values");
                }
            }
            "const" => {
                if rule != value {
                    return wrong("another value");
                }
            }
            "minimum" => {
                if value.as_f64() < rule.as_f64() {
                    return wrong("too small");
                }
            }
            // Days are the only strings with a pattern.
            "pattern" => {
                let day = value.as_str().unwrap_or_default();
                if day.len() < 10 || !day.chars().all(|c| c.is_ascii_digit() || c == '-') {
                    return wrong("no day");
                }
            }
            "minItems" | "maxItems" => {
                let count = value.as_array().map_or(0, Vec::len) as u64;
                let bound = rule.as_u64().expect("a number");
                if (word == "minItems" && count < bound) || (word == "maxItems" && count > bound) {
                    return wrong("of another length");
                }
            }
            "items" => {
                for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
                    let found = fault(item, rule, root, &format!("{place}[{nth}]"));
                    if found.is_some() {
                        return found;
                    }
                }
            }
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    let Some(rule) = rule.get(name) else {
                        return wrong(&format!("a field {name} that is not described"));
                    };
                    let found = fault(field, rule, root, &format!("{place}.{name}"));
                    if found.is_some() {
                        return found;
                    }
                }
            }
            "additionalProperties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    let found = fault(field, rule, root, &format!("{place}.{name}"));
                    if found.is_some() {
                        return found;
                    }
                }
            }
            "required" => {
                for name in rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    if value.get(name).is_none() {
                        return wrong(&format!("without its field {name}"));
                    }
                }
            }
            "anyOf" => {
                let faults: Vec<String> = rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map_while(|one| fault(value, one, root, place))
                    .collect();
                if faults.len() == rule.as_array().map_or(0, Vec::len) {
                    return Some(faults.join("\n"));
                }
            }
            other => panic!("the schema uses {other}, which this reader does not know"),
        }
    }
    None
}

#[track_caller]
fn holds(schema: &Value, value: &Value) {
    if let Some(fault) = fault(value, schema, schema, "$") {
        panic!("{fault}");
    }
}

#[test]
fn all_json_is_as_the_schema_says() {
    let desk = Desk::with_index();
    let schema = desk.run(["schema"]).ends(0).json();
    for arguments in [
        &["split", "news.jsonl"][..],
        &["show", "bridge"],
        &["query", "harbour"],
        &[
            "query",
            "--explain",
            "--facets",
            "kind,speaker,year",
            "harbour",
        ],
        &["query", "--articles", "harbour"],
        &["query", "--in", "news.jsonl", "--explain", "harbour"],
        &["compare", "okafor", "nobody", "steel"],
        &["trace", "nobody wanted this but the steel is tired"],
    ] {
        let run = |format: &str| {
            Run::of(desk.command([]).args(arguments).args(["--format", format])).ends(0)
        };
        holds(&schema, &run("json").json());
        let lines = run("jsonl").lines();
        assert!(!lines.is_empty(), "{arguments:?}");
        for line in &lines {
            holds(&schema, line);
        }
    }
    desk.write("queries", "harbour\nferry bridge\nzeppelin\n");
    let run = desk
        .run(["query", "--queries", "queries", "--format", "json"])
        .ends(0)
        .json();
    holds(&schema, &run);
    assert_eq!(run["queries"][2]["total"], 0);
    let lines = desk
        .run(["query", "--queries", "queries", "--format", "jsonl"])
        .ends(0)
        .lines();
    for line in &lines {
        holds(&schema, line);
    }
    assert_eq!(lines[0]["query"], "harbour");
}

#[test]
fn the_schema_names_every_value() {
    let schema = Desk::new().run(["schema"]).ends(0).json();
    let named = |field: &str| {
        let values = &schema["$defs"]["attribution"]["properties"][field]["enum"];
        let values = values.as_array().into_iter().flatten();
        values
            .filter_map(Value::as_str)
            .map(String::from)
            .collect::<Vec<_>>()
    };
    assert_eq!(named("medium"), Medium::ALL.map(Medium::as_str));
    assert_eq!(named("basis"), Basis::ALL.map(Basis::as_str));
}

#[test]
fn the_schema_is_not_met_by_anything() {
    let desk = Desk::with_index();
    let schema = desk.run(["schema"]).ends(0).json();
    let good = desk
        .run(["split", "news.jsonl", "--format", "jsonl"])
        .ends(0)
        .lines()
        .remove(0);
    holds(&schema, &good);
    for (field, value) in [
        ("kind", Value::from("rumour")),
        ("spans", serde_json::json!([[1]])),
        ("text", Value::Null),
        ("new", Value::from(1)),
        (
            "said",
            serde_json::json!({ "text": "Tuesday", "from": "soon", "to": "later" }),
        ),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(fault(&bad, &schema, &schema, "$").is_some(), "{field}");
    }
}
