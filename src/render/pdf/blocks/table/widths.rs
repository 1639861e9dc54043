//! How wide a table's columns are, and how large its text: as the template
//! wishes, as far as no word has to be broken.

use super::cells::{Spot, cell_look, for_each_text};
use crate::document::{Block, ColumnWidth, Fraction, Table, Text};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::text::paragraph::{Look, divided_width, least_width, natural_width, term_width};
use crate::render::style::{BAR_OVERHANG, BESIDE_BAR, CELL_SIDE, CELL_SIDE_SMALL, MM, RULE, TABLE_SIZES};
use std::ops::Range;

/// The table whose widths are sought: its cells, and the room it has, in points.
pub struct Wanted<'a> {
    pub table: &'a Table,
    pub spots: &'a [Spot<'a>],
    pub header_rows: usize,
    pub width: f32,
    pub ruled: bool,
}

/// The text sizes at which every word counts, however long, and every
/// term of a fraction: neither is broken while another column has room.
const WHOLE_WORDS: Range<usize> = 0..3;

/// The share of its wished width that a column keeps beside longer words and terms in others.
const KEPT: f32 = 0.6;

/// An identifier up to this share of the table is broken, and a term spread over
/// more lines, only where no column has room to spare at these text sizes.
const IDENTIFIER: f32 = 0.4;
const CROWDED: Range<usize> = 0..4;

/// Smaller letters still, rather than a broken word; words are divided between syllables at the
/// smallest of them, rather than a broken figure, while a column keeps this share of its wished width.
const SMALL: Range<usize> = 4..8;
const SMALLEST: Range<usize> = 5..8;
const KEPT_DIVIDED: f32 = 0.35;
/// The size at which that is broken which no size can show whole.
const BROKEN: Range<usize> = 5..6;
/// From this size on the room beside a cell's text is smaller too.
const TIGHT: f32 = 6.9;

/// What is tried at a text size: words up to `longest` wide stand whole, as much of
/// each term of a fraction as `terms` says, and every column keeps a share of what was wished.
#[derive(Clone, Copy)]
struct Trial {
    longest: f32,
    terms: f32,
    kept: f32,
    /// Words may be divided between syllables, figures nowhere.
    divided: bool,
}

impl Trial {
    const WHOLE: Trial = Trial { longest: f32::INFINITY, terms: 0.0, kept: 0.0, divided: false };
}

/// A term that has this share of its width stands on two lines, or on three.
const TWO_LINES: f32 = 0.58;
const THREE_LINES: f32 = 0.42;

