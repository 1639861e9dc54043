//! Names of rows that say more than a name, or are none: `KSU B (pindah)`, `tutup`, `s/d halaman lalu`,
//! `KSP A dan KSU B`.

use super::aside::{ends_in_version, says_version};
use super::doubt::row_doubted;
use super::glance::{Glance, kind};
use super::identity::is_elsewhere;
use super::label::{spelt_words, stated_year, words};
use super::lexicon::{
    BEARERS_COUNTED, BESIDE_NOBODY, CARRIED, ENDED, KINDS, LEGAL_FORMS, LIVING, NEGATED, NO_NAMES, NOBODY, NOT_YET_OR_NO_MORE,
    PLACES, STANDS_FOR, TOTALS,
};
use super::period::is_whole_year;
use super::remark::{remark_limits, says_a_part, says_ended};
use super::reserve::{reservation, reserves_row};
use super::whole_remark::is_whole_remark;
use crate::vocabulary::Year;

/// What sets a remark apart from the name before it.
const ASIDE: [char; 14] = ['(', ')', '[', ']', '{', '}', '*', ':', '=', '~', ';', '-', ',', ' '];

fn is_one_of(list: &[&str]) -> impl Fn(&String) -> bool {
    move |word| list.contains(&word.as_str())
}

/// Whether a name's own remark says that it lives no more, or that its figures are
/// others: `KSU B (pindah ke Kab. Malang)`, `KUD C - DIBUBARKAN`, `KSP D non aktif`.
pub(crate) fn name_limits(name: &str, own: Option<Year>) -> bool {
    !is_bare(name) && says_more(name, own)
}

/// A quick look before the slow one: whether a name begins with a word of letters, and neither a mark nor a word in it
/// could say anything of its row.
pub(super) fn is_bare(name: &str) -> bool {
    const SAYS: u32 = kind::ENDED
        | kind::NEGATED
        | kind::CARRIED
        | kind::NOBODY
        | kind::PAGE
        | kind::FORMER
        | kind::VERSION
        | kind::WHOLE_YEAR
        | kind::BLANK;
    let is_bare = |own: Glance| own.is_lettered && !own.has_marks && !own.holds(SAYS) && own.first & kind::NAMELESS == 0;
    !name.contains('/') && Glance::of(name).is_some_and(is_bare)
}

pub(super) fn says_more(name: &str, own: Option<Year>) -> bool {
    let spelt = spelt_words(name);
    if is_nobodys(name, &spelt) || is_carried_over(&spelt) || are_several(name) {
        return true;
    }
    if let Some(is_said) = aside_limits(name, own) {
        return is_said;
    }
    if ends_in_version(name) {
        return true;
    }
    // Without a mark only words that no name ends in.
    let last = name.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let ends = |last: &str| ENDED.contains(&last) || LIVING.contains(&last);
    if !ends(&last) {
        return false;
    }
    let words = words(name);
    let [.., before, last] = &words[..] else { return false };
    let is_sure = last.starts_with("di") || matches!(last.as_str(), "bubar" | "nonaktif" | "pailit" | "bangkrut" | "merger");
    let is_said = matches!(before.as_str(), "sudah" | "telah") || is_one_of(NEGATED)(before) && LIVING.contains(&last.as_str());
    let is_ended = ENDED.contains(&last.as_str());
    is_ended && (is_sure || is_said) || !is_ended && is_one_of(NEGATED)(before)
}

/// What stands behind a name, set apart by a mark; none where nothing does.
pub(crate) fn aside_limits(name: &str, own: Option<Year>) -> Option<bool> {
    if line_or_stroke(name).is_some_and(|aside| is_whole_remark(aside, own)) {
        return Some(true);
    }
    let marks = [" - ", " \u{2013} ", " / ", ", "];
    let of_mark = marks.iter().filter_map(|mark| name.find(mark)).min();
    let aside = name.find(['(', '[', '{', '*', ':', '=', '~', ';']).into_iter().chain(of_mark).min();
    let aside = &name[aside?..];
    let bare = aside.trim_matches(ASIDE);
    let of_row = || row_doubted(bare, own) || reservation(bare).is_some() || reserves_row(bare) || is_whole_remark(bare, own);
    let is_said = says_ended(aside) || remark_limits(aside, own) || says_version(aside, own) || of_row();
    let is_coming =
        || spelt_words(aside).first().is_some_and(|word| matches!(word.as_str(), "calon" | "rintisan" | "usulan" | "pra"));
    Some(is_said || is_coming() || is_elsewhere(bare) || is_other_region(aside) || says_a_part(bare, false))
}

