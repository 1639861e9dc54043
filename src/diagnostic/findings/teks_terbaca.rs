//! Cells written as text that read without doubt.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct TeksTerbaca {
    pub isian: String,
    pub jumlah: usize,
    pub contoh: String,
}

impl Finding for TeksTerbaca {
    const KODE: &'static str = "teks-terbaca";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for TeksTerbaca {
    const MANUAL: Manual = Manual {
        arti: "Sel angka yang tertulis sebagai teks atau berspasi, tetapi terbaca tanpa keraguan.",
        contoh: "`\" 2.286.364.874 \"` dibaca 2286364874.",
        mengapa: "angkanya pasti; Excel sendiri tidak menjumlahkan teks seperti itu, jadi jumlah di lembar dapat berbeda.",
        perbaikan: "Tidak perlu apa-apa.",
    };

    fn pesan(&self) -> String {
        let Self { isian, jumlah, contoh } = self;
        format!(
            "{} sel {} tertulis sebagai teks tetapi terbaca tanpa keraguan, misalnya {}.",
            banyak(*jumlah),
            kutip(isian),
            kutip(contoh)
        )
    }

    fn saran(&self) -> String {
        "Tidak perlu apa-apa; angkanya sudah ikut dihitung.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TeksTerbaca { isian: "volume_usaha".into(), jumlah: 1204, contoh: " 2.286.364.874 ".into() },
            "1.204 sel `volume_usaha` tertulis sebagai teks tetapi terbaca tanpa keraguan, misalnya `2.286.364.874`.",
            "Tidak perlu apa-apa; angkanya sudah ikut dihitung.",
        )]
    }
}
