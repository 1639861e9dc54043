//! CSV: a text's records and fields, and which sign parts them.
//!
//! As Excel reads it: a quote opens only at a field's start, `""` inside is one
//! quote, a quoted field may hold line breaks, and a blank line is a record.

use crate::profile::Limits;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::cells::{Builder, Cells};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::sheet::{Cell, Formula, NumberStyle, Value};
use memchr::{memchr, memchr3};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most characters an Excel cell holds: a longer quoted field has lost its closing quote.
const LONGEST_FIELD: usize = 32_767 * 4;
/// Records looked at to tell the separator.
const SAMPLE: usize = 200;

/// One field, and what ended it.
struct Field<'a> {
    text: Cow<'a, str>,
    ends_record: bool,
}

/// The fields of a text, in order.
struct Fields<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    /// A separator was the last thing read: one more field follows, be it empty.
    owes_field: bool,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        Self { text, at: 0, separator, owes_field: false }
    }

    fn next(&mut self) -> Dibaca<Option<Field<'a>>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            let last = std::mem::take(&mut self.owes_field);
            return Ok(last.then_some(Field { text: Cow::Borrowed(""), ends_record: true }));
        }
        let text = if rest.starts_with('"') { self.quoted()? } else { Cow::Borrowed(self.bare()) };
        let rest = &self.text.as_bytes()[self.at..];
        let (ends_record, length) = match rest {
            [b'\r', b'\n', ..] => (true, 2),
            [b'\r' | b'\n', ..] => (true, 1),
            [] => (true, 0),
            _ => (false, 1),
        };
        self.at += length;
        self.owes_field = !ends_record;
        Ok(Some(Field { text, ends_record }))
    }

    fn bare(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let end = memchr3(self.separator, b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn quoted(&mut self) -> Dibaca<Cow<'a, str>> {
        let start = self.at + 1;
        let (mut at, mut pieces) = (start, String::new());
        let unclosed = || Gagal::rusak("tanda petik pembuka tanpa penutup di dalam CSV");
        let quoted = loop {
            let rest = &self.text[at..];
            let end = memchr(b'"', rest.as_bytes()).ok_or_else(unclosed)?;
            if pieces.len() + end > LONGEST_FIELD {
                return Err(unclosed());
            }
            let doubled = rest.as_bytes().get(end + 1) == Some(&b'"');
            if doubled {
                pieces.push_str(&rest[..=end]);
                at += end + 2;
            } else if pieces.is_empty() {
                at += end + 1;
                break Cow::Borrowed(&rest[..end]);
            } else {
                pieces.push_str(&rest[..end]);
                at += end + 1;
                break Cow::Owned(pieces);
            }
        };
        self.at = at;
        let tail = self.bare();
        if tail.is_empty() {
            return Ok(quoted);
        }
        if quoted.contains(['\n', '\r']) {
            // A quote too few: the field ran on into other records.
            return Err(unclosed());
        }
        Ok(Cow::Owned(format!("{quoted}{tail}")))
    }
}

/// A CSV's cells, all text: record and field numbers are rows and columns.
pub(crate) fn cells(text: &str, limits: &Limits) -> Dibaca<Cells> {
    let (separator, body) = separator(text);
    let mut fields = Fields::new(body, separator);
    let mut budget = Budget::of_text(limits, text.len());
    let mut cells = Builder::new(Arc::default());
    let (mut row, mut column) = (0u32, 0u32);
    let numbered = |gagal: Gagal, row: u32| match gagal {
        Gagal::Rusak(rincian) => Gagal::Rusak(format!("{rincian}, mulai baris {}", row + 1)),
        other => other,
    };
    while let Some(field) = fields.next().map_err(|gagal| numbered(gagal, row))? {
        if column >= CellAddress::MAX_COLUMNS {
            return Err(Gagal::rusak(format!("baris {}: kolom CSV lebih banyak daripada batas Excel", row + 1)));
        }
        if !field.text.is_empty() {
            let value = Value::Text(&field.text);
            let cell = Cell { at: CellAddress::new(row, column), value, formula: Formula::None, style: NumberStyle::General };
            budget.cell(&cell, 1)?;
            cells.push(&cell)?;
        }
        if field.ends_record {
            row = row.checked_add(1).ok_or_else(|| Gagal::rusak("baris CSV terlalu banyak"))?;
            column = 0;
        } else {
            column += 1;
        }
    }
    cells.finish()
}

