//! The rows that were skipped, with reasons.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, deret};

/// Why a row was skipped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SkipReason {
    Kosong,
    NomorKolom,
    /// Shows how the others are filled in.
    Contoh,
    LabelKelompok,
    Subtotal,
    Jumlah,
    JudulUlang,
    /// Parts of the row above (`di antaranya …`).
    Bagian,
    /// Of a section that `arti` leaves out.
    Diabaikan,
    /// Notes, place and date, names, NIP below the table.
    CatatanKaki,
}

#[derive(Clone, PartialEq, Debug)]
pub struct BarisDilewati {
    pub jumlah: Vec<(SkipReason, usize)>,
}

impl Finding for BarisDilewati {
    const KODE: &'static str = "baris-dilewati";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for BarisDilewati {
    const MANUAL: Manual = Manual {
        arti: "Baris yang dilewati, dengan jumlah dan alasannya.",
        contoh: "1 baris nomor kolom, 24 baris nama kecamatan, dan 1 baris jumlah tidak dihitung sebagai data.",
        mengapa: "pembaca dapat mencocokkan banyaknya baris yang dihitung dengan lembarnya.",
        perbaikan: "Tidak perlu apa-apa bila alasannya benar.",
    };

    fn pesan(&self) -> String {
        let Self { jumlah } = self;
        let parts: Vec<String> =
            jumlah.iter().map(|(reason, count)| format!("{} {}", banyak(*count), skip_words(*reason))).collect();
        let total: usize = jumlah.iter().map(|(_, count)| *count).sum();
        match parts.is_empty() {
            true => "Tidak ada baris yang dilewati.".to_owned(),
            false => format!("{} baris dilewati: {}.", banyak(total), deret(&parts)),
        }
    }

    fn saran(&self) -> String {
        "Tidak perlu apa-apa bila alasannya benar.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BarisDilewati {
                jumlah: vec![
                    (SkipReason::Kosong, 3),
                    (SkipReason::NomorKolom, 1),
                    (SkipReason::Contoh, 1),
                    (SkipReason::LabelKelompok, 24),
                    (SkipReason::Subtotal, 24),
                    (SkipReason::Jumlah, 1),
                    (SkipReason::JudulUlang, 2),
                    (SkipReason::Bagian, 3),
                    (SkipReason::Diabaikan, 4),
                    (SkipReason::CatatanKaki, 5),
                ],
            },
            "68 baris dilewati: 3 kosong, 1 nomor kolom, 1 contoh pengisian, 24 nama kelompok, 24 subjumlah, 1 jumlah, 2 judul yang terulang, 3 bagian dari baris di atasnya, 4 di bagian yang dilewati menurut `arti`, dan 5 catatan dan tanda tangan di bawah tabel.",
            "Tidak perlu apa-apa bila alasannya benar.",
        )]
    }
}

fn skip_words(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Kosong => "kosong",
        SkipReason::NomorKolom => "nomor kolom",
        SkipReason::Contoh => "contoh pengisian",
        SkipReason::LabelKelompok => "nama kelompok",
        SkipReason::Subtotal => "subjumlah",
        SkipReason::Jumlah => "jumlah",
        SkipReason::JudulUlang => "judul yang terulang",
        SkipReason::Bagian => "bagian dari baris di atasnya",
        SkipReason::Diabaikan => "di bagian yang dilewati menurut `arti`",
        SkipReason::CatatanKaki => "catatan dan tanda tangan di bawah tabel",
    }
}
