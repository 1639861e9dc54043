//! What a cell under `Status` says of a koperasi: that it is idle, in whatever word; that it is not quite active.

use super::label::spelt_words;
use super::lexicon::{HALF, IDLE, NEGATED};

/// More words are a remark.
const FEW: usize = 4;

/// `Pasif`, `Dibekukan`, `Tidak/Kurang Aktif`: nothing but that a koperasi is not active.
pub(crate) fn is_idle(text: &str) -> bool {
    let words = spelt_words(text);
    let is_idle = |word: &String| IDLE.contains(&word.as_str());
    let is_active = |word: &String| word == "aktif";
    let is_negated = words.first().is_some_and(|first| NEGATED.contains(&first.as_str()) || first == "non");
    (1..=FEW).contains(&words.len()) && (words.iter().any(is_idle) || is_negated && words.iter().any(is_active))
}

/// `Kurang Aktif`, `Tidak/Kurang Aktif`, `Semi aktif`: between active and idle.
pub(crate) fn is_half_active(text: &str) -> bool {
    let words = spelt_words(text);
    let is_half = |word: &String| HALF.contains(&word.as_str());
    (1..=FEW).contains(&words.len()) && words.iter().any(|word| word == "aktif") && words.iter().any(is_half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_status() {
        assert!(
            ["Pasif", "Beku", "Dibekukan", "Tidak Aktif", "Tdk Aktif", "Tidak/Kurang Aktif", "Non Aktif"]
                .into_iter()
                .all(is_idle)
        );
        assert!(!["Aktif", "Kurang Aktif", "Sehat", "", "Belum RAT", "Bubar"].into_iter().any(is_idle));
        assert!(["Kurang Aktif", "Tidak/Kurang Aktif", "Cukup aktif"].into_iter().all(is_half_active));
        assert!(!["Aktif", "Tidak Aktif", "Kurang Sehat"].into_iter().any(is_half_active));
    }
}
