//! Rows of averages and differences below the list that hold figures in counted columns: passed over, and told
//! unless the figures are just what their label says.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::RowKind;
use crate::text::phrase::{Summary, summary};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

/// The summary rows whose figures the counted rows do not give.
pub(crate) fn summary_rows(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let is_amount =
        |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let columns: Vec<u32> = used.iter().filter(is_amount).map(|used| layout.columns[used.index].column).collect();
    let label = |cells: &[Cell]| {
        let said = |cell: &Cell| match &cell.value {
            Value::Text(text) if matches!(summary(text), Some(Summary::Sure | Summary::Name)) => {
                Some((cell.at, raw_text(&cell.value)))
            }
            _ => None,
        };
        cells.iter().find_map(said)
    };
    let told = layout.rows.iter().filter(|row| *row.kind == RowKind::Footer && !columns.is_empty()).filter_map(|row| {
        let cells = sheet.row(row.row);
        let (at, text) = label(&cells).filter(|(_, text)| arti_of(source, text).is_none())?;
        let is_open = |column: &&u32| {
            let own = figure_of(sheet.cell(CellAddress::new(row.row, **column)).as_ref()).filter(|value| !value.is_zero());
            own.is_some_and(|own| {
                let above = rows.iter().filter(|counted| counted.row < row.row);
                let cells = above.filter_map(|counted| figure_of(sheet.cell(CellAddress::new(counted.row, **column)).as_ref()));
                !is_share(&text, own) && !is_of(own, &cells.collect::<Vec<Decimal>>())
            })
        };
        columns
            .iter()
            .any(|column| is_open(&column))
            .then(|| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(text.trim(), 0)))
    });
    told.collect()
}

/// `Kenaikan (%)` and a figure that a percentage may be.
fn is_share(text: &str, own: Decimal) -> bool {
    let lower = text.to_lowercase();
    ["%", "persen", "prosen", "pertumbuhan", "kenaikan", "penurunan"].iter().any(|word| lower.contains(word))
        && own.abs() <= Decimal::ONE_THOUSAND
}

/// Whether a figure is the average, the median, the least or the greatest of others, rounded as it may be.
fn is_of(own: Decimal, all: &[Decimal]) -> bool {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else { return false };
    let sum = sorted.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
    let filled = Decimal::from(sorted.len());
    let others = Decimal::from(sorted.iter().filter(|value| !value.is_zero()).count().max(1));
    let middle = || {
        let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
        low.checked_add(high).map(|sum| sum / Decimal::TWO)
    };
    let means = sum.into_iter().flat_map(|sum| [sum / filled, sum / others]).chain(middle());
    let is_near = |value: Decimal| (value - own).abs() <= Decimal::ONE;
    is_near(*least) || is_near(*most) || means.into_iter().any(is_near)
}
