//! What a money column's numbers are multiplied by to be rupiah.

use crate::diagnostic::{SatuanBerselisih, Temuan};
use crate::profile::SatuanUang;
use crate::table::{LayoutColumn, TableLayout};
use crate::text::name_unit;
use crate::vocabulary::Sel;
use crate::workbook::Sheet;
use rust_decimal::Decimal;

/// A column's scale, and its words where it is not plain rupiah.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Scale {
    pub factor: Decimal,
    pub text: Option<String>,
}

/// The scale of a money column: as the profile says, else its heading, else the
/// table's caption, else rupiah. A heading that contradicts the caption is a finding.
pub(crate) fn scale_of(
    profile: Option<SatuanUang>,
    sheet: &Sheet,
    layout: &TableLayout,
    column: &LayoutColumn,
) -> (Scale, Option<Temuan>) {
    if let Some(satuan) = profile {
        let (factor, text) = match satuan {
            SatuanUang::Rupiah => (1, "rupiah"),
            SatuanUang::Ribu => (1_000, "ribu"),
            SatuanUang::Juta => (1_000_000, "juta"),
            SatuanUang::Miliar => (1_000_000_000, "miliar"),
        };
        return (stated(factor, text), None);
    }
    // `Volume Usaha (orang)`: whatever is in it, it is no money.
    if let Some(counted) = &column.counted {
        let fakta = SatuanBerselisih { pertama: counted.clone(), kedua: "Rp".to_owned() };
        let place = sheet.at().with(Sel::Column(column.column));
        return (stated(1, ""), Some(Temuan::new(place, fakta)));
    }
    // The sheet or the file is called `(Rp Juta)` and nothing on the sheet says so.
    if let (None, None, Some((factor, text))) = (&column.unit, &layout.unit, named_unit(sheet)) {
        return (stated(factor, &text), None);
    }
    if let Some((factor, text)) = named_unit(sheet)
        && let Some(own) = column.unit.as_ref().or(layout.unit.as_ref())
        && own.factor != factor
    {
        let fakta = SatuanBerselisih { pertama: own.text.clone(), kedua: text };
        return (stated(own.factor, &own.text), Some(Temuan::new(sheet.at_cell(own.at), fakta)));
    }
    let own = column.unit.as_ref().or(layout.unit.as_ref());
    // Noted below another table of the sheet: whether it holds here nobody says.
    if let (None, Some(other)) = (own, &layout.unit_conflict) {
        let fakta = SatuanBerselisih { pertama: "Rp".to_owned(), kedua: other.text.clone() };
        return (stated(1, ""), Some(Temuan::new(sheet.at_cell(other.at), fakta)));
    }
    // Two captions that differ: at least one of them contradicts the column.
    if let (Some(own), Some(other)) = (own, &layout.unit_conflict)
        && own.factor != other.factor
    {
        let fakta = SatuanBerselisih { pertama: own.text.clone(), kedua: other.text.clone() };
        return (stated(own.factor, &own.text), Some(Temuan::new(sheet.at_cell(other.at), fakta)));
    }
    match (&column.unit, &layout.unit) {
        (Some(own), Some(caption)) if own.factor != caption.factor => {
            let fakta = SatuanBerselisih { pertama: own.text.clone(), kedua: caption.text.clone() };
            (stated(own.factor, &own.text), Some(Temuan::new(sheet.at_cell(own.at), fakta)))
        }
        (Some(unit), _) | (None, Some(unit)) => (stated(unit.factor, &unit.text), None),
        (None, None) => (stated(1, ""), None),
    }
}

/// The scale that the sheet's or the file's name states: `Rekap (Rp Juta)`, `dalam ribuan`.
fn named_unit(sheet: &Sheet) -> Option<(u64, String)> {
    let file = sheet.berkas.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let names = [sheet.name.as_deref(), Some(stem)].into_iter().flatten();
    names.filter_map(name_unit).find(|(factor, _)| *factor > 1)
}

fn stated(factor: u64, text: &str) -> Scale {
    Scale { factor: Decimal::from(factor), text: (factor != 1).then(|| text.to_owned()) }
}
