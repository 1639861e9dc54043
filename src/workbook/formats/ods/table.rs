//! A `<table:table>`: its cells, repeated as often as it says, merges and hidden rows and columns.

use super::prompts::{Asked, Prompts};
use super::rules;
use super::shown::shown_style;
use super::styles::Styles;
use super::text::{Held, is_drawing, lines, paragraphs};
use super::written::{date, is_error_text};
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::budget::{Budget, ranges};
use crate::workbook::calculation::{SharedFormula, Sharing};
use crate::workbook::cells::Builder;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::iso_date;
use crate::workbook::formats::lexeme::{self, Origin};
use crate::workbook::formats::xml::{Tag, Token, Xml, truncated};
use crate::workbook::sheet::{Cell, Formula, Hidden, Merge, NumberStyle, OddShow, Sheet, Value, Veil, Visibility};
use std::io::Read;
use std::sync::Arc;

/// What is known of a table before it is read.
pub(super) struct Own<'a> {
    pub name: &'a str,
    pub style: Option<&'a str>,
    pub styles: &'a Styles,
    pub prompts: &'a Prompts,
}

struct Table<'a> {
    styles: &'a Styles,
    prompts: &'a Prompts,
    cells: Builder,
    arrays: Vec<SharedFormula>,
    merges: Vec<Merge>,
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    comments: Vec<(CellAddress, Box<str>)>,
    struck: Vec<CellAddress>,
    around: Gathered,
    asked: Asked,
    /// Cells that a rule in their own style hides or strikes out.
    mapped: Vec<(Merge, Veil)>,
    /// The styles that cells without one of their own have, by column: from the one named on.
    column_styles: Vec<(u32, Option<String>)>,
    next_row: u32,
    next_column_info: u32,
}

/// Reads the table just opened to its close.
pub(super) fn read<R: Read>(xml: &mut Xml<R>, own: Own<'_>, berkas: &Arc<str>, budget: &mut Budget) -> Dibaca<Sheet> {
    let Own { name, style, styles, prompts } = own;
    let outside = xml.depth().saturating_sub(1);
    let mut veiled = Vec::new();
    let mut table = Table {
        styles,
        prompts,
        cells: Builder::new(Arc::default()),
        merges: Vec::new(),
        arrays: Vec::new(),
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
        comments: Vec::new(),
        struck: Vec::new(),
        around: Gathered::default(),
        asked: Asked::default(),
        mapped: Vec::new(),
        column_styles: Vec::new(),
        next_row: 0,
        next_column_info: 0,
    };
    for (place, text) in styles.headers(style) {
        table.around.add(*place, None, text, budget)?;
    }
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                // Where what is drawn on the sheet stands.
                b"shapes" => {}
                local if is_drawing(local) => {
                    let text = lines(xml)?;
                    table.around.add(Around::Shape, None, &text, budget)?;
                }
                b"table-row-group"
                | b"table-rows"
                | b"table-header-rows"
                | b"table-column-group"
                | b"table-columns"
                | b"table-header-columns" => {}
                b"table-column" => {
                    let count = repeated(&tag, b"table:number-columns-repeated")?;
                    let first = table.next_column_info;
                    table.next_column_info = first.saturating_add(count);
                    let style = tag.text(b"table:default-cell-style-name")?;
                    if first < CellAddress::MAX_COLUMNS && table.column_styles.last().is_none_or(|(_, last)| *last != style) {
                        table.column_styles.push((first, style));
                    }
                    if table.is_hidden(&tag)? && first < CellAddress::MAX_COLUMNS {
                        table.hidden_columns.push((first, (table.next_column_info - 1).min(CellAddress::MAX_COLUMNS - 1)));
                    }
                    xml.skip()?;
                }
                b"table-row" => {
                    let count = repeated(&tag, b"table:number-rows-repeated")?;
                    let hidden = table.is_hidden(&tag)?;
                    let style = tag.text(b"table:default-cell-style-name")?;
                    table.row(xml, (count, hidden, style), budget)?;
                }
                b"conditional-formats" => veiled.extend(rules::read(xml, styles, budget)?),
                _ => xml.skip()?,
            },
            Token::Close(_, depth) if depth <= outside => break,
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
    table.asked.tell(prompts, &mut table.around, budget)?;
    // What stands below the rows says the same, and more.
    let veiled = if veiled.is_empty() { table.mapped } else { veiled };
    Ok(Sheet {
        berkas: berkas.clone(),
        name: Some(name.into()),
        visibility: if styles.is_hidden(style) { Visibility::Hidden } else { Visibility::Visible },
        cells: table.cells.finish()?,
        merges: Some(table.merges),
        hidden_rows: Hidden::Known(ranges(table.hidden_rows)),
        hidden_columns: Hidden::Known(ranges(table.hidden_columns)),
        struck: table.struck,
        comments: table.comments,
        around: table.around.texts,
        veiled,
        total_rows: Vec::new(),
        shared_formulas: Vec::new(),
        array_formulas: table.arrays,
        short_records: Vec::new(),
        is_text_only: false,
    })
}

