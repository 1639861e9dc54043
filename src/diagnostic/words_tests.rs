//! Every finding's words, to the letter as its examples have them.

use super::{BukanAngka, BukanAngkaSebab, Fakta, Kode, KolomTidakAda};
use std::collections::BTreeSet;

#[test]
fn words_to_the_letter() {
    for said in Fakta::said() {
        assert_eq!(said.fakta.pesan(), said.pesan, "{:?}", said.fakta);
        assert_eq!(said.fakta.saran(), said.saran, "{:?}", said.fakta);
    }
}

#[test]
fn every_code_has_words_that_are_sentences() {
    let coded: BTreeSet<Kode> = Fakta::said().iter().map(|said| said.fakta.kode()).collect();
    assert_eq!(coded, Kode::ALL.iter().copied().collect());
    for said in Fakta::said() {
        for sentence in [said.fakta.pesan(), said.fakta.saran()] {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(sentence.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()), "{sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains('\n'), "{sentence}");
            assert!(!sentence.contains("3575012345671"), "{sentence}");
        }
    }
}

#[test]
fn long_texts_and_long_lists_are_cut() {
    let long = Fakta::from(BukanAngka { ditemukan: "kata ".repeat(500), sebab: BukanAngkaSebab::Kata }).pesan();
    assert!(long.chars().count() < 140, "{long}");
    let judul_ada: Vec<String> = (1..=49).map(|number| format!("Judul {number}")).collect();
    let listed = Fakta::from(KolomTidakAda { sumber: "umkm".into(), dekat: None, isian: "omset".into(), judul_ada }).pesan();
    assert!(listed.ends_with("`Judul 8`, dan 41 lainnya."), "{listed}");
}