impl Wanted<'_> {
    /// The columns' edges and the text size: the largest at which no word has to be broken.
    pub fn edges(&self, base: Look<'_>) -> Result<(Vec<f32>, f32), RenderError> {
        let width = if self.ruled { self.width - RULE } else { self.width };
        let inner = Wanted { width, ..*self };
        let sizes = TABLE_SIZES.map(|size| size.min(base.size));
        let longest = (width * 0.3).max(width / self.table.columns.len() as f32);
        let whole = Trial { longest: width, ..Trial::WHOLE };
        // A longer word is no reason to squeeze all other columns, or to make all letters smaller.
        let usual = Trial { longest, ..Trial::WHOLE };
        let tried = [
            (WHOLE_WORDS, Trial { terms: 1.0, kept: KEPT, ..whole }),
            (WHOLE_WORDS, Trial { terms: TWO_LINES, kept: KEPT, ..whole }),
            (CROWDED, Trial { terms: TWO_LINES, ..usual }),
            (CROWDED, Trial { terms: THREE_LINES, ..usual }),
            (WHOLE_WORDS, Trial { kept: KEPT, ..whole }),
            (CROWDED, usual),
            (SMALL, usual),
            (SMALLEST, Trial { kept: KEPT_DIVIDED, divided: true, ..whole }),
            // Narrow words are read all the same; of a broken figure a part may be taken for the whole.
            (SMALLEST, Trial { divided: true, ..whole }),
        ];
        let mut chosen = None;
        for (few, trial) in tried {
            if chosen.is_none() {
                chosen = Some(inner.set(base, &sizes[few], trial)?).filter(|(_, fits)| *fits);
            }
        }
        let chosen = match chosen {
            Some((chosen, _)) => chosen,
            None => inner.set(base, &sizes[BROKEN], usual)?.0,
        };
        let mut edges = vec![if self.ruled { RULE / 2.0 } else { 0.0 }];
        for wide in chosen.0 {
            let last = edges.last().copied().unwrap_or(0.0);
            edges.push(last + wide);
        }
        Ok((edges, chosen.1))
    }

    /// The columns' widths and the text size, the first of `sizes` at which the trial
    /// breaks nothing; whether there is one.
    fn set(&self, base: Look<'_>, sizes: &[f32], trial: Trial) -> Result<((Vec<f32>, f32), bool), RenderError> {
        let mut chosen = (Vec::new(), base.size);
        for &size in sizes {
            let look = Look { size, ..base };
            let wished = wished(&self.table.columns, &self.natural(look)?, self.width);
            let mut words = self.least(look, trial)?;
            // However long a word, the other columns keep what the trial leaves them.
            words.iter_mut().zip(&wished).for_each(|(word, wished)| *word = word.max(wished * trial.kept));
            let for_words = words.iter().sum::<f32>();
            let (least, whole) = self.terms(look, words, &wished, trial.terms)?;
            chosen = (fitted(&wished, &least), size);
            if for_words <= self.width && whole {
                return Ok((chosen, true));
            }
        }
        Ok((chosen, false))
    }

    /// The cells that stand in one column, each with the look of its text.
    fn single<'f>(&self, base: Look<'f>) -> impl Iterator<Item = (&Spot<'_>, Look<'f>)> {
        self.spots.iter().filter(|spot| spot.columns == 1).map(move |spot| {
            let look = cell_look(spot, self.spots, self.header_rows, base.size);
            (spot, Look { bold: look.bold, ..Look::plain(base.family, look.size) })
        })
    }

    /// What each column that goes by its content needs to show its longest line
    /// whole, within the template's limits; 0 for the others.
    fn natural(&self, base: Look<'_>) -> Result<Vec<f32>, RenderError> {
        let mut natural = vec![0.0f32; self.table.columns.len()];
        for (spot, look) in self.single(base) {
            let ColumnWidth::Content { least, most } = self.table.columns[spot.column] else { continue };
            // A heading may be broken between its words: the figures below it say how wide the column is.
            let measure = if spot.row < self.header_rows { least_width } else { natural_width };
            let needed = widest(&spot.cell.blocks, look.size, |text| measure(text, look))?;
            let needed = self.with_sides(needed, base.size);
            let limits = |mm: f32| if mm.is_nan() { 0.0 } else { mm * MM };
            natural[spot.column] = natural[spot.column].max(needed.min(limits(most)).max(limits(least)));
        }
        Ok(natural)
    }

    /// What each column needs so that the trial's words and numbers in it are not broken.
    fn least(&self, base: Look<'_>, trial: Trial) -> Result<Vec<f32>, RenderError> {
        let measure = if trial.divided { divided_width } else { least_width };
        let mut least = vec![0.0f32; self.table.columns.len()];
        for (spot, look) in self.single(base) {
            let needed = widest(&spot.cell.blocks, look.size, |text| measure(text, look))?;
            let wide = self.with_sides(needed, base.size);
            let whole = wide <= trial.longest || wide <= self.width * IDENTIFIER && holds_identifier(&spot.cell.blocks);
            // A word that is broken still needs room for its widest letter.
            let needed = if needed <= 0.0 {
                0.0
            } else if whole {
                wide
            } else {
                wide.min(self.with_sides(look.size, base.size))
            };
            least[spot.column] = least[spot.column].max(needed);
        }
        Ok(least)
    }

    /// The width of a column whose text needs this much between its sides, in a table of this text size.
    fn with_sides(&self, needed: f32, size: f32) -> f32 {
        // A hair more, or rounding would break what only just fits.
        needed + 2.0 * usual_side(self.ruled, size) + 0.1
    }

    /// The least widths, those of columns with fractions raised to what lets each
    /// term of a numerator or denominator stand on a line of its own, or as far
    /// towards it as there is room; whether there is enough for `share` of each term.
    fn terms(&self, base: Look<'_>, words: Vec<f32>, wished: &[f32], share: f32) -> Result<(Vec<f32>, bool), RenderError> {
        let (mut terms, mut shared) = (words.clone(), words.clone());
        for (spot, look) in self.single(base) {
            for fraction in fractions(&spot.cell.blocks) {
                let bar = term_width(&fraction.numerator, look)?.max(term_width(&fraction.denominator, look)?);
                let mut around = 2.0 * BAR_OVERHANG;
                for beside in [&fraction.before, &fraction.after].into_iter().flatten() {
                    around += natural_width(beside, look)? + BESIDE_BAR;
                }
                let needed = |bar: f32| self.with_sides(bar + around, base.size).min(self.width * MOST_FOR_TERMS);
                terms[spot.column] = terms[spot.column].max(needed(bar));
                shared[spot.column] = shared[spot.column].max(needed(bar * share));
            }
        }
        if terms == words {
            return Ok((words, true));
        }
        let kept: Vec<f32> = words.iter().zip(wished).map(|(word, wished)| word.max(wished * KEPT)).collect();
        let lack_of = |wanted: &[f32]| -> f32 { wanted.iter().zip(&kept).map(|(term, kept)| (term - kept).max(0.0)).sum() };
        let (lack, spare) = (lack_of(&terms), self.width - kept.iter().sum::<f32>());
        let enough = share <= 0.0 || lack_of(&shared) <= spare;
        let share = if lack > 0.0 { (spare / lack).clamp(0.0, 1.0) } else { 0.0 };
        let raised = kept.iter().zip(&terms).map(|(&kept, term)| kept + (term - kept).max(0.0) * share).collect();
        Ok((raised, enough))
    }
}

