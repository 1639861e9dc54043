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
}

impl Finding for NomorPengganti {
    const KODE: &'static str = "nomor-pengganti";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);
}

impl WordsId for NomorPengganti {
    const MANUAL: Manual = Manual {
        arti: "Pada kolom nomor pengenal (NIB, NIK, nomor badan hukum) berdiri tulisan yang bukan nomor, padahal rumus menghitung sel yang berisi.",
        contoh: "kolom NIB berisi `belum ada` atau `proses` pada 12 baris; `nib IS NOT EMPTY` ikut menghitungnya.",
        mengapa: "yang belum mempunyai nomor ikut terhitung, atau beberapa baris tampak sebagai satu entitas.",
        perbaikan: "Kosongkan sel itu, atau tulis `tanda = { tidak = [\"belum ada\"] }` pada `[sumber]` agar tulisan itu dianggap kosong.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, jumlah } = self;
        format!(
            "Kolom {} berisi {} pada {} baris: itu bukan nomor, padahal rumus menghitung sel yang berisi.",
            kutip(isian),
            kutip(ditemukan),
            banyak(*jumlah)
        )
    }

    fn saran(&self) -> String {
        let kata = bersih(&self.ditemukan);
        format!(
            "Kosongkan sel itu bila nomornya memang belum ada, atau tulis `tanda = {{ tidak = [\"{kata}\"] }}` pada `[sumber]` di iku.toml agar dianggap kosong (`ya` bila tetap dihitung)."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NomorPengganti { isian: "nib".into(), ditemukan: "belum ada".into(), jumlah: 12 },
            "Kolom `nib` berisi `belum ada` pada 12 baris: itu bukan nomor, padahal rumus menghitung sel yang berisi.",
            "Kosongkan sel itu bila nomornya memang belum ada, atau tulis `tanda = { tidak = [\"belum ada\"] }` pada `[sumber]` di iku.toml agar dianggap kosong (`ya` bila tetap dihitung).",
        )]
    }
}
