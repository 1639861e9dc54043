//! A copy of an office's workbook with each finding as a coloured cell and a
//! note, and a sheet that lists them with links. The copy holds the values as
//! read, sheet names, merges and what is hidden; not formulas, looks or pictures.

use super::finding::{MOST_NOTES, is_on, said, target};
use super::list_size::{LIST_WIDTHS, about_height, list_height};
use super::words_id as words;
use crate::diagnostic::{Temuan, Tingkat};
use crate::render::xlsx::number::{LONGEST_TEXT, clean, double};
use crate::render::xlsx::{RenderError, allowed, free, saved};
use crate::vocabulary::{CellAddress, mask_person};
use crate::workbook::{Cell, Formula, Hidden, NumberStyle, Sheet, Value, Visibility, Workbook};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Note, Url, Worksheet};
use std::collections::{BTreeMap, BTreeSet};

/// Excel takes at most 65 530 links on a sheet.
const MOST_LINKS: usize = 65_000;
/// Pixels: wider columns hide their neighbours.
const WIDEST: u32 = 360;

/// The copy's bytes. `temuan` are those of this workbook, in their order.
/// Fails where Excel cannot hold what the workbook does.
pub fn mark(workbook: &Workbook, temuan: &[&Temuan]) -> Result<Vec<u8>, RenderError> {
    let mut taken = BTreeSet::new();
    let names: Vec<String> =
        workbook.sheets.iter().map(|sheet| free(&allowed(sheet.name.as_deref().unwrap_or(words::CSV)), &mut taken)).collect();
    let list = free(words::LIST, &mut taken);
    let mut out = rust_xlsxwriter::Workbook::new();
    let named = |sheet: &str| RenderError::SheetName { sheet: sheet.to_owned() };
    let listed = out.add_worksheet().set_name(&list).map_err(|_| named(&list))?;
    write_list(listed, &list, workbook, &names, temuan)?;
    for (sheet, name) in workbook.sheets.iter().zip(&names) {
        let own: Vec<&Temuan> = temuan.iter().copied().filter(|one| is_on(one, sheet, workbook)).collect();
        let added = out.add_worksheet().set_name(name).map_err(|_| named(name))?;
        write_sheet(added, name, sheet, &own)?;
    }
    saved(&mut out)
}

fn colour(tingkat: Tingkat) -> Color {
    Color::RGB(match tingkat {
        Tingkat::Galat => 0x00FF_9C9C,
        Tingkat::Peringatan => 0x00FF_E699,
        Tingkat::Catatan => 0x00DD_EBF7,
    })
}

/// The gravest level and the words of all findings of a cell.
struct Marked {
    tingkat: Tingkat,
    text: String,
}

fn write_sheet(out: &mut Worksheet, name: &str, sheet: &Sheet, temuan: &[&Temuan]) -> Result<(), RenderError> {
    let at = RenderError::at(name);
    let mut marks: BTreeMap<CellAddress, Marked> = BTreeMap::new();
    for one in temuan {
        let Some(place) = target(one, sheet) else { continue };
        let text = said(one);
        let mark = marks.entry(place).or_insert(Marked { tingkat: one.tingkat(), text: String::new() });
        mark.tingkat = mark.tingkat.min(one.tingkat());
        if !mark.text.is_empty() {
            mark.text.push_str("\n\n");
        }
        mark.text.push_str(&text);
    }
    for merge in sheet.merges.iter().flatten() {
        let Some(((first_row, first), (last_row, last))) = place(merge.first).ok().zip(place(merge.last).ok()) else { continue };
        let format = marks.get(&merge.first).map_or_else(Format::new, |mark| filled(mark.tingkat));
        // Merges that overlap, or are of one cell, are damage that the values survive.
        let _ = out.merge_range(first_row, first, last_row, last, "", &format);
    }
    for cell in sheet.cells.iter() {
        let fill = marks.get(&cell.at).map(|mark| mark.tingkat);
        write_cell(out, &cell, fill).map_err(&at)?;
    }
    let extent = sheet.extent();
    for (index, (address, mark)) in marks.iter().enumerate() {
        let (row, column) = place(*address).map_err(&at)?;
        if sheet.cell(*address).is_none() {
            out.write_blank(row, column, &filled(mark.tingkat)).map_err(&at)?;
        }
        if index < MOST_NOTES {
            let text: String = mark.text.chars().take(8_000).collect();
            let lines = text.chars().count() / 45 + text.lines().count() + 1;
            let height = u32::try_from(lines.clamp(4, 24) * 17).unwrap_or(200);
            let note = Note::new(clean(&text)).set_author("iku").add_author_prefix(false).set_width(320).set_height(height);
            out.insert_note(row, column, &note).map_err(&at)?;
        }
    }
    out.set_autofit_max_width(WIDEST);
    out.autofit();
    if let Some((last_row, last_column)) = extent {
        let marked_row = |row: u32| marks.keys().any(|at| at.row == row);
        for row in hidden(&sheet.hidden_rows, last_row).filter(|row| !marked_row(*row)) {
            out.set_row_hidden(row).map_err(&at)?;
        }
        let marked_column = |column: u32| marks.keys().any(|at| at.column == column);
        for column in hidden(&sheet.hidden_columns, last_column).filter(|column| !marked_column(*column)) {
            if let Ok(column) = u16::try_from(column) {
                out.set_column_hidden(column).map_err(&at)?;
            }
        }
    }
    // A link into a hidden sheet would lead nowhere.
    if marks.is_empty() {
        match sheet.visibility {
            Visibility::Visible => {}
            Visibility::Hidden => drop(out.set_hidden(true)),
            Visibility::VeryHidden => drop(out.set_very_hidden(true)),
        }
    }
    Ok(())
}

