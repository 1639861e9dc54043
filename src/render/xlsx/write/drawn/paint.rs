//! Draws a laid-out part on a sheet.

use super::leads::{LINK, Lead, leads};
use crate::document::{Align, Block, DIFFERS_NAME, Document, Inline, PagePart, Style, Text};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{Look, Sides, lettering, over};
use crate::render::xlsx::measure::{POINTS_PER_PIXEL, Ruler};
use crate::render::xlsx::number;
use crate::render::xlsx::sheets::layout::{Content, Layout, MAX_HEIGHT, Piece};
use crate::render::xlsx::sheets::part::lay_out;
use crate::render::xlsx::sheets::parted::readable;
use crate::render::xlsx::write::grid::Grid;
use crate::render::xlsx::write::names::{Defined, Places};
use crate::render::xlsx::write::paged::{Paged, fitted};
use crate::render::xlsx::write::paper;
use crate::render::xlsx::write::slips;
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::{Format, Formula, IgnoreError, Url, Worksheet};
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

/// A little less than the page's width, so that printing need not scale.
const WIDTH: f32 = 0.985;

impl Painter<'_> {
    /// Draws the part, `first` where it is the report's; its print takes no more pages than `most` if that can be. The places of
    /// findings that it speaks of, and the cells where it does.
    pub fn part(
        &self,
        sheet: &mut Worksheet,
        part: &PagePart,
        first: bool,
        most: Option<usize>,
    ) -> Result<Vec<(String, String)>, RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let page = &self.document.page;
        let ruler = Ruler::new(self.font);
        let points = |millimetres: f32| millimetres / 25.4 * 72.0;
        let width = points(page.width - page.left - page.right) / POINTS_PER_PIXEL * WIDTH;
        let width = if width.is_finite() { width.clamp(200.0, 4000.0).round() } else { 1000.0 };
        let letterhead = page.letterhead.as_ref().filter(|_| first);
        let part = &readable(part, width, ruler);
        let over = self.over(part, width, ruler);
        let lay = |width: f32| {
            let mut drawing = lay_out(part, width, ruler, letterhead, self.foot(part, first), &over);
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
        let leads = leads(self.places, self.font, &layout, &grid);
        for piece in &layout.pieces {
            self.piece(sheet, piece, &grid, &sides, &mut drawn)?;
        }
        let mut told = Vec::new();
        for Lead { of, at: (row, column), words, format, target } in leads {
            let url = Url::new(target).set_text(words);
            sheet.write_url_with_format(row, column, url, &format).map_err(&at)?;
            let cell = CellAddress::new(row, u32::from(column));
            told.push((of.to_owned(), format!("'{}'!{cell}", name.replace('\'', "''"))));
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
        Ok(told)
    }

    /// Whether a name stands for one cell of the workbook.
    pub fn is_live(&self, name: Option<&str>) -> bool {
        name.and_then(|name| self.defined.get(&name.to_lowercase())).is_some_and(|defined| defined.single)
    }

    /// What stands over a part: that it is a draft, and, where its figures are live, what was changed since the report.
    fn over(&self, part: &PagePart, width: f32, ruler: Ruler) -> Vec<Text> {
        let mut over = Vec::new();
        if self.document.draf {
            over.push(vec![Inline::plain("DRAF")]);
        }
        let is_live = || lay_out(part, width, ruler, None, &[], &[]).layout.pieces.iter().any(|piece| self.shows_live(piece));
        if self.is_live(Some(DIFFERS_NAME)) && is_live() {
            let (shown, name) = (String::new(), DIFFERS_NAME.to_owned());
            over.push(vec![Inline::Figure { shown, name, style: Style::default(), unless: None }]);
        }
        over
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
        let is_wide = number::lone_figure(text).is_none() && Ruler::new(self.font).width(text, &look) > room;
        // A number with words about it does not wrap: where they have no room on one line they are a sentence.
        let sentence = if is_wide { self.sentence(text) } else { None };
        if sentence.is_none() && self.figure(sheet, text, (piece.row, left), format.clone(), is_indented)? {
            return Ok(());
        }
        if let Some(sentence) = sentence.or_else(|| self.sentence(text)) {
            if !is_wide && !text.contains(&Inline::LineBreak) {
                self.lead(sheet, piece.row, left, sentence.of)?;
            }
            let formula = Formula::new(format!("={}", sentence.formula)).set_result(sentence.shown);
            sheet.write_formula_with_format(piece.row, left, formula, &format).map_err(&at)?;
            return Ok(());
        }
        // A figure that no cell of the calculation holds (of an earlier report, say) is a number all the same.
        let number = number::typed(&shown).filter(|_| is_indented && !is_wide);
        if let Some((value, code)) = number {
            let format = format.set_num_format(number::off_the_rule(&code));
            sheet.write_number_with_format(piece.row, left, value, &format).map_err(&at)?;
        } else if shown.is_empty() {
            sheet.write_blank(piece.row, left, &format).map_err(&at)?;
        } else if uniform.is_some() {
            let to = piece.lead.as_deref().filter(|_| !is_wide && !text.contains(&Inline::LineBreak));
            if let Some(name) = to.filter(|name| self.places.link(name).is_some()) {
                self.lead(sheet, piece.row, left, name)?;
                format = format.set_font_color(LINK);
            }
            sheet.write_string_with_format(piece.row, left, shown, &format).map_err(&at)?;
        } else {
            self.rich(sheet, text, &piece.look, piece.row, left, &format)?;
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
