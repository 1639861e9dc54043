//! A row with a key of its own that is a branch or a unit of another.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};
use crate::diagnostic::{Tempel, quoted};
use crate::vocabulary::At;

/// What says that the row is a branch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CabangSebab {
    /// Its name begins so: `Cabang Purworejo`.
    Sebutan,
    /// Its name holds another row's.
    Nama,
    /// Its key is another row's with something behind it.
    Kunci,
}

#[derive(Clone, PartialEq, Debug)]
pub struct CabangTerhitung {
    pub sumber: String,
    pub nama: String,
    /// The name of whom it is a branch, and where that row stands, as seen from this one.
    pub induk: Option<(String, String)>,
    pub sebab: CabangSebab,
}

impl Finding for CabangTerhitung {
    const KODE: &'static str = "cabang-terhitung";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(self.nama.clone())
    }

    fn tempel(&self, _at: &At, _sumber: Option<&str>) -> Vec<Tempel> {
        let says = |arti: &str| format!("{{ {} = \"{arti}\" }}", quoted(&self.nama));
        ["lewati", "biasa"].map(|arti| Tempel::line(format!("[sumber.{}]", self.sumber), "arti", &says(arti))).to_vec()
    }
}

impl WordsId for CabangTerhitung {
    const MANUAL: Manual = Manual {
        arti: "Sebuah baris yang mempunyai kunci sendiri tampak sebagai cabang, kantor atau unit dari koperasi lain: namanya berkata begitu, memuat nama koperasi lain, atau kuncinya adalah kunci koperasi lain dengan tambahan di belakangnya.",
        contoh: "di bawah `KUD Contoh Luhur` ada `Cabang Purworejo`, atau `Unit Toko KUD Contoh Luhur`, dengan nomor badan hukum `518/BH/1990-01`.",
        mengapa: "angka cabang biasanya sudah termasuk dalam angka induknya, dan cabang bukan koperasi tersendiri: jumlahnya menjadi terlalu besar.",
        perbaikan: "Katakan sekali di `iku.toml`, pada sumbernya: `arti = { \"Cabang Purworejo\" = \"lewati\" }` bila angkanya sudah termasuk dalam induknya, `\"biasa\"` bila dihitung sendiri.",
    };
    const PENERIMAAN: Option<&'static str> = Some("`nilai = \"data\"` berarti baris itu dihitung, tanpa itu ditinggalkan.");

    fn pesan(&self) -> String {
        let nama = kutip(&self.nama);
        match (self.sebab, &self.induk) {
            (CabangSebab::Kunci, Some((induk, lain))) => {
                format!(
                    "Kunci baris {nama} adalah kunci {} ({}) dengan tambahan, seperti kunci cabang atau unitnya.",
                    kutip(induk),
                    bersih(lain)
                )
            }
            (_, Some((induk, lain))) => {
                format!("Nama {nama} memuat nama {} ({}), seperti cabang atau unitnya.", kutip(induk), bersih(lain))
            }
            (_, None) => {
                format!("Nama {nama} tampak sebagai cabang, kantor atau unit dari koperasi lain, bukan koperasi tersendiri.")
            }
        }
    }

    fn saran(&self) -> String {
        let kunci = self.nama.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "Tulis di bawah [sumber.{}]: arti = {{ \"{kunci}\" = \"lewati\" }} bila angkanya sudah termasuk dalam induknya, atau \"biasa\" bila dihitung sendiri.",
            self.sumber
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |nama: &str, induk: Option<(&str, &str)>, sebab, pesan, saran| {
            let induk = induk.map(|(induk, lain)| (induk.to_owned(), lain.to_owned()));
            Said::new(CabangTerhitung { sumber: "keragaan".into(), nama: nama.into(), induk, sebab }, pesan, saran)
        };
        vec![
            of(
                "Cabang Purworejo",
                None,
                CabangSebab::Sebutan,
                "Nama `Cabang Purworejo` tampak sebagai cabang, kantor atau unit dari koperasi lain, bukan koperasi tersendiri.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"Cabang Purworejo\" = \"lewati\" } bila angkanya sudah termasuk dalam induknya, atau \"biasa\" bila dihitung sendiri.",
            ),
            of(
                "Unit Toko KUD Makmur",
                Some(("KUD Makmur", "B5")),
                CabangSebab::Nama,
                "Nama `Unit Toko KUD Makmur` memuat nama `KUD Makmur` (B5), seperti cabang atau unitnya.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"Unit Toko KUD Makmur\" = \"lewati\" } bila angkanya sudah termasuk dalam induknya, atau \"biasa\" bila dihitung sendiri.",
            ),
            of(
                "Mekar Abadi",
                Some(("KUD Makmur", "B5")),
                CabangSebab::Kunci,
                "Kunci baris `Mekar Abadi` adalah kunci `KUD Makmur` (B5) dengan tambahan, seperti kunci cabang atau unitnya.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"Mekar Abadi\" = \"lewati\" } bila angkanya sudah termasuk dalam induknya, atau \"biasa\" bila dihitung sendiri.",
            ),
        ]
    }
}
