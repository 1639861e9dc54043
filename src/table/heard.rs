//! What the lines over a table say of it, and those around the sheet's cells: a page header, a text
//! box is heard as a title is.

use super::caption::{Stated, dated_line, stated_in, stated_periods, stated_span};
use super::evidence::Spot;
use super::rows::facts::shown;
use super::unit_said::{UnitSaid, units_said};
use super::{Limit, StatedYear, UnitStated};
use crate::text::bare_figure::bare_figure;
use crate::text::beside_row::limits_beside;
use crate::text::caption_unit::caption_unit;
use crate::text::dateless::dateless;
use crate::text::doubt::unsettles;
use crate::text::filter::{choice, choice_of};
use crate::text::label::spelt_words;
use crate::text::lexicon::CORRECTED;
use crate::text::loose::{loosely, to_date};
use crate::text::of_others::of_others;
use crate::text::paper_day::tells_papers_day;
use crate::text::partial::{living_alone, partial};
use crate::text::remark::{corrects, tells_history};
use crate::text::reserve::reservation;
use crate::text::row_reference::said_of_rows;
use crate::text::unclear_unit::unclear_unit;
use crate::text::{Period, another_figure, limiting, of_another_list, provisional};
use crate::vocabulary::Around;
use crate::workbook::{AroundText, Cell, Value};

/// What was heard of a table.
#[derive(Default)]
pub(crate) struct Heard {
    pub units: Vec<UnitSaid>,
    /// Units that are said and left open: `(M)`, `Dalam $`.
    pub unclear: Vec<UnitStated>,
    pub periods: Vec<Period>,
    pub stated_years: Vec<StatedYear>,
    pub limits: Vec<Limit>,
    pub history: Vec<(Spot, String)>,
}

impl Heard {
    /// Of the cells over a table and of what stands around the sheet's cells.
    pub fn of(captions: &[Cell], around: &[AroundText]) -> Self {
        let mut heard = Self::default();
        let mut before: Option<(u32, &str)> = None;
        for cell in captions {
            if let Value::Text(text) = &cell.value {
                heard.line(cell.at.into(), text);
                // `Biaya | : Rp 1.000`: the label says what the value is.
                let label = before.filter(|(row, label)| {
                    *row == cell.at.row && (text.trim_start().starts_with(':') || label.trim_end().ends_with(':'))
                });
                let labelled = label.map(|(_, label)| {
                    format!("{}: {}", label.trim_end().trim_end_matches(':'), text.trim_start().trim_start_matches(':'))
                });
                heard.unit(cell.at.into(), labelled.as_deref().unwrap_or(text));
                before = Some((cell.at.row, text));
            }
        }
        // A pivot's page fields: a label, and its value in the cell beside it.
        for pair in captions.chunk_by(|one, other| one.at.row == other.at.row) {
            let texts =
                || pair.iter().filter(|cell| !matches!(&cell.value, Value::Text(text) if matches!(text.trim(), "" | ":")));
            if let [Cell { value: Value::Text(label), at, .. }, Cell { value: Value::Text(value), .. }] =
                texts().collect::<Vec<_>>()[..]
                && let Some(word) = choice_of(label, value).or_else(|| period_of(label, value))
            {
                heard.limits.push(Limit { at: (*at).into(), text: shown(&word), word, is_soft: true });
            }
        }
        // A line of its own, where titles begin; beside another cell it labels what stands there, over a figure's column that.
        for line in captions.chunk_by(|one, other| one.at.row == other.at.row) {
            let mut texts = line.iter().filter(|cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty()));
            if let (Some(Cell { value: Value::Text(text), at, .. }), None) = (texts.next(), texts.next())
                && at.column <= 1
                && !heard.limits.iter().any(|limit| limit.at == (*at).into())
                && let Some(word) = of_a_line(text).or_else(|| of_a_line(&dateless(text)?))
            {
                heard.limits.push(Limit { at: (*at).into(), text: shown(text), word, is_soft: true });
            }
        }
        for (at, line) in captions.chunk_by(|one, other| one.at.row == other.at.row).filter_map(dated_line) {
            if tells_history(&line) || tells_papers_day(&line) {
                heard.history.push((at.into(), shown(&line)));
            }
        }
        for (at, stated) in stated_periods(captions) {
            heard.period(at.into(), stated);
        }
        // What a chart shows, or a cell asks for, is no title of the table.
        let titles = around.iter().filter(|line| matches!(line.place, Around::Header | Around::Footer | Around::Shape));
        for line in titles {
            heard.line(Spot::Around(line.place), &line.text);
            // `DIBUBARKAN` across the table.
            let word = of_others(&line.text).filter(|_| line.place == Around::Shape);
            heard.limits.extend(word.map(|word| Limit {
                at: Spot::Around(line.place),
                text: shown(&line.text),
                word,
                is_soft: true,
            }));
            heard.unit(Spot::Around(line.place), &line.text);
            if let Some(stated) = stated_in(&line.text) {
                heard.period(Spot::Around(line.place), stated);
            }
        }
        heard
    }

    fn line(&mut self, at: Spot, text: &str) {
        let limit = limit_of(text).or_else(|| limit_of(&dateless(text)?));
        self.limits.extend(limit.map(|(word, is_soft)| Limit { at, text: shown(text), word, is_soft }));
        if tells_history(text) || tells_papers_day(text) {
            self.history.push((at, shown(text)));
        }
        let span = stated_span(text);
        self.stated_years.extend(span.map(|(first, year)| StatedYear { at, year, first, text: shown(text), may_follow: false }));
    }

    /// The unit that a line states, with the label before it.
    fn unit(&mut self, at: Spot, text: &str) {
        let unclear = unclear_unit(text).filter(|_| limiting(text).is_none());
        self.unclear.extend(unclear.map(|(factor, text)| UnitStated { factor, text, at }));
        self.units.extend(units_said(text, at, caption_unit(text)));
    }

    fn period(&mut self, at: Spot, Stated { period, may_follow }: Stated) {
        let text = period.text.clone();
        self.stated_years.extend(period.year.map(|year| StatedYear { at, year, first: year, text, may_follow }));
        self.periods.push(period);
    }
}

