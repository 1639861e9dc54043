//! The charts themselves, and beside the printed page the cells that they are drawn from.

use super::paint::Painter;
use crate::document::{CellFormat, Chart, ChartPoint, Style};
use crate::render::style::CHART_WORDS;
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{DATA, lettering};
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::render::xlsx::sheets::chart::{upright, widest};
use crate::render::xlsx::sheets::layout::PlacedChart;
use crate::render::xlsx::write::grid::Grid;
use crate::render::xlsx::{number, words_id};
use crate::vocabulary::{CellAddress, exact_text};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine,
    ChartMarker, ChartSolidFill, Color, Format, Formula, ObjectMovement, Worksheet,
};

/// The size of a chart's letters, in points.
const LABELS: f64 = CHART_WORDS as f64;
/// The width of a bar where there is room, in pixels.
const BAR: f32 = 36.0;
/// The height of a chart's legend and of the words under its axis, in pixels.
const LEGEND: f64 = 24.0;
const AXIS: f64 = 26.0;
/// What stands beside a chart's series: the labels, zeros for its axis, and an empty column.
const LEAST_COLUMNS: u16 = 3;
/// What a figure of nought is drawn as: too small to be seen, and none of the noughts whose label is left out. A text is drawn as
/// nought by Excel, and as nothing by LibreOffice; NA() has the label `#N/A` in Excel, but for an extension that no other knows.
const NOUGHT: &str = "1E-300";
/// The cells behind the charts, in pixels.
const CELL: u32 = 104;

