//! A formula that multiplies by a number of its own, or rests on a plan or another year.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// What a formula says of its own figure; `kali` is how it is told: `dikalikan 12`, `dibagi 1.000`.
#[derive(Clone, PartialEq, Debug)]
pub enum SebabPengali {
    /// It changes the unit, and no heading says so.
    Skala { kali: String },
    /// It makes a longer or a shorter time of what was asked.
    Waktu { kali: String },
    /// It adds or takes a share.
    Bagian { kali: String },
    /// People times an amount; the column that counts them.
    Orang { kali: String, kolom: String },
    /// All of it is of this column: a plan, another year, a part of the year.
    Kolom { kolom: String },
    /// A mean of several columns.
    Rata,
}

/// `rumus`: without its `=`.
#[derive(Clone, PartialEq, Debug)]
pub struct RumusPengali {
    pub isian: String,
    pub rumus: String,
    pub sebab: SebabPengali,
}

impl Finding for RumusPengali {
    const KODE: &'static str = "rumus-pengali";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("={}", self.rumus))
    }

    fn mask(&mut self) {
        self.rumus = mask_digits(&self.rumus);
    }
}

impl WordsId for RumusPengali {
    const MANUAL: Manual = Manual {
        arti: "Rumus di sel ini mengalikan atau membagi dengan angka tetap, atau hanya mengambil kolom target, rencana, tahun lain atau sebagian tahun: angkanya mungkin perkiraan, sebulan yang dijadikan setahun, atau bersatuan lain.",
        contoh: "`=F5*1,05` (tahun lalu ditambah 5%), `=E5*12`, `=D5*12*500000` (anggota kali perkiraan), `=F5/1000`.",
        mengapa: "angka laporan harus realisasi setahun dalam satuan kolomnya, bukan hasil perkiraan.",
        perbaikan: "Isi realisasinya. Bila rumusnya benar, sebut satuannya atau waktunya pada judul kolom asalnya (`per bulan`, `(Rp ribu)`), atau terima dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, rumus, sebab } = self;
        let awal = format!("Rumus {} {}", kutip(isian), kutip(&format!("={rumus}")));
        match sebab {
            SebabPengali::Skala { kali } => {
                format!("{awal} {kali}, padahal judul kolomnya tidak menyebut satuan yang sesuai dengan itu.")
            }
            SebabPengali::Waktu { kali } => {
                format!(
                    "{awal} {kali}; angkanya mungkin bukan realisasi setahun, melainkan perkiraan dari sebagian waktu atau rata-ratanya."
                )
            }
            SebabPengali::Bagian { kali } => format!("{awal} {kali}; angkanya mungkin perkiraan, bukan realisasi."),
            SebabPengali::Orang { kali, kolom } => {
                format!("{awal} ialah {} {kali}; angkanya mungkin perkiraan, bukan realisasi.", kutip(kolom))
            }
            SebabPengali::Kolom { kolom } => {
                format!("{awal} hanya mengambil kolom {}; angkanya mungkin bukan realisasi tahun itu.", kutip(kolom))
            }
            SebabPengali::Rata => format!("{awal} ialah rata-rata beberapa kolom, bukan jumlahnya."),
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabPengali::Skala { .. } => {
                "Tulis satuannya pada judul kolom, misalnya `(Rp ribu)`, atau ubah rumusnya supaya hasilnya rupiah penuh."
                    .to_owned()
            }
            SebabPengali::Waktu { .. } => {
                "Isi realisasi setahun; bila kolom asalnya memang per bulan atau per hari, sebut itu pada judulnya.".to_owned()
            }
            SebabPengali::Bagian { .. } | SebabPengali::Orang { .. } | SebabPengali::Kolom { .. } => {
                "Ganti rumusnya dengan angka realisasi yang dilaporkan.".to_owned()
            }
            SebabPengali::Rata => "Jumlahkan kolom-kolom itu, atau pastikan bahwa rata-rata memang yang diminta.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |rumus: &str, sebab| RumusPengali { isian: "volume_usaha".into(), rumus: rumus.into(), sebab };
        let real = "Ganti rumusnya dengan angka realisasi yang dilaporkan.";
        vec![
            Said::new(
                of("F5/1000", SebabPengali::Skala { kali: "dibagi 1.000".into() }),
                "Rumus `volume_usaha` `=F5/1000` dibagi 1.000, padahal judul kolomnya tidak menyebut satuan yang sesuai dengan itu.",
                "Tulis satuannya pada judul kolom, misalnya `(Rp ribu)`, atau ubah rumusnya supaya hasilnya rupiah penuh.",
            ),
            Said::new(
                of("E5*12", SebabPengali::Waktu { kali: "dikalikan 12".into() }),
                "Rumus `volume_usaha` `=E5*12` dikalikan 12; angkanya mungkin bukan realisasi setahun, melainkan perkiraan dari sebagian waktu atau rata-ratanya.",
                "Isi realisasi setahun; bila kolom asalnya memang per bulan atau per hari, sebut itu pada judulnya.",
            ),
            Said::new(
                of("E5*1.05", SebabPengali::Bagian { kali: "dikalikan 1,05".into() }),
                "Rumus `volume_usaha` `=E5*1.05` dikalikan 1,05; angkanya mungkin perkiraan, bukan realisasi.",
                real,
            ),
            Said::new(
                of("D5*500000", SebabPengali::Orang { kali: "dikalikan 500.000".into(), kolom: "Jumlah Anggota".into() }),
                "Rumus `volume_usaha` `=D5*500000` ialah `Jumlah Anggota` dikalikan 500.000; angkanya mungkin perkiraan, bukan realisasi.",
                real,
            ),
            Said::new(
                of("F5", SebabPengali::Kolom { kolom: "Target".into() }),
                "Rumus `volume_usaha` `=F5` hanya mengambil kolom `Target`; angkanya mungkin bukan realisasi tahun itu.",
                real,
            ),
            Said::new(
                of("AVERAGE(F5:Q5)", SebabPengali::Rata),
                "Rumus `volume_usaha` `=AVERAGE(F5:Q5)` ialah rata-rata beberapa kolom, bukan jumlahnya.",
                "Jumlahkan kolom-kolom itu, atau pastikan bahwa rata-rata memang yang diminta.",
            ),
        ]
    }
}
