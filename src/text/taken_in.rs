//! Notes by which the figures above hold another year's, or are another amount than their heading says.

use super::label::stated_year;
use super::lexicon::{AMOUNTS, COMPARING, OF_FIGURES};
use crate::vocabulary::Year;

/// `Volume usaha no. 4 termasuk penjualan 2020`: the year's figures hold another's.
pub(super) fn takes_in_another_year(words: &[String], own: Year) -> bool {
    let Some(at) = words.iter().position(|word| matches!(word.as_str(), "termasuk" | "mencakup" | "memuat")) else {
        return false;
    };
    let year = |word: &String| stated_year(word);
    let is_comparing = words.iter().any(|word| COMPARING.contains(&word.as_str()));
    let speaks = words.iter().any(|word| AMOUNTS.contains(&word.as_str()) || OF_FIGURES.contains(&word.as_str()));
    speaks && !is_comparing && words[at..].iter().filter_map(year).any(|year| year < own)
}

/// `Volume usaha adalah aset`: what stands under one heading is another's; `adalah total penjualan` explains it.
pub(super) fn is_another_amount(words: &[String]) -> bool {
    let Some(at) = words.iter().position(|word| matches!(word.as_str(), "adalah" | "merupakan" | "ialah" | "berisi")) else {
        return false;
    };
    let (subject, rest) = (&words[..at], &words[at + 1..]);
    let is_of_sales = subject.iter().any(|word| matches!(word.as_str(), "volume" | "omset"));
    let is_another = |word: &String| {
        matches!(word.as_str(), "aset" | "modal" | "shu" | "laba" | "simpanan" | "hutang" | "utang" | "target" | "anggota")
    };
    let is_sales = |word: &String| matches!(word.as_str(), "penjualan" | "omset" | "pendapatan" | "penerimaan" | "transaksi");
    is_of_sales && rest.len() <= 3 && rest.iter().any(is_another) && !rest.iter().any(is_sales)
}