impl Painter<'_> {
    /// Draws a chart, and writes its cells to the right of the page.
    pub fn chart(&self, sheet: &mut Worksheet, placed: &PlacedChart, grid: &Grid) -> Result<(), RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let labels = placed.chart.labels();
        let head = placed.row;
        let first = grid.column_count() + 1 + placed.place * (LEAST_COLUMNS + placed.chart.series.len() as u16);
        let small = lettering(self.font, Style::default(), DATA - 2.0).set_font_color(Color::RGB(0x0080_8080));
        if let Some(over) = head.checked_sub(1) {
            let words = words_id::chart_data(&placed.chart.title);
            sheet.write_string_with_format(over, first, number::clean(&words), &small).map_err(&at)?;
        }
        sheet.write_string_with_format(head, first, words_id::CHART_LABELS, &small).map_err(&at)?;
        for (index, label) in labels.iter().enumerate() {
            self.label(sheet, (head + 1 + index as u32, first), (&placed.chart, label), &small)?;
        }
        for column in first..=first + placed.chart.series.len() as u16 {
            sheet.set_column_width_pixels(column, CELL).map_err(&at)?;
        }
        let last = head + labels.len() as u32;
        let group = (placed.right - placed.left) / labels.len().max(1) as f32;
        let live = placed.chart.series.iter().flat_map(|series| &series.points).any(|point| self.is_live(point.name.as_deref()));
        let upright = upright(&placed.chart, placed.right - placed.left);
        let (overlap, gap) = bars(placed.chart.series.len(), group, if upright.is_some() { 0.0 } else { widest(&placed.chart) });
        // A figure that is none has a text for its result.
        sheet.set_formula_result_default("");
        let mut drawn = Drawn::new_column();
        for (index, series) in placed.chart.series.iter().enumerate() {
            let column = first + 1 + index as u16;
            sheet.write_string_with_format(head, column, number::clean(&series.name), &small).map_err(&at)?;
            let mut code = String::from("General");
            for (index, label) in labels.iter().enumerate() {
                if let Some(point) = series.at(label) {
                    let own = self.point(sheet, head + 1 + index as u32, column, point)?;
                    // A series has one format for all: that of the most decimals.
                    code = own.filter(|own| code == "General" || own.len() > code.len()).unwrap_or(code);
                }
            }
            let mut label = ChartDataLabel::new();
            let mut letters = self.letters();
            if upright.is_some() {
                letters.set_rotation(-90);
            }
            let code = if live { without_nought(&code) } else { code };
            label.show_value().set_position(ChartDataLabelPosition::OutsideEnd).set_num_format(code).set_font(&letters);
            drawn
                .add_series()
                .set_name((name.as_str(), head, column))
                .set_categories((name.as_str(), head + 1, first, last, first))
                .set_values((name.as_str(), head + 1, column, last, column))
                .set_format(&mut bar(index))
                .set_data_label(&label)
                .set_overlap(overlap)
                .set_gap(gap);
        }
        drawn.x_axis().set_font(&self.letters()).set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
        let axis = drawn.y_axis();
        axis.set_hidden(true).set_major_gridlines(false);
        // Left to itself Excel cuts bars of nearly one length off far above zero.
        let figures = || placed.chart.series.iter().flat_map(|series| &series.points).filter_map(|point| point.value);
        if live {
            // An end at zero would hide a bar that a change turns to its other side.
            let column = first + 1 + placed.chart.series.len() as u16;
            sheet.write_string_with_format(head, column, words_id::CHART_ZERO, &small).map_err(&at)?;
            for row in head + 1..last {
                sheet.write_number_with_format(row, column, 0, &small).map_err(&at)?;
            }
            // Where all are nought the axis must not take what they are drawn as for its height.
            let [from, to] =
                [(head + 1, first + 1), (last, column - 1)].map(|(row, column)| CellAddress::new(row, u32::from(column)));
            let formula = Formula::new(format!("=IF(AND(MAX({from}:{to})<=1E-200,MIN({from}:{to})>=0),1,0)"));
            let top = u8::from(figures().all(|value| value.is_zero()));
            sheet.write_formula_with_format(last, column, formula.set_result(top.to_string()), &small).map_err(&at)?;
            let mut zero = Drawn::new_line();
            let mut unseen = ChartFormat::new();
            unseen.set_no_line();
            zero.add_series()
                .set_name((name.as_str(), head, column))
                .set_categories((name.as_str(), head + 1, first, last, first))
                .set_values((name.as_str(), head + 1, column, last, column))
                .set_marker(ChartMarker::new().set_none())
                .set_format(&mut unseen);
            drawn.combine(&zero);
            drawn.legend().delete_entries(&[placed.chart.series.len()]);
        } else if figures().all(|value| !value.is_sign_negative()) {
            axis.set_min(0);
        } else if figures().all(|value| value.is_sign_negative()) {
            axis.set_max(0);
        }
        drawn.legend().set_position(ChartLegendPosition::Top).set_font(&self.letters());
        drawn.title().set_hidden();
        drawn.chart_area().set_format(ChartFormat::new().set_no_border());
        let cells = [
            CellAddress::new(head, u32::from(first)),
            CellAddress::new(last, u32::from(first) + placed.chart.series.len() as u32),
        ];
        let words = if live { live_alternative(&placed.chart, &cells) } else { alternative(&placed.chart, &cells) };
        drawn.set_alt_text(number::clean(&words));
        drawn.set_object_movement(ObjectMovement::MoveAndSizeWithCells);
        let (left, end) = grid.columns(placed.left, placed.right);
        let width: u32 = (left..end).map(|column| grid.pixels(column)).sum();
        let rows = grid.heights.get(head as usize..(head + placed.rows) as usize).unwrap_or_default();
        let height = (rows.iter().sum::<f32>() / POINTS_PER_PIXEL) as u32;
        let height = height.saturating_sub(4).max(20);
        drawn.set_width(width.saturating_sub(4).max(20)).set_height(height);
        if let Some(label) = upright
            && figures().all(|value| !value.is_sign_negative())
        {
            drawn.plot_area().set_layout(&below_figures(f64::from(label), f64::from(height)));
        }
        sheet.insert_chart_with_offset(head, left, &drawn, 2, 2).map_err(&at)?;
        Ok(())
    }

    /// What stands under a group of bars; where the first of them is none it says so, as long as it is.
    fn label(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        (chart, label): (&Chart, &str),
        format: &Format,
    ) -> Result<(), RenderError> {
        let sheet_name = sheet.name();
        let at = RenderError::at(&sheet_name);
        let clean = number::clean(label);
        let point = chart.series.first().and_then(|series| series.at(label));
        let without = |point: &ChartPoint| format!("{clean} ({})", number::clean(&point.shown));
        let said = point.filter(|point| point.value.is_none()).map_or_else(|| clean.to_string(), without);
        match point.and_then(|point| point.name.as_deref()).filter(|name| self.is_live(Some(name)) && !clean.contains('"')) {
            Some(name) => {
                // A year is a number: the writer would store a formula's text of digits as one.
                let year = clean.parse::<u32>().map_or_else(|_| format!("\"{clean}\""), |year| year.to_string());
                let formula = format!("=IF(ISNUMBER({name}),{year},\"{clean} (\"&{name}&\")\")");
                let formula = Formula::new(formula).set_result(said);
                sheet.write_formula_with_format(row, column, formula, format).map(drop).map_err(&at)
            }
            None => sheet.write_string_with_format(row, column, said, format).map(drop).map_err(&at),
        }
    }

    /// A figure's cell: it follows the live figure, and is a gap where there is none. Its number format.
    fn point(&self, sheet: &mut Worksheet, row: u32, column: u16, point: &ChartPoint) -> Result<Option<String>, RenderError> {
        let name = sheet.name();
        let at = RenderError::at(&name);
        let figure = point.name.as_ref().and_then(|name| Some((name, self.document.figures.get(name)?)));
        let live = figure.filter(|(name, _)| self.defined.get(&name.to_lowercase()).is_some_and(|defined| defined.single));
        let (of, value) = (figure.map_or(CellFormat::AsIs, |(_, figure)| figure.format), point.value.unwrap_or_default());
        let fractions = number::code_of_fractions(of).filter(|_| !value.is_integer());
        let code = fractions.unwrap_or_else(|| number::code(of, value));
        let code = code.into_owned();
        let format =
            lettering(self.font, Style::default(), DATA - 2.0).set_font_color(Color::RGB(0x0080_8080)).set_num_format(&code);
        match (live, point.value) {
            (Some((name, figure)), value) if figure.value.number() == value => {
                let drawn = |value: Decimal| if value.is_zero() { NOUGHT.to_owned() } else { exact_text(value) };
                let formula = format!("=IF(ISNUMBER({name}),IF({name}=0,{NOUGHT},{name}),\"\")");
                let formula = Formula::new(formula).set_result(value.map_or(String::new(), drawn));
                sheet.write_formula_with_format(row, column, formula, &format).map_err(&at)?;
            }
            (_, Some(value)) => {
                sheet.write_number_with_format(row, column, number::double(value), &format).map_err(&at)?;
            }
            (_, None) => return Ok(None),
        }
        Ok(Some(code))
    }

    fn letters(&self) -> ChartFont {
        let mut font = ChartFont::new();
        font.set_name(self.font).set_size(LABELS);
        font
    }
}

