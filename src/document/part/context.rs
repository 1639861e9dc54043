//! What a report says, made safe for markup.

use crate::vocabulary::mask_in_text;
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
    let tera = tera::Context::from_serialize(&clean(value)).map_err(|error| error.to_string())?;
    Ok(Filled { tera, names })
}

fn clean(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(mask_in_text(&clean_text(&text))),
        // A null in a list keeps its place: the list's length means something.
        Value::Array(items) => Value::Array(items.into_iter().map(clean).collect()),
        Value::Object(map) => Value::Object(
            map.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (clean_text(&key), clean(value))).collect(),
        ),
        other => other,
    }
}

/// A text without characters that XML 1.0 forbids or that the marks use: those
/// that separate (vertical tab, form feed) become a blank, others U+FFFD.
fn clean_text(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => char::REPLACEMENT_CHARACTER,
            '\u{fdd0}'..='\u{fdef}' => char::REPLACEMENT_CHARACTER,
            c if u32::from(c) & 0xfffe == 0xfffe || u32::from(c) >= 0xf_0000 => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_go_and_nulls_are_absent() {
        assert_eq!(clean_text("a\u{b}b\u{0}c\u{fffe}\u{10fffd}\t\u{a0}é"), "a b\u{fffd}c\u{fffd}\u{fffd}\t\u{a0}é");
        let filled = prepare(&serde_json::json!({ "visi": null, "x": { "y": null, "z": [null, 1] } })).unwrap();
        assert!(filled.names.contains("visi"));
        assert!(prepare(&serde_json::json!([1])).is_err());
    }
}
