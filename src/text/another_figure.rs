//! Titles by which the figures are no realisasi of one year at all: sums over years, means, differences, months, samples,
//! examples, wishes.

use super::date::month_named;
use super::label::{spelt_words, stated_year};
use super::lexicon::{AMOUNTS, DATA_OF, MIGHT_BE};
use super::period::is_whole_year;

/// More words are a sentence.
const MOST: usize = 10;
/// What such a title is not of: where it comes from, who keeps it, what is done.
const OF_ELSE: &[&str] = &[
    "sumber",
    "catatan",
    "keterangan",
    "ket",
    "kegiatan",
    "program",
    "sub",
    "subkegiatan",
    "bahan",
    "tujuan",
    "tugas",
    "penyusunan",
    "dasar",
    "visi",
    "misi",
    "indikator",
    "petunjuk",
    "formulir",
    "form",
];

/// The word by which a title says that its figures are none of the year's own; none where it speaks of the realisasi too.
pub(crate) fn another_figure(title: &str) -> Option<String> {
    let words = spelt_words(title);
    let first = words.first()?.as_str();
    let speaks_of_it = words.iter().any(|word| matches!(word.as_str(), "realisasi" | "capaian" | "dan" | "persen"));
    if words.len() > MOST || OF_ELSE.contains(&first) || title.contains(':') {
        return None;
    }
    let years: Vec<&String> = words.iter().filter(|word| stated_year(word).is_some()).collect();
    let are_many = years.windows(2).any(|pair| pair[0] != pair[1]);
    let names_month = words.iter().any(|word| month_named(word).is_some());
    let kind = Title { words: &words, is_of_data: DATA_OF.contains(&first) };
    kind.added_up(years.len(), are_many, names_month)
        .or_else(|| kind.a_mean_or_sample())
        .or_else(|| (!names_month).then(|| kind.of_a_span()).flatten())
        .or_else(|| kind.a_wish().filter(|_| !speaks_of_it))
        .or_else(|| kind.a_difference(are_many))
}

struct Title<'a> {
    words: &'a [String],
    /// `DATA …`, `LAPORAN …`.
    is_of_data: bool,
}

