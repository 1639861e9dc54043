//! A row that may be data or total.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct DataAtauJumlah {
    pub label: String,
    pub sebab: SebabJumlah,
}

/// Why a row may be either.
#[derive(Clone, PartialEq, Debug)]
pub enum SebabJumlah {
    /// Its words are a total's, or it is filled as no row is.
    Label,
    /// It has neither the number nor the key that the others have: its figure in one column, and how many rows above it
    /// and below it stand together, with their sums there.
    TanpaNomor { tertulis: Decimal, atas: (usize, Decimal), bawah: (usize, Decimal) },
    /// Its figures are, or nearly are, what other rows make together.
    Angka,
    /// It is a koperasi of koperasi, and its amount is about what so many others make together.
    Sekunder { isian: String, angka: Decimal, lain: (usize, Decimal) },
    /// It is of a category that holds the others, in so many places.
    Golongan(usize),
}

impl Finding for DataAtauJumlah {
    const KODE: &'static str = "data-atau-jumlah";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(self.label.clone())
    }
}

impl WordsId for DataAtauJumlah {
    const MANUAL: Manual = Manual {
        arti: "Baris ini bisa baris data, bisa baris jumlah: labelnya seperti jumlah tetapi kuncinya berisi.",
        contoh: "baris bernama `Jumlah` mempunyai nomor badan hukum.",
        mengapa: "bila baris jumlah ikut terhitung, angka laporan menjadi dua kali lipat; bila data terlewat, angkanya kurang.",
        perbaikan: "Kosongkan kuncinya bila ini jumlah, atau perbaiki namanya bila ini data.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("`nilai = \"data\"` berarti baris atau lembar itu dihitung, tanpa itu ditinggalkan.");

    fn pesan(&self) -> String {
        let label = kutip(&self.label);
        match &self.sebab {
            SebabJumlah::Label => format!("Baris {label} tampak seperti jumlah dari data lain, tetapi juga seperti data."),
            SebabJumlah::TanpaNomor { tertulis, atas, bawah } => {
                let sum = |place: &str, (rows, sum): &(usize, Decimal)| {
                    (*rows > 0).then(|| format!("{} baris di {place}nya berjumlah {}", banyak(*rows), angka(*sum)))
                };
                let beside: Vec<String> = sum("atas", atas).into_iter().chain(sum("bawah", bawah)).collect();
                // By chance, or as the sum of them.
                let is_sum = [atas, bawah].iter().any(|(rows, sum)| *rows > 0 && sum == tertulis);
                let lead = if is_sum { "dan" } else { "sedangkan" };
                let beside = if beside.is_empty() { String::new() } else { format!(", {lead} {}", beside.join(" dan ")) };
                format!(
                    "Baris {label} tidak bernomor dan tidak berkunci seperti baris lain, sehingga bisa data, bisa jumlah: angkanya {}{beside}.",
                    angka(*tertulis)
                )
            }
            SebabJumlah::Sekunder { isian, angka: own, lain: (count, sum) } => {
                format!(
                    "Baris {label} adalah koperasi sekunder, dan {}-nya {} kira-kira sama dengan jumlah {} koperasi lain, {}: angka anggotanya mungkin terhitung dua kali.",
                    kutip(isian),
                    angka(*own),
                    banyak(*count),
                    angka(*sum)
                )
            }
            SebabJumlah::Golongan(tempat) => format!(
                "Golongan {label} tampaknya memuat golongan lain di kolom yang sama (di {} tempat), sehingga barisnya terhitung dua kali.",
                banyak(*tempat)
            ),
            SebabJumlah::Angka => {
                format!(
                    "Angka baris {label} sama dengan, atau mendekati, jumlah baris-baris lain, sehingga bisa data, bisa jumlah."
                )
            }
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabJumlah::Sekunder { .. } => {
                "Bila angkanya himpunan dari anggotanya, tulis namanya di `arti` pada sumbernya dengan `\"lewati\"`; bila usahanya sendiri, `\"biasa\"`, atau terima dengan `nilai = \"data\"`."
            }
            SebabJumlah::Label => {
                "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, perbaiki nama atau isinya."
            }
            SebabJumlah::TanpaNomor { .. } => {
                "Bila ini jumlah, beri label `Jumlah` dan samakan angkanya dengan barisnya; bila ini data, isi nomor atau kuncinya, atau terima dengan `nilai = \"data\"`."
            }
            SebabJumlah::Golongan(_) => {
                "Sebut golongan yang dihitung pada rumus (WHERE kolom itu = \"…\"), atau hapus baris golongan itu dari berkas."
            }
            SebabJumlah::Angka => {
                "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, terima dengan `nilai = \"data\"`."
            }
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |label: &str, sebab: SebabJumlah| DataAtauJumlah { label: label.into(), sebab };
        let open = |rows: usize| SebabJumlah::TanpaNomor {
            tertulis: Decimal::from(186_260_590),
            atas: (rows, Decimal::from(280_511_889)),
            bawah: (rows, Decimal::from(186_260_591)),
        };
        vec![
            Said::new(
                of("TOTAL", SebabJumlah::Golongan(27)),
                "Golongan `TOTAL` tampaknya memuat golongan lain di kolom yang sama (di 27 tempat), sehingga barisnya terhitung dua kali.",
                "Sebut golongan yang dihitung pada rumus (WHERE kolom itu = \"…\"), atau hapus baris golongan itu dari berkas.",
            ),
            Said::new(
                of("Jumlah", SebabJumlah::Label),
                "Baris `Jumlah` tampak seperti jumlah dari data lain, tetapi juga seperti data.",
                "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, perbaiki nama atau isinya.",
            ),
            Said::new(
                of("Kec. Purworejo", open(4)),
                "Baris `Kec. Purworejo` tidak bernomor dan tidak berkunci seperti baris lain, sehingga bisa data, bisa jumlah: angkanya 186.260.590, sedangkan 4 baris di atasnya berjumlah 280.511.889 dan 4 baris di bawahnya berjumlah 186.260.591.",
                "Bila ini jumlah, beri label `Jumlah` dan samakan angkanya dengan barisnya; bila ini data, isi nomor atau kuncinya, atau terima dengan `nilai = \"data\"`.",
            ),
            Said::new(
                of(
                    "Mebel Jati",
                    SebabJumlah::TanpaNomor {
                        tertulis: Decimal::from(7),
                        atas: (3, Decimal::from(7)),
                        bawah: (0, Decimal::ZERO),
                    },
                ),
                "Baris `Mebel Jati` tidak bernomor dan tidak berkunci seperti baris lain, sehingga bisa data, bisa jumlah: angkanya 7, dan 3 baris di atasnya berjumlah 7.",
                "Bila ini jumlah, beri label `Jumlah` dan samakan angkanya dengan barisnya; bila ini data, isi nomor atau kuncinya, atau terima dengan `nilai = \"data\"`.",
            ),
            Said::new(
                of("Keripik Pisang", open(0)),
                "Baris `Keripik Pisang` tidak bernomor dan tidak berkunci seperti baris lain, sehingga bisa data, bisa jumlah: angkanya 186.260.590.",
                "Bila ini jumlah, beri label `Jumlah` dan samakan angkanya dengan barisnya; bila ini data, isi nomor atau kuncinya, atau terima dengan `nilai = \"data\"`.",
            ),
            Said::new(
                of("Pagu", SebabJumlah::Angka),
                "Angka baris `Pagu` sama dengan, atau mendekati, jumlah baris-baris lain, sehingga bisa data, bisa jumlah.",
                "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, terima dengan `nilai = \"data\"`.",
            ),
            Said::new(
                of(
                    "Puskud Jaya",
                    SebabJumlah::Sekunder {
                        isian: "volume_usaha".into(),
                        angka: Decimal::from(337_293_000),
                        lain: (5, Decimal::from(337_293_517)),
                    },
                ),
                "Baris `Puskud Jaya` adalah koperasi sekunder, dan `volume_usaha`-nya 337.293.000 kira-kira sama dengan jumlah 5 koperasi lain, 337.293.517: angka anggotanya mungkin terhitung dua kali.",
                "Bila angkanya himpunan dari anggotanya, tulis namanya di `arti` pada sumbernya dengan `\"lewati\"`; bila usahanya sendiri, `\"biasa\"`, atau terima dengan `nilai = \"data\"`.",
            ),
        ]
    }
}
