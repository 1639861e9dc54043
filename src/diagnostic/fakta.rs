//! The facts of a finding: numbers, texts and places, no sentences.

use super::Kode;
use crate::vocabulary::{Sel, Year};
use rust_decimal::Decimal;

/// Why a text is no number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BukanAngkaSebab {
    /// Letters or signs that belong to no number.
    Karakter(char),
    /// Separators stand where no convention puts them: `1.23.456`.
    Pemisah,
    /// A letter that looks like a digit: `1O.000`.
    HurufMiripDigit(char),
    /// A range: `100-200`.
    Rentang,
    /// A date or a fraction: `10/12`.
    GarisMiring,
    /// Approximate: `± 100`, `kurang lebih`.
    KiraKira,
    /// Per something: `50rb/hari`.
    PerSatuan,
    /// A zero before the separator: `01.234`.
    NolDiDepan,
    /// More than 28 digits, or beyond what the program can hold.
    TerlaluPanjang,
    /// Other words.
    Kata,
    /// A truth value.
    Boolean,
    /// Its CSV record has fewer fields than all others: the values may have moved.
    BarisPendek,
}

/// Why a row was skipped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SkipReason {
    Kosong,
    NomorKolom,
    LabelKelompok,
    Subtotal,
    Jumlah,
    JudulUlang,
    /// Notes, place and date, names, NIP below the table.
    CatatanKaki,
}

/// A known column whose meaning is near that of the field sought: `omset_bulanan` beside `omset`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dekat {
    pub isian: String,
    pub sel: Sel,
    pub judul: String,
}

/// Who named a file that is not there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dicari {
    /// The profile's `berkas`.
    Profil,
    /// The profile's `berkas`, for this year.
    Tahun(Year),
    /// The command line.
    Perintah,
}