/// What stands on a name's second line, or behind a stroke within it: `KPRI Bina Warga/pailit`.
fn line_or_stroke(name: &str) -> Option<&str> {
    let at = name.trim_end().find(['\n', '\r']).or_else(|| name.rfind('/'))?;
    let aside = name[at + 1..].trim_matches(|c: char| c.is_whitespace() || ASIDE.contains(&c));
    (at > 0 && !aside.is_empty()).then_some(aside)
}

/// `Nama koperasi`, `isi nama di sini`, `idem`, `3 koperasi`, `Calon KUD Maju`, `KUD Maju ??`: no name, or no one koperasi's.
fn is_placeholder(name: &str, words: &[String]) -> bool {
    let joined = words.concat();
    let is_former = || words.len() > 1 && words.first().is_some_and(is_one_of(NOT_YET_OR_NO_MORE));
    let is_doubted = name.trim_end().ends_with(['?', '\u{2026}']) || name.contains("...") || name.contains("___");
    // `Tutup`, `Tidak ada usaha`, `belum punya usaha`: it names none.
    let is_none = |word: &String| is_one_of(NEGATED)(word) || is_one_of(ENDED)(word);
    let is_beside =
        |word: &String| is_one_of(LIVING)(word) || matches!(word.as_str(), "punya" | "nama" | "sudah" | "telah" | "koperasi");
    // What most names fail at comes first.
    let says_none = || words.iter().all(|word| is_none(word) || is_beside(word)) && words.iter().any(is_none);
    let is_blank =
        || words.len() > 1 && words.last().is_some_and(|word| word.len() >= 3 && word.bytes().all(|byte| byte == b'x'));
    let is_sample =
        || words.first().is_some_and(|word| matches!(word.as_str(), "contoh" | "misal" | "misalnya")) && name.contains(':');
    NO_NAMES.contains(&joined.as_str())
        || is_doubted
        || are_many(words)
        || is_former()
        || says_none()
        || is_blank()
        || is_sample()
}

/// `3 koperasi`, `5 pelaku usaha`, `Kelompok (5 orang)`, `Paguyuban PKL (25 pedagang)`, `Gabungan 10 UMKM`,
/// `UMKM se-Kel. Sebani`: one row that stands for many. `Kelompok Tani Maju` is a name, `25 Jaya` too.
fn are_many(words: &[String]) -> bool {
    let is_count = |word: &String| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word != "1";
    let is_kind = |word: &String| BEARERS_COUNTED.contains(&word.as_str());
    let is_alone = || {
        let [count, kind @ ..] = words else { return false };
        is_count(count) && !kind.is_empty() && kind.iter().all(is_kind)
    };
    let Some(first) = words.first() else { return false };
    let is_group =
        matches!(first.as_str(), "kelompok" | "paguyuban" | "gabungan" | "kumpulan" | "sekumpulan" | "para" | "asosiasi");
    let counts = || words.windows(2).any(|two| is_count(&two[0]) && is_kind(&two[1]));
    let of_a_place = || words.windows(2).any(|two| two[0] == "se" && PLACES.contains(&two[1].as_str()));
    let is_of_all = || is_kind(first) && words.len() >= 3;
    is_alone() || is_group && counts() || (is_group || is_of_all()) && of_a_place()
}

