//! Legends of marks that stand for nothing: `- = belum melapor`, `0 : data tidak masuk`. Read as nil, such a
//! mark would be a figure that nobody gave.

use super::label::spelt_words;

/// A mark that is read as nil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NilMark {
    Dash,
    Zero,
}

/// More letters than this are no legend.
const LONGEST: usize = 100;
/// What may stand before the mark.
const BEFORE: &[&str] =
    &["keterangan", "ket", "catatan", "tanda", "simbol", "kode", "sel", "nilai", "angka", "bertanda", "berisi", "yang", "strip"];
/// Between the mark and what it means.
const MEANS: &[&str] = &["adalah", "berarti", "artinya", "ialah", "yaitu", "menandakan", "menunjukkan", "maksudnya", "arti"];
const NEGATED: &[&str] = &["belum", "blm", "tidak", "tdk", "tak"];
/// What somebody did not do, or what did not come, where no figure was given.
const GIVEN: &[&str] = &[
    "lapor",
    "melapor",
    "melaporkan",
    "dilaporkan",
    "menyampaikan",
    "menyerahkan",
    "mengirim",
    "mengisi",
    "diisi",
    "terisi",
    "terdata",
    "didata",
    "tersedia",
    "diketahui",
    "diperoleh",
    "masuk",
];

/// Whether a line says of a mark that is read as nil that there is none of it: `Ket : - = tidak ada`.
pub(crate) fn says_nil(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let mut tokens = text.split_whitespace().flat_map(pieces).peekable();
    while tokens.next_if(|token| is_before(token)).is_some() {}
    let is_mark = tokens.next().is_some_and(|token| mark(token).is_some());
    let rest: Vec<&str> = tokens.collect();
    let meaning = spelt_words(&rest.get(1..).unwrap_or_default().join(" "));
    let words: Vec<&str> = meaning.iter().map(String::as_str).collect();
    is_mark && matches!(words[..], ["tidak", "ada"] | ["tidak", "memiliki"] | ["tidak", "punya"] | ["nihil"] | ["nol"])
}

/// The mark to which a line gives the meaning that no figure was given.
pub(crate) fn unreported_mark(text: &str) -> Option<NilMark> {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut tokens = text.split_whitespace().flat_map(pieces).peekable();
    while tokens.next_if(|token| is_before(token)).is_some() {}
    let mark = mark(tokens.next()?)?;
    let rest: Vec<&str> = tokens.collect();
    let first = rest.first()?;
    let is_sign = matches!(*first, "=" | ":" | "->" | "\u{2192}");
    let is_word = MEANS.contains(&first.to_lowercase().as_str());
    let meaning = spelt_words(&rest[1..].join(" "));
    let says = |words: &[String]| {
        NEGATED.contains(&words[0].as_str()) && words[1..].iter().take(2).any(|word| GIVEN.contains(&word.as_str()))
    };
    let no_data = |words: &[String]| {
        NEGATED.contains(&words[0].as_str()) && words[1] == "ada" && matches!(words[2].as_str(), "data" | "laporan" | "isian")
    };
    let is_unreported = meaning.windows(3).any(|three| says(three) || no_data(three)) || meaning.windows(2).any(says);
    ((is_sign || is_word) && is_unreported).then_some(mark)
}

/// `=` and `:` stand by themselves, whatever is written close to them.
fn pieces(token: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = token;
    while let Some(at) = rest.find(['=', ':']) {
        found.extend(Some(&rest[..at]).filter(|before| !before.is_empty()));
        found.push(&rest[at..=at]);
        rest = &rest[at + 1..];
    }
    found.extend(Some(rest).filter(|rest| !rest.is_empty()));
    found
}

fn is_before(token: &str) -> bool {
    matches!(token, ":") || BEFORE.contains(&token.to_lowercase().trim_end_matches('.'))
}

fn mark(token: &str) -> Option<NilMark> {
    match token.trim_matches(|c: char| matches!(c, '(' | ')' | '"' | '\'' | '[' | ']' | '\u{201c}' | '\u{201d}')) {
        "-" | "\u{2013}" | "\u{2014}" | "--" => Some(NilMark::Dash),
        "0" | "nol" | "Nol" => Some(NilMark::Zero),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_by_which_nothing_was_given() {
        for text in [
            "Tanda - artinya belum melapor",
            "- : tidak ada data",
            "(-) = data belum masuk",
            "Ket: - = belum lapor",
            "Keterangan : tanda \"-\" berarti koperasi tidak menyampaikan laporan",
            "\u{2013} adalah tidak terdata",
        ] {
            assert_eq!(unreported_mark(text), Some(NilMark::Dash), "{text}");
        }
        for text in ["0 = belum melapor", "Angka 0 artinya tidak ada laporan", "0: blm mengisi"] {
            assert_eq!(unreported_mark(text), Some(NilMark::Zero), "{text}");
        }
        for text in [
            "Tanda - berarti nihil",
            "- = tidak ada",
            "- koperasi belum melapor: 3",
            "- belum melapor",
            "1. Tanda - berarti nihil.",
            "0 = nihil",
            "* = belum melapor",
            "Belum melapor: 4 koperasi",
        ] {
            assert_eq!(unreported_mark(text), None, "{text}");
        }
    }
}
