//! Remarks beside counted figures and notes below them that make the figures
//! something else than the realisasi of the year.

use super::caption_unit::{note_unit, scale_or_sum};
use super::date::month_named;
use super::fetched::gathered_afterwards;
use super::glance::{Glance, kind};
use super::label::{spelt_words, stated_year, words};
use super::lexicon::{
    AMOUNTS, BASES, BEGINNINGS, CARRIED, COMING, CORRECTED, COUNTED_BEFORE, DOUBLED, ENDED, FORMS, HISTORY, LIVING, NEGATED,
    OF_FIGURES, PLANNED, REMARKS, RULES, SAMPLES, SOURCES,
};
use super::limit::{limiting_span, of_the_year_before, provisional};
use super::part_span::part_span;
use super::period::{is_whole_year, period_alone, period_in};
use super::phrase::is_place_and_date;
use super::whose_unit::Stands;
use super::year_words::in_digits;
use crate::vocabulary::Year;

/// More letters than this are no remark.
const LONGEST: usize = 120;
/// So many words at most are a remark by a single word.
const FEW: usize = 4;

fn is_one_of(list: &[&str]) -> impl Fn(&String) -> bool {
    move |word| list.contains(&word.as_str())
}

/// `per bulan`, `Omset/hari`, `s/d TW III`, in a cell of any column; `is_event`: the
/// column tells when something happened.
pub(crate) fn says_a_part(text: &str, is_event: bool) -> bool {
    if text.len() > 80 || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let is_part = |period: super::Period| period.day.is_none() && period.is_part() && !is_event;
    limiting_span(text).is_some() && !is_of_things(&spelt_words(text)) || period_alone(text).is_some_and(is_part)
}

/// `produksi 10 kg/hari`, `simpanan wajib 10.000 per bulan`: no word of what a row's figures are.
fn is_of_things(words: &[String]) -> bool {
    const THINGS: [&str; 14] =
        ["kg", "kilogram", "gram", "ton", "liter", "pcs", "buah", "biji", "butir", "bungkus", "porsi", "potong", "ekor", "ikat"];
    const PAID: [&str; 6] = ["simpanan", "iuran", "angsuran", "cicilan", "gaji", "listrik"];
    const RENTED: [&str; 9] = ["kantor", "kios", "tempat", "lapak", "gedung", "ruko", "toko", "lahan", "rumah"];
    // A price makes an amount of things.
    let is_price = |word: &String| {
        matches!(word.as_str(), "x" | "jt" | "juta" | "rb" | "ribu" | "rp")
            || word.len() >= 5 && word.bytes().all(|b| b.is_ascii_digit())
    };
    let has_price = words.iter().any(is_price)
        || words.windows(2).any(|pair| pair.iter().all(|word| word.bytes().all(|b| b.is_ascii_digit())));
    let is_figure = |word: &String| {
        is_one_of(OF_FIGURES)(word)
            || is_one_of(AMOUNTS)(word) && word != "produksi"
            || matches!(word.as_str(), "omzet" | "rp" | "hasil")
    };
    let is_rent = words.first().is_some_and(|word| matches!(word.as_str(), "sewa" | "kontrak"))
        && words.get(1).is_some_and(is_one_of(&RENTED));
    let is_paid = words.first().is_some_and(is_one_of(&PAID)) || is_rent;
    let is_thing = words.iter().any(is_one_of(&THINGS));
    is_paid && !words.iter().any(|word| is_one_of(AMOUNTS)(word) || word == "omzet")
        || is_thing && !has_price && !words.iter().any(is_figure)
}

/// Whether a remark (under `Keterangan`, or beside the table) says that its row's
/// figures are planned, another year's or in another unit.
pub(crate) fn remark_limits(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let words = words(text);
    let is_planned = words.len() <= FEW && words.iter().any(is_one_of(PLANNED)) || says_planned(&words);
    let is_part = || {
        let told = |from: usize| from.checked_sub(1).is_some_and(|at| is_one_of(OF_FIGURES)(&words[at]) || words[at] == "hanya");
        period_in(&words, text).is_some_and(|(period, from, _)| period.is_part() && told(from))
    };
    is_planned
        || provisional(text).is_some()
        || is_part()
        || says_other_year(&words, own)
        || corrects_by(text, &words)
        || note_unit(text).is_some_and(|(factor, _)| factor != 1)
        || scale_or_sum(text, Stands::Below).is_some()
}

