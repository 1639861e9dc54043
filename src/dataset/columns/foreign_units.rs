//! Units of rows by which an amount is none that the figures may be of: another country's money under any heading of it, a scale
//! of things (`ribu orang`), or one that is left open (`M`).

use crate::dataset::Jenis;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::row_units::{is_beside, unit_column};
use crate::dataset::counted::On;
use crate::dataset::key::normal;
use crate::diagnostic::{FormatBerskala, SatuanBerselisih, Tampil, Temuan};
use crate::table::LayoutColumn;
use crate::text::heading::is_other_money;
use crate::text::label::{spelt_words, words};
use crate::text::limit::names_a_plan;
use crate::text::money_unit;
use crate::text::unclear_unit::unclear_unit;
use crate::vocabulary::CellAddress;
use crate::workbook::{NumberStyle, OddShow};

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
        let found = find(column, &|text| is_other_currency(text) || is_open(text) || is_of_another_amount(text), own);
        // One column of units speaks of several years' amounts.
        let alike = amounts.iter().filter(|other| other.field == own.field).map(|other| &layout.columns[other.index]);
        found.or_else(|| alike.into_iter().find_map(|amount| against_the_amounts(on, column, amount)))
    })
}

/// `Rp (target)`, `Rp rata-rata`, `Rp/koperasi`: money, and not all of it that there was.
fn is_of_another_amount(text: &str) -> bool {
    let words = words(text);
    let is_shared = |word: &String| EACH.contains(&word.as_str());
    let is_money = words.iter().any(|word| matches!(word.as_str(), "rp" | "rupiah" | "idr"));
    let is_mean = words.iter().any(|word| matches!(word.as_str(), "rata" | "rerata" | "rataan"));
    is_money && money_unit(text).is_none() && (is_mean || names_a_plan(text) || words.iter().skip(1).any(is_shared))
}

/// Of whom a share is told.
const EACH: [&str; 9] = ["koperasi", "anggota", "orang", "unit", "umkm", "usaha", "kapita", "kk", "pelaku"];

/// The first row whose unit its amount, its line or the heading of its amounts denies: `Rp` beside `2021 (orang)` or dollars
/// that are shown, `Orang` beside `Volume Usaha`.
fn against_the_amounts(on: &On, units: u32, amount: &LayoutColumn) -> Option<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    let text = |at: CellAddress| merged.cell(sheet, at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
    let names_line = |heading: &&LayoutColumn| {
        let of = |isian: &std::sync::Arc<str>| source.needs.values().any(|need| need.disaring.contains_key(&**isian));
        heading.isian.as_ref().is_some_and(of)
    };
    let lines: Vec<u32> = layout.columns.iter().filter(names_line).map(|heading| heading.column).collect();
    rows.iter().find_map(|row| {
        let at = CellAddress::new(row.row, units);
        let unit = text(at);
        let is_money = money_unit(&unit).is_some();
        let differs = |kedua: String| Temuan::new(sheet.at_cell(at), SatuanBerselisih { pertama: unit.clone(), kedua });
        if let Some(counted) = amount.counted.as_ref().filter(|_| is_money) {
            return Some(differs(counted.clone()));
        }
        let cell_at = CellAddress::new(row.row, amount.column);
        let cell = merged.cell(sheet, cell_at).filter(|cell| is_money && cell.style == NumberStyle::Odd(OddShow::Foreign));
        if let Some(cell) = cell {
            let ditemukan = raw_text(&cell.value);
            let fakta = FormatBerskala { ditemukan, tampil: Tampil::MataUangLain, skala_kolom: Some(unit) };
            return Some(Temuan::new(sheet.at_cell(cell_at), fakta));
        }
        let of_heads = !is_money && counts_heads(&unit);
        let line = lines.iter().map(|column| text(CellAddress::new(row.row, *column))).find(|line| of_heads && is_of_money(line));
        line.map(differs)
    })
}

/// `Orang`, `%`: no money is in it.
fn counts_heads(unit: &str) -> bool {
    let words = words(unit);
    matches!(&words[..], [only] if matches!(only.as_str(), "orang" | "org" | "jiwa" | "persen" | "kg" | "ton" | "liter"))
}

/// `Volume Usaha Koperasi`, `Jumlah Aset`; not `Penerima Pinjaman`, `Persentase Modal`.
fn is_of_money(line: &str) -> bool {
    let words = spelt_words(line);
    let lead = words.iter().take_while(|word| matches!(word.as_str(), "jumlah" | "total" | "nilai" | "besaran")).count();
    let is = |at: usize, word: &str| words.get(at).is_some_and(|own| own == word);
    let is_volume = is(lead, "volume") && is(lead + 1, "usaha") || is(lead, "sisa") && is(lead + 1, "hasil");
    let is_amount = words.get(lead).is_some_and(|word| matches!(word.as_str(), "omset" | "aset" | "shu" | "laba" | "modal"));
    let is_else = |word: &String| matches!(word.as_str(), "penerima" | "orang" | "persen" | "rasio" | "pemilik" | "penyertaan");
    (is_volume || is_amount) && !words.iter().any(is_else)
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
        for unit in
            ["USD", "Dolar", "M", "Mn IDR", "Ribu Unit", "juta orang", "Rp (target)", "Rp rata-rata", "Rp/koperasi", "Orang", "%"]
        {
            assert!(refused("satuan", unit), "{unit}");
        }
        assert!(refused("Mata Uang", "USD"));
        for unit in ["Rupiah", "Rp", "Rp/tahun", "unit", "Koperasi"] {
            assert!(!refused("satuan", unit), "{unit}");
        }
    }
}
