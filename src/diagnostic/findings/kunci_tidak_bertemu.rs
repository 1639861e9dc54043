//! Hardly a key of one year is a key of the other.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::diagnostic::{Tempel, quoted};
use crate::vocabulary::{At, Year};

/// So few of the keys of two years are the same.
#[derive(Clone, PartialEq, Debug)]
pub struct KunciTidakBertemu {
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub sama: usize,
    pub dari: usize,
    pub contoh: String,
    pub contoh_lalu: String,
    /// The field of the names, where so many of both years meet by it.
    pub lewat_nama: Option<(String, usize)>,
}

impl Finding for KunciTidakBertemu {
    const KODE: &'static str = "kunci-tidak-bertemu";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} dari {} kunci", self.sama, self.dari))
    }

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        let names = sumber.zip(self.lewat_nama.as_ref());
        let kunci = |isian: &str| format!("[{}]", quoted(isian));
        names.map(|(sumber, (isian, _))| Tempel::line(format!("[sumber.{sumber}]"), "kunci", &kunci(isian))).into_iter().collect()
    }
}

impl WordsId for KunciTidakBertemu {
    const MANUAL: Manual = Manual {
        arti: "Hampir tidak ada kunci tahun ini yang sama dengan kunci tahun lalu, sehingga tidak ada yang dapat dibandingkan.",
        contoh: "nomor badan hukum tahun lalu ditulis `518/BH/1999`, tahun ini semuanya ditulis `AHU-518`.",
        mengapa: "setiap entitas tampak baru, sehingga yang naik atau berkembang terhitung nol.",
        perbaikan: "Samakan cara menulis kuncinya di kedua tahun, atau pilih `kunci` lain pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tahun_lalu, sama, dari, contoh, contoh_lalu, lewat_nama } = self;
        let names = match lewat_nama {
            Some((isian, count)) => format!(" Menurut {}, {} bertemu.", kutip(isian), banyak(*count)),
            None => String::new(),
        };
        format!(
            "Dari {} kunci tahun {tahun}, hanya {} yang ada di tahun {tahun_lalu}; di sini misalnya {}, di sana {}.{names}",
            banyak(*dari),
            banyak(*sama),
            kutip(contoh),
            kutip(contoh_lalu)
        )
    }

    fn saran(&self) -> String {
        match &self.lewat_nama {
            Some(_) => "Samakan cara menulis kuncinya di kedua tahun, atau cocokkan menurut nama seperti di bawah ini.",
            None => "Samakan cara menulis kuncinya di kedua tahun, atau pilih `kunci` lain pada `[sumber]` di iku.toml.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |lewat_nama: Option<(String, usize)>| KunciTidakBertemu {
            tahun: Year(2021),
            tahun_lalu: Year(2020),
            sama: 1,
            dari: 414,
            contoh: "AHU-518".into(),
            contoh_lalu: "518/BH/1999".into(),
            lewat_nama,
        };
        vec![
            Said::new(
                of(None),
                "Dari 414 kunci tahun 2021, hanya 1 yang ada di tahun 2020; di sini misalnya `AHU-518`, di sana `518/BH/1999`.",
                "Samakan cara menulis kuncinya di kedua tahun, atau pilih `kunci` lain pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                of(Some(("nama_koperasi".into(), 410))),
                "Dari 414 kunci tahun 2021, hanya 1 yang ada di tahun 2020; di sini misalnya `AHU-518`, di sana `518/BH/1999`. Menurut `nama_koperasi`, 410 bertemu.",
                "Samakan cara menulis kuncinya di kedua tahun, atau cocokkan menurut nama seperti di bawah ini.",
            ),
        ]
    }
}