/// Whether a note below the rows says that the figures above are planned, of a
/// part of the year, or of another year than `own`.
pub(crate) fn note_limits(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST * 2 || is_place_and_date(text) {
        return false;
    }
    let in_digits = in_digits(text);
    let text = in_digits.as_deref().unwrap_or(text);
    let words = words(text);
    let is_part = || period_in(&words, text).is_some_and(|(period, ..)| period.is_part()) || part_span(text).is_some();
    let speaks = words.iter().any(is_one_of(OF_FIGURES)) && !own.is_some_and(|own| gathered_afterwards(&words, text, own));
    // `Keterangan: proyeksi`.
    let is_bare = words.len() <= FEW && words.iter().any(is_one_of(PLANNED)) && words.first().is_some_and(is_one_of(REMARKS));
    says_planned(&words)
        || is_bare
        || speaks && of_the_year_before(&words).is_some()
        || own.is_some_and(|own| is_older(text, own))
        || speaks && (is_part() || says_other_year(&words, own) || own.is_some_and(|own| is_bare_other(&words, (text, own))))
}

/// `Keterangan: data T.A. 2020`, `Data 31 XII 2020`: nothing but that the figures are of a year before `own`.
fn is_bare_other(words: &[String], (text, own): (&str, Year)) -> bool {
    let Some((period, from, to)) = period_in(words, text) else { return false };
    let is_lead = |word: &String| {
        is_one_of(REMARKS)(word)
            || is_one_of(OF_FIGURES)(word)
            || matches!(word.as_str(), "ini" | "di" | "atas" | "adalah" | "merupakan")
    };
    period.year.is_some_and(|year| year < own) && words[..from].iter().chain(&words[to..]).all(is_lead)
}

/// Whether a word under `Status` says that its bearer is yet to come, or no real one: `Cadangan`, `calon`.
pub(crate) fn says_coming(text: &str) -> bool {
    let words = spelt_words(text);
    words.len() < FEW && words.iter().any(|word| is_one_of(COMING)(word) || is_one_of(SAMPLES)(word))
}

/// Whether a remark says that somebody lives no more, or stands in another row too:
/// `bubar 2019`, `sudah pindah`, `tdk aktif`, `duplikat no 1`.
pub(crate) fn says_ended(text: &str) -> bool {
    text.len() <= LONGEST && !tells_no_end(text) && text.chars().any(char::is_alphabetic) && has_ended(&spelt_words(text))
}

/// A quick look before the slow one: whether none of the words stands there by which an end is told.
pub(super) fn tells_no_end(text: &str) -> bool {
    const SAYS: u32 = kind::ENDED | kind::NEGATED | kind::DOUBLED | kind::DONE;
    Glance::of(text).is_some_and(|own| !own.holds(SAYS))
}

/// Whether a few words, none of them any other, say of somebody that he is no more (`tutup`, `sudah pindah`, `tidak ditemukan`)
/// or that his figures are old ones (`data lama`); not that something is not there (`belum ada`), nor that somebody is idle.
/// `Mati Air` is a place.
pub(crate) fn says_gone(text: &str) -> bool {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let words = spelt_words(text);
    let is_idle = words.iter().any(|word| matches!(word.as_str(), "aktif" | "pasif" | "nonaktif"));
    let lacks = words.iter().any(|word| word == "ada") && !words.iter().any(|word| word == "lagi");
    let is_gone = || has_ended(&words) || words.windows(2).any(|two| matches!((&*two[0], &*two[1]), ("gulung", "tikar")));
    let is_old = || {
        let of_figures = words.first().is_some_and(is_one_of(OF_FIGURES));
        of_figures && words.iter().any(|word| matches!(word.as_str(), "lama" | "lalu" | "sebelumnya"))
    };
    !is_idle && !lacks && words.iter().all(is_beside_gone) && (is_gone() || is_old())
}

