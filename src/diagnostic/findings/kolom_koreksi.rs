//! A column of corrected figures beside the one that is counted.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct KolomKoreksi {
    /// The heading of the corrections, and that of the column that is counted.
    pub judul: String,
    pub dihitung: String,
    /// So many counted rows have a figure there.
    pub jumlah: usize,
}

impl Finding for KolomKoreksi {
    const KODE: &'static str = "kolom-koreksi";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.judul.clone())
    }
}

impl WordsId for KolomKoreksi {
    const MANUAL: Manual = Manual {
        arti: "Di samping kolom yang dihitung berdiri kolom koreksi (penyesuaian, perbaikan, revisi, `Menjadi`, `Hasil Klarifikasi`) yang berisi angka dan tidak dibaca.",
        contoh: "kolom `Volume Usaha` berisi 3.000.000 dan kolom `Koreksi` di sebelahnya 2.500.000.",
        mengapa: "mungkin angka koreksilah yang benar, atau harus ditambahkan; program tidak dapat mengetahuinya.",
        perbaikan: "Masukkan koreksinya ke kolom yang dihitung, pilih kolom yang benar dengan `kolom` pada `[sumber]`, atau terima temuan ini bila kolom yang dihitung sudah benar.",
    };

    fn pesan(&self) -> String {
        let Self { judul, dihitung, jumlah } = self;
        format!(
            "Kolom {} berisi angka pada {} baris yang dihitung menurut kolom {}; angka mana yang berlaku tidak diketahui.",
            kutip(judul),
            banyak(*jumlah),
            kutip(dihitung)
        )
    }

    fn saran(&self) -> String {
        "Masukkan koreksinya ke kolom yang dihitung lalu kosongkan kolom ini, atau pilih kolom yang benar dengan `kolom` pada `[sumber]` di iku.toml."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KolomKoreksi { judul: "Koreksi".into(), dihitung: "Volume Usaha (Rp)".into(), jumlah: 3 },
            "Kolom `Koreksi` berisi angka pada 3 baris yang dihitung menurut kolom `Volume Usaha (Rp)`; angka mana yang berlaku tidak diketahui.",
            "Masukkan koreksinya ke kolom yang dihitung lalu kosongkan kolom ini, atau pilih kolom yang benar dengan `kolom` pada `[sumber]` di iku.toml.",
        )]
    }
}
