//! Labels over a group's rows that carry the group's sum, `Kec. Gadingrejo` and its volume over its koperasi:
//! what their words leave in doubt their figures prove, all of them together.

use crate::dataset::counted::figure_of;
use crate::diagnostic::SebabJumlah;
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::phrase::is_place_label;
use crate::text::section::{SectionLabel, section_label};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What stands in the table, from top to bottom.
enum Line<'a> {
    Row(u32),
    /// Neither number nor key: it may carry the sum of the rows below it.
    Label(u32, &'a str),
    /// A label whose own formula sums its rows.
    Summed,
}

/// The labels (by their row) whose figures are the sums of the rows below them, each with the last of those rows: where
/// every row of the table stands under such a label and every label's figures are exactly such a sum. None otherwise.
pub(crate) fn group_sums(sheet: &Sheet, layout: &TableLayout, columns: &[u32]) -> BTreeMap<u32, u32> {
    let proven = lines(layout).and_then(|lines| prove(sheet, columns, &lines));
    proven.unwrap_or_default()
}

fn lines(layout: &TableLayout) -> Option<Vec<Line<'_>>> {
    let mut lines = Vec::new();
    for listed in layout.rows.iter() {
        lines.push(match listed.kind {
            RowKind::Data => Line::Row(listed.row),
            RowKind::DataOrTotal { label, first: Some(_) } => Line::Label(listed.row, label),
            RowKind::SumOver { .. } => Line::Summed,
            RowKind::ColumnNumbers
            | RowKind::GroupLabel(_)
            | RowKind::Total { .. }
            | RowKind::RepeatedHeading
            | RowKind::Blank
            | RowKind::Footer => continue,
            _ => return None,
        });
    }
    matches!(lines.first()?, Line::Label(..) | Line::Summed).then_some(lines)
}

fn prove(sheet: &Sheet, columns: &[u32], lines: &[Line]) -> Option<BTreeMap<u32, u32>> {
    let figures = |row: u32| -> Option<Vec<Decimal>> {
        columns.iter().map(|column| figure_of(sheet.cell(CellAddress::new(row, *column)).as_ref())).collect()
    };
    let mut proven = BTreeMap::new();
    let (mut of_many, mut labels) = (false, Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let Line::Label(row, label) = line else { continue };
        let stated = figures(*row)?;
        let mut sums = vec![Decimal::ZERO; columns.len()];
        let (mut count, mut last) = (0, None);
        for (place, below) in lines.iter().enumerate().skip(at + 1) {
            // Labels of a lower level stand between: their own sums are none of its rows.
            let Line::Row(own) = below else { continue };
            for (sum, figure) in sums.iter_mut().zip(figures(*own)?) {
                *sum = sum.checked_add(figure)?;
            }
            count += 1;
            let is_whole = !matches!(lines.get(place + 1), Some(Line::Row(_)));
            if is_whole && is_sum(&stated, &sums) {
                last = Some(*own);
                break;
            }
        }
        of_many |= count > 1;
        labels.push(*label);
        proven.insert(*row, last?);
    }
    let is_plain = |label: &&str| matches!(section_label(label, |_| false), SectionLabel::Plain | SectionLabel::Unknown);
    let are_groups = labels.len() > 1 || labels.iter().all(|label| is_place_label(label));
    (of_many && are_groups && labels.iter().all(is_plain)).then_some(proven)
}

/// What stands in a row that has neither number nor key, and in the rows of data right above it and below it, in the first
/// column that adds up where it has a figure.
pub(crate) fn beside(sheet: &Sheet, layout: &TableLayout, columns: &[u32], row: u32) -> SebabJumlah {
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref()).unwrap_or_default();
    let Some(column) = columns.iter().copied().find(|column| !figure(row, *column).is_zero()) else {
        return SebabJumlah::Label;
    };
    let sum = |rows: &mut dyn Iterator<Item = LayoutRow>| {
        let own = rows.take_while(|listed| matches!(listed.kind, RowKind::Data | RowKind::Blank));
        let own = own.filter(|listed| *listed.kind == RowKind::Data);
        own.fold((0, Decimal::ZERO), |(count, sum), listed| {
            (count + 1, sum.checked_add(figure(listed.row, column)).unwrap_or_default())
        })
    };
    SebabJumlah::TanpaNomor {
        tertulis: figure(row, column),
        atas: sum(&mut layout.rows.above(row)),
        bawah: sum(&mut layout.rows.from(row + 1)),
    }
}

