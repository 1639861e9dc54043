//! Charts: for each label a group of bars on one zero line, full ones for the
//! first series and hollow ones for the second, each with its figure at its end.
//! Nothing is told by colour, and no axis need be read.

use super::setter::{Column, Setter};
use crate::document::{Align, Chart, ChartPoint, Inline};
use crate::render::face::Cut;
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Ink, Placed, Strip};
use crate::render::pdf::structure::{NodeId, Role};
use crate::render::pdf::text::paragraph::{Line, Look, Setting, least_width, lines, strips as line_strips};
use crate::render::pdf::text::shape::shape;
use crate::render::style::{CHART_FIGURES, CHART_GUTTER, CHART_LEAST, CHART_TITLE, CHART_WORDS, RULE};
use crate::vocabulary::exact_text;

/// A title of more lines may be parted from its chart.
const TITLE_LINES: usize = 8;
/// Between rows of charts, between groups of bars.
const BETWEEN: f32 = 12.0;
const GROUP: f32 = 10.0;
/// Between the two bars of a group, or their figures.
const BARS: f32 = 3.0;
/// From the longest bar's end to the zero line, or to the end of the longest below it.
const PLOT: f32 = 84.0;
const WIDEST_BAR: f32 = 26.0;
/// Between a bar and its figure.
const AIR: f32 = 1.5;
const SWATCH: f32 = 6.5;
const FULL: f32 = 0.35;
/// An upright figure is at most this long.
const LONGEST: f32 = 110.0;

/// The charts in rows, as many side by side as there is room for with their
/// figures written level. A row is never cut, nor parted from its titles. One
/// that stands alone, or in a last row of fewer, is no wider than in a full row.
pub fn strips(setter: &mut Setter<'_>, charts: &[Chart], column: Column) -> Result<Vec<Strip>, RenderError> {
    let look = Look::plain(setter.family, CHART_WORDS);
    let needs: Vec<f32> = charts.iter().map(|chart| need(chart, look, CHART_FIGURES[0])).collect::<Result<_, _>>()?;
    let room = (((column.width + CHART_GUTTER) / (CHART_LEAST + CHART_GUTTER)) as usize).clamp(1, 3);
    let most = room.min(charts.len());
    let mut columns = room.min(2);
    let wide = |count: usize| (column.width - CHART_GUTTER * (count - 1) as f32) / count as f32;
    let mut out: Vec<Strip> = Vec::new();
    let mut at = 0;
    while at < charts.len() {
        let until = |count: usize| (at + count).min(charts.len());
        let fits = |count: &usize| needs[at..until(*count)].iter().all(|need| *need <= wide(*count));
        let count = (1..=most).rev().find(fits).unwrap_or(1);
        let end = until(count);
        columns = (count..=columns.max(count))
            .rev()
            .find(|columns| needs[at..end].iter().all(|need| *need <= wide(*columns)))
            .unwrap_or(count);
        let width = wide(columns);
        let mut row = row(setter, &charts[at..end], width, column)?;
        if let (Some(first), true) = (row.first_mut(), at > 0) {
            first.before += BETWEEN * setter.air;
        }
        out.append(&mut row);
        at = end;
    }
    Ok(out)
}

/// Charts of one width side by side: their titles line by line, then the charts themselves.
fn row(setter: &mut Setter<'_>, charts: &[Chart], width: f32, column: Column) -> Result<Vec<Strip>, RenderError> {
    let mut titles: Vec<Vec<Strip>> = Vec::new();
    let mut plots = Strip::default();
    let mut figures = Vec::new();
    // One zero line for all, and one line for the labels.
    let mut room = Room::default();
    for chart in charts {
        let (own, ..) = plot(chart, Look::plain(setter.family, CHART_WORDS), width, column.node, Room::default())?;
        room = Room { above: room.above.max(own.above), below: room.below.max(own.below) };
    }
    for (index, chart) in charts.iter().enumerate() {
        let x = index as f32 * (width + CHART_GUTTER);
        let figure = setter.tree.add(Role::Figure, column.node);
        setter.tree.nodes[figure].alternative = Some(chart.alternative.clone());
        let caption = setter.tree.add(Role::Caption, figure);
        let title =
            lines(&[Inline::plain(chart.title.as_str())], Look::bold(setter.family, CHART_TITLE), width, Setting::Balanced)?;
        let mut title = line_strips(&title, width, Align::Left, Some(caption));
        title.iter_mut().for_each(|strip| strip.shift(x));
        titles.push(title);
        figures.push([figure, caption]);
        let (_, height, items) = plot(chart, Look::plain(setter.family, CHART_WORDS), width, figure, room)?;
        plots.height = plots.height.max(height);
        plots.items.extend(items.into_iter().map(|item| item.shifted(x, 0.0)));
    }
    // The shorter titles stand as near to their charts as the longest.
    let most = titles.iter().map(Vec::len).max().unwrap_or(0);
    let mut out: Vec<Strip> = (0..most).map(|_| Strip { keep: true, ..Strip::default() }).collect();
    for title in titles {
        let missing = most - title.len();
        for (strip, line) in out.iter_mut().skip(missing).zip(title) {
            strip.height = strip.height.max(line.height);
            strip.items.extend(line.items);
        }
    }
    out.push(plots);
    Ok(if most <= TITLE_LINES { joined(out, &figures) } else { out })
}

