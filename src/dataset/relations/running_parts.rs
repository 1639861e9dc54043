//! Months or quarters beside their sum that are no month's amounts but what had come together by then: each as much as the
//! one before or more, in every row. Their sum is many times the year. None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::relations::year_parts::year_parts;
use crate::diagnostic::Banding;
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;

/// Fewer rows grow so by chance: of twelve months, and of four quarters.
const FEW_OF_MONTHS: usize = 3;
const FEW_OF_QUARTERS: usize = 6;
const QUARTERS: usize = 4;
/// What has come together by the last is so many times the first, of so many parts.
const SHARE: Decimal = Decimal::TWO;

/// Tells years that are the sum of parts which run on, where figures rest on them.
pub(crate) fn check_running_parts(used: &mut [Used], on: &On, findings: &mut Findings) {
    for own in used.iter_mut() {
        let whole = &on.layout.columns[own.index];
        if own.rests.is_empty() || on.source.fields[own.field].jenis != Jenis::Uang {
            continue;
        }
        let stated = on.layout.made_up.iter().find(|(column, _)| *column == whole.column).map(|(_, parts)| parts.clone());
        let of_year = || year_parts(on.layout, whole, &on.source.fields[own.field]).map(|parts| parts.columns);
        let Some(parts) = stated.or_else(of_year).filter(|parts| parts.len() >= QUARTERS) else { continue };
        let figures = |row: u32| -> Option<Vec<Decimal>> {
            parts.iter().map(|column| figure_of(on.sheet.cell(CellAddress::new(row, *column)).as_ref())).collect()
        };
        let rows = on.rows.iter().enumerate().filter_map(|(index, row)| Some((index, figures(row.row)?)));
        let filled: Vec<(usize, Vec<Decimal>)> = rows.filter(|(_, parts)| parts.iter().all(|part| !part.is_zero())).collect();
        let few = if parts.len() > QUARTERS { FEW_OF_MONTHS } else { FEW_OF_QUARTERS };
        let is_running = |(_, parts): &(usize, Vec<Decimal>)| {
            let grows = parts.windows(2).filter(|pair| pair[0] < pair[1]).count() * 3 >= parts.len() * 2;
            let far = parts.first().and_then(|first| first.checked_mul(Decimal::from(parts.len()))?.checked_div(SHARE));
            parts.windows(2).all(|pair| pair[0] <= pair[1])
                && grows
                && far.is_some_and(|far| parts.last().is_some_and(|last| *last >= far))
        };
        let (true, Some((first, _))) = (filled.len() >= few && filled.iter().all(is_running), filled.first()) else { continue };
        let last = parts.last().and_then(|column| on.layout.columns.iter().find(|own| own.column == *column));
        let kolom = last.map(|last| last.path.join(" / ")).unwrap_or_default();
        let banding = Banding::BagianBerjalan { kolom, baris: filled.len() };
        own.doubt(on, *first, banding, findings);
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// How many cells are told of five businesses with these parts and their sum.
    fn told(heads: &str, parts: u64, amount: impl Fn(u64, u64) -> u64) -> usize {
        let line = |at: u64| {
            let own: Vec<u64> = (1..=parts).map(|part| amount(at, part)).collect();
            let said: Vec<String> = own.iter().map(u64::to_string).collect();
            format!("{};35750101018000{at:02};Usaha {at};{};{}\n", at + 1, said.join(";"), own.iter().sum::<u64>())
        };
        let text = format!("No;NIK;Nama Usaha;{heads};Omset\n{}", (0..7).map(line).collect::<String>());
        let read = Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).len()
    }

    #[test]
    fn parts_that_run_on_are_told_and_a_good_year_is_not() {
        let months = "Jan;Feb;Mar;Apr;Mei;Jun;Jul;Agu;Sep;Okt;Nov;Des";
        let month = |at: u64, part: u64| 1_200_000 + (at * 731_233 + part * part * 417_311) % 2_900_123;
        let running = |at: u64, part: u64| (1..=part).map(|part| month(at, part)).sum::<u64>();
        assert_eq!(told(months, 12, month), 0);
        assert_eq!(told(months, 12, running), 1);
        assert_eq!(told("TW I;TW II;TW III;TW IV", 4, month), 0);
        assert_eq!(told("TW I;TW II;TW III;TW IV", 4, running), 1);
        // A little more each month.
        assert_eq!(told(months, 12, |at, part| 1_200_000 + at * 317_000 + part * 51_000), 0);
    }
}
