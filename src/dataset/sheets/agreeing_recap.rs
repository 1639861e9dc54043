//! A recap of the counted rows on a sheet of its own (by kecamatan, kind or status, a pivot) all of whose figures are theirs:
//! it says nothing that the list does not say.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::figure_of;
use crate::dataset::matching::fit::Chosen;
use crate::table::caption::stated_in;
use crate::table::{LayoutRow, RowKind};
use crate::text::caption_unit::caption_unit;
use crate::text::heading::Heading;
use crate::text::label::{spelt_words, stated_year};
use crate::text::phrase::{total_phrase, without_place_word};
use crate::text::unclear_unit::unclear_unit;
use crate::text::{MarkText, limiting, provisional, read_mark};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet of more cells is no recap, and of more rows no list that one is made of by hand.
const MOST: usize = 5_000;

/// A column of one of the tables that are read.
type Column = (usize, u32);

/// What some of the rows come to: by each column the sum of its amounts, and how many have a yes in it.
#[derive(Default)]
struct Group {
    rows: usize,
    sums: BTreeMap<Column, Decimal>,
    yes: BTreeMap<Column, usize>,
}

impl Group {
    fn add(&mut self, table: usize, cells: &[Cell]) {
        self.rows += 1;
        for cell in cells {
            let at = (table, cell.at.column);
            if let Some(sum) =
                figure_of(Some(cell)).and_then(|own| self.sums.get(&at).copied().unwrap_or_default().checked_add(own))
            {
                self.sums.insert(at, sum);
            }
            if read_mark(&raw_text(&cell.value)) == MarkText::Yes {
                *self.yes.entry(at).or_default() += 1;
            }
        }
    }

    /// Whether a figure is one of theirs: how many they are, how many have a yes, what a column comes to.
    fn has(&self, figure: Decimal) -> bool {
        let counts = || self.yes.values().chain([&self.rows]).any(|count| Decimal::from(*count) == figure);
        counts() || self.sums.values().any(|sum| *sum == figure)
    }
}

/// The counted rows in groups, each by a text that one of their columns holds.
struct Groups {
    all: Group,
    by_text: BTreeMap<String, Vec<(Column, Group)>>,
}

impl Groups {
    fn of(chosen: &[Chosen]) -> Self {
        let mut own = Self { all: Group::default(), by_text: BTreeMap::new() };
        for (table, Chosen { sheet, layout, name, .. }) in chosen.iter().enumerate() {
            let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
            for row in layout.rows.iter().filter(is_data) {
                let cells = sheet.row(row.row);
                own.all.add(table, &cells);
                for column in layout.columns.iter().filter(|column| name.is_none() || column.isian != *name) {
                    let Some(cell) = sheet.cell(CellAddress::new(row.row, column.column)) else { continue };
                    let text = without_place_word(&raw_text(&cell.value));
                    if !text.chars().any(char::is_alphabetic) {
                        continue;
                    }
                    let groups = own.by_text.entry(text).or_default();
                    let at = (table, column.column);
                    match groups.iter_mut().find(|(own, _)| *own == at) {
                        Some((_, group)) => group.add(table, &cells),
                        None => {
                            let mut group = Group::default();
                            group.add(table, &cells);
                            groups.push((at, group));
                        }
                    }
                }
            }
        }
        own
    }
}

/// Whether a sheet is such a recap, of all the rows: every line that holds figures is a group or the total, and all its figures
/// are theirs.
pub(crate) fn agrees(chosen: &[Chosen], sheet: &Sheet) -> bool {
    let rows: usize = chosen.iter().map(|chosen| chosen.layout.rows.iter().count()).sum();
    if sheet.cells.len() > MOST || rows > MOST || chosen.is_empty() || !is_plain(chosen, sheet) {
        return false;
    }
    let groups = Groups::of(chosen);
    let mut found: BTreeMap<Column, (BTreeSet<String>, usize)> = BTreeMap::new();
    for row in sheet.cells.rows_from(0) {
        let cells: Vec<Cell> = row.cells().collect();
        let figures: Vec<Decimal> = figures(&cells);
        let label = cells.iter().find_map(label);
        let Some(label) = label else {
            // 1, 2, 3 below the headings.
            if figures.iter().zip(1..).any(|(figure, number)| *figure != Decimal::from(number)) {
                return false;
            }
            continue;
        };
        if figures.is_empty() {
            continue;
        }
        if total_phrase(&label).is_some() {
            if !figures.iter().all(|figure| groups.all.has(*figure)) {
                return false;
            }
            continue;
        }
        let name = without_place_word(&label);
        let own = groups.by_text.get(&name).into_iter().flatten();
        let own: Vec<&(Column, Group)> = own.filter(|(_, group)| figures.iter().all(|figure| group.has(*figure))).collect();
        if own.is_empty() {
            return false;
        }
        for (at, group) in own {
            let column = found.entry(*at).or_default();
            if column.0.insert(name.clone()) {
                column.1 += group.rows;
            }
        }
    }
    let covers = |(names, rows): &(BTreeSet<String>, usize)| names.len() >= 2 && *rows == groups.all.rows;
    found.values().any(covers)
}

