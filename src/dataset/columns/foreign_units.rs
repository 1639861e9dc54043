//! Units of rows by which an amount is none that the figures may be of: another country's money under any heading of it, a scale
//! of things (`ribu orang`), or one that is left open (`M`).

use crate::dataset::Jenis;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::row_units::{is_beside, unit_column};
use crate::dataset::counted::On;
use crate::dataset::key::normal;
use crate::diagnostic::{SatuanBerselisih, Temuan};
use crate::text::heading::is_other_money;
use crate::text::label::words;
use crate::text::money_unit;
use crate::text::unclear_unit::unclear_unit;
use crate::vocabulary::CellAddress;

/// Headings of a column of currencies, wherever it stands.
const CURRENCIES: [&str; 4] = ["mata uang", "valuta", "currency", "kurs"];
/// Words of other countries' money.
const OTHERS: [&str; 10] = ["usd", "dolar", "dollar", "sgd", "eur", "euro", "myr", "ringgit", "yen", "yuan"];
/// Words by which a unit of things is multiplied.
const SCALES: [&str; 9] = ["ribu", "ribuan", "juta", "jutaan", "ratus", "ratusan", "miliar", "milyar", "puluh"];

/// The first row that figures rest on whose unit is such a one.
pub(crate) fn foreign_units(on: &On, used: &[Used]) -> Option<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    let is_amount = |own: &&Used| {
        let field = &source.fields[own.field];
        !own.rests.is_empty() && matches!(field.jenis, Jenis::Uang | Jenis::Angka) && &*field.isian != "tahun"
    };
    let amounts: Vec<&Used> = used.iter().filter(is_amount).collect();
    let first = amounts.first()?;
    let find = |column: u32, is_odd: &dyn Fn(&str) -> bool, of: &Used| {
        let cells = rows.iter().map(|row| CellAddress::new(row.row, column));
        let texts = cells.filter_map(|at| Some((at, raw_text(&merged.cell(sheet, at)?.value))));
        let (at, pertama) = texts.into_iter().find(|(_, text)| is_odd(text))?;
        let kedua = layout.columns[of.index].path.join(" / ");
        Some(Temuan::new(sheet.at_cell(at), SatuanBerselisih { pertama, kedua }))
    };
    let is_headed = |path: &[String]| path.last().is_some_and(|label| CURRENCIES.contains(&normal(label).as_str()));
    let of_currency = layout.columns.iter().find(|column| column.isian.is_none() && is_headed(&column.path));
    let told = of_currency.and_then(|column| find(column.column, &is_other_currency, first));
    told.or_else(|| {
        let column = unit_column(sheet, layout, rows)?;
        let own = amounts.iter().find(|own| is_beside(sheet, layout, rows, (column, layout.columns[own.index].column)))?;
        find(column, &|text| is_other_currency(text) || is_open(text), own)
    })
}

fn is_other_currency(text: &str) -> bool {
    text.chars().any(is_other_money) || words(text).iter().any(|word| OTHERS.contains(&word.as_str()))
}

/// `RIBU UNIT`, `M`: multiplied, and no rupiah that are.
fn is_open(text: &str) -> bool {
    let words = words(text);
    let is_scaled = words.len() > 1 && words.first().is_some_and(|word| SCALES.contains(&word.as_str()));
    money_unit(text).is_none() && (is_scaled || unclear_unit(text).is_some())
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::{Dictionary, JenisIsian};

    /// Whether open data whose picked lines have this unit, under this heading, are refused.
    fn refused(heading: &str, unit: &str) -> bool {
        let row = |at: usize| {
            let place = ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo", "Keruak"][at];
            format!("{place};Volume Usaha;{unit};{}\n{place};Anggota;orang;{}\n", 4_749_141 + at * 512_345, 31 + at)
        };
        let text = format!("wilayah;judul;{heading};data\n{}", (0..5).map(row).collect::<String>());
        let mut office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["wilayah", "judul"])
            .kolom("wilayah", "wilayah", Some(JenisIsian::Teks))
            .kolom("judul", "judul", Some(JenisIsian::Teks))
            .kolom("data", "data", Some(JenisIsian::Angka))
            .file("2021.csv", &text)
            .needs(2021, &["data", "judul"]);
        office.needs[0].disaring.entry("judul".into()).or_default().insert("Volume Usaha".into());
        office.read().galat().iter().any(|one| one.starts_with("satuan-berselisih"))
    }

    #[test]
    fn other_money_and_open_scales() {
        for unit in ["USD", "Dolar", "M", "Ribu Unit", "juta orang"] {
            assert!(refused("satuan", unit), "{unit}");
        }
        assert!(refused("Mata Uang", "USD"));
        for unit in ["Rupiah", "Rp", "unit", "Koperasi"] {
            assert!(!refused("satuan", unit), "{unit}");
        }
    }
}
