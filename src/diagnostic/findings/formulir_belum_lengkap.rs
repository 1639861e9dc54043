//! Cells of the official form that the profile leaves empty.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, deret};

/// A cell of the form, by its name on it, and the key that fills it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SelFormulir {
    /// `VISI`, `penjelasan indikator 1.1`.
    pub nama: String,
    /// `[instansi] visi`.
    pub kunci: String,
}

#[derive(Clone, PartialEq, Debug)]
pub struct FormulirBelumLengkap {
    pub kosong: Vec<SelFormulir>,
}

impl Finding for FormulirBelumLengkap {
    const KODE: &'static str = "formulir-belum-lengkap";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for FormulirBelumLengkap {
    const MANUAL: Manual = Manual {
        arti: "Ada isian formulir resmi yang kosong karena kuncinya tidak ada di iku.toml.",
        contoh: "`visi` tidak ditulis pada `[instansi]`, sehingga formulir tercetak tanpa baris VISI.",
        mengapa: "angkanya tidak terpengaruh, tetapi formulir yang setengah kosong jangan sampai ditandatangani sebagai formulir jadi.",
        perbaikan: "Isi kunci yang disebut. Kepala daerah yang tidak ber-NIP tidak perlu mengisi `pangkat` dan `nip`.",
    };

    fn pesan(&self) -> String {
        let names: Vec<String> = self.kosong.iter().map(|sel| bersih(&sel.nama)).collect();
        format!("Isian formulir resmi yang masih kosong: {}.", deret(&names))
    }

    fn saran(&self) -> String {
        let mut keys: Vec<String> = Vec::new();
        for key in self.kosong.iter().map(|sel| format!("`{}`", bersih(&sel.kunci))) {
            // A key that several indicators lack is said once; which they are stands in the finding.
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        format!("Isi di iku.toml: {}.", deret(&keys))
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let sel = |nama: &str, kunci: &str| SelFormulir { nama: nama.to_owned(), kunci: kunci.to_owned() };
        let of = |id: &str| sel(&format!("penjelasan indikator {id}"), "[[sasaran.indikator]] penjelasan");
        vec![Said::new(
            FormulirBelumLengkap { kosong: vec![sel("VISI", "[instansi] visi"), of("1.1"), of("1.2")] },
            "Isian formulir resmi yang masih kosong: VISI, penjelasan indikator 1.1, dan penjelasan indikator 1.2.",
            "Isi di iku.toml: `[instansi] visi` dan `[[sasaran.indikator]] penjelasan`.",
        )]
    }
}
