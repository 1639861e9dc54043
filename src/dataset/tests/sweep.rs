//! Whole offices made at random, in the shapes that offices use: read to the
//! exact sums, or refused; never another figure. At least 98 in 100 are read.

use crate::dataset::fixture::{Office, Outcome};
use crate::profile::{Dictionary, JenisIsian};
use crate::vocabulary::{Year, exact_text};
use crate::workbook::dice::Dice;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// One koperasi a row, one file a year.
    Flat,
    /// The same in groups by kecamatan, with subtotals.
    Grouped,
    /// Two heading rows, parents merged; one kecamatan a row, a total at the foot.
    Recap,
    /// One row a koperasi and year.
    Long,
    /// Years side by side in the headings.
    Beside,
    /// A sheet for each kecamatan.
    Sheets,
    /// Open data: what is meant, its unit, the year and the figure.
    OpenData,
}

const SHAPES: [Shape; 7] =
    [Shape::Flat, Shape::Grouped, Shape::Recap, Shape::Long, Shape::Beside, Shape::Sheets, Shape::OpenData];
const PLACES: [&str; 4] = ["Gadingrejo", "Bugul Kidul", "Purworejo", "Panggungrejo"];
const YEARS: [i32; 2] = [2020, 2021];

/// How an office writes its amounts.
struct Hand {
    /// Headings say `(Rp Juta)`, `(Rp. 000)`, `(Rp)`, or nothing.
    unit: (&'static str, i64),
    as_text: bool,
}

impl Hand {
    fn rolled(dice: &mut Dice) -> Self {
        let unit = [("", 1), (" (Rp)", 1), (" (Rp. 000)", 1_000), (" (Rp Juta)", 1_000_000)][dice.roll(4)];
        Self { unit, as_text: dice.chance(45) }
    }

    fn heading(&self, dice: &mut Dice, labels: &[&str]) -> String {
        format!("{}{}", dice.pick(labels), self.unit.0)
    }

    /// An amount in the hand's unit: the cell, and the rupiah it means.
    fn amount(&self, dice: &mut Dice, may_be_negative: bool) -> (Cell, Decimal) {
        if dice.chance(8) {
            return (if self.as_text { Cell::Text(" - ".to_owned()) } else { Cell::Number(Decimal::ZERO) }, Decimal::ZERO);
        }
        let whole = 100_000 + dice.roll(90_000_000) as i64;
        let mut value = if self.unit.1 == 1 { Decimal::from(whole) } else { Decimal::new(whole, 2) };
        if may_be_negative && dice.chance(15) {
            value = -value;
        }
        let rupiah = value * Decimal::from(self.unit.1);
        let cell = if self.as_text { Cell::Text(indonesian(value, dice)) } else { Cell::Number(value) };
        (cell, rupiah)
    }
}

/// `1.234.567,89`, padded as Excel's accounting format leaves it, or with its currency.
fn indonesian(value: Decimal, dice: &mut Dice) -> String {
    let text = exact_text(value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if !decimals.is_empty() {
        grouped.push(',');
        grouped.push_str(decimals);
    }
    match (value.is_sign_negative(), dice.roll(3)) {
        (true, 0) => format!("-{grouped}"),
        (true, _) => format!("({grouped})"),
        (false, 0) => format!("Rp {grouped}"),
        (false, 1) => format!(" {grouped} "),
        (false, _) => grouped,
    }
}

#[derive(Clone)]
enum Cell {
    Empty,
    Text(String),
    Number(Decimal),
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn count(number: usize) -> Cell {
    Cell::Number(Decimal::from(number))
}

/// A sheet's rows, its merges, and where its headings begin.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    merges: Vec<(u32, u16, u32, u16)>,
}

impl Grid {
    fn titled(dice: &mut Dice, year: Option<i32>) -> Self {
        let mut grid = Self::default();
        for title in ["DINAS KOPERASI DAN USAHA MIKRO", "LAPORAN KERAGAAN KOPERASI"].iter().take(dice.roll(3)) {
            grid.rows.push(vec![text(title)]);
        }
        if let Some(year) = year.filter(|_| dice.chance(60)) {
            grid.rows.push(vec![text(&format!("{} {year}", dice.pick(&["TAHUN", "PERIODE 31 DESEMBER", "PER 31 DESEMBER"])))]);
        }
        if dice.chance(50) {
            grid.rows.push(Vec::new());
        }
        grid
    }

    fn numbering(&mut self, dice: &mut Dice) {
        if dice.chance(40) {
            let width = self.rows.last().map_or(0, Vec::len);
            self.rows.push((1..=width).map(count).collect());
        }
    }

    fn signed(mut self, dice: &mut Dice) -> Self {
        if dice.chance(50) {
            self.rows.push(Vec::new());
            self.rows.push(vec![Cell::Empty, text("Pasuruan, 24 Januari 2022")]);
            self.rows.push(vec![Cell::Empty, text("KEPALA DINAS")]);
            self.rows.push(vec![Cell::Empty, text("NIP. 19640505 199303 1 012")]);
        }
        self
    }

    fn write(&self, sheet: &mut Worksheet) {
        for (first_row, first, last_row, last) in &self.merges {
            sheet.merge_range(*first_row, *first, *last_row, *last, "", &Format::new()).unwrap();
        }
        for (row, cells) in (0u32..).zip(&self.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) => sheet.write(row, column, text.as_str()).unwrap(),
                    Cell::Number(value) => sheet.write(row, column, value.to_string().parse::<f64>().unwrap()).unwrap(),
                };
            }
        }
    }
}

