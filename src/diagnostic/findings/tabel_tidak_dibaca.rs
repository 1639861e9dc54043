//! A further table on the sheet that is read, with rows that count nowhere.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct TabelTidakDibaca {
    /// Its headings, as they stand.
    pub judul: String,
    /// So many of its rows are not those of the table that is read, this one first.
    pub jumlah: usize,
    pub contoh: String,
}

impl Finding for TabelTidakDibaca {
    const KODE: &'static str = "tabel-tidak-dibaca";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for TabelTidakDibaca {
    const MANUAL: Manual = Manual {
        arti: "Di lembar yang dibaca ada tabel lain dengan judul kolom sendiri, dan barisnya tidak ada di tabel yang dibaca atau angkanya lain.",
        contoh: "di bawah daftar koperasi ada tabel `KOPERASI BARU 2021` dengan kolom `No`, `Nama Koperasi`, `Volume Usaha` saja.",
        mengapa: "bila baris itu bagian dari data tahun itu, angka laporan keliru.",
        perbaikan: "Masukkan barisnya ke tabel yang dibaca dengan kolom yang sama; bila memang tidak dihitung, pindahkan ke buku kerja lain atau terima temuan ini.",
    };

    fn pesan(&self) -> String {
        let Self { judul, jumlah, contoh } = self;
        format!(
            "Tabel lain di lembar ini ({}) tidak dibaca, padahal {} barisnya, misalnya {}, tidak ada di tabel yang dibaca atau angkanya lain.",
            kutip(judul),
            banyak(*jumlah),
            kutip(contoh)
        )
    }

    fn saran(&self) -> String {
        "Masukkan barisnya ke tabel yang dibaca, dengan kolom yang sama; bila memang tidak dihitung, tulis `[[terima]]` di sel judul tabel itu."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TabelTidakDibaca { judul: "No | Nama Koperasi | Volume Usaha".into(), jumlah: 3, contoh: "KSU Karya".into() },
            "Tabel lain di lembar ini (`No | Nama Koperasi | Volume Usaha`) tidak dibaca, padahal 3 barisnya, misalnya `KSU Karya`, tidak ada di tabel yang dibaca atau angkanya lain.",
            "Masukkan barisnya ke tabel yang dibaca, dengan kolom yang sama; bila memang tidak dihitung, tulis `[[terima]]` di sel judul tabel itu.",
        )]
    }
}
