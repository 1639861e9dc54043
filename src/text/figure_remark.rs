//! Remarks that speak of the figure in their row: another amount, a nought too many, two columns exchanged.

use super::label::spelt_words;
use super::lexicon::{FIGURES, SCALES, TOUCHED, TOUCHED_ALONE};
use super::period::is_whole_year;

/// More letters are a paragraph.
const LONGEST: usize = 120;
/// Fewer digits are no amount by themselves.
const DIGITS: usize = 5;
/// More are a NIK, a NIB, an account.
const MOST: usize = 12;

fn is_one_of(list: &[&str]) -> impl Fn(&String) -> bool {
    move |word| list.contains(&word.as_str())
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a remark gives an amount and nothing else, or says that the row's figure is another,
/// is not its own or not all: `Rp 4.000.000.000`, `volume 4 M`, `kurang 1 nol`, `tertukar dgn SHU`, `vol + 200 jt`.
pub(crate) fn speaks_of_figure(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let words = spelt_words(text);
    gives_amount(text, &words) || touches(&words) || counts_noughts(&words) || of_a_share(&words)
}

/// `4.000.000.000`, `Rp 50 jt`, `omset 60 juta`, and no word more.
fn gives_amount(text: &str, words: &[String]) -> bool {
    let is_named = words.iter().any(is_one_of(&FIGURES[..8]));
    let is_scaled = words.iter().any(is_one_of(&SCALES[..11]));
    let digits: usize = words.iter().filter(|word| is_digits(word)).map(String::len).sum();
    let is_plain = |word: &String| is_digits(word) || is_one_of(FIGURES)(word) || is_one_of(SCALES)(word);
    // A telephone, a date, a registration.
    let is_another = text.contains(['/', ':']) || text.trim_start().starts_with(['0', '+']) || text.matches('-').count() > 1;
    let is_amount = digits >= DIGITS || digits > 0 && is_scaled;
    is_amount && digits <= MOST && !is_another && words.iter().all(is_plain) && (is_named || is_scaled || !is_year_list(words))
}

/// `2020 2021`: years.
fn is_year_list(words: &[String]) -> bool {
    words.iter().all(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// `aset & volume tertukar`, `cek vol`, `volume gabungan dgn KSU Barokah`, `dikali 2`, `pembulatan`.
fn touches(words: &[String]) -> bool {
    let has = |list: &[&str]| words.iter().any(is_one_of(list));
    // The figure's own name, else the touched word is of anything: `salah alamat`.
    let is_named = has(&FIGURES[..10]);
    let is_by_number = words.windows(2).any(|two| {
        matches!(two[0].as_str(), "dikali" | "dikalikan" | "dibagi" | "dikurangi" | "ditambah" | "kelebihan" | "kekurangan")
            && is_digits(&two[1])
    });
    let of_part = words.windows(2).any(|two| {
        matches!(two[0].as_str(), "belum" | "tidak" | "tanpa" | "blm")
            && matches!(two[1].as_str(), "termasuk" | "dengan" | "lengkap")
    });
    has(TOUCHED_ALONE) || is_by_number || is_named && (has(TOUCHED) || of_part)
}

/// `kurang 1 nol`, `lebih tiga digit`.
fn counts_noughts(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "kurang" | "lebih" | "kelebihan" | "kekurangan"))
        && words.iter().any(|word| matches!(word.as_str(), "nol" | "digit" | "angka"))
}

/// `bulanan`, `omset harian`, `baru 3 bulan`, `/kk`: of another span or of others than the row's own bearer.
fn of_a_share(words: &[String]) -> bool {
    let is_span = |word: &String| matches!(word.as_str(), "bulanan" | "harian" | "mingguan");
    let is_beside = |word: &String| is_one_of(FIGURES)(word) || is_whole_year(word) || word == "per";
    let is_bare = words.iter().any(is_span) && words.iter().all(|word| is_span(word) || is_beside(word));
    let months = words.windows(3).any(|three| {
        matches!(three[0].as_str(), "baru" | "hanya" | "selama")
            && is_digits(&three[1])
            && matches!(three[2].as_str(), "bulan" | "bln" | "hari" | "minggu")
    });
    let of_others = matches!(words, [one] if matches!(one.as_str(), "kk" | "est" | "kira")) || words == ["kira", "2"];
    is_bare || months || of_others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_on_the_figure_and_others() {
        for text in [
            "4.000.000.000",
            "Rp 4.000.000.000",
            "volume 4 M",
            "kurang 1 nol",
            "lebih 3 nol",
            "cek vol",
            "vol + 200 jt",
            "dikurangi 100 jt",
            "vol belum termasuk USP",
            "volume gabungan dgn KSU Barokah",
            "aset & volume tertukar",
            "tertukar dgn SHU",
            "terbalik",
            "dikali 2",
            "pembulatan",
            "50 jt",
            "bulanan",
            "omset harian",
            "baru 3 bulan",
            "/kk",
            "omset gabungan 2 cabang",
            "angka lama",
            "kira2",
            "est.",
        ] {
            assert!(speaks_of_figure(text), "{text}");
        }
        for text in [
            "omset naik",
            "SHU dibagikan",
            "volume usaha meningkat",
            "anggota 25 org",
            "modal dari LPDB",
            "0812-3456-7890",
            "12/3/2021",
            "RAT 12-03-2022",
            "67100 Pasuruan",
            "usaha baru",
            "2019",
            "buka harian di pasar",
            "salah satu binaan",
            "SK 518/2019",
            "berdiri 2015",
            "kurang aktif",
            "usaha lama",
            "data lengkap",
            "aktif",
            "-",
            "NIB 9120001234567",
            "tahun 2021",
        ] {
            assert!(!speaks_of_figure(text), "{text}");
        }
    }
}
