//! Indicators whose targets are all of other years than the report's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{deret, kutip};
use crate::vocabulary::Year;

#[derive(Clone, PartialEq, Debug)]
pub struct TargetTahunLain {
    pub tahun: Year,
    /// Each indicator, by id and name, with the years that it has targets of.
    pub indikator: Vec<(String, Vec<Year>)>,
}

impl Finding for TargetTahunLain {
    const KODE: &'static str = "target-tahun-lain";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        let ids = self.indikator.iter().filter_map(|(name, _)| name.split(' ').next());
        Some(ids.collect::<Vec<_>>().join(", "))
    }
}

impl WordsId for TargetTahunLain {
    const MANUAL: Manual = Manual {
        arti: "Indikator mempunyai target, tetapi tidak untuk tahun laporan.",
        contoh: "laporan 2022 dibuat dari iku.toml tahun lalu, dan `target = { 2021 = 5 }` belum ditambah.",
        mengapa: "tanpa target tahun itu capaian dan predikatnya tidak dapat dihitung, dan halamannya mencetak n/a.",
        perbaikan: "Tambahkan target tahun laporan pada `target`, atau hapus `target` bila memang tidak ada lagi.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, indikator } = self;
        let of = |(name, years): &(String, Vec<Year>)| {
            let years: Vec<String> = years.iter().map(Year::to_string).collect();
            format!("{} (ada untuk {})", kutip(name), deret(&years))
        };
        let all: Vec<String> = indikator.iter().take(5).map(of).collect();
        let more = indikator.len().saturating_sub(all.len());
        let more = if more > 0 { format!(", dan {more} lagi") } else { String::new() };
        format!("Target tahun {tahun} tidak ada untuk {}{more}.", all.join(", "))
    }

    fn saran(&self) -> String {
        format!(
            "Tambahkan target tahun {} pada `target` indikator itu di iku.toml, atau hapus `target` bila memang tidak ada lagi.",
            self.tahun
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let one = ("1.1 Pertumbuhan volume".to_owned(), vec![Year(2020), Year(2021)]);
        vec![
            Said::new(
                TargetTahunLain { tahun: Year(2022), indikator: vec![one.clone()] },
                "Target tahun 2022 tidak ada untuk `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021).",
                "Tambahkan target tahun 2022 pada `target` indikator itu di iku.toml, atau hapus `target` bila memang tidak ada lagi.",
            ),
            Said::new(
                TargetTahunLain { tahun: Year(2022), indikator: vec![one; 7] },
                "Target tahun 2022 tidak ada untuk `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021), `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021), `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021), `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021), `1.1 Pertumbuhan volume` (ada untuk 2020 dan 2021), dan 2 lagi.",
                "Tambahkan target tahun 2022 pada `target` indikator itu di iku.toml, atau hapus `target` bila memang tidak ada lagi.",
            ),
        ]
    }
}
