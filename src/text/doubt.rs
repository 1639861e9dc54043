//! What a title, a note, a label or a cell beside the rows says that unsettles the figures:
//! a scale that is not read, figures that are none, a time that is not the year's own.

use super::clean::clean;
use super::heading::{is_other_money, money_unit};
use super::label::{spelt_words, stated_year, words};
use super::lexicon::{
    COMPARING, KINDS, LIVE_STATUS, MADE_UP, NO_DATA, OF_A_SPAN, OF_FIGURES, ROW_DOUBTED, ROW_DOUBTED_BY_TWO, SPELT_NUMBERS,
};
use super::limit::limiting_span;
use super::period::{is_whole_year, period_in};
use super::taken_in::{is_another_amount, takes_in_another_year};
use super::unclear_unit::bare_scale;
use super::year_words::odd_year;
use crate::vocabulary::Year;

/// More letters are a paragraph.
const LONGEST: usize = 160;

fn pair_of<'w>(words: &'w [String], pairs: &[(&str, &str)]) -> Option<&'w [String]> {
    words.windows(2).find(|two| pairs.contains(&(two[0].as_str(), two[1].as_str())))
}

/// The words by which a text unsettles the figures that it stands over, beside or below.
pub(crate) fn unsettles(text: &str) -> Option<String> {
    if text.len() > LONGEST || !text.chars().any(char::is_alphanumeric) {
        return None;
    }
    let words = spelt_words(text);
    let made_up = || words.iter().find(|word| MADE_UP.contains(&word.as_str())).cloned();
    let no_data = || pair_of(&words, NO_DATA).map(|pair| pair.join(" "));
    hints_at_scale(text).or_else(|| odd_year(text)).or_else(made_up).or_else(no_data).or_else(|| of_other_time(&words))
}

/// `ANGKA X 1.000`, `3 digit terakhir dihilangkan`, `Mata uang: USD`, `dibulatkan ke jutaan`, `(000)`:
/// words of a scale or a currency, and no amount.
pub(crate) fn hints_at_scale(text: &str) -> Option<String> {
    let text = clean(text);
    let words = words(&text);
    let shown = || Some(text.trim().to_owned());
    if let Some(scale) = bare_scale(&text) {
        return Some(scale);
    }
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    if words.iter().any(|word| is(word, SPELT_NUMBERS)) && !words.iter().any(|word| is(word, &["digit", "nol"])) {
        return None;
    }
    if money_unit(&text).is_some_and(|factor| factor > 1) {
        return shown();
    }
    let digits = |from: usize| -> String {
        words[from..].iter().take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).map(String::as_str).collect()
    };
    let is_thousands = |digits: &str| {
        let zeros = digits.bytes().filter(|byte| *byte == b'0').count();
        zeros >= 3 && zeros.is_multiple_of(3) && (digits.len() == zeros || digits.len() == zeros + 1 && digits.starts_with('1'))
    };
    let times = |at: usize| {
        let from = at + 1 + usize::from(words.get(at + 1).is_some_and(|word| is(word, &["rp", "dengan"])));
        from < words.len() && is_thousands(&digits(from))
    };
    let multiplied =
        words.iter().enumerate().any(|(at, word)| is(word, &["x", "kali", "dikali", "dikalikan", "dibagi"]) && times(at));
    let currency = text.contains(is_other_money) && (2..=4).contains(&words.len())
        || words.iter().any(|word| is(word, &["usd", "dolar", "dollar", "ringgit", "euro"]))
            && (words.len() <= 4 || words.iter().any(|word| is(word, &["mata", "dalam", "kurs", "satuan"])));
    let cut = words.iter().any(|word| is(word, &["digit", "nol", "angka"]))
        && words.iter().any(|word| is(word, &["dihilangkan", "belakang", "dibuang", "dipotong", "terakhir"]));
    let has_figure = words.iter().any(|word| word.starts_with(|c: char| matches!(c, '1'..='9')));
    let plural = ["ribuan", "jutaan", "miliaran", "milyaran", "triliunan"];
    let singular = ["ribu", "rb", "juta", "jt", "miliar", "milyar"];
    let beside = |at: usize| {
        let leads = |at: usize| is(&words[at], &["dalam", "dlm", "satuan", "rp", "rupiah", "x"]);
        let tens = |at: usize| is(&words[at], &["puluhan", "ratusan"]) && at.checked_sub(1).is_some_and(leads);
        let before = at.checked_sub(1).is_some_and(|at| leads(at) || tens(at));
        // `Juta-an`.
        let is_plural = words.get(at + 1).is_some_and(|word| word == "an");
        before || is_plural || words.get(at + 1).is_some_and(|word| is(word, &["rp", "rupiah"]))
    };
    let scaled = words.iter().enumerate().any(|(at, word)| is(word, &plural) || is(word, &singular) && beside(at));
    (multiplied || currency || cut || scaled && !has_figure).then(shown).flatten()
}

