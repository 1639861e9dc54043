//! What a report says, made safe for markup.

use crate::vocabulary::{is_misleading, is_written_number, mask_in_text};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

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
    let tera = tera::Context::from_serialize(&clean(value)).map_err(|error| error.to_string())?;
    Ok(Filled { tera, names })
}

/// The names of figures that the program itself has computed or was given as numbers:
/// 628.123.456.789 rupiah are no telephone number.
const FIGURES: [&str; 10] = [
    "nilai",
    "tampil",
    "target",
    "target_akhir",
    "target_akhir_nilai",
    "tanpa_batas",
    "kemajuan",
    "semula",
    "menjadi",
    "selisih",
];

fn clean_member(key: &str, value: Value) -> Value {
    match value {
        Value::String(text) if FIGURES.contains(&key) && is_written_number(&text) => Value::String(text),
        other => clean(other),
    }
}

fn clean(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(mask_in_text(&clean_text(&text))),
        // A null in a list keeps its place: the list's length means something.
        Value::Array(items) => Value::Array(items.into_iter().map(clean).collect()),
        Value::Object(map) => Value::Object(
            map.into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (clean_text(&key), clean_member(&key, value)))
                .collect(),
        ),
        other => other,
    }
}

/// A text without characters that XML 1.0 forbids, that the marks use or that
/// mislead: those that separate (vertical tab, form feed) become a blank, those that
/// exports leave about go (a soft hyphen stays: it says where a word may break), others
/// are written out, `\u{1b}`, so that a page can show them.
fn clean_text(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => cleaned.push(c),
            '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            c if is_misleading(c) || c == char::REPLACEMENT_CHARACTER || u32::from(c) >= 0xf_0000 => {
                // Writing to a String cannot fail.
                let _ = write!(cleaned, "\\u{{{:x}}}", u32::from(c));
            }
            c => cleaned.push(c),
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_no_telephone_numbers() {
        let cleaned = |value: serde_json::Value| clean(value).to_string();
        for amount in ["628123456789", "2350123456789012", "-62812345678.5", "0,0812345679", "628.123.456,78"] {
            assert!(cleaned(serde_json::json!({ "nilai": amount, "tampil": amount })).matches(amount).count() == 2, "{amount}");
        }
        for text in ["081234567890", "HP 628123456789"] {
            assert!(!cleaned(serde_json::json!({ "tampil": text })).contains(text), "{text}");
        }
        assert!(!cleaned(serde_json::json!({ "nama": "628123456789" })).contains("628123456789"));
    }

    #[test]
    fn forbidden_characters_go_and_nulls_are_absent() {
        assert_eq!(clean_text("KSP\u{200b} Ma\u{ad}ju\u{feff}"), "KSP Ma\u{ad}ju");
        assert_eq!(clean_text("a\u{b}b\u{0}c\u{fffe}\u{10fffd}\t\u{a0}é"), "a b\\u{0}c\\u{fffe}\\u{10fffd}\t\u{a0}é");
        let filled = prepare(&serde_json::json!({ "visi": null, "x": { "y": null, "z": [null, 1] } })).unwrap();
        assert!(filled.names.contains("visi"));
        assert!(prepare(&serde_json::json!([1])).is_err());
    }
}
