//! The sheet part, in one pass: cells as written, merges, hidden rows and columns, page headers, prompts.

use super::cell::{Context, Head, Kind, bad, cell_of, head};
use super::quick::{Rows, read_rows};
use super::rich_text::{read_plain, read_rich};
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::budget::{Budget, ranges};
use crate::workbook::calculation::SharedFormula;
use crate::workbook::cells::{Builder, Cells};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::xml::{Tag, Token, Xml, truncated};
use crate::workbook::sheet::{Merge, Veil};
use std::io::Read;

/// What a sheet part holds.
pub(crate) struct SheetScan {
    pub cells: Cells,
    pub merges: Vec<Merge>,
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    /// Sorted.
    pub struck: Vec<CellAddress>,
    pub veiled: Vec<(Merge, Veil)>,
    /// In reading order.
    pub shared_formulas: Vec<SharedFormula>,
    pub around: Gathered,
}

struct Scanner<'a, 'b, R> {
    xml: Xml<R>,
    context: &'a Context<'b>,
    budget: &'a mut Budget,
    scan: SheetScan,
    cells: Builder,
    /// The row being read, and whether the file named it.
    row: u32,
    row_is_named: bool,
    /// The row after the last one, where an unnamed row stands.
    next_row: u32,
    next_column: u32,
    value: String,
    formula: String,
}

/// Reads a sheet part to its end.
pub(crate) fn scan<R: Read>(xml: Xml<R>, context: &Context<'_>, budget: &mut Budget) -> Dibaca<SheetScan> {
    let scan = SheetScan {
        cells: Cells::default(),
        merges: Vec::new(),
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
        struck: Vec::new(),
        veiled: Vec::new(),
        shared_formulas: Vec::new(),
        around: Gathered::default(),
    };
    let mut scanner = Scanner {
        xml,
        context,
        budget,
        scan,
        cells: Builder::new(context.strings.clone()),
        row: 0,
        row_is_named: false,
        next_row: 0,
        next_column: 0,
        value: String::new(),
        formula: String::new(),
    };
    scanner.worksheet()?;
    let cells = scanner.cells.finish()?;
    let SheetScan { merges, hidden_rows, hidden_columns, mut struck, veiled, shared_formulas, around, .. } = scanner.scan;
    struck.sort_unstable();
    let (hidden_rows, hidden_columns) = (ranges(hidden_rows), ranges(hidden_columns));
    Ok(SheetScan { cells, merges, hidden_rows, hidden_columns, struck, veiled, shared_formulas, around })
}

