//! `<grafik>`: one or two series of figures over the years.

use super::inline;
use super::reader::{Element, Reader};
use crate::document::problem::Fault;
use crate::document::words_id::{self, expected};
use crate::document::{Chart, ChartPoint, ChartSeries};
use rust_decimal::Decimal;

/// Full bars and hollow ones: a third kind would need colour to be told from them.
const MOST_SERIES: usize = 2;
/// The years of a chart: `tampil_tahun` at its most, the final year, and one more.
const MOST_POINTS: usize = 12;
/// More fit where their labels are numbers: places among the ranked.
const MOST_SHORT: usize = 40;
const SHORT: usize = 4;
/// The characters of a label, of a legend's entry, and of a figure (a `Decimal` at its longest).
const LONGEST_LABEL: usize = 24;
const LONGEST_NAME: usize = 60;
const LONGEST_FIGURE: usize = 64;

pub fn chart(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Chart {
    let name = reader.required(element, "judul", expected::TEKS);
    let unit = element.attribute("satuan").map(str::trim).unwrap_or_default();
    let mut series: Vec<ChartSeries> = Vec::new();
    for child in reader.children(element) {
        if reader.name(child) != "deret" {
            reader.refuse(child, "grafik", &["deret"]);
        } else if reader.enter(child) {
            if series.len() == MOST_SERIES {
                let fault = Fault::TooMany { parent: "grafik".to_owned(), name: "deret", most: MOST_SERIES };
                reader.fault(child, fault);
            }
            series.push(one_series(reader, child));
        }
    }
    if series.is_empty() {
        reader.fault(element, Fault::MissingElement { parent: "grafik".to_owned(), name: "deret" });
    }
    let own = element.attribute("alternatif").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let alternative = own.unwrap_or_else(|| words_id::chart(&name, unit, &series));
    let title = if unit.is_empty() { name } else { format!("{name} ({unit})") };
    Chart { title, series, alternative }
}

fn one_series(reader: &mut Reader<'_>, element: Element<'_, '_>) -> ChartSeries {
    let name = reader.required(element, "nama", expected::TEKS);
    let mut points: Vec<ChartPoint> = Vec::new();
    for child in reader.children(element) {
        if reader.name(child) != "titik" {
            reader.refuse(child, "deret", &["titik"]);
        } else if reader.enter(child) {
            let point = point(reader, child);
            if points.iter().any(|before| before.label == point.label) {
                // Which of the two should be drawn?
                reader.fault(
                    child,
                    Fault::RepeatedElement { parent: "deret".to_owned(), name: format!("titik tahun=\"{}\"", point.label) },
                );
            }
            points.push(point);
        }
    }
    let short_labels = points.iter().all(|point| point.label.chars().count() <= SHORT && point.label.parse::<u32>().is_ok());
    let most = if short_labels && points.len() > MOST_POINTS { MOST_SHORT } else { MOST_POINTS };
    if points.len() > most {
        reader.fault(element, Fault::TooMany { parent: "deret".to_owned(), name: "titik", most });
    }
    short(reader, element, &name, LONGEST_NAME);
    if points.is_empty() {
        reader.fault(element, Fault::MissingElement { parent: "deret".to_owned(), name: "titik" });
    }
    ChartSeries { name, points }
}

fn point(reader: &mut Reader<'_>, element: Element<'_, '_>) -> ChartPoint {
    let label = reader.required(element, "tahun", expected::TEKS);
    let value = reader.optional(element, "nilai", expected::NILAI, exact);
    let name =
        reader.optional(element, "angka", expected::NAMA_ANGKA, |name| inline::is_defined_name(name).then(|| name.to_owned()));
    let shown = inline::plain(reader, element);
    if shown.is_empty() {
        // A bar without its figure, or a year about which nothing is said.
        reader.fault(element, Fault::Empty { element: "titik".to_owned() });
    }
    if let Some(name) = &name {
        reader.drawn(element, name, (&shown, value));
    }
    short(reader, element, &label, LONGEST_LABEL);
    short(reader, element, &shown, LONGEST_FIGURE);
    ChartPoint { label, shown, value, name }
}

/// Says of a text that it is too long for its place.
fn short(reader: &mut Reader<'_>, element: Element<'_, '_>, text: &str, most: usize) {
    if text.chars().count() > most {
        let element_name = reader.name(element).to_owned();
        reader.fault(element, Fault::TooLong { element: element_name, most });
    }
}

/// `8.18`, `8,18`, `-3`.
fn exact(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    plain.then(|| text.replace(',', "."))?.parse().ok()
}