/// Whether a name is nobody's: `Penyesuaian`, `Lain-lain`, `Koperasi yang belum lapor`,
/// `Target 2021`, `Th. 2020`.
fn is_nobodys(name: &str, words: &[String]) -> bool {
    if is_placeholder(name, words) {
        return true;
    }
    let is_figure = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = |word: &String| stated_year(word).is_some();
    let is_sum = |word: &String| is_one_of(TOTALS)(word) || is_one_of(STANDS_FOR)(word);
    let is_core = |word: &String| is_one_of(NOBODY)(word) || is_sum(word);
    let is_beside = |word: &String| is_one_of(BESIDE_NOBODY)(word) || is_one_of(KINDS)(word) || is_figure(word);
    let is_old = || words.iter().any(is_year) || words.iter().any(is_one_of(CARRIED));
    let is_time = words.iter().all(|word| is_year(word) || is_whole_year(word) || is_one_of(CARRIED)(word)) && is_old();
    is_time || words.iter().all(|word| is_core(word) || is_beside(word)) && words.iter().any(is_core)
}

/// `(kab. lain)`, `(kota lain)`.
fn is_other_region(aside: &str) -> bool {
    let words = spelt_words(aside);
    matches!(words.as_slice(), [kind, other] if matches!(kind.as_str(), "kab" | "kabupaten" | "kota" | "daerah") && other.starts_with("lain"))
}

/// `s/d halaman lalu`, `Jumlah dipindahkan`, `Pindahan dari hal. 2`: a sum that was carried here.
fn is_carried_over(words: &[String]) -> bool {
    let is_page = |word: &String| matches!(word.as_str(), "halaman" | "hal" | "lembar" | "hlm");
    let is_other = |word: &String| is_one_of(CARRIED)(word) || word == "muka" || word.bytes().all(|byte| byte.is_ascii_digit());
    let is_beside = |word: &String| {
        is_page(word)
            || is_other(word)
            || is_one_of(TOTALS)(word)
            || is_one_of(STANDS_FOR)(word)
            || matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "dari" | "di" | "pada")
    };
    words.iter().all(is_beside) && words.iter().any(is_page) && words.iter().any(is_other)
}

