//! Which keys differ between two texts of `iku.toml`.

use std::collections::BTreeMap;
use toml::Value;

/// The keys that were added, removed or changed, ascending: `laporan.judul`,
/// `sasaran[1].indikator[2].target.2022` (tables counted from 1). Comments and
/// the order of keys are no difference. A text that is no TOML has no keys.
///
/// ```
/// use iku::profile::changed_keys;
/// assert_eq!(changed_keys("a = 1 # satu\nb = 2", "b = 3\na = 1"), ["b"]);
/// assert_eq!(changed_keys("[[s]]\nx = 1", "[[s]]\nx = 1\n[[s]]\nx = 2"), ["s[2].x"]);
/// ```
pub fn changed_keys(before: &str, now: &str) -> Vec<String> {
    let (before, now) = (keys(before), keys(now));
    let mut changed: Vec<String> =
        now.iter().filter(|(key, value)| before.get(*key) != Some(value)).map(|(key, _)| key.clone()).collect();
    changed.extend(before.keys().filter(|key| !now.contains_key(*key)).cloned());
    changed.sort();
    changed
}

fn keys(text: &str) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    if let Ok(table) = text.parse::<toml::Table>() {
        flatten(&Value::Table(table), String::new(), &mut keys);
    }
    keys
}

fn flatten(value: &Value, path: String, keys: &mut BTreeMap<String, String>) {
    match value {
        Value::Table(table) => {
            for (key, inner) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(inner, path, keys);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_table) => {
            for (index, item) in items.iter().enumerate() {
                flatten(item, format!("{path}[{}]", index + 1), keys);
            }
        }
        // Texts with their kind, so that 1 and "1" differ.
        plain => drop(keys.insert(path, format!("{plain:?}"))),
    }
}