/// Whether a word says of an end, or stands beside such words.
fn is_beside_gone(word: &String) -> bool {
    let lists: [&[&str]; 6] = [ENDED, NEGATED, LIVING, DOUBLED, OF_FIGURES, BESIDE_GONE];
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || is_whole_year(word) || lists.iter().any(|list| is_one_of(list)(word))
}

/// What may stand beside words of an end.
const BESIDE_GONE: &[&str] = &[
    "sudah",
    "telah",
    "sejak",
    "pada",
    "karena",
    "koperasi",
    "umkm",
    "gulung",
    "tikar",
    "lama",
    "lalu",
    "sebelumnya",
    "ke",
    "kabupaten",
    "kab",
    "kota",
    "daerah",
    "lain",
    "luar",
    "total",
    "permanen",
    "sekarang",
    "kini",
];

pub(super) fn has_ended(words: &[String]) -> bool {
    let is_place = |word: &str| matches!(word, "alamat" | "kantor" | "lokasi" | "tempat" | "rumah" | "sekretariat");
    let lives_on = |word: &str, beside: &str| match word {
        "tutup" | "ditutup" => {
            let is_hour = matches!(beside, "hari" | "jam" | "malam" | "pukul" | "minggu" | "jumat" | "setiap" | "tiap");
            matches!(beside, "buku" | "tahun" | "sementara") || is_hour || is_place(beside)
        }
        "pindah" => is_place(beside),
        _ => false,
    };
    // `Mati Air`, `Mati Sugeng`: a place, a name.
    let is_named = |word: &str| {
        let beside = |other: &String| other != word && !is_beside_gone(other) && other != "suri";
        word == "mati" && words.len() <= 3 && words.iter().any(beside)
    };
    // `tidak ada kantor`: what is not there is not the bearer.
    let is_of_a_thing = |at: usize| words[at] == "ada" && words.get(at + 1).is_some_and(|word| word != "lagi" && word != "di");
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1);
        let before = at.checked_sub(1).map(|before| &words[before]);
        // `proses pembubaran`: it lives yet.
        let is_to_come =
            before.is_some_and(|before| matches!(before.as_str(), "proses" | "akan" | "rencana" | "usulan" | "usul"));
        let is_of_another = || at > 0 && goes_on_without(&words[..at]);
        let is_of_place = || next.into_iter().chain(before).any(|beside| lives_on(word, beside));
        is_one_of(ENDED)(word) && !is_to_come && !is_of_place() && !is_named(word) && !is_of_another()
            || is_one_of(NEGATED)(word) && next.is_some_and(is_one_of(LIVING)) && !is_of_a_thing(at + 1) && !is_of_another()
            || word == "nonaktif"
            || is_one_of(DOUBLED)(word)
            || matches!(word.as_str(), "sudah" | "telah") && next.is_some_and(is_one_of(COUNTED_BEFORE))
    })
}

/// Whether the words before an end say whose it is, and the row's bearer goes on without that: `telp tidak aktif`,
/// `anggota keluar 5`; not `pengurus tidak aktif`, and of a business not `pemilik meninggal`.
fn goes_on_without(before: &[String]) -> bool {
    const THINGS: [&str; 12] =
        ["telp", "telepon", "telpon", "tlp", "hp", "wa", "whatsapp", "email", "kontak", "ketua", "bendahara", "sekretaris"];
    let is_thing = |word: &String| is_one_of(&THINGS)(word);
    let is_beside =
        |word: &String| word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word.as_str(), "orang" | "org" | "lama");
    before.first().is_some_and(is_thing) && before.iter().all(|word| is_thing(word) || is_beside(word))
}

/// Whether a line that tells when the data were gathered, or by whom, is older than
/// figures of the whole year `own` are: `UPDATE 30 JUNI 2021`, `Sumber: Dinas, 2020`.
pub(crate) fn is_older(text: &str, own: Year) -> bool {
    if !tells_history(text) {
        return false;
    }
    let words = day_first(words(text));
    let is_source = words.first().is_some_and(is_one_of(SOURCES));
    let Some((period, ..)) = period_in(&words, text) else { return false };
    match period.year {
        Some(year) if year < own => true,
        Some(year) => year == own && !is_source && period.is_part(),
        None => false,
    }
}

