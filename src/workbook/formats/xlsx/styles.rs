//! styles.xml: which number format each cell style has, and whether its text is struck out.

use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::colour::Colour;
use crate::workbook::formats::xml::{Tag, Token, Xml};
use crate::workbook::sheet::{OddShow, Veil};
use std::collections::BTreeMap;
use std::io::Read;

/// The number formats of the cell styles, by style index.
#[derive(Default)]
pub(crate) struct Styles {
    formats: Vec<CellFormat>,
    /// The styles whose font is struck out, sorted.
    struck: Vec<usize>,
    /// What the formats of rules do to a cell, by their number.
    veils: Vec<Option<Veil>>,
}

impl Styles {
    /// The format of a style; `None` for an index the file does not define.
    pub fn format(&self, style: usize) -> Option<CellFormat> {
        if self.formats.is_empty() && style == 0 {
            return Some(CellFormat::General);
        }
        self.formats.get(style).copied()
    }

    /// Whether a style's text is struck out.
    pub fn is_struck(&self, style: usize) -> bool {
        !self.struck.is_empty() && self.struck.binary_search(&style).is_ok()
    }

    /// What a rule (`<cfRule>`) does to the cells for which it holds.
    pub fn veil(&self, rule: &Tag<'_>) -> Option<Veil> {
        let index = usize::try_from(number(rule, b"dxfId")?).ok()?;
        self.veils.get(index).copied().flatten()
    }

    pub fn read<R: Read>(mut xml: Xml<R>, budget: &mut Budget) -> Dibaca<Self> {
        let mut codes: BTreeMap<u32, CellFormat> = BTreeMap::new();
        let mut styles: Vec<u32> = Vec::new();
        let (mut fonts, mut struck_fonts): (u32, Vec<u32>) = (0, Vec::new());
        let mut struck: Vec<usize> = Vec::new();
        let mut rules: Vec<RuleLook> = Vec::new();
        let mut in_rules = false;
        // What `<numFmts>` and `<cellXfs>` hold; `<dxfs>`, which comes last, has elements of the same names.
        let (mut in_codes, mut in_fonts, mut in_fills, mut in_styles) = (false, false, false, false);
        let (mut colours, mut fills) = (Vec::<Colour>::new(), Vec::<Fill>::new());
        // Of each style its font and its fill.
        let mut looks: Vec<(Option<u32>, Option<u32>)> = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"styleSheet" => {}
                    b"numFmts" => in_codes = true,
                    b"fonts" => in_fonts = true,
                    b"font" if in_fonts => {
                        budget.style()?;
                        fonts += 1;
                        colours.push(Colour::Auto);
                    }
                    b"color" if in_fonts => {
                        if let Some(own) = colours.last_mut() {
                            *own = colour(&tag)?;
                        }
                        xml.skip()?;
                    }
                    b"fills" => in_fills = true,
                    b"fill" if in_fills => {
                        budget.style()?;
                        fills.push(Fill::None);
                    }
                    b"patternFill" if in_fills => {
                        let kind = match tag.get(b"patternType") {
                            None | Some(b"none") => Fill::None,
                            Some(b"solid") => Fill::Solid(Colour::Auto),
                            Some(_) => Fill::Other,
                        };
                        if let Some(own) = fills.last_mut() {
                            *own = kind;
                        }
                    }
                    b"gradientFill" if in_fills => {
                        if let Some(own) = fills.last_mut() {
                            *own = Fill::Other;
                        }
                        xml.skip()?;
                    }
                    b"fgColor" if in_fills => {
                        if let Some(Fill::Solid(own)) = fills.last_mut() {
                            *own = colour(&tag)?;
                        }
                        xml.skip()?;
                    }
                    b"strike" if in_fonts && tag.get(b"val").is_none_or(|value| !matches!(value, b"0" | b"false")) => {
                        struck_fonts.push(fonts.saturating_sub(1));
                        xml.skip()?;
                    }
                    b"dxfs" => in_rules = true,
                    b"dxf" if in_rules => {
                        budget.style()?;
                        rules.push(RuleLook::default());
                    }
                    b"font" | b"fill" | b"patternFill" if in_rules => {}
                    _ if in_rules => {
                        if let Some(own) = rules.last_mut() {
                            own.hear(&tag)?;
                        }
                        xml.skip()?;
                    }
                    b"cellXfs" => in_styles = true,
                    b"numFmt" if in_codes => {
                        budget.style()?;
                        if let (Some(id), Some(code)) = (number(&tag, b"numFmtId"), tag.text(b"formatCode")?) {
                            budget.text(&code, 1)?;
                            codes.insert(id, CellFormat::of_code(&code));
                        }
                    }
                    b"xf" if in_styles => {
                        budget.style()?;
                        // Fonts are numbered as they come, so that theirs are sorted.
                        if number(&tag, b"fontId").is_some_and(|font| struck_fonts.binary_search(&font).is_ok()) {
                            struck.push(styles.len());
                        }
                        styles.push(number(&tag, b"numFmtId").unwrap_or(0));
                        looks.push((number(&tag, b"fontId"), number(&tag, b"fillId")));
                    }
                    _ => xml.skip()?,
                },
                Token::Close(b"numFmts", _) => in_codes = false,
                Token::Close(b"fonts", _) => in_fonts = false,
                Token::Close(b"fills", _) => in_fills = false,
                Token::Close(b"cellXfs", _) => in_styles = false,
                Token::Close(b"dxfs", _) => in_rules = false,
                Token::End => break,
                _ => {}
            }
        }
        let at = |index: &Option<u32>| index.and_then(|index| usize::try_from(index).ok());
        let is_unseen = |(font, fill): &(Option<u32>, Option<u32>)| {
            let text = at(font).and_then(|font| colours.get(font)).copied().unwrap_or_default();
            match at(fill).and_then(|fill| fills.get(fill)).copied().unwrap_or(Fill::None) {
                Fill::None => text.is_unseen_on(None),
                Fill::Solid(behind) => text.is_unseen_on(Some(behind)),
                Fill::Other => false,
            }
        };
        let format = |(id, look): (&u32, &(Option<u32>, Option<u32>))| {
            let own = codes.get(id).copied().unwrap_or_else(|| CellFormat::builtin(*id));
            own.unless_unseen(is_unseen(look))
        };
        let formats = styles.iter().zip(&looks).map(format).collect();
        let veils = rules.iter().map(RuleLook::veil).collect();
        Ok(Self { formats, struck, veils })
    }
}

