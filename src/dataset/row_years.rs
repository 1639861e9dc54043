//! Of which year each counted row is, where a Tahun column says so.

use super::accept::Findings;
use super::cell::raw_text;
use super::counted::On;
use super::years::{YearPlan, founding, year_column, year_in};
use crate::diagnostic::{BukanAngka, BukanAngkaSebab, PeriodeBerbeda, TahunBerdiri, TahunKosong, Temuan};
use crate::vocabulary::{CellAddress, Sel, Year};

/// The year of rows whose Tahun cell says nothing: they belong nowhere.
pub(crate) const NO_YEAR: Year = Year(0);

/// The year of each counted row: none where the plan gives it, [`NO_YEAR`]
/// where its Tahun cell does not.
pub(crate) fn years_of_rows(on: &On, plan: &YearPlan, findings: &mut Findings) -> Vec<Option<Year>> {
    let On { source, sheet, layout, merged, rows } = *on;
    let stated = year_column(layout);
    let (index, fixed) = match (plan, stated) {
        (YearPlan::Column(index), _) => (*index, None),
        (YearPlan::Fixed(tahun), Some(index)) if source.sumber.tahun.is_none() => (index, Some(*tahun)),
        _ => return vec![None; rows.len()],
    };
    let column = layout.columns[index].column;
    let stands = |row: u32| merged.cell(sheet, CellAddress::new(row, column)).and_then(|cell| year_in(&cell));
    let founded = founding(rows.iter().map(|row| (stands(row.row), row.nama.as_str())));
    if let Some((dari, sampai)) = founded {
        if fixed.is_some() {
            return vec![None; rows.len()];
        }
        let judul = layout.columns[index].path.join(" / ");
        let fakta = TahunBerdiri { judul, dari: dari.to_string(), sampai: sampai.to_string() };
        findings.add(Temuan::new(sheet.at().with(Sel::Column(column)), fakta));
    }
    let mut blank: Vec<String> = Vec::new();
    let mut years = Vec::with_capacity(rows.len());
    for counted in rows {
        let at = CellAddress::new(counted.row, column);
        let cell = merged.cell(sheet, at);
        let year = cell.and_then(|cell| year_in(&cell));
        let text = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let place = sheet.at_cell(at);
        match (year, fixed) {
            (Some(year), None) => years.push(Some(year)),
            (Some(year), Some(fixed)) if year != fixed => {
                let fakta = PeriodeBerbeda { periode: text.clone(), periode_lain: fixed.to_string() };
                findings.raise(Temuan::new(place, fakta).named(&counted.nama), Some(&text));
                years.push(None);
            }
            (_, Some(_)) => years.push(None),
            (None, None) if text.trim().is_empty() => {
                blank.push(counted.nama.clone());
                years.push(Some(NO_YEAR));
            }
            (None, None) => {
                let fakta = BukanAngka { ditemukan: text.clone(), sebab: BukanAngkaSebab::Kata };
                let granted = findings.raise(Temuan::new(place, fakta).named(&counted.nama), Some(&text));
                let year = granted.and_then(|granted| granted.nilai).and_then(|nilai| Year::parse(&nilai));
                years.push(Some(year.unwrap_or(NO_YEAR)));
            }
        }
    }
    if !blank.is_empty() {
        let jumlah = blank.len();
        blank.truncate(3);
        findings.add(Temuan::new(sheet.at().with(Sel::Column(column)), TahunKosong { jumlah, contoh: blank }));
    }
    years
}