/// Whether a cell holds a word of the program's own language: `SUM(keragaan.volume_usaha)`.
fn holds_identifier(blocks: &[Block]) -> bool {
    let mut found = false;
    for_each_text(blocks, &mut |text, _| {
        let is_code = |word: &str| word.contains('_') || word.contains('(') && word.contains('.');
        found |= text.iter().any(|inline| inline.text().split_whitespace().any(is_code));
    });
    found
}

/// The fractions that stand directly in a cell.
fn fractions(blocks: &[Block]) -> impl Iterator<Item = &Fraction> {
    blocks.iter().filter_map(|block| if let Block::Fraction(fraction) = block { Some(fraction) } else { None })
}

/// The width in which any letter of the largest table text stands between its rules, in points.
const LETTER: f32 = 15.0;

/// The widths as the template wishes them, made to fill `width`; `natural` are
/// those of the columns that go by their content.
fn wished(columns: &[ColumnWidth], natural: &[f32], width: f32) -> Vec<f32> {
    let valid = |x: f32| if x.is_finite() { x.max(0.0) } else { 0.0 };
    let fixed = |(column, natural): (&ColumnWidth, &f32)| match column {
        ColumnWidth::Fixed(mm) => valid(*mm) * MM,
        ColumnWidth::Content { .. } => valid(*natural),
        ColumnWidth::Share(_) => 0.0,
    };
    let fixed: Vec<f32> = columns.iter().zip(natural).map(fixed).collect();
    let sum: f32 = fixed.iter().sum();
    let shares: f32 = columns.iter().map(|c| if let ColumnWidth::Share(share) = c { valid(*share) } else { 0.0 }).sum();
    let has_shares = columns.iter().any(|c| matches!(c, ColumnWidth::Share(_)));
    // Fixed columns leave the others at least a tenth each, and fill the width where there are no others.
    let sharers = columns.iter().filter(|c| matches!(c, ColumnWidth::Share(_))).count() as f32;
    let most = width * (1.0 - (0.1 * sharers).min(0.5));
    let scale = if sum <= 0.0 {
        0.0
    } else if !has_shares {
        (width / sum).min(if sum > width { f32::INFINITY } else { 1.0 })
    } else {
        (most / sum).min(1.0)
    };
    let rest = width - sum * scale;
    let widths: Vec<f32> = columns
        .iter()
        .zip(&fixed)
        .map(|(column, fixed)| match column {
            ColumnWidth::Fixed(_) | ColumnWidth::Content { .. } => fixed * scale,
            ColumnWidth::Share(share) if shares > 0.0 => rest * valid(*share) / shares,
            ColumnWidth::Share(_) => rest / sharers,
        })
        .collect();
    // No column vanishes, whatever was wished.
    let even = width / columns.len() as f32;
    let least = LETTER.min(even).max(even * 0.05);
    fitted(&widths, &vec![least; columns.len()])
}

/// The widest text of these blocks, with the room beside it.
fn widest(blocks: &[Block], size: f32, measure: impl Fn(&Text) -> Result<f32, RenderError>) -> Result<f32, RenderError> {
    let mut widest = Ok(0.0f32);
    for_each_text(blocks, &mut |text, indent| {
        if let Ok(known) = widest {
            widest = measure(text).map(|wide| known.max(wide + indent * size));
        }
    });
    widest
}

/// Widens the columns that are narrower than they must be at the cost of those with room to spare.
fn fitted(wished: &[f32], least: &[f32]) -> Vec<f32> {
    let lack: f32 = wished.iter().zip(least).map(|(w, l)| (l - w).max(0.0)).sum();
    let spare: f32 = wished.iter().zip(least).map(|(w, l)| (w - l).max(0.0)).sum();
    if lack <= 0.0 || spare <= 0.0 {
        return wished.to_vec();
    }
    let given = lack.min(spare);
    wished
        .iter()
        .zip(least)
        .map(|(&w, &l)| if w < l { w + (l - w) * given / lack } else { w - (w - l) * given / spare })
        .collect()
}

/// The share of a table that a column with fractions takes for its terms at most: longer ones are prose.
const MOST_FOR_TERMS: f32 = 0.55;

/// The room beside a cell's text in a table of this text size: less in columns too narrow for the usual.
pub fn side(width: f32, ruled: bool, size: f32) -> f32 {
    usual_side(ruled, size).min(width * NARROW)
}

fn usual_side(ruled: bool, size: f32) -> f32 {
    if ruled && size >= TIGHT { CELL_SIDE } else { CELL_SIDE_SMALL }
}

/// The share of a narrow column that each side takes.
const NARROW: f32 = 0.15;