/// How often a row stands, whether it is hidden, and the style of its cells that have none.
type RowSaid = (u32, bool, Option<String>);

impl Table<'_> {
    fn is_hidden(&self, tag: &Tag<'_>) -> Dibaca<bool> {
        let is_collapsed = matches!(tag.get(b"table:visibility"), Some(b"collapse" | b"filter"));
        Ok(is_collapsed || self.styles.is_hidden(tag.text(b"table:style-name")?.as_deref()))
    }

    /// The style of a column's cells that have none of their own.
    fn column_style(&self, column: u32) -> Option<&str> {
        let after = self.column_styles.partition_point(|(first, _)| *first <= column);
        self.column_styles.get(after.checked_sub(1)?)?.1.as_deref()
    }

    /// Reads the row just opened.
    fn row<R: Read>(&mut self, xml: &mut Xml<R>, said: RowSaid, budget: &mut Budget) -> Dibaca<()> {
        let (count, hidden, row_style) = said;
        let outside = xml.depth().saturating_sub(1);
        let first = self.next_row;
        self.next_row = first.saturating_add(count);
        if hidden && first < CellAddress::MAX_ROWS {
            self.hidden_rows.push((first, (self.next_row - 1).min(CellAddress::MAX_ROWS - 1)));
        }
        // The row's cells, and the columns each of them stands in.
        let mut held: Vec<(Head, Option<String>, std::ops::Range<u32>, bool)> = Vec::new();
        let mut column = 0u32;
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"table-cell" | b"covered-table-cell" => {
                        let times = repeated(&tag, b"table:number-columns-repeated")?;
                        let mut head = Head::of(&tag)?;
                        let own_style = tag.text(b"table:style-name")?;
                        if let Some(name) = tag.text(b"table:content-validation-name")?.filter(|_| !self.prompts.is_empty()) {
                            self.asked.hear(name, first..self.next_row, column..column.saturating_add(times));
                        }
                        let style = own_style.as_deref().or(row_style.as_deref()).or_else(|| self.column_style(column));
                        let is_struck = self.styles.is_struck(style);
                        let mapped = self.styles.mapped(style);
                        head.is_unseen = self.styles.is_unseen(style);
                        let Held { text, is_struck: has_struck, comment, drawn } = paragraphs(xml, self.styles)?;
                        let is_struck = is_struck || has_struck;
                        let at = CellAddress::new(first, column);
                        if let Some(drawn) = drawn {
                            self.around.add(Around::Shape, None, &drawn, budget)?;
                        }
                        if let Some(comment) =
                            comment.filter(|_| first < CellAddress::MAX_ROWS && column < CellAddress::MAX_COLUMNS)
                        {
                            budget.spend(1)?;
                            budget.text(&comment, 1)?;
                            self.comments.push((at, comment.into_boxed_str()));
                        }
                        let end = column.saturating_add(times);
                        let mut is_held = false;
                        if let Some(cell) = head.cell(at, text.as_deref())? {
                            if end > CellAddress::MAX_COLUMNS || self.next_row > CellAddress::MAX_ROWS {
                                return Err(Gagal::rusak("sel melampaui batas Excel"));
                            }
                            budget.cell(&cell, u64::from(times).saturating_mul(u64::from(count)))?;
                            is_held = true;
                        }
                        if let Some(merge) = head.merge(at) {
                            budget.spend(1)?;
                            self.merges.push(merge);
                        }
                        if let Some(region) = head.array(at) {
                            budget.spend(1)?;
                            self.arrays.push(SharedFormula { at, region, sharing: Sharing::Array });
                        }
                        if let Some(veil) = mapped.filter(|_| is_held) {
                            budget.spend(1)?;
                            self.mapped.push((Merge { first: at, last: CellAddress::new(self.next_row - 1, end - 1) }, veil));
                        }
                        if is_held {
                            held.push((head, text, column..end, is_struck));
                        }
                        column = end;
                    }
                    _ => xml.skip()?,
                },
                Token::Close(_, depth) if depth <= outside => break,
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
        for row in (first..self.next_row).take_while(|_| !held.is_empty()) {
            for (head, text, columns, is_struck) in &held {
                let Some(cell) = head.cell(CellAddress::new(row, columns.start), text.as_deref())? else { continue };
                for column in columns.clone() {
                    let at = CellAddress::new(row, column);
                    self.struck.extend(is_struck.then_some(at));
                    self.cells.push(&Cell { at, ..cell })?;
                }
            }
        }
        Ok(())
    }
}

