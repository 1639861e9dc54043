//! The unit that a sheet's or a file's name states.

use super::caption_unit::caption_unit;
use super::heading::{is_money, scale_word};
use super::label::{is_number, words};
use super::unclear_unit::by_tens;

/// The scale that a sheet's or a file's name states: `Keragaan (Rp Juta)`,
/// `Rekap 2021 - dalam jutaan`, `Juta Rupiah`; a lone `juta` in words is one too.
pub(crate) fn name_unit(name: &str) -> Option<(u64, String)> {
    // `Data (puluhan ribu)` is asked about.
    if by_tens(&words(name)).is_some() {
        return None;
    }
    // `Kop_rp_000`: beside words that say no more than what it is a name of.
    let less_plain = || {
        let rest: Vec<String> = words(name).into_iter().filter(|word| !BESIDE_SCALES.contains(&word.as_str())).collect();
        caption_unit(&rest.join(" ")).filter(|(factor, _)| *factor > 1)
    };
    caption_unit(name).or_else(less_plain).or_else(|| {
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
        // `juta_fix`, `lap. juta kop`: beside words that say no more than what it is a name of. `Omset 50 juta` is an amount.
        let is_scale = |word: &String| scale_word(word).is_some() && word.len() > 1;
        let is_plain = |(at, word): (usize, &String)| {
            BESIDE_SCALES.contains(&word.as_str())
                || is_number(word) && words.get(at + 1).is_none_or(|next| !is_scale(next))
                || is_scale(word)
        };
        let among = || words.iter().find(|word| is_scale(word)).filter(|_| words.iter().enumerate().all(is_plain));
        let word = word().or_else(last).or_else(among);
        beside.or_else(|| Some((scale_word(word?)?, word?.clone())))
    })
}

/// What else a sheet or a file may be called beside its scale.
const BESIDE_SCALES: &[&str] = &[
    "kop", "koperasi", "umkm", "ukm", "data", "lap", "laporan", "rekap", "keragaan", "tabel", "lembar", "sheet", "fix", "final",
    "rev", "revisi", "ok", "baru", "copy", "tahun", "th", "thn",
];

/// `Data Rupiah`, `Omset Rp`: a name that says of what its amounts are, and no scale.
pub(crate) fn plain_unit(name: &str) -> Option<(u64, String)> {
    let words = words(name);
    let is_scaled = || by_tens(&words).is_some() || words.iter().any(|word| scale_word(word).is_some());
    let last = || words.last().filter(|word| *word == "rp");
    words.iter().find(|word| *word == "rupiah").or_else(last).filter(|_| !is_scaled()).map(|word| (1, word.clone()))
}

#[cfg(test)]
mod tests {
    use super::name_unit;

    #[test]
    fn scales_among_plain_words_of_a_name() {
        for (name, factor) in [
            ("Kop_juta", Some(1_000_000)),
            ("juta_fix", Some(1_000_000)),
            ("juta (2)", Some(1_000_000)),
            ("lap. juta kop", Some(1_000_000)),
            ("sat. Rp. 000", Some(1_000)),
            ("rp 000_fix", Some(1_000)),
            ("Kop_rp_000", Some(1_000)),
            ("Omset 50 juta keatas", None),
            ("Data 300 juta kop", None),
            ("Kop Milik Bersama", None),
        ] {
            assert_eq!(name_unit(name).map(|(factor, _)| factor), factor, "{name}");
        }
    }
}
