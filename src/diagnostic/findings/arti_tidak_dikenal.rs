//! A text over figures whose meaning the program does not know.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, bersih, kutip};
use crate::diagnostic::{Tempel, quoted};
use crate::vocabulary::At;

/// Why a text makes what it heads doubtful.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ArtiSebab {
    /// Its words are unknown.
    Asing,
    /// A word says that the rows are something else than the year's own.
    Keadaan(String),
    /// The rows are of another year, or of a part of the year.
    Waktu,
    /// A unit, said of some rows only.
    Satuan(String),
    /// The rows below it stand above it too.
    Terulang,
    /// It names another place than the file's name, which is this.
    Tempat(String),
    /// It stands over a column that would be this field by its own heading.
    Judul { isian: String, judul: String },
}

#[derive(Clone, PartialEq, Debug)]
pub struct ArtiTidakDikenal {
    pub sumber: String,
    pub teks: String,
    pub sebab: ArtiSebab,
    /// The counted rows below it.
    pub baris: usize,
}

impl Finding for ArtiTidakDikenal {
    const KODE: &'static str = "arti-tidak-dikenal";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Sel];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);

    fn ditemukan(&self) -> Option<String> {
        Some(self.teks.clone())
    }

    fn tempel(&self, _at: &At, _sumber: Option<&str>) -> Vec<Tempel> {
        if matches!(self.sebab, ArtiSebab::Satuan(_)) {
            return Vec::new();
        }
        let says = |arti: &str| format!("{{ {} = \"{arti}\" }}", quoted(&self.teks));
        let arti: &[&str] = if matches!(self.sebab, ArtiSebab::Tempat(_)) { &["biasa"] } else { &["lewati", "biasa"] };
        arti.iter().map(|arti| Tempel::line(format!("[sumber.{}]", self.sumber), "arti", &says(arti))).collect()
    }
}

impl WordsId for ArtiTidakDikenal {
    const MANUAL: Manual = Manual {
        arti: "Sebuah teks di atas baris-baris data atau di atas sebuah kolom mengatakan sesuatu tentang isinya yang tidak dapat dipastikan oleh program.",
        contoh: "di atas lima koperasi tertulis `KOPERASI DIBUBARKAN`, atau di atas enam koperasi tertulis `TARGET`; atau judul `Koperasi Wanita` menaungi kolom `Volume Usaha`.",
        mengapa: "bila baris di bawahnya bukan realisasi tahun itu, angka laporan menjadi terlalu besar.",
        perbaikan: "Katakan artinya sekali di `iku.toml`, pada sumbernya: `arti = { \"KOPERASI DIBUBARKAN\" = \"lewati\" }` bila baris atau kolom di bawahnya tidak dibaca, `\"biasa\"` bila dibaca seperti yang lain. Satuan yang hanya berlaku bagi sebagian baris harus disamakan di lembarnya.",
    };

    fn pesan(&self) -> String {
        let Self { teks, sebab, baris, .. } = self;
        let (teks, baris) = (kutip(teks), banyak(*baris));
        match sebab {
            ArtiSebab::Asing => format!("Teks {teks} di atas {baris} baris data: artinya tidak dikenal."),
            ArtiSebab::Keadaan(kata) => {
                format!("Teks {teks} di atas {baris} baris data: kata {} meragukan apakah baris itu dihitung.", kutip(kata))
            }
            ArtiSebab::Waktu => {
                format!("Teks {teks} di atas {baris} baris data: barisnya mungkin bukan dari tahun yang dihitung.")
            }
            ArtiSebab::Satuan(satuan) => {
                format!("Teks {teks} di atas {baris} baris data: satuan {} dikatakan untuk sebagian baris saja.", kutip(satuan))
            }
            ArtiSebab::Judul { isian, judul } => format!(
                "Judul {teks} di atas kolom {} ({}): artinya tidak dikenal; mungkin hanya sebagian yang dihitung di bawahnya.",
                kutip(judul),
                bersih(isian)
            ),
            ArtiSebab::Tempat(tempat) => format!(
                "Teks {teks} di atas {baris} baris data menyebut tempat lain dari nama berkasnya, {}; salah satunya keliru.",
                kutip(tempat)
            ),
            ArtiSebab::Terulang => {
                format!("Teks {teks} di atas {baris} baris data: nama-nama di bawahnya sudah ada di bagian lain.")
            }
        }
    }