impl<R: Read> Scanner<'_, '_, R> {
    fn worksheet(&mut self) -> Dibaca<()> {
        let mut seen_data = false;
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"worksheet" | b"cols" | b"mergeCells" | b"dataValidations" => {}
                    b"col" => self.scan.hidden_columns.extend(hidden_columns(&tag)),
                    b"sheetData" => {
                        if std::mem::replace(&mut seen_data, true) {
                            return Err(Gagal::rusak("lembar berisi dua daftar sel"));
                        }
                        self.quick_rows();
                        self.sheet_data()?;
                    }
                    b"mergeCell" => {
                        self.budget.spend(1)?;
                        let merge = merge(&tag)?;
                        self.scan.merges.extend(merge);
                    }
                    b"conditionalFormatting" => {
                        let cells = tag.text(b"sqref")?.unwrap_or_default();
                        self.rules(&cells)?;
                    }
                    b"headerFooter" => {
                        let (has_even, has_first) = (tag.is_true(b"differentOddEven"), tag.is_true(b"differentFirst"));
                        self.page_headers(has_even, has_first)?;
                    }
                    b"dataValidation" if tag.is_true(b"showInputMessage") => {
                        let cells = tag.text(b"sqref")?.and_then(|cells| first_range(&cells));
                        for text in [tag.text(b"promptTitle")?, tag.text(b"prompt")?].into_iter().flatten() {
                            self.scan.around.add(Around::Prompt, cells, &text, self.budget)?;
                        }
                        self.xml.skip()?;
                    }
                    _ => self.xml.skip()?,
                },
                Token::End if seen_data => return Ok(()),
                Token::End => return Err(Gagal::rusak("lembar tanpa daftar sel")),
                _ => {}
            }
        }
    }

    /// Reads the rules just opened that the cells of these ranges have: which of them hide a value, or strike it out.
    /// Rules for noughts, blanks and errors hide nothing that counts.
    fn rules(&mut self, cells: &str) -> Dibaca<()> {
        let outside = self.xml.depth().saturating_sub(1);
        let (mut veil, mut is_of_equal, mut formula) = (None, false, String::new());
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"cfRule" => {
                        veil = self.context.styles.veil(&tag);
                        let is_of_nothing = matches!(tag.get(b"type"), Some(b"containsErrors" | b"containsBlanks"));
                        veil = veil.filter(|_| !is_of_nothing);
                        is_of_equal = tag.get(b"operator") == Some(b"equal");
                        formula.clear();
                    }
                    b"formula" if veil.is_some() => read_plain(&mut self.xml, &mut formula)?,
                    _ => self.xml.skip()?,
                },
                Token::Close(b"cfRule", _) => {
                    let asked = formula.trim().to_ascii_uppercase();
                    let is_of_nothing = is_of_equal && matches!(asked.as_str(), "0" | "\"\"")
                        || ["ISERR", "ISNA", "ISBLANK", "FALSE"].iter().any(|name| asked.starts_with(name));
                    let Some(veil) = veil.take().filter(|_| !is_of_nothing) else { continue };
                    for range in cells.split_whitespace().filter_map(first_range) {
                        self.budget.spend(1)?;
                        self.scan.veiled.push((range, veil));
                    }
                }
                Token::Close(_, depth) if depth <= outside => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    /// Reads the page headers and footers just opened: those of the pages that have their own alone.
    fn page_headers(&mut self, has_even: bool, has_first: bool) -> Dibaca<()> {
        let mut coded = String::new();
        loop {
            let (place, is_shown) = match self.xml.next()? {
                Token::Open(tag) => {
                    let place = if tag.local.ends_with(b"Header") { Around::Header } else { Around::Footer };
                    let is_shown = match tag.local {
                        b"oddHeader" | b"oddFooter" => true,
                        b"evenHeader" | b"evenFooter" => has_even,
                        b"firstHeader" | b"firstFooter" => has_first,
                        _ => false,
                    };
                    (place, is_shown)
                }
                Token::Close(b"headerFooter", _) => return Ok(()),
                Token::End => return Err(truncated()),
                _ => continue,
            };
            coded.clear();
            self.xml.text_into(&mut coded)?;
            if is_shown {
                self.scan.around.add_page(place, &coded, self.budget)?;
            }
        }
    }

    /// Reads the rows that are written as most are; the others are left to [`Self::sheet_data`].
    fn quick_rows(&mut self) {
        let cells = std::mem::replace(&mut self.cells, Builder::new(self.context.strings.clone()));
        let mut rows = Rows { cells, hidden_rows: Vec::new(), struck: Vec::new(), shared_formulas: Vec::new(), next_row: 0 };
        read_rows(&mut self.xml, self.context, self.budget, &mut rows);
        self.cells = rows.cells;
        self.scan.hidden_rows.extend(rows.hidden_rows);
        self.scan.struck.extend(rows.struck);
        self.scan.shared_formulas.extend(rows.shared_formulas);
        self.next_row = rows.next_row;
    }

    fn sheet_data(&mut self) -> Dibaca<()> {
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"row" => {
                        let named = tag.get(b"r").map(row_number).transpose()?;
                        self.row_is_named = named.is_some();
                        self.row = named.unwrap_or(self.next_row);
                        if self.row >= CellAddress::MAX_ROWS {
                            return Err(Gagal::rusak("nomor baris melampaui batas Excel"));
                        }
                        self.next_row = self.row + 1;
                        self.next_column = 0;
                        if tag.is_true(b"hidden") || is_zero(tag.get(b"ht")) {
                            self.scan.hidden_rows.push((self.row, self.row));
                        }
                        self.row()?;
                    }
                    // Of alternative contents the fallback is the one meant for us.
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"sheetData", _) => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Dibaca<()> {
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"c" => {
                        let head = head(&tag, self.row, self.row_is_named, self.next_column)?;
                        self.next_column = head.at.column + 1;
                        if head.at.row != self.row {
                            // Only in a row without a number of its own: its cells name it.
                            self.row = head.at.row;
                            self.next_row = self.row + 1;
                        }
                        self.row_is_named = true;
                        self.cell(&head)?;
                    }
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"row", _) => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    fn cell(&mut self, head: &Head) -> Dibaca<()> {
        self.value.clear();
        self.formula.clear();
        let (mut has_value, mut has_inline, mut has_formula, mut is_struck) = (false, false, false, false);
        let mut shares = None;
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"v" if !has_inline => {
                        once(&mut has_value, head.at)?;
                        read_plain(&mut self.xml, &mut self.value)?;
                    }
                    b"is" => {
                        once(&mut has_inline, head.at)?;
                        self.value.clear();
                        is_struck = read_rich(&mut self.xml, &mut self.value)?;
                    }
                    b"f" => {
                        once(&mut has_formula, head.at)?;
                        shares = SharedFormula::of(head.at, tag.attributes());
                        read_plain(&mut self.xml, &mut self.formula)?;
                    }
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"c", _) => break,
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
        let kind = if has_inline { Kind::Inline } else { head.kind };
        let value = (has_value || has_inline).then_some(self.value.as_str());
        let formula = has_formula.then_some(self.formula.as_str());
        let mut own = String::new();
        let cell = cell_of(&Head { kind, ..*head }, (value, formula), self.context, &mut own)?;
        let Some((cell, shared)) = cell else { return Ok(()) };
        self.budget.cell(&cell, 1)?;
        if is_struck || self.context.is_struck(head.style, shared) {
            self.scan.struck.push(head.at);
        }
        self.scan.shared_formulas.extend(shares);
        match shared {
            Some(id) => self.cells.push_shared(head.at, id, cell.formula, cell.style),
            None => self.cells.push(&cell),
        }
    }
}

