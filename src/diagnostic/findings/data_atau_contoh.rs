//! A row marked as an example whose name is not one's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_person;

/// The mark in the place of the row's number, and the name that stands beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct DataAtauContoh {
    pub tanda: String,
    pub nama: String,
    /// The mark stands in the place of the number; else it is what makes the table's first row look like an example.
    pub di_nomor: bool,
}

impl Finding for DataAtauContoh {
    const KODE: &'static str = "data-atau-contoh";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(mask_person(&self.nama))
    }
}

impl WordsId for DataAtauContoh {
    const MANUAL: Manual = Manual {
        arti: "Nomor baris ini bertulis contoh, tetapi namanya bukan nama contoh; atau baris pertama tabel tidak bernomor atau NIK-nya berisi nol, seperti contoh pengisian. Tidak pasti barisnya data atau contoh.",
        contoh: "baris contoh pada buku kerja kosong ditimpa dengan koperasi sungguhan, dan kata `contoh` di kolom No tertinggal.",
        mengapa: "baris contoh tidak ikut dihitung; koperasi yang tertulis di situ akan hilang dari jumlah.",
        perbaikan: "Ganti kata `contoh` dengan nomornya bila itu data, atau hapus barisnya bila itu contoh.",
    };
    const PENERIMAAN: Option<&'static str> = Some("`nilai = \"data\"` berarti baris itu dihitung, tanpa itu ditinggalkan.");

    fn pesan(&self) -> String {
        let Self { tanda, nama, di_nomor } = self;
        if !di_nomor {
            return format!(
                "Baris pertama tabel, {}, tampak seperti contoh pengisian, antara lain karena isian {}.",
                kutip(&mask_person(nama)),
                kutip(tanda)
            );
        }
        format!("Baris {} bertanda {} di tempat nomornya, padahal namanya seperti data sungguhan.", kutip(nama), kutip(tanda))
    }

    fn saran(&self) -> String {
        if !self.di_nomor {
            return "Bila ini data, lengkapi nomor dan isiannya; bila hanya contoh pengisian, hapus barisnya.".to_owned();
        }
        "Bila ini data, ganti tanda itu dengan nomor barisnya; bila hanya contoh pengisian, hapus barisnya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                DataAtauContoh { tanda: "CONTOH USAHA".into(), nama: "CONTOH USAHA".into(), di_nomor: false },
                "Baris pertama tabel, `CONTOH USAHA`, tampak seperti contoh pengisian, antara lain karena isian `CONTOH USAHA`.",
                "Bila ini data, lengkapi nomor dan isiannya; bila hanya contoh pengisian, hapus barisnya.",
            ),
            Said::new(
                DataAtauContoh { tanda: "contoh".into(), nama: "KSP Maju".into(), di_nomor: true },
                "Baris `KSP Maju` bertanda `contoh` di tempat nomornya, padahal namanya seperti data sungguhan.",
                "Bila ini data, ganti tanda itu dengan nomor barisnya; bila hanya contoh pengisian, hapus barisnya.",
            ),
        ]
    }
}
