//! The micro businesses of the made-up city and their turnover per year.

use super::names::{FAMILY_NAMES, GIVEN_NAMES, JALAN, JENIS_USAHA, KECAMATAN};
use super::random::Random;
use std::collections::BTreeSet;

pub const YEARS: [u16; 3] = [2019, 2020, 2021];

const COUNT: usize = 660;

pub struct Usaha {
    /// Sixteen digits that begin with 99, which is no province.
    pub nik: String,
    pub pemilik: String,
    pub nama: String,
    pub jenis: &'static str,
    pub alamat: String,
    pub kelurahan: &'static str,
    pub kecamatan: &'static str,
    pub nib: Option<String>,
    pub aset: i64,
    pub tenaga_kerja: i64,
    /// Turnover in rupiah, one for each of [`YEARS`]; `None` where the business is not in the list.
    pub omset: [Option<Omset>; 3],
}

#[derive(Clone, Copy, PartialEq)]
pub enum Omset {
    /// Zero is written as a dash.
    Rupiah(i64),
    /// Not yet reported.
    Belum,
}

pub fn population() -> Vec<Usaha> {
    let mut random = Random::new(2022_0124);
    let mut owners: Vec<(String, String)> = Vec::new();
    let mut names = BTreeSet::new();
    (0..COUNT)
        .map(|index| {
            // Now and then an owner of before has a second business.
            let second = index > 40 && index % 37 == 5;
            let (nik, pemilik) = if second { owners[index - 40].clone() } else { owner(index, &mut random) };
            owners.push((nik.clone(), pemilik.clone()));
            usaha(index, nik, pemilik, &mut names, &mut random)
        })
        .collect()
}

fn owner(index: usize, random: &mut Random) -> (String, String) {
    let kecamatan = random.range(1, 4);
    let (day, month, year) = (random.range(1, 28), random.range(1, 12), random.range(55, 99));
    let day = if random.chance(55) { day + 40 } else { day };
    let nik = format!("9975{kecamatan:02}{day:02}{month:02}{year:02}{:04}", index + 1);
    (nik, format!("{} {}", random.pick(&GIVEN_NAMES), random.pick(&FAMILY_NAMES)))
}

fn usaha(index: usize, nik: String, pemilik: String, names: &mut BTreeSet<(String, String)>, random: &mut Random) -> Usaha {
    let given = pemilik.split(' ').next().unwrap_or_default().trim_end_matches('.').to_owned();
    let (jenis, nama) = loop {
        let (jenis, beginnings) = JENIS_USAHA[random.range(0, JENIS_USAHA.len() as i64 - 1) as usize];
        let ending = match random.range(1, 4) {
            1 => given.clone(),
            2 => format!("{} Jaya", given),
            _ => format!("{} {}", random.pick(&super::names::NAMA_DEPAN), random.pick(&super::names::NAMA_BELAKANG)),
        };
        let nama = format!("{} {ending}", random.pick(beginnings));
        if names.insert((nik.clone(), nama.to_lowercase())) {
            break (jenis, nama);
        }
    };
    let (kecamatan, kelurahan) = KECAMATAN[random.range(0, 3) as usize];
    let alamat = format!(
        "Jl. {} No. {} RT {:02} RW {:02}",
        random.pick(&JALAN),
        random.range(1, 140),
        random.range(1, 9),
        random.range(1, 8)
    );
    let nib = random.chance(38).then(|| format!("99{:011}", random.range(1_000_000, 9_999_999_999)));
    let omset = omset(index, random);
    let last = omset.iter().rev().flatten().find_map(|omset| match omset {
        Omset::Rupiah(value) if *value > 0 => Some(*value),
        _ => None,
    });
    let scale = last.unwrap_or(30_000_000);
    Usaha {
        nik,
        pemilik,
        nama,
        jenis,
        alamat,
        kelurahan: random.pick(kelurahan),
        kecamatan,
        nib,
        aset: rounded(scale * random.range(120, 600) / 1000),
        tenaga_kerja: 1 + scale / random.range(90_000_000, 220_000_000),
        omset,
    }
}

/// The turnover of three years: 2020 was the year of the pandemic.
fn omset(index: usize, random: &mut Random) -> [Option<Omset>; 3] {
    let first = rounded(match random.range(1, 100) {
        ..=70 => random.range(6_000_000, 90_000_000),
        71..=95 => random.range(90_000_000, 420_000_000),
        _ => random.range(420_000_000, 1_300_000_000),
    });
    let second = next(first, 48, random);
    let third = next(second, 50, random);
    let years = [first, second, third].map(|value| Some(Omset::Rupiah(value)));
    match index {
        // About thirty appear each year, about as many vanish.
        _ if index % 21 == 4 => [None, years[1], years[2]],
        _ if index % 22 == 9 => [None, None, years[2]],
        _ if index % 23 == 11 => [years[0], None, None],
        _ if index % 24 == 15 => [years[0], years[1], None],
        // Closed through the pandemic, and still.
        _ if index % 131 == 60 => [years[0], Some(Omset::Rupiah(0)), Some(Omset::Rupiah(0))],
        _ if index % 300 == 77 => [years[0], years[1], Some(Omset::Belum)],
        _ => years,
    }
}

/// The following year's turnover: up in `rising` of a hundred, sometimes the same.
fn next(value: i64, rising: i64, random: &mut Random) -> i64 {
    match random.range(1, 100) {
        way if way <= rising => rounded(random.drift(value, 30, 340)),
        way if way <= rising + 9 => value,
        _ => rounded(random.drift(value, -380, -30)),
    }
}

/// Owners say round figures.
fn rounded(value: i64) -> i64 {
    let step = if value < 50_000_000 { 50_000 } else { 500_000 };
    (value + step / 2) / step * step
}
