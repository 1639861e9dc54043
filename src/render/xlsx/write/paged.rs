//! A part on the pages of its print: no more of them than its PDF has, with letters a little smaller if need be.

use super::grid::Grid;
use super::paginate::Pages;
use crate::render::xlsx::measure::Ruler;
use crate::render::xlsx::sheets::layout::{Headed, Layout};
use crate::render::xlsx::sheets::part::Drawing;

/// The sizes in which a part may be printed, the largest first. Excel's rows are a sixth higher than the PDF's,
/// so that a part of several pages would take more; a sheet wider than the paper is printed smaller.
const SIZES: [f32; 10] = [1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7, 0.66, 0.62];
/// The share of their size that a table's letters may be left with before the whole part is printed smaller for them.
const SNUG: f32 = 0.84;
/// How many times a page's height a part may have that is printed on one page, the whole of it smaller.
const SHRUNK: f32 = 1.35;

/// A part with its pages.
pub struct Paged {
    /// What crosses a page's end is divided there.
    pub layout: Layout,
    pub grid: Grid,
    /// The rows that begin pages.
    pub breaks: Vec<u32>,
    /// All of it goes on one page.
    pub one_page: bool,
    /// The heading rows that programs are to print on each further page.
    pub titles: Option<(u32, u32)>,
}

/// The part laid out by `lay` (the sheet's width in pixels) for a page of this width (pixels) and room (points): in the largest
/// size whose print takes no more than `most` pages and whose tables need not have much smaller letters. Where none does,
/// or nothing is wanted, in full size; a part a little too high for one page is then left to the program that prints it to shrink.
pub fn fitted(lay: impl Fn(f32) -> Drawing, ruler: Ruler, (width, room): (f32, f32), most: Option<usize>) -> (Drawing, Paged) {
    let at = |size: f32, shrunk: f32| {
        let width = (width / size).round();
        let drawing = lay(width);
        let paged = paged(&drawing, (width, room / size), ruler, shrunk);
        (drawing, paged)
    };
    let Some(most) = most.filter(|most| *most > 0) else { return at(SIZES[0], SHRUNK) };
    let (drawing, full) = at(SIZES[0], 1.0);
    let is_snug = |drawing: &Drawing| drawing.letters >= SNUG;
    let is_few = full.breaks.len() < most;
    if is_few && is_snug(&drawing) {
        return (drawing, full);
    }
    // A page holds as much more as its width and its height are multiplied: sizes far too large are not tried.
    let about = (most as f32 * room / full.grid.heights.iter().sum::<f32>()).sqrt() + 0.05;
    let mut roomiest = is_few.then_some((drawing.letters, 0));
    let mut made: Vec<(Drawing, Paged)> = vec![(drawing, full)];
    for size in SIZES[1..].iter().filter(|size| is_few || **size <= about) {
        let (drawing, paged) = at(*size, 1.0);
        if paged.breaks.len() >= most {
            continue;
        }
        if is_snug(&drawing) {
            return (drawing, paged);
        }
        if roomiest.is_none_or(|(letters, _)| drawing.letters > letters) {
            roomiest = Some((drawing.letters, made.len()));
            made.push((drawing, paged));
        }
    }
    if let Some((_, at)) = roomiest {
        return made.swap_remove(at);
    }
    let (drawing, _) = made.swap_remove(0);
    let paged = paged(&drawing, (width.round(), room), ruler, SHRUNK);
    (drawing, paged)
}

fn paged(drawing: &Drawing, (width, room): (f32, f32), ruler: Ruler, shrunk: f32) -> Paged {
    let grid = Grid::new(&drawing.layout, width, ruler);
    let seams = drawing.layout.seams();
    fn pages<'a>(grid: &'a Grid, drawing: &'a Drawing, room: f32, seams: &'a [u32]) -> Pages<'a> {
        Pages { heights: &grid.heights, room, tables: &drawing.tables, seams }
    }
    let breaks_of = |grid: &Grid| pages(grid, drawing, room, &seams).breaks(&drawing.chunks, &drawing.breaks);
    if pages(&grid, drawing, room, &seams).on_one(&drawing.breaks, shrunk) {
        let titles = if let [one] = drawing.tables.as_slice() { Some((one.first, one.last)) } else { None };
        return Paged { layout: drawing.layout.clone(), grid, breaks: Vec::new(), one_page: true, titles };
    }
    let mut breaks = breaks_of(&grid);
    // A text said again needs room again, which may move a page's end.
    let mut rounds = 4;
    let (layout, grid) = loop {
        // Excel has room for no more.
        breaks.truncate(1023);
        let layout = drawing.layout.divided(&breaks);
        let grid = Grid::new(&layout, width, ruler);
        let again = breaks_of(&grid);
        rounds -= 1;
        if again == breaks || rounds == 0 {
            break (layout, grid);
        }
        breaks = again;
    };
    if let [one] = drawing.tables.as_slice()
        && breaks.iter().all(|row| *row < one.until)
    {
        return Paged { layout, grid, breaks, one_page: false, titles: Some((one.first, one.last)) };
    }
    // Programs print their titles on every page that follows, also over what is no
    // row of that table: here the headings are set again in rows of their own.
    let table_of = |row: u32| drawing.tables.iter().find(|table| table.holds(row));
    let again: Vec<(u32, Headed)> = breaks.iter().filter_map(|row| Some((*row, *table_of(*row)?))).collect();
    let layout = layout.with_again(&again);
    let before = |row: u32| again.iter().filter(|(at, _)| *at < row).map(|(_, table)| table.rows()).sum::<u32>();
    let breaks = breaks.iter().map(|row| row + before(*row)).collect();
    let grid = Grid::new(&layout, width, ruler);
    Paged { layout, grid, breaks, one_page: false, titles: None }
}
