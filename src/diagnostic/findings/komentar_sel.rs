//! A comment on a cell that a figure rests on.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct KomentarSel {
    pub teks: String,
}

impl Finding for KomentarSel {
    const KODE: &'static str = "komentar-sel";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.teks.clone())
    }
}

impl WordsId for KomentarSel {
    const MANUAL: Manual = Manual {
        arti: "Sel yang menjadi dasar angka, atau judul kolomnya, mempunyai komentar (catatan sel). Isi komentar tidak ikut dibaca sebagai data.",
        contoh: "sel volume usaha `8.000.123` berkomentar `seharusnya 9.000.123, belum diperbaiki`.",
        mengapa: "komentar sering menyebut koreksi, satuan, atau tahun yang mengubah arti angkanya, dan tidak tampak pada laporan.",
        perbaikan: "Baca komentarnya dan perbaiki selnya bila perlu; lalu hapus komentar itu, atau nyatakan dengan `[[terima]]`.",
    };

    fn pesan(&self) -> String {
        format!("Sel ini berkomentar {}; yang dihitung adalah isi selnya.", kutip(&self.teks))
    }

    fn saran(&self) -> String {
        "Perbaiki selnya bila komentarnya benar, lalu hapus komentar itu; bila tidak mengubah apa-apa, nyatakan dengan `[[terima]]`."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KomentarSel { teks: "seharusnya 9.000.123".into() },
            "Sel ini berkomentar `seharusnya 9.000.123`; yang dihitung adalah isi selnya.",
            "Perbaiki selnya bila komentarnya benar, lalu hapus komentar itu; bila tidak mengubah apa-apa, nyatakan dengan `[[terima]]`.",
        )]
    }
}
