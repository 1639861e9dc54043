//! The rows of a great data sheet, made and written piece by piece while the workbook is compressed. The
//! writer of workbooks is given the sheet without them, and below its headings a
//! pattern: a blank cell in each format that the rows may need, by which it is seen which number
//! the format got. What stands there is left out of the file, and the rows are put in its place.

use crate::document::{Calculated, CellFormat, DataCell, DataRow, DataSheet, MadeRows, RowStyle, SaidRows};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::number;
use crate::render::xlsx::write::package::Content;
use crate::vocabulary::{CellAddress, Tanggal};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::borrow::Cow;
use std::io::Write as _;

/// Rows that are made and compressed at once.
const ROWS: usize = 1_000;

/// What a cell's format says of its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Text,
    Date,
    /// A number with so many decimals.
    Places(u32),
    /// A number without separators, whole or not.
    Plain(bool),
}

impl Form {
    /// All that the rows' cells may want in a column whose numbers have at most so many decimals.
    pub fn all(places: u32) -> impl Iterator<Item = Form> {
        let places = (0..=places.min(number::MOST_PLACES)).map(Form::Places);
        [Form::Text, Form::Date, Form::Plain(true), Form::Plain(false)].into_iter().chain(places)
    }

    /// A cell of this form, as the writer of formats knows it.
    pub fn example(self) -> DataCell {
        let number = |value, format| DataCell::Number { value, format };
        match self {
            Form::Text => DataCell::Text(String::new()),
            Form::Date => DataCell::Date(Tanggal { year: 1900, month: 1, day: 1 }),
            Form::Places(places) => number(Decimal::new(1, places), CellFormat::AsIs),
            Form::Plain(true) => number(Decimal::ONE, CellFormat::Plain),
            Form::Plain(false) => number(Decimal::new(1, 1), CellFormat::Plain),
        }
    }

    fn of_number(value: Decimal, format: CellFormat) -> Option<Self> {
        match format {
            CellFormat::AsIs => Some(Form::Places(number::places(value))),
            CellFormat::Plain => Some(Form::Plain(value.is_integer())),
            CellFormat::Decimals(_) | CellFormat::AtLeast(_) => None,
        }
    }
}

/// The format of each form in a column: where it stands in the pattern, then its number.
pub type Forms<T> = Vec<(Form, T)>;

/// Whoever is told of the rows made for a sheet, from this one (from 0) on, by whichever thread made them.
pub type Hears<'h> = &'h (dyn Fn(&DataSheet, usize, SaidRows) + Sync);

/// The rows to be written into a sheet.
pub struct Stream<'a> {
    data: &'a DataSheet,
    made: &'a MadeRows,
    /// By the columns: which cell of the pattern has the format.
    forms: Vec<Forms<u16>>,
}

impl<'a> Stream<'a> {
    pub fn new(data: &'a DataSheet, made: &'a MadeRows, forms: Vec<Forms<u16>>) -> Self {
        Self { data, made, forms }
    }

    /// The sheet row (from 0) that the pattern stands in, clear of the one row of the table.
    pub fn pattern_row(data: &DataSheet) -> u32 {
        data.first_data_row() + 1
    }

