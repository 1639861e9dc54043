//! Titles of lists that correct or add to another, are older ones, of what is owed, or of all years up to one.

use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{AMOUNTS, ANOTHER_LIST, COUNTED, DATA_OF, OWED, PLACES};
use super::period::is_whole_year;
use super::replaced::replaced;
use super::stem::is_of;

/// More letters are a paragraph.
const LONGEST: usize = 160;

/// The words by which a title says that its list corrects or adds to another, is an older one, or of what is owed:
/// `KOREKSI DATA`, `DATA KOPERASI (LAMA)`, `PIUTANG KOPERASI`, `s.d. TAHUN 2021`, `DATA KOPERASI BERDIRI TAHUN 2020`.
pub(crate) fn of_another_list(title: &str) -> Option<String> {
    if title.len() > LONGEST {
        return None;
    }
    let words = spelt_words(title);
    let is_data = |word: &String| one_of(DATA_OF)(word) || matches!(word.as_str(), "angka" | "nilai");
    let is_time = |word: &String| stated_year(word).is_some() || is_whole_year(word) || word == "ke" || is_number(word);
    let is_another = |word: &String| is_of(word, ANOTHER_LIST) && !matches!(word.as_str(), "betul" | "tambah");
    let pair = words.windows(2).find(|two| is_another(&two[0]) && is_data(&two[1]) || is_data(&two[0]) && is_another(&two[1]));
    let last = words.iter().rev().find(|word| !is_time(word));
    let is_of_data = words.first().is_some_and(|first| is_data(first) || words.len() == 1);
    // `Revisi : 01` is the form's.
    let closing = || last.filter(|word| is_another(word) && is_of_data).cloned();
    let is_old = ["(lama)", "(old)", "- lama", "[lama]"].iter().any(|mark| title.trim_end().to_lowercase().ends_with(mark));
    let of_debts = || {
        let at = usize::from(words.first().is_some_and(|first| one_of(DATA_OF)(first)));
        words.get(at).filter(|word| one_of(OWED)(word) && words.len() > at + 1 && !title.contains(':')).cloned()
    };
    pair.map(|two| two.join(" "))
        .or_else(closing)
        .or_else(|| is_old.then(|| "lama".to_owned()))
        .or_else(of_debts)
        .or_else(|| up_to_a_year(&words).filter(|_| !lists_what_there_is(&words)))
        .or_else(|| founded(&words))
        .or_else(|| replaced(title))
}

/// `KEADAAN s.d. TAHUN 2021`: of all years up to that one; `2019 s.d. 2021`, `s/d akhir tahun 2021` say another thing.
fn up_to_a_year(words: &[String]) -> Option<String> {
    let at = words.windows(2).position(|pair| is_whole_year(&pair[0]) && stated_year(&pair[1]).is_some())?;
    let before: Vec<&str> = words[..at].iter().map(String::as_str).collect();
    let is_until =
        matches!(before.as_slice(), [.., "s", "d"] | [.., "sd"] | [.., "sampai"] | [.., "sampai", "dengan"] | [.., "hingga"]);
    (is_until && !words[..at].iter().any(|word| stated_year(word).is_some()))
        .then(|| format!("s.d. {}", words[at..at + 2].join(" ")))
}

/// Whether a title is of those who are there by then, none of whom comes anew each year: `DATA KOPERASI SAMPAI DENGAN TAHUN
/// 2021`, not `BANTUAN UMKM S/D TAHUN 2021`, not `VOLUME USAHA KOPERASI S/D TAHUN 2021`.
fn lists_what_there_is(words: &[String]) -> bool {
    let lead = words.iter().position(|word| !one_of(DATA_OF)(word)).filter(|at| *at > 0);
    let is_bearer = |at: usize| match words[at].as_str() {
        "koperasi" | "umkm" | "ukm" => true,
        "usaha" => words.get(at + 1).is_some_and(|next| matches!(next.as_str(), "mikro" | "kecil")),
        _ => false,
    };
    let is_until = |word: &String| matches!(word.as_str(), "s" | "sd" | "sampai" | "hingga");
    let until = words.iter().position(is_until).unwrap_or(words.len());
    // Where they are, and nothing that has become of them.
    let is_of_place = |at: usize| {
        let rest = words.get(at + 1..until).unwrap_or_default();
        let rest = if words[at] == "usaha" { rest.get(1..).unwrap_or_default() } else { rest };
        rest.first()
            .is_none_or(|word| one_of(PLACES)(word) || matches!(word.as_str(), "kota" | "kabupaten" | "kab" | "se" | "aktif"))
    };
    let is_amount = |word: &String| one_of(AMOUNTS)(word) && word != "usaha";
    lead.is_some_and(|at| is_bearer(at) && is_of_place(at) && !words[at + 1..].iter().any(is_amount))
}

/// `DATA KOPERASI BERDIRI TAHUN 2020`: those of one year alone.
fn founded(words: &[String]) -> Option<String> {
    words.first().filter(|first| one_of(DATA_OF)(first))?;
    let found = words.windows(3).find(|three| {
        one_of(COUNTED)(&three[0])
            && matches!(three[1].as_str(), "berdiri" | "didirikan" | "dibentuk" | "terbentuk")
            && (is_whole_year(&three[2]) || stated_year(&three[2]).is_some())
    })?;
    Some(found[..2].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_another_list() {
        for title in [
            "KOREKSI DATA TAHUN 2021",
            "TAMBAHAN DATA TAHUN 2021",
            "DATA REVISI",
            "REVISI",
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021 (REVISI)",
            "DATA KOPERASI TAHUN 2021 (LAMA)",
            "PIUTANG KOPERASI",
            "KEADAAN s.d. TAHUN 2021",
            "s.d. TAHUN 2021",
            "VOLUME USAHA KOPERASI SAMPAI DENGAN TAHUN 2021",
            "DATA VOLUME USAHA KOPERASI S/D TAHUN 2021",
            "DATA PENERIMA BANTUAN UMKM S/D TAHUN 2021",
            "DATA KOPERASI PENERIMA HIBAH SAMPAI DENGAN TAHUN 2021",
            "DATA KOPERASI BERDIRI TAHUN 2020",
        ] {
            assert!(of_another_list(title).is_some(), "{title}");
        }
        for title in [
            "DATA KOPERASI TAHUN 2021",
            "DATA KOPERASI s.d. TAHUN 2021",
            "PERKEMBANGAN KOPERASI SAMPAI DENGAN TAHUN 2021",
            "DATA UMKM KECAMATAN KAWALI SAMPAI DENGAN TAHUN 2021",
            "REKAPITULASI DATA USAHA MIKRO KOTA PASURUAN S/D TAHUN 2021",
            "Revisi : 01",
            "KEADAAN S/D AKHIR TAHUN 2021",
            "DATA KOPERASI TAHUN 2019 S.D. TAHUN 2021",
            "KECAMATAN KOTA LAMA",
            "Piutang: Rp 5.000.000",
            "Koperasi berdiri tahun 2015",
            "TAMBAHAN MODAL",
        ] {
            assert_eq!(of_another_list(title), None, "{title}");
        }
    }
}
