//! Remarks of a few words, and of no other, by which a row's figure is not its year's own: a business that worked a part of
//! the year (`buka 3 bln`, `tanpa Desember`), that stood still (`tidak ada kegiatan`), another amount (`termasuk hutang`), one
//! that nobody counted (`seingatnya`). As a word beside them may make another thing of each, all of them must be known.

use super::date::month_named;
use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{
    ALONE_BEGUN, ALONE_BESIDE, ALONE_GUESSED, ALONE_GUESSED_BY_TWO, ALONE_HALTED, ALONE_LACKING, ALONE_NOTIONS, ALONE_OF_NOTIONS,
    ALONE_OF_WORK, ALONE_PROFITS, ALONE_STILL, ALONE_WORKED,
};
use super::period::is_whole_year;
use crate::vocabulary::Year;

/// More letters are more than such a remark.
const LONGEST: usize = 48;
/// And more words.
const MOST: usize = 6;
const YEAR_OF_MONTHS: u8 = 12;

/// Whether a remark says so of its row's figure; `own`: the figure's year.
pub(crate) fn is_brief_remark(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let words = spelt_words(text);
    (1..=MOST).contains(&words.len())
        && (works_some_months(&words)
            || begins_in_the_year(&words, own)
            || lacks_a_month(&words)
            || is_half_a_year(&words)
            || stands_still(&words)
            || is_another_notion(&words)
            || is_guessed(&words))
}

/// `laba`, `keuntungan saja`: of a turnover the part that is left; of a koperasi how its year ended.
pub(crate) fn is_brief_profit(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let words = spelt_words(text);
    words.iter().any(one_of(ALONE_PROFITS)) && words.iter().all(|word| one_of(ALONE_PROFITS)(word) || one_of(ALONE_BESIDE)(word))
}

/// `buka 3 bln`, `libur PPKM 4 bulan`, `operasional 8 bln`: less than the twelve.
fn works_some_months(words: &[String]) -> bool {
    let is_some = |two: &[String]| {
        matches!(two[1].as_str(), "bulan" | "bln") && two[0].parse().is_ok_and(|months: u8| (1..YEAR_OF_MONTHS).contains(&months))
    };
    let is_work = |word: &String| one_of(ALONE_WORKED)(word) || one_of(ALONE_HALTED)(word);
    let is_known = |word: &String| {
        is_work(word) || one_of(ALONE_BESIDE)(word) || is_number(word) || matches!(word.as_str(), "bulan" | "bln" | "selama")
    };
    words.windows(2).any(is_some) && words.iter().any(is_work) && words.iter().all(is_known)
}

/// `baru buka Juli`, `mulai usaha Agustus 2021`: from a later month of its year on.
fn begins_in_the_year(words: &[String], own: Option<Year>) -> bool {
    let mut months = words.iter().filter_map(|word| month_named(word));
    let (Some(month), None) = (months.next(), months.next()) else { return false };
    let years: Vec<Year> = words.iter().filter_map(|word| stated_year(word)).collect();
    let is_of_the_year = match years[..] {
        [] => true,
        [year] => Some(year) == own,
        _ => false,
    };
    let is_day = |word: &String| word.len() <= 2 && is_number(word);
    let is_known = |word: &String| {
        let lists = [ALONE_BEGUN, ALONE_WORKED, ALONE_BESIDE];
        lists.iter().any(|list| one_of(list)(word))
            || month_named(word).is_some()
            || stated_year(word).is_some()
            || is_day(word)
            || is_whole_year(word)
            || matches!(word.as_str(), "bulan" | "bln" | "tgl" | "tanggal")
    };
    month > 1 && is_of_the_year && words.iter().any(one_of(ALONE_BEGUN)) && words.iter().all(is_known)
}

/// `kurang Desember`, `tanpa Nov Des`.
fn lacks_a_month(words: &[String]) -> bool {
    let is_lacking = one_of(ALONE_LACKING);
    let is_month = |word: &String| month_named(word).is_some() || matches!(word.as_str(), "bulan" | "bln" | "dan" | "s" | "d");
    let Some((first, rest)) = words.split_first() else { return false };
    is_lacking(first) && rest.iter().any(|word| month_named(word).is_some()) && rest.iter().all(is_month)
}

/// `separuh tahun`, `setengah tahun saja`.
fn is_half_a_year(words: &[String]) -> bool {
    let is_half = |word: &String| matches!(word.as_str(), "separuh" | "separo" | "setengah" | "paruh" | "seperempat");
    let halves = |two: &[String]| is_half(&two[0]) && two[1] == "tahun";
    words.windows(2).any(halves)
        && words.iter().all(|word| is_half(word) || word == "tahun" || one_of(ALONE_BESIDE)(word) || one_of(ALONE_WORKED)(word))
}

