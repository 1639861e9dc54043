//! Lines by which a list is one that another took the place of: `TIDAK BERLAKU`, `Versi lama`, `Digantikan oleh laporan …`,
//! `lihat lembar Revisi`; or a figure in it was written wrongly.

use super::label::{one_of, spelt_words, stated_year};
use super::lexicon::{AMOUNTS, CHECKED, CORRECTED, OF_FIGURES};
use super::period::is_whole_year;

/// The words that say so.
pub(crate) fn replaced(title: &str) -> Option<String> {
    let words = spelt_words(title);
    let is_beside = |word: &&String| one_of(BESIDE)(word) || stated_year(word).is_some() || is_whole_year(word);
    let told: Vec<&String> = words.iter().filter(|word| !is_beside(word)).collect();
    let told: Vec<&str> = told.into_iter().map(String::as_str).collect();
    let is_void = matches!(told[..], ["tidak", "berlaku"] | ["versi", "lama"] | ["void"] | ["superseded"] | ["obsolete"]);
    let is_replaced = matches!(told[..], ["digantikan" | "diganti", ..]) && words.iter().any(one_of(&["oleh", "dengan"]));
    let is_corrected = |word: &String| one_of(CORRECTED)(word) && !one_of(CHECKED)(word);
    // `lihat lembar Revisi`, `belum diperbaiki`.
    let elsewhere = words.windows(2).any(|pair| one_of(PLACES)(&pair[0]) && is_corrected(&pair[1]))
        && words.iter().any(one_of(&["lihat", "cek", "pakai", "gunakan"]));
    let undone = matches!(told[..], ["belum", word] if is_corrected(&word.to_owned()) || word == "diperbarui");
    let slip = words
        .windows(2)
        .find(|pair| pair[0] == "salah" && one_of(&["ketik", "input", "tulis", "hitung", "entri", "entry"])(&pair[1]));
    let of_figure = words.iter().any(|word| one_of(AMOUNTS)(word) || one_of(OF_FIGURES)(word));
    let slip = slip.filter(|_| of_figure).map(|pair| pair.join(" "));
    (is_void || is_replaced || elsewhere || undone).then(|| told.join(" ")).or(slip)
}

/// What may stand beside.
const BESIDE: &[&str] =
    &["data", "laporan", "tabel", "daftar", "lembar", "ini", "sudah", "telah", "lagi", "catatan", "keterangan", "ket"];
/// Where the other figures stand.
const PLACES: &[&str] = &["lembar", "sheet", "tab", "file", "berkas", "lihat"];

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn lists_that_hold_no_more() {
        for title in [
            "TIDAK BERLAKU",
            "Data ini sudah tidak berlaku lagi",
            "Versi lama",
            "VOID",
            "Superseded",
            "Digantikan oleh laporan tanggal 5 Februari 2022",
            "Data ini telah diganti dengan laporan revisi",
            "Data ini telah direvisi, lihat lembar Revisi",
            "Belum diperbaiki",
            "Catatan: volume usaha no 2 salah ketik",
        ] {
            assert!(replaced(title).is_some(), "{title}");
        }
        for title in [
            "DATA KOPERASI TAHUN 2021",
            "Sertifikat NIK tidak berlaku",
            "NIB masih berlaku",
            "Aplikasi ODS versi lama",
            "Ketua lama digantikan oleh Bp. Slamet",
            "Alamat salah ketik",
            "lihat lembar Rekap",
            "Revisi : 01",
        ] {
            assert_eq!(replaced(title), None, "{title}");
        }
    }
}
