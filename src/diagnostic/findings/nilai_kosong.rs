//! Missing values in a summed column.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip, misalnya};
use crate::vocabulary::Year;

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiKosong {
    pub isian: String,
    pub jumlah: usize,
    pub contoh: Vec<String>,
    /// In that year the same rows' cells held something.
    pub tahun_lalu: Option<Year>,
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
        arti: "Nilai pada kolom yang dijumlahkan kosong pada beberapa baris; baris itu tidak ikut terhitung. Begitu pula tanda atau nomor yang dihitung, bila kosong pada sebagian besar baris yang tahun sebelumnya terisi.",
        contoh: "dua belas koperasi belum melaporkan volume usahanya.",
        mengapa: "jumlahnya lebih kecil daripada yang sebenarnya selama datanya belum lengkap.",
        perbaikan: "Isi nilainya; tulis `-` bila memang nihil.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("di selnya tulis `nilai` untuk mengisinya; yang lain tetap dihitung sebagai belum ada data.");

    fn pesan(&self) -> String {
        let Self { isian, jumlah, contoh, tahun_lalu } = self;
        if let Some(lalu) = tahun_lalu {
            return format!(
                "Isian {} kosong pada {} baris yang terisi pada tahun {lalu}{}.",
                kutip(isian),
                banyak(*jumlah),
                misalnya(contoh)
            );
        }
        format!("Nilai {} kosong pada {} baris yang ikut dihitung{}.", kutip(isian), banyak(*jumlah), misalnya(contoh))
    }

    fn saran(&self) -> String {
        match self.tahun_lalu {
            Some(_) => "Periksa apakah kolom itu sudah diisi sampai baris terakhir; bila memang tidak lagi, nyatakan dengan `[[terima]]`.",
            None => "Isi nilainya; tulis `-` bila memang nihil.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |isian: &str, tahun_lalu: Option<Year>| {
            let contoh = vec!["KUD Tani".into(), "KSP Maju".into()];
            NilaiKosong { isian: isian.into(), jumlah: 12, contoh, tahun_lalu }
        };
        vec![
            Said::new(
                of("volume_usaha", None),
                "Nilai `volume_usaha` kosong pada 12 baris yang ikut dihitung, misalnya `KUD Tani` dan `KSP Maju`.",
                "Isi nilainya; tulis `-` bila memang nihil.",
            ),
            Said::new(
                of("aktif", Some(Year(2020))),
                "Isian `aktif` kosong pada 12 baris yang terisi pada tahun 2020, misalnya `KUD Tani` dan `KSP Maju`.",
                "Periksa apakah kolom itu sudah diisi sampai baris terakhir; bila memang tidak lagi, nyatakan dengan `[[terima]]`.",
            ),
        ]
    }
}
