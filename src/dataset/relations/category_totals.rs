//! A table of one row for each place and category (`AKTIF`, `TIDAK AKTIF`, `TOTAL`), as open data have it: a category
//! that is the sum of the others is none of them, and is counted twice where formulas take every row.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::key::normal;
use crate::diagnostic::{DataAtauJumlah, SebabJumlah, Temuan};
use crate::text::label::spelt_words;
use crate::text::lexicon::TOTALS;
use crate::vocabulary::{CellAddress, Year};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A column of more different texts holds no categories.
const MOST: usize = 12;
/// In fewer places a sum is a sum by chance, where no word says it.
const FEWEST: usize = 3;
/// So many rows show whether it is.
const SHOWN: usize = 2_000;
/// Words of a category that holds the others, where no total's word does.
const WHOLE: &[&str] = &["semua", "seluruh", "seluruhnya", "keseluruhan", "semuanya"];

/// The first row of each category that holds the others, where formulas that rest on the figures do not choose among them.
pub(crate) fn category_totals(used: &[Used], on: &On, row_years: &[Option<Year>]) -> Vec<Temuan> {
    let on = &On { rows: &on.rows[..on.rows.len().min(SHOWN)], ..*on };
    let columns: Vec<u32> =
        used.iter().filter(|own| !own.rests.is_empty()).map(|own| on.layout.columns[own.index].column).collect();
    let figures: Vec<u32> = columns.into_iter().filter(|column| is_of_figures(on, *column)).collect();
    if figures.is_empty() || on.rows.len() < FEWEST * 2 {
        return Vec::new();
    }
    let texts = text_columns(on, |text| text.chars().any(char::is_alphabetic));
    let mut found = Vec::new();
    for category in texts.iter().filter(|own| own.kinds.len() <= MOST && own.kinds.len() >= 2) {
        if !is_taken_whole(on, category) {
            continue;
        }
        let groups = groups(&texts, category, row_years);
        if groups.len() * 2 > on.rows.len() {
            continue;
        }
        let holds = |total: &str| holds_the_others(on, category, (&groups, &figures), total);
        let Some(total) = category.kinds.iter().find(|total| holds(total)) else { continue };
        let Some(index) = category.texts.iter().position(|text| text == total) else { continue };
        let at = CellAddress::new(on.rows[index].row, category.column);
        let label = on.sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let fakta = DataAtauJumlah { label, sebab: SebabJumlah::Golongan(groups.len()) };
        found.push(Temuan::new(on.sheet.at_cell(at), fakta).named(&*on.rows[index].nama));
    }
    found
}

/// Whether a formula takes the rows of every category: one that says which it takes takes one.
pub(crate) fn is_taken_whole(on: &On, category: &Texts) -> bool {
    let heading = on.layout.columns.iter().find(|own| own.column == category.column);
    let is_chosen = |isian: &str| on.source.needs.values().all(|need| need.disaring.contains_key(isian));
    !heading.and_then(|heading| heading.isian.as_deref()).is_some_and(is_chosen)
}

/// A column of texts: each row's, folded, and those that come again.
pub(crate) struct Texts {
    pub column: u32,
    pub texts: Vec<String>,
    pub kinds: BTreeSet<String>,
}

/// The columns whose first rows are all such texts.
pub(crate) fn text_columns(on: &On, is_text: impl Fn(&str) -> bool) -> Vec<Texts> {
    let of = |column: u32| {
        let text = |row: u32| on.sheet.cell(CellAddress::new(row, column)).map(|cell| normal(&raw_text(&cell.value)));
        // Most columns are of other things: a few rows tell.
        let first: Vec<Option<String>> = on.rows.iter().take(FEWEST).map(|row| text(row.row)).collect();
        if !first.iter().all(|text| text.as_ref().is_some_and(|text| is_text(text))) {
            return None;
        }
        let texts: Vec<String> = on.rows.iter().map(|row| text(row.row).unwrap_or_default()).collect();
        let mut kinds = BTreeSet::new();
        for text in &texts {
            if kinds.len() <= MOST {
                kinds.insert(text.clone());
            }
        }
        Some(Texts { column, texts, kinds })
    };
    on.layout.columns.iter().filter_map(|column| of(column.column)).collect()
}

/// Whether the first rows of a column are figures.
pub(crate) fn is_of_figures(on: &On, column: u32) -> bool {
    let figure = |row: u32| on.sheet.cell(CellAddress::new(row, column)).and_then(|cell| figure_of(Some(&cell)));
    on.rows.iter().take(FEWEST).all(|row| figure(row.row).is_some())
}