/// What a rule's format (`<dxf>`) says of a cell's look.
#[derive(Clone, Copy, Default)]
struct RuleLook {
    is_struck: bool,
    is_unseen: bool,
    text: Option<Colour>,
    behind: Option<Colour>,
}

impl RuleLook {
    fn hear(&mut self, tag: &Tag<'_>) -> Dibaca<()> {
        match tag.local {
            b"strike" => self.is_struck = tag.get(b"val").is_none_or(|value| !matches!(value, b"0" | b"false")),
            b"color" => self.text = Some(colour(tag)?),
            b"bgColor" => self.behind = Some(colour(tag)?),
            b"numFmt" => {
                let code = tag.text(b"formatCode")?.unwrap_or_default();
                self.is_unseen |= CellFormat::of_code(&code) == CellFormat::Odd(OddShow::Unseen);
            }
            _ => {}
        }
        Ok(())
    }

    fn veil(&self) -> Option<Veil> {
        let has_its_colour = self.text.is_some_and(|text| text.is_unseen_on(self.behind));
        let is_unseen = (self.is_unseen || has_its_colour).then_some(Veil::Unseen);
        is_unseen.or(self.is_struck.then_some(Veil::Struck))
    }
}

/// What is behind a cell's text.
#[derive(Clone, Copy)]
enum Fill {
    None,
    Solid(Colour),
    /// Lines, dots, a gradient.
    Other,
}

/// A colour as its element's attributes give it.
fn colour(tag: &Tag<'_>) -> Dibaca<Colour> {
    if let Some(rgb) = tag.text(b"rgb")? {
        return Ok(Colour::of_hex(&rgb));
    }
    if let Some(theme) = number(tag, b"theme") {
        let tint: f64 = tag.text(b"tint")?.and_then(|tint| tint.trim().parse().ok()).unwrap_or(0.0);
        return Ok(Colour::of_theme(theme, (tint * 1000.0) as i32));
    }
    Ok(number(tag, b"indexed").map_or(Colour::Auto, Colour::of_index))
}

