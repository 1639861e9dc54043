//! The year's quarters or months as rows, each once, under which the sheet itself states their sum: together they are the year.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::part_period::cell_period;
use crate::dataset::counted::{CountedRow, On, StatedTotal};
use crate::diagnostic::{Fakta, Temuan};
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::text::{Period, period_alone};
use crate::vocabulary::CellAddress;
use std::collections::BTreeSet;

/// The column whose cells name the parts of the year that the counted rows are, where they are all of it.
pub(crate) fn whole_year(on: &On, totals: &[StatedTotal], used: &[Used]) -> Option<u32> {
    let (first, last) = (on.rows.first()?, on.rows.last()?);
    if used.iter().any(|own| !own.rests.is_empty() && is_stock(&on.source.fields[own.field].isian)) {
        return None;
    }
    let is_total = |total: &StatedTotal| total.first <= first.row && last.row <= total.last;
    totals.iter().any(is_total).then_some(())?;
    // Twelve months are the most.
    (2..=12).contains(&on.rows.len()).then_some(())?;
    on.layout.columns.iter().find(|column| are_all_parts(on, column)).map(|column| column.column)
}

/// What there is at a time, which does not add up over the year: four quarters' members are no members of the year.
const STOCKS: [&str; 6] = ["anggota", "tenaga_kerja", "karyawan", "manajer", "aset", "modal"];

/// Whether the field is one of these.
pub(crate) fn is_stock(isian: &str) -> bool {
    STOCKS.iter().any(|stock| isian.starts_with(stock))
}

/// How many parts the year has by which a title says that its figures are: `PER TRIWULAN`.
pub(crate) fn parts_named(temuan: &Temuan) -> Option<usize> {
    let Fakta::JudulMembatasi(fakta) = &temuan.fakta else { return None };
    // An average, a stock or a running sum of each is another thing.
    let is_other = |word: &String| matches!(word.as_str(), "rata" | "rerata" | "kumulatif" | "akumulasi" | "posisi" | "keadaan");
    let words = spelt_words(&fakta.judul);
    // `PER TRIWULAN PER KOPERASI`: what falls to each of them.
    let is_of_each = |two: &[String]| {
        two[0] == "per" && matches!(two[1].as_str(), "koperasi" | "usaha" | "umkm" | "ukm" | "unit" | "orang" | "anggota" | "kk")
    };
    if words.iter().any(is_other) || words.windows(2).any(is_of_each) {
        return None;
    }
    match fakta.kata.as_str() {
        "per semester" => Some(2),
        "per triwulan" | "per kuartal" => Some(4),
        "per bulan" | "per bln" => Some(12),
        _ => None,
    }
}

