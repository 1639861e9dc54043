//! What a report says, made safe for markup.

use crate::vocabulary::{for_page, is_figure, mask_in_text};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// A context ready for Tera.
pub struct Filled {
    pub tera: tera::Context,
    /// The variables there are, those that are null included.
    pub names: BTreeSet<String>,
}

/// Cleans every text, masks what has the shape of personal data, and leaves nulls out, so that printing an absent thing is
/// an error and never an empty place on a signed page.
pub fn prepare(context: &impl Serialize) -> Result<Filled, String> {
    let value = serde_json::to_value(context).map_err(|error| error.to_string())?;
    let Value::Object(map) = &value else { return Err("bukan kumpulan nilai bernama".to_owned()) };
    let names = map.keys().cloned().collect();
    let tera = tera::Context::from_serialize(&clean("", value)).map_err(|error| error.to_string())?;
    Ok(Filled { tera, names })
}

fn clean(key: &str, value: Value) -> Value {
    match value {
        Value::String(text) if is_figure(key, &text) => Value::String(text),
        Value::String(text) => Value::String(mask_in_text(&for_page(&text))),
        // A null in a list keeps its place: the list's length means something.
        Value::Array(items) => Value::Array(items.into_iter().map(|item| clean(key, item)).collect()),
        Value::Object(map) => Value::Object(
            map.into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (mask_in_text(&for_page(&key)), clean(&key, value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_no_telephone_numbers() {
        let cleaned = |value: serde_json::Value| clean("", value).to_string();
        for amount in ["628123456789", "2350123456789012", "-62812345678.5"] {
            assert!(cleaned(serde_json::json!({ "nilai": amount })).contains(amount), "{amount}");
        }
        for amount in ["0,0812345679", "628.123.456,78", "-628.123.456.789,00"] {
            assert!(
                cleaned(serde_json::json!({ "tampil": amount, "selisih": amount, "semula": amount })).matches(amount).count()
                    == 3,
                "{amount}"
            );
        }
        for text in ["081234567890", "HP 628123456789"] {
            assert!(!cleaned(serde_json::json!({ "tampil": text, "semula": text })).contains(text), "{text}");
        }
        assert!(!cleaned(serde_json::json!({ "nama": "628123456789" })).contains("628123456789"));
    }

    #[test]
    fn nulls_are_absent() {
        let filled = prepare(&serde_json::json!({ "visi": null, "x": { "y": null, "z": [null, 1] } })).unwrap();
        assert!(filled.names.contains("visi"));
        assert!(prepare(&serde_json::json!([1])).is_err());
    }
}
