//! Two columns that say of which part of the year a row is, and contradict each other: `periode_data 202312` beside
//! `triwulan 1`. A formula that picks rows by the one takes them for what the other says they are not.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::part_period::cell_period;
use crate::dataset::counted::On;
use crate::diagnostic::{PeriodeBerbeda, Temuan};
use crate::table::LayoutColumn;
use crate::text::{Period, period_alone};
use crate::vocabulary::CellAddress;
use crate::workbook::Cell;

/// The first row of which a column that formulas pick rows by, and another, name parts of the year that share no month.
pub(crate) fn contrary_periods(on: &On, picked: &[&LayoutColumn], others: &[&LayoutColumn]) -> Option<Temuan> {
    let pairs = || picked.iter().flat_map(|own| others.iter().map(move |other| (*own, *other)));
    pairs().find_map(|(own, other)| {
        on.rows.iter().find_map(|row| {
            let said = |column: &LayoutColumn| {
                let at = CellAddress::new(row.row, column.column);
                let cell = on.merged.cell(on.sheet, at)?;
                let heading = column.path.last().map_or("", String::as_str);
                Some((months(&period_of(&cell, heading)?)?, format!("{heading} {}", raw_text(&cell.value)), at))
            };
            let ((own, periode_lain, _), (other, periode, at)) = (said(own)?, said(other)?);
            let is_within = |one: (u8, u8), whole: (u8, u8)| whole.0 <= one.0 && one.1 <= whole.1;
            let agree = is_within(own, other) || is_within(other, own);
            (!agree).then(|| Temuan::new(on.sheet.at_cell(at), PeriodeBerbeda { periode, periode_lain }))
        })
    })
}

/// What a cell says of the year's parts, by itself or under its heading: 1 under `Triwulan`.
fn period_of(cell: &Cell, heading: &str) -> Option<Period> {
    let alone = cell_period(cell).filter(|period| period.until.is_some());
    alone.or_else(|| period_alone(&format!("{heading} {}", raw_text(&cell.value))).filter(|period| period.until.is_some()))
}

/// The first and the last month.
fn months(period: &Period) -> Option<(u8, u8)> {
    let until = period.until?;
    let first = until.checked_sub(period.months.unwrap_or(1))? + 1;
    Some((first, until))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    fn told(parts: [(&str, &str); 4]) -> usize {
        let row = |(at, (period, quarter)): (usize, &(&str, &str))| {
            let one = |place: &str, n: usize| format!("{period};{quarter};{place};{}\n", 20 + 3 * n);
            one("KOTA SATU", 2 * at) + &one("KOTA DUA", 2 * at + 1)
        };
        let rows: String = parts.iter().enumerate().map(row).collect();
        let text = format!("periode_data;triwulan;wilayah;jumlah_usaha\n{rows}");
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["wilayah", "p"]).file("2021.csv", &text);
        let office =
            office.kolom("p", "periode_data", Some(JenisIsian::Teks)).kolom("wilayah", "wilayah", Some(JenisIsian::Teks));
        let office = office.kolom("jumlah_usaha", "jumlah_usaha", Some(JenisIsian::Angka));
        office.needs(2021, &["jumlah_usaha", "p"]).read().has(Kode::PeriodeBerbeda).len()
    }

    #[test]
    fn columns_of_periods_that_contradict_each_other_refuse() {
        assert_eq!(told([("202103", "4"), ("202106", "3"), ("202109", "2"), ("202112", "1")]), 1);
        assert_eq!(told([("202103", "1"), ("202106", "2"), ("202109", "3"), ("202112", "4")]), 0);
        assert_eq!(told([("202103", "TW I"), ("202106", "TW II"), ("202109", "TW III"), ("202112", "TW I")]), 1);
    }
}