fn hidden(hidden: &Hidden, last: u32) -> impl Iterator<Item = u32> {
    let ranges: Vec<(u32, u32)> = match hidden {
        Hidden::Unknown => Vec::new(),
        Hidden::Known(ranges) => ranges.clone(),
    };
    ranges.into_iter().filter(move |(first, _)| *first <= last).flat_map(move |(first, end)| first..=end.min(last))
}

fn place(at: CellAddress) -> Result<(u32, u16), rust_xlsxwriter::XlsxError> {
    let column = u16::try_from(at.column).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError)?;
    Ok((at.row, column))
}

fn filled(tingkat: Tingkat) -> Format {
    Format::new().set_background_color(colour(tingkat)).set_border(FormatBorder::Thin)
}

fn write_cell(out: &mut Worksheet, cell: &Cell, fill: Option<Tingkat>) -> Result<(), rust_xlsxwriter::XlsxError> {
    let (row, column) = place(cell.at)?;
    let format = fill.map_or_else(Format::new, filled);
    let mut text = |text: &str, format: &Format| {
        let text = cut(&clean(text));
        out.write_string_with_format(row, column, text, format).map(|_| ())
    };
    match &cell.value {
        Value::Text(value) => text(value, &format),
        // Past 15 digits a double no longer holds them: a NIK stays whole as a text.
        Value::Number { value, digits } if *digits > 15 => text(&value.to_string(), &format),
        Value::Number { value, .. } => {
            let code = match cell.style {
                NumberStyle::Percent => "0.00%",
                _ if value.scale() == 0 && value.abs() >= rust_decimal::Decimal::from(10_000) => "#,##0",
                _ => "General",
            };
            out.write_number_with_format(row, column, double(*value), &format.set_num_format(code)).map(|_| ())
        }
        Value::Date { serial } => {
            out.write_number_with_format(row, column, double(*serial), &format.set_num_format("dd/mm/yyyy")).map(|_| ())
        }
        Value::Bool(value) => out.write_boolean_with_format(row, column, *value, &format).map(|_| ()),
        Value::Overflow(value) | Value::Error(value) => text(value, &format),
        Value::NoResult => {
            let formula = match &cell.formula {
                Formula::Some(Some(formula)) => format!("={}", formula.trim_start_matches('=')),
                _ => "=…".to_owned(),
            };
            text(&formula, &format)
        }
    }
}

/// The text as far as a cell holds it.
fn cut(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST_TEXT
        })
        .collect()
}

fn write_list(
    out: &mut Worksheet,
    name: &str,
    workbook: &Workbook,
    names: &[String],
    temuan: &[&Temuan],
) -> Result<(), RenderError> {
    let at = RenderError::at(name);
    let bold = Format::new().set_bold();
    out.write_string_with_format(0, 0, words::TITLE, &bold.clone().set_font_size(13)).map_err(&at)?;
    out.write_string(1, 0, clean(&workbook.berkas)).map_err(&at)?;
    let about = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    out.merge_range(2, 0, 2, 6, words::ABOUT, &about).map_err(&at)?;
    out.set_row_height(2, about_height(words::ABOUT)).map_err(&at)?;
    let heading = bold.set_background_color(Color::RGB(0x00D9_D9D9)).set_border(FormatBorder::Thin);
    for (column, text) in (0..).zip(words::HEADINGS) {
        out.write_string_with_format(4, column, text, &heading).map_err(&at)?;
    }
    let top = Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let wrapped = top.clone().set_text_wrap();
    for (index, one) in temuan.iter().enumerate() {
        let Some(row) = u32::try_from(index).ok().map(|index| index + 5).filter(|row| *row < CellAddress::MAX_ROWS) else {
            break;
        };
        let number = u32::try_from(index).unwrap_or_default() + 1;
        out.write_number_with_format(row, 0, f64::from(number), &top).map_err(&at)?;
        write_place(out, row, workbook, names, one, index < MOST_LINKS, &top).map_err(&at)?;
        let tingkat = top.clone().set_background_color(colour(one.tingkat()));
        out.write_string_with_format(row, 2, one.tingkat().text(), &tingkat).map_err(&at)?;
        out.write_string_with_format(row, 3, one.kode().text(), &top).map_err(&at)?;
        let nama = one.nama.as_deref().map(mask_person).unwrap_or_default();
        out.write_string_with_format(row, 4, cut(&clean(&nama)), &wrapped).map_err(&at)?;
        let ditemukan = one.ditemukan().unwrap_or_default();
        out.write_string_with_format(row, 5, cut(&clean(&ditemukan)), &wrapped).map_err(&at)?;
        let accepted = one.diterima.as_ref().zip(one.akibat());
        let accepted = accepted.map(|(own, akibat)| format!(" {}", words::accepted(&akibat, &own.alasan)));
        let text = format!("{} {}{}", one.pesan(), one.saran(), accepted.unwrap_or_default());
        out.write_string_with_format(row, 6, cut(&clean(&text)), &wrapped).map_err(&at)?;
        out.set_row_height(row, list_height(&[(4, &nama), (5, &ditemukan), (6, &text)])).map_err(&at)?;
    }
    for (column, width) in (0..).zip(LIST_WIDTHS) {
        out.set_column_width(column, width).map_err(&at)?;
    }
    out.set_freeze_panes(5, 0).map_err(&at)?;
    Ok(())
}

