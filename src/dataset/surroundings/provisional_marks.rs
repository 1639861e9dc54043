//! `2021*)` over a column, `330.714.842*` in it: the mark of figures that may change, which no line of the sheet explains.
//! Where one does, it is heard as all lines are.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::On;
use crate::diagnostic::{KeteranganMembatasi, Letak, Temuan};
use crate::text::{NumberStatus, NumberText, read_number};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Value;

/// A line that explains the mark stands in so many rows below the table, or above it.
const AROUND: u32 = 40;

/// Each column that figures rest on whose heading bears such a mark, or whose cells do.
pub(crate) fn provisional_marks(on: &On, used: &[Used]) -> Vec<Temuan> {
    let is_figure = |own: &&Used| matches!(on.source.fields[own.field].jenis, Jenis::Uang | Jenis::Angka);
    let resting = used.iter().filter(|own| !own.rests.is_empty()).filter(is_figure);
    let is_required = marks_what_is_required(on);
    let marked = resting.filter_map(|own| Some((own, marked(own, on, is_required)?))).collect::<Vec<_>>();
    if marked.is_empty() || is_explained(on) {
        return Vec::new();
    }
    let told = marked.into_iter().map(|(own, (teks, cells))| {
        let at = on.sheet.at().with(Sel::Column(on.layout.columns[own.index].column));
        Temuan::new(at, KeteranganMembatasi::of_name(teks, Letak::Bintang(cells)))
    });
    told.collect()
}

/// The first text of a column with such a mark, and how many of its cells bear it; of its heading none does.
fn marked(own: &Used, on: &On, is_required: bool) -> Option<(String, usize)> {
    let heading = &on.layout.columns[own.index];
    let is_new = |text: &&str| arti_of(on.source, text).is_none();
    let label = heading.path.iter().map(|label| label.trim()).find(|label| ends_in_mark(label));
    if let Some(label) = label.filter(is_new).filter(|label| !(is_required && is_of_forms(label))) {
        return Some((label.to_owned(), 0));
    }
    if own.from_text.0 == 0 {
        return None;
    }
    let mut cells = on.sheet.cells.column(heading.column);
    let texts = on.rows.iter().filter_map(|row| match cells.cell(row.row)?.value {
        Value::Text(text) if has_status(text) => Some(text.trim().to_owned()),
        _ => None,
    });
    let texts: Vec<String> = texts.filter(|text| is_new(&text.as_str())).collect();
    Some((texts.first()?.clone(), texts.len()))
}

/// Whether headings of names, keys and places bear the mark too, as a form has it over what must be filled in: no such thing is
/// provisional.
fn marks_what_is_required(on: &On) -> bool {
    let is_figure = |isian: &str| {
        let field = on.source.fields.iter().find(|field| &*field.isian == isian);
        field.is_none_or(|field| matches!(field.jenis, Jenis::Uang | Jenis::Angka))
    };
    let of_texts = on.layout.columns.iter().filter(|heading| heading.isian.as_deref().is_some_and(|isian| !is_figure(isian)));
    of_texts.filter(|heading| heading.path.last().is_some_and(|label| is_of_forms(label))).count() >= REQUIRED
}

/// `Nama Koperasi *`
fn is_of_forms(label: &str) -> bool {
    let label = label.trim_end();
    label.ends_with('*') && !label.ends_with("**")
}

/// So many headings of texts bear the mark by no chance.
const REQUIRED: usize = 2;

fn ends_in_mark(label: &str) -> bool {
    label.trim_end_matches(')').ends_with('*') && label.chars().any(char::is_alphanumeric)
}

fn has_status(text: &str) -> bool {
    let is_such = |status: NumberStatus| matches!(status, NumberStatus::Sementara | NumberStatus::SangatSementara);
    // `4.516*` reads two ways.
    let read = |text: &str| match read_number(text) {
        NumberText::Value(read) | NumberText::TwoWays { id: read, .. } => read.status,
        _ => None,
    };
    text.contains('*') && read(text).is_some_and(is_such)
}

/// Whether a line around the table begins with the mark.
fn is_explained(on: &On) -> bool {
    let (first, last) = (on.layout.header.0, on.rows.last().map_or(on.layout.header.1, |row| row.row));
    let is_own = |row: u32| row >= first && row <= last;
    let rows = (first.saturating_sub(AROUND)..last.saturating_add(AROUND)).filter(|row| !is_own(*row));
    let begins = |at: CellAddress| {
        on.sheet.cell(at).is_some_and(|cell| {
            matches!(&cell.value, Value::Text(text) if text.trim_start().starts_with(['*', '('])
            && text.contains('*'))
        })
    };
    rows.flat_map(|row| on.sheet.row(row)).any(|cell| begins(cell.at))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(heading: &str, cell: &str, line: &str) -> usize {
        let rows: String = (1..=6)
            .map(|n| {
                format!(
                    "{n};KSP Adil {n};518/{n}1/BH/1998;{}\n",
                    if n == 3 { cell.to_owned() } else { (1_000_123 * n).to_string() }
                )
            })
            .collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;{heading}\n{rows};;;\n;{line};;\n");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn a_form_marks_what_must_be_filled_in() {
        let told = |head: &str| {
            let rows: String = (1..=6).map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;Kertek;{}\n", 1_000_123 * n)).collect();
            let read = Office::keragaan().file("2021.csv", &format!("{head}\n{rows}")).needs(2021, &["volume_usaha"]).read();
            assert!(read.galat().is_empty(), "{:?}", read.galat());
            read.has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("No;Nama Koperasi*;No Badan Hukum*;Kecamatan*;Volume Usaha*"), 0);
        assert_eq!(told("No;Nama Koperasi *;No Badan Hukum *;Kecamatan;Volume Usaha *"), 0);
        assert_eq!(told("No;Nama Koperasi *;No Badan Hukum *;Kecamatan;Volume Usaha **"), 1);
        assert_eq!(told("No;Nama Koperasi *;No Badan Hukum *;Kecamatan;Volume Usaha*)"), 1);
        // Over the figures alone it is the figures', and so are the marks of another kind.
        assert_eq!(told("No;Nama Koperasi;No Badan Hukum;Kecamatan;Volume Usaha*"), 1);
        assert_eq!(told("No;Nama Koperasi*;No Badan Hukum;Kecamatan;Volume Usaha*"), 1);
        assert_eq!(told("No;Nama Koperasi**;No Badan Hukum**;Kecamatan;Volume Usaha*"), 1);
    }

    #[test]
    fn a_mark_that_nobody_explains_is_told() {
        assert_eq!(told("Volume Usaha", "3.000.456", ""), 0);
        assert_eq!(told("Volume Usaha", "3.000.456*", ""), 1);
        assert_eq!(told("Volume Usaha", "900.456*", ""), 1);
        assert_eq!(told("Volume Usaha", "3.000.456 **)", ""), 1);
        assert_eq!(told("Volume Usaha*)", "3.000.456", ""), 1);
        // What explains it says nothing of the figures.
        assert_eq!(told("Volume Usaha*)", "3.000.456", "*) termasuk unit simpan pinjam"), 0);
        assert_eq!(told("Volume Usaha", "3.000.456*", "* koperasi primer"), 0);
    }
}
