//! JSON as it is handed on: nothing personal in its texts, nothing unseen.

use super::mask::{mask_in_text, mask_quoted};
use super::visible::visible_json;

/// Keys whose values are exact figures, which a number of sixteen digits may be.
const FIGURES: [&str; 5] = ["nilai", "dibatasi", "target", "tampil", "kemajuan"];
/// The key of a formula: its numbers are figures, its texts are not.
const FORMULA: &str = "\"rumus\": \"";

/// Indented JSON, one value a line, with what has the shape of personal data
/// masked and what is not seen written out. Figures and digests stay as they are.
pub fn told_json(json: &str) -> String {
    let seen = visible_json(json);
    let mut told = String::with_capacity(seen.len());
    for line in seen.split_inclusive('\n') {
        if is_exact(line) {
            told.push_str(line);
        } else if line.trim_start().starts_with(FORMULA) {
            told.push_str(&mask_quoted(line, "\\\""));
        } else {
            told.push_str(&mask_in_text(line));
        }
    }
    told
}

/// Whether a text is a number as the program writes one, and nothing besides: `-1.234,50`, `628123456789`.
pub fn is_written_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut bytes = digits.bytes();
    let leads = matches!((bytes.next(), bytes.next()), (Some(b'0'), None | Some(b',' | b'.')) | (Some(b'1'..=b'9'), _));
    leads && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

fn is_exact(line: &str) -> bool {
    let line = line.trim().trim_end_matches(',');
    let (key, value) = match line.strip_prefix('"').and_then(|rest| rest.split_once("\": ")) {
        Some((key, value)) => (key, value),
        None => ("", line),
    };
    let value = value.trim_matches('"');
    let is_digest = value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    FIGURES.contains(&key) || is_digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_masked_and_figures_and_digests_are_not() {
        let digest = format!("{}1234567890123456{}", "a".repeat(24), "b".repeat(24));
        let value = serde_json::json!({
            "nama": "HP 0812-3456-7890",
            "teks": ["NIK 3575011205800012", "a\u{1b}b"],
            "nilai": "1234567890123456",
            "sha256": digest,
        });
        let formula = serde_json::json!({ "rumus": "1234567890123456 + COUNT(a WHERE b = \"3575011205800012\")" });
        assert!(told_json(&format!("{formula:#}")).contains("1234567890123456 + COUNT(a WHERE b = \\\"************0012\\\")"));
        let told = told_json(&format!("{value:#}\n"));
        let back: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!(back["nama"], "HP ****-****-7890");
        assert_eq!(back["teks"], serde_json::json!(["NIK ************0012", "a\\u{1b}b"]));
        assert_eq!(back["nilai"], "1234567890123456");
        assert_eq!(back["sha256"], digest);
    }
}
