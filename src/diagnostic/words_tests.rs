//! Every finding's words, one example each, to the letter.

use super::words_id::{pesan, saran};
use super::{BukanAngkaSebab, Dekat, Dicari, Fakta, Kode, SkipReason};
use crate::vocabulary::{CellAddress, Sel, Year};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn t(text: &str) -> String {
    text.to_owned()
}

fn cell(text: &str) -> Sel {
    Sel::Cell(CellAddress::parse(text).unwrap())
}

#[rustfmt::skip]
fn all() -> Vec<Fakta> {
    use Fakta::*;
    vec![
        NilaiGalat { ditemukan: t("#REF!") },
        RumusTanpaHasil { rumus: Some(t("C7+D7")) },
        RumusTanpaHasil { rumus: None },
        BukanAngka { ditemukan: t("±3jt"), sebab: BukanAngkaSebab::Karakter('±') },
        BukanAngka { ditemukan: t("1.23.456"), sebab: BukanAngkaSebab::Pemisah },
        BukanAngka { ditemukan: t("1O.000"), sebab: BukanAngkaSebab::HurufMiripDigit('O') },
        BukanAngka { ditemukan: t("5-10 juta"), sebab: BukanAngkaSebab::Rentang },
        BukanAngka { ditemukan: t("10/12"), sebab: BukanAngkaSebab::GarisMiring },
        BukanAngka { ditemukan: t("kurang lebih 100"), sebab: BukanAngkaSebab::KiraKira },
        BukanAngka { ditemukan: t("50rb/hari"), sebab: BukanAngkaSebab::PerSatuan },
        BukanAngka { ditemukan: t("01.234"), sebab: BukanAngkaSebab::NolDiDepan },
        BukanAngka { ditemukan: t("3575012345671234"), sebab: BukanAngkaSebab::TerlaluPanjang },
        BukanAngka { ditemukan: t("banyak\nsekali"), sebab: BukanAngkaSebab::Kata },
        BukanAngka { ditemukan: t("TRUE"), sebab: BukanAngkaSebab::Boolean },
        BukanAngka { ditemukan: t("389000"), sebab: BukanAngkaSebab::BarisPendek },
        AngkaDuaArti { ditemukan: t("1.234"), pertama: d("1234"), kedua: d("1.234") },
        KonvensiCampur { ditemukan: t("1,234.5"), sel_lain: cell("F9"), ditemukan_lain: t("1.234,5") },
        TanggalDiKolomAngka { ditemukan: t("10/12/2021") },
        DigitHilang { ditemukan: t("1,23E+09") },
        SkalaGanda { ditemukan: t("5 juta"), skala_kolom: t("(Rp Juta)") },
        FormatBerskala { ditemukan: t("5"), kali: t("1000000"), skala_kolom: None },
        FormatBerskala { ditemukan: t("5000000"), kali: t("1"), skala_kolom: Some(t("(Rp ribu)")) },
        BukanTanggal { ditemukan: t("24//1/2026") },
        BukanTanda { ditemukan: t("proses") },
        Dicoret { ditemukan: t("KUD Tirtha Luhur") },
        BerkasTidakAda { pola: t("data/Data UMKM 2021.xlsx"), mirip: Some(t("data/Data UMKM Th 2021.xlsx")), dicari: Dicari::Tahun(Year(2021)) },
        BerkasTidakAda { pola: t("data/Data UMKM 2021.xlsx"), mirip: None, dicari: Dicari::Profil },
        BerkasTidakAda { pola: t("data/Data UMKM 2021.xlsx"), mirip: None, dicari: Dicari::Tahun(Year(2021)) },
        BerkasTidakAda { pola: t("Data UMKM 2021.xlsx"), mirip: None, dicari: Dicari::Perintah },
        BerkasTerkunci,
        BerkasRusak { rincian: t("daftar isi zip tidak ada") },
        FormatTidakDikenal { dikenali: Some(t("halaman HTML")) },
        FormatTidakDikenal { dikenali: Some(t("arsip zip")) },
        FormatTidakDikenal { dikenali: Some(t("dokumen PDF")) },
        FormatTidakDikenal { dikenali: None },
        BerkasTerlaluBesar { ukuran: 2048, batas: 1536, apa: "ukuran setelah dibuka (MiB)", kunci_batas: "ukuran_mib" },
        LembarTidakAda { lembar: t("Rekap 2021"), ada: vec![t("Sheet1"), t("Sheet2"), t("Sheet3")] },
        LembarGanda { lembar: vec![t("Data"), t("Data (2)")] },
        JudulTidakDitemukan { dicari: vec![t("nama_koperasi"), t("volume_usaha")], lembar: vec![t("Sheet1")] },
        KolomTidakAda { sumber: t("keragaan"), dekat: None, isian: t("volume_usaha"), judul_ada: vec![t("Nama"), t("V.U.")] },
        KolomTidakAda { sumber: t("umkm"), dekat: Some(Box::new(Dekat { isian: t("omset_bulanan"), sel: Sel::Column(8), judul: t("OMSET / BLN") })), isian: t("omset"), judul_ada: vec![t("Nama"), t("OMSET / BLN")] },
        KolomTidakAda { sumber: t("keragaan"), dekat: Some(Box::new(Dekat { isian: t("shu_lalu"), sel: Sel::Column(8), judul: t("SHU Tahun Lalu") })), isian: t("shu"), judul_ada: vec![t("Nama")] },
        KolomGanda { isian: t("volume_usaha"), kolom: vec![(Sel::Column(5), t("Volume Usaha")), (Sel::Column(6), t("Vol. Usaha"))] },
        TahunTidakAda { sumber: t("keragaan"), tahun: Year(2020), untuk: vec![t("volume_usaha")], kosong: false },
        TahunTidakAda { sumber: t("umkm"), tahun: Year(2020), untuk: vec![t("usaha_berkembang")], kosong: true },
        SatuanBerselisih { pertama: t("(Rp)"), kedua: t("dalam jutaan rupiah") },
        LompatanSatuan { isian: t("volume_usaha"), tahun: Year(2021), tahun_lalu: Year(2020), faktor: 1_000_000, baris: 1380, dari: 1414 },
        PeriodeBerbeda { periode: t("Jan-Mar 2026"), periode_lain: t("Tahun 2025") },
        TahunBerselisih { tertulis: t("PERIODE 31 DESEMBER 2020"), tahun: Year(2021) },
        DataTahunLalu { tahun: Year(2021), tahun_lalu: Year(2020), baris: 414, dari: 414 },
        AkhiranKeliru { akhiran: t(".xls"), sebenarnya: t("buku kerja .xlsx") },
        KunciGanda { kunci: t("3575012345671234"), lain: t("Sheet1!A12"), nama_lain: t("Warung Bu Siti") },
        KunciGandaSelembar { kunci: t("518/BH/1999"), lain: t("baris 12"), nama_lain: t("") },
        KunciKosong { isian: t("nik") },
        KunciTidakAda { sumber: t("keragaan"), isian: t("nomor_bh") },
        LembarTanpaBaris { sumber: t("keragaan"), tahun: Year(2021) },
        KunciHilangDigit { isian: t("nik"), teks: false, ditemukan: t("************1230") },
        KunciHilangDigit { isian: t("nik"), teks: true, ditemukan: t("3,57501E+15") },
        KunciHilangDigit { isian: t("nik"), teks: true, ditemukan: t("3575012345671230") },
        KunciMirip { tahun: Year(2021), tahun_lalu: Year(2020), baru: 120, hilang: 115, dari: 414, pasangan: vec![(t("518/BH/1999"), t("518/BH/99"))] },
        KunciTidakBertemu { tahun: Year(2021), tahun_lalu: Year(2020), sama: 1, dari: 414, contoh: t("AHU-518"), contoh_lalu: t("518/BH/1999") },
        DataAtauJumlah { label: t("Jumlah") },
        AngkaTanpaNama { ditemukan: t("5.000.000") },
        DataDiBawahTabel { ditemukan: t("KUD Tani") },
        JumlahTidakSama { isian: t("volume_usaha"), ditemukan: t("1.000"), tertulis: d("1000"), terhitung: d("1200.50"), baris: 414 },
        NilaiKosong { isian: t("volume_usaha"), jumlah: 12, contoh: vec![t("KUD Tani"), t("KSP Maju")] },
        AsetTidakSeimbang { aset: d("100000"), modal_sendiri: d("60000"), modal_luar: d("30000") },
        IsianSekali { isian: t("kecamatan"), kosong: 24, contoh: t("Gadingrejo") },
        NilaiNegatif { isian: t("volume_usaha"), ditemukan: t("(11.845.222)") },
        TidakAktifBervolume { volume: d("4800000000") },
        AktifTanpaVolume { jumlah: 34, contoh: vec![t("KUD Tani"), t("KSP Maju")] },
        LonjakanNilai { isian: t("omset"), nilai: d("500000000"), nilai_lalu: d("5000000"), tahun_lalu: Year(2020) },
        LonjakanNilai { isian: t("omset"), nilai: d("3.5"), nilai_lalu: d("3400000"), tahun_lalu: Year(2020) },
        Tersembunyi { baris: 30, kolom: 1, contoh: vec![Sel::Row(11), Sel::Column(5)] },
        TersembunyiTidakDiketahui { format: ".xls" },
        SkalaTidakDisaring { bersyarat: false, ukuran: t("usaha_berkembang"), isian: t("skala_usaha") },
        SkalaTidakDisaring { bersyarat: true, ukuran: t("usaha_berkembang"), isian: t("skala_usaha") },
        JudulMirip { isian: t("volume_usaha"), judul: t("Valume Usaha"), dikenal: t("volume usaha") },
        BarisDilewati { jumlah: vec![(SkipReason::Kosong, 3), (SkipReason::NomorKolom, 1), (SkipReason::LabelKelompok, 24), (SkipReason::Subtotal, 24), (SkipReason::Jumlah, 1), (SkipReason::JudulUlang, 2), (SkipReason::CatatanKaki, 5)] },
        TeksTerbaca { isian: t("volume_usaha"), jumlah: 1204, contoh: t(" 2.286.364.874 ") },
        NihilDibacaNol { isian: t("shu"), jumlah: 101 },
        TahunLaluTidakAda { sumber: t("keragaan"), tahun: Year(2019) },
        TetapanBerbeda { ukuran: t("usaha_berkembang"), tahun: Year(2019), tetapan: d("1250"), data: d("1248"), dipakai_tetapan: true },
        TetapanBerbeda { ukuran: t("usaha_berkembang"), tahun: Year(2019), tetapan: d("1250"), data: d("1248"), dipakai_tetapan: false },
        TerimaGugur { kode: t("bukan-angka"), sel: t("data/a.xlsx!Sheet1!F12"), ditemukan_dulu: t("±3jt"), ditemukan_kini: Some(t("4 jt-an")) },
        TerimaGugur { kode: t("bukan-angka"), sel: t("data/a.xlsx!Sheet1!F12"), ditemukan_dulu: t(""), ditemukan_kini: None },
    ]
}