/// A count of repetitions, at least 1.
fn repeated(tag: &Tag<'_>, name: &[u8]) -> Dibaca<u32> {
    let Some(value) = tag.get(name) else { return Ok(1) };
    let number = std::str::from_utf8(value).ok().and_then(|text| text.trim().parse::<u32>().ok());
    number.filter(|count| *count >= 1).ok_or_else(|| Gagal::rusak("jumlah ulangan sel tidak sah"))
}

/// A cell's own attributes.
struct Head {
    kind: Option<String>,
    /// `calcext:value-type="error"`
    is_error: bool,
    value: Option<String>,
    string_value: Option<String>,
    formula: Option<String>,
    /// An amount of another currency than rupiah.
    is_foreign: bool,
    /// Its text has the colour of what is behind it.
    is_unseen: bool,
    spans: (u32, u32),
    /// Of an array formula: so many rows and columns its result fills.
    array: Option<(u32, u32)>,
}

impl Head {
    fn of(tag: &Tag<'_>) -> Dibaca<Self> {
        let mut head = Head {
            kind: None,
            is_error: false,
            value: None,
            string_value: None,
            formula: None,
            is_foreign: false,
            is_unseen: false,
            spans: (1, 1),
            array: None,
        };
        head.kind = tag.text(b"office:value-type")?;
        head.is_error = tag.get(b"calcext:value-type") == Some(b"error");
        let value = match head.kind.as_deref() {
            Some("date") => b"office:date-value".as_slice(),
            Some("time") => b"office:time-value",
            Some("boolean") => b"office:boolean-value",
            _ => b"office:value",
        };
        head.value = tag.text(value)?;
        head.string_value = tag.text(b"office:string-value")?;
        head.formula = tag.text(b"table:formula")?;
        head.is_foreign = tag.get(b"office:currency").is_some_and(|code| !matches!(code, b"IDR" | b"Rp" | b""));
        head.spans = (repeated(tag, b"table:number-rows-spanned")?, repeated(tag, b"table:number-columns-spanned")?);
        if tag.get(b"table:number-matrix-rows-spanned").is_some() || tag.get(b"table:number-matrix-columns-spanned").is_some() {
            let rows = repeated(tag, b"table:number-matrix-rows-spanned")?;
            head.array = Some((rows, repeated(tag, b"table:number-matrix-columns-spanned")?));
        }
        Ok(head)
    }

