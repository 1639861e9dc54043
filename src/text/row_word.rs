//! Cells of whatever column, a mark's or a money's too, that hold nothing but words by which their row does not count:
//! `DIBUBARKAN`, `duplikat`, `tidak dihitung`, `sudah dihitung di no 2`, `TAHUN 2020`.

use super::glance::{Glance, kind};
use super::label::{spelt_words, stated_year};
use super::lexicon::{BESIDE_NOBODY, COUNTED_BEFORE, OF_THE_ROW, OF_THE_ROW_BY_TWO, WITH_ENDS};
use super::period::{is_whole_year, whole_period};
use super::remark::says_gone;
use crate::vocabulary::Year;

/// More letters than this say something else.
const LONGEST: usize = 48;
/// And more words.
const MOST: usize = 6;

/// Whether a cell says that its row does not count, and nothing else.
pub(crate) fn takes_row_away(text: &str) -> bool {
    text.len() <= LONGEST && !names_no_row(text) && takes_away(text)
}

/// A quick look before the slow one: whether none of the words stands there by which a cell says that.
pub(super) fn names_no_row(text: &str) -> bool {
    const SAYS: u32 = kind::ENDED | kind::NEGATED | kind::DOUBLED | kind::DONE | kind::OF_FIGURES | kind::OF_THE_ROW;
    Glance::of(text).is_some_and(|own| !own.holds(SAYS))
}

pub(super) fn takes_away(text: &str) -> bool {
    let words = spelt_words(text);
    if words.is_empty() || words.len() > MOST {
        return false;
    }
    let is_row = |word: &String| OF_THE_ROW.contains(&word.as_str());
    let is_beside = |word: &String| BESIDE_NOBODY.contains(&word.as_str()) || word == "koperasi" || word == "umkm";
    let alone = words.iter().any(is_row) && words.iter().all(|word| is_row(word) || is_beside(word));
    let by_two = words.windows(2).any(|two| OF_THE_ROW_BY_TWO.contains(&(two[0].as_str(), two[1].as_str())));
    let is_place = |word: &String| matches!(word.as_str(), "nomor" | "baris" | "atas" | "lembar" | "sheet");
    let before = || {
        let done = |two: &[String]| matches!(two[0].as_str(), "sudah" | "telah") && COUNTED_BEFORE.contains(&two[1].as_str());
        words.windows(2).any(done) && words.iter().any(is_place)
    };
    let of_scale = || matches!(&*words[0], "dalam") && matches!(words.get(1).map(String::as_str), Some("ribuan" | "jutaan"));
    alone || by_two || before() || of_scale() || says_gone(text)
}

/// `TAHUN 2020`, and no word more: of a year before `own`.
pub(crate) fn is_bare_year(text: &str, own: Option<Year>) -> bool {
    // Most cells end in no year.
    if text.len() > LONGEST || !text.trim_end().ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words = spelt_words(text);
    let [lead, year] = words.as_slice() else { return false };
    let year = stated_year(year);
    is_whole_year(lead) && year.zip(own).is_some_and(|(year, own)| year < own)
}

/// `S/D JUNI 2021` where a day belongs: until then, and not on that day.
pub(crate) fn is_until(text: &str) -> bool {
    if text.len() > LONGEST || !text.trim_start().starts_with(['s', 'S', 'h', 'H']) {
        return false;
    }
    let lower = text.trim_start().to_lowercase();
    let is_led = ["s/d", "s.d", "sd ", "sampai", "hingga"].iter().any(|lead| lower.starts_with(lead));
    is_led && whole_period(text.trim()).is_some_and(|period| period.is_part())
}

/// Whether a heading is of a thing that has an end of its own: an `Izin` that was withdrawn.
pub(crate) fn is_of_what_ends(heading: &str) -> bool {
    spelt_words(heading).iter().any(|word| WITH_ENDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_take_their_row_away_and_cells_that_do_not() {
        for text in [
            "DIBUBARKAN",
            "DUPLIKAT",
            "BATAL",
            "TIDAK VALID",
            "DATA LAMA",
            "dalam ribuan",
            "CALON",
            "tidak dihitung",
            "dihapus",
            "tutup",
            "sudah dihitung di no 2",
            "blm diverifikasi",
            "sudah bubar",
        ] {
            assert!(takes_row_away(text), "{text}");
        }
        for text in [
            "Biasa",
            "Aktif",
            "tidak aktif",
            "belum",
            "belum ada",
            "tidak ada",
            "sudah ada",
            "sudah terdaftar",
            "Usaha Baru",
            "Desa Wisata",
            "Kelompok Wanita Tani",
            "Jual beli HP bekas",
            "Makanan beku",
            "Tutup botol",
            "luar kota",
            "belum RAT",
            "Calon pengantin",
            "Pemasaran luar daerah",
            "proses",
            "rintisan",
            "Jl. Kembar 2",
            "Mati Air",
        ] {
            assert!(!takes_row_away(text), "{text}");
        }
        let own = Some(Year(2021));
        assert!(is_bare_year("TAHUN 2020", own) && is_bare_year("th. 2019", own));
        assert!(!is_bare_year("tahun 2021", own) && !is_bare_year("2020", own) && !is_bare_year("sejak tahun 2020", own));
        assert!(is_until("S/D JUNI 2021") && !is_until("Juni 2021") && !is_until("5 Maret 2021"));
        assert!(is_of_what_ends("Izin Usaha") && !is_of_what_ends("Kategori"));
    }
}
