//! The koperasi of the made-up city and what each reported per year.

use super::names::{JENIS_KOPERASI, KECAMATAN, NAMA_BELAKANG, NAMA_DEPAN};
use super::random::Random;
use std::collections::BTreeSet;

pub const YEARS: [u16; 2] = [2020, 2021];

/// Founded in the report year; at the end of 2020 they did not exist.
const NEW: usize = 4;
/// Dissolved during the report year.
const GONE: [usize; 2] = [22, 73];
const COUNT: usize = 122;

/// A calendar day: year, month, day.
pub type Day = (u16, u8, u8);

pub struct Koperasi {
    pub nama: String,
    /// The koperasi's own number (no personal number); some have none yet.
    pub nik: Option<String>,
    pub nomor_bh: String,
    pub tanggal_bh: Day,
    pub kelurahan: &'static str,
    pub kecamatan: &'static str,
    /// One for each of [`YEARS`].
    pub posisi: [Option<Posisi>; 2],
}

/// What a koperasi reports of a year; money in rupiah.
#[derive(Clone)]
pub struct Posisi {
    pub aktif: bool,
    pub anggota_l: i64,
    pub anggota_p: i64,
    pub rat: Option<Day>,
    pub manajer: i64,
    pub karyawan: i64,
    pub modal_sendiri: i64,
    pub modal_luar: i64,
    pub volume: i64,
    pub shu: i64,
}

pub fn population() -> Vec<Koperasi> {
    let mut random = Random::new(2021_3575);
    let mut names = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    let mut all: Vec<Koperasi> = (0..COUNT).map(|index| koperasi(index, &mut random, &mut names, &mut numbers)).collect();
    // The office lists them by kecamatan, within it in the order of its register.
    all.sort_by_key(|one| one.kecamatan);
    all
}

fn koperasi(index: usize, random: &mut Random, names: &mut BTreeSet<String>, numbers: &mut BTreeSet<String>) -> Koperasi {
    let (kecamatan, kelurahan) = KECAMATAN[random.range(0, 3) as usize];
    let nama = loop {
        let nama = format!("{} {} {}", random.pick(&JENIS_KOPERASI), random.pick(&NAMA_DEPAN), random.pick(&NAMA_BELAKANG));
        if names.insert(nama.to_lowercase()) {
            break nama;
        }
    };
    let is_new = index >= COUNT - NEW;
    let (nomor_bh, tanggal_bh) = loop {
        let (nomor, tanggal) = badan_hukum(random, is_new);
        // Unique even for a reader that drops the punctuation.
        if numbers.insert(nomor.chars().filter(|c| c.is_ascii_alphanumeric()).collect()) {
            break (nomor, tanggal);
        }
    };
    let nik = (!is_new && random.chance(80)).then(|| format!("357501{:02}{:05}", random.range(1, 4), 10_000 + index));
    let first = posisi(index, random);
    let second = following_year(index, &first, random);
    let posisi = match index {
        _ if is_new => [None, Some(Posisi { rat: None, ..second })],
        _ if GONE.contains(&index) => [Some(first), None],
        _ => [Some(first), Some(second)],
    };
    Koperasi { nama, nik, nomor_bh, tanggal_bh, kelurahan: random.pick(kelurahan), kecamatan, posisi }
}

/// A registration number in the style of its time, and its date.
fn badan_hukum(random: &mut Random, is_new: bool) -> (String, Day) {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let (month, day) = (random.range(1, 12) as u8, random.range(1, 28) as u8);
    let roman = ROMAN[usize::from(month) - 1];
    let generation = if is_new { 5 } else { random.range(1, 5) };
    let span = match generation {
        1 => (1969, 1992),
        2 => (1993, 1999),
        3 => (2000, 2009),
        4 => (2010, 2015),
        _ if is_new => (2021, 2021),
        _ => (2016, 2019),
    };
    let year = random.range(span.0, span.1);
    let nomor = match generation {
        1 => format!("{}{}/BH/II/{:02}", random.range(1000, 7999), if random.chance(40) { "A" } else { "" }, year % 100),
        2 => format!("{}/BH/KWK.13/{roman}/{year}", random.range(100, 999)),
        3 => format!("518/{:02}/BH/424.064/{year}", random.range(1, 99)),
        4 => format!("P2T/{}/09.02/01/{roman}/{year}", random.range(2, 60)),
        _ => format!("AHU-{:07}.AH.01.26.TAHUN {year}", random.range(1_200, 19_999)),
    };
    (nomor, (year as u16, month, day))
}

