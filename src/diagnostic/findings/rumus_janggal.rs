//! Formulas of the profile that compute what was hardly meant.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use rust_decimal::Decimal;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SebabJanggal {
    /// In per cent, and nothing times 100.
    TanpaSeratus,
    /// A growth over the later year's own figure.
    DibagiTahunSendiri,
    /// A growth, and the later year taken away from the one before.
    Terbalik,
    /// A date of these years in its condition, whatever year it is counted for.
    TanggalTetap,
    /// The figure is so many times what its unit says; below one, too small.
    KaliSatuan(Decimal),
    /// The unit is of something else than this, which the figure is.
    LainSatuan(JenisAngka),
    /// A growth that takes nothing away.
    TanpaSelisih,
    /// The same rows added twice.
    DuaKali,
    /// No row can meet its condition.
    TakMungkin,
    /// Figures of different kinds are added or taken from each other.
    TakSejenis(JenisAngka, JenisAngka),
    /// `pengali` prints a hundred that the formula has not.
    PengaliTercetak,
    /// A growth without a unit that nothing multiplies by 100, beside a target as of per cent.
    TargetPersen(Decimal),
    /// The highest cut point of `predikat`, which are fractions, where capaian is in per cent.
    PredikatPecahan(Decimal),
    /// A predikat above which `batas` lets no capaian go: its cut point, and the bound.
    PredikatTakTercapai(Decimal, Decimal),
}

/// What a formula's figure is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JenisAngka {
    Uang,
    /// Rows, or different values.
    Cacah,
    Perbandingan,
}

#[derive(Clone, PartialEq, Debug)]
pub struct RumusJanggal {
    /// `indikator 1.1`, `ukuran pertumbuhan`.
    pub milik: String,
    pub rumus: String,
    /// As it is printed; empty where there is none.
    pub satuan: String,
    pub sebab: SebabJanggal,
}

fn disebut(jenis: JenisAngka) -> &'static str {
    match jenis {
        JenisAngka::Uang => "jumlah rupiah",
        JenisAngka::Cacah => "banyaknya baris",
        JenisAngka::Perbandingan => "perbandingan dua angka",
    }
}

/// How many times too large, or too small, a figure is that is so many times what its unit says.
fn kali(times: Decimal) -> (Decimal, bool) {
    if times > Decimal::ONE { (times, true) } else { (Decimal::ONE.checked_div(times).unwrap_or(times).normalize(), false) }
}

impl Finding for RumusJanggal {
    const KODE: &'static str = "rumus-janggal";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.rumus.clone())
    }
}

impl WordsId for RumusJanggal {
    const MANUAL: Manual = Manual {
        arti: "Rumus dapat dihitung, tetapi tampaknya bukan itu yang dimaksud; atau batas `predikat` tidak cocok dengan capaian, yang dihitung dalam persen.",
        contoh: "satuannya `%`, tetapi rumusnya `(a[n] - a[n-1]) / a[n-1]` tanpa `* 100`; pertumbuhan yang dibagi dengan `a[n]`, bukan `a[n-1]`; `a[n-1] - a[n]` pada indikator pertumbuhan; `tanggal_rat >= 2021-01-01` pada rumus yang juga dicetak untuk 2020; atau `SUM(k.volume_usaha)` tanpa `/ 1000000` padahal satuannya `Rp juta`.",
        mengapa: "0,08 tercetak sebagai 0,08% padahal yang dimaksud 8%; pertumbuhan atas tahun n sendiri selalu lebih kecil dari yang sebenarnya; pengurangan yang terbalik mencetak kenaikan sebagai penurunan.",
        perbaikan: "Tambahkan `* 100`, bagi dengan nilai tahun sebelumnya, balik pengurangannya, bagi menurut satuannya, atau cetak hanya tahun yang tanggalnya ditulis.",
    };

