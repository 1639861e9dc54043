//! Titles and names that are a word for another figure, or begin with one before what it is of: `RPJMD`, `BUDGET`,
//! `PERTUMBUHAN VOLUME USAHA`. The words are those that make another thing of a heading, and the short ones for plans.

use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{AMOUNTS, OTHER_FIGURES, PLANNED_BY, QUALIFIERS, RATIOS};
use super::period::is_whole_year;

/// The word by which a title or a name is of another figure; none where it speaks of the realisasi too, or is a plan's own span.
pub(crate) fn bare_figure(title: &str) -> Option<String> {
    let words = spelt_words(title);
    let is_time = |word: &String| stated_year(word).is_some() || is_whole_year(word) || word == "buku";
    // `TAHUN ANGGARAN 2021` is a year.
    let is_other =
        |word: &String| word != "anggaran" && [OTHER_FIGURES, PLANNED_BY, QUALIFIERS].iter().any(|list| one_of(list)(word));
    let mut years: Vec<&String> = words.iter().filter(|word| stated_year(word).is_some()).collect();
    years.dedup();
    let at = words.iter().position(is_other)?;
    let speaks_of_it = words.iter().any(one_of(&["realisasi", "capaian", "pencapaian", "evaluasi", "dan"]));
    if years.len() > 1 || speaks_of_it || title.contains(':') {
        return None;
    }
    let word = &words[at];
    let is_beside = |word: &String| one_of(PLANNED_BY)(&words[at]) && one_of(&["kop", "koperasi", "umkm", "ukm", "data"])(word);
    let is_all = || words.iter().enumerate().all(|(own, word)| own == at || is_time(word) || is_beside(word) || is_number(word));
    // `RASIO MODAL TERHADAP ASET` tells of both.
    let compares = || one_of(RATIOS)(word) && words.iter().any(one_of(&["terhadap", "per", "atas", "dengan", "menurut"]));
    let of_amount = || at == 0 && words.get(1).is_some_and(|next| one_of(AMOUNTS)(next) && next != "anggota") && !compares();
    (is_all() || of_amount()).then(|| word.clone())
}

#[cfg(test)]
mod tests {
    use super::bare_figure;

    #[test]
    fn titles_of_another_figure_and_of_what_there_is() {
        for title in [
            "RPJMD",
            "RPJMD TAHUN 2021",
            "BUDGET",
            "TGT",
            "Kop Plan",
            "PLAN VOLUME USAHA KOPERASI TAHUN 2021",
            "PERTUMBUHAN VOLUME USAHA KOPERASI TAHUN 2021",
            "PERSENTASE",
            "INDEKS",
            "STANDAR OMSET UMKM",
        ] {
            assert!(bare_figure(title).is_some(), "{title}");
        }
        for title in [
            "RENSTRA 2019-2024",
            "PERTUMBUHAN KOPERASI TAHUN 2021",
            "PERTUMBUHAN VOLUME USAHA TAHUN 2020 DAN 2021",
            "RENCANA STRATEGIS DINAS KOPERASI 2021",
            "EVALUASI RENJA TAHUN 2021",
            "INDIKATOR RPJMD KOTA PASURUAN TAHUN 2021",
            "RASIO MODAL SENDIRI TERHADAP ASET",
            "SUB BAGIAN RENSTRA DAN PELAPORAN",
            "Sumber: RPJMD",
            "DATA KOPERASI TAHUN 2021",
            "TAHUN ANGGARAN 2021",
            "PERSENTASE KOPERASI AKTIF",
        ] {
            assert_eq!(bare_figure(title), None, "{title}");
        }
    }
}
