//! Small offices with one hazard planted in each: none may give another figure
//! without a word. And words that nobody knows, planted anywhere: over a used column
//! or over rows they are asked about at their cell, elsewhere they change nothing.

use crate::dataset::fixture::{Office, Outcome as _, many};
use crate::diagnostic::{Checked, Kode, Tingkat};
use crate::profile::Dictionary;
use crate::workbook::dice::Dice;
use rust_decimal::Decimal;

const NAMES: [&str; 12] = [
    "KSP Adil",
    "KUD Makmur",
    "Kopwan Melati",
    "KPRI Guyub",
    "Koperasi Sumber Rejeki",
    "KSU Mitra",
    "Kopkar Semen",
    "KJKS Amanah",
    "Koperasi Pasar Legi",
    "KSP Total Sejahtera",
    "Primkopti Solo",
    "Koperasi Kelompok Wanita Tani",
];
const PLACES: [&str; 3] = ["Gadingrejo", "Purworejo", "Bugul Kidul"];
const NARROW: [&str; 16] = [
    "Koperasi Wanita",
    "Unit Simpan Pinjam",
    "USP",
    "Binaan",
    "Non Anggota",
    "Syariah",
    "Rencana",
    "RAPB",
    "Tahun Lalu",
    "Cabang",
    "Rata-rata",
    "Sampel",
    "Sebelum Audit",
    "Kredit",
    "Jasa",
    "Pinjaman",
];
const STATUS: [&str; 12] = [
    "TARGET",
    "RENCANA",
    "TAHUN LALU",
    "REALISASI SEBELUMNYA",
    "KOPERASI DIBUBARKAN",
    "CALON KOPERASI",
    "CONTOH PENGISIAN",
    "Belum Berbadan Hukum",
    "TIDAK AKTIF",
    "Data Tahun 2020",
    "SIMULASI",
    "Proyeksi 2022",
];
const PARTS: [&str; 14] = [
    "Triwulan III",
    "TRIW. III",
    "Q3",
    "KW III",
    "Caturwulan II",
    "Tahun 2021 (9 bulan)",
    "s/d bulan ke-9",
    "Per 30-06-2021",
    "Semester I 2021",
    "Nopember 2021",
    "s/d Agust 2021",
    "Smt 1",
    "Januari - Juni 2021",
    "Posisi Pebruari 2021",
];
const UNITS: [(&str, i64); 6] = [
    ("Rp Juta", 1_000_000),
    ("dalam jutaan rupiah", 1_000_000),
    ("Rp. 000", 1_000),
    ("ribuan rupiah", 1_000),
    ("Juta Rp", 1_000_000),
    ("Miliar Rp", 1_000_000_000),
];
const REMARKS: [&str; 6] = ["data 2019", "target", "angka perkiraan", "per bulan", "data tahun lalu", "s/d Juni"];
const NOTES: [&str; 4] =
    ["Catatan: data s/d Juni 2021", "*) angka perkiraan", "Ket: data sampai dengan Triwulan III", "Data per 30 September 2021"];
/// Syllables that make no word of any list.
const SYLLABLES: [&str; 8] = ["blor", "zemp", "kwat", "drim", "fust", "ghol", "plek", "snov"];

/// What a planted office must do.
enum Must {
    /// This sum, or a galat.
    Give(i64),
    /// A galat or a peringatan.
    Speak,
}

/// A sheet: its rows of cells, where its headings stand, and its values.
struct Sheet {
    rows: Vec<Vec<String>>,
    head: usize,
    values: Vec<i64>,
    volume: usize,
}

impl Sheet {
    fn new(dice: &mut Dice) -> Self {
        let numbered = dice.chance(70);
        let mut head: Vec<&str> = Vec::new();
        head.extend(numbered.then_some("No"));
        head.extend(["Nama Koperasi", "Nomor BH", "Kecamatan"]);
        let volume = head.len();
        head.extend([dice.pick(&["Volume Usaha", "VOLUME USAHA", "Vol. Usaha"]), "SHU", "Keterangan"]);
        let mut rows = vec![vec!["DATA KOPERASI".to_owned()], vec!["TAHUN 2021".to_owned()]];
        if dice.chance(50) {
            rows.push(Vec::new());
        }
        let at = rows.len();
        rows.push(head.iter().map(|label| (*label).to_owned()).collect());
        let count = 6 + dice.roll(6);
        let values: Vec<i64> = (0..count).map(|_| 1_000 + dice.roll(900_000) as i64).collect();
        for (index, value) in values.iter().enumerate() {
            let mut row: Vec<String> = Vec::new();
            row.extend(numbered.then(|| (index + 1).to_string()));
            row.push(NAMES[index].to_owned());
            row.push(format!("{}/BH/XVI.{index}/{}", 100 + dice.roll(800), 1985 + dice.roll(30)));
            row.push(dice.pick(&PLACES).to_owned());
            row.extend([value.to_string(), dice.roll(900).to_string(), String::new()]);
            rows.push(row);
        }
        Self { rows, head: at, values, volume }
    }

