//! The unit that a sheet's or a file's name states.

use super::caption_unit::caption_unit;
use super::heading::{is_money, scale_word};
use super::label::words;
use super::unclear_unit::by_tens;

/// The scale that a sheet's or a file's name states: `Keragaan (Rp Juta)`,
/// `Rekap 2021 - dalam jutaan`, `Juta Rupiah`; a lone `juta` in words is one too.
pub(crate) fn name_unit(name: &str) -> Option<(u64, String)> {
    // `Data (puluhan ribu)` is asked about.
    if by_tens(&words(name)).is_some() {
        return None;
    }
    caption_unit(name).or_else(|| {
        let words = words(name);
        // `Keragaan 2021 x1000`.
        let is_times = |pair: &[String]| pair[0] == "x" && pair[1] == "1000";
        if words.iter().any(|word| word == "x1000") || words.windows(2).any(is_times) {
            return Some((1_000, "x 1000".to_owned()));
        }
        // `Data dibulatkan ke jutaan` keeps its unit.
        if words.iter().any(|word| matches!(word.as_str(), "dibulatkan" | "pembulatan")) {
            return None;
        }
        let scales = ["ribuan", "jutaan", "miliaran", "milyaran", "triliun", "triliunan"];
        // `Kop Rp Juta 2021`: money and its scale side by side.
        let beside = words.windows(2).find_map(|pair| {
            let is_pair = is_money(&pair[0]) != is_money(&pair[1]);
            let scale = pair.iter().find_map(|word| scale_word(word).filter(|_| word.len() > 1))?;
            is_pair.then(|| (scale, pair.join(" ")))
        });
        let word = || words.iter().find(|word| scales.contains(&word.as_str()));
        // `Data jt`: short forms at the end, where no name of a place or a koperasi ends so.
        let last = || words.last().filter(|word| matches!(word.as_str(), "rb" | "ribu" | "jt" | "juta" | "miliar" | "milyar"));
        beside.or_else(|| Some((scale_word(word().or_else(last)?)?, word().or_else(last)?.clone())))
    })
}

/// `Data Rupiah`, `Omset Rp`: a name that says of what its amounts are, and no scale.
pub(crate) fn plain_unit(name: &str) -> Option<(u64, String)> {
    let words = words(name);
    let is_scaled = || by_tens(&words).is_some() || words.iter().any(|word| scale_word(word).is_some());
    let last = || words.last().filter(|word| *word == "rp");
    words.iter().find(|word| *word == "rupiah").or_else(last).filter(|_| !is_scaled()).map(|word| (1, word.clone()))
}
