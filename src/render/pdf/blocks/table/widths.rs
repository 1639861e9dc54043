//! How wide a table's columns are, and how large its text: as the template
//! wishes, as far as no word has to be broken.

use super::cells::{Spot, cell_look, for_each_text};
use crate::document::{Block, ColumnWidth, Table, Text};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::text::paragraph::{Look, least_width, natural_width};
use crate::render::style::{CELL_SIDE, MM, RULE, TABLE_SIZES};

/// The columns' edges and the text size: the largest at which no word has to be broken.
pub fn edges(
    table: &Table,
    spots: &[Spot<'_>],
    header_rows: usize,
    base: Look<'_>,
    width: f32,
    ruled: bool,
) -> Result<(Vec<f32>, f32), RenderError> {
    let width = if ruled { width - RULE } else { width };
    let mut chosen = (Vec::new(), base.size);
    for size in TABLE_SIZES.into_iter().map(|size| size.min(base.size)) {
        let look = Look { size, ..base };
        let wished = wished(&table.columns, &natural(table, spots, header_rows, look, ruled)?, width);
        let least = least(spots, header_rows, look, table.columns.len(), width, ruled)?;
        chosen = (fitted(&wished, &least), size);
        if least.iter().sum::<f32>() <= width {
            break;
        }
    }
    let mut edges = vec![if ruled { RULE / 2.0 } else { 0.0 }];
    for wide in chosen.0 {
        let last = edges.last().copied().unwrap_or(0.0);
        edges.push(last + wide);
    }
    Ok((edges, chosen.1))
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

/// What each column that goes by its content needs to show its longest line
/// whole, within the template's limits; 0 for the others.
fn natural(table: &Table, spots: &[Spot<'_>], header_rows: usize, base: Look<'_>, ruled: bool) -> Result<Vec<f32>, RenderError> {
    let mut natural = vec![0.0f32; table.columns.len()];
    for spot in spots.iter().filter(|spot| spot.columns == 1) {
        let ColumnWidth::Content { least, most } = table.columns[spot.column] else { continue };
        let look = cell_look(spot, spots, header_rows, base.size);
        let base = Look { bold: look.bold, ..Look::plain(base.family, look.size) };
        // A heading may be broken between its words: the figures below it say how wide the column is.
        let measure = if spot.row < header_rows { least_width } else { natural_width };
        let needed = widest(&spot.cell.blocks, look.size, |text| measure(text, base))?;
        let needed = with_sides(needed, ruled);
        let limits = |mm: f32| if mm.is_nan() { 0.0 } else { mm * MM };
        natural[spot.column] = natural[spot.column].max(needed.min(limits(most)).max(limits(least)));
    }
    Ok(natural)
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

/// What each column needs so that no word or number in it is broken.
fn least(
    spots: &[Spot<'_>],
    header_rows: usize,
    base: Look<'_>,
    columns: usize,
    width: f32,
    ruled: bool,
) -> Result<Vec<f32>, RenderError> {
    let mut least = vec![0.0f32; columns];
    // A longer word is no reason to squeeze all other columns.
    let most = (width * 0.3).max(width / columns as f32);
    for spot in spots.iter().filter(|spot| spot.columns == 1) {
        let look = cell_look(spot, spots, header_rows, base.size);
        let base = Look { bold: look.bold, ..Look::plain(base.family, look.size) };
        let needed = widest(&spot.cell.blocks, look.size, |text| least_width(text, base))?;
        let wide = with_sides(needed, ruled);
        let needed = if needed > 0.0 && wide <= most { wide } else { 0.0 };
        least[spot.column] = least[spot.column].max(needed);
    }
    Ok(least)
}

/// The room beside a cell's text: less in columns too narrow for the usual.
pub fn side(width: f32, ruled: bool) -> f32 {
    usual_side(ruled).min(width * NARROW)
}

fn usual_side(ruled: bool) -> f32 {
    if ruled { CELL_SIDE } else { 3.0 }
}

/// The share of a narrow column that each side takes.
const NARROW: f32 = 0.15;

/// The width of a column whose text needs this much between its sides.
fn with_sides(needed: f32, ruled: bool) -> f32 {
    let usual = usual_side(ruled);
    let wide = needed + 2.0 * usual;
    // A hair more, or rounding would break what only just fits.
    (if usual <= wide * NARROW { wide } else { needed / (1.0 - 2.0 * NARROW) }) + 0.1
}
