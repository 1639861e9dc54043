//! A remark beside counted figures that makes them something else than a year's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::diagnostic::{Tempel, quoted};
use crate::vocabulary::At;

#[derive(Clone, PartialEq, Debug)]
pub struct KeteranganMembatasi {
    pub teks: String,
    /// So many counted rows beside it; 0: it is a note below the table.
    pub jumlah: usize,
    /// Other such texts that stand in the same column.
    pub lain: Vec<String>,
    pub letak: Letak,
}

/// What bears a text that stands beside no row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Letak {
    /// A line over or below the table.
    #[default]
    Tabel,
    /// The file's name.
    NamaBerkas,
    /// The sheet's name.
    NamaLembar,
    /// A heading, or figures of so many cells of a column, with a mark of figures that may change.
    Bintang(usize),
    /// A heading of the year, whose cell is empty in so many rows, which for that are not counted.
    KosongTahun(usize),
    /// The same where figures rest on it, and on a column of no year that holds an amount in those rows.
    KosongTahunTerisi(usize),
}

impl KeteranganMembatasi {
    /// A text alone, beside so many rows.
    pub fn of(teks: impl Into<String>, jumlah: usize) -> Self {
        Self { teks: teks.into(), jumlah, lain: Vec::new(), letak: Letak::Tabel }
    }

    fn is_kosong(&self) -> bool {
        matches!(self.letak, Letak::KosongTahun(_) | Letak::KosongTahunTerisi(_))
    }

    /// What a name says.
    pub fn of_name(teks: impl Into<String>, letak: Letak) -> Self {
        Self { letak, ..Self::of(teks, 0) }
    }
}

impl Finding for KeteranganMembatasi {
    const KODE: &'static str = "keterangan-membatasi";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar, Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        let Some(sumber) = sumber else { return Vec::new() };
        // What is over or below the rows can only be plain; a row beside it may be passed over.
        let means: &[&str] = if self.jumlah == 0 { &["biasa"] } else { &["lewati", "biasa"] };
        // Beside a heading stand the names of rows.
        let lain: &[String] = if self.is_kosong() { &[] } else { &self.lain };
        let texts = || [&self.teks].into_iter().chain(lain);
        let says = |arti: &&str| {
            let each: Vec<String> = texts().map(|teks| format!("{} = \"{arti}\"", quoted(teks))).collect();
            Tempel::line(format!("[sumber.{sumber}]"), "arti", &format!("{{ {} }}", each.join(", ")))
        };
        means.iter().map(says).collect()
    }
}

impl WordsId for KeteranganMembatasi {
    const MANUAL: Manual = Manual {
        arti: "Keterangan di samping angka, atau catatan di atas atau di bawah tabel, menyatakan bahwa angkanya bukan realisasi setahun, misalnya `per bulan`, `data 2019` atau `angka perkiraan`, atau nama barisnya menyatakan sudah tidak hidup (`KSU B (dibubarkan 2019)`), versi lain (`(revisi)`, `(2020)`) atau sebuah wilayah (`Kota Pasuruan`), atau keadaan barisnya tidak jelas (`Lain-lain`, `Dalam Pembinaan`, `Proses` di bawah `Status`), atau judulnya menyebut dua tahun (`Tahun Buku 2020/2021`), atau data terakhir diisi sebelum tahunnya berakhir (`UPDATE 30 JUNI 2021`). Kepala dan kaki halaman, kotak teks, judul grafik, petunjuk pengisian dan arti sebuah warna (`Merah = dibubarkan`) ikut dibaca; temuannya berdiri pada lembar itu dan menyebut asalnya. Begitu pula bagian nama berkas yang pada `berkas` diisi `*` atau `{kecamatan}` (`Keragaan 2021 draft.xlsx`). Nama berkas yang menyebut sebagian tahun (`Juni`, `TW III 2021`) di samping judul setahun dan judul `BULAN DESEMBER 2021` juga disebut, begitu pula baris rata-rata atau selisih yang angkanya bukan dari baris di atasnya, dan satuan pada baris jumlah yang lain dari satuan kolomnya (`JUMLAH (dalam jutaan)`).",
        contoh: "kolom `Ket` berisi `per bulan` pada separuh baris.",
        mengapa: "angka sebulan, angka tahun lain atau perkiraan akan terjumlah bersama realisasi setahun.",
        perbaikan: "Pastikan angkanya realisasi setahun, lalu hapus keterangannya; atau katakan artinya sekali di `iku.toml`, pada sumbernya: `arti = { \"Dalam Pembinaan\" = \"biasa\" }` bila tidak mengubah apa-apa, `\"lewati\"` bila barisnya tidak dihitung.",
    };