/// `macet`, `tdk ada kegiatan`, `belum ada transaksi`: what comes of it is no year's business.
fn stands_still(words: &[String]) -> bool {
    let is_still = one_of(ALONE_STILL);
    let is_no = |word: &String| matches!(word.as_str(), "tidak" | "belum" | "tanpa" | "nihil" | "kosong" | "tiada");
    let is_of_work = |word: &String| one_of(ALONE_OF_WORK)(word);
    let is_beside = |word: &String| {
        one_of(ALONE_BESIDE)(word)
            || is_whole_year(word)
            || stated_year(word).is_some()
            || matches!(word.as_str(), "ada" | "lagi" | "koperasi" | "usaha" | "umkm" | "sama" | "sekali")
    };
    let denies = || words.iter().any(is_no) && words.iter().any(is_of_work);
    let (is_alone, is_denied) = (words.iter().any(&is_still), denies());
    is_alone && words.iter().all(|word| is_still(word) || is_beside(word))
        || is_denied && words.iter().all(|word| is_no(word) || is_of_work(word) || is_beside(word))
}

/// `termasuk hutang`, `minus pajak`, `komisi saja`, `gabungan`.
fn is_another_notion(words: &[String]) -> bool {
    let is_notion = one_of(ALONE_NOTIONS);
    let is_of = |word: &String| one_of(ALONE_OF_NOTIONS)(word);
    matches!(words, [only] if only == "gabungan")
        || words.iter().any(&is_notion)
            && words.iter().any(is_of)
            && words.iter().all(|word| is_notion(word) || is_of(word) || one_of(ALONE_BESIDE)(word))
}

/// `seingatnya`, `tidak tahu`, `kira-kira`: a figure that nobody counted.
fn is_guessed(words: &[String]) -> bool {
    let by_two = || words.windows(2).any(|two| ALONE_GUESSED_BY_TWO.contains(&(two[0].as_str(), two[1].as_str())));
    let is_of_two = |word: &String| ALONE_GUESSED_BY_TWO.iter().any(|(one, other)| word == one || word == other);
    let is_guess = one_of(ALONE_GUESSED);
    let all = |is: &dyn Fn(&String) -> bool| words.iter().all(|word| is(word) || one_of(ALONE_BESIDE)(word));
    words.iter().any(&is_guess) && all(&is_guess)
        || by_two() && all(&is_of_two)
        || words.len() > 1 && words.iter().all(|word| word == "kira")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Option<Year> = Some(Year(2021));

    #[test]
    fn remarks_that_take_something_from_the_year() {
        for text in [
            "buka 3 bln",
            "libur PPKM 4 bln",
            "tutup 3 bulan",
            "jalan 6 bulan",
            "operasional 8 bln",
            "baru buka Juli",
            "mulai usaha Agustus 2021",
            "buka sejak Maret 2021",
            "kurang Desember",
            "tanpa Nov dan Des",
            "separuh tahun",
            "macet",
            "usaha macet",
            "tdk ada kegiatan",
            "tidak ada aktivitas",
            "belum ada transaksi",
            "koperasi tidak ada kegiatan tahun 2021",
            "termasuk hutang",
            "minus pajak",
            "sebelum pajak",
            "komisi saja",
            "ini modal",
            "gabungan",
            "tidak tahu",
            "seingatnya",
            "ngarang",
            "tdk jujur",
            "belum dicek",
            "kira-kira",
        ] {
            assert!(is_brief_remark(text, OWN), "{text}");
        }
        for text in ["laba", "untung", "keuntungan saja", "ini laba"] {
            assert!(is_brief_profit(text) && !is_brief_remark(text, OWN), "{text}");
        }
    }

    #[test]
    fn ordinary_remarks() {
        for text in [
            "aktif",
            "buka 24 jam",
            "buka tiap hari",
            "buka 12 bulan",
            "tutup hari Minggu",
            "kontrak 6 bulan",
            "umur 8 bulan",
            "RAT Maret 2022",
            "sudah RAT Juni",
            "ikut pelatihan Juni 2021",
            "mulai usaha 2018",
            "berdiri Juli 2015",
            "mulai usaha Agustus 2015",
            "buka sejak Januari 2021",
            "kredit macet",
            "pinjaman macet",
            "tidak ada",
            "belum ada",
            "tidak ada kantor",
            "tidak ada karyawan",
            "belum ada sertifikat halal",
            "modal",
            "kurang modal",
            "modal kurang",
            "butuh modal",
            "modal sendiri",
            "hutang lunas",
            "bebas pajak",
            "usaha gabungan",
            "musiman",
            "titip di toko",
            "usaha lama",
            "kegiatan simpan pinjam",
            "belum dicek kesehatannya",
            "pemilik tidak tahu internet",
            "tahun 2021",
            "Desember",
            "",
            "12",
        ] {
            assert!(!is_brief_remark(text, OWN) && !is_brief_profit(text), "{text}");
        }
    }
}
