//! Draws a laid-out part on a sheet.

use super::grid::Grid;
use super::names::{Defined, Places};
use super::paged::{Paged, fitted};
use super::paper;
use super::slips;
use crate::document::{Align, Block, Calculated, CellFormat, Document, Inline, NA, PagePart, Picture, Style, Text};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{Look, Sides, lettering, over};
use crate::render::xlsx::measure::{POINTS_PER_PIXEL, Ruler};
use crate::render::xlsx::number;
use crate::render::xlsx::sheets::layout::{Content, Layout, MAX_HEIGHT, Piece};
use crate::render::xlsx::sheets::part::{Drawing, lay_out};
use crate::render::xlsx::sheets::parted::readable;
use crate::vocabulary::{CellAddress, exact_text};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, Formula, IgnoreError, Image, Url, Worksheet};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What every part of a document is drawn with.
pub struct Painter<'a> {
    pub document: &'a Document,
    pub defined: &'a BTreeMap<String, Defined>,
    /// Where links lead.
    pub places: &'a Places,
    /// The font's name in the workbook.
    pub font: &'static str,
}

/// Excel follows no more links on one sheet (65 530).
const MOST_LINKS: usize = 60_000;
const LINK: Color = Color::RGB(0x0005_63C1);

/// A little less than the page's width, so that printing need not scale.
const WIDTH: f32 = 0.985;