/// How far the bars of a group stand apart that is so wide, and how far groups do, in per cent of a bar's width (Excel takes up
/// to 100 and to 500): no figure of this width, in pixels, reaches over the bar beside its own.
fn bars(series: usize, group: f32, figure: f32) -> (i8, u16) {
    let bar = BAR.max(figure / 2.0);
    let apart = if series > 1 { (figure / bar - 1.0).clamp(0.0, 1.0) } else { 0.0 };
    let gap = group / bar - series as f32 - series.saturating_sub(1) as f32 * apart;
    ((-100.0 * apart) as i8, (gap * 100.0).clamp(40.0, 500.0) as u16)
}

/// Where the bars stand in a chart of this height, in pixels, that leaves this room for upright figures above the highest.
fn below_figures(label: f64, height: f64) -> ChartLayout {
    let top = ((LEGEND + label) / height).min(0.7);
    ChartLayout::new().set_offset(0.02, top).set_dimensions(0.96, (1.0 - top - AXIS / height).max(0.1))
}

/// A number format that shows no nought.
fn without_nought(code: &str) -> String {
    let negative = code.split_once(']').map_or_else(|| format!("-{code}"), |(tag, digits)| format!("{tag}]-{digits}"));
    format!("{code};{negative};")
}

/// The longest text that Excel keeps in a picture's stead, in UTF-16 units.
const LONGEST_ALTERNATIVE: usize = 255;

/// The chart in words: where Excel has no room for all, with less of its title,
/// which the cell above it says; else with the cells that hold its figures.
/// Of a chart that follows its cells: what it shows and where its figures stand, so that no figure in words is left behind.
fn live_alternative(chart: &Chart, [from, to]: &[CellAddress; 2]) -> String {
    let series: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
    let words = words_id::live_chart(&series, &format!("{from}:{to}"));
    let kept = LONGEST_ALTERNATIVE.saturating_sub(words.encode_utf16().count() + 2);
    let mut units = 0;
    let title: String = chart
        .title
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < kept
        })
        .collect();
    let cut = if title.len() < chart.title.len() { "…" } else { "" };
    format!("{}{cut}: {words}", title.trim_end())
}

fn alternative(chart: &Chart, [from, to]: &[CellAddress; 2]) -> String {
    let all = &chart.alternative;
    let over = (all.encode_utf16().count() + 1).saturating_sub(LONGEST_ALTERNATIVE);
    if over <= 1 {
        return all.clone();
    }
    let bare = chart.title.rsplit_once(" (").map_or(chart.title.as_str(), |(bare, _)| bare);
    let kept = bare.chars().count().saturating_sub(over);
    if kept > 0 && all.contains(bare) {
        let short: String = bare.chars().take(kept).collect();
        return all.replacen(bare, &format!("{}…", short.trim_end()), 1);
    }
    let pointer = words_id::chart_cells(&format!("{from}:{to}"));
    let kept = LONGEST_ALTERNATIVE - 2 - pointer.chars().count().min(100);
    format!("{}… {pointer}", all.chars().take(kept).collect::<String>())
}

/// Full bars for the first series, frames for the second: no colour need be seen.
fn bar(series: usize) -> ChartFormat {
    let mut format = ChartFormat::new();
    let (fill, line) = if series == 0 { (0x0059_5959, 0x0059_5959) } else { (0x00FF_FFFF, 0x0000_0000) };
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(fill)));
    format.set_border(ChartLine::new().set_color(Color::RGB(line)).set_width(0.75));
    format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_figure_stands_beside_the_next_bar_and_not_on_it() {
        assert_eq!(bars(2, 200.0, 30.0), (0, 355));
        for (group, figure) in [(200.0, 50.0), (260.0, 94.0), (300.0, 120.0)] {
            let (overlap, gap) = bars(2, group, figure);
            let apart = -f32::from(overlap) / 100.0;
            let bar = group / (2.0 + apart + f32::from(gap) / 100.0);
            // From the middle of its bar to the edge of the other.
            assert!(bar * (1.0 + apart) - bar / 2.0 >= figure / 2.0 - 1.0, "{figure} in {group}: {overlap}, {gap}, {bar}");
        }
        assert_eq!(bars(1, 200.0, 94.0), (0, 325));
    }
}