    fn pesan(&self) -> String {
        let Self { milik, rumus, satuan, sebab } = self;
        let rumus = kutip(rumus);
        match sebab {
            SebabJanggal::TanpaSeratus => {
                format!("Rumus {milik}, {rumus}, membagi tanpa dikali 100, padahal satuannya `%`: seperdua akan tercetak 0,5%.")
            }
            SebabJanggal::TanggalTetap => {
                format!(
                    "Rumus {milik}, {rumus}, membandingkan dengan tanggal yang tahunnya tertulis, padahal dihitung juga untuk tahun lain: angka tahun lain itu memakai tanggal yang sama."
                )
            }
            SebabJanggal::KaliSatuan(times) => {
                let (times, is_large) = kali(*times);
                let arah = if is_large { "besar" } else { "kecil" };
                format!("Angka rumus {milik}, {rumus}, {} kali terlalu {arah} bagi satuannya, {}.", angka(times), kutip(satuan))
            }
            SebabJanggal::LainSatuan(jenis) => {
                format!("Rumus {milik}, {rumus}, menghasilkan {}, sedangkan satuannya {}.", disebut(*jenis), kutip(satuan))
            }
            SebabJanggal::TanpaSelisih => format!(
                "Rumus {milik}, {rumus}, membagi nilai suatu tahun dengan nilai tahun sebelumnya tanpa mengurangkannya, padahal namanya menyebut pertumbuhan: yang tetap akan tercetak 100%."
            ),
            SebabJanggal::DuaKali => {
                format!("Rumus {milik}, {rumus}, menjumlahkan baris yang sama dua kali (huruf besar dan kecil tidak dibedakan).")
            }
            SebabJanggal::TakMungkin => {
                format!(
                    "Rumus {milik}, {rumus}, meminta satu isian sama dengan dua teks sekaligus: tidak ada baris yang memenuhinya."
                )
            }
            SebabJanggal::TakSejenis(one, other) => {
                format!("Rumus {milik}, {rumus}, menambahkan atau mengurangkan {} dan {}.", disebut(*one), disebut(*other))
            }
            SebabJanggal::PengaliTercetak => {
                format!(
                    "Rumus {milik}, {rumus}, tercetak dengan pengali 100 (`tercetak.pengali`), padahal angkanya tidak dikali 100."
                )
            }
            SebabJanggal::TargetPersen(target) => format!(
                "Rumus {milik}, {rumus}, membagi tanpa dikali 100, padahal targetnya {}: kenaikan 11% akan tercetak 0,11.",
                angka(*target)
            ),
            SebabJanggal::PredikatPecahan(batas) => format!(
                "Batas {milik}, {rumus}, paling tinggi {}, padahal capaian dihitung dalam persen: capaian 2% pun memperoleh predikat teratas.",
                angka(*batas)
            ),
            SebabJanggal::PredikatTakTercapai(cut, batas) => format!(
                "Predikat {rumus} diberikan untuk capaian di atas {}, padahal `batas` membatasi capaian pada {}: tidak ada yang memperolehnya.",
                angka(*cut),
                angka(*batas)
            ),
            SebabJanggal::Terbalik => format!(
                "Rumus {milik}, {rumus}, mengurangi nilai tahun sebelumnya dengan nilai tahun sesudahnya, padahal namanya menyebut kenaikan: yang naik akan tercetak di bawah nol."
            ),
            SebabJanggal::DibagiTahunSendiri => {
                format!("Rumus {milik}, {rumus}, membagi perubahan dari tahun lalu dengan nilai tahun itu sendiri.")
            }
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabJanggal::KaliSatuan(times) => {
                let (times, is_large) = kali(times);
                let kerja = if is_large { "Bagi" } else { "Kalikan" };
                return format!(
                    "{kerja} rumusnya dengan {}, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`.",
                    times
                );
            }
            SebabJanggal::LainSatuan(_) => {
                "Ganti `satuan`, atau perbaiki rumusnya; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TanpaSelisih => {
                "Tulis `(a[n] - a[n-1]) / a[n-1] * 100`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::DuaKali => {
                "Hapus salah satunya, atau samakan syaratnya dengan yang dimaksud; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TakMungkin => {
                "Tulis OR atau IN (\"…\", \"…\") sebagai ganti AND; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TakSejenis(..) => {
                "Periksa tanda kurung dan ukuran yang dipakai; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::PengaliTercetak => {
                "Tambahkan `* 100` pada rumusnya, atau perbaiki `tercetak`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TargetPersen(_) => {
                "Tambahkan `* 100` pada rumusnya dan tulis `satuan = \"%\"`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::PredikatPecahan(_) => {
                "Tulis batasnya dalam persen, misalnya 90 sebagai ganti 0.9; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::PredikatTakTercapai(..) => {
                "Turunkan batas predikat itu, atau ubah `batas` pada `[capaian]`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TanpaSeratus => {
                "Tambahkan `* 100` pada rumusnya, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TanggalTetap => {
                "Cetak tahun laporannya saja (`tampil_tahun = 1`), atau tulis angka tahun lain pada `tetapan`; ganti tanggalnya setiap tahun. Bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::Terbalik => {
                "Tulis nilai tahun `[n]` dahulu, dikurangi `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::DibagiTahunSendiri => {
                "Pertumbuhan dibagi dengan nilai tahun sebelumnya, `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let with = |rumus: &str, satuan: &str, sebab| RumusJanggal {
            milik: "indikator 1.1".into(),
            rumus: rumus.into(),
            satuan: satuan.into(),
            sebab,
        };
        let of = |rumus: &str, sebab| with(rumus, "%", sebab);
        vec![
            Said::new(
                with("volume", "Rp juta", SebabJanggal::KaliSatuan(Decimal::from(1_000_000))),
                "Angka rumus indikator 1.1, `volume`, 1.000.000 kali terlalu besar bagi satuannya, `Rp juta`.",
                "Bagi rumusnya dengan 1000000, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                with("volume / 1000", "Rp", SebabJanggal::KaliSatuan(Decimal::new(1, 3))),
                "Angka rumus indikator 1.1, `volume / 1000`, 1.000 kali terlalu kecil bagi satuannya, `Rp`.",
                "Kalikan rumusnya dengan 1000, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("a[n] / a[n-1] * 100", SebabJanggal::TanpaSelisih),
                "Rumus indikator 1.1, `a[n] / a[n-1] * 100`, membagi nilai suatu tahun dengan nilai tahun sebelumnya tanpa mengurangkannya, padahal namanya menyebut pertumbuhan: yang tetap akan tercetak 100%.",
                "Tulis `(a[n] - a[n-1]) / a[n-1] * 100`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("COUNT(k) + COUNT(k)", SebabJanggal::DuaKali),
                "Rumus indikator 1.1, `COUNT(k) + COUNT(k)`, menjumlahkan baris yang sama dua kali (huruf besar dan kecil tidak dibedakan).",
                "Hapus salah satunya, atau samakan syaratnya dengan yang dimaksud; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("COUNT(k WHERE a = \"b\" AND a = \"c\")", SebabJanggal::TakMungkin),
                "Rumus indikator 1.1, `COUNT(k WHERE a = \"b\" AND a = \"c\")`, meminta satu isian sama dengan dua teks sekaligus: tidak ada baris yang memenuhinya.",
                "Tulis OR atau IN (\"…\", \"…\") sebagai ganti AND; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("v[n] - v[n-1] / v[n-1] * 100", SebabJanggal::TakSejenis(JenisAngka::Uang, JenisAngka::Perbandingan)),
                "Rumus indikator 1.1, `v[n] - v[n-1] / v[n-1] * 100`, menambahkan atau mengurangkan jumlah rupiah dan perbandingan dua angka.",
                "Periksa tanda kurung dan ukuran yang dipakai; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("a / b", SebabJanggal::PengaliTercetak),
                "Rumus indikator 1.1, `a / b`, tercetak dengan pengali 100 (`tercetak.pengali`), padahal angkanya tidak dikali 100.",
                "Tambahkan `* 100` pada rumusnya, atau perbaiki `tercetak`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                with("(a[n] - a[n-1]) / a[n-1]", "", SebabJanggal::TargetPersen(Decimal::from(5))),
                "Rumus indikator 1.1, `(a[n] - a[n-1]) / a[n-1]`, membagi tanpa dikali 100, padahal targetnya 5: kenaikan 11% akan tercetak 0,11.",
                "Tambahkan `* 100` pada rumusnya dan tulis `satuan = \"%\"`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                RumusJanggal {
                    milik: "predikat".into(),
                    rumus: "A".into(),
                    satuan: String::new(),
                    sebab: SebabJanggal::PredikatPecahan(Decimal::new(9, 1)),
                },
                "Batas predikat, `A`, paling tinggi 0,9, padahal capaian dihitung dalam persen: capaian 2% pun memperoleh predikat teratas.",
                "Tulis batasnya dalam persen, misalnya 90 sebagai ganti 0.9; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                RumusJanggal {
                    milik: "predikat".into(),
                    rumus: "Sangat Tinggi".into(),
                    satuan: String::new(),
                    sebab: SebabJanggal::PredikatTakTercapai(Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED),
                },
                "Predikat `Sangat Tinggi` diberikan untuk capaian di atas 100, padahal `batas` membatasi capaian pada 100: tidak ada yang memperolehnya.",
                "Turunkan batas predikat itu, atau ubah `batas` pada `[capaian]`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                with("COUNT(k)", "%", SebabJanggal::LainSatuan(JenisAngka::Cacah)),
                "Rumus indikator 1.1, `COUNT(k)`, menghasilkan banyaknya baris, sedangkan satuannya `%`.",
                "Ganti `satuan`, atau perbaiki rumusnya; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("(a[n] - a[n-1]) / a[n-1]", SebabJanggal::TanpaSeratus),
                "Rumus indikator 1.1, `(a[n] - a[n-1]) / a[n-1]`, membagi tanpa dikali 100, padahal satuannya `%`: seperdua akan tercetak 0,5%.",
                "Tambahkan `* 100` pada rumusnya, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("COUNT(k WHERE tanggal_rat >= 2021-01-01)", SebabJanggal::TanggalTetap),
                "Rumus indikator 1.1, `COUNT(k WHERE tanggal_rat >= 2021-01-01)`, membandingkan dengan tanggal yang tahunnya tertulis, padahal dihitung juga untuk tahun lain: angka tahun lain itu memakai tanggal yang sama.",
                "Cetak tahun laporannya saja (`tampil_tahun = 1`), atau tulis angka tahun lain pada `tetapan`; ganti tanggalnya setiap tahun. Bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("(a[n-1] - a[n]) / a[n-1] * 100", SebabJanggal::Terbalik),
                "Rumus indikator 1.1, `(a[n-1] - a[n]) / a[n-1] * 100`, mengurangi nilai tahun sebelumnya dengan nilai tahun sesudahnya, padahal namanya menyebut kenaikan: yang naik akan tercetak di bawah nol.",
                "Tulis nilai tahun `[n]` dahulu, dikurangi `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("(a[n] - a[n-1]) / a[n] * 100", SebabJanggal::DibagiTahunSendiri),
                "Rumus indikator 1.1, `(a[n] - a[n-1]) / a[n] * 100`, membagi perubahan dari tahun lalu dengan nilai tahun itu sendiri.",
                "Pertumbuhan dibagi dengan nilai tahun sebelumnya, `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
        ]
    }
}
