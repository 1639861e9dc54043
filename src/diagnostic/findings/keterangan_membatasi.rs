//! A remark beside counted figures that makes them something else than a year's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct KeteranganMembatasi {
    pub teks: String,
    pub jumlah: usize,
}

impl Finding for KeteranganMembatasi {
    const KODE: &'static str = "keterangan-membatasi";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for KeteranganMembatasi {
    const MANUAL: Manual = Manual {
        arti: "Keterangan di samping angka menyatakan bahwa angkanya bukan angka setahun, misalnya `per bulan`.",
        contoh: "kolom `Ket` berisi `per bulan` pada separuh baris.",
        mengapa: "angka sebulan dan angka setahun akan terjumlah bersama.",
        perbaikan: "Samakan kurun waktu angkanya, lalu hapus keterangannya.",
    };

    fn pesan(&self) -> String {
        let Self { teks, jumlah } = self;
        format!("Keterangan {} berdiri di samping {jumlah} baris yang angkanya ikut dihitung.", kutip(teks))
    }

    fn saran(&self) -> String {
        "Samakan kurun waktu angkanya menjadi setahun, lalu hapus keterangan itu.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KeteranganMembatasi { teks: "per bulan".into(), jumlah: 4 },
            "Keterangan `per bulan` berdiri di samping 4 baris yang angkanya ikut dihitung.",
            "Samakan kurun waktu angkanya menjadi setahun, lalu hapus keterangan itu.",
        )]
    }
}