/// `awal tahun 2021`, `minggu ke-3`, `2019-2021`, `Juli 2020 - Juni 2021`: nothing but a time, and no year.
fn of_other_time(words: &[String]) -> Option<String> {
    let year = |word: &String| stated_year(word);
    let is_beside = |word: &String| {
        year(word).is_some()
            || is_whole_year(word)
            || super::date::month_named(word).is_some()
            || OF_FIGURES.contains(&word.as_str())
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(
                word.as_str(),
                "s" | "d"
                    | "sd"
                    | "sampai"
                    | "dengan"
                    | "hingga"
                    | "dan"
                    | "periode"
                    | "per"
                    | "awal"
                    | "kumulatif"
                    | "akumulasi"
                    | "rata"
                    | "rerata"
                    | "gabungan"
                    | "campuran"
                    | "tp"
                    | "ta"
                    | "tb"
                    | "pelajaran"
                    | "ajaran"
                    | "anggaran"
                    | "usaha"
                    | "adalah"
                    | "catatan"
                    | "keterangan"
                    | "ket"
                    | "minggu"
                    | "pekan"
                    | "ke"
                    | "buku"
                    | "koperasi"
            )
    };
    if words.is_empty() || !words.iter().all(is_beside) {
        return None;
    }
    let years: Vec<Year> = words.iter().filter_map(year).collect();
    let is_span = years.len() >= 2 && years.windows(2).any(|pair| pair[0] != pair[1]);
    let is_start = words.windows(2).any(|pair| pair[0] == "awal" && is_whole_year(&pair[1]));
    let is_week = words.windows(2).any(|pair| matches!(pair[0].as_str(), "minggu" | "pekan") && pair[1] == "ke");
    (is_span || is_start || is_week).then(|| words.join(" "))
}

/// Whether a remark beside one row says that the row, or its figure, may not count.
pub(crate) fn row_doubted(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let marks = text.trim();
    if !marks.is_empty() && marks.chars().all(|c| matches!(c, '?' | '!')) {
        return true;
    }
    let words = spelt_words(text);
    let is_span = || {
        let [count, years] = &words[..] else { return false };
        is_whole_year(years) && count.parse::<u8>().is_ok_and(|count| (2..10).contains(&count))
    };
    // `Lain-lain`, `Proses`, and nothing else.
    let is_open =
        || words.iter().all(|word| matches!(word.as_str(), "lain" | "lainnya" | "proses" | "sedang" | "dalam" | "pembinaan"));
    !words.is_empty() && is_open()
        || text.contains(is_other_money) && words.len() <= 4
        || words.iter().any(|word| ROW_DOUBTED.contains(&word.as_str()))
        || pair_of(&words, ROW_DOUBTED_BY_TWO).is_some()
        || is_span()
        || unsettles(text).is_some()
        || own.is_some_and(|own| of_an_older_book(&words, own))
}

/// `tahun buku 2020`, `RAT TB 2019`, `sesuai laporan tahun 2020`: figures of a book before the year `own`.
pub(crate) fn of_an_older_book(words: &[String], own: Year) -> bool {
    let is_else =
        |word: &String| COMPARING.contains(&word.as_str()) || matches!(word.as_str(), "nomor" | "sk" | "perda" | "akta");
    if words.iter().any(is_else) {
        return false;
    }
    let year = |word: &String| stated_year(word);
    words.iter().enumerate().any(|(at, word)| {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at].as_str());
        let is_book = matches!(before(1), "buku" | "tb")
            || is_whole_year(before(1)) && matches!(before(2), "laporan" | "data" | "keragaan" | "lap");
        is_book && year(word).is_some_and(|year| year < own)
    })
}

