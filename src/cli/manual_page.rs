//! `iku jelaskan KODE`: the manual page of a finding.

use super::words_id as words;
use crate::diagnostic::Kode;
use crate::vocabulary::nearest;

/// Whether what was asked for is an indicator's number (`1.1`) rather than a code.
pub fn is_figure(id: &str) -> bool {
    id.trim().chars().all(|c| c.is_ascii_digit() || c == '.') && id.contains(|c: char| c.is_ascii_digit())
}

/// The manual page, or what to say where there is no such code.
pub fn manual(id: &str) -> Result<String, String> {
    let id = id.trim();
    let Some(kode) = Kode::parse(&id.to_lowercase()) else {
        return Err(words::unknown_code(id, nearest(id, Kode::ALL.iter().map(|kode| kode.text()))));
    };
    let mut page = format!("{} ({})\n\n", kode.text(), kode.tingkat().text());
    for (head, text) in kode.manual() {
        if !head.is_empty() {
            page.push_str(head);
            page.push_str(": ");
        }
        page.push_str(&text);
        page.push('\n');
    }
    Ok(page)
}
