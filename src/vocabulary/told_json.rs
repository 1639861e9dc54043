//! JSON as it is handed on: nothing personal in its texts, nothing unseen.

use super::mask::{mask_in_text, mask_quoted};
use super::visible::visible_json;

/// Keys whose values are figures, which a number of sixteen digits may be; where they are texts (a predicate), they are none.
const FIGURES: [&str; 9] =
    ["nilai", "dibatasi", "target", "tampil", "kemajuan", "tanpa_batas", "target_akhir_nilai", "selisih", "tepat"];
/// Those that stand there as they are shown, and else are what a cell held.
const SHOWN: [&str; 3] = ["tampil", "semula", "menjadi"];
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

fn is_exact(line: &str) -> bool {
    let line = line.trim().trim_end_matches(',');
    let (key, value) = match line.strip_prefix('"').and_then(|rest| rest.split_once("\": ")) {
        Some((key, value)) => (key, value),
        None => ("", line),
    };
    let value = value.trim_matches('"');
    let is_digest = value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_figure(key, value) || is_digest
}

/// Whether a member is an exact decimal, `1234567890123456.78`, or one as it is shown, `1.234.567,8`: no text of anybody's.
pub fn is_figure(key: &str, value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let value = value.strip_prefix(['-', '+']).unwrap_or(value);
    let is_exact = || match value.split_once('.') {
        Some((whole, places)) => digits(whole) && digits(places),
        None => digits(value),
    };
    let is_shown = || {
        let (whole, places) = value.split_once(',').map_or((value, None), |(whole, places)| (whole, Some(places)));
        let mut thousands = whole.split('.');
        let first = thousands.next().unwrap_or_default();
        digits(first) && first.len() <= 3 && thousands.all(|part| digits(part) && part.len() == 3) && places.is_none_or(digits)
    };
    // What is shown has its thousands apart: a bare number of sixteen digits is none.
    FIGURES.contains(&key) && !SHOWN.contains(&key) && is_exact()
        || (FIGURES.contains(&key) || SHOWN.contains(&key)) && is_shown()
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
        // A predicate's text stands where figures stand.
        for (key, value, exact) in [
            ("tampil", "3575011205800012", false),
            ("tampil", "HP 0812-3456-7890", false),
            ("nilai", "HP 0812-3456-7890", false),
            ("tampil", "-1.234.567.890.123.456,78", true),
            ("nilai", "-1234567890123456.78", true),
            ("nama", "1234567890123456", false),
        ] {
            assert_eq!(is_figure(key, value), exact, "{key} {value}");
        }
        assert_eq!(back["sha256"], digest);
    }
}