/// Whether no line of the sheet says of its figures what the list does not: another unit or year, a part of the year, a plan.
fn is_plain(chosen: &[Chosen], sheet: &Sheet) -> bool {
    let is_of_list = |year: &str| {
        let says = |chosen: &Chosen| {
            let titles = || chosen.sheet.cells.rows_from(0).take(TITLES);
            chosen.sheet.berkas.contains(year)
                || chosen.sheet.name.as_deref().is_some_and(|name| name.contains(year))
                || titles().any(|row| row.cells().any(|cell| raw_text(&cell.value).contains(year)))
        };
        chosen.iter().any(says)
    };
    // `Aktif | Tidak Aktif` among headings are kinds.
    let is_plain = |text: &str, among: usize| {
        let words = spelt_words(text);
        let of_year = |word: &String| stated_year(word).is_none_or(|_| is_of_list(word));
        caption_unit(text).is_none_or(|(factor, _)| factor == 1)
            && Heading::read(text).unit.is_none_or(|(factor, _)| factor == 1)
            && unclear_unit(text).is_none()
            && limiting(text).is_none()
            && provisional(text).is_none()
            && period_in_line(text).is_none()
            && words.iter().all(|word| {
                of_year(word) && (among >= 3 && matches!(word.as_str(), "tidak" | "belum") || !LIMITS.contains(&word.as_str()))
            })
    };
    sheet.cells.rows_from(0).all(|row| {
        let cells: Vec<Cell> = row.cells().collect();
        let is_line = !figures(&cells).is_empty() && cells.iter().any(|cell| label(cell).is_some());
        let labels: Vec<String> = cells.iter().filter_map(label).collect();
        is_line || labels.iter().all(|text| is_plain(text, labels.len()))
    })
}

/// A period of a line that is no whole year.
fn period_in_line(text: &str) -> Option<()> {
    let period = stated_in(text)?.period;
    (period.until.is_some_and(|month| month != 12) || period.months.is_some_and(|months| months != 12)).then_some(())
}

/// So many rows hold a list's titles.
const TITLES: usize = 12;

/// Words of figures that are not the list's, or not all of them.
const LIMITS: &[&str] = &[
    "belum",
    "tidak",
    "kecuali",
    "tanpa",
    "hanya",
    "sebagian",
    "target",
    "rencana",
    "proyeksi",
    "prognosis",
    "prognosa",
    "sementara",
    "lalu",
    "sebelumnya",
    "sampai",
    "hingga",
    "s",
    "sd",
    "semester",
    "triwulan",
    "tw",
    "bulan",
    "juni",
    "juli",
    "september",
    "kumulatif",
    "ribuan",
    "jutaan",
    "ribu",
    "juta",
    "miliar",
    "nonaktif",
];

