//! Parts of a file's name that are a field's value: `{kecamatan}` in `berkas`.
//! The value stands in every row, as if in a column right of the sheet's own.

use crate::dataset::cell::raw_text;
use crate::dataset::key::normal;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::{LayoutColumn, Match, RowKind, TableLayout};
use crate::text::label::spelt_words;
use crate::text::lexicon::PLACES;
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::{Cell, Cells, Formula, NumberStyle, Sheet, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The fields that a source's `berkas` names.
pub(crate) fn captured_fields(source: &Source) -> BTreeSet<Arc<str>> {
    let patterns = source.sumber.berkas.iter().map(|berkas| tokens(&berkas.text));
    let fields = patterns.flatten().filter_map(|token| if let Token::Field(field) = token { Some(field) } else { None });
    fields.map(Arc::from).collect()
}

/// What the name of a file says of each of those fields.
pub(crate) fn captured(source: &Source, berkas: &str) -> BTreeMap<Arc<str>, String> {
    let name: Vec<char> = berkas.chars().collect();
    let mut values = BTreeMap::new();
    for pattern in &source.sumber.berkas {
        let mut found = Vec::new();
        if fits(&tokens(&pattern.text), &name, &mut found) {
            let of_fields = found.into_iter().filter(|(field, _)| !field.is_empty());
            values.extend(of_fields.map(|(field, value)| (Arc::from(field), tidied(&value))));
        }
    }
    values
}

/// What stands in a file's name where the pattern leaves it open, as it is spoken, digits alone too; none where it leaves
/// nothing open.
pub(crate) fn taken(source: &Source, berkas: &str) -> Option<String> {
    let name: Vec<char> = berkas.chars().collect();
    let of_pattern = |pattern: &str| {
        let mut found = Vec::new();
        let does = fits(&tokens(pattern), &name, &mut found);
        does.then(|| found.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join(" "))
    };
    let text = source.sumber.berkas.iter().find_map(|pattern| of_pattern(&pattern.text))?;
    Some(tidied(&text)).filter(|text| !text.is_empty())
}

/// The sheet and its layout with a column more for each value that the table has no
/// column of its own for; `None` where there is none.
pub(crate) fn with_captured(
    sheet: &Sheet,
    layout: &TableLayout,
    captured: &BTreeMap<Arc<str>, String>,
) -> Option<(Sheet, TableLayout)> {
    let has = |isian: &str| layout.columns.iter().any(|column| column.isian.as_deref() == Some(isian));
    let lacking: Vec<(&Arc<str>, &String)> = captured.iter().filter(|(isian, _)| !has(isian)).collect();
    let (_, last) = sheet.extent()?;
    if lacking.is_empty() {
        return None;
    }
    let (mut layout, mut more) = (layout.clone(), Vec::new());
    for (offset, (isian, value)) in (2..).zip(lacking) {
        let column = last + offset;
        layout.columns.push(LayoutColumn {
            column,
            path: vec![format!("{{{isian}}}")],
            isian: Some(isian.clone()),
            matched: Match::Exact,
            unit: None,
            said: Vec::new(),
            counted: None,
            period: None,
        });
        let data = layout.rows.iter().filter(|row| may_count(row.kind));
        more.extend(data.map(|row| Cell {
            at: CellAddress::new(row.row, column),
            value: Value::Text(value.as_str()),
            formula: Formula::None,
            style: NumberStyle::General,
        }));
    }
    // No cell stands right of the sheet's own, so that none can come twice.
    let cells = Cells::build(sheet.cells.iter().chain(more))?;
    Some((Sheet { cells, ..sheet.clone() }, layout))
}

/// Whether a row may come to be counted, by its own figures or the office's word.
fn may_count(kind: &RowKind) -> bool {
    match kind {
        RowKind::Data
        | RowKind::DataOrTotal { .. }
        | RowKind::DataUnlessSum { .. }
        | RowKind::Part { .. }
        | RowKind::Example
        | RowKind::DataBelowEnd => true,
        RowKind::ColumnNumbers
        | RowKind::GroupLabel(_)
        | RowKind::Subtotal { .. }
        | RowKind::Total { .. }
        | RowKind::SumOver { .. }
        | RowKind::RepeatedHeading
        | RowKind::Blank
        | RowKind::Footer
        | RowKind::Unsplit(_)
        | RowKind::Nameless => false,
    }
}

/// What the file's name says of a field for which the table has a column of its own that says nothing of the
/// kind: a file that was copied under another kecamatan's name.
pub(crate) fn contradicted(chosen: &Chosen, captured: &BTreeMap<Arc<str>, String>) -> Vec<Temuan> {
    let Chosen { sheet, layout, .. } = chosen;
    let told = layout.columns.iter().filter_map(|heading| {
        let of_name = captured.get(heading.isian.as_ref()?)?;
        let data = layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data));
        let cells = data.filter_map(|row| sheet.cell(CellAddress::new(row.row, heading.column)));
        let texts: Vec<String> = cells.map(|cell| raw_text(&cell.value)).filter(|text| !normal(text).is_empty()).collect();
        let first = texts.first()?;
        if texts.iter().any(|text| agree(text, of_name)) {
            return None;
        }
        let teks = format!("{of_name} (nama berkas)");
        let fakta = KeteranganMembatasi { lain: vec![first.clone()], ..KeteranganMembatasi::of(teks, texts.len()) };
        Some(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta))
    });
    told.collect()
}

