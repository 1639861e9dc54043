//! An amount a thousandth of its neighbours.

mod banding;
#[cfg(test)]
mod said;
mod words;

pub use banding::{Banding, Milik};

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};

/// An amount whose scale is doubtful by its neighbours.
#[derive(Clone, PartialEq, Debug)]
pub struct NilaiSeperseribu {
    pub isian: String,
    pub ditemukan: String,
    pub banding: Banding,
}

impl Finding for NilaiSeperseribu {
    const KODE: &'static str = "nilai-seperseribu";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for NilaiSeperseribu {
    const MANUAL: Manual = Manual {
        arti: "Nilai jauh lebih kecil atau lebih besar daripada nilai lain di kolomnya atau daripada yang mungkin, seolah-olah satuannya lain; atau isi kolom itu tidak seperti isiannya: tahun atau nomor di kolom uang, satu nilai yang tersalin ke banyak baris atau dari baris di atasnya, nilai kolom lain yang tersalin ke kolom itu, nilai tahun lalu yang belum diperbarui di satu bagian daftar, nilai yang semua berubah dengan kelipatan atau selisih yang sama, nilai yang di banyak baris menjadi nihil, satu nomor pengenal pada tiga pemilik atau lebih, koperasi hasil penggabungan di samping asalnya, SHU yang jauh melebihi volume usaha, omset yang melebihi batas skala usahanya, volume usaha yang jauh melebihi aset koperasi itu, jumlah di satu baris yang bukan jumlah kolom-kolom bagiannya (laki-laki dan perempuan, aktif dan tidak aktif) atau tidak seperti kolom-kolom lain di baris itu, sedangkan di hampir semua baris lain demikian (pendapatan dikurangi beban, produksi kali harga, jumlah berjalan, bagian dari jumlah), bagian yang melebihi keseluruhannya (koperasi aktif dan jumlah koperasi), tanda RAT tanpa tanda aktif; satu nilai di luar urutan kolomnya; nilai setahun yang sama dengan kolom per bulannya, atau yang tidak sejalan dengan kolom `Naik`/`Turun` di sampingnya; nilai yang cocok dengan angka tahun lalu milik baris lain; dua kolom uang yang tertukar di sebagian baris; isi kolom kecamatan atau jenis yang bukan isinya; isi baris yang bergeser satu kolom; satuan ribuan atau jutaan di atas angka rupiah penuh.",
        contoh: "di antara teks `1.250.000` berdiri angka 750: yang diketik `750.000`, dan Excel berbahasa Inggris membaca titiknya sebagai koma desimal.",
        mengapa: "nilai yang tinggal seperseribu hampir tidak menambah jumlah, sehingga angka laporan terlalu kecil.",
        perbaikan: "Ketik ulang angkanya tanpa titik, atau terima bila memang sekecil itu.",
    };

    fn pesan(&self) -> String {
        self.told()
    }

    fn saran(&self) -> String {
        self.advice()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        said::said()
    }
}
