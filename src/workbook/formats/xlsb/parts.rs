//! The workbook's own parts: sheets, shared texts, number formats.

use super::record::{Fields, Records};
use crate::workbook::budget::Budget;
use crate::workbook::cells::Texts;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::colour::Colour;
use crate::workbook::formats::runs::{RunFont, dressed};
use crate::workbook::sheet::Visibility;
use std::collections::BTreeMap;

// [MS-XLSB] 2.3.2
const BRT_FONT: u16 = 43;
const BRT_FMT: u16 = 44;
const BRT_FILL: u16 = 45;
const BRT_XF: u16 = 47;
const BRT_SST_ITEM: u16 = 19;
const BRT_WB_PROP: u16 = 153;
const BRT_BUNDLE_SH: u16 = 156;
const BRT_BEGIN_CELL_XFS: u16 = 617;
const BRT_END_CELL_XFS: u16 = 618;

/// A sheet as workbook.bin names it.
pub(crate) struct SheetEntry {
    pub name: String,
    pub visibility: Visibility,
    /// The id of its relationship.
    pub link: String,
}

/// The sheets in tab order, and whether days count from 1904.
pub(crate) fn workbook(part: &[u8], budget: &mut Budget) -> Dibaca<(Vec<SheetEntry>, bool)> {
    let (mut sheets, mut date_1904) = (Vec::new(), false);
    let mut records = Records::new(part);
    while let Some(mut record) = records.next()? {
        match record.kind {
            BRT_WB_PROP => date_1904 = record.data.u32()? & 1 == 1,
            BRT_BUNDLE_SH => {
                let visibility = match record.data.u32()? {
                    1 => Visibility::Hidden,
                    2 => Visibility::VeryHidden,
                    _ => Visibility::Visible,
                };
                let _tab = record.data.u32()?;
                let link = record.data.text()?;
                let name = record.data.text()?;
                budget.sheet()?;
                budget.text(&name, 1)?;
                sheets.push(SheetEntry { name, visibility, link });
            }
            _ => {}
        }
    }
    Ok((sheets, date_1904))
}

/// A text with its formatting: digits that stand raised are so in it; whether it is struck out by its runs.
pub(crate) fn rich_text(data: &mut Fields<'_>, fonts: &[RunFont]) -> Dibaca<(String, bool)> {
    let flags = data.u8()?;
    let text = data.text()?;
    if flags & 1 == 0 {
        return Ok((text, false));
    }
    let mut runs = Vec::new();
    for _ in 0..data.u32().unwrap_or_default() {
        let (Ok(begin), Ok(font)) = (data.u16(), data.u16()) else { break };
        runs.push((usize::from(begin), fonts.get(usize::from(font)).copied().unwrap_or_default()));
    }
    Ok(dressed(&text, &runs))
}

/// The shared texts, reading aids left out; with the numbers of those that are struck out.
pub(crate) fn shared_strings(part: &[u8], fonts: &[RunFont], budget: &mut Budget) -> Dibaca<(Texts, Vec<u32>)> {
    let (mut strings, mut struck) = (Texts::default(), Vec::new());
    let mut records = Records::new(part);
    while let Some(mut record) = records.next()? {
        if record.kind == BRT_SST_ITEM {
            let (text, is_struck) = rich_text(&mut record.data, fonts)?;
            budget.spend(1)?;
            budget.shared(&text)?;
            struck.extend(u32::try_from(strings.len()).ok().filter(|_| is_struck));
            strings.push(&text).ok_or_else(|| Gagal::rusak("teks bersama terlalu banyak"))?;
        }
    }
    Ok((strings, struck))
}

/// How the cells of a style are shown.
#[derive(Clone, Copy, Default)]
pub(crate) struct Style {
    pub format: CellFormat,
    pub is_struck: bool,
}

/// A colour as eight bytes give it: what kind it is, a number, a tint, red, green, blue.
fn colour(fields: &mut Fields<'_>) -> Dibaca<Colour> {
    let (kind, number, tint) = (fields.u8()? >> 1, fields.u8()?, fields.u16()?);
    let rgb = [fields.u8()?, fields.u8()?, fields.u8()?, fields.u8()?];
    Ok(match kind {
        1 => Colour::of_index(number.into()),
        2 => Colour::Rgb(u32::from_be_bytes([0, rgb[0], rgb[1], rgb[2]])),
        3 => Colour::of_theme(number.into(), tint.cast_signed().into()),
        _ => Colour::Auto,
    })
}

/// How the cells of each style are shown, by style index; and the fonts, which runs of texts are in.
pub(crate) fn styles(part: &[u8], budget: &mut Budget) -> Dibaca<(Vec<Style>, Vec<RunFont>)> {
    let mut fonts: Vec<(RunFont, Colour)> = Vec::new();
    // None where nothing is behind a text but the page; the second, lines or dots.
    let mut fills: Vec<(Option<Colour>, bool)> = Vec::new();
    let mut codes: BTreeMap<u16, CellFormat> = BTreeMap::new();
    let mut ids = Vec::new();
    let mut in_cell_styles = false;
    let mut records = Records::new(part);
    while let Some(mut record) = records.next()? {
        match record.kind {
            BRT_FMT => {
                let id = record.data.u16()?;
                let code = record.data.text()?;
                budget.style()?;
                budget.text(&code, 1)?;
                codes.insert(id, CellFormat::of_code(&code));
            }
            BRT_FONT => {
                const STRUCK: u16 = 0x0008;
                budget.style()?;
                let (_height, flags, _weight, script) =
                    (record.data.u16()?, record.data.u16()?, record.data.u16()?, record.data.u16()?);
                let _family = record.data.u32()?;
                let own = RunFont { is_struck: flags & STRUCK != 0, is_raised: script != 0 };
                fonts.push((own, colour(&mut record.data)?));
            }
            BRT_FILL => {
                budget.style()?;
                let pattern = record.data.u32()?;
                let own = colour(&mut record.data)?;
                fills.push(((pattern > 0).then_some(own), pattern > 1));
            }
            BRT_BEGIN_CELL_XFS => in_cell_styles = true,
            BRT_END_CELL_XFS => in_cell_styles = false,
            BRT_XF if in_cell_styles => {
                budget.style()?;
                let _parent = record.data.u16()?;
                ids.push((record.data.u16()?, record.data.u16()?, record.data.u16()?));
            }
            _ => {}
        }
    }
    let style = |(id, font, fill): &(u16, u16, u16)| {
        let format = codes.get(id).copied().unwrap_or_else(|| CellFormat::builtin(u32::from(*id)));
        let (RunFont { is_struck, .. }, text) = fonts.get(usize::from(*font)).copied().unwrap_or_default();
        let (behind, is_pattern) = fills.get(usize::from(*fill)).copied().unwrap_or_default();
        let is_unseen = !is_pattern && text.is_unseen_on(behind);
        Style { format: format.unless_unseen(is_unseen), is_struck }
    };
    Ok((ids.iter().map(style).collect(), fonts.iter().map(|(font, _)| *font).collect()))
}