fn posisi(index: usize, random: &mut Random) -> Posisi {
    let aktif = index % 8 != 5;
    // One koperasi is about an eighth of all volume, a few are large, most are small.
    let volume = match index {
        14 => random.range(30_500_000_000, 31_500_000_000),
        _ if index % 17 == 3 => random.range(6_000_000_000, 14_000_000_000),
        _ if index % 5 == 1 => random.range(1_500_000_000, 4_900_000_000),
        _ => random.range(45_000_000, 1_400_000_000),
    };
    let anggota = random.range(22, 180) + volume / 40_000_000;
    let anggota_p = anggota * random.range(20, 80) / 100;
    let modal_sendiri = volume * random.range(180, 520) / 1000;
    let modal_luar = if random.chance(22) { 0 } else { volume * random.range(90, 640) / 1000 };
    let shu = volume * random.range(14, 78) / 1000;
    let has_rat = aktif && random.chance(78);
    let rat = has_rat.then(|| (2020, random.range(1, 6) as u8, random.range(2, 28) as u8));
    let full = Posisi {
        aktif,
        anggota_l: anggota - anggota_p,
        anggota_p,
        rat,
        manajer: i64::from(volume > 900_000_000),
        karyawan: 1 + volume / 700_000_000,
        modal_sendiri,
        modal_luar,
        volume,
        shu: if index % 19 == 7 { -shu / 3 } else { shu },
    };
    match (aktif, index % 3) {
        (true, _) if index % 43 == 30 => Posisi { volume: 0, shu: 0, ..full },
        (true, _) => full,
        // What is left on the books of a koperasi that no longer works.
        (false, 0) => {
            Posisi { manajer: 0, karyawan: 0, volume: 0, shu: 0, modal_sendiri: modal_sendiri / 40, modal_luar: 0, ..full }
        }
        (false, _) => Posisi {
            aktif,
            anggota_l: 0,
            anggota_p: 0,
            rat: None,
            manajer: 0,
            karyawan: 0,
            modal_sendiri: 0,
            modal_luar: 0,
            volume: 0,
            shu: 0,
        },
    }
}

fn following_year(index: usize, last: &Posisi, random: &mut Random) -> Posisi {
    if last.aktif && index % 40 == 17 {
        // Ceased during the year.
        return Posisi { aktif: false, rat: None, manajer: 0, karyawan: 0, volume: 0, shu: 0, ..last.clone() };
    }
    let shu = random.drift(last.shu, -140, 220);
    let rat = last.aktif && random.chance(82);
    Posisi {
        anggota_l: last.anggota_l + if last.anggota_l > 0 { random.range(-2, 6) } else { 0 },
        anggota_p: last.anggota_p + if last.anggota_p > 0 { random.range(-2, 6) } else { 0 },
        rat: rat.then(|| (2021, random.range(1, 6) as u8, random.range(2, 28) as u8)),
        modal_sendiri: random.drift(last.modal_sendiri, 5, 90),
        modal_luar: random.drift(last.modal_luar, -120, 160),
        volume: random.drift(last.volume, -80, 245),
        shu: if index % 23 == 9 { -shu } else { shu },
        ..last.clone()
    }
}

impl Posisi {
    pub fn aset(&self) -> i64 {
        self.modal_sendiri + self.modal_luar
    }
}
