//! The one document that every renderer takes.

use crate::profile::Margin;
use crate::report::{DataSheet, FigureValue};
use crate::vocabulary::{Tanggal, mask_in_text, tidied};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All that is to be drawn: page parts in order, and the workbook's sheets.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    pub meta: Meta,
    pub page: PageSetup,
    /// The parts of the report in the profile's order; each starts a new page.
    pub parts: Vec<PagePart>,
    /// The XLSX's sheets in order: page parts by their index, and data sheets.
    pub sheets: Vec<SheetPlan>,
    /// Paragraphs at the foot of every page; none for most documents.
    pub foot: Vec<Block>,
    /// Every figure that an [`Inline::Figure`] may refer to, by its defined name.
    pub figures: BTreeMap<String, FigureValue>,
    /// DRAF stands across every page.
    pub draf: bool,
}

/// What the files say of themselves.
#[derive(Clone, PartialEq, Debug)]
pub struct Meta {
    pub title: String,
    pub author: String,
    pub subject: String,
    /// The date of the files: `[penandatangan] tanggal`, never the clock.
    pub date: Tanggal,
    /// `iku 0.1.0`.
    pub program: String,
    /// BCP 47, `id-ID`.
    pub language: String,
}

impl Meta {
    /// The same, its texts as pages show theirs: personal data masked, what is not seen left out or written out.
    pub fn shown(self) -> Self {
        let shown = |text: String| tidied(&mask_in_text(&text)).into_owned();
        Self { title: shown(self.title), author: shown(self.author), subject: shown(self.subject), ..self }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Orientation {
    Landscape,
    Portrait,
}

/// Paper and margins, in millimetres, `width` and `height` as the page is held
/// (so F4 landscape is 330 x 215).
#[derive(Clone, PartialEq, Debug)]
pub struct PageSetup {
    pub width: f32,
    pub height: f32,
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
    /// The profile's `huruf`: "Arial", …
    pub font: String,
    /// Where `huruf` is a file: that file, then others that may hold its family's further cuts.
    pub font_files: Vec<FontFile>,
    pub letterhead: Option<Letterhead>,
}

impl PageSetup {
    /// Paper of this size with the profile's margins and letters where an office names none, without a kop.
    pub fn plain(width: f32, height: f32) -> Self {
        let Margin { atas: top, bawah: bottom, kiri: left, kanan: right } = Margin::DEFAULT;
        Self { width, height, top, bottom, left, right, font: "Arial".to_owned(), font_files: Vec::new(), letterhead: None }
    }

    pub fn orientation(&self) -> Orientation {
        if self.width > self.height { Orientation::Landscape } else { Orientation::Portrait }
    }
}

/// A font file of the office's own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FontFile {
    /// Its path, as an error names it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The kop: lines of text, the first two larger, over a thick and a thin rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Letterhead {
    /// The emblem's bytes (PNG or JPEG).
    pub emblem: Option<Vec<u8>>,
    pub lines: Vec<String>,
}

/// A part of the report.
#[derive(Clone, PartialEq, Debug)]
pub struct PagePart {
    /// `iku`, `capaian`, `perhitungan`, `catatan`, or an office's own.
    pub id: String,
    /// The sheet's name in the XLSX and the bookmark's in the PDF.
    pub name: String,
    pub blocks: Vec<Block>,
}

/// Anything that stands on a page.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// `level` 1 is the part's title, centred and bold; 2 and 3 stand at the left.
    Heading {
        level: u8,
        text: Text,
    },
    Paragraph {
        text: Text,
        align: Align,
        style: Style,
    },
    /// `VISI : …`: labels in one column, colons aligned, values in another.
    LabelList(Vec<(Text, Vec<Block>)>),
    /// An item with a hanging label: `a.` or `1`, then blocks beside it.
    Items(Vec<(Text, Vec<Block>)>),
    Table(Table),
    Fraction(Fraction),
    /// A formula or a step of arithmetic on one line, set as a paragraph; `alternative` is the same in words.
    Formula {
        text: Text,
        alternative: String,
    },
    /// Charts that stand side by side, as many as there is room for.
    Charts(Vec<Chart>),
    Picture(Picture),
    Signatures(SignatureBlock),
    PageBreak,
    /// Empty vertical room in points.
    Space(f32),
}

/// How a run of text or a paragraph looks.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Style {
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    /// Points; `None` takes the block's own size.
    pub size: Option<f32>,
    /// Words may be divided between syllables at a line's end; counts for a paragraph as a whole.
    pub hyphens: bool,
}

/// A run of inline elements.
pub type Text = Vec<Inline>;

#[derive(Clone, PartialEq, Debug)]
pub enum Inline {
    Run {
        text: String,
        style: Style,
    },
    /// A figure as it is shown, tied to [`Document::figures`] by name: the XLSX
    /// writes a live reference where a cell holds nothing else.
    Figure {
        shown: String,
        name: String,
        style: Style,
        /// The figure like which it says nothing: in the XLSX its line is blank as long as the two are alike.
        unless: Option<String>,
    },
    LineBreak,
}

impl Inline {
    /// Plain text in the block's own style.
    pub fn plain(text: impl Into<String>) -> Self {
        Inline::Run { text: text.into(), style: Style::default() }
    }

