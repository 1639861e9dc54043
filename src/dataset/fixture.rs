//! Offices made up for the tests: a folder of workbooks and the profile's sources.

use crate::checks::read;
use crate::dataset::{Dataset, Need, Sources};
use crate::diagnostic::{Checked, Kode, Temuan};
use crate::profile::{
    Accept, CapaianRule, Dictionary, FieldSpec, Instansi, JenisIsian, Laporan, Limits, Margin, Orientasi, Profile, Sumber,
    TurunRule, Written,
};
use crate::vocabulary::{Tanggal, Year};
use crate::workbook::Reader;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

pub(crate) fn written(text: &str) -> Written {
    Written { text: text.to_owned(), line: 1, column: 1 }
}

/// How many offices a long sweep makes: as IKU_KANTOR says, or as it does by itself.
#[expect(clippy::disallowed_methods, reason = "how long a sweep is, is said from outside")]
pub(crate) fn many(usual: u64) -> u64 {
    std::env::var("IKU_KANTOR").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// An office under test.
pub(crate) struct Office {
    pub folder: TempDir,
    pub sumber: Sumber,
    /// Another source, `t`.
    pub lain: Option<Sumber>,
    pub terima: Vec<Accept>,
    pub needs: Vec<Need>,
}

impl Office {
    /// A source `s` that reads `data/{tahun}.csv`, keyed by `nomor_bh`.
    pub(crate) fn keragaan() -> Self {
        Self::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"])
    }

    pub(crate) fn umkm() -> Self {
        Self::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nik"])
    }

    pub(crate) fn new(bentuk: Dictionary, berkas: &[&str], kunci: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        let sumber = Sumber {
            id: "s".to_owned(),
            nama: "Sumber".to_owned(),
            bentuk,
            berkas: berkas.iter().map(|text| written(text)).collect(),
            kunci: kunci.iter().map(|text| written(text)).collect(),
            butir: None,
            lembar: None,
            baris_judul: None,
            tahun: None,
            satuan_uang: None,
            angka: None,
            tanda: Default::default(),
            kolom: BTreeMap::new(),
            arti: BTreeMap::new(),
            line: 1,
        };
        Self { folder, sumber, lain: None, terima: Vec::new(), needs: Vec::new() }
    }

    #[expect(clippy::disallowed_methods, reason = "a test's own workbooks")]
    pub(crate) fn file(self, name: &str, lines: &str) -> Self {
        let text: String = lines.lines().map(|line| format!("{}\n", line.trim())).collect();
        std::fs::write(self.folder.path().join("data").join(name), text).unwrap();
        self
    }

    /// An xlsx file, written by the closure.
    pub(crate) fn xlsx(self, name: &str, write: impl FnOnce(&mut rust_xlsxwriter::Workbook)) -> Self {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        write(&mut workbook);
        workbook.save(self.folder.path().join("data").join(name)).unwrap();
        self
    }

    pub(crate) fn source(mut self, change: impl FnOnce(&mut Sumber)) -> Self {
        change(&mut self.sumber);
        self
    }

    /// A source `t` beside it, like the first but for what is changed, and what is needed of it.
    pub(crate) fn beside(mut self, change: impl FnOnce(&mut Sumber), (tahun, isian): (i32, &[&str])) -> Self {
        let mut other = Sumber { id: "t".to_owned(), ..self.sumber.clone() };
        change(&mut other);
        self.lain = Some(other);
        self.needs.push(Need { sumber: "t".to_owned(), ..need(tahun, isian) });
        self
    }

    pub(crate) fn kolom(mut self, isian: &str, judul: &str, jenis: Option<JenisIsian>) -> Self {
        self.sumber.kolom.insert(isian.to_owned(), FieldSpec { judul: written(judul), jenis });
        self
    }

    pub(crate) fn needs(mut self, tahun: i32, isian: &[&str]) -> Self {
        self.needs.push(need(tahun, isian));
        self
    }

    /// The years joined by key.
    pub(crate) fn joins(mut self, years: &[i32], isian: &[&str]) -> Self {
        self.needs.extend(years.iter().map(|tahun| Need { joined: true, ..need(*tahun, isian) }));
        self
    }

    pub(crate) fn may_lack(mut self, tahun: i32, isian: &[&str]) -> Self {
        self.needs.push(Need { required: false, wajib: BTreeSet::new(), ..need(tahun, isian) });
        self
    }

    /// A year that only look-back figures join with another.
    pub(crate) fn may_lack_joined(mut self, tahun: i32, isian: &[&str]) -> Self {
        self.needs.push(Need { required: false, joined: true, wajib: BTreeSet::new(), ..need(tahun, isian) });
        self
    }

    pub(crate) fn accepts(mut self, kode: Kode, sel: &str, ditemukan: Option<&str>, nilai: Option<&str>) -> Self {
        self.terima.push(Accept {
            kode: kode.text().to_owned(),
            sel: written(sel),
            ditemukan: ditemukan.map(str::to_owned),
            nilai: nilai.map(str::to_owned),
            paling_banyak: None,
            alasan: "sudah diperiksa".to_owned(),
            line: 1,
        });
        self
    }

    pub(crate) fn read(self) -> Checked<Dataset> {
        self.read_in("Kota")
    }

    /// The same as an office of this kabupaten or kota.
    pub(crate) fn read_in(self, daerah: &str) -> Checked<Dataset> {
        let needs = self.needs.clone();
        let folder = self.folder.path().to_owned();
        let mut profile = profile(self.sumber.clone(), self.terima.clone());
        profile.instansi.daerah = daerah.to_owned();
        profile.sumber.extend(self.lain.clone().map(|other| (other.id.clone(), other)));
        let reader = Reader::new(Limits::default());
        read(&Sources { folder: &folder, profile: &profile, reader: &reader }, &needs)
    }
}

fn need(tahun: i32, isian: &[&str]) -> Need {
    Need {
        dihitung: BTreeSet::new(),
        disaring: BTreeMap::new(),
        sumber: "s".to_owned(),
        tahun: Year(tahun),
        isian: isian.iter().map(|text| (*text).to_owned()).collect(),
        wajib: isian.iter().map(|text| (*text).to_owned()).collect(),
        joined: false,
        required: true,
        untuk: BTreeSet::from(["ukuran".to_owned()]),
    }
}

/// What came of an office.
pub(crate) trait Outcome {
    /// `kode@cell` of every galat.
    fn galat(&self) -> Vec<String>;
    fn sum(&self, tahun: i32, isian: &str) -> Option<Decimal>;
    fn has(&self, kode: Kode) -> Vec<&Temuan>;
}

impl Outcome for Checked<Dataset> {
    fn galat(&self) -> Vec<String> {
        let galat = self.temuan.iter().filter(|temuan| temuan.tingkat() == crate::diagnostic::Tingkat::Galat);
        let place = |temuan: &Temuan| temuan.at.sel.map_or_else(|| temuan.at.berkas.to_string(), |sel| sel.to_string());
        galat.map(|temuan| format!("{}@{}", temuan.kode().text(), place(temuan))).collect()
    }

    fn sum(&self, tahun: i32, isian: &str) -> Option<Decimal> {
        let table = self.value.table("s", Year(tahun))?;
        let column = table.column(isian)?;
        let amounts = table.values(column).filter_map(|isi| super::columns::total::amount(&isi));
        amounts.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
    }

    fn has(&self, kode: Kode) -> Vec<&Temuan> {
        self.temuan.iter().filter(|temuan| temuan.kode() == kode).collect()
    }
}

fn profile(sumber: Sumber, terima: Vec<Accept>) -> Profile {
    Profile {
        instansi: Instansi {
            nama: "Dinas".to_owned(),
            daerah: "Kota".to_owned(),
            visi: None,
            misi: Vec::new(),
            tujuan: None,
            tugas: None,
            fungsi: Vec::new(),
        },
        laporan: Laporan {
            tahun: Year(2021),
            judul: String::new(),
            templat: "iku".to_owned(),
            kertas: (215.0, 330.0),
            orientasi: Orientasi::Lanskap,
            margin: Margin { atas: 20.0, bawah: 20.0, kiri: 25.0, kanan: 20.0 },
            huruf: "Arial".to_owned(),
            bagian: Vec::new(),
            tampil_tahun: 3,
            catatan_ringkas: false,
            lampirkan: false,
            data_ringkas: false,
            kop: None,
        },
        penandatangan: vec![crate::profile::Penandatangan {
            tempat: "Kota".to_owned(),
            tanggal: Some(Tanggal { year: 2022, month: 1, day: 24 }),
            sebagai: String::new(),
            jabatan: vec!["KEPALA".to_owned()],
            nama: "Nama".to_owned(),
            pangkat: None,
            nip: None,
            cara: crate::profile::Cara::Basah,
            penanda: None,
            bidang: crate::profile::Penandatangan::BIDANG,
        }],
        sumber: BTreeMap::from([(sumber.id.clone(), sumber)]),
        ukuran: Vec::new(),
        sasaran: Vec::new(),
        capaian: CapaianRule { turun: TurunRule::TwiceTargetMinus, batas: None, predikat: Vec::new() },
        terima,
        batas_baca: Limits::default(),
    }
}