    fn sum(&self) -> i64 {
        self.values.iter().sum()
    }

    fn insert(&mut self, row: usize, column: usize, text: &str) {
        let mut cells = vec![String::new(); self.rows[self.head].len() + 3];
        text.clone_into(&mut cells[column]);
        self.rows.insert(row, cells);
    }

    fn put(&mut self, row: usize, column: usize, text: &str) {
        let cells = &mut self.rows[row];
        cells.resize(cells.len().max(column + 1), String::new());
        text.clone_into(&mut cells[column]);
    }

    /// A label over the volume and the SHU, the headings below it.
    fn under(&mut self, label: &str) {
        let width = self.rows[self.head].len();
        let mut parents = vec![String::new(); width];
        label.clone_into(&mut parents[self.volume]);
        if self.head.is_multiple_of(2) {
            label.clone_into(&mut parents[self.volume + 1]);
        }
        for column in (0..width).filter(|column| !(self.volume..=self.volume + 1).contains(column)) {
            parents[column] = std::mem::take(&mut self.rows[self.head][column]);
        }
        self.rows.insert(self.head, parents);
        self.head += 1;
    }

    fn row(&self, dice: &mut Dice) -> usize {
        self.head + 1 + dice.roll(self.values.len())
    }

    fn text(&self) -> String {
        self.rows.iter().map(|row| format!("{}\n", row.join(";"))).collect()
    }

    fn read(&self) -> Checked<crate::dataset::Dataset> {
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"])
            .file("2021.csv", &self.text())
            .needs(2021, &["volume_usaha"])
            .read()
    }
}

/// Plants one hazard.
fn plant(sheet: &mut Sheet, dice: &mut Dice) -> (&'static str, Must) {
    let (sum, volume, width) = (sheet.sum(), sheet.volume, sheet.rows[sheet.head].len());
    match dice.roll(14) {
        0 => {
            sheet.under(dice.pick(&NARROW));
            ("a parent that narrows", Must::Speak)
        }
        1 => {
            let heading = format!("Volume Usaha {}", dice.pick(&NARROW));
            sheet.put(sheet.head, volume, &heading);
            ("a heading that narrows", Must::Speak)
        }
        2 => {
            let row = sheet.head + 3 + dice.roll(sheet.values.len() - 3);
            sheet.insert(row, dice.roll(2), dice.pick(&STATUS));
            ("a section of another status", Must::Speak)
        }
        3 => {
            sheet.put(1, 0, dice.pick(&PARTS));
            ("a part of the year in a title", Must::Speak)
        }
        4 => {
            let heading = format!("Volume Usaha {}", dice.pick(&PARTS));
            sheet.put(sheet.head, volume, &heading);
            ("a part of the year in a heading", Must::Speak)
        }
        5 => {
            let (unit, factor) = UNITS[dice.roll(UNITS.len())];
            sheet.put(sheet.head, volume, &format!("Volume Usaha ({unit})"));
            ("a unit in a heading", Must::Give(sum * factor))
        }
        6 => {
            let (unit, factor) = UNITS[dice.roll(UNITS.len())];
            sheet.put(1, 0, &format!("Satuan: {unit}"));
            ("a unit in a title", Must::Give(sum * factor))
        }
        7 => {
            let row = sheet.row(dice);
            let column = if dice.chance(50) { width - 1 } else { width + dice.roll(2) };
            sheet.put(row, column, dice.pick(&REMARKS));
            ("a remark beside a figure", Must::Speak)
        }
        8 => {
            let end = sheet.rows.len();
            sheet.insert(end, dice.roll(3), dice.pick(&NOTES));
            ("a note below", Must::Speak)
        }
        9 => {
            let end = sheet.rows.len();
            sheet.insert(end, volume - 3, dice.pick(&["Jumlah", "TOTAL", "Jumlah Total"]));
            sheet.put(end, volume, &(sum + 1 + dice.roll(900) as i64).to_string());
            ("a total that is another", Must::Speak)
        }
        10 => {
            let row = sheet.row(dice);
            let (name, value) = (sheet.volume - 3, sheet.values[row - sheet.head - 1]);
            sheet.insert(row + 1, name, dice.pick(&["di antaranya USP", "- USP", "termasuk Toko"]));
            sheet.put(row + 1, volume, &(value / 2).to_string());
            ("a part of the row above", Must::Give(sum))
        }
        11 => {
            let row = sheet.row(dice);
            let copy = sheet.rows[row].clone();
            sheet.rows.push(copy);
            ("a row copied below", Must::Speak)
        }
        12 => {
            let row = sheet.row(dice);
            sheet.put(
                row,
                volume,
                dice.pick(&["1.23.456", "±3jt", "10/12", "1,23E+09", "#REF!", "12O.000", "100-200", "lihat lampiran"]),
            );
            ("a text that is no number", Must::Speak)
        }
        _ => {
            sheet.put(1, 0, dice.pick(&["TAHUN 2020", "Per 31-12-20", "Keadaan 31 Desember 2019", "TA 2019"]));
            ("another year in the title", Must::Speak)
        }
    }
}

