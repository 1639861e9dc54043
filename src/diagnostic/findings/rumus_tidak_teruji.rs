//! Stored results that cannot be held against the cells they rest on.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::vocabulary::mask_digits;

/// Why a result is not worked out again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SebabTakTeruji {
    /// This function gives another result whenever the file is opened.
    Berubah(String),
    /// This function is not worked out.
    Fungsi(String),
    /// The formula is not in the file, or not as one that can be read.
    TakTerbaca,
    /// Results are rounded to what is shown.
    SepertiTampil,
    /// Programs may take it differently.
    Lain,
}

/// `manual`: results are reckoned only when somebody asks for it.
#[derive(Clone, PartialEq, Debug)]
pub struct RumusTidakTeruji {
    pub isian: String,
    pub jumlah: usize,
    pub contoh: Option<String>,
    pub sebab: SebabTakTeruji,
    pub manual: bool,
}

impl Finding for RumusTidakTeruji {
    const KODE: &'static str = "rumus-tidak-teruji";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        self.contoh.as_ref().map(|contoh| format!("={contoh}"))
    }

    fn jumlah_sel(&self) -> usize {
        self.jumlah
    }

    fn mask(&mut self) {
        self.contoh = self.contoh.take().map(|contoh| mask_digits(&contoh));
    }
}

impl WordsId for RumusTidakTeruji {
    const MANUAL: Manual = Manual {
        arti: "Hasil rumus pada kolom ini dibaca sebagaimana tersimpan; program tidak dapat menghitungnya ulang dari sel-selnya, sehingga hasil yang sudah lama tidak akan ketahuan.",
        contoh: "`=TODAY()-F5`, fungsi buatan sendiri, tabel data, atau rumus yang tidak terbaca.",
        mengapa: "bila sel-selnya diubah tanpa dihitung ulang (buku kerja yang dihitung manual, berkas yang diubah program lain), yang tersimpan tinggal hasil yang lama.",
        perbaikan: "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan; atau ganti rumusnya dengan nilainya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, jumlah, contoh, sebab, manual } = self;
        let sebab = match sebab {
            SebabTakTeruji::Berubah(fungsi) => format!("fungsi {} memberi hasil lain setiap kali berkas dibuka", kutip(fungsi)),
            SebabTakTeruji::Fungsi(fungsi) => format!("fungsi {} tidak dihitung ulang oleh program ini", kutip(fungsi)),
            SebabTakTeruji::TakTerbaca => "rumusnya tidak dapat dibaca dari berkas".to_owned(),
            SebabTakTeruji::SepertiTampil => "buku kerja membulatkan hasil menurut yang tampak".to_owned(),
            SebabTakTeruji::Lain => "program lembar kerja dapat menghitungnya berlainan".to_owned(),
        };
        let contoh = contoh.as_ref().map(|contoh| format!(" (misalnya {})", kutip(&format!("={contoh}")))).unwrap_or_default();
        let manual = if *manual { " Buku kerja ini dihitung manual: hasil yang tersimpan mungkin sudah lama." } else { "" };
        format!(
            "Hasil rumus pada {} sel {} tidak dapat diuji dari sel-selnya{contoh}: {sebab}.{manual}",
            banyak(*jumlah),
            kutip(isian)
        )
    }

    fn saran(&self) -> String {
        "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan; atau ganti rumusnya dengan nilainya."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let saran = "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan; atau ganti rumusnya dengan nilainya.";
        let of = |contoh: Option<&str>, sebab, manual| RumusTidakTeruji {
            isian: "volume_usaha".into(),
            jumlah: 12,
            contoh: contoh.map(str::to_owned),
            sebab,
            manual,
        };
        vec![
            Said::new(
                of(Some("TODAY()-F5"), SebabTakTeruji::Berubah("TODAY".into()), false),
                "Hasil rumus pada 12 sel `volume_usaha` tidak dapat diuji dari sel-selnya (misalnya `=TODAY()-F5`): fungsi `TODAY` memberi hasil lain setiap kali berkas dibuka.",
                saran,
            ),
            Said::new(
                of(Some("HITUNG(F5)"), SebabTakTeruji::Fungsi("HITUNG".into()), true),
                "Hasil rumus pada 12 sel `volume_usaha` tidak dapat diuji dari sel-selnya (misalnya `=HITUNG(F5)`): fungsi `HITUNG` tidak dihitung ulang oleh program ini. Buku kerja ini dihitung manual: hasil yang tersimpan mungkin sudah lama.",
                saran,
            ),
            Said::new(
                of(None, SebabTakTeruji::TakTerbaca, false),
                "Hasil rumus pada 12 sel `volume_usaha` tidak dapat diuji dari sel-selnya: rumusnya tidak dapat dibaca dari berkas.",
                saran,
            ),
            Said::new(
                of(Some("E5/F5"), SebabTakTeruji::SepertiTampil, false),
                "Hasil rumus pada 12 sel `volume_usaha` tidak dapat diuji dari sel-selnya (misalnya `=E5/F5`): buku kerja membulatkan hasil menurut yang tampak.",
                saran,
            ),
            Said::new(
                of(Some("E5*\"2,5\""), SebabTakTeruji::Lain, false),
                "Hasil rumus pada 12 sel `volume_usaha` tidak dapat diuji dari sel-selnya (misalnya `=E5*\"2,5\"`): program lembar kerja dapat menghitungnya berlainan.",
                saran,
            ),
        ]
    }
}