    fn saran(&self) -> String {
        let Self { sumber, teks, sebab, .. } = self;
        let kunci = teks.replace('\\', "\\\\").replace('"', "\\\"");
        match sebab {
            ArtiSebab::Tempat(_) => format!(
                "Beri berkas itu nama tempatnya sendiri, atau betulkan judulnya; bila nama berkasnya benar, tulis di bawah [sumber.{sumber}]: arti = {{ \"{kunci}\" = \"biasa\" }}."
            ),
            ArtiSebab::Satuan(_) => "Samakan satuan semua baris di lembarnya, lalu hapus satuan itu dari teksnya.".to_owned(),
            ArtiSebab::Judul { .. } => format!(
                "Tulis di bawah [sumber.{sumber}]: arti = {{ \"{kunci}\" = \"biasa\" }} bila kolom di bawahnya memang yang dimaksud, atau \"lewati\" bila kolom itu tidak dibaca."
            ),
            _ => format!(
                "Tulis di bawah [sumber.{sumber}]: arti = {{ \"{kunci}\" = \"lewati\" }} bila barisnya tidak dihitung, atau \"biasa\" bila dihitung."
            ),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |teks: &str, sebab, pesan, saran| {
            Said::new(ArtiTidakDikenal { sumber: "keragaan".into(), teks: teks.into(), sebab, baris: 6 }, pesan, saran)
        };
        vec![
            of(
                "TARGET",
                ArtiSebab::Keadaan("target".into()),
                "Teks `TARGET` di atas 6 baris data: kata `target` meragukan apakah baris itu dihitung.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"TARGET\" = \"lewati\" } bila barisnya tidak dihitung, atau \"biasa\" bila dihitung.",
            ),
            of(
                "Binaan Bu Sri",
                ArtiSebab::Asing,
                "Teks `Binaan Bu Sri` di atas 6 baris data: artinya tidak dikenal.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"Binaan Bu Sri\" = \"lewati\" } bila barisnya tidak dihitung, atau \"biasa\" bila dihitung.",
            ),
            of(
                "TAHUN 2019",
                ArtiSebab::Waktu,
                "Teks `TAHUN 2019` di atas 6 baris data: barisnya mungkin bukan dari tahun yang dihitung.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"TAHUN 2019\" = \"lewati\" } bila barisnya tidak dihitung, atau \"biasa\" bila dihitung.",
            ),
            of(
                "KEC. X (dalam jutaan)",
                ArtiSebab::Satuan("dalam jutaan".into()),
                "Teks `KEC. X (dalam jutaan)` di atas 6 baris data: satuan `dalam jutaan` dikatakan untuk sebagian baris saja.",
                "Samakan satuan semua baris di lembarnya, lalu hapus satuan itu dari teksnya.",
            ),
            of(
                "KECAMATAN PURWOREJO",
                ArtiSebab::Tempat("Gadingrejo".into()),
                "Teks `KECAMATAN PURWOREJO` di atas 6 baris data menyebut tempat lain dari nama berkasnya, `Gadingrejo`; salah satunya keliru.",
                "Beri berkas itu nama tempatnya sendiri, atau betulkan judulnya; bila nama berkasnya benar, tulis di bawah [sumber.keragaan]: arti = { \"KECAMATAN PURWOREJO\" = \"biasa\" }.",
            ),
            of(
                "LAMPIRAN",
                ArtiSebab::Terulang,
                "Teks `LAMPIRAN` di atas 6 baris data: nama-nama di bawahnya sudah ada di bagian lain.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"LAMPIRAN\" = \"lewati\" } bila barisnya tidak dihitung, atau \"biasa\" bila dihitung.",
            ),
            of(
                "Koperasi Wanita",
                ArtiSebab::Judul { isian: "volume_usaha".into(), judul: "Volume Usaha (Rp)".into() },
                "Judul `Koperasi Wanita` di atas kolom `Volume Usaha (Rp)` (volume_usaha): artinya tidak dikenal; mungkin hanya sebagian yang dihitung di bawahnya.",
                "Tulis di bawah [sumber.keragaan]: arti = { \"Koperasi Wanita\" = \"biasa\" } bila kolom di bawahnya memang yang dimaksud, atau \"lewati\" bila kolom itu tidak dibaca.",
            ),
        ]
    }
}