    /// The sheet's pieces: the first begins with all that stands before the rows, the last ends with what
    /// stands behind. Fails where the sheet holds no pattern.
    pub fn content<'c>(self, xml: &str, hears: Option<Hears<'c>>) -> Result<Content<'c>, RenderError>
    where
        'a: 'c,
    {
        let odd = || RenderError::Writer(format!("{}: sheetData", self.data.name));
        let first = self.data.first_data_row();
        let from = xml.find(&format!("<row r=\"{}\"", first + 1)).or_else(|| xml.find(&pattern_start(self.data)));
        let pattern = xml.find(&pattern_start(self.data)).ok_or_else(odd)?;
        let (from, to) = (from.ok_or_else(odd)?, xml.rfind("</sheetData>").ok_or_else(odd)?);
        let pattern = xml.get(pattern..to).ok_or_else(odd)?;
        let (open, cells) = pattern.split_once('>').ok_or_else(odd)?;
        // `<row r="7" spans="1:9" ht="…" customHeight="1"`: the rows are as high as this one.
        let like = open.split_once(" ht=").map_or(String::new(), |(_, height)| format!(" ht={height}"));
        let columns = self.forms.iter().enumerate().map(|(column, forms)| {
            let letters = CellAddress::new(0, column as u32).to_string();
            let forms = forms
                .iter()
                .map(|(form, at)| style_of(cells, *at, Self::pattern_row(self.data)).map(|style| (*form, style)).ok_or_else(odd));
            let input = self.data.columns.get(column).is_some_and(|column| column.input);
            let forms = forms.collect::<Result<_, RenderError>>()?;
            Ok(Column { letters: letters.trim_end_matches('1').to_owned(), forms, input })
        });
        let writer = RowWriter { name: self.data.name.clone(), like, columns: columns.collect::<Result<_, RenderError>>()? };
        let (data, made, count) = (self.data, self.made, self.data.row_count());
        let before = with_dimension(&xml[..from], self.data);
        let behind = xml[to..].to_owned();
        let pieces = count.div_ceil(ROWS).max(1);
        let make = move |piece: usize, out: &mut Vec<u8>| {
            if piece == 0 {
                out.extend(before.as_bytes());
            }
            let mut said = hears.map(|_| SaidRows::of(data));
            for index in (piece * ROWS..count).take(ROWS) {
                let row = made.row(index);
                said.iter_mut().for_each(|said| said.hear(&row));
                writer.row(out, first + index as u32, &row)?;
            }
            if let (Some(hears), Some(said)) = (hears, said) {
                hears(data, piece * ROWS, said);
            }
            if piece + 1 == pieces {
                out.extend(behind.as_bytes());
            }
            Ok(())
        };
        Ok(Content::Made(pieces, Box::new(make)))
    }
}

fn pattern_start(data: &DataSheet) -> String {
    format!("<row r=\"{}\"", Stream::pattern_row(data) + 1)
}

/// The format's number of the pattern's cell in a column: `<c r="B7" s="12"/>`.
fn style_of(cells: &str, column: u16, row: u32) -> Option<u32> {
    let cell = format!("<c r=\"{}\" s=\"", CellAddress::new(row, u32::from(column)));
    let (number, _) = cells.split_once(&cell)?.1.split_once('"')?;
    number.parse().ok()
}

/// What stands before the rows, the sheet's extent being that of the rows: `<dimension ref="A1:K8"/>`.
fn with_dimension(before: &str, data: &DataSheet) -> String {
    const OPEN: &str = "<dimension ref=\"";
    let last = CellAddress::new(data.heading_row() + data.row_count() as u32, (data.columns.len().max(1) - 1) as u32);
    let place = before.find(OPEN).map(|at| at + OPEN.len());
    let Some((from, length)) = place.and_then(|from| Some((from, before[from..].find('"')?))) else { return before.to_owned() };
    let first = before[from..from + length].split(':').next().unwrap_or("A1");
    format!("{}{first}:{last}{}", &before[..from], &before[from + length..])
}

struct Column {
    letters: String,
    forms: Forms<u32>,
    /// A blank of it shows that it may be filled.
    input: bool,
}

/// Writes rows as a sheet's XML (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4).
struct RowWriter {
    name: String,
    /// The attributes that all rows have.
    like: String,
    columns: Vec<Column>,
}

