//! Every record that is written is such as docs/iku-record-1.schema.json says, and
//! earlier records are still read.

mod common;

use common::{Office, iku};
use serde_json::{Value, json};
use std::path::Path;

/// What is wrong with `value`, by the keywords that our schema uses; any other keyword panics.
fn faults(schema: &Value, root: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let good = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "additionalProperties" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                faults(&root["$defs"][name], root, value, at, found);
                true
            }
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64() || value.is_u64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "null" => value.is_null(),
                other => panic!("{other}"),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_i64().is_none_or(|number| number >= rule.as_i64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "anyOf" => rule.as_array().unwrap().iter().any(|one| {
                let mut wrong = Vec::new();
                faults(one, root, value, at, &mut wrong);
                wrong.is_empty()
            }),
            "required" => {
                let missing = rule.as_array().unwrap().iter().filter(|name| value.get(name.as_str().unwrap()).is_none());
                found.extend(missing.map(|name| format!("{at}: {name} is missing")));
                true
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(inner) = value.get(name) {
                        faults(rule, root, inner, &format!("{at}/{name}"), found);
                    }
                }
                // A field that we write and the schema does not know is a slip of ours.
                let unknown =
                    value.as_object().into_iter().flat_map(|object| object.keys()).filter(|name| rule.get(name).is_none());
                found.extend(unknown.map(|name| format!("{at}: {name} is not in the schema")));
                true
            }
            "items" => {
                for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
                    faults(rule, root, inner, &format!("{at}/{index}"), found);
                }
                true
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !good {
            found.push(format!("{at}: {value} is against {keyword} {rule}"));
        }
    }
}

/// The four patterns of the schema.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        "^[0-9a-f]{64}$" => text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let parts: Vec<&str> = text.split('-').collect();
            parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(|part| digits(part))
        }
        "^-?[0-9]+(\\.[0-9]+)?$" => {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.split_once('.').map_or_else(|| digits(text), |(whole, rest)| digits(whole) && digits(rest))
        }
        "^[0-9]+\\.[0-9]+$" => text.split_once('.').is_some_and(|(whole, rest)| digits(whole) && digits(rest)),
        other => panic!("the schema uses {other}, which this test does not know"),
    }
}

fn wrong(record: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_slice(&std::fs::read("docs/iku-record-1.schema.json").unwrap()).unwrap();
    let mut found = Vec::new();
    faults(&schema, &schema, record, "", &mut found);
    found
}

fn holds(record: &Value) {
    let found = wrong(record);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_records_of_all_samples_are_as_the_schema_says() {
    let sample = Office::sample();
    assert_eq!(sample.buat().status, 0);
    holds(&sample.record());
    sample.edit_profile("tempat  = \"Pasuruan\"", "tempat  = \"Bangil\"");
    assert_eq!(iku(&["buat", sample.text(), "--alasan", "tempat"]).status, 0);
    let record = sample.record();
    assert_eq!(record["revisi"], 2);
    holds(&record);
    let mut checked = 0;
    for folder in std::fs::read_dir("samples/katalog-iku").unwrap() {
        let folder = folder.unwrap().path();
        if folder.join("iku.toml").is_file() {
            let run = iku(&["periksa", folder.to_str().unwrap(), "--json"]);
            holds(&serde_json::from_str(&run.stdout).unwrap());
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked}");
    for folder in std::fs::read_dir("samples/salah").unwrap() {
        let folder = folder.unwrap().path();
        let run = iku(&["periksa", folder.to_str().unwrap(), "--json"]);
        let record: Value = serde_json::from_str(&run.stdout).unwrap_or_default();
        let all = record.as_array().cloned().unwrap_or_else(|| vec![record]);
        all.iter().filter(|record| !record.is_null()).for_each(holds);
    }
}

#[test]
fn the_schema_sees_what_is_wrong() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    let right = office.record();
    let spoilt = |path: &str, value: Value| {
        let mut record = right.clone();
        *record.pointer_mut(path).unwrap() = value;
        wrong(&record).len()
    };
    assert_eq!(spoilt("/revisi", json!(1)), 0);
    for (path, value) in [
        ("/revisi", json!(0)),
        ("/schema", json!("iku-record/2")),
        ("/indikator/0/nilai", json!("8,18")),
        ("/indikator/0/status", json!("baik")),
        ("/luaran/0/sha256", json!("00")),
        ("/tanggal", json!("24 Januari 2022")),
        ("/masukan/0/tahun", json!("2021")),
    ] {
        assert_eq!(spoilt(path, value), 1, "{path}");
    }
    let mut short = right.clone();
    short.as_object_mut().unwrap().remove("ukuran");
    assert_eq!(wrong(&short).len(), 1);
}

/// A record as the first program wrote it, without what came later.
#[test]
fn earlier_records_are_read() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    let mut record = office.record();
    let isi = record["isi"].clone();
    for later in ["perubahan", "potret", "tanda_tangan", "disajikan_kembali"] {
        record.as_object_mut().unwrap().remove(later);
    }
    record["yang_belum_ada"] = json!({ "dari": "program yang lebih baru" });
    let path = Path::new("keluaran/2021/iku-2021.json");
    office.write(path.to_str().unwrap(), serde_json::to_string(&record).unwrap().as_bytes());
    let run = office.buat();
    assert!(run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
    assert!(isi.is_string());
    let run = iku(&["riwayat", office.text()]);
    assert!(run.stdout.contains("revisi 1"), "{}", run.stdout);
}
