//! The kabupaten or kota below its kecamatan, without a word of a total: `Kabupaten Buleleng` or `Buleleng` under nine kecamatan, where
//! every figure of the row is, to the last digit, what the kecamatan come to.

use crate::dataset::body::place_rows::{are_places, is_own_region, is_whole_place, name_column};
use crate::dataset::body::row_said::{Peran, settled};
use crate::dataset::body::rows::Rows;
use crate::dataset::counted::{StatedTotal, figure_of, number_column};
use crate::dataset::source::Source;
use crate::table::{Ground, TableLayout};
use crate::text::is_number_text;
use crate::text::label::spelt_words;
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;

/// Fewer places show nothing.
const FEWEST: usize = 3;
/// Such sums meet by chance where their product is smaller.
const SURE: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Fewer do by chance even under the office's own name: `0`, `1` in a kecamatan that is called so.
const SURE_BY_NAME: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// Takes that row out of the counted ones: it is their total, and is held against them as one.
pub(crate) fn take_out_whole(source: &Source, sheet: &Sheet, layout: &TableLayout, rows: &mut Rows) {
    let counted = &rows.counted;
    let called = |is_so: &dyn Fn(&str) -> bool| {
        let mut rows = counted.iter().enumerate().filter(|(_, row)| is_so(&row.nama)).map(|(at, _)| at);
        rows.next().filter(|_| rows.next().is_none())
    };
    // Beside the office's own name a kecamatan may be called `Kota`.
    let own = called(&|nama| is_own_region(source, nama)).filter(|at| says_no_more(source, (sheet, layout), counted[*at].row));
    let Some(at) = own.or_else(|| called(&is_whole_place)) else { return };
    let others: Vec<u32> = counted.iter().enumerate().filter(|(own, _)| *own != at).map(|(_, row)| row.row).collect();
    let is_outer = at == 0 || at + 1 == counted.len();
    let (Some(first), Some(last)) = (others.first().copied(), others.last().copied()) else { return };
    // Of another kabupaten the table is not the office's own.
    let is_another = source.names_another(&counted[at].nama);
    if !is_outer || others.len() < FEWEST || is_another || !names_kecamatan(source, layout) {
        return;
    }
    let whole = counted[at].row;
    let apart = [number_column(layout), name_column(source, layout).map(|column| column.column)];
    let mut columns = layout.columns.iter().map(|column| column.column).filter(|column| !apart.contains(&Some(*column)));
    let mut weight = Decimal::ONE;
    let adds_up = columns.all(|column| {
        let cell = |row: u32| sheet.cell(CellAddress::new(row, column));
        let Some(own) = cell(whole).filter(is_number).and_then(|cell| figure_of(Some(&cell))) else {
            // Nothing is said there of them, in words or figures.
            return cell(whole).is_none_or(|cell| !is_number(&cell))
                && !others.iter().any(|row| cell(*row).is_some_and(|cell| is_number(&cell)));
        };
        weight = weight.checked_mul(own.abs().max(Decimal::ONE)).unwrap_or(SURE);
        let mut figures = others.iter().map(|row| figure_of(cell(*row).as_ref()));
        figures.try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure?)) == Some(own)
    });
    // By the office's own name no two figures need to meet.
    let least = if is_own_region(source, &counted[at].nama) { SURE_BY_NAME } else { SURE };
    if !adds_up || weight < least {
        return;
    }
    let row = rows.counted.remove(at);
    rows.said.insert(row.row, settled(None, Peran::Jumlah, Ground::Row(row.row)));
    rows.totals.push(StatedTotal { row: row.row, label: row.nama.to_string(), first, last });
}

/// Whether nothing stands in a row in words or running numbers but its name: a kecamatan that is called as its kabupaten has a
/// number or a code as the others do.
fn says_no_more(source: &Source, (sheet, layout): (&Sheet, &TableLayout), row: u32) -> bool {
    let name = name_column(source, layout).map(|column| column.column);
    let number = number_column(layout);
    let says = |column: u32| {
        sheet.cell(CellAddress::new(row, column)).is_some_and(|cell| {
            number == Some(column) || !is_number(&cell) && !matches!(&cell.value, Value::Text(text) if text.trim().is_empty())
        })
    };
    !layout.columns.iter().any(|column| Some(column.column) != name && says(column.column))
}