/// One strip of all, each chart's title and bars drawn together, as they are read.
fn joined(strips: Vec<Strip>, figures: &[[NodeId; 2]]) -> Vec<Strip> {
    let mut whole = Strip::default();
    for strip in strips {
        let down = whole.height;
        whole.items.extend(strip.items.into_iter().map(|item| item.shifted(0.0, down)));
        whole.height += strip.height;
    }
    // Stable: the lines of a title stay in their order.
    whole.items.sort_by_key(|item| figures.iter().position(|figure| item.node.is_some_and(|node| figure.contains(&node))));
    vec![whole]
}

/// The least width at which no figure touches another, or a label its neighbour.
fn need(chart: &Chart, look: Look<'_>, size: f32) -> Result<f32, RenderError> {
    let labels = chart.labels();
    let mut widest = 0.0f32;
    for label in &labels {
        let mut group = least_width(&[Inline::plain(*label)], look)?;
        let mut bars = 0.0;
        for point in chart.series.iter().filter_map(|series| series.at(label)) {
            bars += figure_width(point, Look { size, ..look })? + BARS;
        }
        group = group.max(bars);
        widest = widest.max(group + GROUP);
    }
    Ok(widest * labels.len() as f32)
}

/// A figure is never broken; the words in its stead may be.
fn figure_width(point: &ChartPoint, look: Look<'_>) -> Result<f32, RenderError> {
    let text = [Inline::plain(point.shown.as_str())];
    if point.value.is_none() {
        return least_width(&text, look);
    }
    Ok(lines(&text, look, f32::INFINITY, Setting::Filled)?.iter().map(|line| line.width).fold(0.0, f32::max))
}

/// A bar before it has its place.
struct Bar<'f> {
    /// Its label's place among them.
    group: usize,
    series: usize,
    value: Option<f64>,
    /// The room it and its figure take, and its middle from the chart's left edge.
    slot: f32,
    middle: f32,
    figure: Vec<Line<'f>>,
}

/// What stands above a chart's zero line under its title, and what between that line and its labels.
#[derive(Clone, Copy, Default)]
struct Room {
    above: f32,
    below: f32,
}

