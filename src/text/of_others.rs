//! Titles that say nothing but that their rows are others than the year's own living ones: `Tidak Aktif`, `Merger`,
//! `DAFTAR KOPERASI YANG DIHAPUSKAN`, `KOPERASI LUAR KOTA`. The words are those of labels over rows.

use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{COMING, DATA_OF, ENDED, FORMER, KINDS, LIVING, NEGATED, OTHER_TIME, OUTSIDE, PLACES, STATUS, WITH_TITLES};
use super::period::is_whole_year;
use super::section::is_done_to;

/// More words tell of something else.
const MOST: usize = 9;
/// Behind these stands the name of a place.
const LEADS: &[&str] = &["kota", "kabupaten", "kab", "kecamatan", "kec", "kelurahan", "desa", "provinsi", "prov"];
/// Two parts of a whole, or a whole by its parts.
const BOTH: &[&str] = &["dan", "serta", "atau", "maupun", "menurut", "berdasarkan", "per", "vs"];
/// Denied, they take from all beside those that live.
const DENIED: &[&str] = &["rat", "binaan", "berbadan", "terdaftar", "melapor", "lapor", "berizin"];
/// What stands beside.
const BESIDE: &[&str] =
    &["yang", "sudah", "telah", "sedang", "masih", "rat", "terdaftar", "melapor", "lapor", "berizin", "suri", "se"];

/// The word of a title by which its rows are others.
pub(crate) fn of_others(title: &str) -> Option<String> {
    let mut words = spelt_words(title);
    if let Some(told) = words.first().filter(|first| *first == "yang").and_then(|_| told(&words)) {
        return Some(told);
    }
    if title.contains([':', '=']) || words.is_empty() || words.len() > MOST || words.iter().any(one_of(BOTH)) {
        return None;
    }
    let (at, word) = words.iter().enumerate().find_map(|(at, _)| Some((at, told(&words[at..])?)))?;
    // A place's own name may be any word.
    let behind = at + word.split(' ').count();
    let place = (0..words.len()).find(|at_place| !(at..behind).contains(at_place) && one_of(LEADS)(&words[*at_place]));
    if place.is_some_and(|place| place < at) {
        return None;
    }
    words.truncate(place.unwrap_or(words.len()));
    let lives = (0..words.len()).any(|at| words[at] == "aktif" && (at == 0 || !one_of(NEGATED)(&words[at - 1])));
    (!lives && words.iter().all(is_known)).then_some(word)
}

/// What words that begin here say of the rows.
fn told(words: &[String]) -> Option<String> {
    let (word, next) = (words.first()?, words.get(1));
    let is_next = |list: &[&str]| next.is_some_and(one_of(list));
    let pair = match word.as_str() {
        "tidak" | "belum" | "non" | "bukan" => is_next(LIVING) || is_next(DENIED),
        // Nothing else: of the others nothing is said.
        "yang" => words.len() == 2 && is_next(&["diaudit", "diperiksa", "sehat"]),
        "luar" => is_next(LEADS) || is_next(&["daerah", "wilayah"]),
        "binaan" | "kewenangan" | "pembinaan" => is_next(&["provinsi", "prov", "propinsi", "pusat", "kementerian"]),
        _ => false,
    };
    if pair {
        return next.map(|next| format!("{word} {next}"));
    }
    let lists = [ENDED, FORMER, COMING, OTHER_TIME, OUTSIDE];
    // `TUTUP BUKU TAHUN 2021`.
    let closes_books = word == "tutup" && is_next(&["buku"]);
    let is_status = !closes_books && lists.iter().any(|list| one_of(list)(word)) || is_done_to(word);
    (is_status && !WITH_TITLES.iter().any(|begin| word.starts_with(begin))).then(|| word.clone())
}

fn is_known(word: &String) -> bool {
    let lists = [KINDS, DATA_OF, PLACES, BESIDE, NEGATED, LIVING];
    lists.iter().chain(STATUS).any(|list| one_of(list)(word))
        || is_done_to(word)
        || is_number(word)
        || is_whole_year(word)
        || stated_year(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn titles_of_others_and_titles_of_all() {
        for title in [
            "Tidak Aktif",
            "(Tidak Aktif)",
            "Sudah tidak aktif",
            "Beku",
            "Mati Suri",
            "Merger",
            "Double",
            "DAFTAR KOPERASI YANG DIHAPUSKAN",
            "DATA KOPERASI DIHAPUSKAN TAHUN 2021",
            "DAFTAR KOPERASI YANG DIHAPUSKAN KOTA PASURUAN",
            "KOPERASI ARSIP",
            "KOPERASI SEMULA",
            "KOPERASI PRA KOPERASI",
            "DATA KOPERASI LUAR KOTA TAHUN 2021",
            "KOPERASI BELUM BERBADAN HUKUM",
            "Belum RAT",
            "Non Binaan",
            "Binaan Provinsi",
            "Penghapusan",
            "Cadangan",
            "Sebelum",
            "Awal",
        ] {
            assert!(of_others(title).is_some(), "{title}");
        }
        for title in [
            "DATA KOPERASI AKTIF DAN TIDAK AKTIF",
            "DATA KOPERASI TAHUN 2021",
            "DATA KOPERASI KOTA LAMA",
            "DATA KOPERASI KOTA CONTOH",
            "KELURAHAN LUAR BATANG",
            "KECAMATAN PRA",
            "PROVINSI",
            "PROVINSI LUAR",
            "BULAN DESEMBER 2021",
            "SEMESTER II",
            "DATA POTENSI KOPERASI",
            "HASIL VERIFIKASI DATA KOPERASI",
            "DATA KOPERASI YANG DILAPORKAN TAHUN 2021",
            "TUTUP BUKU TAHUN 2021",
            "Tidak Aktif : 12",
            "TA = tidak aktif",
            "DATA KOPERASI AKTIF",
            "Arsip Dinas Koperasi",
            "FORMAT LAPORAN",
        ] {
            assert_eq!(of_others(title), None, "{title}");
        }
    }

    #[test]
    fn a_line_of_its_own_over_the_table_is_asked_about() {
        let told = |line: &str| {
            let rows = "1;KSP A;518/1/BH/1990;31415927\n2;KSP B;518/2/BH/1990;27182818\n";
            let text = format!("DATA KOPERASI;;;\n{line}\n;;;\nNo;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n{rows}");
            let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            assert!(read.galat().is_empty(), "{line} {:?}", read.galat());
            read.has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(["Tidak Aktif;;;", "DAFTAR KOPERASI YANG DIHAPUSKAN;;;"].map(told), [1, 1]);
        // A label and how many they are, beside the list.
        assert_eq!(["Tidak Aktif;12;;", "AKTIF DAN TIDAK AKTIF;;;"].map(told), [0, 0]);
    }
}
