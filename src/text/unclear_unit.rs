//! Lines that say in which unit a table's figures are, and leave it open which: `(M)`, `Dalam $`,
//! `Satuan: K`, `Rp 000,00`, `10^6`.

use super::caption_unit::{caption_unit, note_unit, scale_or_sum, unowned_unit};
use super::clean::clean;
use super::heading::{is_other_money, scale_word};
use super::label::words;
use super::lexicon::REMARKS;
use super::whose_unit::Stands;

/// Such a line is no longer.
const LONGEST: usize = 60;

/// Words before a unit.
const LEADS: &[&str] =
    &["satuan", "unit", "skala", "angka", "nilai", "jumlah", "dalam", "dlm", "uang", "mata", "kurs", "rp", "rupiah", "x", "kali"];

/// The unit that a line over a table leaves open, with what it most likely multiplies by: 0 where it is
/// no rupiah at all.
pub(crate) fn unclear_unit(text: &str) -> Option<(u64, String)> {
    let text = clean(text);
    let shown = || text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.len() > LONGEST * 2 || caption_unit(&text).is_some() {
        return None;
    }
    let unowned = unowned_unit(&text, Stands::Over).or_else(|| scale_or_sum(&text, Stands::Over));
    if let Some(unowned) = unowned.or_else(|| without_noughts(&text)) {
        return Some(unowned);
    }
    if text.chars().any(is_other_money) {
        return Some((0, shown()));
    }
    if let Some(factor) = by_tens(&words(&text)).filter(|_| text.contains(['(', '[']) || text.len() <= LONGEST) {
        return Some((factor, shown()));
    }
    if text.len() > LONGEST {
        return None;
    }
    let words = words(&text);
    let is_lead = |word: &&String| LEADS.contains(&word.as_str()) || REMARKS.contains(&word.as_str());
    let leads = words.iter().take_while(is_lead).count();
    let rest: Vec<&str> = words[leads..].iter().map(String::as_str).collect();
    let rest = match rest.as_slice() {
        [rest @ .., "rp" | "rupiah" | "idr"] => rest,
        rest => rest,
    };
    Some((factor_of(rest, &text)?, shown()))
}

/// `puluhan ribu`, `dalam ratusan`, `ratusan juta rupiah`: no unit that figures are kept in, and no word of the usual one.
pub(super) fn by_tens(words: &[String]) -> Option<u64> {
    let at = words.iter().position(|word| matches!(word.as_str(), "puluhan" | "ratusan" | "puluh" | "ratus"))?;
    let tens = if words[at].starts_with("puluh") { 10 } else { 100 };
    let next = words.get(at + 1).map_or("", String::as_str);
    let is_led = at.checked_sub(1).is_some_and(|before| LEADS.contains(&words[before].as_str()));
    match scale_word(next) {
        // `lima puluh juta rupiah` is an amount.
        Some(scale) if words[at].ends_with("an") || at == 0 || is_led => Some(tens * scale),
        Some(_) => None,
        None if !words[at].ends_with("an") => None,
        None => (is_led && (next.is_empty() || matches!(next, "rp" | "rupiah"))).then_some(tens),
    }
}