/// The rows of one place and year each: alike in every other text.
pub(crate) fn groups(texts: &[Texts], category: &Texts, row_years: &[Option<Year>]) -> Vec<Vec<usize>> {
    let others: Vec<&Texts> = texts.iter().filter(|own| own.column != category.column && own.kinds.len() > 1).collect();
    let mut groups: BTreeMap<(Vec<&str>, Option<Year>), Vec<usize>> = BTreeMap::new();
    for row in 0..category.texts.len() {
        let place: Vec<&str> = others.iter().map(|own| own.texts[row].as_str()).collect();
        groups.entry((place, row_years.get(row).copied().flatten())).or_default().push(row);
    }
    groups.into_values().filter(|rows| rows.len() > 1).collect()
}

/// Whether a category is the sum of the others wherever it stands beside two of them, or says that it is and stands beside any.
fn holds_the_others(on: &On, category: &Texts, (groups, figures): (&[Vec<usize>], &[u32]), total: &str) -> bool {
    let words = spelt_words(total);
    let joins_others = || {
        let parts: Vec<&str> = total.split('+').map(str::trim).collect();
        parts.len() > 1 && parts.iter().all(|part| category.kinds.contains(*part))
    };
    let says_so = words.iter().all(|word| TOTALS.contains(&word.as_str()) || WHOLE.contains(&word.as_str())) && !words.is_empty();
    let says_so = says_so || joins_others();
    let figure = |row: usize, column: u32| figure_of(on.sheet.cell(CellAddress::new(on.rows[row].row, column)).as_ref());
    let (mut summed, mut beside) = (0, 0);
    for rows in groups {
        let own: Vec<usize> = rows.iter().copied().filter(|row| category.texts[*row] == total).collect();
        let [own] = own[..] else {
            if own.is_empty() {
                continue;
            }
            return false;
        };
        let others: Vec<usize> = rows.iter().copied().filter(|row| *row != own).collect();
        let kinds: BTreeSet<&str> = others.iter().map(|row| category.texts[*row].as_str()).collect();
        if kinds.len() != others.len() {
            return false;
        }
        beside += 1;
        let is_sum = figures.iter().all(|column| {
            let sum = others.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(figure(*row, *column)?));
            sum.is_some() && sum == figure(own, *column)
        });
        let is_more_than_nil = figures.iter().any(|column| figure(own, *column).is_some_and(|value| !value.is_zero()));
        if is_sum && others.len() > 1 && is_more_than_nil {
            summed += 1;
        } else if !says_so && is_more_than_nil {
            return false;
        }
    }
    summed >= FEWEST || says_so && beside > 0
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::{Dictionary, JenisIsian};

    /// What refuses a table of four kabupaten with these categories, each with its figures by kabupaten.
    fn told(categories: &[(&str, [u32; 4])]) -> Vec<String> {
        let places = ["BOGOR", "SUKABUMI", "CIANJUR", "GARUT"];
        let rows = places.iter().enumerate().flat_map(|(at, place)| {
            categories.iter().map(move |(category, figures)| format!("JAWA BARAT;KABUPATEN {place};{category};{}", figures[at]))
        });
        let text = format!("nama_provinsi;nama_kabupaten_kota;kategori;jumlah\n{}", rows.collect::<Vec<_>>().join("\n"));
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["kab", "kat"])
            .kolom("kab", "nama_kabupaten_kota", Some(JenisIsian::Teks))
            .kolom("kat", "kategori", Some(JenisIsian::Teks))
            .kolom("jml", "jumlah", Some(JenisIsian::Angka))
            .source(|sumber| sumber.butir = Some("kab".to_owned()))
            .file("2021.csv", &text);
        office.needs(2021, &["kab", "kat", "jml"]).read().galat()
    }

    #[test]
    fn a_category_that_holds_the_others_is_asked_about() {
        let (one, other) = (("AKTIF", [120, 75, 64, 210]), ("TIDAK AKTIF", [33, 18, 40, 52]));
        let with = |label: &'static str, figures: [u32; 4]| told(&[one, other, (label, figures)]);
        assert_eq!(with("BEKU", [7, 3, 5, 9]), Vec::<String>::new());
        let refused = ["data-atau-jumlah@C4"];
        assert_eq!(with("TOTAL", [153, 93, 104, 262]), refused);
        // By its figures alone, by its word alone.
        assert_eq!(with("TERCATAT", [153, 93, 104, 262]), refused);
        assert_eq!(with("SEMUA", [160, 93, 104, 262]), refused);
        assert_eq!(with("AKTIF + TIDAK AKTIF", [153, 93, 104, 262]), refused);
        assert_eq!(told(&[one, ("SEMUA", [153, 93, 104, 262])]), ["data-atau-jumlah@C3"]);
        assert_eq!(told(&[one, other]), Vec::<String>::new());
    }
}
