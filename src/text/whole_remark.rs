//! Texts that are remarks on their row and nothing else, by every word of them: `belum RAT`, `ganda dgn no 3`,
//! `tidak aktif sejak 2019`. So they are remarks wherever they stand: under a heading of something else, on a second line of
//! a name's cell, behind a registration.

use super::date::month_named;
use super::doubt::row_doubted;
use super::label::{all_spelt, is_number, one_of, spelt_words, stated_year};
use super::lexicon::{
    BESIDE_REMARKS, CARRIED, CORRECTED, COUNTED_BEFORE, DOUBLED, ENDED, GUESSED, HALF_TOLD, HALF_TOLD_BY_TWO, LIVING, MADE_OF,
    MADE_UP, NEAR_BY, NEGATED, OF_FIGURES, OF_PROFITS, OF_THE_ROW, OF_THE_ROW_BY_TWO, PLANNED, PROFITS, RESERVED,
    RESERVED_BY_TWO, ROW_DOUBTED, ROW_DOUBTED_BY_TWO, SPANS,
};
use super::period::is_whole_year;
use super::remark::{remark_limits, says_a_part, says_ended};
use super::reserve::{reservation, reserves_row};
use super::row_word::takes_row_away;
use super::stem::{is_made_of, is_of};
use crate::vocabulary::Year;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// More letters are more than a remark.
const LONGEST: usize = 48;
/// And more words.
const MOST: usize = 7;

/// The words that remarks are made of.
static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lists: [&[&str]; 20] = [
        BESIDE_REMARKS,
        SPANS,
        CARRIED,
        CORRECTED,
        COUNTED_BEFORE,
        DOUBLED,
        ENDED,
        HALF_TOLD,
        LIVING,
        MADE_UP,
        NEGATED,
        OF_FIGURES,
        OF_PROFITS,
        OF_THE_ROW,
        PLANNED,
        PROFITS,
        RESERVED,
        ROW_DOUBTED,
        MADE_OF,
        GUESSED,
    ];
    let pairs = [HALF_TOLD_BY_TWO, OF_THE_ROW_BY_TWO, RESERVED_BY_TWO, ROW_DOUBTED_BY_TWO];
    let of_pairs = pairs.into_iter().flatten().flat_map(|(one, other)| [*one, *other]);
    lists.into_iter().flatten().copied().chain(of_pairs).collect()
});

fn is_known(word: &str) -> bool {
    KNOWN.contains(word)
        || is_number(word)
        || is_whole_year(word)
        || month_named(word).is_some()
        || is_of(word, MADE_OF)
        || is_made_of(word, GUESSED)
}

/// Whether a text is a remark by which its row, or its figure, is not what the others are, and holds no word besides.
pub(crate) fn is_whole_remark(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    // Most texts hold a word of their own.
    if all_spelt(text, is_known) == Some(false) {
        return false;
    }
    let words = spelt_words(text);
    (1..=MOST).contains(&words.len()) && words.iter().all(|word| is_known(word)) && !is_a_date(&words) && says(text, &words, own)
}

fn says(text: &str, words: &[String], own: Option<Year>) -> bool {
    says_ended(text)
        || remark_limits(text, own)
        || row_doubted(text, own)
        || takes_row_away(text)
        || reservation(text).is_some()
        || reserves_row(text)
        || says_a_part(text, false)
        || half_told(words, own)
}

/// `tahun 2019`, `Juni 2019`: behind a registration, the day of it.
fn is_a_date(words: &[String]) -> bool {
    words.iter().all(|word| is_number(word) || is_whole_year(word) || month_named(word).is_some())
}

/// The same in a cell of whatever column: not what may be a value there (`tidak ada`, `tidak aktif`, `proses`, `luar kota`,
/// `2 tahun`).
pub(crate) fn is_remark_anywhere(text: &str, own: Option<Year>) -> bool {
    is_whole_remark(text, own) && !may_be_a_value(&spelt_words(text)) || has_moved_away(text)
}

/// `pindah ke Malang`: to a town, and into no street or building.
fn has_moved_away(text: &str) -> bool {
    if text.len() > LONGEST || !text.trim_start().starts_with(['p', 'P', 's', 'S']) {
        return false;
    }
    let words = spelt_words(text);
    let words = words.strip_prefix(&["sudah".to_owned()]).unwrap_or(&words);
    match words {
        [moved, to, town, rest @ ..] => {
            moved == "pindah" && to == "ke" && rest.len() < 2 && !one_of(NEAR_BY)(town) && !is_number(town)
        }
        _ => false,
    }
}

fn may_be_a_value(words: &[String]) -> bool {
    let are = |list: &[&str]| words.iter().all(|word| one_of(list)(word));
    let idle = [
        "tidak", "belum", "non", "nonaktif", "aktif", "pasif", "beku", "ada", "pernah", "punya", "usaha", "lagi", "lama", "tanpa",
    ];
    let open =
        ["lain", "lainnya", "proses", "sedang", "dalam", "pembinaan", "luar", "kota", "kabupaten", "daerah", "bukan", "warga"];
    let has = |list: &[&str]| words.iter().any(one_of(list));
    let is_lacking = are(&idle) && !(has(&["ada"]) && has(&["lagi"]));
    // What is measured, or kept, per piece: `per orang`, `2 tahun`, `Bersih`.
    let is_measure = words.first().is_some_and(|first| first == "per") || words.len() == 2 && is_number(&words[0]);
    let are_one =
        words.len() == 1 && !one_of(OF_THE_ROW)(&words[0]) && !one_of(DOUBLED)(&words[0]) && !one_of(HALF_TOLD)(&words[0]);
    is_lacking || are(&open) || is_measure || are_one || has(&["pindah", "luar"]) && !has(&["sudah", "telah"])
}