/// What is under the title: the legend, the bars, the labels; the room it takes
/// (`least` or more), its height and its items.
fn plot(chart: &Chart, look: Look<'_>, width: f32, node: NodeId, least: Room) -> Result<(Room, f32, Vec<Placed>), RenderError> {
    let (legend_height, mut items) = legend(chart, look, width, node)?;
    let labels = chart.labels();
    let group = width / labels.len().max(1) as f32;
    let mut size = None;
    for smaller in CHART_FIGURES {
        if size.is_none() && need(chart, look, smaller)? <= width + 0.01 {
            size = Some(smaller);
        }
    }
    let bars = bars(chart, look, size, &labels, group)?;
    let upright = size.is_none();
    let length = |bar: &Bar<'_>| match upright {
        true => bar.figure.iter().map(|line| line.width).fold(0.0, f32::max),
        false => bar.figure.iter().map(|line| line.height).sum(),
    };
    let values = || bars.iter().filter_map(|bar| bar.value);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let span = high - low;
    let plot = if span > 0.0 { PLOT } else { 0.0 };
    let below = |bar: &Bar<'_>| bar.value.is_some_and(|value| value < 0.0);
    let room = |wanted: bool| {
        let lengths = bars.iter().filter(|bar| below(bar) == wanted).map(length);
        lengths.fold(0.0, |most: f32, length| most.max(length + AIR))
    };
    // Fractions of the plot are well within a float's range, whatever the figures are.
    let share = |value: f64| if span > 0.0 { (value / span) as f32 * plot } else { 0.0 };
    let taken = Room {
        above: (legend_height + room(false) + share(high)).max(least.above),
        below: (share(-low) + room(true)).max(least.below),
    };
    let (zero, bottom) = (taken.above, taken.above + taken.below);

    let thick = bars.iter().map(|bar| bar.slot - BARS).fold(WIDEST_BAR, f32::min).max(1.0);
    items.push(ruled(0.0, zero - RULE / 2.0, width, RULE, node));
    let top = bottom + 2.0 * AIR;
    let mut height = top;
    // As it is read: each label, then its figures.
    for (index, label) in labels.iter().enumerate() {
        let mut y = top;
        for line in lines(&[Inline::plain(*label)], look, group - 1.0, Setting::Filled)? {
            items.extend(line.place(index as f32 * group, y, group, Align::Center, Some(node)));
            y += line.height;
        }
        height = height.max(y);
        for bar in bars.iter().filter(|bar| bar.group == index) {
            let left = bar.middle - thick / 2.0;
            let reach = bar.value.map_or(0.0, |value| share(value.abs()));
            if let Some(value) = bar.value {
                // What is not nothing is seen.
                let high = if value == 0.0 { RULE } else { reach.max(RULE) };
                let top = if value < 0.0 { zero } else { zero - high };
                items.extend(drawn(bar.series, [left, top, thick, high], node));
            }
            let end = if below(bar) { zero + reach + AIR } else { zero - reach - AIR - length(bar) };
            if upright {
                items.extend(bar.figure.first().and_then(|line| upright_line(line, bar.middle, end, node)));
            } else {
                let mut y = end;
                for line in &bar.figure {
                    items.extend(line.place(bar.middle - bar.slot / 2.0, y, bar.slot, Align::Center, Some(node)));
                    y += line.height;
                }
            }
        }
    }
    for item in &mut items {
        spaced(item, look)?;
    }
    Ok((taken, height, items))
}

/// The bars of all groups from left to right, their figures set at a size, or upright.
fn bars<'f>(chart: &Chart, look: Look<'f>, size: Option<f32>, labels: &[&str], group: f32) -> Result<Vec<Bar<'f>>, RenderError> {
    let mut bars: Vec<Bar<'f>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let first = bars.len();
        let points: Vec<(usize, &ChartPoint)> =
            chart.series.iter().enumerate().filter_map(|(series, own)| Some((series, own.at(label)?))).collect();
        let room = group - GROUP.min(group * 0.2);
        let share = room / points.len() as f32;
        let slots = match size {
            Some(size) => slots(&points, Look { size, ..look }, share, room)?,
            None => vec![share; points.len()],
        };
        for ((series, point), slot) in points.iter().zip(slots) {
            let text = [Inline::plain(point.shown.as_str())];
            let figure = match size {
                Some(size) => lines(&text, Look { size, ..look }, slot, Setting::Filled)?,
                None => {
                    let size = CHART_WORDS.min(share / 1.2);
                    let set = |size: f32| lines(&text, Look { size, ..look }, f32::INFINITY, Setting::Filled);
                    let wide = set(size)?.iter().map(|line| line.width).fold(1.0, f32::max);
                    set(size * (LONGEST / wide).min(1.0))?
                }
            };
            let value = point.value.and_then(|value| exact_text(value).parse::<f64>().ok());
            bars.push(Bar { group: index, series: *series, value, slot, middle: 0.0, figure });
        }
        let all: f32 = bars[first..].iter().map(|bar| bar.slot).sum();
        let mut left = (index as f32 + 0.5) * group - all / 2.0;
        for bar in &mut bars[first..] {
            bar.middle = left + bar.slot / 2.0;
            left += bar.slot;
        }
    }
    Ok(bars)
}