    /// The characters a reader sees (a line break is `\n`).
    pub fn text(&self) -> &str {
        match self {
            Inline::Run { text, .. } => text,
            Inline::Figure { shown, .. } => shown,
            Inline::LineBreak => "\n",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
    Justify,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ColumnWidth {
    /// A share of the room that fixed columns leave.
    Share(f32),
    /// Millimetres.
    Fixed(f32),
    /// As wide as its longest line, between these millimetres.
    Content { least: f32, most: f32 },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Border {
    /// A thin rule round every cell.
    #[default]
    Grid,
    None,
}

/// A table whose cells may span rows and columns. Cells of a row are listed
/// left to right, those covered by a span from above or from the left left out
/// (as in HTML).
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub columns: Vec<ColumnWidth>,
    pub border: Border,
    /// How many of the first rows repeat on every page.
    pub header_rows: usize,
    pub rows: Vec<TableRow>,
    /// Read aloud by a screen reader; `None` where the heading before it says enough.
    pub summary: Option<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TableRow {
    pub cells: Vec<TableCell>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TableCell {
    /// Columns spanned, at least 1.
    pub columns: usize,
    /// Rows spanned, at least 1.
    pub rows: usize,
    pub blocks: Vec<Block>,
    pub align: Align,
    /// A heading cell (of its column, or in a body row of its row).
    pub header: bool,
    /// Text is centred between the cell's upper and lower edge, not at its top.
    pub middle: bool,
    /// The figure of the workbook that a click on the cell leads to; in the PDF it is words alone.
    pub lead: Option<String>,
}

/// A fraction with what stands beside its bar: `… x 100%`.
#[derive(Clone, PartialEq, Debug)]
pub struct Fraction {
    /// Stands before the bar, at its height: `= ` or a name.
    pub before: Option<Text>,
    pub numerator: Text,
    pub denominator: Text,
    /// Stands after the bar, at its height: `x 100%`.
    pub after: Option<Text>,
    /// The fraction as a sentence, for a screen reader.
    pub alternative: String,
}

/// A small picture of figures over the years: bars side by side, full ones for
/// the first series and hollow ones for the second, each with its figure written
/// at its end.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    pub title: String,
    /// One or two.
    pub series: Vec<ChartSeries>,
    /// The chart as sentences that hold all its figures, for a screen reader.
    pub alternative: String,
}

/// The figures of one kind: realisasi, target.
#[derive(Clone, PartialEq, Debug)]
pub struct ChartSeries {
    /// As the legend says it.
    pub name: String,
    pub points: Vec<ChartPoint>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ChartPoint {
    /// What stands below the bar: `2021`. Points of two series that share it stand side by side.
    pub label: String,
    /// The figure as it is written: `8,18`, or `n/a`.
    pub shown: String,
    /// The exact figure, for the bar's length; without it there is no bar.
    pub value: Option<Decimal>,
    /// Its name in [`Document::figures`]: the XLSX's chart follows the live cell.
    pub name: Option<String>,
}

impl Chart {
    /// The labels of all points, in the order in which they are met.
    pub fn labels(&self) -> Vec<&str> {
        let mut labels: Vec<&str> = Vec::new();
        for point in self.series.iter().flat_map(|series| &series.points) {
            if !labels.contains(&point.label.as_str()) {
                labels.push(&point.label);
            }
        }
        labels
    }
}

impl ChartSeries {
    /// The point at a label.
    pub fn at(&self, label: &str) -> Option<&ChartPoint> {
        self.points.iter().find(|point| point.label == label)
    }
}

/// A picture by itself on its lines. Its proportions are kept: where there is
/// less room than it asks for, it is drawn smaller.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// The file's name, as an error names it.
    pub name: String,
    /// PNG or JPEG.
    pub bytes: Arc<[u8]>,
    /// Millimetres.
    pub width: f32,
    pub height: f32,
    pub align: Align,
    /// What it shows, for a screen reader; `None` where it only decorates.
    pub alternative: Option<String>,
}

/// One or more signatories, left to right. Never parted from the end of the block before it.
#[derive(Clone, PartialEq, Debug)]
pub struct SignatureBlock {
    pub signatures: Vec<Signature>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// `Pasuruan, 24 Januari 2022`.
    pub place_and_date: String,
    /// What stands over the position: `Ditandatangani secara elektronik oleh:`.
    pub lead: Option<String>,
    /// `KEPALA DINAS …`, `KOTA PASURUAN`, with `Plt.` and the like already before the first.
    pub position: Vec<String>,
    pub name: String,
    pub rank: Option<String>,
    /// As printed, without `NIP. `.
    pub nip: Option<String>,
    /// Signed electronically (`tte`) rather than by hand (`basah`).
    pub electronic: bool,
    /// One character where a signing service looks for it.
    pub tag: Option<char>,
    /// Of an electronic signature: its field's width and height in millimetres.
    pub field: (f32, f32),
}

/// A sheet of the XLSX, in order.
#[derive(Clone, PartialEq, Debug)]
#[expect(clippy::large_enum_variant, reason = "a workbook has a few sheets")]
pub enum SheetPlan {
    /// `Document::parts[index]`, drawn from its blocks.
    Part(usize),
    /// A part that is drawn on its sheet alone, where the pages have `Document::parts[of]`, or none of it.
    Own {
        of: Option<usize>,
        part: PagePart,
    },
    Data(DataSheet),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_files_say_of_themselves_names_no_telephone() {
        let text = || "Toko 0812-3456-7801\u{202e} Jaya".to_owned();
        let date = Tanggal { year: 2022, month: 1, day: 24 };
        let meta = Meta {
            title: text(),
            author: text(),
            subject: text(),
            date,
            program: "iku".to_owned(),
            language: "id-ID".to_owned(),
        }
        .shown();
        let masked = "Toko ****-****-7801\\u{202e} Jaya";
        assert_eq!([meta.title.as_str(), meta.author.as_str(), meta.subject.as_str()], [masked; 3]);
    }
}
