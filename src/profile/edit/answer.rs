//! A finding's answer written into a profile: keys under their section, or an
//! acceptance with its reason at the end.

use super::text::Edited;
use crate::diagnostic::Tempel;
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// Why an answer was not written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnswerError {
    /// The profile, or the answer, is no TOML.
    Syntax,
    /// The section is written as something else than a table.
    Shape { bagian: String },
}

/// The profile's text with the answer in it; comments and order stay.
///
/// # Errors
/// What [`AnswerError`] names; the text is then as it was.
pub fn answer(text: &str, tempel: &Tempel) -> Result<String, AnswerError> {
    if tempel.is_terima() {
        return appended(text, tempel);
    }
    let mut edited = Edited::parse(text).map_err(|_| AnswerError::Syntax)?;
    let given: DocumentMut = tempel.baris.join("\n").parse().map_err(|_| AnswerError::Syntax)?;
    let path = tempel.bagian.trim_matches(['[', ']']).split('.');
    let section = path.clone().try_fold(edited.doc.as_table_mut() as &mut dyn TableLike, inner);
    let section = section.ok_or_else(|| AnswerError::Shape { bagian: tempel.bagian.clone() })?;
    for (key, item) in given.iter() {
        put(section, key, item);
    }
    Ok(edited.into_text())
}

/// An acceptance is a block of its own at the end, and takes the place of one of the same finding.
fn appended(text: &str, tempel: &Tempel) -> Result<String, AnswerError> {
    let text = &without_same(text, tempel)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let block: String = std::iter::once(&tempel.bagian).chain(&tempel.baris).map(|line| format!("{line}{end}")).collect();
    let gap = if text.ends_with('\n') { end.to_owned() } else { format!("{end}{end}") };
    let whole = format!("{text}{gap}{block}");
    Edited::parse(&whole).map(|_| whole).map_err(|_| AnswerError::Syntax)
}

/// The text without the acceptance of the same code, place and content that stands there already.
fn without_same(text: &str, tempel: &Tempel) -> Result<String, AnswerError> {
    let given: DocumentMut = tempel.baris.join("\n").parse().map_err(|_| AnswerError::Syntax)?;
    let mut edited = Edited::parse(text).map_err(|_| AnswerError::Syntax)?;
    let value =
        |table: &dyn TableLike, key: &str| table.get(key).and_then(|item| item.as_str()).map(|text| text.trim().to_owned());
    let is_same =
        |table: &Table| ["kode", "sel", "ditemukan"].iter().all(|key| value(table, key) == value(given.as_table(), key));
    let Some(list) = edited.doc.get_mut("terima").and_then(Item::as_array_of_tables_mut) else { return Ok(text.to_owned()) };
    let before = list.len();
    list.retain(|table| !is_same(table));
    Ok(if list.len() == before { text.to_owned() } else { edited.into_text() })
}

/// A table of a table, made where it is not there.
fn inner<'t>(table: &'t mut dyn TableLike, name: &str) -> Option<&'t mut dyn TableLike> {
    let made = || {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        Item::Table(table)
    };
    table.entry(name).or_insert_with(made).as_table_like_mut()
}

/// Puts a value in, with the place and the comment of the one before it; tables are filled up.
fn put(section: &mut dyn TableLike, key: &str, item: &Item) {
    match (section.get_mut(key), item.as_inline_table()) {
        (Some(there), Some(more)) if there.is_table_like() => {
            if let Some(there) = there.as_table_like_mut() {
                more.iter().for_each(|(key, value)| put(there, key, &Item::Value(value.clone())));
            }
            if let Some(inline) = there.as_inline_table_mut() {
                inline.fmt();
            }
        }
        (Some(there), _) => {
            let decor = there.as_value().map(|old| old.decor().clone());
            let mut new = item.clone();
            if let (Some(new), Some(decor)) = (new.as_value_mut(), decor) {
                *new.decor_mut() = decor;
            }
            *there = new;
        }
        (None, _) => {
            let mut new = item.clone();
            if let Some(new) = new.as_value_mut() {
                *new = Value::clone(new);
                new.decor_mut().clear();
            }
            section.insert(key, new);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "# kantor\n[sumber.s] # data\nberkas = \"a.csv\"   # dari bidang\nsatuan_uang = \"ribu\" # lama\narti = { \"X\" = \"biasa\" }\n\n# lain\n[laporan]\ntahun = 2021\n";

    fn lines(bagian: &str, baris: &[&str]) -> Tempel {
        Tempel { bagian: bagian.to_owned(), baris: baris.iter().map(|line| (*line).to_owned()).collect() }
    }

    #[test]
    fn a_key_takes_the_place_of_the_one_before_it() {
        let text = answer(PROFILE, &lines("[sumber.s]", &["satuan_uang = \"juta\""])).unwrap();
        assert_eq!(text, PROFILE.replace("\"ribu\"", "\"juta\""));
    }

    #[test]
    fn tables_are_filled_up_and_made() {
        let text = answer(PROFILE, &lines("[sumber.s]", &["arti = { \"RAPB\" = \"lewati\" }"])).unwrap();
        assert_eq!(text, PROFILE.replace("{ \"X\" = \"biasa\" }", "{ \"X\" = \"biasa\", RAPB = \"lewati\" }"));
        let text = answer(PROFILE, &lines("[sumber.s.kolom]", &["shu = \"S H U\""])).unwrap();
        assert_eq!(text, PROFILE.replace("\n\n# lain", "\n\n[sumber.s.kolom]\nshu = \"S H U\"\n\n# lain"));
        let text = answer(PROFILE, &lines("[sumber.s]", &["lembar = \"Rekap\""])).unwrap();
        assert_eq!(text, PROFILE.replace("\n\n# lain", "\nlembar = \"Rekap\"\n\n# lain"));
    }

    #[test]
    fn an_acceptance_is_a_block_of_its_own() {
        let terima = lines("[[terima]]", &["kode = \"bukan-angka\"", "alasan = \"a\""]);
        let text = answer(PROFILE, &terima).unwrap();
        assert_eq!(text, format!("{PROFILE}\n[[terima]]\nkode = \"bukan-angka\"\nalasan = \"a\"\n"));
        let crlf = answer(&PROFILE.replace('\n', "\r\n"), &terima).unwrap();
        assert_eq!(crlf, text.replace('\n', "\r\n"));
        assert_eq!(answer("x = [", &terima), Err(AnswerError::Syntax));
        // A better answer to the same finding takes the first one's place.
        let better = lines("[[terima]]", &["kode = \"bukan-angka\"", "nilai = \"5\"", "alasan = \"b\""]);
        let other = answer(&text, &lines("[[terima]]", &["kode = \"nilai-galat\"", "alasan = \"a\""])).unwrap();
        let again = answer(&other, &better).unwrap();
        assert_eq!(again.matches("bukan-angka").count(), 1, "{again}");
        assert!(again.contains("nilai = \"5\"") && again.contains("nilai-galat") && again.starts_with("# kantor"), "{again}");
    }
}