/// The first of the ranges that a list of them names: `B2:B9 D4`.
fn first_range(list: &str) -> Option<Merge> {
    let range = list.split_whitespace().next()?;
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    Some(Merge { first: CellAddress::parse(first)?, last: CellAddress::parse(last)? })
}

fn once(seen: &mut bool, at: CellAddress) -> Dibaca<()> {
    if std::mem::replace(seen, true) { Err(bad(at, "isi")) } else { Ok(()) }
}

/// A row number from 0.
fn row_number(value: &[u8]) -> Dibaca<u32> {
    let text = std::str::from_utf8(value).unwrap_or_default().trim();
    let number = text.parse::<u32>().ok().filter(|number| (1..=CellAddress::MAX_ROWS).contains(number));
    number.map(|number| number - 1).ok_or_else(|| Gagal::rusak("nomor baris tidak sah"))
}

/// Whether a height or width is written, and is zero.
pub(super) fn is_zero(value: Option<&[u8]>) -> bool {
    let number = value.and_then(|value| std::str::from_utf8(value).ok()).and_then(|text| text.trim().parse::<f32>().ok());
    number == Some(0.0)
}

/// The columns of a `<col>`, if they are hidden.
fn hidden_columns(tag: &Tag<'_>) -> Option<(u32, u32)> {
    if !tag.is_true(b"hidden") && !is_zero(tag.get(b"width")) {
        return None;
    }
    let number = |name| std::str::from_utf8(tag.get(name)?).ok()?.trim().parse::<u32>().ok();
    let first = number(b"min")?.max(1);
    let last = number(b"max")?.min(CellAddress::MAX_COLUMNS);
    (first <= last).then(|| (first - 1, last - 1))
}

/// A merged region; `None` for one of a single cell.
fn merge(tag: &Tag<'_>) -> Dibaca<Option<Merge>> {
    let text = tag.text(b"ref")?.unwrap_or_default();
    let (first, last) = text.split_once(':').unwrap_or((&text, &text));
    let (Some(one), Some(two)) = (CellAddress::parse(first), CellAddress::parse(last)) else {
        return Err(Gagal::rusak("rentang sel gabungan tidak sah"));
    };
    let first = CellAddress::new(one.row.min(two.row), one.column.min(two.column));
    let last = CellAddress::new(one.row.max(two.row), one.column.max(two.column));
    Ok((first != last).then_some(Merge { first, last }))
}
