//! A title or a note that states another number of rows than are counted.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct CacahBerbeda {
    /// The line as it stands there.
    pub teks: String,
    /// The number of rows it states, and how many are counted.
    pub tertulis: u64,
    pub terhitung: usize,
}

impl Finding for CacahBerbeda {
    const KODE: &'static str = "cacah-berbeda";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.teks.clone())
    }
}

impl WordsId for CacahBerbeda {
    const MANUAL: Manual = Manual {
        arti: "Judul di atas tabel, catatan di bawahnya, atau label baris jumlahnya menyebut banyaknya baris (`Jumlah koperasi: 24`) yang berbeda dari baris yang dihitung.",
        contoh: "judulnya `Jumlah koperasi: 24`, sedangkan barisnya 22.",
        mengapa: "mungkin ada baris yang hilang, tersalin dua kali, atau berdiri di lembar lain.",
        perbaikan: "Periksa apakah semua barisnya ada; lalu perbaiki tulisannya, atau nyatakan dengan `[[terima]]`.",
    };

    fn pesan(&self) -> String {
        let Self { teks, tertulis, terhitung } = self;
        format!("Tulisan {} menyebut {tertulis}, sedangkan yang dihitung {} baris.", kutip(teks), banyak(*terhitung))
    }

    fn saran(&self) -> String {
        "Periksa apakah semua barisnya ada; bila sudah, perbaiki tulisan itu.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            CacahBerbeda { teks: "Jumlah koperasi: 24".into(), tertulis: 24, terhitung: 22 },
            "Tulisan `Jumlah koperasi: 24` menyebut 24, sedangkan yang dihitung 22 baris.",
            "Periksa apakah semua barisnya ada; bila sudah, perbaiki tulisan itu.",
        )]
    }
}
