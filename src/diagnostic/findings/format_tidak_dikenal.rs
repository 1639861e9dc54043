//! A file that is no workbook.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::bersih;
use crate::vocabulary::At;

/// `dikenali` says what the file really is ("halaman HTML"), if that is known.
#[derive(Clone, PartialEq, Debug)]
pub struct FormatTidakDikenal {
    pub dikenali: Option<String>,
}

impl Finding for FormatTidakDikenal {
    const KODE: &'static str = "format-tidak-dikenal";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, _sumber: Option<&str>) -> Vec<Tempel> {
        let is_link = self.dikenali.as_deref().is_some_and(|what| what.starts_with("tautan"));
        if is_link { vec![Tempel::line("[batas_baca]", "tautan", "true")] } else { Vec::new() }
    }
}

impl WordsId for FormatTidakDikenal {
    const MANUAL: Manual = Manual {
        arti: "Isi berkas bukan buku kerja yang dapat dibaca (xlsx, xlsm, xlsb, xls, ods, csv), apa pun nama akhirannya.",
        contoh: "aplikasi web mengunduhkan halaman HTML dengan nama `laporan.xls`.",
        mengapa: "membaca bentuk yang tidak dikenal dapat menghasilkan angka yang keliru tanpa tanda.",
        perbaikan: "Buka di Excel atau LibreOffice lalu simpan sebagai Buku Kerja Excel (.xlsx).",
    };

    fn pesan(&self) -> String {
        match self {
            Self { dikenali: Some(apa) } => {
                format!("Isi berkas ini {}, bukan buku kerja yang dapat dibaca.", bersih(apa))
            }
            Self { dikenali: None } => "Isi berkas ini bukan buku kerja yang dapat dibaca.".to_owned(),
        }
    }

    fn saran(&self) -> String {
        let Self { dikenali } = self;
        saran_format(dikenali.as_deref().unwrap_or_default()).to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                FormatTidakDikenal { dikenali: Some("halaman HTML".into()) },
                "Isi berkas ini halaman HTML, bukan buku kerja yang dapat dibaca.",
                "Buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx).",
            ),
            Said::new(
                FormatTidakDikenal { dikenali: Some("arsip zip".into()) },
                "Isi berkas ini arsip zip, bukan buku kerja yang dapat dibaca.",
                "Keluarkan isinya lebih dahulu, lalu letakkan buku kerja yang ada di dalamnya.",
            ),
            Said::new(
                FormatTidakDikenal { dikenali: Some("dokumen PDF".into()) },
                "Isi berkas ini dokumen PDF, bukan buku kerja yang dapat dibaca.",
                "Mintalah buku kerja Excel aslinya, atau pindahkan tabelnya ke Excel, periksa angkanya, lalu simpan sebagai .xlsx.",
            ),
            Said::new(
                FormatTidakDikenal { dikenali: Some("tautan yang menuju ke luar folder".into()) },
                "Isi berkas ini tautan yang menuju ke luar folder, bukan buku kerja yang dapat dibaca.",
                "Salin berkasnya ke dalam folder, atau tulis `tautan = true` pada `[batas_baca]` di iku.toml bila tautan itu memang dimaksud.",
            ),
            Said::new(
                FormatTidakDikenal { dikenali: None },
                "Isi berkas ini bukan buku kerja yang dapat dibaca.",
                "Buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx).",
            ),
        ]
    }
}

/// How to make a workbook of what the file really is.
fn saran_format(dikenali: &str) -> &'static str {
    let begins = |heads: &[&str]| heads.iter().any(|head| dikenali.starts_with(head));
    if begins(&["tautan"]) {
        "Salin berkasnya ke dalam folder, atau tulis `tautan = true` pada `[batas_baca]` di iku.toml bila tautan itu memang dimaksud."
    } else if begins(&["arsip"]) {
        "Keluarkan isinya lebih dahulu, lalu letakkan buku kerja yang ada di dalamnya."
    } else if begins(&["gambar", "dokumen", "presentasi"]) {
        "Mintalah buku kerja Excel aslinya, atau pindahkan tabelnya ke Excel, periksa angkanya, lalu simpan sebagai .xlsx."
    } else {
        "Buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx)."
    }
}
