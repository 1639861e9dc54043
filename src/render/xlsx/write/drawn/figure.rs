//! A text's one figure as a live cell.

use super::paint::Painter;
use crate::document::{Calculated, CellFormat, Inline, NA, Text};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::number;
use crate::render::xlsx::write::slips;
use crate::vocabulary::{CellAddress, exact_text};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula, Url, Worksheet};
use std::borrow::Cow;

impl Painter<'_> {
    /// Writes a text's one figure as a live reference that leads to its arithmetic; false where it must be text.
    pub(super) fn figure(
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
            // A sentence that says nothing yet.
            (Calculated::Text(text), Some(_)) if text.is_empty() && alone => {
                let formula = Formula::new(reference).set_result("");
                sheet.write_formula_with_format(row, column, formula, &format).map_err(&at)?;
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
    pub(super) fn lead(&self, sheet: &mut Worksheet, row: u32, column: u16, name: &str) -> Result<(), RenderError> {
        if let Some(target) = self.places.link(name) {
            let sheet_name = sheet.name();
            sheet.write_url(row, column, Url::new(target)).map_err(RenderError::at(&sheet_name))?;
        }
        Ok(())
    }
}