/// Whether the rows' cells of a column are parts of equal length, one after another through the year.
fn are_all_parts(on: &On, column: &LayoutColumn) -> bool {
    let heading = column.path.last().map_or("", String::as_str);
    let part = |row: &CountedRow| -> Option<Period> {
        let cell = on.sheet.cell(CellAddress::new(row.row, column.column))?;
        let text = raw_text(&cell.value);
        let period = cell_period(&cell).filter(|period| period.until.is_some());
        period.or_else(|| period_alone(&format!("{heading} {text}"))).filter(|period| period.day.is_none())
    };
    let parts: Option<Vec<Period>> = on.rows.iter().map(part).collect();
    let Some(parts) = parts else { return false };
    let Ok(count) = u8::try_from(parts.len()) else { return false };
    let months = 12 / count;
    let is_one = |period: &Period| period.months.unwrap_or(1) == months;
    let ends: BTreeSet<u8> = parts.iter().filter_map(|period| period.until).collect();
    months * count == 12 && parts.iter().all(is_one) && ends == (1..=count).map(|part| part * months).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Tingkat;
    use crate::profile::Dictionary;

    /// The levels of what is told of a volume in lines of parts of the year, the last line being their stated sum where there is one.
    fn told(heading: &str, parts: &[&str], total: Option<u32>) -> usize {
        let lines = parts.iter().enumerate().map(|(at, part)| format!("{};{part};{}\n", at + 1, 150_000_000 + at * 12_345_000));
        let total = total.map(|total| format!(";Jumlah;{total}\n")).unwrap_or_default();
        let (title, heading) = heading.split_once('|').unwrap_or(("DATA KOPERASI", heading));
        let text = format!("{title}\n\nNo;{heading};Volume Usaha\n{}{total}", lines.collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["triwulan"])
            .file("2021.csv", &text)
            .source(|sumber| sumber.butir = Some("triwulan".to_owned()))
            .needs(2021, &["volume_usaha"]);
        office.read().temuan.iter().filter(|temuan| temuan.tingkat() != Tingkat::Catatan).count()
    }

    #[test]
    fn what_there_is_at_a_time_does_not_add_up() {
        let lines: String =
            ["I", "II", "III", "IV"].iter().zip(120..).map(|(part, count)| format!("{part};{count};{count}345678\n")).collect();
        let text = format!("DATA KOPERASI\n\nTriwulan;Jumlah Anggota;Volume Usaha\n{lines}Jumlah;486;487382712\n");
        let refused = |needs: &[&str]| {
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["triwulan"]).file("2021.csv", &text);
            let office = office.source(|sumber| sumber.butir = Some("triwulan".to_owned())).needs(2021, needs);
            office.read().temuan.iter().filter(|temuan| temuan.tingkat() == Tingkat::Galat).count()
        };
        assert_eq!(refused(&["volume_usaha"]), 0);
        assert!(refused(&["volume_usaha", "anggota"]) > 0);
    }

    #[test]
    fn four_quarters_and_their_sum() {
        for (heading, parts) in [
            ("Triwulan", ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]),
            ("Triwulan", ["I", "II", "III", "IV"]),
            ("Triwulan", ["TW I", "TW II", "TW III", "TW IV"]),
        ] {
            assert_eq!(told(heading, &parts, Some(674_070_000)), 0, "{parts:?}");
            // Nothing says that they add up.
            assert!(told(heading, &parts, None) > 0, "{parts:?}");
        }
        // A title that says so is of the rows; one of another part is of their figures.
        let (parts, sum) = (["I", "II", "III", "IV"], Some(674_070_000));
        assert_eq!(told("VOLUME USAHA PER TRIWULAN TAHUN 2021|Triwulan", &parts, sum), 0);
        assert!(told("VOLUME USAHA PER TRIWULAN TAHUN 2021|Triwulan", &parts[..3], Some(487_035_000)) > 0);
        assert!(told("VOLUME USAHA PER TRIWULAN PER KOPERASI TAHUN 2021|Triwulan", &parts, sum) > 0);
        assert!(told("RATA-RATA VOLUME USAHA PER BULAN TAHUN 2021|Triwulan", &parts, sum) > 0);
        assert!(told("VOLUME USAHA PER BULAN TAHUN 2021|Triwulan", &parts, sum) > 0);
        // One of them is lacking, or stands twice.
        assert!(told("Triwulan", &["TW I", "TW II", "TW III"], Some(487_035_000)) > 0);
        assert!(told("Triwulan", &["TW I", "TW II", "TW II", "TW IV"], Some(674_070_000)) > 0);
        assert!(told("Triwulan", &["TW I", "TW II", "TW III", "TW IV"], Some(186_000_000)) > 0);
    }

    #[test]
    fn a_title_by_quarters_over_their_columns_and_the_year() {
        // Four columns and their sum, under one merged label where there is one.
        let galat = |title: &'static str, over: &'static str, parts: [&'static str; 4]| {
            let write = move |workbook: &mut rust_xlsxwriter::Workbook| {
                let sheet = workbook.add_worksheet();
                sheet.write(0, 0, title).unwrap().write(1, 0, "TAHUN 2021").unwrap();
                if !over.is_empty() {
                    sheet.merge_range(2, 2, 2, 5, over, &rust_xlsxwriter::Format::new()).unwrap();
                }
                sheet.write_row(3, 0, ["No", "Kecamatan"]).unwrap().write_row(3, 2, parts).unwrap();
                sheet.write(3, 6, "Jumlah").unwrap();
                for (row, name) in (4..).zip(["Wedi", "Cawas", "Bayat"]) {
                    sheet.write(row, 0, row - 3).unwrap().write(row, 1, name).unwrap();
                    sheet.write_row(row, 2, [row, 4, 5, 6, row + 15]).unwrap();
                }
            };
            let office = Office::new(Dictionary::None, &["data/{tahun}.xlsx"], &[])
                .xlsx("2021.xlsx", write)
                .kolom("kecamatan", "Kecamatan", Some(crate::profile::JenisIsian::Teks))
                .kolom("jumlah", "Jumlah", Some(crate::profile::JenisIsian::Angka))
                .source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            office.needs(2021, &["jumlah"]).read().galat()
        };
        let quarters = ["TW I", "TW II", "TW III", "TW IV"];
        for title in ["REKAPITULASI PENERBITAN NIB PER TRIWULAN", "LAPORAN NIB TRIWULAN I S/D IV"] {
            assert_eq!(galat(title, "", quarters), Vec::<String>::new(), "{title}");
            assert_eq!(galat(title, "Triwulan", ["I", "II", "III", "IV"]), Vec::<String>::new(), "{title}");
        }
        // Columns that are no quarters, and a title of one of them.
        let others = ["Kuliner", "Fesyen", "Kriya", "Jasa"];
        assert!(!galat("REKAPITULASI PENERBITAN NIB PER TRIWULAN", "", others).is_empty());
        assert!(!galat("LAPORAN NIB TRIWULAN III", "", others).is_empty());
    }
}