/// What remarks say beside the lists that all places share: `RAT 2019`, `mulai Juli`, `salah`, `hasil hitung sendiri`.
pub(crate) fn half_told(words: &[String], own: Option<Year>) -> bool {
    let alone = matches!(words, [only] if one_of(HALF_TOLD)(only));
    let by_two = || words.windows(2).any(|two| HALF_TOLD_BY_TWO.contains(&(two[0].as_str(), two[1].as_str())));
    alone || by_two() || own.is_some_and(|own| is_of_an_older_meeting(words, own) || begins_late(words, own))
}

/// `RAT 2019`, `RAT terakhir 2018`: of a book before the year `own`, whichever year the meeting is named by; `sudah RAT 2018`
/// says that it met.
fn is_of_an_older_meeting(words: &[String], own: Year) -> bool {
    let is_beside = |word: &String| {
        is_whole_year(word) || matches!(word.as_str(), "rat" | "hasil" | "data" | "terakhir" | "pada" | "sejak" | "dari")
    };
    let years = || words.iter().filter_map(|word| stated_year(word));
    words.first().is_some_and(|first| matches!(first.as_str(), "rat" | "hasil" | "data" | "terakhir"))
        && words.iter().any(|word| word == "rat")
        && words.iter().all(|word| is_beside(word) || stated_year(word).is_some())
        && years().count() == 1
        && years().all(|year| year.0 + 1 < own.0)
}

/// `mulai Juli`, `baru Agustus 2021`: a part of the year.
fn begins_late(words: &[String], own: Year) -> bool {
    let [first, month, rest @ ..] = words else { return false };
    let is_own = match rest {
        [] => true,
        [year] => stated_year(year) == Some(own),
        _ => false,
    };
    matches!(first.as_str(), "mulai" | "sejak" | "baru") && is_own && month_named(month).is_some_and(|month| month > 1)
}

/// `Usulan`, and nothing else, in a column of remarks: of what did not take place yet.
pub(crate) fn is_bare_plan(text: &str) -> bool {
    let words = spelt_words(text);
    let is_plan = one_of(&["usulan", "usul", "diusulkan", "pengajuan", "diajukan", "dijadwalkan"]);
    let is_beside = one_of(&["masih", "baru", "tahun", "dalam", "proses"]);
    words.iter().any(&is_plan) && words.iter().all(|word| is_plan(word) || is_beside(word) || is_number(word))
}

/// What stands behind a registration's number on a line of its own or in parentheses, where that is a remark:
/// `518/12/BH/1989` and `proses pembubaran`.
pub(crate) fn is_remark_behind_number(text: &str, own: Option<Year>) -> bool {
    let Some(at) = text.find(['\n', '(', '[']).filter(|at| text[..*at].bytes().any(|byte| byte.is_ascii_digit())) else {
        return false;
    };
    let aside = text[at..].trim_matches(|c: char| !c.is_alphanumeric());
    is_whole_remark(aside, own)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Option<Year> = Some(Year(2021));

    #[test]
    fn remarks_whatever_the_column_holds() {
        for text in [
            "belum RAT",
            "tidak aktif sejak 2019",
            "ganda dgn no 3",
            "digabung dgn KUD",
            "sudah tidak ada",
            "ragu-ragu",
            "cek lagi",
            "sama dgn tahun lalu",
            "belum audit",
            "blm lapor",
            "dlm likuidasi",
            "mati suri",
            "dikira-kira",
            "asumsi kenaikan",
            "omset kotor",
            "RAT 2019",
            "lebur",
            "mulai Juli",
            "salah",
            "hasil hitung sendiri",
            "nihil kegiatan",
            "proses pembubaran",
            "sudah dihitung di no 2",
            "sudah pindah",
            "pindah ke Malang",
            "data 2019",
        ] {
            assert!(is_remark_anywhere(text, OWN), "{text}");
        }
        for text in [
            "tidak ada",
            "belum ada",
            "tidak aktif",
            "non aktif",
            "proses",
            "luar kota",
            "2 tahun",
            "per orang",
            "Jl. Kembar 2",
            "Makanan beku",
            "Usaha Baru",
            "Kelompok Tani",
            "RAT 2021",
            "sudah RAT 2020",
            "Lain-lain",
            "KSP",
            "mulai Januari",
            "Pasar Besar",
            "Binaan",
            "Bersih",
            "sama dengan domisili",
            "pindah alamat",
            "pindah ke Jl. Mawar",
            "pindah ke pasar",
            "belum",
            "data 2021",
            "usaha kecil",
            "Simpan Pinjam",
            "2019",
            "Juni 2021",
            "anggota luar",
            "Milik Sendiri",
            "Baru",
            "Lama",
            "harian lepas",
            "",
        ] {
            assert!(!is_remark_anywhere(text, OWN), "{text}");
        }
    }

    #[test]
    fn remarks_behind_registrations() {
        for text in [
            "518/12/BH/1989\nproses pembubaran",
            "518/12/BH/1989 (data 2019)",
            "518/12/BH/1989 (belum RAT)",
            "518/1 [tidak aktif]",
        ] {
            assert!(is_remark_behind_number(text, OWN), "{text}");
        }
        for text in [
            "518/12/BH/1989",
            "518/12/BH (2015)",
            "518/12/BH\n12 Juni 2015",
            "518/12/BH (PAD)",
            "518/12/BH\nTahun 2019",
            "(518) 12",
            "518/12/BH/1989 (Primer)",
            "AHU-12 (perubahan)",
        ] {
            assert!(!is_remark_behind_number(text, OWN), "{text}");
        }
    }
}