/// `KSP Artha Mulya dan KSU Barokah`: each piece has a form of its own and a name of its own.
fn are_several(name: &str) -> bool {
    let joins = ['&', '+', ';', '|', '\n', '\t', ','];
    // Most names hold nothing that would join two.
    if !name.contains(joins) && !name.as_bytes().windows(3).any(|own| own.eq_ignore_ascii_case(b"dan")) {
        return false;
    }
    let spaced = name.replace(joins, " dan ");
    let pieces: Vec<Vec<String>> = {
        let words = words(&spaced);
        words.split(|word| word == "dan").map(<[String]>::to_vec).collect()
    };
    let own = |piece: &[String]| -> Vec<String> { piece.iter().filter(|word| !is_one_of(KINDS)(word)).cloned().collect() };
    let is_whole = |piece: &Vec<String>| piece.first().is_some_and(is_one_of(LEGAL_FORMS)) && !own(piece).is_empty();
    pieces.len() > 1 && pieces.iter().all(is_whole) && own(&pieces[0]) != own(&pieces[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_more_than_a_name() {
        for name in [
            "KSU B (pindah ke Kab. Malang)",
            "KSU B (sudah pindah)",
            "KSU B (non aktif sejak 2020)",
            "KSU B (merger)",
            "KSU B (dibubarkan 2019)",
            "KSU B - DIBUBARKAN",
            "KSU B *bubar*",
            "KSU B [beku]",
            "KSU B / tutup",
            "KSU B tidak aktif",
            "KSU B DIBUBARKAN",
            "KSU B (target)",
            "KSU B (data 2019)",
            "KSU B (Sdh tdk aktif)",
            "KSU B ~dibekukan~",
            "KSU B (dilebur)",
            "KSU B (bergabung dgn KSP A)",
            "KSU B (duplikat)",
            "KSU B (sudah ada di no 1)",
            "KSU B (s/d Juni)",
            "KSU B (TW III)",
            "KSU B (sementara)",
            "KSU B (unaudited)",
            "Nama Koperasi",
            "isi nama di sini",
            "idem",
            "3 koperasi",
            "Calon KUD Maju",
            "Eks. KUD Maju",
            "KUD Maju ??",
            "Saldo awal",
            "Anonim",
            "KSP C (belum RAT)",
            "Toko Rahayu (fiktif)",
            "Toko Rahayu (salah input)",
            "Toko Rahayu (tdk dihitung)",
            "Toko Rahayu (lihat no. 5)",
            "Toko Rahayu (blm diverifikasi)",
            "Toko Rahayu (bukan warga kota)",
            "Toko Rahayu (baru 3 bulan)",
            "Toko Rahayu (KTP luar)",
            "Toko Rahayu (cancel)",
            "Bimtek Akuntansi (ditunda)",
            "KPRI Bina Warga\ntutup",
            "KPRI Bina Warga\nbelum RAT",
            "KPRI Bina Warga\nper bulan",
            "KPRI Bina Warga/pailit",
            "KPRI Bina Warga (lebur)",
        ] {
            assert!(name_limits(name, Some(Year(2021))), "{name}");
        }
        for name in [
            "KPRI Rumah Sakit",
            "KSP Pasar Lama",
            "Kopkar (RS Sakit Jiwa)",
            "KUD Tani (Primer Kota)",
            "KSU B (eks KUD Maju)",
            "Kopwan Jalan Baru",
            "Toko Tutup",
            "KSP Usaha",
            "KSU Aktif",
            "Koperasi, Unit Desa",
            "KSU B (pindah alamat)",
            "KOPERASI SIMPAN PINJAM\nMAKMUR ABADI",
            "Warung\nTutup Panci",
            "KSP/USP Maju",
            "Kopi/Teh",
            "Koperasi\nRintisan Maju",
        ] {
            assert!(!name_limits(name, Some(Year(2021))), "{name}");
        }
    }

    #[test]
    fn names_of_nobody_and_of_several() {
        for name in [
            "tutup",
            "Tidak ada usaha",
            "belum punya usaha",
            "Koperasi Belum Ada Nama",
            "KSP XXX",
            "KSP ........",
            "test",
            "coba",
            "contoh: KSP Artha Mulya",
            "KSP Artha Mulya ?",
            "s/d halaman lalu",
            "Pindahan dari halaman 2",
            "Kelompok (5 orang)",
            "5 pelaku usaha",
            "UMKM se-Kel. Sebani",
            "Paguyuban PKL (25 pedagang)",
            "Gabungan 10 UMKM",
            "KSP A (calon)",
            "KSP A (kab. lain)",
            "KSP A (luar kota)",
            "KSP Artha Mulya dan KSU Barokah",
            "KSP Artha + KUD Tirtha",
            "KSP A & KSU Barokah",
            "KSP Artha Mulya; KSU Barokah",
        ] {
            assert!(name_limits(name, Some(Year(2021))), "{name}");
        }
        for name in [
            "Koperasi Simpan Pinjam dan Jasa Maju",
            "Simpan Pinjam & Jasa Rahayu",
            "KSPPS BMT Amanah",
            "Warung Tutup Panci",
            "KSU Aktif",
            "Kopi & Roti",
            "KUD Tani dan Nelayan",
            "Usaha Bersama",
            "Penjahit (harian)",
            "Kue Kering (Rp 15.000)",
            "Kelompok Wanita Tani",
            "Kelompok Tani Maju 2",
            "Paguyuban Pedagang Pasar Besar",
            "Koperasi Pedagang Pasar se-Kota".trim_end_matches(" se-Kota"),
            "Warung 3 Bersaudara",
            "99 Usaha Mandiri",
            "KSU B (25 anggota)",
            "Kelontong Halaman Depan",
            "Ada Jaya",
            "KSP Maxxi",
            "Usaha Belum Tentu",
            "Koperasi Karyawan, Koperasi Serba Usaha",
        ] {
            assert!(!name_limits(name, Some(Year(2021))), "{name}");
        }
    }
}
