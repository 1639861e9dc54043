//! A remark beside counted figures that makes them something else than a year's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct KeteranganMembatasi {
    pub teks: String,
    /// So many counted rows beside it; 0: it is a note below the table.
    pub jumlah: usize,
}

impl Finding for KeteranganMembatasi {
    const KODE: &'static str = "keterangan-membatasi";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for KeteranganMembatasi {
    const MANUAL: Manual = Manual {
        arti: "Keterangan di samping angka, atau catatan di atas atau di bawah tabel, menyatakan bahwa angkanya bukan realisasi setahun, misalnya `per bulan`, `data 2019` atau `angka perkiraan`, atau nama barisnya menyatakan sudah tidak hidup (`KSU B (dibubarkan 2019)`), versi lain (`(revisi)`, `(2020)`) atau sebuah wilayah (`Kota Pasuruan`), atau judulnya menyebut dua tahun (`Tahun Buku 2020/2021`), atau data terakhir diisi sebelum tahunnya berakhir (`UPDATE 30 JUNI 2021`).",
        contoh: "kolom `Ket` berisi `per bulan` pada separuh baris.",
        mengapa: "angka sebulan, angka tahun lain atau perkiraan akan terjumlah bersama realisasi setahun.",
        perbaikan: "Pastikan angkanya realisasi setahun, lalu hapus keterangannya.",
    };

    fn pesan(&self) -> String {
        let Self { teks, jumlah } = self;
        match jumlah {
            0 => format!("Teks {} di atas atau di bawah tabel membatasi angka yang dihitung.", kutip(teks)),
            _ => format!("Keterangan {} berdiri di samping {jumlah} baris yang angkanya ikut dihitung.", kutip(teks)),
        }
    }

    fn saran(&self) -> String {
        "Pastikan angkanya realisasi setahun, lalu hapus atau ubah keterangan itu.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KeteranganMembatasi { teks: "Data s/d Juni".into(), jumlah: 0 },
                "Teks `Data s/d Juni` di atas atau di bawah tabel membatasi angka yang dihitung.",
                "Pastikan angkanya realisasi setahun, lalu hapus atau ubah keterangan itu.",
            ),
            Said::new(
                KeteranganMembatasi { teks: "per bulan".into(), jumlah: 4 },
                "Keterangan `per bulan` berdiri di samping 4 baris yang angkanya ikut dihitung.",
                "Pastikan angkanya realisasi setahun, lalu hapus atau ubah keterangan itu.",
            ),
        ]
    }
}
