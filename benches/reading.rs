//! Rows read per second by our reader beside calamine's own iteration over the
//! same file: 10^5 rows of 14 columns, in turn, so that both meet the same machine.
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use calamine::{Reader as _, Xlsx};
use iku::profile::Limits;
use iku::workbook::Reader;
use rust_xlsxwriter::Workbook;
use std::path::Path;
use std::time::Instant;

const ROWS: u32 = 100_000;
const TURNS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = folder.path().join("besar.xlsx");
    generate(&file);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let start = Instant::now();
        let cells = read_by_us(&file);
        ours.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let beside = read_by_calamine(&file);
        theirs.push(start.elapsed().as_secs_f64());
        assert_eq!(cells, beside, "both must see the same cells");
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let rate = |seconds: f64| f64::from(ROWS) / seconds;
    println!("reading: {:.0} rows a second by iku, {:.0} by calamine's iteration", rate(ours), rate(theirs));
    println!("reading: iku takes {:.2} times as long as calamine", ours / theirs);
}

/// A koperasi table such as offices keep, made of a counter.
fn generate(file: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().expect("a sheet");
    for row in 0..=ROWS {
        for column in 0..14u16 {
            let written = match (row, column) {
                (0, _) => sheet.write_string(row, column, format!("Judul kolom {column}")),
                (_, 0) => sheet.write_number(row, column, f64::from(row)),
                (_, 1) => sheet.write_string(row, column, format!("Koperasi Serba Usaha {row}")),
                (_, 2) => sheet.write_string(row, column, format!("BH/{row}/KWK.13/2001")),
                (_, 3) => sheet.write_string(row, column, ["Bugul Kidul", "Gadingrejo", "Purworejo"][row as usize % 3]),
                _ => sheet.write_number(row, column, f64::from((row * 7_919 + u32::from(column) * 104_729) % 900_000_000)),
            };
            written.expect("a cell within Excel's limits");
        }
    }
    workbook.save(file).expect("room on the disk");
}

fn read_by_us(file: &Path) -> usize {
    let reader = Reader::new(Limits::default());
    let workbook = reader.read(file, "besar.xlsx").unwrap_or_else(|temuan| panic!("{}", temuan.pesan()));
    workbook.sheets.iter().map(|sheet| sheet.cells.len()).sum()
}

fn read_by_calamine(file: &Path) -> usize {
    let mut workbook: Xlsx<_> = calamine::open_workbook(file).expect("a workbook");
    let name = workbook.sheet_names()[0].clone();
    let mut cells = workbook.worksheet_cells_reader(&name).expect("a sheet");
    let mut count = 0;
    while let Some(cell) = cells.next_cell().expect("a cell") {
        std::hint::black_box(&cell);
        count += 1;
    }
    count
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