impl Painter<'_> {
    /// Draws the part, `first` where it is the report's; its print takes no more pages than `most` if that can be.
    pub fn part(&self, sheet: &mut Worksheet, part: &PagePart, first: bool, most: Option<usize>) -> Result<(), RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let page = &self.document.page;
        let ruler = Ruler::new(self.font);
        let points = |millimetres: f32| millimetres / 25.4 * 72.0;
        let width = points(page.width - page.left - page.right) / POINTS_PER_PIXEL * WIDTH;
        let width = if width.is_finite() { width.clamp(200.0, 4000.0).round() } else { 1000.0 };
        let letterhead = page.letterhead.as_ref().filter(|_| first);
        let part = &readable(part, width, ruler);
        let lay = |width: f32| {
            let mut drawing = lay_out(part, width, ruler, letterhead, self.foot(part, first), self.document.draf);
            self.room_for_others(&mut drawing.layout, ruler);
            drawing
        };
        let room = points(page.height - page.top - page.bottom);
        let (drawing, Paged { layout, grid, breaks, one_page, titles }) = fitted(lay, ruler, (width, room), most);
        for column in 0..grid.column_count() {
            sheet.set_column_width_pixels(column, grid.pixels(column)).map_err(&at)?;
        }
        for (row, height) in grid.heights.iter().enumerate() {
            sheet.set_row_height(row as u32, *height).map_err(&at)?;
        }
        // An empty text result is stored as such only this way.
        sheet.set_formula_result_default("");
        let sides = sides(&layout, &grid);
        let mut drawn = BTreeSet::new();
        let leads = self.leads(&layout, &grid);
        for piece in &layout.pieces {
            self.piece(sheet, piece, &grid, &sides, &mut drawn)?;
        }
        for (row, column, words, format, target) in leads {
            let url = Url::new(target).set_text(words);
            sheet.write_url_with_format(row, column, url, &format).map_err(&at)?;
        }
        for ((row, column), sides) in &sides {
            if !drawn.contains(&(*row, *column)) {
                let format = Look::new(Align::Left).format(self.font, *sides);
                sheet.write_blank(*row, *column, &format).map_err(&at)?;
            }
        }
        if let Some(emblem) = letterhead.and_then(|letterhead| letterhead.emblem.as_ref()) {
            self.emblem(sheet, emblem, &drawing, &grid)?;
        }

        for chart in &layout.charts {
            self.chart(sheet, chart, &grid)?;
        }

        let last_row = layout.rows.max(1) - 1;
        let last_column = grid.column_count() - 1;
        paper::set(sheet, page, page.orientation(), self.document.draf);
        sheet.set_screen_gridlines(false);
        // DRAF over the page is for the screen where the header of each page says it, as on all but the report's first.
        let first_row = u32::from(self.document.draf && !first).min(last_row);
        sheet.set_print_area(first_row, 0, last_row, last_column).map_err(&at)?;
        if let Some((first, last)) = titles {
            sheet.set_repeat_rows(first, last).map_err(&at)?;
        }
        if one_page {
            sheet.set_print_fit_to_pages(1, 1);
            sheet.set_print_center_horizontally(true);
        }
        if !breaks.is_empty() {
            sheet.set_page_breaks(&breaks).map_err(&at)?;
        }
        if layout.pieces.iter().any(|piece| self.shows_live(piece)) {
            slips::protect(sheet);
        }
        // Shown figures are texts where nothing live stands behind them, on purpose.
        sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText).map_err(&at)?;
        Ok(())
    }

    /// Whether a name stands for one cell of the workbook.
    pub fn is_live(&self, name: Option<&str>) -> bool {
        name.and_then(|name| self.defined.get(&name.to_lowercase())).is_some_and(|defined| defined.single)
    }

    /// Rows as high as the highest of the texts that may come to stand where one stands now.
    fn room_for_others(&self, layout: &mut Layout, ruler: Ruler) {
        let height = |piece: &Piece, text: &Text, shown: &str| {
            let other = text.iter().map(|inline| match inline {
                Inline::Figure { name, style, unless, .. } => {
                    Inline::Figure { shown: shown.to_owned(), name: name.clone(), style: *style, unless: unless.clone() }
                }
                other => other.clone(),
            });
            ruler.height(&other.collect(), &piece.look, piece.right - piece.left - 4.0)
        };
        let room = |piece: &Piece| {
            let Content::Words(text) = &piece.content else { return None };
            let others = &self.document.figures.get(number::lone_figure(text)?)?.or;
            let highest = others.iter().map(|shown| height(piece, text, shown)).reduce(f32::max)?;
            Some(Piece { content: Content::Room(highest.min(MAX_HEIGHT)), ..piece.clone() })
        };
        let rooms: Vec<Piece> = layout.pieces.iter().filter_map(room).collect();
        layout.pieces.extend(rooms);
    }

    fn shows_live(&self, piece: &Piece) -> bool {
        let Content::Words(text) = &piece.content else { return false };
        text.iter().any(|inline| if let Inline::Figure { name, .. } = inline { self.is_live(Some(name)) } else { false })
    }

    /// The labels (`1.`) of what begins with the place of a finding: a click on them leads there.
    /// Words of several lines are no good for it, since not every program wraps a link.
    fn leads(&self, layout: &Layout, grid: &Grid) -> Vec<(u32, u16, String, Format, String)> {
        if !self.places.has_anchors() {
            return Vec::new();
        }
        let words = |piece: &Piece| match &piece.content {
            Content::Words(text) => Some(text.iter().map(Inline::text).collect::<String>()),
            _ => None,
        };
        // A label stands left of its words on their first row.
        let mut labels: BTreeMap<u32, &Piece> = BTreeMap::new();
        for piece in layout.pieces.iter().filter(|piece| words(piece).is_some()) {
            let known = labels.entry(piece.row).or_insert(piece);
            if piece.left < known.left {
                *known = piece;
            }
        }
        let lead = |piece: &Piece| {
            let target = self.places.lead(&words(piece)?)?;
            let label = labels.get(&piece.row).filter(|label| label.right <= piece.left + 1.0)?;
            let shown = words(label).filter(|shown| !shown.is_empty() && shown.chars().count() < 10)?;
            let format = label.look.format(self.font, Sides::default()).set_font_color(LINK).unset_text_wrap();
            Some((label.row, grid.columns(label.left, label.right).0, shown, format, target))
        };
        layout.pieces.iter().filter_map(lead).take(MOST_LINKS).collect()
    }

    /// The pages' foot, on the parts that are signed; where none is, on the first. None where the PDF is signed
    /// electronically: a workbook is not, and must not say so.
    fn foot(&self, part: &PagePart, first: bool) -> &[Block] {
        let electronic = |block: &Block| matches!(block, Block::Signatures(block) if block.signatures.iter().any(|signature| signature.electronic));
        if self.document.parts.iter().any(|part| part.blocks.iter().any(electronic)) {
            return &[];
        }
        let signed = |part: &PagePart| part.blocks.iter().any(|block| matches!(block, Block::Signatures(_)));
        let here = signed(part) || first && !self.document.parts.iter().any(signed);
        if here { &self.document.foot } else { &[] }
    }

    fn piece(
        &self,
        sheet: &mut Worksheet,
        piece: &Piece,
        grid: &Grid,
        sides: &BTreeMap<(u32, u16), Sides>,
        drawn: &mut BTreeSet<(u32, u16)>,
    ) -> Result<(), RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let text = match &piece.content {
            Content::Words(text) => text,
            Content::Room(_) => return Ok(()),
            Content::Picture { picture, width, height, .. } => {
                return self.picture(sheet, piece, picture, (*width, *height), grid);
            }
        };
        let (left, end) = grid.columns(piece.left, piece.right);
        let (right, bottom) = (end - 1, piece.row + piece.rows - 1);
        let of = |row: u32, column: u16| sides.get(&(row, column)).copied().unwrap_or_default();
        let (first, last) = (of(piece.row, left), of(bottom, right));
        let edge = Sides { top: first.top, left: first.left, bottom: last.bottom, right: last.right, thick: false };
        for row in piece.row..=bottom {
            for column in left..=right {
                drawn.insert((row, column));
            }
        }
        // A text of one style is a cell of that style.
        let mut look = piece.look;
        let own = text.iter().find(|inline| **inline != Inline::LineBreak).map(style_of);
        let uniform = own.filter(|own| text.iter().all(|inline| *inline == Inline::LineBreak || style_of(inline) == *own));
        if let Some(own) = uniform {
            look.style = over(look.style, own);
        }
        let mut format = look.format(self.font, edge);
        // Not every program indents wrapped text at the right: what stands on one line is not wrapped.
        let room = grid.edges[usize::from(end)] - grid.edges[usize::from(left)];
        if look.align == Align::Right && !text.contains(&Inline::LineBreak) && Ruler::new(self.font).width(text, &look) <= room {
            format = format.unset_text_wrap();
        }
        if (piece.row, left) != (bottom, right) {
            sheet.merge_range(piece.row, left, bottom, right, "", &format).map_err(&at)?;
        }
        let cell = || CellAddress::new(piece.row, u32::from(left)).to_string();
        let shown: String = text.iter().map(Inline::text).collect();
        let shown = number::clean(&shown);
        if shown.encode_utf16().count() > number::LONGEST_TEXT {
            return Err(RenderError::TextTooLong { sheet: name.clone(), cell: cell() });
        }
        // Not every program indents numbers at the right: their number format gives them room.
        let is_indented = look.align == Align::Right && look.indents();
        if is_indented {
            format = format.set_indent(0).set_num_format(number::off_the_rule("@"));
        }
        if self.figure(sheet, text, (piece.row, left), format.clone(), is_indented)? {
            return Ok(());
        }
        if shown.is_empty() {
            sheet.write_blank(piece.row, left, &format).map_err(&at)?;
        } else if uniform.is_some() {
            sheet.write_string_with_format(piece.row, left, shown, &format).map_err(&at)?;
        } else {
            self.rich(sheet, text, &piece.look, piece.row, left, &format)?;
        }
        Ok(())
    }

    /// Writes a text's one figure as a live reference that leads to its arithmetic; false where it must be text.
    fn figure(
        &self,
        sheet: &mut Worksheet,
        text: &Text,
        (row, column): (u32, u16),
        format: Format,
        is_indented: bool,
    ) -> Result<bool, RenderError> {
        let sheet_name = sheet.name();
        let at = RenderError::at(&sheet_name);
        let Some((before, name, after)) = number::figure_between(text) else { return Ok(false) };
        let Some(figure) = self.document.figures.get(name) else { return Ok(false) };
        let unless =
            text.iter().find_map(|inline| if let Inline::Figure { unless, .. } = inline { unless.as_deref() } else { None });
        if let Some(unless) = unless.filter(|unless| self.is_live(Some(name)) && self.is_live(Some(unless))) {
            return self.where_unlike(sheet, (&before, name, &after, unless), (row, column), format, is_indented);
        }
        let alone = number::lone_figure(text).is_some();
        let shown = |code: Cow<'_, str>| if is_indented { number::off_the_rule(&code) } else { code.into_owned() };
        // A name that no sheet defines, or that means many cells, would break when it is recalculated.
        let live = self.defined.get(&name.to_lowercase()).filter(|defined| defined.single);
        // A target that was emptied, or typed as a text, is none.
        let reference = match figure.format {
            CellFormat::AtLeast(_) => format!("=IF(ISNUMBER({name}),{name},\"{NA}\")"),
            _ => format!("={name}"),
        };
        self.fractions(sheet, (row, column), figure.format, |code| number::code_between(&before, code, &after).map(&shown))?;
        match (&figure.value, live) {
            (Calculated::Number(value), live) => {
                let code = number::code_between(&before, number::code(figure.format, *value), &after);
                let Some(code) = code else { return Ok(false) };
                self.lead(sheet, row, column, name)?;
                // Numbers do not wrap: one too wide for its cell would show as ####.
                let format = format.unset_text_wrap().set_shrink().set_num_format(shown(code));
                let rounded = number::shows_negative_zero(*value, figure.format);
                match (live, rounded) {
                    (Some(_), Some(decimals)) => {
                        let formula = Formula::new(format!("=ROUND({name},{decimals})+0")).set_result("0");
                        sheet.write_formula_with_format(row, column, formula, &format)
                    }
                    (Some(_), None) => {
                        let formula = Formula::new(reference).set_result(exact_text(*value));
                        sheet.write_formula_with_format(row, column, formula, &format)
                    }
                    (None, Some(_)) => sheet.write_number_with_format(row, column, 0.0, &format),
                    (None, None) => sheet.write_number_with_format(row, column, number::double(*value), &format),
                }
                .map_err(&at)?;
                Ok(true)
            }
            (Calculated::Text(_), Some(_)) => match number::result(&figure.value) {
                Some(result) if !result.is_empty() => {
                    // It may become a number, and is shown as one then.
                    let code = number::code_between(&before, number::code(figure.format, Decimal::ZERO), &after);
                    let format = match (figure.format, code) {
                        (CellFormat::Decimals(_) | CellFormat::AtLeast(_), Some(code)) if alone => {
                            format.set_num_format(shown(code))
                        }
                        (CellFormat::Decimals(_) | CellFormat::AtLeast(_), Some(code)) => {
                            format.unset_text_wrap().set_shrink().set_num_format(shown(code))
                        }
                        _ if alone => format,
                        _ => return Ok(false),
                    };
                    self.lead(sheet, row, column, name)?;
                    let formula = Formula::new(reference).set_result(number::clean(&result));
                    sheet.write_formula_with_format(row, column, formula, &format).map_err(&at)?;
                    Ok(true)
                }
                _ => Ok(false),
            },
            (Calculated::Text(_), _) => Ok(false),
        }
    }

    /// Writes a figure with the words about it where it is unlike another, else nothing: `(tanpa batas 151,09)`. A cell that
    /// may be empty leads nowhere; that of the other does.
    fn where_unlike(
        &self,
        sheet: &mut Worksheet,
        (before, name, after, unless): (&str, &str, &str, &str),
        (row, column): (u32, u16),
        format: Format,
        is_indented: bool,
    ) -> Result<bool, RenderError> {
        let number =
            |name: &str| self.document.figures.get(name).and_then(|figure| Some((figure.value.number()?, figure.format)));
        let (own, other) = (number(name), number(unless).map(|(value, _)| value));
        let of = self.document.figures.get(name).map_or(CellFormat::AsIs, |figure| figure.format);
        let code = number::code(of, own.map_or(Decimal::ZERO, |(value, _)| value));
        let Some(code) = number::code_where_there(before, code, after) else { return Ok(false) };
        let code = if is_indented { number::off_the_rule(&code) } else { code.into_owned() };
        let shown = own.filter(|(value, _)| Some(*value) != other).map(|(value, _)| exact_text(value)).unwrap_or_default();
        let formula = Formula::new(format!("=IF(ISNUMBER({name}),IF({name}={unless},\"\",{name}),\"\")")).set_result(shown);
        let format = format.unset_text_wrap().set_shrink().set_num_format(code);
        let sheet_name = sheet.name();
        sheet.write_formula_with_format(row, column, formula, &format).map_err(RenderError::at(&sheet_name))?;
        Ok(true)
    }

    /// Another number format where the cell's number comes to have a fraction that its own would hide.
    fn fractions(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        format: CellFormat,
        around: impl Fn(Cow<'static, str>) -> Option<String>,
    ) -> Result<(), RenderError> {
        let Some(code) = number::code_of_fractions(format).and_then(around) else { return Ok(()) };
        let sheet_name = sheet.name();
        sheet
            .add_conditional_format(row, column, row, column, &slips::fraction(CellAddress::new(row, u32::from(column)), &code))
            .map(drop)
            .map_err(RenderError::at(&sheet_name))
    }

    /// A click on the cell leads to where the name stands.
    fn lead(&self, sheet: &mut Worksheet, row: u32, column: u16, name: &str) -> Result<(), RenderError> {
        if let Some(target) = self.places.link(name) {
            let sheet_name = sheet.name();
            sheet.write_url(row, column, Url::new(target)).map_err(RenderError::at(&sheet_name))?;
        }
        Ok(())
    }

    /// A text of several styles.
    fn rich(
        &self,
        sheet: &mut Worksheet,
        text: &Text,
        look: &Look,
        row: u32,
        column: u16,
        format: &Format,
    ) -> Result<(), RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let mut runs: Vec<(Format, String)> = Vec::new();
        for inline in text {
            let words = number::clean(inline.text());
            if words.is_empty() {
                continue;
            }
            let style = over(look.style, style_of(inline));
            let lettering = lettering(self.font, style, look.size);
            match runs.last_mut() {
                Some((last, before)) if *inline == Inline::LineBreak || *last == lettering => before.push_str(&words),
                _ => runs.push((lettering, words.into_owned())),
            }
        }
        let parts: Vec<(&Format, &str)> = runs.iter().map(|(format, words)| (format, words.as_str())).collect();
        sheet.write_rich_string_with_format(row, column, &parts, format).map_err(&at)?;
        Ok(())
    }

    /// A picture over its room, with its words or marked as decoration.
    fn picture(
        &self,
        sheet: &mut Worksheet,
        piece: &Piece,
        picture: &Picture,
        (width, height): (f32, f32),
        grid: &Grid,
    ) -> Result<(), RenderError> {
        let failed = |_| RenderError::Picture { name: picture.name.clone() };
        let spare = (piece.right - piece.left - width).max(0.0);
        let x = piece.left
            + match picture.align {
                Align::Left | Align::Justify => 0.0,
                Align::Center => spare / 2.0,
                Align::Right => spare,
            };
        let column = (0..grid.column_count()).rev().find(|column| grid.edges[usize::from(*column)] <= x).unwrap_or(0);
        let offset = (x - grid.edges[usize::from(column)]).max(0.0).round() as u32;
        let image = Image::new_from_buffer(&picture.bytes).map_err(failed)?;
        let image = image.set_scale_to_size(f64::from(width), f64::from(height), false);
        let image = match &picture.alternative {
            Some(words) => image.set_alt_text(words.as_str()),
            None => image.set_decorative(true),
        };
        sheet.insert_image_with_offset(piece.row, column, &image, offset, 2).map_err(failed)?;
        Ok(())
    }

    /// The emblem at the letterhead's left, as high as its lines.
    fn emblem(&self, sheet: &mut Worksheet, emblem: &[u8], drawing: &Drawing, grid: &Grid) -> Result<(), RenderError> {
        let image = Image::new_from_buffer(emblem).map_err(|_| RenderError::Emblem)?;
        let start = u32::from(self.document.draf);
        let rows = (start as usize)..(start + drawing.letterhead_rows).saturating_sub(3) as usize;
        let height: f32 = grid.heights.get(rows).map_or(0.0, |rows| rows.iter().sum()) / POINTS_PER_PIXEL;
        let side = f64::from(height.max(24.0)) - 4.0;
        let image = image.set_scale_to_size(side * 1.5, side, true).set_decorative(true);
        sheet.insert_image_with_offset(start, 0, &image, 4, 2).map_err(|_| RenderError::Emblem)?;
        Ok(())
    }
}

fn style_of(inline: &Inline) -> Style {
    match inline {
        Inline::Run { style, .. } | Inline::Figure { style, .. } => *style,
        Inline::LineBreak => Style::default(),
    }
}

/// The rules of each cell of the grid.
fn sides(layout: &Layout, grid: &Grid) -> BTreeMap<(u32, u16), Sides> {
    let mut sides: BTreeMap<(u32, u16), Sides> = BTreeMap::new();
    for frame in &layout.frames {
        let (left, end) = grid.columns(frame.left, frame.right);
        let (right, bottom) = (end - 1, frame.row + frame.rows - 1);
        for row in frame.row..=bottom {
            for column in left..=right {
                let cell = Sides {
                    top: frame.sides.top && row == frame.row,
                    bottom: frame.sides.bottom && row == bottom,
                    left: frame.sides.left && column == left,
                    right: frame.sides.right && column == right,
                    thick: frame.sides.thick,
                };
                if cell != Sides::default() {
                    let found = sides.entry((row, column)).or_default();
                    found.top |= cell.top;
                    found.bottom |= cell.bottom;
                    found.left |= cell.left;
                    found.right |= cell.right;
                    found.thick |= cell.thick;
                }
            }
        }
    }
    sides
}