/// Sums that must come out: by year and field.
type Sums = BTreeMap<(i32, &'static str), Decimal>;

const VOLUME: &[&str] = &["Volume Usaha", "VOLUME USAHA", "Vol. Usaha", "Omset"];
const SHU: &[&str] = &["SHU", "Sisa Hasil Usaha", "S H U"];

/// A koperasi's row behind its name: volume and SHU, added to the sums.
fn amounts(dice: &mut Dice, hand: &Hand, year: i32, sums: &mut Sums) -> [Cell; 2] {
    [("volume_usaha", false), ("shu", true)].map(|(field, negative)| {
        let (cell, rupiah) = hand.amount(dice, negative);
        *sums.entry((year, field)).or_default() += rupiah;
        cell
    })
}

fn koperasi(number: usize) -> [Cell; 3] {
    [count(number), text(&format!("Koperasi Nomor {number} Contoh")), text(&format!("{number}/BH/KWK.13/1998"))]
}

fn headings(dice: &mut Dice, hand: &Hand) -> Vec<Cell> {
    let name = dice.pick(&["Nama Koperasi", "NAMA KOPERASI", "nmkop"]).to_owned();
    let key = dice.pick(&["Nomor Badan Hukum", "No. BH", "nobh"]).to_owned();
    let (volume, shu) = (hand.heading(dice, VOLUME), hand.heading(dice, SHU));
    ["No", &name, &key, "Kecamatan", &volume, &shu].map(text).to_vec()
}

fn flat(dice: &mut Dice, hand: &Hand, year: i32, grouped: bool, sums: &mut Sums) -> Grid {
    let mut grid = Grid::titled(dice, Some(year));
    grid.rows.push(headings(dice, hand));
    grid.numbering(dice);
    let groups = if grouped { 2 + dice.roll(2) } else { 1 };
    let mut number = 0;
    let mut totals = [Decimal::ZERO; 2];
    for place in PLACES.iter().take(groups) {
        if grouped {
            grid.rows.push(vec![Cell::Empty, text(&format!("Kecamatan {place}"))]);
        }
        let mut own = [Decimal::ZERO; 2];
        for _ in 0..3 + dice.roll(5) {
            number += 1;
            let mut row = koperasi(number).to_vec();
            row.push(text(if grouped { place } else { dice.pick(&PLACES) }));
            let mut after = Sums::new();
            row.extend(amounts(dice, hand, year, &mut after));
            for (at, field) in ["volume_usaha", "shu"].into_iter().enumerate() {
                let value = after[&(year, field)];
                *sums.entry((year, field)).or_default() += value;
                own[at] += value / Decimal::from(hand.unit.1);
            }
            grid.rows.push(row);
        }
        if grouped {
            let label = [Cell::Empty, text(dice.pick(&["Sub Total", "Jumlah", "Sub Jumlah"])), Cell::Empty, Cell::Empty];
            grid.rows.push(label.into_iter().chain(own.map(Cell::Number)).collect());
        }
        totals = [totals[0] + own[0], totals[1] + own[1]];
    }
    if grouped || dice.chance(50) {
        let label = [Cell::Empty, text(dice.pick(&["JUMLAH TOTAL", "TOTAL", "Grand Total"])), Cell::Empty, Cell::Empty];
        grid.rows.push(label.into_iter().chain(totals.map(Cell::Number)).collect());
    }
    grid.signed(dice)
}

fn recap(dice: &mut Dice, hand: &Hand, year: i32, sums: &mut Sums) -> Grid {
    let mut grid = Grid::titled(dice, Some(year));
    let top = grid.rows.len() as u32;
    let (volume, shu) = (hand.heading(dice, VOLUME), hand.heading(dice, SHU));
    let parents = ["No", "Kecamatan", "Koperasi", "", "", &volume, &shu];
    grid.rows.push(parents.map(text).to_vec());
    grid.rows.push(["", "", "Jumlah", "Aktif", "Tidak Aktif"].map(text).to_vec());
    grid.merges.push((top, 2, top, 4));
    grid.merges.extend([0, 1, 5, 6].map(|column| (top, column, top + 1, column)));
    if dice.chance(40) {
        grid.rows.push((1..=7).map(count).collect());
    }
    let mut totals = [Decimal::ZERO; 5];
    for (index, place) in PLACES.iter().enumerate() {
        let (active, passive) = (5 + dice.roll(90), 1 + dice.roll(40));
        let (volume, rupiah) = hand.amount(dice, false);
        let (shu, left) = hand.amount(dice, true);
        *sums.entry((year, "aktif")).or_default() += Decimal::from(active);
        *sums.entry((year, "volume_usaha")).or_default() += rupiah;
        *sums.entry((year, "shu")).or_default() += left;
        let own = [active + passive, active, passive].map(Decimal::from);
        let unit = Decimal::from(hand.unit.1);
        for (total, value) in totals.iter_mut().zip(own.into_iter().chain([rupiah / unit, left / unit])) {
            *total += value;
        }
        let mut row = vec![count(index + 1), text(place)];
        row.extend(own.map(Cell::Number));
        row.extend([volume, shu]);
        grid.rows.push(row);
    }
    grid.rows.push(
        [Cell::Empty, text(dice.pick(&["JUMLAH", "J U M L A H", "Total"]))].into_iter().chain(totals.map(Cell::Number)).collect(),
    );
    grid.signed(dice)
}

fn long(dice: &mut Dice, hand: &Hand, sums: &mut Sums) -> Grid {
    let mut grid = Grid::titled(dice, None);
    let mut head = headings(dice, hand);
    head.insert(4, text(dice.pick(&["Tahun", "TAHUN", "tahun"])));
    grid.rows.push(head);
    let numbers = 4 + dice.roll(6);
    for year in YEARS {
        for number in 1..=numbers {
            let mut row = koperasi(number).to_vec();
            row.push(text(dice.pick(&PLACES)));
            row.push(count(year as usize));
            row.extend(amounts(dice, hand, year, sums));
            grid.rows.push(row);
        }
    }
    grid
}

fn beside(dice: &mut Dice, hand: &Hand, sums: &mut Sums) -> Grid {
    let mut grid = Grid::titled(dice, None);
    let mut head: Vec<Cell> = ["No", "Nama Koperasi", "Nomor BH"].map(text).to_vec();
    let word = dice.pick(&["", "Tahun ", "Th. "]).to_owned();
    for (labels, _) in [(VOLUME, 0), (SHU, 1)] {
        let label = dice.pick(labels).to_owned();
        for year in YEARS {
            head.push(text(&format!("{label} {word}{year}{}", hand.unit.0)));
        }
    }
    grid.rows.push(head);
    grid.numbering(dice);
    for number in 1..=4 + dice.roll(8) {
        let mut row = koperasi(number).to_vec();
        let [before, after] = YEARS.map(|year| amounts(dice, hand, year, sums));
        let ([volume, shu], [next_volume, next_shu]) = (before, after);
        row.extend([volume, next_volume, shu, next_shu]);
        grid.rows.push(row);
    }
    grid.signed(dice)
}

fn open_data(dice: &mut Dice, hand: &Hand, sums: &mut Sums) -> Grid {
    let mut grid = Grid::default();
    grid.rows.push(["Wilayah", "Judul", "Satuan", "Tahun", "Data"].map(text).to_vec());
    let unit = match hand.unit.1 {
        1 => "Rupiah",
        1_000 => "Rp Ribu",
        _ => "Rp Juta",
    };
    for year in YEARS {
        for place in PLACES {
            let (cell, rupiah) = hand.amount(dice, false);
            *sums.entry((year, "data")).or_default() += rupiah;
            grid.rows.push(vec![text(place), text("Volume Usaha Koperasi"), text(unit), count(year as usize), cell]);
        }
    }
    grid
}

fn book(grids: &[(String, Grid)]) -> impl FnOnce(&mut Workbook) {
    move |workbook| {
        for (name, grid) in grids {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            grid.write(sheet);
        }
    }
}

/// An office of a shape, and the sums that it must give.
fn office(shape: Shape, seed: u64) -> (Office, Sums) {
    let mut dice = Dice(seed.wrapping_mul(0x5851_F42D_4C95_7F2D) ^ shape as u64);
    let hand = Hand::rolled(&mut dice);
    let mut sums = Sums::new();
    let one = |grid: Grid| vec![("Sheet1".to_owned(), grid)];
    let new = |bentuk, berkas: &str, kunci: &[&str]| Office::new(bentuk, &[berkas], kunci);
    let mut office = match shape {
        Shape::Flat | Shape::Grouped => {
            let mut office = new(Dictionary::Keragaan, "data/{tahun}.xlsx", &["nomor_bh"]);
            for year in YEARS {
                let grid = one(flat(&mut dice, &hand, year, shape == Shape::Grouped, &mut sums));
                office = office.xlsx(&format!("{year}.xlsx"), book(&grid));
            }
            office
        }
        Shape::Recap => {
            let mut office =
                new(Dictionary::Keragaan, "data/{tahun}.xlsx", &[]).source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            for year in YEARS {
                let grid = one(recap(&mut dice, &hand, year, &mut sums));
                office = office.xlsx(&format!("{year}.xlsx"), book(&grid));
            }
            office
        }
        Shape::Long => {
            let grid = one(long(&mut dice, &hand, &mut sums));
            new(Dictionary::Keragaan, "data/semua.xlsx", &["nomor_bh"]).xlsx("semua.xlsx", book(&grid))
        }
        Shape::Beside => {
            let grid = one(beside(&mut dice, &hand, &mut sums));
            new(Dictionary::Keragaan, "data/semua.xlsx", &["nomor_bh"]).xlsx("semua.xlsx", book(&grid))
        }
        Shape::Sheets => {
            let mut office = new(Dictionary::Keragaan, "data/{tahun}.xlsx", &[]).source(|sumber| {
                sumber.lembar = Some(crate::dataset::fixture::written("semua"));
            });
            for year in YEARS {
                let mut grids = Vec::new();
                let mut number = 0;
                for place in PLACES {
                    let mut grid = Grid::titled(&mut dice, Some(year));
                    grid.rows.push(headings(&mut dice, &hand));
                    for _ in 0..2 + dice.roll(4) {
                        number += 1;
                        let mut row = koperasi(number).to_vec();
                        row.push(text(place));
                        row.extend(amounts(&mut dice, &hand, year, &mut sums));
                        grid.rows.push(row);
                    }
                    grids.push((place.to_owned(), grid));
                }
                office = office.xlsx(&format!("{year}.xlsx"), book(&grids));
            }
            office
        }
        Shape::OpenData => {
            let grid = one(open_data(&mut dice, &hand, &mut sums));
            new(Dictionary::None, "data/semua.xlsx", &[])
                .source(|sumber| {
                    sumber.butir = Some("wilayah".to_owned());
                    sumber.tahun = Some(crate::profile::SumberTahun::Kolom);
                })
                .kolom("wilayah", "Wilayah", Some(JenisIsian::Teks))
                .kolom("data", "Data", Some(JenisIsian::Uang))
                .kolom("tahun", "Tahun", Some(JenisIsian::Angka))
                .xlsx("semua.xlsx", book(&grid))
        }
    };
    for year in YEARS {
        let fields: Vec<&str> = sums.keys().filter(|(own, _)| *own == year).map(|(_, field)| *field).collect();
        office = office.needs(year, &fields);
    }
    (office, sums)
}

#[test]
fn offices_of_every_shape_give_their_exact_sums_or_are_refused() {
    const EACH: u64 = 84;
    let mut refused: Vec<String> = Vec::new();
    for shape in SHAPES {
        for seed in 0..EACH {
            let (office, sums) = office(shape, seed);
            let read = office.read();
            let galat = read.galat();
            if !galat.is_empty() {
                refused.push(format!("{shape:?} {seed}: {galat:?}"));
                continue;
            }
            for ((year, field), sum) in sums {
                let found = read.sum(year, field);
                assert_eq!(
                    found,
                    Some(sum),
                    "{shape:?} {seed}: {field} {year}, {:?}",
                    read.value.table("s", Year(year)).map(|table| table.rows.len())
                );
            }
        }
    }
    let all = SHAPES.len() * EACH as usize;
    assert!(refused.len() * 50 <= all, "{} of {all} refused:\n{}", refused.len(), refused.join("\n"));
}