    /// The cells that the array formula of this one fills.
    fn array(&self, first: CellAddress) -> Option<Merge> {
        let (rows, columns) = self.array?;
        let last = CellAddress::new(first.row.checked_add(rows - 1)?, first.column.checked_add(columns - 1)?);
        (last.row < CellAddress::MAX_ROWS && last.column < CellAddress::MAX_COLUMNS).then_some(Merge { first, last })
    }

    /// The merged region that starts here, if the cell spans others.
    fn merge(&self, at: CellAddress) -> Option<Merge> {
        let (rows, columns) = self.spans;
        let last = CellAddress::new(at.row.checked_add(rows - 1)?, at.column.checked_add(columns - 1)?);
        let inside = last.row < CellAddress::MAX_ROWS && last.column < CellAddress::MAX_COLUMNS;
        (inside && last != at).then_some(Merge { first: at, last })
    }

    /// The cell, if it holds something. `text` are its paragraphs.
    fn cell<'a>(&'a self, at: CellAddress, text: Option<&'a str>) -> Dibaca<Option<Cell<'a>>> {
        let has_formula = self.formula.is_some();
        let origin = if has_formula { Origin::Computed } else { Origin::Literal };
        let bad = |what: &str| Gagal::rusak(format!("sel {at}: {what} tidak sah"));
        let mut style = NumberStyle::General;
        let value = match (self.kind.as_deref(), self.value.as_deref()) {
            (Some("float" | "currency" | "percentage"), Some(value)) => {
                let number = lexeme::number(value, origin).ok_or_else(|| bad("angka"))?;
                style = match (&number, text) {
                    _ if self.kind.as_deref() == Some("percentage") => NumberStyle::Percent,
                    _ if self.is_foreign => NumberStyle::Odd(OddShow::Foreign),
                    _ if self.is_unseen => NumberStyle::Odd(OddShow::Unseen),
                    (Value::Number { value, .. }, Some(text)) => shown_style(*value, text),
                    _ => NumberStyle::General,
                };
                Some(number)
            }
            (Some("date"), Some(value)) => {
                style = NumberStyle::Date;
                Some(Value::Date { serial: date(value).ok_or_else(|| bad("tanggal"))? })
            }
            (Some("time"), Some(value)) => {
                style = NumberStyle::Date;
                Some(Value::Date { serial: iso_date::serial(value).ok_or_else(|| bad("waktu"))? })
            }
            (Some("boolean"), Some(value)) => Some(Value::Bool(match value {
                "true" => true,
                "false" => false,
                _ => return Err(bad("nilai logika")),
            })),
            (Some("float" | "currency" | "percentage" | "date" | "time" | "boolean"), None) => None,
            (None | Some("string" | "void"), _) => self.text(text),
            (Some(_), _) => return Err(bad("jenis isi")),
        };
        let value = match value {
            Some(Value::Text(text)) if text.is_empty() && !has_formula => return Ok(None),
            Some(value) => value,
            None if has_formula => Value::NoResult,
            None => return Ok(None),
        };
        let formula = self.formula.as_deref().map_or(Formula::None, |formula| {
            // `of:=[.A1]`: the namespace is not part of the formula.
            let formula = formula.split_once('=').map_or(formula, |(_, rest)| rest);
            Formula::Some((!formula.is_empty()).then_some(formula))
        });
        Ok(Some(Cell { at, value, formula, style }))
    }

    /// A text cell's value. A formula's error is written as a text.
    fn text<'a>(&'a self, text: Option<&'a str>) -> Option<Value<'a>> {
        let shown = text.unwrap_or_default();
        if self.is_error || self.formula.is_some() && is_error_text(shown) {
            return Some(Value::Error(if shown.is_empty() { "#ERR!" } else { shown }));
        }
        // A formula without a type and without a text has no result.
        self.string_value.as_deref().or(text).map(Value::Text)
    }
}
