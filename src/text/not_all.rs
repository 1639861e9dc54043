//! What a text says of figures that are not of all the rows, or of more than the year: `data masuk 13 dari 16`,
//! `cakupan 80%`, `tidak semua koperasi dilaporkan`, `kumulatif sejak 2019`.

use super::label::{one_of, stated_year};
use super::lexicon::{CAME_IN, DATA_OF, NOT_ALL, OF_FIGURES, REMARKS};
use super::period::is_whole_year;
use super::stem::is_of;

/// The words by which a text says so.
pub(super) fn not_all_or_more(words: &[String]) -> Option<String> {
    not_everybody(words).or_else(|| share_that_came(words)).or_else(|| of_more_years(words))
}

/// `tidak semua koperasi dilaporkan`.
fn not_everybody(words: &[String]) -> Option<String> {
    let at = words.windows(2).position(|two| two[0] == "tidak" && NOT_ALL.contains(&two[1].as_str()))?;
    words[at + 2..].iter().any(|word| is_of(word, CAME_IN)).then(|| words[at..at + 2].join(" "))
}

/// `data masuk 13 dari 16`, `cakupan 80%`.
fn share_that_came(words: &[String]) -> Option<String> {
    let of_all = || {
        let [before @ .., some, of, all] = words else { return None };
        let is_less = some.parse::<u32>().ok().zip(all.parse::<u32>().ok()).is_some_and(|(some, all)| some < all);
        let came = |word: &String| is_of(word, &["masuk", "lapor", "kumpul", "setor", "entri", "input"]);
        let is_lead = |word: &String| came(word) || one_of(DATA_OF)(word) || one_of(REMARKS)(word) || one_of(OF_FIGURES)(word);
        (of == "dari" && is_less && before.iter().any(came) && before.iter().all(is_lead)).then(|| words.join(" "))
    };
    let covered = || {
        let at = words.iter().position(one_of(&["cakupan", "coverage", "keterisian"]))?;
        let behind = &words[at + 1 + usize::from(words.get(at + 1).is_some_and(|next| next == "data"))..];
        let [share, per_cent, ..] = behind else { return None };
        let is_part = share.parse::<u32>().is_ok_and(|share| share < 100) && per_cent == "persen";
        is_part.then(|| words[at..].join(" "))
    };
    of_all().or_else(covered)
}

/// `kumulatif sejak 2019`: of more years than one.
fn of_more_years(words: &[String]) -> Option<String> {
    let is_sum = one_of(&["kumulatif", "akumulasi", "akumulatif"]);
    let at = words.windows(2).position(|two| is_sum(&two[0]) && matches!(two[1].as_str(), "sejak" | "mulai"))?;
    let rest = &words[at + 2..];
    let is_time = |word: &String| stated_year(word).is_some() || is_whole_year(word) || word == "berdiri" || word == "awal";
    rest.first().is_some_and(is_time).then(|| words[at..].join(" "))
}
