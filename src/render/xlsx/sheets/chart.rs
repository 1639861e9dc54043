//! Charts: room for them on the sheet, the charts themselves, and beside the
//! printed page the cells that they are drawn from.

use super::layout::{Layout, PlacedChart};
use crate::document::{Align, Chart, Inline, Style};
use crate::render::style::{CHART_GUTTER, CHART_LEAST, CHART_TITLE};
use crate::render::xlsx::look::Look;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::render::xlsx::measure::Ruler;

/// The least width of a chart beside others, and the most of any, in pixels.
const LEAST: f32 = CHART_LEAST / POINTS_PER_PIXEL;
const WIDEST: f32 = 520.0;
/// Between charts side by side.
const GUTTER: f32 = CHART_GUTTER / POINTS_PER_PIXEL;
/// The rows a chart takes at least, and their height in points.
const ROWS: u32 = 11;
const ROW: f32 = 13.5;
/// A chart of more labels has lower rows: it is no higher than so many of these.
const HIGHEST: f32 = 18.0;
/// A letter of a label, in pixels, and the room beside a bar's figure.
const LETTER: f32 = 5.5;
const BESIDE: f32 = 10.0;

/// The charts in rows, each under its title: as many side by side as there is room for with their figures written level.
pub fn rows(charts: &[Chart], left: f32, right: f32, ruler: Ruler) -> Vec<Layout> {
    let wide = |count: usize| (right - left - GUTTER * (count - 1) as f32) / count as f32;
    let most = (((right - left + GUTTER) / (LEAST + GUTTER)) as usize).clamp(1, 3).min(charts.len().max(1));
    let mut rows = Vec::new();
    let mut rest = charts;
    while !rest.is_empty() {
        let fits = |count: &usize| rest.iter().take(*count).all(|chart| need(chart) <= wide(*count));
        let count = (1..=most).rev().find(fits).unwrap_or(1);
        let (now, later) = rest.split_at(count.min(rest.len()));
        let width = wide(count).min(now.iter().map(need).fold(WIDEST, f32::max));
        rows.push(row(now, left, width, ruler));
        rest = later;
    }
    rows
}

/// The same as one block.
pub fn charts(charts: &[Chart], left: f32, right: f32, ruler: Ruler) -> Layout {
    let mut whole = Layout::default();
    for row in rows(charts, left, right, ruler) {
        whole.below(row);
    }
    whole
}

fn row(charts: &[Chart], left: f32, width: f32, ruler: Ruler) -> Layout {
    let place = |index: usize| (left + index as f32 * (width + GUTTER), left + index as f32 * (width + GUTTER) + width);
    let mut titles = Layout::default();
    for (index, chart) in charts.iter().enumerate() {
        let look = Look { style: Style { bold: true, ..Style::default() }, size: CHART_TITLE, ..Look::new(Align::Left) };
        let (from, to) = place(index);
        titles.beside(Layout::words(vec![Inline::plain(chart.title.as_str())], look, from, to, ruler));
    }
    let upright = charts.iter().filter_map(|chart| upright(chart, width)).fold(0.0, f32::max);
    let rows = charts.iter().map(|chart| chart.labels().len() as u32 + 2).fold(ROWS, u32::max);
    let rows = rows + (upright * POINTS_PER_PIXEL / ROW).ceil() as u32;
    let mut whole = titles;
    let first = whole.rows;
    let height = ROW * (HIGHEST / rows as f32).min(1.0);
    // One row more stands between these charts and what follows.
    for _ in 0..rows + 1 {
        whole.below(Layout::room(height, Look::new(Align::Left), left, left + width));
    }
    whole.charts = charts
        .iter()
        .enumerate()
        .map(|(index, chart)| {
            let (left, right) = place(index);
            PlacedChart { row: first, rows, left, right, place: index as u16, chart: chart.clone() }
        })
        .collect();
    whole
}

/// The height of a chart's figures, in pixels, where they stand upright: there is no room for them level in this width.
pub fn upright(chart: &Chart, width: f32) -> Option<f32> {
    (need(chart) > width).then(|| widest(chart))
}

/// The width of a chart's widest figure and the room beside it, in pixels.
pub fn widest(chart: &Chart) -> f32 {
    let letters = chart.series.iter().flat_map(|series| &series.points).map(|point| point.shown.chars().count());
    letters.max().unwrap_or(0) as f32 * LETTER + BESIDE
}

/// The least width at which the figures stand apart.
pub fn need(chart: &Chart) -> f32 {
    let letters = |label: &&str| -> usize {
        chart.series.iter().filter_map(|series| series.at(label)).map(|point| point.shown.chars().count()).sum()
    };
    let labels = chart.labels();
    let widest = labels.iter().map(letters).max().unwrap_or(0);
    // Every group is as wide as the widest, and holds a bar of each series.
    labels.len() as f32 * (widest as f32 * LETTER + BESIDE * (chart.series.len() + 1) as f32)
}
