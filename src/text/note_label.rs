//! What stands before a note's words where notes are a list: `1. `, `a) `, `- `.

use super::phrase::is_enumerator;

/// A note without its number, letter or dash.
pub(crate) fn without_label(note: &str) -> &str {
    let bare =
        note.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2013}' | '\u{2022}' | '\u{b7}' | '('));
    let end = bare.find(|c: char| !c.is_alphanumeric()).unwrap_or(bare.len());
    let (label, rest) = bare.split_at(end);
    let is_number = (1..=2).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_label = is_number || is_enumerator(label) || label.len() == 1;
    match rest.strip_prefix(['.', ')']) {
        Some(body) if is_label && body.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic()) => body.trim(),
        _ => note,
    }
}

#[cfg(test)]
mod tests {
    use super::without_label;

    #[test]
    fn notes_with_labels_and_without() {
        for (note, body) in [
            ("1. angka dalam ribuan", "angka dalam ribuan"),
            ("2) no. 5 dibubarkan", "no. 5 dibubarkan"),
            ("a. data masuk 13 dari 16", "data masuk 13 dari 16"),
            ("- 3. tutup", "tutup"),
            ("(1) tutup", "tutup"),
        ] {
            assert_eq!(without_label(note), body, "{note}");
        }
        for note in ["1.500 orang", "NIP. 19640505", "Catatan: tutup", "no. 5 tutup", "3 koperasi tutup", "1.5 juta", ""] {
            assert_eq!(without_label(note), note, "{note}");
        }
    }
}
