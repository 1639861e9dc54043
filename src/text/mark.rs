//! Yes/no marks.

use super::clean::{clean, is_blank};

/// What a text in a mark column says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkText {
    Yes,
    No,
    /// A blank cell (or `…`, `n/a`, `t.a.d`, `belum lapor`): nothing is said.
    Missing,
    NotAMark,
}

/// Reads `1`, `v`, `x`, `✓`, `ya`, `aktif`, `ada` as yes; `-`, `0`, `tidak`,
/// `tidak aktif`, `tidak ada`, `nihil` as no. Any other text is refused.
pub fn read_mark(text: &str) -> MarkText {
    let cleaned = clean(text);
    let unquoted = cleaned.strip_prefix('\'').unwrap_or(&cleaned);
    let squeezed: String = unquoted.chars().filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
    match squeezed.as_str() {
        "1" | "v" | "x" | "✓" | "✔" | "√" | "☑" | "ya" | "aktif" | "ada" => MarkText::Yes,
        "-" | "--" | "0" | "tidak" | "tdk" | "tidakaktif" | "tdkaktif" | "tdk.aktif" | "nonaktif" | "non-aktif" | "tidakada"
        | "nihil" | "nol" => MarkText::No,
        "" | "…" | "..." | "n/a" | "t.a.d" | "belumlapor" => MarkText::Missing,
        _ => MarkText::NotAMark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_both_kinds_and_others_refused() {
        for yes in ["1", " 1 ", "v", "V", "x", "X", "✓", "√", "Ya", "AKTIF", "ada"] {
            assert_eq!(read_mark(yes), MarkText::Yes, "{yes}");
        }
        for no in ["-", " - ", "–", "0", "Tidak", "tidak aktif", "Tidak  Aktif", "non aktif", "nihil"] {
            assert_eq!(read_mark(no), MarkText::No, "{no}");
        }
        for missing in ["", "  ", "\u{a0}", "…", "n/a"] {
            assert_eq!(read_mark(missing), MarkText::Missing, "{missing}");
        }
        for other in ["2", "mungkin", "aktif?", "tidak tahu", "10", "belum", "sudah", "ya/tidak"] {
            assert_eq!(read_mark(other), MarkText::NotAMark, "{other}");
        }
    }
}
