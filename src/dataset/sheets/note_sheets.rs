//! Sheets of words beside the data: what they say of the figures is heard, though nothing is read of them.

use crate::dataset::cell::raw_text;
use crate::dataset::surroundings::around::states_another;
use crate::table::caption::stated_in;
use crate::text::caption_unit::{caption_unit, note_unit};
use crate::text::doubt::unsettles;
use crate::text::label::words;
use crate::text::lexicon::SPELT_NUMBERS;
use crate::text::loose::loosely;
use crate::text::partial::partial;
use crate::text::phrase::is_place_and_date;
use crate::text::reserve::reservation;
use crate::text::{limiting, limiting_span, provisional};
use crate::vocabulary::{Year, mask_person};
use crate::workbook::{Cell, Sheet, Value};

/// More cells than this are no notes.
const MOST: usize = 200;
/// Two rows of so many cells are a list.
const WIDE: usize = 4;
/// More words than this say something of somebody.
const LONGEST: usize = 14;
/// A sheet of these tells how a form is filled in.
const INSTRUCTIONS: &[&str] = &["petunjuk", "panduan", "cara", "pedoman", "tatacara", "juknis"];
/// A line of instructions with one of these, or with a year, asks for something else than a month's amount.
const OTHERWISE: &[&str] = &["bukan", "tidak", "jangan", "12"];