impl RowWriter {
    fn row(&self, out: &mut Vec<u8>, row: u32, made: &DataRow) -> Result<(), RenderError> {
        let begun = out.len();
        out.extend(b"<row r=\"");
        digits(out, u64::from(row) + 1);
        out.push(b'"');
        out.extend(self.like.as_bytes());
        out.push(b'>');
        let empty = out.len();
        if made.style != RowStyle::Plain || made.cells.len() > self.columns.len() {
            return Err(self.odd());
        }
        for (column, cell) in self.columns.iter().zip(&made.cells) {
            self.cell(out, row, column, cell)?;
        }
        if out.len() == empty {
            out.truncate(begun);
        } else {
            out.extend(b"</row>");
        }
        Ok(())
    }

    /// A row that is not of the kind that is made.
    fn odd(&self) -> RenderError {
        RenderError::Writer(format!("{}: format", self.name))
    }

    fn cell(&self, out: &mut Vec<u8>, row: u32, column: &Column, cell: &DataCell) -> Result<(), RenderError> {
        match cell {
            DataCell::Empty if column.input => self.text(out, row, (column, Form::Text), "")?,
            DataCell::Empty => {}
            DataCell::Text(text) => self.text(out, row, (column, Form::Text), text)?,
            DataCell::Number { value, format } => {
                self.begin(out, row, column, Form::of_number(*value, *format))?;
                out.extend(b"><v>");
                double(out, *value);
                out.extend(b"</v></c>");
            }
            // Excel's calendar begins in 1900; what lies before is written out.
            DataCell::Date(date) if date.year < 1900 => {
                let text = format!("{:02}/{:02}/{:04}", date.day, date.month, date.year);
                self.text(out, row, (column, Form::Text), &text)?;
            }
            DataCell::Date(date) => {
                self.begin(out, row, column, Some(Form::Date))?;
                write_to(out, format_args!("><v>{}</v></c>", date.to_serial()));
            }
            DataCell::Formula { formula, result, format } => {
                let form = Form::of_number(result.number().unwrap_or_default(), *format);
                self.formula(out, row, (column, form), (formula, result))?;
            }
            DataCell::Input { .. } | DataCell::Choice { .. } => return Err(self.odd()),
        }
        Ok(())
    }

    /// `<c r="B7" s="12"`.
    fn begin(&self, out: &mut Vec<u8>, row: u32, column: &Column, form: Option<Form>) -> Result<(), RenderError> {
        let known = column.forms.iter().find(|(own, _)| Some(*own) == form);
        let (_, style) = known.ok_or_else(|| self.odd())?;
        out.extend(b"<c r=\"");
        out.extend(column.letters.as_bytes());
        digits(out, u64::from(row) + 1);
        out.extend(b"\" s=\"");
        digits(out, u64::from(*style));
        out.push(b'"');
        Ok(())
    }

    fn formula(
        &self,
        out: &mut Vec<u8>,
        row: u32,
        (column, form): (&Column, Option<Form>),
        (formula, result): (&str, &Calculated),
    ) -> Result<(), RenderError> {
        let formula = formula.trim().trim_start_matches('=');
        if number::is_too_long_a_formula(formula) {
            return Err(RenderError::FormulaTooLong { sheet: self.name.clone(), cell: address(row, column) });
        }
        let stored = match result {
            // Readers would take `1.234` for a number: the text itself is right, if no longer live.
            Calculated::Text(text) if number::looks_typed(text) => {
                let form = form.ok_or_else(|| self.odd())?;
                return self.text(out, row, (column, form), text);
            }
            Calculated::Text(text) => number::clean(text).into_owned(),
            Calculated::Number(value) => crate::vocabulary::exact_text(*value),
        };
        self.begin(out, row, column, form)?;
        out.extend(if matches!(result, Calculated::Text(_)) { &b" t=\"str\"><f>"[..] } else { b"><f>" });
        escaped(out, formula);
        out.extend(b"</f><v>");
        escaped(out, &stored);
        out.extend(b"</v></c>");
        Ok(())
    }

