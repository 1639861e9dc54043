//! Any text as an office's template: page blocks, or problems with their lines,
//! within the bounds that templates have.

#![no_main]

use iku::document::{TemplateSet, render_part};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut set = TemplateSet::builtin("iku").unwrap_or_default();
    set.files.insert("iku.xml".to_owned(), text.to_owned());
    let context = serde_json::json!({
        "judul": "INDIKATOR",
        "visi": null,
        "sasaran": [{ "nomor": "1", "uraian": "a & b", "indikator": [{ "id": "1.1", "nama": "c" }] }],
    });
    if let Err(error) = render_part(&set, "iku", &context) {
        assert!(!error.problems.is_empty());
        assert!(!error.to_string().is_empty());
    }
});
