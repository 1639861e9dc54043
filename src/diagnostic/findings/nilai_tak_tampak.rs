//! A counted value that its cell's format does not show.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiTakTampak {
    pub jumlah: usize,
    pub contoh: String,
    pub oleh: Penutup,
}

/// What hides a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Penutup {
    /// Its own format, or a merge.
    Sel,
    /// A conditional format, where its rule holds.
    Aturan,
    /// A conditional format that strikes it out.
    Coretan,
}

impl Finding for NilaiTakTampak {
    const KODE: &'static str = "nilai-tak-tampak";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for NilaiTakTampak {
    const MANUAL: Manual = Manual {
        arti: "Nilai yang ikut dihitung tidak tampak di layar, karena format angkanya `;;;`, atau warnanya sama dengan latarnya; atau format bersyarat di kolomnya menyembunyikan atau mencoret yang memenuhi syaratnya.",
        contoh: "sel tampak kosong, padahal berisi 1.345.678 dan ikut terjumlah.",
        mengapa: "yang memeriksa lembar tidak melihat angka yang dihitung.",
        perbaikan: "Ganti format selnya menjadi angka biasa dengan warna yang tampak, lalu periksa apakah nilainya memang perlu dihitung.",
    };

    fn pesan(&self) -> String {
        let Self { jumlah, contoh, oleh } = self;
        let contoh = kutip(contoh);
        match oleh {
            Penutup::Sel => format!("Ada {jumlah} nilai yang ikut dihitung tetapi tidak tampak, misalnya {contoh}."),
            Penutup::Aturan => format!(
                "Format bersyarat pada {jumlah} sel kolom ini, mulai dari {contoh}, menyembunyikan nilai yang memenuhi syaratnya; nilai itu tetap ikut dihitung."
            ),
            Penutup::Coretan => format!(
                "Format bersyarat pada {jumlah} sel kolom ini, mulai dari {contoh}, mencoret nilai yang memenuhi syaratnya; nilai itu tetap ikut dihitung."
            ),
        }
    }

    fn saran(&self) -> String {
        match self.oleh {
            Penutup::Sel => "Ganti format atau warna selnya, lalu hapus nilainya bila tidak perlu dihitung.",
            Penutup::Aturan | Penutup::Coretan => {
                "Periksa baris mana yang dikenai format bersyarat itu, lalu hapus yang tidak perlu dihitung dan format bersyaratnya."
            }
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                NilaiTakTampak { jumlah: 3, contoh: "1345678".into(), oleh: Penutup::Sel },
                "Ada 3 nilai yang ikut dihitung tetapi tidak tampak, misalnya `1345678`.",
                "Ganti format atau warna selnya, lalu hapus nilainya bila tidak perlu dihitung.",
            ),
            Said::new(
                NilaiTakTampak { jumlah: 8, contoh: "1345678".into(), oleh: Penutup::Aturan },
                "Format bersyarat pada 8 sel kolom ini, mulai dari `1345678`, menyembunyikan nilai yang memenuhi syaratnya; nilai itu tetap ikut dihitung.",
                "Periksa baris mana yang dikenai format bersyarat itu, lalu hapus yang tidak perlu dihitung dan format bersyaratnya.",
            ),
            Said::new(
                NilaiTakTampak { jumlah: 8, contoh: "1345678".into(), oleh: Penutup::Coretan },
                "Format bersyarat pada 8 sel kolom ini, mulai dari `1345678`, mencoret nilai yang memenuhi syaratnya; nilai itu tetap ikut dihitung.",
                "Periksa baris mana yang dikenai format bersyarat itu, lalu hapus yang tidak perlu dihitung dan format bersyaratnya.",
            ),
        ]
    }
}