const GOLDEN: &str = include_str!("words_golden.txt");

fn words() -> String {
    let mut text = String::new();
    for fakta in all() {
        text.push_str(&format!("{}\n  {}\n  {}\n", fakta.kode().text(), pesan(&fakta), saran(&fakta)));
    }
    text
}

/// The golden text is rewritten by printing it: `cargo test words_to_the_letter -- --nocapture`.
#[test]
fn words_to_the_letter() {
    let words = words();
    if words != GOLDEN {
        println!("{words}");
    }
    for (now, golden) in words.lines().zip(GOLDEN.lines()) {
        assert_eq!(now, golden);
    }
    assert_eq!(words.lines().count(), GOLDEN.lines().count());
}

#[test]
fn every_code_has_words_that_are_sentences() {
    let coded: BTreeSet<Kode> = all().iter().map(Fakta::kode).collect();
    assert_eq!(coded, Kode::ALL.iter().copied().collect());
    for fakta in all() {
        for sentence in [pesan(&fakta), saran(&fakta)] {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(sentence.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()), "{sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains('\n'), "{sentence}");
            assert!(!sentence.contains("3575012345671"), "{sentence}");
        }
    }
}

#[test]
fn long_texts_and_long_lists_are_cut() {
    let long = pesan(&Fakta::BukanAngka { ditemukan: "kata ".repeat(500), sebab: BukanAngkaSebab::Kata });
    assert!(long.chars().count() < 140, "{long}");
    let headings: Vec<String> = (1..=49).map(|number| format!("Judul {number}")).collect();
    let listed = pesan(&Fakta::KolomTidakAda { sumber: t("umkm"), dekat: None, isian: t("omset"), judul_ada: headings });
    assert!(listed.ends_with("`Judul 8`, dan 41 lainnya."), "{listed}");
}