/// What was found. One variant for each [`Kode`]; `ditemukan` is the text in the cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Fakta {
    NilaiGalat {
        ditemukan: String,
    },
    RumusTanpaHasil {
        rumus: Option<String>,
    },
    BukanAngka {
        ditemukan: String,
        sebab: BukanAngkaSebab,
    },
    AngkaDuaArti {
        ditemukan: String,
        pertama: Decimal,
        kedua: Decimal,
    },
    /// This cell is of the column's rarer convention.
    KonvensiCampur {
        ditemukan: String,
        sel_lain: Sel,
        ditemukan_lain: String,
    },
    TanggalDiKolomAngka {
        ditemukan: String,
    },
    DigitHilang {
        ditemukan: String,
    },
    SkalaGanda {
        ditemukan: String,
        skala_kolom: String,
    },
    /// The cell's format shows `kali` times what is stored; `skala_kolom` as stated.
    FormatBerskala {
        ditemukan: String,
        kali: String,
        skala_kolom: Option<String>,
    },
    BukanTanggal {
        ditemukan: String,
    },
    BukanTanda {
        ditemukan: String,
    },
    /// A struck out row by its name, or a struck out cell by its text.
    Dicoret {
        ditemukan: String,
    },

    /// `pola` is the profile's `berkas`; `mirip` a file that is there.
    BerkasTidakAda {
        pola: String,
        mirip: Option<String>,
        dicari: Dicari,
    },
    BerkasTerkunci,
    BerkasRusak {
        rincian: String,
    },
    /// `dikenali` says what the file really is ("halaman HTML"), if that is known.
    FormatTidakDikenal {
        dikenali: Option<String>,
    },
    BerkasTerlaluBesar {
        ukuran: u64,
        batas: u64,
        apa: &'static str,
        kunci_batas: &'static str,
    },
    LembarTidakAda {
        lembar: String,
        ada: Vec<String>,
    },
    LembarGanda {
        lembar: Vec<String>,
    },
    JudulTidakDitemukan {
        dicari: Vec<String>,
        lembar: Vec<String>,
    },
    /// `sumber` is its id in the profile; `dekat` a column of near meaning that was known.
    KolomTidakAda {
        sumber: String,
        dekat: Option<Box<Dekat>>,
        isian: String,
        judul_ada: Vec<String>,
    },
    KolomGanda {
        isian: String,
        kolom: Vec<(Sel, String)>,
    },
    TahunTidakAda {
        sumber: String,
        tahun: Year,
        untuk: Vec<String>,
        /// The file is there, with headings and no row of data.
        kosong: bool,
    },
    SatuanBerselisih {
        pertama: String,
        kedua: String,
    },
    LompatanSatuan {
        isian: String,
        tahun: Year,
        tahun_lalu: Year,
        faktor: u32,
        baris: usize,
        dari: usize,
    },
    PeriodeBerbeda {
        periode: String,
        periode_lain: String,
    },
    /// `tertulis` is the title or the sheet's name that states another year than `tahun`.
    TahunBerselisih {
        tertulis: String,
        tahun: Year,
    },
    /// How many of the rows with figures are last year's to the digit.
    DataTahunLalu {
        tahun: Year,
        tahun_lalu: Year,
        baris: usize,
        dari: usize,
    },
    AkhiranKeliru {
        akhiran: String,
        sebenarnya: String,
    },

    /// `lain` is where the same key stands too.
    KunciGanda {
        kunci: String,
        lain: String,
        nama_lain: String,
    },
    KunciGandaSelembar {
        kunci: String,
        lain: String,
        nama_lain: String,
    },
    KunciKosong {
        isian: String,
    },
    /// No column of the sheet is this field of `kunci`, and no formula joins by it.
    KunciTidakAda {
        sumber: String,
        isian: String,
    },
    /// A sheet or file of headings alone among others of its year.
    LembarTanpaBaris {
        sumber: String,
        tahun: Year,
    },
    /// `teks`: the cell holds a text, not a number.
    KunciHilangDigit {
        isian: String,
        teks: bool,
        ditemukan: String,
    },
    KunciMirip {
        tahun: Year,
        tahun_lalu: Year,
        baru: usize,
        hilang: usize,
        dari: usize,
        pasangan: Vec<(String, String)>,
    },
    /// So few of the keys of two years are the same.
    KunciTidakBertemu {
        tahun: Year,
        tahun_lalu: Year,
        sama: usize,
        dari: usize,
        contoh: String,
        contoh_lalu: String,
    },

    DataAtauJumlah {
        label: String,
    },
    AngkaTanpaNama {
        ditemukan: String,
    },
    DataDiBawahTabel {
        ditemukan: String,
    },
    JumlahTidakSama {
        isian: String,
        ditemukan: String,
        tertulis: Decimal,
        terhitung: Decimal,
        baris: usize,
    },
    NilaiKosong {
        isian: String,
        jumlah: usize,
        contoh: Vec<String>,
    },
    AsetTidakSeimbang {
        aset: Decimal,
        modal_sendiri: Decimal,
        modal_luar: Decimal,
    },
    /// A text that rows are told apart by, typed once over those it holds for.
    IsianSekali {
        isian: String,
        kosong: usize,
        contoh: String,
    },
    NilaiNegatif {
        isian: String,
        ditemukan: String,
    },
    TidakAktifBervolume {
        volume: Decimal,
    },
    AktifTanpaVolume {
        jumlah: usize,
        contoh: Vec<String>,
    },
    LonjakanNilai {
        isian: String,
        nilai: Decimal,
        nilai_lalu: Decimal,
        tahun_lalu: Year,
    },
    /// How many counted rows and columns are hidden, with a few of them.
    Tersembunyi {
        baris: usize,
        kolom: usize,
        contoh: Vec<Sel>,
    },
    TersembunyiTidakDiketahui {
        format: &'static str,
    },
    /// `bersyarat`: the formula has a WHERE already.
    SkalaTidakDisaring {
        bersyarat: bool,
        ukuran: String,
        isian: String,
    },
    JudulMirip {
        isian: String,
        judul: String,
        dikenal: String,
    },
    BarisDilewati {
        jumlah: Vec<(SkipReason, usize)>,
    },
    TeksTerbaca {
        isian: String,
        jumlah: usize,
        contoh: String,
    },
    NihilDibacaNol {
        isian: String,
        jumlah: usize,
    },
    TahunLaluTidakAda {
        sumber: String,
        tahun: Year,
    },
    TetapanBerbeda {
        ukuran: String,
        tahun: Year,
        tetapan: Decimal,
        data: Decimal,
        dipakai_tetapan: bool,
    },
    TerimaGugur {
        kode: String,
        sel: String,
        ditemukan_dulu: String,
        ditemukan_kini: Option<String>,
    },
}