/// Whether a note below the rows says that the figures are a month's, a part of the year's,
/// an older book's, that one is set right, or that two rows are one.
pub(crate) fn note_unsettles(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let words = spelt_words(text);
    let speaks = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let is_part = || period_in(&words, text).is_some_and(|(period, ..)| period.is_part());
    let of_half = || {
        words.windows(2).any(|two| {
            matches!(two[0].as_str(), "semester" | "triwulan") && matches!(two[1].as_str(), "pertama" | "kedua" | "ketiga")
        })
    };
    unsettles(text).is_some()
        || limiting_span(text).is_some() && (speaks(OF_FIGURES) || speaks(&["rata", "rerata"]))
        || speaks(OF_A_SPAN) && (is_part() || of_half())
        || own.is_some_and(|own| of_an_older_book(&words, own) || takes_in_another_year(&words, own))
        || is_another_amount(&words)
        || speaks(&["koperasi", "usaha"])
            && words.windows(2).any(|two| two[0] == "yang" && two[1] == "sama")
            && speaks(&["adalah", "merupakan"])
}

/// A note that gives a mark its meaning: `*) dalam ribuan`, `Merah = dibubarkan`; what it means.
pub(crate) fn legend(text: &str) -> Option<&str> {
    let text = text.trim();
    let bare =
        text.trim_start_matches(|c: char| matches!(c, '*' | '#' | '^' | '¹' | '²' | '³' | '(' | ')' | ' ') || c.is_ascii_digit());
    let is_marked = bare.len() < text.len()
        && !text.starts_with(char::is_alphabetic)
        && (text.contains(')') || !text.starts_with(|c: char| c.is_ascii_digit()));
    let meaning = text.split_once('=').map(|(_, meaning)| meaning).or(is_marked.then_some(bare))?;
    Some(meaning.trim())
}