/// Whether the rows are kecamatan, or what lies within one, by the heading over their names.
fn names_kecamatan(source: &Source, layout: &TableLayout) -> bool {
    let says = |text: &str| {
        spelt_words(text).iter().any(|word| matches!(word.as_str(), "kecamatan" | "kelurahan" | "desa" | "kapanewon" | "distrik"))
    };
    are_places(source, layout) && name_column(source, layout).is_some_and(|column| column.path.iter().any(|label| says(label)))
}

fn is_number(cell: &Cell) -> bool {
    match &cell.value {
        Value::Number { .. } => true,
        Value::Text(text) => is_number_text(text) && text.bytes().any(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Tingkat;
    use crate::profile::{Dictionary, JenisIsian};
    use rust_decimal::Decimal;

    /// What is told of a table of kecamatan and one row more, and the sum of its last column.
    fn read(rows: &str) -> (usize, Option<Decimal>) {
        read_of("Kota", rows)
    }

    /// The same of an office of that place.
    fn read_of(daerah: &'static str, rows: &str) -> (usize, Option<Decimal>) {
        let text = format!("Kecamatan;KUD;KSU;Lainnya;Jumlah\n{rows}");
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[])
            .file("2021.csv", &text)
            .kolom("kecamatan", "Kecamatan", Some(JenisIsian::Teks))
            .kolom("jumlah", "Jumlah", Some(JenisIsian::Angka))
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
        let read = office.needs(2021, &["jumlah"]).read_in(daerah);
        let told = read.temuan.iter().filter(|temuan| temuan.tingkat() != Tingkat::Catatan).count();
        (told, read.sum(2021, "jumlah"))
    }

    const ROWS: &str = "001 Gerokgak;1;2;30;33\n002 Seririt;4;1;24;29\n003 Banjar;2;7;15;24\n004 Sawan;3;5;21;29\n";

    #[test]
    fn the_kabupaten_below_its_kecamatan_is_their_total() {
        let sum = Some(Decimal::from(115));
        assert_eq!(read(ROWS), (0, sum));
        assert_eq!(read(&format!("{ROWS}Kabupaten Buleleng;10;15;90;115\n")), (0, sum));
        assert_eq!(read(&format!("Kabupaten Buleleng;10;15;90;115\n{ROWS}")), (0, sum));
        // One of its figures is another, or it is a kecamatan of such a name.
        for row in ["Kabupaten Buleleng;10;15;91;115", "Kabupaten Buleleng;10;15;90;116"] {
            assert!(read(&format!("{ROWS}{row}\n")).0 > 0, "{row}");
        }
        assert_eq!(read(&format!("{ROWS}Kota Tengah;1;3;11;15\n")).1, Some(Decimal::from(130)));
    }

    #[test]
    fn the_offices_own_name_alone_is_the_whole_too() {
        let rows = "Gerokgak;1;2;30;33\nSeririt;4;1;24;29\nBanjar;2;7;15;24\nSawan;3;5;21;29\n";
        let sum = Some(Decimal::from(115));
        for name in ["Pasuruan", "PASURUAN", "Se-Kota Pasuruan"] {
            assert_eq!(read_of("Kota Pasuruan", &format!("{rows}{name};10;15;90;115\n")), (0, sum), "{name}");
            assert_eq!(read_of("Kota Pasuruan", &format!("{name};10;15;90;115\n{rows}")), (0, sum), "{name}");
            // Nearly their sum: a total that is wrong, or a row.
            assert!(read_of("Kota Pasuruan", &format!("{rows}{name};10;15;91;116\n")).0 > 0, "{name}");
        }
        // A kecamatan that is called as its kabupaten.
        assert_eq!(read_of("Kota Pasuruan", &format!("{rows}Pasuruan;1;3;11;15\n")), (0, Some(Decimal::from(130))));
        assert_eq!(read_of("Kota Pasuruan", &format!("{rows}Pasuruan Utara;1;3;11;15\n")), (0, Some(Decimal::from(130))));
    }
}