/// The records that lack a field or two where nearly all others agree, and all
/// of those fill their last: a separator was lost, and the values moved left.
/// Programs that leave empty fields at the end away leave them away in many.
pub(crate) fn short_records(text: &str) -> Dibaca<Vec<u32>> {
    let (separator, body) = separator(text);
    let mut fields = Fields::new(body, separator);
    // Each record that is not blank: its row, its fields, whether the last one is filled.
    let mut records: Vec<(u32, u32, bool)> = Vec::new();
    let (mut row, mut count, mut is_blank) = (0u32, 0u32, true);
    while let Some(field) = fields.next()? {
        count += 1;
        is_blank &= field.text.trim().is_empty();
        if field.ends_record {
            if !is_blank {
                records.push((row, count, !field.text.trim().is_empty()));
            }
            (row, count, is_blank) = (row.saturating_add(1), 0, true);
        }
    }
    let mut lengths: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, count, _) in &records {
        *lengths.entry(*count).or_default() += 1;
    }
    let usual = lengths.into_iter().max_by_key(|(_, records)| *records);
    let Some((usual, agreeing)) = usual.filter(|(usual, agreeing)| *usual >= 3 && *agreeing >= 5) else { return Ok(Vec::new()) };
    let is_filled = records.iter().filter(|(_, count, _)| *count == usual).all(|(_, _, is_filled)| *is_filled);
    let short: Vec<u32> =
        records.iter().filter(|(_, count, _)| (usual - 2..usual).contains(count)).map(|(row, ..)| *row).collect();
    let is_rare = short.len() <= 3 && short.len() * 10 <= agreeing.max(10);
    Ok(if is_filled && is_rare { short } else { Vec::new() })
}

/// Whether the text has the shape of a table: two records at least that agree on two fields or more.
pub(crate) fn is_table(text: &str) -> bool {
    let (separator, body) = separator(text);
    let shape = Shape::of(body, separator);
    shape.fields >= 2 && shape.agreeing >= 2 && shape.agreeing * 2 > shape.records
}

/// How the first records of a text part under a separator.
struct Shape {
    /// Records that are not blank.
    records: usize,
    /// The most frequent number of fields, the larger of two equally frequent.
    fields: usize,
    /// How many records have it.
    agreeing: usize,
}

impl Shape {
    fn of(text: &str, separator: u8) -> Self {
        let mut counts = std::collections::BTreeMap::<usize, usize>::new();
        let (mut records, mut in_record, mut blank) = (0, 0, true);
        let mut fields = Fields::new(text, separator);
        // A quoting error is told when the whole text is read; here it ends the sample.
        while let Ok(Some(field)) = fields.next() {
            in_record += 1;
            blank &= field.text.is_empty();
            if field.ends_record {
                if !(blank && in_record == 1) {
                    records += 1;
                    *counts.entry(in_record).or_default() += 1;
                }
                (in_record, blank) = (0, true);
                if records >= SAMPLE {
                    break;
                }
            }
        }
        let most = counts.iter().max_by_key(|(fields, count)| (**count, **fields));
        let (fields, agreeing) = most.map_or((0, 0), |(fields, count)| (*fields, *count));
        Self { records, fields, agreeing }
    }

    /// Most records agree on more than one field.
    fn holds(&self) -> bool {
        self.fields >= 2 && self.agreeing * 10 >= self.records * 7
    }
}

/// The separator, and the text behind a `sep=;` line, which Excel does not show.
fn separator(text: &str) -> (u8, &str) {
    let line = text.lines().next().unwrap_or_default();
    let unquoted = line.trim_end_matches('\r').trim_matches('"');
    if let Some(sign) = unquoted.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).map(|_| &unquoted.as_bytes()[4..])
        && let [sign @ (b';' | b',' | b'\t' | b'|')] = sign
    {
        let rest = &text[line.len()..];
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        return (*sign, rest.strip_prefix('\n').unwrap_or(rest));
    }
    let shape = |separator| (separator, Shape::of(text, separator));
    // A decimal comma stands in every row of an Indonesian table; a semicolon
    // or a tab does so only where it parts the fields: they come first.
    let marked = [shape(b';'), shape(b'\t'), shape(b'|')];
    let best = |shapes: &[(u8, Shape)], least: fn(&Shape) -> bool| {
        let fit = shapes.iter().filter(|(_, shape)| least(shape));
        fit.max_by_key(|(_, shape)| (shape.agreeing, shape.fields)).map(|(separator, _)| *separator)
    };
    let comma = if has_parting_comma(text) { vec![shape(b',')] } else { Vec::new() };
    let found = best(&marked, Shape::holds).or_else(|| best(&comma, Shape::holds));
    // Ragged records: what parts any of them, and else a sign that parts none.
    let found = found.or_else(|| best(&marked, |shape| shape.fields >= 2)).or_else(|| best(&comma, |shape| shape.fields >= 2));
    (found.unwrap_or(b';'), text)
}