/// `June 30, 2021`: the day before its month, as it is written here.
fn day_first(mut words: Vec<String>) -> Vec<String> {
    let is_day = |word: &String| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let is_date = |three: &[String]| month_named(&three[0]).is_some() && is_day(&three[1]) && Year::parse(&three[2]).is_some();
    if let Some(at) = words.windows(3).position(is_date).filter(|at| at.checked_sub(1).is_none_or(|at| !is_day(&words[at]))) {
        words.swap(at, at + 1);
    }
    words
}

/// Whether a line tells when the data were gathered, or by whom, and of no rule, form or plan.
pub(crate) fn tells_history(text: &str) -> bool {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words = words(text);
    let tells = words.first().is_some_and(is_one_of(SOURCES)) || words.iter().any(is_one_of(HISTORY));
    let is_else = |word: &String| [RULES, FORMS, BASES, BEGINNINGS].iter().any(|list| list.contains(&word.as_str()));
    tells && !words.iter().any(is_else)
}

/// `angka perkiraan`, `data di atas adalah target`.
fn says_planned(words: &[String]) -> bool {
    let Some(at) = words.iter().position(is_one_of(OF_FIGURES)) else { return false };
    words[at..].iter().take(FEW + 2).any(is_one_of(PLANNED))
}

/// `koreksi: 2.500.000`, `seharusnya Rp 2,5 juta`: another figure than the one beside it.
pub(crate) fn corrects(text: &str) -> bool {
    let corrects_nothing = || Glance::of(text).is_some_and(|own| !own.holds(kind::CORRECTED));
    text.len() <= LONGEST * 2 && !corrects_nothing() && corrects_by(text, &words(text))
}