fn write_place(
    out: &mut Worksheet,
    row: u32,
    workbook: &Workbook,
    names: &[String],
    temuan: &Temuan,
    may_link: bool,
    format: &Format,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let own = workbook.sheets.iter().zip(names).find(|(sheet, _)| is_on(temuan, sheet, workbook));
    let Some((sheet, name)) = own.filter(|_| temuan.at.lembar.is_some() || temuan.at.sel.is_some()) else {
        return out.write_string_with_format(row, 1, clean(&temuan.at.berkas), format).map(|_| ());
    };
    let sel = temuan.at.sel.map(|sel| sel.to_string());
    let text = sel.map_or_else(|| name.clone(), |sel| format!("{name}!{sel}"));
    let cell = target(temuan, sheet).unwrap_or(CellAddress::new(0, 0));
    let url = Url::new(format!("internal:'{}'!{cell}", name.replace('\'', "''"))).set_text(&text);
    let link = format.clone().set_font_color(Color::RGB(0x0005_63C1)).set_underline(rust_xlsxwriter::FormatUnderline::Single);
    if may_link && out.write_url_with_format(row, 1, url, &link).is_ok() {
        return Ok(());
    }
    out.write_string_with_format(row, 1, clean(&text), format).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{BukanAngka, BukanAngkaSebab, NihilDibacaNol};
    use crate::profile::Limits;
    use crate::vocabulary::{At, Sel};
    use crate::workbook::Reader;

    #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
    fn reread(bytes: &[u8], name: &str) -> Workbook {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Reader::new(Limits::default()).read(&path, name).unwrap()
    }

    #[test]
    fn the_copy_holds_every_value_and_the_list_every_finding() {
        for source in
            [&include_bytes!("../../tests/data/libreoffice.xlsx")[..], include_bytes!("../../tests/data/libreoffice.ods")]
        {
            let original = reread(source, "a.ods");
            let lembar = original.sheets[0].name.clone();
            let at = At::sheet("a.ods", lembar);
            let fakta = || BukanAngka { ditemukan: "±3jt".to_owned(), sebab: BukanAngkaSebab::KiraKira };
            let temuan = [
                Temuan::new(at.with(CellAddress::new(1, 3)), fakta()).named("KSP Contoh"),
                // Inside the merged title, on an empty cell, and of a column.
                Temuan::new(at.with(CellAddress::new(0, 1)), fakta()),
                Temuan::new(at.with(CellAddress::new(40, 7)), fakta()),
                Temuan::new(at.with(Sel::Column(1)), NihilDibacaNol { isian: "x".to_owned(), jumlah: 2 }),
            ];
            let found: Vec<&Temuan> = temuan.iter().collect();
            let copy = reread(&mark(&original, &found).unwrap(), "b.xlsx");
            let list = &copy.sheets[0];
            assert_eq!(list.name.as_deref(), Some("Temuan"));
            let places: Vec<Value> =
                (5..9).filter_map(|row| list.cell(CellAddress::new(row, 1))).map(|cell| cell.value).collect();
            let text = Value::Text;
            assert_eq!(places, [text("Data!D2"), text("Data!B1"), text("Data!H41"), text("Data!B")]);
            for (own, copied) in original.sheets.iter().zip(&copy.sheets[1..]) {
                assert_eq!((&own.name, own.visibility), (&copied.name, copied.visibility));
                assert_eq!(own.merges, copied.merges);
                for cell in own.cells.iter() {
                    let kept = copied.cell(cell.at).map(|cell| cell.value);
                    match &cell.value {
                        Value::Number { value, digits } if *digits > 15 => {
                            assert!(matches!(kept, Some(Value::Text(kept)) if kept == value.to_string()));
                        }
                        Value::Number { value, .. } => {
                            assert!(matches!(kept, Some(Value::Number { value: own, .. }) if own == *value), "{}", cell.at);
                        }
                        Value::Error(error) => assert_eq!(kept, Some(text(error))),
                        // An empty text is no cell.
                        Value::Text("") => {}
                        value => assert_eq!(kept, Some(*value), "{}", cell.at),
                    }
                }
            }
        }
    }
}