    fn text(&self, out: &mut Vec<u8>, row: u32, (column, form): (&Column, Form), text: &str) -> Result<(), RenderError> {
        let text = number::clean(text);
        if number::is_too_long_a_text(&text) {
            return Err(RenderError::TextTooLong { sheet: self.name.clone(), cell: address(row, column) });
        }
        self.begin(out, row, column, Some(form))?;
        if text.is_empty() {
            // An empty text is a blank cell, which stands there for its format alone.
            out.extend(b"/>");
            return Ok(());
        }
        let ends = ['\t', '\n', ' '];
        out.extend(b" t=\"inlineStr\"><is><t");
        if text.starts_with(ends) || text.ends_with(ends) {
            out.extend(b" xml:space=\"preserve\"");
        }
        out.push(b'>');
        escaped(out, &unlike_escapes(&text));
        out.extend(b"</t></is></c>");
        Ok(())
    }
}

fn address(row: u32, column: &Column) -> String {
    format!("{}{}", column.letters, u64::from(row) + 1)
}

fn write_to(out: &mut Vec<u8>, words: std::fmt::Arguments<'_>) {
    // Writing to a Vec cannot fail.
    let _ = out.write_fmt(words);
}

fn digits(out: &mut Vec<u8>, mut number: u64) {
    // A u64 has at most 20 digits.
    let mut buffer = [0u8; 20];
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend(&buffer[at..]);
}

/// The double that Excel keeps of a number, by its shortest digits.
fn double(out: &mut Vec<u8>, value: Decimal) {
    match value.to_u64().filter(|whole| value.scale() == 0 && *whole <= 1 << f64::MANTISSA_DIGITS) {
        Some(whole) => digits(out, whole),
        None => write_to(out, format_args!("{}", number::double(value))),
    }
}

/// A text as XML holds it; control characters other than line breaks and tabs are gone by now.
fn escaped(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'&' | b'<' | b'>')) {
        out.extend(&rest[..at]);
        out.extend(match rest[at] {
            b'&' => &b"&amp;"[..],
            b'<' => b"&lt;",
            _ => b"&gt;",
        });
        rest = &rest[at + 1..];
    }
    out.extend(rest);
}

/// What Excel would take for a character written out (`_x000D_`), so that it stays as it is (ECMA-376 part 1, 22.4.2.4).
fn unlike_escapes(text: &str) -> Cow<'_, str> {
    let is_escape = |at: usize| {
        let code = text.as_bytes().get(at + 2..at + 7);
        code.is_some_and(|code| code[..4].iter().all(u8::is_ascii_hexdigit) && code[4] == b'_')
    };
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len() + 6);
    let mut from = 0;
    for (at, _) in text.match_indices("_x").filter(|(at, _)| is_escape(*at)) {
        whole.push_str(&text[from..at]);
        whole.push_str("_x005F");
        from = at;
    }
    whole.push_str(&text[from..]);
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_written_as_the_shortest_double() {
        for (value, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("7", "7"),
            ("-12", "-12"),
            ("18446744073709551615", "18446744073709552000"),
            ("9007199254740992", "9007199254740992"),
            ("1.50", "1.5"),
            ("5.0", "5"),
            ("21.78217821782178217821782178", "21.782178217821784"),
        ] {
            assert_eq!(written(|out| double(out, value.parse().unwrap())), shown, "{value}");
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(written(|out| escaped(out, "a<b> & \"c\"\n")), "a&lt;b&gt; &amp; \"c\"\n");
        assert_eq!(unlike_escapes("a_x000D_ b_x12_ _xzzzz_ _x"), "a_x005F_x000D_ b_x12_ _xzzzz_ _x");
        assert_eq!(unlike_escapes("_x0041__x0042_"), "_x005F_x0041__x005F_x0042_");
    }

    #[test]
    fn each_form_is_known_by_its_example() {
        for form in Form::all(3) {
            let found = match form.example() {
                DataCell::Number { value, format } => Form::of_number(value, format),
                DataCell::Date(_) => Some(Form::Date),
                DataCell::Text(_) => Some(Form::Text),
                _ => None,
            };
            assert_eq!(found, Some(form));
        }
    }
}
