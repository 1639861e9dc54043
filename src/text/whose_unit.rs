//! Whether a scale that a line states is the table's: `Harga: Rp 1.000` is an amount, `KSP (Rp. 000)` may be of some rows.

use super::heading::{is_money, is_within, scale_word};
use super::label::words;
use super::lexicon::{GIVEN, OF_GROUPS, OF_PAPERS, OF_TABLES, REMARKS, UNIT_LEADS};

/// Whose a stated scale is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Whose {
    /// Of all the table's amounts.
    Table,
    /// It is no scale: an amount, or the number of a letter.
    Nobody,
    /// Nothing says of which amounts it is.
    Open,
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stands {
    /// Over the table, or as its name.
    Over,
    /// Below it, where a kind of koperasi or a place is one group of the table's.
    Below,
}

/// Whose the scale is that a line states beside these words.
pub(crate) fn whose(text: &str, stands: Stands) -> Whose {
    let words = words(text);
    let is_digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_led = |word: &String| is_within(word) || UNIT_LEADS.contains(&word.as_str()) || REMARKS.contains(&word.as_str());
    let is_unit = |word: &String| is_digits(word) || is_money(word) || scale_word(word).is_some() || word == "penuh";
    let label: Vec<&str> = words.iter().filter(|word| !is_unit(word)).map(String::as_str).collect();
    let is_in = |list: &[&str]| label.iter().any(|word| list.contains(word));
    let digits: String = words.iter().filter(|word| is_digits(word)).map(String::as_str).collect();
    let has_money = words.iter().any(|word| is_money(word));
    let has_scale = words.iter().any(|word| scale_word(word).is_some_and(|_| word.len() > 1));
    let is_sum = digits.starts_with('1') && !has_scale;
    let is_led = words.iter().any(is_led);
    // `Simpanan pokok : Rp 1.000`; of `Satuan modal dan volume : Rp 1.000` nobody knows.
    if is_sum && text.contains(':') && is_in(GIVEN) && !words.iter().any(|word| is_within(word)) {
        return if is_led || is_in(OF_TABLES) { Whose::Open } else { Whose::Nobody };
    }
    if is_led {
        return Whose::Table;
    }
    if label.is_empty() {
        // `1.000` says not even that it is of money.
        let is_bare = is_sum && !has_money;
        // `10 00` is no thousand either.
        let is_grouped = words.iter().skip(1).all(|word| word.len() == 3);
        return match (is_bare, is_grouped) {
            (true, true) => Whose::Open,
            (true, false) => Whose::Nobody,
            (false, _) => Whose::Table,
        };
    }
    // `Lampiran I (000)`, `Kode Rekening : 1.000`: the number of a paper, where no money is spoken of.
    let is_of_paper = |word: &&str| OF_PAPERS.contains(word) || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    if label.first().is_some_and(is_of_paper) && !has_money && !has_scale && !is_in(OF_TABLES) {
        return Whose::Nobody;
    }
    if is_in(OF_TABLES) || is_in(OF_PAPERS) || label.len() > LONGEST || stands == Stands::Over && is_in(OF_GROUPS) {
        return Whose::Table;
    }
    Whose::Open
}

/// A label of more words is a title, whatever it speaks of.
const LONGEST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_titles_and_labels() {
        for text in [
            "(Rp. 000)",
            "Rp 1.000",
            "Satuan : Rp 1.000.000",
            "Nilai: Rp. 1.000",
            "Catatan: juta rupiah",
            "Keragaan Koperasi 2021, jutaan",
            "DATA KOPERASI (Rp. 1.000,-)",
            "KECAMATAN GADINGREJO (Rp juta)",
            "PERTUMBUHAN SENTRA BATIK TULIS PESISIR (Rp 000)",
            "Dalam 1.000",
            "LAMPIRAN II DATA KERAGAAN KOPERASI TAHUN 2021 (Rp. 000)",
            "Tabel No. 5 Volume Usaha Koperasi (Rp juta)",
            "LAMP. 3 (Rp 1.000)",
            "Lampiran II Rp. 000",
            "NERACA (Rp 1.000)",
            "Pengali : Rp 1.000",
        ] {
            assert_eq!(whose(text, Stands::Over), Whose::Table, "{text}");
        }
        for text in [
            "Harga: Rp. 1.000",
            "Modal Awal: Rp 1.000",
            "PAGU DANA: Rp 1.000.000",
            "Kode Rekening : 1.000",
            "Lampiran I (000)",
            "Nomor : 000",
            "Biaya : Rp. 1.000.000,-",
        ] {
            assert_eq!(whose(text, Stands::Over), Whose::Nobody, "{text}");
        }
        for text in [
            "1.000",
            "(1.000)",
            "Satuan modal dan volume : Rp 1.000",
            "Simpanan Pokok Koperasi : Rp 1.000.000",
            "Gerai : Rp 1.000",
            "HADIAH (JUTA RUPIAH)",
            "Gerai (Rp. 000.000)",
        ] {
            assert_eq!(whose(text, Stands::Over), Whose::Open, "{text}");
        }
        for text in ["KSP (Rp. 000)", "Kec. Purworejo (Rp juta)"] {
            assert_eq!(whose(text, Stands::Below), Whose::Open, "{text}");
        }
    }
}