pub(super) fn corrects_by(text: &str, words: &[String]) -> bool {
    let is_scale = |word: &String| matches!(word.as_str(), "jt" | "juta" | "rb" | "ribu" | "milyar" | "miliar");
    let is_amount = |run: &str| run.bytes().filter(u8::is_ascii_digit).count() >= 5 && !run.contains(['/', '-', ':']);
    let has_amount = || {
        text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/' | '-' | ':')).any(is_amount)
            || words.iter().any(is_scale) && words.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    words.iter().any(is_one_of(CORRECTED)) && has_amount()
}

/// `data 2019`, `angka tahun lalu`, `Tahun 2020`: of another year than `own`, where that is known.
fn says_other_year(words: &[String], own: Option<Year>) -> bool {
    let year = |word: &String| stated_year(word);
    let is_lead = |word: &&String| is_whole_year(word) || matches!(word.as_str(), "per" | "akhir" | "desember" | "31" | "12");
    let of_figures = |at: usize| words[..at].iter().rev().find(|word| !is_lead(word)).is_some_and(is_one_of(OF_FIGURES));
    let stated = words.iter().enumerate().find_map(|(at, word)| Some((at, year(word)?)));
    let is_bare = words.len() == 2 && is_whole_year(&words[0]);
    let is_other = stated.is_some_and(|(at, year)| own.is_some_and(|own| year != own) && (is_bare || of_figures(at)));
    let is_carried = words.windows(2).any(|pair| is_whole_year(&pair[0]) && CARRIED.contains(&pair[1].as_str()));
    is_other || is_carried
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_that_limit_and_remarks_that_do_not() {
        for text in [
            "target",
            "(target)",
            "angka perkiraan",
            "data 2019",
            "belum RAT, data tahun 2019",
            "tahun 2020",
            "data tahun lalu",
            "dalam jutaan",
            "estimasi",
            "posisi 31 Desember 2020",
            "koreksi: 2.500.000",
            "seharusnya Rp 2,5 juta",
            "(revisi 2500000)",
            "volume 6 bulan",
            "hanya 3 bulan",
            "angka sementara",
            "belum diaudit",
        ] {
            assert!(remark_limits(text, Some(Year(2021))), "{text}");
        }
        for text in [
            "aktif",
            "ketua baru",
            "sudah RAT 2020",
            "RAT tahun 2022",
            "berdiri 2015",
            "data 2021",
            "target pembinaan tahun depan bersama penyuluh",
            "pindah alamat",
            "Rp 500.000 hibah",
            "SK tahun 2019 nomor 12",
            "perbaikan AD/ART 2019",
            "revisi akta 518/123/2020",
            "verifikasi 12-01-2022",
            "tutup sementara",
            "RAT Juni 2021",
        ] {
            assert!(!remark_limits(text, Some(Year(2021))), "{text}");
        }
    }

    #[test]
    fn remarks_of_those_that_are_no_more() {
        assert!(
            says_ended("bubar tahun 2019")
                && says_ended("sudah tutup")
                && !says_ended("tutup buku Januari")
                && !says_ended("kantor pindah")
                && !says_ended("proses pembubaran")
                && !says_ended("tdk ada kantor")
        );
    }

    #[test]
    fn a_few_words_of_those_that_are_gone() {
        for text in [
            "tutup",
            "sudah pindah",
            "tidak ditemukan",
            "dibubarkan 2019",
            "tdk ada lagi",
            "gulung tikar",
            "data lama",
            "data tahun lalu",
        ] {
            assert!(says_gone(text), "{text}");
        }
        for text in [
            "belum ada",
            "tidak ada",
            "pasif",
            "tidak aktif",
            "pindah alamat",
            "ada",
            "sudah RAT",
            "Mati Air",
            "Tutup Riyanto",
            "tutup hari Jumat",
        ] {
            assert!(!says_gone(text), "{text}");
        }
    }

    #[test]
    fn lines_older_than_the_figures() {
        for text in [
            "UPDATE 30 JUNI 2021",
            "Last update: June 30, 2021",
            "Update: 30/06/2021",
            "Diperbarui Juni 2021",
            "Sumber: Dinas Koperasi Tahun 2020",
            "Dicetak 2020",
        ] {
            assert!(is_older(text, Year(2021)), "{text}");
        }
        for text in [
            "Update 31 Desember 2021",
            "Last update: December 31, 2021",
            "Update 10 Januari 2022",
            "Sumber: Dinas Koperasi, 2022",
            "Sumber: Dinas Koperasi, 2021",
            "Sumber: Perda Nomor 5 Tahun 2016",
            "Sumber: Sensus Ekonomi 2016",
            "Formulir versi 2019",
            "Dinas Koperasi 2020",
        ] {
            assert!(!is_older(text, Year(2021)), "{text}");
        }
    }

    #[test]
    fn notes_that_limit_and_notes_that_do_not() {
        for text in [
            "Catatan: data s/d Juni 2021",
            "Ket: data sampai dengan Triwulan III",
            "*) angka semester I",
            "Data per 30 September 2021",
            "Catatan: angka di atas adalah target",
            "*) angka perkiraan",
            "Keterangan: proyeksi",
            "Data per 31 Desember 2020",
            "*) angka tahun 2020",
            "Keterangan : data T.A. 2020",
            "Keterangan: data 31 XII 2020",
            "Catatan : data di atas adalah Th. 2020",
        ] {
            assert!(note_limits(text, Some(Year(2021))), "{text}");
        }
        for text in [
            "Data per 31 Desember 2021",
            "Sumber: Bidang Koperasi, 2021",
            "Pasuruan, 12 Januari 2022",
            "Pasuruan,      Juni 2022",
            "Kasubbag Perencanaan",
            "Angka dibulatkan",
            "Data di atas sudah diverifikasi petugas lapangan",
            "Cat. : volume usaha sudah termasuk pendapatan jasa",
            "*) diolah dari laporan bulanan",
            "Sumber data: Perda Nomor 5 Tahun 2016",
            "Data dihimpun sejak tahun 2016",
        ] {
            assert!(!note_limits(text, Some(Year(2021))), "{text}");
        }
    }
}