/// The room of each bar of a group: what its figure needs, and beyond that up to
/// a bar's own width, as far as the group has room.
fn slots(points: &[(usize, &ChartPoint)], look: Look<'_>, share: f32, room: f32) -> Result<Vec<f32>, RenderError> {
    let needed: Vec<f32> =
        points.iter().map(|(_, point)| Ok(figure_width(point, look)? + BARS)).collect::<Result<_, RenderError>>()?;
    let wished: Vec<f32> = needed.iter().map(|needed| needed.max((WIDEST_BAR + BARS).min(share))).collect();
    let (least, most): (f32, f32) = (needed.iter().sum(), wished.iter().sum());
    let part = if most > room { ((room - least) / (most - least).max(f32::EPSILON)).clamp(0.0, 1.0) } else { 1.0 };
    Ok(needed.iter().zip(wished).map(|(needed, wished)| needed + (wished - needed) * part).collect())
}

/// Which bars are what, in words.
fn legend(chart: &Chart, look: Look<'_>, width: f32, node: NodeId) -> Result<(f32, Vec<Placed>), RenderError> {
    let indent = SWATCH + 4.0;
    let mut items = Vec::new();
    let (mut x, mut y, mut height) = (0.0f32, 2.0f32, 0.0f32);
    for (series, own) in chart.series.iter().enumerate() {
        let lines = lines(&[Inline::plain(own.name.as_str())], look, (width - indent).max(1.0), Setting::Filled)?;
        let wide = indent + lines.iter().map(|line| line.width).fold(0.0, f32::max);
        if x > 0.0 && x + wide > width {
            (x, y, height) = (0.0, y + height, 0.0);
        }
        let line_height = lines.first().map_or(0.0, |line| line.height);
        items.extend(drawn(series, [x, y + (line_height - SWATCH) / 2.0, SWATCH, SWATCH], node));
        let mut top = y;
        for line in &lines {
            items.extend(line.place(x + indent, top, line.width, Align::Left, Some(node)));
            top += line.height;
        }
        height = height.max(top - y);
        x += wide + GROUP;
    }
    Ok((y + height + 3.0, items))
}

/// A bar, or its pattern in the legend: full, or a frame.
fn drawn(series: usize, [x, y, width, height]: [f32; 4], node: NodeId) -> Vec<Placed> {
    if series == 0 {
        return vec![Placed { x, y, width, height, ink: Ink::Fill { grey: FULL }, node: Some(node) }];
    }
    if height <= 2.0 * RULE || width <= 2.0 * RULE {
        return vec![ruled(x, y, width, height, node)];
    }
    vec![
        ruled(x, y, width, RULE, node),
        ruled(x, y + height - RULE, width, RULE, node),
        ruled(x, y + RULE, RULE, height - 2.0 * RULE, node),
        ruled(x + width - RULE, y + RULE, RULE, height - 2.0 * RULE, node),
    ]
}

/// A rule that belongs to the picture, not to the page.
fn ruled(x: f32, y: f32, width: f32, height: f32, node: NodeId) -> Placed {
    Placed { node: Some(node), ..Placed::rule(x, y, width, height) }
}

/// Ends a text with a blank, which takes no room: figures that stand apart on the page are to be read apart.
fn spaced(item: &mut Placed, look: Look<'_>) -> Result<(), RenderError> {
    if let Ink::Text { text, glyphs, cut, .. } | Ink::Upright { text, glyphs, cut, .. } = &mut item.ink
        && !text.ends_with(' ')
    {
        let blank = shape(" ", text.len(), look.family.face(*cut))?;
        *glyphs = glyphs.iter().cloned().chain(blank).collect();
        *text = format!("{text} ").into();
    }
    Ok(())
}

/// A line that runs upwards, its middle at `middle`, its upper end at `top`.
fn upright_line(line: &Line<'_>, middle: f32, top: f32, node: NodeId) -> Option<Placed> {
    let segment = line.segments.first()?;
    let (size, family) = (segment.look.size, line.family);
    let width = (family.ascent + family.descent) * size;
    let ink = Ink::Upright {
        text: segment.text.clone(),
        glyphs: segment.glyphs.clone(),
        cut: Cut::of(segment.look.bold, segment.look.italic),
        size,
        baseline: family.ascent * size,
    };
    Some(Placed { x: middle - width / 2.0, y: top, width, height: line.width, ink, node: Some(node) })
}