fn number(tag: &Tag<'_>, name: &[u8]) -> Option<u32> {
    std::str::from_utf8(tag.get(name)?).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Limits;

    #[test]
    fn struck_fonts_are_told_by_the_styles_that_use_them() {
        let text = "<styleSheet><fonts><font><sz val='11'/></font><font><strike/><sz val='11'/></font><font><strike val='0'/></font></fonts>\
                    <cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>";
        let styles = Styles::read(Xml::new(text.as_bytes()), &mut Budget::new(&Limits::default(), text.len())).unwrap();
        assert_eq!([0, 1, 2, 3].map(|style| styles.is_struck(style)), [false, true, false, false]);
    }

    #[test]
    fn rules_that_hide_or_strike_are_told_by_their_formats() {
        let text = "<styleSheet><dxfs count='6'><dxf><numFmt numFmtId='164' formatCode=';;;'/></dxf><dxf><font><strike/><color rgb='FFFF0000'/></font></dxf>\
                    <dxf><font><color rgb='FFFFFFFF'/></font></dxf><dxf><font><color rgb='FFFFFFFF'/></font><fill><patternFill><bgColor rgb='FFFF0000'/></patternFill></fill></dxf>\
                    <dxf><fill><patternFill><bgColor rgb='FFFFC7CE'/></patternFill></fill></dxf><dxf><font><b/></font></dxf></dxfs></styleSheet>";
        let styles = Styles::read(Xml::new(text.as_bytes()), &mut Budget::new(&Limits::default(), text.len())).unwrap();
        assert_eq!(styles.veils, [Some(Veil::Unseen), Some(Veil::Struck), Some(Veil::Unseen), None, None, None]);
    }

    #[test]
    fn a_number_of_the_colour_behind_it_is_not_seen() {
        let text = "<styleSheet><fonts><font><color theme='1'/></font><font><color rgb='FFFFFFFF'/></font><font><color theme='0'/></font></fonts>\
                    <fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor rgb='FF1F4E78'/></patternFill></fill>\
                    <fill><patternFill patternType='solid'><fgColor theme='0'/><bgColor indexed='64'/></patternFill></fill></fills>\
                    <cellXfs><xf fontId='0' fillId='0'/><xf fontId='1' fillId='0'/><xf fontId='2' fillId='1'/><xf fontId='2' fillId='2'/>\
                    <xf fontId='1' fillId='0' numFmtId='14'/><xf numFmtId='0'/></cellXfs></styleSheet>";
        let styles = Styles::read(Xml::new(text.as_bytes()), &mut Budget::new(&Limits::default(), text.len())).unwrap();
        let unseen = Some(CellFormat::Odd(crate::workbook::sheet::OddShow::Unseen));
        let general = Some(CellFormat::General);
        let formats: Vec<_> = (0..6).map(|style| styles.format(style)).collect();
        assert_eq!(formats, [general, unseen, general, unseen, Some(CellFormat::Date), general]);
    }

    #[test]
    fn styles_are_counted_in_cell_xfs_alone() {
        let text = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-421]dd\\ mmmm\\ yyyy'/><numFmt numFmtId='165' formatCode='0.0%'/>\
                    </numFmts><cellStyleXfs><xf numFmtId='10'/></cellStyleXfs><cellXfs><xf numFmtId='0'><alignment/></xf><xf numFmtId='164'/>\
                    <xf numFmtId='165'/><xf numFmtId='9'/><xf numFmtId='14'/><xf/></cellXfs><dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs></styleSheet>";
        let styles = Styles::read(Xml::new(text.as_bytes()), &mut Budget::new(&Limits::default(), text.len())).unwrap();
        let formats: Vec<_> = (0..7).map(|style| styles.format(style)).collect();
        use CellFormat::{Date, General, Percent};
        assert_eq!(formats, [Some(General), Some(Date), Some(Percent), Some(Percent), Some(Date), Some(General), None]);
    }
}