    fn pesan(&self) -> String {
        let Self { teks, jumlah, lain, letak } = self;
        let juga: Vec<String> = lain.iter().map(|teks| kutip(teks)).collect();
        let juga = if juga.is_empty() { String::new() } else { format!(" Di kolom itu juga: {}.", juga.join(", ")) };
        match jumlah {
            0 => {
                let letak = match letak {
                    Letak::Bintang(sel) => {
                        let berapa = if *sel > 1 { format!(" Di kolom itu {sel} sel bertanda demikian.") } else { String::new() };
                        return format!(
                            "Tanda bintang pada {} tidak diterangkan di lembar ini; lazimnya berarti angka sementara.{berapa}",
                            kutip(teks)
                        );
                    }
                    Letak::KosongTahun(baris) | Letak::KosongTahunTerisi(baris) => {
                        let nama: Vec<String> = lain.iter().map(|nama| kutip(nama)).collect();
                        let nama = if nama.is_empty() { String::new() } else { format!(" ({})", nama.join(", ")) };
                        let padahal = match letak {
                            Letak::KosongTahun(_) => "tidak ada angka yang bersandar pada kolom itu",
                            _ => "kolom tanpa tahun yang ikut dijumlah terisi di sana",
                        };
                        return format!(
                            "Ada {} baris yang kolom {}-nya kosong{nama}; baris itu tidak ikut dihitung, padahal {padahal}.",
                            banyak(*baris),
                            kutip(teks)
                        );
                    }
                    Letak::Tabel => "di atas atau di bawah tabel",
                    Letak::NamaBerkas => "pada nama berkas",
                    Letak::NamaLembar => "pada nama lembar",
                };
                format!("Teks {} {letak} membatasi angka yang dihitung.", kutip(teks))
            }
            _ => format!("Keterangan {} berdiri di samping {jumlah} baris yang angkanya ikut dihitung.{juga}", kutip(teks)),
        }
    }

    fn saran(&self) -> String {
        if self.is_kosong() {
            return "Isi kolom itu pada baris yang termasuk tahun itu, atau hapus tahunnya dari judul kolom bila tidak menentukan baris mana yang dihitung; bila baris itu memang tidak termasuk, nyatakan dengan `[[terima]]`.".to_owned();
        }
        "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KeteranganMembatasi::of("Data s/d Juni", 0),
                "Teks `Data s/d Juni` di atas atau di bawah tabel membatasi angka yang dihitung.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi::of_name("s.d. Juni 2021", Letak::NamaBerkas),
                "Teks `s.d. Juni 2021` pada nama berkas membatasi angka yang dihitung.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi::of_name("2021*)", Letak::Bintang(0)),
                "Tanda bintang pada `2021*)` tidak diterangkan di lembar ini; lazimnya berarti angka sementara.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi::of_name("330.714.842*", Letak::Bintang(3)),
                "Tanda bintang pada `330.714.842*` tidak diterangkan di lembar ini; lazimnya berarti angka sementara. Di kolom itu 3 sel bertanda demikian.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi::of_name("RAT 2021", Letak::KosongTahun(4)),
                "Ada 4 baris yang kolom `RAT 2021`-nya kosong; baris itu tidak ikut dihitung, padahal tidak ada angka yang bersandar pada kolom itu.",
                "Isi kolom itu pada baris yang termasuk tahun itu, atau hapus tahunnya dari judul kolom bila tidak menentukan baris mana yang dihitung; bila baris itu memang tidak termasuk, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                KeteranganMembatasi {
                    lain: vec!["KSU Rejeki".into(), "KUD Makmur".into()],
                    ..KeteranganMembatasi::of_name("Omset 2021", Letak::KosongTahunTerisi(2))
                },
                "Ada 2 baris yang kolom `Omset 2021`-nya kosong (`KSU Rejeki`, `KUD Makmur`); baris itu tidak ikut dihitung, padahal kolom tanpa tahun yang ikut dijumlah terisi di sana.",
                "Isi kolom itu pada baris yang termasuk tahun itu, atau hapus tahunnya dari judul kolom bila tidak menentukan baris mana yang dihitung; bila baris itu memang tidak termasuk, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                KeteranganMembatasi::of_name("Juni", Letak::NamaLembar),
                "Teks `Juni` pada nama lembar membatasi angka yang dihitung.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi { lain: vec!["Vakum".into(), "Proses".into()], ..KeteranganMembatasi::of("Lain-lain", 4) },
                "Keterangan `Lain-lain` berdiri di samping 4 baris yang angkanya ikut dihitung. Di kolom itu juga: `Vakum`, `Proses`.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
            Said::new(
                KeteranganMembatasi::of("per bulan", 4),
                "Keterangan `per bulan` berdiri di samping 4 baris yang angkanya ikut dihitung.",
                "Pastikan angkanya realisasi setahun dan barisnya memang dihitung, lalu hapus keterangan itu atau katakan artinya di `arti`.",
            ),
        ]
    }
}
