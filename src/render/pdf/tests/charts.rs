//! Charts: bars as long as their figures, in one piece with their titles.

use super::boxes::{check_boxes, laid, texts};
use super::sample::*;
use crate::document::*;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::{Ink, Placed};
use crate::render::pdf::structure::Role;

/// A chart of these figures (`None`: n/a), a year each from 2019, and what the second series holds.
fn chart(title: &str, first: &[Option<&str>], second: &[Option<&str>]) -> Chart {
    let point = |(index, value): (usize, &Option<&str>)| ChartPoint {
        label: (2019 + index).to_string(),
        shown: value.map_or("n/a".to_string(), |value| value.replace('.', ",")),
        value: value.map(|value| value.parse().unwrap()),
        name: None,
    };
    let series = |name: &str, values: &[Option<&str>]| ChartSeries {
        name: name.to_string(),
        points: values.iter().enumerate().map(point).collect(),
    };
    let both = [("Realisasi", first), ("Target", second)].into_iter().filter(|(_, values)| !values.is_empty());
    Chart {
        title: title.to_string(),
        series: both.map(|(name, values)| series(name, values)).collect(),
        alternative: title.to_string(),
    }
}

fn of_charts(charts: Vec<Chart>) -> Document {
    document(f4(), vec![vec![Block::Heading { level: 3, text: text("Grafik") }, Block::Charts(charts)]])
}

/// The full bars, from left to right.
fn full_bars(layout: &Layout) -> Vec<&Placed> {
    let items = layout.pages.iter().flat_map(|page| &page.items);
    // The legend's pattern is as high as it is wide.
    items.filter(|item| matches!(item.ink, Ink::Fill { .. }) && (item.height - item.width).abs() > 0.01).collect()
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let values = [Some("10"), None, Some("-5"), Some("0"), Some("2.5")];
    let document = of_charts(vec![chart("Satu", &values, &[Some("8"), Some("8")])]);
    let layout = laid(&document);
    check_boxes(&document, &layout);
    let bars = full_bars(&layout);
    assert_eq!(bars.len(), 4, "none for n/a");
    let heights: Vec<f32> = bars.iter().map(|bar| bar.height).collect();
    let unit = heights[0] / 10.0;
    assert!((heights[1] - 5.0 * unit).abs() < 0.01 && (heights[3] - 2.5 * unit).abs() < 0.01, "{heights:?}");
    assert!(heights[2] < 1.0, "zero is a line: {heights:?}");
    // What is negative hangs from the line on which the rest stands.
    assert!((bars[0].y + bars[0].height - bars[1].y).abs() < 0.01);
    let items = &layout.pages[0].items;
    let (ten, minus) = (texts(items, "10")[0], texts(items, "-5")[0]);
    assert!(ten.y + ten.height <= bars[0].y + 0.5 && minus.y >= bars[1].y + bars[1].height - 0.5);
    // All of it is one picture.
    let figure = bars[0].node.unwrap();
    assert_eq!(layout.tree.nodes[figure].role, Role::Figure);
    assert_eq!(layout.tree.nodes[figure].alternative.as_deref(), Some("Satu"));
    assert!(items.iter().filter(|item| item.ink == Ink::Rule).all(|rule| rule.node == Some(figure)));
}

#[test]
fn figures_out_of_all_proportion_are_drawn() {
    let huge = "79228162514264337593543950335";
    for values in [
        vec![Some(huge), Some("0.0000000000000000000000000001")],
        vec![Some("-79228162514264337593543950335"), Some(huge)],
        vec![Some("0"), Some("0")],
        vec![None],
        vec![Some("1")],
        vec![Some(huge); 11],
    ] {
        let document = of_charts(vec![chart("Judul yang panjang ".repeat(30).trim(), &values, &values)]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let bars = full_bars(&layout);
        assert_eq!(bars.len(), values.iter().flatten().count());
        assert!(bars.iter().all(|bar| bar.height > 0.3), "{bars:?}");
    }
}

#[test]
fn a_row_of_charts_stays_with_its_heading_and_titles() {
    for lines in 20..45 {
        let mut blocks: Vec<Block> = (0..lines).map(|i| paragraph(&format!("alinea {i}"))).collect();
        blocks.push(Block::Heading { level: 3, text: text("GRAFIK") });
        blocks.push(Block::Charts(vec![chart("Judul grafik", &[Some("1")], &[])]));
        let document = document(f4(), vec![blocks]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let page = layout.pages.iter().find(|page| !texts(&page.items, "GRAFIK").is_empty()).unwrap();
        assert_eq!(texts(&page.items, "Judul grafik").len(), 1, "{lines}");
        assert_eq!(texts(&page.items, "Realisasi").len(), 1, "{lines}");
    }
}

/// The right ends of the zero lines, from the first chart to the last.
fn ends(count: usize, page: PageSetup) -> Vec<f32> {
    let charts = (0..count).map(|index| chart(&format!("Grafik {index}"), &[Some("1"), Some("2")], &[])).collect();
    let layout = laid(&document(page, vec![vec![Block::Charts(charts)]]));
    let items = layout.pages.iter().flat_map(|page| &page.items);
    items.filter(|item| item.ink == Ink::Rule && item.width > 100.0).map(|rule| rule.x + rule.width).collect()
}

#[test]
fn a_chart_with_nothing_beside_it_is_as_wide_as_one_of_a_full_row() {
    let [pair, three] = [ends(2, f4()), ends(3, f4())];
    assert_eq!(ends(1, f4()), pair[..1], "alone on the page");
    assert_eq!(ends(4, f4()), [three.as_slice(), &three[..1]].concat(), "alone in the last row");
}