/// Whether two texts share a word that tells: `Kec. Bugul Kidul` and `Bugul`.
pub(super) fn agree(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> Vec<String> {
        let words = spelt_words(text).into_iter();
        words.filter(|word| !PLACES.contains(&word.as_str()) && word.chars().all(char::is_alphabetic)).collect()
    };
    let (ones, others) = (bare(one), bare(other));
    let begins = |word: &String| others.iter().any(|other| other.starts_with(word.as_str()) || word.starts_with(other.as_str()));
    // `Bgl Kidul`, and what holds no word of its own, may mean the same.
    ones.is_empty() || others.is_empty() || ones.iter().any(begins) || normal(one) == normal(other)
}

/// Whether a column is of the file's name.
pub(crate) fn is_captured(column: &LayoutColumn) -> bool {
    column.path.first().is_some_and(|label| label.starts_with('{'))
}

enum Token {
    Letter(char),
    Any,
    Tahun,
    Field(String),
}

fn tokens(pattern: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = pattern.chars();
    while let Some(letter) = rest.next() {
        tokens.push(match letter {
            '*' => Token::Any,
            '{' => {
                let field: String = rest.by_ref().take_while(|letter| *letter != '}').collect();
                if field == "tahun" { Token::Tahun } else { Token::Field(field) }
            }
            letter => Token::Letter(letter),
        });
    }
    tokens
}

/// Fits the tokens to a name, the shortest values first; `*` takes a value of no field.
fn fits(tokens: &[Token], name: &[char], found: &mut Vec<(String, String)>) -> bool {
    let Some((token, rest)) = tokens.split_first() else { return name.is_empty() };
    match token {
        Token::Letter(letter) => match name.split_first() {
            Some((first, after)) => first.to_lowercase().eq(letter.to_lowercase()) && fits(rest, after, found),
            None => false,
        },
        Token::Tahun => name.len() >= 4 && name[..4].iter().all(char::is_ascii_digit) && fits(rest, &name[4..], found),
        Token::Any | Token::Field(_) => {
            let most = name.iter().position(|letter| *letter == '/').unwrap_or(name.len());
            let field = if let Token::Field(field) = token { field.as_str() } else { "" };
            (usize::from(!field.is_empty())..=most).any(|length| {
                let before = found.len();
                found.push((field.to_owned(), name[..length].iter().collect()));
                let does = fits(rest, &name[length..], found);
                if !does {
                    found.truncate(before);
                }
                does
            })
        }
    }
}

/// `Bugul_Kidul` as it is spoken.
fn tidied(value: &str) -> String {
    value.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    #[test]
    fn a_kecamatan_in_the_files_name_is_its_rows_kecamatan_and_may_be_a_key() {
        let rows = "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP A;1/BH;100\n2;KUD B;2/BH;200";
        let office = Office::new(Dictionary::Keragaan, &["data/Kop {kecamatan} {tahun}.csv"], &["kecamatan", "nomor_bh"])
            .file("Kop Bugul_Kidul 2021.csv", rows)
            .file("Kop Gadingrejo 2021.csv", rows)
            .joins(&[2021], &["volume_usaha", "kecamatan"]);
        let read = office.read();
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(600.into())));
    }

    /// Rows that are data by their figures alone, since their names could be parts of others', have it too.
    #[test]
    fn every_counted_row_has_the_kecamatan_of_its_file() {
        let numbered: String = (1..10).map(|row| format!("{row};Unit Usaha {row};Makmur;NIB-{row};{row}00000\n")).collect();
        let rows = format!("No;Nama Usaha;Nama Pemilik;NIB;Omset\n{numbered}");
        let office = Office::new(Dictionary::Umkm, &["data/Usaha {kecamatan} {tahun}.csv"], &["nib"])
            .file("Usaha Gadingrejo 2021.csv", &rows)
            .needs(2021, &["omset", "kecamatan"]);
        let read = office.read();
        assert_eq!((read.galat(), read.sum(2021, "omset")), (Vec::new(), Some(4_500_000.into())));
        let table = read.value.table("s", crate::vocabulary::Year(2021)).unwrap();
        let kecamatan = table.column("kecamatan").unwrap();
        assert!(table.columns[kecamatan].cells.iter().all(|isi| isi == crate::dataset::Isi::Teks("Gadingrejo".into())));
        // It stands in no cell: nobody is sent to a column that the sheet does not have.
        let omset = table.column("omset").unwrap();
        let at = |column: usize| table.at(&table.rows[0], column).to_string();
        assert_eq!(
            (at(kecamatan).as_str(), at(omset).as_str()),
            ("data/Usaha Gadingrejo 2021.csv", "data/Usaha Gadingrejo 2021.csv!E2")
        );
    }

    #[test]
    fn a_kecamatan_in_the_files_name_that_its_column_contradicts_is_told() {
        let told = |name: &str, place: &str| {
            let rows =
                format!("No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n1;KSP A;1/BH;{place};100\n2;KUD B;2/BH;{place};200");
            let office = Office::new(Dictionary::Keragaan, &["data/Kop {kecamatan} {tahun}.csv"], &["nomor_bh"])
                .file(name, &rows)
                .needs(2021, &["volume_usaha"]);
            office.read().has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("Kop Gadingrejo 2021.csv", "Purworejo"), 1);
        for place in ["Gadingrejo", "Kec. Gadingrejo", "GADINGREJO", "Gading Rejo"] {
            assert_eq!(told("Kop Gadingrejo 2021.csv", place), 0, "{place}");
        }
        assert_eq!(told("Kop Bugul_Kidul 2021.csv", "Bugul"), 0);
    }
}
