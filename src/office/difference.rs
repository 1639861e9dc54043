//! Where two records differ, by the names of what they hold.

use serde_json::Value;

/// What is told of one place; the rest is counted by whoever shows it.
const MOST: usize = 200;

/// The parts of two records that are not equal, in their order: `daerah`, `indikator 1.1 tampil`.
pub fn of(before: &Value, now: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", before, now, &mut found);
    found
}

fn compare(at: &str, before: &Value, now: &Value, found: &mut Vec<String>) {
    if before == now || found.len() >= MOST {
        return;
    }
    let within = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at} {name}") };
    match (before, now) {
        (Value::Object(one), Value::Object(two)) => {
            for (key, value) in one {
                compare(&within(key), value, two.get(key).unwrap_or(&Value::Null), found);
            }
            let new = two.iter().filter(|(key, value)| !one.contains_key(*key) && !value.is_null());
            found.extend(new.map(|(key, _)| within(key)));
        }
        // Entries are held against each other one by one where they are as many.
        (Value::Array(one), Value::Array(two)) if one.len() == two.len() => {
            for (index, (before, now)) in one.iter().zip(two).enumerate() {
                compare(&within(&name(now).unwrap_or_else(|| (index + 1).to_string())), before, now, found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// What an entry of a list is called.
fn name(entry: &Value) -> Option<String> {
    ["id", "nama", "berkas", "kode"].iter().find_map(|key| Some(entry.get(key)?.as_str()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_place_that_differs_is_named() {
        let before = json!({ "daerah": "A", "indikator": [{ "id": "1.1", "tampil": "8" }, { "id": "1.2" }], "temuan": [] });
        assert_eq!(of(&before, &before), Vec::<String>::new());
        let now =
            json!({ "daerah": "B", "indikator": [{ "id": "1.1", "tampil": "9" }, { "id": "1.2" }], "temuan": [1], "isi": "x" });
        assert_eq!(of(&before, &now), ["daerah", "indikator 1.1 tampil", "temuan", "isi"]);
        assert_eq!(of(&now, &before), ["daerah", "indikator 1.1 tampil", "isi", "temuan"]);
    }
}
