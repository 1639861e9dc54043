//! A date where a number belongs.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

#[derive(Clone, PartialEq, Debug)]
pub struct TanggalDiKolomAngka {
    pub ditemukan: String,
}

impl Finding for TanggalDiKolomAngka {
    const KODE: &'static str = "tanggal-di-kolom-angka";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for TanggalDiKolomAngka {
    const MANUAL: Manual = Manual {
        arti: "Sel pada kolom angka berisi tanggal, karena Excel kadang mengubah angka seperti `1-2` menjadi tanggal.",
        contoh: "jumlah anggota yang diketik `10/12` tersimpan sebagai 10 Desember, yaitu angka 44.540 di dalam Excel.",
        mengapa: "angka di balik tanggal itu bukan angka yang diketik, sehingga jumlahnya keliru besar.",
        perbaikan: "Ketik ulang angkanya dan ubah format sel menjadi angka.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Sel pada kolom angka berisi tanggal {}.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Ubah format sel menjadi Angka, lalu ketik ulang angkanya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TanggalDiKolomAngka { ditemukan: "10/12/2021".into() },
            "Sel pada kolom angka berisi tanggal `10/12/2021`.",
            "Ubah format sel menjadi Angka, lalu ketik ulang angkanya.",
        )]
    }
}
