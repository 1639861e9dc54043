//! Figures beside the table, under no heading of it.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct AngkaDiSamping {
    /// The first text above or in the block, where there is one.
    pub judul: Option<String>,
    /// So many counted rows have figures beside them.
    pub jumlah: usize,
}

impl Finding for AngkaDiSamping {
    const KODE: &'static str = "angka-di-samping";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for AngkaDiSamping {
    const MANUAL: Manual = Manual {
        arti: "Di samping tabel yang dibaca, di luar kolom-kolomnya, berdiri angka yang tidak dibaca.",
        contoh: "rekap per kecamatan, atau daftar koperasi kedua, ditulis di kanan daftar koperasi.",
        mengapa: "bila angka itu bagian dari data, jumlahnya terlalu kecil.",
        perbaikan: "Bila itu data, pindahkan ke bawah tabel atau ke lembar sendiri; bila hanya rekap atau hitungan bantu, biarkan atau hapus.",
    };

    fn pesan(&self) -> String {
        let Self { judul, jumlah } = self;
        let di = judul.as_ref().map(|judul| format!(" pada {}", kutip(judul))).unwrap_or_default();
        format!("Angka di samping {} baris yang dihitung, di luar kolom tabelnya, tidak dibaca{di}.", banyak(*jumlah))
    }

    fn saran(&self) -> String {
        "Bila itu bagian dari data, pindahkan ke bawah tabel atau ke lembar sendiri.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let saran = "Bila itu bagian dari data, pindahkan ke bawah tabel atau ke lembar sendiri.";
        vec![
            Said::new(
                AngkaDiSamping { judul: Some("Kecamatan".into()), jumlah: 3 },
                "Angka di samping 3 baris yang dihitung, di luar kolom tabelnya, tidak dibaca pada `Kecamatan`.",
                saran,
            ),
            Said::new(
                AngkaDiSamping { judul: None, jumlah: 1 },
                "Angka di samping 1 baris yang dihitung, di luar kolom tabelnya, tidak dibaca.",
                saran,
            ),
        ]
    }
}