/// Whether some comma near the text's start stands elsewhere than between two digits.
fn has_parting_comma(text: &str) -> bool {
    let bytes = &text.as_bytes()[..text.len().min(1 << 16)];
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    memchr::memchr_iter(b',', bytes).any(|at| !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `A1=x|B1=y`
    fn shown(text: &str) -> String {
        let cells = cells(text, &Limits::default()).unwrap();
        let one = |cell: &Cell| match &cell.value {
            Value::Text(text) => format!("{}={text}", cell.at),
            other => format!("{}={other:?}", cell.at),
        };
        cells.iter().map(|cell| one(&cell)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn separators_are_told_by_what_parts_the_records_alike() {
        assert_eq!(shown("a;b\n1,5;2,5\n"), "A1=a|B1=b|A2=1,5|B2=2,5");
        assert_eq!(shown("a,b\r\n1.5,2.5"), "A1=a|B1=b|A2=1.5|B2=2.5");
        assert_eq!(shown("a\tb\r1,5\t2;5\r"), "A1=a|B1=b|A2=1,5|B2=2;5");
        assert_eq!(
            shown("Nama, Alamat;Omset, Rp\nA, B;1,5\nC, D;2,5"),
            "A1=Nama, Alamat|B1=Omset, Rp|A2=A, B|B2=1,5|A3=C, D|B3=2,5"
        );
        assert_eq!(shown("LAPORAN\n\nnama;nilai\nA;1\nB;2\nC;3"), "A1=LAPORAN|A3=nama|B3=nilai|A4=A|B4=1|A5=B|B5=2|A6=C|B6=3");
        assert_eq!(shown("a|b\n1,5|2;5\n"), "A1=a|B1=b|A2=1,5|B2=2;5");
        assert_eq!(shown("nilai\n1,5\n2,25"), "A1=nilai|A2=1,5|A3=2,25");
        assert_eq!(shown("nama,ket\n\"A;x\",1\n\"B;y\",2"), "A1=nama|B1=ket|A2=A;x|B2=1|A3=B;y|B3=2");
    }

    #[test]
    fn a_sep_line_decides_and_is_no_record() {
        assert_eq!(shown("sep=;\r\na,b;c\r\n1,5;2"), "A1=a,b|B1=c|A2=1,5|B2=2");
        assert_eq!(shown("\"sep=,\"\na,b;c"), "A1=a|B1=b;c");
        assert_eq!(shown("SEP=\t\na\tb"), "A1=a|B1=b");
    }

    #[test]
    fn quotes_line_breaks_and_blank_records() {
        assert_eq!(shown("\"a\nb\";\"c\"\"d\"\n;x\n\ny;\"\"\n"), "A1=a\nb|B1=c\"d|B2=x|A4=y");
        assert_eq!(shown("a;5\" pipa\nb;\"PT\" Maju\n"), "A1=a|B1=5\" pipa|A2=b|B2=PT Maju");
        assert_eq!(shown("a;b;\nc;d;"), "A1=a|B1=b|A2=c|B2=d");
        assert_eq!(shown(" 1 ;b\n"), "A1= 1 |B1=b");
    }

    #[test]
    fn a_quote_that_swallows_records_is_refused() {
        for bad in ["a;b\n\"c;1\nd;2\n", "a;b\n\"c;1\n\"d\";2\n"] {
            assert!(matches!(cells(bad, &Limits::default()), Err(Gagal::Rusak(rincian)) if rincian.contains("baris 2")), "{bad}");
        }
        assert!(matches!(cells("a;b;c", &Limits { sel: 2, ..Limits::default() }), Err(Gagal::TerlaluBesar { batas: 2, .. })));
    }

    #[test]
    fn a_table_is_told_from_prose() {
        assert!(is_table("a;b\n1;2\n"));
        assert!(!is_table("Ini bukan buku kerja.\n"));
        assert!(!is_table("satu baris; dengan titik koma"));
    }

    proptest! {
        /// What a CSV writer writes comes back, field by field.
        #[test]
        fn written_tables_come_back(rows in prop::collection::vec(prop::collection::vec("[a-z\",;\n ]{0,6}", 3), 2..8), which in 0usize..3) {
            let separator = [b';', b',', b'\t'][which];
            let mut text = format!("sep={}\n", char::from(separator)).into_bytes();
            let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(csv::QuoteStyle::Always).from_writer(&mut text);
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            drop(writer);
            let cells = cells(std::str::from_utf8(&text).unwrap(), &Limits::default()).unwrap();
            let wanted: Vec<(CellAddress, &str)> = rows.iter().enumerate().flat_map(|(row, fields)| fields.iter().enumerate().map(move |(column, text)| (CellAddress::new(row as u32, column as u32), text.as_str()))).filter(|(_, text)| !text.is_empty()).collect();
            let got: Vec<(CellAddress, &str)> = cells.iter().map(|cell| (cell.at, match cell.value { Value::Text(text) => text, _ => "?" })).collect();
            prop_assert_eq!(got, wanted);
        }

        #[test]
        fn any_text_is_read_without_panic(text in "[\"a,;\t\r\né=]{0,60}") {
            let _ = cells(&text, &Limits::default());
            let _ = is_table(&text);
        }
    }
}