/// The word by which a line makes the figures something else, and whether that is open.
fn limit_of(text: &str) -> Option<(String, bool)> {
    let soft = || {
        provisional(text)
            .or_else(|| partial(text))
            .or_else(|| loosely(text))
            .or_else(|| to_date(text))
            .or_else(|| living_alone(text))
            .or_else(|| reservation(text))
            .or_else(|| of_another_list(text))
            .or_else(|| choice(text))
            .or_else(|| erratum(text))
            .or_else(|| of_rows(text))
            .or_else(|| untold(text))
    };
    limiting(text).or_else(|| another_figure(text)).map(|word| (word, false)).or_else(|| Some((soft()?, true)))
}

/// What a line says of its own: `Tidak Aktif`, `RPJMD`.
fn of_a_line(text: &str) -> Option<String> {
    of_others(text).or_else(|| bare_figure(text))
}

/// `Periode` and `I`, in cells of their own.
fn period_of(label: &str, value: &str) -> Option<String> {
    let is_label = label.trim().trim_end_matches(':').trim().eq_ignore_ascii_case("periode");
    let line = format!("{} {}", label.trim(), value.trim());
    is_label.then(|| loosely(&line)).flatten().map(|_| line)
}

/// `Ralat: volume usaha KSU Melati seharusnya Rp 75.563.659`: a figure below is another one.
fn erratum(text: &str) -> Option<String> {
    let words = spelt_words(text);
    let first = words.first().filter(|first| CORRECTED.contains(&first.as_str()))?;
    const OTHERWISE: [&str; 8] = ["seharusnya", "harusnya", "semestinya", "menjadi", "tertukar", "salah", "kurang", "kelebihan"];
    // `Revisi no. 2 : 9.000.123`; `Revisi : 01` is the form's.
    (words.iter().any(|word| OTHERWISE.contains(&word.as_str())) || corrects(text)).then(|| first.clone())
}

/// `No 2 dan 3 tertukar`: of rows that it names by their numbers.
fn of_rows(text: &str) -> Option<String> {
    said_of_rows(text).filter(|said| limits_beside(said, None)).map(str::to_owned)
}

/// What unsettles the figures below a title that states no unit which is read.
fn untold(text: &str) -> Option<String> {
    unsettles(text).filter(|_| caption_unit(text).is_none())
}
