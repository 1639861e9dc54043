//! A title that makes the figures something else than the realisasi of the year.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct JudulMembatasi {
    pub judul: String,
    pub kata: String,
}

impl Finding for JudulMembatasi {
    const KODE: &'static str = "judul-membatasi";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.judul.clone())
    }
}

impl WordsId for JudulMembatasi {
    const MANUAL: Manual = Manual {
        arti: "Judul tabel menyatakan bahwa isinya bukan realisasi setahun: target, rencana, RAPB, prognosa, per bulan, dan semacamnya. Nama lembar, kepala dan kaki halaman serta kotak teks dibaca seperti judul; begitu pula bagian nama berkas yang pada `berkas` diisi `*` atau `{kecamatan}`.",
        contoh: "di atas tabel tertulis `RENCANA ANGGARAN PENDAPATAN KOPERASI TAHUN 2021`.",
        mengapa: "angka rencana atau angka sebulan akan tercetak sebagai realisasi setahun.",
        perbaikan: "Pakai tabel realisasinya; bila isinya memang realisasi setahun, perbaiki judulnya.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("boleh dengan `[[terima]]` di sel judul itu; alasannya tercetak pada bagian catatan.");

    fn pesan(&self) -> String {
        let Self { judul, kata } = self;
        format!("Judul {} menyebut {}, sehingga angkanya tampak bukan realisasi setahun.", kutip(judul), kutip(kata))
    }

    fn saran(&self) -> String {
        "Pakai tabel realisasi setahun; bila isinya memang itu, perbaiki judulnya atau tulis `[[terima]]` di sel judul itu."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            JudulMembatasi { judul: "RENCANA USAHA 2021".into(), kata: "rencana".into() },
            "Judul `RENCANA USAHA 2021` menyebut `rencana`, sehingga angkanya tampak bukan realisasi setahun.",
            "Pakai tabel realisasi setahun; bila isinya memang itu, perbaiki judulnya atau tulis `[[terima]]` di sel judul itu.",
        )]
    }
}