/// Whether a status leaves it open whether its bearer lives and counts: `Lain-lain`, `Dalam Pembinaan`,
/// `Proses`. `knows_idle`: what is not active is told otherwise.
pub(crate) fn status_unsettles(text: &str, knows_idle: bool) -> bool {
    let words = spelt_words(text);
    if words.is_empty() || text.len() > LONGEST {
        return false;
    }
    let is_idle = words.iter().any(|word| matches!(word.as_str(), "aktif" | "nonaktif" | "pasif"));
    let may_deny = |next: &str| matches!(next, "sehat" | "bersertifikat" | "nik" | "mandiri" | "berkembang" | "tetap" | "rutin");
    let is_known = |(at, word): (usize, &String)| {
        let word = word.as_str();
        let next = words.get(at + 1).map_or("", String::as_str);
        match word {
            "tidak" | "non" if next == "aktif" => knows_idle,
            "nonaktif" | "pasif" => knows_idle,
            "tidak" | "belum" | "non" => may_deny(next),
            "lain" | "lainnya" | "lainya" => false,
            _ => {
                LIVE_STATUS.contains(&word)
                    || KINDS.contains(&word)
                    || word.len() <= 2
                    || word.bytes().all(|byte| byte.is_ascii_digit())
            }
        }
    };
    let has_letters = text.chars().any(char::is_alphabetic);
    has_letters && !(is_idle && knows_idle && words.len() <= 2) && !words.iter().enumerate().all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_scale_and_amounts() {
        for text in [
            "angka x 1.000",
            "dikalikan 1.000.000",
            "Mata uang: USD",
            "dalam dolar AS",
            "3 digit terakhir dihilangkan",
            "tanpa tiga nol di belakang",
            "(000)",
            "Rp1000",
            "dibulatkan ke jutaan",
            "volume usaha dlm jt",
        ] {
            assert!(hints_at_scale(text).is_some(), "{text}");
        }
        for text in [
            "Terbilang: lima puluh miliar rupiah",
            "Modal awal (Rp 1.000.000)",
            "PENERIMA HIBAH (Rp. 2.500.000,-)",
            "Bantuan Rp 5 juta",
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021",
            "Koperasi di Kota Pasuruan",
            "Jl. Pahlawan No. 28 Telp. (0343) 424019 Kode Pos 67100",
            "Lembar 1 dari 3",
            "Rp",
        ] {
            assert_eq!(hints_at_scale(text), None, "{text}");
        }
    }

    #[test]
    fn texts_that_unsettle_and_texts_that_do_not() {
        for text in [
            "data fiktif",
            "OUTLOOK 2021",
            "bukan data sebenarnya",
            "2019-2021",
            "periode Juli 2020 - Juni 2021",
            "Keadaan Awal Tahun",
            "minggu ke-3 Juni 2021",
            "TAHUN 2201",
            "TAHUN BUKU 202",
            "Th. 2O21",
            "Juta-an",
            "dalam puluhan juta rupiah",
        ] {
            assert!(unsettles(text).is_some(), "{text}");
        }
        for text in [
            "DATA KOPERASI TAHUN 2021",
            "Tahun 2021",
            "RENSTRA 2019-2024",
            "Kepala Dinas",
            "31 Desember 2021",
            "1",
            "TAHUN 1443 H",
            "TAHUN 2021",
            "UU Nomor 25 Tahun 1992",
            "Tahun 1 s.d. 5",
            "TAHUN 2021/2022 (12 BULAN)",
            "Contoh, 12 Januari 2022",
        ] {
            assert_eq!(unsettles(text), None, "{text}");
        }
    }

    #[test]
    fn remarks_and_notes() {
        let own = Some(Year(2021));
        for text in [
            "hapus",
            "tidak dihitung",
            "belum RAT",
            "tahun buku 2020",
            "RAT TB 2019",
            "2 tahun",
            "2020 & 2021",
            "??",
            "per anggota",
            "gabungan dengan no 1",
            "Dalam proses pembubaran",
            "belum diinput",
            "termasuk cabang",
        ] {
            assert!(row_doubted(text, own), "{text}");
        }
        for text in [
            "ketua baru",
            "sudah RAT",
            "RAT 12/3/2021",
            "pindah alamat",
            "berdiri 2015",
            "tahun buku 2021",
            "termasuk pajak",
            "-",
            "Sejak tahun buku 2015",
        ] {
            assert!(!row_doubted(text, own), "{text}");
        }
        for text in [
            "Catatan: angka merupakan rata-rata per bulan",
            "cut off 30 September 2021",
            "Periode pelaporan: Triwulan 3",
            "Tutup buku Juni",
            "RAT tahun buku 2020",
            "Koperasi no. 2 dan 3 adalah koperasi yang sama",
            "Volume usaha no. 4 termasuk penjualan tahun 2020",
            "Volume usaha adalah aset",
        ] {
            assert!(note_unsettles(text, own), "{text}");
        }
        for text in [
            "Contoh, 12 Januari 2022",
            "Dicetak tanggal 3 Februari 2022",
            "Sumber: Bidang Koperasi",
            "- data diolah dari laporan RAT",
            "Volume usaha adalah total nilai penjualan",
            "Volume usaha termasuk unit simpan pinjam",
            "Omset naik dibanding 2020, termasuk hasil pameran",
            "NIP. 19640505 199303 1 012",
            "Tutup buku 31 Desember 2021",
        ] {
            assert!(!note_unsettles(text, own), "{text}");
        }
        assert_eq!(legend("* = tidak aktif"), Some("tidak aktif"));
        assert_eq!(legend("*) dalam ribuan"), Some("dalam ribuan"));
        assert_eq!(legend("Merah = dibubarkan"), Some("dibubarkan"));
        assert_eq!(legend("Kepala Dinas"), None);
    }

    #[test]
    fn statuses_of_those_that_live_and_others() {
        for text in [
            "Lain-lain",
            "Dalam Pembinaan",
            "Proses",
            "Belum RAT",
            "Dalam Proses Pembubaran",
            "Vakum",
            "Pembekuan",
            "Merger",
            "bergabung ke KSU Maju",
            "Tutup",
        ] {
            assert!(status_unsettles(text, true), "{text}");
        }
        for text in [
            "Aktif",
            "AKTIF",
            "Sehat",
            "Cukup Sehat",
            "Dalam Pengawasan Khusus",
            "Tidak Sehat",
            "A",
            "-",
            "Primer",
            "Milik Sendiri",
            "Sudah RAT",
            "Tidak Aktif",
            "non aktif",
        ] {
            assert!(!status_unsettles(text, true), "{text}");
        }
        assert!(status_unsettles("Tidak Aktif", false) && status_unsettles("Nonaktif", false));
    }
}
