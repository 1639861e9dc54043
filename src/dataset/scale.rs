//! What a money column's numbers are multiplied by to be rupiah.

use crate::diagnostic::{SatuanBerselisih, Temuan};
use crate::profile::SatuanUang;
use crate::table::{LayoutColumn, TableLayout};
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

fn stated(factor: u64, text: &str) -> Scale {
    Scale { factor: Decimal::from(factor), text: (factor != 1).then(|| text.to_owned()) }
}