/// The first words of a sheet of notes by which figures of the year `own` are in another unit, of another time, or no
/// realisasi of the year.
pub(crate) fn limiting_note(sheet: &Sheet, own: Option<Year>) -> Option<String> {
    if sheet.cells.len() > MOST {
        return None;
    }
    let rows: Vec<Vec<Cell>> = rows(sheet);
    if rows.iter().filter(|cells| cells.len() >= WIDE).count() >= 2 {
        return None;
    }
    let lines: Vec<String> = rows
        .iter()
        .map(|cells| cells.iter().map(|cell| raw_text(&cell.value).trim().to_owned()).collect::<Vec<_>>().join(" "))
        .collect();
    let are_instructions = sheet.name.as_deref().is_some_and(instructs) || lines.first().is_some_and(|first| instructs(first));
    let is_said = |text: &String| limits(text, own, are_instructions);
    let cells = rows.iter().flatten().filter(|cell| matches!(cell.value, Value::Text(_))).map(|cell| raw_text(&cell.value));
    let found = cells.chain(lines).find(is_said)?;
    Some(mask_person(&found.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Whether a sheet says in words how a form is filled in: it calls itself so, and holds no figure.
pub(crate) fn guides(sheet: &Sheet) -> bool {
    let holds_figures = sheet.cells.rows_from(0).any(|row| row.cells().any(|cell| !matches!(cell.value, Value::Text(_))));
    let first = || rows(sheet).first().and_then(|cells| cells.first().map(|cell| raw_text(&cell.value)));
    !holds_figures && (sheet.name.as_deref().is_some_and(instructs) || first().is_some_and(|first| instructs(&first)))
}

/// The words of instructions by which amounts under one of these headings are filled in for less than a year: `Omset diisi
/// per bulan`.
pub(crate) fn instructed_span(sheet: &Sheet, headings: &[&str]) -> Option<String> {
    if sheet.cells.len() > MOST || !guides(sheet) {
        return None;
    }
    let headings: Vec<Vec<String>> =
        headings.iter().map(|heading| words(heading)).filter(|heading| !heading.is_empty()).collect();
    let is_said = |text: &String| {
        let words = words(text);
        let names = |heading: &Vec<String>| heading.iter().all(|word| words.contains(word));
        let is_of_year = words.iter().any(|word| OTHERWISE.contains(&word.as_str()) || word.contains("tahun"));
        words.len() <= LONGEST && !is_of_year && limiting_span(text).is_some() && headings.iter().any(names)
    };
    let texts = sheet.cells.rows_from(0).flat_map(|row| row.cells().map(|cell| raw_text(&cell.value)).collect::<Vec<_>>());
    texts.collect::<Vec<String>>().into_iter().find(is_said).map(|text| mask_person(text.trim()))
}

fn instructs(text: &str) -> bool {
    words(text).iter().any(|word| INSTRUCTIONS.contains(&word.as_str()))
}

/// The filled cells of each row that holds a text.
fn rows(sheet: &Sheet) -> Vec<Vec<Cell<'_>>> {
    let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
    let rows = sheet.cells.rows_from(0).map(|row| row.cells().filter(is_filled).collect::<Vec<Cell>>());
    rows.filter(|cells| cells.iter().any(|cell| matches!(cell.value, Value::Text(_)))).collect()
}

fn limits(text: &str, own: Option<Year>, are_instructions: bool) -> bool {
    let is_unit = |(factor, _): (u64, String)| factor > 1;
    if caption_unit(text).is_some_and(is_unit) || note_unit(text).is_some_and(is_unit) {
        return true;
    }
    if are_instructions || words(text).len() > LONGEST || is_place_and_date(text) {
        return false;
    }
    let stated = stated_in(text).map(|stated| stated.period);
    // A day or a month after the year is when the paper was made.
    let is_later = stated
        .as_ref()
        .is_some_and(|period| period.until.is_some() && period.year.zip(own).is_some_and(|(year, own)| year > own));
    let is_part = || stated.as_ref().is_some_and(|period| period.is_part() && period.year.is_none_or(|year| Some(year) == own));
    let speaks = || limiting(text).or_else(|| provisional(text)).or_else(|| partial(text)).or_else(|| loosely(text));
    let reserves = || reservation(text).is_some();
    let doubts = || !tells_of_a_count(text) && (speaks().or_else(|| unsettles(text)).is_some() || reserves());
    !is_later && (states_another(text, own) || is_part() || doubts())
}

/// `3. Empat koperasi baru, dua koperasi dibubarkan.` tells what came to pass with so many, and limits no figure.
fn tells_of_a_count(text: &str) -> bool {
    let words = words(text);
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().find(|word| !is_number(word)).is_some_and(|first| SPELT_NUMBERS.contains(&first.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// Whether a sheet of these lines beside the data is told, be the data's own sheet named or not.
    fn told(name: &str, lines: &[&[&str]]) -> bool {
        let [own, named] = [None, Some("Data")].map(|lembar| is_told(lembar, name, lines));
        assert_eq!(own, named, "{lines:?}");
        own
    }

    fn is_told(lembar: Option<&str>, name: &str, lines: &[&[&str]]) -> bool {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet().set_name("Data").unwrap();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Volume Usaha"]) {
                sheet.write(0, column, heading).unwrap();
            }
            for (row, name) in (1..).zip(["KSU Rejeki", "KUD Makmur", "Kopwan Melati"]) {
                sheet.write(row, 0, name).unwrap();
                sheet.write(row, 1, format!("{row}/BH/199{row}")).unwrap();
                sheet.write(row, 2, 1_000_123 * row).unwrap();
            }
            let notes = workbook.add_worksheet().set_name(name).unwrap();
            for (row, cells) in (0..).zip(lines) {
                for (column, text) in (0..).zip(*cells) {
                    notes.write(row, column, *text).unwrap();
                }
            }
        });
        let office = office.source(|sumber| sumber.lembar = lembar.map(crate::dataset::fixture::written));
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        !read.has(Kode::LembarTidakDibaca).is_empty()
    }

    #[test]
    fn notes_on_a_sheet_of_their_own_are_heard() {
        for lines in [
            &[&["Angka pada lembar sebelumnya dalam ribuan rupiah"][..]][..],
            &[&["Satuan", "Juta Rupiah"]],
            &[&["Data ini adalah data tahun 2020"]],
            &[&["Data per 30 Juni 2021"]],
            &[&["Periode", "Januari - Juni 2021"]],
            &[&["TARGET"]],
            &[&["Contoh pengisian, bukan data sebenarnya"]],
            &[&["Data masih sementara"]],
        ] {
            assert!(told("Catatan", lines), "{lines:?}");
        }
        for lines in [
            &[&["LAPORAN KERAGAAN KOPERASI"][..], &["TAHUN 2021"]][..],
            &[&["Sumber: Bidang Koperasi"], &["Pasuruan, 12 Januari 2022"]],
            &[&["Keterangan: nilai dalam rupiah penuh"]],
            &[&["Petugas", "Budi Santoso"], &["Telepon", "0343 421234"]],
            &[&["Catatan pengisian:"], &["3. Empat koperasi baru berbadan hukum, dua koperasi dibubarkan."]],
        ] {
            assert!(!told("Catatan", lines), "{lines:?}");
        }
        assert!(told("Petunjuk", &[&["Isi semua kolom"], &["Volume Usaha diisi per bulan"]]));
        assert!(!told("Petunjuk", &[&["Isi semua kolom"], &["Volume Usaha diisi setahun, bukan per bulan"]]));
        assert!(!told("Petunjuk", &[&["Isi semua kolom"], &["Laporan dikirim per bulan"]]));
        assert!(!told("Petunjuk", &[&["Petunjuk pengisian"], &["Isi target dan realisasi menurut contoh pengisian"]]));
    }
}
