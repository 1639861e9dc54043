//! A label over the table and a date in the cell beside it: when the list was last filled in, or printed.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;
use rust_xlsxwriter::{ExcelDateTime, Format};

fn told(label: &str, (year, month, day): (u16, u8, u8)) -> usize {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "DATA KOPERASI").unwrap();
        sheet.write(1, 0, label).unwrap();
        let date = ExcelDateTime::from_ymd(year, month, day).unwrap();
        sheet.write_with_format(1, 1, &date, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        for (column, heading) in (0..).zip(["No", "Nama Koperasi", "No Badan Hukum", "Volume Usaha"]) {
            sheet.write(3, column, heading).unwrap();
        }
        for row in 0..8u32 {
            sheet.write(4 + row, 0, row + 1).unwrap();
            sheet.write(4 + row, 1, format!("KSU Adil {row}")).unwrap();
            sheet.write(4 + row, 2, format!("518/{row}1/BH/1998")).unwrap();
            sheet.write(4 + row, 3, 31_000_123 + row * row * 1_234_567).unwrap();
        }
    });
    let read = office.needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn a_day_beside_its_label_is_heard_as_one_line() {
    for label in ["Update", "Tanggal cetak", "Tanggal"] {
        assert_eq!(told(label, (2021, 6, 15)), 1, "{label}");
        assert_eq!(told(label, (2022, 1, 10)), 0, "{label}");
    }
    assert_eq!(told("Tanggal berdiri dinas", (2001, 6, 15)), 0);
}