/// Whether a line that tells of others (`Tahun 2020`, `Target`) has the sum of the rows right below it: what stands there.
pub(crate) fn heads_its_rows(sheet: &Sheet, layout: &TableLayout, columns: &[u32], row: u32) -> Option<SebabJumlah> {
    let beside = beside(sheet, layout, columns, row);
    let is_sum = matches!(&beside, SebabJumlah::TanpaNomor { tertulis, bawah: (rows, sum), .. } if *rows > 1 && tertulis == sum);
    is_sum.then_some(beside)
}

/// Whether these are the sums, but for what a label leaves out.
fn is_sum(stated: &[Decimal], sums: &[Decimal]) -> bool {
    let holds = |(stated, sum): (&Decimal, &Decimal)| stated.is_zero() || stated == sum;
    stated.iter().zip(sums).all(holds) && stated.iter().any(|stated| !stated.is_zero())
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::vocabulary::Year;
    use rust_decimal::Decimal;

    const HEAD: &str = "No;Nama Koperasi;No Badan Hukum;Jumlah Anggota;Volume Usaha\n";
    const GROUPS: &str = ";Kec. Gadingrejo;;140;3000300\n1;KSP A;518/11/BH/1998;88;1000100\n2;KUD B;518/12/BH/1999;52;2000200\n\
        ;Kec. Purworejo;;80;5000500\n3;Kopkar C;518/13/BH/2000;80;5000500";

    /// The volume and how many rows count, or the codes that refuse.
    fn read(rows: &str) -> Result<(Option<Decimal>, usize), Vec<String>> {
        let office = Office::keragaan().file("2021.csv", &format!("{HEAD}{rows}"));
        let read = office.needs(2021, &["volume_usaha", "anggota"]).read();
        let galat: Vec<String> = read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect();
        let count = read.value.table("s", Year(2021)).map_or(0, |table| table.rows.len());
        if galat.is_empty() { Ok((read.sum(2021, "volume_usaha"), count)) } else { Err(galat) }
    }

    #[test]
    fn labels_with_the_sums_of_the_rows_below_them() {
        let sum = Ok((Some(Decimal::from(8_000_800)), 3));
        assert_eq!(read(GROUPS), sum);
        // Under a total, numbered by letters, of two levels, and in capitals.
        assert_eq!(read(&format!("{GROUPS}\n;JUMLAH;;220;8000800")), sum);
        let lettered = GROUPS.replacen(";Kec. G", "A;Kec. G", 1).replacen(";Kec. P", "B;Kec. P", 1);
        assert_eq!(read(&lettered), sum);
        assert_eq!(read(&format!("I;Wilayah Barat;;220;8000800\n{lettered}")), sum);
        assert_eq!(read(&GROUPS.replace("Kec. ", "KECAMATAN ")), sum);
        assert_eq!(read(&GROUPS.replace("Kec. ", "")), sum);
    }

    #[test]
    fn labels_whose_figures_are_no_such_sum() {
        let refused = |rows: &str| {
            let codes = read(rows).expect_err(rows);
            assert!(codes.iter().any(|code| code == "data-atau-jumlah"), "{rows}: {codes:?}");
        };
        // One rupiah off; a row under no label; a word of status; the one row whose number was forgotten.
        refused(&GROUPS.replacen("3000300", "3000301", 1));
        refused(&format!("9;KSP Z;518/99/BH/1998;5;700\n{GROUPS}"));
        refused(&GROUPS.replace("Kec. Purworejo", "Dibubarkan"));
        refused(&GROUPS.replace("Kec. Gadingrejo", "Tahun 2020").replace("Kec. Purworejo", "Tahun 2021"));
        refused(&GROUPS.replace("Kec. Gadingrejo", "Target").replace("Kec. Purworejo", "Realisasi"));
        refused(";KUD Lama Jaya;;140;3000300\n1;KSP A;518/11/BH/1998;88;1000100\n2;KUD B;518/12/BH/1999;52;2000200");
    }
}
