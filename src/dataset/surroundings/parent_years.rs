//! A parent heading that states an earlier year than the heading below it: `Realisasi 2020` over `Volume Usaha 2021`. Which
//! of the two the amounts are of, the sheet does not say.

use crate::dataset::columns::column::Used;
use crate::diagnostic::{PeriodeBerbeda, Temuan};
use crate::table::TableLayout;
use crate::text::period_named;
use crate::vocabulary::{Sel, Year};
use crate::workbook::Sheet;
use std::collections::BTreeSet;

/// Such columns among those that figures rest on, each told once.
pub(crate) fn parent_years(sheet: &Sheet, layout: &TableLayout, used: &[Used]) -> Vec<Temuan> {
    let year = |label: &str| -> Option<Year> { period_named(label)?.0.year };
    let mut told: BTreeSet<u32> = BTreeSet::new();
    let of_column = |own: &Used| {
        let heading = &layout.columns[own.index];
        let (leaf, parents) = heading.path.split_last()?;
        let own = year(leaf)?;
        let parent = parents.iter().find(|parent| year(parent).is_some_and(|year| year < own))?;
        let fakta = PeriodeBerbeda { periode: parent.clone(), periode_lain: leaf.clone() };
        told.insert(heading.column).then(|| Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta))
    };
    used.iter().filter(|own| !own.rests.is_empty()).filter_map(of_column).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};

    fn refused(parent: &str, leaf: &str) -> bool {
        let rows: String = (1..7).map(|at| format!("{at};KSP {at}A;{at}/BH/1990;{at}00123;{at}5123\n")).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;{parent};{parent}\n;;;{leaf};SHU\n{rows}");
        let found = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat();
        found.iter().any(|one| one.starts_with("periode-berbeda"))
    }

    #[test]
    fn an_earlier_year_over_a_later_one() {
        for parent in ["2020", "Realisasi 2020", "Keadaan 31-12-2020"] {
            assert!(refused(parent, "Volume Usaha 2021"), "{parent}");
        }
        for (parent, leaf) in
            [("2021", "Volume Usaha 2021"), ("Tahun 2021", "Volume Usaha"), ("Tahun 2019-2021", "Volume Usaha 2021")]
        {
            assert!(!refused(parent, leaf), "{parent} / {leaf}");
        }
    }
}