fn label(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// A line's figures but its running number.
fn figures(cells: &[Cell]) -> Vec<Decimal> {
    let first_label = cells.iter().find(|cell| label(cell).is_some()).map(|cell| cell.at.column);
    let is_behind = |cell: &&Cell| first_label.is_none_or(|first| cell.at.column > first);
    let is_text = |cell: &Cell| label(cell).is_some();
    let figure = |cell: &Cell| match &cell.value {
        Value::Number { value, .. } => Some(*value),
        Value::Text(_) if !is_text(cell) => figure_of(Some(cell)),
        _ => None,
    };
    cells.iter().filter(is_behind).filter_map(figure).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// How often a recap beside a list of six koperasi is told of.
    fn told(headings: &[&str], lines: &[(&str, &[u32])]) -> usize {
        told_under("REKAPITULASI KOPERASI PER KECAMATAN TAHUN 2021", headings, lines)
    }

    fn told_under(title: &str, headings: &[&str], lines: &[(&str, &[u32])]) -> usize {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |book| {
            let sheet = book.add_worksheet().set_name("Data").expect("a name");
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor BH", "Kecamatan", "Status", "Volume Usaha"]) {
                sheet.write(0, column, heading).expect("a heading");
            }
            for row in 1..=6_u32 {
                sheet.write(row, 0, format!("KSU Nama {row}")).expect("a name");
                sheet.write(row, 1, format!("{row}/BH/1998")).expect("a number");
                sheet.write(row, 2, ["Kertek", "Garung", "Mojo"][row as usize % 3]).expect("a place");
                sheet.write(row, 3, if row == 4 { "Tidak Aktif" } else { "Aktif" }).expect("a status");
                sheet.write(row, 4, 1_000_100 * row).expect("an amount");
            }
            let recap = book.add_worksheet().set_name("Rekap").expect("a name");
            recap.write(0, 0, title).expect("a title");
            for (column, heading) in (0..).zip(["No"].iter().chain(headings)) {
                recap.write(2, column, *heading).expect("a heading");
            }
            for (row, (label, figures)) in (3..).zip(lines) {
                recap.write(row, 0, row - 2).expect("a number");
                recap.write(row, 1, *label).expect("a label");
                for (column, figure) in (2..).zip(*figures) {
                    recap.write(row, column, *figure).expect("a figure");
                }
            }
        });
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::LembarTidakDibaca).len()
    }

    #[test]
    fn recaps_of_the_rows_and_others() {
        let headings = ["Kecamatan", "Jumlah Koperasi", "Volume Usaha"];
        let kertek = ("Kertek", &[2, 9_000_900][..]);
        let garung = ("Kec. Garung", &[2, 5_000_500][..]);
        let mojo = ("Mojo", &[2, 7_000_700][..]);
        let total = ("JUMLAH", &[6, 21_002_100][..]);
        assert_eq!(told(&headings, &[kertek, garung, mojo, total]), 0);
        assert_eq!(told(&headings, &[kertek, garung, mojo]), 0);
        // One figure that is another, a place that is not there, one that is left out, another sum.
        assert_eq!(told(&headings, &[kertek, garung, ("Mojo", &[2, 7_000_800]), total]), 1);
        assert_eq!(told(&headings, &[kertek, garung, mojo, ("Bojasari", &[1, 3_000_300]), total]), 1);
        assert_eq!(told(&headings, &[kertek, garung]), 1);
        assert_eq!(told(&headings, &[kertek, garung, mojo, ("JUMLAH", &[6, 22_002_200])]), 1);
    }

    #[test]
    fn recaps_that_say_another_thing_of_the_same_figures() {
        let lines = [("Kertek", &[2, 9_000_900][..]), ("Garung", &[2, 5_000_500][..]), ("Mojo", &[2, 7_000_700][..])];
        let headings = ["Kecamatan", "Jumlah Koperasi", "Volume Usaha"];
        assert_eq!(told_under("REKAP KOPERASI TAHUN 2021", &headings, &lines), 0);
        for title in [
            "REKAP KOPERASI TAHUN 2021 (DALAM RIBUAN RUPIAH)",
            "REKAP KOPERASI S/D JUNI 2021",
            "REKAP KOPERASI PER 30 JUNI 2021",
            "REKAP KOPERASI, TARGET TAHUN 2021",
            "REKAP KOPERASI TIDAK AKTIF",
            "REKAP KOPERASI (ANGKA SEMENTARA)",
        ] {
            assert_eq!(told_under(title, &headings, &lines), 1, "{title}");
        }
        for heading in ["Volume Usaha (Rp ribu)", "Volume Usaha s/d Juni", "Volume Usaha 2020"] {
            assert_eq!(told(&["Kecamatan", "Jumlah Koperasi", heading], &lines), 1, "{heading}");
        }
    }
}
