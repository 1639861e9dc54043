//! Missing values in a summed column.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiKosong {
    pub isian: String,
    pub jumlah: usize,
    pub contoh: Vec<String>,
}

impl Finding for NilaiKosong {
    const KODE: &'static str = "nilai-kosong";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel, Tempat::Kolom];
    const TERIMA: Terima = Terima::Tetap;

    fn jumlah_sel(&self) -> usize {
        self.jumlah
    }
}

impl WordsId for NilaiKosong {
    const MANUAL: Manual = Manual {
        arti: "Nilai pada kolom yang dijumlahkan kosong pada beberapa baris; baris itu tidak ikut terhitung.",
        contoh: "dua belas koperasi belum melaporkan volume usahanya.",
        mengapa: "jumlahnya lebih kecil daripada yang sebenarnya selama datanya belum lengkap.",
        perbaikan: "Isi nilainya; tulis `-` bila memang nihil.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("di selnya tulis `nilai` untuk mengisinya; yang lain tetap dihitung sebagai belum ada data.");

    fn pesan(&self) -> String {
        let Self { isian, jumlah, contoh } = self;
        format!("Nilai {} kosong pada {} baris yang ikut dihitung{}.", kutip(isian), banyak(*jumlah), misalnya(contoh))
    }

    fn saran(&self) -> String {
        "Isi nilainya; tulis `-` bila memang nihil.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NilaiKosong { isian: "volume_usaha".into(), jumlah: 12, contoh: vec!["KUD Tani".into(), "KSP Maju".into()] },
            "Nilai `volume_usaha` kosong pada 12 baris yang ikut dihitung, misalnya `KUD Tani` dan `KSP Maju`.",
            "Isi nilainya; tulis `-` bila memang nihil.",
        )]
    }
}
