//! A text that says that there is no number, where a number is counted.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, bersih, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct NomorPengganti {
    pub isian: String,
    pub ditemukan: String,
    pub jumlah: usize,
    /// Numbers of another kind: so many digits such a number has; `ditemukan` is the first of them.
    pub panjang: Option<u8>,
}

impl Finding for NomorPengganti {
    const KODE: &'static str = "nomor-pengganti";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);
}

impl WordsId for NomorPengganti {
    const MANUAL: Manual = Manual {
        arti: "Pada kolom nomor pengenal (NIB, NIK, nomor badan hukum) berdiri tulisan yang bukan nomor, atau nomor lain (izin lama, NIK di kolom NIB), padahal rumus menghitung sel yang berisi.",
        contoh: "kolom NIB berisi `belum ada` atau `proses` pada 12 baris; `nib IS NOT EMPTY` ikut menghitungnya.",
        mengapa: "yang belum mempunyai nomor ikut terhitung, atau beberapa baris tampak sebagai satu entitas.",
        perbaikan: "Kosongkan sel itu, atau tulis `tanda = { tidak = [\"belum ada\"] }` pada `[sumber]` agar tulisan itu dianggap kosong.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, jumlah, panjang } = self;
        if let Some(panjang) = panjang {
            return format!(
                "Kolom {} berisi nomor yang bukan {panjang} digit pada {} baris, misalnya {}, padahal rumus menghitung sel yang berisi.",
                kutip(isian),
                banyak(*jumlah),
                kutip(ditemukan)
            );
        }
        format!(
            "Kolom {} berisi {} pada {} baris: itu bukan nomor, padahal rumus menghitung sel yang berisi.",
            kutip(isian),
            kutip(ditemukan),
            banyak(*jumlah)
        )
    }

    fn saran(&self) -> String {
        let kata = bersih(&self.ditemukan);
        if self.panjang.is_some() {
            return format!(
                "Kosongkan sel itu bila nomornya belum ada (izin atau nomor lain bukan penggantinya), atau ketik nomor yang benar. Tetap dihitung: tulis `tanda = {{ ya = [\"{kata}\"] }}` pada `[sumber]` di iku.toml."
            );
        }
        format!(
            "Kosongkan sel itu bila nomornya memang belum ada, atau tulis `tanda = {{ tidak = [\"{kata}\"] }}` pada `[sumber]` di iku.toml agar dianggap kosong (`ya` bila tetap dihitung)."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                NomorPengganti { isian: "nib".into(), ditemukan: "belum ada".into(), jumlah: 12, panjang: None },
                "Kolom `nib` berisi `belum ada` pada 12 baris: itu bukan nomor, padahal rumus menghitung sel yang berisi.",
                "Kosongkan sel itu bila nomornya memang belum ada, atau tulis `tanda = { tidak = [\"belum ada\"] }` pada `[sumber]` di iku.toml agar dianggap kosong (`ya` bila tetap dihitung).",
            ),
            Said::new(
                NomorPengganti { isian: "nib".into(), ditemukan: "IUMK 503/12/2019".into(), jumlah: 3, panjang: Some(13) },
                "Kolom `nib` berisi nomor yang bukan 13 digit pada 3 baris, misalnya `IUMK 503/12/2019`, padahal rumus menghitung sel yang berisi.",
                "Kosongkan sel itu bila nomornya belum ada (izin atau nomor lain bukan penggantinya), atau ketik nomor yang benar. Tetap dihitung: tulis `tanda = { ya = [\"IUMK 503/12/2019\"] }` pada `[sumber]` di iku.toml.",
            ),
        ]
    }
}