macro_rules! same_name {
    ($fakta:expr, $($name:ident),+ $(,)?) => {
        match $fakta { $(Fakta::$name { .. } => Kode::$name),+ }
    };
}

impl Fakta {
    /// The code of this kind of finding.
    pub fn kode(&self) -> Kode {
        same_name!(
            self,
            NilaiGalat,
            RumusTanpaHasil,
            BukanAngka,
            AngkaDuaArti,
            KonvensiCampur,
            TanggalDiKolomAngka,
            DigitHilang,
            SkalaGanda,
            FormatBerskala,
            BukanTanggal,
            BukanTanda,
            Dicoret,
            BerkasTidakAda,
            BerkasTerkunci,
            BerkasRusak,
            FormatTidakDikenal,
            BerkasTerlaluBesar,
            LembarTidakAda,
            LembarGanda,
            JudulTidakDitemukan,
            KolomTidakAda,
            KolomGanda,
            TahunTidakAda,
            SatuanBerselisih,
            LompatanSatuan,
            PeriodeBerbeda,
            TahunBerselisih,
            DataTahunLalu,
            AkhiranKeliru,
            KunciGanda,
            KunciGandaSelembar,
            KunciKosong,
            KunciTidakAda,
            LembarTanpaBaris,
            KunciHilangDigit,
            KunciMirip,
            KunciTidakBertemu,
            DataAtauJumlah,
            AngkaTanpaNama,
            DataDiBawahTabel,
            JumlahTidakSama,
            NilaiKosong,
            AsetTidakSeimbang,
            IsianSekali,
            NilaiNegatif,
            TidakAktifBervolume,
            AktifTanpaVolume,
            LonjakanNilai,
            Tersembunyi,
            TersembunyiTidakDiketahui,
            SkalaTidakDisaring,
            JudulMirip,
            BarisDilewati,
            TeksTerbaca,
            NihilDibacaNol,
            TahunLaluTidakAda,
            TetapanBerbeda,
            TerimaGugur,
        )
    }

    /// The text that stands in the cell, as it is (not yet masked).
    pub fn ditemukan(&self) -> Option<String> {
        match self {
            Fakta::NilaiGalat { ditemukan }
            | Fakta::BukanAngka { ditemukan, .. }
            | Fakta::AngkaDuaArti { ditemukan, .. }
            | Fakta::KonvensiCampur { ditemukan, .. }
            | Fakta::TanggalDiKolomAngka { ditemukan }
            | Fakta::DigitHilang { ditemukan }
            | Fakta::SkalaGanda { ditemukan, .. }
            | Fakta::FormatBerskala { ditemukan, .. }
            | Fakta::BukanTanggal { ditemukan }
            | Fakta::BukanTanda { ditemukan }
            | Fakta::Dicoret { ditemukan }
            | Fakta::KunciHilangDigit { ditemukan, .. }
            | Fakta::AngkaTanpaNama { ditemukan }
            | Fakta::DataDiBawahTabel { ditemukan }
            | Fakta::JumlahTidakSama { ditemukan, .. }
            | Fakta::NilaiNegatif { ditemukan, .. } => Some(ditemukan.clone()),
            Fakta::RumusTanpaHasil { rumus } => rumus.as_ref().map(|rumus| format!("={rumus}")),
            Fakta::DataAtauJumlah { label } => Some(label.clone()),
            Fakta::TahunBerselisih { tertulis, .. } => Some(tertulis.clone()),
            _ => None,
        }
    }
}