fn speaks(read: &Checked<crate::dataset::Dataset>) -> bool {
    read.temuan.iter().any(|temuan| temuan.tingkat() != Tingkat::Catatan)
}

fn sweep(seeds: std::ops::Range<u64>) {
    let mut wrong = Vec::new();
    let (mut given, mut may_be_given) = (0, 0);
    for seed in seeds {
        let dice = &mut Dice(seed);
        let mut sheet = Sheet::new(dice);
        let (kind, must) = plant(&mut sheet, dice);
        let read = sheet.read();
        let is_right = match must {
            Must::Speak => speaks(&read),
            Must::Give(sum) => {
                let is_refused = !read.galat().is_empty();
                may_be_given += 1;
                given += usize::from(!is_refused);
                is_refused || read.sum(2021, "volume_usaha") == Some(Decimal::from(sum))
            }
        };
        if !is_right {
            wrong.push(format!("{seed}, {kind}: {:?}\n{}", read.sum(2021, "volume_usaha"), sheet.text()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong in silence: {}", wrong.len(), wrong[..wrong.len().min(4)].join("\n"));
    assert!(given * 100 >= may_be_given * 95, "{given} of {may_be_given} read that may be");
}

#[test]
fn planted_hazards_never_pass_in_silence() {
    sweep(0..150);
}

/// `cargo test --release --lib planted -- --ignored`
#[test]
#[ignore = "two thousand offices, or as many as IKU_KANTOR says"]
fn two_thousand_planted_hazards_never_pass_in_silence() {
    sweep(10_000..10_000 + many(2_100));
}

/// A word that is in no list.
fn nonsense(dice: &mut Dice) -> String {
    let syllable = |dice: &mut Dice| dice.pick(&SYLLABLES);
    let word = format!("{}{}", syllable(dice), syllable(dice));
    if dice.chance(50) { format!("{word} {}{}", syllable(dice), syllable(dice)) } else { word }
}

#[test]
fn no_text_in_a_counted_figures_reach_goes_without_a_role() {
    for seed in 0..120 {
        let dice = &mut Dice(seed);
        let mut sheet = Sheet::new(dice);
        let (word, sum, width) = (nonsense(dice), sheet.sum(), sheet.rows[sheet.head].len());
        let (asked, place) = match dice.roll(6) {
            0 => {
                sheet.under(&word);
                (true, "over the column")
            }
            1 => {
                // One label of one group of rows: it heads some rows and not the others.
                let row = sheet.head + 3 + dice.roll(sheet.values.len() - 3);
                sheet.insert(row, sheet.volume - 3, &word);
                (true, "over some rows")
            }
            2 => {
                sheet.put(0, 0, &format!("{word} KOPERASI"));
                (false, "in the title")
            }
            3 => {
                let row = sheet.row(dice);
                sheet.put(row, width - 1, &word);
                (false, "as a remark")
            }
            4 => {
                let end = sheet.rows.len();
                sheet.insert(end, 0, "");
                sheet.insert(end + 1, dice.roll(width), &word);
                (false, "below the rows")
            }
            _ => {
                let row = sheet.row(dice);
                sheet.put(row, width + 1, &word);
                (false, "beside the table")
            }
        };
        let read = sheet.read();
        let galat = read.galat();
        if asked {
            // Where names stand a text alone may be one: then it is asked whether it is.
            let is_asked =
                read.has(Kode::ArtiTidakDikenal).len() == 1 || galat.iter().any(|galat| galat.starts_with("data-atau-jumlah"));
            let is_missing = galat.iter().any(|galat| galat.starts_with("nilai-kosong")) || speaks(&read);
            assert!(is_asked || is_missing, "{seed}: `{word}` {place} has no role: {galat:?}\n{}", sheet.text());
        } else {
            assert_eq!(
                (galat, read.sum(2021, "volume_usaha")),
                (Vec::new(), Some(Decimal::from(sum))),
                "{seed}: `{word}` {place}\n{}",
                sheet.text()
            );
        }
    }
}