/// `tanpa tiga angka nol`, `000 dihilangkan`, `per seribu rupiah`: that the figures are of thousands, in no usual words.
fn without_noughts(text: &str) -> Option<(u64, String)> {
    let text = clean(text);
    let own = words(&text);
    let has = |list: &[&str]| own.iter().any(|word| list.contains(&word.as_str()));
    let is_cut = has(&["tanpa", "dihilangkan", "dihapus", "dibuang", "dipotong", "dikurangi"])
        && (has(&["000"]) || has(&["nol"]) && has(&["angka", "digit", "tiga", "enam", "3", "6"]));
    let is_lone = own.iter().all(|word| matches!(word.as_str(), "per" | "seribu" | "sejuta" | "rupiah" | "rp" | "dalam"));
    let factor = match () {
        () if is_cut && (has(&["enam", "6"]) || own.iter().filter(|word| *word == "000").count() == 2) => 1_000_000,
        () if is_cut => 1_000,
        () if is_lone && has(&["seribu"]) => 1_000,
        () if is_lone && has(&["sejuta"]) => 1_000_000,
        () => return None,
    };
    (text.len() <= LONGEST).then(|| (factor, text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The same of a line that need not be a unit's: only where a word says that it is one.
pub(crate) fn noted_unclear_unit(text: &str) -> Option<(u64, String)> {
    if let Some(unowned) = unowned_unit(text, Stands::Below).or_else(|| without_noughts(text)) {
        return Some(unowned);
    }
    let words = words(text);
    let first = words.first()?;
    let is_led = REMARKS.contains(&first.as_str()) || matches!(first.as_str(), "satuan" | "dalam" | "dlm" | "skala");
    let is_short = words.len() <= 5;
    unclear_unit(text).filter(|_| is_led && is_short).or_else(|| round_sum(text))
}

/// `Catatan : angka (Rp 1.000.000)`, `(Rp. 1.000,-)`: a round sum and no other word: the unit of the figures, or an amount.
fn round_sum(text: &str) -> Option<(u64, String)> {
    let text = clean(text);
    let words = words(&text);
    let is_remark = |word: &String| REMARKS.contains(&word.as_str());
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_own = |word: &String| {
        is_number(word) || is_remark(word) || LEADS.contains(&word.as_str()) || word == "idr" || scale_word(word).is_some()
    };
    let is_led = text.starts_with(['(', '[']) || words.first().is_some_and(is_remark);
    let is_money = words.iter().any(|word| matches!(word.as_str(), "rp" | "rupiah" | "idr"));
    if text.len() > LONGEST || !is_led || !is_money || !words.iter().all(is_own) || note_unit(&text).is_some() {
        return None;
    }
    // Of `1.000,00` what stands behind the comma.
    let digits: String = words.iter().filter(|word| is_number(word) && *word != "00").map(String::as_str).collect();
    let scale = words.iter().find_map(|word| scale_word(word).filter(|_| !is_number(word))).unwrap_or(1);
    let is_round = digits.starts_with('1') && digits[1..].bytes().all(|byte| byte == b'0');
    let factor = digits.parse::<u64>().ok().filter(|_| is_round)?.checked_mul(scale)?;
    (factor >= 1_000).then(|| (factor, text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// What may stand beside a lone unit: it says of which figures.
const BESIDE: &[&str] = &["data", "total", "rekap", "keragaan", "volume", "usaha", "omset", "koperasi", "umkm", "idr", "in"];
/// Units that stand for nothing else.
const SURE: &[&str] = &["mio", "mn", "mill", "bn", "bio", "million", "millions", "billion", "thousand", "thousands"];

/// `Data mio`, `Ket : Rp 1000`, `JUMLAH (K)`, `Rp.000`: all that a text says is a unit, and which figures are in it.
pub(crate) fn bare_scale(text: &str) -> Option<String> {
    let text = clean(text);
    if text.len() > LONGEST {
        return None;
    }
    let words = words(&text);
    let is_in = |word: &str, list: &[&str]| list.contains(&word);
    let is_money = |word: &str| matches!(word, "rp" | "rupiah" | "idr");
    let zeros = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte == b'0');
    let money = words.iter().any(|word| is_money(word));
    if by_tens(&words).is_some() {
        return Some(text.trim().to_owned());
    }
    let is_scale = |at: usize| {
        let word = words[at].as_str();
        let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
        match word {
            "k" => words.len() > 1 && at + 1 == words.len(),
            "1000" => money && words.len() > 1 || before == "x",
            // `Rp. 1.000` in two words.
            "1" => {
                money
                    && words.len() > 3
                    && words.get(at + 1).is_some_and(|next| zeros(next))
                    && words.get(at + 2).is_none_or(|next| !zeros(next))
            }
            _ => {
                is_in(word, SURE) || zeros(word) && (money || zeros(before) || words.get(at + 1).is_some_and(|next| zeros(next)))
            }
        }
    };
    // `Rp 5.000.000` is an amount.
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_beside =
        |word: &str| is_year(word) || is_money(word) || is_in(word, LEADS) || is_in(word, REMARKS) || is_in(word, BESIDE);
    let scales = (0..words.len()).filter(|at| is_scale(*at)).count();
    let is_all = (0..words.len()).all(|at| is_scale(at) || is_beside(&words[at]));
    (scales > 0 && is_all).then(|| text.trim().to_owned())
}

fn factor_of(rest: &[&str], text: &str) -> Option<u64> {
    let power = |zeros: &str| 10u64.checked_pow(zeros.parse::<u32>().ok().filter(|zeros| [3, 6, 9, 12].contains(zeros))?);
    match rest {
        ["m" | "b" | "bn"] => Some(1_000_000_000),
        ["k"] => Some(1_000),
        ["t"] => Some(1_000_000_000_000),
        ["mn" | "mio" | "mill"] => Some(1_000_000),
        ["10", zeros] if text.contains('^') => power(zeros),
        ["10", "pangkat", zeros] => power(zeros),
        ["1", scale] => scale_word(scale),
        // `(.000)`, `(Rp. 000/bln)`.
        ["000"] if text.contains(['(', '[']) => Some(1_000),
        ["000", "bln" | "bulan" | "th" | "thn" | "tahun"] => Some(1_000),
        // `(Rp 100.000)`: so much of it, or an amount.
        [tens @ ("10" | "100"), "000"] if text.contains(['(', '[']) => tens.parse::<u64>().ok().map(|tens| tens * 1_000),
        // `000,00`: thousands, or how an amount is written.
        [zeros @ .., "00"] if !zeros.is_empty() && zeros.iter().all(|zeros| *zeros == "000") => {
            1_000u64.checked_pow(zeros.len() as u32)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_units_and_what_is_none() {
        for text in [
            "Data mio",
            "Data Rp mn",
            "Keragaan 2021 x1000",
            "Keragaan 2021 (k)",
            "Keragaan 2021 Rp. 1.000",
            "Ket : Rp 1000",
            "JUMLAH (K)",
            "Rp.000",
            "Data 000.000",
            "Rp Mill",
            "(Rp/1000)",
            "Nilai in million Rp",
        ] {
            assert!(bare_scale(text).is_some(), "{text}");
        }
        for text in
            ["K", "Rp 5.000.000", "Rp 1.000", "Kecamatan K", "1000", "000", "Ket", "Data", "Rp", "Ket. K = Kota", "Toko Mio"]
        {
            assert_eq!(bare_scale(text), None, "{text}");
        }
    }

    #[test]
    fn units_that_are_left_open_and_lines_that_are_none() {
        for (text, factor) in [
            ("(M)", 1_000_000_000),
            ("Dalam M", 1_000_000_000),
            ("Satuan: K", 1_000),
            ("Ket: T", 1_000_000_000_000),
            ("($)", 0),
            ("Angka dalam US$", 0),
            ("LAPORAN KERAGAAN KOPERASI TAHUN 2021 ($)", 0),
            ("Rp 000,00", 1_000),
            ("Rp x 1jt", 1_000_000),
            ("10^6", 1_000_000),
            ("dalam 10^6 Rp", 1_000_000),
            ("(puluhan ribu)", 10_000),
            ("Rp (ratusan ribu)", 100_000),
            ("(dalam ratusan)", 100),
            ("DATA KOPERASI TAHUN 2021 (ratusan juta)", 100_000_000),
            ("(Rp 100.000)", 100_000),
            ("(Rp. 000/bln)", 1_000),
        ] {
            assert_eq!(unclear_unit(text).map(|(factor, _)| factor), Some(factor), "{text}");
        }
        for text in [
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021",
            "TAHUN 2021 M",
            "KECAMATAN K",
            "(Rp)",
            "dalam ribuan",
            "Ket: rb",
            "I",
            "Lampiran 1",
            "Nomor: 1/K/2021",
            "Bantuan ratusan koperasi",
            "Ratusan UMKM ikut pameran",
            "10 00",
            "Rp",
            "",
        ] {
            assert_eq!(unclear_unit(text), None, "{text}");
        }
        assert!(noted_unclear_unit("Ket: M").is_some() && noted_unclear_unit("Ket: $").is_some());
        for text in ["Catatan : angka (Rp 1.000.000)", "Catatan: (Rp 1 jt)", "(Rp. 1.000,-)", "(Rp 1.000.000,00)"] {
            assert!(noted_unclear_unit(text).is_some(), "{text}");
        }
        for text in ["Modal awal (Rp 1.000.000)", "Rp 1.000.000", "Catatan: bantuan Rp 1.000.000", "(Rp 2.500.000)", "(Rp)"] {
            assert_eq!(noted_unclear_unit(text), None, "{text}");
        }
        assert!(noted_unclear_unit("M").is_none() && noted_unclear_unit("Bantuan US$ 500 dari Jepang untuk KUD").is_none());
    }
}