impl Title<'_> {
    /// `KUMULATIF 2019-2021`, `AKUMULASI SEJAK 2019`, `DATA GABUNGAN 2020 DAN 2021`; `KUMULATIF TAHUN 2021` is the year's.
    fn added_up(&self, years: usize, are_many: bool, names_month: bool) -> Option<String> {
        let is_since = self.words.iter().any(|word| word == "sejak");
        let is_own = years == 1 && !is_since || names_month && !are_many;
        let is_sum = |word: &&String| {
            matches!(word.as_str(), "kumulatif" | "akumulasi" | "akumulatif" | "terakumulasi") && !is_own
                || matches!(word.as_str(), "gabungan" | "digabung" | "gabung") && are_many
        };
        self.words.iter().find(is_sum).cloned()
    }

    /// `RERATA 3 TAHUN`, `RATA-RATA`, `DUMMY`, `DATA SAMPEL`, `CONTOH PENGISIAN`, `LATIHAN BIMTEK`.
    fn a_mean_or_sample(&self) -> Option<String> {
        let is_mean = |word: &str| matches!(word, "rata" | "rerata" | "rataan" | "median");
        let is_sample = |word: &str| matches!(word, "sampel" | "sample" | "dummy");
        let shown = |pair: &[String]| {
            pair[0] == "contoh" && matches!(pair[1].as_str(), "pengisian" | "isian" | "data" | "format" | "formulir" | "laporan")
                || pair[0] == "isian" && pair[1] == "contoh"
        };
        let is_trial = |word: &str| matches!(word, "latihan" | "simulasi");
        let is_of_trial =
            |at: usize| at == 0 || matches!(self.words[at - 1].as_str(), "data" | "untuk" | "isian" | "file" | "bahan");
        let ends = [0, self.words.len() - 1].into_iter().find(|at| is_trial(&self.words[*at]) && is_of_trial(*at));
        let trial = ends.map(|at| &self.words[at]);
        let pair = self.words.windows(2).find(|pair| shown(pair)).map(|pair| pair.join(" "));
        self.words.iter().find(|word| is_mean(word) || is_sample(word)).or(trial).cloned().or(pair)
    }

    /// `LAPORAN BULANAN KOPERASI`, `SEMESTERAN`; beside a month's name it is the report of that month.
    fn of_a_span(&self) -> Option<String> {
        let is_span = |word: &&String| {
            matches!(word.as_str(), "harian" | "mingguan" | "bulanan" | "triwulanan" | "semesteran" | "caturwulanan")
        };
        let is_title = self.is_of_data || self.words.len() <= 2;
        self.words.iter().find(is_span).filter(|_| is_title).cloned()
    }

    /// `HARAPAN TAHUN 2021`, `SASARAN VOLUME USAHA`, `KINERJA YANG DIPERJANJIKAN`, `PENGAJUAN DATA KOPERASI`.
    fn a_wish(&self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        let is_time = |word: &String| stated_year(word).is_some() || is_whole_year(word) || word == "buku";
        let is_alone = !rest.is_empty() && rest.iter().all(is_time);
        let of_amount = rest.first().is_some_and(|word| AMOUNTS.contains(&word.as_str()));
        let is_wish = MIGHT_BE.contains(&first.as_str()) && is_alone
            || first == "sasaran" && (of_amount || is_alone)
            || matches!(first.as_str(), "pengajuan" | "usul" | "pengusulan") && !rest.is_empty();
        let promised = self
            .words
            .iter()
            .find(|word| matches!(word.as_str(), "diperjanjikan" | "dijanjikan" | "diharapkan" | "ditargetkan" | "direncanakan"));
        let is_agreement = matches!(first.as_str(), "perjanjian" | "lampiran" | "data" | "dokumen");
        let agreed = self.words.windows(2).find(|pair| is_agreement && pair[0] == "perjanjian" && pair[1] == "kinerja");
        is_wish.then(|| first.clone()).or_else(|| promised.cloned()).or_else(|| agreed.map(|pair| pair.join(" ")))
    }

    /// `KENAIKAN VOLUME USAHA`, `SELISIH VOLUME USAHA 2020 DAN 2021`; `DATA DAN KENAIKAN …` holds both.
    fn a_difference(&self, are_many: bool) -> Option<String> {
        let from = self.words.iter().take_while(|word| DATA_OF.contains(&word.as_str())).count();
        let word = self.words.get(from)?;
        let of_amount = self.words[from + 1..].iter().take(2).any(|word| AMOUNTS.contains(&word.as_str()));
        let is_growth = matches!(word.as_str(), "kenaikan" | "penurunan") && of_amount && !are_many;
        (is_growth || word == "selisih").then(|| word.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_other_figures_and_of_the_years_own() {
        for title in [
            "KUMULATIF 2019-2021",
            "KUMULATIF SEJAK BERDIRI",
            "AKUMULASI SEJAK 2019",
            "RERATA 3 TAHUN",
            "RATA-RATA",
            "SELISIH VOLUME USAHA 2020 DAN 2021",
            "LAPORAN BULANAN KOPERASI",
            "SEMESTERAN",
            "DATA GABUNGAN 2020 DAN 2021",
            "CONTOH PENGISIAN",
            "DUMMY",
            "LATIHAN BIMTEK",
            "DATA LATIHAN",
            "DATA SAMPEL",
            "SAMPEL 8 KOPERASI",
            "KENAIKAN VOLUME USAHA",
            "KINERJA YANG DIPERJANJIKAN 2021",
            "HARAPAN TAHUN 2021",
            "PENGAJUAN DATA KOPERASI",
            "USUL KOPERASI PENERIMA BANTUAN",
            "SASARAN VOLUME USAHA",
            "PERJANJIAN KINERJA TAHUN 2021",
        ] {
            assert!(another_figure(title).is_some(), "{title}");
        }
        for title in [
            "DATA KOPERASI TAHUN 2021",
            "DATA KUMULATIF KOPERASI TAHUN 2021",
            "KUMULATIF S/D DESEMBER 2021",
            "PERKEMBANGAN VOLUME USAHA 2020-2021",
            "VOLUME USAHA DAN KENAIKANNYA",
            "LAPORAN BULANAN BULAN DESEMBER 2021",
            "Sumber: laporan bulanan",
            "GABUNGAN KOPERASI (GABKOP) 2021",
            "SASARAN: MENINGKATNYA VOLUME USAHA",
            "DATA KOPERASI KECAMATAN HARAPAN JAYA TAHUN 2021",
            "BALAI LATIHAN KOPERASI KOTA PASURUAN",
            "DAFTAR UMKM PESERTA LATIHAN",
            "DINAS KOPERASI KOTA CONTOH",
            "Rata-rata omset: 5.000.000",
            "REALISASI PERJANJIAN KINERJA 2021",
            "EVALUASI PERJANJIAN KINERJA TAHUN 2021",
            "Koperasi Harapan",
        ] {
            assert_eq!(another_figure(title), None, "{title}");
        }
    }
}
